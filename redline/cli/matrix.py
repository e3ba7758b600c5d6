"""`redline matrix`: the legal matrix of a dossier."""

from __future__ import annotations

from pathlib import Path

import click

from redline.cli.options import PATH
from redline.cli.printing import counted, say, say_errors
from redline.cli.progress import Bar
from redline.errors import RedlineError
from redline.matrices import write_concordance, write_matrix
from redline.reviewing import check_dossier

_WORKERS = 2


@click.command()
@click.argument("dossier", type=PATH)
@click.option("-o", "--out", type=PATH, metavar="FOLDER", required=True, help="Where to write it.")
@click.option(
    "--language", type=click.Choice(("en", "ru", "kk")), help="Of the matrix. Default: the dossier's."
)
@click.option(
    "--concordance",
    nargs=2,
    metavar="A B",
    default=None,
    help="Instead the concordance table of two documents: what of A is covered by B.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
@click.pass_context
def matrix(
    ctx: click.Context,
    dossier: Path,
    out: Path,
    language: str | None,
    concordance: tuple[str, str] | None,
    quiet: bool,
) -> None:
    """Write the legal matrix of DOSSIER, its file or its folder: a workbook, a Word document and a page.

    What is read from the texts (identification, bodies, duties, deadlines, references, terms) stands beside
    what
    the reviewers say (annotations, risks, goals, decisions), with the ids of the findings; the colour of a
    head
    tells which is which.

    With --concordance two documents are held against each other, provision by provision: a strategy and the
    law, a treaty and the law, a law and its by-law. What the dossier says under concordance: counts; the rest
    is guessed, and says so.

    \b
    Examples:
      redline matrix dossier.yaml -o out
      redline matrix acts -o out --language ru
      redline matrix dossier.yaml --concordance strategy migration -o out
    """
    if concordance is not None:
        written, errors = write_concordance(dossier, *concordance, out, language=language)
        _say(ctx, written, errors)
        return
    with Bar(quiet=quiet) as bar:
        checked = check_dossier(dossier, language=language, workers=_WORKERS, progress=bar.show)
    _say(ctx, write_matrix(checked, out), checked.errors)


def _say(ctx: click.Context, written: dict[Path, int], errors: tuple[RedlineError, ...]) -> None:
    for path, rows in written.items():
        say(f"{path}: {counted(rows, 'provision')}")
    say_errors(errors)
    if errors:
        ctx.exit(1)
