"""How long the amending Act takes, by size of the Act and number of operations.

    python benchmarks/amending_acts.py                     generated Acts of 10,000 to 660,000 words
    python benchmarks/amending_acts.py --quick             one row, to see that it runs

`amend` is the run of the engine that every build makes, with the consolidated Act; `amending Act` what
wording, writing, reading back and comparing add to it. Processor time in seconds, one run.
"""

from __future__ import annotations

import argparse
import time

from engine import generated_act, generated_spec

import redline
from redline.amending.document import amending_document

ROWS = (
    (10_000, 100, "mixed"),
    (40_000, 100, "mixed"),
    (160_000, 100, "mixed"),
    (660_000, 100, "mixed"),
    (160_000, 1_000, "mixed"),
    (660_000, 1_000, "mixed"),
    (660_000, 5_000, "mixed"),
    (660_000, 100, "whole Act"),
)


def row(words: int, count: int, kind: str) -> str:
    """Measure one row."""
    text, citations = generated_act(words)
    spec = redline.load_spec(
        generated_spec(citations, count, kind), acts={"a": redline.load_act(text.encode())}
    )
    start = time.process_time()
    amended = redline.amend(spec)
    amended["a"].after()
    middle = time.process_time()
    made = amending_document(amended, "en")
    end = time.process_time()
    said = sum(len(item.lines) for item in made.law.acts[0].items)
    engine, law = middle - start, end - middle
    return f"| {words:>9,} | {count:>10,} | {kind:<10} | {engine:7.2f} | {law:14.2f} | {said:>6,} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="one row only")
    args = parser.parse_args()
    print("|     words | operations | kind       | amend s | amending Act s |  lines |")
    print("|---|---|---|---|---|---|")
    for words, count, kind in ROWS[:1] if args.quick else ROWS:
        print(row(words, count, kind), flush=True)


if __name__ == "__main__":
    main()
