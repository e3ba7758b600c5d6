"""restore: a repealed provision is enacted again."""

from __future__ import annotations

from redline.akn.edits import Edit
from redline.model.spec import Content
from redline.operations.context import PlanContext
from redline.operations.keys.restore import VERB
from redline.operations.replace import plan_content

__all__ = ["VERB", "plan"]


def plan(context: PlanContext) -> list[Edit]:
    """The edits of a `restore`."""
    target = context.target("restore")
    content = context.value("with")
    assert isinstance(content, Content)
    if not context.repealed(target.provision):
        raise context.error(
            "operation-impossible",
            f"{target.citation.text} is not repealed",
            do="use replace to give it new words",
            about=target,
        )
    return plan_content(context, [target], content)
