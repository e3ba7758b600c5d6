"""How long a review of many Acts takes: `python benchmarks/review.py FOLDER [ACTS]`.

FOLDER holds laws as plain text, as a register publishes them; they are repeated under other names until
there are
ACTS (default 60). Printed are the seconds of the first run, of one in which nothing changed, and of one in
which one
Act did, with two processes, and the memory of the largest.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path

from redline.reviewing import check_dossier

_WORKERS = 2


def main() -> None:
    """Write the dossier into a folder of its own, and run the checks on it three times."""
    sources = sorted(Path(sys.argv[1]).glob("*.txt"), key=lambda path: -path.stat().st_size)
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        words = _write(folder, sources[: max(1, wanted // 5)], wanted)
        print(f"{wanted} Acts, {words:,} words")
        _run("first run", folder)
        _run("nothing changed", folder)
        changed = next(folder.glob("*.txt"))
        changed.write_text(changed.read_text(encoding="utf-8") + "\nНовая строка.\n", encoding="utf-8")
        _run("one Act changed", folder)
    for who, kind in (("this process", resource.RUSAGE_SELF), ("the others", resource.RUSAGE_CHILDREN)):
        print(f"memory of {who}: {resource.getrusage(kind).ru_maxrss // 1024} MB")


def _write(folder: Path, sources: list[Path], wanted: int) -> int:
    lines = ["dossier: 1", "jurisdiction: kz", "documents:"]
    words = 0
    for number, source in zip(range(wanted), cycle(sources), strict=False):
        text = source.read_text(encoding="utf-8")
        words += len(text.split())
        language = "kk" if source.stem.endswith("_kz") else "ru"
        (folder / f"act-{number}.txt").write_text(text, encoding="utf-8")
        lines.append(f"  act-{number}: {{file: {{{language}: act-{number}.txt}}, title: Act {number}}}")
    (folder / "dossier.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return words


def _run(what: str, folder: Path) -> None:
    start = time.perf_counter()
    checked = check_dossier(folder, workers=_WORKERS)
    print(f"{what}: {time.perf_counter() - start:.1f} s, {len(checked.findings)} findings")


if __name__ == "__main__":
    main()
