"""What was made of a package, as a table of links: a row an Act, a column a kind of paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from urllib.parse import quote

from redline.akn.document import Act
from redline.akn.metadata.version import version_of
from redline.languages import short_code
from redline.model.spec import ActSource
from redline.render.index_words import IndexWords
from redline.render.outputs import FORMAT_TITLES, KIND_TITLES
from redline.render.renderer import OutputFile, Package

_TO_READ = ("html", "docx", "pdf", "xlsx")
"""File types that people open."""


def papers(package: Package, files: Sequence[OutputFile], words: IndexWords) -> Iterator[str]:
    """The Acts, each with its version and the files that show it; then the files of the whole package."""
    kinds = [kind for kind in KIND_TITLES if any(file.act and file.kind == kind for file in files)]
    yield f'<h2>{words.html("papers")}</h2><div class="table"><table class="papers">'
    heads = "".join(f'<th scope="col">{words.html(f"kind {kind}")}</th>' for kind in kinds)
    yield f'<thead><tr><th scope="col">{words.html("act")}</th>{heads}</tr></thead><tbody>'
    for alias, marked in package.items():
        own = [file for file in files if file.act == alias]
        cells = (_cell([file for file in own if file.kind == kind], words) for kind in kinds)
        source = package.spec.acts.get(alias)
        act = _act(package.spec.name_of(alias), marked.after(), source, words)
        yield f'<tr><th scope="row">{act}</th>{"".join(cells)}</tr>'
    yield "</tbody></table></div>"
    whole = [kind for kind in KIND_TITLES if any(not file.act and file.kind == kind for file in files)]
    if whole:
        lists = (
            f"{words.html(f'kind {kind}')}: {_by_language(_of_package(files, kind), words)}" for kind in whole
        )
        yield f'<p class="papers">{words.html("whole", lists="; ".join(lists))}</p>'


def to_read(files: Sequence[OutputFile], words: IndexWords) -> str:
    """The papers that show the changes, for people: the tables, then the redlines; without any, the Acts."""
    readable = [file for file in files if file.format in _TO_READ]
    tables = [file for file in readable if file.kind == "table"]
    shown = [file for file in readable if file.kind == "redline"]
    if not tables and not shown:
        shown = [file for file in readable if file.act]
    pieces = [words.html("the table", links=_by_language(tables, words))] if tables else []
    for _, group in groupby(shown, key=lambda file: file.act):
        of_act = list(group)
        pieces.append(f"{_in_language(of_act[0].title, of_act[0].language)} ({_links(of_act, words)})")
    return "; ".join(pieces)


def _of_package(files: Sequence[OutputFile], kind: str) -> list[OutputFile]:
    return [file for file in files if not file.act and file.kind == kind]


def _act(alias: str, after: Act, source: ActSource | None, words: IndexWords) -> str:
    published = escape(f" ({source.publication})" if source and source.publication else "")
    facts = f"<code>{escape(alias)}</code>{escape(_version(after, source, words))}"
    title = _in_language(after.title, after.language)
    return f'{title}{published}<br><span class="facts">{facts}</span>'


def _in_language(title: str, language: str | None) -> str:
    code = short_code(language)
    return escape(title) if code == "und" else f'<span lang="{escape(code)}">{escape(title)}</span>'


def _version(after: Act, source: ActSource | None, words: IndexWords) -> str:
    """Of what day the consolidated text is, and from which version it was made, as far as that is known."""
    version = version_of(after)
    held = source.as_of if source else None
    if version is None:
        return words["held unchanged"].format(held=held) if held else words["unchanged"]
    day = words["consolidated on"].format(date=version.date) if version.date else words["consolidated"]
    return day + (words["from held"].format(held=held) if held else "")


def _cell(files: Sequence[OutputFile], words: IndexWords) -> str:
    """The files of one kind that show an Act; in a timeline a line for each of its versions."""
    lines = []
    for date, group in groupby(files, key=lambda file: file.date):
        lines.append((words.html("on day", date=date) if date else "") + _links(list(group), words))
    return f"<td>{'<br>'.join(lines)}</td>"


def _by_language(files: Sequence[OutputFile], words: IndexWords) -> str:
    """The files of one kind, those in each language behind its name: `ru: Word, PDF; kk: Word, PDF`."""
    lines = []
    order = list(dict.fromkeys(file.language for file in files))
    in_order = sorted(files, key=lambda file: order.index(file.language))
    for language, group in groupby(in_order, key=lambda file: file.language):
        lines.append((f"{language}: " if language else "") + _links(list(group), words))
    return "; ".join(lines)


def _links(files: Sequence[OutputFile], words: IndexWords) -> str:
    in_order = sorted(files, key=lambda file: list(FORMAT_TITLES).index(file.format))
    return ", ".join(
        f'<a href="{escape(quote(file.name))}">{words.html(f"format {file.format}")}</a>' for file in in_order
    )
