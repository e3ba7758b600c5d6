"""Entries of `effects`: what does not change the text."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from redline.model.spec import Effect
from redline.spec import key_texts
from redline.spec.by_language import entries_in, languages_in
from redline.spec.reading import Entries, Reading, did_you_mean, read_date
from redline.spec.texts import read_text
from redline.spec.yaml_source import Node

EFFECTS = tuple(key_texts.EFFECTS)
EFFECT_KEYS = tuple(key_texts.EFFECT)


def read_effect(
    reading: Reading, node: Node, versions: Mapping[str, str | None], order: int
) -> Effect | None:
    """An effect, the `order`th of the spec; None where it is wrong (with the error noted).

    Args:
        versions: the Acts and language versions that it concerns, each with its language where that is known.
    """
    entries = reading.entries(node, "an effect")
    kinds = [name for name in entries if name in EFFECTS]
    if len(kinds) != 1:
        _refuse_effect(reading, node, entries, kinds)
        return None
    kind = kinds[0]
    reading.check_keys(((n, k) for n, (k, _) in entries.items()), (kind, *EFFECT_KEYS), f"the effect {kind}")
    by_language = languages_in(value for _, value in entries.values())
    read: dict[str | None, Effect] = {}
    for language in (versions.values() if by_language else ()) or (None,):
        inner = entries_in(reading, entries, language) if by_language else entries
        effect = _effect(reading, inner, kind, tuple(versions), order)
        if effect is None:
            return None
        read[language] = effect
    first = next(iter(read.values()))
    if len(read) == 1:
        return first
    return replace(first, versions={language: one for language, one in read.items() if language})


def _effect(
    reading: Reading, entries: Entries, kind: str, acts: tuple[str, ...], order: int
) -> Effect | None:
    """An effect as it reads for one language."""
    target = read_text(reading, entries[kind][1], kind)
    if target is None:
        return None
    texts = {
        n: read_text(reading, entries[n][1], n) for n in ("territory", "text", "because") if n in entries
    }
    dates = {n: read_date(reading, entries[n][1], n) for n in ("from", "until") if n in entries}
    start, until = dates.get("from"), dates.get("until")
    if start is not None and until is not None and until <= start:
        reading.fail(
            "value-wrong",
            f"the effect would end on {until}, before it has begun on {start}",
            do="give an until that is later than from",
            node=entries["until"][1],
        )
    territory = texts.get("territory")
    return Effect(
        kind=kind,
        target=target,
        at=reading.span(entries[kind][0]),
        order=order,
        acts=acts,
        start=start,
        until=until,
        territory=territory.value if territory else None,
        text=texts.get("text"),
        because=texts.get("because"),
    )


def _refuse_effect(reading: Reading, node: Node, entries: Entries, kinds: list[str]) -> None:
    if kinds:
        reading.fail(
            "verb-twice",
            f"{kinds[0]} and {kinds[1]} are two effects",
            do=f"begin the second with - {kinds[1]}: on a line of its own",
            node=entries[kinds[1]][0],
        )
        return
    first = next((name for name in entries if name not in EFFECT_KEYS), "")
    reading.fail(
        "verb-unknown",
        f"there is no effect {first}" if first else "the effect does not say what it does",
        do=did_you_mean(first, EFFECTS),
        node=entries[first][0] if first else node,
    )
