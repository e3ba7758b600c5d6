"""The amending Act put together: its frame, its points, its entry into force."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from redline.akn.cited import country_of, form_of_act, made_on, number_of_act, published_in
from redline.akn.document import Act, Element
from redline.akn.marked import MarkedAct
from redline.amending.arranging import arranged, capital
from redline.amending.coming import commencement_of
from redline.amending.drafts import Draft, Drafter
from redline.amending.effects import effect_places
from redline.amending.instructions import instructions_for
from redline.amending.locating import Locator
from redline.amending.remarks import blanks_in, on_half
from redline.jurisdictions.enactments import (
    Enactment,
    amended_in_full,
    enactment_of,
    kind_of,
    of_by_law,
    rank_of,
)
from redline.languages.enacting import BLANK, CitedAct, Enacting, Nature
from redline.languages.formulas import Formulas
from redline.languages.numbered_parts import counts_parts
from redline.languages.worded import enacting_in, formulas_in
from redline.model.amending import (
    AmendedAct,
    AmendingAct,
    Instruction,
    Item,
    Line,
    Provision,
    QuotedStructure,
)
from redline.model.spec import EnactedAs, Operation, Spec

Restated = Mapping[str, Collection[tuple[Element, float]]]


class _Point(Struct, frozen=True):
    """One amended Act with what is said of it."""

    alias: str
    marked: MarkedAct
    cited: CitedAct
    drafts: tuple[Draft, ...]

    @property
    def lasting(self) -> tuple[Draft, ...]:
        """What is said of it without an end."""
        return tuple(draft for draft in self.drafts if draft.instruction.until is None)


def build_amending_act(
    spec: Spec,
    acts: Mapping[str, MarkedAct],
    language: str,
    *,
    style: str | None = None,
    restated: Restated | None = None,
    originals: Sequence[Operation] = (),
    beside: bool = False,
) -> AmendingAct:
    """The amending Act of a spec in one language.

    Args:
        spec: the spec.
        acts: its Acts in that language, by alias, amended by all its operations.
        language: two letters.
        style: of English: `nz`, `uk` or `us`; None for the jurisdiction's own.
        restated: by alias, provisions that are said whole; see `instructions_for`.
        originals: the operations as the drafter wrote them, with their ends and events.
        beside: whether it is not the Act that the spec names, but one of another kind beside it: its title is
            composed, its number and who signs it are not known.

    Raises:
        RenderError: `amending-act-inexact`, where something can neither be said by a formula nor said whole.
    """
    layout = enactment_of(spec.jurisdiction)
    formulas = formulas_in(language, style or layout.style)
    points, repeals = _points(spec, acts, language, layout, restated or {}, {op.id: op for op in originals})
    first = _first(points, repeals)
    by_law = first is not None and not _is_law(layout, first)
    layout = of_by_law(layout) if by_law else layout
    words = enacting_in(language, layout.law, first)
    own = (EnactedAs(), "") if beside else (_enacted(spec), _title(spec, language))
    made = _assembled(points, repeals, (layout, formulas, words), own, _named(spec, acts, points, repeals))
    further = (
        *_for_a_time(points, formulas, words),
        *_effects(spec, acts, words, parts=counts_parts(language)),
    )
    made = replace(made, language=language, further=further)
    made = replace(made, commencement=commencement_of(made, words))
    told = [*blanks_in(made, {point.alias: point.cited for point in points}, own[0])]
    told += [
        remark
        for p in points
        if layout.ranks
        for remark in on_half(p.alias, p.marked, law=_is_law(layout, p.cited))
    ]
    return replace(made, remarks=tuple(told))


def _assembled(
    points: Sequence[_Point],
    repeals: Sequence[tuple[CitedAct, str, MarkedAct]],
    said: tuple[Enactment, Formulas, Enacting],
    own: tuple[EnactedAs, str],
    named: list[CitedAct],
) -> AmendingAct:
    """The amending Act without what follows from the whole: effects, entry into force, remarks.

    Args:
        points, repeals: what it amends and repeals.
        said: how it is laid out and worded.
        own: what is known of it, and its title.
        named: the Acts that a composed title names.
    """
    (layout, formulas, words), (enacted, title) = said, own
    lasting = [point for point in points if point.lasting]
    first, several = _first(points, repeals), len(lasting) > 1 and layout.unit != "paragraph"
    nature = _nature([draft.instruction for point in points for draft in point.lasting])
    return AmendingAct(
        language=formulas.code,
        draft="" if enacted.number else words.draft,
        form=words.form(first, enacted.form or ""),
        title=title or words.title(named, _many(nature) if len(named) > 1 else nature),
        dated=words.dated(enacted.number or "", enacted.date),
        article=layout.article.get(formulas.code) or layout.article["en"],
        unit=layout.unit,
        opening=words.opening(points[0].cited, _many(nature)) if several else "",
        acts=tuple(_all_amended(lasting, formulas, words, layout, numbered=several)),
        repeals=tuple(_repealed(marked, alias, words.repeal(cited)) for cited, alias, marked in repeals),
        further=(),
        commencement=(),
        signature=enacted.signed_by or "",
        preamble=words.preamble(first) if layout.unit == "paragraph" else "",
    )


def _all_cited(
    points: Sequence[_Point], repeals: Sequence[tuple[CitedAct, str, MarkedAct]]
) -> list[CitedAct]:
    return [point.cited for point in points] + [cited for cited, _, _ in repeals]


def _named(
    spec: Spec,
    acts: Mapping[str, MarkedAct],
    points: Sequence[_Point],
    repeals: Sequence[tuple[CitedAct, str, MarkedAct]],
) -> list[CitedAct]:
    """The Acts that a title names: those that are amended, else those of the spec."""
    return _all_cited(points, repeals) or [
        cited_act(marked.base, spec.acts[alias].publication) for alias, marked in acts.items()
    ]


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
            parts=counts_parts(language),
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


def _is_law(layout: Enactment, cited: CitedAct) -> bool:
    """Whether an Act is amended by a law."""
    return kind_of(layout, cited.form) in ("", "constitution")


def _force(layout: Enactment, cited: CitedAct) -> tuple[int, str, str]:
    return rank_of(layout, cited.form), cited.date.isoformat() if cited.date else "", cited.number


def cited_act(act: Act, published: str | None) -> CitedAct:
    """What an Act is cited by, where it was published as the spec says it or else the Act."""
    return CitedAct(
        form_of_act(act),
        act.title if act.titled else BLANK,
        made_on(act),
        number_of_act(act),
        published or published_in(act),
        country_of(act),
    )


def _all_amended(
    points: Sequence[_Point], formulas: Formulas, words: Enacting, layout: Enactment, *, numbered: bool
) -> Iterator[AmendedAct]:
    for place, point in enumerate(points, 1):
        yield _amended(point, formulas, words, layout, f"{place}." if numbered else "")


def _amended(
    point: _Point, formulas: Formulas, words: Enacting, layout: Enactment, number: str
) -> AmendedAct:
    items = arranged(point.lasting, formulas, layout.item)
    nature = _nature([draft.instruction for draft in point.lasting])
    lead = words.lead(point.cited) if number else words.only_lead(point.cited, nature)
    if len(items) == 1 and not items[0].number and formulas.code == "en":
        items = (_opened(items[0]),)
    uri = point.marked.base.work_uri
    return AmendedAct(point.alias, number, lead, uri, items, words.annex(point.cited))


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


def _for_a_time(points: Sequence[_Point], formulas: Formulas, words: Enacting) -> Iterator[Provision]:
    """What reads otherwise for a time: laws say it in an article of its own, not among the changes."""
    for point in points:
        for draft in point.drafts:
            if draft.instruction.until is None:
                continue
            said, *quoted = formulas.for_a_time(draft.instruction, words.cite(point.cited, case="genitive"))
            yield Provision(
                "", str(said), draft.instruction, point.alias, point.marked.base.work_uri,
                quoted=tuple(piece for piece in quoted if isinstance(piece, QuotedStructure)),
                annex=words.annex(point.cited),
            )  # fmt: skip


def _effects(
    spec: Spec, acts: Mapping[str, MarkedAct], words: Enacting, *, parts: bool
) -> tuple[Provision, ...]:
    """What the effects of a spec say: one provision for each effect and Act."""
    found: list[Provision] = []
    for effect, alias, places in effect_places(spec, acts, parts=parts):
        source = spec.acts.get(alias)
        cited = cited_act(acts[alias].base, source.publication if source is not None else None)
        said = words.effect(effect, places, cited).rstrip(".") + "."
        uri = acts[alias].base.work_uri
        found.append(Provision("", said, alias=alias, uri=uri, effect=effect, places=places))
    return tuple(found)
