"""Times that differ where two norms speak of the same."""

from __future__ import annotations

from collections.abc import Iterator

from redline.checks.check import Check, CheckText, quoted
from redline.checks.near import NOTED, Near, differing, near
from redline.checks.norms import NORMS
from redline.dossier.library import Review
from redline.model.facts import Words
from redline.model.findings import Confidence, Evidence, Finding, make_finding

NAME = "deadline"
_SAME = 0.95
"""Norms of two Acts so much alike differ in their times alone."""
_ALIKE = 0.85
_GUESS = 0.38
_NOT_APART = 0.05
_APART = 0.2
"""Within one Act, norms on different cases are worded alike; what goes further apart is surely another."""


def find(review: Review) -> Iterator[Finding]:
    """Norms that speak of the same, and give another time or day for it."""
    told: set[tuple[Evidence, ...]] = set()
    for pair in near(review):
        confidence = _confidence(pair)
        places = differing(pair.norm, pair.other, "time", "day") if confidence is not None else []
        for place in places:
            one, other = (norm.amounts_of("time", "day")[place] for norm in (pair.norm, pair.other))
            here = Words(pair.norm.line, one.start, one.end)
            there = Words(pair.other.line, other.start, other.end)
            evidence = (quoted(pair.act, here), quoted(pair.other_act, there))
            if evidence not in told and confidence is not None:
                told.add(evidence)
                kind = "unit" if one.number == other.number else "amount"
                yield make_finding(
                    NAME, kind, "warning", confidence, evidence,
                    one=pair.act.facts.words(here), other=pair.other_act.facts.words(there),
                )  # fmt: skip


def _confidence(pair: Near) -> Confidence | None:
    """How sure it is that two norms are on the same case; None where that is not even a guess."""
    together = pair.apart <= _NOT_APART
    if pair.two_acts:
        if together and pair.likeness >= _ALIKE:
            return "high" if pair.likeness >= _SAME else "medium"
        return "low" if pair.likeness >= _GUESS else None
    return "low" if pair.apart <= _APART and pair.likeness >= _GUESS else None


CHECK = Check(
    name=NAME,
    rule="T7",
    run=find,
    digests=(NORMS, NOTED),
    judged=(2, 2),
    guessed=(11, 50),
    texts={
        "en": CheckText(
            title="Different deadlines for the same",
            flags="Two norms, of two Acts or of two articles of one, on the same, that give different "
            "times or days for it. Where their words are less alike, it is a guess.",
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
            title="Несовпадение сроков",
            flags="Две нормы разных актов или разных статей одного акта об одном и том же, но с разными "
            "сроками или датами. При меньшем сходстве слов это предположение.",
            why="Обязанное лицо не может соблюсти оба срока, а опоздавший ссылается на более длинный.",
            example="«в течение трех рабочих дней уведомляет работодателя» в одной статье, «пяти» в другой.",
            do="Установить единый срок либо обосновать различие; сослаться из одной нормы на другую.",
            messages={
                "amount": "здесь «{one}», там «{other}»",
                "unit": "то же число, но в других днях: здесь «{one}», там «{other}»",
            },
        ),
        "kk": CheckText(
            title="Мерзімдердің сәйкес келмеуі",
            flags="Екі актінің не бір актінің екі бабының бір мәселе туралы, бірақ мерзімдері немесе "
            "күндері әртүрлі екі нормасы. Сөздер ұқсастығы аз болса, бұл – болжам.",
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
