"""Real laws as one dossier: everything is read, and every reference is found or told."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from redline.checks import CHECKS
from redline.dossier import load_dossier
from redline.dossier.library import CACHE, Review, read_documents
from redline.review.links import links_of

TEXTS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "text"
pytestmark = pytest.mark.skipif(
    not TEXTS.is_dir(), reason="the corpus of real laws is not beside the project"
)
NAMES = ("kz_law_on_notariat", "kz_law_on_personal_data_protection", "kz_law_on_public_service")


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Review:
    folder = tmp_path_factory.mktemp("dossier")
    lines = ["dossier: 1", "jurisdiction: kz", "documents:"]
    for name in NAMES:
        for tail in ("", "_kz"):
            shutil.copy(TEXTS / f"{name}{tail}.txt", folder)
        lines.append(f"  {name.replace('_', '-')}: {{file: {{ru: {name}.txt, kk: {name}_kz.txt}}}}")
    (folder / "dossier.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_documents(load_dossier(folder))


def test_every_version_is_read_and_kept(review: Review) -> None:
    assert not review.errors
    assert [act.language for act in review.acts] == ["ru", "kk"] * len(NAMES)
    assert len(list((review.dossier.folder / CACHE).rglob("*.facts"))) == len(review.acts)


def test_what_is_kept_says_the_same_as_what_was_read(review: Review) -> None:
    again = read_documents(load_dossier(review.dossier.folder))
    for one, other in zip(review.acts, again.acts, strict=True):
        assert one.facts == other.facts


def test_every_reference_is_found_or_told(review: Review) -> None:
    links = list(links_of(review))
    assert len(links) > 300
    counts = Counter(link.outcome for link in links)
    assert set(counts) <= {"found", "absent", "unclear", "outside"}
    assert counts["found"] > 20 * counts["absent"], "laws in force hardly cite what is not there"


def test_every_quotation_stands_in_its_act(review: Review) -> None:
    texts = {
        (act.document.id, act.language): "\n".join(
            [line.text for line in act.facts.lines]
            + [f"{p.printed} {p.heading}" for p in act.facts.provisions]
        )
        for act in review.acts
    }
    found = [finding for check in CHECKS for finding in check.run(review)]
    assert len({finding.id for finding in found}) > 10
    for finding in found:
        for evidence in finding.evidence:
            whole = evidence.quote.rstrip("…")
            text = texts[evidence.document, evidence.language]
            assert whole in text or whole.split(" ", 1)[-1] in text, finding


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Review:
    """A code and two laws that have something to do with each other."""
    folder = tmp_path_factory.mktemp("others")
    lines = ["dossier: 1", "jurisdiction: kz", "documents:"]
    for name, language in (
        ("kz_labor_code", "ru"),
        ("kz_law_on_public_service", "ru"),
        ("kz_law_on_housing_relations_kz", "kk"),
    ):
        shutil.copy(TEXTS / f"{name}.txt", folder)
        lines.append(f"  {name}: {{file: {{{language}: {name}.txt}}}}")
    (folder / "dossier.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_documents(load_dossier(folder))


def test_the_days_by_which_leave_is_paid_are_counted_in_two_ways(others: Review) -> None:
    """Working days in article 92 of the Labour Code, calendar days in article 54 of the Law on service."""
    check = next(check for check in CHECKS if check.name == "deadline")
    sure = [finding for finding in check.run(others) if finding.confidence == "high"]
    assert {finding.kind for finding in sure} == {"unit"}
    assert {tuple(each.address for each in finding.evidence) for finding in sure} == {
        ("пункт 4 статьи 92", "пункт 1 статьи 54")
    }


def test_a_law_that_defines_the_old_word_and_uses_the_new_is_found(others: Review) -> None:
    """Article 2 of the Law on housing defines «оралман»; its later amendments say «қандас»."""
    check = next(check for check in CHECKS if check.name == "term-use")
    (found,) = [finding for finding in check.run(others) if finding.kind == "variant"]
    assert (found.said["word"], found.said["term"]) == ("қандас", "оралман")
