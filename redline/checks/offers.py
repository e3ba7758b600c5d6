"""Amendments drafted as the answer to a finding: a file that the spec of the package can include.

An offer is only made where it has been applied to the Act and does what it is to do.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from redline.akn.document import AKN_SUFFIXES, Act, load_act
from redline.dossier.library import ReviewedAct
from redline.dossier.packages import Package
from redline.engine.engine import amend_acts
from redline.errors import RedlineError
from redline.facts import read_facts
from redline.jurisdictions import get_profile
from redline.model.facts import Facts
from redline.model.spec import act_key
from redline.spec import load_spec
from redline.spec.quotes import quote

_BARE = re.compile(r"[a-z][\w./-]*", re.ASCII)
"""Words, identifiers and file names that YAML reads as they are; `true` is meant as such."""
_ENTRY_ON_ALL = re.compile(r"\s*(?:- )?act\s*:\s*all\b")
_ALL = "# The spec has an entry with act: all. Name its Acts there, or it amends this one, too.\n"
_ON_ONE_LINE = 60
"""Longer texts of several languages stand on lines of their own."""
Said = str | tuple[str, ...] | Mapping[str, str]
"""A value of a key, several, or one for each language."""


def offer(
    package: Package,
    acts: Sequence[ReviewedAct],
    operation: Sequence[tuple[str, Said]],
    answers: Callable[[Facts, ReviewedAct], bool],
) -> str:
    """An operation on one document as a file to be included; empty where it does not do what it is to do.

    Args:
        package: whose spec is to include it.
        acts: the versions of the document that it amends.
        operation: its keys with their values; the verb first.
        answers: the amended Act and the version before -> whether it is right now.
    """
    folder = package.path.resolve().parent
    files = {act.language: Path(os.path.relpath(act.version.path, folder)).as_posix() for act in acts}
    inside = not any(name.startswith("../") for name in files.values())  # a spec takes no other Acts
    if not inside or not all(act.version.path.suffix.lower() in AKN_SUFFIXES for act in acts):
        return ""
    alias, alone = _called(package, acts[0])
    text = _written(alias, next(iter(files.values())) if alone else files, operation)
    known = {source.alias for source in package.spec.acts.values()}
    try:
        loaded = {act.language: load_act(act.version.path) for act in acts}
        one = len(acts) == 1  # of which the spec knows no key with a language
        provided = {alias if one else act_key(alias, language): act for language, act in loaded.items()}
        after = _applied(text, package, provided)
    except RedlineError:
        return ""
    if not all(answers(after[key], act) for key, act in zip(provided, acts, strict=True)):
        return ""
    return text if alias in known or not _amends_all(package) else _ALL + text


def _amends_all(package: Package) -> bool:
    """Whether an entry of the spec amends `all` its Acts, and so would amend one more."""
    lines = (line for lines in package.spec.sources.values() for line in lines)
    return any(_ENTRY_ON_ALL.match(line) for line in lines)


def _applied(text: str, package: Package, provided: Mapping[str, Act]) -> dict[str, Facts]:
    """The amendments read and applied: what is read from each Act then."""
    head = f"redline: 1\nid: offer\njurisdiction: {package.spec.jurisdiction}\n"
    editorial = get_profile(package.spec.jurisdiction).editorial
    spec = load_spec(head + text.removeprefix("redline: 1\n"), acts=provided)
    marked = amend_acts(spec, {key: provided[key] for key in spec.acts})
    return {key: read_facts(each.after(), spec.acts[key].language, editorial) for key, each in marked.items()}


def _written(alias: str, files: Said, operation: Sequence[tuple[str, Said]]) -> str:
    lines = ["redline: 1", "acts:", f"  {alias}: {_value(files)}", "amendments:", f"  - act: {alias}"]
    lines.append("    operations:")
    for place, (key, value) in enumerate(operation):
        lines += _key("      - " if place == 0 else "        ", key, value)
    return "\n".join(lines) + "\n"


def _called(package: Package, act: ReviewedAct) -> tuple[str, bool]:
    """What the spec calls the Act already, or else the dossier; and whether it has one version there."""
    for source in package.spec.acts.values():
        if source.path is not None and Path(source.path).resolve() == act.version.path:
            return source.alias, source.language is None
    return act.document.id, False


def _key(indent: str, key: str, value: Said) -> list[str]:
    """A key with its value; text of several lines stands as a block below it."""
    if isinstance(value, str):
        return [f"{indent}{key}: {_block(value, ' ' * (len(indent) + 2))}"]
    if isinstance(value, tuple):
        return [f"{indent}{key}: {_value(value)}"]
    if not any("\n" in each or len(each) > _ON_ONE_LINE for each in value.values()):
        return [f"{indent}{key}: {_value(value)}"]
    inner = " " * (len(indent) + 2)
    return [
        f"{indent}{key}:",
        *(f"{inner}{language}: {_block(each, inner + '  ')}" for language, each in value.items()),
    ]


def _block(value: str, indent: str) -> str:
    if "\n" not in value:
        return _value(value)
    return "|\n" + "\n".join(f"{indent}{line}" for line in value.split("\n"))


def _value(value: Said) -> str:
    if isinstance(value, tuple):
        return _value(value[0]) if len(value) == 1 else "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, str):
        return value if _BARE.fullmatch(value) else quote(value)
    return "{" + ", ".join(f"{language}: {quote(each)}" for language, each in value.items()) + "}"
