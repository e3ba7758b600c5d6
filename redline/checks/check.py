"""What a check is, and how it shows the words that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from redline.checks.digest import Digest
from redline.dossier.library import Review, ReviewedAct
from redline.languages.called import in_the_language
from redline.model.facts import Words
from redline.model.findings import Evidence, Finding

_ENOUGH = 0.7
_DATE = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_AROUND = 70
_LONGEST_QUOTE = 400


@dataclass(frozen=True, slots=True)
class CheckText:
    """What a check says in one language.

    Attributes:
        title: what it looks for, as a heading.
        flags, why, example, do: what it flags, why that matters, an example, and what to do.
        messages: for each kind of finding its sentence, with the finding's own words in braces.
    """

    title: str
    flags: str
    why: str
    example: str
    do: str
    messages: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Check:
    """One check. A new one is a file beside this one and a line in `CHECKS`.

    Attributes:
        name: as `--only` takes it.
        rule: the number of the finding's type in the code list of inconsistencies (T1 to T14).
        run: the documents read -> what is found in them, in their order.
        texts: by language; English is always there.
        judged: how many of the findings drawn at random on real law were right, and how many were judged;
            None where there is nothing to judge.
        guessed: the same of its findings of low confidence.
        scope: what it looks at together: each version of a document by itself (`act`), the versions of one
            document, the whole dossier, or one spec of the package beside it. `run` is given no more than
            that, and what it found there is kept until that changes.
        digests: what it reads out of each Act by itself, and where Acts are compared goes by alone.
    """

    name: str
    rule: str
    run: Callable[[Review], Iterable[Finding]]
    texts: Mapping[str, CheckText]
    judged: tuple[int, int] | None
    guessed: tuple[int, int] | None = None
    scope: Literal["act", "document", "dossier", "package"] = "dossier"
    digests: tuple[Digest[Any], ...] = ()

    @property
    def default(self) -> bool:
        """Whether it runs without being asked for: what is right less than seven times out of ten does
        not."""
        return self.judged is None or self.judged[0] >= _ENOUGH * self.judged[1]

    def text(self, language: str) -> CheckText:
        """What it says in a language, or in English."""
        return self.texts.get(language) or self.texts["en"]

    def message(self, finding: Finding, language: str) -> str:
        """The sentence of a finding."""
        told = dict(finding.said)
        if "language" in told:  # which language version is meant
            told["language"] = in_the_language(told["language"], language)
        said = self.text(language).messages[finding.kind].format(**told)
        # Of two quotation marks that meet, Russian and Kazakh write one.
        return _DATE.sub(_written_date, said.replace("««", "«").replace("»»", "»"))


def _written_date(date: re.Match[str]) -> str:
    """A day as laws and their notes write it in figures: `23.11.2015`."""
    return f"{date[3]}.{date[2]}.{date[1]}"


def quoted(act: ReviewedAct, at: Words) -> Evidence:
    """Words of an Act as evidence, with what stands around them."""
    text = act.facts.lines[at.line].text
    before, after = text[: at.start], text[at.end :]
    return _evidence(
        act,
        act.facts.lines[at.line].provision,
        quote=text[at.start : at.end][:_LONGEST_QUOTE],
        before=before if len(before) <= _AROUND else "…" + before[-_AROUND:].partition(" ")[2],
        after=after if len(after) <= _AROUND else after[:_AROUND].rpartition(" ")[0] + "…",
    )


def quoted_line(act: ReviewedAct, line: int) -> Evidence:
    """A whole line as evidence, the beginning of it where it is long."""
    return quoted(act, Words(line, 0, min(len(act.facts.lines[line].text), _LONGEST_QUOTE)))


def quoted_provision(act: ReviewedAct, provision: int) -> Evidence:
    """A provision as evidence: its number and first words."""
    facts = act.facts
    lines = facts.lines_of.get(provision, ())
    words = facts.lines[lines[0]].text if lines else ""
    printed = facts.provisions[provision].printed
    shown = " ".join(filter(None, (printed, words)))
    return _evidence(act, provision, shown if len(shown) <= 160 else shown[:159] + "…")


def _evidence(act: ReviewedAct, provision: int, quote: str, before: str = "", after: str = "") -> Evidence:
    return Evidence(
        act.document.id, act.language, act.cite(provision), quote, before, after,
        act.facts.provisions[provision].eid, act.version.name,
    )  # fmt: skip
