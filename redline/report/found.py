"""The findings in the report: by type, the quotations of both sides beside each other; and their register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from redline.checks.titles import Titles
from redline.languages.called import short_name
from redline.model.dossier import HIGH_FROM, LEVELS, MEDIUM_FROM
from redline.model.findings import SEVERITIES, Evidence, Finding
from redline.papers.paper import (
    Block,
    Cell,
    Column,
    Heading,
    Image,
    Paragraph,
    Row,
    Table,
    Words,
    cell,
    plain,
)
from redline.report.material import Material
from redline.report.pictures import heat_map, reference_graph, risk_matrix
from redline.report.proposals import changed_by
from redline.report.together import by_version
from redline.report.words import Words as TextWords
from redline.report.words import words_in
from redline.review.judged import Judged
from redline.review.words import words_in as review_words

_SCALE = 5
"""Likelihood and impact are told from 1 to this."""
_MOST_PLACES = 4
"""Provisions of operations in a row of the coverage: a word that is replaced throughout stands in many."""
_FIRST = 20
"""How many findings of one check are shown with their quotations; all of them are in the register."""


def pictures(material: Material, *, wide: bool = False) -> Iterator[Block]:
    """The heat maps and the graph of references; a sentence where there is nothing to draw.

    Args:
        wide: they are for a screen, not for a page.
    """
    words = words_in(material.language)
    documents = [document.id for document in material.dossier.documents]
    if material.open:
        yield from _heat_maps(material, documents, wide=wide)
    references = _references(material, documents)
    if references:
        levels = [LEVELS.index(d.level) if d.level else len(LEVELS) for d in material.dossier.documents]
        names = [f"{place}. {material.title_of(name)}" for place, name in enumerate(documents, 1)]
        data, width, height = reference_graph(names, levels, references, wide=wide)
        yield Image(data, width, height, words["graph alt"], words["graph"])
        yield _cited(names, references, words)
    elif not material.untitled:
        yield plain(words["no references"])
    if material.untitled:
        listed = ", ".join(material.untitled)
        yield plain(words["untitled"].format(documents=listed), "missing")


def _heat_maps(material: Material, documents: Sequence[str], *, wide: bool) -> Iterator[Image]:
    """Findings by type, document and risk; and by likelihood and impact where these are said."""
    words = words_in(material.language)
    used = [check for check in material.checks if any(j.check is check for j in material.open)]
    counts: Counter[tuple[int, int]] = Counter()
    assessed: Counter[tuple[int, int]] = Counter()
    for judged in material.open:
        row, said = used.index(judged.check), judged.assessed
        counts[row, len(documents) + SEVERITIES.index(judged.severity)] += 1
        # A finding on the package speaks of a spec too, which is no document under review.
        for document in {e.document for e in judged.finding.evidence if e.document in documents}:
            counts[row, documents.index(document)] += 1
        if said.likelihood and said.impact:
            assessed[_SCALE - said.impact, said.likelihood - 1] += 1
    types = [check.text(material.language).title for check in used]
    numbers = [f"№ {place}" for place in range(1, len(documents) + 1)]
    risks = [words[f"short {severity}"] for severity in SEVERITIES]
    data, width, height = heat_map(types, (numbers, risks), counts, wide=wide)
    yield Image(data, width, height, words["heat map alt"], words["heat map"])
    if assessed:
        scale = [str(degree) for degree in range(1, _SCALE + 1)]
        impacts = [f"{words['impact']} {degree}" for degree in reversed(scale)]
        likelihoods = [f"{words['likelihood']} {degree}" for degree in scale]
        data, width, height = risk_matrix(impacts, likelihoods, assessed, HIGH_FROM, MEDIUM_FROM)
        yield Image(data, width, height, words["scale map alt"], words["scale map"])


def _cited(names: Sequence[str], references: Mapping[tuple[int, int], int], words: TextWords) -> Table:
    """What the graph shows, to read: each document with those that it cites, and how often."""
    rows: list[Row] = []
    for place, name in enumerate(names):
        others = [f"№ {other + 1} ({n})" for (one, other), n in sorted(references.items()) if one == place]
        if others:
            rows.append(Row((cell(name), cell(", ".join(others)))))
    return Table((Column(words["document"], 6), Column(words["cites"], 7)), tuple(rows), name=words["graph"])


def _references(material: Material, documents: Sequence[str]) -> Counter[tuple[int, int]]:
    """How many times each document names each other one, in the version of the papers' language."""
    titles = Titles(material.review)
    found: Counter[tuple[int, int]] = Counter()
    for place, document in enumerate(documents):
        act = material.version_of(document)
        for cited in act.facts.acts if act is not None else ():
            other = titles.named(act, cited) if act is not None else None
            if other is not None and other.document.id != document:
                found[place, documents.index(other.document.id)] += 1
    return found


