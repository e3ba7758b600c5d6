"""By-laws that a package amends by words, where the changed element is to be restated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from redline.checks.check import Check, CheckText, quoted_provision
from redline.checks.levels import amended_in_full
from redline.checks.offers import Said, offer
from redline.checks.operations import (
    by_document,
    operations_at,
    place_of,
    quoted_operation,
    rules_of_kz,
)
from redline.dossier.library import Review, ReviewedAct
from redline.dossier.packages import AmendedVersion, Package
from redline.model.changes import Change
from redline.model.facts import Facts
from redline.model.findings import Finding, make_finding
from redline.model.spec import WORD_VERBS

NAME = "restatement"


def find(review: Review) -> Iterator[Finding]:
    """Each provision of a by-law whose words a package changes, with the restatement drafted."""
    for package in review.packages:
        for versions in by_document(package) if rules_of_kz(package) else ():
            if amended_in_full(versions[0].before):
                yield from _of_act(package, versions)


def _of_act(package: Package, versions: tuple[AmendedVersion, ...]) -> Iterator[Finding]:
    told: set[str] = set()
    first = versions[0]
    for change in first.changes:
        if not change.applied or change.operation.verb not in WORD_VERBS:
            continue
        if change.operation.throughout:
            yield _throughout(package, first, change)
            continue
        for place in change.places:
            eid = place.eid_before or ""
            if eid and eid not in told:
                told.add(eid)
                yield _found(package, versions, eid, place.citation_before or first.before.title)


def _throughout(package: Package, version: AmendedVersion, change: Change) -> Finding:
    """A name replaced in the whole text: each point that has it would have to be restated."""
    operation = change.operation.id
    place = next((place_of(version.before.facts, each.eid_before or "") for each in change.places), 0)
    evidence = (
        quoted_provision(version.before, max(place, 0)),
        quoted_operation(package, operation),
    )
    found = make_finding(
        NAME, "throughout", "note", "medium", evidence, title=version.before.title,
        operation=operation, count=str(len(change.places)),
    )  # fmt: skip
    return replace(found, operations=(operation,))


def _found(package: Package, versions: tuple[AmendedVersion, ...], eid: str, cited: str) -> Finding:
    first = versions[0]
    of_words = [c for c in first.changes if c.operation.verb in WORD_VERBS]
    operations = operations_at(of_words, eid)
    every = operations_at(first.changes, eid)
    place = place_of(first.before.facts, eid)
    said = (quoted_operation(package, each) for each in operations)
    evidence = (quoted_provision(first.before, max(place, 0)), *said)
    found = make_finding(
        NAME, "by-words", "warning", "high", evidence, provision=cited,
        operations=", ".join(operations), title=first.before.title,
    )  # fmt: skip
    drafted = _restated(package, versions, eid) if operations == every else ""
    return replace(found, operations=operations, offer=drafted)


def _restated(package: Package, versions: tuple[AmendedVersion, ...], eid: str) -> str:
    """The provision given anew, as the operations on its words leave it."""
    wanted = {v.before.language: _text(v.after.facts, place_of(v.after.facts, eid)) for v in versions}
    if not all(wanted.values()):
        return ""

    def answers(after: Facts, act: ReviewedAct) -> bool:
        return _text(after, place_of(after, eid)) == wanted[act.language]

    keys: list[tuple[str, Said]] = [("replace", eid), ("with", wanted)]
    return offer(package, [version.before for version in versions], keys, answers)


def _text(facts: Facts, place: int) -> str:
    """A provision in the layout of the law: each number with its words on a line of its own."""
    if place < 0:
        return ""
    lines: list[str] = []
    for number, provision in enumerate(facts.provisions):
        if place in facts.ancestors(number):
            own = [facts.lines[line].text for line in facts.lines_of.get(number, ())]
            head = " ".join(filter(None, (provision.printed, provision.heading or "".join(own[:1]))))
            lines += [head, *own[0 if provision.heading else 1 :]]
    return "\n".join(filter(None, lines))


CHECK = Check(
    name=NAME,
    rule="T14",
    run=find,
    judged=None,
    scope="package",
    texts={
        "en": CheckText(
            title="By-laws amended by words",
            flags="An operation that replaces, adds or omits words of a resolution of the Government or of "
            "an "
            "order.",
            why="In a by-law the element that changes is restated in full; words are replaced in laws and "
            "decrees of the President (Law No. 480-V, article 26(6)). The amending Act that redline writes "
            "restates it in any case; the spec and what is made from it otherwise should say the same.",
            example="substitute: five working days, in point 4 of an order.",
            do="Restate the point: replace it with its whole new text, as the finding offers it.",
            messages={
                "by-words": "{provision} of «{title}» is amended by words ({operations}), and is to be "
                "restated",
                "throughout": "{operation} replaces words throughout «{title}» ({count} places), where each "
                "point is to be restated",
            },
        ),
        "ru": CheckText(
            title="Подзаконные акты, изменяемые по словам",
            flags="Операция, которая заменяет, дополняет или исключает слова в постановлении Правительства "
            "или приказе.",
            why="В подзаконном акте изменяемый структурный элемент излагается полностью; слова заменяются в "
            "законах и указах Президента (пункт 6 статьи 26 Закона № 480-V). В акте о внесении изменений, "
            "который составляет redline, элемент излагается полностью в любом случае; спецификация и иные "
            "документы должны говорить то же.",
            example="substitute: пяти рабочих дней в пункте 4 приказа.",
            do="Изложить пункт в новой редакции: replace с полным новым текстом, как предложено.",
            messages={
                "by-words": "{provision} акта «{title}» изменяется по словам ({operations}), а должен быть "
                "изложен в новой редакции",
                "throughout": "{operation} заменяет слова по всему тексту акта «{title}» (мест: {count}), а "
                "каждый пункт должен быть изложен в новой редакции",
            },
        ),
        "kk": CheckText(
            title="Сөздері ғана өзгертілетін заңға тәуелді актілер",
            flags="Үкімет қаулысындағы немесе бұйрықтағы сөздерді ауыстыратын, толықтыратын немесе алып "
            "тастайтын операция.",
            why="Заңға тәуелді актіде өзгеретін құрылымдық элемент толық жазылады; сөздер заңдар мен "
            "Президент "
            "жарлықтарында ауыстырылады (№ 480-V Заңның 26-бабының 6-тармағы). redline жасайтын өзгерту "
            "актісінде элемент бәрібір толық жазылады; спецификация мен өзге құжаттар да соны айтуға тиіс.",
            example="Бұйрықтың 4-тармағындағы substitute: бес жұмыс күні.",
            do="Тармақты жаңа редакцияда жазу: ұсынылғандай толық жаңа мәтінімен replace.",
            messages={
                "by-words": "«{title}» актісінің элементі ({provision}) сөздермен өзгертіледі "
                "({operations}), "
                "ал жаңа редакцияда жазылуға тиіс",
                "throughout": "{operation} «{title}» актісінің бүкіл мәтініндегі сөздерді ауыстырады "
                "({count} "
                "жер), ал әр тармақ жаңа редакцияда жазылуға тиіс",
            },
        ),
    },
)
