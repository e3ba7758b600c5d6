"""Whether an operation on several language versions of an Act gives each of them its own text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redline.languages import short_code
from redline.model.keys import Kind
from redline.operations.verb import Verb
from redline.spec.by_language import gives_languages, languages_in, listed
from redline.spec.reading import Entries, Reading
from redline.spec.yaml_source import MappingNode, Node, ScalarNode, SequenceNode

_WORDED = frozenset({Kind.TEXT, Kind.TEXTS, Kind.WORDS, Kind.WORDS_LIST, Kind.CONTENT, Kind.LEAVE})
"""Kinds of value that hold words of the law, which are different words in another language."""

_WORDS = re.compile(r"(?![IVXLCDM]+\b)[^\W\d_]+")
"""Letters that are no Roman number."""


def check_texts(reading: Reading, verb: Verb, entries: Entries, languages: Sequence[str]) -> None:
    """Note texts for a language that is not amended, and texts that two languages cannot share.

    Args:
        reading: of the file.
        verb: of the operation.
        entries: its keys.
        languages: of the versions that it amends, as far as the spec names them.
    """
    given = {key.name: entries[key.name][1] for key in verb.keys if key.name in entries}
    if "expect" in entries:
        given["expect"] = entries["expect"][1]
    known = {*languages, *map(short_code, languages)}
    for language, key in languages_in(given.values()).items():
        if languages and language not in known:
            reading.fail(
                "language-version",
                f"there is a text in {language}, and what is amended here is in {listed(languages)}",
                do=f"take {language}: out, or amend the version in {language} too",
                node=key,
            )
    if len(languages) > 1:
        worded = {key.name for key in verb.keys if key.kind in _WORDED} | {"expect"}
        for name, node in given.items():
            # `leave: note` is worded by the profile in each language.
            said = name in worded and not (name == "leave" and isinstance(node, ScalarNode))
            for shared in _shared(node) if said else ():
                _refuse(reading, name, shared, languages)


def _refuse(reading: Reading, name: str, node: Node, languages: Sequence[str]) -> None:
    each = ", ".join(f"{language}: …" for language in languages)
    reading.fail(
        "language-missing",
        f"{name} is given once, and the Act is amended in {listed(languages)}",
        do=f"write a text for each, {name}: {{{each}}}; for one version alone, add language: {languages[0]}",
        node=node,
    )


def _shared(node: Node) -> Iterator[Node]:
    """The texts in words, files and markup of a value that are not given for each language."""
    if gives_languages(node):
        return
    if isinstance(node, SequenceNode):
        for item in node.value:
            yield from _shared(item)
    elif isinstance(node, MappingNode):
        for _, value in node.value:
            yield from _shared(value)
    elif isinstance(node, ScalarNode) and _WORDS.search(str(node.value)):
        yield node
