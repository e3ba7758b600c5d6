"""Kazakhstan: Law No. 480-V of 6 April 2016 "On Legal Acts", articles 23 to 27."""

from __future__ import annotations

from redline.jurisdictions.kz_editorial import EDITORIAL
from redline.jurisdictions.profile import Level, Profile

_FORMS = (
    ("закон", "заң", "law", "act", "кодекс", "code"),
    ("указ", "жарлы", "decree"),
    ("постановлен", "қаулы", "resolution"),
    ("приказ", "бұйры", "order"),
    ("решени", "шешім", "decision"),
)
"""The forms of Acts, each by words that its name holds in any language."""
_BY = {
    "ru": ("Законом", "Указом", "постановлением", "приказом", "решением"),
    "kk": ("Заңымен", "Жарлығымен", "қаулысымен", "бұйрығымен", "шешімімен"),
    "en": ("Law", "Decree", "Resolution", "Order", "Decision"),
}
"""How a note of a repeal calls an Act of each of these forms that brought it."""

PROFILE = Profile(
    name="kz",
    title="Kazakhstan",
    # Parts, sections, chapters and articles are numbered through the whole Act, subsections and paragraphs
    # (параграф) begin again in each container. In Akoma Ntoso параграф is a subchapter, since `paragraph` is
    # the numbered unit (пункт) inside an article.
    containers=(
        Level("part", "Part {n}.", "arabic"),
        Level("section", "Section {n}.", "arabic"),
        Level("subsection", "Subsection {n}.", "arabic"),
        Level("chapter", "Chapter {n}.", "arabic"),
        Level("subchapter", "Paragraph {n}.", "arabic"),
    ),
    basic=Level("article", "Article {n}.", "arabic"),
    # Below the point only unnumbered parts and indents follow, so there is no further level.
    levels=(
        Level("paragraph", "{n}.", "arabic"),
        Level("point", "{n})", "arabic"),
    ),
    # Article 27(6): repealed elements go, their numbers stay with a reference to the repealing act, and
    # nothing is renumbered. The wording is the official one of the consolidated texts without the abbreviated
    # name of the country: in the gender of the unit, for a point (подпункт) as an entry of its list.
    keeps_numbers=True,
    repeal_note={
        "ru": "Исключен {by} от {date} № {number}.",
        "kk": "Алып тасталды – {date} № {number} {by}.",
        "en": "Deleted by {by} No. {number} of {date}.",
    },
    repealed_by={language: tuple(zip(_FORMS, said, strict=True)) for language, said in _BY.items()},
    repeal_note_unnamed={"ru": "Исключен.", "kk": "Алып тасталды.", "en": "Deleted."},
    repeal_note_of={
        ("ru", "point"): ("исключен {by} от {date} № {number};", "исключен;"),
        ("kk", "point"): ("алып тасталды – {date} № {number} {by};", "алып тасталды;"),
        **{
            ("ru", unit): ("Исключена {by} от {date} № {number}.", "Исключена.")
            for unit in ("article", "chapter", "part")
        },
        ("ru", "act"): ("Утратил силу в соответствии с {by} от {date} № {number}.", "Утратил силу."),
        ("kk", "act"): ("Күші жойылды – {date} № {number} {by}.", "Күші жойылды."),
    },
    end_marks=";.:",
    contents_follow=True,
    # Article 29(2)(5) asks for the table; that it has these five columns is the custom of the ministries.
    table_columns="kz",
    country="kz",
    editorial=EDITORIAL,
)
