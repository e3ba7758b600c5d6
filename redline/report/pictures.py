"""The pictures of the report: readable in print, in black and white too, the same bytes for the same report.

matplotlib comes with the extra `report`.
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import Any

from redline.errors import RenderError
from redline.report.placing import BOW, places_of, rows_of

_MM = 25.4
_DPI = 200
_WIDTH = 165  # millimetres: of the text on a page
_SCREEN = (240, 114)
"""Millimetres: what fills a slide below its title."""
_NAMES_WIDTH, _LETTER = 105, 1.5
"""What the columns have of the width, and how wide a letter above them is, in millimetres."""
_DARK, _HIGH_SHADE, _MEDIUM_SHADE = 0.62, 0.5, 0.2
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


def heat_map(
    rows: Sequence[str],
    columns: Sequence[Sequence[str]],
    counts: Mapping[tuple[int, int], int],
    *,
    wide: bool = False,
) -> Picture:
    """How many there are of each row in each column: darker is more, and the figure stands in the field.

    Args:
        rows: their names, in order.
        columns: the names of each group of columns, in order; what is much in a group is told in it alone.
        counts: (row, column), both counted from 0 through all groups -> how many.
        wide: for a screen: broader than high.
    """
    names = ["\n".join(textwrap.wrap(name, 70 if wide else 46)) for name in rows]
    height = 20 + sum(round(5.5 + 3.2 * name.count("\n")) for name in names)
    width, height = (_SCREEN[0], min(height, _SCREEN[1])) if wide else (_WIDTH, height)
    edges = [0, *accumulate(map(len, columns))]
    figure, axes = _figure(height, width)
    shades = [[0.0] * edges[-1] for _ in rows]
    for first, last in pairwise(edges):
        most = max((count for (_, c), count in counts.items() if first <= c < last), default=1)
        for (row, column), count in counts.items():
            if first <= column < last:
                shades[row][column] = _DARK * count / most
    _field(axes, shades, names, [name for group in columns for name in group])
    for edge in edges[1:-1]:
        axes.axvline(edge - 0.5, color="black", linewidth=1.4)
    for (row, column), count in sorted(counts.items()):
        axes.text(column, row, str(count), ha="center", va="center", fontsize=8 if edges[-1] < 30 else 5)
    return _png(figure, height, width)


def risk_matrix(
    rows: Sequence[str], columns: Sequence[str], counts: Mapping[tuple[int, int], int], high: int, medium: int
) -> Picture:
    """How many findings there are of each likelihood and impact; darker is more risk.

    Args:
        rows: names of the impacts, the worst first.
        columns: names of the likelihoods, the least first.
        counts: (row, column), counted from 0 -> how many.
        high, medium: from which product of both on a risk is high, or medium.
    """
    height = 16 + 9 * len(rows)
    figure, axes = _figure(height)
    shades = [
        [
            _HIGH_SHADE if product >= high else _MEDIUM_SHADE if product >= medium else 0.0
            for product in ((len(rows) - row) * (column + 1) for column in range(len(columns)))
        ]
        for row in range(len(rows))
    ]
    _field(axes, shades, rows, columns)
    for (row, column), count in sorted(counts.items()):
        axes.text(column, row, str(count), ha="center", va="center", fontsize=11, fontweight="bold")
    return _png(figure, height)


def _field(axes: Any, shades: Sequence[Sequence[float]], rows: Sequence[str], columns: Sequence[str]) -> None:
    """The fields of a map, with its names at the left and above."""
    axes.imshow(shades, cmap="Greys", vmin=0, vmax=1, aspect="auto")
    room = _NAMES_WIDTH / len(columns)
    turned = max(map(len, columns)) * _LETTER > room
    axes.set_xticks(range(len(columns)), columns, fontsize=8, rotation=90 if turned else 0)
    axes.set_yticks(range(len(rows)), rows, fontsize=8)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    axes.set_xticks([c - 0.5 for c in range(1, len(columns))], minor=True)
    axes.set_yticks([r - 0.5 for r in range(1, len(rows))], minor=True)
    axes.grid(which="minor", color="#9a9a9a", linewidth=0.6)
    axes.tick_params(which="minor", length=0)


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
    ranks = rows_of(levels)
    width, height = _SCREEN if wide else (_WIDTH, min(225, 38 * len(ranks)))
    figure, axes = _figure(height, width)
    placed = places_of(ranks, references.keys())
    shifted = {node: (2.1 * across - 1.05, -down) for node, (across, down) in placed.items()}
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
            fontsize=7,
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


def _arrow(axes: Any, start: Any, end: Any, share: float, count: str) -> None:
    """An arrow from the edge of one box to the edge of another, with its figure on it."""
    (one, box), (other, other_box) = start, end
    style = {
        "arrowstyle": "-|>", "color": "#404040", "linewidth": 0.5 + 1.5 * share, "mutation_scale": 9,
        "patchA": box.get_bbox_patch(), "patchB": other_box.get_bbox_patch(), "shrinkA": 0, "shrinkB": 1.5,
        "connectionstyle": f"arc3,rad={BOW}",
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
