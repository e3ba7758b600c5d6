"""The keys of `insert`."""

from __future__ import annotations

from redline.model.keys import Key, Kind
from redline.operations.keys.shared import AFTER, BEFORE, INTO
from redline.operations.verb import Verb

VERB = Verb(
    name="insert",
    title="Insert provisions, blocks, rows",
    description=(
        "New provisions, blocks, sentences, definitions, table rows or annexes are inserted "
        "before, after or into a provision."
    ),
    keys=(
        Key(
            "insert",
            Kind.CONTENT,
            "The new text",
            "Plain text in the law's own layout, {akn: …} or {file: path}. The first number stands at the "
            "level of the "
            "place it goes to.",
            required=True,
            examples=("Article 5-1. Access to the register\n1. The register is public.\n",),
        ),
        BEFORE,
        AFTER,
        INTO,
        Key(
            "at",
            Kind.CHOICE,
            "Where inside",
            "With into: at the start, at the end (default), or where the alphabet puts it.",
            choices=("start", "end", "alphabetical"),
        ),
    ),
    one_of=(("before", "after", "into"),),
    examples=("insert: |\n  3. The register is public.\nafter: art 5 para 2\n",),
)
