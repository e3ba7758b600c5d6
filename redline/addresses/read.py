"""From the text of an ADDRESS to citations: an eId of the Act, or a citation in any installed language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import get_args

from msgspec.structs import replace
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from redline.errors import AmendmentError
from redline.languages import PACKS
from redline.languages.citations import split_parts, with_parts
from redline.languages.tokens import plain
from redline.model.address import Citation, Part, PartKind
from redline.model.lookalikes import fold_lookalikes
from redline.model.source import Span
from redline.model.spec import Text

# `art_5__para_2`, `sec_nn_1`, `att_1`, `art_-1`, `art-z1_abs-z2`: letters, an underscore, and a number behind
# it.
_EID = re.compile(
    r"[^\W\d_][\w.-]*__[\w.§:-]+"
    r"|[^\W\d_][^\W_]*(?:-[^\W_]+)*_(?:-?\d[\w.:-]*|[ivxlc]+|[IVXLC]+|[^\W\d_]{1,2}|nn_\d+)"
    r"|[^\W\d_]+-[zn]\d+\w*(?:_[^\W\d_]+-[zn]\d+\w*)+"
)

_LONGEST = 2000


def read_address(text: Text, *, eids: Callable[[str], bool]) -> tuple[Citation, ...]:
    """The provisions that an address names, one citation for each.

    Args:
        text: the address as written, with its place in the spec.
        eids: whether the Act has a provision of that identifier, which is then what is meant.

    Raises:
        AmendmentError: `address-unreadable`, where it is no identifier and no citation in any installed
            language.
    """
    found = _by_identifier(text.value, eids) or _run(text.value, eids) or _read(text.value)
    if found is None:
        raise _unreadable(text)
    return tuple(replace(citation, at=text.at) for citation in found)


def looks_like_address(text: str) -> bool:
    """Whether a text can be read as an address without knowing the Act: a citation, or formed like an eId."""
    return _read(text) is not None


def _by_identifier(text: str, eids: Callable[[str], bool]) -> tuple[Citation, ...] | None:
    """The address as an identifier that the Act has, with or without parts behind it."""
    whole = text.strip()
    if eids(whole):
        return (Citation(text, eid=whole),)
    base, *segments = split_parts(plain(text))
    if not segments or not eids(base):
        return None
    return _with_segments((Citation(text, eid=base),), tuple(segments), text)


def _run(text: str, eids: Callable[[str], bool]) -> tuple[Citation, ...] | None:
    """`art 5 para 1 .. art 5 para 3`: a run whose ends are both written out, as citations or as
    identifiers.
    """
    first, dots, last = plain(text).partition("..")
    if not dots or ".." in last:
        return None
    ends = [_by_identifier(end.strip(), eids) or _read(end.strip()) for end in (first, last)]
    if any(end is None or len(end) != 1 or end[0].parts or end[0].act or end[0].upto for end in ends):
        return None
    (start,), (end,) = (found for found in ends if found is not None)
    if start.eid is not None and end.eid is not None:
        return (replace(start, text=text, upto_eid=end.eid),)
    if start.eid is not None or end.eid is not None:
        return None
    # `art 5 para 1 .. para 3`: the end is cited inside what the start is cited in.
    outer = start.steps[: max(0, len(start.steps) - len(end.steps))]
    return (replace(start, text=text, upto=(*outer, *end.steps)),)


def _read(text: str) -> tuple[Citation, ...] | None:
    """The address without knowing the Act; text too long for an address is not looked at, nor kept."""
    return _read_once(fold_lookalikes(text)) if len(text) <= _LONGEST else None


@lru_cache(maxsize=4096)
def _read_once(text: str) -> tuple[Citation, ...] | None:
    for pack in PACKS:
        found = pack.read_citation(text)
        if found is not None:
            return found
    # The base in one language and the parts in another (`ст. 5 / heading`), or an eId that the Act may not
    # have.
    base, *segments = split_parts(plain(text))
    if _EID.fullmatch(base):
        return _with_segments((Citation(text, eid=base),), tuple(segments), text)
    if not segments:
        return None
    bases = (pack.read_citation(base) for pack in PACKS)
    known = next((found for found in bases if found is not None), None)
    return None if known is None else _with_segments(known, tuple(segments), text)


def _with_segments(
    found: tuple[Citation, ...], segments: tuple[str, ...], text: str
) -> tuple[Citation, ...] | None:
    """The citations with what stands behind the slashes, each segment in whichever language reads it."""
    chains = [chain for chain in map(_read_segment, segments) if chain is not None]
    return with_parts(found, chains, text) if len(chains) == len(segments) else None


def _read_segment(segment: str) -> tuple[tuple[Part, ...], ...] | None:
    readings = (pack.read_parts(segment) for pack in PACKS)
    return next((reading for reading in readings if reading is not None), None)


def _unreadable(text: Text) -> AmendmentError:
    """The error, as exact as can be: is it the provision or the part that cannot be read?"""
    base, *segments = split_parts(plain(text.value))
    if segments and (_EID.fullmatch(base) or _read(base) is not None):
        return _unreadable_part(text, base, segments)
    meant, wrong = _as_meant(text.value), _unknown_word(text.value)
    do = (
        'write it like "art 5 para 2 point a", "section 12(1)(b)" or art_5__para_2; '
        "for the Act as a whole, write act"
    )
    if meant is not None:
        do = f"did you mean {meant}?"
    elif re.search(r"[^\W\d_\u0000-\u024f]", text.value):
        # Letters beyond Latin: a citation in a language that has no pack.
        languages = ", ".join(pack.code for pack in PACKS)
        do = f"give the eId, as redline show prints it; citations are read in: {languages}"
    message, at = f'"{text.value}" is not a citation and not an eId of the Act', text.at
    if wrong is not None:
        message, at = f'"{wrong.group()}" is not known as a word for a provision', _within(text, wrong)
    return AmendmentError("address-unreadable", message, do=do, at=at)


def _unknown_word(text: str) -> re.Match[str] | None:
    """The one word of an address with numbers that names no unit in any language; None where several do."""
    if len(text) > _LONGEST or re.search(r"\d", text) is None or '"' in text:
        return None
    known = {word.lower() for pack in PACKS for word in pack.unit_words} | set(get_args(PartKind))
    words = re.finditer(r"(?<![\w-])(?![ivxlcdmIVXLCDM]+\b)[^\W\d_]{3,}(?![\w-])", text)
    unknown = [found for found in words if found[0].lower() not in known]
    return unknown[0] if len(unknown) == 1 else None


def _within(text: Text, found: re.Match[str]) -> Span:
    """Where a stretch of an address stands in its line, where the address is written out on one line."""
    quotes = {len(text.value): 0, len(text.value) + 2: 1}.get(text.at.length)
    if quotes is None:
        return text.at
    column = text.at.column + quotes + found.start()
    return Span(text.at.file, text.at.line, column, len(found.group()))


def _as_meant(text: str) -> str | None:
    """The address with missing spaces, and with misspelt unit words and parts mended, where it can then be
    read: `artcle 5`, `art5`.
    """
    if len(text) > _LONGEST:
        return None
    known = [*dict.fromkeys(word for pack in PACKS for word in pack.unit_words), *get_args(PartKind)]
    known = [word for word in known if len(word) > 2]

    def mended(found: re.Match[str]) -> str:
        word = found.group()
        near = process.extractOne(word.lower(), known, scorer=DamerauLevenshtein.normalized_similarity)
        return str(near[0]) if near is not None and near[1] >= 0.6 and near[0] != word.lower() else word

    spaced = re.sub(r"([^\W\d_]{3,})(?=\d)", r"\1 ", text)
    if spaced != text and _read(spaced) is not None:
        return spaced
    meant = re.sub(r"[^\W\d_]{3,}", mended, spaced)
    return meant if meant != text and _read(meant) is not None else None


def _unreadable_part(text: Text, base: str, segments: list[str]) -> AmendmentError:
    wrong = next((segment for segment in segments if _read_segment(segment) is None), None)
    if wrong is None:
        return AmendmentError(
            "address-unreadable",
            f'"{text.value}" names a part of a run of provisions',
            do=f'name the part of each provision in an address of its own, as in "art 5 / {segments[-1]}"',
            at=text.at,
        )
    others = [segment for segment in segments if segment is not wrong]
    whole = " / ".join((f"{base} {wrong}", *others))
    if _read(whole) is not None:
        return AmendmentError(
            "address-unreadable",
            f'"{wrong}" is a provision, and behind a slash stand its parts (heading, sentence, block)',
            do=f"write it without the slash: {whole}",
            at=text.at,
        )
    meant = _as_meant(text.value)
    examples = ", ".join(_examples())
    return AmendmentError(
        "address-unreadable",
        f'"{wrong}" is not a part of a provision that can be named after a slash',
        do=f"did you mean {meant}?" if meant is not None else f"write one of {examples} behind {base} /",
        at=text.at,
    )


def _examples() -> Iterator[str]:
    yield from ("heading", "text", "intro", "block 2", "sentence 1", 'definition "quota"', "table 1 / row 3")
