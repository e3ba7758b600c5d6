"""The amending Act as plain data: instructions in the order of the amended text, and the words around them.

An instruction says one change of one element, whatever the language; a language's formulas turn it into
pieces of a sentence.
"""

from __future__ import annotations

import datetime
from typing import Literal

from msgspec import Struct

from redline.model.address import Part, Step
from redline.model.blocks import Block
from redline.model.spec import Commencement, Effect

Action = Literal[
    "substitute",
    "add",
    "omit",
    "replace",
    "insert",
    "repeal",
    "retitle",
    "renumber",
    "move",
    "designate",
    "enclose",
    "split",
    "join",
    "restore",
]
"""What an instruction does to the element it names; words for words with the verbs of specs."""

Side = Literal["", "before", "after", "start", "end", "into"]


class Location(Struct, frozen=True):
    """An element of the amended Act, as it is cited and as it is found.

    Attributes:
        steps: the numbered units that lead to it, outermost first; empty for the Act itself.
        parts: unnumbered parts inside the last of them, outermost first, as a sentence counts them.
        address: where it is, as a spec addresses it: an identifier, then parts behind slashes.
    """

    steps: tuple[Step, ...] = ()
    parts: tuple[Part, ...] = ()
    address: str = "act"

    @property
    def whole_act(self) -> bool:
        """Whether it is the whole Act."""
        return not self.steps and not self.parts


class QuotedText(Struct, frozen=True):
    """Words in quotation marks inside a sentence: those that go, that come, or beside which others come."""

    words: str
    role: Literal["old", "new", "anchor"]


class QuotedStructure(Struct, frozen=True):
    """New text in paragraphs of its own, in quotation marks.

    Attributes:
        markup: the elements as Akoma Ntoso, one after the other.
        blocks: the same as blocks.
        plain: the words alone, where they are one stretch of words (a heading, a sentence, a cell).
    """

    markup: str
    blocks: tuple[Block, ...]
    plain: str = ""


Piece = str | QuotedText | QuotedStructure
Sentence = tuple[Piece, ...]


class Instruction(Struct, frozen=True):
    """One change.

    Attributes:
        action: what is done.
        places: the elements it is done to; of an insertion, what takes the new text in.
        operation: the id of the operation of the spec that it says.
        date: from when it applies, where that is known.
        commencement: the same as the spec says it.
        until: the first day without it.
        pairs: of `substitute`, the words that go with those that come; of `omit`, with an empty text.
        words: of `add`, the words that come.
        anchor: of `add`, the words beside which they come.
        side: on which side of the anchor, or at which end of the element; of `beside`.
        everywhere: the words stand at several places of the element, and all are meant.
        beside: of `insert` and `move`, the element beside which (or, `into`, in which) it comes.
        new: what comes by the number it will have; of `renumber`, the new numbers.
        quoted: the new text.
        settings: what else a spec would say, name and value, in the order of names.
        follows: it follows from another instruction (contents, citations) and is not carried out for itself.
        order: where it stands in the amended text: the element, its words, then the spec's order.
    """

    action: Action
    places: tuple[Location, ...]
    operation: str
    date: datetime.date | None = None
    commencement: Commencement | None = None
    until: datetime.date | None = None
    pairs: tuple[tuple[str, str], ...] = ()
    words: str = ""
    anchor: str = ""
    side: Side = ""
    everywhere: bool = False
    beside: Location | None = None
    new: tuple[Location, ...] = ()
    quoted: tuple[QuotedStructure, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
    follows: bool = False
    order: tuple[int, int, int] = (0, 0, 0)


class Line(Struct, frozen=True):
    """A paragraph of the amending Act: the words, and the instruction they say (None for `in article 5:`)."""

    sentence: Sentence
    instruction: Instruction | None = None


class Item(Struct, frozen=True):
    """A numbered change, `1)`: its lines. The number is empty where the Act has one change only."""

    number: str
    lines: tuple[Line, ...]


class AmendedAct(Struct, frozen=True):
    """What is done to one Act.

    Attributes:
        alias: its alias in the spec.
        number: of its point, `1.`; empty where one Act alone is amended.
        lead: the words before the changes, up to the colon: the Act with its citation.
        uri: of the Act, as its metadata has it.
        items: its changes.
        annex: what stands at the top of an annex, line by line, with `{annex}` for its name; nothing where
            its name is enough.
    """

    alias: str
    number: str
    lead: str
    uri: str
    items: tuple[Item, ...]
    annex: tuple[str, ...] = ()


class Provision(Struct, frozen=True):
    """A paragraph of the amending Act that amends no words: its number (or none) and its words.

    Attributes:
        instruction: where it repeals a whole Act, or says what reads otherwise for a time, what it says.
        quoted: new text that it quotes behind its words.
        effect: where it says an effect that changes no text, that effect; `places` are the elements it is on.
        alias, uri, annex: of the Act that it is about; see `AmendedAct`.
    """

    number: str
    words: str
    instruction: Instruction | None = None
    alias: str = ""
    uri: str = ""
    effect: Effect | None = None
    places: tuple[Location, ...] = ()
    quoted: tuple[QuotedStructure, ...] = ()
    annex: tuple[str, ...] = ()


class AmendingAct(Struct, frozen=True):
    """An amending Act, complete.

    Attributes:
        language: two letters.
        draft: the word that says that it is a draft; empty once it is enacted.
        form: what it is, above its title.
        title: its title.
        dated: number and date, with blanks for what is not known.
        preamble: what stands before its first article; empty in a law.
        article: how its articles are numbered, with `{n}` (`Article {n}.`); `unit` is the element.
        opening: the words of the first article before the points of Acts; empty where each Act has an article
            (or point) of its own, as a by-law has.
        acts: what is amended.
        repeals: Acts that are repealed as a whole.
        further: provisions that change no text (temporary rules, suspensions), each an article.
        commencement: the article on entry into force: its words and its exceptions.
        signature: who signs.
    """

    language: str
    draft: str
    form: str
    title: str
    dated: str
    article: str
    unit: str
    opening: str
    acts: tuple[AmendedAct, ...]
    repeals: tuple[Provision, ...]
    further: tuple[Provision, ...]
    commencement: tuple[Provision, ...]
    signature: str
    remarks: tuple[str, ...] = ()
    preamble: str = ""
