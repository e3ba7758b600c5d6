"""`redline readback`: an amending Act as the spec that it says."""

from __future__ import annotations

from pathlib import Path

import click

from redline.cli.options import PATH
from redline.cli.printing import say
from redline.readback import write_spec_of


@click.command("readback")
@click.argument("amending", type=PATH, metavar="ACT.xml")
@click.option(
    "--act",
    "acts",
    multiple=True,
    required=True,
    metavar="ALIAS=FILE",
    help="Where an amended Act lies, by the alias that the amending Act gives it. Once for each.",
)
@click.option("-o", "--out", type=PATH, required=True, metavar="SPEC.yaml", help="The spec to write.")
def readback(amending: Path, acts: tuple[str, ...], out: Path) -> None:
    """Read the modifications of an amending Act that `redline build` wrote, and write them as a spec.

    Built, that spec gives the same consolidated Acts: so anyone can check what an amending Act does. The
    Acts must lie in the folder of the spec or below it.

    \b
    Examples:
      redline readback law.amending-act.en.xml --act law=act.xml -o read.yaml
    """
    count = write_spec_of(amending, acts, out)
    say(f"{out} says what {amending} does in {count} operation{'s' if count != 1 else ''}.")
