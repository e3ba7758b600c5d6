"""TEXT and WORDS of a spec: exactly the characters that were typed, or an error that says what hides them."""

from __future__ import annotations

import re

from redline.model.source import Span
from redline.model.spec import Text, Words, WordSpan
from redline.spec.by_language import gives_languages
from redline.spec.quotes import TypedLine, is_block_header, quote, typed_line, why_quotes
from redline.spec.reading import Reading
from redline.spec.yaml_source import MappingNode, Node, ScalarNode, SequenceNode, is_plain

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
    if holds_control(reading, node, value, what):
        return None
    if node.style in ("|", ">"):
        value = value.rstrip("\n")
    return Text(value, reading.span(node))


def _no_text(reading: Reading, node: Node, what: str) -> None:
    """The error of a list or mapping where text must stand."""
    if refuse_languages(reading, node, what):
        return
    start, end = node.start_mark, node.end_mark
    typed = reading.source.lines[start.line]
    line = typed_line(typed)
    below = any(text.strip() for text in reading.source.lines[start.line + 1 : end.line])
    if below:
        do = "write | behind the key, and the text on the lines below it"
    elif line is not None and line.column == start.column:
        do = f"put the text in quotes: {line.with_value(quote(line.value)).lstrip()}"
    else:
        do = (
            f"put it in quotes: {quote(typed[start.column : end.column if end.line == start.line else None])}"
        )
    kind = "list" if isinstance(node, SequenceNode) else "mapping"
    one = node.value[0] if isinstance(node, SequenceNode) and len(node.value) == 1 else None
    if isinstance(one, ScalarNode) and not below:
        do = f"write one text without a list: {one.value}; or {do}"
    reading.fail("text-needs-quotes", f"{what} is text, and this reads as a {kind}", do=do, node=node)


def refuse_languages(reading: Reading, node: Node, what: str) -> bool:
    """Whether a value gives a text for each language where there is one for all; that is a failure."""
    if not gives_languages(node):
        return False
    reading.fail(
        "language-version",
        f"{what} has one text, whatever the languages of the Acts",
        do=f"write one text without braces: {what}: …",
        node=node,
    )
    return True


def holds_control(reading: Reading, node: Node, value: str, what: str) -> bool:
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


_COMMENT = re.compile(r"\s+#")
_ONLY_COMMENT = re.compile(r"\s*#")


def _plain_is_whole(reading: Reading, node: ScalarNode, what: str) -> bool:
    """Whether an unquoted text is all that was typed: nothing empty, no comment behind it."""
    empty, end, lines = node.value == "", node.end_mark, reading.source.lines
    last = lines[end.line] if end.line < len(lines) else ""
    if (_ONLY_COMMENT if empty else _COMMENT).match(last, end.column) is not None:
        _hidden(reading, node, what)
        return False
    if empty:
        do = f"write the text, or {what}: '' if it is meant to be empty"
        reading.fail("value-wrong", f"{what} is empty", do=do, node=node)
    return not empty


def _hidden(reading: Reading, node: ScalarNode, what: str) -> None:
    """The error of a comment behind a text, or in the place of one."""
    end, lines = node.end_mark, reading.source.lines
    line = typed_line(lines[end.line]) if end.line == node.start_mark.line else None
    ready = line.ready if line is not None else quote(f"{node.value}{lines[end.line][end.column :]}".strip())
    at = _value_of(reading, end.line, line) if line is not None else reading.span(node)
    message = f"what stands behind # is no part of {what} unless it is in quotes"
    do = f"put the text in quotes: {ready}; or move the comment to a line of its own"
    if node.value == "":
        message, do = "text that begins with # must stand in quotes", f"put the text in quotes: {ready}"
    reading.fail("text-needs-quotes", message, do=do, at=at)


def _quoted_is_whole(reading: Reading, node: ScalarNode, what: str) -> bool:
    """Whether nothing hides behind a closing quotation mark or a `|`: to a drafter `'a'#b` has no comment."""
    block = node.style in ("|", ">")
    mark, lines = node.start_mark if block else node.end_mark, reading.source.lines
    if mark.line >= len(lines) or not (block or lines[mark.line].startswith("#", mark.column)):
        return True
    line = typed_line(lines[mark.line])
    if line is None or (block and (line.column != mark.column or is_block_header(line.value))):
        return True
    reading.fail(
        "text-needs-quotes",
        why_quotes(line.value) or f"{what} goes on behind the quotation mark",
        do=f"put the text in quotes: {line.ready}",
        at=_value_of(reading, mark.line, line),
    )
    return False


def _value_of(reading: Reading, row: int, line: TypedLine) -> Span:
    return Span(reading.source.file, row + 1, line.column + 1, len(line.value))


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
