"""An Act as a Word document, without any tracked change."""

from __future__ import annotations

from redline.akn.blocks import blocks_of_act
from redline.akn.document import Act
from redline.render.word.document import body_of, language_of
from redline.render.word.lines import lines_of
from redline.render.word.lint_package import check_package
from redline.render.word.package import Facts, document_xml, package
from redline.render.word.revisions import Revisions


def render_docx(act: Act) -> bytes:
    """The Act as a Word document, without any tracked change.

    Raises:
        RenderError: `document-faulty`, where Word would not take it as it is; nothing is given out then.
    """
    facts = Facts(act.title, "", language_of(act))
    body, parts = body_of(list(lines_of(blocks_of_act(act))), Revisions({}, None), facts)
    made = package(document_xml(body), parts, facts)
    check_package(made, act.name)
    return made
