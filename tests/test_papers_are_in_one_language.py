"""No English word is left in a Russian or Kazakh paper, in any format: of an example package, of a review."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree, html

import redline
from redline.operations import OPERATIONS
from redline.packaged import write_package
from redline.render import RENDERERS, render_bytes
from tests.unit.report.reviewed import make_review

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "migration"
LANGUAGES = ("ru", "kk")
WORD = re.compile(r"(?<![\w./:-])[A-Za-z]{3,}(?:[-’'][A-Za-z]+)*")
NOT_SAID = re.compile(
    r"[\w./-]+\.(?:docx|html|pdf|xlsx|pptx|png|svg|json|ya?ml|xml|md|txt|csv|zip)\b|`[^`]*`|\b[a-z_-]+:(?: act\b)?|</?(?:ins|del|su[bp])>"
)
"""Names of files, keys of specs and dossiers (`replace: act`), and marks of Markdown."""
ALLOWED = frozenset(
    {"redline", "Word", "Excel", "PowerPoint", "PDF", "HTML", "XML", "JSON", "Markdown", "YAML"}
)
"""Names of programs and formats, which are no English words."""
READ = {"docx": r"word/(document|comments|footnotes|header\d*|footer\d*)\.xml", "pptx": r"ppt/slides/slide\d+\.xml",
        "xlsx": r"xl/(sharedStrings|workbook|comments\d*|worksheets/sheet\d+)\.xml"}  # fmt: skip
SHOWN = ("name", "descr", "title", "prompt", "promptTitle", "error", "errorTitle")
ON_PAGE = ("title", "aria-label", "alt", "placeholder", "data-label")


def said_in(data: bytes, ending: str) -> Iterator[str]:
    """What a file says to a reader."""
    if ending in READ:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            for name in packed.namelist():
                if re.fullmatch(READ[ending], name):
                    yield from said_in_office(etree.fromstring(packed.read(name)))
    elif ending == "html":
        page = html.fromstring(data)
        for element in page.iter(etree.Element):
            if element.tag not in ("script", "style", "code"):
                yield element.text or ""
            yield from (element.get(name, "") for name in ON_PAGE)
            yield element.tail or ""
    else:
        yield data.decode("utf-8-sig")


def said_in_office(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter("{*}p", "{*}si", "{*}text"):
        yield "".join(text.text or "" for text in paragraph.iter("{*}t", "{*}delText"))
    for element in root.iter("{*}docPr", "{*}sheet", "{*}dataValidation"):
        yield from (element.get(name, "") for name in SHOWN)
    yield from (element.text or "" for element in root.iter("{*}oddHeader", "{*}oddFooter"))


def english(data: bytes, ending: str, allowed: frozenset[str]) -> dict[str, str]:
    """Each Latin word of a file that is not allowed, with the words around it."""
    return {
        found[0]: found.string[max(0, found.start() - 40) : found.end() + 40]
        for said in said_in(data, ending)
        for found in WORD.finditer(NOT_SAID.sub(" ", unescape(said)))
        if found[0] not in allowed
    }


@pytest.fixture(scope="module")
def amended() -> redline.Amended:
    return redline.amend(redline.load_spec(EXAMPLE))


def names_in(amended: redline.Amended) -> frozenset[str]:
    """What the drafter calls operations and conditions, and Latin words of the Acts themselves."""
    spec = amended.spec
    called = {
        name for operation in spec.operations for name in (operation.id, operation.when or "", operation.verb)
    }
    return ALLOWED | called | {name.capitalize() for name in called}


ENDINGS: Mapping[str, str] = {
    "docx": "docx",
    "html": "html",
    "xlsx": "xlsx",
    "csv": "csv",
    "markdown": "md",
    "text": "txt",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_papers_of_a_package_hold_no_english_word(language: str, amended: redline.Amended) -> None:
    package = amended.in_language(language)
    allowed = names_in(amended)
    for renderer in RENDERERS:
        ending = next((end for kind, end in ENDINGS.items() if kind in renderer.name), None)
        if ending is None or renderer.name == "index-html":
            continue
        marked = list(package.values())
        of_kind = {"marked": marked, "act": [each.after() for each in marked]}
        shown = of_kind.get(renderer.shows, [package])
        for what in shown:
            left = english(render_bytes(what, renderer.name), ending, allowed)
            assert left == {}, renderer.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_papers_of_a_review_hold_no_english_word(language: str, tmp_path: Path) -> None:
    written = write_package(make_review(tmp_path), tmp_path / "package", language=language)
    allowed = ALLOWED | {
        "law",
        "rules",
        "harmonisation",
        "op-reference",
        *(module.VERB.name for module in OPERATIONS),
    }
    for path in written.files:
        ending = path.suffix[1:]
        if ending in (*READ, "html", "md", "csv", "txt") and ".en." not in path.name:
            assert english(path.read_bytes(), ending, allowed) == {}, path.name
