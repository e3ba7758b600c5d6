"""Web pages -> paragraphs: the part of a page that holds the law, without its menus.

Only what the file holds is read: no style sheet, script, picture or other page is fetched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from redline.errors import ImportFailure
from redline.importers.encoding import decoded
from redline.importers.source import Importer, Source, is_drawn
from redline.languages import PACKS
from redline.languages.shortening import shortened
from redline.model.inline_signs import ACROSS, DOWN, SUB, SUB_END, SUP, SUP_END, without_signs

Element = etree._Element

_UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "select", "button", "nav", "svg"})
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_SIGNS = {"sup": (SUP, SUP_END), "sub": (SUB, SUB_END)}
_UNSEEN_SIGNS = re.compile("&(?:shy|ZeroWidthSpace|#173|#xAD|#8203|#x200B);", re.IGNORECASE)
"""Where a word may be parted at the end of a line: no sign of the law."""
_SHORT = 200
"""A line with the form, date and number of a law is no longer."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def read_html(data: bytes, name: str) -> Source:
    """The paragraphs of the law on a page; what a message calls a line is a paragraph.

    Raises:
        ImportFailure: `import-unreadable`, `import-encoding`, `import-no-law` for a page without headings of
            articles, `import-lost-words`.
    """
    text, remarks = _decoded(data, name)
    try:
        page = document_fromstring(text.encode("utf-8"), parser=HTMLParser(encoding="utf-8", no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError):
        raise _without_law(name) from None
    hidden = [_text(each) for each in page.iter() if _is_hidden(each)]
    for unseen in [each for each in page.iter() if _is_unseen(each)]:
        _drop(unseen)
    law = _law_of(page)
    if law is None:
        raise _without_law(name)
    source = _Page(law, name).read([*remarks, *_left_out(page, law, " ".join(hidden))])
    source.title, source.around = _above(page, law)
    return source


def _decoded(data: bytes, name: str) -> tuple[str, list[str]]:
    """The characters of a page, by the encoding that it names, else as plain text is read."""
    named = re.search(rb"charset\s*=\s*[\"']?([\w-]+)", data[:4096])
    text, remarks = decoded(data, name, named=named[1].decode("ascii") if named is not None else "")
    return _UNSEEN_SIGNS.sub("", text), remarks


def _drop(element: Element) -> None:
    """Take an element out of a page and leave the words behind it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _without_law(name: str) -> ImportFailure:
    return ImportFailure(
        "import-no-law",
        f"{name} has no paragraph that reads as the heading of an article, section or chapter",
        do="save the page that shows the text of the law (not the card or the list of documents)",
    )


def _is_hidden(element: Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return False
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None


def _is_unseen(element: Element) -> bool:
    if not isinstance(element.tag, str):
        return True
    return (element.tag in _UNSEEN or _is_hidden(element)) and element.getparent() is not None


def _heading_pattern() -> re.Pattern[str]:
    words = {word for pack in PACKS for word in pack.heads.words if len(word) > 2}
    either = "|".join(sorted(map(re.escape, words)))
    before, behind = rf"(?:{either})\s+[\dIVX]+\b", rf"\d+(?:-\d+)*\s?-\s?(?:{either})\b"
    return re.compile(rf"\s*(?:{before}|{behind})", re.IGNORECASE)


def _law_of(page: Element) -> Element | None:
    """The innermost element around all paragraphs that read as headings of units."""
    pattern = _heading_pattern()
    heads = [
        each
        for each in page.iter("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li")
        if not any(child.tag in _BLOCKS for child in each) and pattern.match(_text(each)[:80])
    ]
    # A list of links beside the law names its articles, and is not the law.
    heads = [head for head in heads if not _is_link(head)] or heads
    if not heads:
        return None
    paths = [[*reversed(list(head.iterancestors())), head] for head in heads]
    common = [level[0] for level in zip(*paths, strict=False) if all(each is level[0] for each in level)]
    inner: Element = common[-1]
    return inner if inner.tag not in ("p", "h1", "h2", "h3", "h4", "h5", "h6") else inner.getparent()


def _is_link(head: Element) -> bool:
    """Whether all words of a heading are a link."""
    linked = "".join(_text(each) for each in head.iter("a") if each.get("href"))
    return bool(linked.split()) and linked.split() == _text(head).split()


def _text(element: Element) -> str:
    return "".join(str(piece) for piece in element.itertext())


def _above(page: Element, law: Element) -> tuple[str, tuple[str, ...]]:
    """The heading of a page and the short paragraphs above the law: its title, its date and number."""
    around = set(law.iterancestors())
    above: list[Element] = []
    for element in page.iter("h1", "h2", "p", "div", "span"):
        if element is law:
            break
        if element not in around and not any(child.tag in _BLOCKS for child in element):
            above.append(element)
    texts = {element: " ".join(_text(element).split()) for element in above}
    titles = [text for element, text in texts.items() if element.tag == "h1" and text]
    return next(iter(titles), ""), tuple(text for text in texts.values() if 0 < len(text) <= _SHORT)


def _left_out(page: Element, law: Element, hidden: str) -> Iterator[str]:
    before, _, behind = _text(page).partition(_text(law))
    for where, text in (("above the law", before), ("below the law", behind), ("that are hidden", hidden)):
        if text.strip():
            yield f'{len(text.split())} words of the page {where} were left out: "{shortened(text, 60)}"'


class _Page:
    """Reads the element that holds the law."""

    def __init__(self, law: Element, name: str) -> None:
        self._law = law
        self._name = name
        self._seen: Counter[str] = Counter()
        self._numbers = ""

    def read(self, remarks: list[str]) -> Source:
        groups: list[list[tuple[int, str]]] = []
        letters = ""
        place = 0
        for text, words in self._blocks(self._law):
            place += not is_drawn(text)
            lines = [(place, line) for line in text.split("\n") if line.strip()]
            if lines:
                groups.append(lines)
                letters += "".join(without_signs(words).split())
        if letters != "".join(_text(self._law).split()):
            raise ImportFailure(
                "import-lost-words",
                f"{self._name} has words in a place where they are not looked for; nothing was written",
                do="save the page as plain text (UTF-8), import that, and report it as a defect",
            )
        told = [f"{count} {what}" for what, count in sorted(self._seen.items())]
        notes = ["lines are counted as paragraphs of the page", *remarks, *told]
        return Source(groups, "\n".join(t for g in groups for _, t in g), notes, counted="paragraph")

    def _blocks(self, element: Element) -> Iterator[tuple[str, str]]:
        """The paragraphs in an element: as they are to be read, and as the page has their words."""
        words = [_squeezed(element.text or "")]
        for child in element:
            if child.tag in _BLOCKS:
                yield from _paragraph(words)
                words = []
                yield from self._block(child)
            else:
                words.append(self._inline(child))
            words.append(_squeezed(child.tail or ""))
        yield from _paragraph(words)

    def _block(self, block: Element) -> Iterator[tuple[str, str]]:
        if block.tag == "table" and (cells := _laid_out(block)):
            for cell in cells:
                yield from self._blocks(cell)
        elif block.tag == "table":
            yield from self._table(block)
            yield "---", ""
        elif block.tag == "ol":
            yield from self._ordered(block)
        else:
            yield from self._blocks(block)

    def _ordered(self, block: Element) -> Iterator[tuple[str, str]]:
        """The entries of a numbered list: the numbers that a browser shows are words of the law."""
        number = int(block.get("start") or 1)
        for child in block:
            for first, (text, words) in enumerate(self._blocks(child)):
                shown = (
                    f"{number}. {text}"
                    if child.tag == "li" and first == 0 and block.get("type") in (None, "1")
                    else text
                )
                yield shown, words
            number += child.tag == "li"
            yield from _paragraph([child.tail or ""])

    def _inline(self, element: Element) -> str:
        if element.tag == "br":
            return "\n"
        pieces = [_squeezed(element.text or "")]
        for child in element:
            pieces += [self._inline(child), _squeezed(child.tail or "")]
        words = "".join(pieces)
        signs = _SIGNS.get(str(element.tag))
        return f"{signs[0]}{words}{signs[1]}" if signs and words.strip() and SUP not in words else words

    def _table(self, table: Element) -> Iterator[tuple[str, str]]:
        hanging: dict[int, int] = {}
        for caption in table.iterchildren("caption"):
            yield from _paragraph([_squeezed(_text(caption))])
        head = False
        for row in table.iter("tr"):
            if next(row.iterancestors("table")) is not table:
                continue  # a table inside a cell, whose words are that cell's
            head, before = {cell.tag for cell in row.iterchildren("td", "th")} == {"th"}, head
            if before and not head:
                yield "|---|", ""
            cells, words = self._row(row, hanging)
            # A row stays, though it be empty, where cells of it reach down: those below are counted from it.
            if any(map(without_signs, cells)) or any(hanging.values()):
                yield f"| {' | '.join(cells)} |", words

    def _row(self, row: Element, hanging: dict[int, int]) -> tuple[list[str], str]:
        """The cells of a row, with signs where cells reach across or down; and its words."""
        cells: list[str] = []
        words = ""
        for cell in row.iterchildren("td", "th"):
            while hanging.get(len(cells), 0):
                hanging[len(cells)] -= 1
                cells.append(DOWN)
            nested = cell.find(".//table") is not None
            pieces = [_text(cell)] if nested else [text for text, _ in self._blocks(cell)]
            text = " ".join(" ".join(pieces).split())
            words += _text(cell)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            for place in range(wide):
                hanging[len(cells)] = high - 1
                cells.append(text.replace("|", "\\|") if place == 0 else ACROSS)
        while hanging.get(len(cells), 0):
            hanging[len(cells)] -= 1
            cells.append(DOWN)
        return cells, words


def _laid_out(table: Element) -> list[Element]:
    """The cells of a table that only puts words beside one another (signature, head of an annex): it has one
    row of at most two cells. Empty for a table of the law.
    """
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    cells = [cell for row in rows for cell in row.iterchildren("td")]
    heads = any(True for _ in table.iter("th", "caption"))
    return cells if len(rows) == 1 and len(cells) <= 2 and not heads else []


def _span(cell: Element, name: str) -> int:
    value = cell.get(name) or "1"
    return min(max(int(value), 1), 100) if value.isdigit() else 1


def _squeezed(text: str) -> str:
    """The words of a page: line ends and runs of spaces are one space, non-breaking spaces stay."""
    return re.sub(r"[ \t\r\n\f]+", " ", text)


def _paragraph(words: list[str]) -> Iterator[tuple[str, str]]:
    text = "".join(words)
    if text.strip():
        yield text, text


IMPORTER = Importer("web page", (".html", ".htm", ".xhtml"), read_html)
