"""What a renderer is, and what the package looks like that package renderers read."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, ItemsView, Iterator
from importlib import import_module
from typing import Any, Literal, Protocol

from msgspec import Struct

from redline.akn.document import Act
from redline.akn.marked import MarkedAct
from redline.model.spec import Spec

Shows = Literal["act", "marked", "package"]

Tell = Callable[[str, str], None]
"""Called by a renderer with what the drafter should know: the file it is about, and a sentence on it."""


def tell_nobody(where: str, remark: str) -> None:
    """Where nobody asks what there is to be known of an output."""


CALLED: dict[Shows, str] = {"act": "an Act", "marked": "a marked Act", "package": "an amended package"}


class Package(Protocol):
    """An amended package: a marked Act for each Act and language version, and the spec they come from."""

    spec: Spec
    as_of: datetime.date | None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its Acts, as tags, in the order of the spec."""
        ...

    def language_of(self, key: str) -> str:
        """The language of an Act or language version, as a tag."""
        ...

    def in_language(self, language: str, *, without: Collection[str] = ()) -> Package:
        """The part of the package that is in one language, some Acts left out."""
        ...

    def __iter__(self) -> Iterator[str]: ...

    def __len__(self) -> int: ...

    def __getitem__(self, alias: str) -> MarkedAct: ...

    def items(self) -> ItemsView[str, MarkedAct]:
        """Alias and marked Act, in the spec's order."""
        ...


class OutputFile(Struct, frozen=True):
    """A file that was made from the package, for the pages that link to it.

    Attributes:
        name: the file's name, relative to the page that links to it.
        kind: what it shows, out of `redline.render.outputs.KIND_TITLES`.
        format: its type, out of `redline.render.outputs.FORMAT_TITLES`.
        act: the alias of the Act it shows (of a language version its key, `citizens.kk`); an empty string
            where it shows the whole package.
        title: that Act's title.
        language: of the Act, as the Act has it; of a paper on all Acts in one language, that language.
        date: the day whose text it shows, in a timeline.
    """

    name: str
    kind: str
    format: str
    act: str = ""
    title: str = ""
    language: str | None = None
    date: datetime.date | None = None


class Renderer(Struct, frozen=True):
    """One kind of output.

    Attributes:
        name: how it is asked for.
        shows: what it takes.
        suffix: of the files it makes.
        summary: what it makes, in a few words.
        where: the module and the function in it that makes it (`redline.render.akn:render_akn`); empty where
            `page` is given.
        page: of a PDF, the renderer whose page it prints.
        linked: whether it links to other files.
        options: what can be asked of it: names of keyword arguments of `render`, each with a default.
    """

    name: str
    shows: Shows
    suffix: str
    summary: str
    where: str = ""
    page: str = ""
    linked: bool = False
    options: tuple[str, ...] = ()

    @property
    def render(self) -> Callable[..., bytes]:
        """Makes the output; where `linked` it also takes `files`, what else was made. Loaded when it is asked
        for.
        """
        module, _, function = self.where.partition(":")
        made: Callable[..., bytes] = getattr(import_module(module), function)
        return made


def shown_by(what: Any) -> Shows | None:
    """Which of the three things this is, or None."""
    if isinstance(what, Act):
        return "act"
    if isinstance(what, MarkedAct):
        return "marked"
    return "package" if hasattr(what, "spec") and hasattr(what, "items") else None
