"""English: what an amending Act says around its instructions."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from msgspec import Struct

from redline.languages.en_formulas import EnglishFormulas, date_in_words
from redline.languages.enacting import BLANK, CitedAct, Nature, Place, behind, goes_on, in_runs
from redline.languages.formulas import words_listed
from redline.model.amending import Location
from redline.model.spec import (
    AfterPublication,
    Commencement,
    Effect,
    MonthAfterPublication,
    OnDate,
    OnEvent,
)

_FIRST_NUMBERS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_NUMBERS = dict(enumerate(_FIRST_NUMBERS.split(), 1))
_NUMBERS |= {20: "twenty", 30: "thirty", 60: "sixty", 90: "ninety"}
_SMALL = frozenset(["of", "the", "on", "and", "in", "for", "to", "a", "an"])
_EFFECTS = {
    "suspend": "{what} is suspended", "extend": "{what} is extended", "exclude": "{what} does not apply",
    "apply": "{what} applies", "modify": "{what} applies as modified", "derogate": "{what} has an exception",
    "construe": "{what} is construed", "save": "{what} is saved", "ratify": "{what} is ratified",
    "correct": "{what} is corrected",
}  # fmt: skip


class EnglishEnacting(Struct, frozen=True):
    """English; see `Enacting`.

    Attributes:
        law: what the amending Act calls itself: a Law, or an Act.
        act: an Act that is amended: an order is amended by an order.
    """

    law: str = "Law"
    act: CitedAct | None = None
    draft: str = "Draft"

    def cite(self, act: CitedAct, *, case: str = "nominative") -> str:
        form = _form(act.form) or "Act"
        title = act.title.strip()
        named = re.search(rf"\b{re.escape(form.split()[0])}\b", title) and not title.startswith("An ")
        if named:
            return f"the {title}" + (f" of {date_in_words(act.date)}" if act.date else "")
        dated = f" of {date_in_words(act.date)}" if act.date else f" of {BLANK}"
        number = f" No. {act.number}" if act.number else ""
        return f"the {form}{dated}{number} “{title}”"

    def form(self, act: CitedAct | None, given: str) -> str:
        form = (act.form if act is not None else "") or given
        return re.sub(r"^code\b", "law", form, flags=re.IGNORECASE).upper()

    def of_draft(self) -> str:
        return ""

    def preamble(self, act: CitedAct | None) -> str:
        form = (act.form if act is not None else "").lower()
        if self.law != "Law" or form.startswith("law"):
            return ""
        if form.startswith(("order", "rules")):
            return f"In accordance with {BLANK}, I ORDER:"
        return f"In accordance with {BLANK}, it is RESOLVED:" if form.startswith("resolution") else ""

    def title(self, acts: Sequence[CitedAct], nature: Nature) -> str:
        cited = words_listed([self.cite(act) for act in acts[:3]], " and ")
        said = f"{_changes(nature)} to " + (cited if len(acts) <= 3 else "certain legislative acts")
        return f"On {said}" if self.law == "Law" else said[:1].upper() + said[1:]

    def opening(self, act: CitedAct, nature: Nature) -> str:
        return f"Amend the following legislative acts{_state(act.form)}:"

    def lead(self, act: CitedAct) -> str:
        return f"In {self.cite(act)} ({act.published or BLANK}):"

    def only_lead(self, act: CitedAct, nature: Nature) -> str:
        cited = f"{self.cite(act)} ({act.published or BLANK})"
        if self.law == "Law":
            return f"Amend {cited} as follows:"
        return f"{cited[:1].upper()}{cited[1:]} is amended as follows:"

    def annex(self, act: CitedAct) -> tuple[str, ...]:
        return ("{annex}", f"to {self.cite(act)}") if self.law == "Law" else ()

    def repeal(self, act: CitedAct) -> str:
        return f"Repeal {self.cite(act)} ({act.published or BLANK})."

    def commence(self, rule: Commencement | None, excepted: bool) -> str:
        end = ", except for:" if excepted else "."
        return f"{self._commences} {_when(rule, 'on')}{end}"

    def commence_but(self, rule: Commencement | None, exception: str) -> str:
        return f"{self._commences} {_when(rule, 'on')}, except for {exception}."

    @property
    def _commences(self) -> str:
        if self.law != "Law":
            return "This Act comes into force"
        form = (self.act.form if self.act is not None else "").lower()
        kind = next((kind for kind in ("order", "resolution", "decree") if form.startswith(kind)), "law")
        return f"This {kind.capitalize()} enters into force"

    def closing(self, rule: Commencement | None) -> str:
        return "."

    def except_(self, places: Sequence[Place], rule: Commencement | None) -> str:
        said = words_listed([self.place(place) for place in places], " and ")
        one = len(places) == 1 and not places[0].several
        verb = "enter" if self.law == "Law" else "come"
        return f"{said}, which {verb}{'s' if one else ''} into force {_when(rule, 'on')}"

    def place(self, place: Place) -> str:
        if self.law == "Law":
            return _place(place)
        base = f"section {place.article}" + (f"({place.points[0]})" if len(place.points) == 1 else "")
        last = place.items or (place.points if len(place.points) > 1 else ())
        section = f"{base}({last[0]})" + "".join(f", ({n})" for n in last[1:-1]) if last else base
        section += f" and ({last[-1]})" if len(last) > 1 else ""
        return f"{_paragraphs(place)} of {section}" if place.paragraphs else section

    def effect(self, effect: Effect, places: Sequence[Location], act: CitedAct) -> str:
        where = EnglishFormulas().cite(places)
        what = f"{where} of {self.cite(act)}" if where else self.cite(act)
        said = _EFFECTS.get(effect.kind, "{what}").format(what=what)
        said += f" from {date_in_words(effect.start)}" if effect.start else ""
        said += f" until {date_in_words(effect.until)}" if effect.until else ""
        said += f" in {effect.territory}" if effect.territory else ""
        text = effect.text.value if effect.text else ""
        said += f" {text}" if goes_on(effect) else behind(text)
        return said[:1].upper() + said[1:]

    def dated(self, number: str, date: datetime.date | None) -> str:
        return f"{date_in_words(date) if date else BLANK + ' ' + BLANK} No. {number or BLANK}"


def _form(printed: str) -> str:
    """`LAW OF THE REPUBLIC OF ARKADIA` as it is written in a sentence."""
    words = printed.split()
    if not printed.isupper():
        return printed
    return " ".join(w.lower() if w.lower() in _SMALL else w.capitalize() for w in words)


def _state(printed: str) -> str:
    found = re.search(r" of (the )?\w.*", _form(printed))
    return found.group() if found else ""


def _changes(nature: Nature) -> str:
    changed, added = nature
    return "amendments and additions" if changed and added else "additions" if added else "amendments"


def _when(rule: Commencement | None, link: str) -> str:
    match rule:
        case OnDate(date=date):
            return f"{link} {date_in_words(date)}"
        case AfterPublication(count=count, unit=unit, full=full):
            number = _NUMBERS.get(count, str(count))
            calendar = "calendar days" if unit == "days" else "months"
            if full:
                return (
                    f"after {number} {calendar} have passed since the day of its first official publication"
                )
            return f"{number} {calendar} after the day of its first official publication"
        case MonthAfterPublication(month=month, day=day):
            return f"{link} day {day} of month {month} after its first official publication"
        case OnEvent(event=event):
            return f"{link} the day of this event: {event}"
        case _:
            return f"{link} {BLANK}"


def _place(place: Place) -> str:
    words = [_paragraphs(place)] if place.paragraphs else []
    for noun, numbers in (("point", place.items), ("paragraph", place.points)):
        if numbers:
            words.append(f"{noun}{'s' if len(numbers) > 1 else ''} {words_listed(numbers, ' and ')}")
    return " of ".join([*words, f"Article {place.article}"] if place.article else words)


def _paragraphs(place: Place) -> str:
    """`unnumbered paragraphs 2 to 5`."""
    kind = "paragraphs" if len(place.paragraphs) > 1 else "paragraph"
    return f"unnumbered {kind} {in_runs(place.paragraphs, str, ' and ', ' to ')}"
