"""When operations apply: dates of commencement, what is in force on a day, the order of application (§5)."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Collection, Iterator

from msgspec import Struct

from redline.errors import AmendmentError
from redline.model.changes import Status
from redline.model.spec import AfterPublication, MonthAfterPublication, OnDate, OnEvent, Operation, Spec


class Scheduled(Struct, frozen=True):
    """An operation with its date and what becomes of it.

    Attributes:
        operation: the operation.
        date: its commencement, None where it applies at once or awaits an event.
        status: `applied`, or why it is not.
    """

    operation: Operation
    date: datetime.date | None
    status: Status


def schedule(
    spec: Spec,
    *,
    as_of: datetime.date | None = None,
    published: datetime.date | None = None,
    assume: Collection[str] = (),
) -> tuple[list[Scheduled], list[AmendmentError]]:
    """Every operation with its date and status, in order of application, and what could not be computed.

    Args:
        spec: the spec.
        as_of: consolidate what is in force on that day; None applies everything with a known date or none.
        published: the day of publication; default the spec's `publication`.
        assume: the conditions that are taken to be met.
    """
    errors = list(_unknown_conditions(spec, assume))
    dated: list[tuple[Operation, datetime.date | None]] = []
    for operation in spec.operations:
        try:
            date = commencement_date(operation, published or spec.publication)
            _check_end(operation, date)
            dated.append((operation, date))
        except AmendmentError as error:
            errors.append(error)
    latest = max((date for operation, date in dated if date and _assumed(operation, assume)), default=None)
    found = [
        Scheduled(operation, date, _status(operation, date, as_of, latest, assume))
        for operation, date in dated
    ]
    if spec.addressing == "base":
        far = datetime.date.max
        found.sort(key=lambda item: (item.date or far, item.operation.order))
    return found, errors


def _unknown_conditions(spec: Spec, assume: Collection[str]) -> Iterator[AmendmentError]:
    known = sorted({operation.when for operation in spec.operations if operation.when})
    for name in sorted(set(assume) - set(known)):
        yield AmendmentError(
            "condition-unknown",
            f"no operation has when: {name}",
            do=f"assume one of {', '.join(known)}" if known else "leave --assume out: nothing is conditional",
        )


def _check_end(operation: Operation, date: datetime.date | None) -> None:
    if date is not None and operation.until is not None and operation.until <= date:
        raise AmendmentError(
            "value-wrong",
            f"the change would end on {operation.until}, before it has begun on {date}",
            do="give an until that is later than the commencement",
            at=operation.at,
        )


def expression_date(
    spec: Spec, scheduled: Collection[Scheduled], as_of: datetime.date | None
) -> datetime.date | None:
    """The date of the consolidated text: as asked, else the latest commencement applied, else the spec's
    date.
    """
    if as_of is not None:
        return as_of
    dates = [item.date for item in scheduled if item.status == "applied" and item.date is not None]
    return max(dates, default=None) or spec.date


def timeline(
    spec: Spec, *, published: datetime.date | None = None, assume: Collection[str] = ()
) -> list[datetime.date]:
    """The dates on which the text changes: each commencement and each `until`."""
    scheduled, _ = schedule(spec, published=published, assume=assume)
    dates = {item.date for item in scheduled if item.date is not None and _assumed(item.operation, assume)}
    dates |= {
        item.operation.until for item in scheduled if item.operation.until and item.status != "not-assumed"
    }
    return sorted(date for date in dates if date is not None)


def _assumed(operation: Operation, assume: Collection[str]) -> bool:
    return operation.when is None or operation.when in assume


def _status(
    operation: Operation,
    date: datetime.date | None,
    as_of: datetime.date | None,
    latest: datetime.date | None,
    assume: Collection[str],
) -> Status:
    if not _assumed(operation, assume):
        return "not-assumed"
    if isinstance(operation.commencement, OnEvent):
        return "pending"
    if as_of is not None and date is not None and date > as_of:
        return "not-yet"
    day = as_of or latest
    if operation.until is not None and day is not None and operation.until <= day:
        return "expired"
    return "applied"


def commencement_date(operation: Operation, publication: datetime.date | None) -> datetime.date | None:
    """The day an operation takes effect; None where it has no date or awaits an event.

    Raises:
        AmendmentError: `commencement-unknown` where it depends on a publication whose date is not given.
    """
    rule = operation.commencement
    if rule is None or isinstance(rule, OnEvent):
        return None
    if isinstance(rule, OnDate):
        return rule.date
    if publication is None:
        raise AmendmentError(
            "commencement-unknown",
            "the commencement is counted from publication, and its date is not given",
            do="give publication: YYYY-MM-DD at the top of the spec, or --published DATE",
            at=operation.commencement_at or operation.at,
        )
    return _counted(rule, publication)


def _counted(rule: AfterPublication | MonthAfterPublication, publication: datetime.date) -> datetime.date:
    if isinstance(rule, MonthAfterPublication):
        first = _add_months(publication.replace(day=1), rule.month)
        return first.replace(day=min(rule.day, calendar.monthrange(first.year, first.month)[1]))
    # "After ten full days": the days after publication are counted, and the day after the last of them is
    # meant.
    extra = datetime.timedelta(days=1 if rule.full else 0)
    if rule.unit == "months":
        return _add_months(publication, rule.count) + extra
    return publication + datetime.timedelta(days=rule.count) + extra


def _add_months(date: datetime.date, months: int) -> datetime.date:
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    return date.replace(
        year=year, month=month + 1, day=min(date.day, calendar.monthrange(year, month + 1)[1])
    )
