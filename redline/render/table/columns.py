"""The columns of a comparison table: which there are, and the customary sets of them."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from redline.errors import RenderError

COLUMNS: Mapping[str, str] = {
    "number": "the row's number",
    "element": "the structural element: point 6) of article 1",
    "current": "the wording in force, changed words in bold",
    "proposed": "the wording proposed, changed words in bold",
    "reason": "the reason, comments, and the commencement where it is another than that of most rows",
    "amendment": "the instructions of the amending Act in a sentence each",
    "citation": "the provisions of the amending Act that make the change",
    "commencement": "from when each change applies",
    "author": "whose proposal it is",
}
"""Every column, and what stands in it."""

SETS: Mapping[str, tuple[str, ...]] = {
    # Kazakhstan, Law No. 480-V, article 29(2)(5), in the five columns that ministries and Parliament use.
    "kz": ("number", "element", "current", "proposed", "reason"),
    "generic": ("element", "current", "proposed", "reason"),
    "two": ("current", "proposed"),
    "three": ("current", "amendment", "proposed"),
    # Japan's 新旧対照表: the new text on the left.
    "new-left": ("proposed", "current", "reason"),
    # European Union: each difference with the provision of the amending act that makes it.
    "eu": ("element", "current", "proposed", "citation"),
}
"""Sets of columns by name, as `--columns` takes them."""


def columns_named(asked: str) -> tuple[str, ...]:
    """The columns of a set, or of a list of names with commas between them.

    Raises:
        RenderError: `columns-unknown`, with the names there are; also where a column is named twice.
    """
    if asked.strip() in SETS:
        return SETS[asked.strip()]
    names = tuple(name.strip() for name in asked.split(",") if name.strip())
    wrong = next((name for name in names if name not in COLUMNS), None)
    if wrong is None and names and len(set(names)) == len(names):
        return names
    known = [*SETS, *COLUMNS]
    near = difflib.get_close_matches(wrong or "", known, n=1, cutoff=0.6)
    meant = f"; did you mean {near[0]}?" if near else ""
    if wrong is None:
        problem = "no column is named" if not names else "a column is named twice"
    else:
        problem = f'no column, and no set of columns, is called "{wrong}"{meant}'
    raise RenderError(
        "columns-unknown",
        problem,
        do=f"give one of the sets {', '.join(SETS)}, or columns with commas between: {', '.join(COLUMNS)}",
    )
