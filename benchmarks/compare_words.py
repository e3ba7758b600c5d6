"""How word comparisons differ on real law: time, changed words, hunks, hunks that cut a word. One table.

    python benchmarks/compare_words.py               the corpus beside the project
    python benchmarks/compare_words.py CORPUS        a corpus elsewhere
    python benchmarks/compare_words.py --show 5      also texts that redline and rapidfuzz draw apart

The texts are those that `redline.compare` compares when an Act is replaced by its next version: the old and
new words of each paragraph that changed (`blocks`), and of each article that changed, taken as one text
(`articles`; those of more than 20,000 characters are left out, or the slow methods would take hours). Every
method gets the two strings and returns hunks of characters; its own cutting into words counts as its time
(best of three). A hunk is a stretch in which nothing is kept; deletion and insertion at one place are one.
"""

from __future__ import annotations

import argparse
import csv
import difflib
import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from diff_match_patch import diff_match_patch
from lxml import etree
from rapidfuzz.distance import Indel

import redline
from redline.akn.edits import Edit
from redline.akn.marks import UNMARKED, View
from redline.akn.names import local_name
from redline.akn.structure import text_blocks, words_of
from redline.compare import replacement
from redline.compare.words import Hunk as WordHunk
from redline.compare.words import tokens, word_hunks

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
ARTICLES = {"article", "section", "rule", "regulation"}
LONGEST = 20_000
"""Characters of an article above which it is left out."""

Pair = tuple[str, str]
Hunk = tuple[int, int, int, int]
Compare = Callable[[str, str], list[Hunk]]

# A word or a number as a reader sees it, whatever a method takes for one: `2004/580`, `well-known`, `5a`.
WORD = re.compile(r"[^\W_]+(?:(?:(?<=\d)[.,:/\u2011-](?=\d)|(?<=[^\W\d_])[-\u2011'’](?=[^\W\d_]))[^\W_]+)*")


def joined(pieces: Iterable[tuple[bool, int, int]]) -> list[Hunk]:
    """Hunks out of pieces in order: whether a piece is kept, and its length in the old and the new text."""
    hunks: list[Hunk] = []
    at = new_at = 0
    open_hunk = False
    for kept, length, new_length in pieces:
        if not kept and (length or new_length):
            start, new_start = (hunks.pop()[0::2]) if open_hunk else (at, new_at)
            hunks.append((start, at + length, new_start, new_at + new_length))
            open_hunk = True
        elif length:
            open_hunk = False
        at, new_at = at + length, new_at + new_length
    return hunks


def with_offsets(
    first: Sequence[str], second: Sequence[str], codes: Iterable[tuple[bool, int, int, int, int]]
) -> list[Hunk]:
    """Hunks of characters out of stretches of tokens."""
    return joined(
        (kept, sum(map(len, first[start:end])), sum(map(len, second[new_start:new_end])))
        for kept, start, end, new_start, new_end in codes
    )


def by_redline(old: str, new: str) -> list[Hunk]:
    """What `redline/compare/words.py` does."""
    return [(hunk.start, hunk.end, hunk.new_start, hunk.new_end) for hunk in word_hunks(old, new)]


def by_rapidfuzz(old: str, new: str) -> list[Hunk]:
    """The shortest script over word tokens, drawn as it comes."""
    first, second = tokens(old), tokens(new)
    codes = Indel.opcodes(first, second)
    return with_offsets(
        first,
        second,
        (
            (code.tag == "equal", code.src_start, code.src_end, code.dest_start, code.dest_end)
            for code in codes
        ),
    )


def by_difflib(old: str, new: str) -> list[Hunk]:
    """The standard library over word tokens, without its shortcut for frequent words."""
    return _by_difflib(old, new, autojunk=False)


def by_difflib_autojunk(old: str, new: str) -> list[Hunk]:
    """The standard library as it is by default: words frequent in a long text are passed over."""
    return _by_difflib(old, new, autojunk=True)


def _by_difflib(old: str, new: str, *, autojunk: bool) -> list[Hunk]:
    first, second = tokens(old), tokens(new)
    codes = difflib.SequenceMatcher(None, first, second, autojunk=autojunk).get_opcodes()
    return with_offsets(first, second, ((tag == "equal", a, b, c, d) for tag, a, b, c, d in codes))


