"""The keys of `renumber`."""

from __future__ import annotations

from redline.model.keys import Key, Kind
from redline.operations.verb import Verb

VERB = Verb(
    name="renumber",
    title="Change numbers",
    description=(
        "A provision, or a run of them, gets other numbers, printed as its own number is. Identifiers follow."
    ),
    keys=(
        Key(
            "renumber",
            Kind.ADDRESSES,
            "What is renumbered",
            "A provision or a run of siblings.",
            required=True,
            examples=("art 5 para 3", "section 5(c) .. section 5(e)"),
        ),
        Key(
            "as",
            Kind.NUMBERS,
            "The new number",
            "A number; for a run, a run such as (d) .. (f) or a list.",
            required=True,
            examples=("4", "(d) .. (f)"),
        ),
    ),
    examples=("renumber: art 5 para 3\nas: 4\n",),
)
