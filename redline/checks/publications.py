"""How the package cites the Acts that it amends: where each was published, and each law that amended it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redline.checks.check import Check, CheckText, quoted_line
from redline.checks.levels import AMENDED_IN_FULL, LAWS, level_of
from redline.checks.operations import by_document, quoted_act, rules_of_kz
from redline.dossier.library import Review
from redline.dossier.packages import AmendedVersion, Package
from redline.model.facts import Facts
from redline.model.findings import Evidence, Finding, make_finding

NAME = "publications"
_AMENDING = re.compile(r"\b(\d{2})\.(\d{2})\.(\d{4})(?:\s*(?:г\.|ж\.))?\s*(?:№|No\.?|N)\s*(\d[\w-]*)")
_REGISTERED = AMENDED_IN_FULL - {"government-resolution"}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
Law = tuple[str, str]
"""The day of an amending law, `YYYY-MM-DD`, and its number."""


def find(review: Review) -> Iterator[Finding]:
    """Publications that the point on an amended Act lacks."""
    for package in review.packages:
        for versions in by_document(package) if rules_of_kz(package) else ():
            if any(change.applied for version in versions for change in version.changes):
                yield from _of_act(package, versions)


def _of_act(package: Package, versions: tuple[AmendedVersion, ...]) -> Iterator[Finding]:
    level, title = level_of(versions[0].before), versions[0].before.title
    bare = [version for version in versions if not version.publication]
    if bare and level in LAWS | _REGISTERED:
        evidence = [quoted_act(package, version, version.before.title) for version in bare]
        evidence.append(quoted_line(bare[0].before, 0))
        if level in LAWS:
            yield make_finding(NAME, "unpublished", "error", "high", tuple(evidence), title=title)
        else:
            yield make_finding(NAME, "unregistered", "note", "high", tuple(evidence), title=title)
    lacking: dict[Law, list[Evidence]] = {}
    for version in versions if level in LAWS else ():
        for law, line in _uncited(version):
            evidence = [quoted_act(package, version, version.publication)]
            evidence += [quoted_line(version.before, line)] if line >= 0 else []
            lacking.setdefault(law, []).extend(evidence)
    for (day, number), places in lacking.items():
        said = {"day": ".".join(reversed(day.split("-"))), "number": number, "title": title}
        yield make_finding(NAME, "missing", "error", "high", tuple(places), **said)


def _uncited(version: AmendedVersion) -> Iterator[tuple[Law, int]]:
    """The laws that have amended an Act, of whose year nothing is cited, with the line that names each."""
    years = [int(year) for year in _YEAR.findall(version.publication)]
    for law, line in amending_laws(version.before.facts).items() if years else ():
        year, december = int(law[0][:4]), law[0][5:7] == "12"
        # A law of December is published in January.
        if year not in years and not (december and year + 1 in years):
            yield law, line


def amending_laws(facts: Facts) -> dict[Law, int]:
    """The laws that have amended an Act, as its notes and what stands for its repealed provisions say, each
    with the line that says so; -1 where that is a note."""
    found: dict[Law, int] = {}
    told = [(-1, note) for note in facts.notes]
    told += [(n, line.text) for n, line in enumerate(facts.lines) if facts.repealed(line.provision)]
    told += [
        (facts.lines_of.get(n, (-1,))[0], f"{each.printed} {each.heading}")
        for n, each in enumerate(facts.provisions)
        if each.repealed
    ]
    for line, text in told:
        for day, month, year, number in _AMENDING.findall(text):
            found.setdefault((f"{year}-{month}-{day}", number), line)
    return dict(sorted(found.items()))


CHECK = Check(
    name=NAME,
    rule="T14",
    run=find,
    judged=None,
    scope="package",
    texts={
        "en": CheckText(
            title="Publications that the package does not cite",
            flags="A law of which the package cites (publication: in the spec) no publication of the year in "
            "which, by the notes of the Act itself, another law amended it; a law of which it cites none at "
            "all; an order without its number in the State Register.",
            why="The point on an amended law cites its first publication and that of every law that amended "
            "it, the point on a by-law its number in the Register (Law No. 480-V, article 26(2)).",
            example="The Law on labour was amended in 2018 and 2020, and 2015, No. 22 alone is cited.",
            do="Complete publication: at the Act in the spec.",
            messages={
                "missing": "«{title}» was amended by the law of {day} No. {number}, and no publication of "
                "that year is cited",
                "unpublished": "where «{title}» was published is not said",
                "unregistered": "the number of «{title}» in the State Register is not said",
            },
        ),
        "ru": CheckText(
            title="Опубликования, не указанные в пакете",
            flags="Закон, для которого в пакете (publication: в спецификации) не указано ни одного "
            "опубликования за год, в котором он, по сноскам самого акта, изменялся другим законом; закон "
            "без источника опубликования; приказ без номера в Реестре государственной регистрации.",
            why="В пункте об изменяемом законе указываются первое опубликование и опубликование каждого "
            "закона о внесении изменений, в пункте о подзаконном акте – номер в Реестре (пункт 2 статьи 26 "
            "Закона № 480-V).",
            example="Закон о труде изменялся в 2018 и 2020 годах, а указан только 2015 г., № 22.",
            do="Дополнить publication: у акта в спецификации.",
            messages={
                "missing": "«{title}» изменялся законом от {day} № {number}, а опубликование за этот год не "
                "указано",
                "unpublished": "не указано, где опубликован акт «{title}»",
                "unregistered": "не указан номер акта «{title}» в Реестре государственной регистрации",
            },
        ),
        "kk": CheckText(
            title="Пакетте көрсетілмеген жарияланымдар",
            flags="Актінің өз ескертпелері бойынша басқа заңмен өзгертілген жылына сәйкес жарияланымы "
            "пакетте "
            "(спецификациядағы publication:) көрсетілмеген заң; жарияланған көзі мүлде көрсетілмеген заң; "
            "мемлекеттік тіркеу тізіліміндегі нөмірі жоқ бұйрық.",
            why="Өзгертілетін заң туралы тармақта алғашқы жариялануы және әрбір өзгерту заңының жариялануы, "
            "заңға тәуелді акт туралы тармақта тізілімдегі нөмірі көрсетіледі (№ 480-V Заңның 26-бабының "
            "2-тармағы).",
            example="Еңбек туралы заң 2018 және 2020 жылдары өзгертілген, ал тек 2015 ж., № 22 көрсетілген.",
            do="Спецификациядағы актінің publication: жолын толықтыру.",
            messages={
                "missing": "«{title}» {day} № {number} заңмен өзгертілген, ал сол жылғы жариялануы "
                "көрсетілмеген",
                "unpublished": "«{title}» қайда жарияланғаны көрсетілмеген",
                "unregistered": "«{title}» актісінің мемлекеттік тіркеу тізіліміндегі нөмірі көрсетілмеген",
            },
        ),
    },
)
