"""Entries of `amendments` -> operations and effects."""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace

from redline.model.source import Span
from redline.model.spec import Effect, Operation, Value
from redline.operations.keys import VERBS, get_verb
from redline.operations.verb import Verb
from redline.spec.acts import Acts, versions_amended
from redline.spec.by_language import entries_in, languages_in
from redline.spec.common import COMMON, ENTRY_DEFAULTS, Common, Defaults, read_common
from redline.spec.effects import read_effect
from redline.spec.ids import automatic_id
from redline.spec.language_texts import check_texts
from redline.spec.misplaced import USUAL_VERBS, Meant, meant_by
from redline.spec.reading import Entries, Reading, did_you_mean
from redline.spec.texts import read_text, read_texts
from redline.spec.unread import Written, written_effect, written_operation
from redline.spec.values import read_value
from redline.spec.yaml_source import MappingNode, Node, ScalarNode, SequenceNode

ENTRY = ("act", "operations", "effects", *ENTRY_DEFAULTS)
_VERB_NAMES = tuple(verb.name for verb in VERBS)


class Amendments(Struct):
    """The operations and effects read so far, over all files of a spec.

    Attributes:
        operations, effects: in file order.
        count: how many operations are written, those that cannot be read with them.
        ids: the ids of operations, with their places.
        written: where each operation and effect is written.
        given: every id that a drafter gave, read or not yet: automatic ones step aside for them.
    """

    operations: list[Operation] = field(default_factory=list)
    effects: list[Effect] = field(default_factory=list)
    count: int = 0
    ids: dict[str, Span] = field(default_factory=dict)
    written: list[Written] = field(default_factory=list)
    given: frozenset[str] = frozenset()


class _Entry(Struct, frozen=True):
    """What the operations of an entry share: the Acts of the spec, the defaults, and what was read so far."""

    acts: Acts
    defaults: Defaults
    found: Amendments


def read_amendments(reading: Reading, node: Node, acts: Acts, defaults: Defaults, found: Amendments) -> None:
    """Read a list of amendments, adding to `found`."""
    if not isinstance(node, SequenceNode):
        if isinstance(node, ScalarNode) and node.value == "":
            return
        reading.fail(
            "value-wrong", "amendments is a list", do="begin each entry with - act: ALIAS", node=node
        )
        return
    for item in node.value:
        entries = reading.entries(item, "an entry of amendments")
        if not entries:
            continue
        reading.check_keys(
            ((name, key) for name, (key, _) in entries.items()), ENTRY, "an entry of amendments"
        )
        aliases = _acts(reading, entries, item, tuple(acts.known))
        state = _Entry(acts, defaults.within(reading, entries, ENTRY_DEFAULTS), found)
        if "operations" not in entries and "effects" not in entries:
            reading.fail(
                "key-missing", "the entry has no operations", do="add operations: with a list", node=item
            )
        for operation in _items(reading, entries, "operations"):
            read = _operation(reading, operation, aliases, state)
            found.written.append(_written(reading, operation, aliases, state, read))
        for node in _items(reading, entries, "effects"):
            versions = _versions(reading, aliases, None, acts, node)
            effect = read_effect(reading, node, versions, len(found.effects))
            found.written.append(written_effect(reading, node))
            if effect is not None:
                found.effects.append(effect)


def _items(reading: Reading, entries: Entries, name: str) -> list[Node]:
    if name not in entries:
        return []
    node = entries[name][1]
    if isinstance(node, SequenceNode):
        if not node.value:
            reading.fail(
                "value-wrong",
                f"{name} is an empty list",
                do=f"give at least one, or take {name}: out",
                node=node,
            )
        return list(node.value)
    verb = (
        next((key for key, _ in node.value if _is_verb(key)), None) if isinstance(node, MappingNode) else None
    )
    reading.fail(
        "value-wrong",
        f"{name} is a list, and a - is missing" if verb is not None else f"{name} is a list",
        do=f"write - {verb.value}: and put its other keys straight below {verb.value}"
        if verb is not None
        else "begin each of them with - on a line of its own",
        node=verb or node,
    )
    return [node] if verb is not None else []


def _is_verb(node: Node) -> bool:
    return isinstance(node, ScalarNode) and get_verb(node.value) is not None


