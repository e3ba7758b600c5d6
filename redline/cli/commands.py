"""The group of commands: misspelt names, and errors of the library, become messages."""

from __future__ import annotations

import click
from rapidfuzz import process

from redline.cli.printing import say_errors
from redline.errors import RedlineError

USAGE = frozenset({"command-wrong"})
"""Errors about how the command was used, not about what it was given."""


class Commands(click.Group):
    """A group that lists its commands as registered, knows misspelt ones, and prints errors of the library.

    Only `RedlineError` is caught: anything else is a defect and keeps its traceback.
    """

    def __init__(self, *, commands: tuple[click.Command, ...], **settings: object) -> None:
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
            near = process.extractOne(name, list(self.commands), score_cutoff=60)
            known = ", ".join(self.commands)
            ctx.fail(
                f'There is no command "{name}". '
                + (f"Did you mean {near[0]}? " if near else "")
                + f"The commands are {known}."
            )
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; an error of the library is printed, and decides the exit status."""
        try:
            return super().invoke(ctx)
        except RedlineError as error:
            say_errors(getattr(error, "errors", (error,)))
            ctx.exit(2 if error.slug in USAGE else 1)
