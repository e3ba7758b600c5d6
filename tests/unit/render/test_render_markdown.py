"""Markdown for pull requests: what is left without the insertions is the base, without the deletions the new text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

import redline
from redline.akn.blocks import blocks_of_act
from redline.model.blocks import Run
from redline.render import render_bytes
from redline.render.markdown_redline import render_markdown_redline
from redline.render.markdown_text import at_line_start, escaped, marked_words
from redline.render.word.lines import lines_of
from redline.render.word.paragraphs import Line, Paragraph, Piece

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
CASES = sorted(
    path.parent for path in GOLDEN.glob("*/spec.yaml") if not (path.parent / "expected/errors.txt").exists()
)
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("table")


def shown(document: bytes, dropped: str) -> list[str]:
    """The words that a page shows of Markdown in which all changes of a kind (`ins` or `del`) were dropped.

    The title of the page, that nothing changes, the reasons and the footnotes are left out.
    """
    text = re.sub(rf"<{dropped}>¶</{dropped}>\n\n(&emsp;)*", "", document.decode())
    text = re.sub(rf"<{dropped}>.*?</{dropped}>|<(ins|del)>¶</\1>", "", text)
    page = html.fromstring(f"<div>{MARKDOWN.render(text)}</div>")
    notes = [p for p in page.iterchildren("p") if not p.text and len(p) and p[0].tag == "sup"]
    unchanged = [p for p in page.iterchildren("p") if p.text == "Nothing changes in the text of this Act."]
    for element in [*page.iterchildren("h1", "blockquote"), *notes, *unchanged]:
        element.drop_tree()
    for mark in list(page.iter("sup")):
        mark.drop_tree()
    for line_break in page.iter("br"):
        line_break.tail = f" {line_break.tail or ''}"
    blocks = page.iter("h2", "h3", "p", "th", "td")
    return " ".join("".join(block.itertext()) for block in blocks).split()


def words(lines: Iterable[Line]) -> Iterator[str]:
    """The words of an Act, without those that stand raised."""
    for line in lines:
        if isinstance(line, Paragraph):
            yield "".join(
                p.run.text if p.run.image is None else f"[{p.run.image.description or p.run.image.source}]"
                for p in line.pieces
                if not p.run.superscript
            )
        else:
            for row in line.rows:
                for cell in row.cells:
                    yield from words(cell.lines)


def words_of(act: redline.Act) -> list[str]:
    return " ".join(words(lines_of(blocks_of_act(act)))).split()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_without_insertions_it_is_the_base_and_without_deletions_the_new_text(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(case)
    for marked in redline.amend(redline.load_spec("spec.yaml")).values():
        document = render_markdown_redline(marked, context=None)
        assert shown(document, "ins") == words_of(marked.base)
        assert shown(document, "del") == words_of(marked.after())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_left_out_by_default_has_no_change(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case)
    for marked in redline.amend(redline.load_spec("spec.yaml")).values():
        everything = render_markdown_redline(marked, context=None).decode().split("\n")
        short = render_markdown_redline(marked).decode().split("\n")
        changed = [line for line in everything if "<ins>" in line or "<del>" in line]
        assert [line for line in short if "<ins>" in line or "<del>" in line] == changed
        rest = iter(everything)
        assert all(
            line in rest for line in short if line != "…" and not line.startswith((">", "Nothing changes"))
        )


def test_a_change_has_its_reason_its_instruction_and_its_commencement(package: redline.Amended) -> None:
    text = render_markdown_redline(package["migration"]).decode()
    assert "> **title**: the title of the Act becomes “On Migration”, from 2026-07-01." in text
    assert "> Titles &amp; terms." in text


def test_the_renderer_is_found_by_name(package: redline.Amended) -> None:
    marked = package["migration"]
    assert render_bytes(marked, "markdown-redline") == render_markdown_redline(marked)


def test_an_act_that_stays_as_it_is_says_so(migration: redline.Act) -> None:
    spec = redline.load_spec(
        "redline: 1\nid: none\nacts: {law: act.xml}\namendments: []\n", acts={"law": migration}
    )
    text = render_markdown_redline(redline.amend(spec)["law"]).decode()
    assert text.split("\n")[2] == "Nothing changes in the text of this Act."


WORDS = st.text(st.sampled_from("ab12. )(*_`~#<>&[]{}|!@$+-=\\:/w"), min_size=1, max_size=30)


@given(WORDS)
def test_words_of_a_law_are_never_markup(text: str) -> None:
    assume(text.strip())
    shown_words = html.fromstring(f"<div>{MARKDOWN.render(at_line_start(escaped(text.strip())))}</div>")
    assert [child.tag for child in shown_words] == ["p"]
    assert "".join(shown_words.itertext()).split() == text.split()
    assert len(shown_words[0]) == 0


def test_words_that_came_one_after_another_are_one_insertion() -> None:
    pieces = [Piece(Run("1."), base=False), Piece(Run(" new"), base=False), Piece(Run(" old"))]
    assert marked_words(pieces, {}) == "<ins>1. new</ins> old"
