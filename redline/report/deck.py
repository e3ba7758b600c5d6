"""The slide deck: the problem in figures, key changes before and after, the timeline, the next steps.

python-pptx comes with the extra `report`. The file names no author, no machine and no day but the report's.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from redline.errors import RenderError
from redline.languages.shortening import shortened
from redline.papers.paper import Block, Heading, Image, Paragraph, Table, Words
from redline.render.table.table import told_in
from redline.render.table.words import table_words
from redline.render.word.package import zipped
from redline.report.fitting import Lines, pages_of, size_that_fits
from redline.report.found import pictures
from redline.report.key_changes import Change, excerpt, key_changes
from redline.report.material import Material
from redline.report.proposals import before_and_after, commencements, shown_lines, told_language
from redline.report.prose import prose, said_in
from redline.report.report import figures
from redline.report.words import words_in

_MOST = 12
"""Slides of changes: more are read in the comparison table."""
_LETTERS = (700, 520, 380, 260, 160, 80)
"""Letters of a text on a slide, fewer where its lines are many; the notes of the slide have all of it."""
_SIZES = (20, 17, 14, 12)
_SIDE = (5.95, 4.1)
"""The box of either text: inches."""
_MOST_DAYS, _MOST_ACTS, _LISTED, _IN_ONE = 6, 7, 24, 8
"""Days on a timeline, Acts below each of them, documents on a slide, and in its one column."""
_FIGURES = ("documents", "open findings", "of these error", "operations", "answers", "answered findings",
            "left findings", "new findings")  # fmt: skip
"""What is told in figures: what became of the findings adds up to all of them."""
_EPOCH = datetime.datetime(1980, 1, 1)
_INK, _SOFT, _OLD, _NEW = "1D1C1A", "5B5750", "9B1C1C", "0B5A2B"
_LINE = "808080"
_FONT = "Arial"


def deck_of(material: Material) -> bytes:
    """The deck as .pptx; the same material gives the same bytes.

    Raises:
        RenderError: `pictures-unavailable`, where python-pptx is not installed.
    """
    try:
        from pptx import Presentation
    except ImportError:
        raise RenderError(
            "pictures-unavailable",
            "the slides cannot be made: python-pptx is not installed",
            do="pip install 'redline[report]'",
        ) from None
    show = Presentation()
    deck = _Deck(show, material)
    deck.write()
    held = io.BytesIO()
    show.save(held)
    with zipfile.ZipFile(held) as made:
        # python-pptx dates the parts by the clock.
        return zipped({n: _APP if n == "docProps/app.xml" else made.read(n) for n in made.namelist()})


_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.'
    'openxmlformats.org/officeDocument/2006/extended-properties"><Application>redline</Application>'
    "</Properties>"
)
_STRANGE = ("/thumbnail", "/printerSettings")
"""What the empty deck of python-pptx has of the machine that it was made on: a preview, and a printer."""


class _Deck:
    def __init__(self, show: Any, material: Material) -> None:
        from pptx.util import Inches

        self.show, self.material = show, material
        self.words = words_in(material.language)
        self.show.slide_width, self.show.slide_height = Inches(13.333), Inches(7.5)
        self.title = material.dossier.title_in(material.language) or self.words["report"]

    def write(self) -> None:
        """All slides."""
        self._properties()
        for part in (self.show.part, self.show.part.package):
            for name, relation in list(part._rels.items()):
                if relation.reltype.endswith(_STRANGE):
                    part._rels.pop(name)
        self._opening()
        self._figures()
        self._documents()
        self._pictures()
        self._changes()
        self._timeline()
        self._next_steps()

    def _properties(self) -> None:
        properties, report = self.show.core_properties, self.material.dossier.report
        made = datetime.datetime.combine(report.date, datetime.time()) if report.date else _EPOCH
        properties.title, properties.author = self.title, said_in(report.author, self.material.language)
        properties.last_modified_by, properties.language = "", self.material.language
        properties.created = properties.modified = properties.last_printed = made
        properties.revision = 1
        properties.keywords = properties.comments = properties.subject = properties.category = ""

    # --- slides ---

    def _slide(self, title: str, notes: str = "") -> Any:
        from pptx.util import Inches, Pt

        slide = self.show.slides.add_slide(self.show.slide_layouts[5])
        shape = slide.shapes.title
        shape.left, shape.top, shape.width, shape.height = (Inches(x) for x in (0.6, 0.35, 12.1, 0.95))
        shape.text_frame.word_wrap = True
        self._fill(shape.text_frame, [[Words(shortened(title, 110), bold=True)]], Pt(26))
        if notes:
            slide.notes_slide.notes_text_frame.text = notes
        return slide

    def _opening(self) -> None:
        from pptx.enum.text import MSO_ANCHOR
        from pptx.util import Inches, Pt

        slide = self._slide(self.title)
        shape = slide.shapes.title
        shape.top, shape.height = Inches(2.0), Inches(2.0)
        shape.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
        title = [[Words(shortened(self.title, 240), bold=True)]]
        self._fill(shape.text_frame, title, Pt(size_that_fits(title, (36, 28, 24), 12.1, 2.0) or 20))
        report = self.material.dossier.report
        day = table_words(self.material.language).date(report.date) if report.date else ""
        author = said_in(report.author, self.material.language)
        lines = [[Words(text)] for text in (self.words["report"], author, day) if text]
        self._box(slide, (0.6, 4.2, 12.1, 1.6), lines, 20, _SOFT)

    def _figures(self) -> None:
        slide = self._slide(self.words["figures"])
        found = dict(figures(self.material))
        shown = [(self.words[name].removeprefix("– "), found[name]) for name in _FIGURES if name in found]
        row = 4 if len(shown) > 6 else 3
        room = 12.1 / row
        for place, (name, count) in enumerate(shown):
            left, top = 0.6 + room * (place % row), 1.6 + 2.75 * (place // row)
            self._box(slide, (left, top, room - 0.2, 1.2), [[Words(str(count), bold=True)]], 54, _INK)
            self._box(slide, (left, top + 1.15, room - 0.2, 1.3), [[Words(name)]], 18, _SOFT)

    def _documents(self) -> None:
        """The documents with the numbers that they bear in the pictures."""
        names = [document.id for document in self.material.dossier.documents]
        for first in range(0, len(names), _LISTED):
            slide = self._slide(self.words["documents"])
            shown = list(enumerate(names[first : first + _LISTED], first + 1))
            half = (len(shown) + 1) // 2 if len(shown) > _IN_ONE else len(shown)
            for side, part in enumerate((shown[:half], shown[half:])):
                lines = [[Words(f"№ {n}. {shortened(self.material.title_of(d), 90)}")] for n, d in part]
                size = size_that_fits(lines, (18, 16, 14, 12), 5.95, 5.3) or 11
                self._box(slide, (0.6 + 6.15 * side, 1.5, 5.95, 5.4), lines, size, _INK)
            if self.material.unread:
                said = self.words["unread"].format(documents="; ".join(self.material.unread))
                self._box(slide, (0.6, 6.8, 12.1, 0.5), [[Words(shortened(said, 200))]], 14, _OLD)

    def _pictures(self) -> None:
        from pptx.util import Inches

        for block in pictures(self.material, wide=True):
            if not isinstance(block, Image):
                continue
            slide = self._slide(block.caption.partition(" (")[0])
            scale = min(12.1 / block.width, 5.75 / block.height)
            width, height = block.width * scale, block.height * scale
            left = Inches((13.333 - width) / 2)
            picture = slide.shapes.add_picture(
                io.BytesIO(block.data), left, Inches(1.4), Inches(width), Inches(height)
            )
            picture._element.nvPicPr.cNvPr.set("descr", block.words)

    def _changes(self) -> None:
        every = [(table, act, row) for table, act in before_and_after(self.material) for row in act.rows]
        shown = key_changes(self.material, every, _MOST)
        for number, change in enumerate(shown, 1):
            self._change(change, number, len(shown), len(every) - len(shown))

    def _change(self, change: Change, number: int, count: int, more: int) -> None:
        table, act, row = change
        document = self.material.document_of(act.alias)
        named = self.material.title_of(document) if document else act.title
        title = f"{shortened(named, 64)}{told_language(self.material, act)}: "
        title += shortened(", ".join(row.elements), 44)
        sides = [
            shown_lines(row.current, old=True) if row.current else (),
            shown_lines(row.proposed, old=False) if row.proposed else (),
        ]
        notes = "\n\n".join(
            f"{self.words[name]}\n" + "\n".join(p.text for p in side)
            for name, side in zip(("current", "proposed"), sides, strict=True)
        )
        slide = self._slide(title, notes)
        texts, size = _fitted([[p.words for p in side] for side in sides])
        for place, (name, words) in enumerate(zip(("current", "proposed"), texts, strict=True)):
            left = 0.6 + 6.15 * place
            self._box(slide, (left, 1.4, 5.95, 0.45), [[Words(self.words[name], bold=True)]], 16, _SOFT)
            self._box(slide, (left, 1.9, *_SIDE), words, size, _INK, framed=True)
        reason = " ".join(text for text in told_in("reason", row, table) if text)
        if reason:
            said = [Words(f"{self.words['reason']}: ", bold=True), Words(shortened(reason, 230))]
            self._box(slide, (0.6, 6.1, 12.1, 0.75), [said], 14, _INK)
        foot = self.words["change"].format(number=number, count=count)
        if number == count and more > 0:
            foot += f". {self.words['more changes'].format(count=more)}"
        self._box(slide, (0.6, 6.9, 12.1, 0.4), [[Words(foot)]], 12, _SOFT)

    def _timeline(self) -> None:
        from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
        from pptx.util import Inches

        every = commencements(self.material)
        days = every[:_MOST_DAYS]
        if not days:
            return
        slide = self._slide(self.words["timeline"])
        line = slide.shapes.add_connector(
            MSO_CONNECTOR.STRAIGHT, Inches(0.6), Inches(2.6), Inches(12.7), Inches(2.6)
        )
        line.line.color.rgb = _colour(_LINE)
        room = 12.1 / len(days)
        dates = table_words(self.material.language)
        for place, (day, count, acts) in enumerate(days):
            left = 0.6 + room * place
            dot = slide.shapes.add_shape(MSO_SHAPE.OVAL, Inches(left), Inches(2.5), Inches(0.2), Inches(0.2))
            dot.fill.solid()
            dot.fill.fore_color.rgb = dot.line.color.rgb = _colour(_INK)
            said = dates.date(day) if day else self.words["no date"]
            self._box(slide, (left, 1.6, room - 0.1, 0.8), [[Words(said, bold=True)]], 18, _INK)
            lines = [[Words(f"{self.words['changes']}: {count}")]]
            most = 70 if len(days) < 4 else 40
            lines += [[Words(shortened(self.material.title_of_act(n), most))] for n in acts[:_MOST_ACTS]]
            if len(acts) > _MOST_ACTS:
                lines.append([Words(f"+ {len(acts) - _MOST_ACTS}")])
            self._box(slide, (left, 2.9, room - 0.1, 3.6), lines, 14 if len(days) < 4 else 11, _INK)
        if len(every) > len(days):
            more = self.words["more days"].format(count=len(every) - len(days))
            self._box(slide, (0.6, 6.7, 12.1, 0.5), [[Words(more)]], 14, _SOFT)

    def _next_steps(self) -> None:
        lines: list[Sequence[Words]] = []
        for block in prose(self.material, "next-steps", must=True):
            lines += _told(block)
        size = size_that_fits(lines, (20, 18, 16), 12.1, 4.6) or 16
        for page in pages_of(lines, size, 12.1, 4.6):
            slide = self._slide(self.words["next-steps"])
            self._box(slide, (0.6, 1.6, 12.1, 4.6), page, size, _INK)
            self._box(slide, (0.6, 6.4, 12.1, 0.6), [[Words(self.words["answer"])]], 16, _SOFT)

    # --- shapes ---

    def _box(
        self, slide: Any, at: tuple[float, ...], lines: Sequence[Sequence[Words]], size: float, colour: str,
        *, framed: bool = False,
    ) -> None:  # fmt: skip
        from pptx.enum.text import MSO_AUTO_SIZE
        from pptx.util import Inches, Pt

        box = slide.shapes.add_textbox(*(Inches(side) for side in at))
        box.text_frame.word_wrap = True
        box.text_frame.auto_size = MSO_AUTO_SIZE.NONE
        if framed:
            box.line.color.rgb = _colour(_LINE)
        self._fill(box.text_frame, lines, Pt(size), colour)

    def _fill(self, frame: Any, lines: Sequence[Sequence[Words]], size: Any, colour: str = _INK) -> None:
        from pptx.enum.text import PP_ALIGN
        from pptx.util import Pt

        frame.clear()
        for place, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            paragraph.alignment = PP_ALIGN.LEFT
            paragraph.space_after = Pt(size.pt * 0.3)
            for words in line:
                for nth, text in enumerate(words.text.split("\n")):
                    if nth:
                        paragraph.add_line_break()
                    self._run(paragraph, replace(words, text=text), size, colour)

    def _run(self, paragraph: Any, words: Words, size: Any, colour: str) -> None:
        run = paragraph.add_run()
        run.text = words.text
        font = run.font
        font.name, font.size, font.bold, font.italic = _FONT, size, words.bold or words.come, words.italic
        font.color.rgb = _colour(_OLD if words.gone else _NEW if words.come else colour)
        font.underline = words.come
        properties = run._r.get_or_add_rPr()
        properties.set("lang", self.material.language)
        if words.gone:
            properties.set("strike", "sngStrike")


def _told(block: Block) -> Iterator[Sequence[Words]]:
    """What a person has written, in lines: a row of a table is one too."""
    if isinstance(block, Paragraph):
        yield [Words(f"{block.number} " if block.number else ""), *block.words]
    elif isinstance(block, Heading):
        yield [Words(block.text, bold=True)]
    elif isinstance(block, Table):
        yield [Words(" – ".join(column.title for column in block.columns), bold=True)]
        for row in block.rows:
            yield [Words(" – ".join(" ".join(p.text for p in cell) for cell in row.cells))]


def _colour(code: str) -> Any:
    from pptx.dml.color import RGBColor

    return RGBColor(*bytes.fromhex(code))  # type: ignore[no-untyped-call]  # it has no types


def _fitted(sides: Sequence[Lines]) -> tuple[list[list[list[Words]]], float]:
    """As much of both texts as their boxes hold, and the size of their letters: the shorter, the larger."""
    for letters in _LETTERS:
        texts = [excerpt(side, letters) for side in sides]
        sizes = [size_that_fits(text, _SIZES, _SIDE[0], _SIDE[1]) for text in texts]
        if None not in sizes:
            return texts, min(size for size in sizes if size is not None)
    return [text[:1] for text in texts], _SIZES[-1]
