"""Sentences that say the same, or almost, in two places."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.msgpack import Decoder

from redline.checks.alike import SENTENCES, Pair, Sentence, alike
from redline.checks.check import Check, CheckText, quoted, quoted_line
from redline.checks.digest import Digest
from redline.checks.norms import NORMS, norms_of, wording_of
from redline.dossier.library import Review, ReviewedAct
from redline.languages import get_pack
from redline.model.findings import Finding, make_finding

NAME = "duplicate"
_SAME = 0.97
_SHORTEST = 12
_LEAST = 5
"""A sentence of fewer telling words may stand in two Acts by chance."""
_FORMULA = 3
"""What has so many doubles is a formula of drafting."""
_ACT_IS_COPY = 0.4
"""Two Acts that share so much of the shorter one's lines as sentences are versions of one another."""


def find(review: Review) -> Iterator[Finding]:
    """Pairs of sentences of two Acts, or of two articles of one, that say the same."""
    pairs = [pair for pair in alike(review) if pair.likeness >= _SAME and not pair.in_one_article]
    copies = _copies(review, pairs)
    acts = {act.document.id: act for act in reversed(review.acts)}
    for one, other, shared in copies:
        evidence = (quoted_line(acts[one], 0), quoted_line(acts[other], 0))
        yield make_finding(NAME, "copies", "note", "high", evidence, count=str(shared))
    known = {(one, other) for one, other, _ in copies}
    often = Counter(each for pair in pairs for each in (pair.one, pair.other))
    for pair in pairs:
        documents = (pair.one.act.document.id, pair.other.act.document.id)
        formula = max(often[pair.one], often[pair.other]) >= _FORMULA
        # Two articles of one Act may say the same of two bodies; only what differs in nothing is repeated.
        same = pair.likeness == 1 or pair.one.act is not pair.other.act
        if documents not in known and not formula and same and _is_norm(pair.one) and _is_norm(pair.other):
            yield _found(pair)
    yield from _short(review, known)


@dataclass(frozen=True, slots=True)
class _Shorts:
    """The short norms of an Act that may stand in another word for word.

    Attributes:
        places: which of its norms they are, four bytes each.
        keys: of each a number that is the same where they are the same, eight bytes each.
    """

    places: bytes
    keys: bytes


def _shorts_of(act: ReviewedAct) -> _Shorts:
    places, keys = array("I"), array("q")
    for place, norm in enumerate(norms_of(act)):
        words = len(norm.stems) + len(norm.lead)
        told = norm.whole and words >= _SHORTEST  # looked at among the sentences
        if words >= _LEAST and (norm.whole or norm.lead) and not norm.cases and not told:
            places.append(place)
            keys.append(wording_of(norm))
    return _Shorts(places.tobytes(), keys.tobytes())


_SHORTS = Digest("short norms", Decoder(_Shorts), _shorts_of)


def _short(review: Review, copies: set[tuple[str, str]]) -> Iterator[Finding]:
    """Short sentences, and items of lists that are led in alike, that two Acts have word for word."""
    bearers: dict[tuple[str, int], list[tuple[ReviewedAct, int]]] = {}
    for act in review.acts:
        shorts = _SHORTS.of(act)
        for place, key in zip(array("I", shorts.places), array("q", shorts.keys), strict=True):
            bearers.setdefault((act.language, key), []).append((act, place))
    for found in bearers.values():
        if len(found) != 2 or found[0][0].document.id == found[1][0].document.id:
            continue  # what stands in three places is a formula
        (act, place), (other_act, other_place) = found
        if (act.document.id, other_act.document.id) not in copies:
            norm, other = norms_of(act)[place], norms_of(other_act)[other_place]
            sure = len(norm.lead) > 0 and len(norm.lead) + len(norm.stems) >= _SHORTEST and not norm.rest
            evidence = (quoted(act, norm.at), quoted(other_act, other.at))
            yield make_finding(NAME, "short", "note", "medium" if sure else "low", evidence)


def _found(pair: Pair) -> Finding:
    kind = "same-act" if pair.one.act is pair.other.act else "two-acts"
    evidence = (quoted(pair.one.act, pair.one.at), quoted(pair.other.act, pair.other.at))
    return make_finding(NAME, kind, "note", "high" if pair.likeness == 1 else "medium", evidence)


