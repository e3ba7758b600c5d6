"""Acts from other formats. A new one is a file beside this one and a line in `IMPORTERS`."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from redline.akn.document import Act, load_act
from redline.akn.writer import write_outline
from redline.akn.xsd import schema_errors
from redline.errors import ImportFailure
from redline.importers import html, text, word
from redline.importers.front import read_around
from redline.importers.lists import key_of
from redline.importers.outline import OutlineReader
from redline.importers.references import mark_references
from redline.importers.report import Report
from redline.importers.source import Importer
from redline.importers.terms import mark_terms
from redline.importers.words import check_words
from redline.jurisdictions import Profile, get_profile
from redline.languages import PACKS, get_pack
from redline.model.outline import Division, Frame, Outline

__all__ = ["IMPORTERS", "Imported", "Importer", "import_act", "text_in"]


IMPORTERS: tuple[Importer, ...] = (text.IMPORTER, word.IMPORTER, html.IMPORTER)


@dataclass(frozen=True, slots=True)
class Imported:
    """An imported Act.

    Attributes:
        act: the Act.
        outline: as it was read.
        report: what was recognised, guessed and left.
    """

    act: Act
    outline: Outline
    report: Report


def import_act(
    path: Path,
    *,
    jurisdiction: str,
    language: str,
    title: str = "",
    form: str = "",
    number: str = "",
    date: datetime.date | None = None,
    consolidated: datetime.date | None = None,
    country: str = "",
) -> Imported:
    """Import a law from a file.

    Args:
        path: plain text (`.txt`), a Word document (`.docx`) or a saved web page (`.html`).
        jurisdiction: name of the drafting profile.
        language: any code of the law's language.
        title, form, number, date: what identifies the Act; what is given counts, whatever the file says.
        consolidated: the day whose text it is; default the day of the Act.
        country: two letters (ISO 3166) for the identifiers of the Act; default the profile's.

    Raises:
        ImportFailure: `import-format`, `import-unreadable`, `import-encoding`, `import-no-law`,
            `import-language`, `import-lost-words`, `import-invalid`; `file-not-found`, `file-unreadable`.
        SpecError: `jurisdiction-unknown`.
    """
    profile, pack = get_profile(jurisdiction), get_pack(language)
    if pack is None:
        raise ImportFailure(
            "import-language",
            f'there is no language pack for "{language}"',
            do=f"the languages are {', '.join(each.code for each in PACKS)}; give --language",
        )
    importer = _importer_for(path)
    source = importer.read(_bytes_of(path), str(path))
    report = Report(decisions=list(source.remarks), counted=source.counted)
    frame = Frame(pack.code, country or profile.country, title, form, number, date, consolidated, path.name)
    outline = OutlineReader(profile, pack, report).read(source, frame)
    taken = read_around(outline, source.title, source.around, pack.code)
    if taken:
        report.decisions.append(f"{', '.join(taken)} taken from the page around the law: check them")
    _check_is_law(outline, profile, pack.heads.itself, source.text, path)
    _tell(outline, report)
    report.recognised("defined terms", mark_terms(outline, pack.law))
    data, references = mark_references(load_act(write_outline(outline)), pack)
    report.recognised("references", references)
    law, notes = check_words(source, outline, data, str(path))
    report.recognised("words of law", law)
    report.recognised("words of notes", notes)
    act = load_act(data, name=str(path.with_suffix(".xml")))
    check_valid(act, path)
    return Imported(act, outline, report)


def text_in(path: Path) -> str:
    """The text that an import of a file would read: to tell its language by.

    Args:
        path: as `import_act` takes it.

    Raises:
        ImportFailure: as `import_act` does before the law is read in the text.
    """
    return _importer_for(path).read(_bytes_of(path), str(path)).text


def _importer_for(path: Path) -> Importer:
    found = next((each for each in IMPORTERS if path.suffix.lower() in each.suffixes), None)
    if found is None:
        known = ", ".join(suffix for each in IMPORTERS for suffix in each.suffixes)
        raise ImportFailure(
            "import-format",
            f'{path} cannot be imported: files that end in "{path.suffix}" are not known',
            do=f"give a file of one of the kinds {known}; save another as .docx or as text (UTF-8), "
            "a scanned page by a text recognition program",
        )
    return found


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise ImportFailure(
            "file-not-found", f"there is no file {path}", do="check the path; it is read from where you are"
        ) from None
    except OSError as error:
        raise ImportFailure(
            "file-unreadable",
            f"{path} cannot be read ({error.strerror or error})",
            do="give a file that you may read",
        ) from None


def _check_is_law(outline: Outline, profile: Profile, itself: re.Pattern[str], text: str, path: Path) -> None:
    """Refuse what holds no provision, or nothing but a numbered list that nothing calls a law."""
    numbered = {division.element for division in outline.divisions() if division.number}
    headed = numbered.intersection({level.element for level in (*profile.containers, profile.basic)})
    frame = outline.frame
    told = frame.title or frame.form or frame.date or outline.annexes or itself.search(text)
    if headed or (numbered and told):
        return
    if numbered:
        raise ImportFailure(
            "import-no-law",
            f"{path} is a numbered list that nothing calls a law: it has no article, no title and no date",
            do="if it is one, say which: --title, --form, --number, --date",
        )
    raise ImportFailure(
        "import-no-law",
        f"{path} does not read as a law: no article, section or numbered paragraph was found",
        do="check --jurisdiction and --language, and that each article begins on a line of its own",
    )


def check_valid(act: Act, path: Path) -> None:
    """Hold an imported Act against the schema of Akoma Ntoso.

    Raises:
        ImportFailure: `import-invalid`.
    """
    first = next(iter(schema_errors(act)), None)
    if first is not None:
        raise ImportFailure(
            "import-invalid",
            f"{path}: the Act made of it would not be valid Akoma Ntoso ({first})",
            do="this is a defect of redline: please report it with the file; nothing was written",
        )


def _tell(outline: Outline, report: Report) -> None:
    """Counts, gaps, and what is missing."""
    counts = Counter(division.element for division in outline.divisions())
    for element, count in counts.items():
        report.recognised(element, count)
    report.recognised("repealed stubs", sum(division.removed for division in outline.divisions()))
    report.recognised("annexes", len(outline.annexes))
    report.recognised("notes", len(outline.notes))
    frame = outline.frame
    for what, given in (("title", frame.title), ("number", frame.number), ("date", frame.date)):
        if not given:
            report.remark("supplied", 0, f"the {what} is not known: give --{what}")
    if frame.consolidated is None and outline.notes:
        report.remark("supplied", 0, "the day of the consolidated text is not known: give --consolidated")
    _tell_numbers([d for d in outline.divisions() if d.element == "article"], report)
    for division in outline.divisions():
        _tell_torn(division, report)
        if division.printed and division.intro and division.intro[0].plain.startswith(f"{division.printed} "):
            report.remark("number-doubled", division.line, f"{division.printed} {division.intro[0].text}")
        if not division.intro and not division.children and not division.removed:
            report.remark("no-text", division.line, f"{division.printed} {_heading(division)}")
        if division.element != "article" and not division.number and not division.children:
            continue
        for group in _by_kind(division):
            _tell_numbers(group, report)


def _tell_torn(division: Division, report: Report) -> None:
    """Paragraphs that cannot be paragraphs of a law: pieces of torn lines, cells of a table."""
    for before, after in pairwise(division.intro):
        if before.plain[-1:].isalnum() and (after.plain[:1].islower() or after.plain.startswith("№")):
            report.remark("torn", after.line, after.text)


def _by_kind(division: Division) -> Iterator[list[Division]]:
    for element in dict.fromkeys(child.element for child in division.children):
        if element != "article":
            yield [child for child in division.children if child.element == element and child.number]


def _tell_numbers(divisions: list[Division], report: Report) -> None:
    for before, division in pairwise(divisions):
        old, new = key_of(before.number), key_of(division.number)
        shown = f"{division.printed} {_heading(division)}"
        if new == old:
            report.remark("number-twice", division.line, shown)
        elif new < old:
            report.remark("number-back", division.line, f"{shown} (behind {before.printed})")
        elif new[:1] > (old[0] + 1,):
            report.remark("number-gap", division.line, f"{shown} (behind {before.printed})")


def _heading(division: Division) -> str:
    words = division.heading or (division.intro[0] if division.intro else None)
    return words.text if words is not None else ""
