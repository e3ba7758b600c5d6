"""The order in which WordprocessingML wants properties: Word refuses a file in which one is out of its turn.

The orders are those of `wml.xsd` (ECMA-376, transitional): CT_PPr, CT_ParaRPr, CT_TrPr, CT_TcPr.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from redline.render.word.lint import Element, local, tag

_MARKS = "ins del moveFrom moveTo "
_OF_RUNS = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
)
_OF_PARAGRAPHS = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd "
    "tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
    "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_OF_CELLS = (
    "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign "
    "hideMark headers cellIns cellDel cellMerge tcPrChange"
)
_OF_ROWS = (
    "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden"
)
_OF_ROWS_LAST = ("ins", "del", "trPrChange")


def _places(names: str) -> dict[str, int]:
    return {name: place for place, name in enumerate(names.split())}


_RUN, _MARK = _places(_OF_RUNS), _places(_MARKS + _OF_RUNS)
_PARAGRAPH, _CELL = _places(_OF_PARAGRAPHS), _places(_OF_CELLS)
_ROW = dict.fromkeys(_places(_OF_ROWS), 0) | {name: place for place, name in enumerate(_OF_ROWS_LAST, 1)}
_NOT_IN_OLD = frozenset({"rPr", "sectPr", "pPrChange"})


def properties_stand_in_their_order(root: Element) -> Iterator[str]:
    """What is wrong with the properties of paragraphs, their marks, runs, rows and cells."""
    seen: set[tuple[object, ...]] = set()
    for properties in root.iter(tag("pPr"), tag("rPr"), tag("tcPr"), tag("trPr")):
        around = properties.getparent()
        kind = (around is not None and around.tag, properties.tag, *[child.tag for child in properties])
        if kind in seen:
            continue  # a code has tens of thousands of paragraphs, and not many kinds of them
        seen.add(kind)
        names = [local(child) for child in properties]
        order = _order_of(properties)
        places = [order.get(name, -1) for name in names]
        if -1 in places:
            yield f"a {names[places.index(-1)]} stands in {local(properties)}"
        elif any(one > other for one, other in pairwise(places)):
            yield f"in {local(properties)}, {' and '.join(names)} stand in the wrong order"
        elif len(set(names)) < len(names) and properties.tag != tag("trPr"):
            yield f"in {local(properties)}, {' and '.join(names)} are not each given once"
        if _is_in(properties, "pPrChange") and _NOT_IN_OLD.intersection(names):
            yield "the earlier properties of a paragraph hold what they may not"


def _order_of(properties: Element) -> dict[str, int]:
    if properties.tag == tag("rPr"):
        return _MARK if _is_in(properties, "pPr") else _RUN
    return {tag("pPr"): _PARAGRAPH, tag("tcPr"): _CELL}.get(str(properties.tag), _ROW)


def _is_in(element: Element, name: str) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == tag(name)
