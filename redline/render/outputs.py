"""What `redline build` writes: the table of its files."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Output(Struct, frozen=True):
    """One kind of file that `build` writes.

    Attributes:
        kind: what it shows; a value of `--only`.
        format: the file type; a value of `--format`.
        renderer: its name in `redline.render`.
        of: whether there is one for each consolidated Act, for each marked Act, for all Acts in one language,
            or one for the whole spec.
        name: the file's name; `{act}` is the alias (with the language where the Act has several versions, and
            with the date in a timeline), `{spec}` the spec's id; `{language}` is empty where no Act has
            several versions, and a full stop with the language (`.kk`) where one has; with `{code}`
            there is one for each language in any case.
        title: what it is, for people.
        first: whether it is where to look first.
    """

    kind: str
    format: str
    renderer: str
    of: Literal["act", "marked", "language", "package"]
    name: str
    title: str
    first: bool = False


OUTPUTS: tuple[Output, ...] = (
    Output(
        "consolidated", "xml", "akn", "act", "{act}.consolidated.xml", "the consolidated Act in Akoma Ntoso"
    ),
    Output("consolidated", "html", "html", "act", "{act}.consolidated.html", "the consolidated Act, to read"),
    Output(
        "consolidated", "txt", "text", "act", "{act}.consolidated.txt", "the consolidated Act as plain text"
    ),
    Output(
        "consolidated",
        "docx",
        "docx",
        "act",
        "{act}.consolidated.docx",
        "the consolidated Act as a Word file",
    ),
    Output("consolidated", "pdf", "pdf", "act", "{act}.consolidated.pdf", "the consolidated Act as a PDF"),
    Output(
        "redline",
        "html",
        "html-redline",
        "marked",
        "{act}.redline.html",
        "the Act with every change marked, to read: base, marked, consolidated or side by side",
    ),
    Output(
        "redline",
        "docx",
        "docx-redline",
        "marked",
        "{act}.redline.docx",
        "the Act with every change tracked, to accept, reject and comment in Word",
    ),
    Output("redline", "pdf", "pdf-redline", "marked", "{act}.redline.pdf", "the redline as a PDF"),
    Output(
        "redline",
        "md",
        "markdown-redline",
        "marked",
        "{act}.redline.md",
        "what changed, in Markdown for pull requests",
    ),
    Output(
        "amending-act",
        "docx",
        "amending-act-docx",
        "language",
        "{spec}.amending-act.{code}.docx",
        "the amending Act, to hand in",
    ),
    Output(
        "amending-act",
        "xml",
        "amending-act-akn",
        "language",
        "{spec}.amending-act.{code}.xml",
        "the amending Act in Akoma Ntoso",
    ),
    Output(
        "amending-act",
        "html",
        "amending-act-html",
        "language",
        "{spec}.amending-act.{code}.html",
        "the amending Act, to read",
    ),
    Output(
        "table",
        "docx",
        "table-docx",
        "language",
        "{spec}.table{language}.docx",
        "the comparison table, to print",
    ),
    Output(
        "table",
        "html",
        "table-html",
        "language",
        "{spec}.table{language}.html",
        "the comparison table, to read",
    ),
    Output(
        "table", "pdf", "table-pdf", "language", "{spec}.table{language}.pdf", "the comparison table as a PDF"
    ),
    Output(
        "table",
        "xlsx",
        "table-xlsx",
        "language",
        "{spec}.table{language}.xlsx",
        "the comparison table, to filter and sort",
    ),
    Output(
        "table",
        "csv",
        "table-csv",
        "language",
        "{spec}.table{language}.csv",
        "the comparison table, for programs",
    ),
    Output("changes", "json", "changes-json", "package", "{spec}.changes.json", "every change, for programs"),
    Output("index", "html", "index-html", "package", "index.html", "what was made, on one page", first=True),
)
"""Everything that is built, in order. A new renderer is a line here."""

KIND_TITLES = {
    "amending-act": "Amending Act",
    "redline": "Redline",
    "consolidated": "Consolidated Act",
    "table": "Comparison table",
    "changes": "List of changes",
    "index": "Index",
}
"""Every kind, as people call it, in the order in which they want it."""

FORMAT_TITLES = {
    "html": "page",
    "docx": "Word",
    "pdf": "PDF",
    "xlsx": "Excel",
    "csv": "CSV",
    "md": "Markdown",
    "txt": "text",
    "xml": "XML",
    "json": "JSON",
}
"""Every file type, as people call it."""

KINDS = tuple(dict.fromkeys(output.kind for output in OUTPUTS))
FORMATS = tuple(dict.fromkeys(output.format for output in OUTPUTS))
