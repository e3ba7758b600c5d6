"""Ids of operations: those that drafters gave, and automatic ones that step aside for them."""

from __future__ import annotations

from collections.abc import Container
from itertools import chain, count

from redline.spec.yaml_source import MappingNode, Node, ScalarNode, SequenceNode


def automatic_id(order: int, *taken: Container[str]) -> str:
    """`op-3` for the third operation (`order` counts from 0); where that is taken, `op-3-2`."""
    plain = f"op-{order + 1}"
    candidates = chain([plain], (f"{plain}-{place}" for place in count(2)))
    return next(name for name in candidates if not any(name in names for names in taken))


def given_ids(node: Node) -> set[str]:
    """The ids that a drafter gave to operations in a list of amendments."""
    found: set[str] = set()
    for entry in _mappings(node):
        for key, value in entry.value:
            if isinstance(key, ScalarNode) and key.value == "operations":
                found.update(given for operation in _mappings(value) for given in _id_of(operation))
    return found


def _id_of(operation: MappingNode) -> list[str]:
    return [
        str(value.value)
        for key, value in operation.value
        if isinstance(key, ScalarNode) and key.value == "id" and isinstance(value, ScalarNode)
    ]


def _mappings(node: Node) -> list[MappingNode]:
    items = node.value if isinstance(node, SequenceNode) else []
    return [item for item in items if isinstance(item, MappingNode)]
