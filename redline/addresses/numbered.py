"""The numbered provisions of an Act in one text, each number read once."""

from __future__ import annotations

from redline.addresses.resolve import fits
from redline.addresses.spelled import spellings
from redline.akn.document import Element
from redline.akn.marks import View
from redline.akn.structure import number_of, units_by_number
from redline.akn.working import WorkingAct
from redline.model.address import Step


class NumberedUnits:
    """Finds provisions by number; for as long as the text stays as it is.

    Args:
        working: the Act.
        view: the text of it that is meant.
    """

    def __init__(self, working: WorkingAct, view: View) -> None:
        self.working = working
        self.view = view
        self._inside: dict[Element, tuple[tuple[Element, str], ...]] = {}
        self._everywhere: dict[Step, tuple[Element, ...]] = {}
        self._outside_annexes: dict[Step, tuple[Element, ...]] = {}

    def directly_inside(self, unit: Element, step: Step) -> list[Element]:
        """The provisions directly inside another (unnumbered ones seen through) that a step can mean."""
        if unit not in self._inside:
            self._inside[unit] = tuple(units_by_number(unit, self.view))
        numbers = spellings(step)
        return [inner for inner, number in self._inside[unit] if number in numbers and fits(inner, step)]

    def everywhere(self, step: Step) -> tuple[Element, ...]:
        """The provisions of the whole Act that a step can mean."""
        if step not in self._everywhere:
            self._everywhere[step] = tuple(
                unit
                for number in spellings(step)
                for unit in self.working.numbered(number)
                if fits(unit, step) and number_of(unit, self.view) == number and self.view.attached(unit)
            )
        return self._everywhere[step]

    def outside_annexes(self, step: Step) -> tuple[Element, ...]:
        """The provisions that a step can mean outside all annexes."""
        if step not in self._outside_annexes:
            self._outside_annexes[step] = tuple(
                unit for unit in self.everywhere(step) if not self.working.in_annex(unit)
            )
        return self._outside_annexes[step]
