"""The files of a built package: their names, what each shows, and how pages link to them."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from pathlib import Path

from msgspec import Struct

import redline
from redline.akn.document import Act
from redline.akn.marked import MarkedAct
from redline.render import OutputFile
from redline.render.outputs import Output


class BuiltFile(Struct, frozen=True):
    """A file that was written.

    Attributes:
        path: where it is.
        output: what it is.
        act: the alias of the Act it shows (of a language version its key, `citizens.kk`); None where it shows
            the whole spec.
        date: the day whose text it shows, in a timeline.
        language: of a paper on all Acts in one language, where there is one for each.
        kind: of an amending Act beside that of the spec, which it is; see `kinds_of`.
    """

    path: Path
    output: Output
    act: str | None = None
    date: datetime.date | None = None
    language: str | None = None
    kind: str = ""


class Version(Struct, frozen=True):
    """A consolidated Act to write; `date` is its day in a timeline."""

    alias: str
    date: datetime.date | None
    act: Act


Shown = Act | MarkedAct | redline.Amended
PlannedFile = tuple[BuiltFile, Shown]
"""A file to write, and what it shows: an Act, a marked Act, or the package (or its part in one language)."""


def planned_files(
    folder: Path,
    amended: redline.Amended,
    chosen: list[Output],
    versions: list[Version],
    bilingual: str | None = None,
) -> Iterator[PlannedFile]:
    """The files to write, each with what it shows.

    Args:
        folder: for the files.
        amended: the package.
        chosen: what is asked for.
        versions: the consolidated Acts to write.
        bilingual: the two languages of papers that show both, `ru,kk`; None for no such papers.
    """
    names = _safe_names(dict.fromkeys(version.alias for version in versions))
    for version in versions:
        act = names[version.alias] + (f".{version.date.isoformat()}" if version.date else "")
        for output in chosen:
            if output.of == "act":
                yield (
                    BuiltFile(folder / output.name.format(act=act), output, version.alias, version.date),
                    version.act,
                )
    for alias, marked in amended.items():
        for output in chosen:
            if output.of == "marked":
                yield BuiltFile(folder / output.name.format(act=names[alias]), output, alias), marked
    yield from _of_all_acts(folder, amended, chosen, bilingual)


def _of_all_acts(
    folder: Path, amended: redline.Amended, chosen: list[Output], bilingual: str | None
) -> Iterator[PlannedFile]:
    """The papers on all Acts: one, or one in each language, and one in two."""
    spec = _safe(amended.spec.id)
    known = amended.languages if amended.spec.parallel else amended.languages[:1]
    both: tuple[str, ...] = ()
    if bilingual:
        # Here, as below: tables and amending Acts are loaded where they are made, as all renderers are.
        from redline.render.table.bilingual import languages_asked

        both = languages_asked(bilingual, known)
    for output in chosen:
        if output.of == "package":
            yield BuiltFile(folder / output.name.format(spec=spec), output), amended
        elif "{code}" in output.name:
            from redline.amending.document import kinds_of, languages_of

            for code in languages_of(amended):
                for kind in kinds_of(amended, code):
                    of_kind = f"{_safe(kind)}.{code}" if kind else code
                    name = output.name.format(spec=spec, code=of_kind)
                    yield BuiltFile(folder / name, output, language=code, kind=kind), amended
        elif output.of == "language":
            shown = [*_by_language(amended), *([("-".join(both), amended)] if both else [])]
            for language, package in shown:
                name = output.name.format(spec=spec, language=f".{language}" if language else "")
                yield BuiltFile(folder / name, output, language=language), package


def _by_language(amended: redline.Amended) -> Iterator[tuple[str | None, redline.Amended]]:
    """The package in each of its languages; whole, with no language, where no Act has several versions."""
    if not amended.spec.parallel:
        yield None, amended
        return
    for language in amended.languages:
        yield language, amended.in_language(language)


def _safe_names(aliases: Collection[str]) -> dict[str, str]:
    """A file name for each alias, no two the same even where capital and small letters are one."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for alias in aliases:
        name = _safe(alias)
        while name.casefold() in taken:
            name += "-"
        taken.add(name.casefold())
        names[alias] = name
    return names


def _safe(name: str) -> str:
    """The name without what a file name cannot hold."""
    kept = "".join("-" if letter in '/\\:*?"<>|' or ord(letter) < 32 else letter for letter in name)
    return kept.strip().lstrip(".") or "act"


def for_links(file: BuiltFile, shown: Shown) -> OutputFile:
    """A file as the pages that link to it see it."""
    output = file.output
    if isinstance(shown, redline.Amended):
        language = " ".join(filter(None, (file.language, file.kind))) or None
        return OutputFile(file.path.name, output.kind, output.format, language=language)
    act = shown.after() if isinstance(shown, MarkedAct) else shown
    return OutputFile(
        file.path.name, output.kind, output.format, file.act or "", act.title, act.language, file.date
    )
