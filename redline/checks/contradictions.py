"""What is a duty here and a right or a prohibition there, what is said here and denied there, and figures
that differ."""

from __future__ import annotations

from collections.abc import Iterator

from redline.checks.alike import SENTENCES, Pair, Sentence, alike
from redline.checks.check import Check, CheckText, quoted
from redline.checks.freed import FREEING, Freed, freed
from redline.checks.near import NOTED, Near, denied_in_one, differing, near, opposed_manners
from redline.checks.norms import NORMS, Norm
from redline.dossier.library import Review, ReviewedAct
from redline.model.facts import Modality, Words
from redline.model.findings import Confidence, Finding, make_finding

NAME = "contradiction"
_SURE = 0.7
"""Norms so much alike, of which neither goes apart, speak of one thing; others are a guess."""
_NOT_APART = 0.05
_BEGIN = 0.4
_GUESS = 0.6
_GUESS_APART = 0.2
_MANNER = 0.45
Place = tuple[int, int, int, int]
"""Two lines, each with its Act."""


def find(review: Review) -> Iterator[Finding]:
    """Pairs of sentences that say almost the same, and make of it a duty, a right or a prohibition; then
    norms that speak of the same, of which one says what the other denies, or another figure."""
    told: set[Place] = set()
    for pair in alike(review):
        if pair.one.manners == pair.other.manners or pair.in_one_article:
            continue  # an article gives one what it forbids another
        for one, other in _differing(pair):
            told.add((id(pair.one.act), one.at.line, id(pair.other.act), other.at.line))
            evidence = (quoted(pair.one.act, one.at), quoted(pair.other.act, other.at))
            yield make_finding(
                NAME,
                "modality",
                "warning",
                "medium",
                evidence,
                one=pair.one.act.facts.words(one.at),
                other=pair.other.act.facts.words(other.at),
            )
    for near_pair in near(review):
        norm, other_norm = near_pair.norm, near_pair.other
        if (id(near_pair.act), norm.line, id(near_pair.other_act), other_norm.line) not in told:
            yield from _of_norms(near_pair)
    for pair_of_duty in freed(review):
        yield _freed(pair_of_duty)


def _freed(pair: Freed) -> Finding:
    evidence = quoted(pair.act, pair.norm.at), quoted(pair.other_act, pair.other.at)
    one = pair.act.facts.words(pair.at)
    return make_finding(NAME, "freed", "warning", "medium", evidence, one=one)


def _differing(pair: Pair) -> Iterator[tuple[Modality, Modality]]:
    ones, others = _modalities(pair.one), _modalities(pair.other)
    if len(ones) == len(others):
        for one, other in zip(ones, others, strict=True):
            if one.kind != other.kind:
                yield one, other


def _modalities(sentence: Sentence) -> tuple[Modality, ...]:
    found = sentence.act.facts.modalities_of.get(sentence.line, ())
    return tuple(each for each in found if sentence.start <= each.at.start < sentence.end)


def _of_norms(pair: Near) -> Iterator[Finding]:
    if pair.two_acts:  # an Act has a rule and its exceptions, and other figures for other cases
        norm, other = pair.norm, pair.other
        whole = norm.whole and other.whole
        if opposed_manners(norm, other) and whole and max(pair.likeness, pair.beginning) >= _MANNER:
            yield _said(pair, "manner", "low", _manner(pair.act, norm), _manner(pair.other_act, other))
        denied = denied_in_one(norm, other)
        if denied and pair.likeness >= _GUESS and pair.apart <= _GUESS_APART:
            yield _said(pair, "denied", _sure(pair), denied, "")
        for place in differing(norm, other, "share"):
            if pair.likeness >= _GUESS:
                one, two = norm.amounts_of("share")[place], other.amounts_of("share")[place]
                yield _said(
                    pair, "figures", _sure(pair),
                    _words(pair.act, norm, one.start, one.end),
                    _words(pair.other_act, other, two.start, two.end),
                )  # fmt: skip


def _sure(pair: Near) -> Confidence:
    sure = pair.likeness >= _SURE and pair.apart <= _NOT_APART and pair.beginning >= _BEGIN
    return "medium" if sure else "low"


