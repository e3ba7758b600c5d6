"""How much of an Act changes, counted in articles, or in what has none in points (Law No. 480-V, 26(9))."""

from __future__ import annotations

from pathlib import Path

import pytest

import redline
from redline.akn.basic_units import ChangedShare, share_changed

LAW = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="law"><body>
<section eId="sec_1"><num>Section 1.</num>
<article eId="art_1"><num>Article 1.</num><content><p>Fees are due.</p></content></article>
<article eId="art_2" status="removed"><num>Article 2.</num><content><p>Deleted.</p></content></article>
<article eId="art_3"><num>Article 3.</num>
<paragraph eId="art_3__para_1"><num>1.</num><content><p>Fees are paid.</p></content></paragraph></article>
<article eId="art_4"><num>Article 4.</num><content><p>Fees are set.</p></content></article>
</section></body>
<attachments><attachment eId="att_1"><num>Annex 1</num><doc name="annex"><mainBody>
<paragraph eId="att_1__para_1"><num>1.</num><content><p>Fees of towns.</p></content></paragraph>
</mainBody></doc></attachment></attachments></act></akomaNtoso>"""


def share(folder: Path, *operations: str, law: bool = True) -> ChangedShare:
    (folder / "act.xml").write_text(LAW, encoding="utf-8")
    (folder / "new.xml").write_text(LAW.replace("are due", "are owed"), encoding="utf-8")
    listed = "".join(f"      - {{{each}}}\n" for each in operations)
    (folder / "spec.yaml").write_text(
        "redline: 1\nid: s\ntitle: T\njurisdiction: kz\nlanguage: en\nacts: {a: act.xml}\n"
        f"amendments:\n  - act: a\n    operations:\n{listed}",
        encoding="utf-8",
    )
    marked = redline.amend(redline.load_spec(folder / "spec.yaml"))["a"]
    return share_changed(marked.base, marked.changes(), law=law)


def test_articles_in_force_are_counted_wherever_they_stand_and_annexes_of_laws_are_not(
    tmp_path: Path,
) -> None:
    found = share(tmp_path, "repeal: art 1", "substitute: towns, with: cities, in: att_1__para_1")
    assert found == ChangedShare(3, 1, ("op-1",))


def test_the_points_of_what_is_annexed_to_a_by_law_are_counted(tmp_path: Path) -> None:
    found = share(tmp_path, "substitute: towns, with: cities, in: att_1__para_1", law=False)
    assert found == ChangedShare(4, 1, ("op-1",))


def test_what_is_put_into_an_article_changes_it_and_a_new_article_changes_none(tmp_path: Path) -> None:
    inserted = "insert: 2. Fees are paid back., into: art 3", "insert: Article 5. Fees end., after: art 4"
    assert share(tmp_path, *inserted) == ChangedShare(3, 1, ("op-1",))


@pytest.mark.parametrize(
    "operation", ["substitute: Fees, with: Dues, times: all", "replace: act, with: {file: new.xml}"]
)
def test_words_replaced_throughout_and_a_new_redaction_are_not_counted(
    operation: str, tmp_path: Path
) -> None:
    assert share(tmp_path, operation).changed == 0


def test_more_than_half_of_the_articles_asks_for_a_new_redaction(tmp_path: Path) -> None:
    found = share(tmp_path, "repeal: art 1", "repeal: art 3 para 1")
    assert found.more_than_half
