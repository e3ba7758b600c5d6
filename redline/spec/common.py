"""The common keys of operations, given at an operation, at its entry or at the top of the spec."""

from __future__ import annotations

import datetime

from msgspec import Struct, field
from msgspec.structs import replace

from redline.model.source import Span
from redline.model.spec import Commencement, Text
from redline.spec import key_texts
from redline.spec.by_language import entries_in, languages_in
from redline.spec.dates import read_commencement
from redline.spec.reading import Entries, Reading, read_date
from redline.spec.texts import read_text, read_texts
from redline.spec.yaml_source import Node, ScalarNode

COMMON = tuple(key_texts.COMMON)
DEFAULTS = ("because", "fixes", "author", "comment", "commencement", "until", "when", "references")
ENTRY_DEFAULTS = (*DEFAULTS, "language", "expect")
"""Common keys given at an entry. At the top, `language` is another thing, and no text can be expected."""


class Common(Struct):
    """The common keys of an operation, entry or spec, as far as given."""

    id: str | None = None
    because: Text | None = None
    fixes: tuple[str, ...] | None = None
    fixes_at: tuple[Span, ...] = ()
    author: str | None = None
    comment: Text | None = None
    commencement: Commencement | None = None
    commencement_at: Span | None = None
    until: datetime.date | None = None
    when: str | None = None
    language: str | None = None
    expect: Text | None = None
    references: str | None = None

    def over(self, other: Common) -> Common:
        """These keys, with what is missing taken from `other`."""
        merged = replace(self)
        for name in (
            "because",
            "author",
            "comment",
            "until",
            "when",
            "references",
            "language",
            "expect",
        ):
            if getattr(self, name) is None:
                setattr(merged, name, getattr(other, name))
        if self.fixes is None:
            merged.fixes, merged.fixes_at = other.fixes, other.fixes_at
        if self.commencement is None:
            merged.commencement, merged.commencement_at = other.commencement, other.commencement_at
        return merged


class Defaults(Struct):
    """The common keys of an entry or of the whole spec, as they read for each language.

    Attributes:
        entries: the keys with their values, and others beside them.
        names: which of them are defaults.
        outer: where what is not given here is taken from.
    """

    reading: Reading
    entries: Entries
    names: tuple[str, ...]
    outer: Defaults | None = None
    found: dict[str | None, Common] = field(default_factory=dict)

    def within(self, reading: Reading, entries: Entries, names: tuple[str, ...]) -> Defaults:
        """The defaults of an entry, with these behind them."""
        return Defaults(reading, entries, names, self)

    @property
    def by_language(self) -> bool:
        """Whether any of them is given for each language."""
        own = languages_in(value for name, (_, value) in self.entries.items() if name in self.names)
        return bool(own) or (self.outer is not None and self.outer.by_language)

    def read(self, language: str | None) -> Common:
        """The keys as they read for one language."""
        if language not in self.found:
            own = {name: pair for name, pair in self.entries.items() if name in self.names}
            common = read_common(self.reading, entries_in(self.reading, own, language), self.names)
            self.found[language] = common.over(self.outer.read(language)) if self.outer else common
        return self.found[language]


def read_common(reading: Reading, entries: Entries, names: tuple[str, ...] = COMMON) -> Common:
    """The common keys out of a mapping."""
    common = Common()
    for name in names:
        if name in entries:
            _read_common_key(reading, name, entries[name][1], common)
    return common


def _read_common_key(reading: Reading, name: str, node: Node, common: Common) -> None:
    if name == "fixes":
        texts = read_texts(reading, node, name)
        common.fixes = tuple(text.value for text in texts) if texts is not None else None
        common.fixes_at = tuple(text.at for text in texts or ())
    elif name == "commencement":
        common.commencement = read_commencement(reading, node)
        common.commencement_at = reading.span(node)
    elif name == "until":
        common.until = read_date(reading, node, name)
    elif name == "references":
        typed = node.value if isinstance(node, ScalarNode) else ""
        if typed not in ("update", "report", "leave"):
            reading.fail(
                "value-wrong",
                "references is update, report or leave",
                do="write references: report",
                node=node,
            )
        else:
            common.references = str(typed)
    else:
        text = read_text(reading, node, name)
        if text is not None:
            setattr(common, name, text if name in ("because", "comment", "expect") else text.value)
