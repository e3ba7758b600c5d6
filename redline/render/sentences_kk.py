"""Operations and effects in Kazakh, in the words of amending laws."""

from __future__ import annotations

from collections.abc import Callable

from redline.languages.kk import PACK
from redline.languages.kk_forms import Case, inflect
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

_AND = "және"
_WORDS: dict[str, dict[str, str]] = {
    "one": {
        "plain": "сөз", "ablative": "сөзден", "genitive": "сөздің", "with": "сөзбен",
    },
    "many": {
        "plain": "сөздер", "ablative": "сөздерден", "genitive": "сөздердің", "with": "сөздермен",
    },
    "mark": {
        "plain": "тыныс белгісі", "ablative": "тыныс белгісінен", "genitive": "тыныс белгісінің",
        "with": "тыныс белгісімен",
    },
    "marks": {
        "plain": "тыныс белгілері", "ablative": "тыныс белгілерінен", "genitive": "тыныс белгілерінің",
        "with": "тыныс белгілерімен",
    },
    "figures": {
        "plain": "цифрлар", "ablative": "цифрлардан", "genitive": "цифрлардың", "with": "цифрлармен",
    },
}  # fmt: skip
_TIMES = {
    "all": "барлық жағдайда", "both": "екі жағдайда да", "first": "бірінші жағдайда",
    "last": "соңғы жағдайда",
}  # fmt: skip
_ACT: dict[Case, str] = {
    "nominative": "акт", "genitive": "актінің", "dative": "актіге", "ablative": "актіден",
    "adjective": "актідегі", "locative": "актіде",
}  # fmt: skip


def _cited(value: Value | None, case: Case) -> str:
    """Addresses in a case."""
    names = [
        _ACT[case] if typed == "act" else cited(typed, lambda found: _written(found, case))
        for typed in texts_of(value)
    ]
    return listed(names, _AND) if names else ""


_PARTS = {"row": "жол", "column": "баған", "cell": "ұяшық", "definition": "анықтама", "item": "элемент"}
"""What parts that are named by their words are called."""


def _written(found: Citation, case: Case) -> str:
    """A citation with its parts, those that are named by words too: `бірінші кестенің «Таулы өңір» жолы`."""
    named = next((at for at, part in enumerate(found.parts) if part.words), -1)
    if named < 0 or found.parts[named].kind not in _PARTS:
        return _of_act(PACK.write_citation(found.steps, found.parts, case=case), found)
    outer = _of_act(PACK.write_citation(found.steps, found.parts[:named], case="genitive"), found)
    last = len(found.parts) - 1
    inner = [
        _part(part, case if at == last else "genitive") for at, part in enumerate(found.parts) if at >= named
    ]
    return " ".join(filter(None, (outer, *inner)))


def _of_act(written: str, found: Citation) -> str:
    return f"{_ACT['genitive']} {written}".rstrip() if found.act and not found.steps else written


def _part(part: Part, case: Case) -> str:
    word = inflect(_PARTS.get(part.kind, part.kind), case, possessed=True)
    if part.words:
        return f"«{part.words}» {word}"
    return f"{part.index}-{word}" if part.index is not None else word


def _quoted(value: Value | None) -> str:
    return quoted(value, _AND, "жаңа белгілеу")


def _words(value: Value | None, form: str) -> str:
    """`«A» және «B» деген сөздер`; of words named by their beginning and end what they are."""
    first = value[0] if isinstance(value, tuple) and value else value
    if isinstance(first, WordSpan):
        return f"{_span(first)} {_WORDS['many'][form]}"
    return f"{_quoted(value)} деген {_WORDS[how_many(value)][form]}"


def _span(words: WordSpan) -> str:
    if words.after is not None:
        return f"«{shortened(words.after.value, LONGEST)}» деген сөздерден кейінгі"
    if words.before is not None:
        return f"«{shortened(words.before.value, LONGEST)}» деген сөздердің алдындағы"
    start = shortened(words.start.value, LONGEST) if words.start else ""
    end = f"«{shortened(words.end.value, LONGEST)}» дегенге" if words.end else "соңына"
    return f"«{start}» дегеннен {end} дейінгі"


