"""The text of a spec -> its top-level mapping, with everything that YAML itself does not read.

Where it is plain what was meant (words that must stand in quotes), the line is mended and reading goes on, so
that one run reports all such lines; a spec with an error is never applied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from redline.errors import RedlineError, SpecError
from redline.model.source import Span
from redline.spec.quotes import TypedLine, is_collection, opens_quotation, typed_line, why_quotes
from redline.spec.slips import joined_key, misplaced_key, missing_dash, missing_space
from redline.spec.yaml_source import MappingNode, Node, Source

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAYBE_FEATURE = re.compile(r"(?:^|[\s\[{,:-])[&*!]", re.MULTILINE)
_MOST = 100
"""After so many lines that cannot be read as they stand, the rest of a file is not looked at."""


def compose(
    source: Source, errors: list[RedlineError], *, what: str = "spec", begin: str = "redline: 1"
) -> MappingNode:
    """The top-level mapping of a spec file, or of another file that is written like one.

    Args:
        source: the file.
        errors: what could be mended is added here, each error at its line.
        what: what the file is called in messages.
        begin: its first line.

    Raises:
        SpecError: `spec-not-yaml`, `text-needs-quotes`, for what could not be mended.
    """
    node = _read(source, errors)
    if node is None:
        raise source.error(
            "spec-not-yaml", "the file is empty", do=f"begin with: {begin}", at=Span(source.file, 1, 1)
        )
    if not isinstance(node, MappingNode):
        raise source.error(
            "spec-not-yaml",
            f"a {what} is a list of keys and values at its top",
            do=f"begin with: {begin}",
            at=source.span(node),
        )
    return node


def _read(source: Source, errors: list[RedlineError]) -> Node | None:
    lines = list(source.lines)
    for _ in range(_MOST):
        try:
            node: Node | None = yaml.compose("\n".join(lines), Loader=_LOADER)
        except yaml.MarkedYAMLError as error:
            found, row, mended = _diagnose(source, lines, error)
            if mended is None:
                raise found from None
            errors.append(found)
            lines[row] = mended
            continue
        except yaml.YAMLError as error:
            raise _not_yaml(source, error) from None
        except RecursionError:
            raise source.error(
                "spec-not-yaml",
                "the file is nested far too deep",
                do="write the spec as lists of operations, as redline new shows",
            ) from None
        if not _refuse_features(source, lines, errors):
            return node
    raise source.error(
        "spec-not-yaml",
        f"{_MOST} lines cannot be read as they stand; those below them were not looked at",
        do="mend these first; redline new ACT.xml -o spec.yaml writes a spec to begin with",
    )


# ---- what the language leaves out
# ---------------------------------------------------------------------------------------------------------


def _refuse_features(source: Source, lines: list[str], errors: list[RedlineError]) -> bool:
    """Note anchors, aliases and tags; whether lines were mended, so that the file must be read again."""
    text = "\n".join(lines)
    if not _MAYBE_FEATURE.search(text):
        return False
    mended = False
    for event in yaml.parse(text, Loader=_LOADER):
        name = _feature(event)
        if not name:
            continue
        mark = event.start_mark
        row, column = (mark.line, mark.column) if mark is not None else (0, 0)
        found = _feature_error(source, lines, row, column, name)
        if any(known.at == found.at for known in errors):
            continue
        errors.append(found)
        line = typed_line(lines[row])
        if line is not None and line.column == column:
            lines[row] = line.mended
            mended = True
    return mended


def _feature(event: object) -> str:
    if isinstance(event, yaml.AliasEvent):
        return "* begins an alias of YAML, which"
    if getattr(event, "anchor", None):
        return "& begins an anchor of YAML, which"
    return "! begins a tag of YAML, which" if getattr(event, "tag", None) else ""


def _feature_error(source: Source, lines: list[str], row: int, column: int, name: str) -> SpecError:
    line = typed_line(lines[row])
    whole = line is not None and line.column == column and why_quotes(line.value) is not None
    length = len(line.value) if line is not None and whole else 1
    return source.error(
        "spec-yaml-feature",
        f"{name} has no place in a spec",
        do=f"put the text in quotes: {line.ready}; if it stands for something else, write that out"
        if line is not None and whole
        else "write out what it stands for, or put it in quotes if it is text",
        at=Span(source.file, row + 1, column + 1, length),
    )


# ---- what cannot be read
# ---------------------------------------------------------------------------------------------------------


def _diagnose(
    source: Source, lines: list[str], error: yaml.MarkedYAMLError
) -> tuple[SpecError, int, str | None]:
    """What is wrong, on which row, and the row as it was meant (None where that is not plain)."""
    mark = error.problem_mark or error.context_mark
    row = mark.line if mark is not None else 0
    column = mark.column if mark is not None else 0
    if error.problem == "found undefined alias":
        return _alias(source, lines, row, column)
    for candidate in _suspects(lines, row, error):
        line = typed_line(lines[candidate])
        reason = _reason(line, error) if line is not None else None
        if line is None or reason is None:
            continue
        if _goes_on(lines, candidate, line):
            return _block_error(source, candidate, line, reason), candidate, None
        mended = line.mended
        # What an open quotation mark swallowed may be wrong on the very line where the reader gave up.
        beyond = row - 1 if opens_quotation(line.value) else row
        if _reads_further(lines, candidate, mended, max(candidate, beyond)):
            return _quotes_error(source, candidate, line, reason), candidate, mended
    for look in (joined_key, missing_space, missing_dash, misplaced_key):
        for place in (row, row - 1):
            slip = look(lines, place) if 0 <= place < len(lines) else None
            if slip is not None and _reads_further(lines, place, slip.mended, row - 1):
                at = Span(source.file, place + 1, slip.column + 1, slip.length)
                return source.error("spec-not-yaml", slip.what, do=slip.do, at=at), place, slip.mended
    return _syntax_error(source, lines, row, column, error), row, None


def _alias(source: Source, lines: list[str], row: int, column: int) -> tuple[SpecError, int, str | None]:
    """The error of `*a`, by itself or in a text that needs quotes for another reason too."""
    line = typed_line(lines[row])
    reason = why_quotes(line.value) if line is not None and line.column < column else None
    if line is not None and reason is not None:
        return _quotes_error(source, row, line, reason), row, line.mended
    found = _feature_error(source, lines, row, column, "* begins an alias of YAML, which")
    return found, row, line.mended if line is not None and line.column == column else None


def _reason(line: TypedLine, error: yaml.MarkedYAMLError) -> str | None:
    if "flow mapping" in (error.context or "") and is_collection(line.value):
        return "text between { and } must stand in quotes where it holds : , [ ] { } or quotation marks"
    return why_quotes(line.value)


def _suspects(lines: list[str], row: int, error: yaml.MarkedYAMLError) -> Iterator[int]:
    """The rows whose text may have to stand in quotes, the likeliest first."""
    context = error.context or ""
    began = error.context_mark.line if error.context_mark is not None else row
    if "quoted scalar" in context or "flow" in context:
        yield began
        return
    yield from _unclosed(lines, row)
    yield min(row, len(lines) - 1)
    above = next((place for place in range(row - 1, -1, -1) if lines[place].strip()), None)
    if above is not None:
        yield above


def _unclosed(lines: list[str], row: int) -> Iterator[int]:
    """The last row above whose opening quotation mark is closed only further down, if there is one."""
    for place in range(row - 1, max(-1, row - 50), -1):
        line = typed_line(lines[place])
        if line is not None and opens_quotation(line.value):
            yield place
            return


def _goes_on(lines: list[str], row: int, line: TypedLine) -> bool:
    """Whether the value goes on below: the next line is indented deeper than the key."""
    below = next((text for text in lines[row + 1 :] if text.strip()), "")
    inner = len(line.lead) if line.key else len(line.lead.rstrip(" -"))
    return len(below) - len(below.lstrip()) > inner


def _reads_further(lines: list[str], row: int, mended: str, beyond: int) -> bool:
    """Whether the file is readable beyond another row once this one is mended."""
    try:
        yaml.compose("\n".join([*lines[:row], mended, *lines[row + 1 :]]), Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark if "quoted" not in (error.context or "") else error.context_mark
        return mark is not None and mark.line > beyond
    except yaml.YAMLError:
        return False
    return True


def _quotes_error(source: Source, row: int, line: TypedLine, reason: str) -> SpecError:
    do = f"put the text in quotes: {line.ready}"
    if line.value[0] in "'\"" and opens_quotation(line.value):
        reason = f"the quotation mark {line.value[0]} that opens here is not closed"
        closed = line.with_value(line.value + line.value[0]).lstrip()
        do = f"close it: {closed}; or, if it belongs to the text, put all of it in quotes: {line.ready}"
    elif is_collection(line.value):
        do = f"put it in quotes: {line.ready}"
    elif line.value[0] in "[{":
        reason = (
            f"text that begins with {line.value[0]} must stand in quotes (a list or mapping must be closed)"
        )
    return source.error("text-needs-quotes", reason, do=do, at=_at_value(source, row, line))


def _block_error(source: Source, row: int, line: TypedLine, reason: str) -> SpecError:
    opening = line.with_value("|").lstrip() if line.key else "| behind the key that it belongs to"
    return source.error(
        "text-needs-quotes",
        f"{reason}, and this one goes on below" if "must" in reason else f"{reason}, and it goes on below",
        do=f"write {opening} and put the whole text on the lines below it, all indented alike",
        at=_at_value(source, row, line),
    )


def _at_value(source: Source, row: int, line: TypedLine) -> Span:
    return Span(source.file, row + 1, line.column + 1, len(line.value))


_INDENTED = "indent this line as the lines that it belongs with: with spaces, as many as they have"
_PROBLEMS: tuple[tuple[str, str, str], ...] = (
    (
        "found another document",
        "a second document begins here",
        "take the line --- out: a file holds one spec",
    ),
    (
        "mapping values are not allowed",
        "the line is indented deeper than the one above it, so that it reads as more of its text",
        "indent it like the line above; text of several lines stands below its key, with | behind the key",
    ),
    (
        "could not find expected ':'",
        "this line is neither key: value nor part of the text above it",
        f"{_INDENTED}; text of several lines begins with | behind its key",
    ),
    (
        "did not find expected ',' or ']'",
        "the list in [ ] is not closed, or a text in it is not in quotes",
        "put each text in it in quotes, as in ['the first', 'the second'], and close it with ]",
    ),
    (
        "did not find expected ',' or '}'",
        "the braces { } are not closed, or a text in them is not in quotes",
        "put each text in them in quotes, as in {from: 'the words', to: 'the end'}, and close them with }",
    ),
    (
        "unknown escape character",
        "a backslash means something else between double quotation marks",
        "put the text between single ones: '…'",
    ),
    ("unexpected end of stream", "a quotation mark or bracket is not closed", "close it"),
    ("did not find expected", "this line does not belong to what stands above it", _INDENTED),
)


def _syntax_error(
    source: Source, lines: list[str], row: int, column: int, error: yaml.MarkedYAMLError
) -> SpecError:
    problem = error.problem or error.context or ""
    text = lines[row] if row < len(lines) else ""
    at = Span(source.file, row + 1, column + 1)
    if "\t" in text[: len(text) - len(text.lstrip())]:
        return source.error(
            "spec-not-yaml", "the line is indented with a tab", do="indent it with spaces", at=at
        )
    message, do = next(
        ((message, do) for words, message, do in _PROBLEMS if words in problem),
        (
            f"YAML cannot read this: {problem}",
            "put the text in quotes, or write it behind | on its own lines",
        ),
    )
    return source.error("spec-not-yaml", message, do=do, at=at)


def _not_yaml(source: Source, error: yaml.YAMLError) -> SpecError:
    """A character that no YAML file may hold."""
    place = getattr(error, "position", None)
    if not isinstance(place, int):
        return source.error("spec-not-yaml", f"this is not YAML: {error}", do="save it as UTF-8 text")
    before = source.text[:place]
    row, column = before.count("\n") + 1, place - (before.rfind("\n") + 1) + 1
    letter = getattr(error, "character", 0)
    code = f"U+{letter:04X}" if isinstance(letter, int) else str(letter)
    return source.error(
        "spec-not-yaml",
        f"a control character ({code}) stands here",
        do="delete it: it cannot stand in a spec, nor in the text of a law",
        at=Span(source.file, row, column),
    )
