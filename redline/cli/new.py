"""`redline new`: a spec to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from redline.cli.options import PATH
from redline.cli.printing import say
from redline.errors import SpecError
from redline.jurisdictions import get_profile
from redline.spec.reader import ID_RULE, is_usable_id
from redline.starter import start_spec


def known_profile(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """The name of a drafting profile, as an option's value."""
    try:
        return value if value is None else get_profile(value).name
    except SpecError as error:
        raise click.BadParameter(f"{error.message}: {error.do}") from None


def _usable_id(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is not None and not is_usable_id(value):
        raise click.BadParameter(f"the id names the output files: {ID_RULE}")
    return value


@click.command()
@click.argument("act", type=PATH)
@click.option(
    "-o",
    "--out",
    type=PATH,
    metavar="FILE",
    help="Where to write it; never over a file that is there. Default: the standard output.",
)
@click.option(
    "--jurisdiction",
    metavar="NAME",
    callback=known_profile,
    help="The drafting profile. Default: that of the Act's country, or generic.",
)
@click.option(
    "--id",
    "name",
    metavar="NAME",
    callback=_usable_id,
    help="The spec's id, which names the files made from it.",
)
def new(act: Path, out: Path | None, jurisdiction: str | None, name: str | None) -> None:
    """Write a first spec for ACT, with comments.

    It quotes words of the first paragraph that has any to itself, so it loads and can be explained and built
    as it is. The Act must lie in the folder of the spec, or below it.

    \b
    Examples:
      redline new acts/migration.xml -o migration-2026.yaml
      redline new act.xml --jurisdiction kz --id migration-2026 -o spec.yaml
    """
    text = start_spec(act, out, jurisdiction=jurisdiction, id=name)
    if out is None:
        say(text, nl=False)
        return
    say(f"{out} is written. Say what it would do with: redline explain {out}", err=True)
