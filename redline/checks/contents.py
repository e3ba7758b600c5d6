"""A table of contents that says something else than the headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redline.checks.check import Check, CheckText, quoted_provision
from redline.dossier.library import Review, ReviewedAct
from redline.model.facts import Provision
from redline.model.findings import Evidence, Finding, make_finding

NAME = "contents"
_PAGE = re.compile(r"[\s.…·_]*\d*$")
"""Dots and the number of the page behind a heading."""
_LETTERS = re.compile(r"[^\W_]+")


def find(review: Review) -> Iterator[Finding]:
    """Lines of a table of contents whose number a provision bears under another heading, or none bears."""
    for act in review.acts:
        headed = _headed(act)
        for line in act.facts.contents:
            place = _longest(line, headed)
            if place is not None and not act.facts.repealed(place):
                provision = act.facts.provisions[place]
                if _words(_PAGE.sub("", line)) not in (_words(said) for said in _said(provision)):
                    evidence = (_quoted_contents(act, line), quoted_heading(act, place))
                    yield make_finding(NAME, "heading", "note", "high", evidence, heading=provision.heading)


def _headed(act: ReviewedAct) -> dict[str, int]:
    """The provisions with a heading, by their numbers; without those whose number another bears too."""
    places: dict[str, list[int]] = {}
    for place, provision in enumerate(act.facts.provisions):
        if provision.heading:
            places.setdefault(_key(provision.printed), []).append(place)
    return {number: found[0] for number, found in places.items() if len(found) == 1}


def _longest(line: str, headed: dict[str, int]) -> int | None:
    """The provision with whose number a line begins."""
    key = _key(line)
    found = [number for number in headed if number and key.startswith(f"{number} ")]
    return headed[max(found, key=len)] if found else None


def _said(provision: Provision) -> tuple[str, str]:
    """How the contents may say a heading."""
    return f"{provision.printed} {provision.heading}", _PAGE.sub(
        "", f"{provision.printed} {provision.heading}"
    )


def _key(text: str) -> str:
    return " ".join(text.lower().split())


def _words(text: str) -> list[str]:
    return _LETTERS.findall(text.lower())


def _quoted_contents(act: ReviewedAct, line: str) -> Evidence:
    """A line of the contents, which is no provision, as evidence."""
    return Evidence(act.document.id, act.language, act.title, line, file=act.version.name)


def quoted_heading(act: ReviewedAct, place: int) -> Evidence:
    """The number and heading of a provision as evidence."""
    shown = quoted_provision(act, place)
    provision = act.facts.provisions[place]
    return Evidence(
        shown.document, shown.language, shown.address, f"{provision.printed} {provision.heading}",
        eid=shown.eid, file=shown.file,
    )  # fmt: skip


CHECK = Check(
    name=NAME,
    rule="T14",
    run=find,
    scope="act",
    judged=None,
    texts={
        "en": CheckText(
            title="Table of contents against headings",
            flags="A line of the table of contents that gives a provision another heading than it bears.",
            why="Codes have a table of contents (Law No. 480-V, article 23); where it differs from the "
            "headings, an amendment has reached one of them only.",
            example="“Article 15. Employment of foreigners” in the contents, “Article 15. Independent "
            "employment” above the article.",
            do="Bring the contents into line with the heading in the same amendment.",
            messages={"heading": "the provision is headed “{heading}”"},
        ),
        "ru": CheckText(
            title="Оглавление и заголовки",
            flags="Строка оглавления, в которой заголовок структурного элемента иной, чем в тексте.",
            why="Кодексы имеют оглавление (статья 23 Закона № 480-V); если оно расходится с заголовками, "
            "изменение внесено только в одно из двух мест.",
            example="«Статья 15. Трудоустройство иностранцев» в оглавлении, «Статья 15. Самостоятельное "
            "трудоустройство» в тексте.",
            do="Привести оглавление в соответствие с заголовком тем же изменением.",
            messages={"heading": "заголовок в тексте: «{heading}»"},
        ),
        "kk": CheckText(
            title="Мазмұны және тақырыптар",
            flags="Құрылымдық элементтің тақырыбы мәтіндегіден басқаша берілген мазмұн жолы.",
            why="Кодекстердің мазмұны болады (№ 480-V Заңның 23-бабы); ол тақырыптардан алшақ болса, "
            "өзгеріс екі жердің біріне ғана енгізілген.",
            example="Мазмұнда «15-бап. Шетелдіктерді жұмысқа орналастыру», мәтінде «15-бап. Өз бетінше "
            "жұмысқа орналасу».",
            do="Мазмұнды сол өзгеріспен тақырыпқа сәйкестендіру.",
            messages={"heading": "мәтіндегі тақырып: «{heading}»"},
        ),
    },
)
