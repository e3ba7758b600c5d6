"""Text as typed: it is read as typed, or the message gives the line in quotes, and that line is read as typed."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

import redline
from redline.akn.document import load_act
from redline.spec.quotes import inside_quotes, is_collection, is_quoted, why_quotes

ACT = load_act(
    b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><body>'
    b"<article><num>1</num><content><p>x</p></content></article></body></act></akomaNtoso>"
)
HEAD = "redline: 1\nid: x\nacts: {law: law.xml}\namendments:\n  - act: law\n    operations:\n"
READY = re.compile(
    r"put (?:the text|all of it) in quotes: (?P<line>.*?)"
    r"(?:; if it stands for something else, write that out|; or move the comment to a line of its own)?"
)
SIGNS = list(",[]{}*&!|>%@#'\"`-?:\\")

texts = st.lists(
    st.sampled_from([*SIGNS, " ", " ", "a", "5", "é", "ж", "…", ": ", " #"]), min_size=1, max_size=12
)


def words_of(line: str) -> str:
    spec = redline.load_spec(f"{HEAD}      {line}\n        in: art 1\n", acts={"law": ACT})
    return str(spec.operations[0].values["omit"][0])  # type: ignore[index]  # a list of words


def check(text: str) -> None:
    try:
        assert words_of(f"- omit: {text}") == text
    except redline.SpecErrors as caught:
        assert len(caught.errors) == 1, str(caught)
        found = READY.fullmatch(caught.errors[0].do.rpartition("or, if it belongs to the text, ")[2])
        assert found is not None, str(caught)
        # Quotation marks around a text that holds the same ones are taken for those of YAML.
        assert words_of(found["line"]) in (text, inside_quotes(text))


@settings(max_examples=1000, deadline=None, derandomize=True)
@given(texts)
@example(list("'as a rule,' fee"))
@example(list('"open'))
@example(list("[a] and [b]"))
def test_text_is_read_as_typed_or_shown_in_quotes_that_read_as_typed(letters: list[str]) -> None:
    text = "".join(letters).strip()
    # What is typed in YAML's own quotes, brackets or block signs is not meant as such text.
    assume(text and not is_quoted(text) and not is_collection(text) and why_quotes(text) is not None)
    check(text)


@pytest.mark.parametrize("sign", [*SIGNS[:-3], "- ", "? "])
def test_text_that_begins_with_a_sign_of_yaml_is_shown_in_quotes(sign: str) -> None:
    check(f"{sign}x and y")


@pytest.mark.parametrize(
    "text", ["a: b", "a #b", "a:", "- a: b", "'", '"', "it's: so", 'a "b": c\\d', "&", "*", "!"]
)
def test_what_contains_or_ends_in_signs_of_yaml_is_shown_in_quotes(text: str) -> None:
    check(text)


def test_every_line_that_needs_quotes_is_reported_at_once() -> None:
    lines = [
        "- omit: , a",
        "- omit: 'a' b",
        "- omit: a: b",
        "- omit: &a b",
        "- omit: a #b",
        "- omit: {from: a: b}",
    ]
    with pytest.raises(redline.SpecErrors) as caught:
        redline.load_spec(HEAD + "".join(f"      {line}\n" for line in lines), acts={"law": ACT})
    assert [error.at.line for error in caught.value.errors if error.at] == [7, 8, 9, 10, 11, 12]
    assert caught.value.errors[-1].do == "put it in quotes: - omit: {from: 'a: b'}"
