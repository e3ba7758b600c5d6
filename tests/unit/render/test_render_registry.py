"""Renderers are found by name, refuse what they do not show, and write whole files or none."""

from __future__ import annotations

import inspect
import os
from pathlib import Path
from typing import Any

import pytest

import redline
from redline.render import RENDERERS, get_renderer, render, render_bytes


def test_every_renderer_has_a_name_of_its_own_a_suffix_and_a_summary() -> None:
    assert len({renderer.name for renderer in RENDERERS}) == len(RENDERERS)
    assert all(renderer.suffix.startswith(".") and renderer.summary for renderer in RENDERERS)


@pytest.mark.parametrize("renderer", RENDERERS, ids=lambda renderer: renderer.name)
def test_a_renderer_gives_the_same_bytes_twice_and_no_folder_of_this_machine(
    renderer: Any, package: redline.Amended, migration: redline.Act
) -> None:
    what = {"act": migration, "marked": package["migration"], "package": package}[renderer.shows]
    first = render_bytes(what, renderer.name)
    assert first == render_bytes(what, renderer.name)
    assert str(Path(__file__).resolve().parents[3]).encode() not in first


def test_an_unknown_name_lists_the_known_ones_and_the_nearest(migration: redline.Act) -> None:
    with pytest.raises(redline.RenderError) as caught:
        render_bytes(migration, "htlm")
    assert caught.value.slug == "renderer-unknown"
    assert "did you mean html?" in caught.value.message
    assert all(renderer.name in caught.value.do for renderer in RENDERERS)


def test_what_a_renderer_does_not_show_is_refused_with_the_way_to_it(package: redline.Amended) -> None:
    with pytest.raises(redline.RenderError) as caught:
        render_bytes(package["migration"], "html")
    assert "shows an Act, not a marked Act" in caught.value.message
    assert "after()" in caught.value.do
    with pytest.raises(redline.RenderError, match="not a str"):
        render_bytes("migration.xml", "akn")


def test_a_file_is_written_to_its_place_and_nothing_is_left_beside_it(
    tmp_path: Path, migration: redline.Act
) -> None:
    render(migration, "akn", tmp_path / "new" / "act.xml")
    assert (tmp_path / "new" / "act.xml").read_bytes() == migration.to_bytes()
    assert os.listdir(tmp_path / "new") == ["act.xml"]


def test_where_a_file_cannot_be_written_the_old_one_stays(tmp_path: Path, migration: redline.Act) -> None:
    (tmp_path / "act.xml").mkdir()
    (tmp_path / "act.xml" / "kept").write_text("kept")
    with pytest.raises(redline.RenderError) as caught:
        render(migration, "akn", tmp_path / "act.xml")
    assert caught.value.slug == "output-unwritable"
    assert [path.name for path in tmp_path.rglob("*")] == ["act.xml", "kept"]


def test_a_renderer_that_fails_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(redline.RenderError):
        render(object(), "html", tmp_path / "act.html")
    assert list(tmp_path.iterdir()) == []


def test_akn_gives_the_bytes_that_were_loaded(migration: redline.Act) -> None:
    assert get_renderer("akn").render(migration) == migration.to_bytes()


def test_an_option_goes_to_the_outputs_that_have_it_and_an_unknown_one_is_refused(
    migration: redline.Act, package: redline.Amended
) -> None:
    assert render_bytes(migration, "text", options={"comments": False}) == render_bytes(migration, "text")
    with_comments = render_bytes(package["migration"], "docx-redline")
    assert len(render_bytes(package["migration"], "docx-redline", options={"comments": False})) < len(
        with_comments
    )
    with pytest.raises(redline.RenderError) as caught:
        render_bytes(migration, "text", options={"coments": False})
    assert caught.value.slug == "option-unknown"
    assert "comments" in caught.value.do


def test_every_option_of_a_renderer_is_an_argument_of_it_with_a_default() -> None:
    for renderer in RENDERERS:
        # A PDF is asked for as the page is that it prints.
        made_by = get_renderer(renderer.page) if renderer.page else renderer
        assert set(renderer.options) <= set(made_by.options)
        arguments = inspect.signature(made_by.render).parameters
        for option in renderer.options:
            assert arguments[option].default is not inspect.Parameter.empty, f"{renderer.name}: {option}"