def by_type(material: Material) -> Iterator[Block]:
    """The findings, check by check, the worst first."""
    words = words_in(material.language)
    if not material.open:
        yield plain(words["none"])
    for name, group in groupby(material.open, key=lambda judged: judged.check.name):
        found = sorted(group, key=lambda judged: SEVERITIES.index(judged.severity))
        text = found[0].check.text(material.language)
        yield Heading(2, f"{text.title} ({len(found)})", f"check-{name}")
        for label, said in (("flags", text.flags), ("why", text.why), ("do", text.do)):
            yield Paragraph((Words(f"{words[label]}: ", bold=True), Words(said)))
        together = by_version(found, material.language)
        for judged, others in together[:_FIRST]:
            yield from finding_blocks(material, judged, also=others)
        more = sum(1 + len(others) for _, others in together[_FIRST:])
        if more:
            yield plain(words["more"].format(count=more), "note")


def _with_language(judged: Judged, language: str) -> str:
    """The id of a finding, with the language of the text that it is in."""
    return f"{judged.finding.id} ({short_name(judged.finding.evidence[0].language, language)})"


def finding_blocks(
    material: Material, judged: Judged, *, headed: bool = False, also: Sequence[Judged] = ()
) -> Iterator[Block]:
    """A finding with its quotations.

    Args:
        material: what the papers are made from.
        judged: the finding.
        headed: its sentence is a heading; else a paragraph that stays with what follows.
        also: the findings that say the same of other language versions.
    """
    words = words_in(material.language)
    finding = judged.finding
    about = [finding.id, words[judged.severity]]
    if judged.decided is not None:
        about.append(words[judged.decided.decision])
    said = (Words(judged.message(material.language), bold=True), Words(f" ({', '.join(about)})"))
    yield Heading(2, "".join(each.text for each in said)) if headed else Paragraph(said, "lead")
    if judged.decided is not None and judged.decided.comment:
        yield plain(judged.decided.comment, "note")
    if also:
        listed = ", ".join(_with_language(each, material.language) for each in also)
        yield plain(words["same in"].format(findings=listed), "note")
    yield from _assessed(material, judged)
    sides = [_side(material, evidence) for evidence in finding.evidence]
    if len(sides) == 1:
        yield from sides[0]
    for place in range(0, len(sides) - 1, 2):
        heads = (Column(words["one side"]), Column(words["other side"]))
        yield Table(heads, (Row((sides[place], sides[place + 1])),), name=finding.id)
    if len(sides) > 1 and len(sides) % 2:
        yield from sides[-1]
    if finding.offer:
        yield plain(review_words(material.language)["offer"], "lead")
        yield plain(finding.offer.rstrip("\n"), "note")


def _assessed(material: Material, judged: Judged) -> Iterator[Paragraph]:
    """What the reviewers make of a finding, a line for each thing that they say."""
    words, said = words_in(material.language), judged.assessed
    if said.likelihood and said.impact:
        times = f"{words['likelihood']} {said.likelihood} × {words['impact']} {said.impact}"
        yield Paragraph(
            (Words(f"{words['risk']}: ", bold=True), Words(f"{words[judged.severity]} ({times})"))
        )
    # The sentence of a finding entered by hand says what should be done.
    told = () if judged.finding.kind == "with-advice" else ("recommendation",)
    for name in ("consequence", "affects", "basis", *told, "owner"):
        if text := str(getattr(said, name)):
            yield Paragraph((Words(f"{words[name]}: ", bold=True), Words(text)))


