"""The package on one page: what was made, what became of each operation, and where to look first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from urllib.parse import quote

from redline.compare.words import Hunk, word_hunks
from redline.languages import short_code
from redline.model.changes import Change, Place
from redline.model.spec import ActSource, Spec
from redline.render.changes_json import changes_of, portable
from redline.render.html_page import page
from redline.render.renderer import OutputFile, Package
from redline.render.sentences import STATUS_WORDS, commencement_words, iso, sentence_of, shorten

_MOST_PLACES = 4
_LONGEST_WORDS = 320
_AROUND = 60


def render_index_html(package: Package, files: Sequence[OutputFile] = ()) -> bytes:
    """The package's page in UTF-8.

    Args:
        package: the amended package.
        files: the files made from it, which the page links to.
    """
    spec = package.spec
    changes = changes_of(package)
    title = title_of(spec)
    body = [
        '<a class="skip" href="#redline-text">Skip to the text</a>',
        '<main id="redline-text" class="package" tabindex="-1">',
        f'<h1 lang="{escape(_title_language(spec))}">{escape(title)}</h1>',
        f'<p class="lead">{escape(_lead(spec, package))}</p>',
        *_first(files, changes),
        *_counts(changes),
        *_acts(package, files),
        *_remarks(package, changes),
        *_operations(changes),
        "</main>",
    ]
    return page(title, "en", body, meta=[("dcterms.title", title), ("dcterms.date", iso(spec.date) or "")])


def title_of(spec: Spec) -> str:
    """The title in the language of the spec, else the first there is, else its id."""
    wanted = short_code(spec.language)
    titles = {short_code(code): title for code, title in spec.title.items()}
    return titles.get(wanted) or next(iter(titles.values()), spec.id)


def _title_language(spec: Spec) -> str:
    title = title_of(spec)
    return next((short_code(code) for code, text in spec.title.items() if text == title), "en")


def _lead(spec: Spec, package: Package) -> str:
    pieces = [spec.id, portable(spec.file)]
    if spec.author:
        pieces.append(spec.author)
    if spec.date:
        pieces.append(f"draft of {spec.date.isoformat()}")
    if package.as_of:
        pieces.append(f"as of {package.as_of.isoformat()}")
    return " · ".join(dict.fromkeys(pieces))


def _first(files: Sequence[OutputFile], changes: Sequence[Change]) -> Iterator[str]:
    """Where to look first."""
    yield '<section class="first" aria-labelledby="redline-first">'
    yield '<h2 id="redline-first">Where to look first</h2>'
    readable = [file for file in files if file.name.endswith((".html", ".docx", ".pdf")) and file.act]
    chosen = next((file for file in readable if "redline" in file.kind.lower()), next(iter(readable), None))
    if chosen is not None:
        yield f"<p>Read {_link(chosen.name, chosen.title)} ({escape(chosen.kind)}).</p>"
    open_ = [change for change in changes if not change.applied]
    noted = [change for change in changes if change.notes]
    if noted:
        yield f"<p>{_count(len(noted), 'operation')} came with notes: {_ids(noted)}.</p>"
    if open_:
        verb = "is" if len(open_) == 1 else "are"
        count = f"{_count(len(open_), 'operation')} {verb}"
        yield f"<p>{count} not part of the consolidated text: {_ids(open_)}.</p>"
    if not noted and not open_:
        yield "<p>Every operation was applied, and none came with a note.</p>"
    yield "</section>"


def _ids(changes: Iterable[Change]) -> str:
    links = [
        f'<a href="#{_row_id(change)}">{escape(change.operation.id)}</a>'
        for change in {change.operation.id: change for change in reversed(list(changes))}.values()
    ]
    return ", ".join(reversed(links))


def _row_id(change: Change) -> str:
    return escape("op-" + quote(f"{change.act}-{change.operation.id}", safe="-._~"))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _counts(changes: Sequence[Change]) -> Iterator[str]:
    counts = Counter(str(change.status) for change in changes)
    yield '<ul class="counts" aria-label="Operations by status">'
    yield from (
        f"<li><b>{counts[status]}</b>{escape(words)}</li>"
        for status, words in STATUS_WORDS.items()
        if status in counts
    )
    yield "</ul>"


def _acts(package: Package, files: Sequence[OutputFile]) -> Iterator[str]:
    yield "<h2>Acts</h2><ul>"
    for alias, marked in package.items():
        links = ", ".join(_link(file.name, file.kind) for file in files if file.act == alias)
        language = short_code(marked.base.language)
        title = f'<span lang="{escape(language)}">{escape(marked.after().title)}</span>'
        cited = escape(_citation(package.spec.acts.get(alias)))
        yield f"<li>{title}{cited} (<code>{escape(alias)}</code>){': ' + links if links else ''}</li>"
    yield "</ul>"
    others = [file for file in files if not file.act]
    if others:
        yield f"<p>For the whole package: {', '.join(_link(file.name, file.kind) for file in others)}.</p>"


def _citation(source: ActSource | None) -> str:
    """Where the Act was published and which version is amended, as far as the spec says."""
    published = f" ({source.publication})" if source and source.publication else ""
    return published + (f", version of {source.as_of}" if source and source.as_of else "")


def _link(name: str, words: str) -> str:
    return f'<a href="{escape(quote(name))}">{escape(words)}</a>'


def _remarks(package: Package, changes: Sequence[Change]) -> Iterator[str]:
    found = [
        f"<li>{escape(portable(package.spec.acts[alias].source))}: {escape(warning)}</li>"
        for alias, marked in package.items()
        for warning in dict.fromkeys((*marked.base.warnings, *marked.warnings))
    ]
    found += [
        f'<li><a href="#{_row_id(change)}">{escape(change.operation.id)}</a>: {escape(note)}</li>'
        for change in changes
        for note in change.notes
    ]
    if found:
        yield "<h2>Warnings and notes</h2><ul>"
        yield from found
        yield "</ul>"


_COLUMNS = ("Operation", "Act", "Commencement", "Status", "Change", "Because")


def _operations(changes: Sequence[Change]) -> Iterator[str]:
    yield '<h2 id="redline-operations">Operations</h2>'
    yield '<div class="table" role="region" tabindex="0" aria-labelledby="redline-operations">'
    yield '<table class="operations"><thead><tr>'
    yield "".join(f'<th scope="col">{name}</th>' for name in _COLUMNS)
    yield "</tr></thead><tbody>"
    yield from (_row(change) for change in changes)
    yield "</tbody></table></div>"


def _row(change: Change) -> str:
    operation = change.operation
    because = escape(operation.because.value) if operation.because else ""
    fixes = f'<span class="cite">{escape(", ".join(operation.fixes))}</span>' if operation.fixes else ""
    where = f"{portable(operation.at.file)}:{operation.at.line}"
    cells = (
        f'<span class="cite">{escape(operation.id)}</span>{escape(sentence_of(operation))}'
        f'<span class="cite">{escape(where)}</span>',
        f"<code>{escape(change.act)}</code>",
        escape(commencement_words(change)),
        escape(STATUS_WORDS[change.status]),
        _places(change.places),
        because + fixes,
    )
    own = f' id="{_row_id(change)}"'
    classes = ["", "", "", "", ' class="words"', ""]
    tags = "".join(f"<td{kind}>{cell}</td>" for kind, cell in zip(classes, cells, strict=True))
    return f"<tr{own}>{tags}</tr>"


def _places(places: Sequence[Place]) -> str:
    shown = "".join(_place(place) for place in places[:_MOST_PLACES])
    left = len(places) - _MOST_PLACES
    return shown + (f'<p class="lead">and {_count(left, "more place")}</p>' if left > 0 else "")


def _place(place: Place) -> str:
    before, after = place.citation_before, place.citation_after
    cited = before or after or ""
    if before and after and before != after:
        cited = f"{before} → {after}"
    return f'<div class="place"><span class="cite">{escape(cited)}</span>{changed_words(place)}</div>'


def changed_words(place: Place) -> str:
    """The words of a place with what went and what came marked; what stays is shortened to its edges."""
    old, new = " ".join(place.words_before.split()), " ".join(place.words_after.split())
    if not old or not new:
        tag = "ins" if new else "del"
        return f"<{tag}>{escape(shorten(new or old, _LONGEST_WORDS), quote=False)}</{tag}>"
    pieces: list[str] = []
    hunks = word_hunks(old, new)
    position = 0
    for number, hunk in enumerate(hunks):
        pieces.append(_stays(old[position : hunk.start], first=number == 0, last=False))
        pieces.append(_hunk(old, new, hunk))
        position = hunk.end
    pieces.append(_stays(old[position:], first=not hunks, last=True))
    return "".join(pieces)


def _hunk(old: str, new: str, hunk: Hunk) -> str:
    gone, come = old[hunk.start : hunk.end], new[hunk.new_start : hunk.new_end]
    return (f"<del>{escape(_cut(gone), quote=False)}</del>" if gone else "") + (
        f"<ins>{escape(_cut(come), quote=False)}</ins>" if come else ""
    )


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_WORDS else text[:_LONGEST_WORDS].rsplit(" ", 1)[0] + " …"


def _stays(text: str, *, first: bool, last: bool) -> str:
    """Unchanged words: only those next to a change."""
    if len(text) <= 2 * _AROUND:
        return escape(text, quote=False)
    head = "" if first else text[:_AROUND].rsplit(" ", 1)[0]
    tail = "" if last else text[-_AROUND:].split(" ", 1)[-1]
    return escape(f"{head} … {tail}", quote=False)
