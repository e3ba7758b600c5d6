"""What is meant by verbs and keys that an operation has not, where habit says it plainly."""

from __future__ import annotations

from msgspec import Struct

USUAL_VERBS = {
    "amend": "replace: for new text, substitute: for words",
    "change": "replace: for new text, substitute: for words",
    "delete": "repeal: for a provision, omit: for words",
    "remove": "repeal: for a provision, omit: for words",
    "strike": "repeal: for a provision, omit: for words",
    "redesignate": "renumber:",
    "rename": "retitle: for a heading, renumber: for a number",
    "relocate": "move:",
    "merge": "join:",
    "divide": "split:",
}
"""What drafters and other tools call it -> what it is called here."""


class Meant(Struct, frozen=True):
    """What a key that an operation has not is meant for.

    Attributes:
        do: what to write instead.
        key: the key of the operation that is meant, where it is one of its own.
    """

    do: str
    key: str = ""


_BESIDE = "say where it goes with after:, before: or into:"
_MISPLACED: dict[tuple[str, str], Meant] = {
    ("replace", "in"): Meant("to replace words in a provision, write substitute: instead of replace:"),
    ("repeal", "in"): Meant("to take words out of a provision, write omit: instead of repeal:"),
    ("insert", "in"): Meant("to add words to a provision, write add: instead of insert:"),
    ("move", "to"): Meant(_BESIDE, "into"),
    ("move", "in"): Meant(_BESIDE, "into"),
    ("omit", "with"): Meant("to put other words in their place, write substitute: instead of omit:"),
    ("repeal", "with"): Meant("to put new text in its place, write replace: instead of repeal:"),
}
_NUMBERED = ("renumber", "retitle", "designate", "enclose")
_NEW_TEXT = ("replace", "substitute", "restore")
_BECAUSE = ("reason", "why", "rationale")
_COMMENCEMENT = ("from", "date", "effective", "starting", "commences")


def meant_by(verb: str, key: str, value: str) -> Meant | None:
    """What a key is meant for that the operation has not; None where that is not plain.

    Args:
        verb: the operation.
        key: the key that it has not.
        value: what was typed behind the key, where that is one text.
    """
    if key == "act":
        return Meant(
            f"take it out: act: belongs to the entry, above operations:. For another Act begin a new entry: "
            f"- act: {value or 'ALIAS'}"
        )
    if verb in _NUMBERED and key in ("to", "with", "by"):
        return Meant(f"write as: instead of {key}:", "as")
    if verb in _NEW_TEXT and key in ("to", "as", "by"):
        return Meant(f"write with: instead of {key}:", "with")
    if key in _BECAUSE:
        return Meant(f"write because: instead of {key}:")
    if key in _COMMENCEMENT:
        return Meant(f"write commencement: instead of {key}:")
    return _MISPLACED.get((verb, key))
