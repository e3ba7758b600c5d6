"""Items of a list that do not end as the others do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from redline.checks.check import Check, CheckText, quoted
from redline.dossier.library import Review, ReviewedAct
from redline.model.facts import Words
from redline.model.findings import Finding, make_finding

NAME = "list-punctuation"
_MOST = 0.6
_CONJUNCTION = re.compile(r"(?<=[;,]) (?:and|or|and/or)\Z")
_TAIL = 40
"""Of the items of a list so many end in a semicolon, where the list is written so."""


def find(review: Review) -> Iterator[Finding]:
    """Items that lack their semicolon, and last items that have one; then lines that are neither a
    paragraph of their own nor an item."""
    for act in review.acts:
        yield from _parts(act)
        for parent in sorted(act.facts.children):
            if parent > 0 and not act.facts.repealed(parent):
                yield from _in(act, parent)


def _in(act: ReviewedAct, parent: int) -> Iterator[Finding]:
    provisions = act.facts.provisions
    items = [p for p in act.facts.children[parent] if provisions[p].printed.endswith(")")]
    for _, group in groupby(items, key=lambda p: provisions[p].series):
        yield from _list(act, parent, [p for p in group if not provisions[p].repealed])


def _list(act: ReviewedAct, parent: int, items: list[int]) -> Iterator[Finding]:
    ends = [(item, line) for item in items if (line := _only_line(act, item)) is not None]
    marks = [_mark(act.facts.lines[line].text) for _, line in ends]
    if ";" not in marks or len(ends) < 2:
        return
    alike = len(ends) > 2 and marks.count(";") >= _MOST * (len(marks) - 1)
    for place, ((item, line), mark) in enumerate(zip(ends, marks, strict=True)):
        last = item == items[-1]
        wrong = mark not in ";:–—-" and (alike or mark.isalnum())
        if not last and wrong and not _is_sentences(act.facts.lines[line].text):
            yield _found(act, line, "no-mark" if mark.isalnum() else "no-semicolon")
        if alike and last and mark in ";," and place == len(ends) - 1 and _ends_there(act, parent, line):
            yield _found(act, line, "no-full-stop")


def _parts(act: ReviewedAct) -> Iterator[Finding]:
    """Unnumbered lines between items that begin with a capital as a paragraph does, and end as an item."""
    facts = act.facts
    small, capital = _words_inside(act)
    for provision, places in sorted(facts.lines_of.items()):
        lines = [p for p in places if facts.lines[p].kind == "text" and not facts.lines[p].quoted]
        if facts.repealed(provision) or provision == 0:
            continue
        for before, line in pairwise(lines):
            text, led = facts.lines[line].text, facts.lines[before].text
            item = led.endswith(":") or (led.endswith(";") and led[:1].islower())
            others = sum(facts.lines[p].text[:1].islower() for p in lines)
            first = text.split()[0].strip(",;")
            # A word that the Act has in small letters, and with a capital at beginnings alone, is no name.
            common = first[:1].isupper() and first.lower() in small and first not in capital
            if item and common and text.endswith(";") and others >= 2:
                yield _found(act, line, "neither")


def _words_inside(act: ReviewedAct) -> tuple[set[str], set[str]]:
    """The words of an Act in small letters, and those with a capital inside a sentence."""
    small: set[str] = set()
    capital: set[str] = set()
    for line in act.facts.lines:
        before = "."
        for word in line.text.split():
            bare = word.strip('.,;:()«»"“”')
            if bare[:1].isupper():
                if before[-1] not in '.:;!?)"»':
                    capital.add(bare)
            else:
                small.add(bare)
            before = word
    return small, capital


def _mark(text: str) -> str:
    """The mark that a text ends in, inside quotation marks too, and before `and` or `or` of a next item."""
    return _CONJUNCTION.sub("", text).rstrip(' "»”’')[-1:]


def _only_line(act: ReviewedAct, item: int) -> int | None:
    """The line of an item that has one, and nothing inside it."""
    lines = act.facts.lines_of.get(item, ())
    return lines[0] if len(lines) == 1 and item not in act.facts.children else None


def _is_sentences(text: str) -> bool:
    """Whether an item goes on with a sentence of its own: that ends in a full stop."""
    return text.rstrip().endswith(".") and ". " in text


def _ends_there(act: ReviewedAct, parent: int, line: int) -> bool:
    """Whether no closing words follow: the next line stands in another provision that is not of the list."""
    if line + 1 >= len(act.facts.lines):
        return True
    following = act.facts.lines[line + 1].provision
    return parent not in act.facts.ancestors(following)


def _found(act: ReviewedAct, line: int, kind: str) -> Finding:
    text = act.facts.lines[line].text
    at = Words(line, max(0, text.rfind(" ", 0, len(text) - _TAIL) + 1), len(text))
    return make_finding(NAME, kind, "note", "high", (quoted(act, at),), end=_mark(text))


CHECK = Check(
    name=NAME,
    rule="T14",
    run=find,
    judged=(49, 50),
    scope="act",
    texts={
        "en": CheckText(
            title="Punctuation of lists",
            flags="An item of a list that does not end in a semicolon though the others do, a last item "
            "that does and is followed by nothing, and a line that begins like a paragraph and ends like "
            "an item.",
            why="By its closing mark one sees whether a list goes on; where it is wrong, words may have "
            "been lost. Law No. 480-V, article 23: items end in a semicolon, the last in a full stop.",
            example="“2) the local executive bodies” without any mark, and then item 3).",
            do="Put a semicolon, or at the end of the list a full stop; look whether words are missing.",
            messages={
                "no-semicolon": "the item ends in “{end}”, not in a semicolon",
                "no-mark": "the item ends without any mark",
                "neither": "the line begins with a capital, like a paragraph, and ends in “{end}”, like an "
                "item",
                "no-full-stop": "the last item ends in “{end}”, and nothing follows",
            },
        ),
        "ru": CheckText(
            title="Пунктуация перечней",
            flags="Элемент перечня, не оканчивающийся точкой с запятой, как остальные, последний элемент, "
            "после точки с запятой которого ничего не следует, и строка, которая начинается как часть, а "
            "оканчивается как абзац.",
            why="По знаку видно, продолжается ли перечень; при неверном знаке часть текста могла быть "
            "утрачена. Статья 23 Закона № 480-V: элементы оканчиваются точкой с запятой, последний точкой.",
            example="«2) местные исполнительные органы» без знака, далее подпункт 3).",
            do="Поставить точку с запятой, в конце перечня точку; проверить, не утрачен ли текст.",
            messages={
                "no-semicolon": "элемент оканчивается знаком «{end}», а не точкой с запятой",
                "no-mark": "элемент оканчивается без знака",
                "neither": "строка начинается с прописной буквы, как часть, а оканчивается знаком «{end}», "
                "как абзац",
                "no-full-stop": "последний элемент оканчивается знаком «{end}», далее ничего нет",
            },
        ),
        "kk": CheckText(
            title="Тізбелердің тыныс белгілері",
            flags="Басқалары сияқты нүктелі үтірмен аяқталмайтын тізбе элементі, нүктелі үтірінен кейін "
            "ештеңе келмейтін соңғы элемент және бөлік сияқты басталып, абзац сияқты аяқталатын жол.",
            why="Тізбенің жалғасатыны белгісінен көрінеді; ол қате болса, мәтіннің бөлігі жоғалған болуы "
            "мүмкін. № 480-V Заңның 23-бабы: элементтер нүктелі үтірмен, соңғысы нүктемен аяқталады.",
            example="«2) жергілікті атқарушы органдар» белгісіз аяқталып, одан кейін 3) тармақша келеді.",
            do="Нүктелі үтір, тізбенің соңында нүкте қою; мәтіннің жоғалмағанын тексеру.",
            messages={
                "no-semicolon": "элемент нүктелі үтірмен емес, «{end}» белгісімен аяқталады",
                "no-mark": "элемент белгісіз аяқталады",
                "neither": "жол бөлік сияқты бас әріппен басталып, абзац сияқты «{end}» белгісімен аяқталады",
                "no-full-stop": "соңғы элемент «{end}» белгісімен аяқталып, одан кейін ештеңе жоқ",
            },
        ),
    },
)
