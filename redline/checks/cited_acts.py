"""Acts that are cited by another title, date or number than they bear, or that are repealed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rapidfuzz import fuzz

from redline.checks.check import Check, CheckText, quoted, quoted_provision
from redline.checks.titles import Titles, stems_of, words_of_title
from redline.dossier.library import Review, ReviewedAct
from redline.languages import get_pack
from redline.model.dossier import Document
from redline.model.facts import CitedAct
from redline.model.findings import Confidence, Evidence, Finding, Severity, make_finding

NAME = "cited-act"
_NEARLY = 90
_QUOTES = '«"“'
_SHORTEST = 3
"""Titles of fewer words (`О нотариате`) are near to others by chance."""


def find(review: Review) -> Iterator[Finding]:
    """What is wrong with the Acts that each Act names, as far as they are in the dossier."""
    titles = Titles(review)
    repealed = dict(_repealed(review))
    for act in review.acts:
        told: set[tuple[str, str]] = set()
        for cited in act.facts.acts:
            for finding in (*_about(review, titles, act, cited), *_gone(repealed, act, cited)):
                key = (finding.kind, "|".join(finding.said.values()))
                if key not in told:  # once for each way in which an Act is miscited
                    told.add(key)
                    yield finding


def _about(review: Review, titles: Titles, act: ReviewedAct, cited: CitedAct) -> Iterator[Finding]:
    named = titles.named(act, cited)
    if named is None:
        near = _nearly(review, act, cited)
        if near is not None:
            yield _found("title", act, cited, near, near.title, "medium")
            return
        perhaps = _perhaps(titles, act, cited)
        if perhaps is not None:
            yield _found("other-title", act, cited, perhaps, perhaps.title, "low")
        return
    document = named.document
    if document.id == act.document.id:
        return
    if document.status == "repealed":
        yield _found("repealed", act, cited, named, named.title)
    date = document.date.isoformat() if document.date is not None else ""
    other_date = bool(cited.date and date) and cited.date != date
    other_number = bool(cited.number and document.number) and _bare(cited.number) != _bare(document.number)
    if other_date and other_number:
        yield _found("date-and-number", act, cited, named, f"{date} № {document.number}")
    elif other_date:
        yield _found("date", act, cited, named, date)
    elif other_number:
        yield _found("number", act, cited, named, document.number)
    yield from _below(act.document, document, act, cited, named)


Title = tuple[str, tuple[str, ...], str]
"""The language, the words and the date of an Act that is no document of the dossier."""


def _repealed(review: Review) -> Iterator[tuple[Title, tuple[ReviewedAct, CitedAct]]]:
    """The Acts that one of the dossier declares to be repealed."""
    for act in review.acts:
        pack = get_pack(act.language)
        for cited in act.facts.acts:
            line = act.facts.lines[cited.at.line].text
            if pack is not None and cited.title and pack.law.repeals.search(line):
                yield _title(act, cited), (act, cited)


def _title(act: ReviewedAct, cited: CitedAct) -> Title:
    return act.language, words_of_title(cited.title, act.language in ("ru", "kk")), cited.date


def _gone(
    repealed: Mapping[Title, tuple[ReviewedAct, CitedAct]], act: ReviewedAct, cited: CitedAct
) -> Iterator[Finding]:
    """An Act that another of the dossier has repealed, by the same title and date."""
    found = repealed.get(_title(act, cited)) if cited.title and cited.date else None
    pack = get_pack(act.language)
    if found is None or pack is None or pack.law.repeals.search(act.facts.lines[cited.at.line].text):
        return
    evidence = (quoted(act, cited.at), quoted(found[0], found[1].at))
    yield make_finding(NAME, "repealed", "error", "high", evidence, words=act.facts.words(cited.at), right="")


def _below(
    citing: Document, document: Document, act: ReviewedAct, cited: CitedAct, named: ReviewedAct
) -> Iterator[Finding]:
    """A higher act that rests on a lower one: whoever makes the lower one changes the higher."""
    lower = citing.rank is not None and document.rank is not None and document.rank > citing.rank
    if lower and document.level not in ("code", "law"):
        yield _found("lower", act, cited, named, document.level, "medium")


def _bare(number: str) -> str:
    return number.replace(" ", "").upper().removeprefix("№")


def _nearly(review: Review, act: ReviewedAct, cited: CitedAct) -> ReviewedAct | None:
    """The document whose title is nearly the one that is cited."""
    cyrillic = act.language in ("ru", "kk")
    words = words_of_title(cited.title, cyrillic) if cited.title else ()
    if len(words) < _SHORTEST:
        return None
    for other in review.acts:
        if other.language != act.language or other.document.id == act.document.id:
            continue
        title = words_of_title(other.title, cyrillic)
        likeness = fuzz.ratio(" ".join(words), " ".join(title))
        if len(title) >= _SHORTEST and _NEARLY <= likeness < 100:
            return other
    return None


def _perhaps(titles: Titles, act: ReviewedAct, cited: CitedAct) -> ReviewedAct | None:
    """The law that a by-law rests on, where it cites a law by a title that none bears, half of it in the
    words of that law, and without date or number."""
    pack = get_pack(act.language)
    quoted_title = any(mark in act.facts.words(cited.at) for mark in _QUOTES)
    if (
        pack is None
        or not quoted_title
        or cited.date
        or cited.number
        or act.document.level in ("code", "law")
    ):
        return None
    cyrillic = act.language in ("ru", "kk")
    words = set(stems_of(words_of_title(cited.title, cyrillic), pack.law)) - pack.law.stops
    for ground in act.facts.acts:
        other = titles.named(act, ground) if act.facts.lines[ground.at.line].provision == 0 else None
        if other is not None and other.document.level in ("code", "law"):
            shared = words & set(stems_of(words_of_title(other.title, cyrillic), pack.law))
            if shared and 2 * len(shared) >= len(words):
                return other
    return None


def _found(
    kind: str, act: ReviewedAct, cited: CitedAct, named: ReviewedAct, right: str, sure: Confidence = "high"
) -> Finding:
    severity: Severity = "note" if kind == "lower" else "warning"
    evidence: tuple[Evidence, ...] = (quoted(act, cited.at), quoted_provision(named, 0))
    words = act.facts.words(cited.at)
    return make_finding(NAME, kind, severity, sure, evidence, words=words, right=right)


CHECK = Check(
    name=NAME,
    rule="T3",
    run=find,
    judged=None,
    texts={
        "en": CheckText(
            title="Acts cited wrongly",
            flags="An Act of the dossier that another cites by a title, date or number that it does not "
            "bear, that is repealed, or that stands below the one that rests on it.",
            why="A citation names the form, date, number and title (Law No. 480-V, article 25); one that "
            "is wrong leads to nothing, or to another Act.",
            example="“the Law of 22 July 2001 On Migration”, where the law is of 2011.",
            do="Cite the Act as it is called now; where it is repealed, cite the one that took its place.",
            messages={
                "title": "“{words}”: the title is “{right}”",
                "other-title": "“{words}”: no document of the dossier bears this title; perhaps “{right}” "
                "is meant",
                "date": "“{words}”: the Act is of {right}",
                "date-and-number": "“{words}”: the Act of this title is of {right}",
                "number": "“{words}”: the number is {right}",
                "repealed": "“{words}”: the Act is repealed",
                "lower": "“{words}”: an act of a lower level",
            },
        ),
        "ru": CheckText(
            title="Неверно указанные акты",
            flags="Рассмотренный акт, на который другой акт ссылается с иным заголовком, датой или номером, "
            "который утратил силу либо стоит ниже ссылающегося на него акта.",
            why="В ссылке указываются форма, дата, номер и заголовок (статья 25 Закона № 480-V); неверная "
            "ссылка не приводит ни к какому акту либо приводит к другому.",
            example="«Закон от 22 июля 2001 года „О миграции населения“», хотя закон принят в 2011 году.",
            do="Указать акт так, как он называется сейчас; если он утратил силу, указать заменивший его.",
            messages={
                "title": "«{words}»: заголовок акта «{right}»",
                "other-title": "«{words}»: акта с таким заголовком среди рассмотренных нет; возможно, "
                "имелся в виду "
                "«{right}»",
                "date": "«{words}»: дата акта {right}",
                "date-and-number": "«{words}»: акт с таким заголовком принят {right}",
                "number": "«{words}»: номер акта {right}",
                "repealed": "«{words}»: акт утратил силу",
                "lower": "«{words}»: акт нижестоящего уровня",
            },
        ),
        "kk": CheckText(
            title="Қате көрсетілген актілер",
            flags="Басқа акт өзге тақырыппен, күнмен не нөмірмен сілтеме жасаған, күші жойылған немесе "
            "сілтеме жасаған актіден төмен тұрған қаралған акт.",
            why="Сілтемеде нысан, күн, нөмір және тақырып көрсетіледі (№ 480-V Заңның 25-бабы); қате "
            "сілтеме ешқайда апармайды не басқа актіге апарады.",
            example="Заң 2011 жылы қабылданғанымен, «2001 жылғы 22 шілдедегі Заң» деп көрсетілген.",
            do="Актіні қазіргі атауымен көрсету; күші жойылса, оны алмастырған актіні көрсету.",
            messages={
                "title": "«{words}»: актінің тақырыбы «{right}»",
                "other-title": "«{words}»: қаралғандар арасында мұндай тақырыпты акт жоқ; «{right}» "
                "көзделген болуы "
                "мүмкін",
                "date": "«{words}»: актінің күні {right}",
                "date-and-number": "«{words}»: осындай тақырыпты акт: {right}",
                "number": "«{words}»: актінің нөмірі {right}",
                "repealed": "«{words}»: актінің күші жойылған",
                "lower": "«{words}»: төмен деңгейдегі акт",
            },
        ),
    },
)
