"""What a block of words must read as is said twice, by the check and by the lines: the two agree."""

from __future__ import annotations

from pathlib import Path

import pytest

import redline
from redline.akn.blocks import blocks_of_act
from redline.render.word.breaks import last_paragraph
from redline.render.word.check import _parts, plain_texts, texts_of
from redline.render.word.lines import lines_of

ROOT = Path(__file__).parents[4]
CASES = [path for path in ROOT.glob("tests/golden/*/act.xml") if not path.parent.name.startswith("error-")]
ACTS = sorted([*CASES, *ROOT.glob("examples/*/acts/*.xml")])


@pytest.mark.parametrize("path", ACTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_block_of_words_reads_as_its_lines_do(path: Path) -> None:
    for part in _parts(blocks_of_act(redline.load_act(path))):
        texts = plain_texts(part)
        if texts is not None:
            laid_out = list(texts_of([*lines_of(part), last_paragraph()]))[:-1]
            assert texts == laid_out