def _which(operation: Operation) -> str:
    """Which of the words are meant, and what is left out."""
    times = operation.values.get("times")
    said = []
    if isinstance(times, Times):
        numbers = ", ".join(map(str, times.numbers))
        said.append(_TIMES[times.word] if times.word else f"{numbers}-жағдайда")
    left = _cited(operation.values.get("except"), "ablative")
    if left:
        said.append(f"{left} басқа")
    return f" ({', '.join(said)})" if said else ""


def _in(operation: Operation) -> str:
    """`5-баптың 2-тармағындағы`, `бүкіл мәтін бойынша`."""
    names = _cited(operation.values.get("in"), "adjective")
    return (names or "бүкіл мәтін бойынша") + _which(operation)


def _place(operation: Operation) -> str:
    values = operation.values
    if "before" in values:
        return f"{_cited(values['before'], 'genitive')} алдына"
    if "after" in values:
        return f"{_cited(values['after'], 'ablative')} кейін"
    if values.get("at") == "alphabetical":
        return f"{_cited(values.get('into'), 'dative')} әліпби ретімен"
    edge = "басына" if values.get("at") == "start" else "соңына"
    return f"{_cited(values.get('into'), 'genitive')} {edge}"


def _substitute(operation: Operation) -> str:
    old, new = operation.values["substitute"], operation.values["with"]
    each = " тиісінше" if isinstance(new, tuple) and len(new) > 1 else ""
    return f"{_in(operation)} {_words(old, 'plain')}{each} {_words(new, 'with')} ауыстырылсын"


def _add(operation: Operation) -> str:
    values = operation.values
    names = _cited(values.get("in"), "nominative")
    place = (names or "бүкіл мәтін бойынша") + _which(operation)
    new = f"{_words(values['add'], 'with')} толықтырылсын"
    if "after" in values:
        return f"{place} {_words(values['after'], 'ablative')} кейін {new}"
    if "before" in values:
        return f"{place} {_words(values['before'], 'genitive')} алдынан {new}"
    return f"{place} {'басында' if values.get('at') == 'start' else 'соңында'} {new}"


def _repeal(operation: Operation) -> str:
    value = operation.values["repeal"]
    if texts_of(value) == ["act"]:
        return "актінің күші жойылды деп танылсын"
    leave = operation.values.get("leave")
    left = ""
    if isinstance(leave, Leave):
        left = {
            "note": ", алып тасталғаны туралы белгі қалдырылсын",
            "number": ", нөмірі сақталсын",
            "nothing": ", нөмірі сақталмасын",
        }.get(leave.kind, f", «{shortened(leave.text, LONGEST)}» деген сөздер қалдырылсын")
    return f"{_cited(value, 'nominative')} алып тасталсын{left}"


def _restated(operation: Operation, key: str, verb: str) -> str:
    named = _cited(operation.values[key], "nominative")
    return f"{named} мынадай редакцияда {verb}: {_quoted(operation.values['with'])}"


def _retitle(operation: Operation) -> str:
    whose = _cited(operation.values["retitle"], "genitive")
    return f"{whose} тақырыбы мынадай редакцияда жазылсын: {_quoted(operation.values['as'])}"


def _numbers(operation: Operation) -> str:
    return listed(texts_of(operation.values.get("as")), _AND) if "as" in operation.values else ""


def _move(operation: Operation) -> str:
    number = f", {_numbers(operation)} нөмірімен белгіленсін" if "as" in operation.values else ""
    return f"{_cited(operation.values['move'], 'nominative')} {_place(operation)} көшірілсін{number}"


def _join(operation: Operation) -> str:
    number = f" {_numbers(operation)} нөмірімен" if "as" in operation.values else ""
    return f"{_cited(operation.values['join'], 'nominative')}{number} біріктірілсін"


