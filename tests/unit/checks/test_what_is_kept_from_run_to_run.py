"""What the checks found is kept by fingerprint; a run that uses it finds what a fresh one does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from redline.checks import CHECKS
from redline.dossier import load_dossier
from redline.dossier.kept import Keep
from redline.dossier.library import CACHE, read_documents
from redline.dossier.packages import Package
from redline.review import findings_json
from redline.reviewing import check_dossier
from redline.spec import load_spec

REDLINE_CHECK = [sys.executable, "-c", "from redline.cli import main; main()", "check"]
EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "migration"


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example of which the Acts have been read, and nothing was found yet."""
    copy = tmp_path_factory.mktemp("read") / "dossier"
    shutil.copytree(EXAMPLE, copy, ignore=shutil.ignore_patterns(CACHE))
    read_documents(load_dossier(copy / "dossier.yaml"))
    return copy


@pytest.fixture
def dossier(tmp_path: Path, read_once: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copytree(read_once, tmp_path / "dossier")) / "dossier.yaml"


def written(dossier: Path) -> bytes:
    checked = check_dossier(dossier, everything=True)
    return findings_json.render(checked.dossier, checked.findings, checked.checks, checked.language)


def fresh(dossier: Path) -> bytes:
    for path in kept_in(dossier):
        if path.suffix != ".facts":
            path.unlink()
    return written(dossier)


def kept_in(dossier: Path) -> list[Path]:
    return sorted(path for path in (dossier.parent / CACHE).glob("made-*/*"))


def test_a_run_in_which_nothing_changed_finds_the_same_byte_for_byte(dossier: Path) -> None:
    assert written(dossier) == written(dossier) == fresh(dossier)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("refugees.ru.xml", "статьи 8 Закона Республики Аркадия", "статьи 88 Закона Республики Аркадия"),
        ("migration.ru.xml", "О миграции населения", "О миграции"),
        ("labour.kk.xml", "10 жұмыс күні", "он бес жұмыс күні"),
    ],
)
def test_when_one_act_has_changed_the_run_finds_what_a_fresh_one_finds(
    dossier: Path, file: str, old: str, new: str
) -> None:
    before = written(dossier)
    act = dossier.parent / "acts" / file
    text = act.read_text(encoding="utf-8")
    act.write_text(text.replace(old, new), encoding="utf-8")
    again = written(dossier)
    assert again == fresh(dossier)
    assert (again != before) == (old in text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("number: \"88\"", "number: \"89\""),
        ("date: 2013-04-09", "date: 2013-04-10"),
        ("level: strategy", "level: presidential-decree"),
        ("implemented-by: [refugees]", "implemented-by: [refugees art 99]"),
        ("  labour:\n    file: {ru: acts/labour.ru.xml, kk: acts/labour.kk.xml",
         "  labour-law:\n    file: {ru: acts/labour.ru.xml, kk: acts/labour.kk.xml"),
    ],
)  # fmt: skip
def test_when_the_dossier_says_otherwise_the_run_finds_what_a_fresh_one_finds(
    dossier: Path, old: str, new: str
) -> None:
    written(dossier)
    text = dossier.read_text(encoding="utf-8")
    assert old in text
    text = text.replace("document: labour\n    at: пункт 3 статьи 4\n", "document: migration\n")
    dossier.write_text(text.replace(old, new), encoding="utf-8")
    assert written(dossier) == fresh(dossier)


def test_a_text_that_the_package_brings_from_a_file_of_its_own_counts_for_what_is_kept(dossier: Path) -> None:
    def fingerprint() -> str:
        spec = dossier.parent / "migration.yaml"
        return Package(load_spec(spec), spec, review).fingerprint

    review = read_documents(load_dossier(dossier))
    before = fingerprint()
    assert fingerprint() == before
    for path in sorted((dossier.parent / "new").glob("a*.txt")):
        path.write_text(path.read_text(encoding="utf-8").replace(" ", " new ", 1), encoding="utf-8")
        after = fingerprint()
        assert after != before, path.name
        before = after


