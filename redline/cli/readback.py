"""`redline readback`: an amending Act as the spec that it says."""

from __future__ import annotations

from pathlib import Path

import click

from redline.cli.options import PATH
from redline.cli.printing import say, say_remark
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
@click.option(
    "--leave-out",
    is_flag=True,
    help="Write what can be read of an Act that others marked up, and say what is left out.",
)
@click.option("-o", "--out", type=PATH, required=True, metavar="SPEC.yaml", help="The spec to write.")
def readback(amending: Path, acts: tuple[str, ...], leave_out: bool, out: Path) -> None:
    """Read the modifications of an amending Act and write them as a spec.

    Those of an Act that `redline build` wrote are read whole. Of one that others marked up, what Akoma Ntoso
    itself says is read: words and provisions inserted, replaced and repealed, with their destinations.

    Built, that spec gives the same consolidated Acts: so anyone can check what an amending Act does. The
    Acts must lie in the folder of the spec or below it.

    \b
    Examples:
      redline readback law.amending-act.en.xml --act law=act.xml -o read.yaml
    """
    count, left_out = write_spec_of(amending, acts, out, leave_out=leave_out)
    for each in left_out:
        say_remark(str(amending), f"left out: {each}")
    say(f"{out} says what {amending} does in {count} operation{'s' if count != 1 else ''}.")
