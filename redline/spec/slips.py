"""Slips in the layout of an operation: a space or dash that is missing, a key at the wrong depth."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from redline.operations.keys import VERBS
from redline.spec.common import COMMON

_VERB_NAMES = frozenset(verb.name for verb in VERBS)
_KEYS = frozenset(key.name for verb in VERBS for key in verb.keys) | set(COMMON)
_KEY_LINE = re.compile(r"(?P<indent> *)(?P<dash>(?:- +)?)(?P<key>[a-z_]+):(?:\s|$)")


class Slip(Struct, frozen=True):
    """A slip on one line.

    Attributes:
        what: what is wrong, and `do`, what to write.
        column: where it is, from 0, over so many characters (`length`).
        mended: the line as it was meant.
    """

    what: str
    do: str
    column: int
    length: int
    mended: str


def joined_key(lines: Sequence[str], row: int) -> Slip | None:
    """`key:value`, without a space behind the colon."""
    line = lines[row]
    mended = re.sub(r"^(\s*(?:- +)*[a-z_]+):(?=[^\s:])", r"\1: ", line)
    if mended == line:
        return None
    return Slip("a space is missing behind the colon", f"write {mended.strip()}", line.index(":"), 1, mended)


def missing_space(lines: Sequence[str], row: int) -> Slip | None:
    """`-substitute: …`, without a space behind the dash."""
    found = re.match(r"( *)-([a-z]+)(:.*)", lines[row])
    if found is None or found[2] not in (*_VERB_NAMES, "act"):
        return None
    mended = f"{found[1]}- {found[2]}{found[3]}"
    return Slip(
        "a space is missing behind the dash",
        f"write {mended.strip()}",
        len(found[1]),
        len(found[2]) + 1,
        mended,
    )


def missing_dash(lines: Sequence[str], row: int) -> Slip | None:
    """`substitute: …` at the place of an operation, without the dash that begins one."""
    found = _KEY_LINE.match(lines[row])
    if found is None or found["dash"] or found["key"] not in _VERB_NAMES:
        return None
    mended = f"{found['indent']}- {lines[row].lstrip()}"
    return Slip(
        "the dash that begins an operation is missing",
        f"write {mended.strip()}",
        len(found["indent"]),
        len(found["key"]),
        mended,
    )


def misplaced_key(lines: Sequence[str], row: int) -> Slip | None:
    """A key of an operation that does not stand straight below its verb."""
    found = _KEY_LINE.match(lines[row])
    if found is None or found["dash"] or found["key"] not in _KEYS:
        return None
    above = _operation_above(lines, row)
    if above is None or above["key"] not in (*_VERB_NAMES, *COMMON):
        return None
    depth = len(above["indent"]) + len(above["dash"])
    if depth == len(found["indent"]):
        return None
    side = "too far to the right" if depth < len(found["indent"]) else "too far to the left"
    return Slip(
        f"{found['key']}: stands {side} for a key of this operation",
        f"put it straight below {above['key']}:, with {depth} spaces before it",
        len(found["indent"]),
        len(found["key"]) + 1,
        " " * depth + lines[row].lstrip(),
    )


def _operation_above(lines: Sequence[str], row: int) -> re.Match[str] | None:
    """The line with a dash that begins the operation which a row is in."""
    for place in range(row - 1, max(-1, row - 50), -1):
        found = _KEY_LINE.match(lines[place])
        if found is not None and found["dash"]:
            return found
    return None
