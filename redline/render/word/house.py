"""The house style: styles, theme, page and header that a template gives to the documents made here.

Styles are found by the name that Word shows, since their ids differ from one language of Word to the next;
they get the ids that the documents use, so that the body is the same with and without a template.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from pathlib import Path

from lxml import etree
from msgspec import Struct, field
from msgspec.structs import replace

from redline.render.word.headers import HouseHeader, headers_of
from redline.render.word.styles import EXPECTED, STYLES_BY_DEFAULT, TEXT_WIDTH, WORD, Style, styles_xml
from redline.render.word.template import OFFICE, Element, Template

_Q = f"{{{WORD}}}"
_VAL = f"{_Q}val"
_LEFT_OUT = ("lang", "rsid", "vanish", "webHidden")
_OF_PAGE = ("pgSz", "pgMar", "pgBorders", "lnNumType", "pgNumType", "cols", "titlePg", "docGrid")


class House(Struct, frozen=True):
    """What a template gives.

    Attributes:
        styles: its styles, under our ids; None for our own.
        theme, fonts: parts as they are; None where there are none.
        page: the properties of its pages; empty for ours.
        headers: its headers and footers.
        even_and_odd: whether even pages have headers of their own.
        width: of the text, in twentieths of a point.
        remarks: what the drafter should know of the template.
    """

    styles: Element | None = None
    theme: bytes | None = None
    fonts: bytes | None = None
    page: str = ""
    headers: tuple[HouseHeader, ...] = ()
    even_and_odd: bool = False
    width: int = TEXT_WIDTH
    remarks: tuple[str, ...] = field(default=())

    def styles_xml(self, language: str, further: Sequence[Style] = ()) -> str:
        """The styles part of a document in a language; of `further`, what the template has is its own."""
        if self.styles is None:
            return styles_xml(language, further)
        root = deepcopy(self.styles)
        found = _by_name(root, further)
        _apply(root, dict(_renamed(root, found)))
        for style in etree.fromstring(styles_xml("en", further).encode()).iter(f"{_Q}style"):
            name = style.get(f"{_Q}styleId") or ""
            if name in found and found[name] is None:
                root.append(deepcopy(style))
        _set_language(root, language)
        return _written(root)

    def lacking(self, further: Sequence[Style]) -> tuple[str, ...]:
        """What is to be said of styles that only some documents use: that the template has not all of them.

        Of a template that has none of them nothing is said: it is not made for such documents.
        """
        if self.styles is None:
            return ()
        found = _by_name(self.styles, further)
        names = [style.name for style in further if found[style.id] is None]
        return (_LACKING.format(", ".join(names)),) if 0 < len(names) < len(further) else ()

    @property
    def on_its_side(self) -> House:
        """The same house with its pages on their side; ours for a template that says nothing of its pages."""
        if not self.page:
            return self
        section = etree.fromstring(f'<w:sectPr xmlns:w="{WORD}">{self.page}</w:sectPr>')
        size = section.find(f"{_Q}pgSz")
        wide, high = (size.get(f"{_Q}{name}") if size is not None else None for name in ("w", "h"))
        if size is None or not wide or not high or not (wide.isdigit() and high.isdigit()):
            return self
        for name, value in zip(("w", "h"), sorted((wide, high), key=int, reverse=True), strict=True):
            size.set(f"{_Q}{name}", value)
        size.set(f"{_Q}orient", "landscape")
        return replace(self, page="".join(_page(section)), width=_width(section))

    def has(self, kind: str) -> bool:
        """Whether the template has a header, or a footer."""
        return any(header.kind == kind for header in self.headers)


_LACKING = "the template lacks these styles, which are made as usual: {}"

OWN = House()
"""Documents without a template."""


def house_of(path: Path | None) -> House:
    """The house style of a template; ours for None.

    Raises:
        RenderError: `template-unreadable`.
    """
    if path is None:
        return OWN
    template = Template(path)
    document = template.xml(template.document)
    sections = document.findall(f"{_Q}body/{_Q}sectPr") if document is not None else []
    section = sections[-1] if sections else None
    styles = template.xml(template.related(template.document, "styles"))
    root = styles if styles is not None else etree.fromstring(styles_xml("en").encode())
    ids, remarks = _adopted(root)
    headers, more = headers_of(template, section, ids)
    settings = template.xml(template.related(template.document, "settings"))
    return House(
        root,
        template.part(template.related(template.document, "theme")) if _themed(template) else None,
        _fonts(template),
        "".join(_page(section)),
        headers,
        settings is not None and settings.find(f"{_Q}evenAndOddHeaders") is not None,
        _width(section),
        (*remarks, *more),
    )


def _adopted(root: Element) -> tuple[Mapping[str, str], list[str]]:
    """Give the styles of a template our ids, and add those that it lacks.

    Returns:
        template's id -> id now; and what is to be said of the styles.
    """
    by_name = {(s.get(f"{_Q}type"), _name(s).casefold()): s for s in root.iter(f"{_Q}style")}
    found = {style.id: by_name.get((style.type, style.name.casefold())) for style in EXPECTED}
    ids = dict(_renamed(root, found))
    _apply(root, ids)
    numbered = [s.name for s in EXPECTED if (own := found[s.id]) is not None and _has(own, "numPr")]
    hidden = [s.name for s in EXPECTED if (own := found[s.id]) is not None and _has(own, "vanish")]
    _clean(root)
    ours = etree.fromstring(styles_xml("en").encode())
    for style in ours.iter(f"{_Q}style"):
        if found.get(style.get(f"{_Q}styleId") or "") is None:
            root.append(deepcopy(style))
    lacking = [s.name for s in EXPECTED if found[s.id] is None and s.id not in STYLES_BY_DEFAULT]
    said = (
        (lacking, _LACKING),
        (numbered, "numbers of laws are literal: the automatic numbers of these styles are left out: {}"),
        (hidden, "the text of a law is never hidden: these styles of the template are shown: {}"),
    )
    return ids, [text.format(", ".join(names)) for names, text in said if names]


def _by_name(root: Element, styles: Sequence[Style]) -> dict[str, Element | None]:
    """Our id -> the paragraph style of that name, if there is one."""
    named = {
        _name(style).casefold(): style
        for style in root.iter(f"{_Q}style")
        if style.get(f"{_Q}type") == "paragraph"
    }
    return {style.id: named.get(style.name.casefold()) for style in styles}


def _renamed(root: Element, found: Mapping[str, Element | None]) -> Iterator[tuple[str, str]]:
    taken = {style.get(f"{_Q}styleId") or "" for style in root.iter(f"{_Q}style")} | set(found)
    for ours, style in found.items():
        if style is not None:
            yield style.get(f"{_Q}styleId") or "", ours
    matched = {id(style) for style in found.values() if style is not None}
    for style in root.iter(f"{_Q}style"):
        own = style.get(f"{_Q}styleId") or ""
        if own in found and id(style) not in matched:
            other = next(name for n in range(1, len(taken) + 2) if (name := f"{own}House{n}") not in taken)
            taken.add(other)
            yield own, other


def _apply(root: Element, ids: Mapping[str, str]) -> None:
    for style in root.iter(f"{_Q}style"):
        own = style.get(f"{_Q}styleId") or ""
        style.set(f"{_Q}styleId", ids.get(own, own))
        for name in ("basedOn", "next", "link"):
            for element in style.iter(f"{_Q}{name}"):
                value = element.get(_VAL) or ""
                element.set(_VAL, ids.get(value, value))


def _clean(root: Element) -> None:
    """Take out what numbers or hides text, its languages, and who changed the styles when."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        parent = element.getparent()
        if parent is not None and (name in (*_LEFT_OUT, "numPr", "specVanish") or name.endswith("Change")):
            parent.remove(element)
    for style in root.findall(f"{_Q}style"):
        if style.get(f"{_Q}type") == "numbering":
            root.remove(style)


