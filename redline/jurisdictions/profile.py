"""What a drafting profile says: unit hierarchy, numbering, repeal stubs."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from msgspec import Struct, field

from redline.jurisdictions.editorial import Editorial


class Level(Struct, frozen=True):
    """One level of the unit hierarchy.

    Attributes:
        element: the AKN element (`subsection`).
        number: how its number is printed, `{n}` standing for the number: `({n})`, `{n}.`, `Article {n}.`.
        style: the kind of `{n}`: `arabic`, `lower-alpha`, `upper-alpha`, `lower-roman`, `upper-roman`.
    """

    element: str
    number: str
    style: str


class Profile(Struct, frozen=True):
    """One drafting profile.

    Attributes:
        name: as in the spec's `jurisdiction`.
        title: for people.
        containers: levels above the basic unit, outermost first (parts, chapters).
        basic: the level that is numbered through the whole Act (article, section).
        levels: levels inside the basic unit, outermost first.
        keeps_numbers: whether a repealed provision keeps its place and number, so that `repeal` leaves a note
            by default and `renumber` is warned about.
        repeal_note: by language, the words that stand behind a repealed provision's number; `{form}`,
            `{date}`, `{number}` of the amending Act are filled in, and for `{by}` what `repealed_by` says.
        repealed_by: by language, how a note says by which form of Act, each with words by which such a form
            shows (in lower case, of any language); the first is taken where no form is given.
        repeal_note_unnamed: the same without the amending Act, for a draft that does not know its number yet.
        repeal_note_of: language and element -> both wordings of that unit (`act` for the whole Act), where
            grammar or custom has others for it.
        end_marks: closing marks before which `add … at: end` puts its words (unless they bring a mark
            themselves).
        contents_follow: whether a table of contents follows the headings by itself.
        table_columns: the columns of a comparison table, by the name of a set (`render.table.columns.SETS`).
        country: two letters of the country, for the identifiers of imported Acts; `xx` for none.
        editorial: what the publisher of consolidated texts adds to them; None where nothing is known.
    """

    name: str
    title: str
    containers: tuple[Level, ...]
    basic: Level
    levels: tuple[Level, ...]
    keeps_numbers: bool = False
    repeal_note: Mapping[str, str] = field(default_factory=dict)
    repealed_by: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]] = field(default_factory=dict)
    repeal_note_unnamed: Mapping[str, str] = field(default_factory=dict)
    repeal_note_of: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    end_marks: str = ""
    contents_follow: bool = False
    table_columns: str = "generic"
    country: str = "xx"
    editorial: Editorial | None = None

    def by_form(self, language: str, form: str | None) -> str | None:
        """How a repeal note says by which form of Act («приказом»); None for a form that is not known."""
        known = self.repealed_by.get(language, ())
        if form is None and known:
            return known[0][1]
        spoken = (form or "").lower()
        found = [(spoken.index(word), said) for words, said in known for word in words if word in spoken]
        return min(found)[1] if found else None

    @property
    def order(self) -> tuple[Level, ...]:
        """All levels, the outermost first."""
        return (*self.containers, self.basic, *self.levels)

    def level_below(self, element: str) -> Level | None:
        """The level inside `element` by the profile's order, or None where the profile has none."""
        order = (self.basic, *self.levels)
        for upper, lower in pairwise(order):
            if upper.element == element:
                return lower
        return None
