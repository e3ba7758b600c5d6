"""English: how provisions are cited, and where sentences end."""

from __future__ import annotations

import re
from collections.abc import Mapping

from redline.languages.citations import CitationReader
from redline.languages.en_inflection import EnglishInflector
from redline.languages.heads import Heads
from redline.languages.running import RunningReader, Surroundings
from redline.languages.sentences import SentenceRules
from redline.languages.tabled import TabledPack
from redline.languages.tables import Form, PartWord, Table, Unit, words_of
from redline.languages.writing import counted_part, written_parts
from redline.model.address import Part, PartKind, Step

# Annexes are documents of their own in Akoma Ntoso, or generic containers that go by their name; the generic
# element itself is left out, since it stands for regulations and cross-headings just as well.
_ANNEX = ("attachment", "component", "schedule", "annex", "appendix")

# Elements; singular; plural; abbreviations. A word stands for the elements in order of likelihood.
_UNITS: tuple[tuple[tuple[str, ...], str, str, str], ...] = (
    (("article",), "article", "articles", "art arts"),
    (("section",), "section", "sections", "s ss sec secs sect sects"),
    (("section", "article"), "", "", "§ §§"),
    (("subsection",), "subsection", "subsections", "subs subss subsec subsecs sub-section sub-sections"),
    (("paragraph",), "paragraph", "paragraphs", "para paras par pars ¶ ¶¶"),
    (
        ("subparagraph", "point", "item"),
        "subparagraph",
        "subparagraphs",
        "subpara subparas sub-paragraph sub-paragraphs sub-para sub-paras subpar",
    ),
    (("point", "item"), "point", "points", ""),
    (("subpoint", "point", "item"), "subpoint", "subpoints", "sub-point sub-points"),
    (("item", "point", "li"), "item", "items", ""),
    (("indent", "item"), "indent", "indents", ""),
    (("alinea",), "alinea", "alineas", ""),
    (("clause",), "clause", "clauses", "cl cls"),
    (("subclause",), "subclause", "subclauses", "subcl sub-clause sub-clauses"),
    (("regulation", "section"), "regulation", "regulations", "reg regs"),
    (("rule",), "rule", "rules", "r rr"),
    (("subrule",), "subrule", "subrules", "sub-rule sub-rules"),
    (("part",), "part", "parts", "pt pts"),
    (("subpart",), "subpart", "subparts", "sub-part sub-parts"),
    (("chapter",), "chapter", "chapters", "ch chs chap chaps"),
    (("subchapter",), "subchapter", "subchapters", "subch subchap sub-chapter sub-chapters"),
    (("title",), "title", "titles", "tit"),
    (("subtitle",), "subtitle", "subtitles", "sub-title sub-titles"),
    (("division",), "division", "divisions", "div divs"),
    (("subdivision",), "subdivision", "subdivisions", "subdiv sub-division sub-divisions"),
    (("book",), "book", "books", ""),
    (("tome",), "tome", "tomes", ""),
    (("list",), "list", "lists", ""),
    (("sublist",), "sublist", "sublists", ""),
    (("level",), "level", "levels", ""),
    (("proviso",), "proviso", "provisos", ""),
    (("transitional",), "transitional provision", "transitional provisions", ""),
    (("recital",), "recital", "recitals", "rec recs"),
    (("citation",), "citation", "citations", ""),
    (_ANNEX, "schedule", "schedules", "sch schs sched scheds"),
    (_ANNEX, "annex", "annexes", "ann annexe annexure"),
    (_ANNEX, "appendix", "appendices", "app apps"),
    (_ANNEX, "attachment", "attachments", ""),
    ((), "provision", "provisions", ""),
)
_BARE = {"schedule", "annex", "annexe", "annexure", "appendix", "attachment"}
_UNNUMBERED: Mapping[str, Unit] = {
    "preamble": Unit(("preamble",), bare=True),
    "preface": Unit(("preface",), bare=True),
}

