"""The lines of plain text: which begin with a number, and what is a line for itself on one line."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec.structs import replace

from redline.drafting.layout import Layout, Line
from redline.drafting.numbers import LATIN, Number, first_styles, leading_number, styles_of
from redline.drafting.outlines import two_beginnings
from redline.errors import AmendmentError
from redline.languages import PACKS
from redline.model.spec import Content

OMISSIONS = ("…", "...")
"""A line, or the words behind a number, that keep what stands there."""

_SIGN_LINE = re.compile(r"§\s*(?P<number>[0-9][\w:.–-]*?)(?P<dot>\.?)(?:\s+(?P<rest>.*)|$)")


@lru_cache(maxsize=1)
def _word_behind() -> re.Pattern[str]:
    """A line that begins with a number and the word of a head behind it, as in Kazakh: `5-1-бап. Heading`.

    Other forms of the word (`5-бабында`) begin a sentence.
    """
    words = {word for pack in PACKS if pack.heads.number_first for word in pack.heads.words if len(word) > 1}
    longest_first = sorted(map(re.escape, words), key=len, reverse=True)
    return re.compile(
        rf"(?P<number>[0-9]+(?:-[0-9]+)*)(?:-|\s+)(?P<word>{'|'.join(longest_first) or '(?!)'})"
        r"(?P<dot>[.:])?(?=\s|$)\s*(?P<rest>.*)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8)
def _unit_line(unit_words: tuple[str, ...]) -> re.Pattern[str]:
    """A line that begins with a unit word and a number."""
    words = sorted((re.escape(word) for word in unit_words if word != "§"), key=len, reverse=True)
    return re.compile(
        rf"(?P<word>{'|'.join(words) or '(?!)'})(?P<short>\.?)\s+(?P<number>"
        rf"-?[0-9]+(?:[-–.][0-9A-Za-z]+)*(?:[A-Za-z]{{0,3}}|[- ]?(?:{LATIN})|º|°)"
        rf"|[IVXLC]+(?:-[0-9]+|-[IVXLC]+)?(?:[- ]?(?:{LATIN}|er|i?[eè]re|re))?|[A-Z])"
        rf"(?P<dot>\s?[.:)—])?(?=\s|$)\s*(?P<dash>[—–-]\s+)?(?P<rest>.*)",
        re.IGNORECASE,
    )


def scan_lines(content: Content, layout: Layout) -> list[Line]:
    """The lines that hold something, each with the number it begins with.

    Raises:
        AmendmentError: `content-ambiguous` where a second number on a line can be a number or words;
            `content-unreadable` for an omission with something behind it.
    """
    pattern = _unit_line(tuple(layout.unit_words))
    found: list[Line] = []
    for place, typed in enumerate(content.text.splitlines(), 1):
        if typed.strip():
            found += _parted(replace(_scan(typed, pattern), place=place), content)
    return found


def _scan(typed: str, unit_line: re.Pattern[str]) -> Line:
    text = typed.strip()
    indent = len(typed) - len(typed.lstrip())
    if re.match(r"\\[\w(§«\"“…-]", text):
        return Line(text[1:], indent, None, text[1:], "")
    match = _word_behind().match(text)
    if match is not None and _heads_unit(match):
        printed = text[: match.end("dot" if match["dot"] else "word")]
        number = Number(printed, match["number"], printed.replace(match["number"], "{n}", 1))
        return Line(text, indent, number, match["rest"], match["word"].lower())
    match = unit_line.match(text)
    if match is not None and _is_unit_head(match):
        printed = text[: match.end("dot" if match["dot"] else "number")]
        number = Number(printed, match["number"], printed.replace(match["number"], "{n}", 1))
        dash = match["dash"] or ""
        return Line(text, indent, number, match["rest"], match["word"].lower(), dash=dash)
    match = _SIGN_LINE.match(text)
    if match is not None:
        number = Number(match["number"], match["number"], "§ {n}")
        return Line(text, indent, number, match["rest"] or "", "§")
    found = leading_number(text)
    if found is None:
        return Line(text, indent, None, text, "")
    return Line(text, indent, found[0], found[1], "")


def _is_unit_head(match: re.Match[str]) -> bool:
    """`Article 5. Heading` or `Chapter 3` is the head of a unit; `Article 5 applies to …` is a sentence."""
    rest = match["rest"]
    if not match["word"][:1].isupper():
        return False
    return bool(match["dot"]) or not rest or match["word"].isupper() or rest[:1].isupper()


def _heads_unit(match: re.Match[str]) -> bool:
    """`5-бап. Тақырып`, `5-бап` and `5-бап Тақырып` head a unit; `5-бап Үкіметке қатысты.` is a sentence."""
    rest = match["rest"]
    return bool(match["dot"]) or not rest or (rest[:1].isupper() and rest[-1] not in ".;:,")


def _parted(line: Line, content: Content) -> list[Line]:
    """A line that begins with several numbers (`(a)(1) …`, `1. 1) …`) is one line for each of them."""
    if line.number is None:
        return [line]
    if re.match(r"\\[\w(§-]", line.rest):
        return [replace(line, rest=line.rest[1:])]
    if line.rest not in OMISSIONS and re.fullmatch(r"(…|\.\.\.)\s*[.,;:]", line.rest):
        raise AmendmentError(
            "content-unreadable",
            f'"{line.text}" keeps what stands there, and has a mark behind it',
            do=f"write {line.number.printed} … to keep the provision as it is",
            at=content.line(line.place),
        )
    second = leading_number(line.rest)
    if second is None:
        return [line]
    touching = line.text.startswith(f"{line.number.printed}(")
    if not touching and not _surely_nested(line, second[0], second[1]):
        raise two_beginnings(content, line, second[0])
    outer = replace(line, rest="")
    inner = Line(line.rest, line.indent, second[0], second[1], "", line.place, inside=True)
    return [outer, *_parted(inner, content)]


def _surely_nested(line: Line, second: Number, rest: str) -> bool:
    """Whether a second number behind a space is one: it begins a list, and that does not go on in the same
    line, as in `1. (a) the permit and (b) the copy are kept`.
    """
    assert line.number is not None
    same = second.template == line.number.template and styles_of(second.bare) & styles_of(line.number.bare)
    if same or not first_styles(second.bare):
        return False
    following = {"1": "2", "i": "ii", "I": "II", "a": "b", "A": "B", "а": "б", "А": "Б"}.get(second.bare)
    return following is None or second.template.replace("{n}", following) not in rest
