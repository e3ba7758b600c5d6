"""Many pages printed to PDFs at once: a printer, which is a process of its own, for each processor.

Laying out a page takes seconds, far longer than making it, and no page waits for another.

    python -m redline.render.printing     a printer: reads the lines `page<TAB>PDF`, answers each with a line
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO, cast

from redline.render.pdf_pages import check_printable, pdf_of

Job = tuple[Path, Path]
"""A page in UTF-8, and the PDF that is made of it."""
_DONE = "printed"


def print_pages(jobs: Sequence[Job], printed: Callable[[int], None]) -> None:
    """Make a PDF of each page.

    Args:
        jobs: pages and PDFs.
        printed: told how many are done, after each.

    Raises:
        RenderError: `pdf-unavailable` or `pdf-too-long`, of the first page of which there is no PDF.
    """
    for page, _ in jobs:
        check_printable(page.read_bytes())
    printers = min(len(jobs), os.cpu_count() or 1)
    waiting: SimpleQueue[Job | None] = SimpleQueue()
    # The longest first, so that none is left to print alone at the end; then the end, for each printer.
    for job in (*sorted(jobs, key=lambda job: -job[0].stat().st_size), *[None] * printers):
        waiting.put(job)
    answers: SimpleQueue[str] = SimpleQueue()
    threads = [Thread(target=_keep_printing, args=(waiting, answers), daemon=True) for _ in range(printers)]
    for thread in threads:
        thread.start()
    for done in range(1, len(jobs) + 1):
        answer = answers.get()
        if answer != _DONE:
            raise RuntimeError(f"a page could not be printed: {answer}")
        printed(done)
    for thread in threads:
        thread.join()


def _keep_printing(waiting: SimpleQueue[Job | None], answers: SimpleQueue[str]) -> None:
    """Hand pages to a printer of its own until none is left."""
    command = [sys.executable, "-m", "redline.render.printing"]
    pipe = subprocess.PIPE
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as errors,
        subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=errors, encoding="utf-8") as printer,
    ):
        to, said = cast("IO[str]", printer.stdin), cast("IO[str]", printer.stdout)
        while (job := waiting.get()) is not None:
            try:
                print(*job, sep="\t", file=to, flush=True)
                answer = said.readline().strip()
            except OSError:
                answer = ""
            if not answer:
                errors.seek(0)
                answer = errors.read().strip() or "the printer has stopped"
            answers.put(answer)


def main() -> None:
    """Print the pages that are named on the standard input."""
    for line in sys.stdin:
        page, pdf = line.rstrip("\n").split("\t")
        Path(pdf).write_bytes(pdf_of(Path(page).read_bytes()))
        print(_DONE, flush=True)


if __name__ == "__main__":
    main()
