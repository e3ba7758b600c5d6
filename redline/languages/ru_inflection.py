"""Russian: the forms of a phrase, by the dictionary of OpenCorpora (pymorphy3).

A phrase is its head noun, the adjectives and participles before it, which agree with it, and what stands
behind it, which does not change (`уполномоченный орган по вопросам миграции`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from redline.languages.inflection import Chosen, Form, InflectionError, Reading, grouped

_CASES = {
    "nomn": "nominative",
    "gent": "genitive",
    "datv": "dative",
    "accs": "accusative",
    "ablt": "instrumental",
    "loct": "prepositional",
}
_NUMBERS = {"sing": "singular", "plur": "plural"}

_GOVERNED: dict[str, frozenset[str]] = {
    word: frozenset(cases.split())
    for words, cases in (
        ("без для до из изо от ото у против после около вместо кроме вокруг помимо ради среди", "gent"),
        ("вследствие касательно относительно посредством вне внутри путем ввиду свыше", "gent"),
        ("из-за из-под подле насчет", "gent"),
        ("к ко благодаря вопреки согласно навстречу", "datv"),
        ("над надо перед передо", "ablt"),
        ("через сквозь", "accs"),
        ("при", "loct"),
        ("о об обо в во на", "loct accs"),
        ("с со", "ablt gent accs"),
        ("по", "datv accs loct"),
        ("за под", "ablt accs"),
        ("между", "ablt gent"),
    )
    for word in words.split()
}  # fmt: skip
"""Prepositions, each with the cases that can follow it."""

_TOKENS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|.", re.DOTALL)
_LAST_WORD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)\s+\Z")
_ABOUT = re.compile(r"(?<![^\W_])([Оо]б?)(\s+)\Z")


@lru_cache(maxsize=1)
def _analyzer() -> Any:
    try:
        import pymorphy3
    except ImportError:
        raise InflectionError(
            "Russian forms need the dictionary pymorphy3, which is not installed",
            do="install it with: pip install 'redline[inflection]'; or write the forms out as two lists",
        ) from None
    return pymorphy3.MorphAnalyzer(lang="ru")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase taken apart.

    Attributes:
        tokens: its words and what stands between them.
        agreeing: the parses of the words that agree with the head, by their place.
        head: the place of the head noun.
        noun: its parse.
        doubt: why its forms are not certain.
    """

    tokens: tuple[str, ...]
    agreeing: dict[int, Any]
    head: int
    noun: Any
    doubt: str

    def form(self, number: str, case: str) -> str | None:
        """The phrase in one number and case; None where it has no such form."""
        noun = self.noun.inflect({number, case})
        if noun is None:
            return None
        found = list(self.tokens)
        found[self.head] = _like(noun.word, self.tokens[self.head])
        for place, parse in self.agreeing.items():
            word = parse.inflect(self._agreement(number, case))
            if word is None:
                return None
            found[place] = _like(word.word, self.tokens[place])
        return "".join(found)

    def _agreement(self, number: str, case: str) -> set[str]:
        tag = self.noun.tag
        wanted = {number, case}
        if number == "sing":
            wanted.add(tag.gender)
        if case == "accs" and (number == "plur" or tag.gender == "masc"):
            wanted.add(tag.animacy)
        return wanted


def _taken_apart(words: str) -> _Phrase:
    tokens = tuple(_TOKENS.findall(words.strip()))
    places = [place for place, token in enumerate(tokens) if token[0].isalpha()]
    for at, place in enumerate(places):
        noun = _noun(tokens[place])
        agreeing = _agreeing(tokens, places[:at], noun) if noun is not None else None
        # `рабочий` is a noun by itself, and an adjective in `рабочий день`.
        if at + 1 < len(places) and _heads(tokens, places, at + 1):
            continue
        if noun is not None and agreeing is not None:
            inflected = [tokens[place], *(tokens[other] for other in agreeing)]
            unknown = [word for word in inflected if not _known(word)]
            doubt = f"«{unknown[0]}» is not in the dictionary" if unknown else ""
            following = tokens[places[at + 1]] if at + 1 < len(places) else ""
            if not doubt and following and _stands_beside(following):
                doubt = f"«{following}» may have to change with «{tokens[place]}»"
            return _Phrase(tokens, agreeing, place, noun, doubt)
    raise InflectionError(
        f"«{words}» has no noun in its first form that could be declined",
        do="give the words in the nominative («трудовой иммигрант»), or write the forms out as two lists",
    )


