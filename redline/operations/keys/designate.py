"""The keys of `designate`."""

from __future__ import annotations

from redline.model.keys import Key, Kind
from redline.operations.verb import Verb

VERB = Verb(
    name="designate",
    title="Designate the existing text",
    description='"The existing text is designated as (1)": everything after the number and heading becomes '
    "one new sub-provision of that number.",
    keys=(
        Key("designate", Kind.ADDRESS, "Whose text", "The provision.", required=True, examples=("art 5",)),
        Key(
            "as",
            Kind.NUMBER,
            "The number",
            "Number of the new sub-provision.",
            required=True,
            examples=("1.", "(a)"),
        ),
    ),
    examples=("designate: section 5\nas: (1)\n",),
)
