"""38 Akoma Ntoso documents of 11 countries, and 79 pairs of consecutive versions."""

from __future__ import annotations

import csv
import itertools
import random
from collections import Counter
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

import redline
from redline.akn.document import Element, provisions_of
from redline.akn.find import occurrences
from redline.akn.marked import canonical
from redline.akn.marks import UNMARKED
from redline.akn.names import local_name
from redline.akn.ranges import flatten
from redline.akn.structure import all_units, text_blocks
from redline.akn.working import WorkingAct
from redline.show.naming import Addresses
from redline.validate import validate_file
from tests.findings import findings_added

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


ENACTED = (
    "redline: 1\nid: one\njurisdiction: kz\ncommencement: 2026-07-01\n"
    "enacted_as: {uri: /akn/xx/act/2026-06-01/77}\n"
)

Candidate = tuple[Element, str | None, str]
"""A provision (or a block), how an operation names it (None: it speaks of the whole Act), and its word."""


def candidates(act: redline.Act) -> list[Candidate]:
    """Places that one operation can change: by identifier, else by citation, else the whole Act."""
    return identified(act) or cited(act) or unique_words(act)


def word_once(texts: list[str]) -> str | None:
    """The first word of the texts that occurs in them once."""
    for word in " ".join(texts).split():
        if word.isalpha() and sum(len(occurrences(word, text)) for text in texts) == 1:
            return word
    return None


def texts_of(element: Element) -> list[str]:
    return [flatten(block, UNMARKED).text for block in text_blocks(element, UNMARKED)]


def identified(act: redline.Act) -> list[Candidate]:
    """Provisions with an identifier of their own, and a word that occurs once in each."""
    attribute = act.id_attribute or "eId"
    ids = [element.get(attribute) for element in act.root.iter(etree.Element)]
    found: list[Candidate] = []
    for provision in provisions_of(act.document):
        identifier = provision.get(attribute)
        quoted = any(local_name(a.tag) == "quotedStructure" for a in provision.iterancestors())
        if identifier is None or ids.count(identifier) > 1 or quoted:
            continue
        word = word_once(texts_of(provision))
        if word is not None:
            found.append((provision, identifier, word))
        if len(found) >= 400:
            break
    return found


def cited(act: redline.Act) -> list[Candidate]:
    """Provisions without identifiers that a citation names, and a word that occurs once in each."""
    working = WorkingAct(act)
    addresses = Addresses(working)
    found: list[Candidate] = []
    for provision in all_units(working.document, working.view()):
        citation = next(iter(addresses.names(provision)), None)
        word = word_once(texts_of(provision)) if citation else None
        if word is not None:
            # The working Act is a copy: the provision of the Act itself stands at the same path.
            path = working.tree.getelementpath(provision)
            found.append((at(act.tree, path), citation, word))
    return found


def unique_words(act: redline.Act) -> list[Candidate]:
    """Blocks with one to three words in a row that occur once in the whole Act."""
    blocks = list(text_blocks(act.document, UNMARKED))
    texts = [flatten(block, UNMARKED).text for block in blocks]
    runs = [
        (n, [" ".join(words[i : i + n]) for words in map(str.split, texts) for i in range(len(words))])
        for n in (1, 2, 3)
    ]
    counts = {n: Counter(found) for n, found in runs}
    found: list[Candidate] = []
    for block, text in zip(blocks, texts, strict=True):
        words = text.split()
        for n, i in itertools.product((1, 2, 3), range(len(words))):
            phrase = " ".join(words[i : i + n])
            once = counts[n][phrase] == 1 and "'" not in phrase and len(phrase) > 4
            if once and sum(len(occurrences(phrase, other)) for other in texts) == 1:
                found.append((block, None, phrase))
                break
        if len(found) >= 20:
            break
    return found


def at(tree: etree._ElementTree, path: str) -> Element:
    found = tree.find(path)
    assert found is not None
    return found


def outside(act: redline.Act, path: str) -> bytes:
    """The document without its metadata and without the content of the element at a path."""
    root = deepcopy(etree.fromstring(act.to_bytes()))
    element = at(root.getroottree(), path)
    for child in list(element):
        element.remove(child)
    element.text = None
    for meta in list(root.iter("{*}meta")):
        parent = meta.getparent()
        if parent is not None:
            parent.remove(meta)
    for document in root.iterchildren(etree.Element):
        # What version the text is of belongs to the metadata.
        document.attrib.pop("contains", None)
    return canonical(root)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_one_operation_leaves_everything_outside_its_provision_as_it_was(path: Path) -> None:
    act = redline.load_act(path)
    element, address, word = random.Random(path.name).choice(candidates(act))
    place = act.tree.getelementpath(element)
    spec = redline.load_spec(
        f"{ENACTED}acts: {{a: a.xml}}\namendments:\n- act: a\n  operations:\n"
        f"  - substitute: '{word}'\n    with: 'amended {word}'\n"
        + (f"    in: '{address}'\n" if address is not None else ""),
        acts={"a": act},
    )
    marked = redline.amend(spec)["a"]
    after = redline.load_act(marked.after().to_bytes())
    assert outside(after, place) == outside(act, place)
    assert f"amended {word}" in "".join(at(after.tree, place).itertext())
    assert marked.before().to_bytes() == path.read_bytes()
    assert findings_added(act, marked.after()) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_renumbered_provision_of_a_real_act_adds_no_finding(path: Path) -> None:
    act = redline.load_act(path)
    places = identified(act)
    twice = any("occur more than once" in warning for warning in act.warnings)
    if twice or not places:
        pytest.skip(f"{path.name} does not tell its provisions apart by identifiers")
    _, identifier, _ = random.Random(path.name).choice(places)
    spec = redline.load_spec(
        f"{ENACTED}acts: {{a: a.xml}}\namendments:\n- act: a\n  operations:\n"
        f"  - renumber: '{identifier}'\n    as: '77'\n",
        acts={"a": act},
    )
    try:
        marked = redline.amend(spec)["a"]
    except redline.AmendmentErrors:
        # What has no number cannot get another.
        return
    assert findings_added(act, marked.after()) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_validate_says_of_a_real_document_has_a_line_and_a_next_step(path: Path) -> None:
    result = validate_file(path)
    assert result.what == "act"
    assert not result.errors
    for finding in result.findings:
        assert finding.text
        assert finding.do
        assert finding.line or finding.rule == "loading"


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
