"""A folder of files put in its place whole: nobody ever sees half of the old and half of the new."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from redline.errors import RenderError


def write_folder(folder: Path, files: Mapping[str, bytes], former: Mapping[str, str]) -> None:
    """Write all files beside the folder's place, then put them there at once.

    What a person has laid into the folder, or has changed in it, comes along; what an earlier run has written
    and this one has not is gone.

    Args:
        folder: the place; it need not be there yet.
        files: by their paths inside, with `/`.
        former: the files that an earlier run has written there, each with its SHA-256.

    Raises:
        RenderError: `output-unwritable`; what stood at the place before is still there.
    """
    beside = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    old = folder.with_name(f".{folder.name}.{os.getpid()}.old")
    try:
        _write(beside, files)
        if folder.is_dir():
            _bring_along(folder, beside, files, former)
        _exchange(folder, beside, old)
    except OSError as error:
        raise RenderError(
            "output-unwritable",
            f"{folder} cannot be written ({error.strerror or error})",
            do="close its files where they are open, or give another place that you may write to",
        ) from None
    finally:
        for rest in (beside, old):
            shutil.rmtree(rest, ignore_errors=True)


def _write(beside: Path, files: Mapping[str, bytes]) -> None:
    shutil.rmtree(beside, ignore_errors=True)
    for name, data in files.items():
        path = beside / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _bring_along(folder: Path, beside: Path, files: Mapping[str, bytes], former: Mapping[str, str]) -> None:
    """Copy what a person has laid into the folder, and what was changed there and is not written anew."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not path.is_file() or name in files:
            continue
        written = former.get(name)
        if written is None or hashlib.sha256(path.read_bytes()).hexdigest() != written:
            target = beside / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target)


def _exchange(folder: Path, beside: Path, old: Path) -> None:
    if not folder.exists():
        os.replace(beside, folder)
        return
    os.replace(folder, old)
    try:
        os.replace(beside, folder)
    except OSError:
        with contextlib.suppress(OSError):
            os.replace(old, folder)
        raise
