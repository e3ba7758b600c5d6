"""By-laws whose basis the package takes away, and that it leaves in force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from redline.checks.by_laws import rests_on
from redline.checks.check import Check, CheckText, quoted, quoted_provision
from redline.checks.offers import Said, offer
from redline.checks.operations import quoted_operation
from redline.checks.stale import Stale, stale_references
from redline.dossier.library import Review, ReviewedAct
from redline.dossier.packages import Package
from redline.model.facts import Facts
from redline.model.findings import Finding, make_finding

NAME = "by-law-basis"


def find(review: Review) -> Iterator[Finding]:
    """By-laws that rest on a norm which a package repeals, each with its repeal drafted."""
    for package in review.packages:
        resting: dict[str, list[Stale]] = {}
        for stale in stale_references(review, package):
            if stale.fate == "gone" and rests_on(stale.act, stale.reference):
                resting.setdefault(stale.act.document.id, []).append(stale)
        yield from (_found(package, group) for group in resting.values())


def _found(package: Package, group: list[Stale]) -> Finding:
    first = group[0]
    operations = tuple(dict.fromkeys(each for stale in group for each in stale.operations))
    evidence = (
        *(quoted(each.act, each.reference.at) for each in group),
        *dict.fromkeys(quoted_provision(each.cited.before, each.target) for each in group),
        *(quoted_operation(package, identifier) for identifier in operations),
    )
    found = make_finding(
        NAME, "basis-goes", "error", "high", evidence, basis=first.cited.before.cite(first.target),
        title=first.act.title, operations=", ".join(operations),
    )  # fmt: skip
    acts = list({stale.act.language: stale.act for stale in group}.values())
    whole: list[tuple[str, Said]] = [("repeal", "act")]
    return replace(found, operations=operations, offer=offer(package, acts, whole, _is_gone))


def _is_gone(after: Facts, act: ReviewedAct) -> bool:
    """Whether nothing that the by-law ordered is in force."""
    numbered = [p for p, provision in enumerate(after.provisions) if provision.number]
    return all(after.repealed(p) for p in numbered) and len(after.lines) < len(act.facts.lines)


CHECK = Check(
    name=NAME,
    rule="T11",
    run=find,
    judged=None,
    scope="package",
    texts={
        "en": CheckText(
            title="By-laws whose basis the package repeals",
            flags="A by-law that names in its preamble a norm which the package repeals, and that the "
            "package neither repeals nor gives another basis.",
            why="With a norm the by-laws made for it are repealed (Law No. 480-V, article 27(2)); what is "
            "left in force rests on nothing.",
            example="An order “in accordance with article 40(3)”, and the package repeals article 40(3).",
            do="Repeal the by-law in the same package, or name its new basis in the preamble.",
            messages={"basis-goes": "«{title}» rests on {basis}, which {operations} repeals"},
        ),
        "ru": CheckText(
            title="Подзаконные акты, основание которых исключается пакетом",
            flags="Подзаконный акт, в преамбуле которого названа норма, исключаемая пакетом, если сам он "
            "пакетом не признается утратившим силу и не получает другого основания.",
            why="Вместе с нормой признаются утратившими силу подзаконные акты, принятые в ее реализацию "
            "(пункт 2 статьи 27 Закона № 480-V); сохраненный акт ни на чем не основан.",
            example="Приказ «в соответствии с пунктом 3 статьи 40», а пакет исключает пункт 3 статьи 40.",
            do="Признать подзаконный акт утратившим силу тем же пакетом либо указать в преамбуле новое "
            "основание.",
            messages={"basis-goes": "«{title}» основан на норме: {basis}, которую исключает {operations}"},
        ),
        "kk": CheckText(
            title="Негізін пакет алып тастайтын заңға тәуелді актілер",
            flags="Кіріспесінде пакет алып тастайтын норма аталған, бірақ пакет күшін жоймайтын әрі басқа "
            "негіз бермейтін заңға тәуелді акт.",
            why="Нормамен бірге оны іске асыру үшін қабылданған заңға тәуелді актілердің күші жойылады (№ "
            "480-V Заңның 27-бабының 2-тармағы); қалдырылған акт ештеңеге негізделмейді.",
            example="«40-баптың 3-тармағына сәйкес» шығарылған бұйрық, ал пакет 40-баптың 3-тармағын алып "
            "тастайды.",
            do="Заңға тәуелді актінің күшін сол пакетпен жою немесе кіріспеде жаңа негізін көрсету.",
            messages={"basis-goes": "«{title}» мынаған негізделген: {basis}, оны {operations} алып тастайды"},
        ),
    },
)
