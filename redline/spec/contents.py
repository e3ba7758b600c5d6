"""CONTENT of a spec: new text, in one of the forms of the language page, §4."""

from __future__ import annotations

from typing import Literal

from redline.model.spec import Content, Text
from redline.spec.reading import Reading, inside_folder, nearest_name
from redline.spec.texts import holds_control, read_text, refuse_languages
from redline.spec.yaml_source import MappingNode, Node, ScalarNode, lines_of_file


def read_content(reading: Reading, node: Node, what: str) -> Content | None:
    """New text in one of the forms of the language page, §4."""
    if isinstance(node, ScalarNode):
        text = read_text(reading, node, what)
        return None if text is None else _content(reading, "text", text, node)
    if not isinstance(node, MappingNode):
        read_text(reading, node, what)
        return None
    entries = reading.entries(node, what)
    if set(entries) == {"akn"}:
        text = read_text(reading, entries["akn"][1], f"{what}: akn")
        return None if text is None else _content(reading, "akn", text, entries["akn"][1])
    if set(entries) == {"file"}:
        return _content_file(reading, entries["file"][1], what)
    meant = next((near for name in entries if (near := nearest_name(name, ("akn", "file")))), None)
    if len(entries) == 1 and meant is not None:
        name, (key, _) = next(iter(entries.items()))
        reading.fail("key-unknown", f"{what} has no key {name}", do=f"did you mean {meant}?", node=key)
        return None
    if refuse_languages(reading, node, what):
        return None
    reading.fail(
        "value-wrong",
        f"{what} is plain text, {{akn: …}} or {{file: …}}",
        do="write the new text behind | on lines of its own",
        node=node,
    )
    return None


def _content(reading: Reading, form: Literal["text", "akn"], text: Text, node: Node) -> Content:
    lines = reading.source.lines_of(node, text.value) if isinstance(node, ScalarNode) else ()
    return Content(form, text.value, text.at, lines=lines)


def _content_file(reading: Reading, node: Node, what: str) -> Content | None:
    text = read_text(reading, node, f"{what}: file")
    path = inside_folder(reading, text) if text is not None else None
    if text is None or path is None:
        return None
    try:
        content = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        slug = "file-not-found" if isinstance(error, FileNotFoundError) else "file-unreadable"
        reading.fail(
            slug,
            f"the file {text.value} cannot be read as UTF-8 text",
            do="check the path and the encoding",
            node=node,
        )
        return None
    if holds_control(reading, node, content, f"the file {text.value}"):
        return None
    form: Literal["text", "akn"] = (
        "akn" if path.suffix == ".xml" or content.lstrip().startswith("<") else "text"
    )
    name = reading.name_of(text)
    reading.sources[name] = tuple(content.split("\n"))
    content = content.rstrip("\n")
    return Content(form, content, text.at, file=text.value, lines=lines_of_file(name, content))
