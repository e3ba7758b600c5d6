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
from redline.render.html_blocks import identifiers_of
from redline.render.html_page import asset, page, style_sheet
from redline.render.html_runs import Anchors
from redline.render.notes import labels_of, notes_of
from redline.render.redline_html.check import Text, check_page, texts_to_check
from redline.render.redline_html.flow import Flow
from redline.render.redline_html.groups import Group, groups_of, lines_in
from redline.render.redline_html.marks import Marks, moves_of
from redline.render.redline_html.operations import Operations, operation_list
from redline.render.redline_html.tools import bar, panel
from redline.render.redline_html.words import Words
from redline.render.sentences import sentence_language
from redline.render.word.laid_out_anew import replacements, with_words_that_stay
from redline.render.word.lines import lines_of
from redline.render.word.paragraphs import Line, Table


def render_html_redline(marked: MarkedAct) -> bytes:
    """The marked Act as a page in UTF-8.

    Its base view is the base, its consolidated view the consolidated Act: that is checked on the finished
    page.

    Raises:
        RenderError: `redline-inexact`, where the check fails; nothing is given out then.
    """
    amended = _Consolidated(marked.after())
    made = _page(marked, amended.names)
    check_page(made, _texts(marked), amended.texts, marked.base.name)
    return made


def _texts(marked: MarkedAct) -> Iterator[Text]:
    """The words of the base."""
    blocks = list(blocks_of_act(marked.base, marked.readings))
    yield from texts_to_check(groups_of(lines_of(blocks)), notes_of(blocks))


class _Consolidated:
    """What is needed of the consolidated Act; its blocks are not kept, since there are many.

    Attributes:
        names: the identifiers of each of its paragraphs and tables, in order.
        texts: its words.
    """

    def __init__(self, act: Act) -> None:
        blocks = list(blocks_of_act(act))
        groups = list(groups_of(lines_of(blocks)))
        self.names = [line.anchors for line in _heads(groups)]
        self.texts = list(texts_to_check(groups, notes_of(blocks)))


def _page(marked: MarkedAct, names: Sequence[tuple[str, ...]]) -> bytes:
    blocks = list(blocks_of_marked(marked))
    lines = lines_of(blocks, tracked_columns=True)
    groups = list(groups_of(with_words_that_stay(lines, replacements(marked))))
    language = short_code(marked.base.language)
    words, operations = Words(language), Operations(marked.changes(), sentence_language(language))
    flow = _flow(blocks, groups, names, words, operations)
    before = flow.marks.met
    law = [*flow.law(groups), *flow.notes(list(notes_of(blocks)))]
    titled = any(block.kind == "title" for block in blocks)
    title = " ".join(_title(blocks, marked.base).split())
    body = [
        f'<a class="skip" href="#redline-text"{words.own}>{words.html("skip")}</a>',
        *bar(operations, words),
        *flow.outline.html(before, operations),
        '<main id="redline-text" tabindex="-1">',
        *([] if titled else [f"<h1>{escape(title)}</h1>"]),
        f'<p class="version" role="note"{words.own}>{_legend(words)}</p>',
        f'<p class="heads"{words.own}><b>{words.html("base")}</b> <b>{words.html("amended")}</b></p>',
        '<div id="redline-law" class="marks">',
        *law,
        "</div>",
        *operation_list(operations, words, flow.marks.first),
        "</main>",
        panel(words),
    ]
    return page(
        f"{title} – {words['redline']}",
        language,
        body,
        further_style=style_sheet("redline.css") + _announcements(words),
        script=asset("redline.js"),
    )


def _flow(
    blocks: Sequence[Block],
    groups: Sequence[Group],
    names: Sequence[tuple[str, ...]],
    words: Words,
    operations: Operations,
) -> Flow:
    later = _later(groups, names)
    known = frozenset(identifiers_of(blocks))
    every = known.union(name for names in later.values() for name in names)
    anchors = Anchors(every, labels_of(notes_of(blocks)), words["image"])
    marks = Marks(anchors, operations, words, moves_of(lines_in(groups)))
    return Flow(marks, words, later, known)


def _later(groups: Iterable[Group], names: Iterable[tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    """Identity of a line -> the names that it has in the consolidated Act only.

    Its paragraphs and those of the page's consolidated view are the same, one by one.
    """
    found: dict[int, tuple[str, ...]] = {}
    for line, after in zip(_heads(groups), names, strict=False):
        new = tuple(name for name in after if name not in line.anchors)
        if new:
            found[id(line)] = new
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
    """The title that the consolidated text has."""
    for block in blocks:
        runs = tuple(run for run in block.runs if run.mark is None or run.mark.in_amended)
        if block.kind == "title" and runs:
            return text_of(runs)
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
