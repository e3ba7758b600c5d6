"""The text with both its versions: paragraphs, headings, tables and notes in the order of the law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from msgspec import Struct
from msgspec.structs import replace

from redline.languages import short_code
from redline.model.blocks import Note
from redline.render.html_blocks import LONG_TITLE
from redline.render.html_runs import Anchors, as_id, link_to
from redline.render.redline_html.groups import Group, Member, groups_of
from redline.render.redline_html.marks import Marks, named
from redline.render.redline_html.outline import Outline
from redline.render.redline_html.tables import TableHtml
from redline.render.redline_html.words import Words
from redline.render.word.lines import lines_of
from redline.render.word.paragraphs import Line, Paragraph, Piece, Table

_DEEPEST = 9
_CHUNK = 3000
"""So many characters are laid out together when they come near the screen."""
_LINE = 72
"""Characters of a line of text on a wide screen: for how high a part will be before it is laid out."""


class Names(Struct, frozen=True):
    """The identifiers of a block.

    Attributes:
        own: its `id`, or an empty string.
        attributes: `id`; `data-eid` for those that stand elsewhere on the page already (the new text of a
            replaced provision has that of the old); `data-after` for those of the consolidated text that
            another block has in the base.
        spans: empty elements for further identifiers.
    """

    own: str
    attributes: str
    spans: str


class Flow:
    """Writes the lines of a law.

    Args:
        marks: writes words.
        words: the page's own.
        later: identity of a line -> names that it has in the consolidated Act only.
        taken: the identifiers that the marked text has itself.
    """

    def __init__(
        self,
        marks: Marks,
        words: Words,
        later: Mapping[int, tuple[str, ...]],
        taken: frozenset[str],
    ) -> None:
        self.marks = marks
        self.anchors: Anchors = marks.anchors
        self.words = words
        self.later = later
        self.taken = taken
        self.outline = Outline(words)
        self.tables = TableHtml(marks, words, self.flat)
        self._titled = (False, False)
        self._headings = 0
        self._caption = ""

    def law(self, groups: Iterable[Group]) -> Iterator[str]:
        """The whole text, in parts that are laid out when they come near the screen."""
        part: list[str] = []
        size = height = 0
        quoted = False
        for group in groups:
            if size > _CHUNK or (size > _CHUNK // 3 and _begins(group)):
                yield from _part(part, height, quoted)
                part, size, height, quoted = [], 0, 0, False
            inside = _quoted(group)
            if inside != quoted:
                part.append("<blockquote>" if inside else "</blockquote>")
                quoted = inside
            part.append(self._group(group))
            length = _length(group)
            size, height = size + length, height + 2 + length // _LINE
        yield from _part(part, height, quoted)

    def flat(self, lines: Sequence[Line]) -> str:
        """Lines without an outline: of a cell or a note."""
        return "".join(self._group(group, inner=True) for group in groups_of(lines))

    def _group(self, group: Group, *, inner: bool = False) -> str:
        if isinstance(group, Table):
            names = self._names(group.anchors, self.later.get(id(group), ()))
            caption, self._caption = self._caption, ""
            depth = _depth(group.depth)
            return names.spans + self.tables.table(group, names.attributes, depth, caption)
        self._caption = _caption(group[0].line)
        if len(group) == 1:
            return self._paragraph(group[0], inner)
        first = group[0].line
        classes = "g" + _depth(first.depth) + (" hang" if first.hanging else "")
        classes += "".join(
            f" g{text}" for place, text in enumerate("ba") if any(m.runs_on[place] for m in group)
        )
        members = "".join(self._paragraph(member, inner) for member in group)
        return f'<div class="{classes}">{members}</div>'

    def _paragraph(self, member: Member, inner: bool) -> str:
        line = member.line
        names = self._names(line.anchors, self.later.get(id(line), ()))
        tag, classes = "p", _classes(member)
        if line.level and not inner and not line.quoted:
            tag, names = self._heading(line, names)
        elif line.level:
            classes.append("inner")
        if tag == "p" and line.depth > 0:
            classes.append(_depth(line.depth).strip())
        if tag == "h1" and sum(len(piece.run.text) for piece in line.pieces) > LONG_TITLE:
            classes.append("long")
        own = f' class="{" ".join(classes)}"' if classes else ""
        words = self._words(line, names.own)
        return f"<{tag}{own}{names.attributes}{self._lang(line)}>{names.spans}{words}</{tag}>"

    def _heading(self, line: Paragraph, names: Names) -> tuple[str, Names]:
        """The tag of a heading, which the outline is told of, and its names: it has one in any case."""
        if line.level == 1:
            base, amended = self._titled
            first = (line.base and not base) or (line.amended and not amended)
            self._titled = (base or line.base, amended or line.amended)
            return "h1" if first else "h2", names
        self.marks.begin()
        if not names.own:
            self._headings += 1
            own = f"redline-heading-{self._headings}"
            names = replace(names, own=own, attributes=f' id="{own}"{names.attributes}')
        self.outline.heading(line, names.own, self.marks.met)
        return f"h{min(max(line.level, 2), 6)}", names

    def _words(self, line: Paragraph, own: str) -> str:
        """Number and words, with what leads to the block and what begins with it."""
        number, rest = _number(line)
        link = ""
        if own and (line.hanging or line.level > 1):
            link = f'<a class="self" href="{escape(link_to(own))}" aria-hidden="true" tabindex="-1"></a>'
        broken = self.marks.broken(line)
        lead = self.marks.lead(number)
        lead = f'<span class="{"n" if line.hanging else "num"}">{lead}</span>' if lead else ""
        return link + broken + lead + "".join(self.marks.pieces(rest))

    def _lang(self, line: Paragraph) -> str:
        code = short_code(line.language)
        return f' lang="{escape(code)}"' if code not in (self.words.page, "und") else ""

    def _names(self, anchors: tuple[str, ...], later: tuple[str, ...] = ()) -> Names:
        """The identifiers of a block."""
        own, again, spans = "", [], ""
        for name in anchors:
            given = self.anchors.id_attribute(name)
            if not given:
                again.append(escape(as_id(name)))
            elif own:
                spans += f"<span{given}></span>"
            else:
                own = as_id(name)
        taken = [escape(as_id(name)) for name in later if name in self.taken]
        free = (self.anchors.id_attribute(name) for name in later if name not in self.taken)
        spans += "".join(f"<span{given}></span>" for given in free if given)
        attributes = f' id="{escape(own)}"' if own else ""
        attributes += f' data-eid="{" ".join(again)}"' if again else ""
        attributes += f' data-after="{" ".join(taken)}"' if taken else ""
        return Names(own, attributes, spans)

    # --- notes ---

    def notes(self, notes: Sequence[Note]) -> Iterator[str]:
        """The notes at the end, each with a link back."""
        if not notes:
            return
        yield '<section class="notes" role="doc-endnotes" aria-labelledby="redline-notes">'
        yield f'<h2 id="redline-notes"{self.words.own}>{self.words.html("notes")}</h2>'
        for note in notes:
            yield self._note(note)
        yield "</section>"

    def _note(self, note: Note) -> str:
        base, amended = self.marks.cited.get(note.index, (False, False))
        if not (base or amended):
            return ""
        only = "" if base and amended else " ob" if base else " oa"
        operation = named(note.mark.operation) if only and note.mark else ""
        eid = self.anchors.id_attribute(note.eid)
        marker = escape(self.anchors.labels.get(note.index, str(note.index)))
        back = (
            f'<a class="back" href="#redline-ref-{note.index}" role="doc-backlink" '
            f'aria-label="{self.words.html("back")}: {marker}">↩</a>'
        )
        text = self.flat(list(lines_of(note.blocks, tracked_columns=True))) + back
        text = f"<span{eid}></span>{text}" if eid else text
        return (
            f'<div class="note{only}" id="redline-note-{note.index}"{operation}>'
            f'<span class="n">{marker}</span><div>{text}</div></div>'
        )


def _number(line: Paragraph) -> tuple[list[Piece], list[Piece]]:
    """The number that a paragraph begins with, the space behind it included, and the rest."""
    pieces = line.pieces
    place = 0
    while place < len(pieces) and pieces[place].number:
        place += 1
    while 0 < place < len(pieces) and pieces[place].run.generated and not pieces[place].run.text.strip():
        place += 1
    return pieces[:place], pieces[place:]


def _part(part: Sequence[str], height: int, quoted: bool) -> Iterator[str]:
    if part:
        end = "</blockquote>" if quoted else ""
        yield f'<div class="k" style="--h:{height}">{"".join(part)}{end}</div>'


def _begins(group: Group) -> bool:
    return not isinstance(group, Table) and group[0].line.level > 1


def _quoted(group: Group) -> bool:
    return not isinstance(group, Table) and group[0].line.quoted > 0


def _caption(line: Paragraph) -> str:
    """The words of a table's caption; an empty string for any other paragraph."""
    if line.style != "caption":
        return ""
    return " ".join(
        "".join(piece.run.text for piece in line.pieces if piece.amended or not line.amended).split()
    )


def _length(group: Group) -> int:
    if isinstance(group, Table):
        return sum(_LINE + sum(_long(cell.lines) for cell in row.cells) for row in group.rows)
    return _long([member.line for member in group])


def _long(lines: Iterable[Line]) -> int:
    return sum(len(piece.run.text) for line in lines if isinstance(line, Paragraph) for piece in line.pieces)


def _classes(member: Member) -> list[str]:
    """What a paragraph is, and in which text it stands and runs on."""
    line = member.line
    classes = [
        "" if line.style == "text" else line.style,
        "hang" if line.hanging else "",
        "repealed" if line.repealed else "",
        "" if line.base and line.amended else "ob" if line.base else "oa",
    ]
    for place, text in enumerate("ba"):
        if line.level and not line.headed[place]:
            classes.append(f"t{text}")
        if member.runs_on[place]:
            classes += [f"r{text}", f"n{text}" if member.begins[place] else ""]
    return list(filter(None, classes))


def _depth(depth: int) -> str:
    return f" d{min(depth, _DEEPEST)}" if depth > 0 else ""
