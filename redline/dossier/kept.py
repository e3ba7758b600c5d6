"""What was read and found, kept beside the dossier by fingerprint, so that only what changed is read again.

The folder `.redline-cache` can be deleted at any time. It holds what was read from each file, and in a folder
of its own what the checks made of that; the name of that folder tells which program made it, so that nothing
made by other checks is ever taken for current.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import shutil
import time
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec.msgpack import Decoder

CACHE = ".redline-cache"
_OLD = 30 * 24 * 3600
"""Seconds after which what no run has asked for is deleted."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Keep:
    """What the checks of this very program have made, in a folder."""

    folder: Path

    def load(self, key: str, decoder: Decoder[T]) -> T | None:
        """What was kept under a key, if it is whole."""
        read = load_kept(self.folder / key, decoder)
        return None if read is None else read[0]

    def write(self, key: str, value: object) -> None:
        """Keep plain data; where it cannot be written, it is made again next time."""
        write_kept(self.folder / key, value)


def keep_beside(folder: Path) -> Keep | None:
    """The place for a dossier in a folder; None where the cache is a link to somewhere else.

    What other versions of the program have left, and what was not asked for in a month, is deleted.
    """
    cache = folder / CACHE
    if cache.is_symlink():
        return None
    keep = Keep(cache / f"checks-{_program()}")
    with contextlib.suppress(OSError):
        for other in cache.glob("checks-*"):
            if other != keep.folder:
                shutil.rmtree(other, ignore_errors=True)
        _delete_old([*cache.glob("*.facts"), *keep.folder.glob("*")])
    return keep


def _delete_old(paths: Iterable[Path]) -> None:
    now = time.time()
    for path in paths:
        with contextlib.suppress(OSError):
            if now - path.stat().st_mtime > _OLD:
                path.unlink()


@functools.cache
def _program() -> str:
    """A fingerprint of all source, so that no number has to be raised by hand when a check changes."""
    digest = hashlib.sha256(version("rapidfuzz").encode("ascii"))
    root = Path(__file__).resolve().parents[1]
    for path in sorted(root.rglob("*.py")):
        digest.update(path.relative_to(root).as_posix().encode("utf-8"))
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def fingerprint_of(value: object) -> str:
    """The fingerprint of plain data, the same in every run."""
    return _digest(msgspec.msgpack.encode(value))


def key_of(*parts: str) -> str:
    """The name under which something is kept, from all that it depends on."""
    return _digest("\x1f".join(parts).encode("utf-8"))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:24]


def load_kept(path: Path, decoder: Decoder[T]) -> tuple[T, str] | None:
    """What a file holds and its fingerprint; None where it is not there or not whole."""
    try:
        data = path.read_bytes()
        found = decoder.decode(data)
    except (OSError, msgspec.DecodeError):
        return None
    with contextlib.suppress(OSError):
        os.utime(path)  # it is still asked for
    return found, _digest(data)


def write_kept(path: Path, value: object) -> None:
    """Write a file whole or not at all; what cannot be written is no error."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    cache = next(folder for folder in path.parents if folder.name == CACHE)
    if cache.is_symlink():
        return
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        if not (cache / ".gitignore").exists():
            (cache / ".gitignore").write_text("*\n", encoding="utf-8")
        temporary.write_bytes(msgspec.msgpack.encode(value))
        os.replace(temporary, path)
