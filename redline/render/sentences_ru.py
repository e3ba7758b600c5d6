"""Operations and effects in Russian, in the words of amending laws."""

from __future__ import annotations

from collections.abc import Callable

from redline.languages.ru import PACK
from redline.languages.ru_forms import CASES, Case
from redline.languages.shortening import shortened
from redline.model.address import Citation, Part
from redline.model.spec import (
    AfterPublication,
    Effect,
    Leave,
    MonthAfterPublication,
    OnDate,
    OnEvent,
    Operation,
    Times,
    Value,
    WordSpan,
)
from redline.render.said import LONGEST, Sentences, cited, day, how_many, listed, quoted, texts_of

_AND = "и"
_WORDS: dict[str, tuple[str, str, str, str]] = {
    # whose form: accusative, genitive, instrumental, instrumental before
    "one": ("слово", "слова", "словом", "словом"),
    "many": ("слова", "слов", "словами", "словами"),
    "figures": ("цифры", "цифр", "цифрами", "цифрами"),
    "mark": ("знак препинания", "знака препинания", "знаком препинания", "знаком препинания"),
    "marks": ("знаки препинания", "знаков препинания", "знаками препинания", "знаками препинания"),
}
_TIMES = {
    "all": "во всех случаях", "both": "в обоих случаях", "first": "в первом случае",
    "last": "в последнем случае",
}  # fmt: skip


def _cited(value: Value | None, case: Case, act: str) -> str:
    """Addresses in a case; `act` stands for the whole Act."""
    names = [
        act if typed == "act" else cited(typed, lambda found: _written(found, case))
        for typed in texts_of(value)
    ]
    return listed(names, _AND) if names else ""


_PARTS: dict[str, tuple[str, ...]] = {
    "row": ("строка", "строки", "строке", "строку", "строкой", "строке"),
    "column": ("графа", "графы", "графе", "графу", "графой", "графе"),
    "cell": ("ячейка", "ячейки", "ячейке", "ячейку", "ячейкой", "ячейке"),
    "definition": (
        "определение", "определения", "определению", "определение", "определением", "определении",
    ),
    "item": ("элемент", "элемента", "элементу", "элемент", "элементом", "элементе"),
    "intro": (
        "вступительная часть", "вступительной части", "вступительной части", "вступительную часть",
        "вступительной частью", "вступительной части",
    ),
    "wrap": (
        "заключительная часть", "заключительной части", "заключительной части", "заключительную часть",
        "заключительной частью", "заключительной части",
    ),
}  # fmt: skip
"""What parts that are named by their words are called, in the order of `CASES`."""


def _written(found: Citation, case: Case) -> str:
    """A citation with its parts, those that are named by words too: `строка «Нагорье» таблицы первой`."""
    said = (bool(part.words) or part.kind in ("intro", "wrap") for part in found.parts)
    named = next((at for at, one in enumerate(said) if one), -1)
    if named < 0 or found.parts[named].kind not in _PARTS:
        return _of_act(PACK.write_citation(found.steps, found.parts, case=case), found)
    inner = [
        _part(part, case if at == 0 else "genitive") for at, part in enumerate(reversed(found.parts[named:]))
    ]
    outer = PACK.write_citation(found.steps, found.parts[:named], case="genitive")
    return " ".join(filter(None, (*inner, _of_act(outer, found))))


def _of_act(written: str, found: Citation) -> str:
    return f"{written} акта".lstrip() if found.act and not found.steps else written


def _part(part: Part, case: Case) -> str:
    word = _PARTS.get(part.kind, (part.kind,) * len(CASES))[CASES.index(case)]
    number = f" {part.index}" if part.index is not None else ""
    return f"{word} «{part.words}»" if part.words else f"{word}{number}"


def _quoted(value: Value | None) -> str:
    return quoted(value, _AND, "новая разметка")


def _words(value: Value | None, form: int) -> str:
    """`слова «A» и «B»`; of words named by their beginning and end what they are."""
    first = value[0] if isinstance(value, tuple) and value else value
    if isinstance(first, WordSpan):
        return _span(first)
    return f"{_WORDS[how_many(value)][form]} {_quoted(value)}"


