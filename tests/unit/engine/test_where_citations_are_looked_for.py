"""Whoever cites what has gone is found, wherever in the Act and in whatever words; few articles are read."""

from __future__ import annotations

import pytest

import redline
from redline.akn.marked import MarkedAct
from redline.engine.may_cite import Concern
from redline.engine.references import Citations

PARAGRAPHS = "".join(
    f'<paragraph eId="art_5__para_{n}"><num>{n}.</num><content><p>text {n}</p></content></paragraph>'
    for n in (1, 2, 3)
)
ACT = f"""<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta/><body>
<chapter eId="chp_1"><num>Chapter 1.</num>
  <article eId="art_4"><num>Article 4.</num><content><p>text 4</p></content></article>
  <article eId="art_5"><num>Article 5.</num>{PARAGRAPHS}<paragraph eId="art_5__para_4"><num>4.</num>
    <content><p>{{here}}</p></content></paragraph></article>
  <article eId="art_6"><num>Article 6.</num><content><p>{{same_chapter}}</p></content></article>
</chapter><chapter eId="chp_2"><num>Chapter 2.</num>
  <article eId="art_7"><num>Article 7.</num><paragraph eId="art_7__para_1"><num>1.</num><content><p>{{elsewhere}}</p>
    </content></paragraph><paragraph eId="art_7__para_2"><num>2.</num><content><p>x</p></content></paragraph>
    <paragraph eId="art_7__para_3"><num>3.</num><content><p>x</p></content></paragraph>
  </article>
</chapter></body></act></akomaNtoso>"""


def amended(operation: str, **words: str) -> MarkedAct:
    """The Act after one operation, which the words given are not about."""
    texts = dict.fromkeys(("here", "same_chapter", "elsewhere"), "no citation") | words
    act = redline.load_act(ACT.format(**texts).encode())
    spec = (
        "redline: 1\nid: x\nlanguage: en\nacts: {a: a.xml}\namendments:\n"
        f"  - act: a\n    operations:\n      - {operation}\n"
    )
    return redline.amend(redline.load_spec(spec, acts={"a": act}))["a"]


def told(operation: str, **words: str) -> str:
    """What is said of the citations in an Act after one operation."""
    changes = amended(operation, **words).changes()
    return "\n".join(note for change in changes for note in change.notes)


@pytest.mark.parametrize(
    ("operation", "where", "words"),
    [
        ("repeal: art 5 para 2", "here", "under paragraph 2 above"),
        ("repeal: art 5 para 2", "here", "under paragraphs 1, 2 and 3"),
        ("repeal: art 5 para 2", "elsewhere", "under paragraph 2 of Article 5"),
        ("repeal: art 5 para 2", "elsewhere", "under Article 5(2)"),
        ("repeal: art 5 para 2", "elsewhere", 'see <ref href="#art_5__para_2">there</ref>'),
        ("repeal: art 5 para 4", "elsewhere", "under paragraph 4"),
        ("repeal: art 5 para 3", "same_chapter", "under paragraph 3 of this Chapter"),
        ("repeal: art 5 para 3", "elsewhere", "under paragraph 3 of Chapter 1"),
        ("repeal: art 5 para 2", "elsewhere", "under paragraph 2 of Chapter 1"),
        ("repeal: art 5 para 2", "elsewhere", "under paragraph 2 of Chapter I"),
        ("repeal: art 5", "elsewhere", "under Articles 4, 5 and 6"),
        ("repeal: art 5", "elsewhere", "under Article V"),
        ("repeal: art 5", "elsewhere", "under paragraph 2 of Article 5"),
        ("repeal: chapter 1", "elsewhere", "under Chapter 1"),
        ("repeal: chapter 1", "elsewhere", "under Article 5"),
        ("repeal: chapter 1", "elsewhere", "under Article 5(3)"),
    ],
)
def test_a_citation_of_what_goes_is_found(operation: str, where: str, words: str) -> None:
    assert "is still cited in" in told(f"{operation}\n        leave: nothing", **{where: words})


@pytest.mark.parametrize(
    ("operation", "where", "words"),
    [
        ("{move: art 5, after: art 7}", "elsewhere", "under Articles 4 to 6"),
        ("{move: art 5 para 2, after: art 5 para 4}", "here", "under paragraphs 1 to 3"),
        ("{move: art 5 para 2, after: art 5 para 4}", "elsewhere", "under paragraphs 1 to 3 of Article 5"),
    ],
)
def test_a_run_is_found_that_reached_over_what_moves(operation: str, where: str, words: str) -> None:
    assert "is still cited by its old number or place in" in told(operation, **{where: words})


@pytest.mark.parametrize(
    "words", ["under Article 6", "under paragraph 2", "the 17 persons of Chapter 8", "no citation"]
)
def test_what_cites_something_else_is_not_read(words: str) -> None:
    working = amended("repeal: art 5", elsewhere=words).working
    citations = Citations(working, working.view(0), working.view())
    concern = Concern(working, citations.before, citations.new, citations.pack)
    [article] = [piece for piece in concern.pieces if piece.get("eId") == "art_7"]
    block = next(article.iter("{*}p"))
    assert block.text == words
    assert not concern.may_be_cited(article, block, words)
