"""An Act as a Word document, without any tracked change."""

from __future__ import annotations

import os

from redline.akn.document import Act
from redline.akn.metadata.version import version_of
from redline.languages import short_code
from redline.render.labels import labels_in, version_line
from redline.render.renderer import Tell, tell_nobody
from redline.render.word.document import Layout, document_of, language_of
from redline.render.word.package import Facts
from redline.render.word.revisions import Revisions


def render_docx(
    act: Act,
    *,
    template: str | os.PathLike[str] | None = None,
    contents: bool = False,
    tell: Tell = tell_nobody,
) -> bytes:
    """The Act as a Word document, without any tracked change.

    Args:
        template: a Word document with the house's own styles, pages, headers and footers; None for ours.
        contents: whether there is a table of contents behind the title.
        tell: told what the drafter should know of the document.

    Raises:
        RenderError: `template-unreadable`; or `document-faulty`, where Word would not take it as it is:
            nothing is given out then.
    """
    layout = Layout.of(act, template, contents, tell)
    language = short_code(language_of(act))
    version = version_line(language, version_of(act), act.expression_date)
    facts = Facts(act.title, version, language_of(act), labels_in(language)["page"])
    return document_of(list(layout.lines_of_act(act)), layout, facts, Revisions({}, None))
