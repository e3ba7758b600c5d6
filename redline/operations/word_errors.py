"""Messages for words that are not there, occur too often, or not as often as declared."""

from __future__ import annotations

from collections.abc import Sequence

from redline.addresses.read import looks_like_address
from redline.akn.alike import Difference, differences, longer_word, nearest
from redline.akn.find import fold
from redline.errors import AmendmentError
from redline.model.spec import Text, Words, WordSpan
from redline.operations.context import PlanContext
from redline.operations.scope import Occurrence, Scope, ignore_given, ignored


def _shown(words: Words) -> str:
    if isinstance(words, Text):
        return f'"{words.value}"'
    first = words.start or words.after or words.before
    return f'"{first.value if first else ""}"' + (f' to "{words.end.value}"' if words.end else "")


def _where(scope: Scope) -> str:
    return scope.target.citation.text if scope.target is not None else "the Act"


def absent(context: PlanContext, scope: Scope, words: Words) -> AmendmentError:
    """The error of words that do not occur: the nearest words there, why they differ, and what to write."""
    if scope.left_out and any(Scope(context, scope.target, {}).occurrences(_sought(words).value)):
        return _error(
            context,
            scope,
            words,
            "words-not-found",
            f"{_shown(words)} occurs in {_where(scope)} only where except leaves it out",
            "take the place out of except:, or take this operation out",
        )
    wanted = _sought(words).value
    numbered = any(sign.isdigit() for sign in wanted)
    raised = next(scope.readings(wanted), None) if numbered else None
    if raised is not None:
        return _raised(context, scope, words, raised)
    texts = scope.texts()
    about, do = _nearest(context, wanted, texts)
    held = _held(context, wanted, texts)
    if held is not None:
        about, do = held
    if looks_like_address(wanted):
        verb = context.operation.verb
        meant = f"write {_FOR_PROVISIONS[verb]}: instead of {verb}:, without in:"
        do = f"if the provision is meant, {meant}; if words are, {do}"
    message = f"{_shown(words)} does not occur in {_where(scope)}"
    return _error(context, scope, words, "words-not-found", message, do, about)


def _raised(context: PlanContext, scope: Scope, words: Words, item: Occurrence) -> AmendmentError:
    """The error of a number of which a part is raised or lowered in the Act."""
    return _error(
        context,
        scope,
        words,
        "words-not-found",
        f"{_shown(words)} does not occur in {_where(scope)}: a part of the number that reads so is raised or "
        "lowered there, as in 10²",
        "replace the sentence or block with {akn: …}, which can hold <sup> and <sub>",
        [("there", _around(item))],
    )


_FOR_PROVISIONS = {"omit": "repeal", "substitute": "replace", "add": "insert"}


def refuse_several_lines(context: PlanContext, text: Text, key: str) -> None:
    """Words are changed within one block: a second line would be another, and is never run into the first.

    Raises:
        AmendmentError: `value-wrong`.
    """
    if "\n" in text.value.strip():
        raise AmendmentError(
            "value-wrong",
            f"{key} has several lines, and {context.operation.verb} puts words into one block",
            do="write one line (>- instead of | joins lines); blocks and provisions are added with insert: …",
            at=text.at,
        )


def swallowed(context: PlanContext, scope: Scope, words: Words) -> AmendmentError:
    """The error of words that stand only inside longer words of the same substitution."""
    return _error(
        context,
        scope,
        words,
        "words-not-found",
        f"{_shown(words)} stands in {_where(scope)} only inside longer words that this substitute replaces",
        "take this pair out: the longer words are replaced as a whole",
    )


def not_at_edge(context: PlanContext, scope: Scope, words: Words, edge: str, text: str) -> AmendmentError:
    """The error of words that do not stand at the start or end of the provision's own words."""
    text = " ".join(text.split())
    shown = text[:60] + "…" if edge == "start" and len(text) > 60 else text
    shown = "…" + text[-60:] if edge == "end" and len(text) > 60 else shown
    return _error(
        context,
        scope,
        words,
        "words-not-found",
        f"{_shown(words)} does not stand at the {edge} of {_where(scope)}",
        f"give the words that stand at the {edge}, or leave at: out",
        [(edge, f'"{shown}"')],
    )


def unclosed(context: PlanContext, scope: Scope, words: WordSpan, item: Occurrence) -> AmendmentError:
    """The error of a span whose last words do not follow its first in the same block."""
    end = words.end.value if words.end else ""
    return _error(
        context,
        scope,
        words,
        "words-not-found",
        f'"{end}" does not follow "{_sought(words).value}" in the same block',
        "give last words that follow there, or say with times: which occurrence of the first is meant",
        [("there", _around(item))],
    )


