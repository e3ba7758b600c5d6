"""A finding of several language versions is told once, and none is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redline.checks import CHECKS
from redline.model.findings import Evidence, Finding
from redline.report.together import by_version
from redline.review.judged import Judged


def _found(name: str, kind: str, *places: tuple[str, str]) -> Judged:
    evidence = tuple(Evidence("law", language, "art 1", "x", eid=eid) for language, eid in places)
    return Judged(Finding(name, CHECKS[0].name, kind, "error", "high", evidence), CHECKS[0])


def _ids(found: list[Judged], language: str) -> list[list[str]]:
    return [
        [first.finding.id, *(o.finding.id for o in others)] for first, others in by_version(found, language)
    ]


def test_the_version_of_the_papers_stands_for_the_others() -> None:
    found = [_found("F-1", "a", ("ru", "art_1")), _found("F-2", "a", ("kk", "art_1"))]
    assert _ids(found, "kk") == [["F-2", "F-1"]]
    assert _ids(found, "en") == [["F-1", "F-2"]]


def test_what_speaks_of_two_versions_or_of_another_place_or_says_another_thing_stands_alone() -> None:
    found = [
        _found("F-1", "a", ("ru", "art_1")),
        _found("F-2", "a", ("ru", "art_1"), ("kk", "art_1")),
        _found("F-3", "a", ("kk", "art_2")),
        _found("F-4", "b", ("kk", "art_1")),
        _found("F-5", "a", ("kk", "")),
        _found("F-6", "a"),
    ]
    assert _ids(found, "ru") == [[f"F-{place}"] for place in range(1, 7)]


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(["ru", "kk"]), st.sampled_from(["", "x", "y"])))
)
def test_every_finding_is_told_exactly_once(said: list[tuple[str, str, str]]) -> None:
    found = [_found(f"F-{n}", kind, (language, eid)) for n, (kind, language, eid) in enumerate(said)]
    told = [name for group in _ids(found, "ru") for name in group]
    assert sorted(told) == sorted(judged.finding.id for judged in found)
