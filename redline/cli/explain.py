"""`redline explain`: what a spec would do, without writing anything."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from redline.cli.options import PATH, when_options
from redline.cli.printing import colours, counted, say, say_errors, say_remark, wrapped
from redline.compare.display import Piece
from redline.explain import Explained, Explanation, Landing, Outcome, explain_spec
from redline.languages.shortening import MORE, last_words, shortened


@click.command()
@click.argument("spec", type=PATH)
@when_options
@click.option(
    "--full", is_flag=True, help="Show the whole of every provision, not only the words around a change."
)
@click.pass_context
def explain(
    ctx: click.Context,
    spec: Path,
    as_of: datetime.date | None,
    published: datetime.date | None,
    assume: tuple[str, ...],
    full: bool,
) -> None:
    """Say what each instruction of SPEC would do, and what would fail; nothing is written.

    Each instruction is put into a sentence, with the provision where it lands and its words: [-struck out-]
    and {+added+}, or in red and green on a terminal. Instructions that do not apply say why. All errors are
    shown at the end; the other instructions are explained all the same, also where some are not written as
    they must be (a key is missing, a text is not in quotes). Where more of the spec than instructions is not,
    all of that is shown, and the instructions when it is mended.

    \b
    Examples:
      redline explain migration-2026.yaml
      redline explain spec.yaml --as-of 2026-09-01
      redline explain spec.yaml --assume digital-identity --full
    """
    explanation = explain_spec(spec, as_of=as_of, published=published, assume=assume)
    for where, warning in explanation.warnings:
        say_remark(where, warning)
    say(click.style(explanation.title, bold=True))
    for instruction in explanation.instructions:
        _print_instruction(instruction, full)
    if explanation.effects:
        say("\nWithout a change of the text:")
    for effect in explanation.effects:
        say(wrapped(effect, indent="  ", hanging="     "))
    say(f"\n{_tally(explanation)}")
    if explanation.errors:
        say(err=True)
        say_errors(explanation.errors)
        ctx.exit(1)


def _tally(explanation: Explanation) -> str:
    """How many instructions there are, and how many of them would be carried out and would fail."""
    counts = {
        status: sum(any(o.status == status for o in one.outcomes) for one in explanation.instructions)
        for status in ("applied", "failed", "not-judged")
    }
    parts = [f"{counts['applied']} would be carried out", f"{counts['failed']} would fail"]
    if counts["not-judged"]:
        parts.append(f"{counts['not-judged']} cannot be judged yet")
    if explanation.unread:
        are, must = ("is", "it must be") if explanation.unread == 1 else ("are", "they must be")
        parts.append(f"{explanation.unread} {are} not written as {must}")
    total = len(explanation.instructions) + explanation.unread
    return f"{counted(total, 'instruction')}: {', '.join(parts)}."


def _print_instruction(one: Explained, full: bool) -> None:
    acts = one.acts[0] if len(one.acts) == 1 else f"{', '.join(one.acts[:-1])} and {one.acts[-1]}"
    when = f" ({one.when})" if one.when else ""
    number = f"{one.number}. "
    say()
    say(wrapped(f"{number}{acts}, {one.does}{when}", hanging=" " * len(number)))
    if one.because:
        say(wrapped(f"because: {one.because}", indent="   ", hanging="     "))
    for outcome in one.outcomes:
        _print_outcome(outcome, full, named=len(one.outcomes) > 1)


def _print_outcome(outcome: Outcome, full: bool, *, named: bool) -> None:
    act = f"{outcome.act}: " if named else ""
    if outcome.status == "failed":
        say(
            wrapped(
                f"{act}{click.style('would fail', fg='red')}: {outcome.why}", indent="   ", hanging="     "
            )
        )
        return
    if outcome.status == "not-judged":
        say(wrapped(f"{act}cannot be judged yet: {outcome.why}", indent="   ", hanging="     "))
        return
    if outcome.status != "applied":
        say(wrapped(f"{act}does not apply: {outcome.why}", indent="   ", hanging="     "))
        return
    if outcome.does:
        say(wrapped(f"{act}{outcome.does}", indent="   ", hanging="     "))
    if outcome.because:
        say(wrapped(f"because: {outcome.because}", indent="   ", hanging="     "))
    if not outcome.landings:
        say(f"   {act}changes no words")
    for landing in outcome.landings:
        identifier = f" ({landing.identifier})" if landing.identifier else ""
        say(wrapped(f"→ {act}{landing.citation}{identifier}", indent="   ", hanging="     "))
        for line in change_in_lines(landing, full=full, colour=colours()):
            say(wrapped(line, indent="     "))
    for note in outcome.notes:
        say(wrapped(f"{click.style('note', fg='yellow')}: {note}", indent="   ", hanging="     "))


_AROUND = 60
_LONG = 400


def change_in_lines(landing: Landing, *, full: bool, colour: bool) -> list[str]:
    """The words of a provision with the change in them, those far from it left out.

    Old and new words that are not alike have a line each.
    """
    last = len(landing.words) - 1
    shown = [
        _marked(piece.kind, piece.text if full else _cut(piece, first=at == 0, last=at == last), colour)
        for at, piece in enumerate(landing.words)
    ]
    apart = [piece.kind for piece in landing.words] == ["out", "in"]
    return shown if apart else ["".join(shown)]


def _cut(piece: Piece, *, first: bool, last: bool) -> str:
    """A piece without its middle (or, at an end of the provision, without what is far from the change)."""
    text = piece.text
    if piece.kind != "same" or (first and last):
        return text if len(text) <= _LONG else shortened(text, _LONG)
    if len(text) <= (_AROUND if first or last else 2 * _AROUND):
        return text
    head = "" if first else text[:_AROUND].rsplit(" ", 1)[0]
    tail = "" if last else f" {last_words(text, _AROUND)}"
    return f"{head}{MORE if head else MORE.lstrip()}{tail}"


def _marked(kind: str, text: str, colour: bool) -> str:
    """Words marked for a terminal, or in plain characters."""
    if kind == "same":
        return text
    if not colour:
        return f"[-{text}-]" if kind == "out" else f"{{+{text}+}}"
    # Each word by itself, so that a line can be broken between them.
    style = {"fg": "red", "strikethrough": True} if kind == "out" else {"fg": "green", "underline": True}
    words = text.split(" ")
    return " ".join(click.style(word, **style) if word else "" for word in words)  # type: ignore[arg-type]
