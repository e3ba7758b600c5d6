"""What the language packs share: all that their tables decide, none of their grammar."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module

from msgspec import Struct

from redline.languages.citations import CitationReader
from redline.languages.heads import Heads
from redline.languages.inflection import Inflector
from redline.languages.law_words import LawWords
from redline.languages.norm_words import NormWords
from redline.languages.running import Mention, RunningReader
from redline.languages.sentences import SentenceRules
from redline.languages.tables import Unit
from redline.model.address import Citation, Part
from redline.model.lookalikes import LANGUAGES, fold_lookalikes


class TabledPack(Struct, frozen=True):
    """The half of a `LanguagePack` that reads by tables; a language adds how it writes.

    Attributes:
        code, unit_words, inflector, heads: as in `LanguagePack`.
        reader: reads addresses.
        running: finds citations in the text of a law.
        rules: tells where sentences end.
        outside: as in `LanguagePack`.
    """

    code: str
    reader: CitationReader
    running: RunningReader
    unit_words: Mapping[str, tuple[str, ...]]
    inflector: Inflector
    heads: Heads
    rules: SentenceRules
    outside: Mapping[str, str] = {}

    # The phrases are many patterns, which amending does without: their modules are loaded when asked for.

    @property
    def law(self) -> LawWords:
        """The set phrases of laws: `LAW` of the module `<code>_law`."""
        return _law(self.code)

    @property
    def norms(self) -> NormWords:
        """The set phrases of norms: `NORMS` of the module `<code>_norms`."""
        return _norms(self.code)

    def read_citation(self, text: str) -> tuple[Citation, ...] | None:
        """The provisions that `text` cites, parts after a slash included; None when it is no citation.

        An unnumbered unit counted by a word (`first subparagraph`, `часть вторая`, `екінші бөлігі`) is a part
        of the provision's own words, and keeps the word `paragraph` in `Part.words` where it can also be
        the numbered paragraph: of such a one `second paragraph` is spoken, and in codes `часть вторая`.
        """
        return self.reader.read(text)

    def read_parts(self, text: str) -> tuple[tuple[Part, ...], ...] | None:
        """The parts that stand between two slashes of an address; None when they are none here."""
        return self.reader.read_parts(text)

    def find_citations(self, text: str) -> Iterator[Mention]:
        """The citations of this Act in running text, in order: `paragraph 4 of Article 12`."""
        return self.running.find(self._as_read(text))

    def find_all_citations(self, text: str) -> Iterator[Mention]:
        """The citations in running text, those of other Acts too, in order."""
        return self.running.find_all(text)

    def may_cite(self, text: str, concerned: Callable[[str, str], bool]) -> bool:
        """Whether a citation in a block of a law may be one that is looked for.

        Args:
            text: the words of the block.
            concerned: asked of the words of what may be a citation, and of these with those around them.
        """
        return self.running.may_hold(self._as_read(text), concerned)

    @property
    def units(self) -> Mapping[str, Unit]:
        """Every word for a unit that is read in a citation, in each of its forms, and what it says."""
        return self.running.units

    def names_other_act(self, text: str) -> bool:
        """Whether a text names another Act: citations that follow it may be of that one."""
        return self.running.names_other_act(self._as_read(text))

    def _as_read(self, text: str) -> str:
        """The text with words that mix alphabets in the letters of one, where the language is Cyrillic."""
        return fold_lookalikes(text) if self.code in LANGUAGES else text

    def sentences(self, text: str) -> list[tuple[int, int]]:
        """Start and end offsets of the sentences of `text`, in order; white space between them left out."""
        return self.rules.split(text)


@cache
def _law(code: str) -> LawWords:
    words: LawWords = import_module(f"redline.languages.{code}_law").LAW
    return words


@cache
def _norms(code: str) -> NormWords:
    words: NormWords = import_module(f"redline.languages.{code}_norms").NORMS
    return words
