"""The norms of an Act, each a sentence with its times, its shares, and whether it says yes or no.

An item of a list is read with the words that lead the list in, since it says little without them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, overload

from msgspec.msgpack import Decoder, Encoder

from redline.checks.alike import article_of
from redline.checks.digest import Digest, made_once
from redline.checks.stems import TELLING, stems_of
from redline.dossier.library import ReviewedAct
from redline.languages import get_pack
from redline.languages.pack import LanguagePack
from redline.model.facts import Facts, Words

AmountKind = Literal["time", "day", "share"]
_DIGIT = re.compile(r"\d")
_YEAR_BEHIND = re.compile(r"[^\W\d]*,? \d{4}\b")
_YEAR_BEFORE = re.compile(r"\b\d{4} (?:жылғы|жылдың) \Z")
"""A day of a certain year comes once, and is no deadline that a rule sets."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A time, a day of the calendar, or a share.

    Attributes:
        start, end: where it stands in its line.
        kind: which of the three.
        number, unit: what is compared: `3` and `working day`, `80` and `процент`, `11-01` and `day`.
    """

    start: int
    end: int
    kind: AmountKind
    number: str
    unit: str


@dataclass(frozen=True, slots=True)
class Norm:
    """One norm.

    Attributes:
        line, start, end: where it stands.
        article: the place of the article, or of the provision that stands for one.
        stems: its telling words in their order, without endings, numbers, and words for yes or no.
        lead: those of the words that lead its list in.
        manner: `duty`, `right` or `prohibition`; empty where it is none.
        manner_led: its manner is said by the words that lead its list in.
        denied: the words of which it says that something is not so.
        amounts: its times and figures.
        cases: its figures differ from case to case, or it holds for a while: it cannot be compared.
        whole: it is a sentence, and no item of a list.
        rest: it is the item for all else (`иные функции, возложенные законами`), which lists end with.
    """

    line: int
    start: int
    end: int
    article: int
    stems: tuple[str, ...]
    lead: tuple[str, ...]
    manner: str
    manner_led: bool
    denied: tuple[str, ...]
    amounts: tuple[Amount, ...]
    cases: bool
    whole: bool
    rest: bool

    @property
    def at(self) -> Words:
        """Its words."""
        return Words(self.line, self.start, self.end)

    def amounts_of(self, *kinds: AmountKind) -> tuple[Amount, ...]:
        """Its times or figures of these kinds."""
        return tuple(amount for amount in self.amounts if amount.kind in kinds)


def values_of(amounts: Sequence[Amount]) -> tuple[tuple[str, str], ...]:
    """What is compared of times and figures."""
    return tuple((amount.number, amount.unit) for amount in amounts)


def wording_of(norm: Norm) -> int:
    """A number of eight bytes that is the same where two norms of one language say the same word for word."""
    said = (norm.lead, norm.stems, norm.manner, norm.denied, values_of(norm.amounts))
    digest = hashlib.blake2b(_ENCODER.encode(said), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


_NORM = Decoder(Norm)
_ENCODER = Encoder()


class Norms(Sequence[Norm]):
    """The norms of an Act, each read from what is kept when it is asked for: of most only what `near` has
    noted of them is looked at.

    Args:
        kept: each norm as it is kept.
    """

    def __init__(self, kept: Sequence[bytes]) -> None:
        self._kept = kept
        self._read: dict[int, Norm] = {}

    def __len__(self) -> int:
        return len(self._kept)

    @overload
    def __getitem__(self, place: int) -> Norm: ...
    @overload
    def __getitem__(self, place: slice) -> list[Norm]: ...
    def __getitem__(self, place: int | slice) -> Norm | list[Norm]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        norm = self._read.get(place)
        if norm is None:
            norm = self._read[place] = _NORM.decode(self._kept[place])
        return norm

    def holding(self, word: str) -> Iterator[Norm]:
        """Those in whose record a word stands: the others are not read."""
        sought = word.encode("utf-8")
        yield from (self[place] for place, kept in enumerate(self._kept) if sought in kept)


def norms_of(act: ReviewedAct) -> Norms:
    """The norms of an Act in its order; none where its language has no pack."""
    return made_once(act, "norms read", lambda: Norms(NORMS.of(act)))


def _read(act: ReviewedAct) -> tuple[bytes, ...]:
    pack = get_pack(act.language)
    return () if pack is None else tuple(map(_ENCODER.encode, _Reader(act.facts, pack).read()))


NORMS = Digest("norms", Decoder(tuple[bytes, ...]), _read)


@dataclass(frozen=True, slots=True)
class _Lead:
    """What the words that lead a list in say of each of its items.

    Attributes:
        stems, manner: as in `Norm`.
        cases: they tell of cases, or of what holds for a while.
    """

    stems: tuple[str, ...] = ()
    manner: str = ""
    cases: bool = False


class _Reader:
    """Reads the lines of one Act."""

    def __init__(self, facts: Facts, pack: LanguagePack) -> None:
        self._facts, self._pack = facts, pack
        self._known: dict[str, str] = {}
        self._leads: dict[str, _Lead] = {"": _Lead()}
        # Whether the heading of a provision, or one around it, speaks of what holds for a while.
        self._passing: dict[int, bool] = {}

    def read(self) -> Iterator[Norm]:
        """Every norm; what stands outside the provisions, the title and the preamble, is none."""
        for place, line in enumerate(self._facts.lines):
            norm = line.kind == "text" and not line.quoted and line.provision > 0
            if norm and not self._facts.repealed(line.provision):
                for start, end in self._pack.sentences(line.text):
                    yield self._norm(place, start, end)

    def _norm(self, place: int, start: int, end: int) -> Norm:
        facts, norms = self._facts, self._pack.norms
        line = facts.lines[place]
        said, lead = line.text[start:end], self._led(self._lead(place))
        amounts = tuple(self._amounts(said, start))
        own = self._manner(said)
        return Norm(
            line=place,
            start=start,
            end=end,
            article=article_of(facts, line.provision),
            stems=self._telling(_without(said, start, amounts)),
            lead=lead.stems,
            manner=own or lead.manner,
            manner_led=not own,
            denied=tuple(
                self._cut(self._pack.law.stem(match["word"])) for match in norms.negations.finditer(said)
            ),
            amounts=amounts,
            cases=lead.cases or self._tells_of_cases(said) or self._passes(line.provision),
            whole=said[:1].isupper() and said[-1:] == ".",
            rest=norms.rest.search(said) is not None,
        )

    def _tells_of_cases(self, text: str) -> bool:
        return bool(self._pack.norms.cases.search(text) or self._pack.law.transitional.search(text))

    def _passes(self, provision: int) -> bool:
        found = self._passing.get(provision)
        if found is None:
            headings = (self._facts.provisions[p].heading for p in self._facts.ancestors(provision))
            found = any(self._pack.law.transitional.search(heading) for heading in headings)
            self._passing[provision] = found
        return found

    def _led(self, text: str) -> _Lead:
        """What a lead says, read once for all items."""
        if text not in self._leads:
            self._leads[text] = _Lead(self._telling(text), self._manner(text), self._tells_of_cases(text))
        return self._leads[text]

    def _lead(self, place: int) -> str:
        """The words that lead in the list whose item a line is."""
        facts = self._facts
        parent = facts.provisions[facts.lines[place].provision].parent
        above = facts.lines_of.get(parent, ()) if parent > 0 else ()
        before = [line for line in above if line < place and facts.lines[line].kind == "text"]
        return facts.lines[before[-1]].text if before and facts.lines[before[-1]].text.endswith(":") else ""

    def _telling(self, text: str) -> tuple[str, ...]:
        """The telling words of a text, each once."""
        law = self._pack.law
        for words in law.modalities.values():
            text = words.sub(" ", text)
        plain = self._pack.norms.negations.sub(r" \g<word>", text)
        stems = stems_of(plain, law, self._known)
        return tuple(dict.fromkeys(self._cut(stem) for stem in stems if stem not in law.stops))

    def _cut(self, stem: str) -> str:
        return stem[:TELLING]

    def _manner(self, text: str) -> str:
        """The manner of a text: of several the first."""
        found = [
            (match.start(), kind)
            for kind, words in self._pack.law.modalities.items()
            if (match := words.search(text)) is not None
        ]
        return min(found)[1] if found else ""

    def _amounts(self, said: str, offset: int) -> list[Amount]:
        law, norms = self._pack.law, self._pack.norms
        found = [
            Amount(offset + start, offset + end, "day", day, "day")
            for start, end, day in law.days(said)
            if not _YEAR_BEHIND.match(said, end) and not _YEAR_BEFORE.search(said, 0, start)
        ]
        for match in norms.times.finditer(said):
            unit = law.time_unit(match["unit"].strip())
            at = offset + match.start(), offset + match.end()
            if unit:
                found.append(Amount(*at, "time", self._number(match["amount"]), unit))
        for match in norms.shares.finditer(said):
            at = offset + match.start(), offset + match.end()
            unit = law.stem(match["unit"].split()[0])
            found.append(Amount(*at, "share", self._number(match["amount"]), unit))
        return sorted(found, key=lambda amount: amount.start)

    def _number(self, words: str) -> str:
        return words if _DIGIT.search(words) else str(max(self._pack.law.values(words), default=0))


def _without(said: str, offset: int, amounts: tuple[Amount, ...]) -> str:
    """A sentence without its times and figures."""
    kept, at = [], 0
    for amount in amounts:
        kept.append(said[at : max(at, amount.start - offset)])
        at = max(at, amount.end - offset)
    return " ".join([*kept, said[at:]])
