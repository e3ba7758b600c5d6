"""What operations tell the drafter (`Change.notes`), in the language of the paper that shows it.

Operations tell it once, in the English of the terminal; papers in Russian and Kazakh say the same in their
own words. A note is known by its pattern, and what stands in its groups (addresses, words of the law) goes
over as it is. One that is not known stays English, and whoever shows it marks it as such.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from redline.languages import short_code
from redline.render.notes_said_words import MEANT, NOTES, OTHER, TIMES

_MEANT = ": is that meant?"
_OTHER = re.compile(r"^the (?P<verb>\w+) at (?P<at>[^ ]+)$")
_TIMES = re.compile(r"\((\d+) times\)")


def said_note(note: str, language: str | None) -> tuple[str, bool]:
    """A note in a language, and whether it is in that language; in English where it is not known.

    Args:
        note: as the operation told it.
        language: any code of the language of the paper.
    """
    code = short_code(language)
    if code not in TIMES:
        return note, code == "en"
    said = _said(note, code)
    return (note, False) if said is None else (said, True)


def _said(note: str, code: str) -> str | None:
    pieces = note.split("; ") if note.startswith("the Act has no ") else [note]
    found = [_one(piece, code) for piece in pieces]
    known = [piece for piece in found if piece is not None]
    return "; ".join(known) if len(known) == len(found) else None


def _one(note: str, code: str) -> str | None:
    plain = note.removesuffix(_MEANT)
    for pattern, words in _patterns():
        match = pattern.fullmatch(plain)
        if match is not None:
            facts = {name: _fact(name, value or "", code) for name, value in match.groupdict().items()}
            said = words[code].format_map(facts)
            said = said[:1].upper() + said[1:]
            return f"{said}. {MEANT[code]}" if plain != note else said
    return None


def _fact(name: str, value: str, code: str) -> str:
    """What stands in a group, with the few words in it that are no law's."""
    if name == "other":
        match = _OTHER.match(value)
        return OTHER[code].format_map(match.groupdict()) if match is not None else value
    if name == "forms":
        return _TIMES.sub(lambda found: f"({TIMES[code].format(count=found[1])})", value)
    if name in ("place", "what", "kind", "why", "fate", "keys", "level", "other_level"):
        return _worded(value, code)
    return value


def _worded(value: str, code: str) -> str:
    """A set phrase in a group; several of them, or one with an address in it, by their own patterns."""
    for pattern, words in _patterns(phrases=True):
        match = pattern.fullmatch(value)
        if match is not None:
            return words[code].format_map(match.groupdict())
    return value


@lru_cache(maxsize=2)
def _patterns(*, phrases: bool = False) -> tuple[tuple[re.Pattern[str], Mapping[str, str]], ...]:
    return tuple((re.compile(pattern, re.DOTALL), {"ru": ru, "kk": kk}) for pattern, ru, kk in NOTES[phrases])
