"""Operations on a provision of which a file puts points and paragraphs beside it, and not inside.

`repeal: пункт 7 статьи 49-1` would leave its points standing under a number that is no more. What takes a
provision as a whole must name all that the provision is.
"""

from __future__ import annotations

from collections.abc import Sequence

from redline.addresses.beside import units_behind
from redline.addresses.cite import cite
from redline.addresses.suggest import describe
from redline.addresses.targets import Target
from redline.akn.document import Element
from redline.akn.names import PROVISIONS, local_name
from redline.errors import AmendmentError

_WHOLE = frozenset(
    ["repeal", "replace", "move", "restore", "designate", "split", "join", "enclose", "after", "into"]
)
"""Keys whose provisions are taken whole, or are given a place that lies behind or inside them."""


def check_beside(key: str, targets: Sequence[Target]) -> None:
    """Refuse to take a provision without what the file puts beside it.

    Args:
        key: the key of the operation.
        targets: all that its addresses name.

    Raises:
        AmendmentError: `operation-impossible`, with the run of provisions to name instead.
    """
    if key not in _WHOLE:
        return
    named = {target.provision for target in targets if target.part is None}
    for target in targets:
        if target.part is not None or local_name(target.provision.tag) not in PROVISIONS:
            continue
        behind = units_behind(target.provision, target.view)
        if behind and not named.issuperset(behind):
            raise _torn_off(key, target, behind)


def _torn_off(key: str, target: Target, behind: Sequence[Element]) -> AmendmentError:
    view = target.view
    first, last = (each.get("eId") or cite(each, view, "en") for each in (target.provision, behind[-1]))
    whole = f"{first} .. {last}"
    do = f"name all of it: {key}: {whole}"
    if key in ("after", "into"):
        do = f"name what stands last in it: after: {last}"
    return AmendmentError(
        "operation-impossible",
        f"{target.citation.text} goes on behind its first paragraph: in this file its points and paragraphs "
        f"stand beside it, not inside ({len(behind)} of them)",
        do=do,
        about=(("provision", describe(target.provision, view)),),
        at=target.citation.at,
    )
