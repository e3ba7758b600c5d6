"""Where operations are written, so that errors confined to some of them leave the others to be looked at."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace

from redline.errors import RedlineError
from redline.model.spec import Commencement, Operation, Rest, Spec, Unread
from redline.spec.reading import Reading
from redline.spec.yaml_source import MappingNode, Node


class Written(Struct, frozen=True):
    """Where an operation or an effect is written.

    Attributes:
        file, first, last: the file, and its lines from 1.
        order: of an operation that could be read, its place in the spec.
        unread: what is known of it where it is wrong; None for an effect.
    """

    file: str
    first: int
    last: int
    order: int | None
    unread: Unread | None

    def holds(self, error: RedlineError) -> bool:
        """Whether an error stands in its lines."""
        at = error.at
        return at is not None and at.file == self.file and self.first <= at.line <= self.last


def written_operation(
    reading: Reading,
    node: Node,
    acts: tuple[str, ...],
    commencement: Commencement | None,
    read: Operation | None,
) -> Written:
    """Where an operation is written, and what is known of it if it is wrong.

    Args:
        acts: the keys of the Acts that it amends.
        commencement: from when; of one that could not be read, what its entry says.
        read: the operation, where it could be read.
    """
    if read is not None:
        return _written(reading, node, read.order, Unread(acts, read.verb, commencement, dated=True))
    keys = {key.value for key, _ in node.value} if isinstance(node, MappingNode) else set()
    unread = Unread(acts, None, commencement, dated="commencement" not in keys)
    return _written(reading, node, None, unread)


def written_effect(reading: Reading, node: Node) -> Written:
    """Where an effect is written."""
    return _written(reading, node, None, None)


def _written(reading: Reading, node: Node, order: int | None, unread: Unread | None) -> Written:
    first, end = node.start_mark.line + 1, node.end_mark
    # The end of a mapping over several lines is where the next thing begins.
    last = end.line if end.line + 1 > first and not getattr(node, "flow_style", False) else end.line + 1
    return Written(reading.source.file, first, last, order, unread)


def rest_of(spec: Spec, written: Collection[Written], errors: Collection[RedlineError]) -> Rest | None:
    """What is left of a spec where nothing but operations and effects is wrong; else None."""
    wrong = [place for place in written if any(map(place.holds, errors))]
    if not all(any(place.holds(error) for place in wrong) for error in errors):
        return None
    left_out = {place.order for place in wrong}
    return Rest(
        replace(spec, operations=tuple(o for o in spec.operations if o.order not in left_out), effects=()),
        tuple(place.unread for place in wrong if place.unread is not None),
    )
