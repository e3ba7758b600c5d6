"""Word documents held against the rules of Office Open XML by openxml-audit, a port of the Open XML SDK's validator."""

from __future__ import annotations

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

import redline
from redline.render import render
from tests.office.test_redlines_in_libreoffice import CASES

EXAMPLE = Path(__file__).resolve().parents[2] / "fixtures"


def errors(document: Path) -> list[str]:
    """What the validator finds, but for one false alarm.

    It wants more in the properties of a row than a tracked insertion or deletion of the row, which the schema
    (`CT_TrPr`) does not.
    """
    return [
        str(error)
        for error in OpenXmlValidator().validate(document).errors
        if not (error.description == "Required sequence content is missing" and "/trPr[" in error.path)
    ]


def found(folder: Path, spec: str, tmp_path: Path) -> dict[str, list[str]]:
    """What is found in the redlines and consolidated Acts of a package."""
    wrong: dict[str, list[str]] = {}
    for alias, marked in redline.amend(redline.load_spec(folder / spec)).items():
        outputs = [
            ("docx-redline", marked, {}),
            ("docx-redline", marked, {"comments": False}),
            ("docx", marked.after(), {}),
        ]
        for number, (name, what, options) in enumerate(outputs):
            document = tmp_path / f"{alias}-{number}.docx"
            render(what, name, document, options=options)
            if seen := errors(document):
                wrong[document.name] = seen
    return wrong


@pytest.mark.parametrize("case", CASES[::4], ids=lambda case: case.name)
def test_documents_of_a_case_follow_the_standard(case: Path, tmp_path: Path) -> None:
    assert found(case, "spec.yaml", tmp_path) == {}


def test_documents_of_the_example_follow_the_standard(tmp_path: Path) -> None:
    assert found(EXAMPLE, "migration-2026.yaml", tmp_path) == {}


def test_the_validator_sees_what_is_wrong(tmp_path: Path) -> None:
    document = tmp_path / "empty.docx"
    document.write_bytes(b"no package")
    assert errors(document) != []


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize(("renderer", "suffix"), [("table-docx", ".docx"), ("table-xlsx", ".xlsx")])
@pytest.mark.parametrize("case", [EXAMPLE / "migration-2026.yaml", *(case / "spec.yaml" for case in CASES[::12])],
                         ids=lambda spec: spec.parent.name)  # fmt: skip
def test_comparison_tables_follow_the_standard(
    case: Path, renderer: str, suffix: str, colour: bool, tmp_path: Path
) -> None:
    table = tmp_path / f"table{suffix}"
    render(redline.amend(redline.load_spec(case)), renderer, table, options={"colour": colour})
    assert errors(table) == []


def test_the_amending_act_follows_the_standard(tmp_path: Path) -> None:
    document = tmp_path / "amending-act.docx"
    render(redline.amend(redline.load_spec(EXAMPLE / "migration-2026.yaml")), "amending-act-docx", document)
    assert errors(document) == []
