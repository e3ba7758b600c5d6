"""A dossier file -> a Dossier, or every error in it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from redline.dossier.comments import comments_file, read_comments
from redline.dossier.finding import find_dossier
from redline.dossier.keys import ANNOTATION, CONCORDANCE, DECISION, DOCUMENT, FINDING, GOAL, TOP
from redline.dossier.prose import read_report
from redline.dossier.values import Entry, read_entry
from redline.errors import DossierErrors, RedlineError, in_file_order
from redline.jurisdictions import get_profile
from redline.languages import short_code
from redline.model.dossier import (
    Annotation,
    Assessment,
    Coverage,
    Decided,
    Document,
    Dossier,
    Goal,
    HandFinding,
    Version,
)
from redline.model.source import Span
from redline.model.spec import Text
from redline.spec.compose import compose
from redline.spec.reading import Reading, did_you_mean, inside_folder
from redline.spec.yaml_source import MappingNode, Node, ScalarNode, SequenceNode, read_source


@dataclass(slots=True)
class _Loading:
    """What has been read so far.

    Attributes:
        broken: documents with an error, so that others may still name them.
        left_out: errors of single files, without which the rest can be looked at.
    """

    reading: Reading
    documents: list[Document] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    left_out: list[RedlineError] = field(default_factory=list)
    files: dict[Path, Span] = field(default_factory=dict)
    goals: set[str] = field(default_factory=set)
    language: str = "en"


def load_dossier(source: str | os.PathLike[str]) -> Dossier:
    """Load a dossier from its file, or from a folder that holds exactly one.

    The documents themselves are not opened yet. Files that are not there, or are listed twice, are noted in
    `left_out`, and the rest can be looked at.

    Raises:
        DossierErrors: with everything that is wrong, each at its place.
    """
    try:
        path = Path(source)
        if path.is_dir():
            path = find_dossier(path)
        return _load(path)
    except DossierErrors:
        raise
    except RedlineError as error:
        raise DossierErrors([error]) from None


def _load(path: Path) -> Dossier:
    source = read_source(path, str(path))
    errors: list[RedlineError] = []
    reading = Reading(source, path.parent, errors, {source.file: source.lines}, what="dossier")
    try:
        root = compose(source, errors, what="dossier", begin="dossier: 1")
    except RedlineError as error:
        raise DossierErrors(in_file_order([*errors, error], reading.sources)) from None
    head = read_entry(reading, root, TOP, "the dossier")
    _check_head(reading, head, root)
    loading = _Loading(reading, language=short_code(head.text("language") or "en"))
    _documents(loading, head)
    goals = tuple(_goals(loading, head))
    kept = comments_file(reading, head)
    known = {*loading.broken, *(document.id for document in loading.documents)}
    titles = head.languages("title").items()
    dossier = Dossier(
        file=source.file,
        folder=path.parent,
        documents=tuple(loading.documents),
        title={language or loading.language: text.value for language, text in titles},
        jurisdiction=head.text("jurisdiction") or "generic",
        language=loading.language,
        annotations=tuple(_annotations(loading, head)),
        goals=goals,
        findings=tuple(_findings(loading, head)),
        decisions=tuple(_decisions(reading, head)),
        concordance=tuple(_concordance(loading, head)),
        specs=tuple(_specs(reading, head)),
        comments=read_comments(reading, kept, known),
        comments_file=kept,
        report=read_report(reading, head, loading.language),
        sources=reading.sources,
        left_out=tuple(error.with_excerpt(reading.sources) for error in loading.left_out),
        without_file=tuple(sorted(loading.broken)),
    )
    if errors:
        every = in_file_order([*errors, *loading.left_out], reading.sources)
        raise DossierErrors([error.with_excerpt(reading.sources) for error in every])
    return dossier.in_language(dossier.language)


def _check_head(reading: Reading, head: Entry, root: Node) -> None:
    version = head.nodes.get("dossier")
    if version is not None and not (isinstance(version, ScalarNode) and version.value == "1"):
        typed = version.value if isinstance(version, ScalarNode) else "this"
        reading.fail(
            "dossier-version",
            f"the version of dossiers is 1, not {typed}",
            do="write dossier: 1",
            node=version,
        )
    if head.text("jurisdiction"):
        try:
            get_profile(head.text("jurisdiction"))
        except RedlineError as error:
            reading.fail(error.slug, error.message, do=error.do, node=head.nodes["jurisdiction"])


def _documents(loading: _Loading, head: Entry) -> None:
    reading = loading.reading
    node = head.nodes.get("documents")
    if node is None:
        return
    listed = reading.entries(node, "documents", "as in migration: {file: acts/migration.xml}")
    if isinstance(node, MappingNode) and not listed:
        reading.fail(
            "key-missing", "the dossier lists no document", do="add one, as in law: acts/law.xml", node=node
        )
    for name, (key, value) in listed.items():
        document = _document(loading, name, reading.span(key), value)
        if document is None:
            loading.broken.add(name)
        else:
            loading.documents.append(document)


def _document(loading: _Loading, name: str, at: Span, node: Node) -> Document | None:
    reading = loading.reading
    before = len(reading.errors)
    if isinstance(node, ScalarNode):  # `law: acts/law.xml`
        text = Text(str(node.value), reading.span(node))
        entry = Entry({"file": {"": text}})
    else:
        entry = read_entry(reading, node, DOCUMENT, f"the document {name}")
    versions = tuple(_versions(loading, entry))
    if len(reading.errors) > before or not versions:
        return None
    title = {
        language or versions[0].language: text.value for language, text in entry.languages("title").items()
    }
    return Document(
        id=name,
        versions=versions,
        at=at,
        title=title,
        form=entry.text("form"),
        number=entry.text("number"),
        date=entry.date("date"),
        authority=entry.text("authority"),
        level=entry.text("level"),
        status=entry.text("status") or "in-force",
        goals=tuple(text.value for text in entry.texts("goals")),
        redaction=entry.date("redaction"),
        spoken=entry.spoken("form", "authority"),
    )


def _versions(loading: _Loading, entry: Entry) -> list[Version]:
    found: list[Version] = []
    for language, text in entry.languages("file").items():
        path = _file(loading, text)
        if path is not None:
            loading.files[path] = text.at
            found.append(Version(language, text.value, path, text.at))
    return found


def _file(loading: _Loading, text: Text) -> Path | None:
    """A file of the dossier that is listed once; else None, and the document is looked at without it."""
    errors = loading.reading.errors
    before = len(errors)
    path = inside_folder(loading.reading, text)
    known = loading.files.get(path) if path is not None else None
    if known is not None:
        loading.reading.fail(
            "document-twice",
            f"{text.value} is listed twice; the first time on line {known.line}",
            do="take one of them out, or give the file of the other document",
            at=text.at,
        )
    loading.left_out += errors[before:]
    del errors[before:]
    return path if known is None else None


def _known(loading: _Loading, entry: Entry, what: str) -> str:
    """The document that an entry names; one that is not there is an error."""
    name = entry.text("document")
    names = [document.id for document in loading.documents]
    if name and name not in names and name not in loading.broken:
        loading.reading.fail(
            "document-unknown",
            f'{what} names the document "{name}", and the dossier has none of that name',
            do=did_you_mean(name, names),
            node=entry.nodes.get("document"),
        )
    return name


def _place(reading: Reading, entry: Entry) -> Span | None:
    return reading.span(entry.nodes["at"]) if "at" in entry.nodes else None


def _annotations(loading: _Loading, head: Entry) -> list[Annotation]:
    reading = loading.reading
    found: list[Annotation] = []
    for item in _listed(reading, head, "annotations", "- document: law"):
        entry = read_entry(reading, item, ANNOTATION, "an annotation")
        document = _known(loading, entry, "an annotation")
        texts = {name: entry.text(name) for name in ("subject", "comment", "risk", "source")}
        found.append(
            Annotation(
                document,
                reading.span(item),
                entry.text("at"),
                _place(reading, entry),
                **texts,
                spoken=entry.spoken("subject", "comment", "source"),
            )
        )
    return found


def _listed(reading: Reading, head: Entry, name: str, example: str) -> list[Node]:
    """The entries of a key that takes a list."""
    node = head.nodes.get(name)
    if node is not None and not isinstance(node, SequenceNode):
        reading.fail(
            "value-wrong",
            f"{name} is a list",
            do=f"begin each of its entries with a dash, as in {example}",
            node=node,
        )
    return list(node.value) if isinstance(node, SequenceNode) else []


def _concordance(loading: _Loading, head: Entry) -> list[Coverage]:
    reading = loading.reading
    found: list[Coverage] = []
    for item in _listed(reading, head, "concordance", "- from: strategy"):
        entry = read_entry(reading, item, CONCORDANCE, "an entry of the concordance")
        for end in ("from", "to"):
            if end in entry.nodes:
                named = Entry({"document": entry.text(end)}, {"document": entry.nodes[end]})
                _known(loading, named, "the concordance")
        found.append(
            Coverage(
                entry.text("from"),
                entry.text("at"),
                entry.text("to"),
                entry.text("coverage"),
                reading.span(entry.nodes.get("at", item)),
                tuple(text.value for text in entry.texts("in")),
                entry.text("comment"),
                entry.spoken("comment"),
            )
        )
    return found


def _named(reading: Reading, head: Entry, name: str, example: str) -> list[tuple[str, Node, Node]]:
    """The entries of a key, each with its name."""
    node = head.nodes.get(name)
    entries = {} if node is None else reading.entries(node, name, example)
    return [(each, key, value) for each, (key, value) in entries.items()]


def _goals(loading: _Loading, head: Entry) -> list[Goal]:
    found: list[Goal] = []
    for name, key, node in _named(loading.reading, head, "goals", "as in G1: {text: …}"):
        entry = read_entry(loading.reading, node, GOAL, f"the goal {name}")
        document = _known(loading, entry, f"the goal {name}")
        carried = tuple(named.value for named in entry.texts("implemented-by"))
        for one in carried:
            _known(loading, Entry({"document": one.partition(" ")[0]}, {"document": node}), f"goal {name}")
        text, at = entry.text("text"), loading.reading.span(key)
        spoken = entry.spoken("text")
        found.append(Goal(name, text, at, document, entry.text("at"), carried, text, spoken))
    return found


def _findings(loading: _Loading, head: Entry) -> list[HandFinding]:
    found: list[HandFinding] = []
    for name, key, node in _named(loading.reading, head, "findings", "as in H-1: {text: …}"):
        entry = read_entry(loading.reading, node, FINDING, f"the finding {name}")
        texts = {part: entry.text(part) for part in ("risk", "source", "recommendation")}
        document = _known(loading, entry, f"the finding {name}")
        at = loading.reading.span(key)
        assessed = _assessment(entry)
        text = entry.text("text")
        spoken = entry.spoken("text", "source", "recommendation")
        found.append(
            HandFinding(
                name, text, at, document, entry.text("at"), **texts, assessment=assessed, spoken=spoken
            )
        )
    return found


def _assessment(entry: Entry) -> Assessment:
    """What the reviewers make of a finding."""
    names = ("consequence", "affects", "basis", "recommendation", "owner")
    texts = {name: entry.text(name) for name in names}
    likelihood, impact = (int(entry.text(name) or 0) for name in ("likelihood", "impact"))
    return Assessment(likelihood, impact, entry.text("risk"), **texts, spoken=entry.spoken(*names))


def _decisions(reading: Reading, head: Entry) -> list[Decided]:
    found: list[Decided] = []
    for name, key, node in _named(reading, head, "decisions", "as in F-1a2b3c4d: rejected"):
        if isinstance(node, ScalarNode) and node.value in DECISION[0].choices:
            found.append(Decided(name, str(node.value), reading.span(key)))
            continue
        entry = read_entry(reading, node, DECISION, f"the decision on {name}")
        decision, at = entry.text("decision"), reading.span(key)
        said = entry.spoken("comment")
        found.append(Decided(name, decision, at, entry.text("comment"), _assessment(entry), said))
    return found


def _specs(reading: Reading, head: Entry) -> list[Path]:
    paths = [inside_folder(reading, text) for text in head.texts("specs")]
    return [path for path in paths if path is not None]
