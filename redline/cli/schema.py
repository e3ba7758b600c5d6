"""`redline schema`: the JSON Schema of the files."""

from __future__ import annotations

import json

import click

from redline.cli.printing import say
from redline.validate import SCHEMAS, schema_of


@click.command()
@click.option(
    "--kind",
    type=click.Choice(SCHEMAS),
    default=SCHEMAS[0],
    show_default=True,
    help="Of which file: the spec, the change list that build writes, the dossier, or the findings of check.",
)
def schema(kind: str) -> None:
    """Print the JSON Schema of a file, for editors that check and complete while you type.

    \b
    Examples:
      redline schema > spec-1.schema.json
      redline schema --kind changes
    """
    say(json.dumps(schema_of(kind), ensure_ascii=False, indent=2))
