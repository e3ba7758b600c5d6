"""redline: amend laws from one spec.

act = redline.load_act("acts/migration.xml")
spec = redline.load_spec("migration-2026.yaml")
amended = redline.amend(spec)
marked = amended["migration"]
marked.before(), marked.after(), marked.changes()
redline.render(marked.after(), "html", "out/migration.html")
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator, Mapping

from redline.akn.document import Act, load_act
from redline.akn.marked import MarkedAct
from redline.engine.engine import amend_acts
from redline.errors import (
    ActError,
    ActErrors,
    AmendmentError,
    AmendmentErrors,
    RedlineError,
    RenderError,
    SpecError,
    SpecErrors,
)
from redline.languages import language_tag
from redline.model.spec import Spec

# `redline.render` is this function, as the language page has it. The folder of the same name is loaded here,
# before anything else can be, so no later import puts the folder in the function's place; its modules are
# reached with `from redline.render.html import …`.
from redline.render import render
from redline.spec import load_spec

__version__ = "0.1.0"


class Amended(Mapping[str, MarkedAct]):
    """The amended package: a marked Act for each Act and language version of the spec, in the spec's order.

    An Act is named by its alias (`amended["labour"]`), a language version by alias and language
    (`amended["citizens", "kk"]`, which is the key `citizens.kk`).

    Attributes:
        spec: the spec it was made from.
        as_of: the day asked for, or None.
    """

    def __init__(self, spec: Spec, acts: Mapping[str, MarkedAct], as_of: datetime.date | None = None) -> None:
        self.spec = spec
        self.as_of = as_of
        self._acts = dict(acts)

    def __getitem__(self, alias: str | tuple[str, str]) -> MarkedAct:
        """The marked Act of an alias, or of an alias and a language.

        Raises:
            KeyError: there is none; `AmendmentError` where the Act has several language versions, which it
                lists.
        """
        if isinstance(alias, tuple):
            return self._version(*alias)
        if alias not in self._acts and (versions := self.spec.versions_of(alias)):
            languages = [source.language or "" for source in versions.values()]
            raise AmendmentError(
                "language-version",
                f"{alias} has several language versions: {', '.join(languages)}",
                do=f'name the one that you want, as in amended["{alias}", "{languages[0]}"]',
            )
        return self._acts[alias]

    def __contains__(self, alias: object) -> bool:
        if isinstance(alias, tuple):
            return any(self._is(key, *alias) for key in self._acts)
        return alias in self._acts

    def _version(self, alias: str, language: str) -> MarkedAct:
        found = next((key for key in self._acts if self._is(key, alias, language)), None)
        if found is None:
            raise KeyError((alias, language))
        return self._acts[found]

    def _is(self, key: str, alias: str, language: str) -> bool:
        return self.spec.acts[key].alias == alias and self.language_of(key) == language_tag(language)

    def in_language(self, language: str, *, without: Collection[str] = ()) -> Amended:
        """The part of the package that is in one language, and the spec as it reads in it.

        Args:
            language: as a tag, or what stands for one.
            without: aliases of Acts that are left out.
        """
        wanted = language_tag(language)
        acts = {
            key: act
            for key, act in self._acts.items()
            if self.language_of(key) == wanted and self.spec.acts[key].alias not in without
        }
        return Amended(self.spec.in_language(wanted, acts.keys()), acts, self.as_of)

    def language_of(self, key: str) -> str:
        """The language of an Act or version, as a tag."""
        return language_tag(
            self.spec.acts[key].language or self._acts[key].base.language or self.spec.language
        )

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the package, in the order of the spec: tags, `und` where an Act does not say."""
        return tuple(dict.fromkeys(self.language_of(key) for key in self._acts))

    def __iter__(self) -> Iterator[str]:
        return iter(self._acts)

    def __len__(self) -> int:
        return len(self._acts)


def amend(
    spec: Spec,
    *,
    as_of: datetime.date | None = None,
    published: datetime.date | None = None,
    assume: Collection[str] = (),
    progress: Callable[[int, int], None] | None = None,
) -> Amended:
    """Apply a spec to its Acts.

    Args:
        spec: as `load_spec` gives it.
        as_of: consolidate what is in force on that day; without it everything with a known date, or none,
        applies.
        published: the day the amending Act was published, for commencements counted from it.
        assume: names of conditions (`when:`) that are taken to be met.
        progress: called after each operation with the number done and the total.

    Returns:
        the marked Act of each alias, and of each language version.

    Raises:
        ActError: an Act cannot be loaded (`ActErrors`, with `errors`: several cannot).
        AmendmentErrors: every operation that failed; nothing was applied.
    """
    acts = load_acts(spec)
    marked = amend_acts(spec, acts, as_of=as_of, published=published, assume=assume, progress=progress)
    return Amended(spec, marked, as_of)


def load_acts(spec: Spec) -> dict[str, Act]:
    """The Acts of a spec, by alias.

    Raises:
        ActError: the Act that cannot be loaded; `ActErrors` where there are several.
    """
    acts: dict[str, Act] = {}
    errors: list[ActError] = []
    for alias in spec.acts:
        try:
            acts[alias] = _act_of(spec, alias)
        except ActError as error:
            errors.append(error)
    if errors:
        raise ActErrors(errors) if len(errors) > 1 else errors[0]
    return acts


def _act_of(spec: Spec, alias: str) -> Act:
    provided = spec.provided.get(alias)
    if isinstance(provided, Act):
        return provided
    source = spec.acts[alias]
    try:
        return load_act(source.path or source.source, name=source.name or source.source)
    except ActError as error:
        if error.at is None:
            error.at = source.at
        raise error.with_excerpt(dict(spec.sources)) from None


__all__ = [
    "Act",
    "ActError",
    "ActErrors",
    "Amended",
    "AmendmentError",
    "AmendmentErrors",
    "MarkedAct",
    "RedlineError",
    "RenderError",
    "Spec",
    "SpecError",
    "SpecErrors",
    "amend",
    "load_act",
    "load_spec",
    "render",
]
