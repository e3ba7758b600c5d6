"""The keys of `repeal`."""

from __future__ import annotations

from redline.model.keys import Key, Kind
from redline.operations.verb import Verb

VERB = Verb(
    name="repeal",
    title="Repeal a provision or part",
    description="The provision goes. What stays behind follows leave; a part leaves nothing.",
    keys=(
        Key(
            "repeal",
            Kind.ADDRESSES,
            "What is repealed",
            "A provision, a run or list of provisions, a part, or act.",
            required=True,
            examples=("art 12 para 4", "art 9 / sentence 2", "act"),
        ),
        Key(
            "leave",
            Kind.LEAVE,
            "What stays behind",
            "note: the number with the profile's wording (default where the profile keeps numbers); "
            "number: the "
            "number alone; nothing; or {text: …}.",
            examples=("nothing", {"text": "Repealed."}),
        ),
    ),
    examples=("repeal: art 12 para 4\n",),
)
