"""The command line: each command calls one function of the library and prints what it gives."""

from __future__ import annotations

import click

from redline import __version__
from redline.cli.commands import Commands, Listed

COMMANDS: tuple[Listed, ...] = (
    Listed("import", "redline.cli.import_:import_", "An Act from text, Word or a web page."),
    Listed("show", "redline.cli.show:show", "What is in an Act, and how to address it."),
    Listed("new", "redline.cli.new:new", "A spec to begin with."),
    Listed("explain", "redline.cli.explain:explain", "What a spec would do, without writing anything."),
    Listed("build", "redline.cli.build:build", "Write the consolidated Acts and everything else."),
    Listed("readback", "redline.cli.readback:readback", "Turn an amending Act back into a spec."),
    Listed("validate", "redline.cli.validate:validate", "What is wrong with Acts and specs."),
    Listed("dossier", "redline.cli.dossier:dossier", "A dossier of Acts under review, to begin with."),
    Listed("check", "redline.cli.check:check", "Inconsistencies across the Acts of a dossier."),
    Listed("matrix", "redline.cli.matrix:matrix", "The legal matrix of a dossier."),
    Listed("report", "redline.cli.report:report", "The analytical report, as Word document, page and PDF."),
    Listed(
        "comments",
        "redline.cli.comments:comments",
        "Comments of bodies on the package: form, return, summary.",
    ),
    Listed("package", "redline.cli.package:package", "The package for stakeholders: a folder and a zip."),
    Listed("schema", "redline.cli.schema:schema", "The JSON Schemas of the files."),
)
"""Every command, in the order in which a drafter meets them. A new one is a file and a line here.

A command is loaded when it is called: who builds a spec does not wait for the checks of dossiers.
"""


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
