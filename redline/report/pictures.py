"""The pictures of the report: readable in print, in black and white too, the same bytes for the same report.

matplotlib and networkx come with the extra `report`.
"""

from __future__ import annotations

import io
import textwrap
from collections import Counter
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
    """The library that is missing; an empty string where all are there."""
    for name in ("matplotlib", "networkx"):
        try:
            __import__(name)
        except ImportError:
            return name
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
    names: Sequence[str], levels: Sequence[int], references: Mapping[tuple[int, int], int]
) -> Picture:
    """The documents as boxes, the higher above the lower, with an arrow to each that they cite.

    Args:
        names: of the documents.
        levels: the rank of each in the hierarchy, 0 the highest.
        references: (citing, cited) -> how many times.
    """
    import networkx

    ranks = sorted(set(levels))
    widest = max(Counter(levels).values())
    height = max(60, 42 * len(ranks))
    figure, axes = _figure(height)
    graph = networkx.DiGraph()
    for place, level in enumerate(levels):
        graph.add_node(place, layer=-ranks.index(level))
    graph.add_edges_from((one, other, {"count": n}) for (one, other), n in sorted(references.items()))
    places = networkx.multipartite_layout(graph, subset_key="layer", align="horizontal", scale=1.0)
    # Boxes of one level that stand above one another would hide the arrows between them.
    shifted = {node: (x + 0.04 * ((node % 3) - 1), y) for node, (x, y) in places.items()}
    wrap = max(12, 64 // widest)
    for node, (x, y) in shifted.items():
        words = "\n".join(textwrap.wrap(names[node], wrap)[:4])
        axes.text(x, y, words, ha="center", va="center", fontsize=6.5, zorder=3,
                  bbox={"boxstyle": "round,pad=0.35", "facecolor": "white", "edgecolor": "black",
                        "linewidth": 0.8})  # fmt: skip
    most = max(references.values(), default=1)
    for (one, other), count in sorted(references.items()):
        _arrow(axes, shifted[one], shifted[other], count, most)
    axes.set_xlim(-1.35, 1.35)
    axes.set_ylim(-1.3, 1.3)
    axes.axis("off")
    return _png(figure, height)


def _arrow(axes: Any, start: Any, end: Any, count: int, most: int) -> None:
    style = {
        "arrowstyle": "-|>", "color": "#404040", "linewidth": 0.5 + 1.8 * count / most, "shrinkA": 16,
        "shrinkB": 18, "connectionstyle": "arc3,rad=0.13", "mutation_scale": 9,
    }  # fmt: skip
    axes.annotate("", xy=end, xytext=start, arrowprops=style, zorder=1)
    # On the bow of the arrow, nearer to where it begins: there the fewest cross.
    x, y = start[0] + 0.4 * (end[0] - start[0]), start[1] + 0.4 * (end[1] - start[1])
    bow = 0.06
    x, y = x + bow * (end[1] - start[1]), y - bow * (end[0] - start[0])
    box = {"boxstyle": "round,pad=0.12", "facecolor": "white", "edgecolor": "none"}
    axes.text(x, y, str(count), fontsize=6, ha="center", va="center", bbox=box, zorder=2)


def _figure(height: int) -> tuple[Any, Any]:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(_WIDTH / _MM, height / _MM), dpi=_DPI, layout="constrained")
    FigureCanvasAgg(figure)
    return figure, figure.add_subplot()


def _png(figure: Any, height: int) -> Picture:
    from matplotlib import rc_context

    held = io.BytesIO()
    with rc_context({"font.family": "DejaVu Sans"}):
        figure.savefig(held, format="png", metadata={"Software": None})
    return held.getvalue(), _WIDTH, height
