"""English: the set phrases of laws."""

from __future__ import annotations

import re

from redline.languages.law_words import LawWords
from redline.languages.tables import words_of

_FORM = r"Constitutional Law|Law|Act|Code|Decree|Resolution|Order|Rules|Strategy|Ordinance|Regulations?"
_WHOSE = r"(?: of the (?:President|Government|Parliament))?(?: of (?:the )?(?:Republic of )?[A-Z][a-z]+)?"
_MONTH = r"January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = rf"(?: of (?P<day>\d{{1,2}}) (?P<month>{_MONTH}) (?P<year>\d{{4}}))?"
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
}  # fmt: skip
_AMOUNT = rf"(?P<amount>\d+|(?:{'|'.join(_NUMBERS)})(?:[- ](?:{'|'.join(_NUMBERS)}))?)"

LAW = LawWords(
    acts=(
        re.compile(
            rf"\b(?P<form>{_FORM}){_WHOSE}{_DATE}(?:,? No\.? ?(?P<number>[\w/-]+))?"
            r",? ?[\"“](?P<title>[^\"”“]{3,300})[\"”]"
        ),
        re.compile(r"\b(?P<adjective>(?:[A-Z][a-z]+ ){1,4})(?P<form>Law|Act|Code)\b(?: (?P<year>\d{4}))?"),
        re.compile(r"\b(?P<form>Constitution)\b(?: of (?:the )?(?:Republic of )?[A-Z][a-z]+)?"),
    ),
    forms=(
        ("constitution", re.compile(r"Constitution\b", re.IGNORECASE)),
        ("constitutional-law", re.compile(r"Constitutional Law\b", re.IGNORECASE)),
        ("code", re.compile(r"Code of\b", re.IGNORECASE)),
        ("law", re.compile(r"Law of\b", re.IGNORECASE)),
        ("presidential-decree", re.compile(r"(?:Edict|Decree) of the President\b", re.IGNORECASE)),
        ("government-resolution", re.compile(r"(?:Resolution|Decree) of the Government\b", re.IGNORECASE)),
        ("ministerial-order", re.compile(r"Order of\b", re.IGNORECASE)),
        ("local-decision", re.compile(r"(?:Decision|Resolution) of the (?:Maslikhat|Akim)", re.IGNORECASE)),
    ),
    own=re.compile(r"\b[Tt]his \Z"),
    part_behind=re.compile(r",? (?:of|in) the \w+ (?:sentence|part|indent|subparagraph)\b"),
    part_before=re.compile(r"(?!)"),
    lists=re.compile(r"(?!)"),
    transitional=re.compile(
        r"\b(?:commencement|comes? into force|enters? into force|transitional|are repealed|repeals\b"
        r"|ceases?)\b", re.IGNORECASE
    ),
    repeals=re.compile(r"lost (?:its|their )?force|lost force|is repealed|are repealed"),
    months={
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10,
        "nov": 11, "dec": 12,
    },
    definitions=re.compile(r".*\b(?:definitions|terms|interpretation)\b.*", re.IGNORECASE),
    definition_lead=re.compile(
        r"following (?:basic )?(?:concepts|terms|definitions)|in this (?:Act|section|Law|Part)[,—–-]",
        re.IGNORECASE,
    ),
    meaning=re.compile(
        r"[“\"]?(?P<term>[^–—:;“”\"]{2,120}?)[”\"]?(?: +[–—-] +|[”\"] (?:means"
        r"|includes) )(?P<meaning>\S.+)", re.DOTALL
    ),
    short_name=re.compile(
        r"\((?:here(?:in)?after(?: referred to as)?,? )?(?:[–—-] )?(?:the )?"
        r"[\"“](?P<name>[^\"”()]{2,80})[\"”]\)"
    ),
    deadlines=(
        re.compile(
            rf"\b(?:within(?: a period of)?|no(?:t)? later than|not more than) {_AMOUNT} "
            r"(?P<unit>(?:working |calendar |business )?(?:days?|months?|years?|hours?|weeks?))\b"
        ),
    ),
    numbers=_NUMBERS,
    roots=(
        *sorted(_NUMBERS.items(), reverse=True),
        ("first", 1), ("second", 2), ("third", 3), ("fifth", 5), ("twelfth", 12), ("twice", 2),
        ("thousand", 1000),
    ),
    units=(
        (r"working|business", "working day"), (r"calendar day", "calendar day"), (r"calendar month", "month"),
        (r"day", "day"), (r"month", "month"), (r"year|calendar year", "year"), (r"hour", "hour"),
        (r"week", "week"),
    ),
    modalities={
        "prohibition": re.compile(r"\b(?:shall not|must not|may not|is prohibited|are prohibited)\b"),
        "duty": re.compile(r"\b(?:shall|must|is obliged to|are obliged to|is required to"
        r"|are required to)\b(?! not\b)"),
        "right": re.compile(r"\b(?:may|has the right to|have the right to|is entitled to"
        r"|are entitled to)\b(?! not\b)"),
    },
    delegations=(
        re.compile(
            r"\bin (?:the|such|accordance with the) (?:manner|procedure|way)(?:, and within the (?:time"
            r"|period),)?"
            r"(?: as(?: is)?)? (?:determined|prescribed|established|laid down|approved|specified) by "
            r"(?P<body>[^,.;:()]{3,120}?)(?=[,.;:)]|$)"
        ),
    ),
    bodies=re.compile(
        r"\b(?P<body>(?:the )?(?:Government(?: of the Republic of [A-Z][a-z]+)?"
        r"|[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:Committee|Agency)"
        r"|Ministry of [A-Z][a-z]+(?: [A-Z][a-z]+)*|authorised body(?: for [a-z ]{3,40})?"
        r"|local executive bod(?:y|ies)"
        r"|Secretary of State))\b"
    ),
    endings=re.compile(r"(?:ies|es|s|ing|ed|y)$"),
    alphabet="abcdefghijklmnopqrstuvwxyz",
    stops=words_of("the a an of in to and or for by with on at is are be this that which as it its"),
)  # fmt: skip
