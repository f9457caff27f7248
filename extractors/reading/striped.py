"""Tables of which every second row is shaded: the rows between the stripes, and the one below the last, have no lines of their own."""

from __future__ import annotations

from itertools import pairwise

from extractors.reading import Word
from minutes.records import Box

SAME_PT = 1.5
"""Edges no farther apart are one edge."""
TALLEST = 1.8
"""A row between two stripes is not this many times as tall as they are."""


def filled(groups: list[list[Box]], words: list[Word]) -> list[list[Box]]:
    """The groups of cells, those that are stripes of one table joined by the rows between them and the row below.

    Where a row stands above the first stripe, the head of the table has no shade, and the stripes stay as they are: its words alone
    tell the table.
    """
    out: list[list[Box]] = []
    runs: list[list[list[Box]]] = []
    for group in sorted(groups, key=lambda cells: min(c[1] for c in cells)):
        if runs and _between(runs[-1][-1], group):
            runs[-1].append(group)
        else:
            runs.append([group])
    for run in runs:
        if len(run) == 1 or _beside(run[0], words, below=False):
            out += run
        else:
            rows = [cell for a, b in pairwise(run) for cell in _between(a, b)]
            out.append([*(cell for group in run for cell in group), *rows, *_beside(run[-1], words, below=True)])
    return out


def _row(cells: list[Box], last: bool) -> list[Box]:
    """The cells of the last row, or of the first."""
    edge = max(c[3] for c in cells) if last else min(c[1] for c in cells)
    return sorted(c for c in cells if abs(c[3 if last else 1] - edge) <= SAME_PT)


def _between(above: list[Box], below: list[Box]) -> list[Box]:
    """The cells of the row between two stripes with the same columns."""
    upper, lower = _row(above, last=True), _row(below, last=False)
    if len(upper) < 2 or len(upper) != len(lower):
        return []
    gap = lower[0][1] - upper[0][3]
    tall = max(lower[0][3] - lower[0][1], upper[0][3] - upper[0][1])
    alike = all(abs(a[0] - b[0]) <= SAME_PT and abs(a[2] - b[2]) <= SAME_PT for a, b in zip(upper, lower, strict=True))
    return [(x0, bottom, x1, lower[0][1]) for x0, _, x1, bottom in upper] if alike and SAME_PT < gap <= TALLEST * tall else []


def _beside(cells: list[Box], words: list[Word], below: bool) -> list[Box]:
    """The cells of a row right below the last one or above the first, when the words there stand in its columns."""
    row = _row(cells, last=below)
    height = row[0][3] - row[0][1]
    top = row[0][3] if below else row[0][1] - height
    here = [w for w in words if top < (w.box[1] + w.box[3]) / 2 < top + height and row[0][0] <= w.box[0] <= row[-1][2]]
    inside = [next((c for c in row if c[0] <= w.box[0] and w.box[2] <= c[2]), None) for w in here]
    if None in inside or 2 * len({*inside}) <= len(row):
        return []
    in_line = sorted(zip(here, inside, strict=True), key=lambda pair: pair[0].box[0])
    if any(one is not other and b.box[0] - a.box[2] < height / 2 for (a, one), (b, other) in pairwise(in_line)):
        return []  # a sentence that runs on from column to column
    return [(x0, top, x1, top + height) for x0, _, x1, _ in row]
