"""Acts of which a package changes more than half, so that a new redaction is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from redline.akn.basic_units import share_changed
from redline.checks.check import Check, CheckText, quoted_line
from redline.checks.levels import is_law
from redline.checks.operations import by_document, quoted_operation, rules_of_kz
from redline.dossier.library import Review
from redline.dossier.packages import AmendedVersion, Package
from redline.model.findings import Finding, make_finding

NAME = "half-of-the-act"
_SHOWN = 3


def find(review: Review) -> Iterator[Finding]:
    """Acts that are not given anew although more than half of their articles, or points, change."""
    for package in review.packages:
        for versions in by_document(package) if rules_of_kz(package) else ():
            finding = _of_act(package, versions[0])
            if finding is not None:
                yield finding


def _of_act(package: Package, version: AmendedVersion) -> Finding | None:
    share = share_changed(version.base, version.changes, law=is_law(version.before))
    if not share.more_than_half:
        return None
    evidence = (
        quoted_line(version.before, 0),
        *(quoted_operation(package, each) for each in share.operations[:_SHOWN]),
    )
    found = make_finding(
        NAME, "half", "warning", "high", evidence, changed=str(share.changed), total=str(share.total),
        title=version.before.title,
    )  # fmt: skip
    return replace(found, operations=share.operations)


CHECK = Check(
    name=NAME,
    rule="T14",
    run=find,
    judged=None,
    scope="package",
    texts={
        "en": CheckText(
            title="More than half of an Act is changed",
            flags="An Act of which the package changes more than half of the articles in force (of a by-law: "
            "points), without giving it anew. Words replaced throughout the Act are not counted.",
            why="Changes of more than half of an Act are made by a new redaction (Law No. 480-V, article "
            "26(9)).",
            example="Seven of thirteen points are repealed one by one.",
            do="Give the Act in a new redaction: replace: act with the whole text.",
            messages={
                "half": "{changed} of {total} articles or points of «{title}» change: a new redaction is due"
            },
        ),
        "ru": CheckText(
            title="Изменяется более половины акта",
            flags="Акт, в котором пакет изменяет более половины действующих статей (в подзаконном акте – "
            "пунктов), не излагая его в новой редакции. Замена слов по всему тексту не учитывается.",
            why="Если изменения превышают половину текста акта, принимается его новая редакция (пункт 9 "
            "статьи 26 Закона № 480-V).",
            example="Семь из тринадцати пунктов исключаются по одному.",
            do="Изложить акт в новой редакции: replace: act с полным текстом.",
            messages={
                "half": "изменяются {changed} из {total} статей или пунктов акта «{title}»: нужна новая "
                "редакция"
            },
        ),
        "kk": CheckText(
            title="Актінің жартысынан көбі өзгереді",
            flags="Пакет қолданыстағы баптарының (заңға тәуелді актіде – тармақтарының) жартысынан көбін "
            "өзгертетін, бірақ жаңа редакцияда жазбайтын акт. Бүкіл мәтін бойынша сөздерді ауыстыру есепке "
            "алынбайды.",
            why="Өзгерістер акт мәтінінің жартысынан асса, оның жаңа редакциясы қабылданады (№ 480-V Заңның "
            "26-бабының 9-тармағы).",
            example="Он үш тармақтың жетеуі бір-бірден алып тасталады.",
            do="Актіні жаңа редакцияда жазу: толық мәтінімен replace: act.",
            messages={
                "half": "«{title}» актісінің {total} бабының немесе тармағының {changed} өзгереді: жаңа "
                "редакция қажет"
            },
        ),
    },
)
