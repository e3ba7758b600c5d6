"""The page on the checks, made from their own texts: `python -m redline.checks.page > docs/checks.md`."""

from __future__ import annotations

from collections.abc import Iterator

from redline.checks import CHECKS, Check

_HEAD = """\
# Checks across the legislation

`redline check DOSSIER` reads the documents of a [dossier](dossier.md) once each and holds them against
themselves and against each other. Every finding quotes the words on both sides, says how bad it is (error,
warning, note) and how sure the check is (high, medium, low), and has an id (`F-…`) made from what it says: it
is the same in every run, and decisions on it are kept in the dossier. This page is made from the checks
themselves; they say the same in Russian and Kazakh.

## How often they are right

On 22 consolidated laws and codes of Kazakhstan, 715,000 words in Russian and Kazakh, taken as one dossier,
and its Code of Administrative Offences: of each check all findings, or 50 drawn at random, were judged by
reading the law; references and contradictions also in 38 laws and bills of other states. A finding is right
where the text really is as it says, and a drafter would want to know it. Where only a few were found, the
figure says little: of `competence` and `term-use` the words were also chosen while reading these laws. There
are no by-laws among them but two Scottish regulations, which name the powers that they rest on, and of which
`delegation` and `cited-act` say nothing, as is right; what else needs by-laws could be judged on the example
alone. What is right less than seven times out of ten does not run by itself: `--guesses` runs it, and gives
the findings of low confidence, which are only in the last column.

On [the example](../examples/migration/PLANTED.md) with its 82 planted inconsistencies: 81 are found, 62 of
them without `--guesses`; of 51 findings of high confidence and 58 of medium confidence in its Acts each is
right; of the findings of low confidence less than half.

| Check | Findings judged | Right | Precision | Runs by itself | Guesses right, of those judged |
|---|---|---|---|---|---|
"""


def checks_page() -> str:
    """The page."""
    return _HEAD + "".join(_rows()) + "".join(_section(check) for check in CHECKS)


def _rows() -> Iterator[str]:
    for check in CHECKS:
        right, judged = check.judged or (0, 0)
        share = f"{right / judged:.2f}" if judged else "–"
        default = "yes" if check.default else "no"
        figures = f"{judged} | {right}" if judged else "– | –"
        guesses = f"{check.guessed[0]} of {check.guessed[1]}" if check.guessed else "–"
        yield f"| [{check.name}](#{check.name}) | {figures} | {share} | {default} | {guesses} |\n"


def _section(check: Check) -> str:
    text = check.text("en")
    kind = f" Type {check.rule} of the code list of inconsistencies." if check.rule else ""
    return (
        f"\n## {check.name}\n\n**{text.title}.** {text.flags}{kind}\n\n"
        f"*Why it matters.* {text.why}\n\n*Example.* {text.example}\n\n*What to do.* {text.do}\n"
    )


if __name__ == "__main__":
    print(checks_page(), end="")
