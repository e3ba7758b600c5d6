"""Acts as blocks: no word is lost, and both texts of a marked Act can be read from its blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from lxml import etree

import redline
from redline.akn.blocks import blocks_of_act, blocks_of_marked
from redline.akn.names import local_name
from redline.model.blocks import Block, Mark, text_of

ROOT = Path(__file__).resolve().parents[3]
CORPUS = ROOT.parent / "shared" / "corpus"
FIXTURES = sorted((ROOT / "fixtures" / "acts").glob("*.xml"))
REAL = sorted((CORPUS / "akn").rglob("*.xml"))
NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

Pick = Callable[[Mark | None], bool]


def everything(mark: Mark | None) -> bool:
    return True


def of_base(mark: Mark | None) -> bool:
    return mark is None or mark.in_base


def of_amended(mark: Mark | None) -> bool:
    return mark is None or mark.in_amended


def words_of(blocks: Iterable[Block], pick: Pick = everything) -> str:
    """The Act's own words in reading order, notes where their marks stand, white space squeezed."""
    pieces: list[str] = []
    for block in blocks:
        _gather(block, pick, pieces)
    return " ".join("".join(pieces).split())


def _gather(block: Block, pick: Pick, pieces: list[str]) -> None:
    notes = {note.index: note for note in block.notes}
    for part in (block.number, block.heading, block.runs):
        for run in part:
            if not run.generated and pick(run.mark):
                pieces.append(run.text)
            note = notes.pop(run.note, None) if run.note is not None else None
            if note is not None and not note.outside and pick(note.mark):
                for inner in note.blocks:
                    _gather(inner, pick, pieces)
        pieces.append(" ")
    for row in block.rows:
        for cell in row.cells:
            for inner in cell.blocks:
                _gather(inner, pick, pieces)


def letters_outside_metadata(act: redline.Act) -> str:
    """Every character of the document but white space, metadata and what other vocabularies keep beside the text."""
    pieces: list[str] = []
    own = (act.namespace, "http://www.w3.org/1999/xhtml")

    def walk(element: etree._Element) -> None:
        namespace = str(element.tag)[1:].partition("}")[0]
        foreign = namespace not in own and "LegalDocML" not in namespace
        if local_name(element.tag) == "meta" or foreign:
            return
        pieces.append(element.text or "")
        for child in element:
            if isinstance(child.tag, str):
                walk(child)
            pieces.append(child.tail or "")

    walk(act.root)
    return "".join("".join(pieces).split())


def act_of(body: str, *, before: str = "") -> redline.Act:
    return redline.load_act(
        f'<akomaNtoso xmlns="{NAMESPACE}"><act name="act"><meta><identification source="#x"/></meta>'
        f"{before}<body>{body}</body></act></akomaNtoso>".encode()
    )


def amended(spec: str, act: redline.Act) -> redline.MarkedAct:
    source = (
        f"redline: 1\nid: x\nlanguage: en\nacts: {{a: a.xml}}\namendments:\n- act: a\n  operations:\n{spec}"
    )
    return redline.amend(redline.load_spec(source, acts={"a": act}))["a"]


@pytest.mark.parametrize("path", FIXTURES + REAL, ids=lambda path: path.name)
def test_no_word_of_an_act_is_lost_and_none_changes_its_place(path: Path) -> None:
    act = redline.load_act(path)
    found = "".join(words_of(blocks_of_act(act)).split())
    assert found == letters_outside_metadata(act)


@pytest.mark.skipif(not REAL, reason="the corpus of real Acts is not beside the project")
def test_the_corpus_is_whole() -> None:
    assert len(REAL) == 38


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_the_same_act_gives_the_same_blocks(path: Path) -> None:
    assert list(blocks_of_act(redline.load_act(path))) == list(blocks_of_act(redline.load_act(path)))


def test_no_word_of_an_act_of_662000_words_is_lost(corpus: Path) -> None:
    act = redline.load_act(corpus / "large" / "ie_taxes_consolidation_act_1997.xml")
    blocks = list(blocks_of_act(act))
    assert "".join(words_of(blocks).split()) == letters_outside_metadata(act)


