"""What is told of words that were found although a letter in them is of the other alphabet."""

from __future__ import annotations

from collections.abc import Iterable

from redline.addresses.cite import cite
from redline.akn.structure import enclosing_provision
from redline.model.lookalikes import LANGUAGES, fold_lookalikes
from redline.model.spec import Text, Words
from redline.operations.context import PlanContext
from redline.operations.scope import Occurrence


def note_lookalikes(context: PlanContext, words: Words | None, found: Iterable[Occurrence]) -> None:
    """Note the words that stand in the Act with letters of the other alphabet, and how they were read.

    Args:
        context: of the operation; only texts in Cyrillic letters are read so.
        words: those that were looked for; None where forms of them were.
        found: where they stand.
    """
    if context.language not in LANGUAGES:
        return
    sought = words.value if isinstance(words, Text) else None
    told: dict[tuple[str, str, str], list[str]] = {}
    for item in found:
        text = item.flat.text
        there, read = (each[item.start : item.end] for each in (text, fold_lookalikes(text)))
        if there not in (read, sought):
            odd = "".join(dict.fromkeys(a for a, b in zip(there, read, strict=True) if a != b))
            told.setdefault((there, read, odd), []).append(_place(context, item))
    for (there, read, odd), places in told.items():
        listed = ", ".join(dict.fromkeys(places))
        context.notes.append(
            f'"{there}" in {listed} was read as "{read}": the Act has letters there that only look so '
            f"({', '.join(odd)})"
        )


def _place(context: PlanContext, item: Occurrence) -> str:
    view = context.working.view()
    provision = enclosing_provision(item.flat.block, view)
    return "the Act" if provision is None else cite(provision, view, context.working.language)
