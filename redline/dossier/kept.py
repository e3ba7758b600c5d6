"""What was read and found, kept beside the dossier by fingerprint, so that only what changed is read again.

The folder `.redline-cache` can be deleted at any time. In it is one folder whose name tells which program
made what it holds: what was read from each file, and what the checks made of that. So nothing that another
version read or found is ever taken for current. Every file begins with a seal of its name and its contents:
what was cut short, damaged or renamed is made again.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import shutil
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec.msgpack import Decoder

CACHE = ".redline-cache"
_OURS = ("made-", "checks-")
"""How the names of folders begin in which this version and earlier ones keep what they made."""
_SEAL = 32
"""Bytes of a seal (SHA-256), see `_sealed`."""
_LIBRARIES = (
    "lxml", "msgspec", "python-docx", "rapidfuzz", "PyYAML", "pymorphy3", "pymorphy3-dicts-ru", "inflect",
)  # fmt: skip
"""What an Act is read with, and compared, and what a spec is read and carried out with."""
_OLD = 30 * 24 * 3600
"""Seconds after which what no run has asked for is deleted."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Keep:
    """What this very program has read and found, in a folder."""

    folder: Path

    def holds(self, key: str) -> bool:
        """Whether there is something under a key, whole or not."""
        return (self.folder / key).exists()

    def load(self, key: str, decoder: Decoder[T]) -> T | None:
        """What was kept under a key, if it is whole."""
        read = self.load_marked(key, decoder)
        return None if read is None else read[0]

    def load_marked(self, key: str, decoder: Decoder[T]) -> tuple[T, str] | None:
        """What was kept under a key and its fingerprint, if it is whole."""
        path = self.folder / key
        if path.is_symlink() or not path.is_file():
            return None
        try:
            file = memoryview(path.read_bytes())
            seal, data = file[:_SEAL], file[_SEAL:]
            fingerprint = _digest(data)
            if seal != _sealed(key, fingerprint):
                return None
            found = decoder.decode(data)
        except (OSError, msgspec.DecodeError):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # it is still asked for
        return found, fingerprint

    def write(self, key: str, value: object) -> str:
        """Keep plain data whole or not at all; where it cannot be written, it is made again next time.

        Returns:
            its fingerprint.
        """
        data = msgspec.msgpack.encode(value)
        fingerprint = _digest(data)
        if not self.folder.parent.is_symlink():
            with contextlib.suppress(OSError):
                self._write(self.folder / key, _sealed(key, fingerprint) + data)
        return fingerprint

    def _write(self, path: Path, data: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        ignored = path.parent.parent / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", encoding="utf-8")
        temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            temporary.unlink(missing_ok=True)  # never written through a link
            with temporary.open("xb") as file:
                file.write(data)
            os.replace(temporary, path)
        except OSError:  # the disk is full
            temporary.unlink(missing_ok=True)
            raise


def keep_beside(folder: Path) -> Keep | None:
    """The place for a dossier in a folder; None where the cache is a link to somewhere else.

    What other versions of the program have left, and what was not asked for in a month, is deleted.
    """
    cache = folder / CACHE
    if cache.is_symlink():
        return None
    keep = Keep(cache / f"{_OURS[0]}{_program()}")
    with contextlib.suppress(OSError):
        for other in cache.iterdir():
            if other.is_symlink() or other.suffix == ".facts":
                other.unlink()
            elif other.name.startswith(_OURS) and other != keep.folder:
                shutil.rmtree(other, ignore_errors=True)
        _delete_old(keep.folder.iterdir())
    return keep


def _delete_old(paths: Iterable[Path]) -> None:
    now = time.time()
    for path in paths:
        with contextlib.suppress(OSError):
            if now - path.stat().st_mtime > _OLD:
                path.unlink()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:  # some are optional
        return "none"


@functools.cache
def _program() -> str:
    """A fingerprint of all source and of what reads for it, so that no number has to be raised by hand when
    what is read or checked changes."""
    digest = hashlib.sha256(f"{sys.version} {sys.byteorder}".encode())
    for library in _LIBRARIES:
        digest.update(f"{library} {_version(library)}".encode("ascii"))
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


def _sealed(key: str, fingerprint: str) -> bytes:
    """With what a file begins, so that neither what was damaged nor what was kept as something else is taken
    for whole."""
    return hashlib.sha256(f"{key} {fingerprint}".encode("ascii")).digest()


def _digest(data: bytes | memoryview) -> str:
    return hashlib.sha256(data).hexdigest()[:24]
