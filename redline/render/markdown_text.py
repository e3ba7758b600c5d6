"""Words of a law in Markdown, such that nothing in them is taken for markup, and nobody is called by it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from redline.render.word.paragraphs import Piece

_SPECIAL = re.compile(r"[\\`*_\[\]{}|~$]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "#": "&#35;", "@": "&#64;"}
"""`#5` and `@name` would become links to issues and people on the pages that show Markdown."""
_ENTITY = re.compile("[&<>#@]")
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")
_ADDRESS = re.compile(r"(?<=\b)(https?|ftp)://|\bwww\.", re.IGNORECASE)


def escaped(text: str) -> str:
    """The words as Markdown that shows them as they are; a line feed is a line break."""
    text = _ENTITY.sub(lambda found: _ENTITIES[found.group()], text)
    text = _SPECIAL.sub(lambda found: f"\\{found.group()}", text)
    text = _ADDRESS.sub(lambda found: found.group().replace(":", "&#58;").replace("www.", "www&#46;"), text)
    return text.replace("\n", "<br>").replace("\t", " ")


def at_line_start(text: str) -> str:
    """Escaped words as they can begin a line: `1.` begins no list there."""
    found = _LINE_START.match(text)
    if found is None:
        return text
    mark = found.group(2)
    after = text[found.end() :]
    return f"{found.group(1)}{mark}\\{after}" if mark.isdigit() else f"{found.group(1)}\\{mark}{after}"


def marked_words(pieces: Iterable[Piece], labels: dict[int, str]) -> str:
    """Pieces with `<del>` and `<ins>` around what went and came; those of one kind that touch are one.

    Args:
        labels: index of a note -> what stands for it.
    """
    made: list[str] = []
    before = ""
    for piece in pieces:
        if not (piece.base or piece.amended):
            continue
        kind = "" if piece.base and piece.amended else "ins" if piece.amended else "del"
        if kind != before:
            made.append((f"</{before}>" if before else "") + (f"<{kind}>" if kind else ""))
            before = kind
        made.append(_shown(piece, labels))
    return "".join(made) + (f"</{before}>" if before else "")


def _shown(piece: Piece, labels: dict[int, str]) -> str:
    run = piece.run
    if run.image is not None:
        return escaped(f"[{run.image.description or run.image.source}]")
    if run.note is not None:
        return f"<sup>{escaped(labels.get(run.note, str(run.note)))}</sup>"
    words = escaped(run.text)
    if run.superscript or run.subscript:
        name = "sup" if run.superscript else "sub"
        return f"<{name}>{words}</{name}>"
    return words
