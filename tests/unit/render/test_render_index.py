"""The page of a package: files, counts, every operation, what to look at first."""

from __future__ import annotations

import datetime
import re

import redline
from redline.model.changes import Place
from redline.render import OutputFile, render_bytes
from redline.render.index_html import changed_words

FILES = (
    OutputFile("migration.consolidated.html", "consolidated", "html", "migration", "On Migration"),
    OutputFile("small package.changes.json", "changes", "json"),
)

MARKUP = (
    b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><body><article><content>'
    b"<p>On the fee and the rate.</p></content></article></body></act></akomaNtoso>"
)
SPEC = """\
redline: 1
id: waits
acts: {{a: a.xml}}
amendments:
  - {{act: a, operations: [{{ {operation}, commencement: {{event: the census}} }}]}}
"""

EFFECTS = """\
redline: 1
id: runs
acts: {a: a.xml}
amendments:
  - act: a
    operations: [{ substitute: fee, with: charge, commencement: 2026-07-01 }]
    effects:
      - { save: act, text: Pending cases go on. }
      - { suspend: act, from: 2026-09-01, until: 2027-01-01 }
"""


def test_the_page_links_to_the_files_that_were_made(package: redline.Amended) -> None:
    text = render_bytes(package, "index-html", files=FILES).decode("utf-8")
    assert '<td><a href="migration.consolidated.html">page</a></td>' in text
    assert 'List of changes: <a href="small%20package.changes.json">JSON</a>' in text
    assert 'Read the changes: On Migration (<a href="migration.consolidated.html">page' in text


def test_the_page_counts_operations_by_status_and_names_those_to_look_at(package: redline.Amended) -> None:
    text = render_bytes(package, "index-html").decode("utf-8")
    assert "<li><b>3</b>applied</li>" in text
    assert "<li><b>1</b>awaiting an event</li>" in text
    assert '1 operation is not in the consolidated text: <a href="#op-op-3">op-3</a>' in text


def test_an_operation_on_several_acts_stands_once_with_its_change_in_each(package: redline.Amended) -> None:
    text = render_bytes(package, "index-html").decode("utf-8")
    assert "<li><b>4</b>operations</li>" in text
    assert text.count('<li id="op-') == 4
    assert '<li id="op-agency">' in text
    assert "“Migration Committee” becomes “Migration Agency” in the whole Act, wherever" in text
    assert "Migration <del>Committee</del><ins>Agency</ins>" in text
    assert "<code>migration</code>, <code>labour</code>" in text


def test_an_operation_that_waits_says_for_what(package: redline.Amended) -> None:
    text = render_bytes(package, "index-html").decode("utf-8")
    assert "Not in the consolidated text: awaits an event: the day of the census." in text


def test_an_operation_that_waits_shows_the_words_that_would_go_and_come() -> None:
    act = redline.load_act(MARKUP)
    spec = SPEC.format(operation='substitute: [fee, rate], with: ["<charge>", price], times: all')
    text = render_bytes(redline.amend(redline.load_spec(spec, acts={"a": act})), "index-html").decode()
    assert "<del>fee</del><ins>&lt;charge&gt;</ins>" in text
    assert "<del>rate</del><ins>price</ins>" in text
    spec = SPEC.format(operation="omit: the fee, in: act")
    text = render_bytes(redline.amend(redline.load_spec(spec, acts={"a": act})), "index-html").decode()
    assert '<div class="place"><del>the fee</del></div>' in text


def test_a_consolidated_act_bears_its_own_date_not_that_of_its_source(package: redline.Amended) -> None:
    text = render_bytes(package, "index-html").decode("utf-8")
    assert "<code>migration</code>, consolidated as on 2026-07-01" in text
    waiting = SPEC.format(operation="omit: the fee, in: act")
    unchanged = redline.amend(redline.load_spec(waiting, acts={"a": redline.load_act(MARKUP)}))
    assert "<code>a</code>, not changed" in render_bytes(unchanged, "index-html").decode("utf-8")


def test_effects_stand_on_the_page(package: redline.Amended) -> None:
    text = render_bytes(package, "index-html").decode("utf-8")
    assert "article 6 is saved: Pending cases go on." in text


def test_effects_say_where_they_do_not_run_on_the_day_of_the_text() -> None:
    """Listed without a word, an effect reads as if it were in force."""
    spec = redline.load_spec(EFFECTS, acts={"a": redline.load_act(MARKUP)})

    def said(as_of: datetime.date | None) -> list[str]:
        text = render_bytes(redline.amend(spec, as_of=as_of), "index-html").decode("utf-8")
        effects = text.partition('<ul class="effects">')[2].partition("</ul>")[0]
        return re.findall(r'<p class="waiting">(.*?)</p>', effects)

    assert said(datetime.date(2026, 6, 1)) == [
        "Not yet in force on 2026-06-01: it begins on 2026-07-01.",
        "Not yet in force on 2026-06-01: it begins on 2026-09-01.",
    ]
    assert said(datetime.date(2027, 1, 1)) == ["No longer in force on 2027-01-01."]
    assert said(datetime.date(2026, 9, 1)) == said(None) == []


def test_the_page_escapes_what_it_shows(package: redline.Amended) -> None:
    text = render_bytes(package, "index-html").decode("utf-8")
    assert "Amendments &lt;small&gt; &amp; few</h1>" in text
    assert "<small>" not in text


def place(before: str, after: str) -> Place:
    return Place("a", "a", "a", "a", before, after)


def test_unchanged_words_are_shortened_to_those_beside_a_change() -> None:
    long = "word " * 60
    shown = changed_words(place(f"{long}old {long}", f"{long}new {long}"))
    assert "<del>old</del><ins>new</ins>" in shown
    assert shown.startswith(" … word")
    assert len(shown) < 250


def test_long_new_words_open_to_the_whole() -> None:
    long = "5. " + "word " * 100 + "last"
    shown = changed_words(place("", long))
    assert shown.startswith("<ins><details><summary>5. word")
    assert shown.endswith("word last</details></ins>")
    assert re.sub("<span.*?</span>|<[^>]*>", "", shown) == long


def test_a_place_of_one_text_only_is_wholly_marked() -> None:
    assert changed_words(place("", "new")) == "<ins>new</ins>"
    assert changed_words(place("old", "")) == "<del>old</del>"


def test_texts_that_are_not_alike_are_shown_whole_one_after_the_other() -> None:
    shown = changed_words(place("3. The fee is paid, as a rule, in advance.", "3. Deleted by Law No. 7."))
    assert shown == "<del>3. The fee is paid, as a rule, in advance.</del><ins>3. Deleted by Law No. 7.</ins>"


def test_the_page_is_in_the_language_of_the_spec_and_counts_as_it_counts() -> None:
    law = redline.load_act(MARKUP)
    operations = "".join(
        f"    - {{substitute: {word}, with: X{word}, in: act}}\n" for word in ("fee", "rate")
    )
    spec = (
        "redline: 1\nid: x\nlanguage: ru\nacts: {a: a.xml}\namendments:\n  - act: a\n    operations:\n"
        + operations
    )
    text = render_bytes(redline.amend(redline.load_spec(spec, acts={"a": law})), "index-html").decode()
    assert '<html lang="ru">' in text
    assert "<li><b>2</b>поправки</li><li><b>2</b>применено</li>" in text.replace("\n", "")
    assert "в акте слово «fee» заменить словом «Xfee»" in text
    assert "Operations" not in text
