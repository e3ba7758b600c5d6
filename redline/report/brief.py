"""A brief on each amended Act: what changes, from when and whom it concerns, on one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redline.dossier.library import ReviewedAct
from redline.languages.shortening import shortened
from redline.papers.paper import (
    Block,
    Cell,
    Column,
    Heading,
    Paper,
    Paragraph,
    Row,
    Table,
    Words,
    cell,
    plain,
)
from redline.render.table.table import ComparisonTable, TableAct, TableRow, told_in
from redline.render.table.words import table_words
from redline.report.key_changes import Change, excerpt, key_changes
from redline.report.material import Material
from redline.report.paper_words import paper_words
from redline.report.proposals import before_and_after, shown_lines
from redline.report.prose import said_in
from redline.report.together import by_version
from redline.report.words import words_in

_MOST, _LETTERS = 5, 150
"""Changes, and letters of each text: what one page holds beside the rest."""
_MOST_BODIES, _MOST_FINDINGS = 8, 5


def briefs_of(material: Material) -> Iterator[tuple[str, Paper]]:
    """The briefs, each with the short name of its Act."""
    words, report = paper_words(material.language), material.dossier.report
    changes: dict[str, list[Change]] = {}
    for table, act in before_and_after(material):
        named = material.document_of(act.alias) or act.alias
        changes.setdefault(named, []).extend((table, act, row) for row in act.rows)
    for name, own in changes.items():
        act = own[0][1]
        title = material.title_of(name) if material.document_of(act.alias) else act.title
        yield name, Paper(
            words["brief title"].format(title=shortened(title, 160)), material.language,
            tuple(_blocks(material, own)), material.dossier.title_in(material.language),
            words_in(material.language)["pages"], date=report.date,
            author=said_in(report.author, material.language),
        )  # fmt: skip


def _blocks(material: Material, changes: Sequence[Change]) -> Iterator[Block]:
    words, said = paper_words(material.language), words_in(material.language)
    rows = key_changes(material, changes, _MOST)
    yield _line(words["in force"], "; ".join(_days(material, [row for _, _, row in changes])))
    bodies = _bodies(material, changes)
    if bodies:
        yield _line(words["concerns"], ", ".join(bodies))
    yield Heading(1, f"{words['of changes']}: {len(changes)}")
    columns = (Column(said["provision"], 3), Column(said["current"], 6), Column(said["proposed"], 6),
               Column(said["reason"], 5))  # fmt: skip
    shown = tuple(Row(_cells(row, table, act)) for table, act, row in rows[:_MOST])
    yield Table(columns, shown, small=True)
    if len(changes) > len(shown):
        yield plain(words["further"].format(count=len(changes) - len(shown)), "note")
    named = {name for _, _, row in changes for name in _fixes(row)}
    answered = [judged for judged in material.open if judged.finding.id in named]
    if answered:
        yield Heading(1, f"{words['findings answered']}: {len(answered)}")
        for judged, _ in by_version(answered, material.language)[:_MOST_FINDINGS]:
            yield plain(shortened(judged.message(material.language), _LETTERS), "item", number="–")


def _line(label: str, text: str) -> Paragraph:
    return Paragraph((Words(f"{label}: ", bold=True), Words(text)))


def _days(material: Material, rows: Sequence[TableRow]) -> list[str]:
    days = {change.date for row in rows for change in row.changes}
    dates, words = table_words(material.language), words_in(material.language)
    said = [dates.date(day) for day in sorted(day for day in days if day is not None)]
    return [*said, words["no date"]] if None in days else said


def _bodies(material: Material, changes: Sequence[Change]) -> list[str]:
    """The bodies that are named where something changes, in the order of the text: now, and as amended."""
    found: dict[str, None] = {}
    changed = {(act.alias, element) for _, act, row in changes for element in row.elements}
    for key, language in dict.fromkeys((act.alias, act.language) for _, act, _ in changes):
        document = material.document_of(key)
        for review in filter(None, (material.review, material.after)):
            version = review.version_in(document, language)
            if version is not None:
                named = _named_in(version)
                found |= dict.fromkeys(name for place, name in named if (key, place) in changed)
    return list(found)[:_MOST_BODIES]


def _named_in(act: ReviewedAct) -> Iterator[tuple[str, str]]:
    """Each body that an Act names, behind the provision that names it."""
    for body in act.facts.bodies:
        yield act.cite(act.facts.lines[body.at.line].provision), body.name


def _cells(row: TableRow, table: ComparisonTable, act: TableAct) -> tuple[Cell, ...]:
    sides = (
        tuple(Paragraph(tuple(line), language=act.language) for line in excerpt(
            [p.words for p in shown_lines(lines, old=old)], _LETTERS))
        for lines, old in ((row.current, True), (row.proposed, False))
    )  # fmt: skip
    reason = shortened(" ".join(text for text in told_in("reason", row, table) if text), _LETTERS)
    return (cell(", ".join(row.elements[:3])), *sides, cell(reason))


def _fixes(row: TableRow) -> set[str]:
    return {name for change in row.changes for name in change.operation.fixes}
