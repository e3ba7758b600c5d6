"""Where the versions of one document in two languages differ: provisions, numbers, deadlines, citations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from redline.checks.check import Check, CheckText, quoted_line, quoted_provision
from redline.dossier.library import Review, ReviewedAct
from redline.languages import get_pack
from redline.model.facts import Facts
from redline.model.findings import Confidence, Evidence, Finding, make_finding

NAME = "language-versions"
Way = tuple[tuple[str, str], ...]
_FIGURE = re.compile(r"\d+")
_STUB = re.compile(
    r"\S+ (?:Исключ|исключ|Утратил|утратил|[Аа]лып тасталды|[Аа]лынып тасталды|[Кк]үші жойылды)"
)
_SPACED = re.compile(r"(?<=\d) (?=\d{3}\b)")
_MANY = 0.2
"""Where more than a fifth of the provisions have no twin, the two are not the same text at all."""


def find(review: Review) -> Iterator[Finding]:
    """What differs between the language versions of each document."""
    for document in review.dossier.documents:
        for one, other in combinations(review.versions_of(document.id), 2):
            yield from _compared(one, other)


def _compared(one: ReviewedAct, other: ReviewedAct) -> Iterator[Finding]:
    ones, others = _ways(one.facts), _ways(other.facts)
    lonely = [way for way in ones if way not in others]
    if len(lonely) > _MANY * len(ones):
        evidence = (quoted_line(one, 0), quoted_line(other, 0))
        yield make_finding(NAME, "other-text", "error", "medium", evidence, count=str(len(lonely)))
        return
    yield from _missing(one, other, ones, others)
    yield from _missing(other, one, others, ones)
    for way, place in ones.items():
        twin = others.get(way, -1)
        if place >= 0 and twin >= 0:
            yield from _of_twins(one, place, other, twin)


def _ways(facts: Facts) -> dict[Way, int]:
    """Each numbered provision by the units and numbers that lead to it; -1 where two have the same."""
    found: dict[Way, int] = {}
    for place, provision in enumerate(facts.provisions):
        if not provision.number:
            continue
        around = [facts.provisions[p] for p in facts.ancestors(place) if facts.provisions[p].number]
        inner = [
            p for p in around if p.unit not in ("part", "section", "chapter", "subsection", "subchapter")
        ]
        way = tuple((p.unit, p.number) for p in reversed(inner or around))
        found[way] = -1 if way in found else place
    return found


def _missing(
    act: ReviewedAct, other: ReviewedAct, ways: dict[Way, int], others: dict[Way, int]
) -> Iterator[Finding]:
    """Provisions that the other version lacks, the outermost only."""
    for way, place in ways.items():
        above = way[:-1]
        if way in others or (above and above not in others) or place < 0 or act.facts.repealed(place):
            continue
        around = max(others.get(above, 0), 0)
        evidence = (quoted_provision(act, place), quoted_provision(other, around))
        yield make_finding(
            NAME, "missing", "error", "high", evidence, language=other.language,
            number=act.facts.provisions[place].printed or act.facts.provisions[place].number,
        )  # fmt: skip


def _of_twins(one: ReviewedAct, place: int, other: ReviewedAct, twin: int) -> Iterator[Finding]:
    """What differs between two versions of one provision."""
    dead, dead_twin = one.facts.repealed(place), other.facts.repealed(twin)
    evidence = (quoted_provision(one, place), quoted_provision(other, twin))
    if dead != dead_twin and not (_is_stub(evidence[0]) and _is_stub(evidence[1])):
        yield make_finding(NAME, "repealed-in-one", "error", "high", evidence)
    if dead or dead_twin:
        return
    ones, others = one.facts.lines_of.get(place, ()), other.facts.lines_of.get(twin, ())
    if _texts(one.facts, ones) != _texts(other.facts, others):
        yield make_finding(
            NAME, "paragraphs", "note", "low", evidence,
            one=str(_texts(one.facts, ones)), other=str(_texts(other.facts, others)),
        )  # fmt: skip
        return
    for line, twin_line in zip(ones, others, strict=True):
        yield from _of_lines(one, line, other, twin_line)


def _is_stub(evidence: Evidence) -> bool:
    """Whether a provision begins like the note that a repeal leaves, recognised as one or not."""
    return _STUB.match(evidence.quote) is not None


def _of_lines(one: ReviewedAct, line: int, other: ReviewedAct, twin_line: int) -> Iterator[Finding]:
    here, there = _Figures(one.facts, [line]), _Figures(other.facts, [twin_line])
    only, missing = here.without(there), there.without(here)
    if only or missing:  # a list can be put in another order: then the number stands beside it
        only &= here.without(_Figures(other.facts, _around(other.facts, twin_line)))
        missing &= there.without(_Figures(one.facts, _around(one.facts, line)))
    if not only and not missing and here.dates != there.dates and len(here.dates) == len(there.dates):
        both = (quoted_line(one, line), quoted_line(other, twin_line))
        yield make_finding(
            NAME, "figures", "error", "high", both,
            one=_days(here.dates - there.dates), other=_days(there.dates - here.dates),
        )  # fmt: skip
    if only or missing:
        both = (quoted_line(one, line), quoted_line(other, twin_line))
        confidence: Confidence = "high" if only and missing else "medium"
        yield make_finding(
            NAME, "figures", "error", confidence, both,
            one=", ".join(map(str, sorted(only))) or "–", other=", ".join(map(str, sorted(missing))) or "–",
        )  # fmt: skip


def _days(dates: set[str]) -> str:
    """Days of the calendar as laws write them in figures: `01.07`."""
    return ", ".join(f"{day[3:]}.{day[:2]}" for day in sorted(dates))


def _around(facts: Facts, line: int) -> list[int]:
    """The lines of the numbered paragraph around a line, or of its article where that has none."""
    around = facts.ancestors(facts.lines[line].provision)
    outer = next((n for n, p in enumerate(around) if facts.provisions[p].unit in ("article", "section")), 0)
    top = around[max(outer - 1, 0)] if around else 0
    inside = {top}
    for place in range(top + 1, len(facts.provisions)):
        if facts.provisions[place].parent in inside:
            inside.add(place)
    return [each for place in sorted(inside) for each in facts.lines_of.get(place, ())]


class _Figures:
    """The numbers of lines.

    Attributes:
        said: those in figures, and the times in words.
        dates: the days that it names, as month and day.
    """

    def __init__(self, facts: Facts, lines: Sequence[int]) -> None:
        text = _SPACED.sub("", " ".join(facts.lines[line].text for line in lines))
        pack = get_pack(facts.language)
        self._text, self._pack = text, pack
        self.said = {int(figure) for figure in _FIGURE.findall(text) if len(figure) < 10}
        deadlines = (each for line in lines for each in facts.deadlines_of.get(line, ()))
        self.said |= {each.amount for each in deadlines if each.amount > 1}
        self.said |= pack.law.times(text) - {1} if pack is not None else set()
        self.dates = pack.law.dates(text) if pack is not None else set()

    def without(self, other: _Figures) -> set[int]:
        """What is said here, and cannot be found in the other."""
        only = self.said - other.said
        # Any number that its words may say besides, in whatever form; looked for only where one is missing.
        return only - other._pack.law.values(other._text) if only and other._pack is not None else only


def _texts(facts: Facts, lines: tuple[int, ...]) -> int:
    return sum(facts.lines[line].kind == "text" for line in lines)


CHECK = Check(
    name=NAME,
    rule="T10",
    run=find,
    judged=(14, 15),
    scope="document",
    texts={
        "en": CheckText(
            title="Language versions that differ",
            flags="A provision that one language version of a document has and another lacks, that is "
            "repealed in one "
            "only, or whose numbers, dates and deadlines differ.",
            why="The versions are equally authentic (Law No. 480-V, article 24(3)): where they differ, "
            "nobody knows "
            "which is the law.",
            example="“ten working days” in Russian, «бес жұмыс күні» (five) in Kazakh.",
            do="Find out which version says what was adopted, and mend the other.",
            messages={
                "missing": "{number} is missing in the text {language}",
                "repealed-in-one": "repealed in one version only",
                "paragraphs": "{one} paragraphs in one version, {other} in the other",
                "figures": "numbers that only one version has: {one} here, {other} there",
                "other-text": "{count} provisions have no twin: these are two different texts",
            },
        ),
        "ru": CheckText(
            title="Расхождения языковых версий",
            flags="Структурный элемент, который есть в одной языковой версии и отсутствует в другой, "
            "исключен только в "
            "одной, либо отличается числами, датами, сроками.",
            why="Тексты на двух языках аутентичны (пункт 3 статьи 24 Закона № 480-V): при расхождении "
            "неизвестно, что "
            "является правом.",
            example="«десять рабочих дней» в русском тексте, «бес жұмыс күні» (пять) в казахском.",
            do="Установить, какая версия соответствует принятому тексту, и исправить другую.",
            messages={
                "missing": "{number} отсутствует в тексте {language}",
                "repealed-in-one": "исключено только в одной версии",
                "paragraphs": "абзацев в одной версии {one}, в другой {other}",
                "figures": "числа, которые есть только в одной версии: здесь {one}, там {other}",
                "other-text": "{count} элементов не имеют пары: это разные тексты",
            },
        ),
        "kk": CheckText(
            title="Тілдік нұсқалардың алшақтығы",
            flags="Бір тілдік нұсқада бар, екіншісінде жоқ, бірінде ғана алып тасталған немесе сандары, "
            "күндері, "
            "мерзімдері әртүрлі құрылымдық элемент.",
            why="Екі тілдегі мәтіндер теңтүпнұсқалы (№ 480-V Заңның 24-бабының 3-тармағы): алшақтық "
            "болса, қайсысы "
            "құқық екені белгісіз.",
            example="Орыс мәтінінде «десять рабочих дней» (он), қазақ мәтінінде «бес жұмыс күні».",
            do="Қабылданған мәтінге қай нұсқа сәйкес келетінін анықтап, екіншісін түзету.",
            messages={
                "missing": "{number} {language} мәтінде жоқ",
                "repealed-in-one": "бір нұсқада ғана алып тасталған",
                "paragraphs": "бір нұсқада {one} абзац, екіншісінде {other}",
                "figures": "бір нұсқада ғана бар сандар: мұнда {one}, анда {other}",
                "other-text": "{count} элементтің жұбы жоқ: бұл екі бөлек мәтін",
            },
        ),
    },
)
