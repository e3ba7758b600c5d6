"""The page of a package: files, counts, every operation, what to look at first."""

from __future__ import annotations

import redline
from redline.model.changes import Place
from redline.render import OutputFile, render_bytes
from redline.render.index_html import changed_words

FILES = (
    OutputFile("migration", "On Migration", "migration.consolidated.html", "consolidated text"),
    OutputFile("", "", "small package.changes.json", "every change"),
)


def test_the_page_links_to_the_files_that_were_made(package: redline.Amended) -> None:
    text = render_bytes(package, "index-html", files=FILES).decode("utf-8")
    assert '<a href="migration.consolidated.html">consolidated text</a>' in text
    assert '<a href="small%20package.changes.json">every change</a>' in text


def test_the_page_counts_operations_by_status_and_names_those_to_look_at(package: redline.Amended) -> None:
    text = render_bytes(package, "index-html").decode("utf-8")
    assert "<li><b>4</b>applied</li>" in text
    assert "<li><b>1</b>waiting for an event</li>" in text
    assert '1 operation is not part of the consolidated text: <a href="#op-migration-op-3">op-3</a>' in text


def test_each_operation_is_a_row_with_its_sentence_and_its_change(package: redline.Amended) -> None:
    text = render_bytes(package, "index-html").decode("utf-8")
    assert '<tr id="op-labour-agency">' in text
    assert "substitute “Migration Committee” with “Migration Agency” times all" in text
    assert "Migration <del>Committee</del><ins>Agency</ins>" in text
    assert "the day of the census" in text


def test_the_page_escapes_what_it_shows(package: redline.Amended) -> None:
    text = render_bytes(package, "index-html").decode("utf-8")
    assert "Amendments &lt;small&gt; &amp; few</h1>" in text
    assert "<small>" not in text


def place(before: str, after: str) -> Place:
    return Place("a", "a", "a", "a", before, after)


def test_unchanged_words_are_shortened_to_those_beside_a_change() -> None:
    long = "word " * 60
    shown = changed_words(place(f"{long}old {long}", f"{long}new {long}"))
    assert "<del>old</del><ins>new</ins>" in shown
    assert shown.startswith(" … word")
    assert len(shown) < 250


def test_a_place_of_one_text_only_is_wholly_marked() -> None:
    assert changed_words(place("", "new")) == "<ins>new</ins>"
    assert changed_words(place("old", "")) == "<del>old</del>"
