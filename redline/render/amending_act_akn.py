"""The amending Act in Akoma Ntoso, with its modifications."""

from __future__ import annotations

from redline.render.amending_act import document_in
from redline.render.renderer import Package, Tell, tell_nobody


def render_amending_act_akn(
    package: Package,
    *,
    language: str | None = None,
    style: str | None = None,
    kind: str = "",
    tell: Tell = tell_nobody,
) -> bytes:
    """The amending Act of a package in Akoma Ntoso, in UTF-8.

    Args:
        package: the amended package.
        language: two letters; None for that of the first Act.
        style: of English: `nz`, `uk` or `us`; None for the jurisdiction's own.
        kind: which of its amending Acts, by its name in `kinds_of`; empty for that of the spec.
        tell: told what the drafter should know of the document.

    Raises:
        RenderError: `amending-act-inexact`, where it would not do what the spec does.
    """
    return document_in(package, language, style, tell, kind).act.to_bytes()
