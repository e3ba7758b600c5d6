"""Functions that two bodies have, and those that are given to none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.msgpack import Decoder

from redline.checks.check import Check, CheckText, quoted
from redline.checks.digest import Digest
from redline.checks.norms import NORMS, norms_of
from redline.checks.stems import stems_of
from redline.dossier.library import Review, ReviewedAct
from redline.languages import get_pack
from redline.languages.pack import LanguagePack
from redline.model.findings import Evidence, Finding, make_finding

NAME = "competence"
_FEWEST = 3
_LONGEST = 90
_KIND = 2
_VERB = 4
"""`выдает` and `выдают` have so many letters in common."""
_FORMULA = 3
"""What so many lists have is said of every body."""


@dataclass(frozen=True, slots=True)
class Function:
    """A function in the list of a body.

    Attributes:
        norm: which of the norms of its Act says so.
        article: the place of the article that lists it.
        said: its words without endings, in an order in which two ways to say it are one.
        body: the words of the heading that name the body, without endings.
        name: the same as they are written.
    """

    norm: int
    article: int
    said: tuple[str, ...]
    body: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Competence:
    """What an Act says of who does what.

    Attributes:
        functions: those that it lists.
        nobody: which of its norms say that something is done, and nobody by whom.
    """

    functions: tuple[Function, ...] = ()
    nobody: tuple[int, ...] = ()


Listed = tuple[ReviewedAct, Function]


def find(review: Review) -> Iterator[Finding]:
    """Functions that stand in the lists of two bodies, word for word but for the form of the verb; then what
    is done in an order laid down, nobody says by whom."""
    lists: dict[tuple[str, tuple[str, ...]], list[Listed]] = {}
    for act in review.acts:
        for function in _COMPETENCE.of(act).functions:
            lists.setdefault((act.language, function.said), []).append((act, function))
    for found in lists.values():
        if len(found) < _FORMULA:
            yield from _shared(found)
    for act in review.acts:
        for place in _COMPETENCE.of(act).nobody:
            yield make_finding(NAME, "nobody", "note", "low", (_quoted(act, place),))


def _competence_of(act: ReviewedAct) -> Competence:
    pack = get_pack(act.language)
    if pack is None:
        return Competence()
    return Competence(tuple(_functions(act, pack)), tuple(_without_doer(act, pack)))


_COMPETENCE = Digest("competence", Decoder(Competence), _competence_of)


def _functions(act: ReviewedAct, pack: LanguagePack) -> Iterator[Function]:
    """What stands under headings like `Компетенция …`."""
    bodies: dict[int, str] = {}
    for place, provision in enumerate(act.facts.provisions):
        match = pack.norms.competence.match(provision.heading)
        if match is not None and match["body"]:
            bodies[place] = match["body"]
    for place, norm in enumerate(norms_of(act)) if bodies else ():
        said = act.facts.words(norm.at)
        if norm.article not in bodies or said.endswith(":") or pack.norms.joint.search(said):
            continue
        if len(norm.stems) >= _FEWEST and not norm.rest:
            stems, name = norm.stems, bodies[norm.article]
            ordered = (stems[0][:_VERB], *sorted(stems[1:]))
            yield Function(place, norm.article, ordered, stems_of(name, pack.law, {}), name)


def _shared(found: list[Listed]) -> Iterator[Finding]:
    for number, (other_act, other) in enumerate(found):
        for act, one in found[:number]:
            same_list = act is other_act and one.article == other.article
            # `местные исполнительные органы областей` and `… районов` are one kind of body.
            kind = one.body[:_KIND] == other.body[:_KIND] or {*one.body} <= {*other.body}
            if not same_list and not kind and not {*other.body} <= {*one.body}:
                evidence = (_quoted(act, one.norm), _quoted(other_act, other.norm))
                yield make_finding(
                    NAME,
                    "two-bodies",
                    "warning",
                    "medium",
                    evidence,
                    one=_short(one.name),
                    other=_short(other.name),
                )


def _short(name: str) -> str:
    """The name of a body without all the law that its heading may say it is for."""
    return name if len(name) <= _LONGEST else name[:_LONGEST].rpartition(" ")[0] + " …"


def _without_doer(act: ReviewedAct, pack: LanguagePack) -> Iterator[int]:
    for place, norm in enumerate(norms_of(act)):
        said = act.facts.words(norm.at)
        if norm.whole and pack.norms.no_doer.search(said) and not pack.norms.doers.search(said):
            yield place


def _quoted(act: ReviewedAct, norm: int) -> Evidence:
    return quoted(act, norms_of(act)[norm].at)


CHECK = Check(
    name=NAME,
    rule="T6",
    run=find,
    digests=(NORMS, _COMPETENCE),
    judged=(6, 6),
    guessed=(3, 3),
    texts={
        "en": CheckText(
            title="Functions of bodies",
            flags="A function that stands in the lists of two bodies, with the same words but for the form "
            "of the verb; a sentence by which something is done “in the prescribed manner”, and which "
            "names nobody who does it (a guess).",
            why="What two bodies have to do, each leaves to the other, or both do, and decide differently; "
            "what is given to none is not done.",
            example="“licenses recruitment agencies” in the list of the ministry and in that of the "
            "committee.",
            do="Give the function to one body; name who does it, and where the manner is laid down.",
            messages={
                "two-bodies": "the function of two bodies: {one}; {other}",
                "nobody": "nobody is named who does it",
            },
        ),
        "ru": CheckText(
            title="Функции органов",
            flags="Функция, которая стоит в перечнях двух органов и отличается разве что формой глагола; "
            "предложение, по которому что-либо делается «в установленном порядке», но не сказано кем "
            "(предположение).",
            why="Функцию двух органов каждый оставляет другому либо оба исполняют и решают по-разному; "
            "функция, не закрепленная ни за кем, не исполняется.",
            example="«лицензирует агентства» в компетенции министерства и в компетенции комитета.",
            do="Закрепить функцию за одним органом; указать, кто исполняет и где установлен порядок.",
            messages={
                "two-bodies": "функция двух органов: {one}; {other}",
                "nobody": "не указано, кто это делает",
            },
        ),
        "kk": CheckText(
            title="Органдардың функциялары",
            flags="Екі органның тізбесінде етістіктің нысанынан басқа сөздері бірдей тұрған функция; бір "
            "нәрсе «белгіленген тәртіппен» жасалады делініп, кім жасайтыны айтылмаған сөйлем (болжам).",
            why="Екі органға берілген функцияны әрқайсысы екіншісіне қалдырады не екеуі де орындап, "
            "әртүрлі шешеді; ешкімге берілмегені орындалмайды.",
            example="«агенттіктерді лицензиялайды» министрліктің де, комитеттің де құзыретінде.",
            do="Функцияны бір органға беру; кім орындайтынын және тәртіп қайда белгіленгенін көрсету.",
            messages={
                "two-bodies": "екі органның функциясы: {one}; {other}",
                "nobody": "мұны кім жасайтыны көрсетілмеген",
            },
        ),
    },
)
