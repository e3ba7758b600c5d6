"""What Word would refuse or repair in a document, found before it is given out.

Each rule is a function that yields a sentence for each fault. The rules say what the schema of Office Open
XML (ECMA-376, transitional: `wml.xsd`) demands, and what it leaves out though Word insists on it: different
ids, ends of cells, changes around whole runs. No schema is loaded: that would take seconds on a whole code.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from lxml import etree

from redline.render.word.styles import WORD

Element = etree._Element
Rule = Callable[[Element], Iterator[str]]
"""Takes the root of a part; yields what is wrong with it."""


def tag(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{WORD}}}{name}"


def tags(*names: str) -> tuple[str, ...]:
    """The full names of several elements."""
    return tuple(map(tag, names))


AROUND_RUNS = tags("ins", "del", "moveFrom", "moveTo")
RANGE_STARTS = tags("moveFromRangeStart", "moveToRangeStart")
OTHER_CHANGES = tags(
    "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "tblGridChange",
    "numberingChange", "cellIns", "cellDel", "cellMerge",
)  # fmt: skip
CHANGES = (*AROUND_RUNS, *RANGE_STARTS, *OTHER_CHANGES)
ID, AUTHOR, DATE, NAME = (tag(name) for name in ("id", "author", "date", "name"))
_P, _R, _PPR, _RPR, _TBL = tags("p", "r", "pPr", "rPr", "tbl")
_TR, _TC, _TRPR, _TCPR, _SDT = tags("tr", "tc", "trPr", "tcPr", "sdt")
_INS, _DEL, _MOVE_FROM, _MOVE_TO = AROUND_RUNS
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def local(element: Element) -> str:
    """The name of an element without its namespace, as messages have it."""
    return str(element.tag).rpartition("}")[2]


def changes_say_who_and_when(root: Element) -> Iterator[str]:
    for change in root.iter(*CHANGES):
        if not (change.get(ID) or "").isdigit():
            yield f"a {local(change)} has no number"
        if not change.get(AUTHOR):
            yield f"a {local(change)} has no author"
        date = change.get(DATE)
        if date is not None and not _TIME.fullmatch(date):
            yield f"the date {date!r} is none"
        if date is None and change.tag in RANGE_STARTS:
            yield f"a {local(change)} has no date"


_HOLDS_CHANGES = frozenset(tags("p", "hyperlink", "sdtContent", "smartTag", "fldSimple"))
_CHANGES_OF_CHANGES = ((_DEL, _INS), (_DEL, _MOVE_TO))
_HOLDS_MARKS = frozenset({_RPR, _TRPR, tag("numPr")})
_IN_CHANGES = frozenset(
    tags("r", "del", "ins", "sdt", "smartTag", "bookmarkStart", "bookmarkEnd", "commentRangeStart",
         "commentRangeEnd", "proofErr")
)  # fmt: skip


def changes_stand_around_whole_runs(root: Element) -> Iterator[str]:
    for change in root.iter(*AROUND_RUNS):
        where = next(change.iterancestors(), root)
        if where.tag in _HOLDS_MARKS:
            if len(change):
                yield f"a mark {local(change)} in {local(where)} is not empty"
        elif where.tag not in _HOLDS_CHANGES and (change.tag, where.tag) not in _CHANGES_OF_CHANGES:
            yield f"a {local(change)} stands in {local(where)}"
        else:
            yield from (
                f"a {local(child)} stands in {local(change)}"
                for child in change
                if child.tag not in _IN_CHANGES
            )


def deleted_words_are_called_so(root: Element) -> Iterator[str]:
    inside = 0
    for change in root.iter(_DEL, _MOVE_FROM):
        inside += sum(1 for _ in change.iter(*tags("delText", "delInstrText")))
        if change.tag == _DEL:
            yield from (f"a {local(words)} stands in del" for words in change.iter(*tags("t", "instrText")))
    if sum(1 for _ in root.iter(*tags("delText", "delInstrText"))) != inside:
        yield "deleted words stand outside a deletion"


def spaces_are_kept(root: Element) -> Iterator[str]:
    for words in root.iter(*tags("t", "delText")):
        text = words.text or ""
        if text != text.strip() and words.get(_SPACE) != "preserve":
            yield f"the spaces around {text.strip()[:40]!r} would be lost"


_CONTAINERS = tags("body", "tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent")
_BLOCKS = frozenset((_P, _TBL, _SDT))


def containers_end_in_a_paragraph_that_stays(root: Element) -> Iterator[str]:
    for container in root.iter(*_CONTAINERS):
        blocks = [child for child in container if child.tag in _BLOCKS]
        if not blocks or blocks[-1].tag == _TBL:
            yield f"a {local(container)} does not end in a paragraph"
        elif blocks[-1].tag == _P and not _goes_as_a_whole(container):
            mark = next((m for m in marks_of(blocks[-1]) if m.tag in AROUND_RUNS), None)
            if mark is not None:
                yield f"the last paragraph mark of a {local(container)} is marked {local(mark)}"


def marks_of(paragraph: Element) -> Iterator[Element]:
    """What stands in the properties of a paragraph's mark."""
    properties = paragraph.find(_PPR)
    marks = properties.find(_RPR) if properties is not None else None
    yield from marks if marks is not None else ()


