"""Which document of the dossier is meant where an Act names another: by its title, told by its words."""

from __future__ import annotations

import re
from functools import lru_cache

from redline.dossier.library import Review, ReviewedAct
from redline.languages import get_pack
from redline.languages.law_words import CYRILLIC_ALIKE, LawWords
from redline.model.facts import CitedAct, Reference

_WORD = re.compile(r"[^\W_]+")
_COUNTRY = re.compile(r"республик[иа] [^\W\d_]+|[^\W\d_]+ республикасы(?:ның)?|of the republic of [^\W\d_]+")
_LEFT_OUT = frozenset(
    [
        "республики",
        "республика",
        "республикасының",
        "республикасы",
        "казахстан",
        "қазақстан",
        "туралы",
        "закон",
        "закона",
        "кодекс",
        "кодекса",
        "кодексі",
        "заң",
        "заңы",
        "the",
        "of",
        "act",
        "law",
        "code",
        "republic",
        "on",
    ]
)
"""Words that titles are cited with and without."""


@lru_cache(maxsize=65536)
def words_of_title(title: str, cyrillic: bool) -> tuple[str, ...]:
    """The words of a title that tell it from others, in small letters and in order."""
    small = _COUNTRY.sub(" ", title.lower().replace("ё", "е"))
    words = _WORD.findall(small.translate(CYRILLIC_ALIKE) if cyrillic else small)
    kept = tuple(word for word in words if word not in _LEFT_OUT)
    return kept or tuple(words)


class Titles:
    """The documents of a review by their titles."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._by_words: dict[tuple[str, tuple[str, ...]], ReviewedAct] = {}
        self._by_stems: dict[tuple[str, tuple[str, ...]], ReviewedAct] = {}
        for act in review.acts:
            self._add(act, act.title)
        for act in review.acts:  # one that approves rules is cited by their title, too
            pack = get_pack(act.language)
            approved = pack.norms.approved.fullmatch(act.title) if pack is not None else None
            if approved is not None:
                self._add(act, approved["rules"])

    def _add(self, act: ReviewedAct, title: str) -> None:
        """Have an Act found by a title, unless another bears it already."""
        pack = get_pack(act.language)
        words = words_of_title(title, act.language in ("ru", "kk"))
        if words and pack is not None:
            self._by_words.setdefault((act.language, words), act)
            self._by_stems.setdefault((act.language, stems_of(words, pack.law)), act)

    def numbered(self, act: ReviewedAct, cited: CitedAct) -> ReviewedAct | None:
        """The document of that date and number, in the language of the Act that names it."""
        if not cited.number:
            return None
        for other in self._review.acts:
            document = other.document
            same = document.number == cited.number and str(document.date) == cited.date
            if same and other.language == act.language:
                return other
        return None

    def act_of(self, act: ReviewedAct, reference: Reference) -> ReviewedAct | None:
        """The Act that a reference belongs to: the one that it stands in, or one of the dossier; else
        None."""
        if not reference.foreign:
            return act
        if reference.act < 0:
            return None
        return self.named(act, act.facts.acts[reference.act])

    def named(self, act: ReviewedAct, cited: CitedAct) -> ReviewedAct | None:
        """The document that is named, in the language of the Act that names it; None where it is not here."""
        pack = get_pack(act.language)
        if pack is None or not cited.title:
            by_number = self.numbered(act, cited)
            return self._short(act, cited) if cited.short and by_number is None else by_number
        words = words_of_title(cited.title, act.language in ("ru", "kk"))
        exact = self._by_words.get((act.language, words))
        if exact is not None:
            return exact
        stems = stems_of(words, pack.law)
        # A title without quotation marks may have been read too far, never too short.
        for length in range(len(stems), 0, -1):
            found = self._by_stems.get((act.language, stems[:length]))
            if found is not None and (length == len(stems) or length > 2):
                return found
        return None

    def _short(self, act: ReviewedAct, cited: CitedAct) -> ReviewedAct | None:
        """`статья 5 Закона`: the one Act that was given this short name (`далее – Закон`)."""
        pack = get_pack(act.language)
        if pack is None:
            return None
        form = pack.law.stem(cited.form)
        for term in act.facts.terms:
            if not term.article and pack.law.stem(term.term) == form and " " not in term.term:
                before = [each for each in act.facts.acts if each.at.line == term.at.line and not each.short]
                named = [each for each in before if each.at.end <= term.at.start]
                return self.named(act, named[-1]) if named else None
        return None


def stems_of(words: tuple[str, ...], law: LawWords) -> tuple[str, ...]:
    """The words of a title without their endings, since a title is cited in every case."""
    return tuple(law.stem(word) for word in words)
