"""`redline validate`: what is wrong with Acts and specs, or odd about them."""

from __future__ import annotations

import json
from pathlib import Path

import click

from redline.akn.lints import Level
from redline.cli.options import PATH
from redline.cli.printing import counted, say, say_errors, wrapped
from redline.languages.shortening import shortened
from redline.validate import LEVELS, Finding, Validated, validate_file, validate_versions

_FIRST = 3
"""How many places of one kind are shown without --all."""
_COLOURS: dict[Level, str] = {"error": "red", "warning": "yellow", "note": "cyan"}


@click.command()
@click.argument("files", type=PATH, nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--versions", is_flag=True, help="The files are the language versions of one Act: hold them together."
)
@click.option("--errors-only", is_flag=True, help="Leave warnings and notes out.")
@click.option("--all", "everything", is_flag=True, help="Show every place, not the first three of a kind.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs: every place.")
@click.pass_context
def validate(
    ctx: click.Context,
    files: tuple[Path, ...],
    versions: bool,
    errors_only: bool,
    everything: bool,
    as_json: bool,
) -> None:
    """Check each FILE, an Act or a spec, without changing it.

    Acts are held against the schema of Akoma Ntoso and against what the schema cannot say: references that
    lead nowhere, identifiers that occur twice, metadata that disagrees. Specs are read as build reads them.
    Language versions of one Act are held against one another, those that a spec names and, with --versions,
    those given: what stands in one of them only is a warning.
    The exit status is 1 where there are errors or warnings; notes do not count.

    \b
    Examples:
      redline validate acts/*.xml
      redline validate act.xml --all
      redline validate migration-2026.yaml
      redline validate --versions act.ru.xml act.kk.xml
    """
    results = [validate_file(file) for file in files]
    if versions:
        results.append(validate_versions(files))
    levels = LEVELS[:1] if errors_only else LEVELS
    if as_json:
        say(json.dumps([_data(result, levels) for result in results], ensure_ascii=False, indent=2))
    else:
        for result in results:
            _print(result, levels, everything)
    if any(result.errors or result.count("error") for result in results):
        ctx.exit(1)
    if not errors_only and not all(result.clean for result in results):
        ctx.exit(1)


def _print(result: Validated, levels: tuple[Level, ...], everything: bool) -> None:
    """The verdict on a file, then what was found in it, kind by kind."""
    counts = [counted(number, level) for level in levels if (number := result.count(level))]
    title = f" ({shortened(result.title)})" if result.title else ""
    verdict = ", ".join(counts) or "nothing found"
    if result.what == "spec" and not result.errors:
        verdict += " in the file itself (redline explain tries its instructions)"
    colour = "red" if result.count("error") else "green" if result.clean else "yellow"
    say(f"{result.file}{title}: {click.style(verdict, fg=colour)}")
    say_errors(result.errors, summary=False)
    groups = [group for group in result.groups() if group[0].level in levels]
    for group in groups:
        say()
        _print_group(group, everything)
    if groups:
        say()


def _print_group(group: tuple[Finding, ...], everything: bool) -> None:
    """The places of one kind under their heading, and what to do about them."""
    first = group[0]
    head = click.style(f"{first.level}[{first.rule}]", fg=_COLOURS[first.level], bold=True)
    say(wrapped(f"{head}: {first.summary} ({counted(len(group), 'place')})", indent=" ", hanging="     "))
    shown = group if everything else group[:_FIRST]
    for finding in shown:
        line = f"line {finding.line}: " if finding.line else ""
        where = f" (in {finding.where})" if finding.where and finding.where not in finding.text else ""
        say(wrapped(f"{line}{finding.text}{where}", indent="    ", hanging="        "))
    if len(group) > len(shown):
        say(f"    and {counted(len(group) - len(shown), 'more place')}: --all shows each")
    say(wrapped(f"{click.style('do:', fg='green')} {first.do}", indent="    ", hanging="        "))
    say(f"    see: docs/validate.md#{first.rule}")


def _data(result: Validated, levels: tuple[Level, ...]) -> dict[str, object]:
    return {
        "file": result.file,
        "what": result.what or None,
        "title": result.title,
        "findings": [
            {
                "level": finding.level,
                "rule": finding.rule,
                "line": finding.line,
                "in": finding.where or None,
                "text": finding.text,
                "do": finding.do,
            }
            for finding in result.findings
            if finding.level in levels
        ],
        "errors": [str(error) for error in result.errors],
    }