def _acts(reading: Reading, entries: Entries, item: Node, aliases: tuple[str, ...]) -> tuple[str, ...]:
    if "act" not in entries:
        reading.fail(
            "key-missing",
            "the entry does not say which Act it amends",
            do=f"add act: {aliases[0]}" if aliases else "add act: with a name from acts",
            node=item,
        )
        return ()
    node = entries["act"][1]
    if isinstance(node, ScalarNode) and node.value == "all":
        return aliases
    texts = read_texts(reading, node, "act") or ()
    for text in texts:
        # A spec that names no Act at all is reported once, not for each entry.
        if aliases and text.value not in aliases:
            reading.fail(
                "act-unknown", f"acts has no {text.value}", do=did_you_mean(text.value, aliases), at=text.at
            )
    return tuple(text.value for text in texts if text.value in aliases)


def _versions(
    reading: Reading, aliases: tuple[str, ...], language: str | None, acts: Acts, at: Node
) -> dict[str, str | None]:
    """The Acts and language versions that something amends: key and language, as far as the spec says it."""
    found: dict[str, str | None] = {}
    for alias in aliases:
        found |= versions_amended(reading, alias, language, acts, at)
    return found


def _written(
    reading: Reading, node: Node, aliases: tuple[str, ...], state: _Entry, read: Operation | None
) -> Written:
    """Where an operation is written; of one that could not be read, what its entry says of it."""
    if read is not None:
        return written_operation(reading, node, read.acts, read.commencement, read)
    versions = _versions(reading, aliases, None, state.acts, node)
    defaults = state.defaults.read(next(iter(versions.values()), None))
    return written_operation(reading, node, tuple(versions), defaults.commencement, None)


def _operation(reading: Reading, node: Node, aliases: tuple[str, ...], state: _Entry) -> Operation | None:
    """Read an operation and add it to what was found; None where it cannot be told what it does."""
    state.found.count += 1
    entries = reading.entries(node, "an operation", _with_colon(node))
    verb = _verb(reading, node, entries)
    if verb is None:
        return None
    meant = _check_keys(reading, verb, entries)
    language = _language(reading, entries, state.defaults)
    at = entries["language"][1] if "language" in entries else node
    versions = _versions(reading, aliases, language, state.acts, at)
    tags = list(dict.fromkeys(versions.values())) or [None]
    check_texts(reading, verb, entries, [tag for tag in tags if tag is not None])
    _check_groups(reading, verb, entries, meant)
    by_language = state.defaults.by_language or languages_in(value for _, value in entries.values())
    read: dict[str | None, Operation] = {}
    for tag in tags if by_language else [None]:
        inner = entries_in(reading, entries, tag) if by_language else entries
        common = read_common(reading, inner).over(state.defaults.read(tag))
        values = _values(reading, node, verb, inner, meant)
        read[tag] = _built(reading.span(entries[verb.name][0]), verb, common, values, tuple(versions))
    found = state.found
    order = found.count - 1
    identifier = _identifier(reading, next(iter(read.values())).id, entries, order, found, node)
    read = {tag: replace(operation, id=identifier, order=order) for tag, operation in read.items()}
    first, *others = read.values()
    differs = any(other != first for other in others)
    versions_of_it = {tag: one for tag, one in read.items() if tag}
    found.operations.append(replace(first, versions=versions_of_it) if differs else first)
    return found.operations[-1]


def _language(reading: Reading, entries: Entries, defaults: Defaults) -> str | None:
    """The one language version that an operation is for, if it is for one alone."""
    if "language" in entries:
        text = read_text(reading, entries["language"][1], "language")
        return text.value if text is not None else None
    own = {name: pair for name, pair in defaults.entries.items() if name == "language"}
    return _language(reading, own, defaults) if own and "language" in defaults.names else None


def _built(
    at: Span, verb: Verb, common: Common, values: dict[str, Value], acts: tuple[str, ...]
) -> Operation:
    """An operation as it reads for one language; its id as given, or empty, and its place not known yet."""
    return Operation(
        id=common.id or "",
        verb=verb.name,
        at=at,
        order=0,
        acts=acts,
        values=values,
        because=common.because,
        fixes=common.fixes or (),
        fixes_at=common.fixes_at,
        author=common.author,
        comment=common.comment,
        commencement=common.commencement,
        commencement_at=common.commencement_at,
        until=common.until,
        when=common.when,
        language=common.language,
        expect=common.expect,
        references=common.references or "report",  # type: ignore[arg-type]  # checked when it was read
    )


