"""Rules that a law leaves to a by-law, and by-laws that no law asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redline.checks.alike import article_of
from redline.checks.by_laws import ByLaw, Ground, by_laws
from redline.checks.check import Check, CheckText, quoted, quoted_line, quoted_provision
from redline.checks.levels import is_law
from redline.checks.stems import telling_stems
from redline.dossier.library import Review, ReviewedAct
from redline.languages import get_pack
from redline.languages.pack import LanguagePack
from redline.model.facts import Facts, Words
from redline.model.findings import Confidence, Finding, make_finding

NAME = "delegation"
_SHARED = 2
_SHARE = 0.4
"""Of the words of its title so many stand in the norm that a by-law carries out."""


def find(review: Review) -> Iterator[Finding]:
    """By-laws without a ground, or with one that leaves nothing to them; then what laws leave to a by-law
    that is not in the dossier, as far as that has by-laws at all."""
    made = tuple(by_laws(review))
    for by_law in made:
        yield from _ungrounded(by_law)
    documents = {each.act.document.id for each in made}
    for act in review.acts:
        mine = [each for each in made if each.act.language == act.language]
        # Only where every by-law has a version in the language can it be told that one is missing.
        if mine and is_law(act) and len(mine) == len(documents):
            yield from _without_by_law(act, mine)


def _ungrounded(by_law: ByLaw) -> Iterator[Finding]:
    if by_law.enacting < 0:
        return
    act = by_law.act
    if not by_law.names_ground:
        yield make_finding(NAME, "no-ground", "warning", "high", (quoted_line(act, by_law.enacting),))
    for ground in by_law.grounds:
        if ground.provision > 0 and not leaves_something(ground):
            evidence = (quoted_line(act, by_law.enacting), quoted_provision(ground.law, ground.provision))
            yield make_finding(
                NAME, "leaves-nothing", "warning", "medium", evidence, at=ground.law.cite(ground.provision)
            )


def leaves_something(ground: Ground) -> bool:
    """Whether a provision, what stands in it, or the words that lead it in leave rules to a by-law."""
    facts, pack = ground.law.facts, get_pack(ground.law.language)
    inside = [p for p in range(len(facts.provisions)) if ground.provision in facts.ancestors(p)]
    lines = [line for place in inside for line in facts.lines_of.get(place, ())]
    return pack is None or any(_leaves(facts.lines[line].text, pack) for line in lines)


def _leaves(text: str, pack: LanguagePack) -> Words | None:
    """Where a text leaves rules to a by-law."""
    for pattern in (*pack.norms.leaves, pack.norms.approves):
        match = pattern.search(text)
        if match is not None:
            return Words(0, match.start(), match.end())
    return None


def _without_by_law(act: ReviewedAct, made: Sequence[ByLaw]) -> Iterator[Finding]:
    pack, facts = get_pack(act.language), act.facts
    if pack is None:
        return
    mine = [ground.provision for each in made for ground in each.grounds if ground.law is act]
    confidence: Confidence = "medium" if mine else "low"
    titles = [set(telling_stems(_subject(each.act.title, pack), pack.law)) for each in made]
    for place, line in enumerate(facts.lines):
        if line.kind != "text" or line.quoted or line.provision == 0 or facts.repealed(line.provision):
            continue
        at = _leaves(line.text, pack)
        if at is None or any(_inside(facts, line.provision, ground) for ground in mine):
            continue
        words = set(telling_stems(f"{line.text} {_heading(facts, line.provision)}", pack.law))
        if not any(len(title & words) >= max(_SHARED, _SHARE * len(title)) for title in titles):
            evidence = (quoted(act, Words(place, at.start, at.end)),)
            yield make_finding(NAME, "no-by-law", "note", confidence, evidence)


def _inside(facts: Facts, provision: int, ground: int) -> bool:
    """Whether a provision is the one that a by-law names, holds it, or stands in it."""
    return ground > 0 and (ground in facts.ancestors(provision) or provision in facts.ancestors(ground))


def _subject(title: str, pack: LanguagePack) -> str:
    """What rules are about, by the title of the act that approves them."""
    approved = pack.norms.approved.fullmatch(title)
    return title if approved is None else approved["rules"]


def _heading(facts: Facts, provision: int) -> str:
    return facts.provisions[article_of(facts, provision)].heading


CHECK = Check(
    name=NAME,
    rule="T11",
    run=find,
    judged=None,
    texts={
        "en": CheckText(
            title="Delegation",
            flags="A by-law that names no provision of a law as its ground, or one that leaves nothing to "
            "a by-law; a norm that leaves rules to a body, where the dossier has no by-law that rests on "
            "its article or bears its subject in the title. The by-law may exist outside the dossier.",
            why="By-laws are made on the ground and in execution of laws (Law No. 480-V, article 10); "
            "where the by-law is missing, the norm cannot be applied, and each body applies it in its own "
            "way.",
            example="“in the manner determined by the Government”, and no resolution lays the manner down.",
            do="Name the provision that asks for the by-law, or put one into the law; draft the by-law, or "
            "write the rule into the law itself.",
            messages={
                "no-ground": "the by-law names no law as its ground",
                "leaves-nothing": "{at}, which the by-law names as its ground, leaves nothing to a by-law",
                "no-by-law": "the dossier has no by-law for this",
            },
        ),
        "ru": CheckText(
            title="Делегирование",
            flags="Подзаконный акт, не указывающий норму закона, на основании которой он принят, либо "
            "указывающий норму, которая ничего не делегирует; норма, оставляющая порядок на усмотрение "
            "органа, когда среди рассмотренных нет акта, принятого на основании этой статьи или с таким "
            "предметом в заголовке. Такой акт может существовать вне рассмотренных.",
            why="Подзаконные акты принимаются на основе и во исполнение законов (статья 10 Закона № "
            "480-V); без подзаконного акта норма не работает, и каждый орган применяет ее по-своему.",
            example="«в порядке, определяемом Правительством», а постановления нет.",
            do="Указать делегирующую норму либо внести ее в закон; разработать подзаконный акт либо "
            "урегулировать вопрос в самом законе.",
            messages={
                "no-ground": "акт не указывает закон, на основании которого принят",
                "leaves-nothing": "норма, указанная как основание акта, ничего не делегирует ({at})",
                "no-by-law": "среди рассмотренных актов нет подзаконного акта к этой норме",
            },
        ),
        "kk": CheckText(
            title="Өкілеттік беру",
            flags="Заңның қай нормасының негізінде қабылданғанын көрсетпейтін не ештеңе тапсырмайтын "
            "норманы көрсететін заңға тәуелді акт; тәртіпті белгілеуді органға қалдыратын, бірақ "
            "қаралғандар арасында "
            "осы бапқа негізделген не тақырыбында осы мәселесі бар актісі жоқ норма. Ондай акт "
            "қаралғандардан тыс болуы мүмкін.",
            why="Заңға тәуелді актілер заңдардың негізінде және оларды орындау үшін қабылданады (№ 480-V "
            "Заңның 10-бабы); актісіз норма жұмыс істемейді, әр орган оны өзінше қолданады.",
            example="«Үкімет айқындайтын тәртіппен» делінген, ал қаулы жоқ.",
            do="Тапсыратын норманы көрсету не оны заңға енгізу; заңға тәуелді актіні әзірлеу не мәселені "
            "заңның өзінде реттеу.",
            messages={
                "no-ground": "акт қай заңның негізінде қабылданғанын көрсетпейді",
                "leaves-nothing": "актінің негізі ретінде көрсетілген норма ештеңе тапсырмайды ({at})",
                "no-by-law": "қаралған актілер арасында бұл нормаға заңға тәуелді акт жоқ",
            },
        ),
    },
)
