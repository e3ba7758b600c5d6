"""Entries of `acts`: the Acts that a spec amends, and the language versions of each."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from redline.languages import language_tag
from redline.model.spec import ActSource, Text, act_key
from redline.spec.by_language import in_language, languages_in
from redline.spec.reading import Reading, inside_folder, read_date
from redline.spec.texts import read_text
from redline.spec.yaml_source import MappingNode, Node

_ACT = ("source", "as_of", "publication")

Known = dict[str, dict[str, str | None]]
"""Alias -> the keys of its versions, each with its language where the spec names it."""


class Acts(Struct):
    """The Acts named so far, over all files of a spec.

    Attributes:
        provided: Acts handed over from Python, by key.
        sources: by key; not those whose file is missing.
        known: also those.
        language: of the spec, which is that of the Acts whose language it does not name.
    """

    provided: dict[str, object]
    sources: dict[str, ActSource] = field(default_factory=dict)
    known: Known = field(default_factory=dict)
    language: str | None = None

    def language_of(self, alias: str, key: str) -> str | None:
        """The language of an Act, or of one of its versions, as far as the spec says it."""
        named = self.known[alias][key]
        return named or (language_tag(self.language) if self.language else None)


ProvidedActs = Mapping[str, object] | Mapping[tuple[str, str], object]
"""Acts handed over from Python, by alias or by alias and language."""


def provided_acts(acts: ProvidedActs) -> dict[str, object]:
    """Acts handed over from Python, by key."""
    return {act_key(*name) if isinstance(name, tuple) else name: act for name, act in acts.items()}


def read_acts(reading: Reading, node: Node, acts: Acts) -> None:
    """Read a mapping of aliases to Acts, adding to `acts`."""
    for alias, (key, value) in reading.entries(node, "acts", "as in law: acts/law.xml").items():
        if alias in ("all", "act"):
            reading.fail(
                "value-wrong", f"{alias} is a word of the language", do="give the Act another alias", node=key
            )
        for name, language, source in _versions(reading, alias, value, acts):
            acts.known.setdefault(alias, {})[name] = language
            if source is not None:
                _add(reading, name, source, value, acts)


def _versions(
    reading: Reading, alias: str, node: Node, acts: Acts
) -> list[tuple[str, str | None, ActSource | None]]:
    """The versions of an Act: key, language and source (None where it cannot be had)."""
    languages = list(languages_in([node]))
    if not languages:
        return [(alias, None, _act(reading, alias, alias, node, acts))]
    found: list[tuple[str, str | None, ActSource | None]] = []
    for language in languages:
        name = act_key(alias, language) if len(languages) > 1 else alias
        source = _act(reading, alias, name, in_language(reading, node, language, f"acts: {alias}"), acts)
        found.append((name, language, replace(source, language=language) if source else None))
    return found


def _add(reading: Reading, name: str, source: ActSource, node: Node, acts: Acts) -> None:
    known = acts.sources.get(name)
    if known is not None and known.alias != source.alias:
        reading.fail(
            "value-wrong",
            f"{name} is both an Act and the language version of another",
            do="give the Act an alias without a full stop",
            node=node,
        )
    elif known is not None and (known.path or known.source) != (source.path or source.source):
        reading.fail(
            "include-wrong",
            f"{name} is {known.source} at {known.at}, and another file here",
            do="name the same file, or use another alias",
            node=node,
        )
    of_another = _same_file(source, acts)
    if known is None and of_another is not None:
        reading.fail(
            "language-version",
            f"{source.source} is given as the version in {of_another.language} already",
            do=f"give the file of the version in {source.language}",
            at=source.at,
        )
    acts.sources.setdefault(name, source)


def _same_file(source: ActSource, acts: Acts) -> ActSource | None:
    """Another version of the same Act from the same file."""
    others = (other for other in acts.sources.values() if other.alias == source.alias)
    return next((other for other in others if source.path is not None and other.path == source.path), None)


def _act(reading: Reading, alias: str, name: str, node: Node, acts: Acts) -> ActSource | None:
    if not isinstance(node, MappingNode):
        text = read_text(reading, node, f"acts: {alias}")
        return _source(reading, alias, name, text, acts) if text is not None else None
    entries = reading.entries(node, f"acts: {alias}")
    reading.check_keys(((key, k) for key, (k, _) in entries.items()), _ACT, f"acts: {alias}")
    if "source" not in entries:
        reading.fail(
            "key-missing",
            f"acts: {alias} names no file",
            do=f"add source: with the path of the file, as in {alias}: {{source: acts/law.xml}}",
            node=node,
        )
        return None
    text = read_text(reading, entries["source"][1], "source")
    act = _source(reading, alias, name, text, acts) if text is not None else None
    if act is None:
        return None
    as_of = read_date(reading, entries["as_of"][1], "as_of") if "as_of" in entries else None
    published = (
        read_text(reading, entries["publication"][1], "publication") if "publication" in entries else None
    )
    return replace(act, as_of=as_of, publication=published.value if published else None)


def _source(reading: Reading, alias: str, name: str, text: Text, acts: Acts) -> ActSource | None:
    shown = reading.name_of(text)
    if name in acts.provided:
        return ActSource(alias, text.value, text.at, name=shown)
    path = inside_folder(reading, text)
    return None if path is None else ActSource(alias, text.value, text.at, path=str(path), name=shown)


def versions_amended(
    reading: Reading, alias: str, language: str | None, acts: Acts, at: Node
) -> dict[str, str | None]:
    """The versions of an Act that an operation amends: key and language.

    Args:
        alias: of the Act.
        language: of the version, where the operation is for one alone.
        at: where that is said, for the error of an Act that has no such version.
    """
    versions = {key: acts.language_of(alias, key) for key in acts.known[alias]}
    if language is None or len(versions) == 1:
        return versions
    wanted = language_tag(language)
    chosen: dict[str, str | None] = {key: named for key, named in versions.items() if named == wanted}
    if not chosen:
        named = [tag for tag in versions.values() if tag is not None]
        reading.fail(
            "language-version",
            f"{alias} has no version in {language}",
            do=f"write language: {' or '.join(named)}, or add {language}: to {alias} under acts",
            node=at,
        )
    return chosen
