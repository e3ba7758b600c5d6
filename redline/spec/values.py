"""The value of a key: one small reader for each kind, all errors collected with their positions."""

from __future__ import annotations

import re
from collections.abc import Callable

from redline.model.keys import Key, Kind
from redline.model.spec import Leave, Times, Value
from redline.spec.contents import read_content
from redline.spec.reading import Reading, did_you_mean
from redline.spec.texts import read_text, read_texts, read_words
from redline.spec.yaml_source import MappingNode, Node, ScalarNode, SequenceNode, is_plain


def _address(reading: Reading, node: Node, key: Key) -> Value | None:
    return None if _empty_address(reading, node, key) else read_text(reading, node, key.name)


def _addresses(reading: Reading, node: Node, key: Key) -> Value | None:
    items = node.value if isinstance(node, SequenceNode) else [node]
    empty = [_empty_address(reading, item, key) for item in items]
    if any(empty):
        return None
    return read_texts(reading, node, key.name)


def _empty_address(reading: Reading, node: Node, key: Key) -> bool:
    """Whether no provision is named, which is a failure."""
    if not isinstance(node, ScalarNode) or node.value.strip():
        return False
    example = next((text for text in key.examples if isinstance(text, str)), "art 5 para 2")
    reading.fail(
        "value-wrong",
        f"{key.name}: names no provision",
        do=f"name the provision, for example: {key.name}: {example}",
        node=node,
    )
    return True


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


_Reader = Callable[[Reading, Node, Key], Value | None]

_READERS: dict[Kind, _Reader] = {
    Kind.ADDRESS: _address,
    Kind.ADDRESSES: _addresses,
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
