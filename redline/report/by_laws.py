"""The list of by-laws to be adopted, amended or repealed: what the texts tell, and places for the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redline.checks.levels import is_by_law
from redline.dossier.library import Review, ReviewedAct
from redline.languages.shortening import shortened
from redline.model.address import overlap
from redline.model.facts import Delegation
from redline.papers.paper import Block, Column, Paper, Row, Table, cell, plain
from redline.report.material import Material
from redline.report.paper_words import paper_words
from redline.report.proposals import before_and_after
from redline.report.prose import said_in
from redline.report.words import words_in
from redline.review.links import links_of

_NUMBER = re.compile(r"\d")
_LONGEST = 240
"""Letters of the words that leave something to another act."""


@dataclass(frozen=True, slots=True)
class ByLaw:
    """An entry of the list.

    Attributes:
        document: its short name; empty for an act that is not there yet.
        what: `adopt`, `amend`, `repeal` or `check`.
        grounds: the provisions that call for it, as shown.
        body: who has to see to it; empty where the texts do not tell.
    """

    document: str
    what: str
    grounds: tuple[str, ...]
    body: str = ""


def by_laws_paper(material: Material) -> Paper:
    """The list as a paper."""
    words, dossier = paper_words(material.language), material.dossier
    return Paper(
        words["by-laws"], material.language, tuple(_blocks(material, by_laws(material))),
        dossier.title_in(material.language), words_in(material.language)["pages"], landscape=True,
        date=dossier.report.date, author=said_in(dossier.report.author, material.language),
    )  # fmt: skip


def _blocks(material: Material, listed: Sequence[ByLaw]) -> Iterator[Block]:
    words = paper_words(material.language)
    if not listed:
        yield plain(words["no by-laws"])
        return
    columns = (
        Column(words_in(material.language)["number"], 1), Column(words["by-law"], 6),
        Column(words["action"], 4), Column(words["ground"], 7), Column(words["body"], 4),
        Column(words["until"], 3),
    )  # fmt: skip
    ask = cell(words["ask"], look="missing")
    rows = tuple(
        Row((
            cell(str(number)),
            cell(material.title_of(each.document) if each.document else words["new by-law"]),
            cell(words[each.what]),
            cell(*each.grounds),
            cell(each.body) if each.body else ask,
            ask,
        ))
        for number, each in enumerate(listed, 1)
    )  # fmt: skip
    yield Table(columns, rows, name=words["by-laws"])


def by_laws(material: Material) -> list[ByLaw]:
    """What the package does to by-laws, which others cite what it changes, and which acts it newly leaves
    something to."""
    after = material.after
    touched = _touched(material)
    citing, elements = _cites(material, touched), _elements(material)
    found: list[ByLaw] = []
    for document in material.dossier.documents:
        own = material.version_of(document.id)
        if own is None or not is_by_law(own):
            continue
        body = document.authority_in(material.language)
        if document.id in touched:
            gone = after is not None and _is_repealed(after, document.id)
            places = elements.get(document.id, ())
            found.append(ByLaw(document.id, "repeal" if gone else "amend", places, body))
        elif document.id in citing:
            found.append(ByLaw(document.id, "check", citing[document.id], body))
    return [*found, *_newly_left(material)]


def _touched(material: Material) -> dict[str, set[str]]:
    """For each document that the package changes the identifiers of the provisions that it changes."""
    found: dict[str, set[str]] = {}
    for package in material.packages:
        for key, marked in package.items():
            document = material.document_of(key)
            for change in marked.changes() if document else ():
                for place in change.places if change.applied else ():
                    eids = filter(None, (place.eid_before, place.eid_after))
                    found.setdefault(document, set()).update(eids)
    return found


def _elements(material: Material) -> dict[str, tuple[str, ...]]:
    """For each document what the comparison table says is changed in it."""
    found: dict[str, tuple[str, ...]] = {}
    for _, act in before_and_after(material):
        document = material.document_of(act.alias)
        elements = (element for row in act.rows for element in row.elements)
        found[document] = (*found.get(document, ()), *elements)
    return found


def _is_repealed(after: Review, document: str) -> bool:
    return any(act.facts.provisions[0].repealed for act in after.versions_of(document))


def _cites(material: Material, touched: dict[str, set[str]]) -> dict[str, tuple[str, ...]]:
    """For each document the places where it cites what the package changes in another one."""
    found: dict[str, dict[str, None]] = {}
    for link in links_of(material.review, material.language):
        if link.cited is None or link.target <= 0 or link.cited.document.id == link.act.document.id:
            continue
        cited, eid = link.cited.document.id, link.cited.facts.provisions[link.target].eid
        if eid and any(overlap(one, eid) for one in touched.get(cited, ())):
            said = f"{link.address} → {material.title_of(cited)}, {link.cited_address}"
            found.setdefault(link.act.document.id, {})[said] = None
    return {document: tuple(places) for document, places in found.items()}


def _newly_left(material: Material) -> Iterator[ByLaw]:
    """What the amended Acts leave to acts of bodies, and did not before."""
    after = material.after
    words = paper_words(material.language)
    for document in material.dossier.documents:
        old = material.version_of(document.id)
        new = after.version_in(document.id, old.language) if after is not None and old is not None else None
        if old is None or new is None or new.facts is old.facts:
            continue
        known = {(old.facts.words(each.at), each.body) for each in old.facts.delegations}
        for each in new.facts.delegations:
            # A body has no number: what has one is an article of a law.
            if (
                each.body
                and not _NUMBER.search(each.body)
                and (new.facts.words(each.at), each.body) not in known
            ):
                yield ByLaw("", "adopt", (_left(material, new, each, words["left"]),), each.body)


def _left(material: Material, act: ReviewedAct, delegation: Delegation, said: str) -> str:
    place = act.cite(act.facts.lines[delegation.at.line].provision)
    words = shortened(act.facts.lines[delegation.at.line].text, _LONGEST)
    return said.format(words=words, place=f"{material.title_of(act.document.id)}, {place}")
