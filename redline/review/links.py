"""The references between the Acts of a dossier, each with what it leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from redline.checks.titles import Titles
from redline.dossier.library import Review, ReviewedAct
from redline.facts.citing import locate
from redline.model.facts import Reference


@dataclass(frozen=True, slots=True)
class Link:
    """One reference.

    Attributes:
        act, provision: where it stands.
        words: the citation.
        cited: the Act that is cited, where that is in the dossier; `target` the provision found in it.
        named: the words that name the Act, where it is not in the dossier.
        outcome: `found`, `absent`, `unclear` or `outside`.
    """

    act: ReviewedAct
    provision: int
    words: str
    cited: ReviewedAct | None
    target: int
    named: str
    outcome: str

    @property
    def address(self) -> str:
        """The provision in which it stands, as cited."""
        return self.act.cite(self.provision)

    @property
    def cited_document(self) -> str:
        """The document cited, or the words that name it."""
        return self.cited.document.id if self.cited is not None else self.named

    @property
    def cited_address(self) -> str:
        """The provision found, as cited."""
        return self.cited.cite(self.target) if self.cited is not None and self.target > 0 else ""


def links_of(review: Review, language: str = "") -> Iterator[Link]:
    """Every reference of each document, in the order of the texts.

    Args:
        review: the documents.
        language: two letters: of the versions that are read, where a document has one in it; else its first.
    """
    titles = Titles(review)
    for document in review.dossier.documents:
        act = review.version_in(document.id, language)
        for reference in act.facts.references if act is not None else ():
            if act is not None:
                yield _link(act, reference, titles)


def _link(act: ReviewedAct, reference: Reference, titles: Titles) -> Link:
    facts = act.facts
    provision, words = facts.lines[reference.at.line].provision, facts.words(reference.at)
    cited = titles.act_of(act, reference)
    if cited is None:
        named = facts.words(facts.acts[reference.act].at) if reference.act >= 0 else ""
        return Link(act, provision, words, None, -1, named, "outside")
    if not reference.sure:
        return Link(act, provision, words, cited, -1, "", "unclear")
    located = locate(cited.facts, reference, reference.steps, own=cited is act)
    target = located.provision if located.verdict == "found" else -1
    return Link(act, provision, words, cited, target, "", located.verdict)
