"""Russian: the forms of a phrase, by the dictionary of OpenCorpora (pymorphy3).

A phrase is its head noun, the adjectives and participles before it, which agree with it, and what stands
behind it, which does not change (`уполномоченный орган по вопросам миграции`). Phrases joined by `и`, `или`,
`либо` change each for itself (`иностранец или лицо без гражданства`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from redline.languages.inflection import Chosen, Form, InflectionError, Reading, grouped
from redline.languages.ru_words import TOKENS, analyzer, like, spelt, without_yo
from redline.languages.tables import words_of

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

_JOINT = re.compile(r"(\s+(?:и|или|либо)\s+)")
_FIXED_FIRST = words_of(
    "бизнес интернет веб онлайн вице экс мини макси пресс премьер генерал контр смс смарт топ эконом медиа "
    "блок ип"
)
"""First parts of compounds that keep their form: `бизнес-иммигранта`."""
_LAST_WORD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)\s+\Z")
_NEXT_WORD = re.compile(r"\s*(,)?\s+(?:не\s+)?([^\W\d_]+)")
_ABOUT = re.compile(r"(?<![^\W_])([Оо]б?)(\s+)\Z")


class _Phrase(Struct, frozen=True):
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

    @property
    def gender(self) -> str:
        """The gender that the words beside it take; empty for a plural."""
        return _gender(self.noun.tag) or "" if "sing" in self.noun.tag else ""

    @property
    def is_adjective(self) -> bool:
        """Whether the head is a person named by an adjective: `служащий`."""
        return _is_adjective(self.noun)

    def form(self, number: str, case: str) -> str | None:
        """The phrase in one number and case; None where it has no such form."""
        noun = self.noun.inflect(
            {number, case} | ({"anim"} if case == "accs" and self.is_adjective else set())
        )
        if noun is None:
            return None
        found = list(self.tokens)
        found[self.head] = like(noun.word, self.tokens[self.head])
        for place, parse in self.agreeing.items():
            word = parse.inflect(self._agreement(number, case))
            if word is None:
                return None
            found[place] = like(word.word, self.tokens[place])
        return "".join(found)

    def _agreement(self, number: str, case: str) -> set[str]:
        tag = self.noun.tag
        wanted = {number, case}
        if number == "sing":
            wanted.add(_gender(tag) or "masc")
        if case == "accs" and (number == "plur" or _gender(tag) == "masc"):
            wanted.add("anim" if self.is_adjective else tag.animacy)
        return wanted


class _Joined(Struct, frozen=True):
    """Phrases joined by conjunctions.

    Attributes:
        phrases: the phrases.
        between: what stands between them.
        doubt: why their forms are not certain.
    """

    phrases: tuple[_Phrase, ...]
    between: tuple[str, ...]
    doubt: str

    @property
    def gender(self) -> str:
        """None: words beside several phrases are plurals or agree with the nearest."""
        return ""

    def form(self, number: str, case: str) -> str | None:
        """All of them in one number and case; None where one has no such form."""
        forms = [phrase.form(number, case) for phrase in self.phrases]
        known = [form for form in forms if form is not None]
        if len(known) < len(forms):
            return None
        return known[0] + "".join(map("".join, zip(self.between, known[1:], strict=True)))


def _taken_apart(words: str) -> _Phrase | _Joined:
    pieces = _JOINT.split(" ".join(words.split()))
    if len(pieces) == 1:
        return _one_taken_apart(words)
    try:
        first, *others = [_one_taken_apart(piece) for piece in pieces[::2]]
    except InflectionError:
        return _one_taken_apart(words)  # `физическое и юридическое лицо`, `орган труда и миграции`
    if all(_can_be_joined(first, other) for other in others):
        doubts = [phrase.doubt for phrase in (first, *others) if phrase.doubt]
        return _Joined((first, *others), tuple(pieces[1::2]), doubts[0] if doubts else "")
    whole = _one_taken_apart(words)
    # `Комитет труда и миграции`: behind a singular, what is no singular nominative is a complement.
    if "sing" in first.noun.tag and not any(_is_first_form(other) for other in others):
        return whole
    return replace(whole, doubt=whole.doubt or _maybe_changes(others[-1].tokens[others[-1].head], whole))


def _can_be_joined(first: _Phrase, other: _Phrase) -> bool:
    """Whether a noun behind a conjunction is a nominative like the first head, and no complement of it."""
    behind = first.tokens[first.head + 1 :]
    governed = any(token.lower() in _GOVERNED for token in behind)
    return not governed and "sing" in first.noun.tag and _is_first_form(other)


def _is_first_form(phrase: _Phrase) -> bool:
    """Whether the head of a phrase stands in the form that dictionaries list."""
    return phrase.tokens[phrase.head].lower() in (
        phrase.noun.normal_form,
        without_yo(phrase.noun.normal_form),
    )


def _maybe_changes(word: str, phrase: _Phrase) -> str:
    return f"«{word}» may have to change with «{phrase.tokens[phrase.head]}»"


def _one_taken_apart(words: str) -> _Phrase:
    tokens = _tokens(words)
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
            if not doubt and following and (_stands_beside(following) or "(" in tokens[place + 1 :]):
                doubt = f"«{following}» may have to change with «{tokens[place]}»"
            if not doubt and _keeps_its_first(tokens[place], noun):
                doubt = f"both parts of «{tokens[place]}» may have to change"
            return _Phrase(tokens, agreeing, place, noun, doubt)
    for at, place in reversed(list(enumerate(places))):
        person = _person(tokens[place])
        agreeing = _agreeing(tokens, places[:at], person) if person is not None else None
        if person is not None and agreeing is not None:
            return _Phrase(tokens, agreeing, place, person, "")
    raise InflectionError(
        f"«{words}» has no noun in its first form that could be declined",
        do="give the words in the nominative («трудовой иммигрант»), or write the forms out as two lists",
    )


def _tokens(words: str) -> tuple[str, ...]:
    """The words of a phrase and what stands between them; a compound whose first part is an adjective counts
    as two (`трудящийся-мигрант`).
    """
    found: list[str] = []
    for token in TOKENS.findall(words.strip()):
        first, hyphen, second = token.partition("-")
        parses = analyzer().parse(first) if hyphen else []
        adjective = bool(parses) and _is_adjective(parses[0]) and "nomn" in parses[0].tag
        found += [first, hyphen, second] if adjective and _noun(second) is not None else [token]
    return tuple(found)


def _keeps_its_first(word: str, noun: Any) -> bool:
    """Whether the first part of a compound is a noun that the dictionary leaves as it is in other cases."""
    first, hyphen, _ = word.lower().partition("-")
    if not hyphen or first in _FIXED_FIRST:
        return False
    genitive = noun.inflect({"gent"})
    own = _noun(first)
    kept = genitive is not None and genitive.word.partition("-")[0] == without_yo(first)
    return kept and own is not None and own.inflect({"gent"}).word != own.word


def _noun(word: str) -> Any | None:
    """The parse as a noun in the nominative, of the singular where it has one; of people before things."""
    found = [p for p in analyzer().parse(word) if "NOUN" in p.tag and "nomn" in p.tag and _gender(p.tag)]
    best = max(found, key=lambda p: ("sing" in p.tag, p.score, "anim" in p.tag), default=None)
    return best if best is None or best.inflect({"gent"}) is not None else None


def _person(word: str) -> Any | None:
    """The parse as an adjective that is a noun by itself, in the masculine nominative, which names a person:
    `служащий`, `трудящийся`.
    """
    wanted = {"Subx", "masc", "sing", "nomn"}
    found = [p for p in analyzer().parse(word) if _is_adjective(p) and wanted <= p.tag.grammemes]
    return max(found, key=lambda p: p.score, default=None)


def _gender(tag: Any) -> str | None:
    """The gender that adjectives take; masculine for words of both, as laws say them (`новый судья`)."""
    if tag.gender:
        return str(tag.gender)  # a plain string: the dictionary's own is compared with genders only
    return "masc" if {"ms-f", "Ms-f"} & tag.grammemes else None


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
        parses = analyzer().parse(tokens[place])
        fitting = [p for p in parses if _is_adjective(p) and {"nomn", number} <= p.tag.grammemes]
        fitting = [p for p in fitting if number == "plur" or _gender(noun.tag) in p.tag]
        if fitting:
            found[place] = max(fitting, key=lambda p: p.score)
        elif not any(p.tag.POS in ("ADVB", "CONJ", "PRCL") for p in parses):
            return None
    return found


def _is_adjective(parse: Any) -> bool:
    return parse.tag.POS in ("ADJF", "PRTF") or "Apro" in parse.tag


def _known(word: str) -> bool:
    return all(analyzer().word_is_known(part) for part in word.lower().split("-"))


def _stands_beside(word: str) -> bool:
    """Whether a noun behind the head can be nothing but a nominative, and so declines with it."""
    parses = analyzer().parse(word)
    nouns = [parse for parse in parses if "NOUN" in parse.tag]
    return (
        bool(nouns) and len(nouns) == len(parses) and all("nomn" in p.tag or "accs" in p.tag for p in nouns)
    )


def _or_adjective(words: str) -> str:
    """Why a word alone may not be the noun everywhere: `рабочий день`, `документ, служащий основанием`."""
    tokens = _tokens(words)
    if len(tokens) > 1 or not any(_is_adjective(parse) for parse in analyzer().parse(words)):
        return ""
    return f"«{words}» can also be said of another word, as an adjective or a participle"


class RussianInflector(Struct, frozen=True):
    """Russian forms."""

    def forms(self, old: str, new: str) -> tuple[Form, ...]:
        """Every form of the old words with the same form of the new; see `Inflector.forms`."""
        before, after = _taken_apart(old), _taken_apart(new)
        genders = (before.gender, after.gender) if before.gender != after.gender else ("", "")
        doubt = before.doubt or after.doubt or _or_adjective(old)
        return tuple(grouped(self._pairs(before, after), doubt, genders))

    def _pairs(self, old: _Phrase | _Joined, new: _Phrase | _Joined) -> Iterator[tuple[str, Reading]]:
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
                yield from (
                    (each, Reading(f"{case_name} {number_name}", case, answer)) for each in spelt(form)
                )

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

    def disagreeing(self, form: Form, before: str, behind: str) -> str:
        """An adjective before the words, a verb or `который` behind them, in the gender of the old words."""
        old, new = form.genders
        cases = {reading.case for reading in form.readings if reading.grammar.endswith("singular")}
        if not (old and new and cases):
            return ""
        last, first = _LAST_WORD.search(before), _NEXT_WORD.match(behind)
        if last is not None and _agrees_only(last[1], old, new, cases, ("ADJF", "PRTF")):
            return last[1]
        kinds = (
            ("VERB", "PRTS", "ADJS", "ADJF") if first is not None and first[1] else ("VERB", "PRTS", "ADJS")
        )
        if first is not None and _agrees_only(first[2], old, new, {"", "nomn"}, kinds):
            return first[2]
        return ""


def _agrees_only(word: str, old: str, new: str, cases: set[str], kinds: tuple[str, ...]) -> bool:
    """Whether a word is in one gender and cannot be in the other, in one of the cases."""
    found = [p.tag for p in analyzer().parse(word) if p.tag.POS in kinds and (p.tag.case or "") in cases]
    return any(tag.gender == old for tag in found) and not any(tag.gender in (new, None) for tag in found)
