"""A Word document of an Act: how it is asked for, and its body, parts and package put together."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from msgspec import Struct

from redline.akn.blocks import blocks_of_act
from redline.akn.document import Act
from redline.akn.readings import Readings
from redline.languages import language_tag
from redline.model.blocks import Block
from redline.render.labels import labels_in
from redline.render.renderer import Tell, tell_nobody
from redline.render.word.body import BodyWriter
from redline.render.word.contents import has_contents, with_contents
from redline.render.word.house import OWN, House, house_of
from redline.render.word.images import Images
from redline.render.word.lines import lines_of
from redline.render.word.lint_package import check_package
from redline.render.word.package import Facts, document_xml, package
from redline.render.word.paragraphs import Line, paragraphs_in
from redline.render.word.revisions import Revisions
from redline.render.word.table_lines import Reader


class Layout(Struct, frozen=True):
    """How documents of one Act are laid out.

    Attributes:
        act: the Act, or the base of a marked one.
        house: the house style.
        contents: the title of the table of contents; empty for none.
        tell: told what the drafter should know.
    """

    act: Act
    house: House = OWN
    contents: str = ""
    tell: Tell = tell_nobody

    @classmethod
    def of(cls, act: Act, template: str | os.PathLike[str] | None, contents: bool, tell: Tell) -> Layout:
        """The layout that is asked for.

        Args:
            template: the file of the house style; None for ours.
            contents: whether there is a table of contents.

        Raises:
            RenderError: `template-unreadable`.
        """
        house = house_of(Path(template) if template is not None else None)
        for remark in house.remarks:
            tell(os.fspath(template or ""), remark)
        title = labels_in(language_of(act).partition("-")[0])["contents"] if contents else ""
        return cls(act, house, title, tell)

    def lines(self, blocks: Iterable[Block], read: Reader = lines_of) -> Iterator[Line]:
        """The lines of a text, with a table of contents where one is asked for and the Act has none."""
        if not self.contents:
            yield from read(blocks)
            return
        lines = list(read(blocks))
        yield from lines if has_contents(lines) else with_contents(lines, self.contents)

    def lines_of_act(self, act: Act, readings: Readings | None = None) -> Iterator[Line]:
        """The lines of an Act, which is not read before they are asked for."""
        yield from self.lines(blocks_of_act(act, readings))


def document_of(lines: list[Line], layout: Layout, facts: Facts, revisions: Revisions) -> bytes:
    """The .docx file of a document of lines, which Word takes as it is; arguments as for `written`.

    Raises:
        RenderError: `document-faulty`, where Word would not take it: a defect of this tool.
    """
    made = written(lines, layout, facts, revisions)
    check_package(made, layout.act.name)
    return made


def written(
    lines: list[Line],
    layout: Layout,
    facts: Facts,
    revisions: Revisions,
    *,
    read: Reader = lines_of,
    comments: bool = False,
) -> bytes:
    """The .docx file of a document of lines, not held against what Word takes yet (`check_package`).

    Args:
        lines: of the document.
        layout: how it is laid out.
        facts: what it says of itself.
        revisions: who changed what.
        read: reads the blocks of footnotes as lines.
        comments: whether changes carry a comment.
    """
    images = Images(layout.act.folder, partial(layout.tell, layout.act.name))
    writer = BodyWriter(
        revisions, facts.language, _targets(lines), read=read, comments=comments, width=layout.house.width,
        images=images,
    )  # fmt: skip
    main = document_xml("".join(writer.body(lines)), layout.house)
    shown = [picture for picture in images.pictures() if picture.name in writer.parts.images]
    return package(main, writer.parts, facts, layout.house, shown)


def _targets(lines: Iterable[Line]) -> frozenset[str]:
    """The identifiers that something points to and that begin somewhere."""
    wanted: set[str] = set()
    there: set[str] = set()
    for paragraph in paragraphs_in(lines):
        there.update(paragraph.anchors)
        hrefs = (piece.run.href or "" for piece in paragraph.pieces)
        wanted.update(href[1:] for href in hrefs if href.startswith("#"))
    return frozenset(wanted & there)


def language_of(act: Act) -> str:
    """The language of an Act as BCP 47; English where its metadata names none."""
    code = language_tag(act.language)
    return "en" if code == "und" else code
