"""How long load, amend and consolidate take, over Act size and number of operations: one table.

    python benchmarks/engine.py                      generated Acts of 10,000 to 660,000 words
    python benchmarks/engine.py --act FILE.xml       word operations on a real Act
    python benchmarks/engine.py --quick              two rows, to see that it runs

Kinds of operations: `mixed`, a quarter each of insert, add, replace and substitute, each in a paragraph
of its own; `whole Act`, `substitute` with `times: all` and without `in`, of words that stand at one place;
`common words`, the same of words that stand in most paragraphs (on a real Act: at 20 to 200 places);
`current`, the same under `addressing: current`, where each operation reads what its predecessors left. Each
row runs in a process of its own, so that the peak memory is that row's. Times are processor time, the best of
three, or of one where a run takes more than ten seconds.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import redline
from redline.akn.marks import UNMARKED
from redline.akn.structure import text_blocks, words_of

VOCABULARY = (
    "permit register quota body employer foreigner fee appeal order stay entry duty notice period term act "
    "law authorised competent shall may application decision grant refuse extend within days month year"
)
WORDS = VOCABULARY.split(" ")

SIZES = (10_000, 40_000, 160_000, 660_000)
COUNTS = (10, 100, 1_000, 5_000)
ROWS = (
    *((size, count, "mixed") for size in SIZES for count in COUNTS if count <= size // 20),
    *((660_000, count, "whole Act") for count in COUNTS),
    *((size, 100, "whole Act, current") for size in SIZES[:-1]),
    *((660_000, count, "whole Act, current") for count in COUNTS),
    *((size, 10, "common words") for size in SIZES[:-1]),
    (160_000, 10, "common words, current"),
)
REAL_ROWS = (
    *((0, count, "whole Act") for count in (10, 100, 1_000)),
    (0, 100, "common words"),
    *((0, count, "whole Act, current") for count in (10, 100)),
)
SLOW = 10.0
"""Seconds above which a run is not repeated."""


def generated_act(words: int) -> tuple[str, list[str]]:
    """An Act of about so many words, and the citations of its paragraphs."""
    chance = random.Random(words)
    articles: list[str] = []
    citations: list[str] = []
    written = number = 0
    while written < words:
        number += 1
        paragraphs: list[str] = []
        for place in range(1, 7):
            text = " ".join(chance.choices(WORDS, k=34))
            unique = f"w{number}x{place}"
            paragraphs.append(
                f'<paragraph eId="art_{number}__para_{place}"><num>{place}.</num>'
                f"<content><p>The {unique} {text}.</p></content></paragraph>"
            )
            citations.append(f"art {number} para {place}")
            written += 37
        articles.append(
            f'<article eId="art_{number}"><num>Article {number}.</num><heading>Heading {number}</heading>'
            + "\n".join(paragraphs)
            + "</article>"
        )
    body = "\n".join(articles)
    return (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta/>'
        f"<body>{body}</body></act></akomaNtoso>"
    ), citations


def generated_spec(citations: list[str], count: int, kind: str) -> str:
    """A spec of so many operations of a kind, all over the Act."""
    chance = random.Random(count)
    places = chance.sample(citations, min(count, len(citations)))
    places += chance.choices(citations, k=count - len(places))
    items: list[dict[str, Any]] = []
    for number, citation in enumerate(places):
        article, paragraph = citation.split()[1], citation.split()[3]
        words = f"w{article}x{paragraph}"
        turn = number % 4
        if "common" in kind:
            items.append({"substitute": WORDS[number], "with": f"new{number}", "times": "all", "words": True})
        elif "whole" in kind:
            items.append({"substitute": words, "with": f"new{number}", "times": "all"})
        elif number >= len(citations) or turn == 0:
            items.append({"insert": f"{paragraph}-{number}. New paragraph.", "after": citation})
        elif turn == 1:
            items.append({"add": f"added{number}", "after": words, "in": citation})
        elif turn == 2:
            items.append({"replace": citation, "with": f"{paragraph}. The {words} is kept by the body."})
        else:
            items.append({"substitute": words, "with": f"new{number}", "in": citation})
    return spec_of(items, kind)


def spec_of(items: list[dict[str, Any]], kind: str) -> str:
    """A spec of these operations; JSON is YAML."""
    spec = {
        "redline": 1,
        "id": "b",
        "addressing": "current" if "current" in kind else "base",
        "acts": {"a": "a.xml"},
        "amendments": [{"act": "a", "operations": items}],
    }
    return json.dumps(spec, indent=1, ensure_ascii=False)


def real_spec(act: redline.Act, count: int, kind: str) -> str:
    """Word operations on a real Act: on words that stand in it once, or twenty to 200 times."""
    blocks = [words_of(block, UNMARKED).split() for block in text_blocks(act.document, UNMARKED)]
    counts = Counter(word for block in blocks for word in block if word.isalpha() and len(word) > 3)
    least, most = (20, 200) if "common" in kind else (1, 1)
    words = sorted(word for word, times in counts.items() if least <= times <= most)
    chosen = random.Random(count).sample(words, min(count, len(words)))
    return spec_of(
        [{"substitute": word, "with": f"{word}-new", "times": "all", "words": True} for word in chosen], kind
    )


def measure(run: Callable[[], object], times: int = 3) -> float:
    """The best of several runs, in seconds of the processor: what else the machine does is not counted."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
        if best > SLOW:
            break
    return best


