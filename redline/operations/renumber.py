"""renumber: provisions get new numbers; identifiers follow, and the old ones are remembered."""

from __future__ import annotations

from redline.addresses.headed import headed_number
from redline.addresses.targets import Target
from redline.akn.edits import Edit, NumberEdit
from redline.akn.structure import bare_number, num_of, number_of
from redline.drafting.numbers import renumbered, run_of, styles_of
from redline.model.spec import Text
from redline.operations.context import PlanContext
from redline.operations.keys.renumber import VERB

__all__ = ["VERB", "new_number", "plan"]


def plan(context: PlanContext) -> list[Edit]:
    """The edits of a `renumber`."""
    targets = context.targets("renumber")
    numbers = _numbers(context)
    if len(numbers) != len(targets):
        raise context.error(
            "number-wrong",
            f"provisions to renumber: {len(targets)}; numbers given: {len(numbers)}",
            do="give one number for each provision: a list, or a run such as (d) .. (f)",
            key="as",
        )
    if context.profile.keeps_numbers:
        context.notes.append(
            f"the profile {context.profile.name} keeps numbers: renumbering is unusual there"
        )
    return [
        NumberEdit(target.provision, new_number(context, target, number))
        for target, number in zip(targets, numbers, strict=True)
    ]


def new_number(context: PlanContext, target: Target, number: str) -> str:
    """The number as printed, with the punctuation that the provision's own number has."""
    old = number_of(target.provision, target.view)
    headed = headed_number(target.provision, target.view)
    if not old and headed is None:
        raise context.error(
            "number-wrong",
            f"{target.citation.text} has no number that could be changed",
            do="replace the provision, number and all",
            about=target,
        )
    printed = num_of(target.provision, target.view)
    if not printed:
        raise context.error(
            "number-wrong",
            f"the number of {target.citation.text} stands in its heading",
            do=f"change the heading, number and all: retitle: {target.citation.text}",
            about=target,
        )
    check_number(context, number)
    return renumbered(printed, old, bare_number(number))


def check_number(context: PlanContext, number: str) -> None:
    """Refuse what is no number of a provision.

    Raises:
        AmendmentError: `number-wrong`, at `as`.
    """
    bare = bare_number(number)
    if not any(letter.isdigit() for letter in bare) and not _is_lettered(bare):
        raise context.error(
            "number-wrong",
            f'"{number}" is no number of a provision',
            do="write a number, a letter or a Roman numeral, such as 5-1, (b) or IV",
            key="as",
        )


def _is_lettered(bare: str) -> bool:
    """Whether a number without digits is one or two letters, a letter repeated, or a Roman numeral."""
    roman = any(style.endswith("-roman") for style in styles_of(bare)) if bare else False
    return bare.isalpha() and (len(bare) <= 2 or len(set(bare)) == 1 or roman)


def _numbers(context: PlanContext) -> list[str]:
    value = context.value("as")
    texts = value if isinstance(value, tuple) else (value,)
    found: list[str] = []
    for text in texts:
        if not isinstance(text, Text):
            continue
        first, dots, last = text.value.partition("..")
        run = run_of(bare_number(first), bare_number(last)) if dots else None
        if dots and run is None:
            raise context.error(
                "number-wrong",
                f"{text.value} is no run of numbers",
                do="write the numbers as a list: [(d), (e), (f)]",
                key="as",
            )
        found += run if run is not None else [text.value]
    return found
