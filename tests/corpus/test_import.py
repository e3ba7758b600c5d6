"""22 laws of Kazakhstan as published on the web, in Russian and Kazakh, imported: 715,000 words."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest

from redline.akn.structure import number_of
from redline.akn.working import WorkingAct
from redline.importers import Imported, import_act
from redline.render.text import render_text
from redline.show import show_act
from redline.validate import validate_file

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
FILES = sorted(CORPUS.glob("text/*.txt"))
PAIRS = [path for path in FILES if path.stem.endswith("_kz")]
pytestmark = pytest.mark.usefixtures("corpus")

HEADINGS = (
    re.compile(r" ?Статья\s+(\d+(?:-\d+)?)(?=[.\s]|$)", re.MULTILINE),
    re.compile(r"^ ?(\d+(?:-\d+)?)[- ](?:бап|БАП)\b(?!\s*-)", re.MULTILINE),
)
"""What a reader takes for the heading of an article: it begins a line that is not indented."""


@lru_cache(maxsize=4)
def imported(path: Path) -> Imported:
    language = "kk" if path.stem.endswith("_kz") else "ru"
    return import_act(path, jurisdiction="kz", language=language)


def headings(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").split("\n")
    found = (pattern.match(line) for line in lines for pattern in HEADINGS)
    return [match[1] for match in found if match is not None]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_heading_of_an_article_is_that_article_and_none_is_invented(path: Path) -> None:
    act = imported(path).act
    view = WorkingAct(act).view()
    assert [number_of(article, view) for article in act.root.iter("{*}article")] == headings(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_imported_law_is_valid_and_nothing_is_odd_about_it(path: Path, tmp_path: Path) -> None:
    (tmp_path / "act.xml").write_bytes(imported(path).act.to_bytes())
    result = validate_file(tmp_path / "act.xml")
    assert [finding.text for finding in result.findings if finding.level != "note"] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_words_of_law_and_notes_together_are_those_of_the_file(path: Path) -> None:
    found = imported(path)
    letters = sorted("".join(path.read_text(encoding="utf-8").split()))
    notes = "".join(paragraph.text for note in found.outline.notes for paragraph in note.paragraphs)
    law = render_text(found.act).decode("utf-8")
    assert sorted("".join((law + notes).split())) == letters


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_note_of_the_publisher_is_left_in_the_law(path: Path) -> None:
    """Laws of Kazakhstan never call the country РК or ҚР; the publisher's notes do."""
    found = imported(path).outline
    standing = [division for division in found.divisions() if not division.removed]
    words = [p.text for division in standing for p in (*division.intro, *division.wrap)]
    left = [text for text in words if re.search(r"\b(?:РК|ҚР)\b|Сноска|\b(?:РЦПИ|ИЗПИ|ЗҚАИ|РҚАО)\b", text)]
    assert len(left) <= 1, left  # one point of a law has a second, repealed part


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_russian_and_kazakh_of_one_law_have_the_same_articles_in_the_same_chapters(path: Path) -> None:
    russian = path.with_name(path.name.replace("_kz.txt", ".txt"))
    one, other = (
        [d.eid for d in imported(each).outline.divisions() if d.element in ("article", "paragraph")]
        for each in (russian, path)
    )
    differing = set(one) ^ set(other)
    # The texts themselves differ: an article or point stands in one of them only, or is numbered otherwise.
    assert len(differing) <= len(one) / 50, sorted(differing)


@pytest.mark.parametrize("path", FILES[::5], ids=lambda path: path.stem)
def test_provisions_can_be_addressed_by_the_citations_that_show_prints(path: Path) -> None:
    found = imported(path)
    for division in [each for each in found.outline.divisions() if each.element == "paragraph"][::60]:
        (shown,) = show_act(found.act, [division.eid]).shown
        assert shown.words
