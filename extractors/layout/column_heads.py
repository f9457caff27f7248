"""The headings of an unruled table: the lines above its first row whose parts stand over its columns."""

from __future__ import annotations

from itertools import pairwise

from extractors.layout.lines import Printed
from extractors.layout.pieces import Piece, Row
from extractors.layout.tails import YEAR

MOST_HEAD_LINES = 3
"""Lines that the heading of a column is wrapped to."""


def in_order(rows: list[Row], first: int, body: Row | None = None) -> list[int]:
    """The lines just above the first row whose pieces stand over the columns of `body` (the first row itself)."""
    out: list[int] = []
    body = body or rows[first]
    while first - len(out) - 1 >= 0 and len(out) < 3:
        i = first - len(out) - 1
        below, row = rows[i + 1], rows[i]
        numbers = [p.text for p in row.pieces[len(row.pieces) - row.values :]]
        if not 0 < below.line.gap < 2.6 or not all(map(YEAR.fullmatch, numbers)) or not _over_columns(row, body):
            break
        out.insert(0, i)
    return out


def wrapped(above: list[Row], first: Printed, columns: list[tuple[float, float]]) -> list[Row]:
    """The lines right above the first row, where the text layer has each heading whole, with the lines it is wrapped to, before the next:
    one line up the page again for each column. Empty where the headings stand in order, line by line."""
    out: list[Row] = []
    for row in reversed(above[-MOST_HEAD_LINES * len(columns) :]):
        top = min((r.line.top for r in out), default=first.top)
        near = 0 < first.top - row.line.top < first.height * (MOST_HEAD_LINES + 1) * 1.5
        if not near or row.line.opens or not all(_heads_column(p, columns, row.line.top >= top - 1) for p in row.pieces):
            break
        out.insert(0, row)
    return out if any(b.line.top < a.line.top - 1 for a, b in pairwise(out)) else []


def _heads_column(piece: Piece, columns: list[tuple[float, float]], beside: bool) -> bool:
    """Does a piece stand over one column, its left or right side at the column's? Over the labels only `beside` other headings."""
    if piece.value and not YEAR.fullmatch(piece.text):
        return False
    ends = [columns[0][0] - 8, *(x1 - 8 for _, x1 in columns[:-1])]
    begins = [*(x0 + 8 for x0, _ in columns[1:]), columns[-1][1] + 8]
    over = [
        c
        for c, (x0, x1) in enumerate(columns)
        if ends[c] < piece.x0 and piece.x1 < x1 + 8 or x0 - 8 < piece.x0 and piece.x1 < begins[c]
    ]
    return bool(over) and (over != [0] or beside)


def _over_columns(row: Row, body: Row) -> bool:
    values = body.pieces[-body.values :]
    if len(row.pieces) == len(body.pieces) > 1 and _one_each(row.pieces, body.pieces):
        return True
    lefts = [values[0].x0, *(v.x1 + 16 for v in values)]
    over = [p for p in row.pieces if any(p.x0 < v.x1 + 8 and p.x1 > min(v.x0, left) - 8 for v, left in zip(values, lefts, strict=False))]
    if not over or row.line.text[-1] in ".;:" and len(row.pieces) == 1:
        return False
    return len(row.pieces) > 1 or row.pieces[0].x0 > body.pieces[0].x1 - 2 or row.pieces[0].x0 > body.line.x0 + 60


def _one_each(heads: list[Piece], cells: list[Piece]) -> bool:
    """Whether each head stands over its own cell, or between the cell before and its end."""
    return (
        all(
            head.x1 < cell.x1 + 8 and (not i or head.x0 > cells[i - 1].x1 - 8)
            for i, (head, cell) in enumerate(zip(heads[1:], cells[1:], strict=True), 1)
        )
        and heads[0].x0 < cells[1].x0
    )
