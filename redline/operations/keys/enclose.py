"""The keys of `enclose`."""

from __future__ import annotations

from redline.model.keys import Key, Kind
from redline.operations.verb import Verb

VERB = Verb(
    name="enclose",
    title="Put provisions inside a new Part, Chapter or Section",
    description="Existing sibling provisions are put inside a new unit whose number and heading are given.",
    keys=(
        Key(
            "enclose",
            Kind.ADDRESSES,
            "What is enclosed",
            "A run of sibling provisions.",
            required=True,
            examples=("art 5 .. art 8",),
        ),
        Key(
            "as",
            Kind.CONTENT,
            "The new unit",
            "Its number and heading, in one line.",
            required=True,
            examples=("Chapter 3-1. Registers",),
        ),
    ),
    examples=("enclose: art 5 .. art 8\nas: Chapter 3-1. Registers\n",),
)
