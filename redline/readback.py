"""An amending Act read back as a spec: what the command `readback` does."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from redline.akn.amending_reader import amended_uris
from redline.akn.document import load_act
from redline.amending.reading import spec_of
from redline.errors import RenderError, SpecError
from redline.model.source import Span
from redline.model.spec import ActSource
from redline.render.writing import write_whole
from redline.spec import dump_spec


def write_spec_of(amending: str | os.PathLike[str], acts: Iterable[str], out: str | os.PathLike[str]) -> int:
    """Write the spec that an amending Act says.

    Args:
        amending: the amending Act in Akoma Ntoso, as `redline build` writes it.
        acts: `alias=file` for each Act that it amends.
        out: the spec; a file that is there is never overwritten.

    Returns:
        how many operations it has.

    Raises:
        ActError: the amending Act cannot be loaded.
        SpecError: `amending-act-unreadable`; `command-wrong`, where an Act is missing or not named so.
        RenderError: `output-unwritable`.
    """
    target = Path(out)
    if target.exists():
        raise RenderError("output-unwritable", f"{out} is there already", do="give another name with -o")
    act = load_act(Path(amending))
    sources = dict(_source(each, target) for each in acts)
    missing = [alias for alias in amended_uris(act) if alias not in sources]
    if missing:
        raise SpecError(
            "command-wrong",
            f"{amending} amends {', '.join(missing)}, and it is not said where that lies",
            do=f"add --act {missing[0]}=FILE",
        )
    spec = spec_of(act, sources, {})
    write_whole(target, dump_spec(spec).encode())
    return len(spec.operations)


def _source(said: str, target: Path) -> tuple[str, ActSource]:
    alias, equals, path = said.partition("=")
    if not equals or not alias or not path:
        raise SpecError(
            "command-wrong", f"{said} is no ALIAS=FILE", do="write --act migration=acts/migration.xml"
        )
    relative = os.path.relpath(path, target.parent)
    return alias, ActSource(alias, Path(relative).as_posix(), Span(path, 1, 1))
