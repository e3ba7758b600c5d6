"""A dossier loads, or every mistake in it is told at its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from redline.dossier import build_dossier_schema, load_dossier
from redline.dossier.annotating import place_annotations
from redline.dossier.library import CACHE, read_documents
from redline.errors import DossierErrors
from redline.reviewing import check_dossier

ROOT = Path(__file__).resolve().parents[3]
LAW = "Статья 1. Учет\n\n1. Учет ведется.\n\n2. Надзор есть.\n\nСтатья 2. Сроки\n\nСрок – год.\n"


def _errors(folder: Path, text: str) -> list[tuple[int, str]]:
    (folder / "law.txt").write_text(LAW, encoding="utf-8")
    (folder / "dossier.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(DossierErrors) as caught:
        load_dossier(folder / "dossier.yaml")
    return [(error.at.line if error.at else 0, error.slug) for error in caught.value.errors]


@pytest.mark.parametrize(
    ("text", "errors"),
    [
        ("dossier: 2\ndocuments: {law: law.txt}\n", [(1, "dossier-version")]),
        ("documents: {law: law.txt}\n", [(1, "key-missing")]),
        ("dossier: 1\n", [(1, "key-missing")]),
        ("dossier: 1\ndocuments:\n  law: {file: law.txt, levle: law}\n", [(3, "key-unknown")]),
        ("dossier: 1\ndocuments:\n  law: {file: law.txt, level: lw}\n", [(3, "value-wrong")]),
        (
            "dossier: 1\ndocuments: {law: law.txt}\nannotations:\n  - {document: lwa, comment: so}\n",
            [(4, "document-unknown")],
        ),
        (
            "dossier: 1\ndocuments:\n  law: x.txt\ndecisions:\n  F-1: acepted\n",
            [(3, "file-not-found"), (5, "value-wrong")],
        ),
        ("- a\n", [(1, "spec-not-yaml")]),
    ],
)
def test_each_mistake_is_told_at_its_line(tmp_path: Path, text: str, errors: list[tuple[int, str]]) -> None:
    assert _errors(tmp_path, text) == errors


def test_a_goal_is_told_in_each_language_and_its_finding_keeps_its_id(tmp_path: Path) -> None:
    (tmp_path / "law.txt").write_text(LAW, encoding="utf-8")
    text = "dossier: 1\nlanguage: ru\ndocuments: {law: law.txt}\ngoals:\n  G1: {text: GOAL}\n"
    path = tmp_path / "dossier.yaml"
    path.write_text(text.replace("GOAL", "Единый учет"), encoding="utf-8")
    (alone,) = check_dossier(path, only=["goal"]).findings
    path.write_text(text.replace("GOAL", "{ru: Единый учет, kk: Бірыңғай есеп}"), encoding="utf-8")
    for language, words in (("ru", "Единый учет"), ("kk", "Бірыңғай есеп"), ("en", "Единый учет")):
        (judged,) = check_dossier(path, only=["goal"], language=language).findings
        assert (judged.finding.id, words in judged.message(language)) == (alone.finding.id, True)


def test_form_and_authority_are_told_in_each_language(tmp_path: Path) -> None:
    (tmp_path / "law.txt").write_text(LAW, encoding="utf-8")
    path = tmp_path / "dossier.yaml"
    said = "{file: law.txt, form: {ru: Приказ, kk: Бұйрық}, authority: Министр труда}"
    path.write_text(f"dossier: 1\ndocuments:\n  law: {said}\n", encoding="utf-8")
    (document,) = load_dossier(path).documents
    assert [document.form_in(code) for code in ("ru", "kk", "en")] == ["Приказ", "Бұйрық", "Приказ"]
    assert [document.authority_in(code) for code in ("ru", "kk")] == ["Министр труда"] * 2


@pytest.mark.parametrize(
    ("listed", "slug"),
    [
        ("law.txt", "document-twice"),
        ("./sub/../law.txt", "document-twice"),
        ("twin.txt", "document-twice"),
        ("laww.txt", "file-not-found"),
        ("../law.txt", "file-outside-package"),
        ("outside.txt", "file-outside-package"),
        (".", "file-unreadable"),
        ("picture.png", "import-format"),
    ],
)
def test_a_file_that_is_not_there_or_listed_twice_is_told_at_its_line_and_the_rest_is_read(
    tmp_path: Path, listed: str, slug: str
) -> None:
    folder = tmp_path / "dossier"
    folder.mkdir()
    for path in (folder / "law.txt", tmp_path / "law.txt"):
        path.write_text(LAW, encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / "outside.txt").symlink_to(tmp_path / "law.txt")
    (folder / "twin.txt").symlink_to(folder / "law.txt")
    (folder / "dossier.yaml").write_text(
        f"dossier: 1\njurisdiction: kz\nlanguage: ru\ndocuments:\n  law: law.txt\n  other: {listed}\n"
        "annotations:\n  - {document: other, at: статья 1, comment: so}\n",
        encoding="utf-8",
    )
    review = read_documents(load_dossier(folder))
    assert [act.document.id for act in review.acts] == ["law"]
    assert [(error.slug, error.at and error.at.line) for error in review.errors] == [(slug, 6)]


def test_a_folder_without_a_dossier_or_with_two_is_refused_with_their_names(tmp_path: Path) -> None:
    with pytest.raises(DossierErrors, match="dossier-not-found"):
        load_dossier(tmp_path)
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("dossier: 1\n", encoding="utf-8")
    with pytest.raises(DossierErrors, match=r"a\.yaml, b\.yaml"):
        load_dossier(tmp_path)


def test_an_annotation_on_what_is_not_there_is_told_with_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "law.txt").write_text(LAW, encoding="utf-8")
    said = (
        "annotations:\n  - {document: law, at: пункт 2 статьи 1}\n  - {document: law, at: пункт 5 статьи 1}\n"
    )
    head = "dossier: 1\njurisdiction: kz\nlanguage: ru\ndocuments: {law: law.txt}\n"
    (tmp_path / "dossier.yaml").write_text(head + said, encoding="utf-8")
    review = read_documents(load_dossier(tmp_path))
    placed, errors = place_annotations(review)
    facts = review.acts[0].facts
    assert [facts.provisions[each.provision].printed for each in placed] == ["2."]
    assert [error.slug for error in errors] == ["address-not-found"]
    assert "пункт 2 статьи 1" in errors[0].do
    assert errors[0].at is not None
    assert errors[0].at.line == 7


def test_a_file_that_cannot_be_read_is_an_error_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "law.txt").write_text(LAW, encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    text = "dossier: 1\njurisdiction: kz\nlanguage: ru\ndocuments:\n  law: law.txt\n  picture: picture.png\n"
    (tmp_path / "dossier.yaml").write_text(text, encoding="utf-8")
    review = read_documents(load_dossier(tmp_path))
    assert [act.document.id for act in review.acts] == ["law"]
    assert [(error.slug, error.at.line if error.at else 0) for error in review.errors] == [
        ("import-format", 6)
    ]


def test_what_was_read_is_kept_until_the_file_changes(tmp_path: Path) -> None:
    (tmp_path / "law.txt").write_text(LAW, encoding="utf-8")
    (tmp_path / "dossier.yaml").write_text(
        "dossier: 1\njurisdiction: kz\nlanguage: ru\ndocuments: {law: law.txt}\n", encoding="utf-8"
    )
    first = read_documents(load_dossier(tmp_path)).acts[0].facts
    assert read_documents(load_dossier(tmp_path)).acts[0].facts == first
    assert len(list((tmp_path / CACHE).glob("*/*.facts"))) == 1
    (tmp_path / "law.txt").write_text(LAW.replace("Надзор есть", "Надзора нет"), encoding="utf-8")
    changed = read_documents(load_dossier(tmp_path)).acts[0].facts
    assert "Надзора нет." in [line.text for line in changed.lines]
    for kept in (tmp_path / CACHE).glob("*/*.facts"):
        kept.write_bytes(b"damaged")
    assert read_documents(load_dossier(tmp_path)).acts[0].facts == changed


def test_the_schema_is_fresh_and_takes_the_example_of_the_docs() -> None:
    schema = json.loads((ROOT / "schemas" / "dossier-1.schema.json").read_text(encoding="utf-8"))
    assert schema == build_dossier_schema()
    Draft202012Validator.check_schema(schema)


SPOKEN = """dossier: 1
language: ru
documents: {law: law.txt}
annotations:
  - {document: law, at: статья 1, comment: {kk: Мерзім жоқ., ru: Нет срока.}, subject: учет}
