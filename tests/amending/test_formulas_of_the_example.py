"""The amending law of the example package, to be read by a lawyer: each operation with what the law says of it.

`formulas-of-the-example.md` has a row for each operation and Act, in Russian, Kazakh and English; run with
`--regenerate-golden` to write it anew, and read the difference before committing it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import redline
from redline.amending.document import amending_document, kinds_of
from redline.model.address import Step
from redline.model.amending import AmendingAct, Line, QuotedStructure, QuotedText
from redline.model.blocks import Block

HERE = Path(__file__).parent
EXAMPLE = HERE.parents[1] / "examples" / "migration" / "migration.yaml"
TABLE = HERE / "formulas-of-the-example.md"
LANGUAGES = ("ru", "kk", "en")
MARKS = {"ru": "«»", "kk": "«»", "en": "“”"}
HEAD = """# The amending law of the example, operation by operation

What the amending law says of each operation of `examples/migration/migration.yaml`, as it stands in the law: the line
that names the element above it in brackets, quoted text of several paragraphs with its first words. One row for each
instruction; what follows by itself (contents, citations) has none.
"""


@pytest.fixture(scope="module")
def amended() -> redline.Amended:
    return redline.amend(redline.load_spec(EXAMPLE), assume=["digital-identity"])


def said(lines: list[Line], language: str) -> str:
    """A line of the law with what it quotes, and the lines that open its group before it."""
    *above, line = lines
    opened = " ".join("".join(map(str, each.sentence)) for each in above)
    words = "".join(
        piece if isinstance(piece, str) else _quoted(piece, MARKS[language]) for piece in line.sentence
    )
    return (f"[{opened}] " if opened else "") + words


def _quoted(piece: QuotedText | QuotedStructure, marks: str) -> str:
    if isinstance(piece, QuotedText):
        return f"{marks[0]}{piece.words}{marks[1]}"
    words = " / ".join(filter(None, (_words(block) for block in piece.blocks)))
    short = words if len(words) <= 90 else words[:89].rstrip() + "…"
    return f" {marks[0]}{short}{marks[1]}"


def _words(block: Block) -> str:
    said = ["".join(run.text for run in runs) for runs in (block.number, block.heading, block.runs)]
    for row in block.rows:
        cells = ("".join(_words(inner) for inner in cell.blocks) for cell in row.cells)
        said.append(" | ".join(cells))
    return " ".join(filter(None, said))


def instructions(law: AmendingAct, language: str) -> Iterator[tuple[str, str, str]]:
    """Operation, Act, and what is said."""
    for act in law.acts:
        for item in act.items:
            above: list[Line] = []
            inner: tuple[Step, ...] | None = None
            for line in item.lines:
                if line.instruction is None:
                    above, inner = [*above[:1], line], None
                    continue
                unit = line.instruction.places[0].steps[:2]
                inner = unit if inner is None else inner
                # The line `in paragraph 1:` goes with what is in that paragraph.
                above = above if unit == inner else above[:1]
                if not line.instruction.follows:
                    yield line.instruction.operation, act.alias, said([*above, line], language)


def articles(law: AmendingAct, language: str) -> Iterator[tuple[str, str, str]]:
    """The same of what stands in an article of its own."""
    for provision in (*law.repeals, *law.further):
        if provision.instruction is not None:
            line = Line((provision.words, *provision.quoted, "."))
            yield provision.instruction.operation, provision.alias, said([line], language)


def rows(amended: redline.Amended) -> dict[tuple[str, str], dict[str, list[str]]]:
    """For each operation and Act, what each language says."""
    found: dict[tuple[str, str], dict[str, list[str]]] = {}
    for language in LANGUAGES:
        for kind in kinds_of(amended, language):
            law = amending_document(amended, language, kind=kind).law
            for operation, act, words in (*instructions(law, language), *articles(law, language)):
                found.setdefault((operation, act), {}).setdefault(language, []).append(words)
    return found


def test_each_operation_of_the_example_is_said_in_its_formula(
    amended: redline.Amended, request: pytest.FixtureRequest
) -> None:
    order = [operation.id for operation in amended.spec.operations]
    text = HEAD
    for (operation, act), by_language in sorted(
        rows(amended).items(), key=lambda row: order.index(row[0][0])
    ):
        text += f"\n## {operation} ({act})\n\n"
        for language in LANGUAGES:
            text += "".join(f"- {language}: {words}\n" for words in by_language.get(language, []))
    if request.config.getoption("--regenerate-golden"):
        TABLE.write_text(text, encoding="utf-8")
    assert text == TABLE.read_text(encoding="utf-8")


def test_no_operation_of_the_example_is_left_unsaid(amended: redline.Amended) -> None:
    told = {operation for operation, _ in rows(amended)}
    for operation in amended.spec.operations:
        if operation.id not in told:
            # Words or a sentence of a by-law, in an element that another instruction says whole.
            assert operation.acts, operation.id
            assert all(key.startswith("register-rules") for key in operation.acts), operation.id
