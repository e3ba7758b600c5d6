"""Words that stay are left unmarked also where a replacement puts them in other paragraphs."""

from __future__ import annotations

from .reading import W, act_xml, amended, article, changed, exact

LIST = (
    '<article eId="art_1"><num>Article 1.</num><heading>Permits</heading>'
    '<paragraph eId="art_1__para_1"><num>1.</num><intro><p>A permit is issued to:</p></intro>'
    '<point eId="art_1__para_1__point_a"><num>(a)</num><content><p>every fisherman of the lake,</p></content></point>'
    '<point eId="art_1__para_1__point_b"><num>(b)</num><content><p>every owner of a boat.</p></content></point>'
    "</paragraph></article>"
)
SENTENCE = (
    '<article eId="art_1"><num>Article 1.</num><heading>Permits</heading>'
    '<paragraph eId="art_1__para_1"><num>1.</num><content><p>A permit is issued to: every fisherman of the lake, '
    "every owner of a boat.</p></content></paragraph></article>"
)
CHAPTER = (
    '<chapter eId="chp_1"><num>Chapter 1.</num><heading>Nets</heading>{}'
    '<article eId="art_2"><num>Article 2.</num><content><p>Nets are marked with a tag.</p></content></article>'
    "</chapter>"
)


def replaced(old: str, new: str, place: str = "act") -> str:
    return f"- replace: {place}\n  with:\n    akn: |\n{indented(new)}" if old != new else ""


def indented(text: str) -> str:
    return "".join(f"      {line}\n" for line in text.splitlines())


def anew(old: str, new: str, **options: str):  # type: ignore[no-untyped-def]
    """The redline of an Act whose body is replaced by another, held against both texts."""
    return exact(amended(act_xml(old), replaced(act_xml(old), act_xml(new))), **options)


def test_of_a_sentence_that_becomes_a_list_only_the_numbers_are_marked() -> None:
    root = anew(SENTENCE, LIST)
    assert "".join(changed(root, "ins")) == "(a)(b)"
    assert "".join(changed(root, "del")).strip() == ""


def test_of_a_list_that_becomes_a_sentence_only_the_numbers_are_marked() -> None:
    root = anew(LIST, SENTENCE)
    assert "".join(changed(root, "del")) == "(a)(b)"
    assert "".join(changed(root, "ins")).strip() == ""


def test_a_line_that_becomes_a_heading_has_another_style_and_no_other_words() -> None:
    line = (
        '<article eId="art_1"><num>Article 1.</num><content><p>Catches are told.</p><p>Section of tags</p>'
        "</content></article>"
    )
    short = '<article eId="art_1"><num>Article 1.</num><content><p>Catches are told.</p></content></article>'
    old = CHAPTER.format(line)
    new = old.replace(line, short).replace(
        '<article eId="art_2">',
        '<section eId="sec_1"><heading>Section of tags</heading><article eId="art_2">',
    )
    new = new.replace("</article></chapter>", "</article></section></chapter>")
    root = anew(old, new)
    assert changed(root, "ins") == changed(root, "del") == []
    earlier = {
        "".join(text.text or "" for text in change.getparent().getparent().iter(f"{W}t")): [
            style.get(f"{W}val") for style in change.iter(f"{W}pStyle")
        ]
        for change in root.iter(f"{W}pPrChange")
    }
    assert earlier["Section of tags"] == ["ActText"]


def test_words_in_common_by_chance_keep_nobody_from_reading_either_text() -> None:
    old = article(1, "The owner of a boat tells the harbour master of every catch that is landed at night.")
    new = article(
        1, "For each permit the board asks a fee.", "It is paid into the fund of the lake within ten days."
    )
    root = anew(old, new)
    assert "The owner of a boat tells the harbour master of every catch that is landed at night." in changed(
        root, "del"
    )


def test_of_paragraphs_that_have_nothing_in_common_none_is_mixed_with_another() -> None:
    common = "Every fisherman of the lake keeps a book of his catches and shows it to the warden"
    old = article(1, f"{common}, and the warden signs it.", "Rods need no tag.", "Boats are green.")
    new = article(1, f"{common}.", "And the warden signs it.", "Oars float.", "Lamps burn all night.")
    root = anew(old, new)
    for paragraph in root.iter(f"{W}p"):
        words = "".join(t.text or "" for t in paragraph.iter(f"{W}t", f"{W}delText"))
        assert not ("Rods" in words and "Oars" in words)


def test_two_instructions_are_shown_as_what_they_are() -> None:
    old = article(1, "Nets are marked with a tag.", "Rods are not.") + article(2, "Boats are green.")
    marked = amended(
        act_xml(old),
        "- repeal: art 2\n- insert: Nets are marked with a tag and boats are green.\n  into: art 1\n",
    )
    root = exact(marked)
    assert "Nets are marked with a tag and boats are green." in changed(root, "ins")


def test_whole_paragraphs_are_marked_where_that_is_asked_for() -> None:
    root = anew(SENTENCE, LIST, granularity="provisions")
    assert "every fisherman of the lake," in " ".join(changed(root, "ins"))
