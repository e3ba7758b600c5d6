"""How the provisions of one Act are cited: the numbered units of an article are parts in some codes."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from redline.addresses.cite import cite
from redline.akn.cited import form_of_act
from redline.akn.document import Act, Element
from redline.akn.marks import View
from redline.akn.working import WorkingAct
from redline.languages import short_code
from redline.languages.numbered_parts import numbers_parts

_KNOWN: WeakKeyDictionary[Act, dict[str | None, bool]] = WeakKeyDictionary()


def calls_them_parts(act: Act, language: str | None) -> bool:
    """Whether an Act calls the numbered units of its articles parts; read from its words once.

    Args:
        act: the Act as it was.
        language: any code for its language.
    """
    code = short_code(language)
    known = _KNOWN.setdefault(act, {})
    if code not in known:
        title = f"{form_of_act(act)} {act.title}"
        text = " ".join(map(str, act.document.itertext()))
        known[code] = numbers_parts(title, text, code)
    return known[code]


def cite_in(working: WorkingAct, element: Element, view: View) -> str:
    """How a provision of an Act is cited in its language, by the names that the Act gives its units.

    Args:
        working: the Act.
        element: the provision.
        view: the text that is meant.
    """
    return cite(element, view, working.language, parts=calls_them_parts(working.act, working.language))
