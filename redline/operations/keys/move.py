"""The keys of `move`."""

from __future__ import annotations

from redline.model.keys import Key, Kind
from redline.operations.keys.shared import AFTER, BEFORE, INTO
from redline.operations.verb import Verb

VERB = Verb(
    name="move",
    title="Move a provision",
    description="A provision is put at another place, its text unchanged.",
    keys=(
        Key("move", Kind.ADDRESS, "What is moved", "A whole provision.", required=True, examples=("art 12",)),
        BEFORE,
        AFTER,
        INTO,
        Key(
            "at", Kind.CHOICE, "Where inside", "With into: at the start or the end.", choices=("start", "end")
        ),
        Key(
            "as",
            Kind.NUMBER,
            "New number",
            "Its number at the new place, where it changes.",
            examples=("15-1",),
        ),
    ),
    one_of=(("before", "after", "into"),),
    examples=("move: art 12\nafter: art 15\nas: 15-1\n",),
)
