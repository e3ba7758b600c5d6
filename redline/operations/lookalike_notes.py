"""What is told of words in which a letter is of the other alphabet: those that were found, and new ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from redline.addresses.code_parts import cite_in
from redline.akn.structure import enclosing_provision
from redline.model.lookalikes import LANGUAGES, fold_lookalikes
from redline.model.spec import Content, Text, Value, Words
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
    return "the Act" if provision is None else cite_in(context.working, provision, view)


def note_new_text(context: PlanContext) -> None:
    """Ask about words of the new text in which letters of two alphabets stand together.

    The law would bear them; nothing is changed in what the drafter has typed.
    """
    if context.language not in LANGUAGES:
        return
    verb = context.operation.verb
    keys = ("with", "as", *((verb,) if verb in ("add", "insert") else ()))
    odd: dict[str, str] = {}
    for text in (text for key in keys for text in _typed(context.value(key))):
        read = fold_lookalikes(text)
        for found in re.finditer(r"\w+", text) if read != text else ():
            word, as_read = found.group(), read[found.start() : found.end()]
            if word != as_read:
                odd[word] = ", ".join(dict.fromkeys(a for a, b in zip(word, as_read, strict=True) if a != b))
    for word, letters in odd.items():
        context.notes.append(
            f'the new text has "{word}" with letters that only look like those around them ({letters}): '
            "is that meant?"
        )


def _typed(value: Value | None) -> Iterator[str]:
    match value:
        case Text():
            yield value.value
        case Content() if value.form == "text":
            yield value.text
        case tuple():
            for part in value:
                yield from _typed(part)
        case _:
            return
