"""`redline report`: the analytical report of a review."""

from __future__ import annotations

from pathlib import Path

import click

from redline.cli.options import PATH
from redline.cli.printing import say, say_errors, say_remark
from redline.cli.progress import Bar
from redline.reported import write_report


@click.command()
@click.argument("dossier", type=PATH)
@click.option("-o", "--out", type=PATH, metavar="FOLDER", required=True, help="Where to write the report.")
@click.option("--language", type=click.Choice(("en", "ru", "kk")), help="Default: the dossier's.")
@click.option(
    "--template", type=PATH, metavar="FILE", help="A Word document of your own, whose styles are taken."
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
@click.pass_context
def report(
    ctx: click.Context, dossier: Path, out: Path, language: str | None, template: Path | None, quiet: bool
) -> None:
    """Write the analytical report of DOSSIER, its file or its folder.

    It has the findings with both quotations, a heat map and a graph of references, the amendments of the
    dossier's specs before and after, what became of each finding, and the dates of commencement. What a
    person must write comes from the dossier (report:); where it is missing, the report shows a place for it.

    \b
    Examples:
      redline report dossier.yaml -o papers
      redline report dossier.yaml -o papers --language kk --template letterhead.docx
    """
    with Bar(quiet=quiet) as bar:
        reported = write_report(dossier, out, language=language or "", template=template, progress=bar.show)
    for path in reported.files:
        say(str(path))
    for remark in reported.remarks:
        say_remark(str(out), remark)
    say_errors(reported.errors)
    if reported.errors:
        ctx.exit(1)
