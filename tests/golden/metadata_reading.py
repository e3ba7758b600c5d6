"""The metadata of a consolidated Act as lines that a drafter can read: what happened when, and by which Act."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from redline.akn.marked import MarkedAct
from redline.akn.names import local_name
from redline.model.spec import Spec
from redline.render.sentences import describe_effect

Element = etree._Element


def metadata_reading(marked: MarkedAct, alias: str, spec: Spec) -> str:
    """What is recorded of an amendment beside the text.

    First what the consolidated file says of itself, then what was left out of it and why, then the effects as
    the change list has them.
    """
    root = marked.after().tree.getroot()
    lines = list(_expression(root))
    lines += [f"event {_event(event, root)}" for event in _named(root, "eventRef")]
    for passive in _named(root, "passiveModifications"):
        lines += [_modification(entry, root) for entry in passive]
    lines += [_mapping(row, root) for row in _named(root, "mapping")]
    lines += [f"left out: {warning}" for warning in marked.warnings]
    lines += [f"effect {describe_effect(effect)}" for effect in spec.effects if alias in effect.acts]
    return "\n".join(lines) + "\n"


def _named(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if local_name(element.tag) == name)


def _expression(root: Element) -> Iterator[str]:
    document = next(child for child in root if isinstance(child.tag, str))
    if document.get("contains"):
        yield f"contains {document.get('contains')}"
    for expression in _named(root, "FRBRExpression"):
        for child in expression:
            name = local_name(child.tag).removeprefix("FRBR")
            if name in ("this", "uri", "date", "masterExpression"):
                yield f"expression {name} {child.get('value') or child.get('date') or child.get('href')}"


def _event(event: Element, root: Element) -> str:
    return f"{event.get('date')} {event.get('type')}, by {_reference(event.get('source'), root)}"


def _modification(entry: Element, root: Element) -> str:
    """One modification in a line: `scopeMod extensionOfScope of #art_2, from 2026-07-01`."""
    words = f"{local_name(entry.tag)} {entry.get('type')}"
    for child in entry:
        name = local_name(child.tag)
        href = child.get("href") or ""
        if name == "source":
            words += f" by {href}"
        elif name == "destination":
            words += f", {child.get('pos')} {href}" if child.get("pos") else f", {href}"
        elif child.get("period"):
            words += f", {name} {_period(str(child.get('period')), root)}"
        else:
            words += f", {name} {href}"
    return words


def _period(reference: str, root: Element) -> str:
    group = _find(reference, root)
    interval = group[0]
    start = _find(str(interval.get("start")), root).get("date")
    end = interval.get("end")
    return f"from {start}" + (f" until {_find(end, root).get('date')}" if end else "")


def _mapping(row: Element, root: Element) -> str:
    start = row.get("start")
    since = f" since {_find(start, root).get('date')}" if start else ""
    return f"mapping {row.get('original')} is {row.get('current')}{since}"


def _reference(reference: str | None, root: Element) -> str:
    """What a reference names: `Law No. 9 (/akn/xx/act/…)`."""
    found = _find(str(reference), root)
    return f"{found.get('showAs')} ({found.get('href')})"


def _find(reference: str, root: Element) -> Element:
    identifier = reference.removeprefix("#")
    return next(element for element in root.iter() if element.get("eId") == identifier)
