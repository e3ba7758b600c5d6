"""The amending Act as a Word document, as a bill is handed in.

A4, Times New Roman 14, single spacing, first lines indented by 1.25 cm; nothing in the text is bold or
underlined (Law No. 480-V, article 24(2) and (7)); the title is bold and centred, `Draft` stands at the top
right, page numbers at the top from the second page on.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from lxml import etree
from msgspec.structs import replace

from redline.model.blocks import Run
from redline.render.amending_act import document_in
from redline.render.renderer import Package, Tell, tell_nobody
from redline.render.word.document import Layout, document_of, language_of
from redline.render.word.headers import HouseHeader
from redline.render.word.house import House
from redline.render.word.package import Facts
from redline.render.word.paragraphs import Line, Paragraph, Piece, Table
from redline.render.word.revisions import Revisions
from redline.render.word.styles import WORD, styles_xml

_Q = f"{{{WORD}}}"
_MARGINS = (
    'w:top="1134" w:right="850" w:bottom="1134" w:left="1417" w:header="567" w:footer="567" w:gutter="0"'
)
_PAGE = f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar {_MARGINS}/><w:titlePg/>'
_WIDTH = 11906 - 850 - 1417
_SIZE = '<w:sz w:val="28"/><w:szCs w:val="28"/>'
_INDENT = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
_STYLES = {
    "Title": (
        '<w:spacing w:before="240" w:after="360" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>',
        f"<w:b/>{_SIZE}",
    ),
    "ActText": (f'{_INDENT}<w:ind w:firstLine="709"/><w:jc w:val="both"/>', _SIZE),
    "ActPreface": (f'{_INDENT}<w:jc w:val="center"/>', f"<w:b/>{_SIZE}"),
    "ActSignature": (
        '<w:keepLines/><w:spacing w:before="720" w:after="0" w:line="240" w:lineRule="auto"/>'
        '<w:ind w:firstLine="709"/>',
        f"<w:b/>{_SIZE}",
    ),
    "ActTableText": ('<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>', _SIZE),
    "ActTableHead": ('<w:keepNext/><w:jc w:val="center"/>', _SIZE),
}
_DRAFT = (
    f'<w:style xmlns:w="{WORD}" w:type="paragraph" w:customStyle="1" w:styleId="ActDraft">'
    '<w:name w:val="Act Draft"/><w:basedOn w:val="Normal"/><w:next w:val="ActText"/><w:qFormat/>'
    f'<w:pPr><w:jc w:val="right"/></w:pPr><w:rPr>{_SIZE}</w:rPr></w:style>'
)
_KEPT = (
    f'<w:style xmlns:w="{WORD}" w:type="paragraph" w:customStyle="1" w:styleId="ActKept">'
    '<w:name w:val="Act Kept"/><w:basedOn w:val="ActText"/><w:next w:val="ActText"/><w:qFormat/>'
    "<w:pPr><w:keepNext/><w:keepLines/></w:pPr></w:style>"
)
_ANNEX = tuple(
    f'<w:style xmlns:w="{WORD}" w:type="paragraph" w:customStyle="1" w:styleId="ActAnnex{name}">'
    f'<w:name w:val="Act Annex {name}"/><w:basedOn w:val="Normal"/><w:next w:val="ActText"/><w:qFormat/>'
    f'<w:pPr><w:keepNext/>{spacing}<w:jc w:val="{side}"/></w:pPr><w:rPr>{_SIZE}</w:rPr></w:style>'
    for name, side, spacing in (
        ("Head", "right", '<w:spacing w:before="0" w:after="0"/>'),
        ("Title", "center", '<w:spacing w:before="240" w:after="120"/>'),
    )
)
_FIELD = "".join(
    f"<w:r>{part}</w:r>"
    for part in (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>2</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
)


def render_amending_act_docx(
    package: Package,
    *,
    language: str | None = None,
    style: str | None = None,
    kind: str = "",
    template: str | os.PathLike[str] | None = None,
    tell: Tell = tell_nobody,
) -> bytes:
    """The amending Act of a package as a Word document.

    Args:
        package, language, style, kind, tell: as for `render_amending_act_akn`.
        template: a Word document with the house's own styles and pages; None for those of a bill.

    Raises:
        RenderError: `amending-act-inexact`, where it would not do what the spec does; `template-unreadable`.
    """
    made = document_in(package, language, style, tell, kind)
    layout = Layout.of(made.act, template, False, tell)
    if template is None:
        layout = replace(layout, house=_house(language_of(made.act)))
    # A house has no style for the word that says that it is a draft.
    draft = made.law.draft if template is None else ""
    lines = list(_set(layout.lines_of_act(made.act), draft, bill=template is None))
    if template is None:
        _keep_signature(lines)
    facts = Facts(made.law.title, made.law.draft, language_of(made.act), date=package.spec.date)
    return document_of(lines, layout, facts, Revisions({}, None))


def _house(language: str) -> House:
    """The styles and pages of a bill."""
    root = etree.fromstring(styles_xml(language).encode())
    for found in root.iter(f"{_Q}style"):
        own = _STYLES.get(found.get(f"{_Q}styleId") or "")
        if own is None:
            continue
        for name in ("pPr", "rPr"):
            for child in found.findall(f"{_Q}{name}"):
                found.remove(child)
        for name, content in zip(("pPr", "rPr"), own, strict=True):
            found.append(etree.fromstring(f'<w:{name} xmlns:w="{WORD}">{content}</w:{name}>'))
    root.append(etree.fromstring(_DRAFT))
    root.append(etree.fromstring(_KEPT))
    root.extend(etree.fromstring(style) for style in _ANNEX)
    return House(styles=root, page=_PAGE, headers=_headers(), width=_WIDTH)


def _headers() -> tuple[HouseHeader, ...]:
    """The number of the page at the top, none on the first page; nothing at the foot."""
    centred = '<w:pPr><w:pStyle w:val="Header"/><w:jc w:val="center"/></w:pPr>'
    parts = (
        ("header", "default", f"<w:p>{centred}{_FIELD}</w:p>"),
        ("header", "first", "<w:p/>"),
        ("footer", "default", "<w:p/>"),
        ("footer", "first", "<w:p/>"),
    )
    tags = {"header": "hdr", "footer": "ftr"}
    return tuple(
        HouseHeader(
            kind,
            type_,
            etree.fromstring(f'<w:{tags[kind]} xmlns:w="{WORD}">{content}</w:{tags[kind]}>'),
            {},
            {},
        )
        for kind, type_, content in parts
    )


def _set(lines: Iterable[Line], draft: str, *, bill: bool) -> Iterator[Line]:
    """The lines as a bill has them: first lines indented, numbers among the words."""
    waiting: Paragraph | None = None
    for line in lines:
        if isinstance(line, Table):
            yield from _held(waiting)
            waiting = None
            yield replace(line, depth=0)
            continue
        if bill and line.quoted and line.style == "annex":
            yield from (*_held(waiting), *_annex_head(line))
            waiting = None
            continue
        paragraph = _plain(line, draft)
        if waiting is not None and not line.quoted and line.style == "text":
            waiting.pieces += [Piece(Run(" ", generated=True)), *paragraph.pieces]
            waiting.notes += paragraph.notes
            yield waiting
            waiting = None
            continue
        yield from _held(waiting)
        waiting = None
        if line.style in ("unit", "container") and not line.quoted:
            waiting = paragraph
        else:
            yield paragraph
    yield from _held(waiting)


def _annex_head(line: Paragraph) -> Iterator[Paragraph]:
    """The lines at the top of an annex, each a paragraph at the right; the last, its heading, centred."""
    rows: list[list[Piece]] = [[]]
    for piece in line.pieces:
        if piece.run.generated and not piece.run.text.strip():
            rows.append([])  # what parts number and heading
            continue
        first, *more = piece.run.text.split("\n")
        rows[-1].append(replace(piece, run=_unmarked(replace(piece.run, text=first))))
        rows += [[replace(piece, run=_unmarked(replace(piece.run, text=words)))] for words in more]
    kept = [row for row in rows if "".join(piece.run.text for piece in row).strip()]
    for place, row in enumerate(kept):
        last = place == len(kept) - 1 and place > 0
        style = "annextitle" if last else "annexhead"
        notes = line.notes if last or len(kept) == 1 else ()
        yield replace(line, style=style, depth=0, hanging=False, level=0, pieces=row, notes=notes)


def _keep_signature(lines: list[Line]) -> None:
    """A signature never stands on a page alone: what is before it comes along."""
    signed = next((at for at, line in enumerate(lines) if _is_signature(line)), 0)
    before = lines[signed - 1] if signed else None
    if isinstance(before, Paragraph) and before.style == "text":
        lines[signed - 1] = replace(before, style="kept")


def _is_signature(line: Line) -> bool:
    return isinstance(line, Paragraph) and line.style == "signature"


def _held(paragraph: Paragraph | None) -> Iterator[Paragraph]:
    if paragraph is not None:
        yield paragraph


def _plain(line: Paragraph, draft: str) -> Paragraph:
    words = "".join(piece.run.text for piece in line.pieces)
    if line.style == "preface" and draft and words.strip() == draft:
        return replace(line, style="draft", depth=0)
    if line.style in ("title", "preface", "signature", "caption") and not line.quoted:
        return replace(line, depth=0)
    pieces = [replace(piece, run=_unmarked(piece.run)) for piece in line.pieces]
    return replace(line, style="text", depth=0, hanging=False, level=0, pieces=pieces, repealed=False)


def _unmarked(run: Run) -> Run:
    """Words of one typeface, a space in the place of a tab."""
    return replace(
        run, text=run.text.replace("\t", " "), bold=False, italic=False, underline=False, href=None
    )
