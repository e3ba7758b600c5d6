"""`redline explain`: each instruction in a sentence, where it lands, and what would fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from redline.cli.explain import change_in_lines
from redline.compare.display import Piece, words_with_change
from redline.explain import Landing, explain_spec
from redline.operations import OPERATIONS
from redline.render.sentences import describe_operation
from redline.spec import load_spec

from .conftest import SPEC, Run, broken


def test_each_instruction_is_a_sentence_with_its_date_and_reason(run: Run) -> None:
    said = " ".join(run("explain", "spec.yaml").stdout.split())
    assert (
        "1. registers.xml, “on paper” becomes “in electronic form” in article 2, paragraph 1 (from 2026-07-01) "
        "because: Paper is going out of use."
    ) in said
    assert "2. registers.xml, article 1, point 1) is repealed (from 2026-09-01)" in said


def test_the_place_and_the_changed_words_are_shown(run: Run) -> None:
    said = run("explain", "spec.yaml").stdout
    assert "→ article 2, paragraph 1 (art_2__para_1)\n" in said
    assert "kept [-on paper-]{+in electronic form+}. It is open" in said


def test_lines_keep_to_a_narrow_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    said = run("explain", "spec.yaml").stdout
    assert max(len(line) for line in said.splitlines()) <= 60


def test_what_does_not_apply_says_why(run: Run) -> None:
    said = run("explain", "spec.yaml", "--as-of", "2026-08-01").stdout
    assert "does not apply: commences on 2026-09-01, after 2026-08-01" in said
    assert "does not apply: awaits an event: the opening of the office" in said
    assert "does not apply: is conditional on free-of-charge" in said


def test_an_instruction_that_fails_leaves_the_others_explained(run: Run, folder: Path) -> None:
    (folder / "spec.yaml").write_text(broken(), encoding="utf-8")
    result = run("explain", "spec.yaml")
    assert result.exit_code == 1
    assert "{+in electronic form+}" in result.stdout
    assert "would fail: the Act has no art 9" in result.stdout
    assert "4 instructions: 1 would be carried out, 1 would fail." in result.stdout
    assert "spec.yaml:17:17: error[address-not-found]" in result.stderr


def test_the_failure_of_one_act_is_told_of_that_act(folder: Path) -> None:
    act = (folder / "registers.xml").read_text(encoding="utf-8")
    (folder / "other.xml").write_text(act.replace("on paper", "in a book"), encoding="utf-8")
    text = SPEC.replace("registers: registers.xml", "registers: registers.xml\n  other: other.xml")
    (folder / "spec.yaml").write_text(text.replace("act: registers", "act: all"), encoding="utf-8")
    first = explain_spec("spec.yaml").instructions[0]
    assert [(outcome.act, outcome.status) for outcome in first.outcomes] == [
        ("registers.xml", "applied"),
        ("other.xml", "failed"),
    ]


def test_a_number_given_twice_fails_at_the_operation_that_gives_it(folder: Path) -> None:
    text = SPEC + "      - renumber: art 2 para 2\n        as: 1\n"
    (folder / "spec.yaml").write_text(text, encoding="utf-8")
    explanation = explain_spec("spec.yaml")
    assert [error.slug for error in explanation.errors] == ["number-in-use"]
    assert [one.outcomes[0].status for one in explanation.instructions][-1] == "failed"


def test_a_commencement_that_cannot_be_computed_fails_every_instruction_but_is_one_message(
    run: Run, folder: Path
) -> None:
    text = SPEC.replace("commencement: 2026-07-01", "commencement: {days_after_publication: 10}")
    (folder / "spec.yaml").write_text(text, encoding="utf-8")
    result = run("explain", "spec.yaml")
    assert result.stderr.count("error[commencement-unknown]") == 1
    assert result.stdout.count("would fail: the commencement is counted from publication") == 2
    said = " ".join(run("explain", "spec.yaml", "--published", "2026-06-01").stdout.split())
    assert "10 days after publication, 2026-06-11" in said


def test_nothing_is_written(run: Run, folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    run("explain", "spec.yaml")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_both_ends_of_a_move_are_shown_and_only_the_number_as_new(folder: Path) -> None:
    text = SPEC + "      - move: art 1 point 2\n        into: art 2\n        as: 3\n"
    (folder / "spec.yaml").write_text(text, encoding="utf-8")
    last = explain_spec("spec.yaml").instructions[-1]
    (landing,) = last.outcomes[0].landings
    assert landing.citation == "article 1, point 2), now article 2, point 3)"
    assert [piece.text for piece in landing.words if piece.kind != "same"] == ["2", "3"]


def test_effects_are_told_apart_from_changes_of_the_text(run: Run, folder: Path) -> None:
    text = SPEC + "    effects:\n      - suspend: art 2 para 2\n        from: 2026-07-01\n"
    (folder / "spec.yaml").write_text(text, encoding="utf-8")
    said = run("explain", "spec.yaml").stdout
    assert (
        "Without a change of the text:\n  registers.xml, article 2, paragraph 2 is suspended from 2026-07-01\n"
        in said
    )


def test_words_far_from_a_change_are_left_out_unless_asked_for() -> None:
    before = "first " + "word " * 100 + "old " + "word " * 100 + "last"
    landing = Landing("article 1", "art_1", words_with_change(before, before.replace("old", "new")))
    (short,) = change_in_lines(landing, full=False, colour=False)
    assert "[-old-]{+new+}" in short
    assert len(short) < 200
    assert "first" not in short
    assert "last" not in short
    (whole,) = change_in_lines(landing, full=True, colour=False)
    assert whole.replace("[-old-]{+new+}", "old") == before


def test_on_a_terminal_words_are_struck_red_and_underlined_green() -> None:
    landing = Landing("article 1", "art_1", (Piece("out", "old"), Piece("in", "new")))
    assert change_in_lines(landing, full=False, colour=True) == [
        "\x1b[31m\x1b[9mold\x1b[0m",
        "\x1b[32m\x1b[4mnew\x1b[0m",
    ]


HEAD = """\
redline: 1
id: x
language: en
acts: {registers: registers.xml}
amendments:
  - act: registers
    operations:
