"""What a key of an operation takes: the one table that the loader, the JSON Schema and the docs are made
from.
"""

from __future__ import annotations

import enum

from msgspec import Struct


class Kind(enum.Enum):
    """The kinds of value a key can take (spec language §3 and §4); in brackets the type it is loaded as."""

    ADDRESS = "address"  # one ADDRESS [Text]
    ADDRESSES = "addresses"  # an ADDRESS or a list of them [tuple[Text, ...]]
    TEXT = "text"  # a literal TEXT [Text]
    TEXTS = "texts"  # a TEXT or a list of them [tuple[Text, ...]]
    WORDS = "words"  # a TEXT or a span of words [Text | WordSpan]
    WORDS_LIST = "words-list"  # WORDS or a list of them [tuple[Text | WordSpan, ...]]
    CONTENT = "content"  # new text in one of the forms of §4 [Content]
    NUMBER = "number"  # a provision's number [Text]
    NUMBERS = "numbers"  # a number, a run `(d) .. (f)` or a list [tuple[Text, ...]]
    TIMES = "times"  # all, both, first, last, a number or a list of numbers [Times]
    COUNT = "count"  # a whole number of at least 1 [int]
    CHOICE = "choice"  # one of `choices` [str]
    CHOICES = "choices"  # a list out of `choices` [frozenset[str]]
    FLAG = "flag"  # true or false [bool]
    LEAVE = "leave"  # note, number, nothing or {text: …} [Leave]


class Key(Struct, frozen=True):
    """One key of an operation.

    Attributes:
        name: as written in the spec.
        kind: what it takes.
        title, description: for the JSON Schema and the docs, written for drafters.
        required: whether the operation is incomplete without it.
        choices: the values of a CHOICE or CHOICES.
        examples: values as a drafter would write them.
    """

    name: str
    kind: Kind
    title: str
    description: str
    required: bool = False
    choices: tuple[str, ...] = ()
    examples: tuple[object, ...] = ()
