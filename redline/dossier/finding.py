"""The one dossier of a folder."""

from __future__ import annotations

import re
from pathlib import Path

from redline.errors import DossierError

_BEGINS = re.compile(rb"^(\xef\xbb\xbf)?dossier\s*:", re.MULTILINE)


def find_dossier(folder: Path) -> Path:
    """The one YAML file of a folder that has a `dossier:` key.

    Raises:
        DossierError: `dossier-not-found` where there is none, or more than one.
    """
    files = sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")])
    found = [path for path in files if _BEGINS.search(path.read_bytes())]
    if len(found) == 1:
        return found[0]
    if not found:
        raise DossierError(
            "dossier-not-found",
            f"{folder} holds no YAML file with a dossier: key",
            do=f"name the file itself, or begin one with: redline dossier new {folder}",
        )
    raise DossierError(
        "dossier-not-found",
        f"{folder} holds {len(found)} dossiers ({', '.join(path.name for path in found)})",
        do=f"name one of them: {' or '.join(map(str, found))}",
    )
