"""The working copy of an Act that operations mark: the tree, the order of operations, and its indexes."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from lxml import etree

from redline.akn.document import Act, Element
from redline.akn.id_scheme import IdScheme, clean_number, scheme_of
from redline.akn.marks import INS, MARKS, MOVED, WRAP, View
from redline.akn.names import ANNEXES, PROVISIONS, SUBFLOWS, local_name
from redline.akn.structure import bare_number, number_of, words_of
from redline.akn.whole import WholeText

_ROOT = re.compile(rb"<(?:[\w.-]+:)?akomaNtoso(?=[\s>/])")


class WorkingAct:
    """A copy of an Act that is being marked.

    Attributes:
        act: the Act it is a copy of; never changed.
        tree, root: the copy.
        order: operation id -> its place in the order of application.
        filed: operation id -> its place in the spec's file.
        live: for provisions moved by an operation, what stands at the old place -> the provision at the new
        one.
        replaced: provision -> the operation that replaced it.
        placed: what operations inserted -> the anchor and side it was inserted at.
        leaning: words that operations put at a place -> whether they belong to those before it (`left`) or
            behind it (`right`).
        anchors: what something was put beside or into -> on which side, and the operations that did.
        merging: whether anything was split or joined.
        default_language: what to take for the language of an Act that does not say it.
        sequential: whether each operation sees what its predecessors left (`addressing: current`).
        structural: how many marks so far changed structure (not only words): while 0, one look-up is enough.
    """

    def __init__(self, act: Act) -> None:
        self.act = act
        self.tree = _copy(act)
        self.root: Element = self.tree.getroot()
        self.order: dict[str, int] = {}
        self.filed: dict[str, int] = {}
        self.live: dict[Element, Element] = {}
        self.sequential = False
        self.default_language: str | None = None
        self.structural = 0
        self.merging = False
        self.placed: dict[Element, tuple[Element, str]] = {}
        self.leaning: dict[Element, str] = {}
        self.replaced: dict[Element, str] = {}
        self.anchors: dict[Element, list[tuple[str, str]]] = {}
        self._numbers: dict[str, list[Element]] = {}
        self._ids: dict[str, list[Element]] = {}
        self._headed: dict[str, list[Element]] | None = None
        self._whole: WholeText | None = None
        self._latest = -1
        self.kinds: set[str] = set()
        self.identified_kinds: set[str] = set()
        self._examples: dict[str, IdScheme] = {}
        self._index()

    @property
    def language(self) -> str | None:
        """The language of the expression, as its metadata has it (`eng`), else the spec's."""
        return self.act.language or self.default_language

    def view(self, horizon: float = math.inf) -> View:
        """The text with the operations before `horizon`; without it, the text as amended so far."""
        return View(self.order, horizon, merging=self.merging)

    @property
    def document(self) -> Element:
        """The document element of the copy; the root where other documents (components) stand beside it."""
        if sum(isinstance(child.tag, str) for child in self.root) > 1:
            return self.root
        tag = self.act.document.tag
        if self.act.document is self.act.root:
            return self.root
        found = self.root.find(str(tag))
        return self.root if found is None else found

    def numbered(self, number: str) -> list[Element]:
        """Provisions that bear or once bore this number; the caller checks them against a view."""
        return self._numbers.get(number, [])

    def headed(self, number: str) -> list[Element]:
        """Provisions of the base without a number of their own whose heading has this one among its first
        words; the caller checks them against a view.
        """
        if self._headed is None:
            self._headed = {}
            view = self.view(0)
            for heading in self.root.iter(f"{{{self.act.namespace}}}heading"):
                provision = heading.getparent()
                if provision is None or local_name(provision.tag) not in PROVISIONS:
                    continue
                if not number_of(provision, view):
                    for word in words_of(heading, view).split(maxsplit=2)[:2]:
                        self._headed.setdefault(bare_number(word), []).append(provision)
        return self._headed.get(number, [])

    def identified(self, identifier: str) -> list[Element]:
        """Elements with this eId (or `id`, `xml:id`, `GUID`)."""
        return self._ids.get(identifier, [])

    def numbers(self) -> Iterator[str]:
        """Every number in the index, for suggestions."""
        return iter(self._numbers)

    def identifiers(self) -> Iterator[str]:
        """Every identifier in the index, for suggestions."""
        return iter(self._ids)

    def register(self, element: Element, view: View | None = None) -> None:
        """Take new or renumbered provisions (the element and all inside) into the indexes.

        Args:
            element: the provision.
            view: the text whose numbers are taken; without it, the text as amended so far.
        """
        view = view or self.view()
        for part in element.iter(etree.Element):
            name = local_name(part.tag)
            if name in PROVISIONS:
                self._register_one(part, name, view)

    def _register_one(self, part: Element, name: str, view: View) -> None:
        number = number_of(part, view)
        if number:
            known = self._numbers.setdefault(number, [])
            if part not in known:
                known.append(part)
        self.kinds.add(name)
        if name == "hcontainer":
            self.kinds.add(part.get("name") or name)
        self.name(part)

    def name(self, part: Element) -> None:
        """Take the identifier of a new element into the index."""
        identifier = part.get("eId")
        if identifier is not None:
            same = self._ids.setdefault(identifier, [])
            if part not in same:
                same.append(part)

    def _index(self) -> None:
        view = self.view()
        quoted = self._quoted()
        attribute = self.act.id_attribute or "eId"
        for element in self.root.iter(etree.Element):
            identifier = element.get(attribute)
            if identifier is not None:
                self._ids.setdefault(identifier, []).append(element)
            name = local_name(element.tag)
            if identifier:
                self.identified_kinds.add(name)
            if name not in PROVISIONS or element in quoted:
                continue
            self.kinds.add(name)
            if name == "hcontainer":
                self.kinds.add(element.get("name") or name)
            number = number_of(element, view)
            if number:
                self._numbers.setdefault(number, []).append(element)

    def _quoted(self) -> set[Element]:
        """Provisions inside quotations and notes: text of this Act, but no provisions of it."""
        quoted: set[Element] = set()
        for name in SUBFLOWS:
            for flow in self.root.iter(f"{{{self.act.namespace}}}{name}"):
                quoted.update(
                    element for element in flow.iter(etree.Element) if local_name(element.tag) in PROVISIONS
                )
        return quoted

    def example_of(self, kind: str) -> IdScheme | None:
        """How the Act identifies elements of a kind; None where it has none."""
        if kind not in self._examples:
            found = self._find_example(kind)
            if found is None:
                return None
            self._examples[kind] = found
        return self._examples[kind]

    def _find_example(self, kind: str) -> IdScheme | None:
        """How the Act itself does it; what operations have brought is asked only where it has none."""
        for new in (False, True):
            for element in self.root.iter(f"{{{self.act.namespace}}}{kind}"):
                scheme = self._scheme_of(element) if _is_new(element) is new else None
                if scheme is not None:
                    return scheme
        return None

    def _scheme_of(self, element: Element) -> IdScheme | None:
        identifier = element.get("eId")
        if not identifier or (MOVED in element.attrib and INS in element.attrib):
            # What was moved still has the identifier of its old place.
            return None
        # As the Act was made: a number changed since, or a provision put around, says nothing of it.
        made = (a for a in element.iterancestors() if local_name(a.tag) != "body" and WRAP not in a.attrib)
        context = next((each for a in made if (each := a.get("eId"))), None)
        return scheme_of(identifier, context, clean_number(number_of(element, self.view(0))))

    def filed_before(self, inserted: Element, operation: str) -> bool:
        """Whether what was inserted comes from an operation before another in the file, or from that one."""
        return self.filed.get(inserted.get(INS) or "", -1) <= self.filed.get(operation, -1)

    def whole_text(self, view: View) -> WholeText:
        """The words of the whole Act in a view: read once, then kept up to date by `touch`."""
        if self._whole is None:
            self._whole = WholeText(self.document, view, self._latest)
        return self._whole.read(view)

    def touch(self, element: Element, operation: str, *, placed: bool = False) -> None:
        """Note that an operation has changed an element, or (`placed`) put it where it stands."""
        order = self.order[operation]
        self._latest = max(self._latest, order)
        if self._whole is not None:
            self._whole.touch(element, order, placed=placed)

    def live_of(self, element: Element) -> Element:
        """Where an element stands now: for what an operation moved, at its new place."""
        while element in self.live:
            element = self.live[element]
        return element

    def in_annex(self, element: Element) -> bool:
        """Whether an element stands in an annex or component."""
        current = element.getparent()
        while current is not None:
            if local_name(current.tag) in ANNEXES:
                return True
            current = current.getparent()
        return False


