"""The one spec of a folder."""

from __future__ import annotations

import re
from pathlib import Path

from redline.errors import RedlineError, SpecError
from redline.spec.compose import compose
from redline.spec.yaml_source import ScalarNode, read_source


def find_spec(folder: Path) -> Path:
    """The one YAML file of a folder that has a `redline:` key and is not included by another.

    Where there are several, the one that bears the name of the folder (`migration/migration.yaml`) is the
    package, and the others are further specs over the same Acts, to be named themselves.

    Raises:
        SpecError: `spec-not-found` where there is none, or more than one and none bears the folder's name.
    """
    found: list[Path] = []
    main: list[Path] = []
    included: set[Path] = set()
    for path in sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")]):
        try:
            root = compose(read_source(path, str(path)), [])
        except RedlineError:
            # What is wrong with it is said when it is loaded.
            if _begins_like_a_spec(path):
                found.append(path)
            continue
        keys = {key.value: value for key, value in root.value if isinstance(key, ScalarNode)}
        if "redline" in keys:
            found.append(path)
            # The main spec has an id; what it includes has none.
            main += [path] if "id" in keys else []
        for item in getattr(keys.get("include"), "value", []):
            if isinstance(item, ScalarNode):
                included.add((folder / item.value).resolve())
    # Where specs include one another in a circle, none is left: loading one of them says so.
    specs = [path for path in found if path.resolve() not in included] or main[:1]
    if len(specs) > 1:
        specs = [path for path in specs if path.stem == folder.resolve().name] or specs
    if len(specs) == 1:
        return specs[0]
    if not specs:
        raise SpecError(
            "spec-not-found",
            f"{folder} holds no YAML file with a redline: key",
            do=f"name the spec file itself, or begin one with: redline new ACT.xml -o {folder / 'spec.yaml'}",
        )
    raise SpecError(
        "spec-not-found",
        f"{folder} holds {len(specs)} specs ({', '.join(path.name for path in specs)})",
        do=f"name one of them: {' or '.join(map(str, specs))}",
    )


def _begins_like_a_spec(path: Path) -> bool:
    """Whether a file that cannot be read as YAML has the key of a spec at the start of a line."""
    try:
        return re.search(rb"^(\xef\xbb\xbf)?redline\s*:", path.read_bytes(), re.MULTILINE) is not None
    except OSError:
        return False
