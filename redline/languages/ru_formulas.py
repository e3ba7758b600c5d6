"""Russian formulas of an amending Act, as Kazakhstan's laws have them.

The formulas are the official ones of the Ведомости: objects in the accusative (`статью 5`), places in the
prepositional (`в статье 5`), what is added in the instrumental (`статьей 5-1`); chains go from the smallest
unit to the largest, all but the first in the genitive.
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
from redline.languages.months import MONTHS
from redline.languages.ru_forms import MOST, NOUNS, Case, Noun, ordinal
from redline.languages.writing import counted_part, said_in_words
from redline.model.address import REMARK, Part, Step
from redline.model.amending import Instruction, Location, Piece, Sentence

_UNITS: Mapping[str, str] = {
    "article": "статья", "paragraph": "пункт", "point": "подпункт", "subparagraph": "подпункт",
    "item": "подпункт", "li": "подпункт", "part": "часть", "note": "примечание",
    "section": "раздел", "subsection": "подраздел", "chapter": "глава", "subchapter": "параграф",
    **dict.fromkeys(("attachment", "component", "schedule", "annex", "appendix"), "приложение"),
}  # fmt: skip
_IN_PARENTHESES = frozenset({"подпункт"})
_PARTS: Mapping[str, str] = {
    "heading": "заголовок", "num": "номер", "text": "текст", "title": "заголовок",
    "short-title": "наименование", "preamble": "преамбула", "toc": "оглавление", "block": "абзац",
    "part": "часть", "sentence": "предложение", "definition": "определение", "item": "позиция",
    "table": "таблица", "row": "строка", "column": "графа", "cell": "ячейка", "note": "сноска",
    "formula": "формула", "image": "рисунок", "intro": "абзац", "wrap": "абзац",
}  # fmt: skip
_DIGITS = frozenset({"table", "column", "cell", "note", "formula", "image"})
"""Parts whose place is said in figures; the others take ordinals in words."""

_WORD: Noun = Noun(
    "neuter",
    ("слово", "слова", "слову", "слово", "словом", "слове"),
    ("слова", "слов", "словам", "слова", "словами", "словах"),
)
_FIGURE: Noun = Noun(
    "feminine",
    ("цифра", "цифры", "цифре", "цифру", "цифрой", "цифре"),
    ("цифры", "цифр", "цифрам", "цифры", "цифрами", "цифрах"),
)
_SIGN: Noun = Noun(
    "masculine",
    ("знак препинания", "знака препинания", "знаку препинания", "знак препинания", "знаком препинания",
     "знаке препинания"),
    ("знаки препинания", "знаков препинания", "знакам препинания", "знаки препинания",
     "знаками препинания", "знаках препинания"),
)  # fmt: skip
_TEMPLATES: Mapping[str, str] = {
    "substitute": "{in_place}{old} заменить {as_pairs}{new}{except_}",
    "omit": "{in_place}{old} исключить",
    "add": "{object}{beside} дополнить {new}",
    "replace": "{object} изложить в следующей редакции:",
    "retitle": "{object} изложить в следующей редакции:",
    "insert": "{object}{behind_row} дополнить {instrumental} следующего содержания:",
    "repeal": "{object} исключить",
    "renumber": "{object} считать {respectively}{instrumental}",
    "move": "{object} {moved}",
    "designate": "текст {genitive} считать {instrumental}",
    "enclose": "{object} объединить в {accusative_new} со следующим заголовком:",
    "split": "{object} разделить на {accusative_new}, изложив их в следующей редакции:",
    "join": "{object} объединить в {accusative_new}, изложив в следующей редакции:",
    "restore": "{object} восстановить в следующей редакции:",
}


class RussianFormulas(Struct, frozen=True):
    """Russian; see `Formulas`."""

    code: str = "ru"
    quotes: tuple[str, str] = ("«", "»")

    def say(self, instruction: Instruction, within: Location | None) -> Sentence:
        """An instruction as a sentence; see `Formulas.say`."""
        places = instruction.places
        template = _TEMPLATES[instruction.action]
        new = instruction.new
        # What is added to an element is named inside it, what gets a number is cited as it will be.
        inside = Location(new[0].steps[:-1]) if new and len(new[0].steps) > 1 else None
        if new and new[0].parts:
            inside = Location(new[0].steps, new[0].parts[:-1])
        return fill(
            template,
            in_place=self._in_place(instruction, within),
            object=cited(places, "accusative", within),
            genitive=cited(places, "genitive", within),
            instrumental=self._added(instruction, inside),
            accusative_new=cited(new, "accusative", inside) if new else "",
            respectively="соответственно " if len(places) > 1 else "",
            beside=self._beside(instruction, within),
            behind_row=self._behind_row(instruction),
            moved=self._moved(instruction) if instruction.action == "move" else "",
            old=_quoted([old for old, _ in instruction.pairs], "old", "accusative")
            if instruction.pairs
            else "",
            new=self._new(instruction),
            as_pairs="соответственно " if len(instruction.pairs) > 1 else "",
            except_=self._except(instruction),
        ) + tuple(instruction.quoted)

    def for_a_time(self, instruction: Instruction, law: str) -> Sentence:
        """`Установить, что до 1 марта 2016 года …`; see `Formulas.for_a_time`."""
        places = instruction.places
        return fill(
            "Установить, что {span} {what} {law} {acts} в следующей редакции:",
            span=self._span(instruction),
            what=cited(places, "nominative", None),
            law=law,
            acts="действуют" if len(places) > 1 else "действует",
        ) + tuple(instruction.quoted)

    def open_group(self, group: Location, within: Location | None) -> str:
        """`в статье 5`."""
        return f"в {cited([group], 'prepositional', within)}"

    def _in_place(self, instruction: Instruction, within: Location | None) -> str:
        if instruction.everywhere:
            genitive = cited(instruction.places, "genitive", within)
            return f"по всему тексту {genitive} " if genitive else "по всему тексту "
        unit, groups = in_one_unit(instruction.places, within)
        if len(groups) == 1:
            where = cited(instruction.places, "prepositional", within)
            return f"в {where} " if where else ""
        said = [f"в {cited(group, 'prepositional', unit)}" for group in groups]
        return f"{(' и ' if len(said) == 2 else ', ').join(said)} {cited([unit], 'genitive', within)} "

    def _beside(self, instruction: Instruction, within: Location | None) -> list[Piece]:
        if instruction.action != "add" or instruction.side == "end":
            return []
        after = instruction.side == "after"
        words = _quoted([instruction.anchor], "anchor", "genitive" if after else "instrumental")
        return [" после " if after else " перед ", *words]

    def _new(self, instruction: Instruction) -> list[Piece]:
        if instruction.action == "add":
            return _quoted([instruction.words], "new", "instrumental")
        if not instruction.pairs:
            return []
        return _quoted([new for _, new in instruction.pairs], "new", "instrumental")

    def _except(self, instruction: Instruction) -> str:
        if instruction.action != "substitute" or not instruction.new:
            return ""
        return f", за исключением {cited(instruction.new, 'genitive', None)}"

    def _added(self, instruction: Instruction, inside: Location | None) -> str:
        new = instruction.new
        if not new or instruction.action == "substitute":
            return "текстом" if instruction.action == "insert" else ""
        if any(part.kind == "toc" for part in new[0].parts):
            noun = NOUNS["заголовок"].form("instrumental", many=len(new) > 1)
            return f"{noun} {cited([Location(place.steps) for place in new], 'genitive', None)}"
        return cited(new, "instrumental", inside)

    def _moved(self, instruction: Instruction) -> str:
        old, new = instruction.places[0], instruction.new[0]
        # What stays among its siblings is not cited by what holds them all.
        around = Location(old.steps[:-1]) if len(old.steps) > 1 else None
        beside = instruction.beside
        place = ""
        if beside is not None and instruction.side == "into":
            place = f"в {cited([beside], 'accusative', None)}"
        elif beside is not None:
            link = "после" if instruction.side == "after" else "перед"
            case: Case = "genitive" if instruction.side == "after" else "instrumental"
            place = f"{link} {cited([beside], case, around)}"
        same = [step.number for step in old.steps] == [step.number for step in new.steps]
        if same:
            return f"поместить {place}"
        return f"считать {cited([new], 'instrumental', around)}, поместив {place}"

    def _behind_row(self, instruction: Instruction) -> str:
        """` после строки «A»`: where a row comes that has no number of its own."""
        beside = unnumbered_row(instruction)
        if beside is None:
            return ""
        after = instruction.side == "after"
        row = cited([beside], "genitive" if after else "instrumental", None)
        return f" {'после' if after else 'перед'} {row}"

    def _span(self, instruction: Instruction) -> str:
        start = f"с {date_in_words(instruction.date)} " if instruction.date else ""
        return f"{start}до {date_in_words(instruction.until)}" if instruction.until else start


def date_in_words(date: datetime.date) -> str:
    """`22 июля 2011 года`."""
    return f"{date.day} {MONTHS['ru'][date.month - 1]} {date.year} года"


def cited(places: Sequence[Location], case: Case, within: Location | None) -> str:
    """Elements in one case: `статьи 37 и 38`, `части вторую и пятую пункта 4`; empty for the Act itself."""
    chains = [things_in(place, within) for place in places]
    if len(chains) > 1 and all(chains) and same_but_last(chains):
        return _of_one_kind(chains, case)
    return words_listed([_chain(chain, case) for chain in chains], " и ")


def _chain(things: Sequence[Thing], case: Case) -> str:
    said: list[str] = []
    noted = False
    for thing in reversed(things):
        if noted:  # `примечание к статье 62`
            said.append("к " + _thing(thing, "dative"))
        else:
            said.append(_thing(thing, "genitive" if said else case))
        noted = _noun(thing) is NOUNS["примечание"]
    return " ".join(said)


def _of_one_kind(chains: Sequence[Sequence[Thing]], case: Case) -> str:
    last = [chain[-1] for chain in chains]
    noun = _noun(last[0])
    outer = _chain(chains[0][:-1], "genitive")
    numbers = words_listed([*filter(None, (_number(thing, noun, case) for thing in last))], " и ")
    return " ".join(filter(None, (noun.form(case, many=True), numbers, outer)))


def _thing(thing: Thing, case: Case) -> str:
    noun = _noun(thing)
    number = _number(thing, noun, case)
    if isinstance(thing, Part) and thing.kind == "crossheading":
        return f"{noun.form(case)} перед"
    return f"{noun.form(case)} {number}" if number else noun.form(case)


def _noun(thing: Thing) -> Noun:
    if thing == REMARK:
        return NOUNS["примечание"]
    if isinstance(thing, Part):
        return NOUNS[_PARTS.get(thing.kind, "текст")]
    element = thing.units[0] if thing.units else ""
    if element == "alinea":
        return NOUNS["часть" if counted_part(thing) else "абзац"]
    return NOUNS["преамбула"] if element == "preamble" else NOUNS[_UNITS.get(element, "пункт")]


def _number(thing: Thing, noun: Noun, case: Case) -> str:
    if isinstance(thing, Step):
        if thing.number is None:
            return ""
        counted = counted_part(thing) or thing.units[:1] == ("alinea",)
        if counted and said_in_words(thing.number, MOST):
            return ordinal(int(thing.number), noun.gender, case)
        return f"{thing.number})" if noun in map(NOUNS.get, _IN_PARENTHESES) else thing.number
    if thing.words and thing.kind not in ("block", "part"):
        return thing.words if is_number(thing.words) else f"«{thing.words}»"
    if thing.kind in ("intro", "wrap"):
        return ordinal(1 if thing.kind == "intro" else -1, noun.gender, case)
    if thing.index is None:
        return ""
    if thing.kind in _DIGITS and thing.index > 0:
        return str(thing.index)
    return ordinal(thing.index, noun.gender, case) if thing.index <= MOST else str(thing.index)


def _quoted(words: Sequence[str], role: str, case: Case) -> list[Piece]:
    """`слова «A» и «B»`, `цифры «10»`: what is quoted, called what it is."""
    kind = kinds_of_words(words)
    noun = {"digit": _FIGURE, "digits": _FIGURE, "mark": _SIGN}.get(kind, _WORD)
    many = kind in ("words", "digits") or len(words) > 1
    return [f"{noun.form(case, many=many)} ", *quoted_words(words, role, " и ")]
