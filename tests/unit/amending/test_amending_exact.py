"""An amending Act that would not do what the spec does is never given out."""

from __future__ import annotations

from pathlib import Path

import pytest

import redline
from redline.akn.amending_writer import write_amending_act
from redline.amending import document
from redline.build import build_package
from redline.readback import write_spec_of
from redline.render import render_bytes

ACT = """<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="law">
<preface><p><docTitle>On Permits</docTitle></p></preface>
<body>
<article eId="art_1"><num>Article 1.</num><heading>Permits</heading>
<paragraph eId="art_1__para_1"><num>1.</num><content><p>A permit costs ten units.</p></content></paragraph>
<paragraph eId="art_1__para_2"><num>2.</num><content><p>A permit is a permit, and no pass.</p></content></paragraph>
</article>
</body></act></akomaNtoso>
"""
SPEC = """redline: 1
id: permits
title: On an amendment
jurisdiction: kz
language: en
acts: {law: act.xml}
amendments:
  - act: law
    operations:
      - substitute: ten
        with: twelve
        in: art 1 para 1
      - substitute: permit
        with: licence
        in: art 1 para 2
        times: 2
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    (tmp_path / "act.xml").write_text(ACT, encoding="utf-8")
    (tmp_path / "spec.yaml").write_text(SPEC, encoding="utf-8")
    return tmp_path / "spec.yaml"


def tampered(*given: object) -> bytes:
    return write_amending_act(*given).replace(b"twelve", b"thirteen")  # type: ignore[arg-type]


def test_an_instruction_that_reads_back_differently_is_refused(
    spec: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document, "write_amending_act", tampered)
    with pytest.raises(redline.RenderError) as caught:
        render_bytes(redline.amend(redline.load_spec(spec)), "amending-act-akn")
    assert caught.value.slug == "amending-act-inexact"
    assert "art_1__para_1" in caught.value.message


def test_the_other_papers_are_made_where_the_amending_act_is_refused(
    spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document, "write_amending_act", tampered)
    built = build_package(spec, tmp_path / "out", formats=["xml", "docx"])
    names = {file.path.name for file in built.files}
    assert "law.consolidated.xml" in names
    assert not any("amending-act" in name for name in names)
    assert any("no amending Act" in remark.text for remark in built.remarks)


def test_the_amending_act_asked_for_by_name_is_an_error_where_it_is_refused(
    spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document, "write_amending_act", tampered)
    with pytest.raises(redline.RenderError):
        build_package(spec, tmp_path / "out", only=["amending-act"])
    assert not (tmp_path / "out").exists()


def test_words_that_stand_elsewhere_too_are_quoted_with_their_neighbours(spec: Path) -> None:
    made = document.amending_document(redline.amend(redline.load_spec(spec)), "en")
    [second] = [line for item in made.law.acts[0].items for line in item.lines if line.instruction][1:]
    assert second.instruction is not None
    assert second.instruction.pairs == (("a permit,", "a licence,"),) or second.instruction.pairs == (
        ("a permit", "a licence"),
    )


def test_an_amending_act_read_back_builds_the_same_law(spec: Path, tmp_path: Path) -> None:
    built = build_package(spec, tmp_path / "out", formats=["xml"])
    law = next(file.path for file in built.files if "amending-act" in file.path.name)
    count = write_spec_of(law, [f"law={tmp_path / 'act.xml'}"], tmp_path / "read.yaml")
    assert count == (2, [])
    again = build_package(tmp_path / "read.yaml", tmp_path / "again", only=["consolidated"], formats=["txt"])
    first = build_package(spec, tmp_path / "first", only=["consolidated"], formats=["txt"])
    assert again.files[0].path.read_text() == first.files[0].path.read_text()


def test_a_spec_that_is_there_is_not_overwritten(spec: Path, tmp_path: Path) -> None:
    build_package(spec, tmp_path / "out", only=["amending-act"], formats=["xml"])
    with pytest.raises(redline.RenderError) as caught:
        write_spec_of(tmp_path / "out" / "permits.amending-act.en.xml", ["law=act.xml"], spec)
    assert caught.value.slug == "output-unwritable"


def test_an_act_that_is_not_said_where_it_lies_is_asked_for(spec: Path, tmp_path: Path) -> None:
    build_package(spec, tmp_path / "out", only=["amending-act"], formats=["xml"])
    with pytest.raises(redline.SpecError) as caught:
        write_spec_of(tmp_path / "out" / "permits.amending-act.en.xml", [], tmp_path / "read.yaml")
    assert caught.value.do == "add --act law=FILE"


def test_modifications_of_another_hand_cannot_be_read_back(tmp_path: Path) -> None:
    data = ACT.replace(
        "<preface>",
        '<meta><analysis source="#x"><activeModifications><textualMod type="repeal"><source href="#m"/>'
        '<destination href="#art_1"/></textualMod></activeModifications></analysis></meta><preface>',
    )
    (tmp_path / "law.xml").write_text(data, encoding="utf-8")
    with pytest.raises(redline.SpecError) as caught:
        write_spec_of(tmp_path / "law.xml", [], tmp_path / "read.yaml")
    assert caught.value.slug == "amending-act-unreadable"


def test_an_effect_on_an_item_without_a_number_is_said_in_english(spec: Path, tmp_path: Path) -> None:
    items = (
        '<list eId="list_1"><intro><p>A permit is:</p></intro><indent eId="one"><content><p>one;</p></content>'
        '</indent><indent eId="two"><content><p>two.</p></content></indent></list></article>'
    )
    act = ACT.replace("</article>", f"</article><article eId='art_2'><num>Article 2.</num>{items}")
    (tmp_path / "act.xml").write_text(act, encoding="utf-8")
    effect = "    effects:\n      - {suspend: two, until: 2027-07-01}\n"
    spec.write_text(spec.read_text(encoding="utf-8") + effect, encoding="utf-8")
    made = document.amending_document(redline.amend(redline.load_spec(spec)), "en")
    [said] = [provision.words for provision in made.law.further]
    assert said.startswith("The third unnumbered paragraph of the first item of Article 2 of the Act of ____")


def test_an_effect_is_read_back_with_its_dates_and_words(spec: Path, tmp_path: Path) -> None:
    effect = "    effects:\n      - {suspend: art 1 para 2, from: 2026-07-01, until: 2027-07-01, text: No pass is issued.}\n"
    spec.write_text(spec.read_text(encoding="utf-8") + effect, encoding="utf-8")
    made = document.amending_document(redline.amend(redline.load_spec(spec)), "en")
    [said] = [provision.words for provision in made.law.further]
    assert said.startswith(
        "Article 1, paragraph 2 of the Act of ____ “On Permits” is suspended from 1 July 2026 until"
    )
    build_package(spec, tmp_path / "out", only=["amending-act"], formats=["xml"])
    write_spec_of(
        tmp_path / "out" / "permits.amending-act.en.xml",
        [f"law={tmp_path / 'act.xml'}"],
        tmp_path / "read.yaml",
    )
    [read] = redline.load_spec(tmp_path / "read.yaml").effects
    [given] = redline.load_spec(spec).effects
    assert (read.kind, read.target.value, read.start, read.until) == (
        given.kind, given.target.value, given.start, given.until,
    )  # fmt: skip
    assert read.text is not None
    assert read.text.value == "No pass is issued."
