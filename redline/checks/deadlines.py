"""Deadlines that differ where the words around them are alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redline.checks.alike import Pair, Sentence, alike, in_one_article
from redline.checks.check import Check, CheckText, quoted
from redline.dossier.library import Review
from redline.languages import get_pack
from redline.model.facts import Deadline
from redline.model.findings import Finding, make_finding

NAME = "deadline"
_ALMOST = 0.9
"""Sentences so much alike differ in their times alone."""
_WORDS = 4
_SHORT = 4


def find(review: Review) -> Iterator[Finding]:
    """Pairs of sentences that say almost the same, and give another time for it."""
    told = set()
    for pair in alike(review):
        if in_one_article(pair):  # an article sets different times for different cases
            continue
        for one, other in _differing(pair):
            place = (id(pair.one.act), one.at.line, id(pair.other.act), other.at.line)
            if place in told:
                continue
            told.add(place)
            evidence = (quoted(pair.one.act, one.at), quoted(pair.other.act, other.at))
            yield make_finding(
                NAME,
                "unit" if one.amount == other.amount else "amount",
                "warning",
                "high" if pair.likeness >= _ALMOST else "medium",
                evidence,
                one=pair.one.act.facts.words(one.at),
                other=pair.other.act.facts.words(other.at),
            )


def _differing(pair: Pair) -> Iterator[tuple[Deadline, Deadline]]:
    ones, others = _deadlines(pair.one), _deadlines(pair.other)
    # Only where both give the same number of times is it plain which answers to which.
    if len(ones) != len(others):
        return
    for one, other in zip(ones, others, strict=True):
        told = one.amount and other.amount and one.unit and other.unit
        differ = told and (one.amount, one.unit) != (other.amount, other.unit)
        if differ and (pair.likeness >= _ALMOST or _same_start(pair, one, other)):
            yield one, other


def _same_start(pair: Pair, one: Deadline, other: Deadline) -> bool:
    """Whether both times run from the same: among the words behind them, or before, one is the same."""
    here, there = pair.one.act.facts.lines[one.at.line].text, pair.other.act.facts.lines[other.at.line].text
    pack = get_pack(pair.one.act.language)
    if pack is not None and not pack.law.acts_follow:  # Kazakh says it before the time
        before = _telling(here[: one.at.start].split()[-_WORDS:])
        return bool(before & _telling(there[: other.at.start].split()[-_WORDS:]))
    behind = _telling(here[one.at.end :].split()[:_WORDS])
    return bool(behind & _telling(there[other.at.end :].split()[:_WORDS]))


def _telling(words: Sequence[str]) -> set[str]:
    """The longer words, since `from the day of` stands before every time."""
    bare = (word.strip(",.;:()").lower() for word in words)
    return {word for word in bare if len(word) > _SHORT}


def _deadlines(sentence: Sentence) -> tuple[Deadline, ...]:
    found = sentence.act.facts.deadlines_of.get(sentence.at.line, ())
    return tuple(each for each in found if sentence.at.start <= each.at.start < sentence.at.end)


CHECK = Check(
    name=NAME,
    rule="T7",
    run=find,
    judged=(3, 4),
    texts={
        "en": CheckText(
            title="Different deadlines for the same",
            flags="Two sentences, of two Acts or of one, that say almost the same and give different "
            "times for it.",
            why="Whoever has to act cannot keep both, and whoever is late relies on the longer one.",
            example="“notifies the employer within three working days” in one article, “within five” in "
            "another.",
            do="Set one deadline, or say why they differ; refer from one provision to the other.",
            messages={
                "amount": "“{one}” here, “{other}” there",
                "unit": "the same number, counted in other days: “{one}” here, “{other}” there",
            },
        ),
        "ru": CheckText(
            title="Разные сроки для одного и того же",
            flags="Два предложения разных актов или одного акта, почти совпадающие, но с разными сроками.",
            why="Обязанное лицо не может соблюсти оба срока, а опоздавший ссылается на более длинный.",
            example="«в течение трех рабочих дней уведомляет работодателя» в одной статье, «пяти» в другой.",
            do="Установить единый срок либо обосновать различие; сослаться из одной нормы на другую.",
            messages={
                "amount": "здесь «{one}», там «{other}»",
                "unit": "то же число, но в других днях: здесь «{one}», там «{other}»",
            },
        ),
        "kk": CheckText(
            title="Бір нәрсе үшін әртүрлі мерзімдер",
            flags="Мазмұны бірдей дерлік, бірақ мерзімдері әртүрлі, екі актінің не бір актінің екі абзацы.",
            why="Міндетті адам екі мерзімді де сақтай алмайды, ал кешіккен адам ұзағырағына сүйенеді.",
            example="Бір бапта «үш жұмыс күні ішінде хабарлайды», екіншісінде «бес жұмыс күні ішінде».",
            do="Бірыңғай мерзім белгілеу не айырмашылықты негіздеу; бір нормадан екіншісіне сілтеме жасау.",
            messages={
                "amount": "мұнда «{one}», анда «{other}»",
                "unit": "саны бірдей, бірақ басқа күндермен: мұнда «{one}», анда «{other}»",
            },
        ),
    },
)
