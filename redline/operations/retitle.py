"""retitle: the heading of a provision, or the title of the Act."""

from __future__ import annotations

from redline.addresses.headed import headed_number
from redline.addresses.targets import Target
from redline.akn.edits import Edit, HeadingEdit
from redline.akn.names import ANNEXES, local_name
from redline.akn.structure import heading_of, num_of, number_in_heading, number_of, units
from redline.compare.replacement import plan_replacement
from redline.drafting.inline import fill
from redline.model.spec import Text
from redline.operations.content import note_unpaired
from redline.operations.context import PlanContext
from redline.operations.keys.retitle import VERB
from redline.operations.own_number import refuse_own_number

__all__ = ["VERB", "plan"]


def plan(context: PlanContext) -> list[Edit]:
    """The edits of a `retitle`."""
    words = context.value("as")
    assert isinstance(words, Text)
    target = context.target("retitle")
    if not words.value.strip():
        raise context.error(
            "value-wrong",
            "the new heading is empty",
            do="write the heading; to take it out: repeal: ADDRESS / heading",
            key="as",
        )
    namespace = context.working.act.namespace
    note_unpaired(context, words.value)
    if target.part == "act" or target.part in ("title", "short-title"):
        name = "shortTitle" if target.part == "short-title" else "docTitle"
        title = next(
            (e for e in target.element.iter(f"{{{namespace}}}{name}") if target.view.attached(e)),
            target.element if local_name(target.element.tag) == name else None,
        )
        if title is None:
            raise context.error(
                "address-not-found",
                "the Act has no title in its text (no <docTitle> in its preface)",
                do="name the provision that holds the title, and substitute the words there",
            )
        new = fill(title.makeelement(str(title.tag)), words.value, namespace)
        return plan_replacement(title, new, target.view)
    if target.part == "crossheading":
        new = fill(target.element.makeelement(str(target.element.tag)), words.value, namespace)
        return plan_replacement(target.element, new, target.view)
    _keep_number(context, target, words)
    refuse_own_number(context, target, words.value, words.at)
    _note_first_heading(context, target)
    new = fill(target.provision.makeelement(f"{{{namespace}}}heading"), words.value, namespace)
    return [HeadingEdit(target.provision, new)]


def _keep_number(context: PlanContext, target: Target, words: Text) -> None:
    """A provision whose number stands in its heading must not lose it with the heading."""
    provision, view = target.provision, target.view
    old = number_of(provision, view) if local_name(provision.tag) in ANNEXES else ""
    if num_of(provision, view) or not (old or headed_number(provision, view)):
        return
    if not number_in_heading(words.value):
        raise context.error(
            "number-wrong",
            f"the heading of {target.citation.text} holds its number, and the new heading has none",
            do=f'write it with the number, as it stands in "{heading_of(provision, view)}"',
            about=target,
            key="as",
        )


def _note_first_heading(context: PlanContext, target: Target) -> None:
    """A heading where neither the provision nor any beside it has one is perhaps a slip in the address."""
    view = target.view
    parent = view.parent(target.provision)
    beside = [target.provision] if parent is None else list(units(parent, view))
    if not any(heading_of(unit, view) for unit in beside if unit.tag == target.provision.tag):
        name = target.citation.text
        context.notes.append(f"neither {name} nor what stands beside it had a heading: is that meant?")
