"""What can be read from one Act: its provisions and lines, and what these cite, define and order.

Plain data without any XML, so that it can be kept on disk and sent to another process. Every fact says in
which
line it stands and where, so that a reader can be shown the words it was read from.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

LineKind = Literal["heading", "text", "cell"]
ModalityKind = Literal["duty", "right", "prohibition"]


@dataclass(frozen=True, slots=True)
class Words:
    """Where words stand: characters [start, end) of a line."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the Act, or one heading.

    Attributes:
        text: its words.
        provision: the place of its provision in `Facts.provisions`.
        kind: what it is; `cell` is one cell of a table.
        quoted: it is text of another law that this one quotes.
    """

    text: str
    provision: int
    kind: LineKind = "text"
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision.

    Attributes:
        unit: the unit as Akoma Ntoso calls it (`article`, `point`); `act` for the Act itself.
        number: bare, as in citations (`5-1`); empty where it has none.
        printed: the number as printed.
        heading: its heading.
        parent: the place of the provision around it; -1 for the Act itself.
        eid: its identifier.
        repealed: it is repealed and keeps its place.
        series: which list of its parent it belongs to, where a list begins again behind further words.
    """

    unit: str
    number: str = ""
    printed: str = ""
    heading: str = ""
    parent: int = -1
    eid: str = ""
    repealed: bool = False
    series: int = 0


@dataclass(frozen=True, slots=True)
class CitedStep:
    """A number in a citation, and the units (names of Akoma Ntoso) that it may be the number of."""

    number: str
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CitedAct:
    """Another Act as it is named in a line.

    Attributes:
        at: the words that name it.
        form: the word for what it is, as written (`Закона`, `кодексом`).
        title: its title, or the adjective that makes one with its form (`Трудовой`); empty where only the
        form
            is said.
        date: the day it bears, `YYYY-MM-DD`; empty where none is said.
        number: its number; empty where none is said.
        short: it is named by its form alone (`статья 5 Закона`), as by-laws name the law they carry out.
    """

    at: Words
    form: str
    title: str = ""
    date: str = ""
    number: str = ""
    short: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A provision that a line cites.

    Attributes:
        at: the citation.
        steps: the numbers that it names, outermost first.
        upto: for a run, those of its last provision.
        within: names of elements of which one stands around the line and holds what is cited (`of this
        Article`).
        sure: whether the words leave no doubt whose provision is meant.
        act: the place of the Act in `Facts.acts` that it belongs to; -1 for a provision of this Act.
        foreign: it is of another Act, even where `act` does not tell which.
    """

    at: Words
    steps: tuple[CitedStep, ...]
    upto: tuple[CitedStep, ...] = ()
    within: tuple[str, ...] = ()
    sure: bool = True
    act: int = -1
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A term that the Act defines, or a short name that it gives (`далее – …`).

    Attributes:
        at: the term in its line.
        term: as written.
        meaning: the words that say what it means; for a short name, what stands before it.
        article: it is defined in an article of definitions, and not in passing.
    """

    at: Words
    term: str
    meaning: str
    article: bool


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time within which something must be done.

    Attributes:
        at: the words that say it.
        amount: how many; 0 where they could not be read as a number.
        unit: `hour`, `day`, `working day`, `calendar day`, `week`, `month`, `quarter` or `year`.
    """

    at: Words
    amount: int
    unit: str


@dataclass(frozen=True, slots=True)
class Modality:
    """That somebody must, may or must not do something.

    Attributes:
        at: the words that say so.
        kind: which of the three.
        subject: who, as far as the words before it tell.
    """

    at: Words
    kind: ModalityKind
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Delegation:
    """A rule left to another act: `in the manner determined by the authorised body`.

    Attributes:
        at: the words that leave it.
        body: who is to make that act, as written; empty where only a law is named.
    """

    at: Words
    body: str


@dataclass(frozen=True, slots=True)
class Body:
    """A body that a line names, by the form of its name that is said to nobody (nominative, where known)."""

    at: Words
    name: str


@dataclass(frozen=True)
class Facts:
    """Everything read from one version of one Act.

    Attributes:
        title: as the Act has it.
        language: two letters.
        contents: the lines of its table of contents.
        notes: what the publisher says of the changes of the text; no law.
        warnings: what is odd about the file.
        parts: whether it calls the numbered units of its articles parts.
    """

    title: str
    language: str
    provisions: tuple[Provision, ...]
    lines: tuple[Line, ...]
    references: tuple[Reference, ...] = ()
    acts: tuple[CitedAct, ...] = ()
    terms: tuple[Term, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    modalities: tuple[Modality, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    bodies: tuple[Body, ...] = ()
    contents: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    parts: bool = False

    def words(self, at: Words) -> str:
        """The words at a place."""
        return self.lines[at.line].text[at.start : at.end]

    def ancestors(self, provision: int) -> list[int]:
        """A provision and those around it, from the inside out, without the Act itself."""
        found: list[int] = []
        while provision > 0:
            found.append(provision)
            provision = self.provisions[provision].parent
        return found

    def repealed(self, provision: int) -> bool:
        """Whether a provision, or one around it, is repealed."""
        return any(self.provisions[each].repealed for each in self.ancestors(provision))

    @cached_property
    def deadlines_of(self) -> dict[int, tuple[Deadline, ...]]:
        """The deadlines in each line that has any."""
        found: dict[int, tuple[Deadline, ...]] = {}
        for deadline in self.deadlines:
            found[deadline.at.line] = (*found.get(deadline.at.line, ()), deadline)
        return found

    @cached_property
    def modalities_of(self) -> dict[int, tuple[Modality, ...]]:
        """The duties, rights and prohibitions in each line that has any."""
        found: dict[int, tuple[Modality, ...]] = {}
        for modality in self.modalities:
            found[modality.at.line] = (*found.get(modality.at.line, ()), modality)
        return found

    @cached_property
    def units(self) -> frozenset[str]:
        """The units of its provisions."""
        return frozenset(provision.unit for provision in self.provisions)

    @cached_property
    def numbered(self) -> dict[str, tuple[int, ...]]:
        """The provisions that bear each number."""
        found: dict[str, list[int]] = {}
        for place, provision in enumerate(self.provisions):
            if provision.number:
                found.setdefault(provision.number, []).append(place)
        return {number: tuple(places) for number, places in found.items()}

    @cached_property
    def children(self) -> dict[int, tuple[int, ...]]:
        """The provisions directly inside each that has any."""
        found: dict[int, list[int]] = {}
        for place, provision in enumerate(self.provisions):
            found.setdefault(provision.parent, []).append(place)
        return {parent: tuple(inside) for parent, inside in found.items()}

    @cached_property
    def lines_of(self) -> dict[int, tuple[int, ...]]:
        """The lines that stand in each provision itself."""
        found: dict[int, list[int]] = {}
        for place, line in enumerate(self.lines):
            found.setdefault(line.provision, []).append(place)
        return {provision: tuple(lines) for provision, lines in found.items()}
