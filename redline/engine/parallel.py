"""The language versions of one Act held against one another: what stands, or changes, in one of them only.

They are aligned by provisions, never by instructions: the same change of a law can be an addition in Russian
and a substitution in Kazakh.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import permutations

from msgspec import Struct, field

from redline.addresses.parallel import Outline, Path, cited, only_in, outline_of
from redline.akn.document import Element
from redline.akn.marks import DEL, INS, STUB, View
from redline.akn.names import local_name
from redline.akn.places import PlaceRecorder
from redline.akn.working import WorkingAct
from redline.engine.time import Scheduled
from redline.errors import AmendmentError

_MOST = 6
"""So many provisions are named in one note."""


class AmendedVersion(Struct, frozen=True, dict=True):
    """A language version after its operations.

    Attributes:
        language: as a tag.
        working: its working copy.
        recorder: where its operations changed it.
        done: the operations that were carried out.
    """

    language: str
    working: WorkingAct
    recorder: PlaceRecorder
    done: tuple[Scheduled, ...]

    @cached_property
    def before(self) -> Outline:
        """The outline of the base."""
        return outline_of(self.working.document, self.working.view(0))

    @cached_property
    def after(self) -> Outline:
        """The outline as amended."""
        return outline_of(self.working.document, self.working.view())

    @cached_property
    def touched(self) -> list[_Touched]:
        """Every provision that an operation changed."""
        before = {element: path for path, element in self.before.items()}
        after = {element: path for path, element in self.after.items()}
        found: list[_Touched] = []
        for item in self.done:
            at = self.working.order[item.operation.id]
            views = self.working.view(at), self.working.view(at + 1)
            for unit in self.recorder.all_units(item.operation.id, *views):
                # What is no provision (the title, the preamble) answers to the same part of the other.
                path = before.get(unit) or after.get(unit) or ((local_name(unit.tag), ""),)
                view = views[1] if views[1].attached(unit) else views[0]
                whole = self.whole(unit, item.operation.id)
                found.append(_Touched(item, path, unit, view, whole))
        return found

    def cited(self, element: Element, view: View) -> str:
        """A provision as it is cited in the language of the version; without a number, by where it stands."""
        return cited(element, view, self.language)

    def cause(self, path: Path) -> Scheduled | None:
        """The operation that gave a provision its place and number, or took it from there."""
        names: Iterator[str | None] = (
            made.get(around)
            for outline, made in ((self.after, self._numbering), (self.before, self._places))
            if path in outline
            for around in (outline[path], *outline[path].iterancestors())
        )
        operation = next(filter(None, names), None)
        return next((item for item in self.done if item.operation.id == operation), None)

    @cached_property
    def _numbering(self) -> dict[Element, str]:
        return {element: name for name, element in self.recorder.numbered(self.working.order)}

    @cached_property
    def _places(self) -> dict[Element, str]:
        return {element: name for name, found in self.recorder.places.items() for element in found}

    def whole(self, unit: Element, operation: str) -> bool:
        """Whether an operation put a provision in, took it out or restated it as a whole."""
        marks = {unit.get(mark) for mark in (INS, DEL, STUB)}
        return operation in marks or self.working.replaced.get(unit) == operation

    @cached_property
    def _days_at(self) -> tuple[_Days, _Days, _Days]:
        """The days on which each provision changed itself, as a whole, and on which something in it did."""
        exact: _Days = defaultdict(set)
        whole: _Days = defaultdict(set)
        inside: _Days = defaultdict(set)
        for touched in self.touched:
            exact[touched.path].add(touched.item.date)
            if touched.whole:
                whole[touched.path].add(touched.item.date)
            for length in range(1, len(touched.path) + 1):
                inside[touched.path[:length]].add(touched.item.date)
        return exact, whole, inside

    def days(self, path: Path, *, whole: bool) -> set[datetime.date | None]:
        """The days on which a provision changed itself, or with what it stands in.

        Args:
            path: to the provision.
            whole: whether it changed as a whole there, so that any change inside it answers to that.
        """
        exact, restated, inside = self._days_at
        around = (restated.get(path[:length], set()) for length in range(1, len(path)))
        return (inside if whole else exact).get(path, set()).union(*around)


_Days = dict[Path, set[datetime.date | None]]


class _Touched(Struct, frozen=True):
    item: Scheduled
    path: Path
    unit: Element
    view: View
    whole: bool


class Compared(Struct):
    """What the comparison of the versions of an Act found.

    Attributes:
        notes: language and operation -> what is said of it.
        failures: operations on all versions after which these have not the same provisions any more.
        warnings: what is said of a version as a whole, by language.
    """

    notes: defaultdict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    failures: list[AmendmentError] = field(default_factory=list)
    warnings: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def compare_versions(versions: Sequence[AmendedVersion]) -> Compared:
    """Hold the language versions of one Act against one another.

    Args:
        versions: in the order of the spec, at least two.
    """
    found = Compared()
    parted: dict[str, tuple[Scheduled, list[str]]] = {}
    for version, other in permutations(versions, 2):
        _changed_in_one_only(version, other, found)
        _part_ways(version, other, found, parted)
    for cause, said in parted.values():
        found.failures.append(_structure(cause, said))
    for version in versions[1:]:
        _differ_already(versions[0], version, found)
    return found


def _changed_in_one_only(version: AmendedVersion, other: AmendedVersion, found: Compared) -> None:
    """Notes on provisions that an operation changed, and none in the other version."""
    alone: dict[tuple[str, str], list[str]] = {}
    for touched in version.touched:
        days = other.days(touched.path, whole=touched.whole)
        if touched.item.date in days:
            continue
        said = f"changes the version in {version.language} alone, not that in {other.language}"
        if days:
            said = f"changes the version in {version.language} on another day than {other.language}"
        places = alone.setdefault((touched.item.operation.id, said), [])
        places.append(version.cited(touched.unit, touched.view))
    for (operation, said), places in alone.items():
        found.notes[version.language, operation].append(f"{said}: {_listed(dict.fromkeys(places))}")


def _part_ways(
    version: AmendedVersion,
    other: AmendedVersion,
    found: Compared,
    parted: dict[str, tuple[Scheduled, list[str]]],
) -> None:
    """What stands in one version only after the operations, and stood in both, or in neither, before them.

    What an operation on one version alone did so is noted; of the others it is added to `parted`.
    """
    already = {*only_in(version.before, other.before), *only_in(other.before, version.before)}
    causes: dict[str | None, tuple[Scheduled | None, list[str]]] = {}
    for path in only_in(version.after, other.after):
        if not any(path[: len(known)] == known for known in already):
            cause = version.cause(path) or other.cause(path)
            name = version.cited(version.after[path], version.working.view())
            causes.setdefault(cause.operation.id if cause else None, (cause, []))[1].append(name)
    for cause, names in causes.values():
        said = f"{_listed(names)} in {version.language}, not in {other.language}"
        if cause is None:
            found.warnings[version.language].append(f"after the operations there is {said}")
        elif cause.operation.language is not None:
            # Where the operation is on the other version, it took from there what still stands here.
            found.notes[cause.operation.language, cause.operation.id].append(f"there is then {said}")
        else:
            parted.setdefault(cause.operation.id, (cause, []))[1].append(said)


def _structure(cause: Scheduled, said: Sequence[str]) -> AmendmentError:
    return AmendmentError(
        "language-structure",
        f"the language versions would not have the same provisions any more: {'; '.join(said)}",
        do="give the same provisions and numbers in each language; where they are meant to differ, write an "
        "operation for each version, with language:",
        at=cause.operation.at,
    )


def _differ_already(first: AmendedVersion, version: AmendedVersion, found: Compared) -> None:
    """A warning on provisions that one of the versions lacks as they came."""
    for one, other in ((first, version), (version, first)):
        lacking = only_in(one.before, other.before)
        if lacking:
            view = one.working.view(0)
            places = _listed(dict.fromkeys(one.cited(one.before[path], view) for path in lacking))
            found.warnings[version.language].append(
                f"the versions in {first.language} and {version.language} are not built alike; in "
                f"{one.language} only: {places}"
            )


def _listed(places: Iterable[str]) -> str:
    names = list(places)
    left = len(names) - _MOST
    more = f", and {left} more" if left > 0 else ""
    return f"{', '.join(names[:_MOST])}{more}"
