"""Kazakh: what an amending Act says around its instructions, as Kazakhstan's laws have it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from redline.languages.enacting import BLANK, CitedAct, Nature, Place, behind, goes_on, in_runs
from redline.languages.formulas import words_listed
from redline.languages.kk_forms import MOST, Case, inflect, inflect_possessed, ordinal
from redline.languages.kk_formulas import cited, date_in_words
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
    1: "бір", 2: "екі", 3: "үш", 4: "төрт", 5: "бес", 6: "алты", 7: "жеті", 8: "сегіз", 9: "тоғыз", 10: "он",
    15: "он бес", 20: "жиырма", 30: "отыз", 60: "алпыс", 90: "тоқсан",
}  # fmt: skip
_FORMS = {
    "заңы": "Заңы", "конституциялық заңы": "Конституциялық заңы", "кодексі": "кодексі", "жарлығы": "Жарлығы",
    "қаулысы": "қаулысы", "бұйрығы": "бұйрығы", "қағидалары": "қағидалары",
}  # fmt: skip
_NUMBERED = frozenset({"қаулысы", "бұйрығы", "Жарлығы"})
"""Acts that are cited by number too, behind whose they are."""
_UNQUOTED = frozenset({"Әкімшілік құқық бұзушылық туралы"})
"""A title that goes on with the word Code, without quotation marks."""
_THIS = {
    "Конституциялық заңы": "Конституциялық заң", "Жарлығы": "Жарлық", "қаулысы": "қаулы", "бұйрығы": "бұйрық",
}  # fmt: skip
_EFFECTS = {
    "suspend": "{what} қолданысы{when} тоқтатыла тұрсын",
    "extend": "{what} қолданысы{when} ұзартылсын",
    "exclude": "{nominative}{when}{where}{text} қолданылмайды деп белгіленсін",
    "apply": "{nominative}{when}{where}{text} қолданылады деп белгіленсін",
    "modify": "{nominative}{when} өзгерістермен қолданылады деп белгіленсін",
    "derogate": "{what} қолданысынан{when} ерекшелік белгіленсін",
    "construe": "{nominative}{when} мынадай мағынада түсініледі деп белгіленсін",
    "save": "{what} бұрынғы редакциядағы қолданысы{when} сақталады деп белгіленсін",
    "ratify": "{nominative} ратификациялансын",
    "correct": "{nominative} түзетілсін",
}


class KazakhEnacting(Struct, frozen=True):
    """Kazakh; see `Enacting`.

    Attributes:
        act: an Act that is amended: the amending Act is of its form, and a law where that is a code.
    """

    act: CitedAct | None = None
    draft: str = "Жоба"

    @property
    def _this(self) -> str:
        """`Осы Заң`, `Осы бұйрық`."""
        return f"Осы {_THIS.get(_amending_form(self.act), 'Заң')}"

    def cite(self, act: CitedAct, *, case: str = "nominative") -> str:
        return self._cited(act, case, dated=True)

    def _cited(self, act: CitedAct, case: str, *, dated: bool) -> str:
        form, state = _form(act)
        wanted: Case = {"genitive": "genitive", "dative": "dative"}.get(case, "nominative")  # type: ignore[assignment]
        title = act.title.strip()
        date = date_in_words(act.date, "adjective") if act.date else f"{BLANK} жылғы {BLANK}"
        date = date if dated else ""
        if title.endswith("кодексі"):
            whose = title.removesuffix("кодексі").strip()
            return " ".join(filter(None, (date, whose, inflect_possessed("кодексі", wanted))))
        ended = _inflected(form, wanted, possessed=bool(state))
        if wanted == "genitive":
            # A chain of genitives keeps the last alone: `Республикасы Заңының`.
            state = state.removesuffix("ның")
        if form == "кодексі" and title in _UNQUOTED:
            return " ".join(filter(None, (date, state, title, ended)))
        if form in _NUMBERED:
            number = f"№ {act.number}" if act.number and dated else ""
            return " ".join(filter(None, (f"«{title}»", state, date, number, ended)))
        ended = ended[:1].upper() + ended[1:] if form == "кодексі" else ended
        return " ".join(filter(None, (f"«{title}»", date, state, ended)))

    def form(self, act: CitedAct | None, given: str) -> str:
        state = _form(act)[1] if act is not None else ""
        if act is None or not act.form:
            return given.upper() or (f"{state} ЗАҢЫ".upper() if state else "ЗАҢ")
        return f"{_form(act)[1]} {_amending_form(act)}".strip().upper()

    def of_draft(self) -> str:
        if self.act is None or not self.act.form:
            return ""
        # A chain of genitives keeps the last alone: `Республикасы Заңының`.
        state = _form(self.act)[1].removesuffix("ның")
        form = inflect_possessed(_amending_form(self.act), "genitive")
        return " ".join(filter(None, ("«{title}»", state, form, "жобасына")))

    def preamble(self, act: CitedAct | None) -> str:
        kind = _amending_form(act)
        if act is None or kind not in ("бұйрығы", "қаулысы", "Жарлығы"):
            return ""
        if kind == "Жарлығы":
            return f"{BLANK} сәйкес ҚАУЛЫ ЕТЕМІН:"
        if kind == "бұйрығы":
            return f"{BLANK} сәйкес БҰЙЫРАМЫН:"
        body = _form(act)[1]
        who = f" {body.removesuffix('нің')}" if body.endswith("Үкіметінің") else ""
        return f"{BLANK} сәйкес{who} ҚАУЛЫ ЕТЕДІ:"

    def title(self, acts: Sequence[CitedAct], nature: Nature) -> str:
        end = f"{_changes(nature)} енгізу туралы"
        if len(acts) == 1:
            by_law = _form(acts[0])[0] in _NUMBERED
            return f"{self._cited(acts[0], 'dative', dated=by_law)} {end}"
        form, state = _form(acts[0]) if acts else ("", "")
        kind = {"қаулысы": "қаулы", "бұйрығы": "бұйрық", "Жарлығы": "жарлық"}.get(form, "")
        several = inflect(kind, "dative", many=True, possessed=True) if kind else "заңнамалық актілеріне"
        return f"{state} кейбір {several} {end}".strip()

    def opening(self, act: CitedAct, nature: Nature) -> str:
        return f"{_form(act)[1]} мына заңнамалық актілеріне {_changes(nature)} енгізілсін:"

    def lead(self, act: CitedAct) -> str:
        return f"{self.cite(act, case='dative')} ({act.published or BLANK}):"

    def only_lead(self, act: CitedAct, nature: Nature) -> str:
        cited_ = self.cite(act, case="dative")
        return f"{cited_} ({act.published or BLANK}) мынадай {_changes(nature)} енгізілсін:"

    def annex(self, act: CitedAct) -> tuple[str, ...]:
        form, state = _form(act)
        title, date = (
            act.title.strip(),
            date_in_words(act.date, "adjective") if act.date else f"{BLANK} жылғы",
        )
        if title.endswith("кодексі") or (form == "кодексі" and title in _UNQUOTED):
            return self._cited(act, "dative", dated=True), "{annex}"
        ended = _inflected(form, "dative", possessed=bool(state))
        if form in _NUMBERED:
            return state, f"{date} № {act.number or BLANK} {ended}", "{annex}"
        return f"«{title}»", date, f"{state} {ended}".strip(), "{annex}"

    def repeal(self, act: CitedAct) -> str:
        return f"{self.cite(act, case='genitive')} ({act.published or BLANK}) күші жойылды деп танылсын."

    def commence(self, rule: Commencement | None, excepted: bool) -> str:
        return f"{self._this}:" if excepted else f"{self._this} {_when(rule)} қолданысқа енгізіледі."

    def commence_but(self, rule: Commencement | None, exception: str) -> str:
        return f"{self._this}, {exception} қоспағанда, {_when(rule)} қолданысқа енгізіледі."

    def closing(self, rule: Commencement | None) -> str:
        return f" қоспағанда, {_when(rule)} қолданысқа енгізіледі."

    def except_(self, places: Sequence[Place], rule: Commencement | None) -> str:
        said = words_listed([_place(place, "accusative") for place in places], " және ")
        return f"{_when(rule)} қолданысқа енгізілетін {said}"

    def place(self, place: Place) -> str:
        return _place(place, "nominative")

    def effect(self, effect: Effect, places: Sequence[Location], act: CitedAct) -> str:
        template = _EFFECTS.get(effect.kind, "{nominative}{when}{text} қолданылады деп белгіленсін")
        when = f" {date_in_words(effect.start, 'ablative')} бастап" if effect.start else ""
        when += f" {date_in_words(effect.until, 'dative')} дейін" if effect.until else ""
        law = self.cite(act, case="genitive")
        what = " ".join(filter(None, (law, cited(places, "genitive", None, belongs=True))))
        one = f"{law} {cited(places, 'nominative', None, belongs=True)}" if places else self.cite(act)
        words = effect.text.value if effect.text else ""
        inside = goes_on(effect) and "{text}" in template
        said = template.format(
            what=what,
            nominative=one,
            when=when,
            where=f" {effect.territory} аумағында" if effect.territory else "",
            text=f" {words.rstrip('.')}" if inside else "",
        )
        return said if inside else said + behind(words)

    def dated(self, number: str, date: datetime.date | None) -> str:
        return f"{date_in_words(date) if date else f'20__ жылғы «__» {BLANK}'} № {number or BLANK}"


def _inflected(form: str, case: Case, *, possessed: bool) -> str:
    """`Заңына` of a state, `Заңға` where none is named."""
    if possessed or form not in ("Заңы", "кодексі"):
        return inflect_possessed(form, case) if case != "nominative" else form
    return inflect(form[:-1], case)


def _form(act: CitedAct) -> tuple[str, str]:
    """What an Act is, with the possessive (`Заңы`), and whose (`Қазақстан Республикасының`)."""
    # The date and the number may be printed with the form: `2011 жылғы 22 шілдедегі № 477 Заңы`.
    printed = re.sub(r"\b\d{4} жылғы \d+ \w+ |№ \S+ ", "", " ".join(act.form.split()))
    found = re.match(
        r"(.*?)\s*(конституциялық заңы|заңы|кодексі|жарлығы|қаулысы|бұйрығы|қағидалары)$",
        printed,
        re.IGNORECASE,
    )
    state = "Қазақстан Республикасының" if act.country == "kz" else ""
    if found is None:
        return "Заңы", state
    words = found[1]
    if words.isupper():
        words = " ".join(word.capitalize() for word in words.split())
    return _FORMS[found[2].lower()], words or state


def _amending_form(act: CitedAct | None) -> str:
    """The form of the Act that amends an Act: a law for laws, codes and where nothing is known."""
    kind = _form(act)[0] if act is not None and act.form else "Заңы"
    return "Заңы" if kind == "кодексі" else "бұйрығы" if kind == "қағидалары" else kind


def _changes(nature: Nature) -> str:
    """`өзгеріс пен толықтырулар`: each in the number that there is of it."""
    changed, added = nature
    one, other = ("өзгеріс", "өзгерістер")[changed != 1], ("толықтыру", "толықтырулар")[added > 1]
    if changed and added:
        return f"{one} {'пен' if changed == 1 else 'мен'} {other}"
    return other if added else one


def _when(rule: Commencement | None) -> str:
    first = "алғашқы ресми жарияланған күнінен кейін"
    match rule:
        case OnDate(date=date):
            return f"{date_in_words(date, 'ablative')} бастап"
        case AfterPublication(count=count, unit=unit, full=True):
            number = _NUMBERS.get(count, str(count))
            span = f"күнтізбелік {number} күн" if unit == "days" else f"{number} ай"
            return f"{first} {span} өткен соң"
        case AfterPublication(count=count, unit=unit):
            place = ordinal(count) if count < 100 else str(count)
            return f"{first}гі {place} {'күннен' if unit == 'days' else 'айдан'} бастап"
        case MonthAfterPublication(month=month, day=day):
            return f"алғашқы ресми жарияланған айдан кейінгі {ordinal(month)} айдың {day}-күнінен бастап"
        case OnEvent(event=event):
            return f"мынадай оқиға ({event}) басталған күннен бастап"
        case _:
            return f"{first} күнтізбелік {BLANK} күн өткен соң"


def _place(place: Place, case: Case) -> str:
    """`1-баптың 2-тармағының 3) тармақшасының үшінші абзацы`, its last unit in the case of the sentence."""
    pieces: list[tuple[str, str]] = [(f"{place.article}-", "бап")] if place.article else []
    if place.points:
        pieces.append((words_listed(place.points, " және ") + "-", "тармақ"))
    if place.items:
        pieces.append((words_listed([f"{number})" for number in place.items], " және ") + " ", "тармақша"))
    if place.paragraphs:
        pieces.append((in_runs(place.paragraphs, _nth, " және ", " – ") + " ", "абзац"))
    said: list[str] = []
    for at, (number, noun) in enumerate(pieces):
        last = at == len(pieces) - 1
        said.append(
            number
            + inflect(noun, case if last else "genitive", many=last and place.several, possessed=at > 0)
        )
    return " ".join(said)


def _nth(number: int) -> str:
    return ordinal(number) if number <= MOST else str(number)
