"""Keys that several operations share."""

from __future__ import annotations

from redline.model.keys import Key, Kind

IN = Key(
    "in",
    Kind.ADDRESSES,
    "Where",
    "The provision, part or list of them in which the words stand; default the whole Act.",
    examples=("art 7", ["art 7", "art 9 para 1"]),
)
TIMES = Key(
    "times",
    Kind.TIMES,
    "Which occurrences",
    "all, both, first, last, a number (2 is the second only) or a list of numbers. Without it the words "
    "must occur "
    "exactly once in each place named.",
    examples=("all", 2, [1, 3]),
)
COUNT = Key(
    "count",
    Kind.COUNT,
    "How often they occur",
    "How often the words occur in all; checked.",
    examples=(3,),
)
IGNORE = Key(
    "ignore",
    Kind.CHOICES,
    "What does not matter",
    "case: capital and small letters; quotes: the kind of quotation marks.",
    choices=("case", "quotes"),
    examples=(["case"],),
)
WORDS = Key("words", Kind.FLAG, "Whole words only", "true matches whole words only.", examples=(True,))
SPACING = Key(
    "spacing",
    Kind.CHOICE,
    "Spaces",
    "tidy (default) puts or closes up single spaces; exact does neither.",
    choices=("tidy", "exact"),
)
EXCEPT = Key(
    "except",
    Kind.ADDRESSES,
    "Places left out",
    "Provisions or parts in which nothing is changed.",
    examples=("art 3",),
)
INFLECT = Key(
    "inflect",
    Kind.FLAG,
    "Every grammatical form",
    "true means every grammatical form of the words, each with the same form of the new ones.",
    examples=(True,),
)
FORMS = Key(
    "forms",
    Kind.TEXTS,
    "Forms that you decide",
    "With inflect: a form of the old words and the new words for it, where grammar alone leaves them open.",
    examples=(["комиссии → комитета"],),
)
SEARCH = (IN, TIMES, COUNT, IGNORE, WORDS, SPACING, EXCEPT)
INFLECTION = (INFLECT, FORMS)

BEFORE = Key(
    "before", Kind.ADDRESS, "Before", "The provision or part before which it is put.", examples=("art 5",)
)
AFTER = Key(
    "after", Kind.ADDRESS, "After", "The provision or part after which it is put.", examples=("art 5",)
)
INTO = Key("into", Kind.ADDRESS, "Into", "The provision into which it is put.", examples=("art 5",))
