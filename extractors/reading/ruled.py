"""Tables drawn with lines: from ruling lines to cells, and from cells to the words that stand in them.

Lines are snapped and joined, crossings found, and a cell is the smallest rectangle of crossings whose four sides are
drawn: the algorithm of pdfplumber's TableFinder with its default tolerances, on sets and sorted lists.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from extractors.reading import CellPlace, TablePlace, Word, stacked, striped
from minutes.records import Box

if TYPE_CHECKING:
    from extractors.reading.rulings import Rulings

SNAP_PT = 3.0
JOIN_PT = 3.0
CROSS_PT = 3.0
MAX_LINES = 3000
NARROWEST_PT = 15.0
"""The narrowest column that may have no line at its side."""
LEAST_LINES = 5
"""Lines across and down that tell a table whose sides are open from a page in two columns."""
Line = tuple[float, float, float]


def tables(found: Rulings, words: list[Word], text: str) -> list[TablePlace]:
    """The tables of a page with two columns or more, from top to bottom; one row may be the rest of a table on the page before."""
    if len(found.horizontal) < 2 or len(found.vertical) < 2 or len(found.horizontal) + len(found.vertical) > MAX_LINES:
        return []
    horizontal, vertical = merge(found.horizontal), merge(found.vertical)
    vertical = sorted([*vertical, *_open_sides(horizontal, vertical)])
    cells = _cells(sorted([*horizontal, *_open_edges(horizontal, vertical)]), vertical)
    out = [_place(group, words, text) for group in striped.filled(_groups(cells), words) if len(group) > 1]
    return sorted((t for t in out if t is not None), key=lambda t: (t.box[1], t.box[0]))


def merge(lines: list[Line]) -> list[Line]:
    """Lines at nearly the same height snapped together, and those that touch joined to one."""
    rows: list[list[Line]] = []
    for line in sorted(lines):
        if rows and line[0] - rows[-1][-1][0] <= SNAP_PT:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [(at, a, b) for row in rows for at in [sum(line[0] for line in row) / len(row)] for a, b in _joined(row)]


def _open_edges(horizontal: list[Line], vertical: list[Line]) -> Iterator[Line]:
    """The edge of a page that parts a row: where three lines down or more, crossed by one line across, end or begin at one height."""
    for end in (1, 2):
        ends = sorted(vertical, key=lambda line: line[end])
        for _, run in groupby(ends, key=lambda line: round(line[end] / SNAP_PT)):
            edge = list(run)
            y, x0, x1 = edge[0][end], min(line[0] for line in edge), max(line[0] for line in edge)
            crossed = any(a <= x0 + CROSS_PT and x1 - CROSS_PT <= b and all(t - CROSS_PT <= at <= c + CROSS_PT for _, t, c in edge)
                          for at, a, b in horizontal)
            if len(edge) > 2 and crossed and not any(abs(at - y) <= 2 * CROSS_PT and a < x1 and x0 < b for at, a, b in horizontal):
                yield y, x0, x1


def _open_sides(horizontal: list[Line], vertical: list[Line]) -> Iterator[Line]:
    """The sides of a table that has lines between its columns only: where the lines across that these cross begin and end together."""
    alike: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in horizontal:
        alike[round(line[1] / SNAP_PT), round(line[2] / SNAP_PT)].append(line)
    for across in alike.values():
        _, a, b = across[0]
        down = [v for v in vertical if a < v[0] < b and sum(v[1] - CROSS_PT <= y <= v[2] + CROSS_PT for y, _, _ in across) > 1]
        if down and len(across) + len(down) >= LEAST_LINES:
            top, bottom = min(v[1] for v in down), max(v[2] for v in down)
            beside = [v[0] for v in vertical if v[1] < bottom and top < v[2]]
            yield from ((x, top, bottom) for x in (a, b) if all(abs(other - x) > NARROWEST_PT for other in beside))


def _joined(row: list[Line]) -> list[tuple[float, float]]:
    out: list[tuple[float, float]] = []
    for _, a, b in sorted(row, key=lambda line: line[1]):
        if out and a <= out[-1][1] + JOIN_PT:
            out[-1] = (out[-1][0], max(out[-1][1], b))
        else:
            out.append((a, b))
    return out


def _cells(horizontal: list[Line], vertical: list[Line]) -> list[Box]:
    """The cells: every crossing is the top left corner of one at most."""
    on_row: dict[float, dict[float, int]] = defaultdict(dict)  # y → x → which horizontal line
    on_column: dict[float, dict[float, int]] = defaultdict(dict)
    for i, (y, x0, x1) in enumerate(horizontal):
        for j, (x, top, bottom) in enumerate(vertical):
            if top - CROSS_PT <= y <= bottom + CROSS_PT and x0 - CROSS_PT <= x <= x1 + CROSS_PT:
                on_row[y][x] = i
                on_column[x][y] = j
    ys = {x: sorted(rows) for x, rows in on_column.items()}
    out = []
    for y in sorted(on_row):
        xs = sorted(on_row[y])
        for k, x in enumerate(xs):
            if cell := _cell(x, y, xs[k + 1 :], ys[x][bisect_right(ys[x], y) :], on_row, on_column):
                out.append(cell)
    return out


def _cell(x: float, y: float, right: list[float], below: list[float], on_row, on_column) -> Box | None:
    """The smallest cell with its top left corner at (x, y)."""
    across, down = on_row[y][x], on_column[x][y]
    right = [x1 for x1 in right if on_row[y][x1] == across]
    for y1 in below:
        if on_column[x][y1] != down:
            return None
        side, foot = on_row[y1], on_row[y1][x]
        for x1 in right:
            if side.get(x1) == foot and on_column[x1][y] == on_column[x1][y1]:
                return (x, y, x1, y1)
    return None


def _groups(cells: list[Box]) -> list[list[Box]]:
    """Cells that share a corner belong to one table."""
    head = list(range(len(cells)))

    def find(i: int) -> int:
        while head[i] != i:
            head[i] = head[head[i]]
            i = head[i]
        return i

    owner: dict[tuple[float, float], int] = {}
    for i, (x0, top, x1, bottom) in enumerate(cells):
        for corner in ((x0, top), (x1, top), (x0, bottom), (x1, bottom)):
            head[find(i)] = find(owner.setdefault(corner, i))
    groups: dict[int, list[Box]] = defaultdict(list)
    for i, cell in enumerate(cells):
        groups[find(i)].append(cell)
    return list(groups.values())


def _place(cells: list[Box], words: list[Word], text: str) -> TablePlace | None:
    tops, lefts = sorted({c[1] for c in cells}), sorted({c[0] for c in cells})
    box = (lefts[0], tops[0], max(c[2] for c in cells), max(c[3] for c in cells))
    if len(lefts) < 2:
        return None
    inside: dict[int, list[Word]] = defaultdict(list)
    by_row = _by_row(cells, tops)
    x0, top, x1, bottom = box
    for word in words:
        left, upper, right, lower = word.box
        if top <= (y := (upper + lower) / 2) <= bottom and x0 <= (x := (left + right) / 2) <= x1:
            hit = _hit(by_row, tops, x, y)
            if hit is not None:
                inside[hit].append(word)
    drawn: dict[int, dict[int, list[Word]]] = defaultdict(dict)
    for i, held in inside.items():
        drawn[bisect_right(tops, cells[i][1]) - 1][bisect_right(lefts, cells[i][0]) - 1] = held
    rows = [row for number in sorted(drawn) for row in stacked.rows(drawn[number], text)]
    places = [CellPlace(number, column, spans(row[column])) for number, row in enumerate(rows) for column in sorted(row)]
    return TablePlace(box, len(rows), len(lefts), places) if places else None


def _by_row(cells: list[Box], tops: list[float]) -> list[list[tuple[int, Box]]]:
    """For every row the cells that cover it."""
    out: list[list[tuple[int, Box]]] = [[] for _ in tops]
    for i, cell in enumerate(cells):
        for row in range(bisect_right(tops, cell[1]) - 1, bisect_right(tops, cell[3] - 0.01)):
            out[row].append((i, cell))
    return out


def _hit(by_row: list[list[tuple[int, Box]]], tops: list[float], x: float, y: float) -> int | None:
    row = max(bisect_right(tops, y) - 1, 0)
    for i, cell in by_row[row]:
        if cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]:
            return i
    return None


def spans(words: list[Word]) -> tuple[tuple[int, int], ...]:
    """The words as spans of the page's text, a span for each stretch of neighbours."""
    out: list[tuple[int, int]] = []
    for word in words:
        if out and word.start - out[-1][1] <= 1:
            out[-1] = (out[-1][0], word.end)
        else:
            out.append((word.start, word.end))
    return tuple(out)
