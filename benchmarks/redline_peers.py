"""How long a Word redline takes here, and with tools that compare two Word documents: one table, one run.

    python benchmarks/redline_peers.py CORPUS --peers PYTHON      the corpus, and a Python that has the peers
    python benchmarks/redline_peers.py CORPUS --growth            redline alone, to 1,100,000 words

The peers are docx-redline (of PyPI, for Python 3.12), docx-trackdiff and python-redlines with Docxodus:

    python3.12 -m venv peers && peers/bin/pip install docx-redline docx-trackdiff 'python-redlines[docxodus]'

Each row is a process of its own, timed from the start of the interpreter; its peak memory is the largest of
it and what it started. The modules of redline are compiled before, as pip compiles what it installs.
`redline` is the whole way: the Act in XML and the spec in YAML are read, amended, written as a redline and
the redline is read again. The peers get the two texts as Word documents that redline made before, one
paragraph a block with its number in it, and have nothing to amend. A peer that fails, gives no document or
takes longer than `--limit` seconds is reported as such.

The Acts are in CORPUS/large: a code of 231,000 words with 50 operations, one of 662,000 words with 500. Of
each four operations one replaces words, one takes words out, one adds words and one repeals a provision.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from engine import generated_act, generated_spec

import redline
from redline.akn.blocks import blocks_of_act
from redline.model.blocks import Block, text_of
from redline.render import render

ACTS = (("kz_code_of_administrative_offenses.xml", 50), ("ie_taxes_consolidation_act_1997.xml", 500))
GROWTH = (137_500, 275_000, 550_000, 1_100_000)
"""Words of generated Acts, with 500 operations each."""

DOCXODUS = """
import pathlib, sys
from python_redlines import DocxodusEngine
old, new, made = map(pathlib.Path, sys.argv[1:])
made.write_bytes(DocxodusEngine().run_redline("x", original=old.read_bytes(), modified=new.read_bytes())[0])
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took: seconds on the clock and of the processor, and megabytes at most."""

    seconds: float
    processor: float
    megabytes: float
    failure: str = ""


def run(command: list[str], made: Path, limit: float) -> Run:
    """Run a command that should make a file."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen(command, stdout=said, stderr=said)
        # Waited for here and not by Popen, for what it and its own children used.
        while True:
            done, status, used = os.wait4(child.pid, os.WNOHANG)
            seconds = time.perf_counter() - start
            if done:
                break
            if seconds > limit:
                child.kill()
                _, status, used = os.wait4(child.pid, 0)
                break
            time.sleep(0.01)
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        last = said.read().decode(errors="replace").strip().rpartition("\n")[2]
    failure = "" if child.returncode == 0 and made.exists() else last[:60] or "no document"
    if seconds > limit:
        failure = f"not done in {limit:.0f} s"
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, failure)


def operations(act: redline.Act, count: int) -> list[dict[str, Any]]:
    """So many operations all over an Act, each on a provision of its own that is one paragraph."""
    blocks = list(blocks_of_act(act))
    times = Counter(block.eid for block in blocks)
    fitting = [
        block
        for block, behind in pairwise(blocks)
        if block.kind in ("paragraph", "point")
        and behind.eid
        # In a file that nests no points, what follows with another kind of number, or none, goes on with it.
        and (behind.heading or _marks(behind) == _marks(block) != "")
        and behind.depth <= block.depth
        and times[block.eid] == 1
        and word_of(block)
    ]
    places = sorted(random.Random(count).sample(range(len(fitting)), count))
    return [operation(fitting[place], turn) for turn, place in enumerate(places)]


def _marks(block: Block) -> str:
    """What stands around the number of a block: `()`, `.`."""
    return "".join(sign for sign in text_of(block.number) if not sign.isalnum())


def word_of(block: Block) -> str:
    """A word that a block has once, or an empty string."""
    text = text_of(block.runs) if block.eid else ""
    return next(
        (word for word in text.split() if word.isalpha() and len(word) > 4 and text.count(word) == 1), ""
    )


def operation(block: Block, turn: int) -> dict[str, Any]:
    """One of four operations on a block."""
    word, place = word_of(block), block.eid
    return (
        {"substitute": word, "with": f"{word} or other", "in": place},
        {"omit": word, "in": place},
        {"add": "and only then", "after": word, "in": place},
        {"repeal": place, "leave": "nothing"},
    )[turn % 4]


