"""Terms that are defined and not used, twice, or differently in two Acts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from msgspec.msgpack import Decoder
from rapidfuzz import fuzz

from redline.checks.check import Check, CheckText, quoted
from redline.checks.digest import Digest
from redline.checks.stems import same_stem, stems_by_line, stems_of
from redline.dossier.library import Review, ReviewedAct
from redline.languages import get_pack
from redline.languages.law_words import LawWords
from redline.model.facts import Term
from redline.model.findings import Confidence, Finding, make_finding

NAME = "term"
_ALIKE = 90
"""Of 100: meanings that are so much alike say the same with other words."""
_NEAR = 55
_LONGEST = 8
_BEGINNING = 3
_PARENTHESES = re.compile(r"\([^()]*\)")
Defined = tuple[ReviewedAct, Term]
DefinedTerm = tuple[int, tuple[str, ...], bool]
"""The place of a term that an article defines, its words without endings, and whether the Act uses it."""


def find(review: Review) -> Iterator[Finding]:
    """What is wrong with the terms of each Act, then what differs between two."""
    known: dict[tuple[str, tuple[str, ...]], list[Defined]] = {}
    for act in review.acts:
        for place, stems, used in _TERMS.of(act):
            term = act.facts.terms[place]
            known.setdefault((act.language, stems), []).append((act, term))
            if not used:
                yield make_finding(NAME, "unused", "note", "medium", (quoted(act, term.at),), term=term.term)
    for defined in known.values():
        yield from _compared(defined)


def _terms_of(act: ReviewedAct) -> tuple[DefinedTerm, ...]:
    pack = get_pack(act.language)
    if pack is None:
        return ()
    uses = _Uses(act, pack.law)
    found: list[DefinedTerm] = []
    for place, term in enumerate(act.facts.terms):
        stems = uses.stems(term.term) if term.article else ()
        if stems:
            found.append((place, stems, len(stems) > _LONGEST or uses.used(term)))
    return tuple(found)


_TERMS = Digest("terms", Decoder(tuple[DefinedTerm, ...]), _terms_of)


class _Uses:
    """Where the words of an Act stand."""

    def __init__(self, act: ReviewedAct, law: LawWords) -> None:
        self._law = law
        self._known: dict[str, str] = {}
        self._act = act
        self._lines: dict[str, set[int]] = {}
        for line, stems in enumerate(stems_by_line(act)):
            for stem in stems:
                self._lines.setdefault(stem, set()).add(line)
        self._alike: dict[str, list[str]] = {}
        for stem in self._lines:
            self._alike.setdefault(stem[:_BEGINNING], []).append(stem)

    def stems(self, text: str) -> tuple[str, ...]:
        """The words of a text without their endings."""
        return stems_of(text, self._law, self._known)

    def used(self, term: Term) -> bool:
        """Whether a term occurs outside its own definition, in any form, or by one of its other names."""
        return any(self._occurs(name, term.at.line) for name in map(self.stems, self._names(term)) if name)

    def _names(self, term: Term) -> Iterator[str]:
        """A term, what stands in its parentheses or between its commas, and its short names."""
        facts = self._act.facts
        yield term.term
        bare = _PARENTHESES.sub(" ", term.term)
        yield bare
        for inner in _PARENTHESES.findall(term.term):
            yield inner.strip("()")
            yield f"{inner.strip('()')} {' '.join(bare.split()[1:])}"
        if "," in term.term:
            yield from term.term.split(",")
        behind = facts.lines[term.at.line].text[term.at.end : term.at.end + 80].lstrip()
        if behind.startswith("("):  # `мигрант (переселенец) –`
            yield behind[1:].partition(")")[0]
        yield from (t.term for t in facts.terms if t.at.line == term.at.line and not t.article)

    def _occurs(self, name: tuple[str, ...], own: int) -> bool:
        """Whether a line holds every word of a name: in another order it may be the term all the same."""
        holding: set[int] | None = None
        for word in name:
            forms = [stem for stem in self._alike.get(word[:_BEGINNING], ()) if same_stem(word, stem)]
            lines = set().union(*(self._lines[stem] for stem in forms))
            holding = lines if holding is None else holding & lines
        return bool(holding and holding - {own})


def _compared(defined: list[Defined]) -> Iterator[Finding]:
    for (act, one), (other_act, other) in combinations(defined, 2):
        if act is other_act:
            evidence = (quoted(act, one.at), quoted(other_act, other.at))
            yield make_finding(NAME, "twice", "warning", "high", evidence, term=one.term)
        elif act.document.id != other_act.document.id and one.meaning != other.meaning:
            likeness = fuzz.token_sort_ratio(one.meaning.rstrip(".;"), other.meaning.rstrip(".;"))
            if likeness < _ALIKE:
                # What has nothing in common is another thing of the same name, and meant so more often than
                # not.
                confidence: Confidence = "high" if likeness > _NEAR else "low"
                evidence = (quoted(act, one.at), quoted(other_act, other.at))
                yield make_finding(NAME, "differs", "warning", confidence, evidence, term=one.term)


CHECK = Check(
    name=NAME,
    rule="T1",
    run=find,
    digests=(_TERMS,),
    judged=(34, 37),
    texts={
        "en": CheckText(
            title="Terms",
            flags="A term that its article of definitions defines and the Act never uses, one that is "
            "defined twice, and one that two Acts define differently.",
            why="Terms must have one meaning, that of the higher act on the same relations (Law No. 480-V, "
            "article 23(7)); what is defined differently is applied differently.",
            example="“migrant worker – a foreigner who works by a permit” in one law, “… by any contract” "
            "in another.",
            do="Take out the definition that is not used; keep one definition and refer to it.",
            messages={
                "unused": "“{term}” is defined, and not used",
                "twice": "“{term}” is defined twice in one Act",
                "differs": "“{term}” is defined differently in two Acts",
            },
        ),
        "ru": CheckText(
            title="Термины",
            flags="Термин, который определен в статье с понятиями, но в акте не применяется, определен "
            "дважды либо определен в двух актах по-разному.",
            why="Термин имеет одно значение, соответствующее акту вышестоящего уровня (пункт 7 статьи 23 "
            "Закона № 480-V); что по-разному определено, то по-разному применяется.",
            example="«трудовой иммигрант – иностранец, работающий по разрешению» в одном законе, «… по "
            "любому договору» в другом.",
            do="Исключить неиспользуемое определение; оставить одно определение и ссылаться на него.",
            messages={
                "unused": "«{term}»: термин определен, но не применяется",
                "twice": "«{term}»: термин определен в акте дважды",
                "differs": "«{term}»: термин определен в двух актах по-разному",
            },
        ),
        "kk": CheckText(
            title="Терминдер",
            flags="Ұғымдар бабында айқындалған, бірақ актіде қолданылмаған, екі рет айқындалған немесе екі "
            "актіде әртүрлі айқындалған термин.",
            why="Терминнің жоғары тұрған актіге сәйкес бір мағынасы болады (№ 480-V Заңның 23-бабының "
            "7-тармағы); әртүрлі айқындалғаны әртүрлі қолданылады.",
            example="Бір заңда «еңбекші көшіп келуші – рұқсат бойынша жұмыс істейтін шетелдік», "
            "екіншісінде «… кез келген шарт бойынша».",
            do="Қолданылмайтын анықтаманы алып тастау; бір анықтаманы қалдырып, соған сілтеме жасау.",
            messages={
                "unused": "«{term}» термині айқындалған, бірақ қолданылмаған",
                "twice": "«{term}» термині актіде екі рет айқындалған",
                "differs": "«{term}» термині екі актіде әртүрлі айқындалған",
            },
        ),
    },
)
