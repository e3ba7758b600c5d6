"""An amending Act read back as a spec: what the command `readback` does."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from redline.akn.amending_reader import ReadModification, amended_uris, settings_of
from redline.akn.document import load_act
from redline.akn.standard_mods_reader import StandardMods, read_standard_mods, work_of
from redline.amending.reading import spec_of
from redline.errors import RenderError, SpecError
from redline.model.source import Span
from redline.model.spec import ActSource
from redline.render.writing import write_whole
from redline.spec import dump_spec


def write_spec_of(
    amending: str | os.PathLike[str],
    acts: Iterable[str],
    out: str | os.PathLike[str],
    *,
    leave_out: bool = False,
) -> tuple[int, list[str]]:
    """Write the spec that an amending Act says.

    Args:
        amending: the amending Act in Akoma Ntoso, as `redline build` writes it, or as others mark it up.
        acts: `alias=file` for each Act that it amends.
        out: the spec; a file that is there is never overwritten.
        leave_out: whether what cannot be read of an Act of others is left out, and told.

    Returns:
        how many operations it has, and what is left out.

    Raises:
        ActError: the amending Act cannot be loaded.
        SpecError: `amending-act-unreadable`; `command-wrong`, where an Act is missing or not named so.
        RenderError: `output-unwritable`.
    """
    target = Path(out)
    if target.exists():
        raise RenderError("output-unwritable", f"{out} is there already", do="give another name with -o")
    act = load_act(Path(amending))
    files = dict(_named(each) for each in acts)
    sources = {alias: _source(alias, path, target) for alias, path in files.items()}
    if settings_of(act):
        _all_given(str(amending), amended_uris(act), sources)
        spec, unread = spec_of(act, sources, {}), []
    else:
        found = read_standard_mods(act)
        _readable(str(amending), found, leave_out=leave_out)
        mods = list(_by_alias(str(amending), found.read, files))
        spec, unread = spec_of(act, sources, {}, mods), found.unread
    write_whole(target, dump_spec(spec).encode())
    return len(spec.operations), unread


def _all_given(name: str, wanted: Iterable[str], sources: Mapping[str, ActSource]) -> None:
    missing = [alias for alias in wanted if alias not in sources]
    if missing:
        raise SpecError(
            "command-wrong",
            f"{name} amends {', '.join(missing)}, and it is not said where that lies",
            do=f"add --act {missing[0]}=FILE",
        )


def _readable(name: str, found: StandardMods, *, leave_out: bool) -> None:
    """What others have marked up is read whole, or what is not is left out because that was asked for."""
    if not found.read:
        raise SpecError(
            "amending-act-unreadable",
            f"{name} has no modification that can be read: it was not written by redline build, and what it "
            f"changes is not marked up as the standard has it",
            do="write the spec by hand",
        )
    if found.unread and not leave_out:
        raise SpecError(
            "amending-act-unreadable",
            f"{name} has {len(found.unread)} modifications that cannot be read: {'; '.join(found.unread)}",
            do="add --leave-out to write the others, and add those that are left out to the spec by hand",
        )


def _by_alias(
    name: str, mods: Iterable[ReadModification], files: Mapping[str, str]
) -> Iterator[ReadModification]:
    """The modifications, each with the alias of the Act that its URI is of."""
    works = {work_of(load_act(Path(path)).work_uri): alias for alias, path in files.items()}
    for mod in mods:
        if mod.act not in works:
            raise SpecError(
                "command-wrong",
                f"{name} amends {mod.act}, and none of the Acts given is that ({', '.join(works)})",
                do="add --act ALIAS=FILE for it",
            )
        yield replace(mod, act=works[mod.act])


def _named(said: str) -> tuple[str, str]:
    alias, equals, path = said.partition("=")
    if not equals or not alias or not path:
        raise SpecError(
            "command-wrong", f"{said} is no ALIAS=FILE", do="write --act migration=acts/migration.xml"
        )
    return alias, path


def _source(alias: str, path: str, target: Path) -> ActSource:
    relative = os.path.relpath(path, target.parent)
    return ActSource(alias, Path(relative).as_posix(), Span(path, 1, 1))
