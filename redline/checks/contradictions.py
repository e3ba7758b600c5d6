"""What is a duty here and a right or a prohibition there."""

from __future__ import annotations

from collections.abc import Iterator

from redline.checks.alike import Pair, Sentence, alike, in_one_article
from redline.checks.check import Check, CheckText, quoted
from redline.dossier.library import Review
from redline.model.facts import Modality
from redline.model.findings import Finding, make_finding

NAME = "contradiction"


def find(review: Review) -> Iterator[Finding]:
    """Pairs of sentences that say almost the same, and make of it a duty, a right or a prohibition."""
    for pair in alike(review):
        if in_one_article(pair):  # an article gives one what it forbids another
            continue
        for one, other in _differing(pair):
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


def _differing(pair: Pair) -> Iterator[tuple[Modality, Modality]]:
    ones, others = _modalities(pair.one), _modalities(pair.other)
    if len(ones) == len(others):
        for one, other in zip(ones, others, strict=True):
            if one.kind != other.kind:
                yield one, other


def _modalities(sentence: Sentence) -> tuple[Modality, ...]:
    found = sentence.act.facts.modalities_of.get(sentence.at.line, ())
    return tuple(each for each in found if sentence.at.start <= each.at.start < sentence.at.end)


CHECK = Check(
    name=NAME,
    rule="T2",
    run=find,
    judged=(1, 1),
    texts={
        "en": CheckText(
            title="A duty here, a right or a prohibition there",
            flags="Two sentences that say almost the same, of which one obliges and the other allows or "
            "forbids.",
            why="It cannot be both: whoever acts by the one breaks the other, or is told so.",
            example="“the court is obliged to change” in one article, “the judge may change” in another.",
            do="Decide which is meant, and say it in both places, or in one alone.",
            messages={"modality": "“{one}” here, “{other}” there"},
        ),
        "ru": CheckText(
            title="Здесь обязанность, там право или запрет",
            flags="Два почти совпадающих предложения, одно из которых обязывает, а другой дозволяет или "
            "запрещает.",
            why="Верным может быть только одно: действуя по одной норме, лицо нарушает другую.",
            example="«суд обязан изменить» в одной статье, «судья вправе изменить» в другой.",
            do="Определить, что имелось в виду, и закрепить это в обоих местах либо в одном.",
            messages={"modality": "здесь «{one}», там «{other}»"},
        ),
        "kk": CheckText(
            title="Мұнда міндет, анда құқық немесе тыйым",
            flags="Бірі міндеттейтін, екіншісі рұқсат беретін не тыйым салатын, мазмұны бірдей дерлік екі "
            "абзац.",
            why="Екеуі бірдей дұрыс бола алмайды: бір норма бойынша әрекет еткен адам екіншісін бұзады.",
            example="Бір бапта «сот өзгертуге міндетті», екіншісінде «судья өзгертуге құқылы».",
            do="Қайсысы көзделгенін анықтап, екі жерде де немесе бір жерде ғана бекіту.",
            messages={"modality": "мұнда «{one}», анда «{other}»"},
        ),
    },
)