def by_dmp_words(old: str, new: str) -> list[Hunk]:
    """diff-match-patch over word tokens, each token a character."""
    return _by_dmp_words(old, new, semantic=False)


def by_dmp_words_semantic(old: str, new: str) -> list[Hunk]:
    """The same with its clean-up for readers."""
    return _by_dmp_words(old, new, semantic=True)


def _by_dmp_words(old: str, new: str, *, semantic: bool) -> list[Hunk]:
    known: dict[str, str] = {}
    back: dict[str, str] = {}

    def letter(token: str) -> str:
        if token not in known:
            code = len(known) + 0x100
            # The surrogates are no characters.
            known[token] = chr(code if code < 0xD800 else code + 0x800)
            back[known[token]] = token
        return known[token]

    first, second = "".join(map(letter, tokens(old))), "".join(map(letter, tokens(new)))
    pieces = _dmp(first, second, semantic=semantic)
    return joined(
        (kind == 0, length if kind <= 0 else 0, length if kind >= 0 else 0)
        for kind, text in pieces
        for length in (sum(len(back[one]) for one in text),)
    )


def by_dmp_characters(old: str, new: str) -> list[Hunk]:
    """diff-match-patch as it is used by default: over characters, with its clean-up for readers."""
    return joined(
        (kind == 0, len(text) if kind <= 0 else 0, len(text) if kind >= 0 else 0)
        for kind, text in _dmp(old, new, semantic=True)
    )


def _dmp(first: str, second: str, *, semantic: bool) -> list[tuple[int, str]]:
    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # to the end: by default it gives up after a second
    pieces: list[tuple[int, str]] = engine.diff_main(first, second, False)
    if semantic:
        engine.diff_cleanupSemantic(pieces)
    return pieces


METHODS: dict[str, Compare] = {
    "redline": by_redline,
    "rapidfuzz, words": by_rapidfuzz,
    "diff-match-patch, words": by_dmp_words,
    "diff-match-patch, words, semantic": by_dmp_words_semantic,
    "difflib, words": by_difflib,
    "difflib, words, autojunk": by_difflib_autojunk,
    "diff-match-patch, characters, semantic": by_dmp_characters,
}


def real_pairs(corpus: Path) -> tuple[list[Pair], list[Pair]]:
    """The old and new text of the paragraphs, and of the articles, that changed between consecutive versions.

    They are listened to while the replacement is planned, so that they are what redline really compares.
    """
    blocks: list[Pair] = []
    articles: list[Pair] = []
    plan = replacement.plan_replacement

    def compared(old: str, new: str) -> list[WordHunk]:
        blocks.append((old, new))
        return word_hunks(old, new)

    def planned(
        old: etree._Element, new: etree._Element, view: View, kept: set[str] | None = None
    ) -> list[Edit]:
        if local_name(old.tag) in ARTICLES:
            texts = _text(old, view), _text(new, UNMARKED)
            if texts[0] != texts[1] and max(map(len, texts)) <= LONGEST:
                articles.append(texts)
        return plan(old, new, view, kept)

    with patch.multiple(replacement, word_hunks=compared, plan_replacement=planned):
        for pair in csv.DictReader(
            (corpus / "versions" / "PAIRS.tsv").read_text("utf-8").splitlines(), delimiter="\t"
        ):
            folder = corpus / "versions" / pair["law"]
            old, new = (redline.load_act(folder / pair[side]) for side in ("before", "after"))
            planned(old.document, new.document, UNMARKED)
    return blocks, articles


def _text(element: etree._Element, view: View) -> str:
    return "\n".join(words_of(block, view) for block in text_blocks(element, view))


@dataclass(slots=True)
class Figures:
    """What a method did with all pairs."""

    seconds: float = 0.0
    words: int = 0
    hunks: int = 0
    cut: int = 0


def changed_words(old: str, new: str, hunks: Sequence[Hunk]) -> int:
    """How many words are marked: those that a hunk touches, deleted and inserted."""
    return _touched(old, [hunk[:2] for hunk in hunks]) + _touched(new, [hunk[2:] for hunk in hunks])