def _side(material: Material, evidence: Evidence) -> Cell:
    title = material.title_of(evidence.document)
    spoken = short_name(evidence.language, material.language)
    where = f"{title} ({spoken})" if spoken else title
    if evidence.address and evidence.address != title:
        where += f", {evidence.address}"
    quotation = (Words(evidence.before), Words(evidence.quote, bold=True), Words(evidence.after))
    said = tuple(words for words in quotation if words.text)
    return (plain(where, "source"), Paragraph(said, language=evidence.language))


def register(material: Material) -> Table:
    """Every finding with its decision, the rejected ones too."""
    words = words_in(material.language)
    columns = (
        Column(words["finding"], 4), Column(words["risk"], 3), Column(words["where"], 7),
        Column(words["description"], 10), Column(words["decision"], 6),
    )  # fmt: skip
    rows: list[Row] = []
    for _, group in groupby(material.findings, key=lambda judged: judged.check.name):
        found = list(group)
        head = plain(f"{found[0].check.text(material.language).title} ({len(found)})")
        rows.append(Row(((head,),), heads=True))
        rows += [Row(_registered(material, judged)) for judged in found]
    return Table(columns, tuple(rows), name=words["register"])


def _registered(material: Material, judged: Judged) -> tuple[Cell, ...]:
    words, finding = words_in(material.language), judged.finding
    decided = judged.decided
    decision = [words[decided.decision if decided is not None else "undecided"]]
    if decided is not None and decided.comment:
        decision.append(decided.comment)
    return (
        cell(finding.id),
        cell(words[judged.severity]),
        cell(*_places(material, finding)),
        cell(judged.message(material.language)),
        cell(*decision),
    )


def _places(material: Material, finding: Finding) -> list[str]:
    """The places of a finding, each once: the number of the document in the list, and the provision."""
    numbers = {document.id: place for place, document in enumerate(material.dossier.documents, 1)}
    said = (
        f"№ {numbers[e.document]} ({short_name(e.language, material.language)}), {e.address}"
        if e.document in numbers
        else f"{e.source}, {e.address}"
        for e in finding.evidence
    )
    return list(dict.fromkeys(said))


def coverage(material: Material) -> Iterator[Block]:
    """What became of each finding, and what the package brings about: by type, with the provisions that the
    operations change.
    """
    words = words_in(material.language)
    if not material.packages:
        yield plain(words["no package"], "missing")
        return
    columns = (
        Column(words["finding"], 3), Column(words["where"], 5), Column(words["description"], 6),
        Column(words["operation"], 5), Column(words["result"], 4),
    )  # fmt: skip
    changed = changed_by(material)
    rows: list[Row] = []
    for _, group in groupby([*material.open, *material.new], key=lambda judged: judged.check.name):
        found = list(group)
        rows.append(
            Row(((plain(f"{found[0].check.text(material.language).title} ({len(found)})"),),), heads=True)
        )
        for judged, others in _alike(found, material):
            ids = [each.finding.id for each in (judged, *others)]
            rows.append(
                Row((
                    cell(*ids),
                    cell(*_places(material, judged.finding)),
                    cell(judged.message(material.language)),
                    cell(*_by(judged.operations, changed, words)),
                    cell(words[material.outcome(judged)]),
                ))
            )  # fmt: skip
    yield Table(columns, tuple(rows), name=words["coverage"])


def _alike(found: Sequence[Judged], material: Material) -> Iterator[tuple[Judged, Sequence[Judged]]]:
    """Findings with those of other language versions of which the same became; else each alone."""
    for judged, others in by_version(found, material.language):
        same = [o for o in others if (o.outcome, o.operations) == (judged.outcome, judged.operations)]
        yield judged, same
        yield from ((other, ()) for other in others if other not in same)


def _by(operations: Sequence[str], changed: Mapping[str, Sequence[str]], words: TextWords) -> list[str]:
    """The provisions that operations change, as the amendments before and after name them."""
    named = dict.fromkeys(place for name in operations for place in changed.get(name, (name,)))
    shown = list(named)[:_MOST_PLACES]
    more = len(named) - len(shown)
    return [*(shown or ["–"]), *([words["and more"].format(count=more)] if more else [])]
