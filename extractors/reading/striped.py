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
    """The groups of cells, with those that are stripes of one table joined by the rows between them."""
    if len(groups) < 2:
        return groups
    out: list[list[Box]] = []
    stripes = 1
    for group in sorted(groups, key=lambda cells: min(c[1] for c in cells)):
        if out and (between := _between(out[-1], group)):
            out[-1] = [*out[-1], *between, *group]
            stripes += 1
            continue
        if out and stripes > 1:
            out[-1] += _below(out[-1], words)
        out.append(group)
        stripes = 1
    if stripes > 1:
        out[-1] = [*out[-1], *_below(out[-1], words)]
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


def _below(cells: list[Box], words: list[Word]) -> list[Box]:
    """The cells of a row right below the last stripe, when the words there stand in its columns."""
    last = _row(cells, last=True)
    bottom, height = last[0][3], last[0][3] - last[0][1]
    here = [w for w in words if bottom < (w.box[1] + w.box[3]) / 2 < bottom + height and last[0][0] <= w.box[0] <= last[-1][2]]
    inside = [next((c for c in last if c[0] <= w.box[0] and w.box[2] <= c[2]), None) for w in here]
    if None in inside or 2 * len({*inside}) <= len(last):
        return []
    if any(b.box[1] - a.box[1] > height / 2 for a, b in pairwise(sorted(here, key=lambda w: w.box[1]))):
        return []
    return [(x0, bottom, x1, bottom + height) for x0, _, x1, bottom in last]
