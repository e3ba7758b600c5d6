"""Policy goals that nothing carries out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from redline.checks.check import Check, CheckText, quoted_provision
from redline.dossier.annotating import find_provision
from redline.dossier.library import Review
from redline.model.dossier import Goal
from redline.model.findings import Evidence, Finding, make_finding

NAME = "goal"


def find(review: Review) -> Iterator[Finding]:
    """Goals that no document is to serve, and provisions named for one that are not there."""
    served = {goal for document in review.dossier.documents for goal in document.goals}
    for goal in review.dossier.goals:
        evidence = tuple(_where(review, goal.document, goal.address))
        if not goal.implemented_by and goal.id not in served:
            yield _told(goal, make_finding(
                NAME, "unserved", "warning", "high", evidence, goal=goal.id, text=goal.named,
            ))  # fmt: skip
        for named in goal.implemented_by:
            if not _is_there(review, named):
                yield _told(goal, make_finding(
                    NAME, "absent", "error", "high", evidence, goal=goal.id, text=goal.named, named=named,
                ))  # fmt: skip


def _told(goal: Goal, finding: Finding) -> Finding:
    """A finding with the words of the goal in the language asked for; its id is the same in all."""
    return replace(finding, said={**finding.said, "text": goal.text})


def _where(review: Review, document: str, address: str) -> Iterator[Evidence]:
    """The goal in its strategy, where the dossier says where it stands."""
    for act in review.versions_of(document):
        place = find_provision(act.facts, address) if address else 0
        if place is not None:
            yield quoted_provision(act, place)
            return


def _is_there(review: Review, named: str) -> bool:
    document, _, address = named.partition(" ")
    acts = review.versions_of(document)
    return not acts or not address or any(find_provision(a.facts, address) is not None for a in acts)


CHECK = Check(
    name=NAME,
    rule="T5",
    run=find,
    judged=None,
    texts={
        "en": CheckText(
            title="Goals without an implementing norm",
            flags="A policy goal of the dossier that no document is said to serve, or for which a "
            "provision is named "
            "that is not there.",
            why="A strategy that no law carries out stays a promise, and nobody answers for it.",
            example="“Free legal advice for migrant workers”, and no Act provides for it.",
            do="Name what implements it, or draft the norm.",
            messages={
                "unserved": "{goal}, “{text}”: no document implements it",
                "absent": "{goal}, “{text}”: {named} is named for it, and is not there",
            },
        ),
        "ru": CheckText(
            title="Цели без реализующей нормы",
            flags="Цель политики, для которой не назван ни один документ либо названа норма, которой нет.",
            why="Стратегия, не подкрепленная нормой, остается обещанием, за исполнение которого никто не "
            "отвечает.",
            example="«Бесплатная юридическая консультация трудящихся-мигрантов», которую не "
            "предусматривает ни один "
            "акт.",
            do="Указать реализующую норму либо подготовить ее проект.",
            messages={
                "unserved": "{goal}, «{text}»: ни один документ ее не реализует",
                "absent": "{goal}, «{text}»: указана норма {named}, которой нет",
            },
        ),
        "kk": CheckText(
            title="Іске асыратын нормасы жоқ мақсаттар",
            flags="Бірде-бір құжат аталмаған немесе жоқ норма аталған саясат мақсаты.",
            why="Нормамен бекітілмеген стратегия орындалуына ешкім жауап бермейтін уәде күйінде қалады.",
            example="Бірде-бір актіде көзделмеген «еңбекші көшіп келушілерге тегін заң консультациясы».",
            do="Іске асыратын норманы көрсету не оның жобасын әзірлеу.",
            messages={
                "unserved": "{goal}, «{text}»: оны бірде-бір құжат іске асырмайды",
                "absent": "{goal}, «{text}»: көрсетілген {named} нормасы жоқ",
            },
        ),
    },
)