def test_a_number_and_the_first_words_of_its_provision_are_one_block() -> None:
    act = act_of(
        '<article eId="art_1"><num>Article 1.</num><heading>Register</heading><paragraph eId="art_1__para_1">'
        "<num>1.</num><intro><p>These are listed:</p></intro><point eId='p'><num>1)</num><content><p>one;</p>"
        "<p>more;</p></content></point><wrapUp><p>and no others.</p></wrapUp></paragraph></article>"
    )
    shown = [
        (block.kind, block.depth, text_of(block.number), text_of(block.heading), text_of(block.runs))
        for block in blocks_of_act(act)
    ]
    assert shown == [
        ("unit", 0, "Article 1.", "Register", ""),
        ("paragraph", 1, "1.", "", "These are listed:"),
        ("point", 2, "1)", "", "one;"),
        ("text", 2, "", "", "more;"),
        ("text", 1, "", "", "and no others."),
    ]


def test_headings_have_levels_and_quoted_ones_are_told_apart() -> None:
    act = act_of(
        "<part eId='pt'><num>Part 1</num><heading>General</heading><section eId='s'><num>1</num><heading>First"
        "</heading><content><p><mod>Insert <quotedStructure startQuote='“' endQuote='”'><section><num>2A</num>"
        "<heading>New</heading><content><p>Text</p></content></section></quotedStructure>.</mod></p></content>"
        "</section></part>"
    )
    blocks = list(blocks_of_act(act))
    assert [(block.kind, block.level, block.quoted) for block in blocks] == [
        ("container", 2, 0),
        ("unit", 3, 0),
        ("text", 0, 0),
        ("unit", 4, 1),
        ("text", 0, 1),
    ]
    assert text_of(blocks[3].number) == "“2A"
    assert text_of(blocks[4].runs) == "Text”."


@pytest.mark.parametrize(
    ("behind", "closing", "lines"),
    [
        (".", ".", []),
        (" ; ", ";", []),
        (". In section 3—", ".", ["In section 3—"]),
        (", and", ",", ["and"]),
        (" — omit the rest", "", ["— omit the rest"]),
        (".5 units", "", [".5 units"]),
    ],
)
def test_the_stop_behind_a_quotation_stands_beside_it_and_further_words_on_their_own_line(
    behind: str, closing: str, lines: list[str]
) -> None:
    act = act_of(
        "<section eId='s'><num>1</num><content><p>Insert <quotedStructure startQuote='“' endQuote='”'><p>New"
        f"</p></quotedStructure>{behind}</p></content></section>"
    )
    _, _, quoted, *further = blocks_of_act(act)
    assert text_of(quoted.runs) == f"“New”{closing}"
    assert [text_of(block.runs) for block in further] == lines


def test_a_provision_without_number_passes_its_identifier_to_its_first_block() -> None:
    act = act_of(
        '<article eId="art_1"><paragraph eId="u"><content><p eId="p">Words</p></content></paragraph></article>'
    )
    (block,) = blocks_of_act(act)
    assert (block.eid, set(block.anchors)) == ("u", {"art_1", "p"})


def test_notes_are_numbered_where_their_marks_stand() -> None:
    act = act_of(
        "<article><content><p>One<authorialNote marker='*'><p>first note</p></authorialNote>, two"
        "<noteRef href='#n9' marker='9'/>.</p></content></article>"
    )
    (block,) = blocks_of_act(act)
    assert [(run.text, run.note) for run in block.runs] == [
        ("One", None),
        ("", 1),
        (", two", None),
        ("9", None),
        (".", None),
    ]
    assert [(note.index, note.marker, words_of(note.blocks)) for note in block.notes] == [
        (1, "*", "first note")
    ]


def test_tables_have_rows_cells_spans_and_a_caption(fixtures: Path) -> None:
    act = redline.load_act(fixtures / "acts" / "migration.xml")
    table = next(block for block in blocks_of_act(act) if block.kind == "table")
    assert text_of(table.heading) == "Ceilings by region"
    assert [row.header for row in table.rows[:3]] == [True, True, False]
    assert [(words_of(cell.blocks), cell.columns, cell.rows) for cell in table.rows[0].cells] == [
        ("Region", 1, 2),
        ("Centre", 1, 2),
        ("Ceiling, per cent of the labour force", 2, 1),
        ("Review", 1, 2),
    ]


