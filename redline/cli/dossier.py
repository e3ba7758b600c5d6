"""`redline dossier`: a dossier to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from redline.cli.new import known_profile
from redline.cli.options import PATH
from redline.cli.printing import say
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
def new(folder: Path, out: Path | None, jurisdiction: str, language: str) -> None:
    """Write a first dossier that lists the files of FOLDER: Acts, texts, Word documents, web pages.

    Files whose names differ in a language at the end only (law_ru.txt, law_kk.txt) are one document.

    \b
    Examples:
      redline dossier new acts
      redline dossier new acts -o dossier.yaml --jurisdiction kz --language ru
    """
    place = out or folder / "dossier.yaml"
    if place.exists():
        raise DossierError("command-wrong", f"{place} is there already", do="give another place with -o")
    text = start_dossier(folder, place, jurisdiction=jurisdiction, language=language)
    write_whole(place, text.encode("utf-8"))
    say(f"{place} is written. Check what it lists with: redline check {place}", err=True)
