"""The amending Act put together: its frame, its points, its entry into force."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from redline.akn.cited import country_of, form_of_act, made_on, number_of_act, published_in
from redline.akn.document import Act, Element
from redline.akn.marked import MarkedAct
from redline.amending.arranging import arranged, capital
from redline.amending.coming import commencement_of
from redline.amending.drafts import Draft, Drafter
from redline.amending.effects import effect_places
from redline.amending.instructions import instructions_for
from redline.amending.locating import Locator
from redline.jurisdictions.enactments import Enactment, amended_in_full, enactment_of, rank_of
from redline.languages.enacting import BLANK, CitedAct, Enacting, Nature
from redline.languages.formulas import Formulas
from redline.languages.worded import enacting_in, formulas_in
from redline.model.amending import AmendedAct, AmendingAct, Instruction, Item, Line, Provision
from redline.model.spec import EnactedAs, Operation, Spec

Restated = Mapping[str, Collection[tuple[Element, float]]]


@dataclass(frozen=True, slots=True)
class _Point:
    """One amended Act with what is said of it."""

    alias: str
    marked: MarkedAct
    cited: CitedAct
    drafts: tuple[Draft, ...]


def build_amending_act(
    spec: Spec,
    acts: Mapping[str, MarkedAct],
    language: str,
    *,
    style: str | None = None,
    restated: Restated | None = None,
    originals: Sequence[Operation] = (),
) -> AmendingAct:
    """The amending Act of a spec in one language.

    Args:
        spec: the spec.
        acts: its Acts in that language, by alias, amended by all its operations.
        language: two letters.
        style: of English: `nz`, `uk` or `us`; None for the jurisdiction's own.
        restated: by alias, provisions that are said whole; see `instructions_for`.
        originals: the operations as the drafter wrote them, with their ends and events.

    Raises:
        RenderError: `amending-act-inexact`, where something can neither be said by a formula nor said whole.
    """
    layout = enactment_of(spec.jurisdiction)
    formulas, words = formulas_in(language, style or layout.style), enacting_in(language, layout.law)
    points, repeals = _points(spec, acts, language, layout, restated or {}, {op.id: op for op in originals})
    several = len(points) > 1
    nature = _nature([draft.instruction for point in points for draft in point.drafts])
    named = _named(spec, acts, _all_cited(points, repeals))
    amended = [
        _amended(point, formulas, words, layout, f"{n}." if several else "")
        for n, point in enumerate(points, 1)
    ]
    made = AmendingAct(
        language=language,
        draft="" if _enacted(spec).number else words.draft,
        form=words.form(_first(points, repeals), _enacted(spec).form or ""),
        title=_title(spec, language) or words.title(named, nature if len(named) == 1 else _many(nature)),
        dated=_dated(spec, words),
        article=layout.article.get(language) or layout.article["en"],
        unit=layout.unit,
        opening=words.opening(points[0].cited, _many(nature)) if several else "",
        acts=tuple(amended),
        repeals=tuple(_repealed(marked, alias, words.repeal(cited)) for cited, alias, marked in repeals),
        further=_effects(spec, acts, words),
        commencement=(),
        signature=_enacted(spec).signed_by or "",
    )  # fmt: skip
    made = replace(made, commencement=commencement_of(made, words))
    return replace(made, remarks=_remarks(spec, made, points, layout))


def _all_cited(
    points: Sequence[_Point], repeals: Sequence[tuple[CitedAct, str, MarkedAct]]
) -> list[CitedAct]:
    return [point.cited for point in points] + [cited for cited, _, _ in repeals]


def _named(spec: Spec, acts: Mapping[str, MarkedAct], cited: list[CitedAct]) -> list[CitedAct]:
    """The Acts that a title names: those that are amended, else those of the spec."""
    return cited or [cited_act(marked.base, spec.acts[alias].publication) for alias, marked in acts.items()]


def _first(points: Sequence[_Point], repeals: Sequence[tuple[CitedAct, str, MarkedAct]]) -> CitedAct | None:
    return next(iter(_all_cited(points, repeals)), None)


def _title(spec: Spec, language: str) -> str:
    """The title in a language, or the one that the spec gives without saying its language."""
    return spec.title.get(language) or spec.title.get("und", "")


def _enacted(spec: Spec) -> EnactedAs:
    return spec.enacted_as or EnactedAs()


def _points(
    spec: Spec,
    acts: Mapping[str, MarkedAct],
    language: str,
    layout: Enactment,
    restated: Restated,
    originals: Mapping[str, Operation],
) -> tuple[list[_Point], list[tuple[CitedAct, str, MarkedAct]]]:
    """The Acts that are amended, by legal force, date and number; and those that are repealed."""
    found: list[_Point] = []
    repeals: list[tuple[CitedAct, str, MarkedAct]] = []
    for alias, marked in acts.items():
        source = spec.acts.get(alias)
        cited = cited_act(marked.base, source.publication if source is not None else None)
        if any(_repeals_act(planned) for planned in marked.planned):
            repeals.append((cited, alias, marked))
            continue
        drafts = instructions_for(
            marked,
            parts=language in ("ru", "kk"),
            in_full=amended_in_full(layout, cited.form),
            restated=restated.get(alias, ()),
            originals=originals,
        )
        if drafts:
            found.append(_Point(alias, marked, cited, tuple(drafts)))
    if layout.ranks:
        found.sort(key=lambda point: _force(layout, point.cited))
    return found, repeals


def _repeals_act(planned: object) -> bool:
    found = getattr(planned, "found", {}).get("repeal", ())
    return any(target.part == "act" and not target.citation.parts for target in found)


def _repealed(marked: MarkedAct, alias: str, words: str) -> Provision:
    """The provision that repeals a whole Act."""
    drafter = Drafter(marked, Locator(marked, parts=False))
    planned = next(each for each in marked.planned if _repeals_act(each))
    [draft] = drafter.structural(planned)
    return Provision("", words, draft.instruction, alias, marked.base.work_uri)


def _force(layout: Enactment, cited: CitedAct) -> tuple[int, str, str]:
    return rank_of(layout, cited.form), cited.date.isoformat() if cited.date else "", cited.number


def cited_act(act: Act, published: str | None) -> CitedAct:
    """What an Act is cited by, where it was published as the spec says it or else the Act."""
    return CitedAct(
        form_of_act(act),
        act.title if act.title != act.name else BLANK,
        made_on(act),
        number_of_act(act),
        published or published_in(act),
        country_of(act),
    )


def _amended(
    point: _Point, formulas: Formulas, words: Enacting, layout: Enactment, number: str
) -> AmendedAct:
    items = arranged(point.drafts, formulas, layout.item)
    nature = _nature([draft.instruction for draft in point.drafts])
    lead = words.lead(point.cited) if number else words.only_lead(point.cited, nature)
    if len(items) == 1 and not items[0].number and formulas.code == "en":
        items = (_opened(items[0]),)
    return AmendedAct(point.alias, number, lead, point.marked.base.work_uri, items)


def _opened(item: Item) -> Item:
    """An item without a number is a sentence of its own in English; elsewhere it goes on behind the colon."""
    first = item.lines[0]
    return Item("", (Line(capital(first.sentence), first.instruction), *item.lines[1:]))


def _nature(instructions: Sequence[Instruction]) -> Nature:
    own = [each for each in instructions if not each.follows] or list(instructions)
    added = sum(each.action in ("insert", "add") for each in own)
    return len(own) - added, added


def _many(nature: Nature) -> Nature:
    """The same in the plural: of several Acts, laws say `изменения и дополнения` whatever their number."""
    changed, added = nature
    return changed and 2, added and 2


def _dated(spec: Spec, words: Enacting) -> str:
    return words.dated(_enacted(spec).number or "", _enacted(spec).date)


def _effects(spec: Spec, acts: Mapping[str, MarkedAct], words: Enacting) -> tuple[Provision, ...]:
    """What the effects of a spec say: one provision for each effect and Act."""
    found: list[Provision] = []
    for effect, alias, places in effect_places(spec, acts):
        source = spec.acts.get(alias)
        cited = cited_act(acts[alias].base, source.publication if source is not None else None)
        said = words.effect(effect, places, cited).rstrip(".") + "."
        uri = acts[alias].base.work_uri
        found.append(Provision("", said, alias=alias, uri=uri, effect=effect, places=places))
    return tuple(found)


def _remarks(spec: Spec, made: AmendingAct, points: Sequence[_Point], layout: Enactment) -> tuple[str, ...]:
    """What is left blank, for the drafter to know."""
    found: list[str] = []
    for point in points:
        if not point.cited.published:
            found.append(
                f"{point.alias}: where the Act was published is not known and left blank; give publication: "
                f"at the Act in the spec"
            )
        if point.cited.title == BLANK:
            found.append(f"{point.alias}: the Act has no title, which is left blank")
        if point.cited.date is None:
            found.append(f"{point.alias}: the date of the Act is not known and left blank")
    forms = [point.cited.form for point in points]
    if layout.by_laws and len({amended_in_full(layout, form) for form in forms}) > 1:
        found.append(
            "laws and by-laws are amended by Acts of their own kind: hand in the points on by-laws apart"
        )
    if any("____" in provision.words for provision in made.commencement):
        found.append("when the amending Act enters into force is left blank; give commencement: in the spec")
    if not _enacted(spec).signed_by:
        found.append("who signs the amending Act is left blank; give enacted_as: {signed_by: …}")
    return tuple(found)
