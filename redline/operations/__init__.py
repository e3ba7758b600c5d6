"""The operations of the spec language, one file per verb: the keys it takes and the edits it plans."""

from __future__ import annotations

from redline.akn.edits import Edit
from redline.operations import (
    add,
    designate,
    enclose,
    insert,
    join,
    move,
    omit,
    renumber,
    repeal,
    replace,
    restore,
    retitle,
    split,
    substitute,
)
from redline.operations.context import Plan, PlanContext
from redline.operations.fitting import check_fit
from redline.operations.lookalike_notes import note_new_text

# The table of contents: every verb of the language, in the order of the language page.
OPERATIONS = (
    replace,
    insert,
    repeal,
    substitute,
    add,
    omit,
    retitle,
    renumber,
    move,
    designate,
    enclose,
    split,
    join,
    restore,
)
_PLANS: dict[str, Plan] = {module.VERB.name: module.plan for module in OPERATIONS}


def plan_edits(context: PlanContext) -> list[Edit]:
    """The edits of the operation in hand. The spec loader has refused verbs that do not exist.

    Raises:
        AmendmentError: the operation cannot be carried out.
    """
    edits = _PLANS[context.operation.verb](context)
    check_fit(context, edits)
    note_new_text(context)
    return edits
