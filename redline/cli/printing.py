"""How the commands print: results on the standard output, messages on the standard error."""

from __future__ import annotations

import os
import re
import shutil
import sys

import click

from redline.errors import RedlineError


def colours(*, err: bool = False) -> bool:
    """Whether colours are shown: on a terminal, unless NO_COLOR is set or the terminal cannot."""
    stream = sys.stderr if err else sys.stdout
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def say(text: str = "", *, err: bool = False, nl: bool = True) -> None:
    """Print a line; its colours are taken out where none are shown."""
    click.echo(_printable(text, err), err=err, nl=nl, color=colours(err=err))


def say_error(error: RedlineError) -> None:
    """Print an error of the library, followed by an empty line."""
    text = re.sub(r"[\x00-\x08\x0b-\x1f]", "\ufffd", str(error))
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
    return max(60, min(100, shutil.get_terminal_size((100, 24)).columns))


def shortened(text: str, limit: int = 60) -> str:
    """The text, cut with … where it is longer than `limit`."""
    squeezed = " ".join(text.split())
    return squeezed if len(squeezed) <= limit else squeezed[: limit - 1].rstrip() + "…"


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 operation`, `3 operations`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _printable(text: str, err: bool) -> str:
    """The text without what would control a terminal, and without letters that the stream cannot write."""
    text = re.sub(r"[\x7f-\x9f]", "\ufffd", text)
    encoding = (sys.stderr if err else sys.stdout).encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.encode(encoding, "replace").decode(encoding)
    except LookupError:
        pass
    return text
