"""What a drafter should know of an amending Act: what is left blank, and what the law wants otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from redline.akn.basic_units import share_changed
from redline.akn.marked import MarkedAct
from redline.languages.enacting import BLANK, CitedAct
from redline.model.amending import AmendingAct
from redline.model.spec import EnactedAs

_LISTED = 2
"""More by-laws are amended by a list annexed to the by-law (Law No. 480-V, article 26(6))."""


def blanks_in(made: AmendingAct, cited: Mapping[str, CitedAct], enacted: EnactedAs) -> Iterator[str]:
    """What is left blank.

    Args:
        made: the amending Act.
        cited: what is known of the Acts that it amends, by alias.
        enacted: what is known of itself.
    """
    for alias, act in cited.items():
        if not act.published:
            yield (
                f"{alias}: where the Act was published is not known and left blank; give publication: "
                f"at the Act in the spec"
            )
        if act.title == BLANK:
            yield f"{alias}: the Act has no title, which is left blank"
        if act.date is None:
            yield f"{alias}: the date of the Act is not known and left blank"
    if made.preamble:
        yield "the legal ground of the by-law is left blank: write what it is made in accordance with"
    if made.preamble and len(cited) > _LISTED:
        yield "three by-laws or more are amended by a list (перечень) annexed to the by-law"
    if any(BLANK in provision.words for provision in made.commencement):
        yield "when the amending Act enters into force is left blank; give commencement: in the spec"
    if not enacted.signed_by:
        yield "who signs the amending Act is left blank; give enacted_as: {signed_by: …}"


def on_half(alias: str, marked: MarkedAct, *, law: bool) -> Iterator[str]:
    """That more than half of an Act changes.

    Args:
        alias: what the spec calls the Act.
        marked: the Act as amended.
        law: whether it is a law or a code.
    """
    share = share_changed(marked.base, marked.changes(), law=law)
    if share.more_than_half:
        yield (
            f"{alias}: {share.changed} of its {share.total} articles or points change, more than half; Law "
            f"No. 480-V, article 26(9), wants the Act in a new redaction instead"
        )
