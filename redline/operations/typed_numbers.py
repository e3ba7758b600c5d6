"""Numbers of new provisions as they are typed: what cannot be told from words is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from redline.akn.structure import bare_number
from redline.drafting.numbers import follows, leading_number
from redline.errors import AmendmentError
from redline.languages import PACKS
from redline.model.spec import Content
from redline.operations.context import PlanContext


@lru_cache(maxsize=1)
def unit_words() -> Mapping[str, tuple[str, ...]]:
    """The unit words of all installed languages, with the elements they stand for (hierarchical ones
    first).
    """
    words: dict[str, tuple[str, ...]] = {}
    for pack in PACKS:
        for word, elements in pack.unit_words.items():
            words.setdefault(word.rstrip("."), elements)
    return words


def unit_word_of(line: str) -> str:
    """The unit word of a head or a printed number, in small letters (`article` of `Article 5-1.`, `бап` of
    `5-1-бап. …`); an empty string where it has none.
    """
    words = re.sub(r"^[0-9]+(?:-[0-9]+)*[- ]", "", line.strip()).split(maxsplit=1)
    word = words[0].lower().rstrip(".:") if words else ""
    return word if word in unit_words() else ""


_HEADED = frozenset({"article", "section", "rule", "regulation"})
"""Units whose numbers are typed with their word, a heading beside them."""
_BARE = re.compile(r"(?P<number>[0-9]{1,4}[A-Z]{0,2})\s+(?P<rest>[^\W\d_].*)")
_SMALL = re.compile(
    r"(?P<word>[^\W\d_]+)\.?\s+(?P<number>[0-9]{1,4}[A-Z]{0,2}(?:-[0-9A-Z]+)*)[.:)]?\s+(?P<rest>[^\W\d_].*)"
)


def refuse_bare_numbers(context: PlanContext, content: Content, level: str) -> None:
    """Refuse a provision whose number is typed bare (`6A Review`), or with its unit word in small letters.

    The first line is one where the Act prints the numbers of that level bare; a later line, where its number
    comes right after that of the provision before it. A backslash makes it words.

    Args:
        context: the operation.
        content: its new text, as plain text.
        level: the element name of the provisions that it is to hold.

    Raises:
        AmendmentError: `content-number`, with the line as it is typed.
    """
    before = ""
    bare = context.usage.prints_bare(None, level)
    for place, typed in enumerate(content.text.splitlines(), 1):
        line = typed.strip()
        if not line:
            continue
        found = _SMALL.fullmatch(line)
        if found is None or not _is_small(found, level):
            found = _BARE.fullmatch(line) if bare and line[-1:] not in (";", ",") else None
        following = not before or follows(before, found["number"], "arabic") if found is not None else False
        if found is not None and following and found["rest"][0].isupper():
            raise _refused(content, place, level, found)
        number = _number_of(line, level)
        if not before and not number:
            return
        if number and (not before or follows(before, number, "arabic")):
            before = number


def _is_small(found: re.Match[str], level: str) -> bool:
    """Whether a line begins with the unit word of the level in small letters."""
    return found["word"].islower() and level in unit_words().get(found["word"], ())


def _number_of(line: str, level: str) -> str:
    """The bare number of a line that begins a provision of the level: `6A.`, `Section 6A`."""
    word, _, rest = line.partition(" ")
    if level in unit_words().get(word.lower().rstrip("."), ()):
        return bare_number(rest.partition(" ")[0])
    found = leading_number(line)
    return found[0].bare if found is not None else ""


def _refused(content: Content, place: int, level: str, found: re.Match[str]) -> AmendmentError:
    number, rest = found["number"], _short(found["rest"])
    ways = [f'"({number}) {rest}"']
    if level in _HEADED:
        ways = [f'"{level.capitalize()} {number}. {rest}"', f'"{number}. {rest}"']
    return AmendmentError(
        "content-number",
        f'"{_short(found.group())}" is not read as a new {level}: its number cannot be told from words',
        do=f"type it as {' or '.join(ways)}, and it is printed as the Act prints its own; "
        "a backslash before it if it is words",
        at=content.line(place),
    )


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:37].rstrip()}…"
