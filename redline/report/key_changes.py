"""Which changes of a package are shown first, and how much of their texts is shown where room is short."""

from __future__ import annotations

from collections.abc import Sequence

from redline.languages.shortening import last_words
from redline.model.findings import SEVERITIES
from redline.papers.paper import Words
from redline.render.table.table import ComparisonTable, TableAct, TableRow
from redline.report.material import Material

Change = tuple[ComparisonTable, TableAct, TableRow]
"""A row of a comparison table, with its Act and the table."""


def key_changes(material: Material, changes: Sequence[Change], most: int) -> list[Change]:
    """Those that the dossier names, in its order; where it names none of them, the most telling.

    Args:
        most: how many, where the dossier names none.
    """
    chosen = material.dossier.report.key_changes
    named = [(min(places), change) for change in changes if (places := _named(change[2], chosen))]
    if named:
        return [change for _, change in sorted(named, key=lambda each: each[0])]
    return _ranked(material, changes)[:most]


def _ranked(material: Material, rows: Sequence[Change]) -> list[Change]:
    """The changes that answer the worst findings first, one of each Act after another; those of titles and
    contents last.
    """
    worst = {j.finding.id: SEVERITIES.index(j.severity) for j in material.open}
    counted: dict[tuple[str, int], int] = {}
    keys: list[tuple[bool, int, int]] = []
    for _, act, row in rows:
        place = _worst(row, worst)
        nth = counted[act.alias, place] = counted.get((act.alias, place), 0) + 1
        numbered = any(letter.isdigit() for element in row.elements for letter in element)
        keys.append((not numbered, place, nth))
    return [rows[at] for at in sorted(range(len(rows)), key=lambda at: keys[at])]


def _named(row: TableRow, chosen: Sequence[str]) -> list[int]:
    ids = {change.operation.id for change in row.changes}
    return [place for place, name in enumerate(chosen) if name in ids]


def _worst(row: TableRow, severities: dict[str, int]) -> int:
    """How bad the worst finding is that a row answers; behind all others where it answers none."""
    fixes = (name for change in row.changes for name in change.operation.fixes)
    return min((severities[name] for name in fixes if name in severities), default=len(SEVERITIES))


def excerpt(lines: Sequence[Sequence[Words]], most: int) -> list[list[Words]]:
    """As much of a text as there is room for, from a little before its first change on; cut at a word.

    Args:
        lines: the words of each line.
        most: letters.
    """
    lines = [[words for words in line if words.text] for line in lines]
    first = next((at for at, line in enumerate(lines) if any(w.gone or w.come for w in line)), 0)
    found: list[list[Words]] = []
    left = most
    for line in lines[first:]:
        if left <= 0:
            found.append([Words("…")])
            break
        kept: list[Words] = []
        for words in _from_change(line, most // 3):
            if left <= 0:
                break
            text = words.text if len(words.text) <= left else f"{_whole_words(words.text, left)}…"
            left -= len(words.text)
            kept.append(Words(text, words.bold, words.italic, words.gone, words.come))
        found.append([words for words in kept if words.text])
    return found


def _from_change(line: Sequence[Words], before: int) -> Sequence[Words]:
    """A line from some letters before its first change on; from its beginning where nothing changes in it."""
    first = next((at for at, words in enumerate(line) if words.gone or words.come), None)
    if first is None or first == 0:
        return line
    ahead = "".join(words.text for words in line[:first])
    if len(ahead) <= before:
        return line
    return [Words(f"… {last_words(ahead, before)}"), *line[first:]]


def _whole_words(text: str, letters: int) -> str:
    cut = text[:letters]
    return cut.rpartition(" ")[0] or cut
