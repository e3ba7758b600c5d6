"""A profile for laws of no country in particular: articles, numbered paragraphs, lettered points."""

from __future__ import annotations

from redline.jurisdictions.profile import Level, Profile

PROFILE = Profile(
    name="generic",
    title="Generic (articles, paragraphs, points)",
    containers=(
        Level("book", "Book {n}", "arabic"),
        Level("part", "Part {n}", "arabic"),
        Level("title", "Title {n}", "upper-roman"),
        Level("chapter", "Chapter {n}", "arabic"),
        Level("section", "Section {n}", "arabic"),
    ),
    basic=Level("article", "Article {n}.", "arabic"),
    levels=(
        Level("paragraph", "{n}.", "arabic"),
        Level("point", "({n})", "lower-alpha"),
        Level("subparagraph", "({n})", "lower-roman"),
        Level("indent", "({n})", "upper-alpha"),
    ),
    repeal_note={"en": "Repealed.", "ru": "Утратил силу.", "kk": "Күші жойылды.", "fr": "(Abrogé)"},
)
