"""Citations of an imported Act's own provisions, marked up as references: only those that are sure."""

from __future__ import annotations

import re

from lxml import etree

from redline.addresses.mentions import Cited, article_around, citations_in
from redline.addresses.numbered import NumberedUnits
from redline.akn.document import Act, serialize
from redline.akn.marks import REPEALED
from redline.akn.markup_ranges import wrap_range
from redline.akn.names import local_name
from redline.akn.ranges import Flat, flatten
from redline.akn.structure import text_blocks
from redline.akn.working import WorkingAct
from redline.importers.lists import quoted
from redline.languages import LanguagePack
from redline.model.outline import Paragraph

Element = etree._Element


def mark_references(act: Act, pack: LanguagePack) -> tuple[bytes, int]:
    """The Act with a `ref` around each citation of one provision of its own, and how many there are.

    Lists and runs (`Articles 5 to 8`), citations of another Act, and those that may be of one are left as
    words.
    """
    working = WorkingAct(act)
    view = working.view()
    numbered = NumberedUnits(working, view)
    found: list[tuple[Flat, list[Cited]]] = []
    blocks = [b for b in text_blocks(working.document, view) if local_name(b.tag) in ("p", "heading")]
    flats = [flatten(block, view) for block in blocks]
    inside = quoted([Paragraph(flat.text.strip(), 0) for flat in flats])
    article, doubtful = None, False
    for place, flat in enumerate(flats):
        stub = any(around.get("status") in REPEALED for around in flat.block.iterancestors())
        if place in inside or stub:
            continue  # what a quotation cites may be a provision of what is quoted; stubs name themselves
        around = article_around(flat.block, view)
        if around is not article:
            article, doubtful = around, False
        cited = [c for c in citations_in(flat, numbered, pack, doubtful=doubtful) if _is_sure(c)]
        if cited:
            found.append((flat, cited))
        doubtful = doubtful or pack.names_other_act(flat.text)
    count = 0
    for flat, cited in found:
        # From right to left, so that the places of those before stay right.
        for each in sorted(cited, key=lambda one: one.start, reverse=True):
            reference = flat.block.makeelement(f"{{{act.namespace}}}ref", href=f"#{each.target.get('eId')}")
            count += wrap_range(flat, each.start, each.end, reference)
    etree.cleanup_namespaces(working.tree)  # the copy declares that of the marks, and has none
    return serialize(working.tree, act.to_bytes()), count


def _is_sure(cited: Cited) -> bool:
    """Whether a citation names one provision, and every number of it was found in the Act."""
    numbers = len(re.findall(r"\d+(?:-\d+)*", cited.words))
    return cited.sure and cited.alone and numbers == len(cited.steps)
