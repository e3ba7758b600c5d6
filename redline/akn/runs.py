"""The words of one block collected into runs: formatting, marks, and white space squeezed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from redline.akn.marks import DEL, INS, MOVED, WRAP
from redline.model.blocks import Image, Mark, Note, Run, Runs

Element = etree._Element

_SPACE = re.compile(r"[ \t\r\n]+")


class Style(NamedTuple):
    """The formatting that words stand in."""

    bold: bool = False
    italic: bool = False
    superscript: bool = False
    subscript: bool = False
    underline: bool = False
    strike: bool = False
    href: str | None = None


class State(NamedTuple):
    """The operations that words (or blocks) came and went with."""

    came: str | None = None
    came_moved: bool = False
    went: str | None = None
    went_moved: bool = False


PLAIN = Style()
UNCHANGED = State()

_FORMATS: dict[str, Callable[[Style], Style]] = {
    "b": lambda style: style._replace(bold=True),
    "strong": lambda style: style._replace(bold=True),
    "i": lambda style: style._replace(italic=True),
    "em": lambda style: style._replace(italic=True),
    "u": lambda style: style._replace(underline=True),
    "sup": lambda style: style._replace(superscript=True),
    "sub": lambda style: style._replace(subscript=True),
}


def style_of(element: Element, name: str, style: Style) -> Style:
    """The formatting inside an inline element."""
    if name in _FORMATS:
        return _FORMATS[name](style)
    if name in ("ref", "rref", "mref", "a"):
        href = element.get("href") or element.get("from")
        return style._replace(href=href) if href else style
    if name == "del" and DEL not in element.attrib:
        return style._replace(strike=True)
    if name in ("span", "inline"):
        return _styled(element, style)
    return style


def _styled(element: Element, style: Style) -> Style:
    css = (element.get("style") or "").replace(" ", "")
    if not css:
        return style
    return style._replace(
        bold=style.bold or "font-weight:bold" in css,
        italic=style.italic or "font-style:italic" in css,
    )


def state_of(element: Element, state: State, order: Mapping[str, int]) -> State | None:
    """What operations did to an element inside something of that state; None where it belongs to no text."""
    came, went = element.get(INS), element.get(DEL)
    if came is not None:
        if came not in order:
            return None
        # What another operation put into something that was moved came with that one, not with the move.
        if state.came is None or (state.came_moved and came != state.came and MOVED not in element.attrib):
            state = state._replace(came=came, came_moved=MOVED in element.attrib)
    if went is not None and went in order and state.went is None:
        state = state._replace(went=went, went_moved=MOVED in element.attrib)
    return state


def state_of_head(element: Element, state: State, order: Mapping[str, int]) -> State:
    """The state of number and heading: new where the provision was put around others, which stay."""
    wrap = element.get(WRAP)
    if wrap is None or wrap not in order or state.came is not None:
        return state
    return state._replace(came=wrap)


@lru_cache(maxsize=4096)
def mark_of(state: State) -> Mark | None:
    """The mark that a renderer sees."""
    if state.went is not None:
        kind = "moved-from" if state.went_moved else "del"
        return Mark("moved-from" if kind == "moved-from" else "del", state.went, state.came)
    if state.came is not None:
        return Mark("moved-to" if state.came_moved else "ins", state.came)
    return None


def squeezed(text: str) -> str:
    """The text with each run of white space as one space."""
    return _SPACE.sub(" ", text) if "\n" in text or "  " in text or "\t" in text or "\r" in text else text


class _Part:
    __slots__ = ("generated", "image", "note", "state", "style", "text")

    def __init__(
        self, text: str, style: Style, state: State, note: int | None, image: Image | None, generated: bool
    ) -> None:
        self.text = text
        self.style = style
        self.state = state
        self.note = note
        self.image = image
        self.generated = generated

    def run(self) -> Run:
        """What was collected, as a run."""
        mark = None if self.state is UNCHANGED else mark_of(self.state)
        if self.style is PLAIN and self.note is None and self.image is None:
            return Run(self.text, mark=mark, generated=self.generated)
        return Run(self.text, *self.style, self.note, self.image, mark, self.generated)

    def like(self, style: Style, state: State, generated: bool) -> bool:
        """Whether words of that formatting can be appended."""
        return (
            self.state == state
            and self.style == style
            and self.generated == generated
            and self.note is None
            and self.image is None
        )


class Line:
    """The words of a block as they are read, piece by piece.

    White space is squeezed for each of the two texts, so that neither loses a space between two of its words.
    """

    __slots__ = ("_open_after", "_open_before", "_parts", "notes")

    def __init__(self) -> None:
        self._parts: list[_Part] = []
        self.notes: list[Note] = []
        self._open_before = False
        self._open_after = False

    def __bool__(self) -> bool:
        """Whether there are words, notes or images."""
        return bool(self._parts)

    def add(self, text: str, style: Style, state: State, *, generated: bool = False) -> None:
        """Add words."""
        text = squeezed(text)
        before, after = state.came is None, state.went is None
        passing = not before and not after
        apart = not ((before or passing) and self._open_before) and not (
            (after or passing) and self._open_after
        )
        if apart and text.startswith(" "):
            text = text[1:]
        if not text:
            return
        self._note_end(text, before, after)
        last = self._parts[-1] if self._parts else None
        if last is not None and last.like(style, state, generated):
            last.text += text
        else:
            self._parts.append(_Part(text, style, state, None, None, generated))

    def _note_end(self, text: str, before: bool, after: bool) -> None:
        open_ = not text.endswith((" ", "\n"))
        if before:
            self._open_before = open_
        if after:
            self._open_after = open_

    def add_break(self, style: Style, state: State) -> None:
        """Add a line break."""
        if not self._parts:
            return
        before, after = state.came is None, state.went is None
        self._close(state)
        self._note_end("\n", before, after)
        if self._parts[-1].like(style, state, False):
            self._parts[-1].text += "\n"
        else:
            self._parts.append(_Part("\n", style, state, None, None, False))

    def _close(self, state: State) -> None:
        """Drop the space before a line break in each text that has the break; the other one keeps its own."""
        before, after = state.came is None, state.went is None
        by = state.went or state.came
        for place in range(len(self._parts) - 1, -1, -1):
            part = self._parts[place]
            old, new = part.state.came is None, part.state.went is None
            if part.text.endswith(" ") and ((before and old) or (after and new)):
                part.text = part.text[:-1]
                if old and new and not (before and after):
                    kept = State(came=by) if before else State(went=by)
                    self._parts.insert(place + 1, _Part(" ", part.style, kept, None, None, part.generated))
            before, after, by = (
                before and not old,
                after and not new,
                by or part.state.went or part.state.came,
            )
            if not (before or after):
                return

    def add_object(
        self, style: Style, state: State, *, note: int | None = None, image: Image | None = None
    ) -> None:
        """Add the mark of a note, or an image."""
        self._parts.append(_Part("", style, state, note, image, False))
        self._note_end("x", state.came is None, state.went is None)

    def only_image(self) -> bool:
        """Whether there is nothing but an image."""
        images = [part for part in self._parts if part.image is not None]
        return bool(images) and not any(part.text.strip() for part in self._parts)

    def goes_on(self, *, before: bool, after: bool) -> None:
        """The line continues the one before it in that text: a space at its start is between two words."""
        self._open_before, self._open_after = before, after

    def runs(self, *, trimmed: bool = True) -> Runs:
        """What was collected, trimmed at its end (a line of a marked Act can go on in the next one)."""
        parts = self._parts
        while trimmed and parts and parts[-1].note is None and parts[-1].image is None:
            parts[-1].text = parts[-1].text.rstrip(" \n")
            if parts[-1].text:
                break
            parts.pop()
        return tuple([part.run() for part in parts])


def words_alone(text: str, state: State, *, trimmed: bool) -> Runs:
    """Words without any markup as runs; none where there is nothing but white space.

    Args:
        text: the words.
        state: what operations did to them.
        trimmed: whether white space at their end goes, as in a text that is not marked.
    """
    text = squeezed(text).removeprefix(" ")
    text = text.rstrip(" \n") if trimmed else text
    mark = None if state is UNCHANGED else mark_of(state)
    return (Run(text, mark=mark),) if text.strip() else ()
