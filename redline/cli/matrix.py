"""`redline matrix`: the legal matrix of a dossier."""

from __future__ import annotations

from pathlib import Path

import click

from redline.cli.options import PATH
from redline.cli.printing import counted, say, say_errors
from redline.cli.progress import Bar
from redline.reviewing import check_dossier, write_matrix

_WORKERS = 2


@click.command()
@click.argument("dossier", type=PATH)
@click.option("-o", "--out", type=PATH, metavar="FOLDER", required=True, help="Where to write it.")
@click.option(
    "--language", type=click.Choice(("en", "ru", "kk")), help="Of the matrix. Default: the dossier's."
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
@click.pass_context
def matrix(ctx: click.Context, dossier: Path, out: Path, language: str | None, quiet: bool) -> None:
    """Write the legal matrix of DOSSIER, its file or its folder: a workbook, a Word document and a page.

    What is read from the texts (identification, bodies, duties, deadlines, references, terms) stands beside
    what
    the reviewers say (annotations, risks, goals, decisions), with the ids of the findings; the colour of a
    head
    tells which is which.

    \b
    Examples:
      redline matrix dossier.yaml -o out
      redline matrix acts -o out --language ru
    """
    with Bar(quiet=quiet) as bar:
        checked = check_dossier(dossier, language=language, workers=_WORKERS, progress=bar.show)
    written = write_matrix(checked, out)
    for path, rows in written.items():
        say(f"{path}: {counted(rows, 'provision')}")
    say_errors(checked.errors)
    if checked.errors:
        ctx.exit(1)
