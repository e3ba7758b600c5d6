"""38 Akoma Ntoso documents of 11 countries, and 79 pairs of consecutive versions."""

from __future__ import annotations

import csv
import random
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

import redline
from redline.akn.document import provisions_of
from redline.akn.find import occurrences
from redline.akn.marked import canonical
from redline.akn.marks import UNMARKED
from redline.akn.names import local_name
from redline.akn.ranges import flatten
from redline.akn.structure import text_blocks

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
FILES = sorted(CORPUS.glob("akn/*/*.xml"))
PAIRS = (
    list(csv.DictReader((CORPUS / "versions" / "PAIRS.tsv").read_text("utf-8").splitlines(), delimiter="\t"))
    if CORPUS.is_dir()
    else []
)


def test_there_are_38_documents_to_read(corpus: Path) -> None:
    assert len(FILES) == 38
    assert len(PAIRS) == 79


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_real_act_loads_and_is_written_back_byte_for_byte(path: Path) -> None:
    act = redline.load_act(path)
    assert act.to_bytes() == path.read_bytes()
    spec = redline.load_spec(
        f"redline: 1\nid: nothing\nacts: {{a: {path.name}}}\namendments: []\n", acts={"a": act}
    )
    marked = redline.amend(spec)["a"]
    assert marked.after().to_bytes() == path.read_bytes()
    assert marked.before().to_bytes() == path.read_bytes()


def candidates(act: redline.Act) -> list[tuple[Any, str, str]]:
    """Provisions with an identifier of their own, and a word that occurs once in each."""
    attribute = act.id_attribute or "eId"
    ids = [element.get(attribute) for element in act.root.iter(etree.Element)]
    found: list[tuple[Any, str, str]] = []
    for provision in provisions_of(act.document):
        identifier = provision.get(attribute)
        quoted = any(local_name(a.tag) == "quotedStructure" for a in provision.iterancestors())
        if identifier is None or ids.count(identifier) > 1 or quoted:
            continue
        texts = [flatten(block, UNMARKED).text for block in text_blocks(provision, UNMARKED)]
        for word in " ".join(texts).split():
            if word.isalpha() and sum(len(occurrences(word, text)) for text in texts) == 1:
                found.append((provision, identifier, word))
                break
        if len(found) >= 400:
            break
    return found


def outside(act: redline.Act, identifier: str) -> bytes:
    """The document without its metadata and without the content of one provision."""
    root = deepcopy(etree.fromstring(act.to_bytes()))
    for meta in list(root.iter("{*}meta")):
        parent = meta.getparent()
        if parent is not None:
            parent.remove(meta)
    for element in root.iter(etree.Element):
        if element.get(act.id_attribute or "eId") == identifier:
            for child in list(element):
                element.remove(child)
            element.text = None
            break
    for document in root.iterchildren(etree.Element):
        # What version the text is of belongs to the metadata.
        document.attrib.pop("contains", None)
    return canonical(root)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_one_operation_leaves_everything_outside_its_provision_as_it_was(path: Path) -> None:
    act = redline.load_act(path)
    places = candidates(act)
    if not places:
        pytest.skip(f"{path.name} has no provision with an identifier of its own and a word that occurs once")
    _, identifier, word = random.Random(path.name).choice(places)
    spec = redline.load_spec(
        "redline: 1\nid: one\nacts: {a: a.xml}\namendments:\n- act: a\n  operations:\n"
        f"  - substitute: '{word}'\n    with: 'amended {word}'\n    in: '{identifier}'\n",
        acts={"a": act},
    )
    marked = redline.amend(spec)["a"]
    after = redline.load_act(marked.after().to_bytes())
    assert outside(after, identifier) == outside(act, identifier)
    assert f"amended {word}" in "".join(after.root.itertext())
    assert marked.before().to_bytes() == path.read_bytes()


def blocks(act: redline.Act) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for child in act.document:
        if local_name(child.tag) in ("meta", ""):
            continue
        for element in child.iter(etree.Element):
            name = local_name(element.tag)
            if name in ("num", "heading", "p", "listIntroduction", "docTitle", "caption", "td", "th", "li"):
                found.append((name, " ".join("".join(element.itertext()).split())))
    return found


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['law']}-{pair['before']}")
def test_replacing_an_act_by_its_next_version_gives_the_text_of_that_version(pair: dict[str, str]) -> None:
    folder = CORPUS / "versions" / pair["law"]
    act = redline.load_act(folder / pair["before"])
    spec = redline.load_spec(
        "redline: 1\nid: version\nacts: {a: a.xml}\namendments:\n- act: a\n  operations:\n"
        "  - replace: act\n    with:\n      akn: |\n"
        + "\n".join(
            "        " + line
            for line in (folder / pair["after"]).read_text(encoding="utf-8-sig").splitlines()
        ),
        acts={"a": act},
    )
    marked = redline.amend(spec)["a"]
    assert blocks(redline.load_act(marked.after().to_bytes())) == blocks(
        redline.load_act(folder / pair["after"])
    )
    assert marked.before().to_bytes() == (folder / pair["before"]).read_bytes()
