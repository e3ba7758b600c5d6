"""The glossary: the terms that documents define, in each of their languages beside each other."""

from __future__ import annotations

from collections.abc import Iterator

from redline.dossier.library import ReviewedAct
from redline.languages.alphabets import alphabetical_key
from redline.languages.called import short_name
from redline.papers.paper import Block, Cell, Column, Paper, Row, Table, cell, plain
from redline.report.material import Material
from redline.report.paper_words import paper_words
from redline.report.prose import said_in
from redline.report.words import words_in

_Terms = dict[str, list[dict[str, str]]]
"""Identifier of the defining provision -> its terms in their order, each by language."""


def glossary_of(material: Material) -> Paper:
    """The glossary as a paper, its rows by the term of the paper's language."""
    words, dossier = paper_words(material.language), material.dossier
    author = said_in(dossier.report.author, material.language)
    return Paper(
        words["glossary"], material.language, tuple(_blocks(material)),
        dossier.title_in(material.language), words_in(material.language)["pages"],
        landscape=True, date=dossier.report.date, author=author,
    )  # fmt: skip


def _blocks(material: Material) -> Iterator[Block]:
    words = paper_words(material.language)
    spoken = _languages(material)
    rows = sorted(
        _rows(material),
        key=lambda row: [alphabetical_key(text, code) for text, code in zip(row[1], spoken, strict=True)],
    )
    if not rows:
        yield plain(words["no terms"])
        return
    yield plain(words["glossary said"])
    names = [short_name(code, material.language) for code in spoken]
    columns = [Column(words["term"].format(language=name), 4) for name in names]
    columns.append(Column(words["defined"], 4))
    yield Table(tuple(columns), tuple(Row(cells) for cells, _ in rows), name=words["glossary"])


def _languages(material: Material) -> list[str]:
    """Of the documents, that of the papers first."""
    spoken = list(dict.fromkeys(act.language for act in material.review.acts))
    return sorted(spoken, key=lambda code: (code != material.language, spoken.index(code)))


def _rows(material: Material) -> Iterator[tuple[tuple[Cell, ...], list[str]]]:
    """The cells of each row, and what it is sorted by."""
    words = paper_words(material.language)
    for document in material.dossier.documents:
        versions = material.review.versions_of(document.id)
        if len(versions) < 2:
            continue
        spoken = {act.language for act in versions}
        for eid, terms in ((eid, terms) for eid, listed in _terms_of(versions).items() for terms in listed):
            texts = [terms.get(code, "") for code in _languages(material)]
            lacking = [code in spoken and not terms.get(code) for code in _languages(material)]
            cells = [
                cell(words["no counterpart"], look="missing") if lacks else cell(text or "–")
                for text, lacks in zip(texts, lacking, strict=True)
            ]
            yield (*cells, cell(_where(material, document.id, eid))), texts


def _terms_of(versions: tuple[ReviewedAct, ...]) -> _Terms:
    """The terms of a document by the provision that defines them; what has no identifier is no counterpart
    of anything.

    Of a provision that defines several, the terms of two versions are each other's in their order, where it
    defines as many in both; else they stand together.
    """
    read: dict[str, dict[str, list[str]]] = {}
    for act in versions:
        for term in act.facts.terms:
            eid = act.facts.provisions[act.facts.lines[term.at.line].provision].eid
            if term.article and eid:
                read.setdefault(eid, {}).setdefault(act.language, []).append(term.term)
    found: _Terms = {}
    for eid, spoken in read.items():
        if len({len(terms) for terms in spoken.values()}) > 1:
            spoken = {language: ["; ".join(terms)] for language, terms in spoken.items()}
        count = max(map(len, spoken.values()))
        found[eid] = [{language: terms[n] for language, terms in spoken.items()} for n in range(count)]
    return found


def _where(material: Material, document: str, eid: str) -> str:
    title = material.title_of(document)
    for act in (material.version_of(document), *material.review.versions_of(document)):
        for place, provision in enumerate(act.facts.provisions if act is not None else ()):
            if act is not None and provision.eid == eid:
                return f"{title}, {act.cite(place)}"
    return title