def _touched(text: str, ranges: Sequence[Sequence[int]]) -> int:
    words = [match.span() for match in WORD.finditer(text)]
    count = place = 0
    for start, end in ranges:
        while place < len(words) and words[place][1] <= start:
            place += 1
        while place < len(words) and words[place][0] < end:
            count += 1
            place += 1
    return count


def cut_hunks(old: str, new: str, hunks: Sequence[Hunk]) -> int:
    """How many hunks begin or end inside a word or number of either text."""
    inside = [
        {place for match in WORD.finditer(text) for place in range(match.start() + 1, match.end())}
        for text in (old, new)
    ]
    return sum(not inside[0].isdisjoint(hunk[:2]) or not inside[1].isdisjoint(hunk[2:]) for hunk in hunks)


def applied(old: str, new: str, hunks: Sequence[Hunk]) -> str:
    """The old text with the hunks applied: must be the new one."""
    pieces: list[str] = []
    at = 0
    for start, end, new_start, new_end in hunks:
        pieces += [old[at:start], new[new_start:new_end]]
        at = end
    return "".join([*pieces, old[at:]])


def measure(pairs: Sequence[Pair], times: int = 3) -> tuple[dict[str, Figures], int]:
    """The figures of every method, and the sum over all pairs of the fewest words that any of them marks."""
    found = {name: Figures() for name in METHODS}
    fewest = [10**9] * len(pairs)
    for name, compare in METHODS.items():
        figures = found[name]
        results: list[list[Hunk]] = []
        figures.seconds = float("inf")
        for _ in range(times):
            start = time.perf_counter()
            results = [compare(old, new) for old, new in pairs]
            figures.seconds = min(figures.seconds, time.perf_counter() - start)
        for place, ((old, new), hunks) in enumerate(zip(pairs, results, strict=True)):
            if applied(old, new, hunks) != new:
                raise AssertionError(f"{name}: the hunks do not give the new text")
            words = changed_words(old, new, hunks)
            fewest[place] = min(fewest[place], words)
            figures.words += words
            figures.hunks += len(hunks)
            figures.cut += cut_hunks(old, new, hunks)
    return found, sum(fewest)


def show(pairs: Sequence[Pair], count: int) -> None:
    """Print the texts on which redline marks most words more than the shortest script."""

    def surplus(pair: Pair) -> int:
        return changed_words(*pair, by_redline(*pair)) - changed_words(*pair, by_rapidfuzz(*pair))

    for old, new in sorted(pairs, key=surplus, reverse=True)[:count]:
        print()
        for name in ("redline", "rapidfuzz, words"):
            print(f"{name}: {drawn(old, new, METHODS[name](old, new))}")


def drawn(old: str, new: str, hunks: Sequence[Hunk]) -> str:
    """The comparison as one line: `[-gone-]{+come+}`."""
    pieces: list[str] = []
    at = 0
    for start, end, new_start, new_end in hunks:
        pieces.append(old[at:start])
        pieces.append(f"[-{old[start:end]}-]" if start < end else "")
        pieces.append(f"{{+{new[new_start:new_end]}+}}" if new_start < new_end else "")
        at = end
    return "".join([*pieces, old[at:]])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "corpus", nargs="?", type=Path, default=CORPUS, help="the folder with versions/PAIRS.tsv"
    )
    parser.add_argument("--show", type=int, default=0, metavar="N", help="also print so many comparisons")
    args = parser.parse_args()
    if not (args.corpus / "versions" / "PAIRS.tsv").is_file():
        parser.error(f"{args.corpus} has no versions/PAIRS.tsv: give the folder of the corpus")
    blocks, articles = real_pairs(args.corpus)
    print("| texts | method | seconds | changed words | to the fewest | hunks | cut a word |")
    print("|:------|:-------|--------:|--------------:|--------------:|------:|-----------:|")
    for name, pairs in (("blocks", blocks), ("articles", articles)):
        found, fewest = measure(pairs)
        label = f"{len(pairs):,} {name}"
        for method, figures in found.items():
            print(
                f"| {label} | {method} | {figures.seconds:.2f} | {figures.words:,} "
                f"| +{100 * (figures.words / fewest - 1):.1f} % | {figures.hunks:,} | {figures.cut:,} |",
                flush=True,
            )
    if args.show:
        show(blocks, args.show)


if __name__ == "__main__":
    main()
