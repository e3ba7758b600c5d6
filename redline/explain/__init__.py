"""What a spec would do, instruction by instruction, without writing anything: the dry run."""

from __future__ import annotations

import datetime
import os
from collections.abc import Collection, Sequence
from pathlib import Path, PurePath
from typing import Literal

from msgspec import Struct

import redline
from redline.akn.marked import MarkedAct
from redline.compare.display import Piece, words_with_change
from redline.engine.dry_run import Failure, dry_run
from redline.engine.rest import sure_failures
from redline.errors import ActError, RedlineError, SpecErrors, in_file_order
from redline.loading import all_that_is_wrong, load_spec_file
from redline.model.changes import Change, Place, Status
from redline.model.spec import Operation, Rest, Spec
from redline.render.sentences import (
    describe_commencement,
    describe_effect,
    describe_operation,
    why_not_applied,
)


class Landing(Struct, frozen=True):
    """Where an instruction lands: a provision, as cited and as identified, and its words with the change."""

    citation: str
    identifier: str | None
    words: tuple[Piece, ...]


class Outcome(Struct, frozen=True):
    """What an instruction does in one Act.

    Attributes:
        act: the Act's file.
        status: `applied` or why it is not; `failed` where it cannot be carried out; `not-judged` where that
            may lie at instructions that are not written as they must be.
        why: why it does not apply, or what is wrong; empty where it applies.
        landings: where it lands.
        notes: what the drafter should know.
        does, because: what it does in a language version that has words of its own, and why; empty where the
            instruction says it.
    """

    act: str
    status: Status | Literal["failed", "not-judged"]
    why: str
    landings: tuple[Landing, ...]
    notes: tuple[str, ...]
    does: str = ""
    because: str = ""


class Explained(Struct, frozen=True):
    """One instruction.

    Attributes:
        number: its place in the spec, from 1.
        id: its id.
        at: the line of the spec.
        acts: the files of the Acts it amends.
        does: what it does, as the middle of a sentence: `art 5 para 2 is replaced`.
        when: from when, in words (`from 2026-07-01`); empty where it applies at once.
        because: the reason given; empty where none is.
        outcomes: what it does in each Act.
    """

    number: int
    id: str
    at: str
    acts: tuple[str, ...]
    does: str
    when: str
    because: str
    outcomes: tuple[Outcome, ...]


class Explanation(Struct, frozen=True):
    """What a spec would do.

    Attributes:
        title: the spec's title or id.
        instructions: in the order of the file.
        effects: what it says that does not change the text, in sentences.
        warnings: what is odd about the Acts: the file and a sentence.
        errors: everything that would fail, in the order of the file.
        unread: how many instructions are left out, since they are not written as they must be.
    """

    title: str
    instructions: tuple[Explained, ...]
    effects: tuple[str, ...]
    warnings: tuple[tuple[str, str], ...]
    errors: tuple[RedlineError, ...]
    unread: int = 0


def explain_spec(
    source: Spec | str | os.PathLike[str],
    *,
    as_of: datetime.date | None = None,
    published: datetime.date | None = None,
    assume: Collection[str] = (),
) -> Explanation:
    """Carry out a spec without writing anything, as far as that can be done.

    Args:
        source: a spec, its file, or a folder that holds exactly one.
        as_of, published, assume: as for `redline.amend`.

    Returns:
        every instruction with what it does; also where others fail.

    Raises:
        SpecErrors: the spec cannot be loaded, and more than some of its instructions is wrong.
        ActError: an Act cannot be loaded.
    """
    spec, wrong = _loaded(source)
    acts = redline.load_acts(spec)
    marked, failures = dry_run(spec, acts, as_of=as_of, published=published, assume=assume)
    sure = failures if wrong is None else sure_failures(wrong.rest, failures)
    errors: list[RedlineError] = [failure.error for failure in sure]
    changes = {
        (alias, change.operation.id): change for alias, act in marked.items() for change in act.changes()
    }
    instructions = tuple(
        _explained(operation, spec, marked, changes, failures, sure, as_of) for operation in spec.operations
    )
    return Explanation(
        title=next(iter(spec.title.values()), spec.id),
        instructions=instructions,
        effects=tuple(
            f"{', '.join(_file_of(spec, alias) for alias in effect.acts)}, {describe_effect(effect)}"
            for effect in spec.effects
        ),
        warnings=tuple(
            (act.name, warning)
            for alias, act in acts.items()
            for warning in (*act.warnings, *marked[alias].version_warnings)
        ),
        errors=tuple(in_file_order([*wrong.errors, *errors], spec.sources) if wrong else errors),
        unread=len(wrong.rest.unread) if wrong else 0,
    )


