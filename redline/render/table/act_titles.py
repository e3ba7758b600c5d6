"""What stands above the rows of an Act in a comparison table."""

from __future__ import annotations

from redline.akn.marked import MarkedAct
from redline.amending.act import cited_act
from redline.jurisdictions import get_profile
from redline.languages import short_code
from redline.languages.worded import enacting_in
from redline.model.spec import Spec


def act_title(spec: Spec, alias: str, marked: MarkedAct) -> str:
    """An Act by its title and publication; in Kazakhstan as its amending Act cites it, by form and day too.

    Args:
        spec: which says where the Act was published.
        alias: of the Act, which stands where it has no title.
        marked: the Act.
    """
    source = spec.acts.get(alias)
    publication = source.publication if source else None
    published = f" ({publication})" if publication else ""
    cited = cited_act(marked.base, publication)
    if cited.form and cited.title and cited.date and get_profile(spec.jurisdiction).table_columns == "kz":
        words = enacting_in(short_code(marked.base.language)).cite(cited, case="nominative")
        words = words.removeprefix("the ")
        return f"{words[:1].upper()}{words[1:]}{published}"
    return f"{marked.base.title or alias}{published}"