def _span(words: WordSpan) -> str:
    if words.after is not None:
        return f"текст после слов «{shortened(words.after.value, LONGEST)}»"
    if words.before is not None:
        return f"текст перед словами «{shortened(words.before.value, LONGEST)}»"
    start = shortened(words.start.value, LONGEST) if words.start else ""
    end = "до конца"
    if words.end is not None:
        one = " " not in words.end.value.strip()
        end = f"до {'слова' if one else 'слов'} «{shortened(words.end.value, LONGEST)}»"
    return f"слова от «{start}» {end}"


def _where(operation: Operation) -> str:
    """`в пункте 2 статьи 5`, `по всему тексту`, and which of the words are meant."""
    names = _cited(operation.values.get("in"), "prepositional", "акте")
    place = f"в {names}" if names else "по всему тексту"
    times = operation.values.get("times")
    if isinstance(times, Times):
        numbers = ", ".join(map(str, times.numbers))
        said = _TIMES[times.word] if times.word else f"вхождение {numbers}"
        place += f" ({said})"
    left = _cited(operation.values.get("except"), "genitive", "акта")
    return place + (f", кроме {left}," if left else "")


def _place(operation: Operation) -> str:
    values = operation.values
    if "before" in values:
        return f"перед {_cited(values['before'], 'instrumental', 'актом')}"
    if "after" in values:
        return f"после {_cited(values['after'], 'genitive', 'акта')}"
    into = _cited(values.get("into"), "accusative", "акт")
    at = values.get("at", "end")
    if at == "alphabetical":
        return f"в {into} в алфавитном порядке"
    edge = "начало" if at == "start" else "конец"
    return f"в {edge} {_cited(values.get('into'), 'genitive', 'акта')}"


def _substitute(operation: Operation) -> str:
    old, new = operation.values["substitute"], operation.values["with"]
    each = " соответственно" if isinstance(new, tuple) and len(new) > 1 else ""
    return f"{_where(operation)} {_words(old, 0)} заменить{each} {_words(new, 2)}"


def _add(operation: Operation) -> str:
    values = operation.values
    new = f"дополнить {_words(values['add'], 2)}"
    for key, word, form in (("after", "после", 1), ("before", "перед", 3)):
        if key in values:
            return f"{_where(operation)} {word} {_words(values[key], form)} {new}"
    edge = "в начале" if values.get("at") == "start" else "в конце"
    return f"{_where(operation)} {edge} {new}"


def _repeal(operation: Operation) -> str:
    value = operation.values["repeal"]
    if texts_of(value) == ["act"]:
        return "акт признать утратившим силу"
    leave = operation.values.get("leave")
    left = ""
    if isinstance(leave, Leave):
        left = {
            "note": ", оставив отметку об исключении",
            "number": ", оставив номер",
            "nothing": ", не оставляя номера",
        }.get(leave.kind, f", оставив слова «{shortened(leave.text, LONGEST)}»")
    return f"{_cited(value, 'accusative', 'акт')} исключить{left}"


def _restated(operation: Operation, key: str, verb: str) -> str:
    named = _cited(operation.values[key], "accusative", "акт")
    return f"{named} {verb} в следующей редакции: {_quoted(operation.values['with'])}"


def _retitle(operation: Operation) -> str:
    whose = _cited(operation.values["retitle"], "genitive", "акта")
    return f"заголовок {whose} изложить в следующей редакции: {_quoted(operation.values['as'])}"


def _numbers(operation: Operation) -> str:
    return listed(texts_of(operation.values.get("as")), _AND) if "as" in operation.values else ""


def _move(operation: Operation) -> str:
    number = f", обозначив номером {_numbers(operation)}" if "as" in operation.values else ""
    return f"{_cited(operation.values['move'], 'accusative', 'акт')} переместить {_place(operation)}{number}"


def _join(operation: Operation) -> str:
    number = f" под номером {_numbers(operation)}" if "as" in operation.values else ""
    return f"{_cited(operation.values['join'], 'accusative', 'акт')} объединить{number}"


