"""From the text of an address to citations, and the errors for what cannot be read."""

from __future__ import annotations

import pytest

from redline.addresses.read import looks_like_address, read_address
from redline.errors import AmendmentError
from redline.model.address import Citation, Part
from redline.model.source import Span
from redline.model.spec import Text

AT = Span("package.yaml", 41, 13, 12)


def read(text: str, *eids: str) -> tuple[Citation, ...]:
    return read_address(Text(text, AT), eids=lambda identifier: identifier in eids)


def refused(text: str) -> AmendmentError:
    with pytest.raises(AmendmentError) as caught:
        read(text)
    assert caught.value.slug == "address-unreadable"
    assert caught.value.at == AT
    return caught.value


def test_every_citation_knows_where_it_stands_in_the_spec() -> None:
    assert [citation.at for citation in read("articles 5 and 7")] == [AT, AT]


def test_an_identifier_of_the_act_is_what_it_says() -> None:
    [citation] = read("sec-12 weird", "sec-12 weird")
    assert citation.eid == "sec-12 weird"
    assert not citation.steps


def test_an_identifier_comes_before_a_citation() -> None:
    [citation] = read("preamble / block 1", "preamble")
    assert citation.eid == "preamble"
    assert citation.parts == (Part("block", 1),)


@pytest.mark.parametrize(
    "eid", ["art_5__para_2__point_a", "art_5", "sec_nn_1", "art_-1", "chp_II", "art-z1_abs-z2"]
)
def test_what_is_formed_like_an_identifier_is_one_even_if_the_act_has_it_not(eid: str) -> None:
    [citation] = read(f"{eid} / heading")
    assert citation.eid == eid
    assert citation.parts == (Part("heading"),)


def test_a_citation_is_read_with_its_parts() -> None:
    [citation] = read("art 5 / part 2 / sentence last")
    assert [step.number for step in citation.steps] == ["5"]
    assert citation.parts == (Part("part", 2), Part("sentence", -1))


def test_an_unreadable_address_shows_how_to_write_one() -> None:
    error = refused("the register")
    assert '"the register" is not a citation' in error.message
    assert "section 12(1)(b)" in error.do


def test_an_unreadable_part_is_named_alone() -> None:
    error = refused("art 5 / hedding")
    assert '"hedding"' in error.message
    assert "heading" in error.do


def test_a_part_of_a_run_is_refused_with_the_way_out() -> None:
    error = refused("art 5 .. art 8 / heading")
    assert "run" in error.message
    assert "art 5 / heading" in error.do


@pytest.mark.parametrize("text", ["art 5", "§ 3(a)", "act", "art_5__para_2", "second sentence of article 5"])
def test_addresses_look_like_addresses(text: str) -> None:
    assert looks_like_address(text)


@pytest.mark.parametrize(
    "text", ["quota", "and/or", "first_name", "km/h", "place of stay", "", "a, b and c", "art 5 " * 1000]
)
def test_words_do_not_look_like_addresses(text: str) -> None:
    assert not looks_like_address(text)
