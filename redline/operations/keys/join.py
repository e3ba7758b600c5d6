"""The keys of `join`."""

from __future__ import annotations

from redline.model.keys import Key, Kind
from redline.operations.verb import Verb

VERB = Verb(
    name="join",
    title="Join provisions into one",
    description="Two or more provisions that stand one behind the other become one.",
    keys=(
        Key(
            "join",
            Kind.ADDRESSES,
            "What is joined",
            "The provisions, in order.",
            required=True,
            examples=(["art 5 para 2", "art 5 para 3"],),
        ),
        Key("as", Kind.NUMBER, "The number", "Number of the one that results.", examples=("2",)),
        Key(
            "with",
            Kind.TEXT,
            "Between them",
            "What stands between their words; default a space.",
            examples=("; and ",),
        ),
    ),
    examples=("join: [art 5 para 2, art 5 para 3]\nas: 2\n",),
)
