"""A marked Act as one page: base, marked and consolidated text, with what was done and why.

All text stands in the page once; which of it is seen is a matter of style. So the page can be searched and
printed, and is readable without scripts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from redline.akn.blocks import blocks_of_act, blocks_of_marked
from redline.akn.document import Act
from redline.akn.marked import MarkedAct
from redline.languages import short_code
from redline.model.blocks import Block, text_of
from redline.render.html_blocks import all_blocks
from redline.render.html_page import asset, page, style_sheet
from redline.render.html_runs import Anchors
from redline.render.notes import labels_of, notes_of
from redline.render.redline_html.check import Text, check_page, texts_of
from redline.render.redline_html.flow import Flow
from redline.render.redline_html.groups import Group, groups_of, lines_in
from redline.render.redline_html.marks import Marks, moves_of
from redline.render.redline_html.operations import Operations, operation_list
from redline.render.redline_html.tools import bar, panel
from redline.render.redline_html.words import Words
from redline.render.word.lines import lines_of
from redline.render.word.paragraphs import Line, Table


def render_html_redline(marked: MarkedAct) -> bytes:
    """The marked Act as a page in UTF-8.

    Its base view is the base, its consolidated view the consolidated Act: that is checked on the finished
    page.

    Raises:
        RenderError: `redline-inexact`, where the check fails; nothing is given out then.
    """
    blocks = list(blocks_of_marked(marked))
    groups = list(groups_of(lines_of(blocks, tracked_columns=True)))
    base, amended = _Text(marked.base), _Text(marked.after())
    language = short_code(marked.base.language)
    words, operations = Words(language), Operations(marked.changes())
    flow = _flow(blocks, groups, amended, words, operations)
    notes = list(notes_of(blocks))
    before = flow.marks.met
    law = [*flow.law(groups), *flow.notes(notes)]
    titled = any(block.kind == "title" for block in blocks)
    title = " ".join(_title(blocks, marked.base).split())
    body = [
        f'<a class="skip" href="#redline-text"{words.own}>{words.html("skip")}</a>',
        *bar(operations, words),
        *flow.outline.html(before, operations),
        '<main id="redline-text" tabindex="-1">',
        *([] if titled else [f"<h1>{escape(title)}</h1>"]),
        f'<p class="version" role="note"{words.own}>{_legend(words)}</p>',
        '<div id="redline-law" class="marks">',
        *law,
        "</div>",
        *operation_list(operations, words, flow.marks.first),
        "</main>",
        panel(words),
    ]
    made = page(
        f"{title} – {words['redline']}",
        language,
        body,
        further_style=style_sheet("redline.css") + _announcements(words),
        script=asset("redline.js"),
    )
    check_page(made, base.texts(), amended.texts(), marked.base.name)
    return made


class _Text:
    """One of the two texts, read from its own Act."""

    def __init__(self, act: Act) -> None:
        self.blocks = list(blocks_of_act(act))
        self.groups = list(groups_of(lines_of(self.blocks)))

    def texts(self) -> Iterator[Text]:
        """Its paragraphs, those of notes last."""
        return texts_of(self.groups, notes_of(self.blocks))


def _flow(
    blocks: Sequence[Block], groups: Sequence[Group], amended: _Text, words: Words, operations: Operations
) -> Flow:
    later = _later(groups, amended.groups)
    known = frozenset(_identifiers(blocks))
    every = known.union(name for names in later.values() for name in names)
    anchors = Anchors(every, labels_of(notes_of(blocks)), words["image"])
    marks = Marks(anchors, operations, words, moves_of(lines_in(groups)))
    return Flow(marks, words, later, known)


def _identifiers(blocks: Iterable[Block]) -> Iterator[str]:
    for block in all_blocks(blocks):
        if block.eid:
            yield block.eid
        yield from block.anchors


def _later(groups: Iterable[Group], amended: Iterable[Group]) -> dict[int, tuple[str, ...]]:
    """Identity of a line -> the names that it has in the consolidated Act only.

    Its paragraphs and those of the page's consolidated view are the same, one by one.
    """
    found: dict[int, tuple[str, ...]] = {}
    for own, other in zip(_heads(groups), _heads(amended), strict=False):
        names = tuple(name for name in other.anchors if name not in own.anchors)
        if names:
            found[id(own)] = names
    return found


def _heads(groups: Iterable[Group]) -> Iterator[Line]:
    """The tables and the first line of each paragraph of the consolidated text."""
    for group in groups:
        if isinstance(group, Table):
            if any(row.amended for row in group.rows):
                yield group
            continue
        ran_on = False
        for member in group:
            if member.line.amended:
                if not (ran_on and member.runs_on[1] and not member.begins[1]):
                    yield member.line
                ran_on = member.runs_on[1]


def _title(blocks: Iterable[Block], act: Act) -> str:
    """The title that the consolidated text has, else the base."""
    for block in blocks:
        if block.kind == "title":
            runs = [run for run in block.runs if run.mark is None or run.mark.in_amended] or block.runs
            return text_of(tuple(runs))
    return act.title


def _legend(words: Words) -> str:
    """How the marks are to be read."""
    deleted = f"<del>{words.html('deleted')}</del>"
    inserted = f"<ins>{words.html('inserted')}</ins>"
    return words["legend"].format(deleted=deleted, inserted=inserted)


_ANNOUNCED = {
    "ins::before": "insertion",
    "ins::after": "insertion end",
    "del::before": "deletion",
    "del::after": "deletion end",
    "ins.mv::before": "moved here",
    "del.mv::before": "moved away",
    ".mv::after": "moved end",
}
_BREAKS = {"ins.br::before": "break in", "del.br::before": "break out"}


def _announcements(words: Words) -> str:
    """What a screen reader says where a change begins and ends: browsers hardly tell it of `ins`, `del`."""
    rules = [f'.marks {selector} {{ content: " {words[name]}: "; }}' for selector, name in _ANNOUNCED.items()]
    rules += [
        f'.marks {selector} {{ content: "¶" / "{words[name]}"; }}' for selector, name in _BREAKS.items()
    ]
    return "\n".join(rules)
