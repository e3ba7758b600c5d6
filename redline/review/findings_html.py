"""Findings as a page to read and print: by check, with the quotations of both sides beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from redline.checks import Check
from redline.languages.called import short_name
from redline.model.dossier import Dossier
from redline.model.findings import Evidence
from redline.render.html_page import page
from redline.review.judged import Judged
from redline.review.words import Words, words_in

_STYLE = """
main { max-width: 62rem; }
.finding { border-inline-start: 4px solid var(--line); padding: 0.1rem 0 0.4rem 1rem; margin: 1.4rem 0; }
.finding.error { border-color: #b3261e; } .finding.warning { border-color: #b26a00; }
.finding.rejected { border-inline-start-style: dashed; }
.finding h3 { font-size: 1.02rem; margin: 0 0 0.3rem; text-wrap: pretty; }
.about { font: 0.82rem/1.5 var(--sans); color: var(--soft); margin: 0 0 0.5rem; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); gap: 0.8rem; }
.side { background: var(--tint); padding: 0.5rem 0.8rem; font-size: 0.95rem; }
.side { min-width: 0; overflow-wrap: anywhere; }
.side p { margin: 0; } .side .where { font: 600 0.82rem/1.5 var(--sans); margin-bottom: 0.2rem; }
.side mark { background: var(--target); color: inherit; }
.said { font-size: 0.95rem; }
.offer { margin-top: 0.6rem; } .offer summary { font: 600 0.86rem/1.5 var(--sans); cursor: pointer; }
.offer pre { background: var(--tint); padding: 0.5rem 0.8rem; overflow-x: auto; font-size: 0.85rem; }
@media print { .finding { break-inside: avoid; } }
"""


def render(dossier: Dossier, findings: Sequence[Judged], checks: Sequence[Check], language: str) -> bytes:
    """One page that asks the network for nothing."""
    words = words_in(language)
    title = dossier.title_in(language) or words["findings"]
    names = {d.id: d.title.get(language) or next(iter(d.title.values()), d.id) for d in dossier.documents}
    body = ['<main id="main">', f"<h1>{escape(title)}</h1>", *_summary(findings, checks, words, language)]
    for name, group in groupby(findings, key=lambda judged: judged.check.name):
        body += _of_check(name, list(group), names, words, language)
    if not findings:
        body.append(f"<p>{escape(words['none'])}</p>")
    body.append("</main>")
    return page(title, language, body, further_style=_STYLE)


def _summary(
    findings: Sequence[Judged], checks: Sequence[Check], words: Words, language: str
) -> Iterator[str]:
    yield '<div class="table"><table>'
    heads = "".join(f'<th scope="col">{escape(words[head])}</th>' for head in ("check", "count"))
    yield f"<tr>{heads}</tr>"
    for check in checks:
        count = sum(judged.check.name == check.name and judged.counts for judged in findings)
        title = escape(check.text(language).title)
        linked = f'<a href="#{check.name}">{title}</a>' if any(j.check is check for j in findings) else title
        yield f"<tr><td>{linked}</td><td>{count}</td></tr>"
    yield "</table></div>"


def _of_check(
    name: str, findings: Sequence[Judged], names: dict[str, str], words: Words, language: str
) -> Iterator[str]:
    text = findings[0].check.text(language)
    yield f'<section id="{escape(name)}"><h2>{escape(text.title)} ({len(findings)})</h2>'
    for label, said in (("flags", text.flags), ("why", text.why), ("do", text.do)):
        yield f'<p class="said"><strong>{escape(words[label])}:</strong> {escape(said)}</p>'
    for judged in findings:
        yield from _finding(judged, names, words, language)
    yield "</section>"


def _finding(judged: Judged, names: dict[str, str], words: Words, language: str) -> Iterator[str]:
    finding, decided = judged.finding, judged.decided
    about = [finding.id, words[finding.severity], words[finding.confidence]]
    if judged.outcome:
        about.append(words[judged.outcome])
    if decided is not None:
        about.append(
            f"{words[decided.decision]}: {decided.comment}" if decided.comment else words[decided.decision]
        )
    if judged.operations:
        about.append(f"{words['operations']}: {', '.join(judged.operations)}")
    state = f"{finding.severity}{'' if judged.counts else ' rejected'}"
    yield f'<article class="finding {state}" id="{finding.id}">'
    yield f"<h3>{escape(judged.message(language))}</h3>"
    yield f'<p class="about">{escape(" · ".join(about))}</p><div class="sides">'
    for evidence in finding.evidence:
        yield _side(evidence, names, language)
    yield "</div>"
    if finding.offer:
        yield f'<details class="offer"><summary>{escape(words["offer"])}</summary>'
        yield f'<pre tabindex="0"><code>{escape(finding.offer)}</code></pre></details>'
    yield "</article>"


def _side(evidence: Evidence, names: dict[str, str], language: str) -> str:
    name = names.get(evidence.document, evidence.document)
    where = (
        f"{name} ({short_name(evidence.language, language)}), {evidence.address}"
        if evidence.language
        else f"{name}, {evidence.address}"
    )
    quote = f"{escape(evidence.before)}<mark>{escape(evidence.quote)}</mark>{escape(evidence.after)}"
    return (
        f'<div class="side"><p class="where">{escape(where)}</p>'
        f'<p lang="{escape(evidence.language)}">{quote}</p></div>'
    )