def _is_new(element: Element) -> bool:
    """Whether an operation has put an element, or what it stands in, where it stands."""
    return any(INS in around.attrib for around in (element, *element.iterancestors()))


def _copy(act: Act) -> etree._ElementTree:
    """A copy of the document whose root declares the prefix of the marks.

    It is made by parsing, which keeps what stands outside the root (comments, processing instructions) in
    place.
    """
    data = act.to_bytes()
    declared = b' xmlns:redline="' + MARKS.encode() + b'"'
    match = _ROOT.search(data)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, strip_cdata=False)
    if match is not None:
        try:
            root = etree.fromstring(data[: match.end()] + declared + data[match.end() :], parser)
        except etree.XMLSyntaxError:
            root = None
        if root is not None and root.nsmap.get("redline") == MARKS:
            return root.getroottree()
    # The root tag could not be found in the bytes (another encoding, or its name in a comment before it).
    text = etree.tostring(act.tree, encoding="UTF-8", xml_declaration=False)
    at = [found.end() for found in _ROOT.finditer(text)]
    for end in at:
        try:
            root = etree.fromstring(text[:end] + declared + text[end:], parser)
        except etree.XMLSyntaxError:
            continue
        if root.nsmap.get("redline") == MARKS:
            return root.getroottree()
    raise AssertionError("the root element of a loaded Act was not found in its bytes")
