"""The United Kingdom: sections, subsections in figures, paragraphs in letters, Schedules."""

from __future__ import annotations

from redline.jurisdictions.profile import Level, Profile

PROFILE = Profile(
    name="uk",
    title="United Kingdom",
    containers=(
        Level("part", "Part {n}", "arabic"),
        Level("chapter", "Chapter {n}", "arabic"),
    ),
    basic=Level("section", "{n}", "arabic"),
    levels=(
        Level("subsection", "({n})", "arabic"),
        Level("paragraph", "({n})", "lower-alpha"),
        Level("subparagraph", "({n})", "lower-roman"),
        Level("clause", "({n})", "upper-alpha"),
        Level("subclause", "({n})", "upper-roman"),
    ),
    # Numbers of repealed provisions are never given again, and the gap is shown: legislation.gov.uk prints a
    # row of dots behind the number, which says that there was something without saying it in words of its
    # own. Nothing is renumbered, so that citations in other Acts stay right; what is inserted becomes 5A.
    keeps_numbers=True,
    country="gb",
    repeal_note={"en": ". . . . . . . . . . . . . . . . . . . ."},
)
