"""Kazakh formulas of an amending Act, as Kazakhstan's laws have them.

The verb stands at the end; chains go from the largest unit to the smallest, all but the last in the genitive;
words that are added at the end of an element come after its last words (`… деген сөзден кейін …`).
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from msgspec import Struct

from redline.languages.formulas import (
    Thing,
    fill,
    in_one_unit,
    is_number,
    kinds_of_words,
    quoted_words,
    same_but_last,
    things_in,
    unnumbered_row,
    words_listed,
)
from redline.languages.kk_forms import MOST, Case, inflect, ordinal
from redline.languages.months import MONTHS
from redline.languages.writing import counted_part, said_in_words
from redline.model.address import REMARK, Part, Step
from redline.model.amending import Instruction, Location, Piece, Sentence

_UNITS: Mapping[str, str] = {
    "article": "бап", "paragraph": "тармақ", "point": "тармақша", "subparagraph": "тармақша",
    "item": "тармақша", "li": "тармақша", "part": "бөлік", "note": "ескертпе",
    "section": "бөлім", "subsection": "кіші бөлім", "chapter": "тарау", "subchapter": "параграф",
    **dict.fromkeys(("attachment", "component", "schedule", "annex", "appendix"), "қосымша"),
}  # fmt: skip
_PARTS: Mapping[str, str] = {
    "heading": "тақырып", "num": "нөмір", "text": "мәтін", "title": "тақырып", "short-title": "атау",
    "preamble": "кіріспе", "toc": "мазмұн", "block": "абзац", "part": "бөлік", "sentence": "сөйлем",
    "definition": "анықтама", "item": "тармақ орны", "table": "кесте", "row": "жол", "column": "баған",
    "cell": "ұяшық", "note": "сілтеме", "formula": "формула", "image": "сурет", "intro": "абзац",
    "wrap": "абзац", "crossheading": "айдар",
}  # fmt: skip
_DIGITS = frozenset({"table", "column", "cell", "note", "formula", "image"})
_TEMPLATES: Mapping[str, str] = {
    "substitute": "{in_place}{old} {respectively}{new} ауыстырылсын{except_}",
    "omit": "{in_place}{old} алып тасталсын",
    "add": "{object}{beside} {new} толықтырылсын",
    "replace": "{object} мынадай редакцияда жазылсын:",
    "retitle": "{object} мынадай редакцияда жазылсын:",
    "insert": "{object}{behind_row} мынадай мазмұндағы {instrumental} толықтырылсын:",
    "repeal": "{object} алып тасталсын",
    "renumber": "{object} {respectively}{nominative_new} деп есептелсін",
    "move": "{object} {moved}",
    "designate": "{text_of} {nominative_new} деп есептелсін",
    "enclose": "{object} мынадай тақырыппен {dative_new} біріктірілсін:",
    "split": "{object} {dative_new} бөлініп, мынадай редакцияда жазылсын:",
    "join": "{object} {dative_new} біріктіріліп, мынадай редакцияда жазылсын:",
    "restore": "{object} қалпына келтіріліп, мынадай редакцияда жазылсын:",
}


class KazakhFormulas(Struct, frozen=True):
    """Kazakh; see `Formulas`."""

    code: str = "kk"
    quotes: tuple[str, str] = ("«", "»")

    def say(self, instruction: Instruction, within: Location | None) -> Sentence:
        """An instruction as a sentence; see `Formulas.say`."""
        template = _TEMPLATES[instruction.action]
        new, places = instruction.new, instruction.places
        inside = Location(new[0].steps[:-1]) if new and len(new[0].steps) > 1 else None
        if new and new[0].parts:
            inside = Location(new[0].steps, new[0].parts[:-1])
        several = len(instruction.pairs) > 1 or (instruction.action == "renumber" and len(places) > 1)
        return fill(
            template,
            in_place=self._in_place(instruction, within),
            object=cited(places, "nominative", within),
            text_of=cited(
                [Location(p.steps, (*p.parts, Part("text"))) for p in places], "nominative", within
            ),
            instrumental=self._added(instruction, inside),
            nominative_new=cited(new, "nominative", inside) if new else "",
            dative_new=cited(new, "dative", inside) if new else "",
            respectively="тиісінше " if several else "",
            beside=self._beside(instruction),
            behind_row=self._behind_row(instruction),
            moved=self._moved(instruction) if instruction.action == "move" else "",
            old=_quoted([old for old, _ in instruction.pairs], "old", "nominative")
            if instruction.pairs
            else "",
            new=self._new(instruction),
            except_=self._except(instruction),
        ) + tuple(instruction.quoted)

    def for_a_time(self, instruction: Instruction, law: str) -> Sentence:
        """`… мынадай редакцияда қолданылады деп белгіленсін`; see `Formulas.for_a_time`."""
        return fill(
            "{law} {what} {span} мынадай редакцияда қолданылады деп белгіленсін:",
            law=law,
            what=cited(instruction.places, "nominative", None, belongs=True),
            span=self._span(instruction),
        ) + tuple(instruction.quoted)

    def open_group(self, group: Location, within: Location | None) -> str:
        """`5-бапта`."""
        return cited([group], "locative", within)

    def _in_place(self, instruction: Instruction, within: Location | None) -> str:
        if instruction.everywhere:
            genitive = cited(instruction.places, "genitive", within)
            return f"{genitive} бүкіл мәтіні бойынша " if genitive else "бүкіл мәтін бойынша "
        unit, groups = in_one_unit(instruction.places, within)
        if len(groups) == 1:
            where = cited(instruction.places, "adjective", within)
            return f"{where} " if where else ""
        outer = cited([unit], "genitive", within)
        said = [cited(group, "adjective", unit, belongs=bool(outer)) for group in groups]
        return f"{outer} {', '.join(said)} "

    def _beside(self, instruction: Instruction) -> list[Piece]:
        if instruction.action != "add":
            return []
        if instruction.side in ("after", "end"):
            return [" ", *_quoted([instruction.anchor], "anchor", "ablative"), " кейін"]
        return [" ", *_quoted([instruction.anchor], "anchor", "genitive"), " алдынан"]

    def _new(self, instruction: Instruction) -> list[Piece]:
        if instruction.action == "add":
            return _quoted([instruction.words], "new", "instrumental")
        if not instruction.pairs:
            return []
        return _quoted([new for _, new in instruction.pairs], "new", "instrumental")

    def _except(self, instruction: Instruction) -> str:
        if instruction.action != "substitute" or not instruction.new:
            return ""
        return f" ({cited(instruction.new, 'accusative', None)} қоспағанда)"

    def _added(self, instruction: Instruction, inside: Location | None) -> str:
        new = instruction.new
        if not new or instruction.action == "substitute":
            return "мәтінмен" if instruction.action == "insert" else ""
        if any(part.kind == "toc" for part in new[0].parts):
            of_what = cited([Location(place.steps) for place in new], "genitive", None)
            return f"{of_what} {inflect('тақырып', 'instrumental', many=len(new) > 1, possessed=True)}"
        return cited(new, "instrumental", inside)

    def _moved(self, instruction: Instruction) -> str:
        old, new = instruction.places[0], instruction.new[0]
        beside, place = instruction.beside, ""
        # What stays among its siblings is not cited by what holds them all.
        around = Location(old.steps[:-1]) if len(old.steps) > 1 else None
        if beside is not None and instruction.side == "into":
            place = cited([beside], "dative", None)
        elif beside is not None and instruction.side == "after":
            place = f"{cited([beside], 'ablative', around)} кейін"
        elif beside is not None:
            place = f"{cited([beside], 'genitive', around)} алдына"
        if [step.number for step in old.steps] == [step.number for step in new.steps]:
            return f"{place} орналастырылсын"
        return f"{place} орналастырылып, {cited([new], 'nominative', around)} деп есептелсін"

    def _behind_row(self, instruction: Instruction) -> str:
        """` «A» деген жолдан кейін`: where a row comes that has no number of its own."""
        beside = unnumbered_row(instruction)
        if beside is None:
            return ""
        if instruction.side == "after":
            return f" {cited([beside], 'ablative', None)} кейін"
        return f" {cited([beside], 'genitive', None)} алдынан"

    def _span(self, instruction: Instruction) -> str:
        start = f"{date_in_words(instruction.date, 'ablative')} бастап " if instruction.date else ""
        until = f"{date_in_words(instruction.until, 'dative')} дейін" if instruction.until else ""
        return start + until


def date_in_words(date: datetime.date, case: Case = "nominative") -> str:
    """`2011 жылғы 22 шілде`, with the month in a case: `шілдеден`, `шілдедегі`."""
    return f"{date.year} жылғы {date.day} {inflect(MONTHS['kk'][date.month - 1], case)}"


def cited(places: Sequence[Location], case: Case, within: Location | None, *, belongs: bool = False) -> str:
    """Elements in one case: `37 және 38-баптар`, `4-тармақтың екінші бөлігі`; empty for the Act itself.

    Args:
        places: the elements.
        case: of the innermost unit.
        within: what a line above names.
        belongs: whether something is named before that they belong to (`Заңының 5-бабы`).
    """
    chains = [things_in(place, within) for place in places]
    if len(chains) > 1 and all(chains) and same_but_last(chains):
        return _of_one_kind(chains, case, belongs=belongs)
    return words_listed([_chain(chain, case, belongs=belongs) for chain in chains], " және ")


def _chain(things: Sequence[Thing], case: Case, *, belongs: bool) -> str:
    said = [
        _thing(thing, case if place == len(things) - 1 else "genitive", possessed=place > 0 or belongs)
        for place, thing in enumerate(things)
    ]
    return " ".join(said)


def _of_one_kind(chains: Sequence[Sequence[Thing]], case: Case, *, belongs: bool) -> str:
    outer = _chain(chains[0][:-1], "genitive", belongs=belongs)
    last = [chain[-1] for chain in chains]
    noun = _inflected(_noun(last[0]), case, many=True, possessed=bool(outer) or belongs)
    numbers = words_listed([*filter(None, map(_number, last))], " және ")
    link = "-" if _in_figures(last[0]) else " "
    return " ".join(filter(None, (outer, f"{numbers}{link}{noun}" if numbers else noun)))


def _thing(thing: Thing, case: Case, *, possessed: bool) -> str:
    toc = isinstance(thing, Part) and thing.kind == "toc"
    noun = _inflected(_noun(thing), case, many=False, possessed=possessed or toc)
    number = _number(thing)
    if not number:
        return noun
    return f"{number}{'-' if _in_figures(thing) else ' '}{noun}"


def _inflected(noun: str, case: Case, *, many: bool, possessed: bool) -> str:
    before, space, last = noun.rpartition(" ")
    return before + space + inflect(last, case, many=many, possessed=possessed)


def _noun(thing: Thing) -> str:
    if thing == REMARK:
        return "ескертпе"
    if isinstance(thing, Part):
        return _PARTS.get(thing.kind, "мәтін")
    element = thing.units[0] if thing.units else ""
    if element == "alinea":
        return "бөлік" if counted_part(thing) else "абзац"
    return "кіріспе" if element == "preamble" else _UNITS.get(element, "тармақ")


def _in_figures(thing: Thing) -> bool:
    """Whether the number is joined to its unit by a hyphen: `5-бап`, and not `2) тармақша`."""
    if isinstance(thing, Part):
        return is_number(thing.words) if thing.words else thing.kind in _DIGITS
    return _noun(thing) != "тармақша" and not _is_counted(thing)


def _is_counted(step: Step) -> bool:
    """Whether it is a part, numbered or not, which is said by an ordinal in words."""
    counted = counted_part(step) or step.units[:1] == ("alinea",)
    return counted and said_in_words(step.number, MOST)


def _number(thing: Thing) -> str:
    if isinstance(thing, Step):
        if thing.number is None:
            return ""
        if _is_counted(thing):
            return ordinal(int(thing.number))
        return f"{thing.number})" if _noun(thing) == "тармақша" else thing.number
    if thing.words and thing.kind not in ("block", "part"):
        return thing.words if is_number(thing.words) else f"«{thing.words}» деген"
    if thing.kind in ("intro", "wrap"):
        return ordinal(1 if thing.kind == "intro" else -1)
    if thing.index is None:
        return ""
    if thing.kind in _DIGITS and thing.index > 0:
        return str(thing.index)
    return ordinal(thing.index) if thing.index <= MOST else str(thing.index)


def _quoted(words: Sequence[str], role: str, case: Case) -> list[Piece]:
    """`«A» және «B» деген сөздер`, `«10» деген цифрлар`: what is quoted, called what it is."""
    kind = kinds_of_words(words)
    many = kind in ("words", "digits") or len(words) > 1
    if kind == "mark":
        noun = "тыныс " + inflect("белгі", case, many=many, possessed=True)
    else:
        noun = inflect("цифр" if kind.startswith("digit") else "сөз", case, many=many)
    return [*quoted_words(words, role, " және "), f" деген {noun}"]
