"""Pipe tables of plain text."""

from __future__ import annotations

import re

from lxml import etree

from redline.drafting.inline import fill

Element = etree._Element

_RULE = re.compile(r"\|?\s*:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)*\|?")


def is_table_line(line: str) -> bool:
    """Whether a line is a row of a pipe table."""
    return line.startswith("|") and line.rstrip().endswith("|") and len(line.strip()) > 1


def is_rule(line: str) -> bool:
    """Whether a line is the `|---|` line under the head of a table."""
    return bool(_RULE.fullmatch(line.strip()))


def read_rows(lines: list[str], namespace: str) -> list[Element]:
    """The rows of a pipe table; those above the `|---|` line are head cells."""
    rule = next((place for place, line in enumerate(lines) if is_rule(line)), None)
    rows: list[Element] = []
    for place, line in enumerate(lines):
        if place != rule:
            rows.append(_row(line, "th" if rule is not None and place < rule else "td", namespace))
    return rows


def read_table(lines: list[str], namespace: str) -> Element:
    """A whole table."""
    table = etree.Element(f"{{{namespace}}}table" if namespace else "table")
    for row in read_rows(lines, namespace):
        table.append(row)
    return table


def _row(line: str, cell_name: str, namespace: str) -> Element:
    tag = f"{{{namespace}}}" if namespace else ""
    row = etree.Element(f"{tag}tr")
    inner = line.strip()[1:-1]
    for cell_text in re.split(r"(?<!\\)\|", inner):
        cell = etree.SubElement(row, f"{tag}{cell_name}")
        fill(etree.SubElement(cell, f"{tag}p"), cell_text.strip().replace("\\|", "|"), namespace)
    return row