findings:
  H-1: {text: {kk: Нысан жарияланбаған, ru: Форма не опубликована}, document: law, owner: {en: Ministry}}
decisions:
  H-1: {decision: accepted, comment: {kk: Растау., en: Yes.}, affects: {ru: мигранты, kk: мигранттар}}
"""


def test_what_the_reviewers_say_in_several_languages_is_read_in_that_of_the_papers(tmp_path: Path) -> None:
    (tmp_path / "law.txt").write_text(LAW, encoding="utf-8")
    (tmp_path / "dossier.yaml").write_text(SPOKEN, encoding="utf-8")
    dossier = load_dossier(tmp_path / "dossier.yaml")

    def said(language: str) -> list[str]:
        told = dossier.in_language(language)
        (note,), (finding,), (decided,) = told.annotations, told.findings, told.decisions
        assessed = told.assessed("H-1")
        return [note.comment, note.subject, finding.text, decided.comment, assessed.affects]

    assert said("ru") == ["Нет срока.", "учет", "Форма не опубликована", "Растау.", "мигранты"]
    assert said("kk") == ["Мерзім жоқ.", "учет", "Нысан жарияланбаған", "Растау.", "мигранттар"]
    assert said("en")[:3] == said("ru")[:3], "the dossier's own language, where there is none in this one"
    assert dossier.findings[0].assessment.owner == "Ministry"
    own = [dossier.annotations[0].comment, dossier.findings[0].text]
    assert own == ["Нет срока.", "Форма не опубликована"]
