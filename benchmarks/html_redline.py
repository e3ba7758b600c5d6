"""How long the HTML redline takes to write, and how soon a reader has it in headless Chromium: one table.

    python benchmarks/html_redline.py                      generated Acts of 40,000 to 660,000 words
    python benchmarks/html_redline.py --act FILE.xml       500 word operations on a real Act
    python benchmarks/html_redline.py --quick              one row, to see that it runs

Writing is processor time, check included, and each row runs in a process of its own, so that the peak memory
is that row's. In the browser the page is opened three times as a file and the middle time counts, in
milliseconds from the start of loading: `first` until words are on the screen (first contentful paint),
`ready` until the whole page is read and every control works; `next` is the time from the key for the next
change to the next frame, `view` from the choice of the consolidated text, `side` of the two columns. These
are times of the clock: other work on the machine counts.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import engine

import redline
from redline.akn.structure import text_blocks, words_of
from redline.render.html_redline import render_html_redline

ROWS = ((40_000, 50), (160_000, 50), (160_000, 500), (660_000, 50), (660_000, 500), (660_000, 5_000))
TIMES = 3
NEXT_FRAME = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
HAS_PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length"
PAINTED = """() => {
  const page = performance.getEntriesByType("navigation")[0];
  return [performance.getEntriesByName("first-contentful-paint")[0].startTime, page.domContentLoadedEventEnd];
}"""


def written(words: int, count: int, act_file: Path | None, page: Path) -> dict[str, Any]:
    """Write a page in this process; what it took."""
    if act_file is None:
        text, citations = engine.generated_act(words)
        act, spec = redline.load_act(text.encode()), engine.generated_spec(citations, count, "mixed")
    else:
        act = redline.load_act(act_file.read_bytes())
        spec = engine.real_spec(act, count, "whole Act")
        words = sum(
            len(words_of(block, engine.UNMARKED).split())
            for block in text_blocks(act.document, engine.UNMARKED)
        )
    marked = redline.amend(redline.load_spec(spec, acts={"a": act}))["a"]
    marked.after()
    start = time.process_time()
    data = render_html_redline(marked)
    taken = time.process_time() - start
    page.write_bytes(data)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"words": words, "seconds": taken, "megabytes": len(data) / 1e6, "peak": peak}


def read(page_file: Path) -> list[float]:
    """First words, all ready, next change, consolidated view, side by side: the middle of three runs."""
    from playwright.sync_api import sync_playwright

    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    runs: list[list[float]] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for _ in range(TIMES):
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            page.goto(page_file.as_uri())
            while not page.evaluate(HAS_PAINTED):
                page.evaluate(NEXT_FRAME)
            run = list(page.evaluate(PAINTED))
            for act in ("keyboard", "amended", "side"):
                start = time.perf_counter()
                if act == "keyboard":
                    page.keyboard.press("n")
                else:
                    page.check(f"input[value={act}]", force=True)
                page.evaluate(NEXT_FRAME)
                run.append(1000 * (time.perf_counter() - start))
            runs.append(run)
            page.close()
        browser.close()
    return [statistics.median(times) for times in zip(*runs, strict=True)]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--act", type=Path, metavar="FILE", help="a real Act instead of generated ones")
    parser.add_argument("--quick", action="store_true", help="one row only")
    parser.add_argument("--row", nargs=3, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.row:
        print(json.dumps(written(int(args.row[0]), int(args.row[1]), args.act, Path(args.row[2]))))
        return
    rows = ROWS[:1] if args.quick else ROWS if args.act is None else ((0, 500),)
    given = [] if args.act is None else ["--act", str(args.act)]
    print("|   words | operations | write s | peak MB | page MB | first | ready | next | view | side |")
    print("|--------:|-----------:|--------:|--------:|--------:|------:|------:|-----:|-----:|-----:|")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        for words, count in rows:
            command = [sys.executable, __file__, *given, "--row", str(words), str(count), str(page)]
            made = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            first, ready, following, view, side = read(page)
            print(
                f"| {made['words']:>7,} | {count:>10,} | {made['seconds']:7.1f} | {made['peak']:7.0f} "
                f"| {made['megabytes']:7.1f} | {first:5.0f} | {ready:5.0f} | {following:4.0f} "
                f"| {view:4.0f} | {side:4.0f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
