"""`redline import` on the command line."""

from __future__ import annotations

from pathlib import Path

import redline

from .conftest import Run

LAW = "Статья 1. Общее\n1. Слова.\n2. Еще слова:\n1) первое;\n2) второе.\nЗаключительные слова.\n"


def test_an_imported_act_can_be_shown(run: Run, folder: Path) -> None:
    (folder / "law.txt").write_text(LAW, encoding="utf-8")
    options = ("--language", "ru", "--jurisdiction", "kz")
    result = run("import", "law.txt", "-o", "law.xml", *options, "--report", "report.txt")
    assert result.exit_code == 0
    assert "1 article, 2 paragraph, 2 point" in result.stdout
    assert "line 6: Заключительные слова." in (folder / "report.txt").read_text(encoding="utf-8")
    assert "второе" in run("show", "law.xml", "подпункт 2) пункта 2 статьи 1").stdout


def test_the_file_that_is_imported_is_never_overwritten(run: Run, folder: Path) -> None:
    (folder / "law.txt").write_text(LAW, encoding="utf-8")
    assert run("import", "law.txt", "-o", "law.txt", "--language", "ru").exit_code == 2
    assert (folder / "law.txt").read_text(encoding="utf-8") == LAW


def test_nothing_is_written_where_the_file_is_refused(run: Run, folder: Path) -> None:
    (folder / "law.txt").write_bytes(b"%PDF-1.7")
    result = run("import", "law.txt", "-o", "law.xml", "--language", "ru")
    assert result.exit_code == 1
    assert "error[import-unreadable]" in result.stderr
    assert not (folder / "law.xml").exists()


def test_importing_twice_gives_the_same_bytes(run: Run, folder: Path) -> None:
    (folder / "law.txt").write_text(LAW, encoding="utf-8")
    for name in ("one.xml", "two.xml"):
        run("import", "law.txt", "-o", name, "--language", "ru", "--jurisdiction", "kz")
    assert (folder / "one.xml").read_bytes() == (folder / "two.xml").read_bytes()
    assert redline.load_act(folder / "one.xml").warnings == ()


def test_the_country_of_an_act_stands_in_its_identifiers(run: Run, folder: Path) -> None:
    (folder / "law.txt").write_text(LAW, encoding="utf-8")
    options = ("--language", "ru", "--jurisdiction", "kz", "--country", "XX", "--number", "7")
    assert run("import", "law.txt", "-o", "law.xml", *options).exit_code == 0
    act = redline.load_act(folder / "law.xml")
    assert act.root.find(".//{*}FRBRcountry").get("value") == "xx"  # type: ignore[union-attr]
    assert act.root.find(".//{*}FRBRWork/{*}FRBRuri").get("value") == "/akn/xx/act/0001-01-01/7"  # type: ignore[union-attr]
    assert run("import", "law.txt", "-o", "law.xml", *options, "--country", "Arkadia").exit_code == 2
