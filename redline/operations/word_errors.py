"""Messages for words that are not there, occur too often, or not as often as declared."""

from __future__ import annotations

from collections.abc import Sequence

from redline.akn.find import difference, nearest
from redline.errors import AmendmentError
from redline.model.spec import Text, Words
from redline.operations.context import PlanContext
from redline.operations.scope import Occurrence, Scope


def _shown(words: Words) -> str:
    if isinstance(words, Text):
        return f'"{words.value}"'
    first = words.start or words.after or words.before
    return f'"{first.value if first else ""}"' + (f' to "{words.end.value}"' if words.end else "")


def _where(scope: Scope) -> str:
    return scope.target.citation.text if scope.target is not None else "the Act"


def absent(context: PlanContext, scope: Scope, words: Words, where: str = "") -> AmendmentError:
    plain = (
        words.value if isinstance(words, Text) else (words.start or words.after or words.before or words.end)
    )
    wanted = plain.value if isinstance(plain, Text) else str(plain)
    near = nearest(wanted, scope.texts())
    about = []
    do = "quote the words as they stand there; redline show ACT ADDRESS prints them"
    if near is not None:
        about.append(("nearest", f'"{near}"'))
        reason = difference(wanted, near)
        do = reason[0].upper() + reason[1:] if reason else do
    else:
        text = " ".join(scope.texts()[:20])
        text = " ".join(text.split())
        about.append(
            ("there", f'"{text[:160]}{"…" if len(text) > 160 else ""}"' if text else "no words at all")
        )
    error = context.error(
        "words-not-found",
        f"{_shown(words)} does not occur in {_where(scope)}{where}",
        do=do,
        about=scope.target,
    )
    error.about = (*error.about, *about)
    error.at = words.at
    return error


def several(context: PlanContext, scope: Scope, words: Words, found: Sequence[Occurrence]) -> AmendmentError:
    error = context.error(
        "words-several",
        f"{_shown(words)} occurs {len(found)} times in {_where(scope)}",
        do="say which: times: all, first, last or a number; or name the place more closely with in:",
        about=scope.target,
    )
    shown = [(f"place {n}", _around(item)) for n, item in enumerate(found[:4], start=1)]
    error.about = (*error.about, *shown)
    error.at = words.at
    return error


def miscounted(
    context: PlanContext, scope: Scope, words: Words, found: int, wanted: int, *, at_least: bool = False
) -> AmendmentError:
    error = context.error(
        "words-count",
        f"{_shown(words)} occurs {found} {'time' if found == 1 else 'times'} in {_where(scope)}, "
        f"not {'at least ' if at_least else ''}{wanted}",
        do=f"check the text, and declare count: {found} if that is what is meant"
        if found != wanted
        else "check times",
        about=scope.target,
    )
    error.at = words.at
    return error


def _around(item: Occurrence) -> str:
    text = item.flat.text
    left = " ".join(text[max(0, item.start - 30) : item.start].split())
    right = " ".join(text[item.end : item.end + 30].split())
    return f"…{left} [{text[item.start : item.end]}] {right}…"
