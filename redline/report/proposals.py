"""The amendments of a package with the text before and after, and when they come into force."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from redline.akn.marked import MarkedAct
from redline.languages.called import short_name
from redline.model.spec import Operation, Spec
from redline.papers.paper import Block, Cell, Column, Heading, Paragraph, Row, Table, Words, cell, plain
from redline.render.renderer import Package
from redline.render.table.act_titles import act_title
from redline.render.table.plain import plain_lines
from redline.render.table.table import ComparisonTable, TableAct, TableRow, comparison_table, told_in
from redline.render.table.words import table_words
from redline.render.word.paragraphs import Line
from redline.report.material import Material
from redline.report.words import words_in


def before_and_after(material: Material) -> Iterator[tuple[ComparisonTable, TableAct]]:
    """The comparison table of each amended Act in one language; and behind them what changes in a version of
    another language alone, cited in the language of the papers too.
    """
    shown: set[str] = set()
    titles: dict[str, str] = {}
    for package in material.shown_packages():
        table = comparison_table(package)
        acts = package.spec.acts
        titles.update(
            {acts[key].alias: _titled(package.spec, key, marked) for key, marked in package.items()}
        )
        for act in table.acts:
            shown.update(change.operation.id for row in act.rows for change in row.changes)
            yield table, replace(act, title=titles[acts[act.alias].alias])
    for package in material.packages:
        for tag in package.languages if len(package.languages) > 1 else ():
            part = package.in_language(tag)
            for table, act in _not_in(shown, comparison_table(part, named_in=material.language)):
                yield table, replace(act, title=titles.get(part.spec.acts[act.alias].alias, act.title))


def _titled(spec: Spec, key: str, marked: MarkedAct) -> str:
    """An Act as the tables of amendments name it, without where it was published."""
    return act_title(spec, key, marked).removesuffix(f" ({spec.acts[key].publication})")


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
        yield Heading(2, f"{act.title}{told_language(material, act)}", f"act-{place}")
        rows = tuple(Row(_cells(row, table, act)) for row in act.rows)
        yield Table(columns, rows, name=f"{place}. {act.alias}")
    for package in material.shown_packages():
        for heading, sentences in comparison_table(package).lists:
            yield plain(heading)
            yield from (plain(sentence, "item", number="–") for sentence in sentences)


def changed_by(material: Material) -> dict[str, tuple[str, ...]]:
    """For each operation the provisions that it changes, as the tables name them: `№ 2, пункт 3 статьи 5`."""
    numbers = {document.id: place for place, document in enumerate(material.dossier.documents, 1)}
    found: dict[str, dict[str, None]] = {}
    for _, act in before_and_after(material):
        number = numbers.get(material.document_of(act.alias))
        of_act = f"№ {number}" if number else act.alias
        for row in act.rows:
            for change in row.changes:
                places = found.setdefault(change.operation.id, {})
                places.update(dict.fromkeys(f"{of_act}, {element}" for element in row.elements))
    return {operation: tuple(places) for operation, places in found.items()}


def told_language(material: Material, act: TableAct) -> str:
    """Behind the title of an Act the language that the changes are made in; empty where that is the
    papers'."""
    if act.language in ("", material.language):
        return ""
    return f" ({short_name(act.language, material.language)})"


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
