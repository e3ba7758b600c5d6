"""What a person has written for the papers, and the places where it is still to be written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from redline.papers.markdown import blocks_of_markdown
from redline.papers.paper import Block, plain
from redline.report.material import Material
from redline.report.paper_words import paper_words
from redline.report.words import words_in


def said_in(given: Mapping[str, str], language: str) -> str:
    """A text in a language, or in the first one that there is."""
    return given.get(language) or next(iter(given.values()), "")


def prose(material: Material, section: str, *, must: bool, what: str = "") -> Iterator[Block]:
    """What a person has written for a part; where it must be written and is not, a place for it.

    Args:
        material: what the papers are made from.
        section: a word of `SECTIONS`.
        must: whether the paper is incomplete without it.
        what: what belongs there, where the report's words do not say it.
    """
    text = material.dossier.report.prose.get(section, {}).get(material.language, "")
    if text.strip():
        yield from blocks_of_markdown(text)
    elif must:
        words = words_in(material.language)
        said = what or words[f"what {section}"]
        yield plain(words["missing"].format(what=said, section=section), "missing")


def noted(material: Material, section: str, *, must: bool) -> Iterator[Block]:
    """What a person has written for a part of the explanatory note; where it must be, a place for it."""
    text = material.dossier.report.note.get(section, {}).get(material.language, "")
    if text.strip():
        yield from blocks_of_markdown(text)
    elif must:
        words = paper_words(material.language)
        yield plain(words["missing note"].format(what=words[section], section=section), "missing")
