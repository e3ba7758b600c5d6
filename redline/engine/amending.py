"""What the amending Act is called: in references to it, and in the notes that a repeal leaves."""

from __future__ import annotations

from redline.engine.time import Scheduled
from redline.languages import short_code
from redline.model.spec import Spec


def amending_name(spec: Spec, language: str | None) -> str:
    """The amending Act as a reference to it is shown, in a language where the spec has its title in it."""
    if spec.title:
        own = spec.title.get(language or "") or spec.title.get(spec.language or "")
        return own or next(iter(spec.title.values()))
    return amending_citation(spec, language, dated=False)


def amending_citation(spec: Spec, language: str | None, *, dated: bool = True) -> str:
    """The amending Act by its form, number and date, as far as the spec knows them."""
    enacted = spec.enacted_as.in_language(language) if spec.enacted_as else None
    if enacted is None:
        return ""
    form, date = enacted.form or "", enacted.date if dated and (enacted.form or enacted.number) else None
    code = short_code(language)
    sign = "№" if code in ("ru", "kk") else "No."
    number = f"{sign} {enacted.number}" if enacted.number else ""
    if code == "kk":
        pieces = [date.strftime("%d.%m.%Y") if date else "", number, form]
    elif code == "ru":
        pieces = [form, f"от {date:%d.%m.%Y}" if date else "", number]
    else:
        pieces = [form, number, f"of {date}" if date else ""]
    return " ".join(piece for piece in pieces if piece)


def note_facts(spec: Spec, item: Scheduled, language: str | None) -> dict[str, str]:
    """What the note of an operation can say of the amending Act: form, number, date, day of effect."""
    enacted = spec.enacted_as.in_language(language) if spec.enacted_as else None
    facts: dict[str, str] = {}
    if enacted is not None:
        if enacted.form:
            facts["form"] = enacted.form
        if enacted.number:
            facts["number"] = enacted.number
        if enacted.date:
            facts["date"] = enacted.date.strftime("%d.%m.%Y")
    if item.date is not None:
        facts["effect"] = item.date.strftime("%d.%m.%Y")
    return facts
