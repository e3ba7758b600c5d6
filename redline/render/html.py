"""An Act as one page: to read on a screen, to print, to link into.

Sections nest as the outline does, identifiers are the Act's own, and there is no script.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from redline.akn.blocks import blocks_of_act
from redline.akn.document import Act
from redline.akn.metadata.version import version_of
from redline.languages import short_code
from redline.model.blocks import Block, text_of
from redline.render.html_blocks import LONG_TITLE, BlockHtml, identifiers_of
from redline.render.html_outline import Entry, outline_html, outline_of
from redline.render.html_page import page
from redline.render.html_runs import Anchors
from redline.render.labels import label_language, labels_in, version_in
from redline.render.notes import labels_of, notes_of


def render_html(act: Act) -> bytes:
    """The Act as a page in UTF-8."""
    blocks = list(blocks_of_act(act))
    language = short_code(act.language)
    labels = labels_in(language)
    anchors = Anchors(frozenset(identifiers_of(blocks)), labels_of(notes_of(blocks)), labels["image"])
    entries = outline_of(blocks)
    writer = BlockHtml(anchors, labels, language)
    title = _title(act, blocks)
    own = f' lang="{label_language(language)}"' if label_language(language) != language else ""
    body = [
        f'<a class="skip" href="#redline-text"{own}>{escape(labels["skip"])}</a>',
        *_contents(entries, labels["contents"], own),
        '<main id="redline-text" tabindex="-1">',
        *_version(act, language),
        *([] if any(block.kind == "title" for block in blocks) else [_first_heading(title)]),
        *writer.flow(blocks, entries),
        *writer.notes(blocks),
        "</main>",
    ]
    return page(title, language, body, meta=[("dcterms.title", title), ("dcterms.date", version_date(act))])


def _version(act: Act, language: str) -> Iterator[str]:
    """Of what day the text is, and what it was amended by."""
    version = version_of(act)
    if version is not None:
        said, said_in = version_in(language, version)
        own = f' lang="{said_in}"' if said_in != language else ""
        yield f'<p class="version" role="note"{own}>{escape(said, quote=False)}</p>'


def _title(act: Act, blocks: list[Block]) -> str:
    return next((text_of(block.runs) for block in blocks if block.kind == "title"), act.title).replace(
        "\n", " "
    )


def _first_heading(title: str) -> str:
    """A title for a text that has none of its own; a long one is set smaller."""
    return (
        f'<h1 class="long">{escape(title)}</h1>' if len(title) > LONG_TITLE else f"<h1>{escape(title)}</h1>"
    )


def version_date(act: Act) -> str:
    """The date of the version in hand, from its metadata; or an empty string, where it is not known."""
    for expression in act.root.iter("{*}FRBRExpression"):
        for date in expression.iter("{*}FRBRdate"):
            found = date.get("date") or ""
            return "" if found.startswith("0001-") else found
    return ""


def _contents(entries: list[Entry], label: str, own: str) -> Iterator[str]:
    if len(entries) < 2:
        return
    yield f'<nav class="contents" aria-labelledby="redline-contents"{own}>'
    yield f'<h2 id="redline-contents">{escape(label)}</h2>'
    yield from outline_html(entries)
    yield "</nav>"
