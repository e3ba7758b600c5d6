"""Golden cases: each folder holds act.xml, spec.yaml and what is expected of them. Drop a folder, get its
tests.

    expected/after.txt      the consolidated law, one line for each number, heading and block
    expected/marked.txt     the same with [-deleted-] and {+inserted+} words, [[-blocks-]] and {{+blocks+}}
    expected/meta.txt       what is recorded beside the text: expression, events, modifications, effects
                            (where the spec says `# show: metadata` in its first lines)
    expected/table.txt      the comparison table, where there is such a file (an empty one makes a beginning);
                            of an Act in several languages (`acts: {law: {ru: act.ru.xml, kk: act.kk.xml}}`), in two
    expected/errors.txt     the whole message, where the spec must be refused

The first lines of a spec can give options: `# as-of: DATE`, `# published: DATE`, `# assume: NAME`.
Run with `--regenerate-golden` to write them anew, and read the difference before committing it.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

import redline
from redline.akn.marked import MarkedAct
from redline.akn.marks import DEL, INS, UNMARKED, View, span_changes
from redline.akn.names import local_name
from redline.akn.structure import is_text_block
from redline.akn.tables import SPAN_MARKS
from redline.akn.xsd import schema_errors
from redline.render.table.bilingual import table_of
from redline.render.table.table import comparison_table
from tests.findings import findings_added
from tests.golden.metadata_reading import metadata_reading
from tests.table_laws import breaches
from tests.table_reading import table_reading

FOLDER = Path(__file__).parent
CASES = sorted(path.parent for path in FOLDER.glob("*/spec.yaml"))


def outcome(case: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the case gives: file name under expected/ -> its text."""
    monkeypatch.chdir(case)
    options = options_of(case)
    try:
        amended = redline.amend(redline.load_spec("spec.yaml"), **options)
    except redline.RedlineError as error:
        return {"errors.txt": f"{error}\n"}
    found: dict[str, str] = {}
    for alias, marked in amended.items():
        name = "" if len(amended) == 1 else f"{alias}."
        found[f"{name}after.txt"] = reading(redline.load_act(marked.after().to_bytes()).document)
        found[f"{name}marked.txt"] = reading(marked.root, marked)
        if _asked(case, "show") == "metadata":
            found[f"{name}meta.txt"] = metadata_reading(marked, str(alias), amended.spec)
        notes = [f"{change.operation.id}: {note}" for change in marked.changes() for note in change.notes]
        if notes:
            found[f"{name}notes.txt"] = "\n".join(notes) + "\n"
    if (case / "expected" / "table.txt").exists():
        found["table.txt"] = table_reading(table_of(amended))
    return found


def options_of(case: Path) -> dict[str, Any]:
    """`--as-of` and the like, from the first lines of the spec: `# as-of: 2026-01-01`, `# assume: NAME`."""
    options: dict[str, Any] = {}
    for key in ("as-of", "published"):
        if value := _asked(case, key):
            options[key.replace("-", "_")] = datetime.date.fromisoformat(value)
    if names := _asked(case, "assume"):
        options["assume"] = [name.strip() for name in names.split(",")]
    return options


def _asked(case: Path, key: str) -> str:
    """What the first lines of the spec say under a key: `# show: metadata`; empty where they do not."""
    for line in (case / "spec.yaml").read_text(encoding="utf-8", errors="replace").splitlines():
        if not line.startswith("# "):
            break
        name, _, value = line.removeprefix("# ").partition(": ")
        if name == key:
            return value.strip()
    return ""


def reading(root: object, marked: MarkedAct | None = None) -> str:
    """A law as lines that a drafter can read; with `marked`, both texts."""
    lines: list[str] = []
    _read(root, lines, 0, marked is not None)
    return "\n".join(lines) + "\n"


def _read(element: object, lines: list[str], depth: int, both: bool) -> None:
    from lxml import etree

    assert isinstance(element, etree._Element)
    for child in element:
        name = local_name(child.tag)
        if name in ("meta", ""):
            continue
        inner = (
            depth + 1
            if name not in ("body", "content", "intro", "wrapUp", "act", "akomaNtoso", "mainBody")
            else depth
        )
        if name == "num" or is_text_block(child, UNMARKED if both else View({})):
            lines.append(
                "  " * depth + _wrapped(child, f"{name}: {_inline(child)}" if name != "p" else _inline(child))
            )
            continue
        if name == "table":
            lines.append("  " * depth + _wrapped(child, "table:"))
        start = len(lines)
        if name not in ("body", "content", "intro", "wrapUp", "act", "table", "td", "th", "p"):
            identifier = child.get("eId")
            status = f" status={child.get('status')}" if child.get("status") else ""
            wid = f" wId={child.get('wId')}" if child.get("wId") else ""
            lines.append(
                "  " * depth + _wrapped(child, f"<{name} {identifier or ''}{wid}{status}>".replace(" >", ">"))
            )
            start = len(lines)
        _read(child, lines, inner, both)
        if name in ("content", "intro", "wrapUp", "td", "th"):
            lines[start:] = [_wrapped(child, line) for line in lines[start:]]
        if name in ("td", "th") and lines[start:]:
            lines[start] += _spans(child)


