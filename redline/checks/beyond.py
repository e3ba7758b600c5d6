"""What a by-law asks for, charges, forbids or adds, and no law of the dossier knows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from redline.checks.check import Check, CheckText, quoted, quoted_line
from redline.checks.levels import is_by_law, is_law
from redline.checks.norms import Norm, norms_of
from redline.checks.stems import telling_stems
from redline.checks.titles import Titles
from redline.dossier.library import Review, ReviewedAct
from redline.facts.citing import locate
from redline.languages import get_pack
from redline.languages.pack import LanguagePack
from redline.model.findings import Confidence, Finding, Severity, make_finding

NAME = "beyond-the-law"
_KNOWN = 0.5
"""What shares so many of its telling words with a norm of a law is known to that."""
_SUBJECT = 2
_VERB = 2
"""Behind `must`, what has to be done is among so many words."""


def find(review: Review) -> Iterator[Finding]:
    """Fees, duties, prohibitions and entries of lists of the by-laws, held against the laws."""
    titles = Titles(review)
    known: dict[str, _Laws] = {}
    for act in review.acts:
        pack = get_pack(act.language)
        acts = [each for each in review.acts if is_law(each) and each.language == act.language]
        if is_by_law(act) and acts and pack is not None:
            if act.language not in known:
                known[act.language] = _Laws(acts, pack)
            laws = known[act.language]
            yield from _fees(act, laws, pack)
            yield from _manners(act, laws)
            yield from _longer_lists(act, laws, pack)
            yield from _closed_lists(act, titles, pack)


class _Laws:
    """What the laws of one language say, read once for all by-laws.

    Attributes:
        paid: the norms by which something is paid for.
        lists: each list of what a document holds: its law, its items, the words for what it is of.
    """

    def __init__(self, laws: Sequence[ReviewedAct], pack: LanguagePack) -> None:
        self.paid: list[Norm] = []
        self.lists = [
            (law, items, _subject(law, items[0], pack)) for law in laws for items in _lists(law, pack)
        ]
        self._words: list[frozenset[str]] = []
        # The norms that have each word, and those of them that forbid, by their places in `_words`.
        self._having: defaultdict[str, set[int]] = defaultdict(set)
        self._forbidding: defaultdict[str, list[int]] = defaultdict(list)
        self._forbids = False
        for law in laws:
            for norm in norms_of(law):
                self._add(norm)
                if _pays(law, norm, pack):
                    self.paid.append(norm)

    def _add(self, norm: Norm) -> None:
        place, words = len(self._words), frozenset((*norm.stems, *norm.lead))
        self._words.append(words)
        forbids = norm.manner == "prohibition"
        self._forbids = self._forbids or forbids
        for word in words:
            self._having[word].add(place)
            if forbids:
                self._forbidding[word].append(place)

    def ask_for(self, doing: set[str], norm: Norm) -> bool:
        """Whether one of their norms speaks of doing what another norm asks for.

        Args:
            doing: the telling words of what is to be done.
        """
        having = [self._having.get(word, set()) for word in doing]
        places = set.intersection(*having) if having else range(len(self._words))
        return any(sum(stem in self._words[place] for stem in norm.stems) >= _SUBJECT for place in places)

    def forbid(self, norm: Norm) -> bool:
        """Whether one of their prohibitions has half of the telling words of another."""
        if not norm.stems:
            return self._forbids
        shared = Counter(place for stem in norm.stems for place in self._forbidding.get(stem, ()))
        return max(shared.values(), default=0) >= _KNOWN * len(norm.stems)


def _fees(act: ReviewedAct, laws: _Laws, pack: LanguagePack) -> Iterator[Finding]:
    """Something is paid for, and no law has anything paid that shares its words."""
    for norm in norms_of(act):
        if _pays(act, norm, pack) and not any(_covers(norm, other) for other in laws.paid):
            yield _found(act, norm, "fee", "error", "medium")


def _pays(act: ReviewedAct, norm: Norm, pack: LanguagePack) -> bool:
    return pack.norms.fees.search(_said(act, norm)) is not None


def _said(act: ReviewedAct, norm: Norm) -> str:
    return act.facts.lines[norm.line].text[norm.start : norm.end]


def _covers(norm: Norm, other: Norm) -> bool:
    """Whether a norm of a law has half of the telling words of another."""
    words = {*other.stems, *other.lead}
    return sum(stem in words for stem in norm.stems) >= _KNOWN * len(norm.stems)


def _manners(act: ReviewedAct, laws: _Laws) -> Iterator[Finding]:
    """Duties and prohibitions of which no law has one that shares their words."""
    for norm in norms_of(act):
        if not norm.whole or norm.manner_led or norm.manner not in ("duty", "prohibition"):
            continue
        duty = norm.manner == "duty"
        if not (laws.ask_for(_behind_duty(act, norm), norm) if duty else laws.forbid(norm)):
            yield _found(act, norm, norm.manner, "warning", "low")


def _behind_duty(act: ReviewedAct, norm: Norm) -> set[str]:
    """The telling words right behind the one that makes the duty; before it, where the language has it so."""
    pack = get_pack(act.language)
    found = [
        each for each in act.facts.modalities_of.get(norm.line, ()) if norm.start <= each.at.start < norm.end
    ]
    if pack is None or not found:
        return set(norm.stems)
    text = act.facts.lines[norm.line].text
    at = found[0].at
    words = (
        text[at.end : norm.end].split() if pack.law.acts_follow else text[norm.start : at.start].split()[::-1]
    )
    return set(telling_stems(" ".join(words), pack.law)[:_VERB])


def _longer_lists(act: ReviewedAct, laws: _Laws, pack: LanguagePack) -> Iterator[Finding]:
    """Entries of a list of what a document holds, where a law lists that too, without them."""
    for items in _lists(act, pack):
        subject = _subject(act, items[0], pack)
        for law, others, known in laws.lists:
            if not subject or not subject <= known:
                continue
            for item in items:
                if not item.rest and not any(_covers(item, other) for other in others):
                    evidence = (quoted(act, item.at), quoted_line(law, _lead_line(law, others[0])))
                    yield make_finding(NAME, "entry", "warning", "medium", evidence)


def _lists(act: ReviewedAct, pack: LanguagePack) -> Iterator[list[Norm]]:
    """The lists of what a document holds, each as its items."""
    lists: dict[tuple[int, tuple[str, ...]], list[Norm]] = {}
    for norm in norms_of(act):
        if norm.lead:
            parent = act.facts.provisions[act.facts.lines[norm.line].provision].parent
            lists.setdefault((parent, norm.lead), []).append(norm)
    for items in lists.values():
        if pack.norms.lists.search(act.facts.lines[_lead_line(act, items[0])].text):
            yield items


def _lead_line(act: ReviewedAct, item: Norm) -> int:
    """The line that leads in the list of an item."""
    facts = act.facts
    above = facts.lines_of.get(facts.provisions[facts.lines[item.line].provision].parent, ())
    return max(line for line in above if line < item.line and facts.lines[line].kind == "text")


def _subject(act: ReviewedAct, item: Norm, pack: LanguagePack) -> set[str]:
    """What a list is of: the words of its lead but for the verb."""
    lead = pack.norms.lists.sub(" ", act.facts.lines[_lead_line(act, item)].text)
    return set(telling_stems(lead, pack.law))


def _closed_lists(act: ReviewedAct, titles: Titles, pack: LanguagePack) -> Iterator[Finding]:
    """Something added to a list that the law keeps to itself."""
    for reference in act.facts.references:
        text = act.facts.lines[reference.at.line].text
        law = titles.act_of(act, reference) if pack.norms.besides.search(text) else None
        if law is None or law is act:
            continue
        located = locate(law.facts, reference, reference.steps, own=False)
        if located.verdict == "found":
            for line in law.facts.lines_of.get(located.provision, ()):
                if pack.norms.closed.search(law.facts.lines[line].text):
                    evidence = (quoted_line(act, reference.at.line), quoted_line(law, line))
                    yield make_finding(NAME, "closed-list", "error", "medium", evidence)


def _found(act: ReviewedAct, norm: Norm, kind: str, severity: Severity, confidence: Confidence) -> Finding:
    return make_finding(NAME, kind, severity, confidence, (quoted(act, norm.at),))


CHECK = Check(
    name=NAME,
    rule="T8",
    run=find,
    judged=None,
    texts={
        "en": CheckText(
            title="By-laws beyond the law",
            flags="A fee in a by-law, where no law of the dossier has anything paid in like words; a duty "
            "or a prohibition that no law of the dossier knows (a guess); an entry of a list of what a "
            "document holds that the list of the law has not; an addition to a list that only a law can "
            "extend.",
            why="A by-law must not go beyond the law (Law No. 480-V, article 24): what it asks for in "
            "excess is void, and is asked for all the same until somebody complains.",
            example="“a fee of two monthly calculation indices is charged for considering the "
            "application”, where the law has a charge for the permit only.",
            do="Take it out of the by-law, or put it into the law.",
            messages={
                "fee": "no law of the dossier has a fee for this",
                "duty": "no law of the dossier seems to know this duty",
                "prohibition": "no law of the dossier seems to know this prohibition",
                "entry": "the list of the law has no such entry",
                "closed-list": "only a law can extend this list",
            },
        ),
        "ru": CheckText(
            title="Выход подзаконного акта за пределы закона",
            flags="Плата в подзаконном акте, когда ни один из рассмотренных законов не содержит платы со "
            "сходными словами; обязанность или запрет, неизвестные этим законам (предположение); позиция "
            "перечня "
            "сведений, которой нет в перечне закона; дополнение перечня, который может быть расширен "
            "только законом.",
            why="Подзаконный акт не может выходить за пределы закона (статья 24 Закона № 480-V): излишнее "
            "требование ничтожно, но применяется, пока его не обжалуют.",
            example="«за рассмотрение заявки взимается плата в размере двух МРП», когда законом установлен "
            "сбор только за разрешение.",
            do="Исключить из подзаконного акта либо закрепить в законе.",
            messages={
                "fee": "ни один из рассмотренных законов такой платы не предусматривает",
                "duty": "обязанность, по-видимому, неизвестна рассмотренным законам",
                "prohibition": "запрет, по-видимому, неизвестен рассмотренным законам",
                "entry": "в перечне закона такой позиции нет",
                "closed-list": "перечень может быть расширен только законом",
            },
        ),
        "kk": CheckText(
            title="Заңға тәуелді актінің заң шегінен шығуы",
            flags="Қаралған бірде-бір заңда ұқсас сөздермен төлем болмаған жағдайда заңға тәуелді "
            "актідегі төлем; бұл заңдарға белгісіз міндет не тыйым (болжам); заңдағы тізбеде жоқ "
            "тармақ; тек заңмен кеңейтілетін тізбені толықтыру.",
            why="Заңға тәуелді акт заң шегінен шыға алмайды (№ 480-V Заңның 24-бабы): артық талап "
            "жарамсыз, бірақ шағым жасалғанға дейін қолданылады.",
            example="Заңда тек рұқсат үшін алым болса да, «өтінімді қарағаны үшін екі АЕК мөлшерінде ақы "
            "алынады».",
            do="Заңға тәуелді актіден алып тастау не заңда бекіту.",
            messages={
                "fee": "қаралған бірде-бір заңда мұндай төлем көзделмеген",
                "duty": "міндет қаралған заңдарға белгісіз сияқты",
                "prohibition": "тыйым қаралған заңдарға белгісіз сияқты",
                "entry": "заңдағы тізбеде мұндай тармақ жоқ",
                "closed-list": "тізбе тек заңмен кеңейтіледі",
            },
        ),
    },
)
