"""Passive modifications: what the amending Act did to which provision of this one."""

from __future__ import annotations

from lxml import etree

from redline.akn.document import Act, identifiers_in, select
from redline.akn.metadata.facts import Consolidation, EffectFact, Modification
from redline.akn.metadata.frame import Frame
from redline.akn.metadata.lifecycle import Timeline

Element = etree._Element

EFFECTS = {
    "suspend": ("efficacyMod", "inapplication"),
    "extend": ("scopeMod", "extensionOfScope"),
    "exclude": ("scopeMod", "exceptionOfScope"),
    "apply": ("legalSystemMod", "application"),
    "modify": ("meaningMod", "variation"),
    "derogate": ("scopeMod", "exceptionOfScope"),
    "construe": ("meaningMod", "authenticInterpretation"),
    "save": ("efficacyMod", "extraefficacy"),
    "ratify": ("legalSystemMod", "ratification"),
}
"""Effects of the spec language -> element and type (schema: MeaningMods, ScopeMods, EfficacyMods,
LegalSystemMods). A correction of what was misprinted has none."""


def write_modifications(
    frame: Frame,
    facts: Consolidation,
    modifications: tuple[Modification, ...],
    effects: tuple[EffectFact, ...],
    timeline: Timeline,
    before: str,
    after: str,
    warnings: list[str],
) -> None:
    """Enter every modification and effect under `passiveModifications`.

    Args:
        frame: the metadata.
        facts: the amendment; without its IRI nothing is entered.
        modifications: in order of application.
        effects: what the amending Act does besides.
        timeline: gives the periods.
        before, after: IRI of the expression before and after.
        warnings: added to.
    """
    if facts.amending is None:
        return
    nameless = 0
    for modification in modifications:
        if modification.whole and modification.kind == "repeal":
            timeline.event(modification.date, "repeal")
        if not _enter(frame, facts.amending, modification, timeline, before, after):
            nameless += 1
    if nameless:
        warnings.append(
            "modifications of provisions without an identifier are not in the metadata "
            f"({nameless} in all; the change list has them)"
        )
    for effect in effects:
        _enter_effect(frame, facts.amending, effect, timeline, after, warnings)


def _enter(
    frame: Frame, amending: str, modification: Modification, timeline: Timeline, before: str, after: str
) -> bool:
    """One `textualMod`; False where the place has no identifier.

    The order of children is the schema's: source, destination, force, previous, old, new.
    """
    place = modification.after or modification.host
    # What went out of the Act's body, which has no identifier, went out of the Act.
    of_the_act = modification.whole or modification.before is not None
    destination = f"#{place}" if place is not None else after if of_the_act else ""
    if not destination:
        return False
    period = timeline.period(modification.date, modification.until)
    passive = frame.in_analysis("passiveModifications")
    entry = frame.add(passive, "textualMod", {"eId": frame.fresh("pmod"), "type": modification.kind})
    frame.add(entry, "source", {"href": amending})
    gone = modification.after is None and not modification.whole
    frame.add(entry, "destination", {"href": destination, **({"pos": "inside"} if gone else {})})
    if modification.kind == "split":
        for other in modification.others:
            frame.add(entry, "destination", {"href": f"#{other}"})
    if period is not None:
        frame.add(entry, "force", {"period": f"#{period}"})
        if modification.kind == "insertion" and modification.before is None and modification.after:
            frame.date_provision(modification.after, period)
    _add_old_and_new(frame, entry, modification, before)
    return True


def _add_old_and_new(frame: Frame, entry: Element, modification: Modification, before: str) -> None:
    """`previous` for what was called otherwise, `old` and `new` for the texts."""
    old = [f"{before}~{name}" for name in (modification.before,) if before and name]
    if modification.kind == "renumbering":
        for iri in old:
            frame.add(entry, "previous", {"href": iri})
        return
    if modification.kind == "join":
        old += [f"{before}~{name}" for name in modification.others if before]
    if modification.kind in ("substitution", "repeal", "join"):
        for iri in old:
            frame.add(entry, "old", {"href": iri})
    if modification.kind in ("substitution", "insertion", "join", "split") and modification.after:
        frame.add(entry, "new", {"href": f"#{modification.after}"})


def _enter_effect(
    frame: Frame, amending: str, effect: EffectFact, timeline: Timeline, after: str, warnings: list[str]
) -> None:
    """One effect; on an Act as a whole its destination is the expression."""
    element, kind = EFFECTS.get(effect.kind, ("", ""))
    if effect.kind == "extend" and effect.until is not None and not effect.territory:
        element, kind = "efficacyMod", "prorogationOfEfficacy"
    if not element:
        warnings.append(
            f"Akoma Ntoso has no modification of the kind {effect.kind}: it is in the change list only"
        )
        return
    destinations = [f"#{target}" for target in effect.targets]
    if effect.whole and after:
        destinations = [after]
    if not destinations:
        warnings.append(
            f"the effect {effect.kind} concerns what has no identifier: it is in the change list only"
        )
        return
    period = timeline.period(effect.start, effect.until)
    passive = frame.in_analysis("passiveModifications")
    entry = frame.add(passive, element, {"eId": frame.fresh("pmod"), "type": kind})
    frame.add(entry, "source", {"href": amending})
    for destination in destinations:
        frame.add(entry, "destination", {"href": destination})
    if period is not None:
        frame.add(entry, "efficacy" if element == "efficacyMod" else "application", {"period": f"#{period}"})


def lead_to_the_version_before(frame: Frame, base: Act, before: str) -> None:
    """What the analysis says of provisions that are gone now, it says of the version that had them.

    Args:
        frame: the metadata.
        base: the Act that was amended.
        before: IRI of its expression; without one, entries stay as they are.
    """
    analysis = frame.child("analysis")
    if analysis is None or not before:
        return
    gone = identifiers_in(base.root) - identifiers_in(frame.root)
    for element in select(analysis, ".//*[starts-with(@href, '#')]"):
        name = str(element.get("href"))[1:]
        if name in gone:
            element.set("href", f"{before}~{name}")
