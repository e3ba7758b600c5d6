"""The papers of a review by name: a new one is a file beside this one and a line in `PAPERS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from redline.papers.paper import Paper
from redline.report.brief import briefs_of
from redline.report.by_laws import by_laws, by_laws_paper
from redline.report.glossary import glossary_of
from redline.report.material import Material
from redline.report.methodology import methodology_of
from redline.report.note import note_of
from redline.report.report import report_of

Named = tuple[str, Paper]
"""A paper with the name of its files, without ending."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper.

    Attributes:
        make: what it is made from -> the papers.
        formats: in which it is written.
        of_package: there is none without a package of amendments.
    """

    make: Callable[[Material], Iterator[Named]]
    formats: tuple[str, ...] = ("docx", "html", "pdf")
    of_package: bool = False


def _briefs(material: Material) -> Iterator[Named]:
    for alias, paper in briefs_of(material):
        yield f"brief.{alias}", paper


PAPERS: Mapping[str, Kind] = {
    "report": Kind(lambda material: iter([("report", report_of(material))])),
    "methodology": Kind(lambda material: iter([("methodology", methodology_of(material))])),
    "note": Kind(
        lambda material: iter([("explanatory-note", note_of(material, by_laws(material)))]),
        of_package=True,
    ),
    "by-laws": Kind(
        lambda material: iter([("list-of-by-laws", by_laws_paper(material))]),
        ("docx", "html", "xlsx"),
        of_package=True,
    ),
    "glossary": Kind(lambda material: iter([("glossary", glossary_of(material))]), ("docx", "html", "xlsx")),
    "briefs": Kind(_briefs, ("docx", "pdf"), of_package=True),
}
