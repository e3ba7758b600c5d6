"""References to provisions that are not there: absent, repealed, or in another place than is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redline.checks.check import Check, CheckText, quoted, quoted_provision
from redline.checks.titles import Titles
from redline.dossier.library import Review, ReviewedAct
from redline.facts.citing import Located, locate
from redline.languages import get_pack
from redline.languages.law_words import LawWords
from redline.languages.norm_words import NormWords
from redline.model.address import Step
from redline.model.facts import CitedStep, Facts, Reference, Words
from redline.model.findings import Confidence, Finding, Severity, make_finding

NAME = "dangling-reference"
_YEAR = re.compile(r"1[789]\d\d|20\d\d")


def find(review: Review) -> Iterator[Finding]:
    """Every reference to a provision that its Act does not have, or no longer has."""
    titles = Titles(review)
    for act in review.acts:
        pack = get_pack(act.language)
        if pack is None:
            continue
        told: set[tuple[Words, str]] = set()
        for reference in act.facts.references:
            findings = list(_about(act, reference, titles)) if reference.sure else []
            if not findings or is_transitional(act.facts, reference, pack.law):
                continue
            if not reference.foreign and _amends(act.facts, reference, pack.norms):
                continue
            for finding in findings:
                # Of a list (`points 1), 2) and 4)`) the first that is not there stands for the others.
                if (reference.at, finding.kind) not in told:
                    told.add((reference.at, finding.kind))
                    yield finding


def _about(act: ReviewedAct, reference: Reference, titles: Titles) -> Iterator[Finding]:
    cited = titles.act_of(act, reference)
    if cited is None:
        return
    for steps in (reference.steps, reference.upto):
        if steps:
            located = locate(cited.facts, reference, steps, own=cited is act)
            finding = _judge(act, cited, reference, steps, located)
            if finding is not None:
                yield finding


def _judge(
    act: ReviewedAct, cited: ReviewedAct, reference: Reference, steps: tuple[CitedStep, ...], located: Located
) -> Finding | None:
    place = "" if cited is act else f"«{cited.title}»"
    if located.verdict == "found" and cited.facts.repealed(located.provision):
        if not cited.facts.provisions[located.provision].repealed:
            located = Located("found", _dead(cited.facts, located.provision))
        return _found("repealed", act, cited, reference, located.provision, place)
    if located.verdict != "absent":
        return None
    missing = steps[located.missing]
    # `the Forestry Regulations 1999`; and letters are counted in units that files mark up in many ways.
    if _YEAR.fullmatch(missing.number) or (located.provision <= 0 and not missing.number[:1].isdigit()):
        return None
    if located.missing or located.provision > 0:
        deeper = _one_level_down(cited.facts, located.provision, missing)
        if deeper is not None:
            return _found("level-left-out", act, cited, reference, deeper, place)
        return _found("absent", act, cited, reference, located.provision, place, _said(cited, missing))
    return _found("no-such-article", act, cited, reference, -1, place, _said(cited, missing))


def _dead(facts: Facts, provision: int) -> int:
    return next(p for p in facts.ancestors(provision) if facts.provisions[p].repealed)


def _said(cited: ReviewedAct, step: CitedStep) -> str:
    """A number with its unit, in the language of the Act that is cited."""
    pack = get_pack(cited.language)
    return pack.write_citation((Step(step.number, step.units[:1]),)) if pack is not None else step.number


def _found(
    kind: str,
    act: ReviewedAct,
    cited: ReviewedAct,
    reference: Reference,
    provision: int,
    place: str,
    missing: str = "",
) -> Finding:
    evidence = [quoted(act, reference.at)]
    if provision > 0:
        evidence.append(quoted_provision(cited, provision))
    at = cited.cite(provision) if provision > 0 else ""
    of = f" {place}" if place else ""
    severity: Severity = "warning" if kind == "level-left-out" else "error"
    confidence: Confidence = "medium" if kind == "no-such-article" and cited is not act else "high"
    return make_finding(
        NAME, kind, severity, confidence, tuple(evidence), at=f"{at}{of}".strip(), missing=missing,
        words=act.facts.words(reference.at),
    )  # fmt: skip


def _one_level_down(facts: Facts, provision: int, step: CitedStep) -> int | None:
    """What bears the number inside a provision of this one, where it does not bear it itself."""
    found = [
        inner
        for child in facts.children.get(provision, ())
        for inner in facts.children.get(child, ())
        if facts.provisions[inner].number == step.number and facts.provisions[inner].unit in step.units[:1]
    ]
    return found[0] if len(found) == 1 else None


def _amends(facts: Facts, reference: Reference, norms: NormWords) -> bool:
    """Whether a reference stands in an instruction, or below one, that amends another Act."""
    line = facts.lines[reference.at.line]
    around = [n for p in facts.ancestors(line.provision) for n in facts.lines_of.get(p, ())[:1]]
    return any(norms.amends.search(facts.lines[n].text) for n in (reference.at.line, *around))


def is_transitional(facts: Facts, reference: Reference, words: LawWords) -> bool:
    """Whether a reference stands in rules on commencement: what it cites need not be there any more."""
    line = facts.lines[reference.at.line]
    if words.transitional.search(line.text):
        return True
    return any(
        words.transitional.search(facts.provisions[p].heading) for p in facts.ancestors(line.provision)
    )


CHECK = Check(
    name=NAME,
    rule="T3",
    run=find,
    judged=(54, 70),
    texts={
        "en": CheckText(
            title="References that lead nowhere",
            flags="A reference to a provision, of the same Act or of another in the dossier, that is not "
            "there, is repealed, or stands inside another paragraph than is said.",
            why="A duty, a ground or an exception that hangs on such a reference cannot be applied, or is "
            "applied to what the legislator never meant.",
            example="“in the cases listed in point 3) of Article 7”, where Article 7 ends with point 2).",
            do="Cite the provision that is meant now; where it is repealed without successor, take the "
            "reference out.",
            messages={
                "absent": "“{words}”: {at} has no {missing}",
                "no-such-article": "“{words}”: there is no {missing} in the Act cited",
                "repealed": "“{words}”: {at} is repealed",
                "level-left-out": "“{words}” leaves a level out: the number stands in {at}",
            },
        ),
        "ru": CheckText(
            title="Ссылки на отсутствующие или исключенные нормы",
            flags="Ссылка на структурный элемент этого же или другого рассмотренного акта, которого нет, "
            "который исключен либо находится внутри другого пункта, чем указано.",
            why="Обязанность, основание или исключение, зависящие от такой ссылки, неприменимы либо "
            "применяются к тому, чего законодатель не имел в виду.",
            example="«в случаях, указанных в подпункте 3) статьи 7», когда статья 7 заканчивается "
            "подпунктом 2).",
            do="Сослаться на действующий элемент; если он исключен без замены, исключить ссылку.",
            messages={
                "absent": "«{words}»: не найдено: {missing} ({at})",
                "no-such-article": "«{words}»: в указанном акте нет: {missing}",
                "repealed": "«{words}»: элемент исключен ({at})",
                "level-left-out": "«{words}»: пропущен уровень, номер находится здесь: {at}",
            },
        ),
        "kk": CheckText(
            title="Жоқ немесе алып тасталған нормаларға сілтемелер",
            flags="Осы актінің немесе қаралған басқа актінің жоқ, алып тасталған не көрсетілгеннен басқа "
            "тармақтың ішінде тұрған құрылымдық элементіне сілтеме.",
            why="Мұндай сілтемеге байланысты міндет, негіз немесе ерекшелік қолданылмайды не заң шығарушы "
            "көздемеген нәрсеге қолданылады.",
            example="7-бап 2) тармақшамен аяқталса, «7-баптың 3) тармақшасында көрсетілген жағдайларда».",
            do="Қолданыстағы элементке сілтеме жасау; ол ауыстырылмай алып тасталса, сілтемені алып тастау.",
            messages={
                "absent": "«{words}»: табылмады: {missing} ({at})",
                "no-such-article": "«{words}»: көрсетілген актіде жоқ: {missing}",
                "repealed": "«{words}»: элемент алып тасталған ({at})",
                "level-left-out": "«{words}»: деңгей қалып қойған, нөмір мына жерде: {at}",
            },
        ),
    },
)
