"""The grid of a table: how many columns it has, and which cells go on from the row above."""

from __future__ import annotations

from collections.abc import Iterator

from redline.render.word.paragraphs import Table, TableCell, TableRow


def columns_of(table: Table) -> int:
    """How many columns a table has: in the wider of its two texts."""
    widest = 1
    hanging: dict[int, int] = {}
    for row in table.rows:
        place = 0
        below: dict[int, int] = {}
        for cell in row.cells:
            while place in hanging:
                place += 1
            for column in range(place, place + cell.columns):
                if cell.rows > 1:
                    below[column] = cell.rows - 1
            place += cell.columns
        while place in hanging:
            place += 1
        widest = max(widest, place)
        hanging = {column: left - 1 for column, left in hanging.items() if left > 1} | below
    return widest


def is_even(table: Table) -> bool:
    """Whether all rows of a table are equally wide."""
    grid = columns_of(table)
    return all(sum(width for _, width, _ in cells) == grid for _, cells in cells_of(table, grid))


def cells_of(table: Table, grid: int) -> Iterator[tuple[TableRow, list[tuple[TableCell | None, int, str]]]]:
    """Each row with its cells, the continuations of cells that reach down among them."""
    hanging: dict[int, tuple[int, int]] = {}
    for row in table.rows:
        cells: list[tuple[TableCell | None, int, str]] = []
        below: dict[int, tuple[int, int]] = {}
        place = 0
        waiting = list(row.cells)
        while waiting or any(column >= place for column in hanging):
            if place in hanging:
                left, width = hanging[place]
                cells.append((None, width, "<w:vMerge/>"))
                if left > 1:
                    below[place] = (left - 1, width)
                place += width
                continue
            if not waiting:
                break
            cell = waiting.pop(0)
            merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
            if cell.rows > 1:
                below[place] = (cell.rows - 1, cell.columns)
            cells.append((cell, cell.columns, merge))
            place += cell.columns
        if not cells:
            cells = [(None, grid, "")]
        hanging = below
        yield row, cells
