"""The amending Act as a page to read and print."""

from __future__ import annotations

from redline.render.amending_act import document_in
from redline.render.html import render_html
from redline.render.renderer import Package, Tell, tell_nobody


def render_amending_act_html(
    package: Package,
    *,
    language: str | None = None,
    style: str | None = None,
    kind: str = "",
    tell: Tell = tell_nobody,
) -> bytes:
    """The amending Act of a package as a page in UTF-8.

    Args:
        package, language, style, kind, tell: as for `render_amending_act_akn`.

    Raises:
        RenderError: `amending-act-inexact`, where it would not do what the spec does.
    """
    return render_html(document_in(package, language, style, tell, kind).act)
