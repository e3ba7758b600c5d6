"""Entries of a table of contents: new ones say which provision they lead to."""

from __future__ import annotations

from redline.addresses.targets import Target
from redline.akn.document import Element
from redline.akn.names import local_name
from redline.drafting.inline import ADDRESS, fill
from redline.drafting.layout import plain_lines
from redline.errors import AmendmentError
from redline.model.source import Span
from redline.model.spec import Content, Text
from redline.operations.content import href_of, text_paragraphs
from redline.operations.context import PlanContext
from redline.operations.typed_numbers import unit_words


def new_entries(context: PlanContext, content: Content, beside: Element) -> list[Element]:
    """The entries that a text gives, one for each line, at the level of an entry that is there.

    Each leads to the provision that it begins with (`Article 5-1. Access`), or to the one of its link
    (`[Article 5-1. Access](art 5-1)`).

    Raises:
        AmendmentError: `content-unreadable` where a line names no provision of the Act.
    """
    if content.form == "akn":
        return [_checked(element, content) for element in text_paragraphs(context, content)]
    return [_entry(context, content.line(number), line, beside) for number, line in plain_lines(content)]


def _checked(element: Element, content: Content) -> Element:
    if local_name(element.tag) != "tocItem":
        raise AmendmentError(
            "content-unreadable",
            f"a table of contents has entries, and the new text is a <{local_name(element.tag)}>",
            do="give <tocItem level=… href=…>, or plain text with one entry in each line",
            at=content.at,
        )
    return element


def _entry(context: PlanContext, at: Span, line: str, beside: Element) -> Element:
    entry = beside.makeelement(str(beside.tag), {"level": beside.get("level") or "1"})
    fill(entry, line, context.working.act.namespace)
    link = next((child for child in entry if child.get(ADDRESS) is not None), None)
    if link is not None and not entry.text and len(entry) == 1 and not link.tail:
        # The entry is its own link.
        entry.text = link.text
        entry.extend(list(link))
        entry.set("href", href_of(context, str(link.get(ADDRESS)), at))
        entry.remove(link)
        return entry
    found = _leads_to(context, line, at)
    if found is None:
        raise AmendmentError(
            "content-unreadable",
            f'the new entry "{line}" does not say which provision of the Act it leads to',
            do=(
                f"write it as a link, such as [{line}](art 5-1); a provision that this spec inserts can be "
                "named behind the operation that inserts it"
            ),
            at=at,
        )
    entry.set("href", found)
    return entry


def _leads_to(context: PlanContext, line: str, at: Span) -> str | None:
    """The provision whose unit word and number the entry begins with."""
    words = line.split(maxsplit=2)
    if len(words) < 2 or words[0].lower().rstrip(".") not in unit_words():
        return None
    try:
        found: list[Target] = context.resolve(Text(f"{words[0]} {words[1].rstrip('.:')}", at))
    except AmendmentError:
        return None
    names = [target.element.get("eId") for target in found]
    return f"#{names[0]}" if len(names) == 1 and names[0] else None
