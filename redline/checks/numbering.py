"""Numbers that are missing, given twice, or out of order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from redline.akn.names import CONTAINERS
from redline.checks.check import Check, CheckText, quoted_provision
from redline.dossier.library import Review, ReviewedAct
from redline.model.facts import Provision
from redline.model.findings import Finding, make_finding

NAME = "numbering"
_PIECE = re.compile(r"\d+")
_REPEAL = re.compile(r"исключ|утратил|тасталды|күші жойы|repeal|omitted", re.IGNORECASE)
_NO_NUMBER = re.compile(r"\d\d?\.\d\d?\.\d{4}|\d{4}\.\d\d\.\d\d|(?:№|N) ?[\w-]+|\d{4} (?:г|ж)")
Key = tuple[int, ...]


def find(review: Review) -> Iterator[Finding]:
    """Gaps, doubles and steps back among the numbers of each list of provisions."""
    for act in review.acts:
        for provisions in lists_of(act):
            yield from _in_list(act, provisions)


def lists_of(act: ReviewedAct) -> Iterator[list[int]]:
    """The provisions that are numbered together: articles through the whole Act, others in what holds
    them."""
    every = range(1, len(act.facts.provisions))
    annexed = [p for p in every if act.facts.provisions[p].unit == "article" and not _in_annex(act, p)]
    if annexed:
        yield annexed
    for parent in sorted(act.facts.children):
        inside = [p for p in act.facts.children[parent] if act.facts.provisions[p].unit != "article"]
        units = sorted({act.facts.provisions[p].unit for p in inside})
        for unit in units:
            one = [p for p in inside if act.facts.provisions[p].unit == unit]
            for _, run in groupby(one, key=lambda p: _list_of(act.facts.provisions[p])):
                yield list(run)


def _list_of(provision: Provision) -> tuple[int, str]:
    """What is alike in one list: nothing but its entries between them, and numbers printed in one way."""
    return provision.series, provision.printed[-1:]


def _in_annex(act: ReviewedAct, provision: int) -> bool:
    return any(
        act.facts.provisions[p].unit in ("annex", "attachment") for p in act.facts.ancestors(provision)
    )


def number_key(number: str) -> Key | None:
    """`5-1` as (5, 1); None for what is not counted in figures."""
    if not number or not re.fullmatch(r"\d+(?:[-.]\d+)*", number):
        return None
    return tuple(int(piece) for piece in _PIECE.findall(number))


def _in_list(act: ReviewedAct, provisions: list[int]) -> Iterator[Finding]:
    keyed = [(p, key) for p in provisions if (key := number_key(act.facts.provisions[p].number)) is not None]
    for (before, old), (place, new) in pairwise(keyed):
        kind = _wrong(old, new)
        if kind is not None and not (kind == "gap" and _told(act, before, place, old, new)):
            yield _found(act, kind, before, place)


def _wrong(old: Key, new: Key) -> str | None:
    if new == old:
        return "twice"
    if new < old:
        # A list that begins again is another list; the layout does not always say so.
        return None if new in ((1,), (0,)) else "back"
    if len(new) == 1 and new[0] > old[0] + 1:
        return "gap"
    # 5-1 comes behind 5 or 5-0; 5-3 behind 5-1 leaves 5-2 out.
    skipped = len(old) == len(new) == 2 and old[0] == new[0] and new[1] > old[1] + 1
    return "gap" if skipped else None


def _told(act: ReviewedAct, before: int, after: int, old: Key, new: Key) -> bool:
    """Whether the numbers left out are said to be repealed: in a note, or by the stub before them."""
    wanted = set(range(old[-1] + 1, new[-1])) if len(old) == len(new) == 2 else set(range(old[0] + 1, new[0]))
    if any(_is_empty_chapter(act, place) for place in range(before + 1, after)):
        return True
    stub = [act.facts.lines[line].text for line in act.facts.lines_of.get(before, ())]
    notes = (*stub, *act.facts.notes)
    return any(_REPEAL.search(note) is not None and wanted <= _numbers_in(note) for note in notes)


def _is_empty_chapter(act: ReviewedAct, provision: int) -> bool:
    """A chapter that is left of its provisions: they were repealed with it."""
    each = act.facts.provisions[provision]
    return each.unit in CONTAINERS and (each.repealed or provision not in act.facts.children)


def _numbers_in(note: str) -> set[int]:
    """The numbers that a note names, runs written out; those of dates and Acts left out."""
    plain = _NO_NUMBER.sub(" ", note)
    found = {int(number) for number in _PIECE.findall(plain) if len(number) < 5}
    for first, last in re.findall(r"(\d{1,4}) ?[-–] ?(?:[^\W\d_]+ )?(\d{1,4})", plain):
        found |= set(range(int(first), int(last) + 1))
    return found


def _found(act: ReviewedAct, kind: str, before: int, place: int) -> Finding:
    provisions = act.facts.provisions
    evidence = (quoted_provision(act, place), quoted_provision(act, before))
    return make_finding(
        NAME, kind, "warning", "high", evidence,
        number=provisions[place].printed or provisions[place].number,
        before=provisions[before].printed or provisions[before].number,
    )  # fmt: skip


CHECK = Check(
    name=NAME,
    rule="T14",
    run=find,
    judged=(13, 14),
    scope="act",
    texts={
        "en": CheckText(
            title="Numbers missing, given twice or out of order",
            flags="A provision whose number does not follow the one before it, without a repealed "
            "provision in "
            "between.",
            why="A provision cannot be cited for certain by a number that two bear; a number left out "
            "suggests that a "
            "repeal was not noted. Law No. 480-V, article 27(6): the numbers of what is repealed are kept.",
            example="Points 3) and 5) with nothing between them.",
            do="Give the next free number, or restore the number of the repealed provision with the note "
            "of its repeal.",
            messages={
                "gap": "{number} stands behind {before}: the numbers between them are missing",
                "twice": "{number} is given twice",
                "back": "{number} stands behind {before}",
            },
        ),
        "ru": CheckText(
            title="Пропущенные, повторные и нарушающие порядок номера",
            flags="Структурный элемент, номер которого не следует за предыдущим, хотя между ними нет "
            "исключенного.",
            why="На элемент нельзя точно сослаться, если его номер повторяется; пропуск означает, что "
            "исключение не "
            "отражено. Пункт 6 статьи 27 Закона № 480-V: номера исключенных элементов сохраняются.",
            example="После подпункта 3) сразу следует подпункт 5).",
            do="Присвоить следующий свободный номер либо восстановить номер исключенного элемента с "
            "отметкой.",
            messages={
                "gap": "{number} следует за {before}: номера между ними пропущены",
                "twice": "{number} встречается дважды",
                "back": "{number} стоит после {before}",
            },
        ),
        "kk": CheckText(
            title="Қалып қойған, қайталанған және реті бұзылған нөмірлер",
            flags="Арасында алып тасталған элемент болмаса да, нөмірі алдыңғысынан кейін келмейтін элемент.",
            why="Нөмірі қайталанса, элементке дәл сілтеме жасау мүмкін емес; қалып қойған нөмір алып тастау "
            "көрсетілмегенін білдіреді. № 480-V Заңның 27-бабының 6-тармағы: нөмірлер сақталады.",
            example="3) тармақшадан кейін бірден 5) тармақша тұрады.",
            do="Келесі бос нөмірді беру немесе алып тасталған элементтің нөмірін белгісімен қалпына келтіру.",
            messages={
                "gap": "{number} {before} кейін тұр: арасындағы нөмірлер қалып қойған",
                "twice": "{number} екі рет берілген",
                "back": "{number} {before} кейін тұр",
            },
        ),
    },
)
