"""The package on one page: where to look first, what was made, and what became of each operation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby, zip_longest
from pathlib import PurePath
from urllib.parse import quote

from redline.compare.display import Piece, words_with_change
from redline.languages import short_code
from redline.languages.shortening import MORE, last_words, shortened
from redline.model.changes import Change, Place, tally
from redline.model.source import Span
from redline.model.spec import Content, Effect, Operation, Spec, Text, Value
from redline.render.changes_json import changes_of, portable
from redline.render.html_page import page
from redline.render.index_files import papers, to_read
from redline.render.index_words import IndexWords
from redline.render.notes_said import said_note
from redline.render.renderer import OutputFile, Package
from redline.render.sentences import (
    describe_commencement,
    describe_effect,
    describe_operation,
    iso,
    sentence_language,
    why_not_applied,
    why_not_running,
)

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
    words = IndexWords(spec.language)
    body = [
        f'<a class="skip" href="#redline-text">{words.html("skip")}</a>',
        '<main id="redline-text" class="package" tabindex="-1">',
        f'<h1 lang="{escape(_title_language(spec))}">{escape(title)}</h1>',
        f'<p class="lead">{escape(_lead(spec, package, words))}</p>',
        *_first(package, files, changes, words),
        *_counts(changes, words),
        *papers(package, files, words),
        *_remarks(package, changes, words),
        *_operations(package, changes, words),
        *_effects(package, changes, words),
        "</main>",
    ]
    meta = [("dcterms.title", title), ("dcterms.date", iso(spec.date) or "")]
    return page(title, words.code, body, meta=meta)


def title_of(spec: Spec) -> str:
    """The title in the language of the spec, else the first there is, else its id."""
    wanted = short_code(spec.language)
    titles = {short_code(code): title for code, title in spec.title.items()}
    return titles.get(wanted) or next(iter(titles.values()), spec.id)


def _title_language(spec: Spec) -> str:
    title = title_of(spec)
    return next((short_code(code) for code, text in spec.title.items() if text == title), "en")


def _lead(spec: Spec, package: Package, words: IndexWords) -> str:
    pieces = [spec.id, portable(spec.file)]
    if spec.author:
        pieces.append(spec.author)
    if spec.date:
        pieces.append(words["draft of"].format(date=spec.date.isoformat()))
    if package.as_of:
        pieces.append(words["as of"].format(date=package.as_of.isoformat()))
    return " · ".join(dict.fromkeys(pieces))


# --- where to look first ---


def _first(
    package: Package, files: Sequence[OutputFile], changes: Sequence[Change], words: IndexWords
) -> Iterator[str]:
    """Where to look first: what needs a decision, then the Acts to read."""
    open_ = [change for change in changes if not change.applied]
    noted = [change for change in changes if change.notes]
    yield '<section class="first" aria-labelledby="redline-first">'
    yield f'<h2 id="redline-first">{words.html("first")}</h2><ol>'
    for name, some in (("noted", noted), ("open", open_)):
        if some:
            yield f"<li>{words.counted(name, len(_by_id(some)), names=_ids(some))}</li>"
    if not noted and not open_:
        yield f"<li>{words.html('all applied')}</li>"
    reading = to_read(files, words)
    if reading:
        yield f"<li>{words.html('read', papers=reading)}</li>"
    links = {
        name: f'<a href="#redline-{name}">{words.html(f"link {name}")}</a>'
        for name in ("operations", "effects")
    }
    both = "go through both" if package.spec.effects else "go through"
    yield f"<li>{words.html(both, **links)}</li>"
    yield "</ol></section>"


def _by_id(changes: Iterable[Change]) -> list[Operation]:
    """The operations of changes, each once."""
    return list({change.operation.id: change.operation for change in changes}.values())


def _ids(changes: Iterable[Change]) -> str:
    return ", ".join(_to_operation(operation) for operation in _by_id(changes))


def _to_operation(operation: Operation) -> str:
    return f'<a href="#{escape(_anchor(operation))}">{escape(operation.id)}</a>'


def _anchor(operation: Operation) -> str:
    return "op-" + quote(operation.id, safe="-._~")


def _counts(changes: Sequence[Change], words: IndexWords) -> Iterator[str]:
    counts = tally(changes)
    total = sum(counts.values())
    yield f'<ul class="counts" aria-label="{words.html("by status")}">'
    yield f"<li><b>{total}</b>{words.counted('count', total)}</li>"
    yield from (
        f"<li><b>{count}</b>{words.html(f'status {status}')}</li>" for status, count in counts.items()
    )
    yield "</ul>"


# --- remarks ---


def _remarks(package: Package, changes: Sequence[Change], words: IndexWords) -> Iterator[str]:
    english = "" if words.code == "en" else ' lang="en"'
    told = [
        (escape(portable(package.spec.acts[alias].source)), warning)
        for alias, marked in package.items()
        for warning in dict.fromkeys((*marked.base.warnings, *marked.warnings))
    ]
    notes = dict.fromkeys(
        (_to_operation(change.operation), note) for change in changes for note in change.notes
    )
    said = [(whose, *said_note(note, words.code)) for whose, note in (*told, *notes)]
    found = [f"<li{'' if own else english}>{whose}: {escape(note)}</li>" for whose, note, own in said]
    if found:
        yield f"<h2>{words.html('warnings')}</h2><ul>"
        yield from found
        yield "</ul>"


# --- operations ---


def _operations(package: Package, changes: Sequence[Change], words: IndexWords) -> Iterator[str]:
    """Each operation once, with what it did in every Act."""
    yield f'<h2 id="redline-operations">{words.html("operations")}</h2>'
    if not changes:
        yield f"<p>{words.html('no operations')}</p>"
        return
    yield '<ol class="operations" role="list">'
    for _, group in groupby(changes, key=lambda change: change.operation.order):
        yield _operation(package, list(group), words)
    yield "</ol>"


def _operation(package: Package, changes: Sequence[Change], words: IndexWords) -> str:
    operation = _spoken_of(package, changes, words)
    acts = ", ".join(f"<code>{escape(package.spec.name_of(change.act))}</code>" for change in changes)
    facts = [
        acts,
        escape(_when(changes, words)),
        f"<code>{escape(operation.id)}</code>",
        escape(_where(operation.at, package.spec)),
    ]
    statuses = dict.fromkeys(change.status for change in changes)
    badges = " ".join(
        f'<b class="status {status}">{words.html(f"status {status}")}</b>' for status in statuses
    )
    number = f'<span class="num">{operation.order + 1}.</span>'
    differs = any(change.operation != operation for change in changes)
    body = "".join(
        _outcome(change, package, words, named=len(changes) > 1)
        + (_in_its_words(change, operation, package, words) if differs else "")
        for change in changes
    )
    title = escape(describe_operation(operation, words.code))
    return (
        f'<li id="{escape(_anchor(operation))}"><h3>{number} {title}</h3>'
        f'<p class="facts">{badges} {" · ".join(fact for fact in facts if fact)}</p>'
        f"{body}{'' if differs else _because(operation, words)}</li>"
    )


def _spoken_of(package: Package, changes: Sequence[Change], words: IndexWords) -> Operation:
    """The operation as it reads in the language of the page, else in that of the first version."""
    own = (change for change in changes if package.language_of(change.act) == words.code)
    return next(own, changes[0]).operation


def _in_its_words(change: Change, heading: Operation, package: Package, words: IndexWords) -> str:
    """What an operation does, and why, in a language version; of that of the page the heading has said it."""
    operation, language = change.operation, package.language_of(change.act)
    if operation == heading:
        return _because(operation, words)
    code = sentence_language(language)
    marked = "" if code == words.code else f' lang="{code}"'
    said = f'<p class="facts"{marked}>{escape(describe_operation(operation, language))}</p>'
    return said + _because(operation, words)


def _when(changes: Sequence[Change], words: IndexWords) -> str:
    dates = [change.date for change in changes if change.date is not None]
    return describe_commencement(changes[0].operation, max(dates, default=None), words.code)


def _where(at: Span, spec: Spec) -> str:
    """The line of the spec; of the spec's own file without the folder that it lies in."""
    name = PurePath(at.file).name if at.file == spec.file else portable(at.file)
    return f"{name}:{at.line}"


