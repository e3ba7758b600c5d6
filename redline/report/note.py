"""The explanatory note to a draft: its usual headings, what the package tells, and places for the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redline.model.dossier import NOTE_SECTIONS
from redline.papers.paper import Block, Heading, Paper, plain
from redline.render.table.table import told_in
from redline.render.table.words import table_words
from redline.report.by_laws import ByLaw
from redline.report.material import Material
from redline.report.paper_words import paper_words
from redline.report.proposals import before_and_after, operations_of, told_language
from redline.report.prose import noted, said_in
from redline.report.words import words_in


def note_of(material: Material, listed: Sequence[ByLaw]) -> Paper:
    """The explanatory note as a paper.

    Args:
        material: what it is made from.
        listed: the list of by-laws.
    """
    words, report = paper_words(material.language), material.dossier.report
    day = table_words(material.language).date(report.date) if report.date else ""
    author = said_in(report.author, material.language)
    return Paper(
        words["note title"].format(title=_draft(material)), material.language,
        tuple(_blocks(material, listed)), " · ".join(part for part in (author, day) if part),
        words_in(material.language)["pages"], date=report.date, author=author,
    )  # fmt: skip


def _draft(material: Material) -> str:
    """The title of the draft: of the first package, or else of the review."""
    for package in material.shown_packages():
        title = package.spec.title
        if title:
            return title if isinstance(title, str) else said_in(title, material.language)
    return material.dossier.title_in(material.language)


def _blocks(material: Material, listed: Sequence[ByLaw]) -> Iterator[Block]:
    words = paper_words(material.language)
    told: dict[str, list[Block]] = {
        "structure": list(_structure(material)),
        "treaties": list(_treaties(material)),
        "other-acts": [plain(words["acts listed"].format(count=len(listed)))] if listed else [],
    }
    for number, section in enumerate(NOTE_SECTIONS, 1):
        yield Heading(1, f"{number}. {words[section]}", section)
        yield from noted(material, section, must=not told.get(section))
        yield from told.get(section, ())


def _structure(material: Material) -> Iterator[Block]:
    """Each amended Act, with the elements that change and why."""
    words, tables = paper_words(material.language), list(before_and_after(material))
    if not tables:
        return
    count = sum(1 for _ in operations_of(material.packages))
    acts = {material.document_of(act.alias) or act.alias for _, act in tables}
    yield plain(words["amends"].format(acts=len(acts), changes=count))
    for table, act in tables:
        yield plain(f"{act.title}{told_language(material, act)}", "lead")
        for row in act.rows:
            reason = " ".join(text for text in told_in("reason", row, table) if text)
            elements = ", ".join(row.elements)
            yield plain(f"{elements}: {reason}" if reason else elements, "item", number="–")


def _treaties(material: Material) -> Iterator[Block]:
    treaties = [d.id for d in material.dossier.documents if d.level == "treaty"]
    if treaties:
        yield plain(paper_words(material.language)["treaties listed"])
        yield from (plain(material.title_of(name), "item", number="–") for name in treaties)
