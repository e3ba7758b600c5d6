"""A paper as a page: one file, to read on a screen and to print; the PDF is this page as it prints."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from html import escape

from redline.papers.paper import Block, Cell, Heading, Image, Paper, Paragraph, Row, Table, Turn, Words
from redline.render.html_page import page, style_sheet


def paper_html(paper: Paper) -> bytes:
    """The page, in UTF-8; it asks the network for nothing."""
    meta = [("dcterms.title", paper.title), ("dcterms.date", paper.date.isoformat() if paper.date else "")]
    lying = "\n@page { size: A4 landscape; }" if paper.landscape else ""
    return page(
        paper.title, paper.language, list(_body(paper)), meta=meta,
        further_style=style_sheet("paper.css") + lying,
    )  # fmt: skip


def _body(paper: Paper) -> Iterator[str]:
    wide = " wide" if paper.landscape else ""
    yield f'<main id="redline-text" class="paper{wide}" tabindex="-1">'
    yield f"<h1>{escape(paper.title)}</h1>"
    if paper.subtitle:
        yield f'<p class="preface">{escape(paper.subtitle)}</p>'
    if paper.contents:
        yield from _contents(paper)
    turned = paper.landscape
    for block in paper.blocks:
        if isinstance(block, Turn) and block.landscape != turned:
            yield '<div class="lying">' if block.landscape else "</div>"
            turned = block.landscape
        else:
            yield from shown(block, paper.language)
    yield "</div></main>" if turned and not paper.landscape else "</main>"


def _contents(paper: Paper) -> Iterator[str]:
    yield f'<nav class="list" aria-label="{escape(paper.contents)}"><h2>{escape(paper.contents)}</h2><ol>'
    for block in paper.blocks:
        if isinstance(block, Heading) and block.level < 3 and block.anchor:
            link = f'<a href="#{escape(block.anchor)}">{escape(block.text)}</a>'
            yield f'<li class="l{block.level}">{link}</li>'
    yield "</ol></nav>"


def shown(block: Block, language: str) -> Iterator[str]:
    """A block as HTML."""
    if isinstance(block, Heading):
        level = min(block.level + 1, 6)
        anchor = f' id="{escape(block.anchor)}"' if block.anchor else ""
        yield f"<h{level}{anchor}>{escape(block.text)}</h{level}>"
    elif isinstance(block, Paragraph):
        yield _paragraph(block, language)
    elif isinstance(block, Table):
        yield from _table(block, language)
    elif isinstance(block, Image):
        yield _image(block)


def _paragraph(paragraph: Paragraph, language: str) -> str:
    other = paragraph.language not in ("", language)
    lang = f' lang="{escape(paragraph.language)}"' if other else ""
    number = f'<span class="n">{escape(paragraph.number)}</span> ' if paragraph.number else ""
    return f'<p class="{paragraph.look}"{lang}>{number}{"".join(map(_words, paragraph.words))}</p>'


def _words(words: Words) -> str:
    text = escape(words.text, quote=False).replace("\n", "<br>")
    wraps = (("come", "ins"), ("gone", "del"), ("italic", "em"), ("bold", "strong"))
    for name, tag in wraps:
        if getattr(words, name):
            text = f"<{tag}>{text}</{tag}>"
    return text


def _table(table: Table, language: str) -> Iterator[str]:
    titles = ", ".join(column.title for column in table.columns)
    label = escape(table.caption or table.name or titles)
    looks = (("few", len(table.columns) < 3), ("small", table.small))
    kind = " ".join(name for name, has in looks if has)
    few = f' class="{kind}"' if kind else ""
    yield f'<div class="table" role="region" aria-label="{label}" tabindex="0"><table{few}>'
    if table.caption:
        yield f"<caption>{escape(table.caption)}</caption>"
    total = sum(column.share for column in table.columns)
    yield "<colgroup>"
    yield from (f'<col style="width:{100 * column.share / total:.4g}%">' for column in table.columns)
    theirs = ("", ' class="theirs"')
    heads = "".join(
        f'<th scope="col"{theirs[column.theirs]}>{escape(column.title)}</th>' for column in table.columns
    )
    yield f"</colgroup><thead><tr>{heads}</tr></thead><tbody>"
    yield from (_row(row, len(table.columns), language) for row in table.rows)
    yield "</tbody></table></div>"


def _row(row: Row, columns: int, language: str) -> str:
    if row.heads:
        inside = _inside(row.cells[0], language)
        return f'<tr class="group"><th scope="colgroup" colspan="{columns}">{inside}</th></tr>'
    return "<tr>" + "".join(f"<td>{_inside(cell, language)}</td>" for cell in row.cells) + "</tr>"


def _inside(cell: Cell, language: str) -> str:
    return "".join(_paragraph(each, language) for each in cell)


def _image(image: Image) -> str:
    data = base64.b64encode(image.data).decode("ascii")
    return (
        f'<figure><img src="data:image/png;base64,{data}" alt="{escape(image.words)}" '
        f'style="width:{image.width}mm"><figcaption>{escape(image.caption)}</figcaption></figure>'
    )
