"""How long load, amend and consolidate take, over Act size and number of operations: one table.

    python benchmarks/engine.py                      generated Acts of 10,000 to 660,000 words
    python benchmarks/engine.py --act FILE.xml       the same operations on a real Act
    python benchmarks/engine.py --quick              two rows, to see that it runs

Each row runs in a process of its own, so that the peak memory is that row's. Times are the best of three.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import redline

VOCABULARY = (
    "permit register quota body employer foreigner fee appeal order stay entry duty notice period term act "
    "law authorised competent shall may application decision grant refuse extend within days month year"
)
WORDS = VOCABULARY.split(" ")

SIZES = (10_000, 40_000, 160_000, 660_000)
COUNTS = (10, 100, 1_000, 5_000)


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


def generated_spec(citations: list[str], count: int, *, everywhere: int = 0) -> str:
    """A spec of so many operations of the usual kinds all over the Act; some on words of the whole Act."""
    chance = random.Random(count)
    places = chance.sample(citations, min(count, len(citations)))
    places += chance.choices(citations, k=count - len(places))
    items: list[dict[str, object]] = []
    for number, citation in enumerate(places):
        article, paragraph = citation.split()[1], citation.split()[3]
        words = f"w{article}x{paragraph}"
        kind = number % 4
        if number < everywhere:
            items.append({"substitute": words, "with": f"new{number}", "times": "all"})
        elif number >= len(citations) or kind == 0:
            items.append({"insert": f"{paragraph}-{number}. New paragraph.", "after": citation})
        elif kind == 1:
            items.append({"add": f"added{number}", "after": words, "in": citation})
        elif kind == 2:
            items.append({"replace": citation, "with": f"{paragraph}. The {words} is kept by the body."})
        else:
            items.append({"substitute": words, "with": f"new{number}", "in": citation})
    spec = {
        "redline": 1,
        "id": "b",
        "acts": {"a": "a.xml"},
        "amendments": [{"act": "a", "operations": items}],
    }
    return json.dumps(spec, indent=1)


def measure(run: Callable[[], object], times: int = 3) -> float:
    """The best of several runs, in seconds."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - start)
    return best


def row(words: int, count: int, everywhere: int) -> str:
    """Measure one row in this process."""
    text, citations = generated_act(words)
    data, spec_text = text.encode(), generated_spec(citations, count, everywhere=everywhere)

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
    kind = f"{count:,}" + (f" ({everywhere} on the whole Act)" if everywhere else "")
    return f"| {words:>9,} | {kind:>28} | {load:6.2f} | {amend:6.2f} | {total:6.2f} | {peak:7.0f} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="two rows only")
    parser.add_argument("--row", nargs=3, type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.row:
        print(row(*args.row))
        return
    rows = [(size, count, 0) for size in SIZES for count in COUNTS if count <= size // 20]
    rows += [(660_000, 100, 100), (660_000, 1_000, 1_000)]
    print("|     words |                   operations | load s | amend s | all s | peak MB |")
    print("|----------:|-----------------------------:|-------:|-------:|-------:|--------:|")
    for size, count, everywhere in rows[:2] if args.quick else rows:
        command = [sys.executable, str(Path(__file__)), "--row", str(size), str(count), str(everywhere)]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip(), flush=True)


if __name__ == "__main__":
    main()
