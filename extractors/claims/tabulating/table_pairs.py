"""Two tables of one matter: what is spent by year, and then where the money comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.claims.grid import Grid, Row
from extractors.claims.tabulating.relations import Relation

_FINANCING = re.compile(r"finansier|dækning|dækkes af", re.I)


def find(grids: Sequence[Grid]) -> Iterator[tuple[Relation, str]]:
    """The total of a table of financing against that of the table before it, where their columns have the same headings."""
    for spent, financed in pairwise(grids):
        of, total = _total(spent), _total(financed)
        if of and total and _finances(financed) and not _finances(spent):
            relations = _relations(spent, of, financed, total)
            wrong = sum(not r.fits() for r in relations)
            if wrong < len(relations) - wrong or wrong == 1 < len(relations):
                yield from ((relation, "warning") for relation in relations)


def _total(grid: Grid) -> Row | None:
    """The one total row, at the end."""
    totals = [r for r in grid.rows if r.total]
    return totals[0] if len(totals) == 1 and totals[0] is grid.rows[-1] else None


def _finances(grid: Grid) -> bool:
    return bool(_FINANCING.search(" ".join([grid.table.caption, *(grid.heading(j) for j in range(grid.width))])))


def _relations(spent: Grid, of: Row, financed: Grid, total: Row) -> list[Relation]:
    """Column by column, whether financing is printed with a minus or not; none unless all headings are the same."""
    headings = [(grid.table.scale, [grid.heading(j) for j in grid.columns]) for grid in (spent, financed)]
    if headings[0] != headings[1] or len(spent.columns) < 2:
        return []
    found = []
    for a, b in zip(spent.columns, financed.columns, strict=True):
        if a in of.numbers and b in total.numbers:
            part, stated = of.numbers[a], total.numbers[b]
            found.append(Relation(financed, total, stated, [part], [1 if part.value * stated.value > 0 else -1], label=total.label))
    return [r for r in found if r.says_something()]
