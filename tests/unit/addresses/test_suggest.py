"""What an address that names nothing is answered with: addresses that can be typed as they stand."""

from __future__ import annotations

import pytest

import redline

SECTIONS = "".join(
    f'<section eId="sec_{n}"><num>{n}.</num><subsection eId="sec_{n}__subsec_1"><num>(1)</num><content><p>x</p>'
    f"</content></subsection></section>"
    for n in ["1", "2", "3", "5", "5A", "8", "12", "40"]
)
ACT = redline.load_act(
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><body>'
    f"{SECTIONS}</body></act></akomaNtoso>".encode()
)
HEAD = "redline: 1\nid: x\nacts: {law: law.xml}\namendments:\n  - act: law\n    operations:\n"


def answer(address: str) -> redline.RedlineError:
    spec = redline.load_spec(f"{HEAD}      - repeal: {address}\n", acts={"law": ACT})
    with pytest.raises(redline.AmendmentErrors) as caught:
        redline.amend(spec)
    return caught.value.errors[0]


@pytest.mark.parametrize(
    ("address", "message", "do"),
    [
        ("section 8(4)", "section 8 has no (4)", "use section 8(1)"),
        ("subsection 4 of section 8", "section 8 has no subsection 4", "use section 8 subsection 1"),
        ("s 8 para 4", "s 8 has no para 4", "use s 8 subsection 1"),
        (
            "section 6",
            "the Act has no section 6",
            "use one of section 1 … section 40 (nearest: section 5 or section 5A)",
        ),
        ("article 41", "the Act has no article 41", "use one of section 1 … section 40"),
        ("sec_41", "no provision has the identifier sec_41", "use sec_1, sec_12 or sec_40"),
    ],
)
def test_what_is_there_is_named_as_it_is_typed(address: str, message: str, do: str) -> None:
    error = answer(address)
    assert error.message == message
    assert error.do.removesuffix(", or insert the provision in an earlier operation") == do


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("sectoin 8", "section 8"),
        ("secton 8 subsecton 1", "section 8 subsection 1"),
        ("section 8 / sentense 1", "section 8 / sentence 1"),
        ("Artcle 8(1)", "article 8(1)"),
    ],
)
def test_a_misspelt_word_of_an_address_gets_the_one_that_was_meant(address: str, meant: str) -> None:
    assert answer(address).do == f"did you mean {meant}?"


def test_an_address_in_a_language_without_a_pack_is_answered_with_the_eid() -> None:
    assert "give the eId" in answer("άρθρο 5 παράγραφος 2").do
