"""An address as read from a citation or an eId, before it is looked up in an Act."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from redline.model.source import Span

PartKind = Literal[
    "heading",
    "num",
    "crossheading",
    "text",
    "intro",
    "wrap",
    "block",
    "part",
    "sentence",
    "definition",
    "item",
    "table",
    "row",
    "column",
    "cell",
    "note",
    "formula",
    "image",
    "quoted",
    "title",
    "short-title",
    "preamble",
    "enacting",
    "toc",
]


class Step(Struct, frozen=True):
    """One unit of a citation, outermost first.

    Attributes:
        number: without punctuation, case kept (`5`, `5-1`, `a`, `1-204.04`); None for a unit without a number
            (`preamble`).
        units: the element names the unit's word may stand for, in order of likelihood (`("article",)`,
            `("subsection", "paragraph")`); empty for bare parentheses, which go by number alone.
        word: the unit as written (`para`), for messages; empty for bare parentheses.
        start: where the number stands in the text that was read; -1 where that is not known.
    """

    number: str | None
    units: tuple[str, ...] = ()
    word: str = ""
    start: int = -1

    def __eq__(self, other: object) -> bool:
        """Whether the same unit is named, wherever it was read."""
        if not isinstance(other, Step):
            return NotImplemented
        return (self.number, self.units, self.word) == (other.number, other.units, other.word)

    def __hash__(self) -> int:
        return hash((self.number, self.units, self.word))


NUMBERED_PART = ("part", "paragraph")
"""The units of a step to a numbered part of an article: a paragraph that its code calls a part."""


class Part(Struct, frozen=True):
    """A part of a provision, after a slash: `heading`, `sentence 2`, `row "Germany"`.

    Attributes:
        kind: which part.
        index: its 1-based position, -1 for `last`, None where it is named by words or needs none.
        words: its opening words, or for `quoted` the citation inside the quotation.
    """

    kind: PartKind
    index: int | None = None
    words: str | None = None


REMARK = Part("block", words="remark")
"""The note at the end of an article, as it is said: `примечание`."""


class Citation(Struct, frozen=True):
    """One provision (or part of it) as cited.

    Attributes:
        text: as the drafter wrote it.
        steps: units from the outermost to the innermost; empty where the Act itself is meant.
        parts: parts of that provision, outermost first.
        eid: set instead of `steps` where the text can only be an eId.
        act: whether the whole Act is named (`act`, `act / title`).
        upto: for a run (`art 5 .. art 8`), the steps of its last provision.
        upto_eid: for a run given by identifiers, that of its last provision.
    """

    text: str
    steps: tuple[Step, ...] = ()
    parts: tuple[Part, ...] = ()
    eid: str | None = None
    act: bool = False
    upto: tuple[Step, ...] = ()
    upto_eid: str | None = None
    at: Span | None = None


def overlap(one: str, other: str) -> bool:
    """Whether one provision is the other or holds it, by their identifiers; one without any meets none."""
    return bool(one and other) and (
        one == other or one.startswith(f"{other}__") or other.startswith(f"{one}__")
    )
