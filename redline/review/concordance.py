"""Two documents held against each other, provision by provision: what of the one the other covers.

The reviewers' judgement counts wherever the dossier has one. Elsewhere it is guessed from the words that two
provisions share and from what they cite, and the table says that it is a guess.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from redline.dossier.annotating import absent_address, find_provision
from redline.dossier.library import Review, ReviewedAct
from redline.errors import DossierError, RedlineError
from redline.languages.shortening import shortened
from redline.model.dossier import COVERAGES, Coverage
from redline.model.facts import Facts
from redline.review.answering import Answer, Guesses, Unit, units_of, words_in
from redline.review.matrix import Cells, Column, View
from redline.review.matrix_words import Words, matrix_words

_LONGEST = 500
_COLUMNS = (
    Column("provision", 20), Column("words", 48), Column("counterpart", 22), Column("counterpart-words", 48),
    Column("coverage", 14), Column("judged-by", 20), Column("grounds", 22),
    Column("concordance-comment", 34, True),
)  # fmt: skip
_REST = (Column("provision", 20), Column("words", 70))
_TOTALS = (Column("coverage", 20), Column("by-reviewers", 20), Column("guessed", 20))


def concordance_of(
    review: Review, one: str, other: str, language: str
) -> tuple[tuple[View, ...], tuple[RedlineError, ...]]:
    """The concordance table of two documents, its totals, and what of the other answers to nothing.

    Args:
        one, other: ids of documents: each provision of the first is looked for in the second.
        language: of the table.

    Returns:
        the views, and errors for judgements of provisions that are not there.

    Raises:
        DossierError: `document-unknown`; `language-missing`, where the two have no language in common.
    """
    first, second = _versions(review, one, other)
    words = matrix_words(language)
    judged, errors = _judgements(review, one, other)
    units, others = units_of(first), units_of(second)
    found = Guesses(review, first, second, units, others).found()
    rows: list[Cells] = []
    totals: Counter[tuple[str, bool]] = Counter()
    matched: set[int] = set()
    for unit, guess in zip(units, found, strict=True):
        told = _judged(first, second, unit, judged) or guess
        totals[told.coverage, told.judged is not None] += 1
        matched.update(told.others)
        rows.append(_row(first, second, unit, told, words))
    left = [(second.cite(each.place), shortened(each.text, _LONGEST)) for each in others
            if not _covered(second.facts, each.place, matched)]  # fmt: skip
    views = (
        View("concordance", _COLUMNS, tuple(rows)),
        View("totals", _TOTALS, tuple(_totals(totals, words))),
        View("without-counterpart", _REST, tuple(left)),
    )
    return views, errors


def _versions(review: Review, one: str, other: str) -> tuple[ReviewedAct, ReviewedAct]:
    """The two documents in a language that both have: that of the dossier, if they have it."""
    known = [document.id for document in review.dossier.documents]
    for name in (one, other):
        if not review.versions_of(name):
            raise DossierError(
                "document-unknown", f"the dossier has no document {name} that could be read",
                do=f"the documents are {', '.join(known)}",
            )  # fmt: skip
    pairs = [
        (a, b) for a in review.versions_of(one) for b in review.versions_of(other) if a.language == b.language
    ]
    if not pairs:
        raise DossierError(
            "language-missing",
            f"{one} and {other} have no language in common",
            do="add the version that is missing under file: in the dossier, as in {ru: …, kk: …}",
        )
    return next((pair for pair in pairs if pair[0].language == review.dossier.language), pairs[0])


def title_of(review: Review, document: str) -> str:
    """What a document is called: by its title in the language of the dossier, as far as there is one."""
    acts = review.versions_of(document)
    same = [act for act in acts if act.language == review.dossier.language]
    return next((act.title for act in (*same, *acts)), document)


def _judgements(
    review: Review, one: str, other: str
) -> tuple[list[tuple[Coverage, str, tuple[str, ...]]], tuple[RedlineError, ...]]:
    """What the reviewers say of the two documents, with identifiers of provisions; and what names nothing."""
    found: list[tuple[Coverage, str, tuple[str, ...]]] = []
    errors: list[RedlineError] = []
    for said in review.dossier.concordance:
        if (said.document, said.other) != (one, other):
            continue
        where = _identifier(review, one, said.address)
        others = [(address, _identifier(review, other, address)) for address in said.others]
        lost = [(one, said.address)] if where is None else []
        lost += [(other, address) for address, eid in others if eid is None]
        for document, address in lost:
            act = review.versions_of(document)[0]
            errors.append(absent_address(act, address, said.at).with_excerpt(review.dossier.sources))
        if where is not None:
            found.append((said, where, tuple(eid for _, eid in others if eid is not None)))
    return found, tuple(errors)


def _identifier(review: Review, document: str, address: str) -> str | None:
    """The identifier of a provision, which all versions share; None where there is none."""
    for act in review.versions_of(document):
        place = find_provision(act.facts, address)
        if place is not None:
            return act.facts.provisions[place].eid or address
    return None


def _judged(
    one: ReviewedAct, other: ReviewedAct, unit: Unit, judged: Sequence[tuple[Coverage, str, tuple[str, ...]]]
) -> Answer | None:
    """The reviewers' judgement of a provision, of what it stands in, or of what stands in it."""
    around = {one.facts.provisions[p].eid for p in one.facts.ancestors(unit.place)} - {""}
    own = one.facts.provisions[unit.place].eid
    for said, where, others in judged:
        if where in around or (own and where.startswith(f"{own}__")):
            places = (p for p, each in enumerate(other.facts.provisions) if each.eid in others)
            return Answer(tuple(places), said.coverage, (), said)
    return None


def _row(one: ReviewedAct, other: ReviewedAct, unit: Unit, found: Answer, words: Words) -> Cells:
    said = "; ".join(other.cite(place) for place in found.others)
    texts = (shortened(" ".join(words_in(other.facts, place)), _LONGEST) for place in found.others)
    grounds = "; ".join(f"{words[kind]}{': ' if more else ''}{more}" for kind, more in found.grounds)
    return (
        one.cite(unit.place), shortened(unit.text, _LONGEST), said, "\n".join(texts), words[found.coverage],
        words["by-reviewers" if found.judged is not None else "guessed"], grounds,
        found.judged.comment if found.judged is not None else "",
    )  # fmt: skip


def _totals(totals: Mapping[tuple[str, bool], int], words: Words) -> Iterator[Cells]:
    for level in COVERAGES:
        counts = (totals.get((level, True), 0), totals.get((level, False), 0))
        if any(counts):
            yield words[level], *map(str, counts)


def _covered(facts: Facts, place: int, matched: set[int]) -> bool:
    """Whether a provision, one around it or one inside it answers to something."""
    inside = (other for other in matched if place in facts.ancestors(other))
    return place in matched or bool(matched.intersection(facts.ancestors(place))) or any(True for _ in inside)
