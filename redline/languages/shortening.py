"""Long texts cut for a list, a title or a message: one rule for every place that shows them."""

from __future__ import annotations

MORE = " …"


def shortened(text: str, limit: int = 60) -> str:
    """The text on one line, at most `limit` characters long; a longer one is cut at a word and ends in ` …`.

    A single word longer than the limit is cut inside, since there is no other place.
    """
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    room = limit - len(MORE)
    kept = line[: room + 1].rpartition(" ")[0] or line[:room]
    return kept.rstrip(" ,;:–—-") + MORE


def shortened_title(title: str, limit: int) -> str:
    """A title on one line, cut as by `shortened`; a quotation that the cut would leave open is closed."""
    line = shortened(title, limit)
    if not line.endswith(MORE):
        return line
    line = shortened(title, limit - len(_CLOSING))
    return line + "".join(
        closing for opening, closing in _CLOSING.items() if line.count(opening) > line.count(closing)
    )


_CLOSING = {"«": "»", "“": "”"}


def last_words(text: str, limit: int) -> str:
    """The end of a text from the beginning of a word on, without what was left out before it."""
    return text if len(text) <= limit else text[-limit:].partition(" ")[2] or text[-limit:]