def row(words: int, count: int, kind: str) -> str:
    """Measure one row on a generated Act in this process."""
    text, citations = generated_act(words)
    return measured(text.encode(), generated_spec(citations, count, kind), words, count, kind)


def real_row(path: Path, count: int, kind: str) -> str:
    """Measure one row on a real Act in this process."""
    data = path.read_bytes()
    act = redline.load_act(data)
    words = sum(len(words_of(block, UNMARKED).split()) for block in text_blocks(act.document, UNMARKED))
    return measured(data, real_spec(act, count, kind), words, count, kind)


def measured(data: bytes, spec_text: str, words: int, count: int, kind: str) -> str:
    """One row: load, amend, everything to the bytes of the consolidated Act, peak memory."""

    def whole() -> None:
        act = redline.load_act(data)
        spec = redline.load_spec(spec_text, acts={"a": act})
        redline.amend(spec)["a"].after().to_bytes()

    act = redline.load_act(data)
    spec = redline.load_spec(spec_text, acts={"a": act})
    load = measure(lambda: redline.load_spec(spec_text, acts={"a": redline.load_act(data)}))
    amend = measure(lambda: redline.amend(spec))
    total = measure(whole)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    each = 1000 * amend / count
    return (
        f"| {words:>9,} | {count:>10,} | {kind:<22} | {load:6.2f} | {amend:7.2f} | {each:7.2f} "
        f"| {total:6.2f} | {peak:7.0f} |"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--act", type=Path, metavar="FILE", help="a real Act instead of generated ones")
    parser.add_argument("--quick", action="store_true", help="two rows only")
    parser.add_argument("--row", nargs=3, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.row:
        words, count, kind = int(args.row[0]), int(args.row[1]), args.row[2]
        print(row(words, count, kind) if args.act is None else real_row(args.act, count, kind))
        return
    rows = ROWS if args.act is None else REAL_ROWS
    given = [] if args.act is None else ["--act", str(args.act)]
    print(
        "|     words | operations | kind                   | load s | amend s | ms each |  all s | peak MB |"
    )
    print(
        "|----------:|-----------:|:-----------------------|-------:|--------:|--------:|-------:|--------:|"
    )
    for size, count, kind in rows[:2] if args.quick else rows:
        command = [sys.executable, str(Path(__file__)), *given, "--row", str(size), str(count), kind]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip(), flush=True)


if __name__ == "__main__":
    main()
