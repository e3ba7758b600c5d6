"""What every reader of a spec shares: its file, the errors found so far, misspelt names, paths and dates."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from msgspec import Struct, field
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from redline.errors import RedlineError
from redline.model.source import Span
from redline.model.spec import Text
from redline.spec.misplaced import Meant
from redline.spec.yaml_source import MappingNode, Node, ScalarNode, SequenceNode, Source, nearest_file

Entries = Mapping[str, tuple[Node, Node]]
"""The keys of a mapping, each with its own node and that of its value."""


class Reading(Struct):
    """What is needed to read one file: where it stands, and the errors found so far.

    Attributes:
        source: the file.
        folder: the folder that every path must stay in.
        errors: everything wrong, in the order found; shared by all files of a spec.
        sources: the lines of every file read, by name, for messages; shared likewise.
        what: what the file is, in messages.
    """

    source: Source
    folder: Path
    errors: list[RedlineError] = field(default_factory=list)
    sources: dict[str, tuple[str, ...]] = field(default_factory=dict)
    what: str = "spec"

    def name_of(self, text: Text) -> str:
        """A path of the spec as messages show it: from where the command was given, like the spec's own."""
        return str(self.folder / text.value.replace("\\", "/"))

    def span(self, node: Node) -> Span:
        """Where a node stands."""
        return self.source.span(node)

    def fail(
        self, slug: str, message: str, *, do: str, node: Node | None = None, at: Span | None = None
    ) -> None:
        """Note an error at a node, once: what stands for several languages is read for each of them."""
        error = self.source.error(slug, message, do=do, at=at or (self.span(node) if node else None))
        if not any(error.at == other.at and str(error) == str(other) for other in self.errors):
            self.errors.append(error)

    def entries(
        self, node: Node, what: str, example: str = "as in key: value"
    ) -> dict[str, tuple[Node, Node]]:
        """The keys of a mapping with their nodes; a key given twice and a node that is no mapping are
        errors.
        """
        if not isinstance(node, MappingNode):
            self.fail(
                "value-wrong",
                f"{what} is written as keys with their values",
                do=f"write each on a line of its own, {example}",
                node=node,
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
                    do=_once(name, found[name][1], value_node),
                    node=key_node,
                )
                continue
            found[name] = (key_node, value_node)
        return found

    def check_keys(
        self,
        entries: Iterable[tuple[str, Node]],
        known: Iterable[str],
        where: str,
        meant: Callable[[str], Meant | None] = lambda _: None,
    ) -> frozenset[str]:
        """Note unknown keys, each with what is meant by it: what `meant` says, or the nearest known key that
        is not given already; returns the known ones that seem to be meant.
        """
        names, given = list(known), dict(entries)
        found: set[str | None] = set()
        for name, node in given.items():
            if name not in names:
                free = [other for other in names if other not in given]
                plain = meant(name)
                do = plain.do if plain is not None else did_you_mean(name, free)
                self.fail("key-unknown", f"{where} has no key {name}", do=do, node=node)
                found.add(plain.key if plain is not None else nearest_name(name, free))
        return frozenset(name for name in found if name)


def _once(name: str, first: Node, second: Node) -> str:
    """The next step for a key given twice: of `ignore`, which takes a list, one list of both."""
    values = [str(node.value) for node in (first, second) if isinstance(node, ScalarNode)]
    values += [
        str(item.value) for node in (first, second) if isinstance(node, SequenceNode) for item in node.value
    ]
    if name == "ignore" and values:
        return f"write one line for both: ignore: [{', '.join(dict.fromkeys(values))}]"
    return "take one of them out"


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The next step for a misspelt name."""
    names = list(known)
    near = nearest_name(name, names)
    return f"did you mean {near}?" if near is not None else f"use one of: {', '.join(names)}"


def nearest_name(name: str, known: Iterable[str]) -> str | None:
    """The known name that a misspelt or shortened one is nearest to, if any is near."""
    names, small = list(known), name.lower()
    match = process.extractOne(
        small, names, scorer=DamerauLevenshtein.normalized_similarity, processor=str.lower, score_cutoff=_NEAR
    )
    if match is not None:
        return str(match[0])
    return next((full for full in names if len(small) > 2 and full.lower().startswith(small)), None)


_NEAR = 0.6
"""Two letters of five may be wrong: `wiht` is with, and `act` is not expect."""


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
            f"{text.value} lies outside the {reading.what}'s folder",
            do=f"copy the file into the folder of the {reading.what} and give its path from there",
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
            f"there is no file {text.value} beside the {reading.what}",
            do=f"did you mean {meant}?"
            if meant
            else f"check the path; it is read from the folder of the {reading.what}",
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
