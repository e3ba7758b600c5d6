"""Russian: what an amending Act says around its instructions, as Kazakhstan's laws have it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from msgspec import Struct

from redline.languages.enacting import BLANK, CitedAct, Nature, Place, behind, goes_on, in_runs
from redline.languages.formulas import words_listed
from redline.languages.ru_acts import (
    ACT_CASES,
    ActCase,
    amending_form,
    annex_lines,
    cite_act,
    drafted_form,
    form_of,
    is_by_law,
    named_form,
)
from redline.languages.ru_forms import MOST, NOUNS, Case, ordinal
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


class RussianEnacting(Struct, frozen=True):
    """Russian; see `Enacting`.

    Attributes:
        act: an Act that is amended: the amending Act is of its form, and a law where that is a code.
    """

    act: CitedAct | None = None
    draft: str = "Проект"

    @property
    def _this(self) -> str:
        """`Настоящий Закон`, `Настоящее постановление`."""
        kind = amending_form(self.act)
        return f"{'Настоящее' if kind.endswith('е') else 'Настоящий'} {named_form(kind)}"

    def cite(self, act: CitedAct, *, case: str = "accusative") -> str:
        return cite_act(act, case if case in ACT_CASES else "accusative")  # type: ignore[arg-type]

    def form(self, act: CitedAct | None, given: str) -> str:
        if act is None or not act.form:
            return given.upper() or f"ЗАКОН{form_of(act)[1] if act is not None else ''}".upper()
        return f"{amending_form(act)}{form_of(act)[1]}".upper()

    def of_draft(self) -> str:
        form = drafted_form(self.act) if self.act is not None and self.act.form else ""
        return f"к проекту {form} «{{title}}»" if form else ""

    def preamble(self, act: CitedAct | None) -> str:
        verb = {"приказ": "ПРИКАЗЫВАЮ", "постановление": "ПОСТАНОВЛЯЕТ", "указ": "ПОСТАНОВЛЯЮ"}.get(
            amending_form(act), ""
        )
        if act is None or not verb:
            return ""
        body = form_of(act)[1].removeprefix(" Правительства").strip()
        who = f" Правительство {body}" if "правительств" in act.form.lower() else ""
        return f"В соответствии с {BLANK}{who} {verb}:"

    def title(self, acts: Sequence[CitedAct], nature: Nature) -> str:
        changes = _changes(nature, "prepositional")
        if len(acts) == 1:
            return f"О внесении {changes} в {cite_act(acts[0], 'accusative', dated=is_by_law(acts[0]))}"
        kind, state = form_of(acts[0]) if acts else ("", "")
        several = {"постановление": "постановления", "приказ": "приказы", "указ": "указы"}
        return f"О внесении {changes} в некоторые {several.get(kind, 'законодательные акты')}{state}"

    def opening(self, act: CitedAct, nature: Nature) -> str:
        changes = _changes(nature, "accusative")
        return f"Внести {changes} в следующие законодательные акты{form_of(act)[1]}:"

    def lead(self, act: CitedAct) -> str:
        return f"В {self.cite(act)} ({act.published or BLANK}):"

    def only_lead(self, act: CitedAct, nature: Nature) -> str:
        following = "следующее" if sum(nature) == 1 else "следующие"
        changes = _changes(nature, "accusative")
        return f"Внести в {self.cite(act)} ({act.published or BLANK}) {following} {changes}:"

    def annex(self, act: CitedAct) -> tuple[str, ...]:
        return annex_lines(act)

    def repeal(self, act: CitedAct) -> str:
        return f"Признать утратившим силу {self.cite(act)} ({act.published or BLANK})."

    def commence(self, rule: Commencement | None, excepted: bool) -> str:
        end = ", за исключением:" if excepted else "."
        return f"{self._this} вводится в действие {_when(rule)}{end}"

    def commence_but(self, rule: Commencement | None, exception: str) -> str:
        return f"{self._this} вводится в действие {_when(rule)}, за исключением {exception}."

    def closing(self, rule: Commencement | None) -> str:
        return "."

    def except_(self, places: Sequence[Place], rule: Commencement | None) -> str:
        said = words_listed([_place(place, "genitive") for place in places], " и ")
        if len(places) > 1 or places[0].several:
            return f"{said}, которые вводятся в действие {_when(rule)}"
        masculine = places[0].items or places[0].points or places[0].paragraphs
        return f"{said}, {'который' if masculine else 'которая'} вводится в действие {_when(rule)}"

    def place(self, place: Place) -> str:
        return _place(place, "nominative")

    def effect(self, effect: Effect, places: Sequence[Location], act: CitedAct) -> str:
        template = _EFFECTS.get(effect.kind, "Установить, что{when} {nominative} применяется")
        when = f" с {date_in_words(effect.start)}" if effect.start else ""
        when += f" до {date_in_words(effect.until)}" if effect.until else ""
        law = self.cite(act, case="genitive")

        def said(case: ActCase) -> str:
            return f"{cited(places, case, None)} {law}" if places else self.cite(act, case=case)

        words = template.format(
            when=when, what=said("genitive"), nominative=said("nominative"),
            prepositional=said("prepositional"),
            where=f" на территории: {effect.territory}" if effect.territory else "",
        )  # fmt: skip
        text = effect.text.value if effect.text else ""
        return words + (f" {text}" if goes_on(effect) else behind(text))

    def dated(self, number: str, date: datetime.date | None) -> str:
        return f"{date_in_words(date) if date else f'«__» {BLANK} 20__ года'} № {number or BLANK}"


_CHANGES = {
    # one, several
    "accusative": (("изменение", "изменения"), ("дополнение", "дополнения")),
    "prepositional": (("изменения", "изменений"), ("дополнения", "дополнений")),
}


def _changes(nature: Nature, case: str) -> str:
    """`изменение и дополнения`: each in the number that there is of it."""
    changed, added = nature
    return " и ".join(
        words[count > 1]
        for words, count in zip(_CHANGES[case], (changed if changed or added else 2, added), strict=True)
        if count
    )


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


def _place(place: Place, case: Case) -> str:
    """`абзац третий подпункта 2) пункта 1 статьи 1`: the innermost unit in the case of the sentence."""
    units: list[tuple[str, str]] = []
    if place.paragraphs:
        units.append(("абзац", in_runs(place.paragraphs, lambda n: _nth(n, case), " и ", " – ")))
    items = [f"{number})" for number in place.items]
    units += [
        (noun, words_listed(numbers, " и "))
        for noun, numbers in (("подпункт", items), ("пункт", place.points))
        if numbers
    ]
    if place.article:
        units.append(("статья", place.article))
    said: list[str] = []
    for at, (noun, number) in enumerate(units):
        many = at == 0 and place.several
        said.append(f"{NOUNS[noun].form('genitive' if said else case, many=many)} {number}")
    return " ".join(said)


def _nth(number: int, case: Case) -> str:
    return ordinal(number, "masculine", case) if number <= MOST else str(number)
