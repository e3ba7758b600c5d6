"""What one line of a law says: other Acts and provisions that it cites, deadlines, duties, bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redline.languages.law_words import LawWords
from redline.languages.pack import LanguagePack
from redline.languages.running import Mention
from redline.model.address import Citation, Step
from redline.model.facts import (
    Body,
    CitedAct,
    CitedStep,
    Deadline,
    Delegation,
    Modality,
    ModalityKind,
    Reference,
    Words,
)

_KINDS: tuple[ModalityKind, ...] = ("prohibition", "duty", "right")
_NEAR = 4
"""At most so many characters (a comma, a space) stand between a provision and the Act that it belongs to."""
_LONGEST_SUBJECT = 120
_PUBLISHED = re.compile(r"(?:№|No\.|N) ?\d[\d\s,–-]*, \Z")


def acts_in(text: str, line: int, words: LawWords) -> list[CitedAct]:
    """The other Acts that a line names, in its order; of two readings of one place the first pattern's."""
    found: list[CitedAct] = []
    for pattern in words.acts:
        for match in pattern.finditer(text):
            taken = any(match.start() < act.at.end and act.at.start < match.end() for act in found)
            if not taken and words.own.search(text, max(0, match.start() - 40), match.start()) is None:
                found.append(_act(match, line, words))
    return sorted(found, key=lambda act: act.at.start)


def _act(match: re.Match[str], line: int, words: LawWords) -> CitedAct:
    said = {name: value.strip() for name, value in match.groupdict().items() if value}
    form = said.get("form", "")
    title = said.get("title") or said.get("topic") or said.get("adjective", "")
    constitution = form.lower().startswith(("конституция", "конституци", "constitution")) and " " not in form
    short = not title and not constitution
    return CitedAct(
        Words(line, match.start(), match.end()),
        form,
        title or (form if constitution else ""),
        _date(said, words),
        said.get("number", ""),
        short,
    )


def _date(said: dict[str, str], words: LawWords) -> str:
    month = words.months.get(said.get("month", "").lower()[:3])
    if month is None or "day" not in said or "year" not in said:
        return ""
    return f"{said['year']}-{month:02}-{int(said['day']):02}"


def references_in(
    text: str, line: int, pack: LanguagePack, acts: list[CitedAct], first: int
) -> Iterator[Reference]:
    """The provisions that a line cites.

    Args:
        acts: the Acts that it names.
        first: the place in `Facts.acts` of the first of them.
    """
    for mention in pack.find_all_citations(text):
        if _PUBLISHED.search(text, max(0, mention.start - 40), mention.start):
            continue  # `(Gazette of Parliament, 2011, No. 14, art. 341)` is where an Act was published
        act = _act_of(mention, text, pack.law, acts)
        sure = mention.foreign or (mention.sure and not _goes_on(mention, text, pack.law, acts))
        citations, whole = _citations(mention, text, pack)
        for citation in citations:
            yield Reference(
                Words(line, mention.start, mention.end),
                _steps(citation.steps),
                _steps(citation.upto),
                mention.within,
                sure and whole,
                first + act if act is not None else -1,
                mention.foreign,
            )


def _citations(mention: Mention, text: str, pack: LanguagePack) -> tuple[list[Citation], bool]:
    """The provisions of a citation, and whether they are surely read right.

    A list of whole citations (`пунктом 4 статьи 78, пунктом 4 статьи 85`) can be read as one inside the
    other;
    then each is read for itself.
    """
    pieces = pack.law.lists.split(text[mention.start : mention.end])
    if len(pieces) == 1:
        return list(mention.citations), True
    read = [pack.read_citation(piece) for piece in pieces]
    found = [citation for citations in read if citations is not None for citation in citations]
    named = [any("article" in step.units for step in citation.steps) for citation in found]
    if None not in read and (all(named) or not any(named)):
        return found, True
    articles = max(sum("article" in step.units for step in citation.steps) for citation in mention.citations)
    return list(mention.citations), articles < 2 and pack.law.acts_follow


def _goes_on(mention: Mention, text: str, words: LawWords, acts: list[CitedAct]) -> bool:
    """Whether a citation may be of another Act all the same, since more of it stands around what was read."""
    if words.part_behind.match(text, mention.end):
        return True
    if words.part_before.search(text, max(0, mention.start - 60), mention.start):
        return True
    if mention.explicit:
        return False
    return (
        any(act.at.start > mention.end and not act.short for act in acts) if words.acts_follow else bool(acts)
    )


def _steps(steps: tuple[Step, ...]) -> tuple[CitedStep, ...]:
    return tuple(CitedStep(step.number or "", step.units) for step in steps)


def _act_of(mention: Mention, text: str, words: LawWords, acts: list[CitedAct]) -> int | None:
    """Which of the Acts of the line a provision belongs to."""
    if not mention.foreign:
        return None
    for place, act in enumerate(acts):
        gap = (act.at.start - mention.end) if words.acts_follow else (mention.start - act.at.end)
        between = text[mention.end : act.at.start] if words.acts_follow else text[act.at.end : mention.start]
        if 0 <= gap <= _NEAR and not between.strip(" ,"):
            return place
    return None


def deadlines_in(text: str, line: int, words: LawWords) -> Iterator[Deadline]:
    """The times within which something must be done, in the order of the line."""
    found: list[Deadline] = []
    for pattern in words.deadlines:
        for match in pattern.finditer(text):
            at = Words(line, match.start(), match.end())
            if not any(at.start < other.at.end and other.at.start < at.end for other in found):
                found.append(Deadline(at, words.amount(match["amount"]), words.time_unit(match["unit"])))
    yield from sorted(found, key=lambda deadline: deadline.at.start)


def modalities_in(text: str, line: int, words: LawWords) -> Iterator[Modality]:
    """What somebody must, may or must not do, in the order of the line."""
    found: list[Modality] = []
    for kind in _KINDS:
        for match in words.modalities[kind].finditer(text):
            if not any(match.start() < each.at.end and each.at.start < match.end() for each in found):
                at = Words(line, match.start(), match.end())
                found.append(Modality(at, kind, _subject(text[: match.start()])))
    yield from sorted(found, key=lambda modality: modality.at.start)


def _subject(before: str) -> str:
    """The words from the beginning of the sentence or the last comma on, where they are few."""
    clause = re.split(r"[.;:] |, ", before)[-1].strip()
    return clause if 2 < len(clause) <= _LONGEST_SUBJECT else ""


def delegations_in(text: str, line: int, pack: LanguagePack) -> Iterator[Delegation]:
    """The rules that a line leaves to another act."""
    for pattern in pack.law.delegations:
        for match in pattern.finditer(text):
            body = match["body"].strip()
            law = pack.norms.law_named.match(body) is not None
            yield Delegation(Words(line, match.start(), match.end()), "" if law else body)


def bodies_in(text: str, line: int, words: LawWords) -> Iterator[Body]:
    """The bodies that a line names."""
    for match in words.bodies.finditer(text):
        yield Body(Words(line, match.start("body"), match.end("body")), match["body"])
