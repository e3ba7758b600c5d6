"""Outputs: one renderer a file. They read blocks and change lists, never elements.

A new renderer is a file beside this one and a line in `RENDERERS`. It is loaded when it is first used: who
only amends an Act or looks at one does not wait for workbooks and Word files.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from redline.errors import RenderError
from redline.render.pdf_pages import pdf_of
from redline.render.renderer import CALLED, OutputFile, Renderer, Shows, shown_by
from redline.render.writing import write_whole

TABLE_OPTIONS = ("columns", "context", "rows", "bilingual")
"""What can be asked of every comparison table."""

# The table of contents: every renderer, by what it shows.
RENDERERS: tuple[Renderer, ...] = (
    Renderer("akn", "act", ".xml", "the Act in Akoma Ntoso", "redline.render.akn:render_akn"),
    Renderer("html", "act", ".html", "the Act as a page to read", "redline.render.html:render_html"),
    Renderer("pdf", "act", ".pdf", "the Act as a PDF", page="html"),
    Renderer("text", "act", ".txt", "the Act as plain text", "redline.render.text:render_text"),
    Renderer(
        "docx",
        "act",
        ".docx",
        "the Act as a Word document",
        "redline.render.docx:render_docx",
        options=("template", "contents", "tell"),
    ),
    Renderer(
        "docx-redline",
        "marked",
        ".docx",
        "a Word document with tracked changes",
        "redline.render.docx_redline:render_docx_redline",
        options=("comments", "moves", "granularity", "template", "contents", "tell"),
    ),
    Renderer(
        "html-redline",
        "marked",
        ".html",
        "a page with base, marked and consolidated text",
        "redline.render.html_redline:render_html_redline",
    ),
    Renderer(
        "pdf-redline",
        "marked",
        ".pdf",
        "the redline as a PDF",
        page="html-redline",
    ),
    Renderer(
        "amending-act-docx",
        "package",
        ".docx",
        "the amending Act as a Word document",
        "redline.render.amending_act_docx:render_amending_act_docx",
        options=("language", "style", "kind", "template", "tell"),
    ),
    Renderer(
        "amending-act-akn",
        "package",
        ".xml",
        "the amending Act in Akoma Ntoso, with its modifications",
        "redline.render.amending_act_akn:render_amending_act_akn",
        options=("language", "style", "kind", "tell"),
    ),
    Renderer(
        "amending-act-html",
        "package",
        ".html",
        "the amending Act as a page to read",
        "redline.render.amending_act_html:render_amending_act_html",
        options=("language", "style", "kind", "tell"),
    ),
    Renderer(
        "table-docx",
        "package",
        ".docx",
        "the comparison table as a Word document",
        "redline.render.table_docx:render_table_docx",
        options=(*TABLE_OPTIONS, "colour", "template", "tell"),
    ),
    Renderer(
        "table-html",
        "package",
        ".html",
        "the comparison table as a page",
        "redline.render.table_html:render_table_html",
        options=(*TABLE_OPTIONS, "colour"),
    ),
    Renderer(
        "table-pdf",
        "package",
        ".pdf",
        "the comparison table as a PDF",
        page="table-html",
        options=(*TABLE_OPTIONS, "colour"),
    ),
    Renderer(
        "table-xlsx",
        "package",
        ".xlsx",
        "the comparison table as a workbook",
        "redline.render.table_xlsx:render_table_xlsx",
        options=(*TABLE_OPTIONS, "colour"),
    ),
    Renderer(
        "table-csv",
        "package",
        ".csv",
        "the comparison table for programs",
        "redline.render.table_csv:render_table_csv",
        options=TABLE_OPTIONS,
    ),
    Renderer(
        "markdown-redline",
        "marked",
        ".md",
        "what changed, for pull requests",
        "redline.render.markdown_redline:render_markdown_redline",
    ),
    Renderer(
        "changes-json",
        "package",
        ".json",
        "the change list for programs",
        "redline.render.changes_json:render_changes_json",
    ),
    Renderer(
        "index-html",
        "package",
        ".html",
        "the package on one page, with links",
        "redline.render.index_html:render_index_html",
        linked=True,
    ),
)

NO_OPTIONS: Mapping[str, Any] = MappingProxyType({})
"""Every output as it is made by default."""

__all__ = ["RENDERERS", "OutputFile", "Renderer", "get_renderer", "render", "render_bytes"]


def render(
    what: Any,
    name: str,
    path: str | os.PathLike[str],
    *,
    files: Sequence[OutputFile] = (),
    options: Mapping[str, Any] = NO_OPTIONS,
) -> None:
    """Make an output and write it to a file.

    Args:
        what: an Act, a marked Act or an amended package, whichever the renderer shows.
        name: the renderer's name.
        path: the file; it is written whole or not at all.
        files: what else was made, for outputs that link to it.
        options: how it is made, by name; those of other renderers (`Renderer.options`) are left to them.

    Raises:
        RenderError: `renderer-unknown`, also where the renderer shows something else; `option-unknown`, where
            no renderer has that option; `output-unwritable`.
    """
    write_whole(Path(path), render_bytes(what, name, files=files, options=options))


def render_bytes(
    what: Any, name: str, *, files: Sequence[OutputFile] = (), options: Mapping[str, Any] = NO_OPTIONS
) -> bytes:
    """Make an output; see `render`."""
    renderer = get_renderer(name)
    shown = shown_by(what)
    if shown != renderer.shows:
        raise _wrong_kind(renderer, shown, type(what).__name__)
    asked = {key: value for key, value in options.items() if _known_option(key) in renderer.options}
    if renderer.page:
        return pdf_of(render_bytes(what, renderer.page, options=asked))
    return renderer.render(what, files, **asked) if renderer.linked else renderer.render(what, **asked)


def _known_option(name: str) -> str:
    known = dict.fromkeys(option for renderer in RENDERERS for option in renderer.options)
    if name not in known:
        raise RenderError(
            "option-unknown", f"no output has an option {name!r}", do=f"use one of {', '.join(known)}"
        )
    return name


def get_renderer(name: str) -> Renderer:
    """The renderer of that name.

    Raises:
        RenderError: `renderer-unknown`.
    """
    for renderer in RENDERERS:
        if renderer.name == name:
            return renderer
    known = [renderer.name for renderer in RENDERERS]
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    meant = f"; did you mean {near[0]}?" if near else ""
    raise RenderError(
        "renderer-unknown", f"there is no renderer {name!r}{meant}", do=f"use one of {', '.join(known)}"
    )


_WAY: dict[tuple[Shows | None, Shows], str] = {
    ("marked", "act"): "give its after() (the consolidated Act) or its before()",
    ("package", "act"): "give one Act of it: package[alias].after()",
    ("package", "marked"): "give one Act of it: package[alias]",
    ("marked", "package"): "give the whole package that amend() returned",
    ("act", "package"): "give the whole package that amend() returned",
}


def _wrong_kind(renderer: Renderer, shown: Shows | None, type_name: str) -> RenderError:
    given = CALLED[shown] if shown else f"a {type_name}"
    fitting = ", ".join(other.name for other in RENDERERS if other.shows == shown)
    way = _WAY.get((shown, renderer.shows), f"give {CALLED[renderer.shows]}")
    return RenderError(
        "renderer-unknown",
        f"the renderer {renderer.name} shows {CALLED[renderer.shows]}, not {given}",
        do=f"{way}, or use one of {fitting}" if fitting else way,
    )
