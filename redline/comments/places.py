"""The provisions that a comment can speak of: as the form lists them, and as a returned form names them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from redline.akn.names import CONTAINERS
from redline.comments.words import LANGUAGES, words_in
from redline.dossier.annotating import find_provision
from redline.dossier.library import Review, ReviewedAct
from redline.facts.citing import cite, steps_to
from redline.languages import PACKS
from redline.languages.shortening import shortened

_MOST = 1500
"""Of an Act with more provisions than that, the list has its articles only: it must still be one to choose
from."""
_TITLE, _HEADING, _LABEL = 90, 70, 240
_ACT = re.compile(
    r"(?<!\w)(закон|кодекс|правил|приказ|постановлени|указ|заң|қаулы|бұйры|ереже|жарлы|law|act|code|rules|order)"
    r"\w*(?!\w)"
)
"""The words for an Act that stand around its title: “пункт 2 статьи 40 Закона «О миграции населения»”."""
_AND = re.compile(r"\n|;|,|(?<!\w)(?:и|and|және|мен)(?!\w)")
_SPACE = re.compile(r"[\s\u00a0]+")


@dataclass(frozen=True, slots=True)
class Place:
    """What a comment can speak of.

    Attributes:
        label: as the list has it.
        document: its short name; empty for the whole package.
        address: the provision as its law cites it; empty for the whole document.
    """

    label: str
    document: str = ""
    address: str = ""


def places_in(review: Review, language: str, after: Review | None = None) -> tuple[Place, ...]:
    """The entries of the list, in the order of the dossier: the package, then each document with its
    provisions, those that only the draft has behind the others.

    Args:
        review: the dossier with its documents.
        after: its documents as the package amends them, if there is one.
        language: of the form: documents are listed as their version in it has them, or else their first one.
    """
    found: dict[str, Place] = {}
    named: set[tuple[str, str]] = set()
    for place in _places(review, language, after):
        if (place.document, place.address) not in named:
            named.add((place.document, place.address))
            found.setdefault(place.label, place)
    return tuple(found.values())


def _places(review: Review, language: str, after: Review | None) -> Iterator[Place]:
    words = words_in(language)
    yield Place(words["whole"])
    titles: set[str] = set()
    for document in review.dossier.documents:
        act = review.version_in(document.id, language)
        if act is None:
            continue
        drafted = after.version_in(document.id, language) if after is not None else None
        title = shortened(act.title, _TITLE)
        title = title if title not in titles else f"{title} ({document.id})"
        titles.add(title)
        yield Place(words["as a whole"].format(title=title), document.id)
        for citation, heading in (*_provisions(act), *(_provisions(drafted) if drafted else ())):
            said = f"{citation}. {shortened(heading, _HEADING)}" if heading else citation
            yield Place(f"{title} – {said}"[:_LABEL], document.id, citation)


def _provisions(act: ReviewedAct) -> Iterator[tuple[str, str]]:
    """The citation and the heading of each provision that is listed."""
    facts = act.facts
    deepest = 2 if len(facts.provisions) <= _MOST else 1
    for place in range(1, len(facts.provisions)):
        provision = facts.provisions[place]
        depth = len(steps_to(facts, place))
        if provision.number and provision.unit not in CONTAINERS and 0 < depth <= deepest:
            yield cite(facts, place), provision.heading


class Places:
    """The provisions of a dossier as returned forms name them.

    Args:
        review: the dossier with its documents.
        after: its documents as the package amends them, if there is one.
    """

    def __init__(self, review: Review, after: Review | None = None) -> None:
        self._review, self._after = review, after
        self._acts = (*review.acts, *(after.acts if after is not None else ()))

    @cached_property
    def _listed(self) -> dict[str, Place]:
        found: dict[str, Place] = {}
        for language in LANGUAGES:
            for place in places_in(self._review, language, self._after):
                found.setdefault(_key(place.label), place)
        return found

    @cached_property
    def titles(self) -> frozenset[str]:
        """The titles of the review, as forms bear them."""
        title = self._review.dossier.title
        return frozenset(title.values())

    def is_listed(self, text: str) -> bool:
        """Whether words are an entry of the list."""
        return _key(text) in self._listed

    def find(self, text: str) -> tuple[Place, ...]:
        """The places that words may mean: one where they are understood, none, or several documents that
        have such a provision.
        """
        listed = self._listed.get(_key(text))
        if listed is not None:
            return (listed,)
        named = list(self._named(text))
        found: list[Place] = []
        for act, rest in named or [(act, text) for act in self._acts]:
            if named and not re.search(r"\w", rest):
                found.append(Place(text, act.document.id))
            elif not _cites_several(rest) and (place := find_provision(act.facts, rest)) is not None:
                found.append(Place(text, act.document.id, cite(act.facts, place)))
        return tuple({place.document: place for place in reversed(found)}.values())

    def several(self, text: str) -> bool:
        """Whether words name more than one provision: each part of them one, or a citation several."""
        parts = [part for part in _AND.split(text) if re.search(r"\w", part)]
        if sum(bool(self.find(part)) for part in parts) > 1:
            return True
        return any(map(_cites_several, [rest for _, rest in self._named(text)] or [text]))

    def nearest(self, text: str, most: int = 3) -> tuple[str, ...]:
        """The entries of the list that words are nearest to."""
        labels = {key: place.label for key, place in self._listed.items()}
        near = process.extract(_key(text), labels.keys(), scorer=fuzz.WRatio, limit=most, score_cutoff=55)
        return tuple(labels[key] for key, _, _ in near)

    def _named(self, text: str) -> Iterator[tuple[ReviewedAct, str]]:
        """The versions of documents that the words name by title or short name, and what else they say."""
        plain = _key(text)
        for act in self._acts:
            for name in (act.title, act.facts.title, act.document.id):
                key = _key(name)
                at = re.search(rf"(?<!\w){re.escape(key)}(?!\w)", plain) if key else None
                if at is not None:
                    rest = _ACT.sub(" ", f"{plain[: at.start()]} {plain[at.end() :]}")
                    yield act, re.sub(r"[«»“”\"–—:]", " ", rest).strip(" ,.;-")
                    break


def _cites_several(text: str) -> bool:
    """Whether a citation names several provisions, or a run of them."""
    read = (pack.read_citation(text) or () for pack in PACKS)
    return any(len(cited) > 1 or any(each.upto for each in cited) for cited in read)


def _key(text: str) -> str:
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip().casefold()
