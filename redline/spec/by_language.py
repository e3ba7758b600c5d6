"""Values given for each language, `{ru: …, kk: …}`: the same YAML as it reads for one language version."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from redline.languages import language_tag, short_code
from redline.spec import key_texts
from redline.spec.reading import Entries, Reading
from redline.spec.yaml_source import MappingNode, Node, ScalarNode, SequenceNode


def is_language(name: object) -> bool:
    """Whether a key is a language, by two letters or by three that are known, with or without a region."""
    primary = str(name).partition("-")[0]
    if re.fullmatch(r"[a-z]{3}", primary):
        return short_code(primary) != primary
    return re.fullmatch(r"[a-z]{2}", primary) is not None  # and `signed_by` is none


def gives_languages(node: Node) -> bool:
    """Whether a mapping gives a value for each language (`{to: …}` is a span of words, not Tongan)."""
    if not isinstance(node, MappingNode) or not node.value:
        return False
    names = [key.value if isinstance(key, ScalarNode) else "" for key, _ in node.value]
    return all(map(is_language, names)) and not set(names) <= set(key_texts.SPAN)


def languages_in(nodes: Iterable[Node]) -> dict[str, Node]:
    """The languages for which anything inside some values is given, each with the first key that names it."""
    found: dict[str, Node] = {}
    for node in nodes:
        for key in _keys(node):
            found.setdefault(language_tag(str(key.value)), key)
    return found


def _keys(node: Node) -> Iterator[Node]:
    if gives_languages(node):
        yield from (key for key, _ in node.value)
    elif isinstance(node, MappingNode):
        for _, value in node.value:
            yield from _keys(value)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _keys(item)


def in_language(reading: Reading, node: Node, language: str | None, what: str) -> Node:
    """A value as it reads for one language; the node itself where nothing in it is given by language.

    A text that is missing is a failure; that of another language then stands in its place, so that nothing
    else is reported of it.

    Args:
        reading: of the file.
        node: the value.
        language: as a tag; None where the spec does not say the language of the Act.
        what: the key, for messages.
    """
    if gives_languages(node):
        return in_language(reading, _chosen(reading, node, language, what), language, what)
    if isinstance(node, MappingNode):
        pairs = [(key, in_language(reading, value, language, what)) for key, value in node.value]
        if all(new is old for (_, new), (_, old) in zip(pairs, node.value, strict=True)):
            return node
        return MappingNode(node.tag, pairs, node.start_mark, node.end_mark, node.flow_style)
    if isinstance(node, SequenceNode):
        items = [in_language(reading, item, language, what) for item in node.value]
        if all(new is old for new, old in zip(items, node.value, strict=True)):
            return node
        return SequenceNode(node.tag, items, node.start_mark, node.end_mark, node.flow_style)
    return node


def _chosen(reading: Reading, node: Node, language: str | None, what: str) -> Node:
    given: dict[str, Node] = {language_tag(str(key.value)): value for key, value in node.value}
    if language is not None and language not in given:
        # `en` is the text of `en-GB` too, where no text is nearer.
        language = next((tag for tag in given if short_code(tag) == short_code(language)), language)
    if language is None:
        first = next(iter(given))
        reading.fail(
            "language-version",
            f"{what} has a text for each language, and the spec does not say in which language the Act is",
            do=f"name the language under acts, as in acts: {{law: {{{first}: acts/law.xml}}}}",
            node=node,
        )
    elif language not in given:
        reading.fail(
            "language-missing",
            f"{what} has no text in {language}",
            do=f"add {language}: beside {listed(given)}; for one version alone, add language: "
            f"{next(iter(given))} to the operation",
            node=node,
        )
    return given.get(language or "", next(iter(given.values())))


_SHARED = ("id", "language", "fixes", "when", "until", "references")
"""Keys that say one thing for all language versions."""


def entries_in(reading: Reading, entries: Entries, language: str | None) -> Entries:
    """The keys of a mapping as they read for one language.

    A commencement is the same for all versions; the event that it awaits is named in each language.
    """
    found: dict[str, tuple[Node, Node]] = {}
    for name, (key, value) in entries.items():
        plain = name in _SHARED or (name == "commencement" and not _awaits_event(value))
        found[name] = (key, value if plain else in_language(reading, value, language, name))
    return found


def _awaits_event(node: Node) -> bool:
    if gives_languages(node):
        return all(_awaits_event(value) for _, value in node.value)
    return isinstance(node, MappingNode) and [key.value for key, _ in node.value] == ["event"]


def listed(names: Iterable[str]) -> str:
    """`ru`, `ru and kk`, `ru, kk and en`."""
    items = list(names)
    return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))
