"""The comparison table of a package: computed once, and read by every renderer of it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from weakref import WeakKeyDictionary

from msgspec import Struct

from redline.addresses.code_parts import calls_them_parts
from redline.akn.blocks import blocks_of_marked
from redline.akn.marked import MarkedAct
from redline.errors import RenderError
from redline.jurisdictions import get_profile
from redline.languages import short_code
from redline.model.blocks import Block
from redline.model.changes import Change
from redline.model.spec import Effect, Operation, Spec
from redline.render.index_html import title_of
from redline.render.renderer import Package
from redline.render.sentences import (
    commencement_words,
    describe_effect,
    describe_operation,
    why_not_applied,
)
from redline.render.table.act_titles import act_title
from redline.render.table.citations import Citations
from redline.render.table.columns import columns_named
from redline.render.table.draft import words_for
from redline.render.table.elision import Context, shown_of
from redline.render.table.marked import moved_by, operations_of
from redline.render.table.moves import operations_on_the_way, readings_of_move
from redline.render.table.names import Naming, key_of, names_of
from redline.render.table.places import TEXTS, Section, Text, sections_of
from redline.render.table.rows import RowPlan, RowsBy, Stretch, plan_rows
from redline.render.table.sides import Reading, labels_in, side_of
from redline.render.table.words import TableWords, table_words
from redline.render.word.paragraphs import Line


class TableRow(Struct, frozen=True):
    """A row: one structural element, or what the same instructions changed beside it.

    Attributes:
        number: counted through the whole table, from 1.
        elements: what its elements are called, in the language of the Act.
        current, proposed: the base and the consolidated text of what is shown; a piece of words that has an
            operation differs from the other side.
        changes: the changes shown, in the order of the spec.
        key: what it is about, the same in every language.
        citations: the provisions of the amending Act that bring it about, where they are asked for.
        versions: of a table in two languages, the row and the table of each; no row where there is none.
    """

    number: int
    elements: tuple[str, ...]
    current: tuple[Line, ...]
    proposed: tuple[Line, ...]
    changes: tuple[Change, ...]
    key: RowKey = ()
    citations: tuple[str, ...] = ()
    versions: tuple[tuple[TableRow | None, ComparisonTable], ...] = ()


RowKey = tuple[tuple[str, str], ...]
"""What a row is about, whatever the language: units and numbers from the outermost to the element."""


class TableAct(Struct, frozen=True):
    """The rows of one Act.

    Attributes:
        title: as it stands in the base, and where it was published, if the spec says so.
        language: in two letters.
    """

    alias: str
    title: str
    language: str
    rows: tuple[TableRow, ...]


class ComparisonTable(Struct, frozen=True):
    """The whole table.

    Attributes:
        title, title_language: of the spec.
        words: what the table says of itself.
        columns: the names of its columns, in order.
        acts: those with changes, in the order of the spec.
        date: of the draft.
        as_of: the day whose wording was asked for, or None.
        commencement: the day from which most of the changes apply; None where there is none.
        waiting: what is not part of the proposed wording, and why; in sentences.
        unshown: what was applied and left no words to show; in sentences.
        effects: what changes no text; in sentences.
        parts: of a table in two languages, the table of each.
    """

    title: str
    title_language: str
    words: TableWords
    columns: tuple[str, ...]
    acts: tuple[TableAct, ...]
    date: datetime.date | None
    as_of: datetime.date | None
    commencement: datetime.date | None
    waiting: tuple[str, ...]
    unshown: tuple[str, ...]
    effects: tuple[str, ...]
    parts: tuple[ComparisonTable, ...] = ()

    @property
    def above(self) -> tuple[str, ...]:
        """What is said between the heading and the table."""
        words = self.words
        if self.parts:
            return tuple(said for part in self.parts for said in part.above)
        held = ((words.as_of, self.as_of), (words.unless, self.commencement if self.acts else None))
        return tuple(said.format(date=words.date(date)) for said, date in held if date is not None)

    @property
    def lists(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What is said after the table: headings with their sentences, those of empty lists left out."""
        words = self.words
        if self.parts:
            return tuple(item for part in self.parts for item in part.lists)
        held = ((words.waiting, self.waiting), (words.unshown, self.unshown), (words.effects, self.effects))
        return tuple((heading, sentences) for heading, sentences in held if sentences)


