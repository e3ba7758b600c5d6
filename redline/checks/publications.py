"""How the package cites the Acts that it amends: where they were published, and in which order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from redline.checks.check import Check, CheckText, quoted_line
from redline.checks.levels import BY_LAWS, LAWS, level_of, rank_of
from redline.checks.operations import by_document, quoted_act
from redline.dossier.library import Review
from redline.dossier.packages import AmendedVersion, Package
from redline.model.facts import Facts
from redline.model.findings import Evidence, Finding, make_finding

NAME = "publications"
_AMENDING = re.compile(r"\b(\d{2})\.(\d{2})\.(\d{4})(?:\s*(?:г\.|ж\.))?\s*(?:№|No\.?|N)\s*(\d[\w-]*)")
_REGISTERED = BY_LAWS - {"government-resolution"}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
Law = tuple[str, str]
"""The day of an amending law, `YYYY-MM-DD`, and its number."""


def find(review: Review) -> Iterator[Finding]:
    """Publications that the point on an Act lacks, and Acts that stand out of order."""
    for package in review.packages:
        acts = [
            versions
            for versions in by_document(package)
            if any(change.applied for version in versions for change in version.changes)
        ]
        for versions in acts:
            yield from _of_act(package, versions)
        yield from _order(package, [versions[0] for versions in acts])


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
        said = {"day": day, "number": number, "title": title}
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


def _order(package: Package, versions: list[AmendedVersion]) -> Iterator[Finding]:
    """Acts that do not stand by legal force, then by date, then by number."""
    known = [(key, version) for version in versions if (key := _rank(version)) is not None]
    for (one, earlier), (other, later) in pairwise(known):
        if other < one:
            evidence = (
                quoted_act(package, later, later.before.title),
                quoted_act(package, earlier, earlier.before.title),
            )
            yield make_finding(
                NAME, "order", "warning", "high", evidence, title=later.before.title,
                before=earlier.before.title,
            )  # fmt: skip


def _rank(version: AmendedVersion) -> tuple[int, str] | None:
    """Legal force and day; codes stand before laws of the same day, numbers are not compared."""
    rank, document = rank_of(version.before), version.before.document
    return None if rank is None or document.date is None else (rank, document.date.isoformat())


CHECK = Check(
    name=NAME,
    rule="T14",
    run=find,
    judged=None,
    scope="package",
    texts={
        "en": CheckText(
            title="The amended Acts are cited incompletely, or stand out of order",
            flags="A law in whose publications (publication: in the spec) no one of the year of an "
            "amending law "
            "is named that the Act's own notes name; a law without any; a by-law without its number in the "
            "register; Acts that do not stand by legal force and date.",
            why="The point on an amended law cites its first publication and that of every amending law "
            "(Law No. "
            "480-V, article 26(2)); Acts stand by legal force, then by date (article 26(5)).",
            example="The Law on labour was amended in 2018 and 2020, and 2015, No. 22 alone is cited.",
            do="Complete publication: at the Act in the spec; put the Acts under acts: in order.",
            messages={
                "missing": "«{title}» was amended by the law of {day} No. {number}, and no publication of "
                "that year "
                "is cited",
                "unpublished": "where «{title}» was published is not said",
                "unregistered": "the number of «{title}» in the State Register is not said",
                "order": "«{title}» stands behind «{before}», and is of higher force or earlier",
            },
        ),
        "ru": CheckText(
            title="Изменяемые акты указаны неполно или не по порядку",
            flags="Закон, среди источников опубликования которого (publication: в спецификации) нет ни "
            "одного "
            "за год закона о внесении изменений, названного в сносках самого акта; закон без источника; "
            "подзаконный акт без номера в Реестре; акты не в порядке юридической силы и даты.",
            why="В пункте об изменяемом законе указываются первое опубликование и опубликование каждого "
            "закона о "
            "внесении изменений (пункт 2 статьи 26 Закона № 480-V); акты располагаются по юридической силе "
            "и по "
            "дате (пункт 5 статьи 26).",
            example="Закон о труде изменялся в 2018 и 2020 годах, а указан только 2015 г., № 22.",
            do="Дополнить publication: у акта в спецификации; расположить акты в acts: по порядку.",
            messages={
                "missing": "«{title}» изменялся законом от {day} № {number}, а опубликование за этот год не "
                "указано",
                "unpublished": "не указано, где опубликован акт «{title}»",
                "unregistered": "не указан номер акта «{title}» в Реестре государственной регистрации",
                "order": "«{title}» стоит после акта «{before}», хотя имеет большую силу или принят раньше",
            },
        ),
        "kk": CheckText(
            title="Өзгертілетін актілер толық емес немесе ретсіз көрсетілген",
            flags="Жарияланған көздерінің (спецификациядағы publication:) арасында актінің өз "
            "ескертпелерінде "
            "аталған өзгерту заңының жылына сәйкес келетіні жоқ заң; көзі көрсетілмеген заң; Тізілімдегі "
            "нөмірі "
            "жоқ заңға тәуелді акт; заңдық күші мен күні бойынша орналаспаған актілер.",
            why="Өзгертілетін заң туралы тармақта алғашқы жариялануы және әрбір өзгерту заңының жариялануы "
            "көрсетіледі (№ 480-V Заңның 26-бабының 2-тармағы); актілер заңдық күші, содан кейін күні "
            "бойынша "
            "орналасады (26-баптың 5-тармағы).",
            example="Еңбек туралы заң 2018 және 2020 жылдары өзгертілген, ал тек 2015 ж., № 22 көрсетілген.",
            do="Спецификациядағы актінің publication: жолын толықтыру; acts: ішіндегі актілерді ретімен қою.",
            messages={
                "missing": "«{title}» {day} № {number} заңмен өзгертілген, ал сол жылғы жариялануы "
                "көрсетілмеген",
                "unpublished": "«{title}» қайда жарияланғаны көрсетілмеген",
                "unregistered": "«{title}» актісінің мемлекеттік тіркеу тізіліміндегі нөмірі көрсетілмеген",
                "order": "«{title}» «{before}» актісінен кейін тұр, ал заңдық күші жоғары немесе бұрын "
                "қабылданған",
            },
        ),
    },
)
