"""The spec: YAML with positions, includes, JSON Schema."""

from __future__ import annotations

from redline.spec.dump import dump_spec
from redline.spec.finding import find_spec
from redline.spec.reader import load_spec
from redline.spec.schema import build_schema

__all__ = ["build_schema", "dump_spec", "find_spec", "load_spec"]
