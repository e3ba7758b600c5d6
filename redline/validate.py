"""Files checked without changing anything: Acts, specs, and the JSON Schemas of what is read and written."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from redline.addresses.parallel import cited, differences, outline_of
from redline.akn.document import Act
from redline.akn.lints import Level, lint_act, place_of
from redline.akn.marks import View
from redline.akn.xsd import schema_errors
from redline.dossier.schema import build_dossier_schema
from redline.engine.language_versions import parallel_keys
from redline.errors import RedlineError, SpecErrors
from redline.show import load_file
from redline.spec import build_schema, find_spec, load_spec

SPEC_SUFFIXES = (".yaml", ".yml")
SCHEMAS = ("spec", "changes", "dossier", "findings")
"""The kinds of file that have a JSON Schema."""
VERSIONS_DIFFER = "versions-differ"
"""The rule that language versions are held to."""
LEVELS: tuple[Level, ...] = ("error", "warning", "note")
"""How bad a finding is, the worst first."""


class Finding(Struct, frozen=True):
    """Something that is wrong with a file, or odd about it.

    Attributes:
        level: an `error` breaks the standard, a `warning` is odd or lacks something, a `note` is for
            information. A file with findings can be used all the same.
        rule: the rule it goes by; `docs/validate.md` has a section on it.
        summary: what the rule looks for, as a heading over its findings.
        text: what is wrong here, in a sentence.
        do: the next step.
        line: where in the file; None where that has no place.
        where: the identifier of the provision, as far as known.
    """

    level: Level
    rule: str
    summary: str
    text: str
    do: str
    line: int | None = None
    where: str = ""


class Validated(Struct, frozen=True):
    """A file with what was found in it.

    Attributes:
        file: as given.
        what: `act`, `spec`, or an empty string where it cannot even be read as either.
        title: the Act's title, or the spec's.
        findings: rule by rule, each in the order of the file.
        errors: what the loader says, each a whole message.
    """

    file: str
    what: Literal["act", "spec", ""]
    title: str
    findings: tuple[Finding, ...] = ()
    errors: tuple[RedlineError, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether there is neither error nor warning; notes are let pass."""
        return not self.count("error") and not self.count("warning")

    def count(self, level: Level) -> int:
        """How many findings there are of a level; what the loader says are errors."""
        loading = len(self.errors) if level == "error" else 0
        return loading + sum(finding.level == level for finding in self.findings)

    def groups(self) -> list[tuple[Finding, ...]]:
        """The findings by level and rule, the worst first."""
        found: dict[tuple[Level, str], list[Finding]] = {}
        for finding in sorted(self.findings, key=lambda finding: LEVELS.index(finding.level)):
            found.setdefault((finding.level, finding.rule), []).append(finding)
        return [tuple(group) for group in found.values()]


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
    return Validated(str(path), "act", act.title, tuple(findings_in(act)))


def _spec(path: Path) -> Validated:
    spec = load_spec(path)
    findings: list[Finding] = []
    for versions in parallel_keys(spec):
        files = [file for key in versions if (file := spec.acts[key].path)]
        findings += outline_findings([load_file(Path(file)) for file in files])
    return Validated(str(path), "spec", next(iter(spec.title.values()), spec.id), tuple(findings))


def validate_versions(sources: Sequence[str | os.PathLike[str]]) -> Validated:
    """Hold the language versions of one Act against one another.

    Args:
        sources: the Acts, one for each language.

    Returns:
        the places where they are not built alike.
    """
    name = " and ".join(str(source) for source in sources)
    try:
        acts = [load_file(Path(source)) for source in sources]
    except RedlineError as error:
        return Validated(name, "", "", errors=(error,))
    return Validated(name, "act", acts[0].title, tuple(outline_findings(acts)))


def outline_findings(acts: Sequence[Act]) -> Iterator[Finding]:
    """Where language versions of one Act are not built alike, provision by provision."""
    outlines = [(act, view := View({}), outline_of(act.document, view)) for act in acts]
    for (act, view, outline), (other, other_view, others) in permutations(outlines, 2):
        for element, has in differences(outline, view, others, other_view):
            line = element.sourceline
            yield Finding(
                "warning",
                VERSIONS_DIFFER,
                "the language versions of an Act are built alike",
                f"{act.name}: {cited(element, view, act.language)} {has} here, and not in {other.name}",
                "hold the two texts against one another; where they really differ, amend each with language:",
                line if isinstance(line, int) else None,
                place_of(element),
            )


def findings_in(act: Act) -> Iterator[Finding]:
    """Everything that is wrong with an Act, or odd about it: schema, lints, and what the loader says."""
    for error in schema_errors(act):
        yield Finding("error", error.rule.slug, error.rule.summary, error.text, error.rule.do, error.line)
    for lint, found in lint_act(act):
        line = found.element.sourceline
        yield Finding(
            found.level or lint.level,
            lint.slug,
            lint.summary,
            found.text,
            lint.do,
            line if isinstance(line, int) else None,
            place_of(found.element),
        )
    for warning in act.warnings:
        yield Finding(
            "note",
            "loading",
            "the Act can be amended, with this to be known",
            warning,
            "nothing need be done; redline show ACT lists the ways to address a provision",
        )


def schema_of(kind: str) -> dict[str, Any]:
    """The JSON Schema of a kind of file out of `SCHEMAS`."""
    if kind == "spec":
        return dict(build_schema())
    if kind == "dossier":
        return build_dossier_schema()
    name = f"{kind}-1.schema.json"
    package = Path(__file__).parent
    # In an installation the schemas lie in the package, in a checkout beside it.
    path = next(p for p in (package / "schemas" / name, package.parent / "schemas" / name) if p.is_file())
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
