"""The same body under different names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from msgspec.msgpack import Decoder

from redline.checks.check import Check, CheckText, quoted
from redline.checks.digest import Digest
from redline.checks.levels import is_by_law
from redline.checks.stems import TELLING, stems_of
from redline.dossier.library import Review, ReviewedAct
from redline.languages import get_pack
from redline.model.facts import Words
from redline.model.findings import Confidence, Finding, make_finding

NAME = "body-name"
_FEWEST_LETTERS = 3
_PREPOSITION = 2
_CAPITALS = re.compile(r"\b[^\W\d_a-zа-яё]{3,5}\b")
_ROOT = 4
"""`миграции` and `миграционная` have so many letters in common."""


@dataclass(frozen=True, slots=True)
class Named:
    """A body as a line names it.

    Attributes:
        line, start, end: where.
        kind: the root of the word that says what it is.
        roots: of the words that tell it from others of its kind.
        form: its words without endings, in order: two names with the same are one.
    """

    line: int
    start: int
    end: int
    kind: str
    roots: tuple[str, ...]
    form: tuple[str, ...]


def _read(act: ReviewedAct) -> tuple[Named, ...]:
    pack = get_pack(act.language)
    if pack is None:
        return ()
    found: list[Named] = []
    for place, line in enumerate(act.facts.lines):
        if line.quoted or act.facts.repealed(line.provision):
            continue
        taken: list[tuple[int, int]] = []
        for pattern in pack.norms.body_names:
            for match in pattern.finditer(line.text):
                if any(match.start() < end and start < match.end() for start, end in taken):
                    continue
                taken.append((match.start(), match.end()))
                stems = stems_of(match["of"], pack.law, {})
                telling = [stem for stem in stems if stem[:TELLING] not in pack.norms.fillers]
                kind = pack.law.stem(match["kind"])[:6]
                form = stems_of(match[0], pack.law, {})
                roots = tuple(sorted({stem[:_ROOT] for stem in telling}))
                if roots:
                    found.append(Named(place, match.start(), match.end(), kind, roots, form))
    return tuple(found)


def _abbreviations_of(act: ReviewedAct) -> tuple[Words, ...]:
    """Where each word of capitals first stands in an Act."""
    found: dict[str, Words] = {}
    for place, line in enumerate(act.facts.lines):
        for match in _CAPITALS.finditer(line.text) if not line.quoted else ():
            found.setdefault(match[0], Words(place, match.start(), match.end()))
    return tuple(found.values())


_ABBREVIATIONS = Digest("abbreviations", Decoder(tuple[Words, ...]), _abbreviations_of)
_NAMES = Digest("names of bodies", Decoder(tuple[Named, ...]), _read)
Key = tuple[str, tuple[str, ...]]
Uses = dict[tuple[str, ...], list[tuple[ReviewedAct, Named]]]


def find(review: Review) -> Iterator[Finding]:
    """Names of one body that differ, each once for each Act; then what may be another name of a body."""
    for language in dict.fromkeys(act.language for act in review.acts):
        bodies: dict[Key, Uses] = {}
        for act in review.acts:
            for named in _NAMES.of(act) if act.language == language else ():
                uses = bodies.setdefault((named.kind, named.roots), {})
                uses.setdefault(named.form, []).append((act, named))
        for uses in bodies.values():
            yield from _variants(uses)
        yield from _abbreviated([act for act in review.acts if act.language == language], bodies)
        yield from _perhaps(bodies)


def _variants(uses: Uses) -> Iterator[Finding]:
    """Another form of a name, against the one that most Acts have."""
    main, *others = sorted(uses, key=lambda form: (-_documents(uses[form]), -len(uses[form])))
    for form in others:
        # The same words with other endings are the same name.
        if {stem[:_ROOT] for stem in form} != {stem[:_ROOT] for stem in main} or form[0][:3] != main[0][:3]:
            yield from _each("variant", "medium", uses[form], uses[main])


def _abbreviated(acts: list[ReviewedAct], bodies: Mapping[Key, Uses]) -> Iterator[Finding]:
    """The first letters of a body that is named in full elsewhere, in an Act that does not explain them."""
    full: dict[str, tuple[ReviewedAct, Named]] = {}
    for uses in bodies.values():
        for act, named in (use for form in uses.values() for use in form):
            letters = _initials(act.facts.words(_at(named)))
            if len(letters) >= _FEWEST_LETTERS:
                full.setdefault(letters, (act, named))
    for act in acts:
        given = {term.term for term in act.facts.terms}
        for at in _ABBREVIATIONS.of(act):
            short = act.facts.words(at)
            if short in full and short not in given:
                by, named = full[short]
                evidence = (quoted(act, at), quoted(by, _at(named)))
                yield make_finding(
                    NAME, "abbreviation", "warning", "medium", evidence,
                    one=short, other=by.facts.words(_at(named)),
                )  # fmt: skip


def _initials(name: str) -> str:
    """The first letters of a name: `МВД` of `Министерство внутренних дел`."""
    return "".join(word[0] for word in name.upper().split() if len(word) > _PREPOSITION)


def _documents(uses: list[tuple[ReviewedAct, Named]]) -> int:
    return len({act.document.id for act, _ in uses})


def _each(
    kind: str,
    confidence: Confidence,
    uses: list[tuple[ReviewedAct, Named]],
    main: list[tuple[ReviewedAct, Named]],
) -> Iterator[Finding]:
    """One finding for each Act that uses a name, against the first Act that uses the other."""
    told: set[int] = set()
    other_act, other = main[0]
    for act, named in uses:
        if id(act) not in told and act.document.id != other_act.document.id:
            told.add(id(act))
            evidence = (quoted(act, _at(named)), quoted(other_act, _at(other)))
            yield make_finding(
                NAME, kind, "warning", confidence, evidence,
                one=act.facts.words(_at(named)), other=other_act.facts.words(_at(other)),
            )  # fmt: skip


def _at(named: Named) -> Words:
    return Words(named.line, named.start, named.end)


def _perhaps(bodies: Mapping[Key, Uses]) -> Iterator[Finding]:
    """A body that one document names alone, whose name holds that of another, or is of another kind."""
    all_uses = {key: [use for form in uses.values() for use in form] for key, uses in bodies.items()}
    often = Counter({key: _documents(uses) for key, uses in all_uses.items()})
    for key, uses in all_uses.items():
        if often[key] > 1:
            continue
        for other, others in all_uses.items():
            same_kind = key[0] == other[0] and set(other[1]) < set(key[1])
            other_kind = key[0] != other[0] and key[1] == other[1] and is_by_law(uses[0][0])
            if (same_kind or other_kind) and uses[0][0].document.id != others[0][0].document.id:
                yield from _each("perhaps", "low", uses, others)
                break


CHECK = Check(
    name=NAME,
    rule="T14",
    run=find,
    digests=(_NAMES, _ABBREVIATIONS),
    judged=None,
    texts={
        "en": CheckText(
            title="The same body under different names",
            flags="A ministry, committee, agency, inspectorate or service that one Act names otherwise "
            "than another: the same words in another order or form, or its first letters without a word on "
            "what they mean. A name that holds another, or the same subject under another kind of body, is "
            "a guess.",
            why="A power belongs to the body that is named; whether another name is another body is "
            "decided in court. A body that was renamed keeps its old name where nobody looked (Law No. "
            "480-V, article 27).",
            example="“the Migration Committee” in one law, “the Committee on Migration” in another.",
            do="Name the body as the act that founds it does, in every Act.",
            messages={
                "variant": "“{one}” here, “{other}” elsewhere",
                "abbreviation": "“{one}” is not said to stand for “{other}”",
                "perhaps": "“{one}” is named in this document alone; perhaps “{other}” is meant",
            },
        ),
        "ru": CheckText(
            title="Разные наименования одного органа",
            flags="Министерство, комитет, агентство, инспекция или служба, которые один акт называет "
            "иначе, чем другой: те же слова в ином порядке или форме либо первые буквы без пояснения. "
            "Название, включающее другое, либо тот же предмет у органа иного вида: предположение.",
            why="Полномочие принадлежит названному органу; другой ли это орган, решает суд. "
            "Переименованный орган сохраняет прежнее название там, где его не нашли (статья 27 Закона № "
            "480-V).",
            example="«Комитет миграции» в одном законе, «Комитет по вопросам миграции» в другом.",
            do="Называть орган во всех актах так, как он назван в акте о его образовании.",
            messages={
                "variant": "здесь «{one}», в другом акте «{other}»",
                "abbreviation": "не сказано, что «{one}» означает «{other}»",
                "perhaps": "«{one}» упоминается только в этом документе; возможно, это «{other}»",
            },
        ),
        "kk": CheckText(
            title="Бір органның әртүрлі атаулары",
            flags="Бір актіде екіншісінен басқаша аталған министрлік, комитет, агенттік, инспекция немесе "
            "қызмет: сол сөздер басқа ретпен не нысанда, не түсіндірмесіз алғашқы әріптері. Екінші атауды "
            "қамтитын атау не мәселесі бірдей басқа түрдегі орган – болжам.",
            why="Өкілеттік аталған органға тиесілі; басқа атау басқа орган ма, оны сот шешеді. Атауы "
            "өзгерген орган ескерілмеген жерде ескі атауын сақтайды (№ 480-V Заңның 27-бабы).",
            example="Бір заңда «Көші-қон комитеті», екіншісінде «Көші-қон мәселелері жөніндегі комитет».",
            do="Органды барлық актіде оны құрған актідегідей атау.",
            messages={
                "variant": "мұнда «{one}», басқа актіде «{other}»",
                "abbreviation": "«{one}» нені білдіретіні айтылмаған («{other}»)",
                "perhaps": "«{one}» осы құжатта ғана аталған; «{other}» көзделген болуы мүмкін",
            },
        ),
    },
)
