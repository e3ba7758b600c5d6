"""A spec loaded by a command: from a file or a folder, with all that is wrong with it in one report."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from pathlib import Path

import redline
from redline.engine.dry_run import dry_run
from redline.engine.rest import sure_failures
from redline.errors import ActError, RedlineError, SpecError, SpecErrors, in_file_order
from redline.model.spec import Spec
from redline.spec import load_spec


def load_spec_file(path: Path) -> Spec:
    """Load a spec from a file or folder; an Act in its place is an error that says so.

    Raises:
        SpecErrors: as for `load_spec`.
        SpecError: `command-wrong`, where the file is an Act.
    """
    if path.suffix.lower() == ".xml" and path.is_file():
        raise SpecError(
            "command-wrong",
            f"{path} is XML, not a spec",
            do=f"name the spec; a first one for this Act is made with: redline new {path} -o spec.yaml",
        )
    return load_spec(path)


def all_that_is_wrong(
    error: SpecErrors,
    as_of: datetime.date | None = None,
    published: datetime.date | None = None,
    assume: Collection[str] = (),
) -> SpecErrors:
    """What is wrong with a spec, and with the Acts and the operations that can be looked at without it.

    Args:
        error: what is wrong with the spec.
        as_of, published, assume: as for `redline.amend`.
    """
    rest = error.rest
    if rest is None:
        return error
    more: Iterable[RedlineError]
    try:
        acts = redline.load_acts(rest.spec)
    except ActError as failed:
        more = failed.each
    else:
        _, failures = dry_run(rest.spec, acts, as_of=as_of, published=published, assume=assume)
        more = [failure.error for failure in sure_failures(rest, failures)]
    return SpecErrors(in_file_order([*error.errors, *more], rest.spec.sources), rest)
