"""A quotation that stands between words: never taken away without a word."""

from __future__ import annotations

from typing import Any

import pytest

import redline

ACT = """
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><body>
<article eId="art_1"><num>Article 1.</num><content><p>After Article 5 insert: <mod><quotedStructure>
<article><num>Article 5-1.</num><heading>Fees</heading><content><p>A fee is paid.</p></content></article>
</quotedStructure></mod>; it begins at once.</p></content></article>
</body></act></akomaNtoso>
"""


def amended(operation: str) -> Any:
    spec = (
        "redline: 1\nid: s\nlanguage: en\nacts: {a: a.xml}\namendments:\n"
        f"  - act: a\n    operations:\n      - {operation}\n"
    )
    return redline.amend(redline.load_spec(spec, acts={"a": redline.load_act(ACT.encode())}))["a"]


def test_words_on_both_sides_of_a_quotation_are_no_words_of_one_line() -> None:
    with pytest.raises(redline.AmendmentErrors, match="run across the text that is quoted there"):
        amended('{omit: "insert: ; it begins", in: art 1}')


@pytest.mark.parametrize(
    "operation",
    [
        "{replace: art 1 / text, with: Article 5 is repealed.}",
        '{omit: {from: "insert:"}, in: art 1}',
        "{repeal: art 1 / sentence 1}",
    ],
)
def test_a_quotation_that_goes_is_reported_and_leaves_no_empty_frame(operation: str) -> None:
    marked = amended(operation)
    notes = [note for change in marked.changes() for note in change.notes]
    assert any(note.startswith("the quotation “Article 5-1. Fees A fee is paid.” goes") for note in notes)
    assert marked.after().root.find(".//{*}mod") is None


def test_words_inside_a_quotation_are_amended_as_before() -> None:
    after = amended("{substitute: fee, with: duty, in: art 1}").after()
    assert "A duty is paid." in " ".join(map(str, after.root.itertext()))
