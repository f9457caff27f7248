"""The headings of an unruled table: the lines above its first row whose parts stand over its columns."""

from __future__ import annotations

from itertools import pairwise

from extractors.layout.lines import Printed
from extractors.layout.pieces import Piece, Row
from extractors.layout.tails import YEAR

Stretch = tuple[float, float]
"""Where a column begins and ends across the page, in points."""
LAST_OVER = 40
"""Points by which the last heading may stand out to the right of its numbers."""
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


def wrapped(above: list[Row], first: Printed, columns: list[Stretch]) -> list[Row]:
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


def _heads_column(piece: Piece, columns: list[Stretch], beside: bool) -> bool:
    """Does a piece stand over one column, between those beside it? Over the labels only `beside` other headings."""
    if piece.value and not YEAR.fullmatch(piece.text):
        return False
    ends = [columns[0][0] - 8, *(x1 - 8 for _, x1 in columns[:-1])]
    begins = [*(x0 + 8 for x0, _ in columns[1:]), columns[-1][1] + LAST_OVER]
    over = [c for c in range(len(columns)) if ends[c] < piece.x0 and piece.x1 < begins[c]]
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


def by_column(head: list[Row], columns: list[Stretch]) -> dict[int, list[Piece]]:
    """The pieces of wrapped headings by their columns: each its own, where as many stand side by side as there are columns."""
    stacks: list[list[Piece]] = []
    end = float("-inf")
    for part in sorted((p for row in head for p in row.pieces), key=lambda p: p.x0):
        if part.x0 > end:
            stacks.append([])
        stacks[-1].append(part)
        end = max(end, part.x1)
    first = len(columns) - len(stacks)
    if first not in (0, 1) or first and stacks[0][0].x0 < columns[0][1]:
        stacks = [[p for stack in stacks for p in stack if nearest(columns, p) == c] for c in range(len(columns))]
        first = 0
    return {c: sorted(stack, key=lambda p: p.start) for c, stack in enumerate(stacks, start=first) if stack}


def nearest(columns: list[Stretch], part: Piece) -> int:
    """The column that a piece stands in, or next to."""
    overlap = [min(part.x1, b) - max(part.x0, a) for a, b in columns]
    return max(range(len(columns)), key=overlap.__getitem__)
