"""The command line: each command calls one function of the library and prints what it gives."""

from __future__ import annotations

import click

from redline import __version__
from redline.cli.build import build
from redline.cli.check import check
from redline.cli.commands import Commands
from redline.cli.comments import comments
from redline.cli.dossier import dossier
from redline.cli.explain import explain
from redline.cli.import_ import import_
from redline.cli.matrix import matrix
from redline.cli.new import new
from redline.cli.package import package
from redline.cli.readback import readback
from redline.cli.report import report
from redline.cli.schema import schema
from redline.cli.show import show
from redline.cli.validate import validate

COMMANDS: tuple[click.Command, ...] = (
    import_, show, new, explain, build, readback, validate, dossier, check, matrix, report, comments, package,
    schema,
)  # fmt: skip
"""Every command, in the order in which a drafter meets them. A new one is a file and a line here."""


@click.group(cls=Commands, commands=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="redline %(version)s")
def main() -> None:
    """Amend laws from one spec: consolidated Acts, redlines and lists of changes that cannot disagree.

    \b
    A first spec, from the Act to the result:
      redline import law.txt -o act.xml --language en   an Act from plain text
      redline show act.xml                    what is in the Act
      redline show act.xml "art 5 para 2"     one provision, and how to name it
      redline new act.xml -o spec.yaml        a spec to begin with
      redline explain spec.yaml               what it would do, without writing anything
      redline build spec.yaml -o out          everything that comes of it

    \b
    Before it, a review of many Acts:
      redline dossier new acts                a dossier that lists the files of a folder
      redline check acts                      what contradicts, dangles or is missing
      redline matrix acts -o out              who must do what, by when, by which provision
      redline report acts -o papers           the analytical report
      redline comments form acts -o forms     the form for the comments of others
      redline package acts -o package         everything of it, in a folder and a zip

    Results go to the standard output, messages to the standard error. The exit status is 0 when all is
    well, 1 when there are errors or findings, 2 when a command is not used as it should be. NO_COLOR=1
    leaves the colours out.

    \b
    Names and options are completed by the TAB key after one of:
      eval "$(_REDLINE_COMPLETE=bash_source redline)"      in ~/.bashrc
      eval "$(_REDLINE_COMPLETE=zsh_source redline)"       in ~/.zshrc
      _REDLINE_COMPLETE=fish_source redline | source       in ~/.config/fish/completions/redline.fish
    """


__all__ = ["COMMANDS", "main"]
