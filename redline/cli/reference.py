"""The reference of the command line, made from the commands themselves: `python -m redline.cli.reference`.

It prints `docs/cli.md`; a test sees to it that the file is up to date.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from redline.cli import COMMANDS, main

_HEAD = """\
# The command line

<!-- Made by `python -m redline.cli.reference > docs/cli.md`: change the commands, not this file. -->
"""


def reference() -> str:
    """The whole page, in Markdown."""
    parts = [_HEAD, "\n".join(_described(main)), "`redline --version` prints the version.\n"]
    for listed in COMMANDS:
        name, command = str(listed.name), listed.load()
        if isinstance(command, click.Group):
            parts.append("\n".join((f"## redline {name}", "", *_described(command))))
            parts += [_section(f"{name} {inner}", command.commands[inner]) for inner in command.commands]
        else:
            parts.append(_section(name, command))
    return "\n".join(parts).rstrip() + "\n"


def _section(name: str, command: click.Command) -> str:
    return "\n".join((f"## redline {name}", "", *_described(command), *_usage(name, command)))


def _described(command: click.Command) -> Iterator[str]:
    """The help text: paragraphs as they are, blocks that are not rewrapped as code."""
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        if not paragraph.startswith("\b\n"):
            yield from (" ".join(paragraph.split()), "")
            continue
        title, *lines = paragraph.removeprefix("\b\n").splitlines()
        yield from (title, "", "```text", *(line.removeprefix("  ") for line in lines), "```", "")


def _usage(name: str, command: click.Command) -> Iterator[str]:
    words = [_argument(p) for p in command.params if isinstance(p, click.Argument)]
    yield from ("```text", " ".join(("redline", name, "[OPTIONS]", *words)), "```", "")
    yield from ("| option | what it does |", "|---|---|")
    for option in command.params:
        if isinstance(option, click.Option):
            yield f"| {_names(option)} | {_help(option)} |"
    yield "| `-h`, `--help` | Show the help and exit. |\n"


def _argument(argument: click.Argument) -> str:
    return argument.metavar or str(argument.name).upper()


def _names(option: click.Option) -> str:
    value = "" if option.is_flag else f" {_value(option)}"
    return ", ".join(f"`{name}{value if name.startswith('--') else ''}`" for name in option.opts)


def _value(option: click.Option) -> str:
    if isinstance(option.type, click.Choice):
        return "\\|".join(str(choice) for choice in option.type.choices)
    return option.metavar or option.type.name.upper()


def _help(option: click.Option) -> str:
    text = " ".join((option.help or "").split())
    if option.required:
        text += " Required."
    if option.show_default and option.default is not None:
        text += f" Default: {option.default}."
    return text.replace("|", "\\|")


if __name__ == "__main__":
    click.echo(reference(), nl=False)
