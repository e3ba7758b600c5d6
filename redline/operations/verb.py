"""What an operation is: a name, its keys, and a plan."""

from __future__ import annotations

from msgspec import Struct

from redline.model.keys import Key


class Verb(Struct, frozen=True):
    """One operation of the spec language.

    Attributes:
        name: the key that names the operation in a spec; one of `keys` has the same name.
        title, description: for the JSON Schema and the docs, written for drafters.
        keys: every key the operation takes of its own, its own name first.
        one_of: groups of keys of which exactly one must be given.
        examples: whole operations as a drafter would write them (as YAML text).
    """

    name: str
    title: str
    description: str
    keys: tuple[Key, ...]
    one_of: tuple[tuple[str, ...], ...] = ()
    examples: tuple[str, ...] = ()

    def key(self, name: str) -> Key | None:
        """The key of that name, or None."""
        return next((key for key in self.keys if key.name == name), None)
