"""The comments received on a package: a file of their own beside the dossier, which only ever grows.

comments: 1
received:
  C-1a2b3c4d:
    body: Ministry of Justice
    document: migration
    at: article 5
    comment: No deadline is set.
    decision: accepted
    reason: …
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path

from redline.dossier.keys import COMMENT, COMMENTS
from redline.dossier.values import Entry, read_entry
from redline.errors import DossierError, RedlineError
from redline.model.dossier import Comment
from redline.spec.compose import compose
from redline.spec.quotes import quote
from redline.spec.reading import Reading, did_you_mean
from redline.spec.yaml_source import MappingNode, Node, make_source, read_source

DEFAULT = "comments.yaml"
_HEAD = (
    "# Comments received on the package. redline comments import adds to this file and never changes what\n"
    "# is there. Decide on each: decision: accepted, partly or rejected, and reason: why.\n"
    "comments: 1\n"
    "received:\n"
)
_PARTS = ("body", "document", "at", "comment", "proposal", "form")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")


def comments_file(reading: Reading, head: Entry) -> Path:
    """The file of the comments: the one that the dossier names, or `comments.yaml` beside it."""
    name = head.text("comments") or DEFAULT
    path = reading.folder / name
    if not path.resolve().is_relative_to(reading.folder.resolve()) or not name.endswith((".yaml", ".yml")):
        reading.fail(
            "value-wrong",
            f"{name} is no YAML file in the folder of the dossier",
            do=f"name one in the folder, as in comments: {DEFAULT}",
            node=head.nodes.get("comments"),
        )
        return reading.folder / DEFAULT
    return path


def read_comments(dossier: Reading, path: Path, documents: Collection[str]) -> tuple[Comment, ...]:
    """The comments of a file, in its order; errors are noted among those of the dossier.

    Args:
        dossier: the reading of the dossier itself.
        path: the file; where it is not there, nothing was received.
        documents: the short names of the dossier's documents.
    """
    if not path.exists():
        return ()
    try:
        return tuple(_received(dossier, path, documents))
    except RedlineError as error:
        dossier.errors.append(error)
        return ()


def _received(dossier: Reading, path: Path, documents: Collection[str]) -> Iterable[Comment]:
    source = read_source(path, str(path))
    dossier.sources[source.file] = source.lines
    reading = Reading(source, path.parent, dossier.errors, dossier.sources, what="file of comments")
    root = compose(source, reading.errors, what="file of comments", begin="comments: 1")
    yield from _comments_of(reading, root, documents)


def _comments_of(reading: Reading, root: Node, documents: Collection[str]) -> Iterable[Comment]:
    head = read_entry(reading, root, COMMENTS, "the file of comments")
    node = head.nodes.get("received")
    given = isinstance(node, MappingNode)
    entries = reading.entries(node, "received", "as in C-1: {body: …}") if node is not None and given else {}
    for name, (key, value) in entries.items():
        entry = read_entry(reading, value, COMMENT, f"the comment {name}")
        document = entry.text("document")
        if document and document not in documents:
            reading.fail(
                "document-unknown",
                f'the comment {name} names the document "{document}", and the dossier has none of that name',
                do=did_you_mean(document, documents),
                node=entry.nodes["document"],
            )
        texts = {part: entry.text(part) for part in ("comment", "proposal", "decision", "reason", "form")}
        yield Comment(name, entry.text("body"), reading.span(key), document, entry.text("at"), **texts)


def with_comments(path: Path, new: Iterable[Comment], documents: Collection[str]) -> str:
    """The text of the file of comments with more of them behind those that are there.

    Every character that is there stays; the result is read once more before it is given out.

    Raises:
        DossierError: `comments-unwritable`, where the file is written so that more cannot be added.
    """
    text = path.read_bytes().decode("utf-8") if path.exists() else _HEAD
    added = list(new)
    indent = _indent(text)
    whole = text + ("" if text.endswith("\n") else "\n")
    whole += "".join(line for comment in added for line in _written(comment, indent))
    before = _read_text(text, path, documents)
    if _read_text(whole, path, documents) != [*before, *map(_said, added)]:
        raise DossierError(
            "comments-unwritable",
            f"{path} is written so that comments cannot be added at its end; nothing was changed",
            do="let received: be its last key, each comment on lines of its own below it; or name another "
            "file in the dossier: comments: comments-2.yaml",
        )
    return whole


def as_written(text: str) -> str:
    """A text as the file keeps it: its lines without blanks around them, and without signs no text has."""
    lines = _UNWRITABLE.sub("", _BREAKS.sub("\n", text)).replace("\t", " ").split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def _indent(text: str) -> str:
    """The indentation of the comments that are there."""
    found = re.search(r"^received:[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*( +)\S", text, re.MULTILINE)
    return found[1] if found else "  "


def _written(comment: Comment, indent: str) -> Iterable[str]:
    yield f"{indent}{comment.id}:\n"
    inner = indent * 2
    for name in _PARTS:
        value = comment.address if name == "at" else str(getattr(comment, name))
        if "\n" in value:
            yield f"{inner}{name}: |-\n"
            yield from (f"{inner}  {line}\n" for line in value.split("\n"))
        elif value:
            yield f"{inner}{name}: {quote(value)}\n"
    yield f"{inner}# decision: accepted\n"
    yield f"{inner}# reason:\n"


def _said(comment: Comment) -> tuple[str, ...]:
    """What a comment says, wherever it stands."""
    return (
        comment.id, comment.body, comment.document, comment.address, comment.comment, comment.proposal,
        comment.decision, comment.reason, comment.form,
    )  # fmt: skip


def _read_text(text: str, path: Path, documents: Collection[str]) -> list[tuple[str, ...]]:
    """What the comments of a text say; nothing where it cannot be read."""
    errors: list[RedlineError] = []
    source = make_source(text, str(path))
    reading = Reading(source, path.parent, errors)
    try:
        root = compose(source, errors, what="file of comments", begin="comments: 1")
    except RedlineError:
        return []
    found = [_said(comment) for comment in _comments_of(reading, root, documents)]
    return [] if errors else found
