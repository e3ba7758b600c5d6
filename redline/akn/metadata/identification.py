"""The identification of a new expression: its date, its IRIs, and the master that its wIds refer to."""

from __future__ import annotations

import datetime
import re

from lxml import etree

from redline.akn.metadata.frame import Frame, child_of
from redline.akn.names import local_name

Element = etree._Element

_DATED = re.compile(r"(/[A-Za-z]{2,3})@[^/!~]*?(?=$|/|!|~|\.[A-Za-z]+$)")
"""Naming convention §4: `/eng@2021-01-01`, `/eng@` for the original."""


def write_identification(
    root: Element,
    identification: Element,
    date: datetime.date | None,
    warnings: list[str],
    *,
    master: bool,
    renamed: bool,
) -> tuple[str, str]:
    """Date the expression and its manifestation, and name the master expression.

    Args:
        root: the document; identifications of its components follow the main one.
        identification: the main one.
        date: the date of the expression; None leaves it as it is.
        warnings: added to.
        master: whether the schema of the document has `FRBRmasterExpression`.
        renamed: whether provisions bear the identifiers of a master expression (wIds).

    Returns:
        the IRI of the expression before and after; empty where there is none.
    """
    expression = child_of(identification, "FRBRExpression")
    if expression is None:
        return "", ""
    before = _value(expression, "FRBRuri") or _value(expression, "FRBRthis")
    if date is None:
        warnings.append(
            "no date of the amended text is known, so the expression keeps its own: "
            "give date: YYYY-MM-DD in the spec, or --as-of"
        )
        return before, before
    followed = True
    for other in root.iter(str(identification.tag)):
        theirs = child_of(other, "FRBRExpression")
        if theirs is None or (other is not identification and not _same_expression(theirs, before)):
            continue
        followed = _follow(other, theirs, date) and followed
    after = _value(expression, "FRBRuri") or _value(expression, "FRBRthis")
    if before and not followed:
        warnings.append(f"the IRI of the expression has no place for a date, so it stays as it is: {before}")
    # `#varUri` stands for an IRI that a drafting system fills in later: it names no other version.
    before, after = ("" if iri.startswith("#") else iri for iri in (before, after))
    if master and before and (before != after or renamed):
        _name_master(root, identification, expression, before if before != after else "")
    return before, after


def _follow(identification: Element, expression: Element, date: datetime.date) -> bool:
    """Write the date into an expression and its manifestation; whether their IRIs have a place for it."""
    old = _date_of(expression)
    work = child_of(identification, "FRBRWork")
    of_work = _value(work, "FRBRuri") if work is not None else ""
    language = next((e.get("language") or "" for e in expression if local_name(e.tag) == "FRBRlanguage"), "")
    before = _value(expression, "FRBRuri") or _value(expression, "FRBRthis")
    after = _dated(before, date, old, of_work, language)
    for level in (expression, child_of(identification, "FRBRManifestation")):
        if level is None:
            continue
        for element in level:
            value = element.get("value") or ""
            if after is not None and value and local_name(element.tag) in ("FRBRthis", "FRBRuri"):
                element.set(
                    "value",
                    _continued(value, before, after, _date_of(level), date)
                    or _dated(value, date, old, of_work, language)
                    or value,
                )
        dates = [element for element in level if local_name(element.tag) == "FRBRdate"]
        if dates:
            dates[0].set("date", date.isoformat())
    return after is not None


def _date_of(level: Element) -> str:
    return next((e.get("date") or "" for e in level if local_name(e.tag) == "FRBRdate"), "")


def _continued(value: str, before: str, after: str, old: str, date: datetime.date) -> str | None:
    """An IRI that continues that of the expression, continuing the new one; None where it does not.

    What it adds is a component, a file, or (in German law) the date of the manifestation.
    """
    rest = value[len(before) :] if before and value.startswith(before) else None
    if rest is None or (rest and rest[0] not in "/.!~"):
        return None
    return after + (rest.replace(f"/{old}", f"/{date.isoformat()}", 1) if old else rest)


def _dated(value: str, date: datetime.date, old: str, work: str, language: str) -> str | None:
    """An IRI with the new date in its place; None where it has none."""
    new = date.isoformat()
    if _DATED.search(value):
        return _DATED.sub(rf"\g<1>@{new}", value, count=1)
    bare = re.search(rf"/{re.escape(language)}(?=$|/!|!|\.[A-Za-z]+$)", value) if language else None
    if bare and value.startswith("/"):
        # `/eng` alone is the text in force whenever it is asked for (naming convention; others have no @).
        return f"{value[: bare.end()]}@{new}{value[bare.end() :]}"
    kept = len(work) if work and value.startswith(work) else 0
    for written, replacement in ((old, new), (old.replace("-", ""), new.replace("-", ""))):
        place = value.find(f"/{written}", kept) if written else -1
        if place >= 0:
            return value[: place + 1] + replacement + value[place + 1 + len(written) :]
    return None


def _name_master(root: Element, identification: Element, expression: Element, before: str) -> None:
    """An expression without a master is one itself: then it is the master of this one (schema comment).

    Where no IRI tells the two apart, the master is named without one, which the schema has for such a case.
    """
    if child_of(expression, "FRBRmasterExpression") is not None:
        return
    behind = ("FRBRlanguage", "FRBRtranslation")
    follower = next((child for child in expression if local_name(child.tag) in behind), None)
    frame = Frame(root, identification, "")
    frame.add(
        expression,
        "FRBRmasterExpression",
        {"href": before, "showAs": before or "the version that was amended"},
        before=follower,
    )


def _same_expression(expression: Element, before: str) -> bool:
    return bool(before) and _value(expression, "FRBRuri").startswith(before)


def _value(level: Element, name: str) -> str:
    found = child_of(level, name)
    return "" if found is None else found.get("value") or ""
