"""The keys of `omit`."""

from __future__ import annotations

from redline.model.keys import Key, Kind
from redline.operations.keys.shared import INFLECTION, SEARCH
from redline.operations.verb import Verb

VERB = Verb(
    name="omit",
    title="Take words out",
    description="Words are removed.",
    keys=(
        Key(
            "omit",
            Kind.WORDS_LIST,
            "The words that go",
            "The words as they stand in the Act; a span {from: …, to: …}, {after: …} or {before: …}; or a "
            "list.",
            required=True,
            examples=(", as a rule,", {"after": "source"}),
        ),
        Key(
            "at",
            Kind.CHOICE,
            "At the start or end",
            "Only the words at the very start or end of the provision's own words.",
            choices=("start", "end"),
        ),
        *SEARCH,
        *INFLECTION,
    ),
    examples=('omit: ", as a rule,"\nin: art 9 para 3\n',),
)
