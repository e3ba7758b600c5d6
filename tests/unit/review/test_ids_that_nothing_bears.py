"""What a dossier decides on, fixes or shows by an id is there, or is told at its line."""

from __future__ import annotations

from pathlib import Path

from redline.errors import RedlineError
from redline.reported import gather
from redline.reviewing import check_dossier
from redline.tracing import check_after
from tests.unit.report.reviewed import REPORT, make_review


def _told(errors: tuple[RedlineError, ...]) -> list[tuple[str, int, str]]:
    return [(error.slug, error.at.line if error.at else 0, error.do) for error in errors]


def _line(path: Path, words: str) -> int:
    return 1 + next(n for n, line in enumerate(path.read_text("utf-8").splitlines()) if words in line)


def _finding(path: Path) -> str:
    """The id of the finding that the package answers."""
    spec = (path.parent / "spec.yaml").read_text("utf-8")
    return next(line.split()[-1] for line in spec.splitlines() if "fixes:" in line)


def test_a_decision_on_a_finding_that_is_there_is_no_error(tmp_path: Path) -> None:
    path = make_review(tmp_path)
    decided = f"decisions: {{{_finding(path)}: accepted, H-1: rejected}}\n"
    path.write_text(path.read_text("utf-8") + decided, encoding="utf-8")
    assert check_after(path).errors == ()


def test_a_misspelt_decision_is_told_with_the_finding_that_is_meant(tmp_path: Path) -> None:
    path = make_review(tmp_path, package=False)
    checked = check_dossier(path)
    name = checked.findings[0].finding.id
    slip = name[:-1] + ("0" if name[-1] != "0" else "1")
    path.write_text(path.read_text("utf-8") + f"decisions:\n  {slip}: rejected\n", encoding="utf-8")
    (error,) = _told(check_dossier(path).errors)
    assert error == ("finding-unknown", _line(path, slip), f"did you mean {name}?")
    assert check_dossier(path, only=["by-hand"]).errors == (), "of checks that do not run nothing is known"


def test_a_decision_on_what_was_found_before_the_law_changed_is_told(tmp_path: Path) -> None:
    path = make_review(tmp_path, package=False)
    name = next(j.finding.id for j in check_dossier(path).findings if j.check.name == "dangling-reference")
    path.write_text(path.read_text("utf-8") + f"decisions:\n  {name}: rejected\n", encoding="utf-8")
    assert check_dossier(path).errors == ()
    law = (tmp_path / "law.xml").read_text("utf-8")
    (tmp_path / "law.xml").write_text(law.replace("статьи 9", "статьи 19"), encoding="utf-8")
    told = [(slug, line) for slug, line, _ in _told(check_dossier(path).errors)]
    assert told == [("finding-unknown", _line(path, name))]


def test_an_operation_that_fixes_what_is_not_there_is_told_at_the_line_of_the_spec(tmp_path: Path) -> None:
    path = make_review(tmp_path)
    spec = tmp_path / "spec.yaml"
    name = _finding(path)
    spec.write_text(
        spec.read_text("utf-8").replace(name, f"[{name}, F-ffffffff, P-16, H-1]"), encoding="utf-8"
    )
    (error,) = check_after(path).errors
    assert (error.slug, error.at and (Path(error.at.file).name, error.at.line)) == (
        "finding-unknown", ("spec.yaml", _line(spec, "F-ffffffff")),
    )  # fmt: skip
    assert error.at.column == spec.read_text("utf-8").splitlines()[error.at.line - 1].index("F-ffffffff") + 1


def test_a_key_change_that_is_no_operation_is_told_and_the_slides_are_made(tmp_path: Path) -> None:
    path = make_review(tmp_path, REPORT + "  key-changes: [op-refernce]\n")
    material, errors = gather(path)
    assert _told(errors) == [("operation-unknown", _line(path, "op-refernce"), "did you mean op-reference?")]
    assert material.packages
