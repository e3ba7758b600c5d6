"""The keys of `replace`."""

from __future__ import annotations

from redline.model.keys import Key, Kind
from redline.operations.verb import Verb

VERB = Verb(
    name="replace",
    title="Replace a provision or part",
    description=(
        "The provision (number and heading with it), the part, or the whole Act is replaced by "
        "new text. Only what differs is marked."
    ),
    keys=(
        Key(
            "replace",
            Kind.ADDRESSES,
            "What is replaced",
            "A provision, a run of provisions, a part of a provision after a slash, or act for the whole "
            "Act.",
            required=True,
            examples=("art 5 para 2", "art 7 / heading", "art 5 / sentence 2", "act"),
        ),
        Key(
            "with",
            Kind.CONTENT,
            "The new text",
            "Plain text in the law's own layout, beginning with the provision's number; {akn: …}; or "
            "{file: path}. A "
            "line of … keeps what stands there.",
            required=True,
            examples=("2. The register is kept by the authorised body.\n",),
        ),
    ),
    examples=("replace: art 5 para 2\nwith: |\n  2. The register is kept by the authorised body.\n",),
)
