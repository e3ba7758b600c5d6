"""New text for a place in the Act: the content of an operation read at the level it goes to."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from redline.akn.document import Element, plain_text, squeeze
from redline.akn.edits import Edit, InsertEdit
from redline.akn.marks import UNMARKED, View
from redline.akn.names import HEADS, KEEP, PROVISIONS, TEXT_BLOCKS, local_name
from redline.akn.structure import bare_number, heading_of, num_of, number_of
from redline.drafting.inline import ADDRESS, fill, unpaired_marks
from redline.drafting.layout import Layout, Place, at_line, line_of, plain_lines
from redline.drafting.lines import OMISSIONS
from redline.drafting.markup import read_markup
from redline.drafting.numbers import renumbered
from redline.drafting.reader import read_text
from redline.drafting.tables import is_table_line
from redline.errors import AmendmentError
from redline.model.source import Span
from redline.model.spec import Content, Text
from redline.operations.annexes import complete_annex
from redline.operations.block_holders import hold_blocks
from redline.operations.context import PlanContext
from redline.operations.headed import like_headed
from redline.operations.levels import a_level
from redline.operations.typed_numbers import refuse_bare_numbers, unit_word_of, unit_words


def read_content(
    context: PlanContext,
    content: Content,
    level: str,
    kind: str | None = None,
    place: Place | None = None,
) -> list[Element]:
    """The elements of a content whose first number stands at `level` (an element name).

    What the Act has at the `place` decides between two readings of plain text, where it can. References are
    looked up; unit numbers written with their word take the printed form of the Act's own.
    """
    working = context.working
    if content.form == "akn":
        elements = read_markup(content, working.act.namespace)
    else:
        layout = Layout(
            namespace=working.act.namespace,
            level=level,
            profile=context.profile,
            unit_words=_words_of_the_act(context),
            child_name=context.usage.child_name,
            usual_child=context.usage.usual_child,
            headed=context.usage.headed,
            blocks=context.usage.blocks,
            kind=kind,
            place=place or Place(),
        )
        note_unpaired(context, content.text)
        refuse_bare_numbers(context, content, level)
        elements = read_text(content, layout)
        for element in elements:
            hold_blocks(element)
        _check_unit_words(context, elements, content)
        for element in elements:
            _print_as_others(context, element)
            _print_bare(context, element)
    for element in elements:
        _refuse_empty_annex(element, content)
        complete_annex(element, working)
        _resolve_references(context, element, content)
    return elements


def _refuse_empty_annex(element: Element, content: Content) -> None:
    if local_name(element.tag) == "attachment" and all(local_name(child.tag) in HEADS for child in element):
        raise AmendmentError(
            "content-unreadable",
            "the new annex has a heading and no text",
            do="write its text on the lines below the heading; retitle changes a heading alone",
            at=content.at,
        )


def _words_of_the_act(context: PlanContext) -> Mapping[str, tuple[str, ...]]:
    """The unit words of the installed languages, and those that the Act itself prints before its numbers."""
    known = unit_words()
    own = {word: (name,) for word, name in context.usage.words.items() if word not in known}
    return {**known, **own} if own else known


def _print_bare(context: PlanContext, unit: Element) -> None:
    """Numbers of sub-provisions as the Act prints its own, where those are bare: `1` for a typed `(1)`."""
    name = local_name(unit.tag)
    for child in unit:
        num = next((each for each in child if local_name(each.tag) == "num"), None)
        if num is not None and num.text and context.usage.prints_bare(name, local_name(child.tag)):
            num.text = number_of(child, UNMARKED)
        _print_bare(context, child)


def _print_as_others(context: PlanContext, unit: Element) -> None:
    """Numbers of articles, and of the chapters around them, as the Act prints others of their kind."""
    levels = (*context.profile.containers, context.profile.basic)
    name = local_name(unit.tag)
    if name not in {level.element for level in levels} and name not in ("article", "section"):
        return
    example = context.usage.example(name, context.view)
    if example is not None:
        print_like(unit, example, context.view)
    for child in unit:
        if isinstance(child.tag, str):
            _print_as_others(context, child)


def _check_unit_words(context: PlanContext, elements: list[Element], content: Content) -> None:
    """A typed unit word says what the unit is, and is never printed over by that of another kind.

    Raises:
        AmendmentError: `content-number`.
    """
    for element in elements:
        printed = num_of(element, UNMARKED)
        kinds = unit_words().get(unit_word_of(printed), ())
        if kinds and not _is_of_kind(context, element, kinds):
            raise AmendmentError(
                "content-number",
                f"the new text begins with {printed.rstrip('.')}, and each unit at this place is "
                f"{a_level(local_name(element.tag))}",
                do=_other_ways(context, element, kinds),
                at=content.line(line_of(element)),
                about=(("act", context.working.act.name),),
            )


def _is_of_kind(context: PlanContext, element: Element, kinds: tuple[str, ...]) -> bool:
    """Whether a unit word names such a unit: by its language, or as the Act itself prints its units."""
    name = local_name(element.tag)
    printed = [word for word, unit in context.usage.words.items() if unit == name]
    return bool({name, element.get("name")}.intersection(kinds)) or any(
        set(unit_words().get(word, ())).intersection(kinds) for word in printed
    )


def _other_ways(context: PlanContext, element: Element, kinds: tuple[str, ...]) -> str:
    """What to write where the unit word of the new text does not fit its place."""
    name, typed = local_name(element.tag), num_of(element, UNMARKED).rstrip(".")
    numbers = {level.element: level.number for level in context.profile.levels}
    bare = number_of(element, UNMARKED)
    same = numbers.get(name, f"{name.capitalize()} {{n}}").replace("{n}", bare)
    way = f"begin it with {same} if {a_level(name)} is meant"
    if "attachment" in kinds:
        return f"{way}; {typed} itself is put into: act"
    if kinds[0] in {level.element for level in context.profile.containers}:
        return (
            f"{way}; else name the {kinds[0]} that it stands beside, or insert its provisions and put it "
            f'around them with enclose: …, as: "{typed}. …"'
        )
    return f"{way}; else name the place where such a provision stands"


def note_unpaired(context: PlanContext, text: str) -> None:
    """Note the marks of a text that have no partner: they stand in the law as typed (spec language, §4)."""
    found = [mark for line in text.splitlines() for mark in unpaired_marks(line)]
    for mark in dict.fromkeys(found):
        context.notes.append(f"a {mark} of the new text has no partner and stands in the law as typed")


def text_paragraphs(context: PlanContext, content: Content) -> list[Element]:
    """Plain text (or AKN blocks) for a part, as `p` elements; inline marks are read."""
    namespace = context.working.act.namespace
    if content.form == "akn":
        return read_markup(content, namespace)
    lines = enumerate(content.text.splitlines(), 1)
    row = next((place for place, line in lines if is_table_line(line.strip())), None)
    if row is not None:
        raise AmendmentError(
            "content-unreadable",
            "a table cannot stand at this place",
            do="put it after a provision, or name a table or row that it is to stand beside",
            at=content.line(row),
        )
    note_unpaired(context, content.text)
    made: list[Element] = []
    for place, line in plain_lines(content):
        if line in OMISSIONS:
            raise AmendmentError(
                "content-unreadable",
                f"a line of {line} keeps provisions, and this is a part of one",
                do=f"write the words out; \\{line} if the law is to have these dots",
                at=content.line(place),
            )
        paragraph = at_line(etree.Element(f"{{{namespace}}}p" if namespace else "p"), place)
        made.append(fill(paragraph, line, namespace))
    for paragraph in made:
        _resolve_references(context, paragraph, content)
    if not made:
        raise AmendmentError(
            "content-unreadable",
            "the new text is empty",
            do="write the new text, or use repeal or omit",
            at=content.at,
        )
    return made


def one_line(context: PlanContext, content: Content) -> Element:
    """Plain text for a part that is a stretch of words: one block, line breaks as spaces."""
    paragraphs = text_paragraphs(context, content)
    first = paragraphs[0]
    for other in paragraphs[1:]:
        _append(first, " ")
        if other.text:
            _append(first, other.text)
        for child in list(other):
            first.append(child)
    return first


def _append(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def keeps_nothing(content: Content, keep: Element) -> AmendmentError:
    """The error of a line of `…` that has nothing to keep."""
    return AmendmentError(
        "content-unreadable",
        "a line of … stands where nothing is left out",
        do="take the line out, or check the numbers of the lines around it",
        at=content.line(line_of(keep)),
    )


def refuse_kept_lines(edits: list[Edit], content: Content) -> None:
    """What is inserted as a whole has nothing that a line of `…` could keep.

    Raises:
        AmendmentError: `content-unreadable`.
    """
    for edit in edits:
        keep = next(edit.element.iter(KEEP), None) if isinstance(edit, InsertEdit) else None
        if keep is not None:
            raise keeps_nothing(content, keep)


def units_only(elements: list[Element], content: Content) -> list[Element]:
    """The elements, all of which must be provisions or cross-headings.

    Raises:
        AmendmentError: `content-unreadable` where words stand outside a numbered provision.
    """
    for element in elements:
        if element.tag == KEEP:
            raise keeps_nothing(content, element)
        if local_name(element.tag) not in PROVISIONS and local_name(element.tag) != "crossHeading":
            words = squeeze(plain_text(element))
            raise AmendmentError(
                "content-unreadable",
                f'"{words[:50]}{"…" if len(words) > 50 else ""}" has no number, so it is no provision',
                do="begin the line with the number of the new provision",
                at=content.line(line_of(element)),
            )
    return elements


def blocks_only(elements: list[Element]) -> bool:
    """Whether the content is words and tables only, without provisions."""
    return all(
        local_name(element.tag) in TEXT_BLOCKS or local_name(element.tag) == "table" for element in elements
    )


def note_other_element(context: PlanContext, new: Element, old: Element, place: str) -> None:
    """Note that markup brings a provision of another element than what stands at its place: addresses name it
    by that element.

    Args:
        place: what the old one is to the new one: `what it replaces`, `what it stands beside`.
    """
    names = [element.get("name") or local_name(element.tag) for element in (new, old)]
    if names[0] != names[1]:
        printed = num_of(new, UNMARKED).rstrip(".") or "the new provision"
        context.notes.append(
            f"{printed} is {a_level(names[0])} in the markup given, and {place} is {a_level(names[1])}: is "
            f"that meant?"
        )


def print_like(element: Element, sibling: Element, view: View) -> None:
    """Print a new unit's number as its sibling prints its own, where a unit word or sign stands in either."""
    num = next((child for child in element if local_name(child.tag) == "num"), None)
    if num is None or not num.text:
        return
    bare = number_of(element, UNMARKED)
    printed, old = num_of(sibling, view), number_of(sibling, view)
    if not printed and like_headed(element, sibling, view):
        return
    if old and not printed:
        _number_in_heading(element, num, sibling, view)
        return
    # A section written with its sign is read as the bare number; Roman numbers stand as bare ones do, and so
    # does a figure with a full stop where the Act prints a word or sign before its numbers.
    as_bare = num.text == bare or (bare.isalpha() and len(bare) > 1 and num.text == f"{bare}.")
    worded = bool(unit_word_of(num.text)) or as_bare or (num.text == f"{bare}." and _has_word(printed, old))
    if bare and old and (worded or (printed == old and bare_number(num.text) == bare)):
        num.text = renumbered(printed, old, bare)


