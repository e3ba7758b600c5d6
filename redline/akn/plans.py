"""What each operation was found to do: the provisions its addresses name, and its edits.

Kept beside the marks for what has to say in words what was done: the amending Act.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Protocol

from msgspec import Struct, field

from redline.akn.document import Element
from redline.akn.edits import Edit
from redline.akn.marks import View
from redline.model.address import Citation
from redline.model.spec import Operation


class Named(Protocol):
    """What an address names; see `redline.addresses.targets.Target`."""

    @property
    def element(self) -> Element: ...
    @property
    def citation(self) -> Citation: ...
    @property
    def view(self) -> View: ...
    @property
    def provision(self) -> Element: ...
    @property
    def part(self) -> str | None: ...
    @property
    def blocks(self) -> tuple[Element, ...]: ...
    @property
    def span(self) -> tuple[int, int] | None: ...


class Planned(Struct, frozen=True):
    """One operation as it was carried out on one Act.

    Attributes:
        operation: as in the spec.
        date: its commencement, where known.
        view: the text in which its addresses and words were read.
        found: what the addresses of each key name, in the order written.
        edits: what it did.
        following: what else it did: citations and contents that followed.
    """

    operation: Operation
    date: datetime.date | None
    view: View
    found: Mapping[str, Sequence[Named]]
    edits: tuple[Edit, ...]
    following: list[Edit] = field(default_factory=list)
