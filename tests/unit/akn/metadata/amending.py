"""One small Act with all its metadata, amended by a few lines of a spec."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import redline
from redline.akn.document import Element, select
from redline.akn.marked import MarkedAct
from tests.findings import findings_added

ACT = Path(__file__).with_name("act.xml").read_text(encoding="utf-8")

_HEAD = """\
redline: 1
id: registers
title: Registers (Amendment) Act
jurisdiction: kz
language: en
commencement: 2026-07-01
enacted_as: {uri: /akn/xx/act/2026-06-01/77}
acts: {law: act.xml}
amendments:
  - act: law
    operations:
"""


def spec_of(operations: str, **head: str) -> str:
    """A spec with these operations; keys of its head replaced, or left out where empty."""
    lines = [line for line in _HEAD.splitlines() if line.split(":")[0] not in head]
    given = [f"{key}: {value}" for key, value in head.items() if value]
    body = "\n".join("      " + line for line in operations.strip("\n").splitlines())
    return "\n".join([lines[0], *given, *lines[1:], body]) + "\n"


def amended(operations: str, act: str = ACT, *, as_of: datetime.date | None = None, **head: str) -> MarkedAct:
    """The Act with these operations. What comes of it adds nothing to the findings of the Act."""
    loaded = redline.load_act(act.encode(), name="act.xml")
    spec = redline.load_spec(spec_of(operations, **head), acts={"law": loaded})
    marked = redline.amend(spec, as_of=as_of)["law"]
    assert findings_added(loaded, marked.after()) == []
    return marked


def facts(marked: MarkedAct, path: str) -> list[dict[str, Any]]:
    """The attributes of what a path of local names leads to in the consolidated Act, in document order."""
    return [dict(element.attrib) for element in elements(marked, path)]


def elements(marked: MarkedAct, path: str) -> list[Element]:
    """What a path of local names leads to in the consolidated Act (`lifecycle/eventRef`)."""
    steps = "/".join(f"*[local-name()='{name}']" for name in path.split("/"))
    return select(redline.load_act(marked.after().to_bytes()).root, f"//{steps}")
