"""How an amending law counts unnumbered words: by parts (часть), which begin with a capital, and their
paragraphs (абзац); a table is neither.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

import redline
from redline.amending import locating
from redline.model.address import Part
from redline.render import render_bytes

TABLE = "<table><tr><td><p>Вид</p></td><td><p>Ставка</p></td></tr></table>"
ACT = f"""<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="law"><meta>
<identification source="#s"><FRBRExpression><FRBRlanguage language="rus"/></FRBRExpression></identification></meta>
<preface><p><docTitle>О ставках</docTitle></p></preface><body>
<article eId="art_1"><num>Статья 1.</num><heading>Ставки</heading>
<content><p>Ставки таковы:</p>{TABLE}<p>Ставки платятся раз в год.</p><p>Ставки меняются законом.</p></content>
</article>
<article eId="art_2"><num>Статья 2.</num><heading>Плательщики</heading>
<content><p>Налог платят:</p><p>граждане;</p><p>иностранцы.</p><p>Налог платят в тенге.</p></content>
</article>
<article eId="art_3"><num>Статья 3.</num><heading>Сроки</heading>
<paragraph eId="art_3__para_1"><num>1.</num><content><p>Сроки таковы:</p>{TABLE}</content></paragraph>
<paragraph eId="art_3__para_2"><num>2.</num><intro><p>Срок продлевается.</p><p>Он истекает:</p></intro>
<point eId="art_3__para_2__point_1"><num>1)</num><content><p>в мае.</p></content></point></paragraph>
</article><article eId="art_4"><num>Статья 4.</num><content><p>Налог взимает орган.</p></content></article>
</body></act></akomaNtoso>"""
NEW = '"Налог уплачивают:\\nлично;\\nчерез других."'


def instruction(operation: str, folder: Path) -> str:
    """What the amending law says of one operation, its frame left out."""
    (folder / "act.xml").write_text(ACT, encoding="utf-8")
    (folder / "spec.yaml").write_text(
        "redline: 1\nid: s\ntitle: {ru: О проверке}\njurisdiction: kz\nlanguage: ru\ndate: 2026-03-01\n"
        f"acts: {{a: act.xml}}\namendments:\n  - act: a\n    operations:\n      - {{{operation}}}\n",
        encoding="utf-8",
    )
    made = render_bytes(redline.amend(redline.load_spec(folder / "spec.yaml")), "amending-act-akn")
    (body,) = etree.fromstring(made).iter("{*}body")
    words = " ".join(str(etree.tostring(body, method="text", encoding="unicode")).split())
    return words.partition("следующее ")[2].partition(":")[2].partition("Статья 2.Настоящий")[0].strip(" .")


@pytest.mark.parametrize(
    ("operation", "said"),
    [
        ("repeal: art 1 / part 2", "часть вторую статьи 1 исключить"),
        ("repeal: art 1 / part 1", "часть первую статьи 1 исключить"),
        ("repeal: art 1 / block 3", "часть третью статьи 1 исключить"),
        ("substitute: законом, with: кодексом, in: art 1", "в части третьей статьи 1 слово "),
        ("repeal: art 2 / part 1", "часть первую статьи 2 исключить"),
        ("repeal: art 2 / block 2", "абзац второй части первой статьи 2 исключить"),
        ("repeal: art 2 / part 2", "часть вторую статьи 2 исключить"),
        ("repeal: art 3 para 1 / block 1", "абзац первый пункта 1 статьи 3 исключить"),
        ("repeal: art 3 para 2 / part 1", "часть первую пункта 2 статьи 3 исключить"),
        (f"insert: {NEW}, after: art 2 / part 1", "статью 2 дополнить частью второй следующего содержания:"),
        (f"insert: {NEW}, into: art 2", "статью 2 дополнить частью третьей следующего содержания:"),
        (
            f"insert: {NEW}, before: art 2 / block 1",
            "статью 2 дополнить частью первой следующего содержания:",
        ),
        (
            'insert: "лица без гражданства;", after: art 2 / block 2',
            "часть первую статьи 2 дополнить абзацем третьим следующего содержания:",
        ),
        ("insert: Новая часть., into: art 4", "статью 4 дополнить частью второй следующего содержания:"),
        ('insert: "или иное.", into: art 4', "статью 4 дополнить абзацем вторым следующего содержания:"),
    ],
)
def test_parts_and_paragraphs_are_counted_as_the_law_counts_them(
    operation: str, said: str, tmp_path: Path
) -> None:
    assert instruction(operation, tmp_path).startswith(said)


def test_words_that_would_be_read_as_another_element_are_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locating, "paragraphs_named", lambda *_: (Part("part", 1),))
    assert instruction("repeal: art 2 / part 2", tmp_path).startswith(
        "статью 2 изложить в следующей редакции"
    )
    assert instruction("repeal: art 2 / part 1", tmp_path) == "часть первую статьи 2 исключить"


@pytest.mark.parametrize(
    "operation",
    ["insert: Иное., after: art 2 / block 1", f'insert: {NEW[:-1]}\\nИ ещё.", after: art 2 / block 2'],
    ids=["a part torn in two", "parts inside a part"],
)
def test_new_words_that_would_tear_a_part_are_said_with_the_whole_article(
    operation: str, tmp_path: Path
) -> None:
    assert instruction(operation, tmp_path).startswith("статью 2 изложить в следующей редакции")
