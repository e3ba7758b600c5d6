"""The comparison tables of two languages as one: the wordings of an element beside one another in one row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from msgspec.structs import replace

from redline.errors import RenderError
from redline.model.blocks import Run
from redline.render.renderer import Package
from redline.render.table.elision import Context
from redline.render.table.rows import RowsBy
from redline.render.table.table import ComparisonTable, RowKey, TableAct, TableRow, comparison_table
from redline.render.table.words import TableWords
from redline.render.word.paragraphs import Line, Paragraph, Piece

_TEXTS = ("current", "proposed")
_Pair = tuple[TableRow | None, TableRow | None]


def table_of(
    package: Package,
    *,
    columns: str | None = None,
    context: Context = 0,
    rows: RowsBy = "element",
    bilingual: str | None = None,
) -> ComparisonTable:
    """The comparison table of a package: of one with several languages, in two of them.

    Args:
        package: the package.
        columns, context, rows: as for `comparison_table`.
        bilingual: the two languages, `ru,kk`; by default the first two of the package.

    Raises:
        RenderError: as for `comparison_table`; `option-unknown` where the package is not in these languages.
    """
    if not package.spec.parallel or len(package.languages) < 2:
        return comparison_table(package, columns=columns, context=context, rows=rows)
    first, second = (
        comparison_table(package.in_language(language), columns=columns, context=context, rows=rows)
        for language in languages_asked(bilingual, package.languages)
    )
    return bilingual_table(first, second, {key: act.alias for key, act in package.spec.acts.items()})


def languages_asked(bilingual: str | None, known: Sequence[str]) -> tuple[str, ...]:
    """The two languages of a table, in the order of their columns.

    Args:
        bilingual: as asked for, `ru,kk`; None or empty for the first two.
        known: those of the package.

    Raises:
        RenderError: `option-unknown`.
    """
    names = tuple(name.strip() for name in (bilingual or "").split(",") if name.strip()) or tuple(known[:2])
    if len(names) == len(set(names)) == 2 and set(names) <= set(known):
        return names
    do = "leave --bilingual out, or give the other language versions of the Acts in the spec"
    if len(known) > 1:
        do = f"write --bilingual {','.join(known[:2])}"
    raise RenderError(
        "option-unknown",
        f"a bilingual table is in two languages of the package, which has {', '.join(known)}, "
        f"and {', '.join(names)} was asked for",
        do=do,
    )


def bilingual_table(
    first: ComparisonTable, second: ComparisonTable, alias_of: Mapping[str, str]
) -> ComparisonTable:
    """One table of two, for the same Acts in two languages.

    Rows are aligned by their elements, by place and number; where one language has no row for an element, its
    cells say that it is not changed.

    Args:
        first, second: the tables, in the order of their columns.
        alias_of: the key of each Act to its alias.
    """
    acts: list[TableAct] = []
    number = 0
    for alias in dict.fromkeys(alias_of.values()):
        one, other = (
            next((act for act in table.acts if alias_of[act.alias] == alias), None)
            for table in (first, second)
        )
        held = [act for act in (one, other) if act is not None]
        rows: list[TableRow] = []
        for pair in _aligned(one.rows if one else (), other.rows if other else ()):
            number += 1
            rows.append(_row(number, pair, (first, second)))
        if held:
            title = " / ".join(dict.fromkeys(act.title for act in held))
            acts.append(TableAct(alias, title, first.words.language, tuple(rows)))
    return replace(
        first,
        words=_words(first, second),
        columns=_columns(first.columns, second.words.language),
        acts=tuple(acts),
        parts=(first, second),
    )


def _columns(columns: Sequence[str], language: str) -> tuple[str, ...]:
    """The columns with those of the texts once more behind them, for the second language."""
    last = max((place for place, name in enumerate(columns) if name in _TEXTS), default=len(columns) - 1)
    again = [f"{name} {language}" for name in columns if name in _TEXTS]
    return (*columns[: last + 1], *again, *columns[last + 1 :])


def _aligned(first: Sequence[TableRow], second: Sequence[TableRow]) -> Iterator[_Pair]:
    matcher = SequenceMatcher(None, [row.key for row in first], [row.key for row in second], autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        for one, other in zip_longest(first[start:end], second[other_start:other_end]):
            if kind == "equal" or one is None or other is None or _related(one.key, other.key):
                yield one, other
            else:
                yield one, None
                yield None, other


def _related(one: RowKey, other: RowKey) -> bool:
    """Whether one row is of an element inside that of the other: restated here, changed in places there."""
    shorter = min(len(one), len(other))
    return shorter > 0 and one[:shorter] == other[:shorter]


def _row(number: int, pair: _Pair, tables: tuple[ComparisonTable, ComparisonTable]) -> TableRow:
    held = [row for row in pair if row is not None]
    return TableRow(
        number,
        tuple(dict.fromkeys(name for row in held for name in row.elements)),
        _lines(pair[0], "current", tables[0].words),
        _lines(pair[0], "proposed", tables[0].words),
        held[0].changes,
        held[0].key,
        versions=tuple(zip(pair, tables, strict=True)),
    )


def _lines(row: TableRow | None, text: str, words: TableWords) -> tuple[Line, ...]:
    if row is None:
        return (Paragraph("nothing", pieces=[Piece(Run(words.unchanged, generated=True))]),)
    return row.current if text == "current" else row.proposed


def text_in(column: str, row: TableRow) -> tuple[Line, ...]:
    """The wording in a column of a text, of a table in one language or in two.

    Args:
        column: `current` or `proposed`; of the second language with the language behind it: `current kk`.
        row: of the table.
    """
    text, _, language = column.partition(" ")
    if not language:
        return row.current if text == "current" else row.proposed
    held, table = row.versions[1]
    return _lines(held, text, table.words)


def is_text(column: str) -> bool:
    """Whether a column holds wording of the Act."""
    return column.partition(" ")[0] in _TEXTS


def is_old(column: str) -> bool:
    """Whether a column holds wording in force."""
    return column.partition(" ")[0] == "current"


def language_in(column: str, act: TableAct) -> str:
    """The language of the wording in a column."""
    return column.partition(" ")[2] or act.language


def _words(first: ComparisonTable, second: ComparisonTable) -> TableWords:
    """The words of both languages: each heading in both, those over the wordings in their own."""
    one, other = first.words, second.words
    columns = {name: _both(said, other.columns[name]) for name, said in one.columns.items()}
    if "№" in one.columns["number"] and "№" in other.columns["number"]:
        columns["number"] = "№"
    for name in (*_TEXTS, "original", "result"):
        columns[name] = one.columns[name]
        columns[f"{name} {other.language}"] = other.columns[name]
    drafts = (table.words.draft.format(title=table.title) for table in (first, second))
    return replace(
        one,
        heading=_both(one.heading, other.heading),
        # The titles are filled in already, in both languages.
        draft=" / ".join(drafts).replace("{", "{{").replace("}", "}}"),
        columns=columns,
        none=_both(one.none, other.none),
        further=_both(one.further, other.further),
    )


def _both(one: str, other: str) -> str:
    return one if one == other else f"{one} / {other}"
