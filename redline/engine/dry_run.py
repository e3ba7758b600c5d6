"""A spec tried out: what its operations would do, and everything that would fail."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping

from msgspec import Struct, field

from redline.akn.document import Act
from redline.akn.marked import MarkedAct
from redline.akn.working import WorkingAct
from redline.engine.engine import ActRun, Progress, compare_all, in_file_order_of
from redline.engine.language_versions import check_versions, scheduled_on
from redline.engine.time import schedule
from redline.errors import AmendmentError, RedlineError
from redline.model.source import Span
from redline.model.spec import Spec


class Failure(Struct, frozen=True):
    """An operation that cannot be carried out on an Act.

    Attributes:
        error: why.
        operation: the operation's id; None where the failure belongs to no single one.
        act: the alias of the Act; None where it belongs to none.
    """

    error: RedlineError
    operation: str | None = None
    act: str | None = None


def dry_run(
    spec: Spec,
    acts: Mapping[str, Act],
    *,
    as_of: datetime.date | None = None,
    published: datetime.date | None = None,
    assume: Collection[str] = (),
    progress: Progress | None = None,
) -> tuple[dict[str, MarkedAct], tuple[Failure, ...]]:
    """Amend every Act of a spec as far as that can be done, for showing what would happen: never for output.

    Args:
        spec, acts, as_of, published, assume, progress: as for `amend_acts`.

    Returns:
        the marked Acts with the operations that succeed, and every failure by its place in the spec.
    """
    scheduled, errors = schedule(spec, as_of=as_of, published=published, assume=assume)
    failures = [*map(Failure, check_versions(spec, acts)), *_unscheduled(errors, spec)]
    package: dict[str, WorkingAct] = {}
    total = sum(len(item.operation.acts) for item in scheduled)
    tried: dict[str, _Tried] = {}
    done = 0
    for alias, act in acts.items():
        run = ActRun(spec, alias, act, scheduled_on(spec, alias, scheduled), package)
        one = tried[alias] = _Tried(alias, run)
        order = [item.operation for batch in run.batches() for item in batch]
        one.at = {operation.at: operation.id for operation in order}
        for _, operation in zip(run.steps(), order, strict=False):
            done += 1
            failures += one.new_failures(failures, operation.id)
            if progress is not None:
                progress(done, total)
    ids = {operation.at: operation.id for operation in spec.operations}
    compared = compare_all(spec, {alias: one.run for alias, one in tried.items()})
    failures += [Failure(error, ids.get(error.at) if error.at else None) for error in compared]
    marked = {alias: one.run.result(as_of) for alias, one in tried.items()}
    for one in tried.values():
        failures += one.new_failures(failures, None)
    ordered = in_file_order_of([failure.error for failure in failures], spec)
    places = {id(error): place for place, error in enumerate(ordered)}
    return marked, tuple(sorted(failures, key=lambda failure: places[id(failure.error)]))


class _Tried(Struct):
    """The operations on one Act as they are tried; `at` has the place of each in the spec."""

    alias: str
    run: ActRun
    at: dict[Span, str] = field(default_factory=dict)

    def new_failures(self, known: Collection[Failure], operation: str | None) -> list[Failure]:
        """The failures of the Act that are not known yet, each with its operation, else with this one."""
        self.at |= self.run.double_numbers
        seen = {id(failure.error) for failure in known}
        new = [error for error in self.run.failures if id(error) not in seen]
        return [
            Failure(error, self.at.get(error.at, operation) if error.at else operation, self.alias)
            for error in new
        ]


def _unscheduled(errors: list[AmendmentError], spec: Spec) -> list[Failure]:
    """The failures to compute a commencement, each with its operation; several may share one place."""
    left = list(spec.operations)
    found: list[Failure] = []
    for error in errors:
        operation = next(
            (o for o in left if error.at is not None and (o.commencement_at or o.at) == error.at), None
        )
        if operation is not None:
            left.remove(operation)
        found.append(Failure(error, operation.id if operation else None))
    return found
