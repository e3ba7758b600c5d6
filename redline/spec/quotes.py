"""Text that YAML does not read as typed unless it stands in quotes: why, and the line ready to copy."""

from __future__ import annotations

import re

from msgspec import Struct

_SPECIAL = frozenset(",[]{}*&!|>%@#'\"`")
_LINE = re.compile(r"(?P<lead>\s*(?:-\s+)*)(?:(?P<key>[\w-]+):(?:\s+|$))?(?P<value>.*?)\s*$")
_BLOCK_HEADER = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])(?:\s+#.*)?")
_CLOSING = {"[": "]", "{": "}"}


class TypedLine(Struct, frozen=True):
    """A line `- key: value` (or `- value`) of a spec, as typed.

    Attributes:
        lead: the indentation and dashes before the key.
        key: empty for an item of a list.
        value: what stands behind the key.
        column: where the value begins, from 0.
    """

    lead: str
    key: str
    value: str
    column: int

    def with_value(self, value: str) -> str:
        """The whole line with another value."""
        return f"{self.lead}{f'{self.key}: ' if self.key else ''}{value}"

    @property
    def mended(self) -> str:
        """The whole line with its value in quotes; of a mapping in braces, with the texts in it in quotes."""
        braces = _mended_mapping(self.value) if is_collection(self.value) else None
        return self.with_value(braces or quote(inside_quotes(self.value) or self.value))

    @property
    def ready(self) -> str:
        """The mended line without its indentation, ready to copy."""
        return self.mended.lstrip()


def typed_line(line: str) -> TypedLine | None:
    """A line taken apart; None where it has no value."""
    match = _LINE.fullmatch(line)
    if match is None or not match["value"]:
        return None
    return TypedLine(match["lead"], match["key"] or "", match["value"], match.start("value"))


def quote(text: str) -> str:
    """Text as a quoted YAML scalar, in the quotation marks that need the least doubling."""
    if "'" in text and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def inside_quotes(value: str) -> str | None:
    """The text of `'the employer's duties'`, whose outer quotation marks are meant as those of YAML; None
    where they may as well belong to the text, as in `'a' and 'b'`.
    """
    mark = value[:1]
    if mark not in ("'", '"') or len(value) < 3 or not value.endswith(mark):
        return None
    inner = value[1:-1]
    if not re.search(r"\w", inner) or mark in (inner[0], inner[-1]):
        return None
    others = re.sub(rf"(?<=\w){mark}(?=\w)", "", inner)
    opens = re.search(rf"(?:^|[\s(\[]){mark}\S", others)
    nested = (
        opens is not None and others.index(mark) >= opens.start() and others[: opens.end()].count(mark) == 1
    )
    return inner if nested or others.count(mark) % 2 == 1 or mark not in others else None


def why_quotes(value: str) -> str | None:
    """Why a value typed without quotes is not read as typed; None where it is."""
    if is_quoted(value) or is_block_header(value) or is_collection(value):
        return None
    if inside_quotes(value) is not None:
        return f"the text holds the quotation mark {value[0]} that stands around it, and so ends there"
    if value[0] in "'\"":
        return (
            f"the text goes on behind the closing {value[0]}" if value[0] in value[1:] else "it is not closed"
        )
    if value[0] in _SPECIAL:
        return f"text that begins with {value[0]} must stand in quotes"
    if value[:2] in ("- ", "? ") or value in ("-", "?"):
        return f"text that begins with {value[0]} and a space must stand in quotes"
    if re.search(r":\s", value):
        return "text that contains a colon and a space must stand in quotes"
    if value.endswith(":"):
        return "text that ends in a colon must stand in quotes"
    if re.search(r"\s#", value):
        return "text that contains a space and # must stand in quotes"
    return None


_IN_BRACES = re.compile(
    r"(?:^|,)\s*(from|to|after|before|text|file|event|source|as_of|publication|uri|form|number|date|signed_by"
    r"|en|ru|kk):\s"
)


def _mended_mapping(value: str) -> str | None:
    """`{from: a: b, to: c}` with the texts in it in quotes that need them; None for other collections."""
    inner = value[1:-1] if value.startswith("{") and value.endswith("}") else ""
    keys = list(_IN_BRACES.finditer(inner))
    if not keys or inner[: keys[0].start()].strip():
        return None
    ends = [key.start() for key in keys[1:]] + [len(inner)]
    texts = [inner[key.end() : end].strip() for key, end in zip(keys, ends, strict=True)]
    safe = [text if is_quoted(text) or re.fullmatch(r"[\w-]+", text) else quote(text) for text in texts]
    return "{" + ", ".join(f"{key[1]}: {text}" for key, text in zip(keys, safe, strict=True)) + "}"


def is_quoted(value: str) -> bool:
    """Whether a value is one quoted scalar, with nothing but a comment behind it."""
    return re.fullmatch(r"(?:'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\")(?:\s+#.*)?", value) is not None


def is_block_header(value: str) -> bool:
    """Whether a value is the `|` or `>` of a text on the lines below."""
    return _BLOCK_HEADER.fullmatch(value) is not None


def is_collection(value: str) -> bool:
    """Whether a value is one list or mapping in brackets, with nothing but a comment behind it."""
    if value[:1] not in _CLOSING:
        return False
    depth = 0
    for place, letter in enumerate(value):
        depth += (letter in "[{") - (letter in "]}")
        if depth == 0:
            rest = value[place + 1 :]
            return value[place] == _CLOSING[value[0]] and (not rest.strip() or bool(re.match(r"\s+#", rest)))
    return False


def opens_quotation(value: str) -> bool:
    """Whether a value begins with a quotation mark that is not closed on its line."""
    return value[:1] in ("'", '"') and not re.match(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"", value)
