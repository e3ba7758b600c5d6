"""A house's own template: its styles, pages and headers are taken, what it lacks is said, what is hostile refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from PIL import Image

import redline
from redline.render import render_bytes
from redline.render.docx import render_docx
from redline.render.docx_redline import render_docx_redline
from redline.render.table_docx import render_table_docx

from .reading import W, act_xml, amended, article, exact, faults, names_in, part, styles_of, texts

BODY = article(1, "Nets are marked.", "<table><tr><td><p>Net</p></td></tr></table>") + article(2, "Two.")
ACT = act_xml(BODY)


def act() -> redline.Act:
    return redline.load_act(ACT.encode())


def house(path: Path, *, header: str = "{title} | {version}", numbered: bool = False) -> Path:
    """A house style as a careful secretary makes it in Word."""
    made = docx.Document()
    made.styles["Normal"].font.name = "Arial"
    style = made.styles.add_style("Act Text", WD_STYLE_TYPE.PARAGRAPH)
    style.font.size = Pt(14)
    made.sections[0].left_margin = Cm(4)
    if header:
        made.sections[0].header.paragraphs[0].text = header
    if numbered:
        heading = made.styles["Heading 1"].element.get_or_add_pPr()
        heading.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="1"/></w:numPr>'))
    made.add_paragraph("This is a sample of our style.")
    made.core_properties.author = "jane.secretary"
    made.save(str(path))
    return path


@pytest.fixture
def template(tmp_path: Path) -> Path:
    return house(tmp_path / "house.docx")


def rendered(template: Path, **options: Any) -> tuple[bytes, list[str]]:
    told: list[str] = []
    document = render_docx(
        act(), template=template, tell=lambda where, remark: told.append(remark), **options
    )
    return document, told


def test_the_words_are_the_same_with_a_template_and_nothing_is_left_to_repair(template: Path) -> None:
    document, _ = rendered(template)
    assert texts(document) == texts(render_docx(act()))
    assert faults(document) == []


def test_the_styles_of_the_house_replace_those_of_the_same_name(template: Path) -> None:
    document, _ = rendered(template)
    styles = part(document, "word/styles.xml")
    [own] = [s for s in styles.iter(f"{W}style") if s.find(f"{W}name").get(f"{W}val") == "Act Text"]
    assert own.find(f"{W}rPr/{W}sz").get(f"{W}val") == "28"
    used = {e.get(f"{W}val") for e in part(document).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    assert used <= set(styles_of(document).values())
    assert len(set(styles_of(document).values())) == len(list(styles.iter(f"{W}style")))


def test_styles_are_found_by_name_in_a_word_of_another_language(tmp_path: Path, template: Path) -> None:
    def renamed(name: str, data: bytes) -> bytes:
        return data.replace(b'w:styleId="Heading1"', b'w:styleId="1"').replace(
            b'w:val="Heading1"', b'w:val="1"'
        )

    foreign = rezipped(template, tmp_path / "russian.docx", renamed)
    document, told = rendered(foreign)
    assert styles_of(document)["heading 1"] == "Heading1"
    assert not any("heading 1" in remark for remark in told)


def test_what_the_template_lacks_is_said_and_made_as_usual(template: Path) -> None:
    document, told = rendered(template)
    [remark] = told
    assert remark.startswith(
        "the template lacks these styles, which are made as usual: Act Annex, Act Preface, Act Preamble"
    )
    lacking = remark.partition("usual: ")[2].split(", ")
    assert "Act Text" not in lacking
    assert "heading 1" not in lacking
    assert {name.casefold() for name in lacking} <= set(styles_of(document))


def test_its_sample_text_and_its_author_are_not_taken_over(template: Path) -> None:
    document, _ = rendered(template)
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        everything = b"".join(package.read(name) for name in package.namelist())
    assert b"sample of our style" not in everything
    assert b"jane.secretary" not in everything


def test_the_page_is_that_of_the_house(template: Path) -> None:
    document, _ = rendered(template)
    assert next(part(document).iter(f"{W}pgMar")).get(f"{W}left") == str(4 * 567)


def comparison(template: Path | None) -> tuple[bytes, list[str]]:
    """The comparison table of a small package, in the house's style."""
    told: list[str] = []
    spec = "redline: 1\nid: nets\nacts: {a: a.xml}\namendments:\n  - act: a\n    operations:\n"
    loaded = redline.load_spec(
        spec + "      - substitute: marked\n        with: coloured\n", acts={"a": act()}
    )
    document = render_table_docx(
        redline.amend(loaded), template=template, tell=lambda where, remark: told.append(remark)
    )
    return document, told


