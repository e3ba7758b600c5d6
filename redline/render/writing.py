"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from redline.errors import RenderError


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place and rename it there, so that nobody ever sees half of it.

    Raises:
        RenderError: `output-unwritable`; what stood at the place before is still there.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        os.replace(temporary, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise RenderError(
            "output-unwritable",
            f"{path} cannot be written ({error.strerror or error})",
            do="close the file where it is open, or give another place that you may write to",
        ) from None
