"""The group of commands: misspelt names, and errors of the library, become messages."""

from __future__ import annotations

import gc
from importlib import import_module

import click

from redline.cli.printing import say_errors
from redline.errors import RedlineError

USAGE = frozenset({"command-wrong"})
"""Errors about how the command was used, not about what it was given."""

_COLLECTIONS = (20_000, 20, 20)
"""After how many new objects, and how many such times, Python looks for those that only hold one another.

A code is hundreds of thousands of objects that all stay. To look through them after each 700 new ones, as
Python does by itself, takes a tenth of the time of a build and finds nothing.
"""


class Listed(click.Command):
    """A command as the group lists it: it is loaded when it is called, and not before.

    Args:
        name: as it is typed.
        place: the module and the name of the command in it: `redline.cli.build:build`.
        short_help: what it does, in a line.
    """

    def __init__(self, name: str, place: str, short_help: str) -> None:
        super().__init__(name, short_help=short_help)
        self._place = place

    def load(self) -> click.Command:
        """The command itself."""
        module, _, function = self._place.partition(":")
        command: click.Command = getattr(import_module(module), function)
        return command


class Commands(click.Group):
    """A group that lists its commands as registered, knows misspelt ones, and prints errors of the library.

    Only `RedlineError` is caught: anything else is a defect and keeps its traceback.
    """

    def __init__(self, *, commands: tuple[Listed, ...], **settings: object) -> None:
        super().__init__(commands={str(command.name): command for command in commands}, **settings)  # type: ignore[arg-type]  # click's own settings

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the registry."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named; where there is none of that name, the nearest is suggested."""
        name = args[0]
        if not ctx.resilient_parsing and self.get_command(ctx, name) is None and not name.startswith("-"):
            ctx.fail(self._unknown(name))
        called, command, rest = super().resolve_command(ctx, args)
        return called, command.load() if isinstance(command, Listed) else command, rest

    def _unknown(self, name: str) -> str:
        # Here, since almost every name is typed as it is, and the search is slow to load.
        from rapidfuzz import process

        near = process.extractOne(name, list(self.commands), score_cutoff=60)
        meant = f"Did you mean {near[0]}? " if near else ""
        return f'There is no command "{name}". {meant}The commands are {", ".join(self.commands)}.'

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; an error of the library is printed, and decides the exit status."""
        gc.set_threshold(*_COLLECTIONS)
        try:
            return super().invoke(ctx)
        except RedlineError as error:
            say_errors(error.each)
            ctx.exit(2 if error.slug in USAGE else 1)
