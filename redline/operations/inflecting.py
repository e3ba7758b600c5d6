"""`inflect: true`: every grammatical form of words, each with the same form of the new words.

What grammar cannot tell is never guessed: the operation is refused with each such place, and the drafter
says it under `forms`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from redline.addresses.code_parts import cite_in
from redline.akn.edits import WordChange
from redline.akn.structure import enclosing_provision
from redline.errors import AmendmentError
from redline.languages import get_pack
from redline.languages.inflection import Form, InflectionError, Inflector, as_written
from redline.model.spec import Text, Times, Words
from redline.operations.context import PlanContext
from redline.operations.lookalike_notes import note_lookalikes
from redline.operations.scope import Occurrence, Scope, ignored
from redline.operations.words import choose, passable

_ARROW = "→"
_MOST_PLACES = 12


def inflections_of(context: PlanContext, pairs: Sequence[tuple[Words, str | None]]) -> tuple[Inflection, ...]:
    """The forms of each pair of words; empty where the operation does not ask for forms.

    Args:
        context: the operation.
        pairs: old words and new ones; None where the old ones go without.

    Raises:
        AmendmentError: `inflect-impossible`; `value-wrong`, where `forms` says what does not apply.
    """
    if context.value("inflect") is not True:
        if context.value("forms") is not None:
            raise context.error(
                "value-wrong", "forms: goes with inflect: true", do="add inflect: true", key="forms"
            )
        return ()
    found = tuple(Inflection(context, words, new) for words, new in pairs)
    known = {form.old.casefold() for inflection in found for form in inflection.forms}
    for old in _decided(context):
        if old not in known:
            raise context.error(
                "value-wrong",
                f"«{old}» is no form of the words that go",
                do=f"write one of their forms: {', '.join(form.old for form in found[0].forms)}",
                key="forms",
            )
    return found


def inflected(
    context: PlanContext, scope: Scope, words: Words, inflection: Inflection
) -> list[tuple[Occurrence, WordChange]]:
    """Every form of words in one scope with the change that it takes, all of them where `times` says nothing.

    Raises:
        AmendmentError: `words-not-found` where no form stands there; `inflect-doubtful`; `words-count`.
    """
    places = list(inflection.standing(scope))
    times = context.value("times")
    if times is not None or context.value("count") is not None or not places:
        # Only `first`, `last` and numbers ask for the order in which different forms stand.
        order = {flat.block: place for place, (flat, _, _) in enumerate(scope.places)}
        places.sort(key=lambda place: (order[place.item.flat.block], place.item.start))
        wanted = choose(context, scope, words, [place.item for place in places])
        places = [place for place in places if place.item in wanted]
    if scope.target is None and (not isinstance(times, Times) or times.word == "all"):
        passed = passable(context, [place.item for place in places])
        places = [place for place in places if place.item in passed]
    found = inflection.changes(places)
    inflection.note()
    note_lookalikes(context, None, [place.item for place in places])
    return found


class Standing(Struct, frozen=True):
    """A form at a place.

    Attributes:
        item: the place.
        form: the form.
    """

    item: Occurrence
    form: Form


class _Doubt(Struct, frozen=True):
    """A place where the form of the new words is open."""

    item: Occurrence
    form: Form
    why: str


class Inflection:
    """The forms of one pair of words, and where they stand.

    Attributes:
        forms: all of them.
        counts: of each form that was found with its new words, how often.
    """

    def __init__(self, context: PlanContext, words: Words, new: str | None) -> None:
        """Find the forms.

        Args:
            context: the operation.
            words: the old words, in their first form.
            new: the new words in theirs; None where the old ones go without.

        Raises:
            AmendmentError: `inflect-impossible`.
        """
        self.counts: Counter[tuple[str, str]] = Counter()
        self._said = ""
        self._beside: list[str] = []
        self._context = context
        self._inflector = _inflector(context)
        self._decided = _decided(context)
        if not isinstance(words, Text):
            raise context.error(
                "value-wrong",
                "inflect: goes with words that are written out, not with a span from … to …",
                do="write the words in their first form, or take inflect: out",
            )
        try:
            self.forms = self._inflector.forms(words.value, words.value if new is None else new)
        except InflectionError as error:
            raise context.error("inflect-impossible", error.message, do=error.do) from None
        self._deletes = new is None

    def standing(self, scope: Scope) -> Iterator[Standing]:
        """Every form that stands in a scope."""
        ignore = ignored(self._context) | {"case"}
        for form in self.forms:
            for item in scope.occurrences(form.old, ignore, whole=True):
                yield Standing(item, form)

    def changes(self, places: Sequence[Standing]) -> list[tuple[Occurrence, WordChange]]:
        """The change that each place takes.

        Raises:
            AmendmentError: `inflect-doubtful`, with every place where the new words are open.
        """
        changed = [self._changed(place.item, place.form) for place in places]
        doubts = [each for each in changed if isinstance(each, _Doubt)]
        if doubts:
            raise self._doubtful(doubts)
        return [each for each in changed if not isinstance(each, _Doubt)]

    def note(self) -> None:
        """Tell the drafter what was done so far, form by form: once for all the places of the operation."""
        if not self.counts:
            return
        if self._said in self._context.notes:
            self._context.notes.remove(self._said)
        listed = [
            (old if self._deletes else f"{old} {_ARROW} {new}") + (f" ({count} times)" if count > 1 else "")
            for (old, new), count in self.counts.items()
        ]
        forms = "form" if len(listed) == 1 else "forms"
        self._said = f"{len(listed)} {forms} found: {'; '.join(listed)}"
        self._context.notes.append(self._said)
        if self._beside:
            told = "; ".join(dict.fromkeys(self._beside))
            self._context.notes.append(f"words beside the new ones do not agree with them any more: {told}")
            self._beside.clear()

    def _changed(self, item: Occurrence, form: Form) -> tuple[Occurrence, WordChange] | _Doubt:
        text = item.flat.text
        if self._deletes:
            self.counts[form.old, ""] += 1
            return item, WordChange(item.start, item.end, None)
        before = text[: item.start]
        # What the words before tell goes before what the drafter says of the form in general.
        told = None if form.doubt else self._inflector.choose(form, before)
        new = told or self._decided.get(form.old.casefold())
        if new is None:
            return _Doubt(item, form, form.doubt)
        stands = " ".join(text[item.start : item.end].split())
        written = as_written(new, form.old, stands)
        if written is None:
            return _Doubt(item, form, f"«{stands}» has capitals of its own")
        self.counts[form.old, new] += 1
        word = self._inflector.disagreeing(form, before, text[item.end :])
        if word:
            self._beside.append(f"«{word}» ({self._place(_Doubt(item, form, ''))})")
        around = self._inflector.around(before, written)
        start = item.start - around.before
        return replace(item, start=start), WordChange(start, item.end, around.new)

    def _doubtful(self, doubts: list[_Doubt]) -> AmendmentError:
        open_forms = {doubt.form.old: doubt.form for doubt in doubts}
        reasons = list(dict.fromkeys(doubt.why for doubt in doubts if doubt.why))
        shown = [
            f"«{old}» is {' or '.join(f'«{new}»' for new in form.new_words())}"
            for old, form in open_forms.items()
        ]
        first = next(iter(open_forms.values()))
        message = f"the form of the new words is open at {_counted(doubts)}: {'; '.join(shown)}"
        if reasons:
            message += f" ({'; '.join(reasons)})"
        error = self._context.error(
            "inflect-doubtful",
            message,
            do=f"say it with forms: [{', '.join(self._line(form) for form in open_forms.values())}], "
            "or leave these places out with except: and change them by themselves"
            if len(first.new_words()) > 1
            else f"if they are right, say so with forms: [{', '.join(map(self._line, open_forms.values()))}]",
        )
        places = tuple((self._place(doubt), self._around(doubt)) for doubt in doubts[:_MOST_PLACES])
        error.about = (*error.about, *places)
        return error

    def _line(self, form: Form) -> str:
        return f"{form.old} {_ARROW} {form.new_words()[0]}"

    def _place(self, doubt: _Doubt) -> str:
        view = self._context.working.view()
        provision = enclosing_provision(doubt.item.flat.block, view)
        return "place" if provision is None else cite_in(self._context.working, provision, view)

    def _around(self, doubt: _Doubt) -> str:
        text, item = doubt.item.flat.text, doubt.item
        head, tail = max(0, item.start - 40), min(len(text), item.end + 30)
        return ("…" if head else "") + " ".join(text[head:tail].split()) + ("…" if tail < len(text) else "")


def _counted(doubts: list[_Doubt]) -> str:
    return "one place" if len(doubts) == 1 else f"{len(doubts)} places"


def _inflector(context: PlanContext) -> Inflector:
    pack = get_pack(context.working.language)
    if pack is None:
        raise context.error(
            "inflect-impossible",
            f"the grammar of the Act's language ({context.working.language or 'not given'}) is not known",
            do="write the forms out as two lists, under substitute: and under with:",
            key="inflect",
        )
    return pack.inflector


def _decided(context: PlanContext) -> dict[str, str]:
    """What the drafter says under `forms`: old form, in small letters, to new words."""
    value = context.value("forms")
    found: dict[str, str] = {}
    for text in value if isinstance(value, tuple) else ():
        old, arrow, new = (
            (text.value if isinstance(text, Text) else "").replace("->", _ARROW).partition(_ARROW)
        )
        if not arrow or not old.strip() or not new.strip():
            raise context.error(
                "value-wrong",
                "forms: takes lines of an old form, an arrow and the new words",
                do=f"write forms: [комиссии {_ARROW} комитета]",
                key="forms",
            )
        found[" ".join(old.split()).casefold()] = " ".join(new.split())
    return found
