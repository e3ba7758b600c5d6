"""What the reader of plain text must know about the place the text goes to, and its own lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from lxml import etree
from msgspec import Struct, field

from redline.drafting.numbers import Number
from redline.jurisdictions.profile import Profile
from redline.model.spec import Content

Element = etree._Element

ChildName = Callable[[str, str, str], str | None]
"""(element name, number template of the child, its bare number) -> the child's element name as the Act itself
uses it."""


Path = tuple[str, ...]
"""The bare numbers of a provision and of those it stands in, from the first level of the text down."""


class Place(Struct, frozen=True):
    """What the Act has where new text goes: it can tell which of two readings of the text is meant.

    Attributes:
        styles: the kinds of numbering of the list in which the first number stands; empty where that is open.
        single: whether one provision is expected (`replace`).
        there: of each provision that is replaced, the blocks of its own words: where they stand (`intro`,
            `content` or `wrapUp`) and what they say.
        names: of each provision that is replaced, its element name and the `name` of a `hcontainer`.
    """

    styles: frozenset[str] = frozenset()
    single: bool = False
    there: Mapping[Path, Sequence[tuple[str, str]]] = field(default_factory=dict)
    names: Mapping[Path, tuple[str, str | None]] = field(default_factory=dict)


class Layout(Struct, frozen=True):
    """What the reader must know about the place the text goes to.

    Attributes:
        namespace: of the Act.
        level: element name of the units at the level of the first number (the target's, the anchor's).
        profile: the drafting profile.
        unit_words: unit words of the installed languages, lower case -> element names.
        child_name: what the Act itself uses inside an element for a number of that form.
        usual_child: what most units directly inside an element are in the Act; None where it has none.
        headed: whether the Act gives units of that name headings; None where it has no such units.
        blocks: how many units of that name in the Act have several paragraphs, and how many closing words.
        kind: value of `name` for a `hcontainer` level.
        place: what the Act has where the text goes.
    """

    namespace: str
    level: str
    profile: Profile
    unit_words: Mapping[str, tuple[str, ...]]
    child_name: ChildName = field(default=lambda parent, template, bare: None)
    usual_child: Callable[[str], str | None] = field(default=lambda parent: None)
    headed: Callable[[str], bool | None] = field(default=lambda name: None)
    blocks: Callable[[str], tuple[int, int]] = field(default=lambda name: (0, 0))
    kind: str | None = None
    place: Place = field(default_factory=Place)


class Open(Struct):
    """A unit that is being read.

    Attributes:
        element: the unit.
        number: its number.
        indent: how far its line is indented.
        word: its unit word, for `Article 5.`; empty for bare numbers.
        last: its last own words so far.
        lists: whether they are entries without numbers, behind a colon.
    """

    element: Element
    number: Number
    indent: int
    word: str
    last: str = ""
    lists: bool = False
    has_units: bool = False


class Line(Struct, frozen=True):
    """A line of the text, or what stands on one line for itself.

    Attributes:
        text: as typed, without the spaces around it.
        indent: how far it is indented.
        number: the number it begins with; None for words.
        rest: what stands behind the number.
        word: the unit word, for `Article 5.`; empty for bare numbers.
        place: which line of the text it is, from 1.
        dash: the dash between the number and the rest, as typed, with the space behind it.
        inside: whether it stands behind another number on one line, as `(1)` in `(a)(1)`.
    """

    text: str
    indent: int
    number: Number | None
    rest: str
    word: str
    place: int = 0
    inside: bool = False
    dash: str = ""


# libxml2 keeps the line of an element in two bytes.
_LAST_LINE = 65_535


def at_line(element: Element, line: int) -> Element:
    """Note on an element which line of the new text it comes from, for messages; returns the element."""
    if 0 < line <= _LAST_LINE:
        element.sourceline = line  # type: ignore[assignment]  # untyped in the stubs
    return element


def line_of(element: Element) -> int | None:
    """Which line of the new text an element, or what it stands in, comes from; None where it is not known."""
    for each in (element, *element.iterancestors()):
        line: object = each.sourceline  # untyped in the stubs
        if isinstance(line, int):
            return line
    return None


def plain_lines(content: Content) -> list[tuple[int, str]]:
    """The lines of plain text for a part (heading, sentence, words) with their places: no structure is read,
    blank lines dropped.
    """
    lines = enumerate((line.strip() for line in content.text.splitlines()), 1)
    return [(place, re.sub(r"^\\(?=[\w(§«\"“…-])", "", line)) for place, line in lines if line]
