"""The pictures of the report: readable in print, in black and white too, the same bytes for the same report.

matplotlib comes with the extra `report`.
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from redline.errors import RenderError

_MM = 25.4
_DPI = 200
_WIDTH = 165  # millimetres: of the text on a page
_DARK = 0.62
"""Of the darkest shade: so that a figure on it can be read."""


def need_pictures() -> None:
    """See that pictures can be made.

    Raises:
        RenderError: `pictures-unavailable`.
    """
    if missing := why_missing():
        raise RenderError(
            "pictures-unavailable",
            f"the pictures of the report cannot be made: {missing} is not installed",
            do="pip install 'redline[report]'",
        )


@cache
def why_missing() -> str:
    """The library that is missing; an empty string where it is there."""
    try:
        import matplotlib  # noqa: F401 (loaded only where pictures are made: it takes half a second)
    except ImportError:
        return "matplotlib"
    return ""


Picture = tuple[bytes, int, int]
"""A PNG, and its width and height in millimetres."""


def heat_map(rows: Sequence[str], columns: Sequence[str], counts: Mapping[tuple[int, int], int]) -> Picture:
    """How many there are of each row in each column: darker is more, and the figure stands in the field.

    Args:
        rows, columns: their names, in order.
        counts: (row, column), counted from 0 -> how many.
    """
    names = ["\n".join(textwrap.wrap(name, 38)) for name in rows]
    height = 32 + sum(7 + 4 * name.count("\n") for name in names)
    figure, axes = _figure(height)
    most = max(counts.values(), default=1)
    shades = [[_DARK * counts.get((r, c), 0) / most for c in range(len(columns))] for r in range(len(rows))]
    axes.imshow(shades, cmap="Greys", vmin=0, vmax=1, aspect="auto")
    axes.set_xticks(range(len(columns)), columns, fontsize=8)
    axes.set_yticks(range(len(rows)), names, fontsize=8)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    axes.set_xticks([c - 0.5 for c in range(1, len(columns))], minor=True)
    axes.set_yticks([r - 0.5 for r in range(1, len(rows))], minor=True)
    axes.grid(which="minor", color="#9a9a9a", linewidth=0.6)
    axes.tick_params(which="minor", length=0)
    for (row, column), count in sorted(counts.items()):
        axes.text(column, row, str(count), ha="center", va="center", fontsize=9)
    return _png(figure, height)


def reference_graph(
    names: Sequence[str],
    levels: Sequence[int],
    references: Mapping[tuple[int, int], int],
    *,
    wide: bool = False,
) -> Picture:
    """The documents as boxes, the higher above the lower, with an arrow to each that they cite.

    Args:
        names: of the documents.
        levels: the rank of each in the hierarchy, 0 the highest.
        references: (citing, cited) -> how many times.
        wide: for a screen: broader than high.
    """
    ranks = _rows_of(levels)
    width, height = (240, 116) if wide else (_WIDTH, min(225, 40 * len(ranks)))
    figure, axes = _figure(height, width)
    shifted = _places_of(ranks)
    wrap = max(14, (110 if wide else 76) // max(map(len, ranks)))
    boxes: dict[int, Any] = {}
    for node, (x, y) in shifted.items():
        lines = textwrap.wrap(names[node], wrap)
        words = "\n".join([*lines[:3], *(["…"] if len(lines) > 3 else [])])
        frame = {"boxstyle": "round,pad=0.35", "facecolor": "white", "edgecolor": "black", "linewidth": 0.8}
        boxes[node] = axes.text(
            x,
            y,
            words,
            ha="center",
            va="center",
            fontsize=6.5,
            zorder=3,
            bbox=frame,
        )
    most = max(references.values(), default=1)
    for (one, other), count in sorted(references.items()):
        _arrow(axes, (shifted[one], boxes[one]), (shifted[other], boxes[other]), count / most, str(count))
    axes.set_xlim(-1.3, 1.3)
    axes.set_ylim(-len(ranks) + 0.5, 0.5)
    axes.axis("off")
    return _png(figure, height, width)


_IN_A_ROW = 5


def _rows_of(levels: Sequence[int]) -> list[list[int]]:
    """The documents of each level in rows of a few, the highest level first."""
    rows: list[list[int]] = []
    for level in sorted(set(levels)):
        own = [place for place, each in enumerate(levels) if each == level]
        rows += [own[at : at + _IN_A_ROW] for at in range(0, len(own), _IN_A_ROW)]
    return rows


def _places_of(rows: Sequence[Sequence[int]]) -> dict[int, tuple[float, float]]:
    """Where each box stands: rows are moved a little to either side, so that no box hides the arrows between
    those above and below it.
    """
    places: dict[int, tuple[float, float]] = {}
    for at, row in enumerate(rows):
        room = 2.1 / len(row)
        aside = 0.28 * room * (1 if at % 2 else -1)
        for place, node in enumerate(row):
            places[node] = (-1.05 + room * (place + 0.5) + aside, -float(at))
    return places


def _arrow(axes: Any, start: Any, end: Any, share: float, count: str) -> None:
    """An arrow from the edge of one box to the edge of another, with its figure on it."""
    (one, box), (other, other_box) = start, end
    style = {
        "arrowstyle": "-|>", "color": "#404040", "linewidth": 0.5 + 1.5 * share, "mutation_scale": 9,
        "patchA": box.get_bbox_patch(), "patchB": other_box.get_bbox_patch(), "shrinkA": 0, "shrinkB": 1.5,
        "connectionstyle": "arc3,rad=0.13",
    }  # fmt: skip
    axes.annotate("", xy=other, xytext=one, arrowprops=style, zorder=1)
    # On the bow of the arrow, nearer to where it begins: there the fewest cross.
    x, y = one[0] + 0.42 * (other[0] - one[0]), one[1] + 0.42 * (other[1] - one[1])
    x, y = x + 0.05 * (other[1] - one[1]), y - 0.05 * (other[0] - one[0])
    frame = {"boxstyle": "round,pad=0.12", "facecolor": "white", "edgecolor": "none"}
    axes.text(x, y, count, fontsize=6, ha="center", va="center", bbox=frame, zorder=2)


def _figure(height: int, width: int = _WIDTH) -> tuple[Any, Any]:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width / _MM, height / _MM), dpi=_DPI, layout="constrained")
    FigureCanvasAgg(figure)
    return figure, figure.add_subplot()


def _png(figure: Any, height: int, width: int = _WIDTH) -> Picture:
    from matplotlib import rc_context

    held = io.BytesIO()
    with rc_context({"font.family": "DejaVu Sans"}):
        figure.savefig(held, format="png", metadata={"Software": None})
    return held.getvalue(), width, height
