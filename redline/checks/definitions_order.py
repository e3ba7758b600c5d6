"""Definitions that are not in alphabetical order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from redline.checks.alike import article_of
from redline.checks.check import Check, CheckText, quoted
from redline.dossier.library import Review, ReviewedAct
from redline.languages import get_pack
from redline.model.facts import Term
from redline.model.findings import Finding, make_finding

NAME = "definitions-order"
_MANY = 0.15
"""Where more terms than that are out of order, the list was never meant to be in it."""


def find(review: Review) -> Iterator[Finding]:
    """Terms out of order, in lists that are ordered otherwise.

    In Kazakhstan the Kazakh text is in alphabetical order, and the Russian follows it: so where a document
    has a
    Kazakh version, that alone is looked at.
    """
    for act in review.acts:
        languages = {version.language for version in review.versions_of(act.document.id)}
        if act.language == "kk" or "kk" not in languages:
            articles: dict[int, list[Term]] = {}
            for term in act.facts.terms:
                provision = act.facts.lines[term.at.line].provision
                # What a point defines behind its own term belongs to that.
                if term.article and act.facts.lines_of[provision][0] == term.at.line:
                    articles.setdefault(article_of(act.facts, provision), []).append(term)
            for terms in articles.values():
                yield from _in_list(act, terms)


def _in_list(act: ReviewedAct, terms: list[Term]) -> Iterator[Finding]:
    pack = get_pack(act.language)
    if pack is None or len(terms) < 4:
        return
    order = {letter: place for place, letter in enumerate(pack.law.alphabet)}
    alike = pack.law.alike
    keys = [
        tuple(order.get(letter, -1) for letter in term.term.lower().translate(alike) if letter.isalpha())
        for term in terms
    ]
    kept = _longest_ordered(keys)
    wrong = [place for place in range(len(terms)) if place not in kept]
    if not wrong or len(wrong) > _MANY * len(terms):
        return
    for place in wrong:
        before = [p for p in kept if keys[p] <= keys[place]]
        neighbour = terms[max(before)] if before else terms[min(kept)]
        kind = "behind" if before else "before"
        evidence = (quoted(act, terms[place].at), quoted(act, neighbour.at))
        yield make_finding(NAME, kind, "note", "high", evidence, term=terms[place].term, other=neighbour.term)


def _longest_ordered(keys: list[tuple[int, ...]]) -> set[int]:
    """The places of the longest run of keys that are in order: what is not among them is out of it."""
    tails: list[tuple[int, ...]] = []
    last: list[int] = []
    before: list[int] = []
    for place, key in enumerate(keys):
        length = bisect_left(tails, (*key, -2))
        if length == len(tails):
            tails.append(key)
            last.append(place)
        else:
            tails[length] = key
            last[length] = place
        before.append(last[length - 1] if length else -1)
    kept: set[int] = set()
    place = last[-1] if last else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    return kept


CHECK = Check(
    name=NAME,
    rule="T14",
    run=find,
    judged=(9, 9),
    scope="document",
    texts={
        "en": CheckText(
            title="Definitions out of alphabetical order",
            flags="A term that stands elsewhere than the alphabet has it, in a list that follows it "
            "otherwise; of a "
            "document in Kazakh and Russian, in the Kazakh text.",
            why="Definitions are in the alphabetical order of the Kazakh text (Law No. 480-V, article "
            "23(7)); what is "
            "out of order is not found, and is defined a second time.",
            example="“migrant” behind “permit”.",
            do="Put the definition where the alphabet has it, with an inserted number (2-1).",
            messages={
                "behind": "“{term}” belongs behind “{other}”",
                "before": "“{term}” belongs before “{other}”",
            },
        ),
        "ru": CheckText(
            title="Определения не в алфавитном порядке",
            flags="Термин, стоящий не на своем месте по алфавиту, в перечне, который в остальном ему "
            "следует; если "
            "документ на казахском и русском языках, проверяется казахский текст.",
            why="Понятия располагаются в алфавитном порядке казахского текста (пункт 7 статьи 23 Закона № "
            "480-V); "
            "стоящее не на месте не находят и определяют повторно.",
            example="«мигрант» после «разрешения».",
            do="Поместить определение на место по алфавиту под дополнительным номером (2-1).",
            messages={
                "behind": "«{term}»: место после «{other}»",
                "before": "«{term}»: место перед «{other}»",
            },
        ),
        "kk": CheckText(
            title="Анықтамалар алфавит ретімен емес",
            flags="Алфавит бойынша өз орнында тұрмаған термин, тізбе өзге бөлігінде алфавит ретімен "
            "тұрса; құжат қазақ "
            "және орыс тілдерінде болса, қазақ мәтіні тексеріледі.",
            why="Ұғымдар қазақ мәтінінің алфавиті ретімен орналасады (№ 480-V Заңның 23-бабының "
            "7-тармағы); орнында "
            "тұрмаған ұғым табылмайды да, қайта айқындалады.",
            example="«рұқсаттан» кейін тұрған «көшіп келуші».",
            do="Анықтаманы алфавит бойынша орнына қосымша нөмірмен (2-1) қою.",
            messages={
                "behind": "«{term}» терминінің орны «{other}» терминінен кейін",
                "before": "«{term}» терминінің орны «{other}» терминінің алдында",
            },
        ),
    },
)