_PARTS: tuple[tuple[PartKind, str], ...] = (
    ("heading", "heading|headings|rubric|sidenote|side-note|marginal note|section heading|article heading"),
    ("num", "num|number"),
    ("crossheading", "crossheading|cross-heading|cross heading|italic heading"),
    ("text", "text|own text|own words"),
    (
        "intro",
        "intro|opening words|introductory words|introductory text|introductory wording|introductory part"
        "|chapeau|lead-in|lead-in text|lead-in language",
    ),
    ("wrap", "wrap|wrap-up|wrapup|closing words|concluding words|full-out words|flush language|tail"),
    ("title", "title|long title"),
    ("short-title", "short title|short-title"),
    ("preamble", "preamble"),
    ("enacting", "enacting|enacting words|enacting formula|enacting clause"),
    ("toc", "toc|table of contents"),
    ("quoted", "quoted"),
)
_COUNTED: tuple[tuple[PartKind, str, str], ...] = (
    ("block", "block", "blocks"),
    ("part", "part", "parts"),
    ("sentence", "sentence", "sentences"),
    ("definition", "definition", "definitions"),
    ("item", "item|entry|entry for|entry relating to", "items|entries"),
    ("table", "table", "tables"),
    ("row", "row", "rows"),
    ("column", "column|col", "columns"),
    ("cell", "cell", "cells"),
    ("note", "note|footnote|endnote", "notes|footnotes|endnotes"),
    ("formula", "formula", "formulas|formulae"),
    ("image", "image|figure|picture", "images|figures|pictures"),
)
# Unnumbered units of the running text: called by a unit's name and an ordinal, or after a slash.
_BLOCK_WORDS: Mapping[str, str] = {
    "paragraph": "paragraph paragraphs para paras",
    "subparagraph": "subparagraph subparagraphs subpara subparas sub-paragraph sub-paragraphs",
    "indent": "indent indents",
    "alinea": "alinea alineas",
}
_ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""


def _units() -> dict[str, Unit]:
    words: dict[str, Unit] = dict(_UNNUMBERED)
    for elements, one, many, abbreviations in _UNITS:
        forms: list[tuple[str, Form]] = [(one, "one"), (many, "many")]
        forms += [(word, "any") for word in abbreviations.split()]
        words.update({word: Unit(elements, form, bare=word in _BARE) for word, form in forms if word})
    return words


def _parts() -> dict[str, PartWord]:
    words = {word: PartWord(kind) for kind, names in _PARTS for word in names.split("|")}
    for kind, one, many in _COUNTED:
        words.update({word: PartWord(kind) for word in one.split("|")})
        words.update({word: PartWord(kind, form="many") for word in many.split("|")})
    for hint, names in _BLOCK_WORDS.items():
        words.update({word: PartWord("block", hint) for word in names.split()})
    return words


TABLE = Table(
    units=_units(),
    parts=_parts(),
    ordinals={word: place for place, word in enumerate(_ORDINALS.split(), 1)} | {"last": -1, "final": -1},
    ordinal_digits=r"(\d+)(?:st|nd|rd|th)(?![^\W_])",
    joins=frozenset({"and", "or", "&"}),
    runs=frozenset({"to", "through", "thru"}),
    within=frozenset({"of", "in"}),
    fillers=frozenset({"the"}),
    number_signs=frozenset({"no", "nos", "nr", "number", "№"}),
)

_SENTENCES = SentenceRules(
    never_end=words_of(
        "nos nr art arts sec secs sect s ss para paras par subpara subsec sch sched ch chap pt pts cl reg "
        " regs r rr vol p pp fig figs ed eds e.g i.e eg ie viz cf v vs c ca approx mr mrs ms dr prof "
        "hon st gen col capt rev sen rep gov stat bull dec jan feb mar apr jun jul aug sept oct nov supp "
        "§ №"
    ),
    before_numbers=words_of("abs lit al"),  # cited from other languages
    may_end=words_of("no etc inc ltd co corp jr sr al u.s u.s.c d.c u.k e.u u.n a.m p.m ph.d esq dept ibid"),
    starters=words_of(
        "The A An This That These Those It If In Any All Each Every No Nothing Where When Whenever Such "
        "For On At By Upon Unless Until Notwithstanding Subject Except Within After Before There They He "
        "She His Her Its Their To With Without Under Both Either Neither Not"
    ),
)

# Words that name a whole law, treaty or other document.
_LAWS = (
    r"(?:Acts?|Laws?|Codes?|Constitution|Ordinances?|Decrees?|Orders?|Regulations?|Directives?|Decisions?"
    r"|Statutes?"
    r"|Rules|Treaty|Treaties|Convention|Agreement|Protocol|Charter|Bill)"
)
_NAMED = rf"(?:[A-Z][\w’'-]* |of |and |on |for )*{_LAWS}\b"
_SURROUNDINGS = Surroundings(
    own=re.compile(rf",? of (?:this|the present) {_LAWS}\b|,? hereof\b"),
    within=re.compile(r",? of (?:this|the present) (?P<unit>[A-Za-z][A-Za-z-]+)"),
    foreign=re.compile(rf",? (?:of|thereof|thereto)\b|,? (?:to|in) (?:the|that|an?) {_NAMED}| [A-Z]{{2,}}\b"),
    foreign_before=re.compile(
        rf"(?:\b{_LAWS}(?: of \d{{4}}| \d{{4}}| No\.? ?\S+)?"
        r"|\bU\.? ?S\.? ?C\.?|\bC\.? ?F\.? ?R\.?|\bStat\.),? (?:the )?\Z"
    ),
    act_named=re.compile(
        rf"\b(?:[Tt]he|[Aa]n?) (?:[A-Z][\w’'-]* |of |and |on |for )+{_LAWS}\b|\bAct,? (?:of )?\d{{4}}"
        rf"|\b[Tt]hat {_LAWS}\b|\b{_LAWS} (?:\([A-Z]|No\.? ?\d|\d)|\b{_LAWS} on [A-Z]"
    ),
    goes_on=re.compile(
        r"[\s,;–—-]*(?:(?:and|or|to|through|except|excluding|save|other|than|but|not|with|the|exception|of"
        r"|for"
        r"|unless|bis|ter|quater|quinquies)\b[\s,]*)*\(?(?:\d|[a-z]{1,3}\)|[ivxlc]+\)|[IVX]+\b)"
        r"| (?:bis|ter|quater|quinquies|[A-Z])\b| ?\([^\W\d_]{1,3}\)"
    ),
)

