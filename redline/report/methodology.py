"""The methodology of a review, with the annotated legal matrix: the first of its papers."""

from __future__ import annotations

from collections.abc import Iterator

from redline.model.dossier import DECISIONS, HIGH_FROM, MEDIUM_FROM
from redline.papers.paper import (
    Block,
    Column,
    Heading,
    Paper,
    Paragraph,
    Row,
    Table,
    Turn,
    Words,
    cell,
    plain,
)
from redline.render.table.words import table_words
from redline.report.material import Material
from redline.report.paper_words import paper_words
from redline.report.prose import prose, said_in
from redline.report.scope import documents_listed
from redline.report.words import words_in
from redline.review.matrix import views_of
from redline.review.matrix_paper import matrix_blocks
from redline.review.matrix_words import matrix_words

_MOST = 25
"""Likelihood times impact, at the most."""


def methodology_of(material: Material) -> Paper:
    """The methodology as a paper: what a person has written, how the program reads and checks, the matrix."""
    words, dossier = paper_words(material.language), material.dossier
    title = dossier.title_in(material.language)
    author = said_in(dossier.report.author, material.language)
    day = table_words(material.language).date(dossier.report.date) if dossier.report.date else ""
    said = words_in(material.language)
    return Paper(
        words["methodology"], material.language, tuple(_blocks(material)),
        " · ".join(part for part in (title, author, day) if part), said["pages"], said["contents"],
        date=dossier.report.date, author=author, running=title,
    )  # fmt: skip


def _blocks(material: Material) -> Iterator[Block]:
    words, said = paper_words(material.language), words_in(material.language)
    parts: dict[str, list[Block]] = {
        "purpose": list(prose(material, "purpose", must=True, what=words["what purpose"])),
        "sources": [*prose(material, "scope", must=False), *documents_listed(material)],
        "reading": [plain(words["read by program"]), _columns(material)],
        "checks": list(_checks(material)),
        "scale": [plain(words["scale said"]), _scale(material)],
        "decisions": [_decisions(material)],
        "limits": list(prose(material, "method", must=True)),
    }
    for number, (name, blocks) in enumerate(parts.items(), 1):
        yield Heading(1, f"{number}. {words[name]}", name)
        yield from blocks
    yield Turn(landscape=True)
    yield Heading(1, said["annex"].format(number=1, title=said["matrix"]), "annex-1")
    views = views_of(material.review, material.findings, material.placed, material.language)
    yield from matrix_blocks(views, matrix_words(material.language), level=2)


def _columns(material: Material) -> Table:
    """What the matrix says of a provision, and who says it."""
    words, named = paper_words(material.language), matrix_words(material.language)
    views = views_of(material.review, (), (), material.language)
    (view,) = (view for view in views if view.name == "provisions")
    rows = tuple(
        Row((cell(named[column.name]), cell(words["people" if column.reviewers else "program"])))
        for column in view.columns
    )
    return Table((Column(words["column"], 3), Column(words["filled by"], 2)), rows)


def _checks(material: Material) -> Iterator[Block]:
    words, said = paper_words(material.language), words_in(material.language)
    yield plain(said["checks intro"])
    yield plain(words["checks said"])
    for check in material.checks:
        text = check.text(material.language)
        yield Heading(2, text.title)
        for label, told in (
            (said["flags"], text.flags), (said["why"], text.why), (words["example"], text.example),
            (said["do"], text.do),
        ):  # fmt: skip
            yield Paragraph((Words(f"{label}: ", bold=True), Words(told)))
        if check.judged is not None:
            right, judged = check.judged
            told = said["judged of"].format(right=right, all=judged)
            yield Paragraph((Words(f"{said['judged']}: ", bold=True), Words(told)))


def _scale(material: Material) -> Table:
    words, said = paper_words(material.language), words_in(material.language)
    high, medium = HIGH_FROM, MEDIUM_FROM
    steps = (("error", high, _MOST), ("warning", medium, high - 1), ("note", 1, medium - 1))
    rows = tuple(
        Row((cell(said[name]), cell(words["product"].format(least=least, most=most))))
        for name, least, most in steps
    )
    return Table((Column(words["level"]), Column(words["when"], 2)), rows)


def _decisions(material: Material) -> Table:
    words, said = paper_words(material.language), words_in(material.language)
    rows = tuple(Row((cell(said[name]), cell(words[f"means {name}"]))) for name in DECISIONS)
    return Table((Column(words["decision"]), Column(words["means"], 3)), rows)
