"""What may stand in what: the content of paragraphs, runs, links and tables, as the schema has it.

After ECMA-376, `wml.xsd`: EG_PContent, EG_RunInnerContent, CT_Hyperlink, CT_Tbl, CT_Row, CT_Tc; and the
limits that Word has and the schema has not. What the header of a house has of other name spaces is let be.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from redline.render.word.lint import NAME, Element, local, tag, tags
from redline.render.word.styles import WORD

_RANGES = tags(
    "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "moveFromRangeStart",
    "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "permStart", "permEnd", "proofErr",
)  # fmt: skip
_CHANGES = tags("ins", "del", "moveFrom", "moveTo")
_IN_LINE = (*tags("r", "fldSimple", "sdt", "smartTag", "customXml", "dir", "bdo"), *_RANGES, *_CHANGES)
_IN_RUN = tags(
    "rPr", "t", "delText", "instrText", "delInstrText", "tab", "ptab", "br", "cr", "sym", "drawing", "pict",
    "object", "fldChar", "footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef", "separator",
    "continuationSeparator", "annotationRef", "commentReference", "noBreakHyphen", "softHyphen", "pgNum",
    "lastRenderedPageBreak", "dayShort", "monthShort", "yearShort", "dayLong", "monthLong", "yearLong",
    "ruby",
)  # fmt: skip
_P, _R, _LINK, _TBL, _TR, _TC, _BODY = tags("p", "r", "hyperlink", "tbl", "tr", "tc", "body")
_BLOCKS = (_P, _TBL, *tags("sdt", "customXml"), *_RANGES)

_MAY_HOLD: Mapping[str, frozenset[str]] = {
    _P: frozenset((tag("pPr"), _LINK, *_IN_LINE)),
    _R: frozenset(_IN_RUN),
    _LINK: frozenset(_IN_LINE),
    _TBL: frozenset((*tags("tblPr", "tblGrid", "tr", "sdt"), *_RANGES)),
    _TR: frozenset((*tags("tblPrEx", "trPr", "tc", "sdt"), *_RANGES)),
    _TC: frozenset((tag("tcPr"), *_BLOCKS)),
    _BODY: frozenset((tag("sectPr"), *_BLOCKS)),
}
_FIRST = frozenset(tags("pPr", "rPr", "tblPr", "tcPr", "tblPrEx"))
_SECOND = {tag("tblGrid"): tag("tblPr"), tag("trPr"): tag("tblPrEx")}
"""What stands behind nothing, or behind this alone."""
_BEFORE_OTHERS = _FIRST | _SECOND.keys()


def elements_stand_where_they_may(root: Element) -> Iterator[str]:
    """What stands in an element that does not hold it, or behind what it must stand before."""
    for holder in root.iter(*_MAY_HOLD):
        may = _MAY_HOLD[str(holder.tag)]
        names = [child.tag for child in holder]
        if may.issuperset(names) and _BEFORE_OTHERS.isdisjoint(names[1:]) and holder.tag != _BODY:
            continue  # as nearly all: seen at a glance
        for place, child in enumerate(holder):
            if child.tag not in may and str(child.tag).startswith(f"{{{WORD}}}"):
                yield f"a {local(child)} stands in {local(holder)}"
            elif place and child.tag in _FIRST:
                yield f"a {local(child)} does not come first in {local(holder)}"
            elif place and child.tag in _SECOND:
                if place > 1 or holder[0].tag != _SECOND[str(child.tag)]:
                    yield f"a {local(child)} does not come first in {local(holder)}"
            elif holder.tag == _BODY and child.tag == tag("sectPr") and child.getnext() is not None:
                yield "something stands behind the properties of the pages"


def tables_have_properties_and_no_more_columns_than_word_takes(root: Element) -> Iterator[str]:
    """A table without properties, or with more than 63 columns."""
    for table in root.iter(_TBL):
        if table.find(tag("tblPr")) is None:
            yield "a table has no properties"
        columns = len(table.findall(f"{tag('tblGrid')}/{tag('gridCol')}"))
        if columns > _MOST_COLUMNS:
            yield f"a table has {columns} columns, and Word takes {_MOST_COLUMNS}"


_MOST_COLUMNS = 63
_NAME_OF_BOOKMARK = re.compile(r"[^\W\d]\w{0,39}")


def bookmarks_have_names_that_word_takes(root: Element) -> Iterator[str]:
    """A name too long or with other signs, and two that differ by capitals only: one of them is dropped."""
    names = [bookmark.get(NAME) or "" for bookmark in root.iter(tag("bookmarkStart"))]
    yield from (f"a bookmark is called {name!r}" for name in names if not _NAME_OF_BOOKMARK.fullmatch(name))
    times = Counter(name.casefold() for name in names)
    yield from (f"two bookmarks are called {name!r}" for name, count in times.items() if count > 1)


STRUCTURE_RULES = (
    elements_stand_where_they_may,
    tables_have_properties_and_no_more_columns_than_word_takes,
    bookmarks_have_names_that_word_takes,
)
"""What is held against every part that has paragraphs, beside `lint.PART_RULES`."""
