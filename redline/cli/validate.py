"""`redline validate`: what is wrong with Acts and specs, or odd about them."""

from __future__ import annotations

from pathlib import Path

import click

from redline.cli.commands import say_errors
from redline.cli.options import PATH
from redline.cli.printing import counted, say
from redline.validate import Finding, Validated, validate_file


@click.command(short_help="What is wrong with Acts and specs.")
@click.argument("files", type=PATH, nargs=-1, required=True, metavar="FILE...")
@click.option("--errors-only", is_flag=True, help="Leave warnings out.")
@click.pass_context
def validate(ctx: click.Context, files: tuple[Path, ...], errors_only: bool) -> None:
    """Check each FILE, an Act or a spec, without changing it.

    Acts are checked against the schema of Akoma Ntoso and for what makes amending hard; specs are read as
    build reads them. The exit status is 1 where there are errors; warnings do not count.

    \b
    Examples:
      redline validate acts/*.xml
      redline validate migration-2026.yaml
    """
    results = [validate_file(file) for file in files]
    for result in results:
        _print(result, errors_only)
    if not all(result.valid for result in results):
        ctx.exit(1)


def _print(result: Validated, errors_only: bool) -> None:
    shown = [finding for finding in result.findings if finding.kind == "error" or not errors_only]
    for finding in shown:
        say(_line(result.file, finding))
    say_errors(result.errors)
    errors = len(result.errors) + sum(finding.kind == "error" for finding in result.findings)
    warnings = len(result.findings) - sum(finding.kind == "error" for finding in result.findings)
    counts = [counted(errors, "error")] if errors else []
    counts += [counted(warnings, "warning")] if warnings else []
    title = f" ({result.title})" if result.title else ""
    verdict = ", ".join(counts) or "nothing found"
    if result.what == "spec" and result.valid:
        verdict += " in the file itself (redline explain tries its instructions)"
    style = {"fg": "red"} if errors else {"fg": "green"}
    say(f"{result.file}{title}: {click.style(verdict, **style)}")  # type: ignore[arg-type]  # colours are strings


def _line(file: str, finding: Finding) -> str:
    """One finding on one line, as editors read it: file, line, kind, rule."""
    line = f":{finding.line}" if finding.line else ""
    kind = click.style(finding.kind, fg="red" if finding.kind == "error" else "yellow")
    rule = f"[{finding.rule}]" if finding.rule else ""
    where = f" ({finding.where})" if finding.where else ""
    return f"{file}{line}: {kind}{rule}: {finding.text}{where}"
