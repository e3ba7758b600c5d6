"""Acts in several languages, from Python and in what is written."""

from __future__ import annotations

from pathlib import Path

import pytest

import redline
from redline.build import build_package
from redline.explain import explain_spec
from redline.model.spec import Operation
from redline.spec.dump import dump_spec
from redline.validate import validate_file, validate_versions

GOLDEN = Path(__file__).parents[2] / "golden"
CASE = GOLDEN / "two-languages-amended-together"


@pytest.fixture(scope="module")
def amended() -> redline.Amended:
    return redline.amend(redline.load_spec(CASE / "spec.yaml"))


def words_of(operation: Operation) -> str:
    words = operation.values["with"]
    assert isinstance(words, tuple)
    return str(words[0])


def test_a_language_version_is_named_by_alias_and_language(amended: redline.Amended) -> None:
    assert "Тізілім ашық" in " ".join(map(str, amended["register", "kk"].after().root.itertext()))
    assert [key in amended for key in (("register", "ru"), ("register", "en"))] == [True, False]
    with pytest.raises(KeyError):
        amended["register", "en"]


def test_an_act_in_several_languages_is_not_had_without_one(amended: redline.Amended) -> None:
    with pytest.raises(redline.AmendmentError, match="register has several language versions: ru, kk"):
        amended["register"]
    assert "register" not in amended


def test_an_act_in_one_language_can_be_named_with_it() -> None:
    spec = redline.load_spec(
        "redline: 1\nid: x\nacts: {register: {kk: act.kk.xml}}\namendments:\n- act: register\n  operations:\n"
        "  - repeal: 2-баптың 2-тармағы\n    leave: nothing\n",
        acts={"register": redline.load_act(CASE / "act.kk.xml")},
    )
    package = redline.amend(spec)
    assert package["register"] is package["register", "kk"]


def test_versions_can_be_handed_over_from_python() -> None:
    versions = {("register", code): redline.load_act(CASE / f"act.{code}.xml") for code in ("ru", "kk")}
    text = (CASE / "spec.yaml").read_text(encoding="utf-8").replace("act.ru.xml", "nowhere.xml")
    package = redline.amend(redline.load_spec(text.replace("act.kk.xml", "elsewhere.xml"), acts=versions))
    assert package["register", "ru"].base is versions["register", "ru"]


def test_each_change_says_its_text_and_its_reason_in_its_language(amended: redline.Amended) -> None:
    first = [marked.changes()[0].operation for marked in amended.values()]
    assert [words_of(operation) for operation in first] == ["электронной форме", "электрондық нысанда"]
    assert [str(operation.because) for operation in first] == [
        "Реестр становится электронным.",
        "Тізілім электрондық болады.",
    ]


def test_a_spec_with_texts_for_each_language_survives_load_and_dump() -> None:
    for case in ("two-languages-amended-together", "two-languages-worded-by-different-operations"):
        spec = redline.load_spec(GOLDEN / case / "spec.yaml")
        acts = {
            (source.alias, source.language or ""): redline.load_act(source.path or "")
            for source in spec.acts.values()
        }
        again = redline.load_spec(dump_spec(spec), acts=acts)
        assert dump_spec(again) == dump_spec(spec)
        before, after = redline.amend(spec), redline.amend(again)
        assert [m.after().to_bytes() for m in before.values()] == [
            m.after().to_bytes() for m in after.values()
        ]


def test_each_language_has_its_files_and_its_table(tmp_path: Path) -> None:
    built = build_package(CASE, tmp_path, formats=("xml", "csv", "json"))
    assert sorted(file.path.name for file in built.files) == [
        "register.kk.consolidated.xml",
        "register.ru.consolidated.xml",
        "two-languages-amended-together.amending-act.kk.xml",
        "two-languages-amended-together.amending-act.ru.xml",
        "two-languages-amended-together.changes.json",
        "two-languages-amended-together.table.kk.csv",
        "two-languages-amended-together.table.ru.csv",
    ]
    table = (tmp_path / "two-languages-amended-together.table.kk.csv").read_text(encoding="utf-8-sig")
    assert "Тізілім электрондық болады." in table
    assert "Реестр" not in table


def test_a_file_in_another_language_than_the_spec_says_is_refused() -> None:
    acts = {("register", code): redline.load_act(CASE / "act.ru.xml") for code in ("ru", "kk")}
    spec = redline.load_spec(
        "redline: 1\nid: x\nacts:\n  register: {ru: a.xml, kk: b.xml}\namendments:\n- act: register\n"
        "  operations:\n  - repeal: art 2 para 2\n",
        acts=acts,
    )
    with pytest.raises(redline.AmendmentErrors, match="given as the version in kk, and the file says ru"):
        redline.amend(spec)


def test_versions_that_are_not_built_alike_are_told_of(tmp_path: Path) -> None:
    russian, kazakh = ((CASE / f"act.{code}.xml").read_text(encoding="utf-8") for code in ("ru", "kk"))
    start = kazakh.index('        <paragraph eId="art_2__para_3">')
    cut = kazakh[:start] + kazakh[kazakh.index("      </article>", start) :]
    files = [tmp_path / "act.ru.xml", tmp_path / "act.kk.xml"]
    for file, text in zip(files, (russian, cut), strict=True):
        file.write_text(text, encoding="utf-8")
    (finding,) = validate_versions(files).findings
    assert "пункт 3 статьи 2 stands here, and not in" in finding.text
    (tmp_path / "spec.yaml").write_text(
        "redline: 1\nid: x\nacts:\n  register: {ru: act.ru.xml, kk: act.kk.xml}\namendments:\n- act: register\n"
        "  operations:\n  - repeal: art 2 para 2\n",
        encoding="utf-8",
    )
    assert validate_file(tmp_path / "spec.yaml").findings == (finding,)
    marked = redline.amend(redline.load_spec(tmp_path / "spec.yaml"))["register", "kk"]
    assert "the versions in ru and kk are not built alike; in ru only: пункт 3 статьи 2" in marked.warnings


def test_versions_that_are_built_alike_have_no_finding() -> None:
    assert validate_versions([CASE / "act.ru.xml", CASE / "act.kk.xml"]).findings == ()


def test_the_dry_run_says_what_is_done_in_each_language_and_why() -> None:
    first = explain_spec(CASE / "spec.yaml").instructions[0]
    assert first.because == "Реестр становится электронным."
    russian, kazakh = first.outcomes
    assert (russian.does, russian.because) == ("", "")
    assert kazakh.does == "“қағаз нысанда” becomes “электрондық нысанда” in article 2, paragraph 3"
    assert kazakh.because == "Тізілім электрондық болады."


def test_a_text_in_a_language_is_that_of_its_regional_form_too() -> None:
    act = redline.load_act(GOLDEN / "one-language-version-only" / "act.xml")
    spec = redline.load_spec(
        "redline: 1\nid: x\nlanguage: en-GB\nacts: {law: a.xml}\namendments:\n- act: law\n  operations:\n"
        "  - {substitute: ten days, with: {en: a week}, in: art_1}\n",
        acts={"law": act},
    )
    assert "within a week" in " ".join(map(str, redline.amend(spec)["law"].after().root.itertext()))
