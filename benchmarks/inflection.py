"""How many of the forms of a phrase that stand in real laws `inflect: true` finds.

    python benchmarks/inflection.py FOLDER [--phrases N] [--language ru|kk] [--missed]

FOLDER holds laws as plain text. The phrases are the commonest of them: in Russian an adjective or two and
a noun in the nominative, in Kazakh a noun with a plural. What stands in the texts is told apart from making
forms: in Russian every run of words is looked at whose words have the dictionary forms of the phrase and
agree with each other; in Kazakh every word that begins with the stem and goes on with an ending.
"""

from __future__ import annotations

import argparse
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pymorphy3

from redline.languages.kk_inflection import KazakhInflector
from redline.languages.ru_inflection import RussianInflector

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
ANALYZER = pymorphy3.MorphAnalyzer(lang="ru")


@cache
def parses(word: str) -> tuple[pymorphy3.analyzer.Parse, ...]:
    return tuple(ANALYZER.parse(word))


def texts(folder: Path, language: str) -> Iterator[list[str]]:
    """The words of each line, in small letters."""
    for path in sorted(folder.glob("*.txt")):
        if path.stem.endswith("_kz") == (language == "kk"):
            for line in path.read_text(encoding="utf-8").splitlines():
                yield [word.lower() for word in WORD.findall(line)]


def agreeing(words: tuple[str, ...]) -> bool:
    """Whether adjectives and a last noun can be one phrase."""
    *adjectives, noun = (parses(word) for word in words)
    for head in noun:
        if head.tag.POS != "NOUN" or len(head.word) < 3:
            continue
        if all(any(_agrees(one, head) for one in adjective) for adjective in adjectives):
            return True
    return False


def _agrees(adjective: pymorphy3.analyzer.Parse, noun: pymorphy3.analyzer.Parse) -> bool:
    one, other = adjective.tag, noun.tag
    if one.POS not in ("ADJF", "PRTF") or one.case != other.case or one.number != other.number:
        return False
    if one.number == "sing" and one.gender != other.gender:
        return False
    return one.animacy is None or one.animacy == other.animacy


def russian(lines: list[list[str]], count: int, missed: bool) -> None:
    runs, lemmas, phrases = _standing(lines)
    _report(runs, lemmas, [phrase for phrase, _ in phrases.most_common(count)], missed)


def _standing(
    lines: list[list[str]],
) -> tuple[
    Counter[tuple[str, ...]], dict[tuple[str, ...], Counter[tuple[str, ...]]], Counter[tuple[str, ...]]
]:
    """Runs of words, the forms that stand there of each phrase, and how often its first form stands there."""
    runs: Counter[tuple[str, ...]] = Counter()
    for line in lines:
        for size in (2, 3):
            runs.update(zip(*(line[at:] for at in range(size)), strict=False))
    lemmas: dict[tuple[str, ...], Counter[tuple[str, ...]]] = {}
    phrases: Counter[tuple[str, ...]] = Counter()
    for run, times in runs.items():
        if times < 3 or not agreeing(run):
            continue
        for lemma in _lemmas(run):
            lemmas.setdefault(lemma, Counter())[run] = times
            if run == lemma:
                phrases[run] += times
    return runs, lemmas, phrases


def _report(
    runs: Counter[tuple[str, ...]],
    lemmas: dict[tuple[str, ...], Counter[tuple[str, ...]]],
    phrases: list[tuple[str, ...]],
    missed: bool,
) -> None:
    stood = found = wrong = open_forms = 0
    for phrase in phrases:
        text = " ".join(phrase)
        forms = {form.old: form for form in RussianInflector().forms(text, text)}
        there = lemmas[phrase]
        stood += len(there)
        found += sum(" ".join(run) in forms for run in there)
        wrong += sum(tuple(old.split()) in runs and not agreeing(tuple(old.split())) for old in forms)
        open_forms += sum(bool(form.doubt) for form in forms.values())
        if missed:
            for run in there:
                if " ".join(run) not in forms:
                    print("missed:", " ".join(run), "of", text)
    print(f"Russian: {len(phrases)} phrases, {stood} forms that stand in the texts, {found} found "
          f"({found / stood:.1%}), {wrong} found that are none, {open_forms} asked about")  # fmt: skip


def _lemmas(run: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The phrase in its first form that a run of words is a form of, one for each noun that it can end in."""
    found: set[tuple[str, ...]] = set()
    for head in parses(run[-1]):
        first = head.inflect({"nomn", "sing"}) if head.tag.POS == "NOUN" else None
        if first is None:
            continue
        words: list[str] = []
        for word in run[:-1]:
            fitting = next((one for one in parses(word) if _agrees(one, head)), None)
            form = (
                fitting.inflect({"nomn", "sing", first.tag.gender}) if fitting and first.tag.gender else None
            )
            if form is not None:
                words.append(form.word.replace("ё", "е"))
        if len(words) == len(run) - 1:
            found.add((*words, first.word.replace("ё", "е")))
    return found


def kazakh(lines: list[list[str]], count: int, missed: bool) -> None:
    counts = Counter(word for line in lines for word in line)
    stems = [
        word
        for word, times in counts.most_common()
        if times >= 5
        and len(word) > 3
        and sum(counts[word + end] for end in ("лар", "лер", "дар", "дер", "тар", "тер"))
    ][:count]
    known = _spelled(sorted(counts))
    stood = found = made = spelled = 0
    for stem in stems:
        forms = {form.old for form in KazakhInflector().forms(stem, stem)}
        there = {word for word in counts if word in forms}
        others = {
            word
            for word in counts
            if word.startswith(stem) and word not in forms and _is_case(word[len(stem) :])
        }
        stood += len(there) + len(others)
        found += len(there)
        if known is not None:
            accepted = _spelled(sorted(forms)) or set()
            made += len(forms)
            spelled += len(accepted)
        if missed:
            print("missed:", stem, sorted(others))
    print(
        f"Kazakh: {len(stems)} nouns, {stood} forms stand in the texts, {found} found ({found / stood:.1%})"
    )
    if known is not None:
        print(f"        {made} forms made, {spelled} of them known to hunspell-kk ({spelled / made:.1%})")


_CASES = re.compile(
    r"(?:[лдт][ае]р)?(?:[ыі]|с[ыі])?(?:[ндт][ыі]ң|[ғгқк][ае]|н[ае]|[ндт][ыі]|н"
    r"|н?[дт][ае]|[нд][ае]н"
    r"|[мбп]ен|н?[дт][ае][ғг][ыі])?"
)


def _is_case(ending: str) -> bool:
    return bool(ending) and _CASES.fullmatch(ending) is not None


def _spelled(words: list[str]) -> set[str] | None:
    """Those of the words that the spelling dictionary knows; None where it is not installed."""
    try:
        said = subprocess.run(
            ["hunspell", "-d", "kk_KZ", "-G"],
            input="\n".join(words),
            capture_output=True,
            text=True,
            check=True,
        )
    except (FileNotFoundError, subprocess.CalledProcessError):
        return None
    return set(said.stdout.split())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--phrases", type=int, default=200)
    parser.add_argument("--language", choices=("ru", "kk"), default="ru")
    parser.add_argument("--missed", action="store_true")
    given = parser.parse_args()
    all_lines = list(texts(given.folder, given.language))
    (russian if given.language == "ru" else kazakh)(all_lines, given.phrases, given.missed)
