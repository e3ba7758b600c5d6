"""What a structural element is called in a table: `Article 5, paragraph 2`, «подпункт 2) пункта 1 статьи 5».

Languages with a pack are asked for their citation. Russian and Kazakh have none yet; a table needs a few of
their words in few cases, which are held here: Russian goes from the smallest unit to the largest in the
genitive, Kazakh from the largest to the smallest with the possessive (Law No. 480-V of Kazakhstan,
article 23, and the practice of its comparative tables).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from redline.languages import get_pack, short_code
from redline.model.address import Step

# Unit -> nominative and genitive.
_RUSSIAN: Mapping[str, tuple[str, str]] = {
    "book": ("книга", "книги"),
    "part": ("часть", "части"),
    "title": ("титул", "титула"),
    "section": ("раздел", "раздела"),
    "subsection": ("подраздел", "подраздела"),
    "chapter": ("глава", "главы"),
    "subchapter": ("параграф", "параграфа"),
    "article": ("статья", "статьи"),
    "paragraph": ("пункт", "пункта"),
    "point": ("подпункт", "подпункта"),
    "subparagraph": ("подпункт", "подпункта"),
    "indent": ("абзац", "абзаца"),
    "attachment": ("приложение", "приложения"),
    "component": ("приложение", "приложения"),
}

# Unit -> nominative, genitive, possessive, possessive in the genitive.
_KAZAKH: Mapping[str, tuple[str, str, str, str]] = {
    "book": ("кітап", "кітаптың", "кітабы", "кітабының"),
    "part": ("бөлік", "бөліктің", "бөлігі", "бөлігінің"),
    "section": ("бөлім", "бөлімнің", "бөлімі", "бөлімінің"),
    "subsection": ("кіші бөлім", "кіші бөлімнің", "кіші бөлімі", "кіші бөлімінің"),
    "chapter": ("тарау", "тараудың", "тарауы", "тарауының"),
    "subchapter": ("параграф", "параграфтың", "параграфы", "параграфының"),
    "article": ("бап", "баптың", "бабы", "бабының"),
    "paragraph": ("тармақ", "тармақтың", "тармағы", "тармағының"),
    "point": ("тармақша", "тармақшаның", "тармақшасы", "тармақшасының"),
    "subparagraph": ("тармақша", "тармақшаның", "тармақшасы", "тармақшасының"),
    "attachment": ("қосымша", "қосымшаның", "қосымшасы", "қосымшасының"),
    "component": ("қосымша", "қосымшаның", "қосымшасы", "қосымшасының"),
}


def name_element(steps: Sequence[Step], language: str | None) -> str:
    """The name of a structural element, as it stands in a column of a table.

    Args:
        steps: from the outermost unit to the element; `word` holds the number as printed.
        language: any code for the language of the Act; English where there is no other way.
    """
    if not steps:
        return ""
    code = short_code(language)
    if code == "ru":
        return _russian(steps)
    if code == "kk":
        return _kazakh(steps)
    pack = get_pack(code) or get_pack("en")
    written = pack.write_citation(tuple(steps)) if pack is not None else ""
    return written[:1].upper() + written[1:]


def heading_of_element(name: str, steps: Sequence[Step], language: str | None) -> str:
    """The heading of an element, by the element's name."""
    code = short_code(language)
    if code == "ru":
        return f"заголовок {_russian(steps, genitive=True)}"
    if code == "kk":
        return f"{_kazakh(steps, genitive=True)} тақырыбы"
    return f"{name}, heading" if name else "Heading"


def _number(step: Step) -> str:
    """The number with the bracket that belongs to a point: `2)`."""
    number = step.number or ""
    return f"{number})" if step.word.rstrip(" .;").endswith(")") and number else number


def _unit(step: Step) -> str:
    return step.units[0] if step.units else ""


def _russian(steps: Sequence[Step], *, genitive: bool = False) -> str:
    named: list[str] = []
    for step in reversed(steps):
        nominative, of = _RUSSIAN.get(_unit(step), ("пункт", "пункта"))
        named.append(f"{of if named or genitive else nominative} {_number(step)}".rstrip())
    return " ".join(named)


def _kazakh(steps: Sequence[Step], *, genitive: bool = False) -> str:
    named: list[str] = []
    for place, step in enumerate(steps):
        forms = _KAZAKH.get(_unit(step), _KAZAKH["paragraph"])
        of = genitive or place < len(steps) - 1
        word = forms[(2 if place else 0) + of]
        number = _number(step)
        joint = " " if number.endswith(")") or not number else "-"
        named.append(f"{number}{joint}{word}".strip())
    return " ".join(named)
