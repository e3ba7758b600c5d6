"""The progress bar: on the standard error, and on a terminal only."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from redline.cli.printing import colours

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_TITLES = {"amending": "Amending", "writing": "Writing", "reading": "Reading", "checking": "Checking"}


class Bar:
    """Shows how far the work is; does nothing where the standard error is no terminal.

    Args:
        quiet: show nothing in any case.
    """

    def __init__(self, *, quiet: bool) -> None:
        self._progress = None if quiet or not _on_terminal() else _progress()
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Bar:
        if self._progress is not None:
            self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._progress is not None:
            self._progress.stop()

    def show(self, what: str, done: int, total: int) -> None:
        """`done` of `total` of a stage are done."""
        if self._progress is None:
            return
        if what not in self._tasks:
            # What does not apply is not carried out: the stage before may end below its total.
            for task in self._progress.tasks:
                self._progress.update(task.id, completed=task.total)
            self._tasks[what] = self._progress.add_task(_TITLES.get(what, what), total=total)
        self._progress.update(self._tasks[what], completed=done, total=total)


def _on_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def _progress() -> Progress:
    # Here, since it is slow to load, and most commands are quick or write to a file.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True, no_color=not colours(err=True))
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
        console=console, transient=True, disable=not console.is_terminal,
    )  # fmt: skip