def _said(pair: Near, kind: str, confidence: Confidence, one: str, other: str) -> Finding:
    evidence = (
        quoted(pair.act, pair.norm.at),
        quoted(pair.other_act, pair.other.at),
    )
    return make_finding(NAME, kind, "warning", confidence, evidence, one=one, other=other)


def _manner(act: ReviewedAct, norm: Norm) -> str:
    """The words that make a duty or a right of a norm."""
    found = act.facts.modalities_of.get(norm.line, ())
    inside = [each for each in found if norm.start <= each.at.start < norm.end and each.kind == norm.manner]
    return act.facts.words(inside[0].at) if inside else ""


def _words(act: ReviewedAct, norm: Norm, start: int, end: int) -> str:
    return act.facts.words(Words(norm.line, start, end))


CHECK = Check(
    name=NAME,
    rule="T2",
    run=find,
    digests=(SENTENCES, NORMS, NOTED, FREEING),
    judged=(6, 8),
    guessed=(0, 6),
    texts={
        "en": CheckText(
            title="A duty here, a right or a prohibition there",
            flags="Two sentences that say almost the same, of which one obliges and the other allows or "
            "forbids; two norms of two Acts on the same, of which one says what the other denies, or gives "
            "another share or rate, or frees from what the other obliges to. Where the words are less alike, "
            "it is a guess.",
            why="It cannot be both: whoever acts by the one breaks the other, or is told so.",
            example="“the court is obliged to change” in one article, “the judge may change” in another.",
            do="Decide which is meant, and say it in both places, or in one alone.",
            messages={
                "modality": "“{one}” here, “{other}” there",
                "manner": "perhaps on the same: “{one}” here, “{other}” there",
                "denied": "one says what the other denies",
                "freed": "“{one}” here, and a duty there",
                "figures": "“{one}” here, “{other}” there",
            },
        ),
        "ru": CheckText(
            title="Коллизии: обязанность, право, запрет",
            flags="Два почти совпадающих предложения, одно из которых обязывает, а другое дозволяет или "
            "запрещает; нормы двух актов об одном и том же, одна из которых утверждает то, что другая "
            "отрицает, либо содержит иную долю или ставку, либо освобождает от обязанности, которую другая "
            "возлагает. При меньшем сходстве слов это предположение.",
            why="Верным может быть только одно: действуя по одной норме, лицо нарушает другую.",
            example="«суд обязан изменить» в одной статье, «судья вправе изменить» в другой.",
            do="Определить, что имелось в виду, и закрепить это в обоих местах либо в одном.",
            messages={
                "modality": "здесь «{one}», там «{other}»",
                "manner": "возможно, об одном и том же: здесь «{one}», там «{other}»",
                "denied": "одна норма утверждает то, что другая отрицает",
                "freed": "здесь «{one}», а там это обязанность",
                "figures": "здесь «{one}», там «{other}»",
            },
        ),
        "kk": CheckText(
            title="Коллизиялар: міндет, құқық, тыйым",
            flags="Бірі міндеттейтін, екіншісі рұқсат беретін не тыйым салатын, мазмұны бірдей дерлік екі "
            "сөйлем; екі актінің бір мәселе туралы нормалары, олардың бірі екіншісі жоққа шығарғанды "
            "айтады не басқа үлесті немесе мөлшерлемені белгілейді, "
            "не екіншісі жүктеген міндеттен босатады. "
            "Сөздер ұқсастығы аз болса, бұл – "
            "болжам.",
            why="Екеуі бірдей дұрыс бола алмайды: бір норма бойынша әрекет еткен адам екіншісін бұзады.",
            example="Бір бапта «сот өзгертуге міндетті», екіншісінде «судья өзгертуге құқылы».",
            do="Қайсысы көзделгенін анықтап, екі жерде де немесе бір жерде ғана бекіту.",
            messages={
                "modality": "мұнда «{one}», анда «{other}»",
                "manner": "бір мәселе туралы болуы мүмкін: мұнда «{one}», анда «{other}»",
                "denied": "бір норма екіншісі жоққа шығарғанды айтады",
                "freed": "мұнда «{one}», ал анда бұл – міндет",
                "figures": "мұнда «{one}», анда «{other}»",
            },
        ),
    },
)
