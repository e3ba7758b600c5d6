"""Lints on modifications: what the text says and what the metadata says of it belong together."""

from __future__ import annotations

from collections.abc import Iterator

from redline.akn.document import Element
from redline.akn.lints.lint import Document, Found, Lint
from redline.akn.names import local_name

_MODS = ("mod", "mmod", "rmod")
_KINDS = ("textualMod", "meaningMod", "scopeMod", "forceMod", "efficacyMod", "legalSystemMod", "dynamicMod")


def _modifications(document: Document, container: str) -> Iterator[Element]:
    for element in document.every(container):
        for child in element:
            if local_name(child.tag) in _KINDS:
                yield child


def _hrefs(modification: Element, name: str) -> list[str]:
    return [child.get("href") or "" for child in modification if local_name(child.tag) == name]


def mod_unexplained(document: Document) -> Iterator[Found]:
    """Part 1 §5.10.2: each `mod` of the text has an active modification whose source it is.

    A document without any active modifications leaves them out altogether, which is said once.
    """
    mods = [mod for mod in document.every(*_MODS) if mod not in document.quoted]
    active = list(_modifications(document, "activeModifications"))
    if mods and not active:
        text = f"modifications stand in the text ({len(mods)} in all), and none in the metadata"
        yield Found(mods[0], text, "note")
        return
    sources = {href for modification in active for href in _hrefs(modification, "source")}
    for mod in mods:
        inside = (mod, *mod.iterdescendants())
        if not any(f"#{part.get('eId')}" in sources for part in inside if part.get("eId")):
            name = mod.get("eId")
            yield Found(mod, f"<mod>{f' {name}' if name else ''} is the source of no active modification")


def mod_missing(document: Document) -> Iterator[Found]:
    """Part 1 §5.10.2: the source of an active textual modification is the `mod` that makes it."""
    for modification in _modifications(document, "activeModifications"):
        if local_name(modification.tag) != "textualMod":
            continue
        for href in _hrefs(modification, "source"):
            source = document.identified.get(href[1:]) if href.startswith("#") else None
            if source is not None and not _makes(source):
                name = local_name(source.tag)
                yield Found(modification, f"its source {href} is a <{name}> in which no <mod> stands")


def _makes(source: Element) -> bool:
    around = (source, *source.iterancestors(), *source.iterdescendants())
    return any(local_name(element.tag) in _MODS for element in around)


def active_elsewhere(document: Document) -> Iterator[Found]:
    """Part 1 §5.10.2: an active modification comes from this document."""
    for modification in _modifications(document, "activeModifications"):
        for href in _hrefs(modification, "source"):
            if not _own(document, href):
                yield Found(modification, f"its source {href} is another document")


def passive_elsewhere(document: Document) -> Iterator[Found]:
    """Part 1 §5.10.3: a passive modification goes to a place in this document."""
    for modification in _modifications(document, "passiveModifications"):
        for href in _hrefs(modification, "destination"):
            if not _own(document, href):
                yield Found(modification, f"its destination {href} is another document")


def _own(document: Document, href: str) -> bool:
    """Whether an IRI is of this document, or a part of it (`#…`, `~…`, `!…`); an empty one is of none."""
    if not href or href[0] in "#~!":
        return True
    names = (
        child.get("value") or ""
        for work in document.every("FRBRWork")
        for child in work
        if local_name(child.tag) in ("FRBRuri", "FRBRthis", "FRBRalias")
    )
    return any(name and href.startswith(name.removesuffix("/!main")) for name in names)


def quoted_outside_mod(document: Document) -> Iterator[Found]:
    """Part 1 §5.10: what is inserted or replaced is quoted within the `mod` that does so."""
    for quotation in document.every("quotedStructure", "quotedText"):
        ancestors = {local_name(ancestor.tag) for ancestor in quotation.iterancestors()}
        if ancestors.isdisjoint(_MODS) and quotation.get("for") is None and "meta" not in ancestors:
            yield Found(quotation, f"<{local_name(quotation.tag)}> stands in no <mod>")


LINTS = (
    Lint(
        "mod-unexplained",
        "warning",
        "modifications of the text are not in the metadata",
        "enter a textualMod under activeModifications whose source is the mod",
        mod_unexplained,
    ),
    Lint(
        "mod-missing",
        "warning",
        "textual modifications of the metadata are not in the text",
        "name the mod that makes it as the source, or mark the words of the instruction as a mod",
        mod_missing,
    ),
    Lint(
        "active-elsewhere",
        "warning",
        "active modifications do not come from this document",
        "name the provision of this document as the source; what others do here is a passive modification",
        active_elsewhere,
    ),
    Lint(
        "passive-elsewhere",
        "warning",
        "passive modifications do not concern this document",
        "name the provision of this document as the destination; what it does to others is an active "
        "modification",
        passive_elsewhere,
    ),
    Lint(
        "quoted-outside-mod",
        "warning",
        "quotations stand outside a modification",
        "put the instruction with its quotation into a <mod>, or name the mod with for='#…'",
        quoted_outside_mod,
    ),
)
