"""How the commands print: results on the standard output, messages on the standard error."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TextIO

import click

from redline.errors import SLUGS, RedlineError, RenderError
from redline.model.source import Span


def colours(*, err: bool = False) -> bool:
    """Whether colours are shown: on a terminal, unless NO_COLOR is set or the terminal cannot."""
    stream = _stream(err)
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return wanted and stream is not None and stream.isatty()


def say(text: str = "", *, err: bool = False, nl: bool = True) -> None:
    """Print a line; its colours are taken out where none are shown.

    Raises:
        RenderError: `output-unwritable`, where the standard output cannot be written (its disk is full).
    """
    try:
        click.echo(_printable(text, err), err=err, nl=nl, color=colours(err=err))
    except BrokenPipeError:
        raise  # who read it has seen enough: click ends quietly
    except OSError as error:
        if err:
            raise
        raise RenderError(
            "output-unwritable",
            f"the standard output cannot be written ({error.strerror})",
            do="make room, or send the output elsewhere",
        ) from None


def say_errors(errors: Iterable[RedlineError], *, summary: bool = True) -> None:
    """Print errors: those that say the same of several places once, and in the end how many there are.

    Many operations may fail for one and the same reason.
    """
    alike: dict[tuple[object, ...], list[RedlineError]] = {}
    each = list({str(error): error for error in errors}.values())
    for error in each:
        alike.setdefault((error.slug, error.message, error.do, error.about), []).append(error)
    for first, *others in alike.values():
        say_error(first, also=[error.at for error in others if error.at is not None])
    if summary and len(each) > 1:
        say(f"{len(each)} errors{'' if len(each) <= _FEW else ':'}", err=True)
        for slug, count in Counter(error.slug for error in each).most_common() if len(each) > _FEW else ():
            say(f"{count:>6}  {SLUGS[slug][:1].lower()}{SLUGS[slug][1:]} ({slug})", err=True)


_FEW = 10
"""Of more errors than that, it is said how many there are of each kind."""


def say_error(error: RedlineError, also: Sequence[Span] = ()) -> None:
    """Print an error of the library, with further places where it occurs, followed by an empty line."""
    text = re.sub(r"[\x00-\x08\x0b-\x1f]", "\ufffd", str(error))
    if also:
        text = text.replace("\n   do: ", f"\n   also at: {', '.join(map(str, also))}\n   do: ", 1)
    head = f"error[{error.slug}]"
    text = text.replace(head, click.style(head, fg="red", bold=True), 1)
    text = re.sub(r"(?m)^( *\| *)(\^+)$", lambda found: found[1] + click.style(found[2], fg="red"), text)
    text = re.sub(r"(?m)^   do:", click.style("   do:", fg="green"), text)
    say(f"{text}\n", err=True)


def say_remark(where: str, text: str) -> None:
    """Print something that is no error."""
    say(f"{where}: {click.style('note', fg='yellow')}: {text}", err=True)


def wrapped(text: str, *, indent: str = "", hanging: str | None = None) -> str:
    """The text in lines of the terminal's width (100 at most), with an indent; colours take no room."""
    behind = indent if hanging is None else hanging
    lines, room = [indent], width()
    begun = False
    for word in text.split():
        if begun and len(click.unstyle(f"{lines[-1]} {word}")) > room:
            lines.append(behind)
            begun = False
        lines[-1] += f" {word}" if begun else word
        begun = True
    return "\n".join(lines)


def width() -> int:
    """The width of lines: the terminal's, 100 at most."""
    return max(40, min(100, shutil.get_terminal_size((100, 24)).columns))


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 operation`, `3 operations`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _stream(err: bool) -> TextIO | None:
    """Where is printed to; None where that is closed."""
    return sys.stderr if err else sys.stdout


def _printable(text: str, err: bool) -> str:
    """The text without what would control a terminal, and without letters that the stream cannot write."""
    text = re.sub(r"[\x7f-\x9f]", "\ufffd", text)
    encoding = getattr(_stream(err), "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.encode(encoding, "replace").decode(encoding)
    except LookupError:
        pass
    return text