"""


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda module: module.VERB.name)
def test_every_verb_has_a_sentence_of_its_own(folder: Path, operation: object) -> None:
    verb = operation.VERB  # type: ignore[attr-defined]
    for example in verb.examples:
        lines = example.rstrip("\n").splitlines()
        text = "\n".join([f"      - {lines[0]}", *(f"        {line}" for line in lines[1:])])
        (one,) = load_spec(HEAD + text + "\n").operations
        sentence = describe_operation(one)
        assert not sentence.startswith(f"{verb.name} "), "add the verb to redline/render/sentences.py"
        assert "None" not in sentence
        assert "Text(" not in sentence


@pytest.mark.parametrize(
    ("operation", "sentence"),
    [
        ("repeal: [art 1, art 2]", "article 1 and article 2 are repealed"),
        (
            "repeal: art 1 .. art 2\n        leave: nothing",
            "article 1 to article 2 are repealed, leaving nothing",
        ),
        ("retitle: act\n        as: On Lists", "the title of the Act becomes “On Lists”"),
        ("add: fast\n        at: end\n        in: art 1", "“fast” is added at the end of article 1"),
        (
            "omit: {from: on, to: paper}\n        in: art 2",
            "the words from “on” to “paper” are omitted in article 2",
        ),
        (
            "substitute: [a, b]\n        with: [c, d]\n        times: all",
            "“a” and “b” become “c” and “d” in the whole Act, wherever the words stand",
        ),
        (
            "insert: '3) x – y;'\n        into: art 1\n        at: alphabetical",
            "“3) x – y;” is inserted into article 1 in alphabetical order",
        ),
    ],
)
def test_sentences_read_as_a_drafter_would_say_them(folder: Path, operation: str, sentence: str) -> None:
    (one,) = load_spec(f"{HEAD}      - {operation}\n").operations
    assert describe_operation(one) == sentence
