"""Where messages point: at the line of the new text that is wrong, in the spec or in the file it comes from."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

import pytest

import redline
from redline.spec.compose import compose
from redline.spec.reader import is_usable_id
from redline.spec.yaml_source import make_source

ACT = """\
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><body>
<article eId="art_1"><num>Article 1.</num><heading>Fees</heading>
<paragraph eId="art_1__para_1"><num>1.</num><content><p>A fee is paid.</p></content></paragraph>
</article></body></act></akomaNtoso>
"""

HEAD = "redline: 1\nid: x\nacts: {law: acts/law.xml}\namendments:\n  - act: law\n    operations:\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder above that of a spec, which is also where the command is given."""
    (tmp_path / "bill" / "acts").mkdir(parents=True)
    (tmp_path / "bill" / "acts" / "law.xml").write_text(ACT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def failure(folder: Path, operations: str) -> redline.RedlineError:
    (folder / "bill" / "spec.yaml").write_text(HEAD + indent(operations, "    "), encoding="utf-8")
    with pytest.raises(redline.AmendmentErrors) as caught:
        redline.amend(redline.load_spec("bill/spec.yaml"))
    return caught.value.errors[0]


@pytest.mark.parametrize(
    ("operation", "place"),
    [
        ("- insert: |\n    2. Right.\n    …\n  after: art 1 para 1\n", (9, 9, 1)),
        ("- insert: |-\n\n      2. Right.\n\n        …\n  after: art 1 para 1\n", (11, 13, 1)),
        ("- insert: >\n    2. Right\n    it is.\n\n    …\n  after: art 1 para 1\n", (11, 9, 1)),
        ("- replace: art 1 para 1\n  with: |\n    7. Wrong.\n", (9, 9, 9)),
        ("- replace: art 1 para 1\n  with: 7. Wrong.\n", (8, 13, 9)),
        ("- replace: art 1\n  with:\n    akn: |\n      <article>\n      <num>1</nmu>\n", (11, 11, 12)),
    ],
)
def test_the_mark_stands_under_the_wrong_line_of_a_block(
    folder: Path, operation: str, place: tuple[int, int, int]
) -> None:
    error = failure(folder, operation)
    assert error.at is not None
    assert (error.at.line, error.at.column, error.at.length) == place


def test_a_mistake_in_a_file_of_new_text_is_shown_in_that_file(folder: Path) -> None:
    (folder / "bill" / "new.txt").write_text("2. Right.\n\n   …\n", encoding="utf-8")
    error = failure(folder, "- insert: {file: new.txt}\n  after: art 1 para 1\n")
    assert str(error).startswith("bill/new.txt:3:4: ")
    assert "3 |    …\n" in str(error)


def test_every_path_of_a_report_is_read_from_the_same_folder(folder: Path) -> None:
    (folder / "bill" / "more").mkdir()
    (folder / "bill" / "more" / "part.yaml").write_text(
        "redline: 1\namendments:\n  - act: law\n    operations: [{repeal: art 7}]\n", encoding="utf-8"
    )
    (folder / "bill" / "spec.yaml").write_text(
        "redline: 1\nid: x\nacts: {law: acts/law.xml}\ninclude: [more/part.yaml]\n", encoding="utf-8"
    )
    with pytest.raises(redline.AmendmentErrors) as caught:
        redline.amend(redline.load_spec("bill/spec.yaml"))
    text = str(caught.value)
    assert text.startswith("bill/more/part.yaml:4:27: ")
    assert "act: bill/acts/law.xml" in text


def test_lines_of_quoted_text_are_not_guessed() -> None:
    source = make_source('a: "one\\n\n  two"\n', "x.yaml")
    ((_, value),) = compose(source, []).value
    assert source.lines_of(value, value.value) == ()


def test_a_spec_of_20000_operations_on_one_line_is_read() -> None:
    operations = ", ".join(f'{{omit: "words {place}", in: art 1}}' for place in range(20_000))
    text = f"{HEAD.replace('    operations:', '    operations: [')}{operations}]\n".replace("[\n", "[")
    spec = redline.load_spec(text, acts={"law": redline.load_act(ACT.encode())})
    assert len(spec.operations) == 20_000


@pytest.mark.parametrize(
    "begins", [b"PK\x03\x04\x14", b"%PDF-1.7\n", b"\xd0\xcf\x11\xe0", b"{\\rtf1", b"re\x00d"]
)
def test_a_file_that_is_no_text_is_named_for_what_it_is_and_not_shown(tmp_path: Path, begins: bytes) -> None:
    path = tmp_path / "spec.docx"
    path.write_bytes(begins + b"\x00\xff\x01rubbish")
    with pytest.raises(redline.RedlineError) as raised:
        redline.load_spec(path)
    assert raised.value.slug == "spec-not-text"
    assert "plain text" in str(raised.value)
    assert "rubbish" not in str(raised.value)


def test_an_id_may_hold_what_a_file_name_may_hold() -> None:
    for name, fine in (("My Spec 1!", True), ("Пакет № 7", True), ("a/b", False), (".hidden", False)):
        assert is_usable_id(name) is fine
