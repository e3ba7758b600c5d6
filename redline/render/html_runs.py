"""Runs of words as HTML: formatting, references, marks of notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from itertools import groupby
from urllib.parse import quote

from redline.model.blocks import Image, Run, Runs

_TAGS = (
    ("bold", "b"),
    ("italic", "i"),
    ("underline", "u"),
    ("strike", "s"),
    ("superscript", "sup"),
    ("subscript", "sub"),
)
_WEB = ("https://", "http://", "mailto:")
_PICTURES = ("data:image/png;", "data:image/jpeg;", "data:image/gif;")


class Anchors:
    """The identifiers of a page: each is given once, and references go only to what is there.

    Args:
        known: every identifier that the page's blocks have.
        labels: index of a note -> what stands in the text for it.
        image_label: the word for an image that is not shown.
    """

    def __init__(self, known: frozenset[str], labels: Mapping[int, str], image_label: str = "image") -> None:
        self.known = known
        self.labels = labels
        self.image_label = image_label
        self._given: set[str] = set()
        self._cited: set[int] = set()

    def id_attribute(self, eid: str | None) -> str:
        """` id="…"`, or nothing where there is no identifier or another element has it already."""
        if not eid or eid in self._given:
            return ""
        self._given.add(eid)
        return f' id="{escape(as_id(eid))}"'

    def first_citation(self, index: int) -> bool:
        """Whether this is the first mark of that note."""
        first = index not in self._cited
        self._cited.add(index)
        return first


def as_id(eid: str) -> str:
    """An identifier as the page has it: without white space."""
    return "_".join(eid.split())


def link_to(eid: str) -> str:
    """The address of an identifier on the same page."""
    return "#" + quote(as_id(eid), safe="!$&'()*+,;=:@/?~-._")


def words_html(runs: Runs, anchors: Anchors) -> str:
    """Runs as HTML; neighbours with the same reference are one link."""
    return "".join(_groups(runs, anchors))


def _groups(runs: Runs, anchors: Anchors) -> Iterator[str]:
    # A note's mark is a link of its own and cannot stand inside another, which goes on behind it.
    for href, group in groupby(runs, key=lambda run: run.href if run.note is None else None):
        inner = "".join(_run(run, anchors) for run in group)
        linked = _link(href, anchors)
        yield inner if linked is None else f"<a{linked}>{inner}</a>"


def _link(href: str | None, anchors: Anchors) -> str | None:
    """The attributes of a link, or None where it leads nowhere."""
    if not href:
        return None
    if href.startswith("#"):
        return f' href="{escape(link_to(href[1:]))}"' if href[1:] in anchors.known else None
    if href.lower().startswith(_WEB):
        return f' href="{escape(href)}" rel="external noreferrer"'
    return None


def _run(run: Run, anchors: Anchors) -> str:
    if run.note is not None:
        return _note_mark(run.note, anchors)
    if run.image is not None:
        return image_html(run.image, anchors)
    text = escape(run.text, quote=False).replace("\n", "<br>")
    for name, tag in _TAGS:
        if getattr(run, name):
            text = f"<{tag}>{text}</{tag}>"
    return text


def _note_mark(index: int, anchors: Anchors) -> str:
    own = f' id="redline-ref-{index}"' if anchors.first_citation(index) else ""
    marker = escape(anchors.labels.get(index, str(index)))
    return f'<sup class="fn"><a{own} href="#redline-note-{index}" role="doc-noteref">{marker}</a></sup>'


def image_html(image: Image, anchors: Anchors) -> str:
    """A picture that the Act itself holds, or the description of another: nothing is fetched."""
    described = image.description or image.source.replace("\\", "/").rsplit("/", 1)[-1]
    if image.source.lower().startswith(_PICTURES):
        return f'<img src="{escape(image.source)}" alt="{escape(image.description or anchors.image_label)}">'
    shown = f"{anchors.image_label}: {described}" if described else anchors.image_label
    return f'<span class="image">[{escape(shown)}]</span>'
