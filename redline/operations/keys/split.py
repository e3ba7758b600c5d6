"""The keys of `split`."""

from __future__ import annotations

from redline.model.keys import Key, Kind
from redline.operations.verb import Verb

VERB = Verb(
    name="split",
    title="Split a provision in two",
    description="One provision becomes two; the second begins with the words given.",
    keys=(
        Key(
            "split",
            Kind.ADDRESS,
            "What is split",
            "The provision.",
            required=True,
            examples=("art 5 para 2",),
        ),
        Key(
            "before",
            Kind.TEXT,
            "Before these words",
            "The words with which the second provision begins.",
            required=True,
            examples=("The authorised body",),
        ),
        Key(
            "as",
            Kind.NUMBERS,
            "The two numbers",
            "The numbers of the first and of the second provision.",
            required=True,
            examples=(["2", "2-1"],),
        ),
    ),
    examples=("split: art 5 para 2\nbefore: The authorised body\nas: ['2', '2-1']\n",),
)
