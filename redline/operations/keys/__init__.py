"""The keys of every operation: what the loader reads, the JSON Schema describes and the docs explain."""

from __future__ import annotations

from redline.operations.keys import (
    add,
    designate,
    enclose,
    insert,
    join,
    move,
    omit,
    renumber,
    repeal,
    replace,
    restore,
    retitle,
    split,
    substitute,
)
from redline.operations.verb import Verb

# In the order of the language page.
VERBS: tuple[Verb, ...] = (
    replace.VERB,
    insert.VERB,
    repeal.VERB,
    substitute.VERB,
    add.VERB,
    omit.VERB,
    retitle.VERB,
    renumber.VERB,
    move.VERB,
    designate.VERB,
    enclose.VERB,
    split.VERB,
    join.VERB,
    restore.VERB,
)
_BY_NAME = {verb.name: verb for verb in VERBS}


def get_verb(name: str) -> Verb | None:
    """The verb of that name, or None."""
    return _BY_NAME.get(name)
