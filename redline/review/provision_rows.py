"""The rows of the matrix's main view: each provision with what it orders, whom, by when, and what is said of
it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from redline.checks.alike import article_of
from redline.dossier.annotating import Placed, find_provision
from redline.dossier.library import Review, ReviewedAct
from redline.languages.shortening import shortened
from redline.model.dossier import Annotation
from redline.model.facts import Facts
from redline.review.judged import Judged
from redline.review.links import Link
from redline.review.matrix_words import Words, label, matrix_words

_LONGEST = 300
_MOST = 6
Cells = tuple[str, ...]
Key = tuple[str, str]
"""A document and the identifier (else the address) of a provision: the same in every version."""


@dataclass(slots=True)
class _Row:
    """What is told of one provision, each list without doubles and in the order of the text."""

    bodies: dict[str, None] = field(default_factory=dict)
    bearers: dict[str, None] = field(default_factory=dict)
    kinds: dict[str, None] = field(default_factory=dict)
    deadlines: dict[str, None] = field(default_factory=dict)
    delegated: dict[str, None] = field(default_factory=dict)
    acts: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class _Said:
    """What the reviewers and the checks say of provisions."""

    notes: dict[Key, list[Annotation]] = field(default_factory=dict)
    findings: dict[Key, dict[str, None]] = field(default_factory=dict)
    goals: dict[Key, dict[str, None]] = field(default_factory=dict)
    cited_by: dict[Key, dict[str, None]] = field(default_factory=dict)


def provision_rows(
    review: Review, links: Sequence[Link], findings: Sequence[Judged], notes: Sequence[Placed], language: str
) -> tuple[Cells, ...]:
    """A row for each provision of each document, in its version of the language or its first, that orders
    anything or is spoken of."""
    said, words = _said(review, links, findings, notes, language), matrix_words(language)
    found: list[Cells] = []
    for document in review.dossier.documents:
        act = review.version_in(document.id, language)
        if act is not None:
            rows = _read(act.facts, words)
            for provision in range(len(act.facts.provisions)):
                row = rows.get(provision)
                key = _key(act, provision)
                spoken = any(key in each for each in (said.notes, said.findings, said.goals))
                if (row is not None and not act.facts.repealed(provision)) or spoken:
                    found.append(_cells(act, provision, row or _Row(), said, language))
    return tuple(found)


def _key(act: ReviewedAct, provision: int) -> Key:
    return act.document.id, act.facts.provisions[provision].eid or (act.cite(provision) if provision else "")


def _said(
    review: Review, links: Sequence[Link], findings: Sequence[Judged], notes: Sequence[Placed], language: str
) -> _Said:
    said = _Said()
    for note in notes:
        if note.act is not None and isinstance(note.said, Annotation):
            said.notes.setdefault(_key(note.act, note.provision), []).append(note.said)
    for judged in findings:
        for evidence in judged.finding.evidence if judged.counts else ():
            key = (evidence.document, evidence.eid or evidence.address)
            said.findings.setdefault(key, {})[judged.finding.id] = None
    for link in links:
        if link.cited is not None and link.target > 0:
            by = link.address if link.cited is link.act else f"{link.act.document.id}: {link.address}"
            said.cited_by.setdefault(_key(link.cited, link.target), {})[by] = None
    _place_goals(review, said, language)
    return said


def _place_goals(review: Review, said: _Said, language: str) -> None:
    """Note which goals each provision is to serve."""
    for goal in review.dossier.goals:
        for named in goal.implemented_by:
            document, _, address = named.partition(" ")
            act = review.version_in(document, language)
            if act is not None:
                place = find_provision(act.facts, address) if address else 0
                if place is not None:
                    said.goals.setdefault(_key(act, place), {})[goal.id] = None


def _read(facts: Facts, words: Words) -> dict[int, _Row]:
    """What each provision orders."""
    rows: dict[int, _Row] = {}

    def row(line: int) -> _Row:
        return rows.setdefault(facts.lines[line].provision, _Row())

    for body in facts.bodies:
        row(body.at.line).bodies[body.name] = None
    for modality in facts.modalities:
        row(modality.at.line).kinds[words[modality.kind]] = None
        if modality.subject:
            row(modality.at.line).bearers[modality.subject] = None
    for deadline in facts.deadlines:
        row(deadline.at.line).deadlines[facts.words(deadline.at)] = None
    for delegation in facts.delegations:
        row(delegation.at.line).delegated[delegation.body] = None
    for act in facts.acts:
        if not act.short:
            row(act.at.line).acts[facts.words(act.at)] = None
    return rows


def _cells(act: ReviewedAct, provision: int, row: _Row, said: _Said, language: str) -> Cells:
    facts, key = act.facts, _key(act, provision)
    lines = [facts.lines[line].text for line in facts.lines_of.get(provision, ())]
    notes = said.notes.get(key, [])
    article = facts.provisions[article_of(facts, provision)]
    return (
        act.document.id,
        act.cite(provision) if provision else "",
        shortened(" ".join(lines), _LONGEST),
        "; ".join(filter(None, (note.subject for note in notes))) or article.heading,
        *(_joined(each) for each in (row.bodies, row.bearers, row.kinds, row.deadlines)),
        *(_joined(each) for each in (row.delegated, row.acts, said.cited_by.get(key, {}))),
        _joined(said.goals.get(key, {})),
        "; ".join(filter(None, (note.comment for note in notes))),
        "; ".join(label(note.risk, language) for note in notes if note.risk),
        "; ".join(filter(None, (note.source for note in notes))),
        _joined(said.findings.get(key, {})),
    )


def _joined(texts: Iterable[str]) -> str:
    """The texts in one cell; of many, how many there are besides the first."""
    every = list(texts)
    more = f"; + {len(every) - _MOST}" if len(every) > _MOST else ""
    return "; ".join(every[:_MOST]) + more
