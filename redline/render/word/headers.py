"""Headers and footers of a template, with the Act's title and version where it leaves room for them."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from lxml import etree
from msgspec import Struct

from redline.render.word.links import address_of
from redline.render.word.styles import WORD
from redline.render.word.template import OFFICE, Element, Relation, Template

_Q = f"{{{WORD}}}"
_ROOMS = ("{title}", "{version}")
_DROPPED = (
    "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "numPr",
    "del", "moveFrom", "proofErr", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart",
    "moveToRangeEnd",
)  # fmt: skip
_UNWRAPPED = ("ins", "moveTo")
IMAGE_TYPES = {
    ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif",
    ".bmp": "image/bmp", ".tif": "image/tiff", ".tiff": "image/tiff", ".emf": "image/x-emf",
    ".wmf": "image/x-wmf",
}  # fmt: skip


class HouseHeader(Struct, frozen=True):
    """A header or footer of a template.

    Attributes:
        kind: `header` or `footer`.
        type: the pages it is for: `default`, `first` or `even`.
        root: its content.
        relations: what it refers to, by id: addresses of links, names of images in `images`.
        images: file name -> image.
    """

    kind: str
    type: str
    root: Element
    relations: Mapping[str, Relation]
    images: Mapping[str, bytes]

    def written(self, title: str, version: str) -> str:
        """The part, with title and version in the place of `{title}` and `{version}`."""
        root = etree.fromstring(etree.tostring(self.root))
        for paragraph in root.iter(f"{_Q}p"):
            for room, words in zip(_ROOMS, (title, version), strict=True):
                _fill(paragraph, room, words)
        text = etree.tostring(root, encoding="unicode")
        return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'


def headers_of(
    template: Template, section: Element | None, ids: Mapping[str, str]
) -> tuple[tuple[HouseHeader, ...], list[str]]:
    """The headers and footers of a section, and what the drafter should know of them.

    Args:
        template: where they are.
        section: the section's properties.
        ids: the template's ids of styles -> what they are now.
    """
    found: list[HouseHeader] = []
    remarks: list[str] = []
    relations = template.relations(template.document)
    for reference in (
        section.iter(f"{_Q}headerReference", f"{_Q}footerReference") if section is not None else ()
    ):
        kind = etree.QName(reference).localname.removesuffix("Reference")
        relation = relations.get(reference.get(f"{{{OFFICE}}}id") or "")
        root = template.xml(relation.target) if relation is not None and not relation.outside else None
        if root is None or relation is None:
            continue
        used = {name: r for name, r in template.relations(relation.target).items() if name in _used(root)}
        if any(not _can_be_taken(r) for r in used.values()):
            remarks.append(f"a {kind} of the template is left out: it holds more than text and pictures")
            continue
        _clean(root, ids)
        images = {
            image_name(r.target): template.part(r.target) or b"" for r in used.values() if not r.outside
        }
        found.append(HouseHeader(kind, reference.get(f"{_Q}type") or "default", root, used, images))
    if found and not any(room in _text(header.root) for header in found for room in _ROOMS):
        remarks.append(
            "its headers leave no room for the title and the version of the Act: "
            "write {title} and {version} where they shall stand"
        )
    return tuple(found), remarks


def image_name(target: str) -> str:
    """What the part of a picture is called in the documents made here."""
    return f"house-{posixpath.basename(target)}"


def _can_be_taken(relation: Relation) -> bool:
    if relation.kind == "hyperlink":
        return relation.outside and bool(address_of(relation.target))
    extension = posixpath.splitext(relation.target)[1].lower()
    return relation.kind == "image" and not relation.outside and extension in IMAGE_TYPES


def _used(root: Element) -> frozenset[str]:
    """The ids of relations that are referred to."""
    return frozenset(
        str(value)
        for element in root.iter()
        for name, value in element.attrib.items()
        if str(name).startswith(f"{{{OFFICE}}}")
    )


def _clean(root: Element, ids: Mapping[str, str]) -> None:
    """Take out what belongs to the template alone, accept all changes, and follow the ids of styles."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or not element.tag.startswith(_Q):
            continue
        name = etree.QName(element).localname
        parent = element.getparent()
        if parent is not None and (name in _DROPPED or name.endswith("Change")):
            parent.remove(element)
        elif parent is not None and name in _UNWRAPPED:
            for child in list(element):
                element.addprevious(child)
            parent.remove(element)
        elif name in ("pStyle", "rStyle", "tblStyle"):
            value = element.get(f"{_Q}val") or ""
            element.set(f"{_Q}val", ids.get(value, value))


def _text(root: Element) -> str:
    return "".join(text.text or "" for text in root.iter(f"{_Q}t"))


def _fill(paragraph: Element, room: str, words: str) -> None:
    """Put words in the place of a room, also where Word has divided it into several runs."""
    start = _text(paragraph).find(room)
    while start >= 0:
        end = start + len(room)
        for element, begins, finishes in _spans(paragraph):
            own = element.text or ""
            if finishes <= start or begins >= end:
                continue
            head, tail = own[: max(0, start - begins)], own[max(0, end - begins) :]
            element.text = head + (words if begins <= start else "") + (tail if finishes >= end else "")
            element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        start = _text(paragraph).find(room, start + len(words))


def _spans(paragraph: Element) -> list[tuple[Element, int, int]]:
    """The texts of a paragraph with where each begins and ends in it."""
    place = 0
    found: list[tuple[Element, int, int]] = []
    for element in paragraph.iter(f"{_Q}t"):
        length = len(element.text or "")
        found.append((element, place, place + length))
        place += length
    return found
