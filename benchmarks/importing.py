"""What `redline import` recognises in published laws, and how long it takes. One table.

    python benchmarks/importing.py FOLDER            laws as plain text; those in Kazakh end in _kz.txt

`headings` are the lines of the file that begin as the heading of an article does, `article` those of the Act:
they must be equal. `lost` are the characters (white space apart) of the file that neither the Act nor its
editorial notes have, or that they have and the file has not. `seconds` are of the processor, from the file to
valid Akoma Ntoso in bytes.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from pathlib import Path

from redline.importers import Imported, import_act
from redline.render.text import render_text

HEADING = re.compile(r" ?Статья\s+\d+(?:-\d+)?(?=[.\s]|$)|^ ?\d+(?:-\d+)?[- ](?:бап|БАП)\b(?!\s*-)")
UNITS = ("chapter", "article", "paragraph", "point")
"""What is counted; the rest of the columns are repealed stubs, annexes and notes."""


def lost(path: Path, imported: Imported) -> int:
    """Characters that stand in the file or in what was made of it, and not in the other."""
    law = render_text(imported.act).decode("utf-8")
    notes = "".join(p.text for note in imported.outline.notes for p in note.paragraphs)
    one = Counter("".join(path.read_text(encoding="utf-8").split()))
    other = Counter("".join((law + notes).split()))
    return ((one - other) + (other - one)).total()


def row(path: Path) -> list[str]:
    """The figures of one law."""
    text = path.read_text(encoding="utf-8")
    language = "kk" if path.stem.endswith("_kz") else "ru"
    start = time.process_time()
    imported = import_act(path, jurisdiction="kz", language=language)
    imported.act.to_bytes()
    seconds = time.process_time() - start
    outline = imported.outline
    counts = Counter(division.element for division in outline.divisions())
    return [
        path.stem,
        f"{len(text.split()):,}",
        str(sum(HEADING.match(line) is not None for line in text.split("\n"))),
        *(str(counts[unit]) for unit in UNITS),
        str(sum(division.removed for division in outline.divisions())),
        str(len(outline.annexes)),
        str(len(outline.notes)),
        str(lost(path, imported)),
        f"{seconds:.2f}",
    ]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder that holds the laws")
    folder = parser.parse_args().folder
    columns = ("law", "words", "headings", *UNITS, "stubs", "annexes", "notes", "lost", "seconds")
    print("|" + "|".join(columns) + "|")
    print("|:--|" + "--:|" * (len(columns) - 1))
    for path in sorted(folder.glob("*.txt")):
        print("|" + "|".join(row(path)) + "|", flush=True)


if __name__ == "__main__":
    main()
