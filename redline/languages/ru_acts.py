"""Russian: how an Act is named in a sentence, as Kazakhstan's laws have it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from redline.languages.enacting import BLANK, CitedAct
from redline.languages.ru_formulas import date_in_words

ActCase = Literal["nominative", "accusative", "genitive", "prepositional", "dative"]
ACT_CASES: Sequence[ActCase] = ("nominative", "accusative", "genitive", "prepositional", "dative")
_FORMS: Mapping[str, tuple[str, ...]] = {
    # in the order of ACT_CASES
    "закон": ("Закон", "Закон", "Закона", "Законе", "Закону"),
    "конституционный закон": (
        "Конституционный закон", "Конституционный закон", "Конституционного закона",
        "Конституционном законе", "Конституционному закону",
    ),
    "кодекс": ("Кодекс", "Кодекс", "Кодекса", "Кодексе", "Кодексу"),
    "указ": ("Указ", "Указ", "Указа", "Указе", "Указу"),
    "постановление": ("постановление", "постановление", "постановления", "постановлении", "постановлению"),
    "приказ": ("приказ", "приказ", "приказа", "приказе", "приказу"),
    "правила": ("Правила", "Правила", "Правил", "Правилах", "Правилам"),
    "конституция": ("Конституция", "Конституцию", "Конституции", "Конституции", "Конституции"),
}  # fmt: skip
_NUMBERED = frozenset({"постановление", "приказ", "указ"})
"""Acts that are cited by number too; of legislative acts none is demanded (Law No. 480-V, article 25)."""
_UNQUOTED = re.compile(r"Об административных правонарушениях")
"""A title that goes on with the word Code, without quotation marks."""
_ADJECTIVES = {"genitive": "ого", "prepositional": "ом", "dative": "ому"}
_CODE = re.compile(r"(?P<kind>[А-ЯЁ](?:[а-яё]+(?:-[а-яё]+)*(?:ый|ий|ой) )+)(?P<code>кодекс)\b(?P<rest>.*)")


def cite_act(act: CitedAct, case: ActCase, *, dated: bool = True) -> str:
    """An Act by form, date, number where its form demands one, and title.

    Args:
        act: what is known of it.
        case: of the whole.
        dated: whether date and number are given; a title of an amending law leaves them out for laws.
    """
    kind, state = form_of(act)
    date = (f" от {date_in_words(act.date)}" if act.date else f" от {BLANK}") if dated else ""
    title = act.title.strip()
    code = _CODE.fullmatch(title)
    if code is not None:
        return _code(code, case) + date
    if title.startswith("Конституция"):
        return f"{_FORMS['конституция'][ACT_CASES.index(case)]}{title.removeprefix('Конституция')}{date}"
    form = _FORMS.get(kind, (kind,) * 5)[ACT_CASES.index(case)]
    if kind == "кодекс" and _UNQUOTED.fullmatch(title):
        return f"{form}{state} {title[:1].lower()}{title[1:]}{date}"
    number = f" № {act.number}" if act.number and kind in _NUMBERED and dated else ""
    return f"{form}{state}{date}{number} «{title}»"


def annex_lines(act: CitedAct) -> tuple[str, ...]:
    """What stands at the top of an annex, line by line; `{annex}` for its own name (article 28(4))."""
    kind, state = form_of(act)
    date = f"от {date_in_words(act.date)}" if act.date else f"от {BLANK}"
    title = act.title.strip()
    if _CODE.fullmatch(title) or title.startswith("Конституция"):
        return "{annex}", f"к {cite_act(act, 'dative', dated=False)}", date
    form = f"к {_FORMS.get(kind, (kind,) * 5)[-1]}{state}"
    if kind in _NUMBERED:
        return "{annex}", form, f"{date} № {act.number or BLANK}"
    return "{annex}", form, date, f"«{title}»"


def is_by_law(act: CitedAct) -> bool:
    """Whether a title must give date and number of the Act too."""
    return form_of(act)[0] in _NUMBERED


def amending_form(act: CitedAct | None) -> str:
    """The form of the Act that amends an Act: a law for laws, codes and where nothing is known."""
    kind = form_of(act)[0] if act is not None and act.form else "закон"
    return "закон" if kind in ("кодекс", "конституция") else "приказ" if kind == "правила" else kind


def named_form(kind: str) -> str:
    """A form as it is written in a sentence: `Закон`, `приказ`."""
    return _FORMS.get(kind, (kind,))[0]


def drafted_form(act: CitedAct) -> str:
    """The form of the Act that amends an Act, in the genitive: `Закона Республики Казахстан`; empty where it
    is none that is known.
    """
    kind = amending_form(act)
    return f"{_FORMS[kind][ACT_CASES.index('genitive')]}{form_of(act)[1]}" if kind in _FORMS else ""


def form_of(act: CitedAct) -> tuple[str, str]:
    """What an Act is (`закон`), and whose: ` Республики Казахстан`; by what is printed above its title."""
    printed = " ".join(act.form.split())
    found = re.match(
        r"(конституционный закон|закон|кодекс|указ|постановление|приказ|правила|конституция)\b(.*)",
        printed,
        re.IGNORECASE,
    )
    state = " Республики Казахстан" if act.country == "kz" else ""
    if found is None:
        return (printed or "закон").lower() if printed.isupper() or not printed else printed, state
    rest = found[2].strip()
    return found[1].lower(), f" {_cased(rest)}" if rest else state


def _code(code: re.Match[str], case: ActCase) -> str:
    """`Трудового кодекса Республики Казахстан`."""
    ending = _ADJECTIVES.get(case)
    kind = code["kind"] if ending is None else re.sub(r"(?:ый|ий|ой)(?= )", ending, code["kind"])
    word = {"genitive": "кодекса", "prepositional": "кодексе", "dative": "кодексу"}.get(case, "кодекс")
    return f"{kind}{word}{code['rest']}"


def _cased(words: str) -> str:
    """`РЕСПУБЛИКИ КАЗАХСТАН` as it is written in a sentence."""
    return " ".join(word.capitalize() for word in words.split()) if words.isupper() else words
