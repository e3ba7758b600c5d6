"""Kazakh: the forms of a phrase, whose last word alone takes the endings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from redline.languages.inflection import Chosen, Form, InflectionError, Reading, grouped
from redline.languages.kk_forms import CASES, Case, inflect, inflect_possessed
from redline.languages.tables import words_of

_NUMBERS = ((False, "singular"), (True, "plural"))
_DOER = re.compile(r"[уюбвгғджзйкқлмнңпрстфхһц]ш[ыі]$")
_WHOSE = ((False, ""), (True, ", of something"))


class _Phrase(Struct, frozen=True):
    """A phrase: what stays, and the last word; `belongs` where that carries a possessive already."""

    before: str
    last: str
    belongs: bool

    def form(self, case: Case, *, many: bool, possessed: bool) -> str:
        if self.belongs and not (many and not self.before):  # `отбасылар`, but `көші-қон органдары`
            return self.before + inflect_possessed(self.last, case, many=many)
        return self.before + inflect(self.last, case, many=many, possessed=possessed)


def _taken_apart(words: str) -> _Phrase:
    text = " ".join(words.split())
    before, space, last = text.rpartition(" ")
    if not last or not last[-1].isalpha() or last.isupper():
        raise InflectionError(
            f"«{words}» does not end in a word that takes endings",
            do="write the forms out as two lists, under substitute: and under with:",
        )
    # `көші-қон органы`: of two nouns the second belongs to the first; `отбасы` (hearth) was two nouns once.
    # `көшіп келуші`, `шетелдік жұмысшы`: who does something belongs to nobody; `жұмыс күші` (of күш) does.
    belongs = bool(before) and last[-1] in "ыі" and _DOER.search(last.lower()) is None
    return _Phrase(before + space, last, belongs or last.lower().endswith("басы"))


def _doubt(phrase: _Phrase) -> str:
    """Why the endings of a phrase are not certain: its last word is borrowed, and ends in sounds that Kazakh
    words do not end in.
    """
    word = phrase.last.lower()
    certain = word in _KNOWN or word[-1] in "аәоөұүыіеэёюяиу"
    return (
        f"«{phrase.last}» is a borrowed word: check its endings"
        if not certain and _BORROWED.search(word)
        else ""
    )


_BORROWED = re.compile(
    r"[вфцчщъьэё]|(?<=[бвгджзклмнпрстфхш])(?<![рлй](?=[тсқкшжпм]))(?<!н(?=т))[бвгджзклмнпрстфхш]$"
)
_KNOWN = words_of(
    "акт факт субъект объект проект пункт процент контракт кодекс банк автомобиль тариф архив актив сервис "
    "паспорт документ нотариус реестр министр"
)
"""Borrowed words whose forms stand in the laws as they are made here."""


class KazakhInflector(Struct, frozen=True):
    """Kazakh forms."""

    def forms(self, old: str, new: str) -> tuple[Form, ...]:
        """Every form of the old words with the same form of the new; see `Inflector.forms`."""
        before, after = _taken_apart(old), _taken_apart(new)
        return tuple(grouped(self._pairs(before, after), _doubt(before) or _doubt(after)))

    def _pairs(self, old: _Phrase, new: _Phrase) -> Iterator[tuple[str, Reading]]:
        for many, number in _NUMBERS:
            for possessed, whose in _WHOSE:
                for case in CASES:
                    said = f"{case} {number}{whose}"
                    answer = new.form(case, many=many, possessed=possessed)
                    yield old.form(case, many=many, possessed=possessed), Reading(said, case, answer)

    def choose(self, form: Form, before: str) -> str | None:
        """The new words, where the form is one thing only: endings say all that there is."""
        answers = form.new_words()
        return answers[0] if len(answers) == 1 else None

    def around(self, before: str, new: str) -> Chosen:
        """Nothing changes around them."""
        return Chosen(new)

    def disagreeing(self, form: Form, before: str, behind: str) -> str:
        """Nothing: nouns have no gender."""
        return ""
