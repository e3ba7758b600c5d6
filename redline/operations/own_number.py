"""New text of a part that begins with the provision's own number: the number would stand there twice."""

from __future__ import annotations

import re

from redline.addresses.targets import Target
from redline.akn.structure import bare_number, heading_of, num_of, number_of, own_blocks, words_of
from redline.drafting.numbers import leading_number
from redline.errors import AmendmentError
from redline.model.source import Span
from redline.operations.context import PlanContext
from redline.operations.typed_numbers import unit_words


def refuse_own_number(context: PlanContext, target: Target, words: str, at: Span) -> None:
    """Refuse new words of a heading, or of the beginning of a provision's text, that repeat its number.

    Args:
        context: the operation.
        target: the part (or, with `retitle`, the provision whose heading it is).
        words: the new text.
        at: where it stands in the spec.

    Raises:
        AmendmentError: `content-number`.
    """
    provision, view = target.provision, target.view
    printed, number = num_of(provision, view), number_of(provision, view)
    if not printed or not number or not _at_the_number(target):
        return
    first = _number_before(words.strip(), printed, number)
    if first is None or _begins_so_already(target, first):
        return
    whole = target.citation.text.partition("/")[0].strip()
    literal = "" if context.operation.verb == "retitle" else "; a backslash keeps it as words of the law"
    rest = words.strip()[len(first) :].strip().splitlines()[:1]
    shown = f': "{rest[0][:40]}{"…" if len(rest[0]) > 40 else ""}"' if rest and rest[0] else ""
    raise AmendmentError(
        "content-number",
        f'the new text begins with "{first}", and the number {printed} stands before it already',
        do=f"leave the number out{shown}; to give the provision anew with its number, replace: {whole}"
        f"{literal}",
        at=at,
        about=(("act", context.working.act.name),),
    )


def _at_the_number(target: Target) -> bool:
    """Whether a part stands right behind the number: the heading, or the first of the own words."""
    if target.part in (None, "heading"):
        return True
    if target.span is not None and target.span[0] > 0:
        return False
    own = next(own_blocks(target.provision, target.view), None)
    return own is not None and bool(target.blocks) and target.blocks[0] is own[1]


def _number_before(words: str, printed: str, number: str) -> str | None:
    """What new words begin with, if that is the number: as the Act prints it, or with its unit word."""
    if printed != number and re.match(rf"{re.escape(printed)}(?=[\s(]|$)", words):
        return printed
    found = leading_number(words)
    if found is not None and found[0].bare == number:
        return found[0].printed
    match = re.match(r"(?P<word>[^\W\d_]+)\.?\s+(?P<number>\S+)(?=\s|$)", words)
    if match is None or match["word"].lower() not in unit_words() or not match["word"][0].isupper():
        return None
    head, rest = match.group(), words[match.end() :].lstrip()
    closed = head.endswith((".", ":", ")", "—")) or rest[:1].isupper() or not rest
    return head if closed and bare_number(head) == number else None


def _begins_so_already(target: Target, first: str) -> bool:
    """Whether the Act has the number in the words too."""
    if not target.blocks:
        return heading_of(target.provision, target.view).startswith(first)
    return words_of(target.blocks[0], target.view).startswith(first)