def test_a_decision_changes_no_finding_and_costs_no_check(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = written(dossier)
    with dossier.open("a", encoding="utf-8") as file:
        file.write("# a comment more\n")

    def refuse(*_: object) -> None:
        raise AssertionError("a check was run")

    for check in CHECKS:
        monkeypatch.setattr(type(check), "run", property(lambda _: refuse))
    assert written(dossier) == before


def test_what_cannot_be_kept_is_found_all_the_same(dossier: Path) -> None:
    kept = fresh(dossier)
    shutil.rmtree(dossier.parent / CACHE)
    (dossier.parent / CACHE).write_text("a file where the folder would be", encoding="utf-8")
    assert written(dossier) == kept


def cut_short(data: bytes) -> bytes:
    return data[:-3]


def emptied(_: bytes) -> bytes:
    return b""


def with_one_letter_changed(data: bytes) -> bytes:
    """Such as still decodes: a word of the law would be another."""
    place = data.find("статьи".encode())
    place = place if place >= 0 else len(data) - 1
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def with_more_behind(data: bytes) -> bytes:
    return data + b"\xc0"


DAMAGE = (cut_short, emptied, with_one_letter_changed, with_more_behind)


def test_what_is_kept_and_damaged_is_found_anew(dossier: Path) -> None:
    before = written(dossier)
    for number, path in enumerate(kept_in(dossier)):
        path.write_bytes(DAMAGE[number % len(DAMAGE)](path.read_bytes()))
    assert written(dossier) == before


def test_what_was_kept_of_one_act_is_not_taken_for_another(dossier: Path) -> None:
    before = written(dossier)
    for suffix in (".facts", ""):
        paths = [path for path in kept_in(dossier) if path.suffix == suffix]
        contents = [path.read_bytes() for path in paths]
        for path, other in zip(paths, [*contents[1:], contents[0]], strict=True):
            path.write_bytes(other)
    assert written(dossier) == before


def test_a_folder_where_a_kept_file_should_be_is_left_and_changes_nothing(dossier: Path) -> None:
    before = written(dossier)
    for path in kept_in(dossier):
        path.unlink()
        path.mkdir()
    assert written(dossier) == before


def test_what_is_kept_is_the_same_byte_for_byte_in_every_run(dossier: Path, tmp_path: Path) -> None:
    twin = Path(shutil.copytree(dossier.parent, tmp_path / "twin")) / dossier.name
    shutil.rmtree(twin.parent / CACHE)
    written(dossier)
    command = [*REDLINE_CHECK, str(twin), "--guesses", "--quiet"]
    subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": "7"}, capture_output=True, check=False)
    here, there = kept_in(dossier), kept_in(twin)
    assert [path.name for path in here] == [path.name for path in there]
    assert [
        path.name for path, other in zip(here, there, strict=True) if path.read_bytes() != other.read_bytes()
    ] == []


def test_what_another_version_of_the_program_kept_is_not_taken_for_current(dossier: Path) -> None:
    before = written(dossier)
    (kept,) = (dossier.parent / CACHE).glob("made-*")
    other = kept.with_name("made-yesterday")
    kept.rename(other)
    keep = Keep(other)
    for path in other.iterdir():
        keep.write(path.name, ())  # nothing was found, says the other version
    assert written(dossier) == before
    assert [path.name for path in (dossier.parent / CACHE).glob("made-*")] == [kept.name]


def test_two_runs_at_once_find_the_same(dossier: Path) -> None:
    kept = fresh(dossier)
    shutil.rmtree(dossier.parent / CACHE)
    command = [*REDLINE_CHECK, str(dossier), "--guesses", "--quiet"]
    runs = [
        subprocess.Popen([*command, "-o", str(dossier.parent / name)], stdout=subprocess.DEVNULL)
        for name in ("one.json", "other.json")
    ]
    assert [run.wait() for run in runs] == [1, 1]  # there are findings, and no run failed
    assert (dossier.parent / "one.json").read_bytes() == (dossier.parent / "other.json").read_bytes() == kept
    assert [path.name for path in kept_in(dossier) if path.suffix == ".part"] == []


@pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="whoever may do anything can write everywhere"
)
def test_a_folder_that_may_not_be_written_to_is_no_hindrance(dossier: Path) -> None:
    kept = fresh(dossier)
    shutil.rmtree(dossier.parent / CACHE)
    dossier.parent.chmod(0o555)
    try:
        assert written(dossier) == kept
    finally:
        dossier.parent.chmod(0o755)


def test_the_folder_of_what_is_kept_is_not_followed_out_of_the_dossier(dossier: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    shutil.rmtree(dossier.parent / CACHE)
    (dossier.parent / CACHE).symlink_to(outside)
    assert written(dossier)
    assert load_dossier(dossier).folder == dossier.parent
    assert list(outside.iterdir()) == []
