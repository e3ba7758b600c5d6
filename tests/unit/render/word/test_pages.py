"""What stands on every page, and what a file says of itself: title, version, number, language, properties."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import redline
from redline.render import render_bytes
from redline.render.docx import render_docx
from redline.render.docx_redline import render_docx_redline

from .reading import W, act_xml, amended, article, names_in, part

BODY = article(1, "Nets are marked.") + article(2, "Two.")
ENACTED = "enacted_as: {uri: /akn/xx/act/2026-06-01/7, form: Law, number: '7', date: 2026-06-01}"


def act(**more: str) -> redline.Act:
    return redline.load_act(act_xml(BODY, **more).encode())


def words(document: bytes, name: str) -> list[str]:
    """The words of each paragraph of a part."""
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in part(document, name).iter(f"{W}p")]


def marked(top: str) -> redline.MarkedAct:
    return amended(act_xml(BODY), "- {substitute: Nets, with: Rods, commencement: 2026-07-01}", top=top)


def test_the_header_has_the_title_and_the_version_in_hand() -> None:
    assert words(render_docx(act()), "word/header1.xml") == ["Fishing Act", "version of 2021-05-01"]


def test_a_title_too_long_for_a_line_of_the_header_closes_the_quotation_that_it_is_cut_in() -> None:
    title = "On Amendments to the Law “On the Fishing of Nets, Rods, Traps and Spears in Inland and Coastal Waters”"
    header = words(render_docx(act(title=title)), "word/header1.xml")[0]
    assert header.endswith(" …”")
    assert header.count("“") == header.count("”") == 1
    assert len(header) <= 100


def test_an_act_without_a_title_is_called_by_its_file_and_not_by_the_folders_of_a_machine(
    tmp_path: Path,
) -> None:
    (tmp_path / "rules.xml").write_text(act_xml(BODY, title=""), encoding="utf-8")
    document = render_docx(redline.load_act(tmp_path / "rules.xml"))
    assert words(document, "word/header1.xml")[0] == "rules.xml"
    for name in names_in(document):
        assert tmp_path.name not in "".join(part(document, name).itertext())
    page = render_bytes(redline.load_act(tmp_path / "rules.xml"), "html").decode()
    assert tmp_path.name not in page


def test_a_version_whose_date_is_not_known_is_given_none() -> None:
    unknown = redline.load_act(act_xml(BODY).replace("2021-05-01", "0001-01-01").encode())
    assert words(render_docx(unknown), "word/header1.xml") == ["Fishing Act"]


def test_a_consolidated_act_says_of_what_day_it_is_and_whether_it_is_a_draft() -> None:
    enacted = render_docx(marked(f"date: 2026-03-01\n{ENACTED}").after())
    assert words(enacted, "word/header1.xml")[1] == "as in force on 2026-07-01"
    draft = render_docx(marked("date: 2026-03-01").after())
    assert words(draft, "word/header1.xml")[1] == "draft, as it would stand on 2026-07-01"


def test_a_redline_says_which_version_is_changed_and_when_that_was_drafted() -> None:
    dated = render_docx_redline(marked("date: 2026-03-01"))
    assert words(dated, "word/header1.xml")[1] == "version of 2021-05-01, changes drafted 2026-03-01"
    undated = render_docx_redline(marked("title: Undated"))
    assert words(undated, "word/header1.xml")[1] == "version of 2021-05-01, changes"


def test_a_long_title_is_cut_at_a_word() -> None:
    title = words(render_docx(act(title="On the " + "keeping " * 40 + "of fish")), "word/header1.xml")[0]
    assert len(title) <= 100
    assert title.endswith("keeping …")


@pytest.mark.parametrize(
    ("language", "said", "version"),
    [
        ("eng", "Page 1 of 1", "version of 2021-05-01"),
        ("rus", "Страница 1 из 1", "редакция от 01.05.2021"),
        ("kaz", "1-бет, барлығы 1", "01.05.2021 күнгі редакция"),
        ("fra", "Page 1 of 1", "version of 2021-05-01"),
    ],
)
def test_pages_are_numbered_in_the_language_of_the_act(language: str, said: str, version: str) -> None:
    document = render_docx(act(language=language))
    assert words(document, "word/footer1.xml") == [said]
    assert words(document, "word/header1.xml")[1] == version
    codes = [i.text.strip() for i in part(document, "word/footer1.xml").iter(f"{W}instrText")]
    assert codes == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(
    ("language", "tag"),
    [("eng", "en"), ("rus", "ru"), ("kaz", "kk"), ("en-GB", "en-GB"), ("sr-Latn", "sr-Latn")],
)
def test_the_language_of_a_document_is_that_of_its_act(language: str, tag: str) -> None:
    styles = part(render_docx(act(language=language)), "word/styles.xml")
    assert styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang").get(f"{W}val") == tag


def test_words_in_another_language_are_tagged_run_by_run() -> None:
    body = article(
        1,
        "Nets.",
        '<p xml:lang="rus">Сети.</p>',
        '<p xml:lang="kaz">Торлар.</p>',
        '<p xml:lang="de-AT">Netze.</p>',
    )
    root = part(render_docx(redline.load_act(act_xml(body).encode())))
    tagged = {
        "".join(t.text or "" for t in run.iter(f"{W}t")): run.find(f"{W}rPr/{W}lang")
        for run in root.iter(f"{W}r")
    }
    assert {text: tag.get(f"{W}val") for text, tag in tagged.items() if tag is not None} == {
        "Сети.": "ru", "Торлар.": "kk", "Netze.": "de-AT",
    }  # fmt: skip


def test_the_properties_name_the_authors_of_the_changes_and_no_machine_or_account() -> None:
    document = render_docx_redline(marked("date: 2026-03-01"))
    core = part(document, "docProps/core.xml")
    said = {re.sub(r"\{.*\}", "", str(e.tag)): e.text for e in core}
    assert said == {
        "title": "Fishing Act",
        "creator": "Drafting Office",
        "created": "2026-03-01T00:00:00Z",
        "modified": "2026-03-01T00:00:00Z",
        "language": "en",
    }
    app = part(document, "docProps/app.xml")
    assert ["".join(e.itertext()) for e in app] == ["redline"]


def test_the_properties_of_an_act_name_nobody() -> None:
    assert "creator" not in "".join(str(e.tag) for e in part(render_docx(act()), "docProps/core.xml"))


def test_the_same_act_gives_the_same_bytes() -> None:
    assert render_docx(act(), contents=True) == render_docx(act(), contents=True)
    assert "word/footer1.xml" in names_in(render_docx(act()))
