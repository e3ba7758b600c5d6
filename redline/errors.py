"""Every exception of the package: one root, one form, one slug per kind of error.

A message is written for a legal drafter: where it is (file, line, column), what is wrong,
the line itself with a mark under it, what is being spoken of, and what to do next.
Each slug in `SLUGS` has a section of the same name in `docs/errors.md`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from redline.model.source import Span
from redline.model.spec import Rest

SLUGS: dict[str, str] = {
    # files
    "file-not-found": "The file is not there",
    "file-unreadable": "The file cannot be read",
    "file-outside-package": "The file lies outside the package's folder",
    "output-unwritable": "The output cannot be written",
    "template-unreadable": "The Word template cannot be used",
    "amending-act-unreadable": "The amending Act cannot be read back",
    "amending-act-inexact": "The amending Act would not be exact",
    "redline-inexact": "The Word redline would not be exact",
    "pdf-unavailable": "PDFs cannot be made here",
    "pictures-unavailable": "Pictures cannot be made here",
    "pdf-too-long": "The text is too long for a PDF",
    "document-faulty": "The Word document would not open as it should",
    # Acts
    "xml-not-well-formed": "The XML is broken",
    "xml-unsafe": "The XML is not safe to read",
    "not-akoma-ntoso": "The file is not Akoma Ntoso",
    # the spec
    "spec-not-yaml": "The spec is not valid YAML",
    "spec-not-text": "The spec is not UTF-8 text",
    "spec-not-found": "There is no spec in the folder, or more than one",
    "spec-yaml-feature": "A YAML feature the spec language leaves out",
    "spec-version": "The version of the spec language is missing or unknown",
    "key-unknown": "A key is not known",
    "key-duplicate": "A key is given twice",
    "key-missing": "A key is missing",
    "value-wrong": "A value is not what the key takes",
    "text-needs-quotes": "Text must be put in quotes",
    "verb-unknown": "No operation of that name",
    "verb-twice": "Two operations in one entry",
    "operation-id-duplicate": "Two operations have the same id",
    "include-circular": "Specs include each other in a circle",
    "include-wrong": "An included spec says more than it may",
    "act-unknown": "No Act of that alias",
    "jurisdiction-unknown": "No drafting profile of that name",
    "language-version": "The language is not that of the Act",
    "language-missing": "A language version has no text of its own",
    "language-structure": "The language versions would not have the same provisions any more",
    "inflect-impossible": "The grammatical forms of these words are not known",
    "inflect-doubtful": "Grammar alone does not tell the form",
    # the dossier
    "dossier-version": "The version of the dossier is missing or unknown",
    "dossier-not-found": "There is no dossier in the folder, or more than one",
    "document-twice": "A document is listed twice",
    "document-unknown": "No document of that name",
    "finding-unknown": "No finding of that id",
    "operation-unknown": "No operation of that id",
    "check-unknown": "No check of that name",
    "findings-unreadable": "A file of findings that cannot be read",
    "spec-missing": "The dossier names no spec",
    "amended-twice": "Two specs of the dossier amend one Act",
    "form-unreadable": "A returned form cannot be read",
    "form-unknown": "A returned file is no comment form",
    "form-incomplete": "A comment form is not filled in",
    "form-several-provisions": "A row of a comment form speaks of several provisions",
    "form-beside": "Words of a comment form stand in no column of it",
    "form-columns-swapped": "Columns of a comment form were swapped",
    "comments-unwritable": "Comments cannot be added to their file",
    # addresses
    "address-unreadable": "The address cannot be read",
    "address-not-found": "The address names nothing in the Act",
    "address-ambiguous": "The address names more than one provision",
    "address-part": "The address names a part that the operation cannot take",
    # content
    "content-ambiguous": "The new text can be read in two ways",
    "content-unreadable": "The new text cannot be read",
    "content-number": "The number of the new text is not the number of the provision",
    # operations
    "words-not-found": "The words are not there",
    "words-several": "The words occur more than once",
    "words-count": "The words occur more or fewer times than declared",
    "words-address": "The words read as an address",
    "provision-repealed": "The provision is repealed",
    "number-in-use": "The number is already in use",
    "number-wrong": "The number cannot be given",
    "operations-conflict": "Two operations change the same text",
    "expectation-failed": "The current text is not what the spec expects",
    "nothing-to-do": "The operation would change nothing",
    "operation-impossible": "The operation cannot be carried out there",
    "commencement-unknown": "The date of commencement cannot be computed",
    "condition-unknown": "No operation has that condition",
    # importing
    "import-format": "The file is of a kind that cannot be imported",
    "import-unreadable": "The file holds no text that can be read",
    "import-encoding": "The encoding of the file is not known",
    "import-no-law": "The file does not read as a law",
    "import-language": "Acts in that language cannot be imported yet",
    "import-lost-words": "The Act would not have the words of the file",
    "import-invalid": "The Act would not be valid",
    # output
    "renderer-unknown": "No renderer of that name",
    "option-unknown": "No output has that option",
    "columns-unknown": "No column of a comparison table of that name",
    "amendments-failed": "Operations of the spec failed",
    "command-wrong": "The command cannot be carried out as given",
}


class RedlineError(Exception):
    """The root of every error that the package raises on purpose.

    Args:
        slug: the kind of error, a key of `SLUGS`; `docs/errors.md` has a section on it.
        message: what is wrong, in one sentence without a final full stop.
        do: the next step, as an instruction to the drafter.
        at: where in a file, when known.
        about: what is spoken of, as `(label, text)` pairs such as `("act", "migration.xml")`; a place
            instead of a text is shown with its line.
        excerpt: the source line that `at` points at.
    """

    def __init__(
        self,
        slug: str,
        message: str,
        *,
        do: str,
        at: Span | None = None,
        about: Sequence[tuple[str, str | Span]] = (),
        excerpt: str | None = None,
    ) -> None:
        if slug not in SLUGS:
            raise KeyError(f"error slug {slug!r} is not in redline.errors.SLUGS")
        super().__init__(message)
        self.slug = slug
        self.message = message
        self.do = do
        self.at = at
        self.about = tuple(about)
        self.excerpt = excerpt

    def __str__(self) -> str:
        """The whole message: position, slug, message, excerpt, context and next step."""
        where = f"{self.at}: " if self.at else ""
        lines = [f"{where}error[{self.slug}]: {self.message}"]
        if self.at and self.excerpt is not None:
            lines += _excerpt_lines(self.at, self.excerpt)
        lines += [f"   {label}: {text}" for label, text in self.about]
        lines.append(f"   do: {self.do}")
        lines.append(f"   see: docs/errors.md#{self.slug}")
        return "\n".join(lines)

    @property
    def each(self) -> tuple[RedlineError, ...]:
        """The errors that it stands for: itself alone, or those that it has in it."""
        return (self,)

    def with_excerpt(self, sources: Mapping[str, tuple[str, ...]]) -> RedlineError:
        """Take the source lines of all places from `sources` (file name to its lines); returns itself."""
        if self.at and self.excerpt is None:
            self.excerpt = _line_at(self.at, sources)
        self.about = tuple(
            (label, _with_line(what, sources) if isinstance(what, Span) else what)
            for label, what in self.about
        )
        return self


class ActError(RedlineError):
    """A file is not an Act that can be loaded."""


class SpecError(RedlineError):
    """The spec is not written in the spec language."""


class AmendmentError(RedlineError):
    """One operation of a spec cannot be carried out."""


class DossierError(RedlineError):
    """A dossier is not written as it should be, or names what is not there."""


class RenderError(RedlineError):
    """An output cannot be made or written."""


class ImportFailure(RedlineError):  # noqa: N818 - ImportError is Python's own
    """A file cannot be imported as an Act."""


class _SeveralError(RedlineError):
    """Several errors in one exception, which speaks for the first of them; `errors` has each."""

    def __init__(self, errors: Iterable[RedlineError]) -> None:
        self.errors = tuple(errors)
        first = self.errors[0]
        super().__init__(
            first.slug, first.message, do=first.do, at=first.at, about=first.about, excerpt=first.excerpt
        )

    @property
    def each(self) -> tuple[RedlineError, ...]:
        """The errors in it."""
        return self.errors

    def __str__(self) -> str:
        return "\n\n".join(str(error) for error in self.errors)


class ActErrors(_SeveralError, ActError):  # noqa: N818 - the plural is the point
    """Every Act of a spec that cannot be loaded."""


class SpecErrors(_SeveralError, SpecError):  # noqa: N818 - the plural is the point
    """Everything that is wrong with a spec.

    Attributes:
        rest: the spec without the operations that are wrong; None where more than operations is.
    """

    def __init__(self, errors: Iterable[RedlineError], rest: Rest | None = None) -> None:
        super().__init__(errors)
        self.rest = rest


class DossierErrors(_SeveralError, DossierError):  # noqa: N818 - the plural is the point
    """Everything that is wrong with a dossier."""


class AmendmentErrors(RedlineError):  # noqa: N818 - the plural is the point, and the API names it
    """Every failure of an application, in one exception; nothing was applied."""

    def __init__(self, errors: Iterable[RedlineError]) -> None:
        self.errors = tuple(errors)
        count = len(self.errors)
        super().__init__(
            "amendments-failed",
            "one operation failed" if count == 1 else f"{count} operations failed",
            do="mend each of them; nothing was applied and no output was written",
        )

    @property
    def each(self) -> tuple[RedlineError, ...]:
        """The errors in it."""
        return self.errors

    def __str__(self) -> str:
        return "\n\n".join(str(error) for error in self.errors)


def in_file_order(errors: Iterable[RedlineError], files: Iterable[str]) -> list[RedlineError]:
    """Errors as a reader meets their places: by file in the order given, then line and column; those without
    a place last.
    """
    order = {name: place for place, name in enumerate(files)}

    def place(error: RedlineError) -> tuple[int, str, int, int]:
        if error.at is None:
            return len(order) + 1, "", 0, 0
        return order.get(error.at.file, len(order)), error.at.file, error.at.line, error.at.column

    return sorted(errors, key=place)


def _line_at(at: Span, sources: Mapping[str, tuple[str, ...]]) -> str | None:
    lines = sources.get(at.file, ())
    return lines[at.line - 1] if 1 <= at.line <= len(lines) else None


def _with_line(at: Span, sources: Mapping[str, tuple[str, ...]]) -> str:
    """A place with the line that stands there: `spec.yaml:12:9: - repeal: art 5`."""
    line = (_line_at(at, sources) or "").strip()
    line = line if len(line) <= 80 else line[:79].rstrip() + "…"
    return f"{at}: {line}" if line else str(at)


_SHOWN = 150
"""Of a longer source line, so many characters are shown."""


def _excerpt_lines(at: Span, excerpt: str) -> list[str]:
    """The source line with a row of ^ under the words meant; a long line is cut around them."""
    number = str(at.line)
    gutter = " " * len(number)
    line = excerpt.rstrip("\r\n").replace("\t", " ")
    start = min(at.column - 1, len(line))
    first = max(0, start - 40) if len(line) > _SHOWN else 0
    shown = line[first : first + _SHOWN]
    before, meant = shown[: start - first], shown[start - first : start - first + at.length]
    cut, rest = "…" if first else "", "…" if first + _SHOWN < len(line) else ""
    marks = " " * _columns(cut + before) + "^" * max(1, _columns(meant))
    return [f"{gutter} |", f"{number} | {cut}{shown}{rest}".rstrip(), f"{gutter} | {marks}"]


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes: accents of their own none, East Asian signs two."""
    return sum(
        0
        if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(letter) in ("W", "F")
        else 1
        for letter in text
    )