def comparison_table(
    package: Package, *, columns: str | None = None, context: Context = 0, rows: RowsBy = "element",
    named_in: str = "",
) -> ComparisonTable:  # fmt: skip
    """The comparison table of an amended package.

    Args:
        package: the package.
        columns: a set of columns, or their names with commas between them; default: the profile's.
        context: how many unchanged paragraphs are kept on either side of a change; `all` for whole articles.
        rows: whether each changed element of an article has a row, or the article as a whole.
        named_in: the language in which elements are named, two letters; default: that of each Act.

    Raises:
        RenderError: `columns-unknown`; `option-unknown` where `context` or `rows` is of no use.
    """
    spec = package.spec
    profile = get_profile(spec.jurisdiction)
    _check(context, rows)
    words = words_for(package)
    asked = columns_named(columns or profile.table_columns)
    citations = Citations(package, words.instruction) if "citation" in asked else None
    acts: list[TableAct] = []
    number = 0
    for alias, marked in package.items():
        cite = partial(citations.of, alias) if citations is not None else None
        named = (named_in or marked.base.language, table_words(named_in) if named_in else words)
        made = tuple(_rows(marked, words, context, rows, number, cite, named))
        number += len(made)
        if made:
            title = act_title(spec, alias, marked)
            acts.append(TableAct(alias, title, short_code(marked.base.language), made))
    changes = [change for _, marked in package.items() for change in marked.changes()]
    changes.sort(key=lambda change: change.operation.order)
    shown = {change.operation.id for act in acts for row in act.rows for change in row.changes}
    return ComparisonTable(
        title_of(spec),
        _title_language(spec),
        words,
        asked,
        tuple(acts),
        spec.date,
        package.as_of,
        _usual(changes),
        tuple(dict.fromkeys(_waiting(changes, package, words.language))),
        tuple(dict.fromkeys(_sentence(each, words.language) for each in changes if _is_unshown(each, shown))),
        tuple(_effect(effect, words.language) for effect in spec.effects),
    )


def _is_unshown(change: Change, shown: Collection[str]) -> bool:
    return change.applied and change.operation.id not in shown


def _check(context: object, rows: object) -> None:
    if context != "all" and not (isinstance(context, int) and context >= 0):
        raise RenderError(
            "option-unknown",
            f"{context!r} is no number of paragraphs to keep around a change",
            do="give context 0 or more, or all",
        )
    if rows not in ("element", "article"):
        raise RenderError(
            "option-unknown", f"there are no rows by {rows!r}", do="give rows by element, or by article"
        )


def _title_language(spec: Spec) -> str:
    title = title_of(spec)
    return next((short_code(code) for code, text in spec.title.items() if text == title), "en")


# --- rows ---


_Cite = Callable[[RowPlan, Sequence[Change]], tuple[str, ...]]
"""The provisions of the amending Act that make the changes of a row."""


class _Changed(Struct, frozen=True):
    """The sections of a marked Act that hold changes, and what its notes are called in each text."""

    sections: tuple[Section, ...]
    labels: Mapping[Text, Mapping[int, str]]


_CHANGED: WeakKeyDictionary[MarkedAct, _Changed] = WeakKeyDictionary()
"""Read once for each marked Act, since all four files of the table are made from it."""


def _changed(marked: MarkedAct) -> _Changed:
    found = _CHANGED.get(marked)
    if found is None:
        blocks = list(blocks_of_marked(marked))
        sections = tuple(
            section
            for section in sections_of(blocks)
            if any(operations_of(placed.block) for placed in section.placed)
        )
        found = _CHANGED[marked] = _Changed(sections, {text: labels_in(blocks, text) for text in TEXTS})
    return found


def _rows(
    marked: MarkedAct, words: TableWords, context: Context, by: RowsBy, number: int, cite: _Cite | None,
    named: tuple[str | None, TableWords],
) -> Iterator[TableRow]:  # fmt: skip
    changed = _changed(marked)
    language, names = named
    naming = Naming(language, calls_them_parts(marked.base, marked.base.language))
    changes = {change.operation.id: change for change in marked.changes() if change.applied}
    plans = plan_rows(changed.sections, by)
    marking = frozenset[str]().union(*(plan.operations for plan in plans))
    unmarked = [change for name, change in changes.items() if name not in marking]
    for place, plan in enumerate(plans, number + 1):
        operations = plan.operations | _on_the_way(plan, unmarked)
        made = [changes[operation] for operation in operations if operation in changes]
        made.sort(key=lambda change: change.operation.order)
        current, proposed = (_side(plan, text, words, changed.labels[text], context) for text in TEXTS)
        yield TableRow(
            place,
            names_of(plan, naming, names),
            current,
            proposed,
            tuple(made),
            key_of(plan),
            cite(plan, made) if cite is not None else (),
        )


def _on_the_way(plan: RowPlan, unmarked: Sequence[Change]) -> frozenset[str]:
    """The operations that changed a provision of a row and that its marks do not tell, since it moved."""
    if not plan.moved:
        return frozenset()
    eids = {block.eid for stretch in (*plan.base, *plan.amended) for block in stretch.blocks if block.eid}
    there = {
        change.operation.id
        for change in unmarked
        if any(place.eid_before in eids or place.eid_after in eids for place in change.places)
    }
    return operations_on_the_way(plan) | there


