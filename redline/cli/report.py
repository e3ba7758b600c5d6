"""`redline report`: the analytical report of a review."""

from __future__ import annotations

from pathlib import Path

import click

from redline.cli.options import PATH
from redline.cli.printing import say, say_errors, say_remark
from redline.cli.progress import Bar
from redline.report.papers import PAPERS
from redline.reported import write_report


@click.command()
@click.argument("dossier", type=PATH)
@click.option("-o", "--out", type=PATH, metavar="FOLDER", required=True, help="Where to write the report.")
@click.option(
    "--paper",
    "papers",
    type=click.Choice((*PAPERS, "all")),
    multiple=True,
    default=("report",),
    help="Can be given several times. Default: report.",
)
@click.option("--language", type=click.Choice(("en", "ru", "kk")), help="Default: the dossier's.")
@click.option(
    "--template", type=PATH, metavar="FILE", help="A Word document of your own, whose styles are taken."
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
@click.pass_context
def report(
    ctx: click.Context,
    dossier: Path,
    out: Path,
    papers: tuple[str, ...],
    language: str | None,
    template: Path | None,
    quiet: bool,
) -> None:
    """Write the analytical report of DOSSIER, its file or its folder, or other papers of the review.

    The report has the findings with both quotations, heat maps and a graph of references, the amendments of
    the dossier's specs before and after, what became of each finding, and the dates of commencement. What a
    person must write comes from the dossier (report:); where it is missing, the report shows a place for it.
    Further papers: the methodology with the legal matrix, the explanatory note (note), the list of by-laws,
    the glossary of terms in all languages, and a brief of one page on each amended Act.

    \b
    Examples:
      redline report dossier.yaml -o papers
      redline report dossier.yaml -o papers --language kk --template letterhead.docx
      redline report dossier.yaml -o papers --paper methodology --paper glossary
      redline report dossier.yaml -o papers --paper all
    """
    with Bar(quiet=quiet) as bar:
        reported = write_report(
            dossier,
            out,
            papers=tuple(PAPERS) if "all" in papers else papers,
            language=language or "",
            template=template,
            progress=bar.show,
        )
    for path in reported.files:
        say(str(path))
    for remark in reported.remarks:
        say_remark(str(out), remark)
    say_errors(reported.errors)
    if reported.errors:
        ctx.exit(1)
