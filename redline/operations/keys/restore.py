"""The keys of `restore`."""

from __future__ import annotations

from redline.model.keys import Key, Kind
from redline.operations.verb import Verb

VERB = Verb(
    name="restore",
    title="Enact a repealed provision again",
    description="A repealed provision that left its number is enacted again with new text.",
    keys=(
        Key(
            "restore",
            Kind.ADDRESS,
            "What is restored",
            "The repealed provision.",
            required=True,
            examples=("art 9",),
        ),
        Key(
            "with",
            Kind.CONTENT,
            "The new text",
            "As for replace: it begins with the provision's number.",
            required=True,
            examples=("Article 9. Registers\nThe register is public.\n",),
        ),
    ),
    examples=("restore: art 9\nwith: |\n  Article 9. Registers\n  The register is public.\n",),
)
