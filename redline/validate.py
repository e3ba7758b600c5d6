"""Files checked without changing anything: Acts, specs, and the JSON Schemas of what is read and written."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from redline.akn.document import Act
from redline.akn.xsd import schema_errors
from redline.errors import RedlineError, SpecErrors
from redline.show import load_file
from redline.spec import build_schema, find_spec, load_spec

SPEC_SUFFIXES = (".yaml", ".yml")
SCHEMAS = ("spec", "changes")
"""The kinds of file that have a JSON Schema."""
MOST = 50
"""How many breaches of the schema are listed one by one."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong with a file, or odd about it.

    Attributes:
        kind: an `error` keeps the file from being used, or breaks the standard; a `warning` does not.
        rule: the rule it goes by; empty for what has no name.
        text: what it is, in a sentence.
        line: where in the file; None where that has no place.
        where: the provision, as far as known.
    """

    kind: Literal["error", "warning"]
    rule: str
    text: str
    line: int | None = None
    where: str = ""


@dataclass(frozen=True, slots=True)
class Validated:
    """A file with what was found in it.

    Attributes:
        file: as given.
        what: `act`, `spec`, or an empty string where it cannot even be read as either.
        title: the Act's title, or the spec's.
        findings: in the order of the file.
        errors: what the loader says, each a whole message.
    """

    file: str
    what: Literal["act", "spec", ""]
    title: str
    findings: tuple[Finding, ...] = ()
    errors: tuple[RedlineError, ...] = ()

    @property
    def valid(self) -> bool:
        """Whether there is no error; warnings are let pass."""
        return not self.errors and all(finding.kind != "error" for finding in self.findings)


def validate_file(source: str | os.PathLike[str]) -> Validated:
    """Check an Act or a spec.

    Args:
        source: an Act, a spec (`.yaml`, `.yml`), or a folder that holds exactly one spec.

    Returns:
        what was found; it never raises for what is wrong with the file.
    """
    path = Path(source)
    try:
        if path.is_dir() or path.suffix.lower() in SPEC_SUFFIXES:
            return _spec(find_spec(path) if path.is_dir() else path)
        act = load_file(path)
    except SpecErrors as error:
        return Validated(str(path), "spec", "", errors=tuple(error.errors))
    except RedlineError as error:
        return Validated(str(path), "", "", errors=(error,))
    return Validated(str(path), "act", act.title, tuple(_findings(act)))


def _spec(path: Path) -> Validated:
    spec = load_spec(path)
    return Validated(str(path), "spec", next(iter(spec.title.values()), spec.id))


def _findings(act: Act) -> list[Finding]:
    found = [Finding("warning", "", warning) for warning in act.warnings]
    broken = list(schema_errors(act))
    found += [Finding("error", "schema", error.text, error.line) for error in broken[:MOST]]
    if len(broken) > MOST:
        found.append(Finding("error", "schema", f"and {len(broken) - MOST} more places break the schema"))
    return found


def schema_of(kind: str) -> dict[str, Any]:
    """The JSON Schema of a kind of file out of `SCHEMAS`."""
    if kind == "spec":
        return dict(build_schema())
    name = f"{kind}-1.schema.json"
    package = Path(__file__).parent
    # In an installation the schemas lie in the package, in a checkout beside it.
    path = next(p for p in (package / "schemas" / name, package.parent / "schemas" / name) if p.is_file())
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
