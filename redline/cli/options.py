"""Options that several commands share."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click

from redline.render.table.columns import COLUMNS, SETS, columns_named

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


if TYPE_CHECKING:
    DateType = click.ParamType[datetime.date]
    AnyType = click.ParamType[Any]
else:  # generic from click 8.3 on only
    DateType = AnyType = click.ParamType


class Date(DateType):
    """A day, written 2026-07-01."""

    name = "date"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """What stands for the value in the help."""
        return "DATE"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        """The day that was typed."""
        found = read_date(str(value))
        if found is None:
            wrong = f'"{value}" is not a date. Write the year, month and day, as in 2026-07-01.'
            self.fail(wrong, param, ctx)
        return found


def read_date(text: str) -> datetime.date | None:
    """A day written as 2026-07-01, or None."""
    try:
        return datetime.date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


PATH: AnyType = click.Path(path_type=Path)
"""A file or folder. Whether it is there is for the library to say."""


def when_options(command: Decorated) -> Decorated:
    """`--as-of`, `--published` and `--assume`."""
    for option in (
        click.option(
            "--assume",
            metavar="NAME",
            multiple=True,
            help="Take a condition (`when: NAME` in the spec) to be met. Can be given several times.",
        ),
        click.option(
            "--published",
            type=Date(),
            help="The day the amending Act was published, for commencements counted from it.",
        ),
        click.option(
            "--as-of",
            type=Date(),
            help="The text in force on that day. Default: every operation with a known date or none.",
        ),
    ):
        command = option(command)
    return command


class Context(AnyType):
    """How many paragraphs are kept around a change, or `all`."""

    name = "number"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """What stands for the value in the help."""
        return "NUMBER|all"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int | Literal["all"]:
        """The number, or `all`."""
        typed = str(value)
        if typed == "all":
            return "all"
        if not typed.isdecimal():
            self.fail(f'"{typed}" is not a number of paragraphs. Write 0 or more, or all.', param, ctx)
        return int(typed)


def _known_columns(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """The columns as typed; names that there are not are told before the Acts are amended."""
    if value is not None:
        columns_named(value)
    return value


def table_options(command: Decorated) -> Decorated:
    """`--columns`, `--context`, `--rows`, `--colour` and `--bilingual`, of comparison tables."""
    for option in (
        click.option(
            "--bilingual",
            metavar="LANGUAGES",
            help="Comparison table: one more in two languages side by side, such as ru,kk.",
        ),
        click.option(
            "--colour/--no-colour",
            default=False,
            help="Comparison table: changed words in colour too, struck out left, underlined right.",
        ),
        click.option(
            "--rows",
            type=click.Choice(("element", "article")),
            default="element",
            help="Comparison table: a row for each changed point or paragraph (default), or each article.",
        ),
        click.option(
            "--context",
            type=Context(),
            default=0,
            help="Comparison table: how many unchanged paragraphs are kept on either side of a change. "
            "Default: 0.",
        ),
        click.option(
            "--columns",
            metavar="NAME",
            callback=_known_columns,
            help=f"Comparison table: a set of columns ({', '.join(SETS)}), or columns with commas between "
            f"them: {', '.join(COLUMNS)}. Default: the jurisdiction's.",
        ),
    ):
        command = option(command)
    return command
