"""`redline import`: an Act from plain text, a Word document or a web page."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from redline.cli.new import known_profile
from redline.cli.options import PATH, Date
from redline.cli.printing import say
from redline.errors import ImportFailure
from redline.importers import import_act
from redline.render.writing import write_whole


def _two_letters(context: click.Context, parameter: click.Parameter, code: str) -> str:
    """A country code as it stands in identifiers: two small letters."""
    if code and not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise click.BadParameter(f'"{code}" is no code of two letters, such as kz', context, parameter)
    return code.lower()


@click.command("import")
@click.argument("file", type=PATH)
@click.option(
    "-o", "--out", type=PATH, metavar="FILE", required=True, help="Where to write the Act, as Akoma Ntoso."
)
@click.option("--language", metavar="CODE", required=True, help="The language of the law: en, ru or kk.")
@click.option(
    "--jurisdiction",
    metavar="NAME",
    default="generic",
    callback=known_profile,
    help="The drafting profile, which says what the units are. Default: generic.",
)
@click.option("--title", default="", help="The title of the Act, where the file lacks it.")
@click.option("--form", default="", help="What kind of Act it is, where the file lacks it.")
@click.option("--number", default="", help="The number of the Act, where the file lacks it.")
@click.option("--date", type=Date(), help="The day the Act was made, where the file lacks it.")
@click.option("--consolidated", type=Date(), help="The day whose text the file has. Default: the Act's own.")
@click.option(
    "--country",
    metavar="CODE",
    default="",
    callback=_two_letters,
    help="The country of the Act, for its identifiers. Default: the profile's.",
)
@click.option("--report", type=PATH, metavar="FILE", help="Where to write the whole report, with every line.")
def import_(
    file: Path,
    out: Path,
    language: str,
    jurisdiction: str,
    title: str,
    form: str,
    number: str,
    date: datetime.date | None,
    consolidated: datetime.date | None,
    country: str,
    report: Path | None,
) -> None:
    """Make an Act in Akoma Ntoso of the law in FILE.

    FILE is plain text (.txt), a Word document (.docx) or a saved web page (.html). Every word of it is in the
    Act, in its order, or nothing is written: the command checks it each time.
    What was recognised, what was guessed and what should be looked at is printed, with the lines of FILE.

    \b
    Examples:
      redline import law.txt -o acts/law.xml --language ru --jurisdiction kz
      redline import law.txt -o law.xml --language en --title "On Migration" --number 477 --date 2011-07-22
    """
    for place in (out, report):
        if place is not None and place.exists() and file.exists() and place.samefile(file):
            raise ImportFailure(
                "command-wrong", f"{place} is the file that is imported", do="give another file to write to"
            )
    imported = import_act(
        file,
        jurisdiction=jurisdiction,
        language=language,
        title=title,
        form=form,
        number=number,
        date=date,
        consolidated=consolidated,
        country=country,
    )
    write_whole(out, imported.act.to_bytes())
    if report is not None:
        write_whole(report, ("\n".join(imported.report.lines(str(file))) + "\n").encode("utf-8"))
    for line in imported.report.lines(str(file), every=False):
        say(line)
    say(f"{out} is written. See what is in it with: redline show {out}", err=True)
