"""The amending Act as Akoma Ntoso: `mod` with what it quotes, and each change in the active modifications.

Naming convention §5.5.3.3: what stands in a `quotedStructure` carries the identifier that it is to have as
its `wId`. What Akoma Ntoso cannot say of a change (which of several occurrences, which part of a provision)
is an attribute in this project's own namespace on its `textualMod`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence

from lxml import etree

from redline.akn.amending_frame import AMENDING, NAMES, Frame, meta_of
from redline.akn.document import FINAL_NAMESPACE, Element
from redline.akn.metadata.modifications import EFFECTS
from redline.akn.names import HEADS, HIERARCHY, local_name, tag_like
from redline.akn.new_elements import TAG, add_element
from redline.model.amending import (
    AmendedAct,
    AmendingAct,
    Instruction,
    Item,
    Line,
    Location,
    Provision,
    QuotedStructure,
    QuotedText,
)
from redline.model.spec import OnEvent

_OWN = f"{{{AMENDING}}}"
TYPES = {
    "substitute": "substitution", "add": "insertion", "omit": "repeal", "replace": "substitution",
    "insert": "insertion", "repeal": "repeal", "retitle": "substitution", "renumber": "renumbering",
    "move": "renumbering", "designate": "renumbering", "enclose": "insertion", "split": "split",
    "join": "join", "restore": "substitution",
}  # fmt: skip
_SIDES = {"before": "before", "after": "after", "start": "start", "end": "end", "into": "inside"}


def write_amending_act(act: AmendingAct, frame: Frame) -> bytes:
    """The Act as an Akoma Ntoso document in UTF-8."""
    return _Writer(act, frame).document()


class _Writer:
    def __init__(self, act: AmendingAct, frame: Frame) -> None:
        self.act = act
        self.frame = frame
        self.modifications: list[Element] = []
        self.dates: dict[datetime.date, str] = {}

    def document(self) -> bytes:
        root: Element = etree.Element(f"{TAG}akomaNtoso", nsmap=NAMES)
        document = add_element(root, "act", name="law", contains="originalVersion")
        body: Element = etree.Element(f"{TAG}body", {"eId": "body"}, nsmap=NAMES)
        self._body(body)
        document.append(meta_of(self.act, self.frame, self.modifications, self.dates))
        self._preface(document)
        if self.act.preamble:
            _paragraphs(add_element(document, "preamble", eId="preamble"), [self.act.preamble])
        document.append(body)
        if self.act.signature:
            conclusions = add_element(document, "conclusions", eId="conclusions")
            paragraph = add_element(conclusions, "p")
            add_element(paragraph, "signature").text = self.act.signature
        _cleaned(root)
        data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=False)
        return b'<?xml version="1.0" encoding="UTF-8"?>\n' + data + b"\n"

    # --- the text

    def _preface(self, document: Element) -> None:
        preface = add_element(document, "preface", eId="preface")
        if self.act.draft:
            add_element(add_element(preface, "p"), "docStage").text = self.act.draft
        if self.act.form:
            add_element(add_element(preface, "p"), "docType").text = self.act.form
        add_element(add_element(add_element(preface, "longTitle"), "p"), "docTitle").text = self.act.title
        if not self.act.draft:
            add_element(preface, "p").text = self.act.dated

    def _body(self, body: Element) -> None:
        if self.act.opening:
            self._amending(self._article(body))
        else:
            for amended in self.act.acts:
                self._point(self._article(body), amended)
        for provision in (*self.act.repeals, *self.act.further):
            self._provision(self._article(body), provision)
        self._commencement(self._article(body))

    def _provision(self, article: Element, provision: Provision) -> None:
        paragraph = add_element(add_element(article, "content"), "p")
        if provision.instruction is None:
            paragraph.text = provision.words
            if provision.effect is not None:
                self.modifications.append(self._effect(provision, str(article.get("eId"))))
            return
        amended = AmendedAct(provision.alias, "", "", provision.uri, (), provision.annex)
        line = Line((provision.words.rstrip("."), *provision.quoted, "."), provision.instruction)
        self._mod(paragraph, amended, line, f"{article.get('eId')}__mod_1")

    def _article(self, body: Element) -> Element:
        number = len(body) + 1
        short = {"article": "art", "section": "sec", "paragraph": "para"}.get(self.act.unit, self.act.unit)
        article = add_element(body, self.act.unit, eId=f"{short}_{number}")
        add_element(article, "num").text = self.act.article.format(n=number)
        return article

    def _amending(self, article: Element) -> None:
        _paragraphs(add_element(article, "intro"), [self.act.opening])
        for amended in self.act.acts:
            name = "paragraph" if self.act.unit == "article" else "subsection"
            point = self._numbered(article, name, amended.number)
            self._point(point, amended)

    @property
    def _item(self) -> str:
        """The element of a numbered change."""
        return "paragraph" if self.act.unit == "section" else "point"

    def _numbered(self, parent: Element, name: str, number: str) -> Element:
        short = {"paragraph": "para", "subsection": "subsec"}.get(name, name)
        bare = number.strip("().")
        unit = add_element(parent, name, eId=f"{parent.get('eId')}__{short}_{bare}")
        add_element(unit, "num").text = number
        return unit

    def _point(self, host: Element, amended: AmendedAct) -> None:
        if len(amended.items) == 1 and not amended.items[0].number:
            content = add_element(host, "content")
            _paragraphs(content, [amended.lead])
            self._lines(content, amended, amended.items[0], str(host.get("eId")))
            return
        _paragraphs(add_element(host, "intro"), [amended.lead])
        for item in amended.items:
            name = self._item
            unit = self._numbered(host, name, item.number)
            self._lines(add_element(unit, "content"), amended, item, str(unit.get("eId")))

    def _lines(self, content: Element, amended: AmendedAct, item: Item, context: str) -> None:
        place = 0
        for line in item.lines:
            paragraph = add_element(content, "p")
            if line.instruction is None:
                _append(paragraph, "".join(str(piece) for piece in line.sentence))
                continue
            place += 1
            self._mod(paragraph, amended, line, f"{context}__mod_{place}")

    def _mod(self, paragraph: Element, amended: AmendedAct, line: Line, identifier: str) -> None:
        mod = add_element(paragraph, "mod", eId=identifier)
        texts: dict[str, list[str]] = {"old": [], "new": [], "anchor": []}
        structures = 0
        for piece in line.sentence[:-1]:
            match piece:
                case str():
                    _append(mod, piece)
                case QuotedText():
                    name = f"{identifier}__qtext_{sum(map(len, texts.values())) + 1}"
                    self._quoted_text(mod, piece, name)
                    texts[piece.role].append(name)
                case QuotedStructure():
                    structures += 1
                    name = f"{identifier}__qstr_{structures}"
                    self._quoted_structure(mod, piece, name, amended)
                    texts["new"].append(name)
        mod.tail = str(line.sentence[-1])
        if line.instruction is not None:
            self._textual_mod(identifier, amended, line.instruction, texts)

    def _quoted_text(self, mod: Element, piece: QuotedText, identifier: str) -> None:
        opening, closing = self.frame.quotes
        add_element(
            mod, "quotedText", eId=identifier, startQuote=opening, endQuote=closing
        ).text = piece.words

    def _quoted_structure(
        self, mod: Element, piece: QuotedStructure, identifier: str, amended: AmendedAct
    ) -> None:
        opening, closing = self.frame.quotes
        quoted = add_element(mod, "quotedStructure", eId=identifier, startQuote=opening, endQuote=closing)
        namespace = self.frame.namespaces.get(amended.alias, FINAL_NAMESPACE)
        wrapped = etree.fromstring(f"<w>{piece.markup}</w>")
        for element in list(wrapped):
            quoted.append(annex_as_container(element, amended.annex))
        for part in quoted.iterdescendants(etree.Element):
            _adopted(part, namespace, identifier, amended.uri)

    # --- metadata

    def _textual_mod(
        self, source: str, amended: AmendedAct, said: Instruction, texts: Mapping[str, Sequence[str]]
    ) -> None:
        mod: Element = etree.Element(f"{TAG}textualMod", nsmap=NAMES)
        mod.set("type", TYPES[said.action])
        mod.set("eId", f"amod_{len(self.modifications) + 1}")
        self._own_words(mod, amended, said)
        add_element(mod, "source", href=f"#{source}")
        if said.beside is not None:
            # An insertion leads to what it is put beside; what takes it in follows from that.
            destination = _destination(mod, amended.uri, said.beside)
            destination.set("pos", _SIDES.get(said.side, "unspecified"))
            destination.set(f"{_OWN}role", "beside")
        if said.beside is None or said.action == "move":
            for place in said.places:
                destination = _destination(mod, amended.uri, place)
                if said.action == "add":
                    destination.set("pos", _SIDES.get(said.side, "unspecified"))
        if said.date is not None:
            add_element(mod, "force", period=f"#{self._period(said.date)}")
        for name, roles in (("old", ("old", "anchor")), ("new", ("new",))):
            for role in roles:
                for identifier in texts[role]:
                    add_element(mod, name, href=f"#{identifier}")
        self.modifications.append(mod)

    def _effect(self, provision: Provision, source: str) -> Element:
        """What an effect does, as the schema has it; all that it says in attributes of this project."""
        effect = provision.effect
        assert effect is not None
        tag, kind = EFFECTS.get(effect.kind, ("legalSystemMod", "application"))
        mod: Element = etree.Element(f"{TAG}{tag}", nsmap=NAMES)
        mod.set("type", kind)
        mod.set("eId", f"amod_{len(self.modifications) + 1}")
        texts = {"text": effect.text, "because": effect.because}
        said = {name: text.value for name, text in texts.items() if text is not None}
        dates = {"from": effect.start, "until": effect.until}
        said |= {name: date.isoformat() for name, date in dates.items() if date is not None}
        said |= {"act": provision.alias, "effect": effect.kind, "target": effect.target.value}
        said |= {"territory": effect.territory} if effect.territory else {}
        for name, value in said.items():
            mod.set(f"{_OWN}{name}", value)
        add_element(mod, "source", href=f"#{source}")
        for place in provision.places or (Location(),):
            _destination(mod, provision.uri, place)
        return mod

    def _own_words(self, mod: Element, amended: AmendedAct, said: Instruction) -> None:
        own = {"act": amended.alias, "verb": said.action, "operation": said.operation}
        if said.everywhere:
            own["times"] = "all"
        if said.follows:
            own["follows"] = "true"
        if said.side:
            own["side"] = said.side
        if isinstance(said.commencement, OnEvent):
            own["event"] = said.commencement.event
        if said.until is not None:
            own["until"] = said.until.isoformat()
        if said.action == "substitute" and said.new:
            own["except"] = "|".join(place.address for place in said.new)
        own |= {f"set-{name}": value for name, value in said.settings}
        for name, value in own.items():
            mod.set(f"{_OWN}{name}", value)

    def _period(self, date: datetime.date) -> str:
        if date not in self.dates:
            self.dates[date] = f"tmpg_{len(self.dates) + 1}"
        return self.dates[date]

    def _commencement(self, article: Element) -> None:
        lead, *exceptions = self.act.commencement
        if not exceptions:
            _paragraphs(add_element(article, "content"), [lead.words])
            return
        _paragraphs(add_element(article, "intro"), [lead.words])
        for exception in exceptions:
            unit = self._numbered(article, self._item, exception.number)
            _paragraphs(add_element(unit, "content"), [exception.words])


def _destination(mod: Element, uri: str, place: Location) -> Element:
    identifier, _, part = place.address.partition(" / ")
    named = identifier if re.fullmatch(r"[^\s/]+", identifier) and identifier not in ("act", "toc") else ""
    destination = add_element(mod, "destination", href=(uri or "#") + (f"~{named}" if named else ""))
    if part or not named:
        destination.set(f"{_OWN}address", place.address)
    return destination


def _adopted(element: Element, namespace: str, context: str, uri: str) -> None:
    """An element of another Act in this document: its identifier is that it is to have there."""
    tag = str(element.tag)
    if namespace != FINAL_NAMESPACE:
        local = tag.rpartition("}")[2]
        if tag == (f"{{{namespace}}}{local}" if namespace else local):
            element.tag = f"{TAG}{local}"
    identifier, stable = element.get("eId"), element.get("wId")
    if stable is not None:
        element.set(f"{_OWN}wId", stable)
        del element.attrib["wId"]
    if identifier is not None:
        element.set("wId", identifier)
        element.set("eId", f"{context}__{identifier}")
    for name in ("href", "from", "upTo"):
        value = element.get(name)
        if value is not None and value.startswith("#"):
            element.set(name, f"{uri}~{value[1:]}")
            element.set(f"{_OWN}inside", "true")


def annex_as_container(element: Element, lines: Sequence[str] = ()) -> Element:
    """An annex as the schema lets one be quoted: number, heading and what its document holds.

    Args:
        element: the annex; anything else is left as it is.
        lines: what stands at its top, line by line, with `{annex}` for its number.
    """
    if local_name(element.tag) != "attachment":
        return element
    made = element.makeelement(tag_like(element.tag, "hcontainer"), {"name": "annex"})
    made.set(f"{_OWN}annex", "true")
    for name in ("eId", "wId"):
        if name in element.attrib:
            made.set(name, str(element.get(name)))
    for child in list(element):
        if local_name(child.tag) in HEADS:
            made.append(child)
            if lines and local_name(child.tag) == "num":
                _in_lines(child, lines)
    inside = [c for body in element.iter("{*}mainBody", "{*}body") for c in body if isinstance(c.tag, str)]
    nested = any(local_name(child.tag) in HIERARCHY for child in inside)
    words: Element | None = None
    for child in inside:
        if local_name(child.tag) in HIERARCHY:
            made.append(child)
            continue
        if words is None:
            words = etree.SubElement(made, tag_like(element.tag, "intro" if nested else "content"))
        words.append(child)
    return made


def _in_lines(number: Element, lines: Sequence[str]) -> None:
    """The number of an annex among the lines at its top; what it is in the Act stays in an attribute of this
    project.
    """
    if len(number):
        return
    name = number.text or ""
    number.set(f"{_OWN}num", name)
    number.text, *more = (line.replace("{annex}", name) for line in lines)
    for line in more:
        etree.SubElement(number, tag_like(number.tag, "eol")).tail = line


def _paragraphs(parent: Element, texts: Sequence[str]) -> None:
    for text in texts:
        add_element(parent, "p").text = text


def _append(element: Element, words: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def _cleaned(root: Element) -> None:
    etree.cleanup_namespaces(root, top_nsmap=NAMES, keep_ns_prefixes=["redline"])
