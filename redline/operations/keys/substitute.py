"""The keys of `substitute`."""

from __future__ import annotations

from redline.model.keys import Key, Kind
from redline.operations.keys.shared import INFLECTION, SEARCH
from redline.operations.verb import Verb

VERB = Verb(
    name="substitute",
    title="Replace words",
    description="Words are replaced by words, wherever they stand in the provisions named.",
    keys=(
        Key(
            "substitute",
            Kind.WORDS_LIST,
            "The words that go",
            "The words as they stand in the Act; a span {from: …, to: …}, {after: …} or {before: …}; or a "
            "list that "
            "pairs off with the list under with.",
            required=True,
            examples=("quota", {"from": "(ignoring", "to": "that Act)"}, ["the Minister", "the Ministry"]),
        ),
        Key(
            "with",
            Kind.TEXTS,
            "The new words",
            "The words that come in their place; a list where substitute is one.",
            required=True,
            examples=("numerical quota",),
        ),
        Key(
            "at",
            Kind.CHOICE,
            "At the start or end",
            "Only the words at the very start or end of the provision's own words (the full stop at the "
            "end).",
            choices=("start", "end"),
        ),
        *SEARCH,
        *INFLECTION,
    ),
    examples=("substitute: quota\nwith: numerical quota\nin: art 7\ntimes: all\n",),
)
