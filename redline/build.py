"""A spec built: every output of the amended package written to a folder, or nothing at all."""

from __future__ import annotations

import datetime
import os
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct

import redline
from redline.akn.marked import MarkedAct
from redline.answers import NO_ANSWERS, Answers, with_answers
from redline.built_files import BuiltFile, PlannedFile, Version, for_links, planned_files
from redline.engine.time import timeline as dates_of
from redline.errors import RedlineError, RenderError, SpecErrors
from redline.loading import all_that_is_wrong, load_spec_file
from redline.model.changes import Change
from redline.model.spec import Spec
from redline.render import NO_OPTIONS, OutputFile, get_renderer, render
from redline.render.outputs import KINDS, OUTPUTS, Output
from redline.render.pdf_pages import why_not
from redline.render.printing import Job, print_pages

Progress = Callable[[str, int, int], None]
"""Called with what is being done (`amending`, `writing`), how much of it is done, and the total."""


class Remark(Struct, frozen=True):
    """Something the drafter should know that is no error.

    Attributes:
        where: the file, or the line of the spec, that it is about.
        text: the remark, in a sentence.
    """

    where: str
    text: str


class Built(Struct, frozen=True):
    """What was built.

    Attributes:
        folder: where the files are.
        files: in the order of the spec's Acts, those of the whole spec last.
        amended: the amended package that they show.
        remarks: warnings about the Acts, notes on changes and files, each once.
    """

    folder: Path
    files: tuple[BuiltFile, ...]
    amended: redline.Amended
    remarks: tuple[Remark, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes of all Acts."""
        return tuple(change for marked in self.amended.values() for change in marked.changes())

    @property
    def first(self) -> BuiltFile | None:
        """The file to look at first."""
        readable = [file for file in self.files if file.output.format in ("html", "txt")]
        return next(
            (file for file in self.files if file.output.first), next(iter(readable or self.files), None)
        )


def build_package(
    source: str | os.PathLike[str],
    out: str | os.PathLike[str],
    *,
    only: Collection[str] = (),
    formats: Collection[str] = (),
    as_of: datetime.date | None = None,
    published: datetime.date | None = None,
    assume: Collection[str] = (),
    timeline: bool = False,
    options: Mapping[str, Any] = NO_OPTIONS,
    answers: Answers = NO_ANSWERS,
    progress: Progress | None = None,
) -> Built:
    """Amend the Acts of a spec and write what comes of it: everything, or, where anything fails, nothing.

    Args:
        source: a spec, or a folder that holds exactly one.
        out: the folder for the files; made where it is not there, other files in it stay.
        only, formats: kinds of output out of `KINDS`, file types out of `FORMATS`; default all.
        as_of, published, assume: as for `redline.amend`.
        timeline: one version of each Act for each date on which its text changes.
        options: how outputs are made, as for `redline.render`.
        answers: what the reasons say of the findings that operations name in `fixes:`.
        progress: told how far the work is.

    Raises:
        SpecErrors, ActError, AmendmentErrors: as for `load_spec` and `amend`; where only operations are not
            written as they must be, `SpecErrors` also has what is wrong with the others.
        RenderError: `output-unwritable`; `command-wrong` where nothing of `only` has one of `formats`; where
            `formats` asks for PDFs that cannot be made, `pdf-unavailable` or `pdf-too-long`.
    """
    folder, chosen, tell = Path(out), _chosen(only, formats), progress or _untold
    _check_folder(folder)
    try:
        spec = load_spec_file(Path(source))
    except SpecErrors as error:
        raise all_that_is_wrong(error, as_of, published, assume) from None
    spec = with_answers(spec, answers) if answers else spec
    amend = partial(redline.amend, spec, published=published, assume=assume)
    amended = amend(as_of=as_of, progress=partial(tell, "amending"))
    versions = [Version(alias, None, marked.after()) for alias, marked in amended.items()]
    if timeline:
        dates = dates_of(spec, published=published, assume=assume)
        versions = list(_timeline(amended, dates, lambda date: amend(as_of=date)))
    files = list(planned_files(folder, amended, chosen, versions, options.get("bilingual")))
    files, left_out = (files, []) if "pdf" in formats else _possible(files)
    if "amending-act" not in only:
        files, unsaid = _sayable(files, amended, options.get("style"))
        left_out = [*left_out, *unsaid]
    inputs = [*inputs_of(spec), *(Path(options[name]) for name in ("template",) if options.get(name))]
    _check_targets([file.path for file, _ in files], inputs)
    told = _write(folder, files, options, tell)
    remarks = tuple(dict.fromkeys((*remarks_on(amended), *left_out, *told)))
    return Built(folder, tuple(file for file, _ in files), amended, remarks)


def _untold(what: str, done: int, total: int) -> None:
    """The progress where nobody asks for it."""


def remarks_on(amended: Mapping[str, MarkedAct]) -> tuple[Remark, ...]:
    """Warnings about the Acts, what could not be written into them, and notes on the changes: each once."""
    found: dict[Remark, None] = {}
    for marked in amended.values():
        for warning in (*marked.base.warnings, *marked.warnings):
            found[Remark(marked.base.name, warning)] = None
        for change in marked.noted():
            for note in change.notes:
                found[Remark(str(change.operation.at), note)] = None
    return tuple(found)


def _chosen(only: Collection[str], formats: Collection[str]) -> list[Output]:
    chosen = [
        output
        for output in OUTPUTS
        if (not only or output.kind in only) and (not formats or output.format in formats)
    ]
    if not chosen:
        kinds = ", ".join(only)
        has = list(dict.fromkeys(output.format for output in OUTPUTS if output.kind in only))
        raise RenderError(
            "command-wrong",
            f"there is no {' or '.join(formats)} of {kinds}" if has else f"there is no output {kinds}",
            do=f"use --format {' or '.join(has)}" if has else f"use --only with one of {', '.join(KINDS)}",
        )
    return chosen


def _timeline(
    amended: redline.Amended,
    dates: Collection[datetime.date],
    amend: Callable[[datetime.date], redline.Amended],
) -> Iterator[Version]:
    """One version of each Act for each date on which its text changes; the plain one where it never does."""
    spec = amended.spec
    dates = [date for date in dates if amended.as_of is None or date <= amended.as_of]
    at_once = any(
        change.applied and change.date is None for marked in amended.values() for change in marked.changes()
    )
    if at_once and spec.date is not None and all(spec.date < date for date in dates):
        dates.insert(0, spec.date)
    of_date = {date: amend(date) for date in dates}
    for alias, marked in amended.items():
        known: frozenset[str] = frozenset()
        found: list[Version] = []
        for date, package in of_date.items():
            version = package[alias]
            applied = frozenset(change.operation.id for change in version.changes() if change.places)
            if applied != known:
                found.append(Version(alias, date, version.after()))
            known = applied
        yield from found or [Version(alias, None, marked.after())]


def _possible(files: list[PlannedFile]) -> tuple[list[PlannedFile], list[Remark]]:
    """The files without the PDFs that cannot be made, and a remark on each reason."""
    kept: list[PlannedFile] = []
    remarks: dict[str, Remark] = {}
    for file, shown in files:
        why = why_not(shown) if file.output.format == "pdf" else ""
        if why:
            remarks.setdefault(why, Remark(file.path.name, why))
        else:
            kept.append((file, shown))
    return kept, list(remarks.values())


def _sayable(
    files: list[PlannedFile], amended: redline.Amended, style: str | None
) -> tuple[list[PlannedFile], list[Remark]]:
    """The files without amending Acts that would not be exact, and why: the other papers are made."""
    wanted = [_act_of(file) for file, _ in files if file.output.kind == "amending-act"]
    if not wanted:
        return files, []
    # Here, since who makes no amending Act does not wait for what words it.
    from redline.render.amending_act import why_inexact

    unsaid = why_inexact(amended, wanted, style)
    kept = [
        (file, shown)
        for file, shown in files
        if not (file.output.kind == "amending-act" and _act_of(file) in unsaid)
    ]
    return kept, [Remark(*told) for told in unsaid.values()]


def _act_of(file: BuiltFile) -> tuple[str, str]:
    """Which amending Act a file shows: its language, and its kind."""
    return file.language or "", file.kind


def _write(
    folder: Path,
    files: list[PlannedFile],
    options: Mapping[str, Any],
    tell: Progress,
) -> list[Remark]:
    """Render everything to a temporary folder beside the output, then move it in.

    Returns:
        what the renderers have to say of the files.
    """
    told: list[Remark] = []
    options = {**options, "tell": lambda where, text: told.append(Remark(where, text))}
    try:
        with _TemporaryFolder(folder) as temporary:
            made: list[OutputFile] = []
            pages = _Pages(temporary, options)
            for done, (file, shown) in enumerate(files):
                tell("writing", done, len(files))
                path = temporary / file.path.name
                asked = options if file.language is None else {**options, "language": file.language}
                asked = {**asked, "kind": file.kind} if file.kind else asked
                if not pages.printed_later(file, shown):
                    render(shown, file.output.renderer, path, files=made, options=asked)
                made.append(for_links(file, shown))
            tell("writing", len(files), len(files))
            print_pages(pages.jobs, lambda done: tell("printing", done, len(pages.jobs)))
            _move_in(temporary, folder, [file.path.name for file, _ in files])
        return told
    except OSError as error:
        raise _unwritable(folder, f"cannot be written ({error.strerror or error})") from None


class _Pages:
    """The pages that PDFs are printed from, once all else is made.

    Attributes:
        jobs: pages and the PDFs that are to be made of them.
    """

    def __init__(self, temporary: Path, options: Mapping[str, Any]) -> None:
        self.jobs: list[Job] = []
        self._temporary = temporary
        self._options = options
        self._made: dict[tuple[str, int], Path] = {}

    def printed_later(self, file: BuiltFile, shown: object) -> bool:
        """Whether a file is a PDF, whose page is made now if it is not there yet; pages are remembered."""
        renderer = get_renderer(file.output.renderer)
        path = self._temporary / file.path.name
        if not renderer.page:
            self._made[renderer.name, id(shown)] = path
            return False
        page = self._made.get((renderer.page, id(shown)))
        if page is None:
            page = self._temporary / "pages" / f"{file.path.name}.html"
            page.parent.mkdir(exist_ok=True)
            render(shown, renderer.page, page, options=self._options)
        self.jobs.append((page, path))
        return True


def _move_in(temporary: Path, folder: Path, names: list[str]) -> None:
    """Move files into the folder; where one cannot be moved, or on Ctrl-C, those before it are taken back."""
    folder.mkdir(parents=True, exist_ok=True)
    earlier = temporary / "earlier"
    earlier.mkdir()
    moved: list[str] = []
    try:
        for name in names:
            if (folder / name).exists():
                os.replace(folder / name, earlier / name)
            moved.append(name)
            os.replace(temporary / name, folder / name)
    except BaseException:
        # Also where the drafter breaks it off: all files are new, or all are as they were.
        for name in moved:
            (folder / name).unlink(missing_ok=True)
            if (earlier / name).exists():
                os.replace(earlier / name, folder / name)
        raise


class _TemporaryFolder:
    """A temporary folder on the same disk as the output, gone afterwards whatever happens."""

    def __init__(self, folder: Path) -> None:
        self.near = next(place for place in (folder, *folder.absolute().parents) if place.is_dir())

    def __enter__(self) -> Path:
        self.path = Path(tempfile.mkdtemp(prefix=".redline-", dir=self.near))
        return self.path

    def __exit__(self, *caught: object) -> None:
        shutil.rmtree(self.path, ignore_errors=True)


def _check_folder(folder: Path) -> None:
    for place in (folder, *folder.parents):
        # os.path, since a name that is too long is no reason to fail here: writing will say so.
        if os.path.exists(place) and not os.path.isdir(place):
            raise _unwritable(place, "is a file, not a folder")


def _check_targets(targets: list[Path], inputs: Iterable[Path]) -> None:
    """No output may take the place of a folder, nor of a file that it is made from."""
    inputs = [path for path in inputs if path.exists()]
    for target in targets:
        if os.path.isdir(target):
            raise _unwritable(target, "is a folder, and a file of that name would be written")
        if os.path.exists(target) and any(os.path.samefile(target, path) for path in inputs):
            raise _unwritable(target, "is an input of this spec, which is never overwritten")


def inputs_of(spec: Spec) -> Iterator[Path]:
    """Every file that the spec is made from."""
    main = Path(spec.file)
    yield main
    for name in spec.sources:
        yield Path(name)
    for act in spec.acts.values():
        if act.path:
            yield Path(act.path)
    files = (Path(text.at.file).parent / text.file for text in spec.brought if text.file)
    yield from dict.fromkeys(files)


def _unwritable(path: Path, why: str) -> RedlineError:
    return RenderError("output-unwritable", f"{path} {why}", do="give another folder with -o")
