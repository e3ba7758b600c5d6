"""A spec file with its includes -> a Spec, or every error in it."""

from __future__ import annotations

import os
import re
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from redline.errors import RedlineError, SpecError, SpecErrors, in_file_order
from redline.jurisdictions import get_profile
from redline.languages import language_tag
from redline.languages.shortening import shortened
from redline.model.source import Span
from redline.model.spec import EnactedAs, Spec, Text
from redline.spec.acts import Acts, ProvidedActs, provided_acts, read_acts
from redline.spec.by_language import in_language, languages_in
from redline.spec.common import DEFAULTS, Defaults
from redline.spec.compose import compose
from redline.spec.finding import find_spec
from redline.spec.ids import given_ids
from redline.spec.operations import Amendments, read_amendments
from redline.spec.reading import Entries, Reading, did_you_mean, inside_folder, read_date
from redline.spec.texts import read_text, read_texts
from redline.spec.unread import rest_of
from redline.spec.yaml_source import MappingNode, Node, ScalarNode, Source, make_source, read_source

TOP = (
    "redline", "id", "title", "jurisdiction", "language", "author", "date", "commencement", "publication",
    "enacted_as", "acts", "amendments", "include", "addressing", "spacing", "contents",
    *(name for name in DEFAULTS if name not in ("author", "commencement")),
)  # fmt: skip
INCLUDED = ("redline", "acts", "amendments", "include")
_ENACTED = ("uri", "form", "number", "date", "signed_by")


def load_spec(source: str | os.PathLike[str], *, acts: ProvidedActs | None = None) -> Spec:
    """Load a spec from a path, or from YAML text (a string with a line break).

    Args:
        source: the path of a spec file or of a folder with exactly one, or the YAML itself.
        acts: Acts by alias, language versions by alias and language (`("citizens", "kk")`), that take the
            place of the sources, which are then not opened.

    Raises:
        SpecErrors: with everything that is wrong, each at its place.
    """
    try:
        if isinstance(source, str) and "\n" in source:
            return _load(make_source(source, "<spec>"), Path(), acts or {})
        if isinstance(source, str) and re.search(r"(^|[{,]\s*)redline\s*:", source):
            raise _one_line(source)
        path = Path(source)
        # os.path, which takes a name that no file can have: reading it will say so.
        if os.path.isdir(path):
            path = find_spec(path)
        return _load(read_source(path, str(path)), path.parent, acts or {})
    except SpecErrors:
        raise
    except RedlineError as error:
        raise SpecErrors([error]) from None


def _one_line(text: str) -> SpecError:
    """The error of YAML that would be taken for a path: it has no line break (spec language, §7)."""
    return SpecError(
        "file-not-found",
        f"the spec was given as one line, which is read as the path of a file: {shortened(text, 50)}",
        do="end the text with a line break, or give the path of a file",
    )


class _Loading(Struct):
    """The state of one load: everything found in the file and its includes.

    Attributes:
        files: each file with its `amendments`, in the order in which they follow one another.
        open: the files that are being read, the main one first.
        read: where each included file was named.
    """

    folder: Path
    acts: Acts
    errors: list[RedlineError] = field(default_factory=list)
    found: Amendments = field(default_factory=Amendments)
    sources: dict[str, tuple[str, ...]] = field(default_factory=dict)
    files: list[tuple[Reading, Node]] = field(default_factory=list)
    open: list[Path] = field(default_factory=list)
    read: dict[Path, Span] = field(default_factory=dict)


def _load(source: Source, folder: Path, provided: ProvidedActs) -> Spec:
    loading = _Loading(folder, Acts(provided_acts(provided)))
    reading = Reading(source, folder, loading.errors, loading.sources)
    loading.sources[source.file] = source.lines
    try:
        root = compose(source, loading.errors)
    except SpecError as error:
        raise SpecErrors(in_file_order([*loading.errors, error], loading.sources)) from None
    entries = reading.entries(root, "the spec")
    reading.check_keys(((name, key) for name, (key, _) in entries.items()), TOP, "a spec")
    _check_version(reading, entries, root)
    spec = _head(reading, entries, source.file)
    _acts(reading, entries, loading)
    if "include" in entries:
        loading.open.append((folder / Path(source.file).name).resolve())
        _includes(reading, entries["include"][1], loading)
    # Amendments are read when all Acts are known: an Act that an include brings can be amended anywhere.
    loading.acts.language = spec.language
    defaults = Defaults(reading, entries, DEFAULTS)
    loading.found.given = frozenset().union(*(given_ids(node) for _, node in loading.files))
    for inner, node in loading.files:
        read_amendments(inner, node, loading.acts, defaults, loading.found)
    _check_complete(reading, entries, root, loading)
    spec = replace(
        spec,
        acts=loading.acts.sources,
        operations=tuple(loading.found.operations),
        effects=tuple(loading.found.effects),
        provided=loading.acts.provided,
        sources=loading.sources,
    )
    if loading.errors:
        rest = rest_of(spec, loading.found.written, loading.errors)
        raise SpecErrors(in_file_order(loading.errors, loading.sources), rest)
    return spec


