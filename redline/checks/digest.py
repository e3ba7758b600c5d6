"""What a check reads out of one Act before it compares Acts: made once for each text, and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from msgspec.msgpack import Decoder

from redline.dossier.kept import key_of
from redline.dossier.library import Review, ReviewedAct
from redline.dossier.packages import Package

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Digest(Generic[T]):
    """What is made of the facts of an Act, and of nothing else.

    Attributes:
        name: of its own among all.
        decoder: of what `read` gives: plain data.
        read: makes it.
    """

    name: str
    decoder: Decoder[T]
    read: Callable[[ReviewedAct], T]

    def of(self, act: ReviewedAct) -> T:
        """That of an Act: as made before in this run or an earlier one, where its text is the same."""
        return made_once(act, self.name, lambda: self._kept(act))

    def _kept(self, act: ReviewedAct) -> T:
        if act.keep is None:
            return self.read(act)
        key = key_of("digest", self.name, act.fingerprint)
        found = act.keep.load(key, self.decoder)
        if found is None:
            found = self.read(act)
            act.keep.write(key, found)
        return found


def made_once(of: ReviewedAct | Review | Package, name: str, make: Callable[[], T]) -> T:
    """What is made of an Act, of all documents or of a package once in this run.

    Args:
        name: of its own among all, those of digests included.
    """
    if name not in of.memo:
        of.memo[name] = make()
    return cast(T, of.memo[name])
