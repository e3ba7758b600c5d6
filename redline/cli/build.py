"""`redline build`: everything that comes of a spec, written to a folder."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from redline.answers import read_answers
from redline.build import Built, build_package
from redline.cli.options import PATH, table_options, when_options
from redline.cli.printing import counted, say, say_remark
from redline.cli.progress import Bar
from redline.model.changes import STATUS_WORDS, Change, tally
from redline.render.outputs import FORMATS, KIND_TITLES, KINDS


@click.command()
@click.argument("spec", type=PATH)
@click.option(
    "-o",
    "--out",
    type=PATH,
    required=True,
    metavar="FOLDER",
    help="Where the files go. Made where it is not there.",
)
@click.option(
    "--only",
    type=click.Choice(KINDS),
    multiple=True,
    help="Make this kind of output only. Can be given several times.",
)
@click.option(
    "--format",
    "formats",
    type=click.Choice(FORMATS),
    multiple=True,
    help="Make files of this type only. Can be given several times.",
)
@when_options
@click.option(
    "--timeline",
    is_flag=True,
    help="One version of each Act for each date on which its text changes, instead of one.",
)
@click.option(
    "--comments/--no-comments",
    default=True,
    help="Whether each change in a Word redline carries a comment with its reason, instruction and date.",
)
@click.option(
    "--moves",
    is_flag=True,
    help="Show what was moved with move marks in Word redlines, instead of deleted here and inserted there.",
)
@click.option(
    "--granularity",
    type=click.Choice(["words", "provisions"]),
    default="words",
    help="What Word redlines mark: the words that changed, or whole paragraphs, deleted and inserted.",
)
@click.option(
    "--template",
    type=PATH,
    metavar="FILE.docx",
    help="A Word document whose styles, pages, headers and footers all Word files get: your house style.",
)
@click.option("--contents", is_flag=True, help="Put a table of contents behind the title of Word files.")
@click.option(
    "--style",
    type=click.Choice(["nz", "uk", "us"]),
    default=None,
    help="The style of an amending Act in English: New Zealand, United Kingdom, United States. Default: that "
    "of the jurisdiction.",
)
@table_options
@click.option(
    "--findings",
    type=PATH,
    metavar="FILE.json",
    multiple=True,
    help="Findings as redline check --after -o wrote them, a file for each language: reasons say which "
    "of them an operation answers, and what became of it.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print neither progress nor what was made.")
def build(
    spec: Path,
    out: Path,
    only: tuple[str, ...],
    formats: tuple[str, ...],
    as_of: datetime.date | None,
    published: datetime.date | None,
    assume: tuple[str, ...],
    timeline: bool,
    findings: tuple[Path, ...],
    quiet: bool,
    **options: Any,
) -> None:
    """Amend the Acts of SPEC and write what comes of it.

    SPEC is a spec file, or a folder that holds exactly one, or one that bears the folder's name. All or
    nothing: where one operation fails, every failure is shown and no file is written: those in the writing
    of the spec, and those of the other operations that do not depend on them, in one report. Other files in
    the output folder stay as they are, and the files that the spec is made from are never overwritten.

    \b
    Examples:
      redline build migration-2026.yaml -o out
      redline build . -o out --only consolidated --format html
      redline build spec.yaml -o out --as-of 2026-09-01
      redline build spec.yaml -o out --timeline
      redline build spec.yaml -o out --only table --columns number,element,current,proposed
      redline build spec.yaml -o out --published 2026-06-05 --assume digital-identity
    """
    with Bar(quiet=quiet) as bar:
        built = build_package(
            spec, out, only=only, formats=formats, as_of=as_of, published=published, assume=assume,
            timeline=timeline, options=options, answers=read_answers(findings), progress=bar.show,
        )  # fmt: skip
    for remark in built.remarks:
        say_remark(remark.where, remark.text)
    if not quiet:
        _print_made(built)


def _print_made(built: Built) -> None:
    say(f"{counted(len(built.files), 'file')} in {built.folder}:")
    made = [(name, KIND_TITLES[kind], formats) for name, kind, formats in _by_name(built)]
    widest = max(len(name) for name, _, _ in made)
    for name, title, formats in made:
        say(f"  {name:<{widest}}  {title}: {', '.join(formats)}")
    say(_outcome(change for marked in built.amended.values() for change in marked.noted()))
    if built.first is not None:
        say(f"Look first at {built.first.path}")


def _by_name(built: Built) -> Iterator[tuple[str, str, list[str]]]:
    """The files that are called alike but for their types: what they are called, their kind, their types."""
    found: dict[tuple[str, str], list[str]] = {}
    for file in built.files:
        suffix = f".{file.output.format}"
        key = file.path.name.removesuffix(suffix), file.output.kind
        found.setdefault(key, []).append(suffix)
    for (name, kind), suffixes in found.items():
        yield name, kind, suffixes


def _outcome(changes: Iterable[Change]) -> str:
    """`93 operations: 88 applied, 4 awaiting an event`; an operation on several Acts counts once."""
    counts = tally(changes)
    if not counts:
        return "The spec has no operations: the Acts are as they were."
    hints = {"not-assumed": " (see --assume)"}
    parts = [f"{count} {STATUS_WORDS[status]}{hints.get(status, '')}" for status, count in counts.items()]
    return f"{counted(sum(counts.values()), 'operation')}: {', '.join(parts)}."