def _spans(cell: object) -> str:
    """` (rowspan 2 +1)`: a cell's spans, and how operations changed them."""
    from lxml import etree

    assert isinstance(cell, etree._Element)
    shown = ""
    for attribute, mark in SPAN_MARKS.items():
        changes = [f"{by:+d}" for _, by in span_changes(cell, mark)]
        if attribute in cell.attrib or changes:
            shown += f" ({' '.join([attribute, cell.get(attribute, '1'), *changes])})"
    return shown


def _wrapped(element: object, line: str) -> str:
    from lxml import etree

    assert isinstance(element, etree._Element)
    indent = len(line) - len(line.lstrip())
    text = line.lstrip()
    marks = [
        (name, str(element.get(f"{{urn:redline:marks:1}}{name}")))
        for name in ("wrap", "unwrap", "split", "join", "stub")
        if element.get(f"{{urn:redline:marks:1}}{name}")
    ]
    if DEL in element.attrib:
        text = f"[[-{text}-]]"
    if INS in element.attrib:
        text = "{{+" + text + "+}}"
    return " " * indent + text + "".join(f" ({name} {operation})" for name, operation in marks)


def _inline(element: object) -> str:
    from lxml import etree

    assert isinstance(element, etree._Element)
    text = element.text or ""
    for child in element:
        name = local_name(child.tag)
        inner = _inline(child) if name else ""
        if name == "img":
            inner = f"[image {child.get('src')}]"
        if DEL in child.attrib:
            inner = f"[-{inner}-]"
        if INS in child.attrib:
            inner = "{+" + inner + "+}"
        elif name == "ref":
            inner = f"<{inner}>({child.get('href') or ''})"
        elif name == "authorialNote":
            inner = f"^[{inner}]"
        elif name in ("b", "i", "sup", "sub"):
            inner = f"<{name}>{inner}</{name}>"
        text += inner + (child.tail or "")
    return " ".join(text.split()) if local_name(element.tag) in ("p", "num", "heading") else text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_golden_case(case: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    found = outcome(case, monkeypatch)
    expected = case / "expected"
    if request.config.getoption("--regenerate-golden"):
        expected.mkdir(exist_ok=True)
        for old in expected.glob("*.txt"):
            old.unlink()
        for name, text in found.items():
            (expected / name).write_text(text, encoding="utf-8")
    wanted = {path.name: path.read_text(encoding="utf-8") for path in expected.glob("*.txt")}
    assert found == wanted


def amended_or_skipped(case: Path, monkeypatch: pytest.MonkeyPatch) -> redline.Amended:
    """The amended package of a case; a case that is refused has none, and skips the test."""
    monkeypatch.chdir(case)
    try:
        return redline.amend(redline.load_spec("spec.yaml"), **options_of(case))
    except redline.RedlineError:
        pytest.skip("this case is refused")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_rejecting_all_marks_of_a_golden_case_gives_the_act(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    amended = amended_or_skipped(case, monkeypatch)
    for alias, marked in amended.items():
        source = amended.spec.acts[alias].source
        assert marked.before().to_bytes() == (case / source).read_bytes()


@pytest.mark.parametrize("case", [c for c in CASES if _asked(c, "show")], ids=lambda case: case.name)
def test_metadata_that_a_golden_case_shows_is_valid(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case)
    for marked in redline.amend(redline.load_spec("spec.yaml"), **options_of(case)).values():
        assert list(schema_errors(marked.base)) == []
        assert list(schema_errors(redline.load_act(marked.after().to_bytes()))) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_consolidated_act_of_a_golden_case_has_no_finding_that_the_act_lacked(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    amended = amended_or_skipped(case, monkeypatch)
    for marked in amended.values():
        assert findings_added(marked.base, marked.after()) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_comparison_table_of_a_golden_case_shows_all_that_changed_and_quotes_both_texts(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    amended = amended_or_skipped(case, monkeypatch)
    for package in map(amended.in_language, amended.languages) if amended.spec.parallel else (amended,):
        assert breaches(comparison_table(package, rows="element"), package) == []
        assert breaches(comparison_table(package, rows="article", context=1), package) == []


def test_the_comparison_table_of_the_example(request: pytest.FixtureRequest) -> None:
    example = FOLDER.parents[1] / "fixtures" / "migration-2026.yaml"
    found = table_reading(comparison_table(redline.amend(redline.load_spec(example))))
    expected = FOLDER / "table-of-the-example.txt"
    if request.config.getoption("--regenerate-golden"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")
