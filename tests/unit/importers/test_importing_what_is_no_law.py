"""Files that are no law, or that something has spoilt: each is refused in plain words, or mended and told."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from redline.errors import ImportFailure
from redline.importers import Imported, import_act

LAW = (
    "ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН\nО переселении\nСтатья 1. Понятия\n1. В настоящем Законе используются понятия:\n"
    "1) новосел - лицо;\n2) квота - число.\nСтатья 2. Учет\nУчет ведет акимат.\n"
)
KAZAKH = (
    "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ЗАҢЫ\nКөші-қон туралы\n1-бап. Ұғымдар\n1. Осы Заңда мынадай ұғымдар пайдаланылады:\n"
    "1) өтініш - құжат.\n2-бап. Есеп\nЕсепті әкімдік жүргізеді.\n"
)


def imported(data: bytes, folder: Path, *, name: str = "law.txt", language: str = "ru") -> Imported:
    (folder / name).write_bytes(data)
    return import_act(folder / name, jurisdiction="kz", language=language)


@pytest.mark.parametrize(
    ("name", "data", "slug", "words"),
    [
        (
            "letter.txt",
            "Уважаемый коллега!\nПросим:\n1. Ответить.\n2. Приехать.\n".encode(),
            "import-no-law",
            "list",
        ),
        ("shopping.txt", "1. Молоко\n2. Хлеб\n3) масло\n".encode(), "import-no-law", "list"),
        ("koi8.txt", LAW.encode("koi8-r"), "import-encoding", "KOI8-R"),
        ("dos.txt", LAW.encode("cp866"), "import-encoding", "CP866"),
        ("twice.txt", LAW.encode().decode("cp1251", errors="replace").encode(), "import-encoding", "before"),
        ("lost.txt", KAZAKH.encode("cp1251", errors="replace"), "import-encoding", "lost letters"),
        ("picture.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(200)), "import-unreadable", "JPEG"),
        ("picture.docx", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(200)), "import-unreadable", "no Word"),
        ("scan.pdf", b"%PDF-1.4\n", "import-format", ".pdf"),
        ("empty.docx", b"", "import-unreadable", "empty"),
        (
            "login.html",
            b"<html><body><form><h1>Sign in</h1><p>1. Name</p></form></body></html>",
            "import-no-law",
            "",
        ),
    ],
)
def test_what_is_no_law_is_refused_and_said_what_it_is(
    name: str, data: bytes, slug: str, words: str, tmp_path: Path
) -> None:
    with pytest.raises(ImportFailure) as refused:
        imported(data, tmp_path, name=name)
    assert refused.value.slug == slug
    assert words in refused.value.message
    assert refused.value.do


@pytest.mark.parametrize(
    ("text", "encoding", "language", "told"),
    [
        (LAW, "cp1251", "ru", "Windows-1251"),
        (LAW, "utf-16-le", "ru", "UTF-16"),
        (LAW, "utf-16", "ru", "UTF-16"),
        (KAZAKH, "kz1048", "kk", "KZ-1048"),
    ],
)
def test_other_encodings_are_read_and_told(
    text: str, encoding: str, language: str, told: str, tmp_path: Path
) -> None:
    found = imported(text.encode(encoding), tmp_path, language=language)
    assert [each.number for each in found.outline.divisions() if each.element == "article"] == ["1", "2"]
    assert told in found.report.decisions[0]


def test_control_characters_and_soft_hyphens_are_no_letters_of_the_law(tmp_path: Path) -> None:
    spoilt = LAW.replace("акимат", "аки\u00adмат").replace("число", "чис\x01ло").replace("лицо", "ли\u200bцо")
    found = imported(spoilt.encode(), tmp_path)
    law = "".join(found.act.root.itertext())
    assert all(word in law for word in ("акимат", "число", "лицо"))
    assert "1 control characters were left out" in found.report.decisions


def test_a_numbered_list_that_is_given_a_title_is_an_act(tmp_path: Path) -> None:
    (tmp_path / "order.txt").write_text("1. Первое.\n2. Второе.\n", encoding="utf-8")
    found = import_act(tmp_path / "order.txt", jurisdiction="kz", language="ru", title="Об учете")
    assert [each.number for each in found.outline.divisions()] == ["1", "2"]


def test_a_number_of_words_before_a_typed_one_is_told(tmp_path: Path) -> None:
    report = imported("Статья 1. Учет\n1. 1. Учет ведется.\n2. Срок – год.\n".encode(), tmp_path).report
    assert [(each.kind, each.line) for each in report.remarks if each.kind == "number-doubled"] == [
        ("number-doubled", 2)
    ]


def test_a_document_saved_as_strict_open_xml_is_read(tmp_path: Path) -> None:
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in LAW.splitlines())
    namespace = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    with zipfile.ZipFile(tmp_path / "law.docx", "w") as file:
        file.writestr(
            "word/document.xml", f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'
        )
    found = import_act(tmp_path / "law.docx", jurisdiction="kz", language="ru")
    assert [each.number for each in found.outline.divisions() if each.element == "article"] == ["1", "2"]