def _goes_as_a_whole(container: Element) -> bool:
    """Whether a container is a cell that came or went, alone or with its row."""
    if container.tag != _TC:
        return False
    cell, row = container.find(_TCPR), container.getparent()
    in_cell = cell is not None and any(child.tag in tags("cellIns", "cellDel") for child in cell)
    return in_cell or _change_of_row(row) is not None


def _change_of_row(row: Element | None) -> str | None:
    properties = row.find(_TRPR) if row is not None else None
    marks = (child.tag for child in (properties if properties is not None else ()))
    return next((str(mark) for mark in marks if mark in (_INS, _DEL)), None)


_SAME_SIDE = {_INS: frozenset((_INS, _MOVE_TO)), _DEL: frozenset((_DEL, _MOVE_FROM))}


def rows_come_and_go_with_all_that_is_in_them(root: Element) -> Iterator[str]:
    for row in root.iter(_TR):
        if next(row.iterchildren(_TC, _SDT), None) is None:
            yield "a row has no cell"
        change = _change_of_row(row)
        if change is None:
            continue
        side = _SAME_SIDE[change]
        if not all(any(mark.tag in side for mark in marks_of(p)) for p in row.iter(_P)):
            yield "a row came or went, and a paragraph mark in it did not"
        if not all(any(a.tag in side for a in run.iterancestors(*AROUND_RUNS)) for run in row.iter(_R)):
            yield "a row came or went, and words in it did not"


def rows_fit_the_grid(root: Element) -> Iterator[str]:
    for table in root.iter(_TBL):
        grid = len(table.findall(f"{tag('tblGrid')}/{tag('gridCol')}"))
        for row in table.iterchildren(_TR):
            spans = (cell.find(f"{_TCPR}/{tag('gridSpan')}") for cell in row.iterchildren(_TC))
            width = sum(int(span.get(tag("val"), "1")) if span is not None else 1 for span in spans)
            if width > grid:
                yield f"a row of {width} columns stands in a table of {grid}"


_PAIRS = {
    tag(f"{name}{start}"): tag(f"{name}{end}")
    for name, start, end in (
        ("bookmark", "Start", "End"),
        ("commentRange", "Start", "End"),
        ("moveFromRange", "Start", "End"),
        ("moveToRange", "Start", "End"),
    )
}


def ranges_begin_and_end(root: Element) -> Iterator[str]:
    for start, end in _PAIRS.items():
        begun = Counter(element.get(ID) for element in root.iter(start))
        if begun != Counter(element.get(ID) for element in root.iter(end)):
            yield f"a {start.rpartition('}')[2]} has no end, or an end no beginning"
    names = Counter(element.get(NAME) for element in root.iter(tag("bookmarkStart")))
    yield from (f"two bookmarks are called {name!r}" for name, times in names.items() if times > 1)
    moved = [Counter(element.get(NAME) for element in root.iter(start)) for start in RANGE_STARTS]
    if moved[0] != moved[1] or any(times > 1 for times in moved[0].values()):
        yield "the two ends of a move do not have one name"


def fields_are_whole_in_both_texts(root: Element) -> Iterator[str]:
    fields = list(root.iter(tag("fldChar")))
    for gone in (frozenset[str](), _SAME_SIDE[_INS], _SAME_SIDE[_DEL]):
        depth = 0
        for field in fields:
            if any(change.tag in gone for change in field.iterancestors(*AROUND_RUNS)):
                continue
            kind = field.get(tag("fldCharType"))
            depth += {"begin": 1, "end": -1}.get(kind or "", 0)
            if depth < 0:
                break
        if depth:
            yield "a field has no end, or an end no beginning"
            return


PART_RULES: tuple[Rule, ...] = (
    changes_say_who_and_when,
    changes_stand_around_whole_runs,
    deleted_words_are_called_so,
    spaces_are_kept,
    containers_end_in_a_paragraph_that_stays,
    rows_come_and_go_with_all_that_is_in_them,
    rows_fit_the_grid,
    ranges_begin_and_end,
    fields_are_whole_in_both_texts,
)
"""What is held against every part of the document that has paragraphs."""
