"""The progress bar: on the standard error, and on a terminal only."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from redline.cli.printing import colours

_TITLES = {"amending": "Amending", "writing": "Writing", "reading": "Reading", "checking": "Checking"}


class Bar:
    """Shows how far the work is; does nothing where the standard error is no terminal.

    Args:
        quiet: show nothing in any case.
    """

    def __init__(self, *, quiet: bool) -> None:
        console = Console(stderr=True, no_color=not colours(err=True))
        self._progress = Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
            console=console, transient=True, disable=quiet or not console.is_terminal,
        )  # fmt: skip
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Bar:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def show(self, what: str, done: int, total: int) -> None:
        """`done` of `total` of a stage are done."""
        if what not in self._tasks:
            # What does not apply is not carried out: the stage before may end below its total.
            for task in self._progress.tasks:
                self._progress.update(task.id, completed=task.total)
            self._tasks[what] = self._progress.add_task(_TITLES.get(what, what), total=total)
        self._progress.update(self._tasks[what], completed=done, total=total)
