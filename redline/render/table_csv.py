"""The comparison table as comma-separated values (RFC 4180), for programs and for any spreadsheet."""

from __future__ import annotations

import csv
import io

from redline.render.renderer import Package
from redline.render.table.bilingual import is_text, table_of, text_in
from redline.render.table.elision import Context
from redline.render.table.plain import plain_text
from redline.render.table.rows import RowsBy
from redline.render.table.table import ComparisonTable, TableRow, told_in

_COMPUTED = ("=", "+", "-", "@", "\t", "\r")
"""What spreadsheets take for the beginning of a formula."""


def render_table_csv(
    package: Package,
    *,
    columns: str | None = None,
    context: Context = 0,
    rows: RowsBy = "element",
    bilingual: str | None = None,
) -> bytes:
    """The comparison table of a package: UTF-8 with a byte order mark, so that spreadsheets read it as such.

    The Act is a column, so that rows can be sorted. What is said after the table follows in two columns: the
    heading and the sentence. A value that a spreadsheet would compute gets an apostrophe before it.

    Args:
        package: the amended package.
        columns, context, rows, bilingual: as for `table_of`.
    """
    table = table_of(package, columns=columns, context=context, rows=rows, bilingual=bilingual)
    held = io.StringIO(newline="")
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow([_safe(table.words.head(name, table.columns)) for name in ("act", *table.columns)])
    for act in table.acts:
        for row in act.rows:
            writer.writerow([_safe(act.title), *(_safe(_value(name, row, table)) for name in table.columns)])
    for heading, sentences in table.lists:
        writer.writerows([_safe(heading), _safe(sentence)] for sentence in sentences)
    return held.getvalue().encode("utf-8-sig")


def _value(name: str, row: TableRow, table: ComparisonTable) -> str:
    if is_text(name):
        return plain_text(text_in(name, row))
    match name:
        case "number":
            return str(row.number)
        case _:
            return "\n".join(told_in(name, row, table))


def _safe(value: str) -> str:
    return f"'{value}" if value.startswith(_COMPUTED) else value