def _has(style: Element, name: str) -> bool:
    return style.find(f".//{_Q}{name}") is not None


def _name(style: Element) -> str:
    element = style.find(f"{_Q}name")
    return (element.get(_VAL) or "") if element is not None else ""


def _set_language(root: Element, language: str) -> None:
    """The language of all words that have no other."""
    defaults = root.find(f"{_Q}docDefaults")
    if defaults is None:
        defaults = etree.Element(f"{_Q}docDefaults")
        root.insert(0, defaults)
    parent = defaults
    for place, name in enumerate(("rPrDefault", "rPr")):
        child = parent.find(f"{_Q}{name}")
        if child is None:
            child = etree.Element(f"{_Q}{name}")
            parent.insert(0 if place == 0 else len(parent), child)
        parent = child
    for child in parent.findall(f"{_Q}lang"):
        parent.remove(child)
    etree.SubElement(parent, f"{_Q}lang", {_VAL: language, f"{_Q}eastAsia": language})


def _themed(template: Template) -> bool:
    """Whether there is a theme that needs nothing else."""
    theme = template.related(template.document, "theme")
    return bool(theme) and template.xml(theme) is not None and not template.relations(theme)


def _fonts(template: Template) -> bytes | None:
    """The table of fonts, without fonts that are embedded: they are large, and often not free to pass on."""
    root = template.xml(template.related(template.document, "fontTable"))
    if root is None:
        return None
    for element in list(root.iter()):
        parent = element.getparent()
        if parent is not None and str(element.tag).startswith(f"{_Q}embed"):
            parent.remove(element)
    return _written(root).encode("utf-8")


def _page(section: Element | None) -> Iterator[str]:
    for child in section if section is not None else ():
        named = isinstance(child.tag, str) and etree.QName(child).localname in _OF_PAGE
        # A border of pictures needs parts that are not taken over.
        if named and not any(OFFICE in str(name) for part in child.iter() for name in part.attrib):
            yield etree.tostring(child, encoding="unicode", with_tail=False)


def _width(section: Element | None) -> int:
    """How wide the text is: the page without its margins."""
    size = section.find(f"{_Q}pgSz") if section is not None else None
    margins = section.find(f"{_Q}pgMar") if section is not None else None
    if size is None or margins is None:
        return TEXT_WIDTH
    try:
        sides = [int(margins.get(f"{_Q}{name}") or 0) for name in ("left", "right", "gutter")]
        return max(1000, int(size.get(f"{_Q}w") or 0) - sum(sides))
    except ValueError:
        return TEXT_WIDTH


def _written(root: Element) -> str:
    text = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'
