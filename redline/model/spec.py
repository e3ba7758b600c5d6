"""A spec as loaded: what changes in which provision of which Act, why and from when."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from redline.model.source import Span


class Text(Struct, frozen=True):
    """A scalar of the spec: its characters as typed, and where it stands."""

    value: str
    at: Span

    def __str__(self) -> str:
        return self.value


class WordSpan(Struct, frozen=True):
    """Words named by where they begin and end: `{from: …, to: …}`, `{after: …}` or `{before: …}`.

    `start` without `end` runs to the end; `after` and `before` leave the named words themselves out.
    """

    at: Span
    start: Text | None = None
    end: Text | None = None
    after: Text | None = None
    before: Text | None = None


Words = Text | WordSpan


class Content(Struct, frozen=True):
    """New text in one of the forms of the spec language, §4.

    Attributes:
        form: `text` (plain text in the law's own layout) or `akn` (Akoma Ntoso markup).
        text: the content itself, read from `file` where one was given.
        at: where it stands in the spec.
        file: the file it came from, as written in the spec.
        lines: where each line of the text stands, in the spec or in that file; empty where that is not known.
    """

    form: Literal["text", "akn"]
    text: str
    at: Span
    file: str | None = None
    lines: tuple[Span, ...] = ()

    def __eq__(self, other: object) -> bool:
        """Whether it is the same content of the same place; where each line stands follows from that."""
        if not isinstance(other, Content):
            return NotImplemented
        return (self.form, self.text, self.at, self.file) == (other.form, other.text, other.at, other.file)

    def __hash__(self) -> int:
        return hash((self.form, self.text, self.at, self.file))

    def line(self, number: int | None) -> Span:
        """Where a line of the text (1-based) stands; the whole content where that is not known."""
        if number is None or not 1 <= number <= len(self.lines):
            return self.at
        return self.lines[number - 1]


class Times(Struct, frozen=True):
    """Which occurrences are meant: `all`, `both`, `first`, `last`, or `numbers` (1-based)."""

    word: Literal["all", "both", "first", "last"] | None
    numbers: tuple[int, ...] = ()


class Leave(Struct, frozen=True):
    """What a repeal leaves behind: the profile's note, the bare number, nothing, or `text`."""

    kind: Literal["note", "number", "nothing", "text"]
    text: str = ""


Value = Text | WordSpan | Content | Times | Leave | int | str | bool | frozenset[str] | tuple[Words, ...]


class OnDate(Struct, frozen=True):
    """Commencement on a known day."""

    date: datetime.date


class AfterPublication(Struct, frozen=True):
    """Commencement a number of days or months after publication.

    `full` is the day after that many full days (or months) have run.
    """

    count: int
    unit: Literal["days", "months"]
    full: bool = False


class MonthAfterPublication(Struct, frozen=True):
    """Commencement on a day of a later month: `month` 2 and `day` 5 is the 5th of the second month after."""

    month: int
    day: int


class OnEvent(Struct, frozen=True):
    """Commencement on an event whose date is not known yet."""

    event: str


Commencement = OnDate | AfterPublication | MonthAfterPublication | OnEvent


WORD_VERBS = frozenset({"substitute", "add", "omit"})
"""The verbs that change words and leave the provisions as they are."""


class Operation(Struct, frozen=True):
    """One instruction of a spec.

    Attributes:
        id: given, or `op-N` by its place in the spec.
        verb: `replace`, `insert`, …
        at: where it begins in the file.
        order: 0-based place among all operations of the spec, in file order.
        acts: the aliases of the Acts it amends, `all` already written out.
        values: the verb's own keys, by name, loaded as `redline.model.keys.Kind` says; the verb's own value
            stands under the verb's name.
        fixes_at: where each id under `fixes` stands.
        because, fixes, …: the common keys, with the defaults of the entry and the top level filled in.
        versions: language -> the operation as it reads for that language version, where the spec gives a text
            for each; empty where all versions are amended alike. The operation itself is then the first of
            them.
    """

    id: str
    verb: str
    at: Span
    order: int
    acts: tuple[str, ...]
    values: Mapping[str, Value]
    because: Text | None = None
    fixes: tuple[str, ...] = ()
    fixes_at: tuple[Span, ...] = ()
    author: str | None = None
    comment: Text | None = None
    commencement: Commencement | None = None
    commencement_at: Span | None = None
    until: datetime.date | None = None
    when: str | None = None
    language: str | None = None
    expect: Text | None = None
    references: Literal["update", "report", "leave"] = "report"
    versions: Mapping[str, Operation] = field(default_factory=dict)

    def in_language(self, language: str | None) -> Operation:
        """The operation as it reads for one language version of an Act.

        Args:
            language: as the spec names it, `kk`; one that the operation has no texts of its own for gets the
                operation itself.
        """
        return self.versions.get(language or "", self)

    @property
    def throughout(self) -> bool:
        """Whether it changes words of the whole Act, wherever they occur."""
        times = self.values.get("times")
        everywhere = isinstance(times, Times) and times.word == "all"
        return everywhere and self.verb in WORD_VERBS and "in" not in self.values

    @property
    def whole(self) -> bool:
        """Whether it is said of the Act as a whole: `repeal: act`, `replace: act`, `retitle: act`."""
        value = self.values.get(self.verb)
        named = value if isinstance(value, tuple) else (value,)
        return any(isinstance(each, Text) and each.value == "act" for each in named)


class Effect(Struct, frozen=True):
    """Something that does not change the text: a suspension, an extension, a saving … (spec language §3).

    Attributes:
        versions: as for an `Operation`.
    """

    kind: str
    target: Text
    at: Span
    order: int
    acts: tuple[str, ...]
    start: datetime.date | None = None
    until: datetime.date | None = None
    territory: str | None = None
    text: Text | None = None
    because: Text | None = None
    versions: Mapping[str, Effect] = field(default_factory=dict)

    def in_language(self, language: str | None) -> Effect:
        """The effect as it reads for one language version of an Act."""
        return self.versions.get(language or "", self)


class ActSource(Struct, frozen=True):
    """Where an Act, or one language version of it, comes from, and what the spec says of it.

    Attributes:
        alias: what the spec calls the Act, in all its languages.
        source: the path as written in the spec.
        path: the file, absolute.
        name: the path as messages show it: from where the command was given.
        language: of the version, as a tag (`kk`), where the spec names it.
    """

    alias: str
    source: str
    at: Span
    language: str | None = None
    as_of: datetime.date | None = None
    publication: str | None = None
    path: str | None = None
    name: str = ""


def act_key(alias: str, language: str) -> str:
    """What stands for one of several language versions of an Act: `citizens.kk`.

    An Act in one language is named by its alias alone.
    """
    return f"{alias}.{language}"


class EnactedAs(Struct, frozen=True):
    """The amending Act itself, as far as known.

    Attributes:
        versions: language -> what it is in that language, where the spec says it for each.
    """

    uri: str | None = None
    form: str | None = None
    number: str | None = None
    date: datetime.date | None = None
    signed_by: str | None = None
    versions: Mapping[str, EnactedAs] = field(default_factory=dict)

    def in_language(self, language: str | None) -> EnactedAs:
        """The amending Act as it is called in a language."""
        return self.versions.get(language or "", self)


class Spec(Struct, frozen=True):
    """A whole spec with its includes.

    Attributes:
        title: by language code; a plain string stands under the spec's `language` (or `und`).
        acts: by key (see `act_key`), in file order; `path` is absolute and inside the spec's folder.
        provided: Acts handed over from Python (key to `redline.akn.Act`), which override their sources.
        addressing: `base` reads addresses in the text before this date's operations, `current` in file order.
        sources: file name to its lines, for messages.
    """

    id: str
    file: str
    acts: Mapping[str, ActSource]
    operations: tuple[Operation, ...]
    title: Mapping[str, str] = field(default_factory=dict)
    jurisdiction: str = "generic"
    language: str | None = None
    author: str | None = None
    date: datetime.date | None = None
    publication: datetime.date | None = None
    enacted_as: EnactedAs | None = None
    effects: tuple[Effect, ...] = ()
    addressing: Literal["base", "current"] = "base"
    spacing: Literal["tidy", "exact"] = "tidy"
    contents: Literal["follow", "leave"] | None = None
    provided: Mapping[str, object] = field(default_factory=dict)
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def brought(self) -> Iterator[Content]:
        """Every new text that its operations bring, in each language."""
        for operation in self.operations:
            for version in (operation, *operation.versions.values()):
                yield from (value for value in version.values.values() if isinstance(value, Content))

    def versions_of(self, alias: str) -> dict[str, ActSource]:
        """The sources of an Act by key: several where it has several language versions, none for another's
        alias.
        """
        return {key: source for key, source in self.acts.items() if source.alias == alias}

    def name_of(self, key: str) -> str:
        """An Act as people call it: its alias, with the language where it has several versions."""
        source = self.acts.get(key)
        return key if source is None or source.alias == key else f"{source.alias} ({source.language})"

    def in_language(self, language: str, keys: Collection[str]) -> Spec:
        """The spec as it reads in one language: what it says of some Acts, all of which are in it.

        Args:
            language: as a tag.
            keys: of the Acts.
        """

        def kept(thing: Operation | Effect) -> tuple[str, ...]:
            return tuple(key for key in thing.acts if key in keys)

        return replace(
            self,
            language=language,
            acts={key: source for key, source in self.acts.items() if key in keys},
            operations=tuple(
                replace(operation.in_language(language), acts=kept(operation))
                for operation in self.operations
                if kept(operation)
            ),
            effects=tuple(
                replace(effect.in_language(language), acts=kept(effect))
                for effect in self.effects
                if kept(effect)
            ),
            enacted_as=self.enacted_as.in_language(language) if self.enacted_as else None,
        )

    @property
    def parallel(self) -> bool:
        """Whether any of the Acts has several language versions."""
        return any(key != source.alias for key, source in self.acts.items())


class Unread(Struct, frozen=True):
    """An operation that is not written as it must be.

    Attributes:
        acts: the aliases of the Acts that it amends.
        verb: what it does, where that can be told.
        commencement: from when.
        dated: whether that could be read.
    """

    acts: tuple[str, ...]
    verb: str | None
    commencement: Commencement | None
    dated: bool


class Rest(Struct, frozen=True):
    """What is left of a spec without the operations that are not written as they must be: never applied, only
    looked at for what else is wrong.
    """

    spec: Spec
    unread: tuple[Unread, ...]