def _check_complete(reading: Reading, entries: Entries, root: Node, loading: _Loading) -> None:
    if "amendments" in entries and entries.keys() <= {"redline", "amendments"}:
        reading.fail(
            "key-missing",
            "this is an included part: it has amendments, and neither id nor acts",
            do="name the spec that includes it; for a spec of its own, add id: and acts:",
            node=root,
        )
        return
    if "id" not in entries:
        reading.fail(
            "key-missing",
            "the spec has no id",
            do="add id: with a short name for the output files",
            node=root,
        )
    acts = entries["acts"][1] if "acts" in entries else None
    if not loading.acts.known and (acts is None or isinstance(acts, MappingNode)):
        reading.fail(
            "key-missing",
            "the spec names no Act",
            do="add acts: with a name of your own for each Act and its file, as in acts: {law: acts/law.xml}",
            node=acts or root,
        )


def _check_version(reading: Reading, entries: Entries, root: Node) -> None:
    if "redline" not in entries:
        reading.fail(
            "spec-version", "the file does not say redline: 1", do="begin it with: redline: 1", node=root
        )
        return
    node = entries["redline"][1]
    if not isinstance(node, ScalarNode) or node.value != "1":
        typed = node.value if isinstance(node, ScalarNode) else "this"
        reading.fail(
            "spec-version", f"the version of the language is 1, not {typed}", do="write redline: 1", node=node
        )


def _head(reading: Reading, entries: Entries, file: str) -> Spec:
    """The Spec with everything but Acts and amendments."""
    texts = _head_texts(reading, entries)
    dates = {
        name: read_date(reading, entries[name][1], name)
        for name in ("date", "publication")
        if name in entries
    }
    choices = {
        name: _choice(reading, entries[name][1], name, options)
        for name, options in (
            ("addressing", ("base", "current")),
            ("spacing", ("tidy", "exact")),
            ("contents", ("follow", "leave")),
        )
        if name in entries
    }
    return Spec(
        id=texts.get("id", "spec"),
        file=file,
        acts={},
        operations=(),
        title=_title(reading, entries, texts.get("language")),
        jurisdiction=texts.get("jurisdiction", "generic"),
        language=texts.get("language"),
        author=texts.get("author"),
        date=dates.get("date"),
        publication=dates.get("publication"),
        enacted_as=_enacted(reading, entries["enacted_as"][1]) if "enacted_as" in entries else None,
        addressing=choices.get("addressing") or "base",  # type: ignore[arg-type]  # one of the options
        spacing=choices.get("spacing") or "tidy",  # type: ignore[arg-type]  # one of the options
        contents=choices.get("contents"),  # type: ignore[arg-type]  # one of the options
    )


def _head_texts(reading: Reading, entries: Entries) -> dict[str, str]:
    """The keys of the head that are one text."""
    texts: dict[str, str] = {}
    for name in ("id", "jurisdiction", "language", "author"):
        if name in entries:
            node = entries[name][1]
            if name == "author":
                node = _own_author(reading, node, texts.get("language"))
            text = read_text(reading, node, name)
            if text is not None:
                texts[name] = text.value
                _check_head(reading, name, text)
    return texts


def _own_author(reading: Reading, node: Node, language: str | None) -> Node:
    """Who the spec itself is by: the name in its own language, else the first; operations have their own."""
    given = list(languages_in([node]))
    tag = language_tag(language) if language else ""
    return in_language(reading, node, tag if tag in given else given[0], "author") if given else node


ID_RULE = 'write it without / \\ : * ? " < > | and without a dot at its beginning'
"""What to do about an id that cannot name a file."""


def is_usable_id(text: str) -> bool:
    """Whether a spec can have this id: output files are named by it."""
    return bool(text.strip()) and not set(text) & set('/\\:*?"<>|\n') and not text.startswith(".")