class _Wrong(Struct, frozen=True):
    """What is wrong with the writing of a spec, and what is left of it."""

    errors: tuple[RedlineError, ...]
    rest: Rest


def _loaded(source: Spec | str | os.PathLike[str]) -> tuple[Spec, _Wrong | None]:
    """The spec; where some instructions are not written as they must be, without those.

    Raises:
        SpecErrors: more than that is wrong, or the Acts cannot be loaded either.
    """
    if isinstance(source, Spec):
        return source, None
    try:
        return load_spec_file(Path(source)), None
    except SpecErrors as error:
        if error.rest is None or not error.rest.spec.operations:
            raise
        try:
            redline.load_acts(error.rest.spec)
        except ActError:
            raise all_that_is_wrong(error) from None
        return error.rest.spec, _Wrong(error.errors, error.rest)


def _explained(
    operation: Operation,
    spec: Spec,
    marked: dict[str, MarkedAct],
    changes: dict[tuple[str, str], Change],
    failures: Sequence[Failure],
    sure: Sequence[Failure],
    as_of: datetime.date | None,
) -> Explained:
    outcomes: list[Outcome] = []
    dates: set[datetime.date] = set()
    for alias in operation.acts:
        name = _file_of(spec, alias)
        mine = [f for f in failures if f.operation == operation.id and f.act in (alias, None)]
        errors = [failure.error for failure in mine if failure in sure]
        change = changes.get((alias, operation.id))
        if change is not None and change.date is not None:
            dates.add(change.date)
        if errors:
            outcomes.append(Outcome(name, "failed", "; ".join(error.message for error in errors), (), ()))
        elif mine:
            outcomes.append(Outcome(name, "not-judged", _NOT_JUDGED, (), ()))
        elif change is not None:
            landings = tuple(_landing(place) for place in change.places)
            said = _own_words(change.operation, operation)
            outcomes.append(
                Outcome(name, change.status, why_not_applied(change, as_of), landings, change.notes, *said)
            )
    return Explained(
        number=operation.order + 1,
        id=operation.id,
        at=str(operation.at),
        acts=tuple(_file_of(spec, alias) for alias in operation.acts),
        does=describe_operation(operation),
        when=describe_commencement(operation, max(dates, default=None)),
        because=operation.because.value if operation.because else "",
        outcomes=tuple(outcomes),
    )


def _own_words(version: Operation, operation: Operation) -> tuple[str, str]:
    """What an operation does in a language version, and why, where that is not what is said of it already."""
    does, because = describe_operation(version), version.because.value if version.because else ""
    known = describe_operation(operation), operation.because.value if operation.because else ""
    return (does if does != known[0] else "", because if because != known[1] else "")


_NOT_JUDGED = "it may depend on an instruction that is not written as it must be"


def _file_of(spec: Spec, alias: str) -> str:
    return PurePath(spec.acts[alias].source).name


def _landing(place: Place) -> Landing:
    citation = place.citation_before or place.citation_after or ""
    if place.citation_before and place.citation_after and place.citation_after != citation:
        citation += f", now {place.citation_after}"
    words = words_with_change(place.words_before, place.words_after)
    return Landing(citation, place.eid_before or place.eid_after, words)
