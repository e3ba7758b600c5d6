"""The analytical report: its parts in their order. What a person must write is never made up here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from redline.checks import by_hand
from redline.comments.summary import summary_of
from redline.papers.paper import Block, Column, Heading, Paper, Row, Table, Turn, cell, plain
from redline.render.table.words import table_words
from redline.report.found import by_type, coverage, pictures, register
from redline.report.material import Material
from redline.report.proposals import operations_of, proposals, roadmap
from redline.report.prose import prose, said_in
from redline.report.scope import documents_listed
from redline.report.words import words_in
from redline.review.matrix import views_of
from redline.review.matrix_paper import matrix_blocks
from redline.review.matrix_words import matrix_words

_MUST = ("summary", "method", "conclusions")
"""Without these there is no report: where one is missing, a place to write it stands in it."""


def report_of(material: Material) -> Paper:
    """The report as a paper.

    Args:
        material: what it is made from.
    """
    words, dossier = words_in(material.language), material.dossier
    title = dossier.title_in(material.language) or words["report"]
    author = said_in(dossier.report.author, material.language)
    date = dossier.report.date
    day = table_words(material.language).date(date) if date else ""
    subtitle = " · ".join(part for part in (words["report"], author, day) if part and part != title)
    return Paper(
        title, material.language, tuple(_blocks(material)), subtitle, words["pages"], words["contents"],
        date=date, author=author, running=words["report"] if title != words["report"] else author,
    )  # fmt: skip


def _blocks(material: Material) -> Iterator[Block]:
    words = words_in(material.language)
    parts: dict[str, list[Block]] = {
        "summary": [_figures(material)],
        "method": list(_method(material)),
        "scope": list(documents_listed(material)),
        "findings": [*pictures(material), *by_type(material)],
        "proposals": list(proposals(material)),
        "coverage": list(coverage(material)),
        "roadmap": list(roadmap(material)),
        "conclusions": [],
    }
    for number, (section, blocks) in enumerate(parts.items(), 1):
        yield Heading(1, f"{number}. {words[section]}", section)
        yield from prose(material, section, must=section in _MUST)
        yield from blocks
    yield from _annexes(material)


def figures(material: Material) -> list[tuple[str, int]]:
    """The review in figures: what is counted, and how many there are."""
    severities = Counter(judged.severity for judged in material.open)
    found = [
        ("documents", len({act.document.id for act in material.review.acts})),
        ("texts", len(material.review.acts)),
        ("provisions", sum(len(act.facts.provisions) - 1 for act in material.review.acts)),
        ("open findings", len(material.open)),
        ("of these error", severities["error"]),
        ("of these warning", severities["warning"]),
        ("of these note", severities["note"]),
        ("rejected findings", len(material.findings) - len(material.open)),
    ]
    if material.packages:
        outcomes = Counter(judged.outcome for judged in material.open)
        found += [
            ("operations", sum(1 for _ in operations_of(material.packages))),
            ("answers", outcomes["resolved"]),
            ("answered findings", outcomes["answered"]),
            ("left findings", len(material.open) - outcomes["resolved"] - outcomes["answered"]),
            ("new findings", len(material.new)),
        ]
    if material.dossier.comments:
        found.append(("received", len(material.dossier.comments)))
    return found


def _figures(material: Material) -> Table:
    words = words_in(material.language)
    rows = tuple(Row((cell(words[name]), cell(f"{count:,}".replace(",", " ")))) for name, count in
                 figures(material))  # fmt: skip
    columns = (Column(words["what"], 7), Column(words["count"], 2))
    return Table(columns, rows, words["figures"], together=True)


def _method(material: Material) -> Iterator[Block]:
    words = words_in(material.language)
    counts = Counter(judged.check.name for judged in material.open)
    yield plain(words["checks intro"])
    rows = []
    for check in material.checks:
        judged = words["entered" if check.name == by_hand.NAME else "not judged"]
        if check.judged is not None:
            judged = words["judged of"].format(right=check.judged[0], all=check.judged[1])
        text = check.text(material.language)
        rows.append(Row((cell(text.title), cell(str(counts[check.name])), cell(judged))))
    columns = (Column(words["check"], 6), Column(words["count"], 2), Column(words["judged"], 3))
    yield Table(columns, tuple(rows))


def _annexes(material: Material) -> Iterator[Block]:
    """The register of findings, the legal matrix, the summary of comments: on lying pages."""
    annexes: list[tuple[str, Iterator[Block]]] = [
        ("register", iter([register(material)])),
        ("matrix", _matrix(material)),
    ]
    if material.dossier.comments:
        annexes.append(("summary of comments", _comments(material)))
    words = words_in(material.language)
    yield Turn(landscape=True)
    for number, (name, blocks) in enumerate(annexes, 1):
        yield Heading(1, words["annex"].format(number=number, title=words[name]), f"annex-{number}")
        yield from blocks


def _matrix(material: Material) -> Iterator[Block]:
    """The matrix as far as something is said of a provision: the register has the findings already."""
    views = views_of(material.review, material.findings, material.placed, material.language)
    words = matrix_words(material.language)
    yield from matrix_blocks(views, words, level=2, only=("provisions", "goals"), marked=True)


def _comments(material: Material) -> Iterator[Block]:
    for block in summary_of(material.review, material.language).blocks:
        yield Heading(2, block.text) if isinstance(block, Heading) else block
