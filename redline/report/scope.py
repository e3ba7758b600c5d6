"""The documents under review, as the papers list them."""

from __future__ import annotations

from collections.abc import Iterator

from redline.languages.called import short_name
from redline.model.dossier import Document
from redline.papers.paper import Block, Cell, Column, Row, Table, cell, plain
from redline.render.table.words import table_words
from redline.report.material import Material
from redline.report.words import words_in


def documents_listed(material: Material) -> Iterator[Block]:
    """The documents with what identifies them, and the day whose text was read; what could not be read is
    told below them, so that nobody takes it for sound.
    """
    yield _table(material)
    if material.unread:
        listed = "; ".join(material.unread)
        yield plain(words_in(material.language)["unread"].format(documents=listed), "missing")


def _table(material: Material) -> Table:
    words = words_in(material.language)
    names = (("number", 2), ("document", 8), ("identified", 5), ("level", 5), ("redaction", 5),
             ("languages", 4))  # fmt: skip
    rows = tuple(
        Row(_document(material, place, document))
        for place, document in enumerate(material.dossier.documents, 1)
    )
    return Table(tuple(Column(words[name], share) for name, share in names), rows)


def _document(material: Material, place: int, document: Document) -> tuple[Cell, ...]:
    words, dates = words_in(material.language), table_words(material.language)
    identified = (document.form_in(material.language), f"№ {document.number}" if document.number else "",
                  dates.date(document.date) if document.date else "")  # fmt: skip
    redaction = cell(words["no redaction"], look="missing")
    if document.redaction is not None:
        redaction = cell(dates.date(document.redaction))
    return (
        cell(str(place)),
        cell(material.title_of(document.id)),
        cell(", ".join(part for part in identified if part)),
        cell(words[f"level {document.level}"]),
        redaction,
        cell(", ".join(short_name(v.language, material.language) for v in document.versions)),
    )
