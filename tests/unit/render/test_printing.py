"""Pages printed at once are the PDFs that each would be by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from redline.errors import RenderError
from redline.render.pdf_pages import LONGEST, pdf_of, why_missing
from redline.render.printing import print_pages

pytestmark = pytest.mark.skipif(bool(why_missing()), reason=f"no PDF can be made: {why_missing()}")


def page(words: str) -> bytes:
    return f"<!DOCTYPE html><html lang=en><title>{words[:9]}</title><p>{words}</p></html>".encode()


def test_each_page_is_printed_to_its_own_pdf(tmp_path: Path) -> None:
    jobs = [(tmp_path / f"{name}.html", tmp_path / f"{name}.pdf") for name in ("one", "two", "three")]
    for at, _ in jobs:
        at.write_bytes(page(f"Article of {at.stem}"))
    told: list[int] = []
    print_pages(jobs, told.append)
    assert told == [1, 2, 3]
    assert [pdf.read_bytes() for _, pdf in jobs] == [pdf_of(at.read_bytes()) for at, _ in jobs]


def test_nothing_is_printed_where_one_page_is_too_long(tmp_path: Path) -> None:
    (tmp_path / "short.html").write_bytes(page("A law."))
    (tmp_path / "long.html").write_bytes(page("word " * (LONGEST + 1)))
    jobs = [(tmp_path / f"{name}.html", tmp_path / f"{name}.pdf") for name in ("short", "long")]
    with pytest.raises(RenderError) as caught:
        print_pages(jobs, print)
    assert caught.value.slug == "pdf-too-long"
    assert not (tmp_path / "short.pdf").exists()


def test_a_page_that_cannot_be_read_by_the_printer_is_no_pdf(tmp_path: Path) -> None:
    (tmp_path / "law.html").write_bytes(page("A law."))
    with pytest.raises(RuntimeError, match="could not be printed"):
        print_pages([(tmp_path / "law.html", tmp_path / "no-folder" / "law.pdf")], print)
