"""An amending Act as a spec: its own modifications as operations on the Acts that it amends."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Literal

from lxml import etree
from msgspec.structs import replace

from redline.akn.amending_reader import ReadModification, read_effects, read_modifications, settings_of
from redline.akn.document import Act
from redline.akn.names import local_name
from redline.akn.quoting import FRAME, markup_of
from redline.errors import SpecError
from redline.model.source import Span
from redline.model.spec import (
    ActSource,
    Commencement,
    Content,
    Effect,
    EnactedAs,
    Leave,
    OnDate,
    OnEvent,
    Operation,
    Spec,
    Text,
    Times,
    Value,
)

Values = dict[str, Value]


def spec_of(
    amending: Act,
    acts: Mapping[str, ActSource],
    provided: Mapping[str, Act],
    found: Iterable[ReadModification] | None = None,
) -> Spec:
    """The spec that an amending Act says.

    Args:
        amending: the amending Act, with its active modifications.
        acts: where the Acts that it amends come from, by the aliases that it gives them.
        provided: those that are in hand.
        found: its modifications, where they are read otherwise than from what `redline build` writes.

    Raises:
        SpecError: `amending-act-unreadable`, where a modification is of no kind known here.
    """
    settings = settings_of(amending)
    operations: list[Operation] = []
    for each in read_modifications(amending) if found is None else found:
        if not each.follows:
            operations.append(_operation(each, len(operations), amending.name))
    ids = [operation.id for operation in operations]
    for place, operation in enumerate(operations):
        if operation.id in ids[:place]:
            operations[place] = replace(operation, id=f"{operation.id}-{place + 1}")
    return Spec(
        id=settings.get("id") or "read-back",
        file=amending.name,
        title={settings.get("language") or "und": amending.title},
        effects=tuple(_effects(amending)),
        acts=acts,
        operations=tuple(operations),
        jurisdiction=settings.get("jurisdiction", "generic"),
        language=settings.get("language"),
        addressing="current" if settings.get("addressing") == "current" else "base",
        spacing="exact" if settings.get("spacing") == "exact" else "tidy",
        contents=_contents(settings.get("contents")),
        provided=provided,
        date=_date(settings.get("date")),
        enacted_as=_enacted(settings),
    )


def _effects(amending: Act) -> Iterator[Effect]:
    """The effects that change no text."""
    for order, said in enumerate(read_effects(amending)):
        at = Span(amending.name, order + 1, 1)
        texts = {name: Text(said[name], at) for name in ("text", "because") if name in said}
        yield Effect(
            kind=said["effect"],
            target=Text(said["target"], at),
            at=at,
            order=order,
            acts=(said["act"],),
            start=_date(said.get("from")),
            until=_date(said.get("until")),
            territory=said.get("territory"),
            text=texts.get("text"),
            because=texts.get("because"),
        )


def _date(said: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(said) if said else None


def _enacted(settings: Mapping[str, str]) -> EnactedAs | None:
    """The amending Act itself, as far as it knows."""
    known = {k.removeprefix("enacted-"): v for k, v in settings.items() if k.startswith("enacted-")}
    if not known:
        return None
    return EnactedAs(
        known.get("uri"),
        known.get("form"),
        known.get("number"),
        _date(known.get("date")),
        known.get("signed_by"),
    )


def _contents(said: str | None) -> Literal["follow", "leave"] | None:
    return "follow" if said == "follow" else "leave" if said == "leave" else None


def _operation(found: ReadModification, order: int, name: str) -> Operation:
    make = _VERBS.get(found.verb)
    if make is None:
        raise SpecError(
            "amending-act-unreadable",
            f"{name} has a modification that cannot be read as an operation ({found.verb or 'no verb'})",
            do="only amending Acts that redline build has written can be read back",
        )
    at = Span(name, order + 1, 1)
    references = found.settings.get("set-references")
    return Operation(
        id=found.operation or f"op-{order + 1}",
        verb=found.verb,
        at=at,
        order=order,
        acts=(found.act,),
        values=make(found, at),
        commencement=_commencement(found),
        until=found.until,
        references="update" if references == "update" else "leave" if references == "leave" else "report",
    )


def _commencement(found: ReadModification) -> Commencement | None:
    if found.event:
        return OnEvent(found.event)
    return OnDate(found.date) if found.date is not None else None


def _texts(words: Sequence[str], at: Span) -> Value:
    made = tuple(Text(each, at) for each in words)
    return made[0] if len(made) == 1 else made


def _addresses(found: ReadModification, at: Span) -> Value:
    return tuple(Text(each, at) for each in found.places)


def _content(found: ReadModification, at: Span) -> Content:
    return Content("akn", "".join(map(_unframed, found.content)), at)


def _manner(found: ReadModification, at: Span) -> Iterator[tuple[str, Value]]:
    """Where words are looked for, and how."""
    if found.places != ("act",):
        yield "in", _addresses(found, at)
    if found.settings.get("times") == "all":
        yield "times", Times("all")
    if found.settings.get("set-words") == "true":
        yield "words", True
    if found.settings.get("set-spacing"):
        yield "spacing", found.settings["set-spacing"]
    if found.settings.get("except"):
        yield "except", tuple(Text(each, at) for each in found.settings["except"].split("|"))


def _substitute(found: ReadModification, at: Span) -> Values:
    return {"substitute": _texts(found.old, at), "with": _texts(found.new, at), **dict(_manner(found, at))}


def _omit(found: ReadModification, at: Span) -> Values:
    return {"omit": _texts(found.old, at), **dict(_manner(found, at))}


def _add(found: ReadModification, at: Span) -> Values:
    values: Values = {"add": Text(found.new[0], at), **dict(_manner(found, at))}
    if found.side in ("start", "end"):
        values["at"] = found.side
    else:
        values[found.side] = Text(found.anchor, at)
    return values


def _replace(found: ReadModification, at: Span) -> Values:
    return {found.verb: _addresses(found, at), "with": _content(found, at)}


def _unframed(markup: str) -> str:
    """The rows or items of a table or list that they are only quoted in; everything else as it is."""
    holder = etree.fromstring(markup)
    if FRAME not in holder.attrib:
        return markup
    return "".join(markup_of(deepcopy(inner)) for inner in holder)


def _restore(found: ReadModification, at: Span) -> Values:
    return {"restore": Text(found.places[0], at), "with": _content(found, at)}


def _insert(found: ReadModification, at: Span) -> Values:
    values: Values = {"insert": _content(found, at), found.side: Text(found.beside, at)}
    if "set-at" in found.settings:
        values["at"] = found.settings["set-at"]
    return values


def _repeal(found: ReadModification, at: Span) -> Values:
    values: Values = {"repeal": _addresses(found, at)}
    left = found.settings.get("set-leave", "")
    if left.startswith("text: "):
        values["leave"] = Leave("text", left.removeprefix("text: "))
    elif left == "note":
        values["leave"] = Leave("note")
    elif left == "number":
        values["leave"] = Leave("number")
    elif left:
        values["leave"] = Leave("nothing")
    return values


def _retitle(found: ReadModification, at: Span) -> Values:
    place = found.places[0]
    quoted = etree.fromstring(found.content[0])
    heading = next((child for child in quoted if local_name(child.tag) == "heading"), quoted)
    words = " ".join("".join(str(text) for text in heading.itertext()).split())
    return {"retitle": Text(place, at), "as": Text(words, at)}


def _numbers(found: ReadModification, at: Span) -> Value:
    return _texts(found.settings.get("set-as", "").split("|"), at)


def _renumber(found: ReadModification, at: Span) -> Values:
    numbers = found.settings.get("set-as", "").split("|")
    return {"renumber": _addresses(found, at), "as": tuple(Text(each, at) for each in numbers)}


def _move(found: ReadModification, at: Span) -> Values:
    values: Values = {"move": Text(found.places[0], at), found.side: Text(found.beside, at)}
    if "set-as" in found.settings:
        values["as"] = _numbers(found, at)
    if "set-at" in found.settings:
        values["at"] = found.settings["set-at"]
    return values


def _designate(found: ReadModification, at: Span) -> Values:
    return {"designate": Text(found.places[0], at), "as": _numbers(found, at)}


def _enclose(found: ReadModification, at: Span) -> Values:
    return {"enclose": _addresses(found, at), "as": _content(found, at)}


def _split(found: ReadModification, at: Span) -> Values:
    numbers = found.settings.get("set-as", "").split("|")
    return {
        "split": Text(found.places[0], at),
        "before": Text(found.settings.get("set-before", ""), at),
        "as": tuple(Text(each, at) for each in numbers),
    }


def _join(found: ReadModification, at: Span) -> Values:
    values: Values = {"join": _addresses(found, at)}
    if "set-as" in found.settings:
        values["as"] = _numbers(found, at)
    if "set-with" in found.settings:
        values["with"] = Text(found.settings["set-with"], at)
    return values


_VERBS: Mapping[str, Callable[[ReadModification, Span], Values]] = {
    "substitute": _substitute,
    "omit": _omit,
    "add": _add,
    "replace": _replace,
    "restore": _restore,
    "insert": _insert,
    "repeal": _repeal,
    "retitle": _retitle,
    "renumber": _renumber,
    "move": _move,
    "designate": _designate,
    "enclose": _enclose,
    "split": _split,
    "join": _join,
}
