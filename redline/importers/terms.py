"""The terms that an imported Act defines, marked as such: only those of a list that says it defines them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from redline.facts.terms import defined_term
from redline.languages.law_words import LawWords
from redline.model.inline_signs import without_signs
from redline.model.outline import Division, Outline, Paragraph


def mark_terms(outline: Outline, words: LawWords) -> int:
    """Say where terms stand in the lists of definitions (`В настоящем Законе используются следующие …:`).

    Args:
        outline: the law as it was read; its paragraphs and `terms` change.
        words: the set phrases of its language.

    Returns:
        how many terms there are.
    """
    for division in outline.divisions():
        for paragraphs, place in _entries(division, words):
            text = paragraphs[place].text
            found = defined_term(text, words)
            if found is not None and found[0] == without_signs(found[0]):
                start = text.index(found[0])
                paragraphs[place] = replace(paragraphs[place], term=(start, start + len(found[0])))
                outline.terms.append(found[0])
    return len(outline.terms)


def _entries(division: Division, words: LawWords) -> Iterator[tuple[list[Paragraph], int]]:
    """The entries of a list of definitions, each by its place: paragraphs behind what announces it, or the
    first of each numbered one.
    """
    for lead, paragraph in enumerate(division.intro):
        if paragraph.plain.endswith(":") and words.definition_lead.search(paragraph.plain):
            yield from ((division.intro, place) for place in range(lead + 1, len(division.intro)))
            yield from ((child.intro, 0) for child in division.children if child.intro and not child.removed)
            return
