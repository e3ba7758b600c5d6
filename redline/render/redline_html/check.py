"""The two texts read from the finished page, and held against those that it must show.

The reader shares nothing with the writer but the classes that the style sheet goes by: what stands in one
text only, and which paragraphs run on. So no page is given out whose views are not the base and the
consolidated Act.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree
from msgspec import Struct

from redline.errors import RenderError
from redline.model.blocks import Note
from redline.render.redline_html.groups import Group, groups_of
from redline.render.word.lines import lines_of
from redline.render.word.paragraphs import Paragraph, Table

Element = etree._Element
Place = tuple[tuple[int, ...], ...]
Text = tuple[Place, str]
"""A paragraph: the rows and cells that it stands in, each with its spans, from the outside in; its words."""

_IMAGE, _NOTE = "[image]", "[note]"
_ASIDE = frozenset({"why", "end", "self", "back", "br"})
"""Classes of what is no word of the law."""


def check_page(page: bytes, base: Iterable[Text], amended: Iterable[Text], name: str) -> None:
    """Hold a page against the two texts that it must show.

    Args:
        page: the finished page.
        base, amended: the texts, each read from its own Act (`texts_to_check`).
        name: of the Act, for the message.

    Raises:
        RenderError: `redline-inexact`, with the first paragraph that differs: a defect of this tool.
    """
    root = etree.fromstring(page, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    law = next(element for element in root.iter("div") if element.get("id") == "redline-law")
    for amended_, texts in ((False, base), (True, amended)):
        got, want = list(Reading(amended_).texts(law)), list(texts)
        if got != want:
            raise _inexact(name, amended_, got, want)


def _inexact(name: str, amended: bool, got: Sequence[Text], want: Sequence[Text]) -> RenderError:
    place = next((at for at, pair in enumerate(zip(got, want, strict=False)) if pair[0] != pair[1]), -1)
    found = got[place][1] if 0 <= place < len(got) else ""
    wanted = want[place][1] if 0 <= place < len(want) else ""
    text = "consolidated text" if amended else "base"
    return RenderError(
        "redline-inexact",
        f"the page of {name} does not show the {text}: “{found[:80]}” stands where “{wanted[:80]}” should",
        do="make the other files without it (--only consolidated --only changes --only index), "
        "and report this Act and spec as a defect of redline",
    )


def texts_of(groups: Iterable[Group], notes: Iterable[Note]) -> Iterator[Text]:
    """The paragraphs of one text and of its notes, in order."""
    yield from _texts(groups)
    for note in notes:
        yield from _texts(groups_of(lines_of(note.blocks)))


def texts_to_check(groups: Iterable[Group], notes: Iterable[Note]) -> Iterator[Text]:
    """The same, the notes in the order of their words.

    A note that is cited twice stands where it is cited first, and that can be elsewhere in each text: so what
    notes say counts, and not their order.
    """
    yield from _texts(groups)
    for note in sorted(list(texts_of((), [each])) for each in notes):
        yield from note


def _texts(groups: Iterable[Group], place: Place = ()) -> Iterator[Text]:
    for group in groups:
        if not isinstance(group, Table):
            yield place, "".join(_words(member.line for member in group))
            continue
        for at, row in enumerate(group.rows):
            for column, cell in enumerate(row.cells):
                yield from _texts(groups_of(cell.lines), (*place, (at, column, cell.columns, cell.rows)))


def _words(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    for paragraph in paragraphs:
        for piece in paragraph.pieces:
            run = piece.run
            text = run.text.replace("\t", " ")
            yield _IMAGE if run.image is not None else _NOTE if run.note is not None else text


class Reading(Struct):
    """The page as it shows the base, or the consolidated text."""

    amended: bool

    def texts(self, container: Element, place: Place = ()) -> Iterator[Text]:
        """The paragraphs of an element in order."""
        for child in container:
            classes = _classes(child)
            if self._hidden(child, classes):
                continue
            if "table" in classes:
                yield from self._table(child, place)
            elif "notes" in classes:
                for note in sorted(list(self.texts(note, place)) for note in self._notes(child)):
                    yield from note
            elif "g" in classes:
                yield from ((place, words) for words in self._group(child))
            elif child.tag == "p" or child.tag in _HEADINGS:
                yield place, "".join(self._words(child))
            else:
                yield from self.texts(child, place)

    def _notes(self, section: Element) -> Iterator[Element]:
        """The notes of the text, without the heading above them."""
        return (each for each in section if each.tag == "div" and not self._hidden(each, _classes(each)))

    def _hidden(self, element: Element, classes: Sequence[str]) -> bool:
        gone = ("ob", "del") if self.amended else ("oa", "ins")
        return gone[0] in classes or element.tag == gone[1]

    def _group(self, group: Element) -> list[str]:
        found: list[str] = []
        text = "a" if self.amended else "b"
        ran_on = False
        for child in group:
            classes = _classes(child)
            if self._hidden(child, classes):
                continue
            runs_on = f"r{text}" in classes
            words = "".join(self._words(child))
            if runs_on and ran_on and f"n{text}" not in classes:
                found[-1] += words
            else:
                found.append(words)
            ran_on = runs_on
        return found

    def _words(self, element: Element) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            classes = _classes(child)
            if "image" in classes or child.tag == "img":
                yield _IMAGE
            elif "fn" in classes:
                yield _NOTE
            elif child.tag == "br":
                yield "\n"
            elif not self._hidden(child, classes) and _ASIDE.isdisjoint(classes):
                yield from self._words(child)
            yield child.tail or ""

    def _table(self, frame: Element, place: Place) -> Iterator[Text]:
        rows = [row for row in _own(frame, "tr") if not self._hidden(row, _classes(row))]
        for at, row in enumerate(rows):
            cells = [cell for cell in row if not self._hidden(cell, _classes(cell))]
            for column, cell in enumerate(cells):
                yield from self.texts(cell, (*place, (at, column, *self._span(cell))))

    def _span(self, cell: Element) -> tuple[int, int]:
        own = cell.get("data-amended" if self.amended else "data-base")
        columns, rows = own.split() if own else (cell.get("colspan", "1"), cell.get("rowspan", "1"))
        return int(columns), int(rows)


_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def _own(frame: Element, tag: str) -> Iterator[Element]:
    """The rows of a table, without those of tables in its cells."""
    for child in frame:
        if child.tag == tag:
            yield child
        elif child.tag in ("table", "thead", "tbody"):
            yield from _own(child, tag)


def _classes(element: Element) -> list[str]:
    return (element.get("class") or "").split()