def test_formatting_and_references_are_runs() -> None:
    act = act_of(
        "<article><content><p>see <ref href='#art_2'>Article <b>2</b></ref>, m<sup>2</sup><br/>next</p></content></article>"
    )
    (block,) = blocks_of_act(act)
    assert [(run.text, run.bold, run.superscript, run.href) for run in block.runs] == [
        ("see ", False, False, None),
        ("Article ", False, False, "#art_2"),
        ("2", True, False, "#art_2"),
        (", m", False, False, None),
        ("2", False, True, None),
        ("\nnext", False, False, None),
    ]


TWO = act_of(
    '<article eId="art_1"><num>Article 1.</num><heading>Register</heading>'
    '<paragraph eId="art_1__para_1"><num>1.</num><content><p>The quota is set. It is public.</p></content></paragraph>'
    '<paragraph eId="art_1__para_2"><num>2.</num><content><p>It ends.</p></content></paragraph></article>'
    '<article eId="art_2"><num>Article 2.</num><content><p>Old.</p></content></article>'
)

OPERATIONS = {
    "substitute": "  - {substitute: quota, with: numerical quota, in: art 1 para 1}\n",
    "insert": '  - insert: "3. New words."\n    after: art 1 para 2\n',
    "repeal": "  - {repeal: art 1 para 2, leave: nothing}\n",
    "replace": '  - replace: art 1 para 1\n    with: "1. The quota is fixed."\n',
    "renumber": "  - {renumber: art 1 para 2, as: 5.}\n",
    "move": "  - {move: art 1 para 2, before: art 1 para 1}\n",
    "split": "  - {split: art 1 para 1, before: It is public, as: [1., 1-1.]}\n",
    "join": "  - {join: [art 1 para 1, art 1 para 2], as: 1., with: ' '}\n",
    "enclose": '  - enclose: art 1 .. art 2\n    as: "Chapter 1. General"\n',
    "designate": "  - {designate: art 2, as: 1.}\n",
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_the_blocks_of_a_marked_act_hold_both_texts(name: str) -> None:
    marked = amended(OPERATIONS[name], TWO)
    blocks = list(blocks_of_marked(marked))
    assert words_of(blocks, of_base) == words_of(blocks_of_act(TWO))
    assert words_of(blocks, of_amended) == words_of(blocks_of_act(marked.after()))


def test_an_inserted_provision_is_marked_as_a_whole_and_in_its_words() -> None:
    block = next(b for b in blocks_of_marked(amended(OPERATIONS["insert"], TWO)) if text_of(b.number) == "3.")
    assert block.mark == Mark("ins", "op-1")
    assert {run.mark for run in block.all_runs()} == {Mark("ins", "op-1")}


def test_replaced_words_are_marked_alone() -> None:
    block = next(
        b for b in blocks_of_marked(amended(OPERATIONS["substitute"], TWO)) if b.eid == "art_1__para_1"
    )
    assert block.mark is None
    assert [run.text for run in block.runs if run.mark is not None and run.mark.kind == "ins"] != []


def test_a_move_has_two_ends() -> None:
    blocks = list(blocks_of_marked(amended(OPERATIONS["move"], TWO)))
    assert [block.mark.kind for block in blocks if block.mark is not None] == ["moved-to", "moved-from"]


def test_a_split_is_a_new_boundary_and_a_join_one_that_goes() -> None:
    split = [
        b.boundary for b in blocks_of_marked(amended(OPERATIONS["split"], TWO)) if b.boundary is not None
    ]
    join = [b.boundary for b in blocks_of_marked(amended(OPERATIONS["join"], TWO)) if b.boundary is not None]
    assert split == [Mark("ins", "op-1")]
    assert join == [Mark("del", "op-1")]


def test_words_that_came_and_went_are_of_neither_text() -> None:
    spec = (
        "  - {add: new words, after: quota, in: art 1 para 1, commencement: 2026-01-01}\n"
        "  - {omit: new words, in: art 1 para 1, commencement: 2026-02-01}\n"
    )
    runs = [
        run for block in blocks_of_marked(amended(spec, TWO)) for run in block.runs if run.mark is not None
    ]
    passing = [run for run in runs if run.mark is not None and run.mark.inserted is not None]
    assert "new words" in "".join(run.text for run in passing)
    assert not any(of_base(run.mark) or of_amended(run.mark) for run in passing)