def _has_word(printed: str, bare: str) -> bool:
    """Whether a unit word or a sign is printed beside a number: `Article 5.`, `§ 5`, `5-бап.`"""
    place = max(0, printed.rfind(bare))
    beside = printed[:place] + printed[place + len(bare) :]
    return "§" in beside or any(letter.isalpha() for letter in beside)


def _number_in_heading(element: Element, num: Element, sibling: Element, view: View) -> None:
    """Put a new annex's number into its heading, where its sibling has it there; else leave it as written."""
    heading = next((child for child in element if local_name(child.tag) == "heading"), None)
    if heading is not None and heading_of(sibling, view):
        heading.text = f"{num.text} {heading.text or ''}"
        element.remove(num)


def _resolve_references(context: PlanContext, element: Element, content: Content) -> None:
    for reference in element.iter(etree.Element):
        address = reference.get(ADDRESS)
        if address is None:
            continue
        del reference.attrib[ADDRESS]
        reference.set("href", href_of(context, address, content.line(line_of(reference))))


def href_of(context: PlanContext, address: str, at: Span) -> str:
    """What a reference to an address points to: an IRI as it is, or the provision's identifier."""
    if address.startswith(("/", "#", "http://", "https://")):
        return address
    found = context.resolve(Text(address, at))
    identifier = next((target.element.get("eId") or target.element.get("id") for target in found), None)
    if identifier is None:
        raise AmendmentError(
            "address-not-found",
            f"the provision {address} has no identifier that a reference could point to",
            do="give the reference as an IRI (/akn/…) or take the link off",
            at=at,
        )
    return f"#{identifier}"