_DESCRIBED: dict[str, Callable[[Operation], str]] = {
    "replace": lambda o: _restated(o, "replace", "изложить"),
    "insert": lambda o: f"{_place(o)} включить {_quoted(o.values['insert'])}",
    "repeal": _repeal,
    "substitute": _substitute,
    "add": _add,
    "omit": lambda o: f"{_where(o)} {_words(o.values['omit'], 0)} исключить",
    "retitle": _retitle,
    "renumber": lambda o: (
        f"{_cited(o.values['renumber'], 'accusative', 'акт')} обозначить номером {_numbers(o)}"
    ),
    "move": _move,
    "designate": lambda o: (
        f"текст {_cited(o.values['designate'], 'genitive', 'акта')} обозначить номером {_numbers(o)}"
    ),
    "enclose": lambda o: (
        f"{_cited(o.values['enclose'], 'accusative', 'акт')} включить в новый структурный элемент "
        f"{_quoted(o.values['as'])}"
    ),
    "split": lambda o: (
        f"{_cited(o.values['split'], 'accusative', 'акт')} разделить перед "
        f"{_words(o.values['before'], 3)} на {_numbers(o)}"
    ),
    "join": _join,
    "restore": lambda o: _restated(o, "restore", "восстановить"),
}

_EFFECTS: dict[str, tuple[str, str]] = {
    "suspend": ("действие", "приостанавливается"),
    "extend": ("действие", "распространяется шире или продлевается"),
    "exclude": ("действие", "не распространяется"),
    "apply": ("положения", "применяются"),
    "modify": ("положения", "применяются с изменениями"),
    "derogate": ("из положений", "делается исключение"),
    "construe": ("положения", "подлежат толкованию"),
    "save": ("действие", "сохраняется"),
    "ratify": ("ратификация", "производится"),
    "correct": ("опечатка", "исправляется"),
}
"""What an effect does to a provision, which stands between in the genitive."""


def _counted(number: int, one: str, few: str, many: str) -> str:
    last, teens = number % 10, number % 100
    form = many if last == 0 or last > 4 or 10 < teens < 15 else one if last == 1 else few
    return f"{number} {form}"


_SAID = {
    "until": "до {day}",
    "if": "при условии: {when}",
    "not begun": "на {day} еще не действует: начинается {start}",
    "ended": "на {day} больше не действует",
    "pending": "ожидает события: {event}",
    "not yet": "вводится в действие с {day}",
    "after": ", после {day}",
    "expired": "действует только до {day}",
    "not assumed": "зависит от условия: {when}",
    "moved away": "Перемещено, новое место: {place}.",
    "moved here": "Перемещено, прежнее место: {place}.",
    "instruction": "Поправка {id}",
}


class Russian(Sentences):
    """Russian sentences."""

    described = _DESCRIBED
    words = _SAID

    def rule(self, operation: Operation) -> str:
        """From when it applies as the spec counts it, or what it waits for."""
        match operation.commencement:
            case OnDate(date=fixed):
                return f"с {day(fixed)}"
            case OnEvent(event=event):
                return f"с наступления события: {event}"
            case MonthAfterPublication(month=month, day=number):
                return f"с {number} числа {month}-го месяца после опубликования"
            case AfterPublication(count=count, unit=unit, full=full):
                forms = {"days": ("дня", "дней", "дней"), "months": ("месяца", "месяцев", "месяцев")}[unit]
                if full:
                    return f"по истечении {_counted(count, *forms)} после опубликования"
                forms = {"days": ("день", "дня", "дней"), "months": ("месяц", "месяца", "месяцев")}[unit]
                return f"через {_counted(count, *forms)} после опубликования"
            case _:
                return ""

    def effect(self, effect: Effect) -> str:
        """An effect: `действие статьи 5 приостанавливается с 01.07.2026 до 01.01.2027`."""
        what, does = _EFFECTS[effect.kind]
        target = _cited((effect.target,), "genitive", "акта")
        where = f" (территория: {effect.territory})" if effect.territory else ""
        when = (f" с {day(effect.start)}" if effect.start else "") + (
            f" до {day(effect.until)}" if effect.until else ""
        )
        return f"{what} {target} {does}{where}{when}" + (f": {effect.text.value}" if effect.text else "")


SENTENCES = Russian()
