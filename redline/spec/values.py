"""Nodes -> values: one small reader for each kind of value, all errors collected with their positions."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from rapidfuzz import process

from redline.errors import RedlineError
from redline.model.keys import Key, Kind
from redline.model.source import Span
from redline.model.spec import Content, Leave, Text, Times, Value, Words, WordSpan
from redline.spec.quotes import is_block_header, quote, typed_line, why_quotes
from redline.spec.yaml_source import (
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    Source,
    is_plain,
    lines_of_file,
    nearest_file,
)


@dataclass(slots=True)
class Reading:
    """What is needed to read one file: where it stands, and the errors found so far.

    Attributes:
        source: the file.
        folder: the folder that every path must stay in.
        errors: everything wrong, in the order found; shared by all files of a spec.
        sources: the lines of every file read, by name, for messages; shared likewise.
    """

    source: Source
    folder: Path
    errors: list[RedlineError] = field(default_factory=list)
    sources: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def name_of(self, text: Text) -> str:
        """A path of the spec as messages show it: from where the command was given, like the spec's own."""
        return str(self.folder / text.value.replace("\\", "/"))

    def span(self, node: Node) -> Span:
        """Where a node stands."""
        return self.source.span(node)

    def fail(
        self, slug: str, message: str, *, do: str, node: Node | None = None, at: Span | None = None
    ) -> None:
        """Note an error at a node."""
        self.errors.append(
            self.source.error(slug, message, do=do, at=at or (self.span(node) if node else None))
        )

    def entries(self, node: Node, what: str) -> dict[str, tuple[Node, Node]]:
        """The keys of a mapping with their nodes; a key given twice and a node that is no mapping are
        errors.
        """
        if not isinstance(node, MappingNode):
            self.fail(
                "value-wrong", f"{what} is a list of keys and values", do="write key: value lines", node=node
            )
            return {}
        found: dict[str, tuple[Node, Node]] = {}
        for key_node, value_node in node.value:
            name = key_node.value if isinstance(key_node, ScalarNode) else "?"
            if name == "<<":
                self.fail(
                    "spec-yaml-feature",
                    "a merge key (<<) has no place in a spec",
                    do="write the keys out",
                    node=key_node,
                )
                continue
            if name in found:
                first = self.span(found[name][0])
                self.fail(
                    "key-duplicate",
                    f"{name} is given twice; the first time on line {first.line}",
                    do="take one of them out",
                    node=key_node,
                )
                continue
            found[name] = (key_node, value_node)
        return found

    def check_keys(
        self, entries: Iterable[tuple[str, Node]], known: Iterable[str], where: str
    ) -> frozenset[str]:
        """Note unknown keys, each with the nearest known one that is not given already; returns those, which
        seem to be meant.
        """
        names, given = list(known), dict(entries)
        free = [name for name in names if name not in given]
        meant: set[str | None] = set()
        for name, node in given.items():
            if name not in names:
                self.fail("key-unknown", f"{where} has no key {name}", do=did_you_mean(name, free), node=node)
                meant.add(nearest_name(name, free))
        return frozenset(name for name in meant if name is not None)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The next step for a misspelt name."""
    names = list(known)
    near = nearest_name(name, names)
    return f"did you mean {near}?" if near is not None else f"use one of: {', '.join(names)}"


def nearest_name(name: str, known: Iterable[str]) -> str | None:
    """The known name that a misspelt one is nearest to, if any is near."""
    match = process.extractOne(name, list(known), score_cutoff=60)
    return str(match[0]) if match is not None else None


# XML 1.0 §2.2: what no document can hold.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def read_text(reading: Reading, node: Node, what: str) -> Text | None:
    """A TEXT: the characters as typed; lists, mappings and hidden comments are errors."""
    if not isinstance(node, ScalarNode):
        _no_text(reading, node, what)
        return None
    if not (_plain_is_whole if is_plain(node) else _quoted_is_whole)(reading, node, what):
        return None
    value = str(node.value)
    if _holds_control(reading, node, value, what):
        return None
    if node.style in ("|", ">"):
        value = value.rstrip("\n")
    return Text(value, reading.span(node))


def _no_text(reading: Reading, node: Node, what: str) -> None:
    """The error of a list or mapping where text must stand."""
    start, end = node.start_mark, node.end_mark
    typed = reading.source.lines[start.line]
    line = typed_line(typed)
    below = any(text.strip() for text in reading.source.lines[start.line + 1 : end.line])
    if below:
        do = "write | behind the key, and the text on the lines below it"
    elif line is not None and line.column == start.column:
        do = f"put the text in quotes: {line.ready}"
    else:
        do = (
            f"put it in quotes: {quote(typed[start.column : end.column if end.line == start.line else None])}"
        )
    kind = "list" if isinstance(node, SequenceNode) else "mapping"
    reading.fail("text-needs-quotes", f"{what} is text, and this reads as a {kind}", do=do, node=node)


def _holds_control(reading: Reading, node: Node, value: str, what: str) -> bool:
    """Whether a text holds what no XML document can hold; that is a failure."""
    control = _CONTROL.search(value)
    if control is None:
        return False
    reading.fail(
        "value-wrong",
        f"{what} holds a control character (U+{ord(control.group()):04X})",
        do="delete it: it cannot stand in the text of a law",
        node=node,
    )
    return True


def _plain_is_whole(reading: Reading, node: ScalarNode, what: str) -> bool:
    """Whether an unquoted text is all that was typed: nothing empty, no comment behind it."""
    end, lines = node.end_mark, reading.source.lines
    row = node.start_mark.line
    rest = lines[end.line][end.column :] if end.line < len(lines) else ""
    line = typed_line(lines[row]) if row < len(lines) else None
    if not re.match(r"\s*#" if node.value == "" else r"\s+#", rest):
        if node.value == "":
            do = f"write the text, or {what}: '' if it is meant to be empty"
            reading.fail("value-wrong", f"{what} is empty", do=do, node=node)
            return False
        return True
    ready = line.ready if line is not None and end.line == row else quote(f"{node.value}{rest}".strip())
    at = Span(reading.source.file, row + 1, line.column + 1, len(line.value)) if line is not None else None
    if node.value == "":
        do = f"put the text in quotes: {ready}"
        reading.fail("text-needs-quotes", "text that begins with # must stand in quotes", do=do, at=at)
        return False
    reading.fail(
        "text-needs-quotes",
        f"what stands behind # is no part of {what} unless it is in quotes",
        do=f"put the text in quotes: {ready}; or move the comment to a line of its own",
        at=at,
    )
    return False


def _quoted_is_whole(reading: Reading, node: ScalarNode, what: str) -> bool:
    """Whether nothing hides behind a closing quotation mark or a `|`: to a drafter `'a'#b` has no comment."""
    block = node.style in ("|", ">")
    mark, lines = node.start_mark if block else node.end_mark, reading.source.lines
    line = typed_line(lines[mark.line]) if mark.line < len(lines) else None
    if line is None:
        return True
    if block:
        whole = line.column != mark.column or is_block_header(line.value)
    else:
        whole = not lines[mark.line].startswith("#", mark.column)
    if not whole:
        reading.fail(
            "text-needs-quotes",
            why_quotes(line.value) or f"{what} goes on behind the quotation mark",
            do=f"put the text in quotes: {line.ready}",
            at=Span(reading.source.file, mark.line + 1, line.column + 1, len(line.value)),
        )
    return whole


def read_texts(reading: Reading, node: Node, what: str) -> tuple[Text, ...] | None:
    """A TEXT or a list of them."""
    if isinstance(node, SequenceNode):
        found = [read_text(reading, item, what) for item in node.value]
        if not found:
            reading.fail("value-wrong", f"{what} is an empty list", do="give at least one", node=node)
        return tuple(text for text in found if text is not None) if all(found) and found else None
    text = read_text(reading, node, what)
    return None if text is None else (text,)


def read_words(reading: Reading, node: Node, what: str) -> Words | None:
    """A TEXT or a span of words."""
    if not isinstance(node, MappingNode):
        return read_text(reading, node, what)
    entries = reading.entries(node, what)
    known = ("from", "to", "after", "before")
    if not entries.keys() & set(known):
        _no_text(reading, node, what)
        return None
    reading.check_keys(((name, key) for name, (key, _) in entries.items()), known, what)
    texts = {name: read_text(reading, value, f"{what}: {name}") for name, (_, value) in entries.items()}
    begin = [name for name in ("from", "after", "before") if name in entries]
    if len(begin) != 1 or ("to" in entries and begin == ["before"]):
        reading.fail(
            "value-wrong",
            f"{what} names words by where they begin and end",
            do="write {from: …, to: …}, {from: …}, {after: …}, {after: …, to: …} or {before: …}",
            node=node,
        )
        return None
    if any(text is None for text in texts.values()):
        return None
    return WordSpan(
        reading.span(node),
        start=texts.get("from"),
        end=texts.get("to"),
        after=texts.get("after"),
        before=texts.get("before"),
    )


def _words_list(reading: Reading, node: Node, key: Key) -> Value | None:
    items = node.value if isinstance(node, SequenceNode) else [node]
    found = [read_words(reading, item, key.name) for item in items]
    if not found:
        reading.fail("value-wrong", f"{key.name} is an empty list", do="give at least one", node=node)
    kept = tuple(words for words in found if words is not None)
    return kept if kept and len(kept) == len(found) else None


def _numbers(reading: Reading, node: Node, key: Key) -> Value | None:
    return read_texts(reading, node, key.name)


def _times(reading: Reading, node: Node, key: Key) -> Value | None:
    items = node.value if isinstance(node, SequenceNode) else [node]
    typed = [item.value if isinstance(item, ScalarNode) else "" for item in items]
    if len(typed) == 1 and typed[0] in ("all", "both", "first", "last"):
        return Times(typed[0])  # type: ignore[arg-type]  # one of the four words
    if typed and all(re.fullmatch(r"[1-9]\d{0,5}", value) for value in typed):
        return Times(None, tuple(int(value) for value in typed))
    reading.fail(
        "value-wrong",
        f"times is all, both, first, last, or which ones by number, not {' '.join(typed) or 'this'}",
        do="write times: all, times: 2 (the second only), or times: [1, 3]",
        node=node,
    )
    return None


def _count(reading: Reading, node: Node, key: Key) -> Value | None:
    if isinstance(node, ScalarNode) and re.fullmatch(r"[1-9]\d{0,6}", str(node.value)):
        return int(node.value)
    reading.fail(
        "value-wrong", f"{key.name} is a whole number of at least 1", do=f"write {key.name}: 2", node=node
    )
    return None


def _choice(reading: Reading, node: Node, key: Key) -> Value | None:
    if isinstance(node, ScalarNode) and node.value in key.choices:
        return str(node.value)
    typed = node.value if isinstance(node, ScalarNode) else "this"
    reading.fail(
        "value-wrong",
        f"{key.name} is {' or '.join(key.choices)}, not {typed}",
        do=did_you_mean(str(typed), key.choices),
        node=node,
    )
    return None


def _choices(reading: Reading, node: Node, key: Key) -> Value | None:
    items = node.value if isinstance(node, SequenceNode) else [node]
    found = [_choice(reading, item, key) for item in items]
    return frozenset(str(value) for value in found) if found and all(found) else None


def _flag(reading: Reading, node: Node, key: Key) -> Value | None:
    if isinstance(node, ScalarNode) and is_plain(node) and node.value in ("true", "false"):
        return bool(node.value == "true")
    reading.fail("value-wrong", f"{key.name} is true or false", do=f"write {key.name}: true", node=node)
    return None


def _leave(reading: Reading, node: Node, key: Key) -> Value | None:
    if isinstance(node, MappingNode):
        entries = reading.entries(node, "leave")
        reading.check_keys(((name, k) for name, (k, _) in entries.items()), ("text",), "leave")
        text = read_text(reading, entries["text"][1], "leave: text") if "text" in entries else None
        return Leave("text", text.value) if text is not None else None
    if isinstance(node, ScalarNode) and node.value in ("note", "number", "nothing"):
        return Leave(node.value)
    reading.fail(
        "value-wrong",
        "leave is note, number, nothing or {text: …}",
        do="write leave: nothing, or leave: {text: Repealed.}",
        node=node,
    )
    return None


def read_content(reading: Reading, node: Node, what: str) -> Content | None:
    """New text in one of the forms of the language page, §4."""
    if isinstance(node, ScalarNode):
        text = read_text(reading, node, what)
        return None if text is None else _content(reading, "text", text, node)
    if not isinstance(node, MappingNode):
        read_text(reading, node, what)
        return None
    entries = reading.entries(node, what)
    if set(entries) == {"akn"}:
        text = read_text(reading, entries["akn"][1], f"{what}: akn")
        return None if text is None else _content(reading, "akn", text, entries["akn"][1])
    if set(entries) == {"file"}:
        return _content_file(reading, entries["file"][1], what)
    if entries and all(re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", name) for name in entries):
        reading.fail(
            "language-version",
            f"{what} has a text for each language, and an Act here has one language version",
            do="give the text itself",
            node=node,
        )
        return None
    reading.fail(
        "value-wrong",
        f"{what} is plain text, {{akn: …}} or {{file: …}}",
        do="write the new text behind | on lines of its own",
        node=node,
    )
    return None


def _content(reading: Reading, form: Literal["text", "akn"], text: Text, node: Node) -> Content:
    lines = reading.source.lines_of(node, text.value) if isinstance(node, ScalarNode) else ()
    return Content(form, text.value, text.at, lines=lines)


def _content_file(reading: Reading, node: Node, what: str) -> Content | None:
    text = read_text(reading, node, f"{what}: file")
    path = inside_folder(reading, text) if text is not None else None
    if text is None or path is None:
        return None
    try:
        content = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        slug = "file-not-found" if isinstance(error, FileNotFoundError) else "file-unreadable"
        reading.fail(
            slug,
            f"the file {text.value} cannot be read as UTF-8 text",
            do="check the path and the encoding",
            node=node,
        )
        return None
    if _holds_control(reading, node, content, f"the file {text.value}"):
        return None
    form: Literal["text", "akn"] = (
        "akn" if path.suffix == ".xml" or content.lstrip().startswith("<") else "text"
    )
    name = reading.name_of(text)
    reading.sources[name] = tuple(content.split("\n"))
    content = content.rstrip("\n")
    return Content(form, content, text.at, file=text.value, lines=lines_of_file(name, content))


def inside_folder(reading: Reading, text: Text) -> Path | None:
    """A path of the spec as a real path inside its folder; None (with an error noted) where it leads out
    of it.
    """
    folder = reading.folder.resolve()
    wanted = Path(text.value.replace("\\", "/"))
    path = (folder / wanted).resolve()
    if wanted.is_absolute() or not path.is_relative_to(folder):
        reading.fail(
            "file-outside-package",
            f"{text.value} lies outside the spec's folder",
            do="copy the file into the folder of the spec and give its path from there",
            at=text.at,
        )
        return None
    if path.is_dir():
        reading.fail(
            "file-unreadable",
            f"{text.value} is a folder",
            do="give the path of the file in it",
            at=text.at,
        )
        return None
    if not path.is_file():
        near = nearest_file(path)
        meant = wanted.with_name(near.name).as_posix() if near is not None else None
        reading.fail(
            "file-not-found",
            f"there is no file {text.value} beside the spec",
            do=f"did you mean {meant}?"
            if meant
            else "check the path; it is read from the folder of the spec",
            at=text.at,
        )
        return None
    return path


def read_date(reading: Reading, node: Node, what: str) -> datetime.date | None:
    """A bare date `YYYY-MM-DD`."""
    typed = node.value if isinstance(node, ScalarNode) else ""
    if isinstance(typed, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", typed):
        try:
            return datetime.date.fromisoformat(typed)
        except ValueError:
            reading.fail(
                "value-wrong", f"there is no day {typed}", do="look the date up in a calendar", node=node
            )
            return None
    reading.fail(
        "value-wrong",
        f'"{typed}" is no date in figures' if typed else f"{what} takes a date",
        do="write it as YYYY-MM-DD, such as 2026-07-01",
        node=node,
    )
    return None


_Reader = Callable[[Reading, Node, Key], Value | None]

_READERS: dict[Kind, _Reader] = {
    Kind.ADDRESS: lambda reading, node, key: read_text(reading, node, key.name),
    Kind.ADDRESSES: lambda reading, node, key: read_texts(reading, node, key.name),
    Kind.TEXT: lambda reading, node, key: read_text(reading, node, key.name),
    Kind.TEXTS: lambda reading, node, key: read_texts(reading, node, key.name),
    Kind.WORDS: lambda reading, node, key: read_words(reading, node, key.name),
    Kind.WORDS_LIST: _words_list,
    Kind.CONTENT: lambda reading, node, key: read_content(reading, node, key.name),
    Kind.NUMBER: lambda reading, node, key: read_text(reading, node, key.name),
    Kind.NUMBERS: _numbers,
    Kind.TIMES: _times,
    Kind.COUNT: _count,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.FLAG: _flag,
    Kind.LEAVE: _leave,
}


def read_value(reading: Reading, node: Node, key: Key) -> Value | None:
    """The value of a key as its kind says; None where it is wrong (with the error noted)."""
    return _READERS[key.kind](reading, node, key)
