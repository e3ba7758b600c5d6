"""`redline package`: the package for stakeholders."""

from __future__ import annotations

from pathlib import Path

import click

from redline.cli.options import PATH
from redline.cli.printing import say, say_errors, say_remark
from redline.cli.progress import Bar
from redline.packaged import write_package


@click.command()
@click.argument("dossier", type=PATH)
@click.option("-o", "--out", type=PATH, metavar="FOLDER", required=True, help="Its zip is written beside it.")
@click.option(
    "--language", type=click.Choice(("en", "ru", "kk")), help="Of the papers. Default: the dossier's."
)
@click.option(
    "--template", type=PATH, metavar="FILE", help="A Word document of your own, whose styles are taken."
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
@click.pass_context
def package(
    ctx: click.Context, dossier: Path, out: Path, language: str | None, template: Path | None, quiet: bool
) -> None:
    """Write everything that is made of DOSSIER, named and numbered, into FOLDER and FOLDER.zip.

    A cover list, the report, slides, the papers of the amendments, one page to browse it all without a
    network, comment forms in every language, the findings, and a manifest with the fingerprints of all
    sources and files. Nothing in it names the machine or an account.

    \b
    Examples:
      redline package dossier.yaml -o migration-package
      redline package dossier.yaml -o paket-kk --language kk
    """
    with Bar(quiet=quiet) as bar:
        packaged = write_package(dossier, out, language=language or "", template=template, progress=bar.show)
    for path in packaged.files:
        say(str(path))
    say(f"{packaged.zip} holds the same files", err=True)
    for remark in packaged.remarks:
        say_remark(str(out), remark)
    say_errors(packaged.errors)
    if packaged.errors:
        ctx.exit(1)
