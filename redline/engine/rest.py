"""What else is wrong with a spec of which some operations are not written as they must be.

The others are tried without them, so that one report has everything; what may fail only because of what is
missing is not reported before the missing operations can be read.
"""

from __future__ import annotations

from redline.engine.dry_run import Failure
from redline.engine.time import schedule
from redline.model.spec import WORD_VERBS, Operation, Rest

_IN_THE_TEXT = frozenset({
    "words-not-found", "words-several", "words-count", "words-address", "expectation-failed", "nothing-to-do",
    "content-unreadable", "address-unreadable", "address-part", "operations-conflict", "value-wrong",
    "inflect-impossible", "inflect-doubtful", "key-missing", "language-version",
})  # fmt: skip
"""What is wrong between an operation and the text it is read against, whatever the other operations do."""

_LEAVES_PLACES = WORD_VERBS | {"retitle", "repeal"}
"""Verbs that make no provision and give no number."""


def sure_failures(rest: Rest, failures: tuple[Failure, ...]) -> tuple[Failure, ...]:
    """The failures that do not depend on what the operations that could not be read would have done.

    Args:
        rest: the spec without them.
        failures: of a dry run of it.
    """
    scheduled, _ = schedule(rest.spec)
    first = {item.operation.id: item.operation for item in scheduled if item.date == scheduled[0].date}
    return tuple(each for each in failures if _is_sure(each, rest, first.get(each.operation or "")))


def _is_sure(failure: Failure, rest: Rest, first: Operation | None) -> bool:
    """Whether a failure stands; `first` is its operation, if that is one of the first date of the spec."""
    slug = failure.error.slug
    if failure.operation is None or failure.act is None:
        return slug in ("commencement-unknown", "value-wrong")
    here = [unread for unread in rest.unread if failure.act in unread.acts]
    if not here:
        return True
    if rest.spec.addressing != "base" or first is None:
        return False
    if not all(unread.dated and unread.commencement == first.commencement for unread in here):
        return False
    if slug == "address-not-found":
        return all(unread.verb in _LEAVES_PLACES for unread in here)
    return slug in _IN_THE_TEXT or (slug == "content-number" and first.verb == "replace")