_DESCRIBED: dict[str, Callable[[Operation], str]] = {
    "replace": lambda o: _restated(o, "replace", "жазылсын"),
    "insert": lambda o: f"{_place(o)} {_quoted(o.values['insert'])} енгізілсін",
    "repeal": _repeal,
    "substitute": _substitute,
    "add": _add,
    "omit": lambda o: f"{_in(o)} {_words(o.values['omit'], 'plain')} алып тасталсын",
    "retitle": _retitle,
    "renumber": lambda o: f"{_cited(o.values['renumber'], 'nominative')} {_numbers(o)} нөмірімен белгіленсін",
    "move": _move,
    "designate": lambda o: (
        f"{_cited(o.values['designate'], 'genitive')} мәтіні {_numbers(o)} нөмірімен белгіленсін"
    ),
    "enclose": lambda o: (
        f"{_cited(o.values['enclose'], 'nominative')} жаңа құрылымдық элементке енгізілсін: "
        f"{_quoted(o.values['as'])}"
    ),
    "split": lambda o: (
        f"{_cited(o.values['split'], 'nominative')} {_words(o.values['before'], 'genitive')} алдынан "
        f"{_numbers(o)} болып бөлінсін"
    ),
    "join": _join,
    "restore": lambda o: _restated(o, "restore", "қалпына келтірілсін"),
}

_EFFECTS: dict[str, str] = {
    "suspend": "{} қолданысы тоқтатыла тұрады",
    "extend": "{} қолданысы кеңейтіледі немесе ұзартылады",
    "exclude": "{} қолданысы таратылмайды",
    "apply": "{} ережелері қолданылады",
    "modify": "{} ережелері өзгерістермен қолданылады",
    "derogate": "{} ережелерінен ерекшелік белгіленеді",
    "construe": "{} ережелері түсіндіріледі",
    "save": "{} қолданысы сақталады",
    "ratify": "{} ратификациялануы жүргізіледі",
    "correct": "{} қатесі түзетіледі",
}


_SAID = {
    "until": "{day} күнге дейін",
    "if": "мына шартпен: {when}",
    "not begun": "{day} күні әлі қолданылмайды: {start} күні басталады",
    "ended": "{day} күні енді қолданылмайды",
    "pending": "мына оқиғаны күтеді: {event}",
    "not yet": "{day} күннен бастап қолданысқа енгізіледі",
    "after": ", {day} күннен кейін",
    "expired": "тек {day} күнге дейін қолданылады",
    "not assumed": "мына шартқа байланысты: {when}",
    "moved away": "Орны ауыстырылды, жаңа орны: {place}.",
    "moved here": "Орны ауыстырылды, бұрынғы орны: {place}.",
    "instruction": "{id} түзетуі",
}


class Kazakh(Sentences):
    """Kazakh sentences."""

    described = _DESCRIBED
    words = _SAID

    def rule(self, operation: Operation) -> str:
        """From when it applies as the spec counts it, or what it waits for."""
        match operation.commencement:
            case OnDate(date=fixed):
                return f"{day(fixed)} күннен бастап"
            case OnEvent(event=event):
                return f"мына оқиғадан бастап: {event}"
            case MonthAfterPublication(month=month, day=number):
                return f"жарияланғаннан кейінгі {month}-айдың {number}-күнінен бастап"
            case AfterPublication(count=count, unit=unit, full=full):
                if full:
                    return f"жарияланғаннан кейін {count} {'күн' if unit == 'days' else 'ай'} өткен соң"
                if unit == "days":
                    return f"жарияланғаннан кейінгі {count}-күннен бастап"
                return f"жарияланғаннан кейін {count} ай өткен күннен бастап"
            case _:
                return ""

    def effect(self, effect: Effect) -> str:
        """An effect: `5-баптың қолданысы 01.07.2026 күннен бастап тоқтатыла тұрады`."""
        said = _EFFECTS[effect.kind].format(_cited((effect.target,), "genitive"))
        when = [
            f"{day(effect.start)} күннен бастап" if effect.start else "",
            f"{day(effect.until)} күнге дейін" if effect.until else "",
            f"аумағы: {effect.territory}" if effect.territory else "",
        ]
        facts = ", ".join(filter(None, when))
        return said + (f" ({facts})" if facts else "") + (f": {effect.text.value}" if effect.text else "")


SENTENCES = Kazakh()
