"""The legal matrix: what the Acts say, beside what the reviewers say of them, as tables of plain text."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redline.dossier.annotating import Placed, find_provision
from redline.dossier.library import Review, ReviewedAct
from redline.languages.called import short_name
from redline.languages.shortening import shortened
from redline.model.dossier import Annotation
from redline.model.findings import Evidence
from redline.review.judged import Judged
from redline.review.links import Link, links_of
from redline.review.matrix_words import Words, label, matrix_words
from redline.review.provision_rows import provision_rows

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a view.

    Attributes:
        name: a key of the matrix's words.
        width: in letters.
        reviewers: what stands in it is what the reviewers say, and not read from the texts.
    """

    name: str
    width: int
    reviewers: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """One table of the matrix.

    Attributes:
        name: a key of the matrix's words.
        columns, rows: each row has a text for each column.
        marked: for each row, whether the reviewers or the checks have said something of it.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Cells, ...]
    marked: tuple[bool, ...] = ()


_ACTS = (
    Column("id", 14, True), Column("title", 46), Column("form", 14, True), Column("number", 10, True),
    Column("date", 11, True), Column("authority", 22, True), Column("level", 16, True),
    Column("status", 13, True), Column("redaction", 11, True),
    Column("languages", 9), Column("provisions-count", 10), Column("words-count", 9),
)  # fmt: skip
_PROVISIONS = (
    Column("document", 14), Column("provision", 20), Column("words", 52), Column("subject", 26),
    Column("body", 24), Column("bearer", 24), Column("modality", 14), Column("deadline", 20),
    Column("delegated", 26), Column("higher", 30), Column("cited-by", 22), Column("goal", 12, True),
    Column("annotation", 34, True), Column("risk", 10, True), Column("source", 18, True),
    Column("finding-ids", 14),
)  # fmt: skip
_REFERENCES = (
    Column("document", 14), Column("provision", 22), Column("cites", 30), Column("cited", 22),
    Column("cited-provision", 26), Column("outcome", 14),
)  # fmt: skip
_TERMS = (Column("term", 30), Column("document", 14), Column("provision", 22), Column("meaning", 70))
_FINDINGS = (
    Column("id", 12), Column("check", 26), Column("severity", 12), Column("confidence", 14),
    Column("message", 40), Column("place", 24), Column("quote", 44), Column("other-place", 24),
    Column("other-quote", 44), Column("decision", 12, True), Column("comment", 30, True),
    Column("likelihood", 8, True), Column("impact", 8, True), Column("risk", 10, True),
    Column("consequence", 24, True), Column("affects", 18, True), Column("basis", 20, True),
    Column("recommendation", 24, True), Column("owner", 18, True),
)  # fmt: skip
_GOALS = (
    Column("id", 8, True), Column("text", 60, True), Column("document", 20, True), Column("place", 20, True),
    Column("implemented", 40, True),
)  # fmt: skip


def views_of(
    review: Review, findings: Sequence[Judged], placed: Sequence[Placed], language: str
) -> tuple[View, ...]:
    """Every view of the matrix, each row in the order of the dossier."""
    words = matrix_words(language)
    links = tuple(links_of(review, language))
    notes = [each for each in placed if isinstance(each.said, Annotation)]
    provisions = provision_rows(review, links, findings, notes, language)
    marked = tuple(any((cells[-5], cells[-4], cells[-3], cells[-1])) for cells in provisions)
    return (
        View("acts", _ACTS, tuple(_acts(review, language))),
        View("provisions", _PROVISIONS, provisions, marked),
        View("references", _REFERENCES, tuple(_references(links, words))),
        View("terms", _TERMS, tuple(sorted(_terms(review, language)))),
        View("findings", _FINDINGS, tuple(_finding(judged, language) for judged in findings)),
        View("goals", _GOALS, tuple(_goals(review, language))),
    )


def _acts(review: Review, language: str) -> Iterator[Cells]:
    for document in review.dossier.documents:
        acts, own = review.versions_of(document.id), review.version_in(document.id, language)
        if own is None:
            continue
        facts = own.facts
        yield (
            document.id,
            document.title.get(language) or own.title,
            document.form_in(language),
            document.number,
            _day(document.date, language),
            document.authority_in(language),
            label(document.level, language),
            label(document.status, language),
            _day(document.redaction, language),
            ", ".join(short_name(act.language, language) for act in acts),
            str(sum(bool(provision.number) for provision in facts.provisions)),
            str(sum(len(line.text.split()) for line in facts.lines)),
        )


def _day(date: datetime.date | None, language: str) -> str:
    """A day in figures: in Russian and Kazakh as papers have it there."""
    if date is None:
        return ""
    return date.isoformat() if language == "en" else date.strftime("%d.%m.%Y")


def _place(evidence: Evidence, language: str) -> str:
    """A place of a finding: the short name of the document, the language of the text, the provision."""
    spoken = short_name(evidence.language, language)
    return f"{evidence.document}{f' ({spoken})' if spoken else ''}, {evidence.address}"


def _references(links: Sequence[Link], words: Words) -> Iterator[Cells]:
    for link in links:
        yield (
            link.act.document.id,
            link.address,
            link.words,
            link.cited_document,
            link.cited_address,
            words[link.outcome],
        )


def _terms(review: Review, language: str) -> Iterator[Cells]:
    for document in review.dossier.documents:
        act = review.version_in(document.id, language)
        for term in act.facts.terms if act is not None else ():
            if act is not None and term.article:
                yield term.term, document.id, _address(act, term.at.line), shortened(term.meaning, 400)


def _address(act: ReviewedAct, line: int) -> str:
    return act.cite(act.facts.lines[line].provision)


def _finding(judged: Judged, language: str) -> Cells:
    finding, decided, said = judged.finding, judged.decided, judged.assessed
    place, *places = [_place(each, language) for each in finding.evidence] or [""]
    quote, *quotes = [f"{e.before}{e.quote}{e.after}" for e in finding.evidence] or [""]
    return (
        finding.id, judged.check.text(language).title, label(finding.severity, language),
        label(f"{finding.confidence} confidence", language),
        judged.message(language), place, quote, "\n".join(places), "\n".join(quotes),
        label(decided.decision, language) if decided else "", decided.comment if decided else "",
        str(said.likelihood or ""), str(said.impact or ""), label(said.risk, language),
        said.consequence, said.affects, said.basis, said.recommendation, said.owner,
    )  # fmt: skip


def _goals(review: Review, language: str) -> Iterator[Cells]:
    for goal in review.dossier.goals:
        act = review.version_in(goal.document, language)
        title = act.title if act is not None else goal.document
        carried = (_cited(review, *named.partition(" ")[::2], language) for named in goal.implemented_by)
        yield goal.id, goal.text, title, _as_cited(act, goal.address), "; ".join(carried)


def _cited(review: Review, document: str, address: str, language: str) -> str:
    """A document by its title, and a provision of it as it cites it."""
    act = review.version_in(document, language)
    title = act.title if act is not None else ""
    return ", ".join(part for part in (title or document, _as_cited(act, address)) if part)


def _as_cited(act: ReviewedAct | None, address: str) -> str:
    """An address of the dossier as the Act itself cites the provision; as it is where it is not there."""
    place = find_provision(act.facts, address) if act is not None and address else None
    return act.cite(place) if act is not None and place else address
