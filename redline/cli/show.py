"""`redline show`: what is in an Act, and how to address it."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path

import click
from msgspec import to_builtins

from redline.cli.options import PATH
from redline.cli.printing import counted, say, say_remark, width, wrapped
from redline.languages.shortening import shortened
from redline.show import Block, OutlineEntry, Provision, Shown, ShownAct, ShownPart, show_act


def _at_least_one(ctx: click.Context, param: click.Parameter, value: int | None) -> int | None:
    if value is not None and value < 1:
        raise click.BadParameter("the number of levels is 1 or more")
    return value


@click.command()
@click.argument("act", type=PATH)
@click.argument("addresses", nargs=-1, metavar="[ADDRESS]...")
@click.option("--depth", type=int, callback=_at_least_one, metavar="N", help="How many levels to show.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
def show(act: Path, addresses: tuple[str, ...], depth: int | None, as_json: bool) -> None:
    """Show the outline of ACT, or the provisions that each ADDRESS names.

    The outline gives each provision an address that a spec takes as it is: its eId; where several have the
    same, a citation; where nothing else names it, its place (`act / item 5 / item 3`).

    A provision is shown with its blocks [1] [2] …, its sentences, its tables, its fingerprint (for `expect:`
    in a spec), and every way to address it and its parts, ready to copy. Put an ADDRESS in quotes.

    \b
    Examples:
      redline show act.xml
      redline show act.xml --depth 2
      redline show act.xml "art 5 para 2"
      redline show act.xml art_5__para_2 "art 7 / sentence 2"
      redline show act.xml "annex 1 / table 1 / row 2"
      redline show act.xml "annex 2" --json
    """
    shown = show_act(act, addresses, depth=depth)
    if as_json:
        say(json.dumps(to_builtins(shown), ensure_ascii=False, indent=2))
        return
    for warning in shown.warnings:
        say_remark(shown.name, warning)
    if not addresses:
        _print_outline(shown)
    for place, one in enumerate(shown.shown):
        say("\n" if place else "", nl=False)
        _print_shown(one)


def _print_outline(act: ShownAct) -> None:
    say(click.style(shortened(act.title, 2 * width()), bold=True))
    say(f"{act.name}{f', language {act.language}' if act.language else ''}\n")
    if not act.outline:
        say("The Act has no provisions.")
        return
    room = min(44, max(len(entry.address or _NONE) for entry in act.outline))
    say(click.style(f"{'address':<{room}}  words", dim=True))
    for entry in act.outline:
        title = "  " * entry.depth + shortened(_entry_title(entry), 70)
        say(f"{entry.address or _NONE:<{room}}  {entry.words:>5}  {title}")
    if any(entry.address is None for entry in act.outline):
        say(f"\n{_NONE} cannot be addressed: neither a number nor an identifier names it alone.")


_NONE = "–"


def _entry_title(entry: OutlineEntry) -> str:
    """Its number and heading; without a heading its first words, without a number its kind before them."""
    named = f"{entry.number} {entry.heading}".strip()
    if entry.heading:
        return named
    return f"{entry.number or f'<{entry.kind}>'} {entry.opening}".rstrip()


def _print_shown(shown: Shown) -> None:
    whole = shown.provision is not None or shown.address.strip() == "act"
    named = "" if whole else f"{shown.address} – "
    say(click.style(f"{named}{shown.title}", bold=True))
    if shown.note:
        say_remark(shown.address, shown.note)
    if shown.provision is not None:
        say()
        _print_provision(shown.provision, "  ")
    elif shown.address.strip() != "act":
        say(f"\n{wrapped(shown.words, indent='  ')}")
    say(f"\n{counted(shown.count, 'word')}, fingerprint {shown.fingerprint}")
    if shown.provision is not None:
        if shown.names:
            say("\nAddress it by one of:" if len(shown.names) > 1 else "\nAddress it by:")
        else:
            say("\nIt cannot be addressed: neither a number nor an identifier names it alone.")
        for name in shown.names:
            say(f"  {name}")
    if shown.parts:
        base = shown.names[0] if shown.names else shown.address
        say(f"\nIts parts are written behind that, as in: {base} {shown.parts[0].address}")
        _print_parts(shown.parts)


def _print_provision(provision: Provision, indent: str) -> None:
    for block in provision.blocks:
        _print_block(block, indent)
    for inner in provision.provisions:
        head = f"{inner.number or f'<{inner.kind}>'} {inner.heading}".rstrip()
        address = click.style(f"  {inner.address}", dim=True) if inner.address else ""
        say(f"{indent}{head}{address}")
        _print_provision(inner, indent + "    ")
    for block in provision.wrap:
        _print_block(block, indent)


def _print_block(block: Block, indent: str) -> None:
    if block.number is None and block.table is None:
        say(wrapped(block.text, indent=indent))
        return
    if block.number is None:
        say(f"{indent}table {block.table}:")
        for place, row in enumerate(block.rows, 1):
            cells = " | ".join(f"cell {column}: {words}" for column, words in row)
            say(wrapped(f"row {place}, {cells}", indent=f"{indent}  ", hanging=f"{indent}      "))
        return
    label = f"[{block.number}] "
    behind = indent + " " * len(label)
    texts = [block.text]
    if len(block.sentences) > 1:
        texts = [f"(sentence {number}) {sentence}" for number, sentence in block.sentences]
    for place, text in enumerate(texts):
        say(wrapped(text, indent=behind if place else indent + label, hanging=behind))


_MANY = 8


def _print_parts(parts: tuple[ShownPart, ...]) -> None:
    """The parts with their first words: those of the same words in one line, many of a kind cut short."""
    of_words: dict[str, list[str]] = {}
    for _, group in groupby(parts, key=lambda part: part.address.split()[1]):
        same = list(group)
        for part in same if len(same) <= _MANY else [*same[:3], same[-1]]:
            cut = len(same) > _MANY and part is same[-1]
            of_words.setdefault(part.words, []).append(f"… {part.address}" if cut else part.address)
    lines = [("  ".join(addresses), words) for words, addresses in of_words.items()]
    room = min(40, max(len(addresses) for addresses, _ in lines))
    for addresses, words in lines:
        say(f"  {addresses:<{room}}  {shortened(words, max(30, width() - room - 4))}")
