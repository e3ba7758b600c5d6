"""What two texts share is read and laid out once, and the same as if each text were read for itself."""

from __future__ import annotations

from pathlib import Path

import pytest

import redline
from redline.akn.blocks import blocks_of_act, blocks_of_marked
from redline.akn.marked import MarkedAct
from redline.render.word.breaks import last_paragraph
from redline.render.word.check import Wanted, texts_of
from redline.render.word.lines import lines_of
from tests.golden.test_golden import CASES, options_of

EXAMPLE = Path(__file__).parents[3] / "fixtures" / "migration-2026.yaml"


@pytest.fixture(scope="module")
def amended() -> dict[str, MarkedAct]:
    package = redline.amend(redline.load_spec(EXAMPLE))
    return {name: package[name] for name in ("migration", "labour", "register-rules")}


@pytest.mark.parametrize("name", ["migration", "labour", "register-rules"])
def test_base_and_consolidated_text_read_the_same_after_the_marked_one_was_read(
    amended: dict[str, MarkedAct], name: str
) -> None:
    marked = amended[name]
    list(blocks_of_marked(marked))
    after = marked.after()
    assert list(blocks_of_act(marked.base, marked.readings)) == list(blocks_of_act(marked.base))
    assert list(blocks_of_act(after)) == list(blocks_of_act(redline.load_act(after.to_bytes())))


def test_articles_that_no_operation_touched_are_read_once(amended: dict[str, MarkedAct]) -> None:
    marked = amended["migration"]
    both = {id(block) for block in blocks_of_marked(marked)}
    base = list(blocks_of_act(marked.base, marked.readings))
    shared = [block for block in base if id(block) in both]
    assert 0 < len(shared) < len(base)
    assert not any(run.mark for block in shared for run in block.all_runs())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_was_read_before_makes_no_difference(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case)
    try:
        amended = redline.amend(redline.load_spec("spec.yaml"), **options_of(case))
    except redline.RedlineError:
        pytest.skip("this case is refused")
    for marked in amended.values():
        list(blocks_of_marked(marked))
        wanted = Wanted(lines_of)
        for act in (marked.base, marked.after()):
            alone = list(blocks_of_act(redline.load_act(act.to_bytes())))
            assert list(blocks_of_act(act, marked.readings)) == alone
            laid_out = texts_of([*lines_of(alone), last_paragraph()])
            assert list(wanted.texts(blocks_of_act(act, marked.readings))) == list(laid_out)
