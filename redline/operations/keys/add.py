"""The keys of `add`."""

from __future__ import annotations

from redline.model.keys import Key, Kind
from redline.operations.keys.shared import SEARCH
from redline.operations.verb import Verb

VERB = Verb(
    name="add",
    title="Add words",
    description="Words are added beside words, or at the start or end of a provision's own words.",
    keys=(
        Key(
            "add",
            Kind.TEXT,
            "The new words",
            "The words to add.",
            required=True,
            examples=("or of residence",),
        ),
        Key("after", Kind.TEXT, "After", "The words behind which they come.", examples=("place of stay",)),
        Key("before", Kind.TEXT, "Before", "The words before which they come.", examples=("is kept",)),
        Key(
            "at",
            Kind.CHOICE,
            "At the start or end",
            "At the start or end of the provision's own words.",
            choices=("start", "end"),
        ),
        *SEARCH,
    ),
    one_of=(("after", "before", "at"),),
    examples=("add: or of residence\nafter: place of stay\nin: art 9 para 1\n",),
)
