"""The legal matrix as a page to read in a browser: a table for each view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from redline.render.html_page import page
from redline.review.matrix import View
from redline.review.matrix_words import Words

_STYLE = """
main { max-width: none; padding-inline: 1.5rem; }
.table { max-height: 80vh; overflow: auto; }
.table table { width: max-content; min-width: 100%; font-size: 0.85rem; }
.table th { position: sticky; top: 0; z-index: 1; }
.table td { max-width: 24rem; }
th.reviewers { background: #cfe2f3; color: #10243a; }
@media print { .table { max-height: none; overflow: visible; } .table table { width: 100%; } }
"""


def render(views: Sequence[View], title: str, words: Words, language: str) -> bytes:
    """One page that asks the network for nothing."""
    heading = f"{words['matrix']}: {title}"
    body = ['<main id="main">', f"<h1>{escape(heading)}</h1>", f"<p>{escape(words['legend'])}</p>", "<p>"]
    body.append(" · ".join(f'<a href="#{v.name}">{escape(words[v.name])}</a> ({len(v.rows)})' for v in views))
    body.append("</p>")
    for view in views:
        body += _view(view, words)
    return page(heading, language, [*body, "</main>"], further_style=_STYLE)


def _view(view: View, words: Words) -> Iterator[str]:
    name = escape(words[view.name])
    yield f'<section id="{view.name}"><h2>{name}</h2>'
    yield f'<div class="table" tabindex="0" role="region" aria-label="{name}"><table><thead><tr>'
    for column in view.columns:
        kind = ' class="reviewers"' if column.reviewers else ""
        yield f'<th scope="col"{kind}>{escape(words[column.name])}</th>'
    yield "</tr></thead><tbody>"
    for row in view.rows:
        yield f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in row)}</tr>"
    yield "</tbody></table></div></section>"
