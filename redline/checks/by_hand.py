"""Findings that the reviewers have entered by hand: from interviews and comments received."""

from __future__ import annotations

from collections.abc import Iterator

from redline.checks.check import Check, CheckText, quoted_provision
from redline.dossier.annotating import place_annotations
from redline.dossier.library import Review
from redline.model.dossier import HandFinding
from redline.model.findings import Finding, Severity

NAME = "by-hand"
_SEVERITIES: dict[str, Severity] = {"high": "error", "medium": "warning", "low": "note"}


def find(review: Review) -> Iterator[Finding]:
    """The findings of the dossier, by their own ids and in their own words."""
    placed, _ = place_annotations(review)
    for each in placed:
        if not isinstance(each.said, HandFinding):
            continue
        evidence = () if each.act is None else (quoted_provision(each.act, each.provision),)
        severity = _SEVERITIES.get(each.said.risk, "warning")
        kind = "with-advice" if each.said.recommendation else "told"
        said = {"text": each.said.text, "source": each.said.source, "advice": each.said.recommendation}
        yield Finding(each.said.id, NAME, kind, severity, "high", evidence, said)


_MESSAGES = {"told": "{text}", "with-advice": "{text} → {advice}"}

CHECK = Check(
    name=NAME,
    rule="",
    run=find,
    judged=None,
    texts={
        "en": CheckText(
            title="Findings entered by hand",
            flags="Nothing is searched: the reviewers have entered them, from interviews and comments.",
            why="What practice and consultations have shown belongs beside what can be read from the texts.",
            example="“The form of the application is not published” (comment of the ministry).",
            do="Answer it as the reviewer recommends, and decide on it.",
            messages=_MESSAGES,
        ),
        "ru": CheckText(
            title="Замечания экспертов",
            flags="Программа этого не ищет: замечания внесены экспертами по итогам интервью и обращений.",
            why="То, что показали практика и консультации, должно стоять рядом с тем, что видно из текстов.",
            example="«Форма заявления не опубликована» (замечание министерства).",
            do="Учесть рекомендацию эксперта и принять решение.",
            messages=_MESSAGES,
        ),
        "kk": CheckText(
            title="Сарапшылардың ескертулері",
            flags="Бағдарлама мұны іздемейді: ескертулерді сұхбаттар мен өтініштер бойынша сарапшылар "
            "енгізген.",
            why="Тәжірибе мен консультациялар көрсеткені мәтіндерден көрінетінмен қатар тұруға тиіс.",
            example="«Өтініш нысаны жарияланбаған» (министрліктің ескертуі).",
            do="Сарапшының ұсынымын ескеріп, шешім қабылдау.",
            messages=_MESSAGES,
        ),
    },
)
