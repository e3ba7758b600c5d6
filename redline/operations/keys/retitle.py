"""The keys of `retitle`."""

from __future__ import annotations

from redline.model.keys import Key, Kind
from redline.operations.verb import Verb

VERB = Verb(
    name="retitle",
    title="Change a heading or the title",
    description="The heading of a provision, or with retitle: act the Act's title, is replaced.",
    keys=(
        Key(
            "retitle",
            Kind.ADDRESS,
            "Whose heading",
            "The provision whose heading is meant, or act.",
            required=True,
            examples=("art 5", "chapter 3", "act"),
        ),
        Key(
            "as",
            Kind.TEXT,
            "The new heading",
            "The new heading or title.",
            required=True,
            examples=("Registers",),
        ),
    ),
    examples=("retitle: art 5\nas: The register of permits\n",),
)
