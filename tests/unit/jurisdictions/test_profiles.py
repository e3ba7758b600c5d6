"""The drafting profiles and how they are found."""

from __future__ import annotations

import pytest

from redline.errors import SpecError
from redline.jurisdictions import PROFILES, Profile, get_profile

STYLES = {"arabic", "lower-alpha", "upper-alpha", "lower-roman", "upper-roman"}


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_every_level_prints_its_number_in_a_known_style(profile: Profile) -> None:
    levels = (*profile.containers, profile.basic, *profile.levels)
    for level in levels:
        assert level.number.count("{n}") == 1
        assert level.style in STYLES
    assert len({level.element for level in levels}) == len(levels)


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_a_profile_is_found_by_its_name_and_registered_once(profile: Profile) -> None:
    assert get_profile(profile.name) is profile
    assert [other.name for other in PROFILES].count(profile.name) == 1


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_a_profile_that_keeps_numbers_has_words_for_a_repeal(profile: Profile) -> None:
    for note in profile.repeal_note.values():
        assert note.format(form="Law", by="Law", date="1 May 2026", number="7-VIII")
    assert profile.repeal_note or not profile.keeps_numbers


def test_a_mistyped_profile_gets_the_nearest_one() -> None:
    with pytest.raises(SpecError) as caught:
        get_profile("us_d")
    assert caught.value.slug == "jurisdiction-unknown"
    assert "did you mean us-dc?" in caught.value.do


def test_a_profile_like_no_other_gets_them_all() -> None:
    with pytest.raises(SpecError) as caught:
        get_profile("atlantis")
    assert "generic, kz, uk, us-dc" in caught.value.do


def test_the_district_of_columbia_goes_down_to_doubled_letters() -> None:
    profile = get_profile("us-dc")
    names = [profile.basic.element]
    while (level := profile.level_below(names[-1])) is not None:
        names.append(level.element)
    assert names[:6] == ["section", "subsection", "paragraph", "subparagraph", "clause", "subclause"]
    assert profile.repeal_note["en"] == "Repealed."


def test_kazakhstan_keeps_numbers_and_says_which_law_repealed() -> None:
    profile = get_profile("kz")
    assert profile.keeps_numbers
    assert profile.contents_follow
    assert set(profile.repeal_note) == {"en", "ru", "kk"}
    assert [profile.basic.number, *(level.number for level in profile.levels)] == [
        "Article {n}.",
        "{n}.",
        "{n})",
    ]


@pytest.mark.parametrize(
    ("language", "form", "said"),
    [
        ("ru", None, "Законом"),
        ("ru", "Закон Республики Казахстан", "Законом"),
        ("ru", "приказ Министра внутренних дел", "приказом"),
        ("ru", "Постановление Правительства", "постановлением"),
        ("ru", "Order", "приказом"),
        ("kk", "Министрдің бұйрығы", "бұйрығымен"),
        ("kk", "Қазақстан Республикасы Үкіметінің қаулысы", "қаулысымен"),
        ("en", "Decree of the President", "Decree"),
        ("ru", "Меморандум", None),
    ],
)
def test_a_note_of_a_repeal_names_the_kind_of_act_that_brought_it(
    language: str, form: str | None, said: str | None
) -> None:
    assert get_profile("kz").by_form(language, form) == said
