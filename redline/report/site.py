"""The package as one page to browse without a network: searched, and filtered by Act, subject and body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape

from redline.akn.blocks import blocks_of_marked
from redline.facts.citing import cite
from redline.languages import get_pack, short_code
from redline.model.dossier import Annotation
from redline.papers.paper import Block, Column, Heading, Paragraph, Row, Table, Words, cell
from redline.papers.paper_html import shown
from redline.render.html_page import asset, page, style_sheet
from redline.render.table.table import ComparisonTable, TableAct, TableRow, told_in
from redline.render.word.lines import lines_of
from redline.render.word.paragraphs import Line
from redline.render.word.paragraphs import Table as LawTable
from redline.report.found import finding_blocks
from redline.report.material import Material
from redline.report.proposals import before_and_after, shown_lines, told_language
from redline.report.prose import prose
from redline.report.report import figures
from redline.report.words import RISK_WORDS, words_in
from redline.report.words import Words as TextWords


@dataclass(frozen=True, slots=True)
class Card:
    """Something to find on the page.

    Attributes:
        kind: `finding`, `amendment` or `annotation`.
        acts, subjects, bodies: what it is filtered by, as shown.
        blocks: what it says.
    """

    kind: str
    acts: frozenset[str]
    subjects: frozenset[str]
    bodies: frozenset[str]
    blocks: tuple[Block, ...]


def site_of(material: Material) -> bytes:
    """The page, in UTF-8: one file that asks the network for nothing.

    Args:
        material: what it is made from.
    """
    words = words_in(material.language)
    title = material.dossier.title_in(material.language) or words["site"]
    cards = [*_findings(material), *_amendments(material), *_annotations(material)]
    body = [
        f'<a class="skip" href="#cards">{escape(words["skip"])}</a>',
        f'<header class="top"><h1>{escape(title)}</h1>',
        *_tools(cards, words, material.language),
        "</header>",
        '<main id="redline-text" class="paper wide" tabindex="-1">',
        *_overview(material),
        *_cards(cards, material),
        *_redlines(material),
        "</main>",
    ]
    style = style_sheet("paper.css") + style_sheet("site.css")
    return page(title, material.language, body, further_style=style, script=asset("site.js"))


def _tools(cards: list[Card], said: TextWords, language: str) -> Iterator[str]:
    pack = get_pack(language)
    endings = escape(pack.law.endings.pattern, quote=True) if pack is not None else ""
    yield '<form id="tools" hidden role="search"><label>' + escape(said["search"])
    yield f' <input type="search" id="search" autocomplete="off" data-endings="{endings}"></label>'
    for name, label in (("acts", "act"), ("subjects", "subject"), ("bodies", "competent")):
        values = sorted({value for card in cards for value in getattr(card, name)})
        if not values:
            continue
        yield f'<label>{escape(said[label])} <select id="{name}">'
        yield f'<option value="">{escape(said["all"])}</option>'
        yield from (f"<option>{escape(value)}</option>" for value in values)
        yield "</select></label>"
    count = escape(said["shown"], quote=True)
    yield f'<output id="count" aria-live="polite" data-text="{count}"></output></form>'


def _overview(material: Material) -> Iterator[str]:
    words = words_in(material.language)
    yield f'<section aria-labelledby="overview"><h2 id="overview">{escape(words["overview"])}</h2>'
    for block in prose(material, "summary", must=True):
        yield from shown(block, material.language)
    rows = tuple(Row((cell(words[name]), cell(str(count)))) for name, count in figures(material))
    table = Table((Column(words["what"], 7), Column(words["count"], 2)), rows, words["figures"])
    yield from shown(table, material.language)
    yield "</section>"


def _cards(cards: list[Card], material: Material) -> Iterator[str]:
    words = words_in(material.language)
    titles = {"finding": "findings", "amendment": "proposals", "annotation": "annotations"}
    yield '<div id="cards" tabindex="-1">'
    for kind, title in titles.items():
        own = [card for card in cards if card.kind == kind]
        if not own:
            continue
        yield f'<section class="group"><h2 id="{kind}s">{escape(words[title])}</h2>'
        for card in own:
            data = (f'data-{n}="{escape(chr(10).join(sorted(getattr(card, n))))}"' for n in _FILTERS)
            yield f'<article class="card {kind}" {" ".join(data)}>'
            for block in card.blocks:
                yield from shown(block, material.language)
            yield "</article>"
        yield "</section>"
    yield "</div>"


_FILTERS = ("acts", "subjects", "bodies")


# --- cards ---


def _findings(material: Material) -> Iterator[Card]:
    where = _Where(material)
    for judged in material.open:
        places = [(e.document, e.language, e.address) for e in judged.finding.evidence]
        yield Card(
            "finding",
            frozenset(material.title_of(document) for document, _, _ in places),
            frozenset([judged.check.text(material.language).title]),
            where.bodies(places),
            tuple(finding_blocks(material, judged, headed=True)),
        )


def _amendments(material: Material) -> Iterator[Card]:
    where = _Where(material)
    for table, act in before_and_after(material):
        document = material.document_of(act.alias)
        for row in act.rows:
            places = [(document, act.language, element) for element in row.elements]
            yield Card(
                "amendment",
                frozenset([material.title_of(document)] if document else [act.title]),
                where.subjects(row),
                where.bodies(places),
                tuple(_amendment(material, table, act, row)),
            )


def _amendment(material: Material, table: ComparisonTable, act: TableAct, row: TableRow) -> Iterator[Block]:
    words = words_in(material.language)
    named = f"{act.title}{told_language(material, act)}"
    yield Heading(2, f"{named}: {', '.join(row.elements)}")
    heads = (Column(words["current"]), Column(words["proposed"]))
    sides = (shown_lines(row.current, old=True, language=act.language),
             shown_lines(row.proposed, old=False, language=act.language))  # fmt: skip
    yield Table(heads, (Row(sides),), name=words["amendment"])
    reason = [text for text in told_in("reason", row, table) if text]
    if reason:
        yield Paragraph((Words(f"{words['reason']}: ", bold=True), Words(" ".join(reason))))


def _annotations(material: Material) -> Iterator[Card]:
    words = words_in(material.language)
    for each in material.placed:
        if not isinstance(each.said, Annotation):
            continue
        said, act = each.said, each.act
        address = cite(act.facts, each.provision) if act is not None and each.provision else ""
        title = material.title_of(said.document)
        blocks: list[Block] = [Heading(2, ": ".join(part for part in (title, address) if part))]
        blocks.append(Paragraph((Words(said.comment or said.subject),)))
        about = [said.subject if said.comment else "", words[RISK_WORDS[said.risk]] if said.risk else "",
                 said.source]  # fmt: skip
        noted = " · ".join(part for part in about if part)
        if noted:
            blocks.append(Paragraph((Words(noted),), "note"))
        bodies = _Where(material).bodies([(said.document, act.language if act else "", address)])
        subjects = frozenset([said.subject] if said.subject else [])
        yield Card("annotation", frozenset([title]), subjects, bodies, tuple(blocks))


class _Where:
    """What is known of the provisions that cards speak of."""

    def __init__(self, material: Material) -> None:
        self.material = material

    @cached_property
    def _bodies(self) -> dict[tuple[str, str, str], set[str]]:
        """The bodies named in each provision, by document, language and citation."""
        found: dict[tuple[str, str, str], set[str]] = {}
        for act in self.material.review.acts:
            for body in act.facts.bodies:
                provision = act.facts.lines[body.at.line].provision
                key = (act.document.id, act.language, cite(act.facts, provision))
                found.setdefault(key, set()).add(body.name)
        return found

    def bodies(self, places: Iterable[tuple[str, str, str]]) -> frozenset[str]:
        """The bodies that the provisions name, in the language of the papers where they can be told in it."""
        found = set().union(*(self._bodies.get(place, set()) for place in places))
        return frozenset(found)

    def subjects(self, row: TableRow) -> frozenset[str]:
        """The titles of the checks whose findings a row answers."""
        fixes = {name for change in row.changes for name in change.operation.fixes}
        return frozenset(
            judged.check.text(self.material.language).title
            for judged in self.material.open
            if judged.finding.id in fixes
        )


# --- redlines ---


def _redlines(material: Material) -> Iterator[str]:
    words = words_in(material.language)
    marked = [(key, act, package) for package in material.shown_packages() for key, act in package.items()]
    if not marked:
        return
    yield f'<section class="group"><h2 id="redlines">{escape(words["redlines"])}</h2>'
    for key, act, package in marked:
        language = short_code(package.language_of(key))
        yield f'<details><summary>{escape(act.base.title)}</summary><div lang="{escape(language)}">'
        for line in lines_of(blocks_of_marked(act)):
            yield from _line(line)
        yield "</div></details>"
    yield "</section>"


def _line(line: Line) -> Iterator[str]:
    """A line of an Act with both texts: struck what goes, underlined what comes."""
    if isinstance(line, LawTable):
        for row in line.rows:
            cells = (piece for cell in row.cells for inner in cell.lines for piece in _pieces(inner))
            yield f"<p>{' '.join(cells)}</p>"
        return
    tag = "p" if not line.level else 'p class="head"'
    yield f"<{tag}>{''.join(_pieces(line))}</p>"


def _pieces(line: Line) -> Iterator[str]:
    if isinstance(line, LawTable):
        for row in line.rows:
            for inner in (each for cell in row.cells for each in cell.lines):
                yield from _pieces(inner)
        return
    for piece in line.pieces:
        text = escape(piece.run.text, quote=False).replace("\n", "<br>").replace("\t", " ")
        base, amended = piece.base and line.base, piece.amended and line.amended
        if text and base and not amended:
            yield f"<del>{text}</del>"
        elif text and amended and not base:
            yield f"<ins>{text}</ins>"
        else:
            yield text
