"""Russian: what an amending Act says around its instructions, as Kazakhstan's laws have it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from redline.languages.enacting import BLANK, CitedAct, Nature, Place, behind
from redline.languages.formulas import words_listed
from redline.languages.ru_forms import NOUNS, ordinal
from redline.languages.ru_formulas import cited, date_in_words
from redline.model.amending import Location
from redline.model.spec import (
    AfterPublication,
    Commencement,
    Effect,
    MonthAfterPublication,
    OnDate,
    OnEvent,
)

_NUMBERS: Mapping[int, str] = {
    1: "одного", 2: "двух", 3: "трех", 4: "четырех", 5: "пяти", 6: "шести", 7: "семи", 8: "восьми",
    9: "девяти", 10: "десяти", 15: "пятнадцати", 20: "двадцати", 30: "тридцати", 60: "шестидесяти",
    90: "девяноста",
}  # fmt: skip
_FORMS: Mapping[str, tuple[str, str, str]] = {
    # first form: accusative, genitive, prepositional
    "закон": ("Закон", "Закона", "Законе"),
    "конституционный закон": ("Конституционный закон", "Конституционного закона", "Конституционном законе"),
    "кодекс": ("Кодекс", "Кодекса", "Кодексе"),
    "указ": ("Указ", "Указа", "Указе"),
    "постановление": ("постановление", "постановления", "постановлении"),
    "приказ": ("приказ", "приказа", "приказе"),
    "правила": ("Правила", "Правил", "Правилах"),
}
_EFFECTS = {
    "suspend": "Приостановить{when} действие {what}", "extend": "Продлить{when} действие {what}",
    "exclude": "Установить, что действие {what} не распространяется{when}{where}",
    "apply": "Установить, что действие {what} распространяется{when}{where}",
    "modify": "Установить, что{when} {nominative} применяется с изменениями",
    "derogate": "Установить изъятие из {what}{when}",
    "construe": "Установить, что{when} {nominative} понимается следующим образом",
    "save": "Установить, что{when} сохраняется действие {what} в прежней редакции",
    "ratify": "Ратифицировать {nominative}", "correct": "Исправить опечатку в {prepositional}",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RussianEnacting:
    """Russian; see `Enacting`."""

    draft: str = "Проект"

    def cite(self, act: CitedAct, *, case: str = "accusative") -> str:
        place = {"accusative": 0, "nominative": 0, "genitive": 1, "prepositional": 2}[case]
        kind, state = _form(act)
        form = _FORMS.get(kind, (kind, kind, kind))[place]
        dated = f" от {date_in_words(act.date)}" if act.date else f" от {BLANK}"
        title = act.title.strip()
        if kind == "кодекс" and re.match(r"[ОоO]б? ", title):
            return f"{form}{state} {title[:1].lower()}{title[1:]}{dated}"
        if re.search(r"\bкодекс", title, re.IGNORECASE):
            return f"{title}{dated}" if place == 0 else f"{form}{state}{dated} «{title}»"
        number = f" № {act.number}" if act.number and kind in ("постановление", "приказ", "указ") else ""
        return f"{form}{state}{dated}{number} «{title}»"

    def form(self, act: CitedAct | None, given: str) -> str:
        kind, state = _form(act) if act is not None and act.form else ("", "")
        return f"{kind}{state}".upper() or given.upper() or "ЗАКОН"

    def title(self, acts: Sequence[CitedAct], nature: Nature) -> str:
        changes = _changes(nature, 2, "prepositional")
        if len(acts) == 1:
            kind, state = _form(acts[0])
            form = _FORMS.get(kind, (kind, kind, kind))[0]
            return f"О внесении {changes} в {form}{state} «{acts[0].title}»"
        return f"О внесении {changes} в некоторые законодательные акты{_form(acts[0])[1] if acts else ''}"

    def opening(self, act: CitedAct, nature: Nature, count: int) -> str:
        changes = _changes(nature, 2, "accusative")
        return f"Внести {changes} в следующие законодательные акты{_form(act)[1]}:"

    def lead(self, act: CitedAct) -> str:
        return f"В {self.cite(act)} ({act.published or BLANK}):"

    def only_lead(self, act: CitedAct, nature: Nature, count: int) -> str:
        changes = _changes(nature, count, "accusative")
        changed, added = nature
        one = count == 1 and changed != added
        following = (
            ("следующее изменение" if changed else "следующее дополнение") if one else f"следующие {changes}"
        )
        return f"Внести в {self.cite(act)} ({act.published or BLANK}) {following}:"

    def repeal(self, act: CitedAct) -> str:
        return f"Признать утратившим силу {self.cite(act)} ({act.published or BLANK})."

    def commence(self, rule: Commencement | None, number: str, excepted: bool) -> str:
        end = ", за исключением:" if excepted else "."
        return f"Настоящий Закон вводится в действие {_when(rule)}{end}"

    def commence_but(self, rule: Commencement | None, exception: str) -> str:
        return f"Настоящий Закон вводится в действие {_when(rule)}, за исключением {exception}."

    def closing(self, rule: Commencement | None) -> str:
        return "."

    def except_(self, places: Sequence[Place], rule: Commencement | None) -> str:
        said = words_listed([_place(place) for place in places], " и ")
        one = len(places) == 1 and len(places[0].paragraphs) < 2
        if one:
            which = (
                "который вводится"
                if places[0].item or places[0].point or places[0].paragraphs
                else "которая вводится"
            )
        else:
            which = "которые вводятся"
        return f"{said}, {which} в действие {_when(rule)}"

    def effect(self, effect: Effect, place: Location | None, act: CitedAct) -> str:
        template = _EFFECTS.get(effect.kind, "Установить, что{when} {nominative} применяется")
        when = f" с {date_in_words(effect.start)}" if effect.start else ""
        when += f" до {date_in_words(effect.until)}" if effect.until else ""
        named = [] if place is None or place.whole_act else [place]
        law = self.cite(act, case="genitive")

        def said(case: str) -> str:
            if not named:
                return self.cite(act, case=case)
            chosen = {"genitive": "genitive", "nominative": "nominative", "prepositional": "prepositional"}[
                case
            ]
            return f"{cited(named, chosen, None)} {law}"  # type: ignore[arg-type]

        words = template.format(
            when=when, what=said("genitive"), nominative=said("nominative"),
            prepositional=said("prepositional"),
            where=f" на территории: {effect.territory}" if effect.territory else "",
        )  # fmt: skip
        return words + behind(effect.text.value if effect.text else "")

    def dated(self, number: str, date: datetime.date | None) -> str:
        return f"{date_in_words(date) if date else f'«__» {BLANK} 20__ года'} № {number or BLANK}"


ENACTING = RussianEnacting()


def _form(act: CitedAct) -> tuple[str, str]:
    """What an Act is (`закон`), and whose: ` Республики Казахстан`; by what is printed above its title."""
    printed = " ".join(act.form.split())
    found = re.match(
        r"(конституционный закон|закон|кодекс|указ|постановление|приказ|правила)\b(.*)",
        printed,
        re.IGNORECASE,
    )
    state = " Республики Казахстан" if act.country == "kz" else ""
    if found is None:
        return (printed or "закон").lower() if printed.isupper() or not printed else printed, state
    rest = found[2].strip()
    return found[1].lower(), f" {_cased(rest)}" if rest else state


def _cased(words: str) -> str:
    """`РЕСПУБЛИКИ КАЗАХСТАН` as it is written in a sentence."""
    return " ".join(word.capitalize() for word in words.split()) if words.isupper() else words


_CHANGES = {
    "accusative": ("изменения", "дополнения"),
    "prepositional": ("изменений", "дополнений"),
}
_ONE = {"accusative": ("изменение", "дополнение"), "prepositional": ("изменения", "дополнения")}


def _changes(nature: Nature, count: int, case: str) -> str:
    changed, added = nature
    one = count == 1 and changed != added
    words = (_ONE if one else _CHANGES)[case]
    return " и ".join(word for word, there in zip(words, (changed or not added, added), strict=True) if there)


def _when(rule: Commencement | None) -> str:
    first = "его первого официального опубликования"
    match rule:
        case OnDate(date=date):
            return f"с {date_in_words(date)}"
        case AfterPublication(count=count, unit=unit, full=full):
            number = _NUMBERS.get(count, str(count))
            if full and unit == "days":
                days = "календарного дня" if count == 1 else "календарных дней"
                return f"по истечении {number} {days} после дня {first}"
            if full:
                return f"по истечении {number} {'месяца' if count == 1 else 'месяцев'} после дня {first}"
            if unit == "days":
                day = ordinal(count, "masculine", "accusative") if count < 100 else str(count)
                return f"на {day} день после дня {first}"
            return f"через {count} мес. после дня {first}"
        case MonthAfterPublication(month=month, day=day):
            return f"с {day} числа {ordinal(month, 'masculine', 'genitive')} месяца после месяца {first}"
        case OnEvent(event=event):
            return f"со дня наступления следующего события: {event}"
        case _:
            return f"по истечении {BLANK} календарных дней после дня {first}"


def _place(place: Place) -> str:
    words = []
    if place.paragraphs:
        noun = NOUNS["абзац"]
        several = len(place.paragraphs) > 1
        numbers = [ordinal(n, "masculine", "genitive") if n < 100 else str(n) for n in place.paragraphs]
        words.append(f"{noun.form('genitive', many=several)} {words_listed(numbers, ' и ')}")
    words += [f"подпункта {place.item})"] if place.item else []
    words += [f"пункта {place.point.rstrip('.')}"] if place.point else []
    return " ".join([*words, f"статьи {place.article}"])
