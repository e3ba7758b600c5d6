"""`redline dossier new`: what a folder of files as people keep them becomes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from redline.dossier import load_dossier
from redline.dossier.library import read_documents
from redline.dossier.starter import start_dossier
from redline.errors import DossierError
from redline.model.dossier import Dossier

RUSSIAN = """Закон Республики Аркадия от 22 июля 2011 года № 477

О миграции населения

Статья 1. Учет

1. {words}

2. Надзор осуществляется уполномоченным органом.
"""
KAZAKH = """Аркадия Республикасының 2011 жылғы 22 шілдедегі № 477 Заңы

Халықтың көші-қоны туралы

1-бап. Есеп

1. Есеп уәкілетті орган белгілеген тәртіппен жүргізіледі.

2. Қадағалауды өңірлердегі органдар жүзеге асырады.
"""


def put(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_txt", ".txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def law(words: str = "Учет ведется по правилам.") -> str:
    return RUSSIAN.format(words=words)


def begun(folder: Path) -> tuple[Dossier, dict[str, str]]:
    """The dossier that is begun, loaded; and the files left out with the reasons."""
    text, left = start_dossier(folder, folder / "dossier.yaml", jurisdiction="kz", language="ru")
    (folder / "dossier.yaml").write_text(text, encoding="utf-8")
    return load_dossier(folder), {each.name: each.reason for each in left}


def test_title_form_number_date_and_level_are_written_as_the_text_says_them(tmp_path: Path) -> None:
    put(tmp_path, law_txt=law())
    (document,) = begun(tmp_path)[0].documents
    assert document.title == {"ru": "О миграции населения"}
    assert (document.form, document.number, str(document.date), document.level) == (
        "Закон Республики Аркадия", "477", "2011-07-22", "law",
    )  # fmt: skip


def test_a_kazakh_text_is_told_by_its_letters_and_its_twin_in_a_folder_by_its_language(
    tmp_path: Path,
) -> None:
    put(tmp_path, ru__law_txt=law(), kk__law_txt=KAZAKH, other_txt=KAZAKH.replace("2.", "3."))
    dossier, _ = begun(tmp_path)
    assert {document.id: sorted(v.language for v in document.versions) for document in dossier.documents} == {
        "law": ["kk", "ru"],
        "other": ["kk"],
    }


def test_a_language_said_by_the_folder_and_by_the_name_makes_two_languages_of_one_document(
    tmp_path: Path,
) -> None:
    put(tmp_path, ru__law_ru_txt=law(), kk__law_kk_txt=KAZAKH)
    (document,) = begun(tmp_path)[0].documents
    assert (document.id, {v.language: v.name for v in document.versions}) == (
        "law", {"kk": "kk/law_kk.txt", "ru": "ru/law_ru.txt"},
    )  # fmt: skip


def test_two_documents_of_one_name_in_different_folders_stay_two(tmp_path: Path) -> None:
    put(tmp_path, a__rules_txt=law("Одно."), b__rules_txt=law("Другое."))
    dossier, left = begun(tmp_path)
    assert [document.id for document in dossier.documents] == ["a-rules", "b-rules"]
    assert left == {}


def test_one_text_under_two_names_is_listed_once(tmp_path: Path) -> None:
    put(tmp_path, law_txt=law(), copy_txt=law())
    dossier, left = begun(tmp_path)
    assert len(dossier.documents) == 1
    assert left == {"law.txt": "it has the same contents as copy.txt"}


@pytest.mark.parametrize(
    "name", ["true.txt", "2012.txt", "no.txt", "закон «о» чём-то №2.txt", "it's: {a}.txt"]
)
def test_any_name_that_can_be_written_is_read_back_as_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(law(), encoding="utf-8")
    dossier, left = begun(tmp_path)
    assert [version.name for document in dossier.documents for version in document.versions] == [name]
    assert left == {}


def test_what_cannot_be_listed_is_left_out_with_the_reason_and_the_rest_is_a_dossier(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    put(folder, law_txt=law(), prose_txt="Просто слова.", empty_txt="", _hidden_txt=law("Скрыто."))
    (tmp_path / "outside.txt").write_text(law("Снаружи."), encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "outside.txt")
    (folder / "dead.txt").symlink_to(folder / "nowhere.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "~$law.docx").write_bytes(b"lock")
    (folder / "word.docx").write_bytes(b"no Word document")
    (folder / ".git").mkdir()
    (folder / ".git" / "law.txt").write_text(law("Спрятано."), encoding="utf-8")
    (folder / "line\nbreak.txt").write_text(law("Перенос."), encoding="utf-8")
    dossier, left = begun(folder)
    assert {document.id for document in dossier.documents} == {"law", "hidden"}
    reasons = {name: reason.partition(":")[0] for name, reason in left.items()}
    assert reasons["link.txt"] == "it is a link to a file outside the folder"
    assert reasons["dead.txt"] == "it is a link to a file that is not there"
    assert reasons["line\\x0abreak.txt"] == "its name has signs that cannot be written in YAML"
    assert set(reasons) == {
        "link.txt", "dead.txt", "line\\x0abreak.txt", "prose.txt", "empty.txt", "word.docx",
    }  # fmt: skip
    assert read_documents(dossier).errors == ()
    assert str(tmp_path) not in (folder / "dossier.yaml").read_text(encoding="utf-8")


def test_a_name_that_is_not_in_utf_8_is_left_out_and_told(tmp_path: Path) -> None:
    put(tmp_path, law_txt=law())
    try:
        with open(os.path.join(os.fsencode(tmp_path), b"bad\xff.txt"), "w", encoding="utf-8") as file:
            file.write(law("Иное."))
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    dossier, left = begun(tmp_path)
    assert len(dossier.documents) == 1
    assert list(left.values()) == ["its name is not in UTF-8: give it another"]


def test_a_folder_in_which_nothing_can_be_read_is_refused_with_what_is_wrong(tmp_path: Path) -> None:
    put(tmp_path, prose_txt="Просто слова.")
    with pytest.raises(DossierError, match=r"holds no file that can be read; prose\.txt: .*no article"):
        begun(tmp_path)
