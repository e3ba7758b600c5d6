"""How amending Acts are laid out: which units they consist of, how their items are numbered."""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace


class Enactment(Struct, frozen=True):
    """The layout of an amending Act in one jurisdiction.

    Attributes:
        unit: the element of its basic unit.
        article: how it is numbered, by language, with `{n}`.
        item: how changes are numbered, with `{n}`.
        by_laws: words by which the form of an Act shows that it is a by-law: those are amended element by
            element, in full. Empty where words of every Act may be amended.
        ranks: forms of Acts by legal force, the highest first, each by words that its form holds.
        style: the English style.
        law: what an amending Act in English calls itself.
    """

    unit: str = "section"
    article: dict[str, str] = field(default_factory=lambda: {"en": "{n}."})
    item: str = "({n})"
    by_laws: tuple[str, ...] = ()
    ranks: tuple[tuple[str, ...], ...] = ()
    style: str = "nz"
    law: str = "Act"


# Law No. 480-V of 6 April 2016 "On Legal Acts", articles 23(6) and (9), 26(2) and (4) to (6).
_KZ = Enactment(
    unit="article",
    article={"ru": "Статья {n}.", "kk": "{n}-бап.", "en": "Article {n}."},
    item="{n})",
    law="Law",
    by_laws=(
        "постановлен", "правил", "приказ", "положени", "инструкц", "қаулы", "қағида", "бұйры", "ереже",
        "resolution", "rules", "order", "regulation",
    ),
    ranks=(
        ("конституци", "constitution"), ("кодекс", "code"), ("закон", "заң", "law", "act"),
        ("указ", "жарлы", "decree"), ("постановлен", "қаулы", "resolution"), ("приказ", "бұйры", "order"),
    ),
)  # fmt: skip
_GENERIC = Enactment()
_LAYOUTS = {
    "kz": _KZ,
    "uk": Enactment(style="uk"),
    "us-dc": Enactment(article={"en": "Sec. {n}."}, style="us"),
}


def of_by_law(layout: Enactment) -> Enactment:
    """The layout of a by-law that amends by-laws: it consists of points (article 23), numbered `1.`"""
    return replace(layout, unit="paragraph", article={"en": "{n}."})


def kind_of(layout: Enactment, form: str) -> str:
    """What kind of amending Act an Act of this form is amended by: Acts of one kind stand in one.

    A law amends laws and codes, a constitutional law constitutional laws, a by-law those of its own body.
    Empty for a law, and everywhere where forms have no ranks.
    """
    words = " ".join(form.lower().split())
    if not layout.ranks or not words:
        return ""
    if rank_of(layout, form) == 0:
        return "constitution"
    decree = any(word in words for word in ("указ", "жарлы", "decree"))
    return words if decree or amended_in_full(layout, form) else ""


def enactment_of(jurisdiction: str) -> Enactment:
    """The layout of a jurisdiction's amending Acts; that of no particular one where it has none."""
    return _LAYOUTS.get(jurisdiction, _GENERIC)


def rank_of(layout: Enactment, form: str) -> int:
    """The legal force of a form of Act: a smaller number is more; the first of its words decides."""
    words = form.lower()
    found = [
        (words.find(word), place)
        for place, group in enumerate(layout.ranks)
        for word in group
        if word in words
    ]
    return min(found)[1] if found else len(layout.ranks)


def amended_in_full(layout: Enactment, form: str) -> bool:
    """Whether an Act of this form is amended element by element, never by words."""
    words = form.lower()
    return any(word in words for word in layout.by_laws)
