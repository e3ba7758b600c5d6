"""The example package in three languages: what its sources, its Acts and its papers have in common."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import redline
from redline.akn.xsd import schema_errors
from redline.cli import main
from redline.render.table.table import comparison_table
from tests.findings import findings_added

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "migration"
ACTS = ("migration", "labour", "register-rules")
LANGUAGES = ("ru", "kk", "en")
IMPORTS = re.findall(r"^redline (import .*)$", (EXAMPLE / "import.md").read_text("utf-8"), re.MULTILINE)


@pytest.fixture(scope="module")
def amended() -> redline.Amended:
    return redline.amend(redline.load_spec(EXAMPLE))


UNITS = ("section", "chapter", "article", "paragraph", "point", "attachment")


def identifiers(act: redline.Act) -> list[str | None]:
    return [unit.get("eId") for unit in act.root.iter(*(f"{{*}}{name}" for name in UNITS))]


def words_of(element: Any) -> str:
    return "".join(element.itertext())


def test_every_act_has_its_command() -> None:
    written = {words[words.index("-o") + 1] for words in map(shlex.split, IMPORTS)}
    assert written == {
        f"examples/migration/acts/{act}.{language}.xml" for act in ACTS for language in LANGUAGES
    }


@pytest.mark.parametrize("command", IMPORTS, ids=[shlex.split(command)[1][27:] for command in IMPORTS])
def test_importing_a_source_gives_the_act_byte_for_byte(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(EXAMPLE / "sources", tmp_path / "examples" / "migration" / "sources")
    (tmp_path / "examples" / "migration" / "acts").mkdir()
    monkeypatch.chdir(tmp_path)
    words = shlex.split(command)
    assert CliRunner().invoke(main, words, catch_exceptions=False).exit_code == 0
    made = words[words.index("-o") + 1]
    assert (tmp_path / made).read_bytes() == (ROOT / made).read_bytes()


@pytest.mark.parametrize("name", ACTS)
def test_the_language_versions_of_an_act_have_the_same_provisions_before_and_after(
    name: str, amended: redline.Amended
) -> None:
    before = [identifiers(amended[name, language].base) for language in LANGUAGES]
    after = [identifiers(amended[name, language].after()) for language in LANGUAGES]
    assert before[0] == before[1] == before[2]
    assert after[0] == after[1] == after[2]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ACTS)
def test_the_consolidated_acts_are_valid_and_raise_no_finding_that_the_base_did_not(
    name: str, language: str, amended: redline.Amended
) -> None:
    marked = amended[name, language]
    assert list(schema_errors(redline.load_act(marked.after().to_bytes()))) == []
    assert findings_added(marked.base, marked.after()) == []


def test_no_version_calls_the_migration_body_by_its_former_name(amended: redline.Amended) -> None:
    """Whatever the grammatical form; the order of 2016 alone was made by the Committee's Chairperson."""
    former = re.compile("Комитет\\w* миграции|Көші-қон комитет\\w*|Migration Committee")
    for name, marked in amended.items():
        preface, body = (
            words_of(marked.after().root.find(f".//{{*}}{part}")) for part in ("preface", "body")
        )
        assert former.search(body) is None
        made = former.search(preface)
        assert (made is not None) == name.startswith("register-rules")


def test_definitions_stand_in_the_order_of_the_kazakh_alphabet(amended: redline.Amended) -> None:
    """… and in the same order in the other languages (Law on Legal Acts, article 23(7))."""
    order = {letter: place for place, letter in enumerate("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя")}

    def terms(name: str, language: str) -> list[str]:
        article = next(amended[name, language].after().root.iter("{*}article"))
        return [words_of(point.find(".//{*}p")) for point in article.iter("{*}point")]

    for name in ("migration", "labour"):
        kazakh = [
            [order.get(letter, -1) for letter in term.partition(" – ")[0]] for term in terms(name, "kk")
        ]
        assert kazakh == sorted(kazakh)
        assert len(kazakh) == len(terms(name, "ru")) == len(terms(name, "en"))


def test_an_operation_at_several_places_lists_the_forms_that_it_found_once(amended: redline.Amended) -> None:
    told = [
        [note for note in change.notes if " found: " in note]
        for marked in amended.values()
        for change in marked.changes()
    ]
    assert max(map(len, told)) == 1


def test_the_comparison_table_cites_each_act_by_form_day_and_title(amended: redline.Amended) -> None:
    titles = {
        language: [act.title for act in comparison_table(amended.in_language(language)).acts]
        for language in LANGUAGES
    }
    assert [titles[language][0].partition(" (")[0] for language in LANGUAGES] == [
        "Закон Республики Аркадия от 22 июля 2011 года «О миграции населения»",
        "«Халықтың көші-қоны туралы» 2011 жылғы 22 шілдедегі Аркадия Республикасының Заңы",
        "Law of the Republic of Arkadia of 22 July 2011 No. 477 “On the Migration of the Population”",
    ]
    assert titles["ru"][2].startswith(
        "Приказ Председателя Комитета миграции Республики Аркадия от 18 февраля 2016 года № 93 «"
    )