def _because(operation: Operation, words: IndexWords) -> str:
    texts = {
        "because": operation.because.value if operation.because else "",
        "fixes": ", ".join(operation.fixes),
        "comment": operation.comment.value if operation.comment else "",
    }
    said = [words.html(name, text=escape(text)) for name, text in texts.items() if text]
    return f'<p class="because">{"<br>".join(said)}</p>' if said else ""


def _outcome(change: Change, package: Package, words: IndexWords, *, named: bool) -> str:
    """What an operation did in one Act, or why it did nothing yet."""
    act = f'<span class="cite">{escape(package.spec.name_of(change.act))}</span>' if named else ""
    if not change.applied:
        why = words.html("left out", why=escape(why_not_applied(change, package.as_of, words.code)))
        return f'{act}<p class="waiting">{why}</p>{_drafted(change.operation)}'
    if not change.places:
        return f'{act}<p class="waiting">{words.html("no words")}</p>'
    shown = "".join(_place(place) for place in change.places[:_MOST_PLACES])
    left = len(change.places) - _MOST_PLACES
    return act + shown + (f'<p class="lead">{words.counted("more", left)}</p>' if left > 0 else "")


def _drafted(operation: Operation) -> str:
    """The words of an operation that is not applied, as the spec has them: those to go and those to come."""
    values = operation.values
    verb = operation.verb
    gone = _typed(values.get(verb)) if verb in ("substitute", "omit") else []
    come = _typed(values.get("as" if verb == "retitle" else verb if verb in ("add", "insert") else "with"))
    pairs = zip_longest(gone, come, fillvalue="")
    shown = (
        "".join(_marked(tag, text) for tag, text in (("del", old), ("ins", new)) if text)
        for old, new in pairs
    )
    return "".join(f'<div class="place">{words}</div>' for words in shown)


