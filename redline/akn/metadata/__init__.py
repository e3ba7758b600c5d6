"""Metadata of a consolidated Act: what it is an expression of, which events made it, what each changed.

Only what is known is written, and only where the document has a place for it; the rest is a warning.
"""

from __future__ import annotations

from collections.abc import Mapping

from redline.akn.document import KNOWN_NAMESPACES, Act, Element
from redline.akn.metadata.facts import Consolidation, EffectFact, Modification
from redline.akn.metadata.frame import Frame, child_of, source_of
from redline.akn.metadata.identification import write_identification
from redline.akn.metadata.lifecycle import Timeline
from redline.akn.metadata.mappings import write_mappings
from redline.akn.metadata.modifications import lead_to_the_version_before, write_modifications
from redline.akn.names import DOCUMENT_TYPES, local_name

__all__ = ["Consolidation", "EffectFact", "Modification", "write_metadata"]


def write_metadata(
    root: Element,
    base: Act,
    facts: Consolidation,
    modifications: tuple[Modification, ...],
    effects: tuple[EffectFact, ...],
    names: Mapping[str, str],
) -> list[str]:
    """Bring the metadata of a consolidated Act up to date.

    Args:
        root: the consolidated document, changed in place.
        base: the Act it was made from.
        facts: what is known of the amendment.
        modifications: what each operation changed, with identifiers before and after.
        effects: what the amending Act does to provisions without changing their text.
        names: identifiers that changed, old -> new.

    Returns:
        warnings: what could not be written, in sentences.
    """
    document = next((child for child in root if local_name(child.tag) in DOCUMENT_TYPES), None)
    meta = None if document is None else child_of(document, "meta")
    identification = None if meta is None else child_of(meta, "identification")
    if document is None or meta is None or identification is None:
        return ["the document has no identification: nothing of the amendment is entered in its metadata"]
    warnings: list[str] = []
    known = base.namespace in KNOWN_NAMESPACES
    before, after = write_identification(
        root, identification, facts.date, warnings, master=known, renamed=bool(names)
    )
    if not known:
        warnings.append("the amendment is entered in the metadata of documents in Akoma Ntoso 3.0 only")
        return warnings
    if document.get("contains") == "originalVersion":
        # Part 1 §5.7: the text as amended. A document that says nothing of it goes on saying nothing.
        document.set("contains", "singleVersion")
    frame = Frame(root, meta, source_of(meta))
    timeline = Timeline(frame, facts, warnings)
    lead_to_the_version_before(frame, base, before)
    write_modifications(frame, facts, modifications, effects, timeline, before, after, warnings)
    write_mappings(frame, names, modifications, timeline)
    return warnings