def bare_edge(context: PlanContext, scope: Scope, words: WordSpan, item: Occurrence) -> AmendmentError:
    """The error of a span that holds nothing: its bounding words stand at the edge of their block."""
    side = "after" if words.after is not None else "before"
    return _error(
        context,
        scope,
        words,
        "words-not-found",
        f'nothing stands {side} "{_sought(words).value}" in its block',
        f"to put words there, write add: … with {side}:",
        [("there", _around(item))],
    )


def _sought(words: Words) -> Text:
    """The words that are looked for first."""
    sought = words if isinstance(words, Text) else (words.start or words.after or words.before)
    assert sought is not None
    return sought


def _nearest(context: PlanContext, wanted: str, texts: Sequence[str]) -> tuple[list[tuple[str, str]], str]:
    """What comes nearest to the words, with the reasons why it is something else, and what to do."""
    near = nearest(wanted, texts)
    if near is None:
        text = " ".join(" ".join(texts[:20]).split())
        shown = f'"{text[:160]}{"…" if len(text) > 160 else ""}"' if text else "no words at all"
        return [("there", shown)], _QUOTE
    reasons = differences(wanted, near, ignore_given(context))
    about = [("nearest", f'"{near}"'), *(("why", reason.why) for reason in reasons)]
    return about, _in_one(reasons, ignore_given(context)) or _QUOTE


def _in_one(reasons: Sequence[Difference], given: frozenset[str]) -> str:
    """One next step for all reasons: `ignore` stands once in an operation, with everything in its list."""
    passed = [reason.ignorable for reason in reasons if reason.ignorable]
    steps = list(dict.fromkeys(reason.do for reason in reasons))
    if passed and all(reason.ignorable for reason in reasons):
        kinds = ", ".join([*sorted(given), *passed])
        steps.append(f"or {'write' if given else 'add'} ignore: [{kinds}]")
        return ", ".join(steps)
    return "; ".join(steps)


_QUOTE = "quote the words as they stand there; redline show ACT ADDRESS prints them"


def _held(
    context: PlanContext, wanted: str, texts: Sequence[str]
) -> tuple[list[tuple[str, str]], str] | None:
    """The words stand there letter for letter, but inside a longer number or word, or across two blocks."""
    ignore = ignored(context)
    plain = fold(wanted, ignore)
    for text in texts:
        place = fold(text, ignore).find(plain)
        if place >= 0:
            around = longer_word(text, place, place + len(plain))
            kind = "number" if any(letter.isdigit() for letter in around) else "word"
            return (
                [("there", f'"{around}"'), ("why", f"it stands only inside a longer {kind}")],
                f"write the whole {kind}",
            )
    if " ".join(plain.split()) in " ".join(fold(" ".join(texts), ignore).split()):
        return (
            [("why", "the words run over from one block to the next")],
            "write one operation for the words of each block",
        )
    return None


def several(context: PlanContext, scope: Scope, words: Words, found: Sequence[Occurrence]) -> AmendmentError:
    """The error of words that occur more than once where the spec does not say which are meant."""
    return _error(
        context,
        scope,
        words,
        "words-several",
        f"{_shown(words)} occurs {len(found)} times in {_where(scope)}",
        "say which: times: all, first, last or a number; or name the place more closely with in:",
        [(f"place {n}", _around(item)) for n, item in enumerate(found[:4], start=1)],
    )


def miscounted(
    context: PlanContext, scope: Scope, words: Words, found: int, wanted: int, *, at_least: bool = False
) -> AmendmentError:
    """The error of words that occur more or fewer times than the spec says."""
    return _error(
        context,
        scope,
        words,
        "words-count",
        f"{_shown(words)} occurs {found} {'time' if found == 1 else 'times'} in {_where(scope)}, "
        f"not {'at least ' if at_least else ''}{wanted}",
        f"check the text; there is no occurrence number {wanted}"
        if at_least
        else f"check the text, and declare count: {found} if that is what is meant",
    )


def _error(
    context: PlanContext,
    scope: Scope,
    words: Words,
    slug: str,
    message: str,
    do: str,
    about: Sequence[tuple[str, str]] = (),
) -> AmendmentError:
    """An error at the words, about the place where they are looked for."""
    error = context.error(slug, message, do=do, about=scope.target)
    error.about = (*error.about, *about)
    error.at = words.at
    return error


def _around(item: Occurrence) -> str:
    text = item.flat.text
    left = " ".join(text[max(0, item.start - 30) : item.start].split())
    right = " ".join(text[item.end : item.end + 30].split())
    marked = f"[{text[item.start : item.end]}]"
    return f"…{' '.join(part for part in (left, marked, right) if part)}…"
