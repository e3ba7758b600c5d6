"""What an Act is cited by, out of its front page and its metadata."""

from __future__ import annotations

import datetime
import re

from redline.akn.document import Act, Element, plain_text, squeeze


def front_words(act: Act, name: str) -> str:
    """The words of an element of the front page (`docType`, `docNumber`), or an empty string."""
    for front in act.document.iterchildren("{*}preface", "{*}coverPage"):
        for element in front.iter(f"{{*}}{name}"):
            return squeeze(plain_text(element))
    return ""


_A_FORM = re.compile(
    r"\b(?:закон|кодекс|указ|постановлени|приказ|правила|заң|қаулы|бұйры|жарлы"
    r"|(?:law|act|order|decree|resolution) of)",
    re.I,
)


def form_of_act(act: Act) -> str:
    """What the Act is, as printed above its title (`LAW OF THE REPUBLIC`), or an empty string."""
    printed = front_words(act, "docType")
    if printed:
        return printed
    names = [name.get("value") or "" for work in _works(act) for name in work.iter("{*}FRBRname")]
    return next((name for name in names if _A_FORM.search(name)), "")


def made_on(act: Act) -> datetime.date | None:
    """The day the Act was made, or None where its metadata does not say."""
    for work in _works(act):
        for date in work.iter("{*}FRBRdate"):
            try:
                found = datetime.date.fromisoformat((date.get("date") or "")[:10])
            except ValueError:
                return None
            return found if found.year > 1 else None
    return None


def number_of_act(act: Act) -> str:
    """The Act's number by its metadata, else as printed."""
    for work in _works(act):
        for number in work.iter("{*}FRBRnumber"):
            return number.get("value") or ""
    return re.sub(r"^(?:No\.?|№)\s*", "", front_words(act, "docNumber"))


def country_of(act: Act) -> str:
    """The two letters of the Act's country; empty where its metadata does not say."""
    for work in _works(act):
        for country in work.iter("{*}FRBRcountry"):
            return country.get("value") or ""
    return ""


def published_in(act: Act) -> str:
    """Where the Act was published: `Gazette of Parliament, 2011, No. 16, art. 127`; or an empty string."""
    for publication in act.root.iter("{*}publication"):
        pieces = (publication.get("showAs") or publication.get("name"), publication.get("number"))
        return ", ".join(piece for piece in pieces if piece)
    return ""


def _works(act: Act) -> list[Element]:
    return list(act.root.iter("{*}FRBRWork"))[:1]
