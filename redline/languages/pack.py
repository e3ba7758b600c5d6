"""What a language pack provides: how provisions are cited, how sentences end, how words are told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from redline.languages.heads import Heads
from redline.languages.inflection import Inflector
from redline.languages.law_words import LawWords
from redline.languages.norm_words import NormWords
from redline.languages.running import Mention
from redline.languages.tables import Unit
from redline.model.address import Citation, Part, Step


class LanguagePack(Protocol):
    """One language. Packs are stateless modules' singletons, registered in `redline.languages.PACKS`."""

    @property
    def code(self) -> str:
        """BCP 47 language code: `en`."""
        ...

    @property
    def unit_words(self) -> Mapping[str, tuple[str, ...]]:
        """Unit word in lower case -> the AKN elements it may stand for: `section` -> (`section`,),
        `schedule` -> (`attachment`, `component`, `schedule`)."""
        ...

    @property
    def outside(self) -> Mapping[str, str]:
        """What the pieces of an Act that are no provisions are called, by their AKN names: `preface` ->
        «реквизиты»; one that is not named here is called by its AKN name.
        """
        ...

    @property
    def units(self) -> Mapping[str, Unit]:
        """Every word for a unit that is read in a citation, in lower case and each of its forms, and what it
        says.
        """
        ...

    @property
    def inflector(self) -> Inflector:
        """The grammatical forms of the language's words."""
        ...

    @property
    def heads(self) -> Heads:
        """How the lines that head units are written: for importers."""
        ...

    @property
    def law(self) -> LawWords:
        """The set phrases of laws, for what is read from a whole Act."""
        ...

    @property
    def norms(self) -> NormWords:
        """The set phrases of norms, by which the checks hold one against another."""
        ...

    def read_citation(self, text: str) -> tuple[Citation, ...] | None:
        """The provisions that `text` cites, parts after a slash included; None when it is no citation."""
        ...

    def read_parts(self, text: str) -> tuple[tuple[Part, ...], ...] | None:
        """The parts that stand between two slashes of an address; None when they are none here.

        Most texts name one part: `sentence 2` -> ((Part("sentence", 2),),). `row 3 of table 1` is one
        chain of two, `sentences 1 and 2` two chains of one.
        """
        ...

    def find_citations(self, text: str) -> Iterator[Mention]:
        """The citations in a block of a law that name provisions of the same law, in order."""
        ...

    def find_all_citations(self, text: str) -> Iterator[Mention]:
        """Likewise, with those that name provisions of other Acts, marked as foreign."""
        ...

    def may_cite(self, text: str, concerned: Callable[[str, str], bool]) -> bool:
        """Whether a citation in a block of a law may be one that is looked for.

        Args:
            text: the words of the block.
            concerned: asked of the words of what may be a citation, and of these with those around them.
        """
        ...

    def names_other_act(self, text: str) -> bool:
        """Whether a text names another Act: citations that follow it may be of that one."""
        ...

    def write_citation(self, steps: tuple[Step, ...], parts: tuple[Part, ...] = ()) -> str:
        """The citation of one provision as this language writes it: `Article 5(2)(a)`."""
        ...

    def write_like(self, steps: tuple[Step, ...], words: str) -> str | None:
        """The citation of one provision in the manner of another citation: its order, its capitals, its case;
        None where the manner cannot be told.
        """
        ...

    def sentences(self, text: str) -> list[tuple[int, int]]:
        """Start and end offsets of the sentences of `text`, in order; white space between them left out."""
        ...
