"""What is wrong with an Act that the schema cannot say: one function a lint, grouped by what they look at.

A new lint is a function and its line in `LINTS` of one of these files, and a section in `docs/validate.md`.
"""

from __future__ import annotations

from collections.abc import Iterator

from redline.akn.document import Act
from redline.akn.lints import identifiers, metadata, modifications, references
from redline.akn.lints.lint import Document, Found, Level, Lint, place_of

LINTS: tuple[Lint, ...] = (*metadata.LINTS, *identifiers.LINTS, *references.LINTS, *modifications.LINTS)
"""The table of contents: every lint, in the order in which they are reported."""

__all__ = ["LINTS", "Found", "Level", "Lint", "lint_act", "place_of"]


def lint_act(act: Act) -> Iterator[tuple[Lint, Found]]:
    """Everything that the lints object to, lint by lint, each in the order of the file."""
    document = Document(act)
    for lint in LINTS:
        for found in lint.find(document):
            yield lint, found
