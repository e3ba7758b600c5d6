"""English formulas of an amending Act, in three styles.

New Zealand (the default): commands, `in section 5(2), replace "A" with "B"` (Parliamentary Counsel
Office, since 2012). United Kingdom: `in section 5(2), for "A" substitute "B"`. United States: `section 5(2)
is amended by striking "A" and inserting "B"`.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from redline.languages.en import PACK, TABLE
from redline.languages.formulas import Thing, fill, is_number, listed, same_but_last, things_in, words_listed
from redline.languages.months import MONTHS
from redline.model.address import REMARK, Part, Step
from redline.model.amending import Instruction, Location, Piece, QuotedText, Sentence

Style = Literal["nz", "uk", "us"]
STYLES: tuple[Style, ...] = ("nz", "uk", "us")

_ORDINAL_WORDS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""
_ORDINALS = _ORDINAL_WORDS.split()

_NZ: Mapping[str, str] = {
    "substitute": "{in_where}replace {pairs}{each}",
    "pair": "{old} with {new}",
    "omit": "{in_where}delete {old}{each}",
    "add": "{in_where}{place}, insert {new}{each}",
    "replace": "replace {what} with:",
    "retitle": "replace {what} with:",
    "insert": "{beside}insert:",
    "repeal": "repeal {what}",
    "renumber": "renumber {what} as {new}",
    "move": "move {what} so that it stands {place}{as_new}",
    "designate": "designate the existing text{of_what} as {new}",
    "enclose": "put {what} inside {new}, with the heading:",
    "split": "divide {what} into {new}, to read:",
    "join": "combine {what} as {new}, to read:",
    "restore": "restore {what} as follows:",
}
_UK: Mapping[str, str] = {
    **_NZ,
    "substitute": "{in_where}{pairs}{each}",
    "pair": "for {old} substitute {new}",
    "omit": "{in_where}omit {old}{each}",
    "add": "{in_where}{place} insert {new}{each}",
    "replace": "for {what} substitute—",
    "retitle": "for {what} substitute—",
    "insert": "{beside}insert—",
    "repeal": "omit {what}",
    "restore": "{what} is revived as follows—",
}
_US: Mapping[str, str] = {
    "substitute": "{where} is amended by {pairs}{each}",
    "pair": "striking {old} and inserting {new}",
    "omit": "{where} is amended by striking {old}{each}",
    "add": "{where} is amended by inserting {new} {place}{each}",
    "replace": "{what} {is_} amended to read as follows:",
    "retitle": "{what} {is_} amended to read as follows:",
    "insert": "{the_act} is amended by {inserting} {place} the following:",
    "repeal": "{what} {is_} repealed",
    "renumber": "{what} {is_} redesignated as {new}",
    "move": "{what} is transferred so as to appear {place}{as_new}",
    "designate": "the existing text{of_what} is designated as {new}",
    "enclose": "{what} {is_} placed in {new}, under the heading:",
    "split": "{what} is divided into {new}, to read as follows:",
    "join": "{what} are combined as {new}, to read as follows:",
    "restore": "{what} {is_} reenacted to read as follows:",
}
_US_INSIDE: Mapping[str, str] = {
    # under `section 5 is amended:`
    "substitute": "{in_where}by {pairs}{each}",
    "omit": "{in_where}by striking {old}{each}",
    "add": "{in_where}by inserting {new} {place}{each}",
    "replace": "by amending {what} to read as follows:",
    "retitle": "by amending {what} to read as follows:",
    "insert": "{in_host}by {inserting} {place} the following:",
    "repeal": "by striking {what}",
    "renumber": "by redesignating {what} as {new}",
    "move": "by transferring {what} so as to appear {place}{as_new}",
    "designate": "by designating the existing text{of_what} as {new}",
    "enclose": "by placing {what} in {new}, under the heading:",
    "split": "by dividing {what} into {new}, to read as follows:",
    "join": "by combining {what} as {new}, to read as follows:",
    "restore": "by reenacting {what} to read as follows:",
}
_STYLES: dict[Style, Mapping[str, str]] = {"nz": _NZ, "uk": _UK, "us": _US}
_EACH = {"nz": " in each place", "uk": " in each place", "us": " each place it appears"}
_ENDS = {
    "start": {"nz": "at the beginning", "uk": "at the beginning", "us": "at the beginning"},
    "end": {"nz": "at the end", "uk": "at the end", "us": "at the end"},
}
_NAMED_PARTS = {
    "heading": "the heading", "num": "the number", "text": "the text", "intro": "the opening words",
    "wrap": "the closing words", "title": "the title", "short-title": "the short title",
    "preamble": "the preamble", "enacting": "the enacting words", "toc": "the table of contents",
    "crossheading": "the cross-heading before",
}  # fmt: skip
_COUNTED_PARTS = {
    "block": "{nth} unnumbered paragraph", "part": "{nth} part", "sentence": "{nth} sentence",
    "item": "{nth} item", "definition": "{nth} definition", "row": "row {n}", "column": "column {n}",
    "cell": "cell {n}", "table": "table {n}", "note": "footnote {n}", "formula": "formula {n}",
    "image": "image {n}",
}  # fmt: skip
_CAPITAL = frozenset(
    {
        "articles",
        "annexes",
        "chapters",
        "article",
        "annex",
        "chapter",
        "part",
        "section",
        "schedule",
        "title",
        "book",
    }
)


class EnglishFormulas(Struct, frozen=True):
    """English in one style."""

    style: Style = "nz"
    code: str = "en"
    quotes: tuple[str, str] = ("“", "”")

    def say(self, instruction: Instruction, within: Location | None) -> Sentence:
        """An instruction as a sentence; see `Formulas.say`."""
        each = _EACH[self.style] if instruction.everywhere else ""
        where = self._all(instruction.places, within)
        known = within is not None and not where
        if instruction.places[0].whole_act and not known:
            where = "the Act"
        templates = _US_INSIDE if self.style == "us" and within is not None else _STYLES[self.style]
        template = templates[instruction.action]
        host = self._the_host(instruction, within)
        known_host = self.style == "us" and instruction.action == "insert"
        known_host = known_host and not instruction.places[0].whole_act
        place = self._place(instruction, instruction.places[0] if known_host else within)
        return fill(
            template,
            in_where=f"in {where}, " if where else "",
            where=where or "it",
            what=where,
            is_="are" if len(instruction.places) > 1 else "is",
            of_what=f" of {where}" if where else "",
            the_act=host,
            in_host="" if host in ("it", "the Act") else f"in {host}, ",
            inserting="adding" if instruction.side == "into" else "inserting",
            beside=[*place, " " if self.style == "uk" else ", "] if place else "",
            pairs=self._pairs(instruction),
            old=listed([[QuotedText(old, "old")] for old, _ in instruction.pairs], " and "),
            new=[QuotedText(instruction.words, "new")] if instruction.words else self._new(instruction),
            place=place,
            each=each + self._except(instruction),
            as_new=self._as_new(instruction),
        ) + tuple(instruction.quoted)

    def for_a_time(self, instruction: Instruction, law: str) -> Sentence:
        """`From 1 September 2026 until …, Article 5 of the Law reads as follows:`"""
        span = self._span(instruction)
        reads = "read" if len(instruction.places) > 1 else "reads"
        what = self._all(instruction.places, None)
        said = f"{span[:1].upper()}{span[1:]}, {what} of {law} {reads} as follows:"
        return (said, *instruction.quoted)

    def _span(self, instruction: Instruction) -> str:
        """`from 1 September 2026 until 1 September 2028`."""
        start = f"from {date_in_words(instruction.date)} " if instruction.date else ""
        return f"{start}until {date_in_words(instruction.until)}" if instruction.until else start

    def open_group(self, group: Location, within: Location | None) -> str:
        """`in Article 5`; of the United States, `section 5 is amended`."""
        named = self._one(group, within)
        return f"{named} is amended" if self.style == "us" and within is None else f"in {named}"

    def cite(self, places: Sequence[Location]) -> str:
        """Elements as they are cited in a sentence; empty for none."""
        return self._all(places, None)

    def _pairs(self, instruction: Instruction) -> list[Piece]:
        pair = _STYLES[self.style]["pair"]
        made = [
            fill(pair, old=[QuotedText(old, "old")], new=[QuotedText(new, "new")])
            for old, new in instruction.pairs
        ]
        return listed(made, " and ")

    def _except(self, instruction: Instruction) -> str:
        if instruction.action != "substitute" or not instruction.new:
            return ""
        return f", except in {self._all(instruction.new, None)}"

    def _place(self, instruction: Instruction, within: Location | None) -> Sequence[Piece]:
        """`after “A”`, `at the end`, `after Article 5`: where something comes."""
        side = instruction.side
        if instruction.action == "add":
            if side in ("start", "end"):
                return [_ENDS[side][self.style]]
            return [f"{side} ", QuotedText(instruction.anchor, "anchor")]
        beside = instruction.beside
        if beside is None:
            host = self._one(instruction.places[0], within)
            return [f"in {host}"] if host else []
        if side != "into":
            return [f"{side} {self._one(beside, within) or 'it'}"]
        at = dict(instruction.settings).get("at", "end")
        host = self._one(beside, within)
        if at == "alphabetical":
            return [f"in {host}, in its alphabetical place" if host else "in its alphabetical place"]
        if not host and within is not None:
            return [f"at the {'beginning' if at == 'start' else 'end'}"]
        host = host or "the Act"
        return [f"at the {'beginning' if at == 'start' else 'end'} of {host}"]

    def _the_host(self, instruction: Instruction, within: Location | None) -> str:
        host = self._one(instruction.places[0], within)
        return host or ("it" if within is not None else "the Act")

    def _new(self, instruction: Instruction) -> list[Piece]:
        if not instruction.new:
            return []
        outer = instruction.new[0]
        return [self._all(instruction.new, Location(outer.steps[:-1]) if len(outer.steps) > 1 else None)]

    def _as_new(self, instruction: Instruction) -> str:
        old, new = instruction.places[0], instruction.new[:1]
        if not new or [s.number for s in new[0].steps] == [s.number for s in old.steps]:
            return ""
        return f", as {self._one(new[0], None)}"

    def _all(self, places: Sequence[Location], within: Location | None) -> str:
        """Several elements: `Articles 37 and 38` where they are of one kind, else one after the other."""
        chains = [things_in(place, within) for place in places]
        if len(chains) > 1 and all(chains) and same_but_last(chains):
            several = self._of_one_kind(places, chains)
            if several:
                return several
        return words_listed([self._one(place, within) for place in places], " and ")

    def _of_one_kind(self, places: Sequence[Location], chains: Sequence[Sequence[Thing]]) -> str:
        """`Article 36, paragraphs 1 and 4`; empty where their kind has no plural here."""
        last = [chain[-1] for chain in chains]
        outer = tuple(thing for thing in chains[0][:-1] if isinstance(thing, Step))
        if len(outer) < len(chains[0]) - 1 or not all(isinstance(thing, Step) for thing in last):
            return ""
        steps = [thing for thing in last if isinstance(thing, Step)]
        one = [PACK.write_citation((step,)) for step in steps]
        word = one[0].rpartition(" ")[0]
        numbers = words_listed([each.rpartition(" ")[2] for each in one], " and ")
        cited = _capital(PACK.write_citation(outer)) if outer else ""
        if cited.startswith("section"):
            return ""
        plural = _capital(word + "s") if word + "s" in TABLE.units else ""
        said = f"{plural} {numbers}" if plural else ""
        return f"{cited}, {said}" if cited and said else said

    def _one(self, place: Location, within: Location | None) -> str:
        things = things_in(place, within)
        steps = tuple(thing for thing in things if isinstance(thing, Step))
        parts = [thing for thing in things if isinstance(thing, Part)]
        cited = _cited(steps, place.steps) if steps else ""
        said = ""
        for part in reversed(parts):
            said += f" of {_part(part)}" if said else _part(part)
        if not said or not cited:
            return said or cited
        link = " " if said.endswith(" before") else " of "
        return said + link + cited


def date_in_words(date: datetime.date) -> str:
    """`22 July 2011`."""
    return f"{date.day} {MONTHS['en'][date.month - 1]} {date.year}"


def _cited(steps: tuple[Step, ...], whole: tuple[Step, ...]) -> str:
    """Units as they are cited; inside a section as `subsection (2)(a)`, in the way of common-law Acts."""
    outer = whole[: len(whole) - len(steps)]
    if not outer or outer[0].units[:1] != ("section",):
        return _capital(PACK.write_citation(steps))
    before, full = PACK.write_citation(outer), PACK.write_citation(whole)
    walked = full.removeprefix(before)
    return f"{steps[0].units[0]} {walked}" if walked.startswith("(") else PACK.write_citation(steps)


def _part(part: Part) -> str:
    if part == REMARK:
        return "the note"
    if part.kind in _NAMED_PARTS:
        return _NAMED_PARTS[part.kind]
    if part.kind in ("row", "column") and not part.words and part.index == -1:
        return f"the last {part.kind}"
    if part.kind == "row" and (is_number(part.words or "") or part == Part("row")):
        return f"row {part.words}" if part.words else "a row"
    if part.words and part.kind not in ("block", "part"):
        word = {"definition": "the definition of", "item": "the entry", "row": "the row"}.get(
            part.kind, part.kind
        )
        return f"{word} “{part.words}”"
    index = part.index or 1
    pattern = _COUNTED_PARTS.get(part.kind, f"{part.kind} {{n}}")
    if "{nth}" in pattern:
        return "the " + pattern.format(nth=_nth(index))
    if part == Part("table"):
        return "the table"
    return pattern.format(n="last" if index == -1 else index)


def _nth(index: int) -> str:
    """`third`, `21st`, `last`."""
    if index == -1:
        return "last"
    if index <= len(_ORDINALS):
        return _ORDINALS[index - 1]
    ending = "th" if index // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(index % 10, "th")
    return f"{index}{ending}"


def _capital(words: str) -> str:
    first = words.partition(" ")[0]
    return words[:1].upper() + words[1:] if first in _CAPITAL and first != "section" else words


def formulas(style: Style = "nz") -> EnglishFormulas:
    """English in a style."""
    return EnglishFormulas(style)