def _is_norm(sentence: Sentence) -> bool:
    """Whether a sentence is a norm of its own: a sentence, and not the item of a list that many share.

    What transitional rules repeat is the text that holds until a day.
    """
    facts, pack = sentence.act.facts, get_pack(sentence.act.language)
    line = facts.lines[sentence.line]
    headings = (facts.provisions[p].heading for p in facts.ancestors(line.provision))
    if pack is None or any(pack.law.transitional.search(text) for text in (line.text, *headings)):
        return False
    words = facts.words(sentence.at)
    return sentence.length >= _SHORTEST and words[:1].isupper() and words.rstrip()[-1:] == "."


def _copies(review: Review, pairs: list[Pair]) -> list[tuple[str, str, int]]:
    """Documents of which one is a version of the other, with how many sentences they share."""
    shared: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        if pair.one.act is not pair.other.act:
            shared[pair.one.act.document.id, pair.other.act.document.id] += 1
    lines = {act.document.id: len(act.facts.lines) for act in review.acts}
    return [
        (one, other, count)
        for (one, other), count in sorted(shared.items())
        if count > _ACT_IS_COPY * min(lines[one], lines[other]) and one != other
    ]


CHECK = Check(
    name=NAME,
    rule="T4",
    run=find,
    digests=(SENTENCES, NORMS, _SHORTS),
    judged=(46, 50),
    guessed=(13, 22),
    texts={
        "en": CheckText(
            title="The same norm in two places",
            flags="A sentence of twelve words or more that stands, with the same words but for numbers, in "
            "another Act or in another article of the same Act; a shorter one, or an item of a list, that "
            "two Acts have word for word.",
            why="A norm must not be repeated within an Act, and acts that merely repeat others are to be "
            "repealed (Law No. 480-V, articles 24(3) and 27(8)); when one of the two is amended, the other "
            "contradicts it.",
            example="The grounds for refusal in the law, and word for word again in the rules.",
            do="Keep the norm in one place and refer to it from the other, or see to it that both are "
            "amended together.",
            messages={
                "same-act": "two articles of the Act say the same",
                "two-acts": "two Acts say the same",
                "short": "two Acts have the same words here",
                "copies": "the two documents share {count} sentences: one is a version of the other",
            },
        ),
        "ru": CheckText(
            title="Дублирование норм",
            flags="Предложение из двенадцати и более слов, которое с теми же словами, кроме чисел, стоит в "
            "другом акте или в другой статье того же акта; более короткое предложение или элемент перечня, "
            "дословно совпадающие в двух актах.",
            why="Норма не повторяется в одном акте, а акты, лишь воспроизводящие другие, подлежат "
            "признанию утратившими силу (пункт 3 статьи 24, пункт 8 статьи 27 Закона № 480-V); при "
            "изменении одной из норм возникает противоречие с другой.",
            example="Основания отказа установлены законом и дословно повторены в правилах.",
            do="Оставить норму в одном месте и сослаться на нее в другом либо изменять обе одновременно.",
            messages={
                "same-act": "две статьи акта содержат одну и ту же норму",
                "two-acts": "два акта содержат одну и ту же норму",
                "short": "в двух актах здесь одни и те же слова",
                "copies": "документы имеют общие предложения ({count}): один является версией другого",
            },
        ),
        "kk": CheckText(
            title="Нормалардың қайталануы",
            flags="Сандарынан басқа сөздері бірдей болып басқа актіде немесе сол актінің басқа бабында "
            "тұрған, он екі және одан көп сөзден тұратын сөйлем; екі актіде сөзбе-сөз бірдей қысқа сөйлем "
            "немесе тізбенің элементі.",
            why="Норма бір актіде қайталанбайды, ал басқаларын ғана қайталайтын актілердің күші жойылады "
            "(№ 480-V Заңның 24-бабының 3-тармағы, 27-бабының 8-тармағы); біреуі өзгергенде екіншісі оған "
            "қайшы келеді.",
            example="Бас тарту негіздері заңда белгіленіп, қағидаларда сөзбе-сөз қайталанған.",
            do="Норманы бір жерде қалдырып, екіншісінен оған сілтеме жасау немесе екеуін бірге өзгерту.",
            messages={
                "same-act": "актінің екі бабында бір норма тұр",
                "two-acts": "екі актіде бір норма тұр",
                "short": "екі актіде мұнда бірдей сөздер тұр",
                "copies": "құжаттардың ортақ {count} сөйлемі бар: бірі екіншісінің нұсқасы",
            },
        ),
    },
)
