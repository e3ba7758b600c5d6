"""Names that a package replaces throughout some Acts, and that other documents keep."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from redline.checks.stems import same_stem
from redline.dossier.library import Review, ReviewedAct
from redline.dossier.packages import Package
from redline.languages import get_pack
from redline.languages.law_words import LawWords
from redline.model.facts import Facts, Words
from redline.model.spec import Operation, Text, Times

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OF_AN_ACT = re.compile(r"[^.;]{0,70}\b\d{4}\b[^.;]{0,40}(?:№|No\.) ?\d")
"""Behind the name of who made an Act: the day and the number of that."""
_FEWEST = 2
"""Of one word it cannot be told whether it is a name."""


@dataclass(frozen=True, slots=True, eq=False)
class Renamed:
    """A name that a document keeps.

    Attributes:
        operation: the one that replaces it elsewhere.
        old, new: by language.
        inflect: whether the operation replaces every grammatical form.
        places: where it stands in each version of the document.
    """

    operation: str
    old: Mapping[str, str]
    new: Mapping[str, str]
    inflect: bool
    places: tuple[tuple[ReviewedAct, tuple[Words, ...]], ...]

    def left_in(self, facts: Facts) -> tuple[Words, ...]:
        """Where the old name stands in a version of the document."""
        return _places(self.old[facts.language], facts)


def names_left(review: Review, package: Package) -> Iterator[Renamed]:
    """What each operation that replaces a name throughout its Acts leaves in the other documents."""
    titles = {title for each in package.versions for title in (each.before.facts.title, each.before.title)}
    for operation in package.spec.operations:
        old, new = _name(package, operation, "substitute"), _name(package, operation, "with")
        if not old or old.keys() != new.keys() or titles.intersection(old.values()):
            continue  # a title that changes is told of by the Act that bears it
        left: dict[str, list[tuple[ReviewedAct, tuple[Words, ...]]]] = {}
        for act in review.acts:
            found = _left(act, old.get(act.language, ""), package)
            if found:
                left.setdefault(act.document.id, []).append((act, found))
        for places in left.values():
            languages = [act.language for act, _ in places]
            yield Renamed(
                operation.id,
                {language: old[language] for language in languages},
                {language: new[language] for language in languages},
                operation.values.get("inflect") is True,
                tuple(places),
            )


def _name(package: Package, operation: Operation, key: str) -> dict[str, str]:
    """The words of a key by language, where the operation replaces a name throughout an Act."""
    found: dict[str, str] = {}
    if operation.verb != "substitute" or "in" in operation.values:
        return {}
    times = operation.values.get("times")
    if not (isinstance(times, Times) and times.word == "all"):
        return {}
    languages = operation.versions or {package.spec.language or "": operation}
    for language, version in languages.items():
        words = _only(version.values.get(key))
        if words is None or len(_WORD.findall(words.value)) < _FEWEST or not words.value[:1].isupper():
            return {}
        found[language] = words.value
    return found


def _only(value: object) -> Text | None:
    """The one text that a key gives; None where it gives several, or a span."""
    one = value[0] if isinstance(value, tuple) and len(value) == 1 else value
    return one if isinstance(one, Text) else None


def _left(act: ReviewedAct, name: str, package: Package) -> tuple[Words, ...]:
    """Where a document has a name that the package leaves as it is."""
    if not name:
        return ()
    own = package.facts_after(act)
    texts = {line.text for line in own.lines}
    return tuple(at for at in _places(name, act.facts) if act.facts.lines[at.line].text in texts)


def _places(name: str, facts: Facts) -> tuple[Words, ...]:
    """Where a name stands in the provisions of an Act.

    What made an Act goes on bearing the name that it had: so it is left in the line above the title, and
    where an Act is cited by who made it.
    """
    pack = get_pack(facts.language)
    if pack is None:
        return ()
    found: list[Words] = []
    wanted = [pack.law.stem(word) for word in _WORD.findall(name)]
    for number, line in enumerate(facts.lines):
        if line.quoted or line.provision == 0:
            continue
        for start, end in _in_text(wanted, line.text, pack.law):
            if _OF_AN_ACT.match(line.text, end) is None:
                found.append(Words(number, start, end))
    return tuple(found)


def _in_text(wanted: Sequence[str], text: str, law: LawWords) -> Iterator[tuple[int, int]]:
    """Where words stand in any of their forms, the first with the capital of a name."""
    words = list(_WORD.finditer(text))
    stems = [law.stem(word[0]) for word in words]
    for place, word in enumerate(words[: len(words) - len(wanted) + 1]):
        here = zip(stems[place : place + len(wanted)], wanted, strict=True)
        if word[0][0].isupper() and all(same_stem(one, other) for one, other in here):
            yield word.start(), words[place + len(wanted) - 1].end()