def _check_head(reading: Reading, name: str, text: Text) -> None:
    if name == "id" and not is_usable_id(text.value):
        reading.fail(
            "value-wrong",
            "the id names the output files, and no file can have this name",
            do=ID_RULE,
            at=text.at,
        )
    if name == "jurisdiction":
        try:
            get_profile(text.value)
        except RedlineError as error:
            reading.fail(error.slug, error.message, do=error.do, at=text.at)


def _choice(reading: Reading, node: Node, name: str, options: tuple[str, ...]) -> str | None:
    if isinstance(node, ScalarNode) and node.value in options:
        return str(node.value)
    typed = node.value if isinstance(node, ScalarNode) else "this"
    reading.fail(
        "value-wrong",
        f"{name} is {' or '.join(options)}, not {typed}",
        do=f"write {name}: {options[0]}",
        node=node,
    )
    return None


def _title(reading: Reading, entries: Entries, language: str | None) -> dict[str, str]:
    if "title" not in entries:
        return {}
    node = entries["title"][1]
    if isinstance(node, MappingNode):
        found: dict[str, str] = {}
        for name, (_, value) in reading.entries(node, "title").items():
            text = read_text(reading, value, f"title: {name}")
            if text is not None:
                found[name] = text.value
        return found
    text = read_text(reading, node, "title")
    return {language or "und": text.value} if text is not None else {}


def _enacted(reading: Reading, node: Node) -> EnactedAs:
    """The amending Act, and, where something is said of it in each language, as it is called in each."""
    languages = languages_in([node])
    if not languages:
        return _one_enacted(reading, node)
    versions = {
        language: _one_enacted(reading, in_language(reading, node, language, "enacted_as"))
        for language in languages
    }
    return replace(next(iter(versions.values())), versions=versions)


def _one_enacted(reading: Reading, node: Node) -> EnactedAs:
    entries = reading.entries(node, "enacted_as")
    reading.check_keys(((name, key) for name, (key, _) in entries.items()), _ENACTED, "enacted_as")
    texts = {
        name: text.value
        for name in ("uri", "form", "number", "signed_by")
        if name in entries and (text := read_text(reading, entries[name][1], name)) is not None
    }
    date = read_date(reading, entries["date"][1], "date") if "date" in entries else None
    return EnactedAs(texts.get("uri"), texts.get("form"), texts.get("number"), date, texts.get("signed_by"))


def _acts(reading: Reading, entries: Entries, loading: _Loading) -> None:
    """Read the Acts of a file, and note its amendments for later."""
    if "acts" in entries:
        read_acts(reading, entries["acts"][1], loading.acts)
    if "amendments" in entries:
        loading.files.append((reading, entries["amendments"][1]))


def _includes(reading: Reading, node: Node, loading: _Loading) -> None:
    for text in read_texts(reading, node, "include") or ():
        path = inside_folder(reading, text)
        if path is None:
            continue
        if path in loading.open:
            reading.fail(
                "include-circular",
                f"{text.value} is included in itself: {_circle(loading, path)}",
                do="take one of these include: lines out",
                at=text.at,
            )
            continue
        if path in loading.read:
            reading.fail(
                "include-wrong",
                f"{text.value} is included already, at {loading.read[path]}",
                do="take one of the two lines out: its amendments would be made twice",
                at=text.at,
            )
            continue
        loading.read[path] = text.at
        try:
            source = read_source(path, reading.name_of(text))
            loading.sources[source.file] = source.lines
            root = compose(source, loading.errors)
        except RedlineError as error:
            loading.errors.append(error)
            continue
        inner = Reading(source, Path(source.file).parent, loading.errors, loading.sources)
        _included(inner, root, loading, path)


def _circle(loading: _Loading, path: Path) -> str:
    """The files from one to itself: `spec.yaml → other.yaml → spec.yaml`."""
    between = loading.open[loading.open.index(path) :]
    return " → ".join(file.name for file in (*between, path))


def _included(inner: Reading, root: MappingNode, loading: _Loading, path: Path) -> None:
    entries = inner.entries(root, "an included spec")
    _check_version(inner, entries, root)
    for name, (key, _) in entries.items():
        if name not in INCLUDED:
            known = name in TOP
            inner.fail(
                "include-wrong" if known else "key-unknown",
                f"{name} stands in the main spec only" if known else f"a spec has no key {name}",
                do="move it there" if known else did_you_mean(name, INCLUDED),
                node=key,
            )
    _acts(inner, entries, loading)
    if "include" in entries:
        loading.open.append(path)
        _includes(inner, entries["include"][1], loading)
        loading.open.pop()
