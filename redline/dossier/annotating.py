"""The annotations and findings by hand of a dossier, each with the provision that it speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from redline.dossier.library import Review, ReviewedAct
from redline.errors import DossierError, RedlineError
from redline.facts.citing import cite, locate
from redline.languages import PACKS
from redline.model.address import Citation
from redline.model.dossier import Annotation, HandFinding
from redline.model.facts import CitedStep, Facts, Reference, Words
from redline.model.source import Span


@dataclass(frozen=True, slots=True)
class Placed:
    """What a reviewer says, and the provision that it is said of.

    Attributes:
        said: the annotation or the finding by hand.
        act: the version in whose language the address was read; None where no document is named.
        provision: the place in its facts; 0 for the whole Act.
    """

    said: Annotation | HandFinding
    act: ReviewedAct | None
    provision: int = 0


def place_annotations(review: Review) -> tuple[tuple[Placed, ...], tuple[RedlineError, ...]]:
    """Every annotation and finding by hand with its provision, and an error for each that has none."""
    placed: list[Placed] = []
    errors: list[RedlineError] = []
    for said, address, at in _said(review):
        acts = review.versions_of(said.document)
        if not acts or not address:
            placed.append(Placed(said, acts[0] if acts else None))
            continue
        found = next(_found(acts, address), None)
        if found is not None:
            placed.append(Placed(said, *found))
        else:
            errors.append(absent_address(acts[0], address, at).with_excerpt(review.dossier.sources))
    return tuple(placed), tuple(errors)


def _said(review: Review) -> Iterator[tuple[Annotation | HandFinding, str, Span]]:
    for annotation in review.dossier.annotations:
        yield annotation, annotation.address, annotation.address_at or annotation.at
    for finding in review.dossier.findings:
        yield finding, finding.address, finding.at


def _found(acts: tuple[ReviewedAct, ...], address: str) -> Iterator[tuple[ReviewedAct, int]]:
    for act in acts:
        place = find_provision(act.facts, address)
        if place is not None:
            yield act, place


def find_provision(facts: Facts, address: str) -> int | None:
    """The provision that an address names, by its identifier or as any language cites it; None where none
    is."""
    for place, provision in enumerate(facts.provisions):
        if provision.eid and provision.eid == address:
            return place
    for pack in PACKS:
        for citation in pack.read_citation(address) or ():
            for steps in _steps_of(citation):
                located = locate(facts, Reference(Words(0, 0, 0), steps), steps, own=False)
                if located.verdict == "found":
                    return located.provision
    return None


def _steps_of(citation: Citation) -> Iterator[tuple[CitedStep, ...]]:
    """The units that a citation may mean: «часть вторая» is the numbered unit 2 where there is one."""
    steps = tuple(CitedStep(step.number or "", step.units) for step in citation.steps)
    first = next(iter(citation.parts), None)
    if steps and first is not None and first.words == "paragraph":
        yield (*steps, CitedStep(str(first.index), ("paragraph",)))
    if steps:
        yield steps


def absent_address(act: ReviewedAct, address: str, at: Span) -> RedlineError:
    """The error of an address that names nothing in a document, with the nearest that do."""
    cited = {cite(act.facts, place): place for place in range(1, len(act.facts.provisions))}
    near = process.extract(address, list(cited), scorer=fuzz.token_sort_ratio, limit=3, score_cutoff=50)
    names = ", ".join(name for name, _, _ in near)
    return DossierError(
        "address-not-found",
        f'"{address}" names nothing in {act.document.id}',
        do=f"the nearest are {names}" if names else "cite the provision as the document numbers it",
        at=at,
        about=[("document", act.version.name)],
    )
