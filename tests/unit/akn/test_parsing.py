"""Files that are not XML, or not safe to read: refused in words that a drafter understands."""

from __future__ import annotations

import pytest

import redline

OPEN = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act>'
CLOSE = "</act></akomaNtoso>"
MULTIPLYING = '<!ENTITY a "law">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 20}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def refusal(data: bytes) -> redline.ActError:
    with pytest.raises(redline.ActError) as caught:
        redline.load_act(data, name="act.xml")
    return caught.value


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY own "words">',
        '<!ENTITY file SYSTEM "file:///etc/hostname">',
        '<!ENTITY % file SYSTEM "file:///etc/hostname"> %file;',
        MULTIPLYING,
    ],
    ids=["one of its own", "another file", "a parameter", "multiplying"],
)
@pytest.mark.parametrize("used", ["<p>&i;</p>", '<p title="&i;"/>', ""], ids=["text", "attribute", "unused"])
def test_a_document_with_entities_is_not_safe(declared: str, used: str) -> None:
    used = used if declared == MULTIPLYING else ""
    error = refusal(f"<!DOCTYPE akomaNtoso [\n{declared}]>\n{OPEN}{used}{CLOSE}".encode())
    assert error.slug == "xml-unsafe"
    assert "abbreviations of its own (<!ENTITY …>)" in error.message
    assert error.at is not None
    assert error.at.line == 2


def test_an_entity_that_only_another_file_explains_is_not_safe() -> None:
    error = refusal(f'<!DOCTYPE akomaNtoso SYSTEM "akn.dtd">\n{OPEN}<p>a&nbsp;b</p>{CLOSE}'.encode())
    assert error.slug == "xml-unsafe"
    assert "leaves &nbsp; to be looked up in another file" in error.message


@pytest.mark.parametrize(
    ("inside", "says"),
    [
        (f'<p title="{"x" * 11_000_000}"/>', "more than 10 million characters"),
        (f"<p>{'x' * 11_000_000}</p>", "more than 10 million characters"),
        (f"<{'x' * 60_000}/>", "a name of more than 50,000 characters"),
        ("<p>" * 300 + "</p>" * 300, "256 deep"),
    ],
    ids=["attribute", "text", "name", "depth"],
)
def test_what_is_larger_than_any_law_is_not_safe_and_said_in_plain_words(inside: str, says: str) -> None:
    error = refusal(f"{OPEN}{inside}{CLOSE}".encode())
    assert error.slug == "xml-unsafe"
    assert says in error.message
    assert "\n" not in error.message
    assert "PARSE_HUGE" not in str(error)


def test_text_in_another_encoding_names_its_byte_and_says_save_as_utf_8() -> None:
    error = refusal(f"{OPEN}\n<p>".encode() + "Статья".encode("cp1251") + f"</p>{CLOSE}".encode())
    assert error.message == "act.xml is not UTF-8 text: byte 79 is 0xd1"
    assert error.at is not None
    assert (error.at.line, error.at.column) == (2, 4)
    assert error.do == "save it as UTF-8 (in an editor: Save with encoding, UTF-8)"


def test_text_in_another_encoding_that_says_so_is_read() -> None:
    data = f'<?xml version="1.0" encoding="windows-1251"?>{OPEN}<p>Статья</p>{CLOSE}'.encode("cp1251")
    assert "".join(redline.load_act(data).root.itertext()) == "Статья"


def test_an_encoding_of_no_known_name_is_named() -> None:
    error = refusal(f'<?xml version="1.0" encoding="klingon"?>{OPEN}{CLOSE}'.encode())
    assert "says that it is in the encoding klingon, which is not known" in error.message


@pytest.mark.parametrize(
    ("document", "says", "do"),
    [
        (f"{OPEN}<p>a</act></akomaNtoso>", "<p>, opened in line 1, is closed by </act>", "close <p>"),
        (f"{OPEN}<p>a</p>", "the file ends before <act>", "export the Act again"),
        (f"{OPEN}<p>a & b</p>{CLOSE}", "a bare & stands in the text", "&amp;"),
        (f"{OPEN}<p>a < b</p>{CLOSE}", "a bare < stands in the text", "&lt;"),
        (f"{OPEN}<p>a&nbsp;b</p>{CLOSE}", "&nbsp; is a name of HTML", "&#160;"),
        (f"{OPEN}<p>a\x0bb</p>{CLOSE}", "a control character (number 11)", "take the character out"),
        (f"{OPEN}<p>a\x00b</p>{CLOSE}", "a control character (number 0x0)", "take the character out"),
        (f"{OPEN}{CLOSE}<p/>", "something follows behind the end", "take out"),
        ("PK\x03\x04 a Word file", "it does not begin with a tag", "Word"),
        (" \n", "act.xml is empty", "give a file"),
    ],
)
def test_broken_xml_is_explained(document: str, says: str, do: str) -> None:
    error = refusal(document.encode())
    assert error.slug == "xml-not-well-formed"
    assert says in error.message
    assert do in error.do
