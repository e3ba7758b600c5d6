"""How many words a redline marks, beside how many a comparison of the two texts finds changed. One table.

    python benchmarks/change_ratio.py CORPUS         the folder that holds versions/PAIRS.tsv
    python benchmarks/change_ratio.py CORPUS --over 1.1

For each pair of consecutive versions of a law, the earlier is replaced by the later (`replace: act`) and the
Word redline is made. Its words are those between spaces, in the deletions and insertions of a paragraph that
stand together. Beside them is what comparisons of the two texts, word by word, find deleted and inserted:
`shortest` is the least that any can find (rapidfuzz, longest common subsequence); it knows nothing of
provisions, and where a text is new it keeps a word here and there that happens to be the same. `readable`
is the same without such words, as diff-match-patch cleans up (`diff_cleanupSemantic`). `ratio` and
`to readable` are the marked words for each word of these two.
"""

from __future__ import annotations

import argparse
import csv
import io
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from diff_match_patch import diff_match_patch
from lxml import etree
from rapidfuzz.distance import Indel

import redline
from redline.render import render_bytes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORDS = (f"{W}t", f"{W}delText")
MARKED = {f"{W}ins": "ins", f"{W}moveTo": "ins", f"{W}del": "del", f"{W}moveFrom": "del"}


@dataclass(frozen=True, slots=True)
class Ratio:
    """What one pair of versions gives, in words.

    Attributes:
        pair: the law and its earlier version.
        words: of the longer text.
        marked: deleted and inserted in the redline.
        shortest, readable: deleted and inserted according to the comparisons.
    """

    pair: str
    words: int
    marked: int
    shortest: int
    readable: int

    @property
    def to_shortest(self) -> float:
        """Words marked for each word that the shortest comparison finds changed."""
        return self.marked / max(1, self.shortest)

    @property
    def to_readable(self) -> float:
        """Words marked for each word that the readable comparison finds changed."""
        return self.marked / max(1, self.readable)


def pairs(corpus: Path) -> Iterator[tuple[str, Path, Path]]:
    """The pairs of versions in a corpus: name, earlier and later file."""
    with (corpus / "versions" / "PAIRS.tsv").open(encoding="utf-8") as lines:
        for pair in csv.DictReader(lines, delimiter="\t"):
            folder = corpus / "versions" / pair["law"]
            yield f"{pair['law']} {pair['before']}", folder / pair["before"], folder / pair["after"]


def replaced(before: Path, after: Path) -> redline.MarkedAct:
    """The earlier version, replaced by the later one."""
    with tempfile.TemporaryDirectory() as folder:
        for name, file in (("before.xml", before), ("after.xml", after)):
            shutil.copy(file, Path(folder) / name)
        spec = Path(folder) / "spec.yaml"
        spec.write_text(
            "redline: 1\nid: versions\nacts: {law: before.xml}\namendments:\n  - act: law\n    operations:\n"
            "      - {replace: act, with: {file: after.xml}}\n",
            encoding="utf-8",
        )
        return redline.amend(redline.load_spec(spec))["law"]


def paragraphs(document: bytes) -> Iterator[list[tuple[str, str]]]:
    """The paragraphs of a Word document: words that stand together, each with `ins`, `del` or nothing."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        root = etree.fromstring(package.read("word/document.xml"), etree.XMLParser(huge_tree=True))
    for paragraph in root.iter(f"{W}p"):
        runs = []
        for text in paragraph.iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}br"):
            mark = next((MARKED[a.tag] for a in text.iterancestors(*MARKED)), "")
            # A tab parts a number from the words behind it.
            runs.append((mark, (text.text or "") if text.tag in WORDS else " "))
        yield [
            (mark, "".join(words for _, words in group)) for mark, group in groupby(runs, key=lambda r: r[0])
        ]


def marked_words(document: bytes) -> int:
    """The words that a redline marks as deleted or inserted."""
    return sum(len(words.split()) for runs in paragraphs(document) for mark, words in runs if mark)


def words_of(document: bytes) -> list[str]:
    """The words of a Word document without changes."""
    return [word for runs in paragraphs(document) for _, words in runs for word in words.split()]


def found_changed(old: list[str], new: list[str]) -> tuple[int, int]:
    """How many words are deleted and inserted: at the least, and without kept words that say nothing."""
    numbers: dict[str, str] = {}
    one, other = (
        "".join(numbers.setdefault(word, _letter(len(numbers))) for word in words) for words in (old, new)
    )
    opcodes = Indel.opcodes(one, other)
    pieces: list[tuple[int, str]] = []
    for kind, start, end, new_start, new_end in opcodes:
        if kind in ("delete", "replace"):
            pieces.append((-1, one[start:end]))
        if kind in ("insert", "replace"):
            pieces.append((1, other[new_start:new_end]))
        if kind == "equal":
            pieces.append((0, one[start:end]))
    shortest = sum(len(words) for kind, words in pieces if kind)
    diff_match_patch().diff_cleanupSemantic(pieces)
    return shortest, sum(len(words) for kind, words in pieces if kind)


def _letter(number: int) -> str:
    """A letter that stands for a word; surrogates are passed over."""
    return chr(number + 0x100 if number < 0xD000 else number + 0x2000)


def ratio_of(name: str, before: Path, after: Path) -> Ratio:
    """The ratio of one pair of versions."""
    marked = replaced(before, after)
    old, new = (words_of(render_bytes(act, "docx")) for act in (marked.base, marked.after()))
    redlined = marked_words(render_bytes(marked, "docx-redline"))
    return Ratio(name, max(len(old), len(new)), redlined, *found_changed(old, new))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path, help="the folder that holds versions/PAIRS.tsv")
    parser.add_argument("--over", type=float, default=0.0, help="only pairs whose ratio is above this")
    args = parser.parse_args()
    print("| pair | words | marked | shortest | readable | ratio | to readable |")
    print("|:-----|------:|-------:|---------:|---------:|------:|------------:|")
    for pair in pairs(args.corpus):
        ratio = ratio_of(*pair)
        if ratio.to_shortest > args.over:
            counts = f"{ratio.words:,} | {ratio.marked:,} | {ratio.shortest:,} | {ratio.readable:,}"
            shares = f"{ratio.to_shortest:.2f} | {ratio.to_readable:.2f}"
            print(f"| {ratio.pair} | {counts} | {shares} |", flush=True)


if __name__ == "__main__":
    main()
