"""What a comparison table belongs to: the draft of the Act that amends, by its form and title."""

from __future__ import annotations

from msgspec.structs import replace

from redline.amending.act import cited_act
from redline.jurisdictions.enactments import enactment_of, rank_of
from redline.languages.enacting import CitedAct
from redline.languages.worded import enacting_in
from redline.render.renderer import Package
from redline.render.table.words import TableWords, table_words


def words_for(package: Package) -> TableWords:
    """The words of a package's table in its language, with the form of the Act that amends (`к проекту Закона
    Республики … «…»`).
    """
    languages = (marked.base.language for _, marked in package.items())
    words = table_words(package.spec.language or next(languages, None))
    layout = enactment_of(package.spec.jurisdiction)
    cited = [_cited(package, alias) for alias, marked in package.items() if marked.applied()]
    first = min(cited, key=lambda act: rank_of(layout, act.form), default=None)
    draft = enacting_in(words.language, layout.law, first).of_draft()
    return replace(words, draft=draft or words.draft)


def _cited(package: Package, alias: str) -> CitedAct:
    source = package.spec.acts.get(alias)
    return cited_act(package[alias].base, source.publication if source is not None else None)