def _check_keys(reading: Reading, verb: Verb, entries: Entries) -> frozenset[str]:
    """Note the keys that the operation has not; returns those that are meant by them."""

    def meant(name: str) -> Meant | None:
        node = entries[name][1]
        return meant_by(verb.name, name, str(node.value) if isinstance(node, ScalarNode) else "")

    known = [*(key.name for key in verb.keys), *COMMON]
    keys = ((name, key) for name, (key, _) in entries.items())
    return reading.check_keys(keys, known, f"the operation {verb.name}", meant)


def _with_colon(node: Node) -> str:
    """`repeal art 5` as it is meant; another example for what begins with no verb."""
    verb, _, rest = str(node.value).partition(" ") if isinstance(node, ScalarNode) else ("", "", "")
    return f"as in {verb}: {rest}" if rest and get_verb(verb) is not None else "as in repeal: art 5"


def _values(
    reading: Reading, node: Node, verb: Verb, entries: Entries, meant: frozenset[str]
) -> dict[str, Value]:
    """The verb's own keys, read; a required one that is missing, and not only misspelt, is a failure."""
    values: dict[str, Value] = {}
    for key in verb.keys:
        if key.name in entries:
            value = read_value(reading, entries[key.name][1], key)
            if value is not None:
                values[key.name] = value
        elif key.required and key.name not in meant:
            reading.fail(
                "key-missing",
                f"{verb.name} needs {key.name}: ({key.title[:1].lower()}{key.title[1:]})",
                do=f"add a line such as {_example(verb, (key.name,))}",
                node=node,
            )
    return values


def _example(verb: Verb, names: tuple[str, ...]) -> str:
    """The line of the verb's example that gives one of the keys."""
    lines = [line for example in verb.examples for line in example.splitlines()]
    found = next((line for line in lines if line.partition(":")[0] in names), f"{names[0]}: …")
    return f"{found} with the text on the lines below" if found.endswith("|") else found


def _verb(reading: Reading, node: Node, entries: Entries) -> Verb | None:
    if not entries:
        if isinstance(node, MappingNode):
            reading.fail(
                "key-missing", "the operation is empty", do="write a verb, such as replace: art 5", node=node
            )
        return None
    verbs = [name for name in entries if get_verb(name) is not None]
    if len(verbs) == 1:
        return get_verb(verbs[0])
    if len(verbs) > 1:
        # `insert` and `add` have `before`/`after`, no verb is the key of another: two verbs are two
        # operations.
        reading.fail(
            "verb-twice",
            f"{verbs[0]} and {verbs[1]} are two operations",
            do=f"begin the second with - {verbs[1]}: on a line of its own",
            node=entries[verbs[1]][0],
        )
        return None
    own = [(name, key) for name, (key, _) in entries.items() if name not in COMMON]
    if not own:
        reading.fail(
            "key-missing",
            "the operation does not say what it does",
            do="add a verb, such as replace: art 5",
            node=node,
        )
        return None
    first, key = own[0]
    usual = USUAL_VERBS.get(first.lower())
    reading.fail(
        "verb-unknown",
        f"there is no operation {first}",
        do=f"use {usual}" if usual else did_you_mean(first, _VERB_NAMES),
        node=key,
    )
    return None


def _check_groups(reading: Reading, verb: Verb, entries: Entries, meant: frozenset[str]) -> None:
    for group in verb.one_of:
        given = [name for name in group if name in entries]
        if not given and not meant.intersection(group):
            names = ", ".join(group[:-1]) + f" or {group[-1]}"
            reading.fail(
                "key-missing",
                f"{verb.name} needs one of {names}",
                do=f"add a line such as {_example(verb, group)}",
                node=entries[verb.name][0],
            )
        elif len(given) > 1:
            reading.fail(
                "value-wrong",
                f"{verb.name} takes one of {' and '.join(given)}, not both",
                do=f"take {given[1]} out",
                node=entries[given[1]][0],
            )
    if verb.name in ("insert", "move") and "at" in entries and "into" not in entries:
        reading.fail("value-wrong", "at: goes with into:", do="take at: out", node=entries["at"][0])


def _identifier(
    reading: Reading, given: str, entries: Entries, order: int, found: Amendments, node: Node
) -> str:
    identifier = given or automatic_id(order, found.given, found.ids)
    at = reading.span(entries["id"][1]) if "id" in entries else reading.span(node)
    if identifier in found.ids:
        other = found.ids[identifier]
        reading.fail(
            "operation-id-duplicate",
            f"the id {identifier} is already that of the operation at {other}",
            do="give another id",
            at=at,
        )
        return f"{identifier}-{order + 1}"
    found.ids[identifier] = at
    return identifier
