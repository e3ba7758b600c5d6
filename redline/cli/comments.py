"""`redline comments`: the comment form, its return, and the summary of comments."""

from __future__ import annotations

from pathlib import Path

import click

from redline.cli.options import PATH
from redline.cli.printing import counted, say, say_errors, say_remark
from redline.commenting import import_comments, write_forms, write_summary

_LANGUAGES = click.Choice(("en", "ru", "kk"))


@click.command(cls=click.Group)
def comments() -> None:
    """What bodies say of the package: the form that is sent to them, its return, and the summary.

    \b
    Examples:
      redline comments form dossier.yaml -o forms
      redline comments import dossier.yaml returned/justice.docx
      redline comments summary dossier.yaml -o papers
    """


@comments.command(short_help="The form to send out, as Word document and workbook.")
@click.argument("dossier", type=PATH)
@click.option("-o", "--out", type=PATH, metavar="FOLDER", required=True, help="Where to write the forms.")
@click.option(
    "--language",
    type=_LANGUAGES,
    multiple=True,
    help="Can be given several times. Default: of the documents.",
)
@click.pass_context
def form(ctx: click.Context, dossier: Path, out: Path, language: tuple[str, ...]) -> None:
    """Write the comment form of DOSSIER: body, provision (chosen from a list), comment, proposal.

    \b
    Examples:
      redline comments form dossier.yaml -o forms
      redline comments form dossier.yaml -o forms --language kk
    """
    written, errors = write_forms(dossier, out, language)
    for path in written:
        say(str(path))
    say_errors(errors)
    if errors:
        ctx.exit(1)


@comments.command("import", short_help="Read returned forms into the dossier.")
@click.argument("dossier", type=PATH)
@click.argument("files", type=PATH, nargs=-1, required=True)
@click.pass_context
def import_forms(ctx: click.Context, dossier: Path, files: tuple[Path, ...]) -> None:
    """Read returned FILES (.docx, .xlsx, .xls, .ods) into the file of comments beside DOSSIER.

    Nothing that is there is changed; a form that is read twice adds nothing. A row that is filled in wrongly
    is reported and not taken, the others are. Then decide on each comment in that file, which is
    comments.yaml unless the dossier names another (decision, reason).

    \b
    Examples:
      redline comments import dossier.yaml returned/*.docx returned/*.xlsx
    """
    imported = import_comments(dossier, files)
    for comment in imported.added:
        about = f"{comment.document} {comment.address}".strip()
        say(f"{comment.id}  {comment.body}{f': {about}' if about else ''}")
    known = f", {imported.known} known already" if imported.known else ""
    say(f"{counted(len(imported.added), 'comment')} added to {imported.file}{known}", err=True)
    for remark in imported.remarks:
        say_remark(str(imported.file), remark)
    say_errors(imported.errors)
    if imported.errors:
        ctx.exit(1)


@comments.command(short_help="The summary of comments, as Word document, workbook and page.")
@click.argument("dossier", type=PATH)
@click.option("-o", "--out", type=PATH, metavar="FOLDER", required=True, help="Where to write the summary.")
@click.option("--language", type=_LANGUAGES, help="Default: the dossier's.")
@click.option(
    "--template", type=PATH, metavar="FILE", help="A Word document of your own, whose styles are taken."
)
def summary(dossier: Path, out: Path, language: str | None, template: Path | None) -> None:
    """Write the summary of the comments received: body, comment, accepted or rejected, reason.

    \b
    Examples:
      redline comments summary dossier.yaml -o papers
      redline comments summary dossier.yaml -o papers --language kk --template letterhead.docx
    """
    for path in write_summary(dossier, out, language or "", template):
        say(str(path))
