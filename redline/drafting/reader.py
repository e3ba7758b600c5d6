"""Plain text in the law's own layout -> provisions (spec language, §4).

Each line is one block; numbers at the line start give the structure. What can be read in
two ways is an error that shows both readings: the reader never guesses silently.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from redline.akn.names import HEADS, KEEP, LIST_ITEMS, OWN_WORDS, PREAMBLE_UNITS
from redline.drafting.inline import fill
from redline.drafting.layout import Layout, Line, Open, at_line
from redline.drafting.lines import OMISSIONS, scan_lines
from redline.drafting.numbers import Number, leading_number, styles_of
from redline.drafting.outlines import heading_or_words, two_owners, two_readings
from redline.drafting.parts import into_parts, introduce, lists_again, opens_a_part
from redline.drafting.quotations import refuse_numbers_in_quotations
from redline.drafting.readings import Numbered, TwoReadings, read_depths
from redline.drafting.tables import is_rule, is_table_line, read_table, uneven_row
from redline.errors import AmendmentError
from redline.model.spec import Content

Element = etree._Element


def read_text(content: Content, layout: Layout) -> list[Element]:
    """The provisions and blocks that plain text gives, in order.

    Returns:
        provision elements (with number, heading and words, without identifiers), `p` and `table` blocks,
        `crossHeading` elements, and `KEEP` placeholders.

    Raises:
        AmendmentError: `content-ambiguous` or `content-unreadable`.
    """
    return _Reader(content, layout).read()


_BLOCKS_ONLY = LIST_ITEMS | PREAMBLE_UNITS
"""Units that hold their words directly."""
_USUAL = 3
"""So often an Act does what counts as its way of doing it."""
_CROSS_HEADING = re.compile(r"\*\*((?:(?!\*\*).)+)\*\*")


class _Reader:
    def __init__(self, content: Content, layout: Layout) -> None:
        self.content = content
        self.layout = layout
        self.tag = f"{{{layout.namespace}}}" if layout.namespace else ""
        self.out: list[Element] = []
        self.stack: list[Open] = []
        self.kept = 0
        self.place = 0
        self.parts: dict[int, int] = {}
        self.parted: dict[Element, bool] = {}

    def read(self) -> list[Element]:
        lines = scan_lines(self.content, self.layout)
        if not lines:
            raise self._unreadable("the new text is empty", "write the new text, or use repeal or omit")
        refuse_numbers_in_quotations(self.content, lines)
        depths = self._depths(lines)
        following: list[int | None] = [None]
        for depth in reversed(depths[1:]):
            following.append(following[-1] if depth is None else depth)
        following.reverse()
        self.parts = lists_again(lines, depths)
        for place, depth in self.parts.items():
            # Words before a list that begins again may belong to the last entry, or to what the list is in.
            while lines[place].number is None:
                following[place] = depth - 1
                place -= 1
        place = 0
        while place < len(lines):
            place = self._take(lines, place, depths[place], following[place])
        self._finish()
        return self.out

    def _depths(self, lines: list[Line]) -> list[int | None]:
        """For each line with a number, how many units are open above it."""
        numbered: list[Numbered] = []
        last, left_out, parted = "", False, False
        for line in lines:
            if line.number is not None:
                introduced = last.endswith((":", "—", "–"))
                numbered.append(Numbered(line, line.inside, introduced, left_out, parted))
                last, left_out, parted = line.rest, False, False
            elif line.text in OMISSIONS:
                left_out, parted = True, False
            else:
                last, parted = line.text, opens_a_part(line.text)
        try:
            found = iter(read_depths(numbered, self.layout))
        except TwoReadings as two:
            raise two_readings(self.content, [each.line for each in numbered], two) from None
        return [None if line.number is None else next(found) for line in lines]

    def _take(self, lines: list[Line], place: int, depth: int | None, following: int | None) -> int:
        line = lines[place]
        self.place = line.place
        if is_table_line(line.text):
            end = place
            while end < len(lines) and is_table_line(lines[end].text):
                end += 1
            table = self._table(lines[place:end])
            self._block(at_line(table, self.place), line, following)
            return end
        if line.text in OMISSIONS:
            self._keep(following)
        elif depth is not None:
            ends = place + 1 == len(lines) or lines[place + 1].number is not None
            self._unit(line, depth, alone=ends and (following or 0) <= depth)
        elif (cross := _CROSS_HEADING.fullmatch(line.text)) and self._unit_follows(lines, place):
            self._cross_heading(cross.group(1), following)
        else:
            block = fill(self._make("p"), line.text, self.layout.namespace)
            if place in self.parts:
                self._part(block, self.parts[place])
            else:
                self._block(block, line, following)
        return place + 1

    def _part(self, block: Element, depth: int) -> None:
        """Words that open a part with a list of its own, in the unit around the list before it."""
        del self.stack[depth:]
        host = self.stack[-1].element
        if any(child.tag == KEEP for child in host):
            raise self._unreadable(
                "a line of … keeps provisions, and the lists of this one begin again",
                "write the provision out, or replace its parts one by one",
            )
        there = self._there(len(self.stack) - 1)
        # Where the Act has words and a list in the provision itself, they stay what they are.
        self.parted.setdefault(host, any(where == "intro" for where, _ in there))
        self._add_block(host, block)

    def _table(self, lines: list[Line]) -> Element:
        texts = [line.text for line in lines]
        uneven = uneven_row(texts)
        if uneven is not None:
            row, cells, first = uneven
            raise self._unreadable(
                f"row {row} of the table has {cells} cells, the first has {first}",
                "give every row as many cells; one may be empty: | |",
                [line for line in lines if not is_rule(line.text)][row - 1].place,
            )
        return read_table(texts, self.layout.namespace, [line.place for line in lines])

    @staticmethod
    def _unit_follows(lines: list[Line], place: int) -> bool:
        return place + 1 < len(lines) and lines[place + 1].number is not None

    def _make(self, name: str) -> Element:
        """An element that knows the line it comes from."""
        return at_line(etree.Element(f"{self.tag}{name}"), self.place)

    def _keep(self, following: int | None) -> None:
        """A line of `…` keeps what stands there, at every open level down to that of the next unit."""
        depth = 1 if self.stack else 0
        if following is not None and self.stack:
            depth = following
        hosts = [opened.element for opened in self.stack[max(0, depth - 1) :]] if depth else []
        self.kept += 1
        for host in hosts:
            host.append(self._kept())
        if not hosts:
            self.out.append(self._kept())

    def _kept(self) -> Element:
        keep = at_line(etree.Element(KEEP), self.place)
        keep.set("line", str(self.kept))
        return keep

    def _cross_heading(self, text: str, following: int | None) -> None:
        heading = fill(self._make("crossHeading"), text, self.layout.namespace)
        host = self.stack[following - 1].element if self.stack and following else None
        (self.out if host is None else host).append(heading)

    # ---- units
    # -------------------------------------------------------------------------------------------------

    def _unit(self, line: Line, depth: int, *, alone: bool) -> None:
        del self.stack[depth:]
        parent = self.stack[-1] if self.stack else None
        assert line.number is not None
        name, kind = self._element_name(line, parent)
        unit = self._make(name)
        if kind:
            unit.set("name", kind)
        num = etree.SubElement(unit, f"{self.tag}num")
        num.text = line.number.printed
        if parent is None:
            self.out.append(unit)
        else:
            parent.element.append(unit)
            parent.has_units = True
        self.stack.append(Open(unit, line.number, line.indent, line.word, line.rest))
        self._unit_words(unit, line, alone=alone)

    def _unit_words(self, unit: Element, line: Line, *, alone: bool) -> None:
        if line.rest in OMISSIONS:
            self.kept += 1
            unit.append(self._kept())
        elif line.rest and self._can_have_heading(unit, line) and self._is_heading(unit, line, alone=alone):
            fill(etree.SubElement(unit, f"{self.tag}heading"), line.rest, self.layout.namespace)
        elif line.rest:
            # A dash before a heading parts it from the number; before words it is of the words.
            self._add_block(unit, fill(self._make("p"), line.dash + line.rest, self.layout.namespace))

    def _can_have_heading(self, unit: Element, line: Line) -> bool:
        """Whether words beside a number can be a heading: after a unit word; without one, beside the number
        of an article or section, in an Act that gives them headings.
        """
        if line.word:
            return True
        basic = _name(unit) in {self.layout.profile.basic.element, "article", "section"}
        return basic and bool(self.layout.headed(_name(unit))) and not line.rest.endswith((":", "—", "–"))

    def _is_heading(self, unit: Element, line: Line, *, alone: bool) -> bool:
        """Whether what stands beside the number of an article or section is its heading, or its words.

        Args:
            unit: the article or section.
            line: its line.
            alone: whether nothing else stands in it.
        """
        name = _name(unit)
        if name in {level.element for level in self.layout.profile.containers}:
            return True
        if line.rest in (words for _, words in self._there(len(self.stack) - 1)):
            return False
        sentence = line.rest.endswith((".", ";", ":"))
        if self.layout.headed(name) is False:
            return not (sentence or alone)
        if sentence and alone:
            raise heading_or_words(self.content, line)
        return True

    def _element_name(self, line: Line, parent: Open | None) -> tuple[str, str | None]:
        if parent is None:
            return self.layout.level, self.layout.kind
        assert line.number is not None
        path = (*(opened.number.bare for opened in self.stack), line.number.bare)
        if path in self.layout.place.names:
            return self.layout.place.names[path]
        for other in parent.element:
            found = other.find(f"{self.tag}num")
            if found is not None and found.text and _template_like(found.text, line.number):
                return _name(other), other.get("name")
        parent_name = _name(parent.element)
        if line.word:
            return self.layout.unit_words.get(line.word, (parent_name,))[0], None
        used = self.layout.child_name(parent_name, line.number.template, line.number.bare)
        return used or self._by_profile(parent_name, line.number), None

    def _by_profile(self, parent: str, number: Number) -> str:
        profile = self.layout.profile
        if parent in {level.element for level in profile.containers} - {profile.basic.element}:
            return self.layout.usual_child(parent) or profile.basic.element
        levels = [profile.basic, *profile.levels]
        place = next((i for i, level in enumerate(levels) if level.element == parent), -1)
        below = levels[place + 1 :]
        for level in below:
            if level.number == number.template and level.style in styles_of(number.bare):
                return level.element
        return below[0].element if below else "point"

    # ---- blocks
    # ------------------------------------------------------------------------------------------------

    def _block(self, block: Element, line: Line, following: int | None) -> None:
        """Words without a number: of the last unit, or closing words of one around it."""
        if not self.stack:
            self.out.append(block)
            return
        owner = self.stack[self._owner(line, following)]
        if owner is not self.stack[-1]:
            del self.stack[self.stack.index(owner) + 1 :]
        owner.last = line.text
        self._add_block(owner.element, block)

    def _owner(self, line: Line, following: int | None) -> int:
        """Which of the open units has the words; where that is open, both readings are an error."""
        last = len(self.stack) - 1
        containers = max((n for n, opened in enumerate(self.stack) if self._closes(opened)), default=0)
        # Before a number that goes on with a list, nothing can close that list.
        least = max(containers, min(last, following or 0))
        owners = list(range(last, least - 1, -1))
        if len(owners) > 1:
            owners = self._with_same_words(line, owners) or owners
        entry = self.stack[last]
        entry.lists = entry.last.endswith(":") or (entry.lists and entry.last.endswith((";", ",")))
        if len(owners) > 1:
            owners = self._owners_by_layout(line, owners)
        if len(owners) > 1:
            owners = self._with_closing_words(owners) or owners
        if len(owners) > 1:
            owners = self._usual_owners(owners) or owners
        if len(owners) > 1:
            raise two_owners(self.content, line, [self.stack[owner] for owner in owners])
        return owners[0]

    def _closes(self, opened: Open) -> bool:
        """Whether no words behind it belong to what it stands in: an article, a chapter."""
        return bool(opened.word) or _name(opened.element) == self.layout.profile.basic.element

    def _there(self, owner: int) -> Sequence[tuple[str, str]]:
        """The blocks that the Act has under the numbers of an open unit."""
        numbers = tuple(opened.number.bare for opened in self.stack[: owner + 1])
        return self.layout.place.there.get(numbers, ())

    def _with_same_words(self, line: Line, owners: list[int]) -> list[int]:
        """Those under which the Act has the same words."""
        return [owner for owner in owners if line.text in (words for _, words in self._there(owner))]

    def _with_closing_words(self, owners: list[int]) -> list[int]:
        """The one that has closing words in the Act, where the last entry has no further paragraphs."""
        closed = [owner for owner in owners if "wrapUp" in (where for where, _ in self._there(owner))]
        return closed if len(closed) == 1 and len(self._there(owners[0])) < 2 else []

    def _usual_owners(self, owners: list[int]) -> list[int]:
        """The one to which the Act gives further paragraphs, or closing words, again and again; none where it
        does so to another as well.
        """
        counts = {owner: self.layout.blocks(_name(self.stack[owner].element)) for owner in owners}
        found = {owner: count[owner != owners[0]] for owner, count in counts.items()}
        usual = [owner for owner, count in found.items() if count]
        return usual if len(usual) == 1 and found[usual[0]] >= _USUAL else []

    def _owners_by_layout(self, line: Line, owners: list[int]) -> list[int]:
        """What the layout of the text says: words deeper than the last entry or behind its colon are its own;
        words less deep are those of the innermost unit that they do not stand left of; words that begin in
        small letters go on with the sentence around the list.
        """
        last = self.stack[-1]
        if last.lists:
            return owners if line.indent < last.indent else owners[:1]
        if line.indent > last.indent:
            return owners[:1]
        if line.indent < last.indent:
            return [next((o for o in owners[1:] if self.stack[o].indent <= line.indent), owners[-1])]
        if len(owners) == 2 and line.text[:1].islower() and not last.last.endswith((".", ":")):
            return owners[1:]
        return owners

    def _add_block(self, unit: Element, block: Element) -> None:
        """Add a block behind what the unit has: to its content, or behind its last sub-provision."""
        if _name(unit) in _BLOCKS_ONLY:
            unit.append(block)
            return
        last = unit[-1] if len(unit) else None
        name = _name(last) if last is not None else ""
        if name in ("content", "wrapUp"):
            assert last is not None
            last.append(block)
            return
        behind = name not in ("", "num", "heading", "subheading", "content")
        etree.SubElement(unit, f"{self.tag}{'wrapUp' if behind else 'content'}").append(block)

    def _finish(self) -> None:
        """Lists that begin again stand in parts; own words before sub-provisions are an introduction."""
        for host, keep in self.parted.items():
            first = next((child for child in host if _name(child) not in (*HEADS, *OWN_WORDS)), None)
            keep = keep or (first is not None and _name(first) == self._first_level())
            into_parts(host, self._make, keep=keep)
        for top in self.out:
            introduce(top)

    def _first_level(self) -> str:
        """The element of the numbered paragraphs of an article."""
        levels = self.layout.profile.levels
        return levels[0].element if levels else ""

    # ---- errors
    # ------------------------------------------------------------------------------------------------

    def _unreadable(self, message: str, do: str, place: int | None = None) -> AmendmentError:
        return AmendmentError("content-unreadable", message, do=do, at=self.content.line(place))


def _name(element: Element) -> str:
    return str(etree.QName(element).localname)


def _template_like(printed: str, number: Number) -> bool:
    found = leading_number(printed)
    return (
        found is not None
        and found[0].template == number.template
        and bool(styles_of(found[0].bare) & styles_of(number.bare))
    )