def _noun(word: str) -> Any | None:
    """The parse as a noun in the nominative, of the singular where it has one."""
    found = [p for p in _analyzer().parse(word) if "NOUN" in p.tag and "nomn" in p.tag and p.tag.gender]
    best = max(found, key=lambda p: ("sing" in p.tag, p.score), default=None)
    return best if best is None or best.inflect({"gent"}) is not None else None


def _heads(tokens: tuple[str, ...], places: list[int], at: int) -> bool:
    """Whether the word at a place is a noun with which all words before it agree, one adjective at least."""
    noun = _noun(tokens[places[at]])
    agreeing = _agreeing(tokens, places[:at], noun) if noun is not None else None
    return bool(agreeing) and places[at - 1] in (agreeing or {})


def _agreeing(tokens: tuple[str, ...], places: list[int], noun: Any) -> dict[int, Any] | None:
    """The words before the head that agree with it; None where one does not, so that it is no head."""
    number = "sing" if "sing" in noun.tag else "plur"
    found: dict[int, Any] = {}
    for place in places:
        parses = _analyzer().parse(tokens[place])
        fitting = [p for p in parses if _is_adjective(p) and {"nomn", number} <= p.tag.grammemes]
        fitting = [p for p in fitting if number == "plur" or noun.tag.gender in p.tag]
        if fitting:
            found[place] = max(fitting, key=lambda p: p.score)
        elif not any(p.tag.POS in ("ADVB", "CONJ", "PRCL") for p in parses):
            return None
    return found


def _is_adjective(parse: Any) -> bool:
    return parse.tag.POS in ("ADJF", "PRTF") or "Apro" in parse.tag


def _known(word: str) -> bool:
    return all(_analyzer().word_is_known(part) for part in word.lower().split("-"))


def _stands_beside(word: str) -> bool:
    """Whether a noun behind the head can be nothing but a nominative, and so declines with it."""
    parses = _analyzer().parse(word)
    nouns = [parse for parse in parses if "NOUN" in parse.tag]
    return (
        bool(nouns) and len(nouns) == len(parses) and all("nomn" in p.tag or "accs" in p.tag for p in nouns)
    )


def _like(word: str, given: str) -> str:
    """A form with the capitals of the word as it was given, and without ё where that had none."""
    if "ё" not in given.lower():
        word = word.replace("ё", "е")
    if given.isupper() and len(given) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if given[:1].isupper() else word


@dataclass(frozen=True, slots=True)
class RussianInflector:
    """Russian forms."""

    def forms(self, old: str, new: str) -> tuple[Form, ...]:
        """Every form of the old words with the same form of the new; see `Inflector.forms`."""
        before, after = _taken_apart(old), _taken_apart(new)
        return tuple(grouped(self._pairs(before, after), before.doubt or after.doubt))

    def _pairs(self, old: _Phrase, new: _Phrase) -> Iterator[tuple[str, Reading]]:
        for number, number_name in _NUMBERS.items():
            for case, case_name in _CASES.items():
                form = old.form(number, case)
                if form is None:
                    continue
                answer = new.form(number, case)
                if answer is None:
                    raise InflectionError(
                        f"the new words have no {number_name}, and the old ones have («{form}»)",
                        do="write the forms out as two lists, under substitute: and under with:",
                    )
                yield form, Reading(f"{case_name} {number_name}", case, answer)

    def choose(self, form: Form, before: str) -> str | None:
        """The new words where a preposition before them tells the case; see `Inflector.choose`."""
        answers = form.new_words()
        if len(answers) > 1:
            last = _LAST_WORD.search(before)
            cases = _GOVERNED.get(last[1].lower(), frozenset()) if last else frozenset[str]()
            answers = tuple(dict.fromkeys(r.new for r in form.readings if r.case in cases))
        return answers[0] if len(answers) == 1 else None

    def around(self, before: str, new: str) -> Chosen:
        """`о` becomes `об` before а, э, и, о, у, and the other way round."""
        about = _ABOUT.search(before)
        if about is None:
            return Chosen(new)
        wanted = about[1][0] + ("б" if new[:1].lower() in "аэиоу" else "")
        return Chosen(new) if wanted == about[1] else Chosen(f"{wanted}{about[2]}{new}", len(about[0]))
