"""What the outputs of the amending Act have in common: the document in the language asked for."""

from __future__ import annotations

from collections.abc import Iterable

from redline.amending.document import AmendingDocument, amending_document, languages_of
from redline.errors import RenderError
from redline.render.renderer import Package, Tell


def document_in(
    package: Package, language: str | None, style: str | None, tell: Tell, kind: str = ""
) -> AmendingDocument:
    """The amending Act of a package; what is to be known of it is told.

    Args:
        package: the amended package.
        language: two letters; None for that of the first Act.
        style: of English; None for the jurisdiction's own.
        tell: told of blanks and of what is said whole.
        kind: which of its amending Acts, by its name in `kinds_of`.

    Raises:
        RenderError: `amending-act-inexact`.
    """
    made = amending_document(package, language or languages_of(package)[0], style, kind)
    for remark in made.remarks:
        tell(f"amending Act ({' of '.join(filter(None, (made.law.language, kind)))})", remark)
    return made


def why_inexact(
    package: Package, wanted: Iterable[tuple[str, str]], style: str | None
) -> dict[tuple[str, str], tuple[str, str]]:
    """The amending Acts that cannot be given out, each with where that lies and why.

    Args:
        package: the amended package.
        wanted: the language and the kind of each.
        style: of English.
    """
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for language, kind in dict.fromkeys(wanted):
        try:
            amending_document(package, language, style, kind)
        except RenderError as error:
            where = str(error.at) if error.at else f"amending Act ({language})"
            found[language, kind] = (where, f"no amending Act: {error.message}; {error.do}")
    return found
