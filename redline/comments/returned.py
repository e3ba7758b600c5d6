"""A returned form -> comments, and an error for each row that cannot be understood; the others are read."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from redline.comments.grids import Grid, Row, Sheets, read_grids
from redline.comments.places import Place, Places
from redline.comments.words import WORDS
from redline.dossier.comments import as_written
from redline.errors import DossierError, RedlineError
from redline.languages.shortening import shortened
from redline.model.dossier import Comment
from redline.model.source import Span

_COLUMNS = ("number", "provision", "comment", "proposal")
_WANTED = ("provision", "comment", "proposal")


@dataclass(frozen=True, slots=True)
class Returned:
    """What was read from one file.

    Attributes:
        comments: in the order of the form.
        errors: of the rows that were not taken, and of the file.
        remarks: what else stands in the file and was not read, a sentence each.
    """

    comments: tuple[Comment, ...] = ()
    errors: tuple[RedlineError, ...] = ()
    remarks: tuple[str, ...] = ()


def read_form(path: Path, places: Places) -> Returned:
    """Read a returned form. What is wrong with it is an error in `errors`, never an exception.

    Args:
        path: the file.
        places: the provisions of the dossier.
    """
    try:
        sheets = read_grids(path)
    except RedlineError as error:
        return Returned(errors=(error,))
    reader = _Reader(path.name, places)
    sheets = replace(sheets, grids=tuple(map(_without_prompts, sheets.grids)))
    for grid in sheets.grids:
        reader.read(grid)
    if not reader.tables:
        reader.errors.append(_no_table(path.name, sheets.grids))
    return Returned(tuple(reader.comments), tuple(reader.errors), tuple(_unread(path.name, sheets, places)))


def _without_prompts(grid: Grid) -> Grid:
    """A table without what its places to fill in ask for: LibreOffice keeps that as if it were written."""
    rows = (
        replace(row, cells={c: "" if _key(text) in _PROMPTS else text for c, text in row.cells.items()})
        for row in grid.rows
    )
    return replace(grid, rows=tuple(rows))


def _no_table(name: str, grids: Sequence[Grid]) -> DossierError:
    """What a file without the table of a form lacks."""
    found = max((_titled(row) for grid in grids for row in grid.rows), key=len, default={})
    lacking = [WORDS["en"][title] for title in _WANTED if title not in found]
    what = f"no column is called {' or '.join(lacking)}" if found else f"no row has {', '.join(lacking)}"
    return DossierError(
        "form-unknown",
        f"{name} holds no table of a comment form: {what}",
        do="put the table back as it was sent, with its row of titles, and import the file again",
    )


def _unread(name: str, sheets: Sheets, places: Places) -> Iterator[str]:
    """What stands in a file beside its table: nothing that a body has written is passed over in silence."""
    if sheets.notes:
        many = f"{sheets.notes} remark{'' if sheets.notes == 1 else 's'}"
        yield (
            f"{name}: what stands in the margin or on cells is not read ({many}); put into a row of the "
            "table what is to be taken from there"
        )
    known = _form_words(places)
    texts = [(text, "") for text in sheets.outside]
    for grid in sheets.grids:
        sheet = f" of the sheet {grid.name}" if grid.name else ""
        texts += [(text, sheet) for text in _beside(grid) if not places.is_listed(text)]
    for text, sheet in texts:
        if _key(text) not in known and not text.strip().isdigit():
            yield f"{name}: “{shortened(text, 80)}”{sheet} stands in no row of the table, and is not read"


def _beside(grid: Grid) -> Iterator[str]:
    """The texts of a table that are neither rows of comments nor the name of the body."""
    head = next((place for place, row in enumerate(grid.rows) if _titles(row)), len(grid.rows))
    body = _body_of(grid)
    for row in grid.rows[:head]:
        yield from (text for text in row.cells.values() if text.strip() and " ".join(text.split()) != body)
    if head < len(grid.rows):
        columns = _titles(grid.rows[head])
        for row in grid.rows[head + 1 :]:
            yield from row.cells.values() if not _filled(row, columns) else ()


def _form_words(places: Places) -> frozenset[str]:
    """What the form itself says, in each language."""
    own = [words[name] for words in WORDS.values() for name in ("title", "guide", "sheet")]
    titled = [f"{words['title']}: {title}" for words in WORDS.values() for title in places.titles]
    return frozenset(map(_key, [*own, *titled, *places.titles])) | _BODIES | frozenset(_TITLES) | {""}


class _Reader:
    def __init__(self, name: str, places: Places) -> None:
        self.name = name
        self.places = places
        self.comments: list[Comment] = []
        self.errors: list[RedlineError] = []
        self.tables = 0
        self._body = ""

    def read(self, grid: Grid) -> None:
        """The comments of a table; in a Word document the body stands in a table before it."""
        self._body = _body_of(grid) or self._body
        head = next((place for place, row in enumerate(grid.rows) if _titles(row)), None)
        if head is None:
            return
        self.tables += 1
        columns = _titles(grid.rows[head])
        filled = [row for row in grid.rows[head + 1 :] if _filled(row, columns)]
        if filled and not self._body:
            where = f" (sheet {grid.name})" if grid.name else ""
            self._fail(
                "form-incomplete",
                f"{self.name}{where} names no body, and {len(filled)} rows are filled in",
                "write the body beside “Body (organisation)”, above the table, and import the file again",
                None,
            )
            return
        for row in filled:
            self._row(row, columns)

    def _row(self, row: Row, columns: dict[str, int]) -> None:
        said = {name: as_written(row.cells.get(columns[name], "")) for name in _WANTED}
        if self._has_more(row, columns):
            return
        place = self._place(row, columns, said)
        if place is None:
            return
        if not said["comment"] and not said["proposal"]:
            self._fail(
                "form-incomplete",
                f"{self.name}, row {row.number}: a provision is chosen, and nothing is said of it",
                "write the comment, or clear the row",
                row,
                columns["comment"],
            )
            return
        form = f"{self.name}, row {row.number}"
        self.comments.append(_comment(self._body, place, said["comment"], said["proposal"], form))

    def _has_more(self, row: Row, columns: dict[str, int]) -> bool:
        """Whether a row has words in a column that the form has not; then with an error."""
        own = set(columns.values())
        for column, text in sorted(row.cells.items()):
            if column not in own and text.strip() and not text.strip(" .)").isdigit():
                said = f"“{shortened(text, 80)}” stands in a column that the form does not have"
                do = "put it behind the comment or the proposal of the row, and import the file again"
                self._fail("form-beside", f"{self.name}, row {row.number}: {said}", do, row, column)
                return True
        return False

    def _place(self, row: Row, columns: dict[str, int], said: dict[str, str]) -> Place | None:
        """What a row speaks of; None, with an error, where that cannot be told."""
        found = self.places.find(said["provision"]) if said["provision"] else ()
        if len(found) == 1:
            return found[0]
        slug, message, do = self._why_not(f"{self.name}, row {row.number}", said, found)
        self._fail(slug, message, do, row, columns["provision"])
        return None

    def _why_not(self, at: str, said: dict[str, str], found: Sequence[Place]) -> tuple[str, str, str]:
        """Slug, message and next step of a row whose provision cannot be told."""
        text = shortened(said["provision"], 80)
        elsewhere = next((n for n in ("comment", "proposal") if _is_listed(self.places, said[n])), "")
        if elsewhere:
            message = f"{at}: the provision stands in the column of the {elsewhere}"
            do = "put the provision and the words into their own columns, and import the file again"
            return "form-columns-swapped", message, do
        if not text:
            do = "choose the provision from the list; for the draft as a whole, its first entry"
            return "form-incomplete", f"{at} names no provision: {_quoted(said)}", do
        if found:
            names = " or ".join(sorted(place.document for place in found))
            do = "choose the provision from the list, which names the document too"
            return "address-ambiguous", f"{at}: “{text}” may be of {names}", do
        if self.places.several(said["provision"]):
            do = "write a row for each provision, each with the comment, and import the file again"
            return "form-several-provisions", f"{at}: “{text}” names more than one provision", do
        near = " or ".join(f"“{label}”" for label in self.places.nearest(said["provision"]))
        do = f"choose it from the list; the nearest are {near}" if near else "choose it from the list"
        return "address-not-found", f"{at}: “{text}” is no provision of the dossier", do

    def _fail(self, slug: str, message: str, do: str, row: Row | None, column: int = 0) -> None:
        at = Span(self.name, row.number, column + 1) if row is not None and row.number > 0 else None
        self.errors.append(DossierError(slug, message, do=do, at=at))


def _quoted(said: dict[str, str]) -> str:
    return f"“{shortened((said['comment'] or said['proposal']).replace(chr(10), ' '), 80)}”"


def _is_listed(places: Places, text: str) -> bool:
    return bool(text) and len(text) < 300 and len(places.find(text)) == 1


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFC", text).casefold()).strip()


_TITLES = {_key(words[name]): name for words in WORDS.values() for name in _COLUMNS} | {
    _key(words[name].partition(" (")[0]): name for words in WORDS.values() for name in _COLUMNS
}
_PROMPTS = frozenset(_key(words[name]) for words in WORDS.values() for name in ("write", "choose"))
_BODIES = frozenset(
    _key(text) for words in WORDS.values() for text in (words["body"], words["body"].partition(" (")[0])
)


def _titles(row: Row) -> dict[str, int]:
    """The columns of a row of titles by what they hold, in whatever order; empty for any other row."""
    found = _titled(row)
    return found if all(name in found for name in _WANTED) else {}


def _titled(row: Row) -> dict[str, int]:
    """The columns of a row whose text is the title of a column."""
    named = ((_TITLES.get(_key(text)), column) for column, text in row.cells.items())
    return {name: column for name, column in named if name is not None}


def _body_of(grid: Grid) -> str:
    """The body that a table names: what stands beside its title."""
    for row in grid.rows:
        columns = [column for column, text in row.cells.items() if _key(text) in _BODIES]
        if columns:
            beside = [row.cells[column] for column in sorted(row.cells) if column > columns[0]]
            return " ".join(as_written(next((text for text in beside if text.strip()), "")).split())
    return ""


def _filled(row: Row, columns: dict[str, int]) -> bool:
    own = (columns[name] for name in _WANTED if columns[name] not in row.above)
    return any(row.cells.get(column, "").strip() for column in own)


def _comment(body: str, place: Place, comment: str, proposal: str, form: str) -> Comment:
    said = (body, place.document, place.address, comment, proposal)
    digest = hashlib.sha256("\x1f".join(" ".join(part.split()) for part in said).encode("utf-8"))
    at = Span(form, 1, 1)
    name = f"C-{digest.hexdigest()[:8]}"
    return Comment(name, body, at, place.document, place.address, comment, proposal, form=form)


def new_among(comments: Sequence[Comment], known: Sequence[Comment]) -> Iterator[Comment]:
    """Those that are not known yet, each once."""
    seen = {comment.id for comment in known}
    for comment in comments:
        if comment.id not in seen:
            seen.add(comment.id)
            yield comment