def test_a_comparison_table_lies_on_its_side_on_the_pages_of_the_house(template: Path) -> None:
    document, told = comparison(template)
    size = next(part(document).iter(f"{W}pgSz"))
    ours = next(part(comparison(None)[0]).iter(f"{W}pgSz"))
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("15840", "12240"), "python-docx has American paper"
    assert (ours.get(f"{W}w"), ours.get(f"{W}h")) == ("16838", "11906")
    widths = [int(column.get(f"{W}w") or 0) for column in part(document).iter(f"{W}gridCol")]
    assert abs(sum(widths) - (15840 - 4 * 567 - 1800)) < 5
    assert not any("Comparison" in remark for remark in told), "a house need not style its tables"
    assert {"ComparisonText", "ActText"} <= set(styles_of(document).values())


def test_the_house_can_have_styles_of_its_own_for_comparison_tables(tmp_path: Path) -> None:
    made = docx.Document(str(house(tmp_path / "house.docx")))
    made.styles.add_style("Comparison Text", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(17)
    made.save(str(tmp_path / "house.docx"))
    document, told = comparison(tmp_path / "house.docx")
    assert styles_of(document)["comparison text"] == "ComparisonText"
    styles = part(document, "word/styles.xml").iter(f"{W}style")
    own = next(style for style in styles if style.get(f"{W}styleId") == "ComparisonText")
    assert next(own.iter(f"{W}sz")).get(f"{W}val") == "34"
    lacking = next(remark for remark in told if "Comparison" in remark)
    assert "Comparison Title" in lacking
    assert "Comparison Text" not in lacking


def test_title_and_version_stand_where_the_header_leaves_room_for_them(template: Path) -> None:
    document, _ = rendered(template)
    header = "".join(part(document, "word/house1.xml").itertext())
    assert header == "Fishing Act | version of 2021-05-01"
    assert "word/footer1.xml" in names_in(document), "a template without a footer gets the page numbers"


def test_room_that_word_has_divided_into_runs_is_found(tmp_path: Path) -> None:
    path = house(tmp_path / "house.docx", header="")
    made = docx.Document(str(path))
    for words in ("— {ti", "tle", "}, ", "{version} —"):
        made.sections[0].header.paragraphs[0].add_run(words)
    made.save(str(path))
    header = "".join(part(rendered(path)[0], "word/house1.xml").itertext())
    assert header == "— Fishing Act, version of 2021-05-01 —"


def test_a_title_that_looks_like_room_is_written_once(template: Path) -> None:
    odd = redline.load_act(act_xml(BODY, title="On {title} and {version}").encode())
    header = "".join(part(render_docx(odd, template=template), "word/house1.xml").itertext())
    assert header.startswith("On {title} and ")


def test_headers_without_room_are_kept_and_the_drafter_is_told(tmp_path: Path) -> None:
    document, told = rendered(house(tmp_path / "house.docx", header="Ministry of Fish"))
    assert "".join(part(document, "word/house1.xml").itertext()) == "Ministry of Fish"
    assert any("leave no room for the title and the version" in remark for remark in told)


def test_a_picture_in_a_header_comes_along(tmp_path: Path) -> None:
    path = house(tmp_path / "house.docx")
    picture = io.BytesIO()
    Image.new("RGB", (4, 4)).save(picture, "png")
    made = docx.Document(str(path))
    made.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(picture.getvalue()))
    made.save(str(path))
    document, _ = rendered(path)
    assert faults(document) == []
    [name] = [name for name in names_in(document) if name.startswith("word/media/")]
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        assert package.read(name) == picture.getvalue()


def test_links_in_a_header_are_written_as_word_takes_them(tmp_path: Path) -> None:
    made = docx.Document(str(house(tmp_path / "house.docx")))
    header = made.sections[0].header
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    for target in ("http://example.org/a b", "mailto:office@example.org"):
        link = header.part.rels.add_relationship(kind, target, f"rId{len(header.part.rels) + 50}", True)
        again = header.part.rels.add_relationship(kind, target, f"rId{len(header.part.rels) + 50}", True)
        for relation in (link, again):
            run = f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation.rId}"><w:r><w:t>x</w:t></w:r></w:hyperlink>'
            header.paragraphs[0]._p.append(parse_xml(run))
    made.save(str(tmp_path / "linked.docx"))
    document, _ = rendered(tmp_path / "linked.docx")
    name = next(name for name in names_in(document) if name.startswith("word/_rels/house"))
    targets = [relation.get("Target") for relation in part(document, name)]
    assert targets == 2 * ["http://example.org/a%20b"] + 2 * ["mailto:office@example.org"]


def test_automatic_numbers_of_a_style_are_left_out_since_numbers_of_laws_are_words(tmp_path: Path) -> None:
    document, told = rendered(house(tmp_path / "house.docx", numbered=True))
    assert next(part(document, "word/styles.xml").iter(f"{W}numPr"), None) is None
    assert any(remark.startswith("numbers of laws are literal") and "heading 1" in remark for remark in told)


