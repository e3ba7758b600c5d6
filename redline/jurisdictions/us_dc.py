"""The District of Columbia: sections of the D.C. Code and what is inside them, down to (aa)."""

from __future__ import annotations

from redline.jurisdictions.profile import Level, Profile

PROFILE = Profile(
    name="us-dc",
    title="District of Columbia",
    containers=(
        Level("title", "Title {n}.", "arabic"),
        Level("subtitle", "Subtitle {n}.", "upper-roman"),
        Level("chapter", "Chapter {n}.", "arabic"),
        Level("subchapter", "Subchapter {n}.", "upper-roman"),
        Level("part", "Part {n}.", "upper-alpha"),
        Level("subpart", "Subpart {n}.", "arabic"),
    ),
    # The Code prints `§ 1-204.04.`; its published data holds the bare number, and existing Acts keep what
    # they have.
    basic=Level("section", "§ {n}.", "arabic"),
    levels=(
        Level("subsection", "({n})", "lower-alpha"),
        Level("paragraph", "({n})", "arabic"),
        Level("subparagraph", "({n})", "upper-alpha"),
        Level("clause", "({n})", "lower-roman"),
        Level("subclause", "({n})", "upper-roman"),
        Level("point", "({n})", "lower-alpha"),  # printed doubled: (aa), (bb)
        Level("indent", "({n})", "upper-alpha"),  # (AA), (BB)
    ),
    # A repealed unit stays in the Code as its number and `Repealed.`; later amendments count on it.
    keeps_numbers=True,
    country="us",
    repeal_note={"en": "Repealed."},
)
