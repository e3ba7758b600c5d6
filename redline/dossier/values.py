"""The values of a dossier's keys: one small reader for each kind, all errors collected with their places."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import cast

from redline.dossier.keys import DossierKey, Keys, Takes
from redline.languages import short_code
from redline.model.spec import Text
from redline.spec.reading import Entries, Reading, did_you_mean, read_date
from redline.spec.texts import read_text, read_texts
from redline.spec.yaml_source import MappingNode, Node, ScalarNode

Value = Text | tuple[Text, ...] | dict[str, Text] | datetime.date | str


@dataclass(slots=True)
class Entry:
    """The keys of one entry as far as they could be read.

    Attributes:
        values: by key; what was wrong is missing, and noted as an error.
        nodes: every key that was given, with its value's node.
    """

    values: dict[str, Value] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A text, or an empty string."""
        value = self.values.get(name)
        if isinstance(value, dict):  # the first of its languages
            value = next(iter(value.values()), "")
        return value.value if isinstance(value, Text) else value if isinstance(value, str) else ""

    def spoken(self, *names: str) -> dict[str, dict[str, str]]:
        """Those of the texts that are given for several languages, in each of them."""
        said = {name: self.languages(name) for name in names if isinstance(self.values.get(name), dict)}
        return {
            name: {language: text.value for language, text in texts.items() if language}
            for name, texts in said.items()
            if any(texts)
        }

    def texts(self, name: str) -> tuple[Text, ...]:
        """A list of texts, which may be empty."""
        value = self.values.get(name)
        return value if isinstance(value, tuple) else ()

    def languages(self, name: str) -> dict[str, Text]:
        """A text for each language; one without a language is under an empty name."""
        return cast("dict[str, Text]", self.values.get(name, {}))

    def date(self, name: str) -> datetime.date | None:
        """A day, or None."""
        value = self.values.get(name)
        return value if isinstance(value, datetime.date) else None


def read_entry(reading: Reading, node: Node, keys: Keys, what: str) -> Entry:
    """The keys of an entry; unknown and missing ones are errors.

    Args:
        keys: those that it can have.
        what: what the entry is, in messages (`an annotation`).
    """
    entries = reading.entries(node, what)
    if isinstance(node, MappingNode):
        check_entry(reading, node, entries, keys, what)
    found = Entry(nodes={name: value for name, (_, value) in entries.items()})
    for key in keys:
        if key.name in entries and key.takes is not Takes.ENTRIES:
            value = _read(reading, entries[key.name][1], key)
            if value is not None:
                found.values[key.name] = value
    return found


def check_entry(reading: Reading, node: Node, entries: Entries, keys: Keys, what: str) -> None:
    """Note unknown and missing keys."""
    meant = reading.check_keys(
        ((name, key) for name, (key, _) in entries.items()), [k.name for k in keys], what
    )
    for key in keys:
        if key.required and key.name not in entries and key.name not in meant:
            example = (
                f" such as {key.examples[0]}" if key.examples and isinstance(key.examples[0], str) else ""
            )
            reading.fail(
                "key-missing",
                f"{what} has no {key.name}:",
                do=f"add {key.name}:{example} "
                f"({key.description[:1].lower()}{key.description[1:].rstrip('.')})",
                node=node,
            )


def _read(reading: Reading, node: Node, key: DossierKey) -> Value | None:
    if key.takes is Takes.TEXT:
        return read_text(reading, node, key.name)
    if key.takes is Takes.TEXTS:
        return read_texts(reading, node, key.name)
    if key.takes is Takes.DATE:
        return read_date(reading, node, key.name)
    if key.takes is Takes.BY_LANGUAGE:
        return _by_language(reading, node, key)
    if isinstance(node, ScalarNode) and node.value in key.choices:
        return str(node.value)
    typed = str(node.value) if isinstance(node, ScalarNode) else "this"
    reading.fail(
        "value-wrong",
        f"{key.name} is one of {', '.join(key.choices)}, not {typed}",
        do=did_you_mean(typed, key.choices),
        node=node,
    )
    return None


def _by_language(reading: Reading, node: Node, key: DossierKey) -> dict[str, Text] | None:
    if not isinstance(node, MappingNode):
        text = read_text(reading, node, key.name)
        return None if text is None else {"": text}
    found: dict[str, Text] = {}
    for name, (_, value) in reading.entries(node, key.name, "as in ru: law.ru.txt").items():
        text = read_text(reading, value, f"{key.name}: {name}")
        if text is not None:
            found[short_code(name)] = text
    return found
