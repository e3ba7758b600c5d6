"""A file of a spec, its lines, and where the nodes of its YAML stand in them.

libyaml composes a megabyte in a tenth of a second and gives positions; nothing is converted (`1.10`, `no`,
`12:30` stay what they are).
"""

from __future__ import annotations

from pathlib import Path

import yaml
from msgspec import Struct
from rapidfuzz import process

from redline.errors import SpecError
from redline.model.source import Span

Node = yaml.nodes.Node
ScalarNode = yaml.nodes.ScalarNode
SequenceNode = yaml.nodes.SequenceNode
MappingNode = yaml.nodes.MappingNode

_LIMIT = 64_000_000
_LONGEST_NAME = 120
"""Of a longer name of a file that is none, so many characters are shown."""


class Source(Struct, frozen=True):
    """One file of a spec: its name, its text and its lines."""

    file: str
    text: str
    lines: tuple[str, ...]

    def span(self, node: Node) -> Span:
        """Where a node stands; its length ends with its first line."""
        start, end = node.start_mark, node.end_mark
        same_line = end.line == start.line
        line = self.lines[start.line] if start.line < len(self.lines) else ""
        stop = end.column if same_line else len(line)
        return Span(self.file, start.line + 1, start.column + 1, max(1, stop - start.column))

    def lines_of(self, node: ScalarNode, value: str) -> tuple[Span, ...]:
        """Where each line of a block of text (`|` or `>`) stands; of a folded line, where it begins."""
        if node.style not in ("|", ">"):
            return ()
        found: list[Span] = []
        row = node.start_mark.line + 1
        for line in value.splitlines():
            words, ahead = line.strip(), row
            while words and ahead < len(self.lines) and not _begins(words, self.lines[ahead]):
                ahead += 1
            if ahead == len(self.lines):
                return ()
            typed = self.lines[ahead]
            column = len(typed) - len(typed.lstrip()) + 1
            found.append(Span(self.file, ahead + 1, column, max(1, len(typed.strip()))))
            row = ahead + 1
        return tuple(found)

    def excerpt(self, span: Span) -> str | None:
        """The line that a span points at."""
        return self.lines[span.line - 1] if 1 <= span.line <= len(self.lines) else None

    def error(self, slug: str, message: str, *, do: str, at: Span | None = None) -> SpecError:
        """An error in this file, with its line."""
        return SpecError(slug, message, do=do, at=at, excerpt=self.excerpt(at) if at else None)


def _begins(words: str, typed: str) -> bool:
    """Whether a line of the file begins (or is) a line of the text that it gives."""
    return bool(typed.strip()) and words.startswith(typed.strip())


def lines_of_file(name: str, text: str) -> tuple[Span, ...]:
    """Where each line of a file's text stands."""
    return tuple(
        Span(name, place, len(line) - len(line.lstrip()) + 1, max(1, len(line.strip())))
        for place, line in enumerate(text.splitlines(), 1)
    )


def read_source(path: Path, name: str) -> Source:
    """Read a file as UTF-8.

    Raises:
        SpecError: `file-not-found`, `file-unreadable`, `spec-not-text`.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        near = nearest_file(path)
        do = f"did you mean {near}?" if near is not None else "check the path; it is read from where you are"
        raise SpecError("file-not-found", f"there is no file {name}", do=do) from None
    except (OSError, ValueError) as error:
        # A ValueError is a name with a character that no file name can have.
        why = error.strerror if isinstance(error, OSError) else error
        shown = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
        raise SpecError(
            "file-unreadable", f"{shown} cannot be read ({why})", do="give a file that you may read"
        ) from None
    if len(data) > _LIMIT:
        raise SpecError("spec-not-yaml", f"{name} is larger than 64 MB", do="split it with include:")
    _check_text(data, name)
    try:
        return make_source(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SpecError(
            "spec-not-text",
            f"{name} is not UTF-8 text: byte {error.start + 1} is {data[error.start]:#04x}",
            do="save it as UTF-8 (in an editor: Save with encoding, UTF-8)",
            at=Span(name, line, 1),
        ) from None


_KINDS_OF_FILE = (
    (b"PK\x03\x04", "a Word file or another packed one (.docx, .xlsx, .odt, .zip)"),
    (b"\xd0\xcf\x11\xe0", "a file of an old Word or Excel (.doc, .xls)"),
    (b"%PDF-", "a PDF file"),
    (b"{\\rtf", "a rich-text file (.rtf)"),
)
"""How files begin that a drafter may take for a spec."""


def _check_text(data: bytes, name: str) -> None:
    """Refuse what is no plain text, without showing any of it.

    Raises:
        SpecError: `spec-not-text`.
    """
    kind = next((kind for begins, kind in _KINDS_OF_FILE if data.startswith(begins)), None)
    if kind is None and b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        kind = "no text file"
    if kind is not None:
        plain = Path(name).with_suffix(".yaml").name
        raise SpecError(
            "spec-not-text",
            f"{name} is {kind}, and a spec is plain text",
            do=f"write the spec in a text editor, and save it as plain text (UTF-8), such as {plain}",
        )


def nearest_file(path: Path) -> Path | None:
    """The file beside a path that is not there which may be meant by it, if there is one."""
    names = [item.name for item in path.parent.iterdir()] if path.parent.is_dir() else []
    near = process.extractOne(path.name, sorted(names), score_cutoff=80)
    return path.with_name(near[0]) if near is not None else None


def make_source(text: str, name: str) -> Source:
    """A source from text in hand."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return Source(name, text, tuple(text.split("\n")))


def is_plain(node: ScalarNode) -> bool:
    """Whether a scalar was typed without quotes and not as a block (libyaml and PyYAML say so
    differently).
    """
    return node.style in (None, "")
