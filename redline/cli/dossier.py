"""`redline dossier`: a dossier to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from redline.cli.new import known_profile
from redline.cli.options import PATH
from redline.cli.printing import say
from redline.cli.progress import Bar
from redline.dossier.starter import start_dossier
from redline.errors import DossierError
from redline.render.writing import write_whole


@click.command(cls=click.Group)
def dossier() -> None:
    """The dossier: one file that lists the documents under review, with what the reviewers say of them.

    \b
    Examples:
      redline dossier new acts
    """


@dossier.command(short_help="A dossier for a folder of files.")
@click.argument("folder", type=PATH)
@click.option("-o", "--out", type=PATH, metavar="FILE", help="Default: dossier.yaml in the folder.")
@click.option(
    "--jurisdiction",
    metavar="NAME",
    default="generic",
    callback=known_profile,
    help="The drafting profile, by which texts are read. Default: generic.",
)
@click.option(
    "--language",
    type=click.Choice(("en", "ru", "kk")),
    default="en",
    help="Of the review, and of files that do not say theirs. Default: en.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def new(folder: Path, out: Path | None, jurisdiction: str, language: str, quiet: bool) -> None:
    """Write a first dossier that lists the files of FOLDER: Acts, texts, Word documents, web pages.

    Files whose names differ in a language at the end only (law_ru.txt, law_kk.txt) are one document, and so
    are files of one name in folders called by languages. Title, form, number, date and level are written as
    far as the texts say them. Files that cannot be read, are listed already or lie outside are named with the
    reason, and left out.

    \b
    Examples:
      redline dossier new acts
      redline dossier new acts -o dossier.yaml --jurisdiction kz --language ru
    """
    place = out or folder / "dossier.yaml"
    if place.exists():
        raise DossierError("command-wrong", f"{place} is there already", do="give another place with -o")
    with Bar(quiet=quiet) as bar:
        text, left = start_dossier(
            folder,
            place,
            jurisdiction=jurisdiction,
            language=language,
            progress=lambda done, total: bar.show("reading", done, total),
        )
    write_whole(place, text.encode("utf-8"))
    for each in left:
        say(f"left out: {each.name}: {each.reason}", err=True)
    say(f"{place} is written. Check what it lists with: redline check {place}", err=True)
