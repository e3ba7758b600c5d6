"""What an amending Act says around its instructions: how Acts are cited, when it enters into force.

Each language has a module of its own (`en_enacting`, `ru_enacting`, `kk_enacting`).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import Protocol

from msgspec import Struct

from redline.languages.formulas import words_listed
from redline.model.amending import Location
from redline.model.spec import Commencement, Effect

BLANK = "____"
"""What is not known of an Act is a visible blank, to be filled in by hand, and never invented."""

Nature = tuple[int, int]
"""How many instructions change something, and how many add something."""


class CitedAct(Struct, frozen=True):
    """What an Act is cited by.

    Attributes:
        form: what it is, as printed above its title (`LAW OF THE REPUBLIC OF ARKADIA`); may be empty.
        title: its title.
        date: when it was made; None where that is not known.
        number: its number; may be empty.
        published: where it was published; may be empty.
        country: two letters.
    """

    form: str
    title: str
    date: datetime.date | None
    number: str
    published: str
    country: str


class Place(Struct, frozen=True):
    """A place in the amending Act itself: article, then points, then items, then paragraphs counted.

    Attributes:
        article: its number; empty in a by-law, which has points alone.
        points: the numbers of its points, bare; empty where there are none, or for all of it.
        items: the numbers of items of the point, bare; several only of one point.
        paragraphs: of the item, counted from 1; empty for all of it.
    """

    article: str
    points: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    paragraphs: tuple[int, ...] = ()

    @property
    def several(self) -> bool:
        """Whether it is more than one unit."""
        return max(len(self.points), len(self.items), len(self.paragraphs)) > 1


_RUN = 4
"""So many paragraphs one after the other are named by the first and the last."""


def in_runs(numbers: Sequence[int], say: Callable[[int], str], joiner: str, through: str) -> str:
    """Counted paragraphs: `second, third and seventh`; from four on, `second – fifth`.

    Args:
        numbers: in their order.
        say: a number as the language counts.
        joiner: what stands before the last.
        through: what stands between the first and the last of a run.
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said: list[str] = []
    for run in runs:
        if len(run) >= _RUN:
            said.append(f"{say(run[0])}{through}{say(run[-1])}")
        else:
            said += map(say, run)
    return words_listed(said, joiner)


def behind(words: str) -> str:
    """The words of an effect behind what is said of it: a sentence of their own, or what it goes on with."""
    return "" if not words else f". {words}" if words[:1].isupper() else f": {words}"


def goes_on(effect: Effect) -> bool:
    """Whether the words of an effect go on with its sentence: it applies `also to applications`."""
    words = effect.text.value if effect.text else ""
    return effect.kind in ("apply", "exclude") and words[:1].islower()


class Enacting(Protocol):
    """What one language says around the instructions."""

    @property
    def draft(self) -> str:
        """The word that says that it is a draft."""
        ...

    def cite(self, act: CitedAct, *, case: str = "nominative") -> str:
        """An Act by form, date and title, without where it was published."""
        ...

    def form(self, act: CitedAct | None, given: str) -> str:
        """What the amending Act is, above its title."""
        ...

    def preamble(self, act: CitedAct | None) -> str:
        """What stands before the points of a by-law (`ПРИКАЗЫВАЮ:`), with a blank for its legal ground."""
        ...

    def title(self, acts: Sequence[CitedAct], nature: Nature) -> str:
        """The title of an amending Act that the spec gives none."""
        ...

    def opening(self, act: CitedAct, nature: Nature) -> str:
        """`Amend the following legislative acts of the Republic:`"""
        ...

    def lead(self, act: CitedAct) -> str:
        """`In the Law …:`, one of several."""
        ...

    def only_lead(self, act: CitedAct, nature: Nature) -> str:
        """`Amend the Law … as follows:`, where one Act is amended."""
        ...

    def annex(self, act: CitedAct) -> tuple[str, ...]:
        """What stands at the top of an annex to an Act, line by line, with `{annex}` for its name; nothing
        where no more is demanded.
        """
        ...

    def repeal(self, act: CitedAct) -> str:
        """The sentence that repeals a whole Act."""
        ...

    def of_draft(self) -> str:
        """What a paper of the draft says that it belongs to: `к проекту Закона … «{title}»`. Empty
        where the form of the draft is not known, or not said.
        """
        ...

    def commence(self, rule: Commencement | None, excepted: bool) -> str:
        """When the amending Act enters into force; a colon at the end where exceptions follow."""
        ...

    def commence_but(self, rule: Commencement | None, exception: str) -> str:
        """The same with one exception, in one sentence."""
        ...

    def closing(self, rule: Commencement | None) -> str:
        """What stands behind the last exception: its full stop, and what the sentence lacks."""
        ...

    def except_(self, places: Sequence[Place], rule: Commencement | None) -> str:
        """`point 3) of …, which enters into force on …`."""
        ...

    def place(self, place: Place) -> str:
        """A place in the amending Act as it is cited: `point 3) of Article 1`, `section 1(3)`."""
        ...

    def effect(self, effect: Effect, places: Sequence[Location], act: CitedAct) -> str:
        """What an effect that changes no text says of the elements of an Act, without its final full stop.

        Args:
            effect: what is said.
            places: the elements; none for the whole Act.
            act: the Act.
        """
        ...

    def dated(self, number: str, date: datetime.date | None) -> str:
        """Number and date of the amending Act, with blanks."""
        ...
