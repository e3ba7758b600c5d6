"""How the identifiers of an Act are made: read off those that it has."""

from __future__ import annotations

import re

from msgspec import Struct


class IdScheme(Struct, frozen=True):
    """How an Act identifies elements of one kind.

    Attributes:
        prefixed: whether the identifier of the context stands before it.
        separator: what stands between the two.
        short: the name in it; empty where the number alone stands there (`section-6-2-a`).
        joint: what stands between the name and the number.
    """

    prefixed: bool
    separator: str
    short: str
    joint: str = "_"

    def part(self, number: str) -> str:
        """The last part of an identifier: `subsec_2`, or the number alone."""
        return f"{self.short}{self.joint}{number}" if self.short else number


_NAMED = re.compile(r"(_{0,2}|[-.~]?)([^\W\d_]+)(?:_|$)")
_BEFORE_THE_NUMBER = re.compile(r"(_{1,2}|[-.~]?)(?:([^\W\d_]+)([-_.~]?))?")


def scheme_of(identifier: str, context: str | None, number: str) -> IdScheme | None:
    """The scheme that one identifier shows, or None.

    Args:
        identifier: of the element.
        context: the identifier of what it stands in, where that has one.
        number: the number of the element, as identifiers have it.
    """
    prefixed = context is not None and identifier.startswith(context)
    rest = identifier[len(context) :] if prefixed and context is not None else identifier
    match = (
        _BEFORE_THE_NUMBER.fullmatch(rest.removesuffix(number)) if number and rest.endswith(number) else None
    )
    if match is not None and (match.group(2) or (prefixed and match.group(1))):
        return IdScheme(prefixed, match.group(1) or "__", match.group(2) or "", match.group(3) or "")
    named = _NAMED.match(rest)
    return IdScheme(prefixed, named.group(1) or "__", named.group(2)) if named is not None else None


def clean_number(number: str) -> str:
    """A bare number as identifiers have it: without spaces and brackets."""
    return re.sub(r"[\s()]+", "", number)