def _side(
    plan: RowPlan, text: Text, words: TableWords, labels: Mapping[int, str], context: Context
) -> tuple[Line, ...]:
    nothing = words.absent if text == "base" else words.delete
    stretches = plan.base if text == "base" else plan.amended
    read = readings_of_move(plan) if plan.moved else {}
    shown = [
        read.get(id(item), item) if isinstance(item, Block) else item
        for stretch in stretches
        for item in shown_of(stretch, context, _moved(stretch))
    ]
    return side_of(shown, Reading(text, nothing, labels, context, plan.moved))


def _moved(stretch: Stretch) -> list[int]:
    """The places of a section that moved: they have a row of their own."""
    placed = stretch.section.placed
    return [place for place, one in enumerate(placed) if moved_by(one.block) is not None]


# --- what is said of the changes ---


def _usual(changes: Iterable[Change]) -> datetime.date | None:
    """The day from which most of the applied changes apply."""
    days = Counter(change.date for change in changes if change.applied)
    return days.most_common(1)[0][0] if days else None


def _whole_sentence(operation: Operation, language: str) -> str:
    said = _capital(describe_operation(operation, language))
    return said if said.endswith((".”", ".", ".»")) else f"{said}."


def _effect(effect: Effect, language: str) -> str:
    """An effect as a sentence; an operation that it names by its id stays as the spec has it."""
    said = describe_effect(effect, language)
    return said if said.startswith(effect.target.value) else _capital(said)


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]


def _sentence(change: Change, language: str) -> str:
    return f"{_capital(describe_operation(change.operation, language))} ({change.operation.id})"


def _waiting(changes: Sequence[Change], package: Package, language: str) -> Iterator[str]:
    several = len(package) > 1
    for change in changes:
        if not change.applied:
            act = f"{package[change.act].base.title or change.act}: " if several else ""
            yield f"{act}{_sentence(change, language)} – {_why_not(change, package, language)}"


def _why_not(change: Change, package: Package, language: str) -> str:
    if change.status == "not-assumed" and language == "en":
        return f"is conditional on {change.operation.when}"
    return why_not_applied(change, package.as_of, language)


def reasons_of(row: TableRow, table: ComparisonTable) -> tuple[str, ...]:
    """Why a row's changes are made, remarks of the drafters, and from when, where that is not usual."""
    found: dict[str, None] = {}
    for change in row.changes:
        operation = change.operation
        if operation.because is not None:
            found[operation.because.value.strip()] = None
    for change in row.changes:
        if change.operation.comment is not None:
            found[table.words.comment.format(text=change.operation.comment.value.strip())] = None
    days = dict.fromkeys(change.date for change in row.changes)
    if len(row.changes) == 1 or len(days) == 1:
        found |= dict.fromkeys(_commencement(row.changes[0], table)) if row.changes else {}
    else:
        for change in row.changes:
            said = (
                f"{said.removesuffix('.')} ({change.operation.id})." for said in _commencement(change, table)
            )
            found |= dict.fromkeys(said)
    return tuple(found)


def _commencement(change: Change, table: ComparisonTable) -> Iterator[str]:
    if change.date is not None and change.date != table.commencement:
        yield table.words.in_force.format(date=table.words.date(change.date))
    elif change.date is None and (said := commencement_words(change, table.words.language)):
        yield table.words.from_event.format(event=said)


def _begins(change: Change, table: ComparisonTable) -> str:
    if change.date is not None:
        return table.words.date(change.date)
    return commencement_words(change, table.words.language)


def told_in(column: str, row: TableRow, table: ComparisonTable) -> tuple[str, ...]:
    """What stands in a column that holds no text of the Act: a paragraph for each.

    Args:
        column: one of `columns.COLUMNS` but `current` and `proposed`.
    """
    if row.versions and column not in ("number", "element"):
        told = (told_in(column, one, part) for one, part in row.versions if one is not None)
        return tuple(dict.fromkeys(said for each in told for said in each))
    operations = [change.operation for change in row.changes]
    match column:
        case "number":
            return (f"{row.number}.",)
        case "element":
            return row.elements
        case "reason":
            return reasons_of(row, table)
        case "amendment":
            return tuple(dict.fromkeys(_whole_sentence(each, table.words.language) for each in operations))
        case "citation":
            return row.citations
        case "commencement":
            return tuple(dict.fromkeys(filter(None, (_begins(change, table) for change in row.changes))))
        case _:
            return tuple(dict.fromkeys(operation.author for operation in operations if operation.author))
