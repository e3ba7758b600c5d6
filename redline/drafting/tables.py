"""Pipe tables of plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from redline.drafting.inline import fill
from redline.drafting.layout import at_line

Element = etree._Element

_RULE = re.compile(r"\|?\s*:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)*\|?")


def is_table_line(line: str) -> bool:
    """Whether a line is a row of a pipe table."""
    return line.startswith("|") and line.rstrip().endswith("|") and len(line.strip()) > 1


def is_rule(line: str) -> bool:
    """Whether a line is the `|---|` line under the head of a table."""
    return bool(_RULE.fullmatch(line.strip()))


def uneven_row(lines: list[str]) -> tuple[int, int, int] | None:
    """The first row that has not as many cells as the first one; None where all are alike.

    Returns:
        its place (from 1), how many cells it has, and how many the first has.
    """
    counts = [len(_cells(line)) for line in lines if not is_rule(line)]
    return next(((at, count, counts[0]) for at, count in enumerate(counts, 1) if count != counts[0]), None)


def read_rows(lines: list[str], namespace: str, places: Sequence[int] = ()) -> list[Element]:
    """The rows of a pipe table, those above the `|---|` line with head cells.

    Args:
        places: which line of the new text each line is, for messages.
    """
    rule = next((place for place, line in enumerate(lines) if is_rule(line)), None)
    rows: list[Element] = []
    for place, line in enumerate(lines):
        if place != rule:
            row = _row(line, "th" if rule is not None and place < rule else "td", namespace)
            rows.append(at_line(row, places[place]) if places else row)
    return rows


def read_table(lines: list[str], namespace: str, places: Sequence[int] = ()) -> Element:
    """A whole table; arguments as for `read_rows`."""
    table = etree.Element(f"{{{namespace}}}table" if namespace else "table")
    for row in read_rows(lines, namespace, places):
        table.append(row)
    return table


def _row(line: str, cell_name: str, namespace: str) -> Element:
    tag = f"{{{namespace}}}" if namespace else ""
    row = etree.Element(f"{tag}tr")
    for cell_text in _cells(line):
        cell = etree.SubElement(row, f"{tag}{cell_name}")
        fill(etree.SubElement(cell, f"{tag}p"), cell_text.strip().replace("\\|", "|"), namespace)
    return row


def _cells(line: str) -> list[str]:
    return re.split(r"(?<!\\)\|", line.strip()[1:-1])
