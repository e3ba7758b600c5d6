"""`redline check`: inconsistencies across the documents of a dossier."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from pathlib import Path

import click

from redline.checks import CHECKS
from redline.cli.options import PATH
from redline.cli.printing import counted, say, say_errors, wrapped
from redline.cli.progress import Bar
from redline.dossier import load_dossier
from redline.languages.shortening import shortened
from redline.model.findings import Evidence
from redline.review.judged import Judged
from redline.review.words import words_in
from redline.reviewing import Checked, check_dossier, write_findings
from redline.tracing import check_after

_WORKERS = 2
"""How many processes read the documents."""
_FIRST = 3
"""How many findings of one check are shown without --all."""
_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


@click.command()
@click.argument("dossier", type=PATH)
@click.option(
    "-o",
    "--out",
    type=PATH,
    metavar="FILE",
    multiple=True,
    help="Write all findings to a file: .json, .sarif or .html. Can be given several times.",
)
@click.option(
    "--only",
    metavar="CHECK",
    multiple=True,
    help=f"Run this check. Can be given several times. The checks are {', '.join(c.name for c in CHECKS)}.",
)
@click.option("--guesses", is_flag=True, help="Also what is of low confidence, and the checks that guess.")
@click.option("--all", "everything", is_flag=True, help="Show every finding, not the first three of a check.")
@click.option(
    "--language", type=click.Choice(("en", "ru", "kk")), help="Of the findings. Default: the dossier's."
)
@click.option(
    "--spec",
    "specs",
    type=PATH,
    metavar="FILE",
    multiple=True,
    help="Check this spec against the Acts, instead of those of the dossier. Can be given several times.",
)
@click.option(
    "--after",
    is_flag=True,
    help="The Acts as the specs of the dossier amend them: what is resolved, left, new.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
@click.pass_context
def check(
    ctx: click.Context,
    dossier: Path,
    out: tuple[Path, ...],
    only: tuple[str, ...],
    guesses: bool,
    everything: bool,
    language: str | None,
    specs: tuple[Path, ...],
    after: bool,
    quiet: bool,
) -> None:
    """Check the documents of DOSSIER, its file or its folder, against themselves and each other.

    The specs that it names are held against the rules of drafting, and against every document. DOSSIER can be
    a spec, too: then that alone is checked, with the Acts that it amends.

    Every finding has an id that stays the same from run to run; what is decided on it goes into the dossier
    (`decisions:`), and one that is rejected is not counted. What was read is kept beside the dossier, so that
    a second run reads only what changed. The exit status is 1 where there are findings.

    With --after the specs of the dossier are applied, and each finding is told to be resolved, with the
    operations that name it in `fixes:` or changed its places, still there, or new, with the operations that
    brought it about.

    \b
    Examples:
      redline check dossier.yaml
      redline check dossier.yaml --only dangling-reference --all
      redline check dossier.yaml -o findings.html -o findings.sarif
      redline check dossier.yaml --spec first-draft.yaml --only consequential --all
      redline check migration.yaml
      redline check dossier.yaml --after --all
    """
    with Bar(quiet=quiet) as bar:
        run = check_after if after else check_dossier
        source = replace(load_dossier(dossier), specs=specs) if specs else dossier
        checked = run(
            source, only=only, everything=guesses, language=language, workers=_WORKERS, progress=bar.show
        )
    for path in out:
        write_findings(checked, path)
    _print(checked, everything)
    say_errors(checked.errors)
    for path in out:
        say(f"{path} is written", err=True)
    if checked.open or checked.errors:
        ctx.exit(1)


def _print(checked: Checked, everything: bool) -> None:
    """The findings that are still to be answered, check by check, and how many there are."""
    for _, group in groupby(checked.open, key=lambda judged: judged.check.name):
        _print_group(list(group), checked.language, everything)
    _print_resolved(checked)
    answered = [judged for judged in checked.findings if judged.outcome in ("resolved", "answered")]
    rejected = len(checked.findings) - len(checked.open) - len(answered)
    told = [f"{len(answered)} resolved"] if answered else []
    told += [f"{rejected} rejected"] if rejected else []
    new = sum(judged.outcome == "new" for judged in checked.open)
    told += [f"{new} new"] if new else []
    behind = f" ({', '.join(told)})" if told else ""
    acts = counted(len(checked.review.acts), "text")
    say(f"{counted(len(checked.open), 'finding')} in {acts}{behind}")


def _print_resolved(checked: Checked) -> None:
    """What the amendments have resolved, and by which operation."""
    words = words_in(checked.language)
    for outcome in ("resolved", "answered"):
        found = [judged for judged in checked.findings if judged.outcome == outcome]
        if found:
            say(f"{click.style(words[outcome], bold=True)} ({len(found)})")
        for judged in found:
            by = f" ← {', '.join(judged.operations)}" if judged.operations else ""
            line = f"{judged.finding.id} {judged.message(checked.language)}{by}"
            say(wrapped(line, indent="  ", hanging="      "))
        if found:
            say()


def _print_group(findings: list[Judged], language: str, everything: bool) -> None:
    text = findings[0].check.text(language)
    head = click.style(findings[0].check.name, bold=True)
    say(wrapped(f"{head}: {text.title} ({len(findings)})"))
    shown = findings if everything else findings[:_FIRST]
    for judged in shown:
        _print_finding(judged, language)
    if len(findings) > len(shown):
        say(f"  and {len(findings) - len(shown)} more: --all shows each")
    say(wrapped(f"{click.style('do:', fg='green')} {text.do}", indent="  ", hanging="      "))
    say(f"  see: docs/checks.md#{findings[0].check.name}\n")


def _print_finding(judged: Judged, language: str) -> None:
    finding, words = judged.finding, words_in(language)
    level = click.style(words[finding.severity], fg=_COLOURS[finding.severity])
    about = [words[finding.confidence]]
    if judged.decided is not None:
        about.append(words[judged.decided.decision])
    if judged.outcome:
        by = f": {', '.join(judged.operations)}" if judged.operations else ""
        about.append(f"{words[judged.outcome]}{by}")
    line = f"{finding.id} {level}: {judged.message(language)} ({', '.join(about)})"
    say(wrapped(line, indent="  ", hanging="      "))
    for evidence in finding.evidence:
        say(wrapped(_shown(evidence), indent="      ", hanging="        "))
    if finding.offer:
        say(f"      {click.style('offer:', fg='green')} {words['offer']}")
        say("".join(f"        {line}\n" for line in finding.offer.splitlines()), nl=False)


def _shown(evidence: Evidence) -> str:
    quote = shortened(f"{evidence.before}{evidence.quote}{evidence.after}", 200)
    where = f"{evidence.file}:{evidence.line}" if evidence.line else evidence.source
    return f"{where}, {evidence.address}: “{quote}”"
