"""The amendments of a package with the text before and after, and when they come into force."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from redline.model.spec import Operation
from redline.papers.paper import Block, Cell, Column, Heading, Paragraph, Row, Table, Words, cell, plain
from redline.render.renderer import Package
from redline.render.table.plain import plain_lines
from redline.render.table.table import ComparisonTable, TableAct, TableRow, comparison_table, told_in
from redline.render.table.words import table_words
from redline.render.word.paragraphs import Line
from redline.report.material import Material
from redline.report.words import words_in


def before_and_after(material: Material) -> Iterator[tuple[ComparisonTable, TableAct]]:
    """The comparison table of each amended Act in one language; and behind them what changes in a version of
    another language alone.
    """
    shown: set[str] = set()
    for package in material.shown_packages():
        table = comparison_table(package)
        for act in table.acts:
            shown.update(change.operation.id for row in act.rows for change in row.changes)
            yield table, act
    for package in material.packages:
        for tag in package.languages if len(package.languages) > 1 else ():
            yield from _not_in(shown, comparison_table(package.in_language(tag)))


def _not_in(shown: set[str], table: ComparisonTable) -> Iterator[tuple[ComparisonTable, TableAct]]:
    """The rows of a table with a change that was not shown, which is noted."""
    for act in table.acts:
        rows = tuple(row for row in act.rows if any(c.operation.id not in shown for c in row.changes))
        if rows:
            shown.update(change.operation.id for row in rows for change in row.changes)
            yield table, replace(act, rows=rows)


def proposals(material: Material) -> Iterator[Block]:
    """Each amended Act with a table: provision, text in force, text proposed, reason."""
    words = words_in(material.language)
    if not material.packages:
        yield plain(words["no package"], "missing")
        return
    columns = (
        Column(words["provision"], 4), Column(words["current"], 7), Column(words["proposed"], 7),
        Column(words["reason"], 5),
    )  # fmt: skip
    for place, (table, act) in enumerate(before_and_after(material), 1):
        yield Heading(2, act.title, f"act-{place}")
        rows = tuple(Row(_cells(row, table, act)) for row in act.rows)
        yield Table(columns, rows, name=f"{place}. {act.alias}")
    for package in material.shown_packages():
        for heading, sentences in comparison_table(package).lists:
            yield plain(heading)
            yield from (plain(sentence, "item", number="–") for sentence in sentences)


def _cells(row: TableRow, table: ComparisonTable, act: TableAct) -> tuple[Cell, ...]:
    absent = row.current or row.proposed
    return (
        cell(*row.elements),
        shown_lines(row.current, old=True, language=act.language) if absent else cell(""),
        shown_lines(row.proposed, old=False, language=act.language) if absent else cell(""),
        cell(*told_in("reason", row, table)),
    )


def shown_lines(lines: Iterable[Line], *, old: bool, language: str = "") -> Cell:
    """The lines of a side, what differs from the other struck or underlined."""
    found: list[Paragraph] = []
    for line in plain_lines(lines):
        words = (
            Words(
                piece.run.text,
                italic=piece.run.italic,
                gone=old and piece.operation is not None,
                come=not old and piece.operation is not None,
            )
            for piece in line
        )
        found.append(Paragraph(tuple(w for w in words if w.text), language=language))
    return tuple(found) or cell("")


def commencements(material: Material) -> list[tuple[datetime.date | None, int, tuple[str, ...]]]:
    """The days on which the packages take effect: how many operations do, and in which Acts; those without
    a day last.
    """
    found: dict[datetime.date | None, dict[str, set[str]]] = {}
    for package in material.packages:
        for key, marked in package.items():
            alias = package.spec.acts[key].alias
            for change in marked.changes():
                acts = found.setdefault(change.date, {})
                acts.setdefault(alias, set()).add(change.operation.id)
    days = sorted(found, key=lambda day: (day is None, day or datetime.date.min))
    return [(day, len(set().union(*found[day].values())), tuple(found[day])) for day in days]


def roadmap(material: Material) -> Iterator[Block]:
    """The table of commencements."""
    words, dates = words_in(material.language), table_words(material.language)
    rows = tuple(
        Row((
            cell(dates.date(day) if day else words["no date"]),
            cell(*map(material.title_of_act, acts)),
            cell(str(count)),
        ))
        for day, count, acts in commencements(material)
    )  # fmt: skip
    if rows:
        yield Table((Column(words["date"], 3), Column(words["acts"], 8), Column(words["changes"], 2)), rows)


def operations_of(packages: Iterable[Package]) -> Iterator[Operation]:
    """The operations of the packages."""
    for package in packages:
        yield from package.spec.operations
