"""Quotations in plain text that run over several lines: a number inside one is of what is quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redline.drafting.layout import Line
from redline.drafting.outlines import quoted_number
from redline.model.spec import Content


def refuse_numbers_in_quotations(content: Content, lines: Sequence[Line]) -> None:
    """Refuse a numbered line inside a quotation that begins before it and ends behind its number: it can be a
    provision of the Act, or of the text that is quoted.

    Raises:
        AmendmentError: `content-ambiguous`.
    """
    typed = content.text.splitlines()
    for first, last in _quotations(typed):
        for line in lines:
            if line.number is not None and first + 1 < line.place <= last + 1:
                raise quoted_number(content, line, typed[first].strip())


def _quotations(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of the first and last line of each quotation; those that are not closed are left out."""
    pairs = _pairs("".join(texts))
    opened: list[tuple[str, int]] = []
    for place, text in enumerate(texts):
        for at, sign in enumerate(text):
            side = _side(text, at, pairs)
            if side > 0:
                opened.append((sign, place))
            elif side < 0 and opened and pairs.get(opened[-1][0], '"') == sign:
                yield opened.pop()[1], place


def _pairs(text: str) -> dict[str, str]:
    """Each opening mark with the one that closes it, as the text uses them: « » or » «, “ ” or „ “."""
    reverse = "»" in text and ("«" not in text or text.index("»") < text.index("«"))
    pairs = {"»": "«"} if reverse else {"«": "»"}
    return pairs | ({"„": "“"} if "„" in text else {"“": "”"})


def _side(text: str, at: int, pairs: dict[str, str]) -> int:
    """1 for a mark that opens a quotation, -1 for one that closes it, 0 for anything else."""
    sign = text[at]
    if sign == '"':
        before, behind = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        if (not before or before.isspace() or before in "([") and behind and not behind.isspace():
            return 1
        return -1 if before and not before.isspace() and not behind.isalnum() else 0
    return 1 if sign in pairs else -1 if sign in pairs.values() else 0