def prepare(folder: Path, source: Path | int, count: int) -> int:
    """Put an Act and a spec into a folder, with the clean texts as Word documents for the peers.

    Returns:
        the words of the Act.
    """
    folder.mkdir(parents=True)
    if isinstance(source, int):
        text, citations = generated_act(source)
        (folder / "act.xml").write_text(text, encoding="utf-8")
        spec = json.loads(generated_spec(citations, count, "mixed"))
        spec["acts"] = {"a": "act.xml"}
    else:
        shutil.copy(source, folder / "act.xml")
        act = redline.load_act(folder / "act.xml")
        amendments = [{"act": "a", "operations": operations(act, count)}]
        spec = {
            "redline": 1,
            "id": "b",
            "date": "2026-03-01",
            "acts": {"a": "act.xml"},
            "amendments": amendments,
        }
    path = folder / "spec.yaml"
    path.write_text(json.dumps(spec, indent=1, ensure_ascii=False), encoding="utf-8")
    if not isinstance(source, int):
        marked = redline.amend(redline.load_spec(path))["a"]
        render(marked.base, "docx", folder / "old.docx")
        render(marked.after(), "docx", folder / "new.docx")
    blocks = blocks_of_act(redline.load_act(folder / "act.xml"))
    return sum(len(run.text.split()) for block in blocks for run in block.all_runs())


def commands(folder: Path, peers: str | None) -> Iterator[tuple[str, list[str], Path]]:
    """What is run on a folder: name, command and the file that it makes."""
    ours = [str(Path(sys.executable).with_name("redline")), "build", str(folder / "spec.yaml")]
    ours += ["-o", str(folder / "out"), "--only", "redline", "--format", "docx", "--quiet"]
    yield "redline", ours, folder / "out" / "a.redline.docx"
    if peers is None:
        return
    old, new = str(folder / "old.docx"), str(folder / "new.docx")
    tools = Path(peers).parent
    made = {name: folder / f"{name}.docx" for name in ("docx-redline", "docx-trackdiff", "python-redlines")}
    one, two, three = made
    yield one, [str(tools / one), "compare", old, new, "-o", str(made[one])], made[one]
    yield two, [str(tools / two), old, new, str(made[two])], made[two]
    yield three, [peers, "-c", DOCXODUS, old, new, str(made[three])], made[three]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path, help="the folder that holds large/")
    parser.add_argument("--peers", metavar="PYTHON", help="a Python in whose environment the peers are")
    parser.add_argument("--limit", type=float, default=900.0, metavar="SECONDS", help="for each run")
    parser.add_argument("--growth", action="store_true", help="redline alone, on generated Acts that grow")
    parser.add_argument("--prepare", nargs=3, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.prepare:
        folder, source, count = args.prepare
        print(prepare(Path(folder), int(source) if source.isdigit() else Path(source), int(count)))
        return
    compileall.compile_dir(Path(redline.__file__).parent, quiet=1)
    sources: Sequence[tuple[Path | int, int]] = [
        (args.corpus / "large" / name, count) for name, count in ACTS
    ]
    if args.growth:
        sources = [(words, 500) for words in GROWTH]
    print("|     words | operations | tool            | seconds | processor |  MB | outcome |")
    print("|----------:|-----------:|:----------------|--------:|----------:|----:|:--------|")
    with tempfile.TemporaryDirectory() as place:
        for number, (source, count) in enumerate(sources):
            folder = Path(place) / str(number)
            # In a process of its own: the peak of a child counts what this one had when it was forked.
            prepared = [
                sys.executable,
                __file__,
                str(args.corpus),
                "--prepare",
                str(folder),
                str(source),
                str(count),
            ]
            words = int(subprocess.run(prepared, check=True, capture_output=True, text=True).stdout)
            for tool, command, made in commands(folder, None if args.growth else args.peers):
                took = run(command, made, args.limit)
                outcome = took.failure or f"{made.stat().st_size / 1024:,.0f} kB"
                print(
                    f"| {words:>9,} | {count:>10} | {tool:<15} | {took.seconds:7.1f} | {took.processor:9.1f} "
                    f"| {took.megabytes:3.0f} | {outcome} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
