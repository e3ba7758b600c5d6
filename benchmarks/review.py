"""How long a review of many Acts takes: `python benchmarks/review.py FOLDER [ACTS [CHANGED]]`.

FOLDER holds laws as plain text, as a register publishes them; they are repeated under other names until
there are ACTS (default 60). `redline check` is run on them from nothing, once more with nothing changed, and
then CHANGED times (default 16), each time after another Act has got a line more: the longest, the shortest,
and others between. Printed are for each run the seconds of the clock and of the processor, the start of the
interpreter included, and the memory of the largest process.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path

_CHECK = (sys.executable, "-c", "from redline.cli import main; main()", "check", "--quiet")


def main() -> None:
    """Write the dossier into a folder of its own, and run the checks on it."""
    sources = sorted(Path(sys.argv[1]).glob("*.txt"), key=lambda path: -path.stat().st_size)
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    changed = int(sys.argv[3]) if len(sys.argv) > 3 else 16
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        words = _write(folder, sources[: max(1, wanted // 5)], wanted)
        print(f"{wanted} Acts, {words:,} words")
        print("| run | seconds | processor | MB |\n|:--|--:|--:|--:|")
        _run("from nothing", folder)
        _run("nothing changed", folder)
        by_length = sorted(folder.glob("*.txt"), key=lambda path: -path.stat().st_size)
        for place in range(changed):
            path = by_length[place * (len(by_length) - 1) // max(1, changed - 1)]
            text = path.read_text(encoding="utf-8")
            path.write_text(f"{text}\nНовая строка.\n", encoding="utf-8")
            _run(f"{path.stem} changed, {len(text.split()):,} words", folder)


def _write(folder: Path, sources: list[Path], wanted: int) -> int:
    lines = ["dossier: 1", "jurisdiction: kz", "documents:"]
    words = 0
    for number, source in zip(range(wanted), cycle(sources), strict=False):
        text = source.read_text(encoding="utf-8")
        words += len(text.split())
        language = "kk" if source.stem.endswith("_kz") else "ru"
        name = f"{language}-{number}"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        lines.append(f"  {name}: {{file: {{{language}: {name}.txt}}, title: Act {number}}}")
    (folder / "dossier.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return words


def _run(what: str, folder: Path) -> None:
    start = time.perf_counter()
    run = subprocess.Popen([*_CHECK, str(folder)], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(run.pid, 0)
    if os.waitstatus_to_exitcode(status) > 1:
        raise SystemExit(f"{what}: the checks failed")
    seconds, processor = time.perf_counter() - start, used.ru_utime + used.ru_stime
    print(f"| {what} | {seconds:.1f} | {processor:.1f} | {used.ru_maxrss // 1024} |", flush=True)


if __name__ == "__main__":
    main()