_WALKED = words_of("subsection paragraph subparagraph clause subclause point item subrule")
_HEADS_OF_WALKS = words_of("section rule regulation")
_WRITTEN: Mapping[str, str] = {
    "attachment": "annex",
    "component": "annex",
    "li": "item",
    "transitional": "transitional provision",
}
_IN_PARENTHESES = words_of("subparagraph point item li indent subpoint")


HEADS = Heads(
    words={one: elements for elements, one, _, _ in _UNITS if one}
    | {"§": ("section", "article"), "sec": ("section",)},
    contents=frozenset(
        {"contents", "table of contents", "arrangement of sections", "arrangement of articles"}
    ),
    itself=re.compile("[Tt]h(?:is|ese) (?:Law|Act|Code|Order|Rules|Regulations|Decree)"),
    signature=re.compile("(?:Vice-)?President|Prime Minister|Chair(?:person|man)|Speaker|Minister|Governor"),
)


class English(TabledPack, frozen=True):
    """The English language pack."""

    def write_citation(self, steps: tuple[Step, ...], parts: tuple[Part, ...] = ()) -> str:
        """The citation of one provision: `section 12(1)(b)`, `article 5, paragraph 2, point 1) / heading`.

        Below sections, rules and regulations numbers are walked down in parentheses, as common-law Acts cite
        them; elsewhere every unit is named.
        """
        return written_parts(_written_steps(steps), parts, TABLE)

    def write_like(self, steps: tuple[Step, ...], words: str) -> str:
        """The citation of one provision in the manner of another: `point 3) of Article 10` after `of`."""
        capital = any(word[:1].isupper() and word.lower() in TABLE.units for word in words.split())
        if " of " not in words:
            written = self.write_citation(steps)
            return written[:1].upper() + written[1:] if words[:1].isupper() else written
        pieces = [self.write_citation((step,)) for step in reversed(steps)]
        if capital:  # the outermost is what is written with a capital (`point 7) of Article 8`)
            pieces[-1] = pieces[-1][:1].upper() + pieces[-1][1:]
        if words[:1].isupper():
            pieces[0] = pieces[0][:1].upper() + pieces[0][1:]
        return " of ".join(pieces)


def _written_steps(steps: tuple[Step, ...]) -> str:
    words = ""
    walking = False
    before: set[tuple[str, ...]] = set()
    for step in steps:
        element = "part" if counted_part(step) else step.units[0] if step.units else ""
        if words and step.number and (not element or (walking and element in _WALKED)):
            words += f"({step.number})"
            continue
        word = _WRITTEN.get(element, element)
        kind = TABLE.units[word].elements if word in TABLE.units else ()
        # `list 1, list 2` would be two lists, `list 1 list 2` is one in the other.
        words += (" " if kind in before else ", ") if words else ""
        words += _written_step(element, step.number)
        before.add(kind)
        walking = element in _HEADS_OF_WALKS
    return words


def _written_step(element: str, number: str | None) -> str:
    word = _WRITTEN.get(element, element)
    if word not in TABLE.units:
        word = "provision"
    if number is None:
        return word
    if element in _IN_PARENTHESES:
        number = f"{number})" if number[:1].isdigit() else f"({number})"
    return f"{word} {number}"


PACK = English(
    code="en",
    reader=CitationReader(TABLE),
    running=RunningReader(TABLE, _SURROUNDINGS),
    inflector=EnglishInflector(),
    heads=HEADS,
    rules=_SENTENCES,
    # One and two letters are too short to be taken for a unit where a line of a law begins with them.
    unit_words={
        word: unit.elements
        for word, unit in TABLE.units.items()
        if unit.elements and (len(word) > 2 or word == "§")
    },
)
