"""How long the four files of a comparison table take, over Act size and number of operations: one table.

    python benchmarks/comparison_tables.py

The Acts and operations are those of `engine.py` (`mixed`). The first file bears the reading of the marked Act
and the description of the changes; the others are written from what was read. Times are processor time, each
row in a process of its own.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time

from engine import generated_act, generated_spec

import redline
from redline.render import render_bytes

ROWS = ((10_000, 50), (40_000, 100), (160_000, 200), (660_000, 500), (660_000, 2_000))
FILES = ("table-docx", "table-html", "table-xlsx", "table-csv")


def measured(words: int, count: int) -> str:
    """The row of the table for one size."""
    text, citations = generated_act(words)
    act = redline.load_act(text.encode())
    amended = redline.amend(redline.load_spec(generated_spec(citations, count, "mixed"), acts={"a": act}))
    times: list[str] = []
    for name in FILES:
        start = time.process_time()
        render_bytes(amended, name)
        times.append(f"{time.process_time() - start:.2f}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return f"| {words:,} | {count:,} | {' | '.join(times)} | {memory} |"


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(measured(int(sys.argv[1]), int(sys.argv[2])))
    else:
        print("| words | operations | docx s | html s | xlsx s | csv s | peak MB |")
        print("|--:|--:|--:|--:|--:|--:|--:|")
        for words, count in ROWS:
            subprocess.run([sys.executable, __file__, str(words), str(count)], check=True)