def _typed(value: Value | None) -> list[str]:
    """The texts in a value of the spec; words named by their beginning and end are not typed."""
    match value:
        case Text():
            return [value.value]
        case Content() if value.form == "text":
            return [" ".join(value.text.split())]
        case tuple():
            return [text for part in value for text in _typed(part)]
        case _:
            return []


def _place(place: Place) -> str:
    before, after = place.citation_before, place.citation_after
    cited = before or after or ""
    if before and after and before != after:
        cited = f"{before} → {after}"
    return f'<div class="place"><span class="cite">{escape(cited)}</span>{changed_words(place)}</div>'


def changed_words(place: Place) -> str:
    """The words of a place with what went and what came marked; what stays is shortened to its edges."""
    pieces = words_with_change(" ".join(place.words_before.split()), " ".join(place.words_after.split()))
    last = len(pieces) - 1
    return "".join(_piece(piece, first=at == 0, last=at == last) for at, piece in enumerate(pieces))


def _piece(piece: Piece, *, first: bool, last: bool) -> str:
    if piece.kind == "same":
        return _opening(piece.text) if first and last else _stays(piece.text, first=first, last=last)
    return _marked("ins" if piece.kind == "in" else "del", piece.text)


def _marked(tag: str, text: str) -> str:
    return f"<{tag}>{_opening(text)}</{tag}>"


def _opening(text: str) -> str:
    """Words, spaces at their ends with them; of long ones the beginning, which opens to what follows."""
    if len(text) <= _LONGEST_WORDS:
        return escape(text, quote=False)
    line = " ".join(text.split())
    beginning = shortened(line, _LONGEST_WORDS).removesuffix(MORE)
    head, rest = (escape(part, quote=False) for part in (beginning, line[len(beginning) :]))
    return f'<details><summary>{head}<span class="more">{MORE}</span></summary>{rest}</details>'


def _stays(text: str, *, first: bool, last: bool) -> str:
    """Unchanged words: only those next to a change."""
    if len(text) <= 2 * _AROUND:
        return escape(text, quote=False)
    head = "" if first else text[:_AROUND].rsplit(" ", 1)[0]
    tail = "" if last else last_words(text, _AROUND)
    return escape(f"{head}{MORE} {tail}", quote=False)


# --- effects ---


def _effects(package: Package, changes: Sequence[Change], words: IndexWords) -> Iterator[str]:
    """What the amending Act does without changing the text."""
    if not package.spec.effects:
        return
    known = package.spec.enacted_as.date if package.spec.enacted_as else None
    enacted = min((change.date for change in changes if change.date is not None), default=known)
    yield f'<h2 id="redline-effects">{words.html("effects")}</h2><ul class="effects">'
    for effect in package.spec.effects:
        waits = why_not_running(effect, package.as_of, enacted, words.code)
        yield _effect(effect.in_language(words.code), package.spec, waits, words)
    yield "</ul>"


def _effect(effect: Effect, spec: Spec, waits: str, words: IndexWords) -> str:
    acts = ", ".join(f"<code>{escape(spec.name_of(act))}</code>" for act in effect.acts)
    waiting = f'<p class="waiting">{escape(waits[:1].upper() + waits[1:])}.</p>' if waits else ""
    reason = words.html("because", text=escape(effect.because.value)) if effect.because else ""
    because = f'<p class="because">{reason}</p>' if reason else ""
    facts = f'<p class="facts">{acts} · {escape(_where(effect.at, spec))}</p>'
    return f"<li>{escape(describe_effect(effect, words.code))}{facts}{waiting}{because}</li>"
