"""The guard `expect`: the current text, or its fingerprint, as the drafter saw it."""

from __future__ import annotations

import hashlib

from redline.addresses.targets import Target
from redline.akn.find import fold
from redline.akn.names import local_name
from redline.akn.ranges import flatten
from redline.akn.structure import text_blocks, words_of
from redline.model.spec import WORD_VERBS, Text
from redline.operations.context import PlanContext
from redline.operations.scope import ignored


def fingerprint(words: str) -> str:
    """The fingerprint of a provision's words: 12 hexadecimal digits."""
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:12]


def words_of_target(target: Target) -> str:
    """All words of what an address names, white space squeezed, numbers left out."""
    if target.span is not None:
        start, end = target.span
        return " ".join(flatten(target.blocks[0], target.view).text[start:end].split())
    blocks = target.blocks or (target.element,)
    leaves = [
        leaf
        for block in blocks
        for leaf in ([block] if local_name(block.tag) == "num" else text_blocks(block, target.view))
    ]
    return " ".join(words_of(leaf, target.view) for leaf in leaves)


def check_expectation(context: PlanContext) -> None:
    """Compare the text an operation is aimed at with its `expect`.

    Raises:
        AmendmentError: `expectation-failed`.
    """
    expected = context.operation.expect
    if expected is None:
        return
    key = next(
        (k for k in ("in", context.operation.verb, "after", "before", "into") if _is_address(context, k)),
        None,
    )
    whole = Text("act", context.operation.at)
    targets = context.targets(key) if key is not None else context.resolve(whole)
    words = " ".join(words_of_target(target) for target in targets)
    if expected.value.strip() == fingerprint(words) or _reads_alike(context, expected.value, words):
        return
    error = context.error(
        "expectation-failed",
        "the current text is not the one that this operation expects",
        do=f"read the current text; if it is right, write expect: {fingerprint(words)}",
        about=targets[0] if targets else None,
    )
    shown = words if len(words) <= 200 else words[:197] + "…"
    error.about = (*error.about, ("there", f'"{shown}"'), ("fingerprint", fingerprint(words)))
    error.at = expected.at
    raise error


def _reads_alike(context: PlanContext, expected: str, words: str) -> bool:
    """Whether two texts are the same as words are looked for; letters that only look alike are told of."""
    squeezed = " ".join(expected.split())
    if squeezed == words:
        return True
    ignore = ignored(context)
    one, other = fold(squeezed, ignore), fold(words, ignore)
    if one != other and ("case" not in ignore or one.lower() != other.lower()):
        return False
    for mine, there in zip(squeezed.split(), words.split(), strict=True):
        odd = "".join(a for a, b in zip(there, mine, strict=True) if a.isalpha() and a.lower() != b.lower())
        if odd:
            context.notes.append(
                f'the expected text is there, but "{there}" has letters that only look like those of '
                f'"{mine}" ({odd})'
            )
    return True


def _is_address(context: PlanContext, key: str) -> bool:
    if context.value(key) is None:
        return False
    if key == context.operation.verb:
        return key not in (*WORD_VERBS, "insert")
    return not (context.operation.verb in WORD_VERBS and key in ("after", "before"))