def test_a_style_that_hides_its_text_shows_it(tmp_path: Path) -> None:
    path = house(tmp_path / "house.docx")
    made = docx.Document(str(path))
    made.styles["Act Text"].font.hidden = True
    made.save(str(path))
    document, told = rendered(path)
    assert next(part(document, "word/styles.xml").iter(f"{W}vanish"), None) is None
    assert any("never hidden" in remark for remark in told)


def test_redlines_with_a_template_are_exact(template: Path, example: redline.Amended) -> None:
    for marked in example.values():
        exact(marked, template=template, contents=True)


def test_the_same_act_and_template_give_the_same_bytes(template: Path) -> None:
    marked = amended(ACT, "- {substitute: Nets, with: Rods}")
    assert render_docx_redline(marked, template=template) == render_docx_redline(
        marked, template=str(template)
    )


def rezipped(source: Path, target: Path, change: Any) -> Path:
    """A copy of a document with its parts changed."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return target


def refused(path: Path) -> str:
    with pytest.raises(redline.RenderError) as caught:
        render_docx(act(), template=path)
    assert caught.value.slug == "template-unreadable"
    assert ".docx" in caught.value.do
    return caught.value.message


def test_a_template_that_is_not_there_or_no_word_document_is_refused(tmp_path: Path) -> None:
    assert "No such file" in refused(tmp_path / "none.docx")
    for name, data, why in (
        ("empty.docx", b"", "is empty"),
        ("text.docx", b"Dear Sir or Madam", "is no Word document"),
        ("old.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "has a password, or is of a Word older than 2007"),
        ("half.docx", b"PK\x03\x04" + b"x" * 100, "is no Word document"),
    ):
        (tmp_path / name).write_bytes(data)
        assert refused(tmp_path / name).endswith(why)
    assert "cannot be read" in refused(tmp_path)
    assert "the template . cannot be read" in refused(Path("."))


def test_another_archive_than_a_word_document_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.docx", "w") as made:
        made.writestr("hello.txt", "hello")
    assert refused(tmp_path / "x.docx").endswith("is no Word document")


def test_a_workbook_is_no_template(tmp_path: Path, example: redline.Amended) -> None:
    (tmp_path / "style.xlsx").write_bytes(render_bytes(example, "table-xlsx"))
    assert "is a workbook" in refused(tmp_path / "style.xlsx")


def test_a_template_that_unpacks_to_more_than_any_template_is_refused(tmp_path: Path, template: Path) -> None:
    def bomb(name: str, data: bytes) -> bytes:
        return b" " * 30_000_000 if name == "word/styles.xml" else data

    assert "more than 20 MB (word/styles.xml)" in refused(rezipped(template, tmp_path / "bomb.docx", bomb))


def test_a_template_with_entities_is_refused(tmp_path: Path, template: Path) -> None:
    def entities(name: str, data: bytes) -> bytes:
        if name != "word/styles.xml":
            return data
        head, _, rest = data.partition(b"?>")
        return head + b'?><!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + rest

    assert "has a document type" in refused(rezipped(template, tmp_path / "xxe.docx", entities))


def test_a_damaged_template_is_refused(tmp_path: Path, template: Path) -> None:
    def cut(name: str, data: bytes) -> bytes:
        return data[:200] if name == "word/styles.xml" else data

    assert "is damaged (word/styles.xml" in refused(rezipped(template, tmp_path / "cut.docx", cut))


def test_a_header_that_draws_on_other_files_is_left_out(tmp_path: Path, template: Path) -> None:
    def linked(name: str, data: bytes) -> bytes:
        if name == "word/header1.xml":
            image = b'<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" r:link="rId9"/></w:pict></w:r></w:p>'
            return data.replace(b"</w:hdr>", image + b"</w:hdr>")
        return data

    path = rezipped(template, tmp_path / "linked.docx", linked)
    with zipfile.ZipFile(path, "a") as made:
        made.writestr(
            "word/_rels/header1.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://example.org/x.png" '
            'TargetMode="External"/></Relationships>',
        )
    document, told = rendered(path)
    assert any("a header of the template is left out" in remark for remark in told)
    assert "word/header1.xml" in names_in(document)
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        assert not any(b"example.org/x.png" in package.read(name) for name in package.namelist())


def test_python_docx_reads_what_was_made(template: Path) -> None:
    read = docx.Document(io.BytesIO(rendered(template)[0]))
    assert [p.style.name for p in read.paragraphs if p.text.startswith("Article 1.")] == ["Heading 1"]
    assert read.sections[0].header.is_linked_to_previous is False
    assert qn("w:p") in {child.tag for child in read.element.body}
