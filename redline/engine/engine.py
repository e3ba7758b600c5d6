"""A spec and its Acts -> marked Acts: all operations, or none and every reason why."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from redline.addresses.targets import Target
from redline.akn.document import Act
from redline.akn.marked import MarkedAct
from redline.akn.metadata import Consolidation
from redline.akn.places import PlaceRecorder
from redline.akn.plans import Planned
from redline.akn.working import WorkingAct
from redline.engine.amending import amending_citation, amending_name, note_facts
from redline.engine.apply import Marker
from redline.engine.changes import describe_places
from redline.engine.conflicts import check_edits, conflict_of
from redline.engine.contents import ContentsFollower
from redline.engine.effects import effects_on, effects_running
from redline.engine.expect import check_expectation
from redline.engine.language_versions import (
    changes_beside,
    check_language,
    check_versions,
    language_of,
    parallel_keys,
    scheduled_on,
)
from redline.engine.not_applied import point_at_what_is_missing
from redline.engine.number_order import order_notes
from redline.engine.numbers import NumberCheck, number_in_use
from redline.engine.parallel import AmendedVersion, compare_versions
from redline.engine.references import Citations, plan_updates
from redline.engine.splits import left_empty
from redline.engine.time import Scheduled, expression_date, schedule
from redline.engine.version import version_notes, version_warnings
from redline.errors import AmendmentError, AmendmentErrors, RedlineError, in_file_order
from redline.jurisdictions import get_profile
from redline.languages import short_code
from redline.model.changes import Change
from redline.model.source import Span
from redline.model.spec import Spec
from redline.operations import plan_edits
from redline.operations.context import PlanContext
from redline.operations.footnotes import note_footnotes
from redline.operations.idle import refuse_idle
from redline.operations.usage import LevelUsage

Progress = Callable[[int, int], None]


def amend_acts(
    spec: Spec,
    acts: Mapping[str, Act],
    *,
    as_of: datetime.date | None = None,
    published: datetime.date | None = None,
    assume: Collection[str] = (),
    progress: Progress | None = None,
) -> dict[str, MarkedAct]:
    """Amend every Act of a spec.

    Args:
        spec: the spec.
        acts: its Acts by alias.
        as_of, published, assume: see `redline.engine.time.schedule`.
        progress: called with the number of operations done and their total.

    Returns:
        a marked Act for each alias, also for those that no operation changes.

    Raises:
        AmendmentErrors: with every failure; nothing was applied.
    """
    scheduled, errors = schedule(spec, as_of=as_of, published=published, assume=assume)
    failures: list[RedlineError] = [*check_versions(spec, acts), *errors]
    runs: dict[str, ActRun] = {}
    package: dict[str, WorkingAct] = {}
    total = sum(len(item.operation.acts) for item in scheduled)
    done = 0
    for alias, act in acts.items():
        run = runs[alias] = ActRun(spec, alias, act, scheduled_on(spec, alias, scheduled), package)
        for _ in run.steps():
            done += 1
            if progress is not None:
                progress(done, total)
    failures += compare_all(spec, runs)
    marked = {alias: run.result(as_of) for alias, run in runs.items()}
    failures += [failure for run in runs.values() for failure in run.failures]
    if failures:
        raise AmendmentErrors(in_file_order_of(failures, spec))
    return marked


def compare_all(spec: Spec, runs: Mapping[str, ActRun]) -> list[AmendmentError]:
    """Hold the language versions of each Act against one another; notes and warnings go to their runs."""
    failures: list[AmendmentError] = []
    for versions in parallel_keys(spec):
        if any(runs[key].failures for key in versions):
            continue  # what was not carried out is missing, and says nothing of the versions
        found = compare_versions([runs[key].version() for key in versions])
        failures += found.failures
        for run in (runs[key] for key in versions):
            run.warnings = found.warnings.get(run.language or "", [])
            for entry in run.done:
                told = found.notes.get((run.language or "", entry.scheduled.operation.id), ())
                entry.notes += tuple(told)
    return failures


def in_file_order_of(failures: list[RedlineError], spec: Spec) -> list[RedlineError]:
    """By file and line, each with its source line."""
    sources = dict(spec.sources)
    return [error.with_excerpt(sources) for error in in_file_order(failures, sources)]


class _Done(Struct):
    scheduled: Scheduled
    notes: tuple[str, ...]


class ActRun:
    """The operations of a spec on one Act; `package` is to hold the working copies of all Acts.

    Attributes:
        failures: the operations that cannot be carried out, added to while it runs.
        double_numbers: where such a failure is that a number is given twice -> the operation it is of.
        done: the operations that were carried out, with their notes.
        warnings: what is said of the Act as a whole.
    """

    def __init__(
        self,
        spec: Spec,
        alias: str,
        act: Act,
        scheduled: list[Scheduled],
        package: dict[str, WorkingAct] | None = None,
    ) -> None:
        self.spec = spec
        self.alias = alias
        self.act = act
        self.scheduled = scheduled
        self.working = WorkingAct(act)
        self.working.default_language = language_of(spec, alias)
        self.working.sequential = spec.addressing == "current"
        self.package = {} if package is None else package
        self.package[alias] = self.working
        self.language = language_of(spec, alias)
        self.profile = get_profile(spec.jurisdiction)
        self.usage = LevelUsage(self.working)
        self.operations = {item.operation.id: item.operation for item in scheduled}
        self.failures: list[RedlineError] = []
        self.double_numbers: dict[Span, str] = {}  # where such a failure is -> the operation it is of
        self.done: list[_Done] = []
        self.planned: dict[str, Planned] = {}
        self.warnings: list[str] = []
        self.recorder = PlaceRecorder(self.working)
        self.numbers = NumberCheck(self.working, self.profile)

    def steps(self) -> Iterator[None]:
        """Carry out the operations, date by date; yields once for each."""
        for batch in self.batches():
            start = len(self.working.order)
            for item in batch:
                self.working.order[item.operation.id] = len(self.working.order)
                self.working.filed[item.operation.id] = item.operation.order
            self.recorder.batches.append((start, len(self.working.order)))
            structural = self.working.structural
            for item in batch:
                # Under `current`, each operation sees what its predecessors left.
                horizon = (
                    self.working.order[item.operation.id] if self.spec.addressing == "current" else start
                )
                self._one(item, horizon)
                if self.spec.addressing == "current":
                    self._update_citations([item], horizon)
                yield
            self._check_splits(batch)
            self._check_numbers(batch)
            if self.spec.addressing == "base" and self.working.structural > structural:
                self._update_citations(batch, start)
            self._follow_contents(start)

    def batches(self) -> list[list[Scheduled]]:
        """The applied operations in groups of one date; under `current`, all in one."""
        applied = [item for item in self.scheduled if item.status == "applied"]
        if self.spec.addressing == "current":
            return [applied] if applied else []
        groups: dict[datetime.date | None, list[Scheduled]] = {}
        for item in applied:
            groups.setdefault(item.date, []).append(item)
        # What changes words throughout the Act passes over what the others change, wherever it stands in the
        # file.
        return [sorted(group, key=lambda item: item.operation.throughout) for group in groups.values()]

    def _one(self, item: Scheduled, horizon: float) -> None:
        operation = item.operation
        view = self.working.view(horizon)
        context = PlanContext(
            operation,
            self.working,
            view,
            self.profile,
            self.usage,
            self.spec.spacing,
            language=short_code(self.working.language),
            note_facts=note_facts(self.spec, item, self.language),
            operations=self.operations,
        )
        try:
            check_language(operation, self.act.name, self.working.language)
            check_expectation(context)
            edits = plan_edits(context)
            refuse_idle(context, edits)
            note_footnotes(context, edits)
            check_edits(edits, operation, view, self.working, self.operations)
        except AmendmentError as error:
            self.failures.append(point_at_what_is_missing(error, operation, self.scheduled, self.alias))
            return
        self.recorder.begin(operation.id, edits)
        self.planned[operation.id] = Planned(operation, item.date, view, self._bounded(context), tuple(edits))
        marker = Marker(self.working, view, operation.id)
        for edit in edits:
            marker.apply(edit)
        self.done.append(_Done(item, tuple(dict.fromkeys(context.notes))))

    def _bounded(self, context: PlanContext) -> dict[str, list[Target]]:
        """What the addresses name, read in the text right before the operation and in none that is later."""
        now = self.working.view(self.working.order[context.operation.id])
        return {
            key: [replace(t, view=now) if t.view.horizon > now.horizon else t for t in found]
            for key, found in context.found.items()
        }

    def _update_citations(self, items: list[Scheduled], horizon: float) -> None:
        """Rewrite the citations of what these operations moved, where they ask for it."""
        updating = {item.operation.id for item in items if item.operation.references == "update"}
        if not updating or self.failures:
            return
        view = self.working.view()
        notes = {entry.scheduled.operation.id: entry for entry in self.done}
        for operation, edit, told in plan_updates(
            Citations(self.working, self.working.view(horizon), view), updating
        ):
            self.recorder.begin(operation, [edit])
            self.planned[operation].following.append(edit)
            Marker(self.working, view, operation).apply(edit)
            notes[operation].notes += (told,)

    def _follow_contents(self, horizon: float) -> None:
        """Let the contents follow the headings and numbers, where the spec or the profile says so."""
        follows = (
            self.profile.contents_follow if self.spec.contents is None else self.spec.contents == "follow"
        )
        if not follows or self.failures or next(self.working.root.iter("{*}tocItem"), None) is None:
            return
        view = self.working.view()
        notes = {entry.scheduled.operation.id: entry for entry in self.done}
        texts = Citations(self.working, self.working.view(horizon), view)
        for operation, edits, told in list(ContentsFollower(texts).plan()):
            self.recorder.begin(operation, edits)
            self.planned[operation].following.extend(edits)
            marker = Marker(self.working, view, operation)
            for edit in edits:
                marker.apply(edit)
            if told:
                notes[operation].notes += (told,)

    def _check_splits(self, batch: list[Scheduled]) -> None:
        """Neither of the two provisions that a split leaves may lose all its words on the same date."""
        ids = {item.operation.id for item in batch}
        if self.spec.addressing == "current" or not self.working.merging:
            return
        for splitter, taker in left_empty(self.working.root, self.working.view(), ids):
            earlier, later = sorted(
                (self.operations[splitter], self.operations[taker]), key=lambda each: each.order
            )
            self.failures.append(conflict_of(later, earlier, self.working))

    def _check_numbers(self, batch: list[Scheduled]) -> None:
        """A number that a sibling or a stub holds after all operations of a date cannot be given again
        (§5); of one out of order the drafter is told.
        """
        ids = {item.operation.id for item in batch}
        view = self.working.view()
        # The later of two operations that give one number is at fault.
        numbered = sorted(self.recorder.numbered(ids), key=lambda item: -self.operations[item[0]].order)
        for operation, provision, other in self.numbers.doubles(numbered):
            failure = number_in_use(self.working, self.operations, operation, provision, other)
            if failure.at is not None:
                self.double_numbers[failure.at] = operation
            self.failures.append(failure)
        done = {entry.scheduled.operation.id: entry for entry in self.done}
        for operation, told in order_notes(self.recorder.numbered(ids), view, self.numbers.series()):
            done[operation].notes += (told,)

    def version(self) -> AmendedVersion:
        """The language version after its operations, to be held against the others."""
        done = tuple(entry.scheduled for entry in self.done)
        return AmendedVersion(self.language or "", self.working, self.recorder, done)

    def result(self, as_of: datetime.date | None) -> MarkedAct:
        """The marked Act, with its change list, as on the day asked for."""
        source = self.spec.acts.get(self.alias)
        version = source.as_of if source is not None else None
        date = expression_date(self.spec, self.scheduled, as_of)
        done = {entry.scheduled.operation.id: entry for entry in self.done}
        changes: list[Change] = []
        for item in self.scheduled:
            change = Change(item.operation, self.alias, item.status, item.date)
            entry = done.get(item.operation.id)
            if entry is not None:
                change = replace(change, notes=(*entry.notes, *version_notes(version, item)))
            changes.append(change)
        view = self.working.view
        touched = {
            identifier: self.recorder.units(identifier, view(at), view(at + 1))
            for identifier, at in self.working.order.items()
            if self.spec.effects
        }
        effects = effects_on(self.spec, self.alias, self.working, touched, self.failures)
        effects = effects_running(self.spec, effects, self.scheduled, as_of)
        note = partial(changes_beside, self.spec, self.alias, self.package)
        enacted = self.spec.enacted_as
        facts = Consolidation(
            date=date or version,
            held=version or self.act.expression_date,
            amending=enacted.uri if enacted else None,
            amending_name=amending_name(self.spec, self.language),
            amending_cited=amending_citation(self.spec, self.language),
            drafted=self.spec.date,
        )
        warnings = (*version_warnings(version, self.act, date, as_of), *self.warnings)
        marked = MarkedAct(
            self.working, tuple(changes), facts, self.recorder, effects, note, describe_places, warnings
        )
        marked.planned = tuple(self.planned.values())
        return marked
