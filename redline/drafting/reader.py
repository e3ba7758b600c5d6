"""Plain text in the law's own layout -> provisions (spec language, §4).

Each line is one block; numbers at the line start give the structure. What can be read in
two ways is an error that shows both readings: the reader never guesses silently.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from lxml import etree

from redline.akn.names import KEEP
from redline.drafting.inline import fill
from redline.drafting.layout import Layout, Line, Open, at_line
from redline.drafting.numbers import Number, follows, is_first, leading_number, styles_of, value_of
from redline.drafting.tables import is_table_line, read_table
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


_SIGN_LINE = re.compile(r"§\s*(?P<number>[0-9][\w:.–-]*?)(?P<dot>\.?)(?:\s+(?P<rest>.*)|$)")


@lru_cache(maxsize=8)
def _unit_line(unit_words: tuple[str, ...]) -> re.Pattern[str]:
    """A line that begins with a unit word and a number."""
    words = sorted((re.escape(word) for word in unit_words if word != "§"), key=len, reverse=True)
    return re.compile(
        rf"(?P<word>{'|'.join(words) or '(?!)'})\s+(?P<number>[0-9]+(?:[-–.][0-9A-Za-z]+)*[A-Za-z]{{0,2}}"
        rf"|[IVXLC]+(?:-[0-9]+)?|[A-Z])(?P<dot>[.:)]?)(?=\s|$)\s*(?:[—–-]\s+)?(?P<rest>.*)",
        re.IGNORECASE,
    )


class _Reader:
    def __init__(self, content: Content, layout: Layout) -> None:
        self.content = content
        self.layout = layout
        self.tag = f"{{{layout.namespace}}}" if layout.namespace else ""
        self.out: list[Element] = []
        self.stack: list[Open] = []
        self.kept = 0
        self.place = 0
        self.unit_line = _unit_line(tuple(layout.unit_words))

    def read(self) -> list[Element]:
        typed = enumerate(self.content.text.splitlines(), 1)
        lines = [replace(self.scan(line), place=place) for place, line in typed if line.strip()]
        if not lines:
            raise self._unreadable("the new text is empty", "write the new text, or use repeal or omit")
        place = 0
        while place < len(lines):
            place = self._take(lines, place)
        self._finish()
        return self.out

    def scan(self, line: str) -> Line:
        text = line.strip()
        indent = len(line) - len(line.lstrip())
        if re.match(r"\\[\w(|*§«\"“]", text):
            return Line(text[1:], indent, None, text[1:], "")
        match = self.unit_line.match(text)
        if match is not None and self._is_unit_head(match):
            printed = text[: match.end("dot")]
            number = Number(printed, match["number"], printed.replace(match["number"], "{n}", 1))
            return Line(text, indent, number, match["rest"], match["word"].lower())
        match = _SIGN_LINE.match(text)
        if match is not None:
            number = Number(match["number"], match["number"], "§ {n}")
            return Line(text, indent, number, match["rest"] or "", "§")
        found = leading_number(text)
        if found is None:
            return Line(text, indent, None, text, "")
        return Line(text, indent, found[0], found[1], "")

    def _is_unit_head(self, match: re.Match[str]) -> bool:
        """`Article 5. Heading` or `Chapter 3` is the head of a unit; `Article 5 applies to …` is a
        sentence.
        """
        rest = match["rest"]
        if not match["word"][:1].isupper():
            return False
        return bool(match["dot"]) or not rest or match["word"].isupper() or rest[:1].isupper()

    def _take(self, lines: list[Line], place: int) -> int:
        line = lines[place]
        self.place = line.place
        if is_table_line(line.text):
            end = place
            while end < len(lines) and is_table_line(lines[end].text):
                end += 1
            self._block(read_table([item.text for item in lines[place:end]], self.layout.namespace), line)
            return end
        if line.text in ("…", "..."):
            self._keep(lines[place + 1 :])
        elif line.number is not None:
            self._unit(line, lines[place + 1 :])
        elif (cross := re.fullmatch(r"\*\*(.+)\*\*", line.text)) and self._unit_follows(lines, place):
            self._cross_heading(cross.group(1), lines[place + 1])
        else:
            self._block(fill(self._make("p"), line.text, self.layout.namespace), line)
        return place + 1

    @staticmethod
    def _unit_follows(lines: list[Line], place: int) -> bool:
        return place + 1 < len(lines) and lines[place + 1].number is not None

    def _make(self, name: str) -> Element:
        """An element that knows the line it comes from."""
        return at_line(etree.Element(f"{self.tag}{name}"), self.place)

    def _keep(self, rest: list[Line]) -> None:
        """A line of `…` keeps what stands there, at every open level down to that of the next unit."""
        self.kept += 1
        following = next((line for line in rest if line.number is not None), None)
        depth = 1 if self.stack else 0
        if following is not None and self.stack:
            depth = self._depth(following, [line for line in rest if line is not following])
        hosts = [opened.element for opened in self.stack[max(0, depth - 1) :]] if depth else []
        for host in hosts:
            at_line(etree.SubElement(host, KEEP), self.place).set("line", str(self.kept))
        if not hosts:
            keep = at_line(etree.Element(KEEP), self.place)
            keep.set("line", str(self.kept))
            self.out.append(keep)

    def _cross_heading(self, text: str, following: Line) -> None:
        heading = fill(self._make("crossHeading"), text, self.layout.namespace)
        host = None
        if self.stack and following.number is not None:
            depth = self._depth(following, [])
            host = self.stack[depth - 1].element if depth else None
        (self.out if host is None else host).append(heading)

    # ---- units
    # -------------------------------------------------------------------------------------------------

    def _unit(self, line: Line, rest: list[Line]) -> None:
        depth = self._depth(line, rest)
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
        self.stack.append(Open(unit, line.number, styles_of(line.number.bare), line.indent, line.word))
        self._unit_words(unit, line)

    def _unit_words(self, unit: Element, line: Line) -> None:
        text = line.rest
        if not text:
            return
        if line.word:
            heading = etree.SubElement(unit, f"{self.tag}heading")
            fill(heading, text, self.layout.namespace)
            return
        nested = leading_number(text) if text.startswith("(") and line.text.startswith("(") else None
        if nested is not None and line.number is not None and line.text.startswith(line.number.printed + "("):
            self._unit(Line(text, line.indent, nested[0], nested[1], "", line.place), [])
            return
        self._add_block(unit, fill(self._make("p"), text, self.layout.namespace))

    def _element_name(self, line: Line, parent: Open | None) -> tuple[str, str | None]:
        if parent is None:
            return self.layout.level, self.layout.kind
        assert line.number is not None
        for other in parent.element:
            found = other.find(f"{self.tag}num")
            if found is not None and found.text and _template_like(found.text, line.number):
                return str(etree.QName(other).localname), other.get("name")
        parent_name = str(etree.QName(parent.element).localname)
        if line.word:
            return self.layout.unit_words.get(line.word, (parent_name,))[0], None
        used = self.layout.child_name(parent_name, line.number.template)
        return used or self._by_profile(parent_name, line.number), None

    def _by_profile(self, parent: str, number: Number) -> str:
        levels = [self.layout.profile.basic, *self.layout.profile.levels]
        place = next((i for i, level in enumerate(levels) if level.element == parent), -1)
        below = levels[place + 1 :]
        for level in below:
            if level.number == number.template and level.style in styles_of(number.bare):
                return level.element
        return below[0].element if below else "point"

    def _depth(self, line: Line, rest: list[Line]) -> int:
        """How many open units stay open above this one: 0 makes it a unit of the first level."""
        if not self.stack:
            return 0
        if line.word:
            return self._depth_by_word(line)
        siblings = self._siblings(line, exact=True)
        child = self._may_begin(line)
        if len(siblings) == 1 and child and self._roman_run(line, rest):
            return len(self.stack)
        if len(siblings) > 1:
            raise self._two_readings(line, siblings[:2])
        if siblings:
            return siblings[0]
        if child:
            return len(self.stack)
        loose = self._siblings(line, exact=False)
        if len(loose) > 1:
            raise self._two_readings(line, loose[:2])
        return loose[0] if loose else len(self.stack)

    def _depth_by_word(self, line: Line) -> int:
        for depth, opened in enumerate(self.stack):
            if opened.word == line.word:
                return depth
        order = [*self.layout.profile.containers, self.layout.profile.basic, *self.layout.profile.levels]
        ranks = {level.element: rank for rank, level in enumerate(order)}
        rank = ranks.get(self.layout.unit_words.get(line.word, ("",))[0], len(order))
        for depth, opened in enumerate(self.stack):
            if ranks.get(str(etree.QName(opened.element).localname), len(order)) >= rank:
                return depth
        return len(self.stack)

    def _siblings(self, line: Line, *, exact: bool) -> list[int]:
        """Depths at which the number continues a list that is open, the innermost first."""
        assert line.number is not None
        found: list[int] = []
        for depth in range(len(self.stack) - 1, -1, -1):
            opened = self.stack[depth]
            if opened.word or opened.number.template != line.number.template:
                continue
            styles = opened.styles & styles_of(line.number.bare)
            if exact and any(follows(opened.number.bare, line.number.bare, style) for style in styles):
                found.append(depth)
            if not exact and any(
                value_of(opened.number.bare, style) < value_of(line.number.bare, style) for style in styles
            ):
                found.append(depth)
        return found

    def _may_begin(self, line: Line) -> bool:
        assert line.number is not None
        return is_first(line.number.bare)

    def _roman_run(self, line: Line, rest: list[Line]) -> bool:
        """`(i)` after `(h)` continues the letters unless the next number of its form is `(ii)` (§4)."""
        assert line.number is not None
        following = next(
            (item.number for item in rest if item.number and item.number.template == line.number.template),
            None,
        )
        return (
            following is not None
            and any(
                follows(line.number.bare, following.bare, style)
                for style in ("lower-roman", "upper-roman")
                if style in styles_of(line.number.bare)
            )
            and not follows(line.number.bare, following.bare, "lower-alpha")
        )

    # ---- blocks
    # ------------------------------------------------------------------------------------------------

    def _block(self, block: Element, line: Line) -> None:
        if not self.stack:
            self.out.append(block)
            return
        opened = self.stack[-1]
        if len(self.stack) == 1 or opened.word:
            self._add_block(opened.element, block)
            return
        if (
            all(item.indent == self.stack[0].indent for item in self.stack)
            and line.indent == self.stack[0].indent
        ):
            raise self._two_owners(line)
        while len(self.stack) > 1 and line.indent <= self.stack[-1].indent:
            self.stack.pop()
        self._add_block(self.stack[-1].element, block)

    def _add_block(self, unit: Element, block: Element) -> None:
        """Add a block behind what the unit has: to its content, or behind its last sub-provision."""
        last = unit[-1] if len(unit) else None
        name = str(etree.QName(last).localname) if last is not None else ""
        if name in ("content", "wrapUp"):
            assert last is not None
            last.append(block)
            return
        behind = name not in ("", "num", "heading", "subheading", "content")
        etree.SubElement(unit, f"{self.tag}{'wrapUp' if behind else 'content'}").append(block)

    def _finish(self) -> None:
        """`content` of a unit that has sub-provisions is its `intro`."""
        for top in self.out:
            for unit in top.iter(etree.Element):
                inside = [str(etree.QName(child).localname) for child in unit if isinstance(child.tag, str)]
                has_units = any(
                    name not in ("num", "heading", "subheading", "content", "wrapUp", "p", "b", "i", "ref")
                    for name in inside
                )
                if "num" in inside and has_units:
                    for child in unit:
                        if child.tag == f"{self.tag}content":
                            child.tag = f"{self.tag}intro"

    # ---- errors
    # ------------------------------------------------------------------------------------------------

    def _unreadable(self, message: str, do: str) -> AmendmentError:
        return AmendmentError("content-unreadable", message, do=do, at=self.content.at)

    def _two_readings(self, line: Line, depths: list[int]) -> AmendmentError:
        shown = [
            (
                f"reading {place + 1}",
                f"{line.number.printed if line.number else ''} after "
                f"{self.stack[depth].number.printed}"
                + (f" of {self.stack[depth - 1].number.printed}" if depth else ""),
            )
            for place, depth in enumerate(depths)
        ]
        return AmendmentError(
            "content-ambiguous",
            f'the line "{_short(line.text)}" fits two levels',
            do="give the new text as {akn: …}, or split it into two operations",
            about=shown,
            at=self.content.line(line.place),
        )

    def _two_owners(self, line: Line) -> AmendmentError:
        inner, outer = self.stack[-1].number.printed, self.stack[-2].number.printed
        return AmendmentError(
            "content-ambiguous",
            f'the line "{_short(line.text)}" can belong to {inner} or stand behind the list, under {outer}',
            do=(
                f"indent it deeper than {inner} if it belongs there; indent the list deeper than this line "
                f"if it closes the list"
            ),
            about=(
                ("reading 1", f"a further paragraph of {inner}"),
                ("reading 2", f"closing words of {outer}"),
            ),
            at=self.content.line(line.place),
        )


def _template_like(printed: str, number: Number) -> bool:
    found = leading_number(printed)
    return (
        found is not None
        and found[0].template == number.template
        and bool(styles_of(found[0].bare) & styles_of(number.bare))
    )


def _short(text: str) -> str:
    return text if len(text) <= 50 else text[:47].rstrip() + "…"
