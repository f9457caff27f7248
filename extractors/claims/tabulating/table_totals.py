"""Which rows a table's total rows are taken to be the sum of: those above it, below it, or between."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations, pairwise

from extractors.claims.grid import DIFFERENCE_COLUMN, TOTAL_COLUMN, Grid, Row
from extractors.claims.tabulating.relations import Relation

UNLIKELY = Decimal("0.001")
"""That a row is the sum of those above it by chance: the printed steps over the numbers, multiplied."""
LEAST_OPEN, MOST_OPEN = 3, 18
"""Rows among which subtotals without a name are looked for."""
_INCOME = re.compile(
    r"^\W*(?:\d+\W+)?(?:indtægt|merindtægt|salg|tilskud|refusion|fradrag|fratrukket|minus|besparelse|mindreudgift|mindreforbrug"
    r"|egenbetaling|brugerbetaling|deltagerbetaling|medfinansiering|statstilskud|forældrebetaling|lån\b)",
    re.I,
)
_MOVES = re.compile(r"(?:netto)?(?:til|fra|ind|ud)?flyt", re.I)
"""Who moves in or out, which is of nothing that a total has closed."""
Terms = list[tuple[Row, int]]
"""Rows with the sign they are added with."""


@dataclass(slots=True)
class Total:
    """A total row, the rows that it is taken to be the sum of, and that sum in each column.

    `named`: a word says that it is one. `first`: it stands above its parts. `divided`: all else closes, so that here is an error.
    """

    row: Row
    terms: Terms
    relations: list[Relation]
    named: bool = True
    first: bool = False
    divided: bool = False

    def fits(self) -> int:
        """How many columns close."""
        return sum(r.fits() for r in self.relations)

    def closes(self) -> bool:
        """Does the reading hold in most columns?"""
        return self.fits() * 2 > len(self.relations)

    def takes_away_a_minus(self) -> bool:
        """Would parts be subtracted although the table prints a minus where it means one?"""
        if any(r.total for r, _ in self.terms) or all(sign > 0 for _, sign in self.terms):
            return False
        return any(c.value < 0 for r in self.relations for c in r.cells)

    def is_of_the_other_sign(self) -> bool:
        """Have all the parts the sign that it has not, and is it not their sum with a wrong sign?"""
        if not all(sign > 0 for _, sign in self.terms):
            return False
        turned = any(abs(sum(c.value for c in r.cells)) == abs(r.stated.value) for r in self.relations)
        return not turned and all(c.value * r.stated.value < 0 for r in self.relations for c in r.cells)

    def holds_row(self, row: Row) -> bool:
        """Is the row among those added?"""
        return any(r is row for r, _ in self.terms)


@dataclass(slots=True)
class _Open:
    """The rows that no total has closed yet, and the least and the most that each column of them may come to."""

    rows: list[Row] = field(default_factory=list)
    low: defaultdict[int, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    high: defaultdict[int, Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    def add(self, row: Row) -> None:
        """One more row."""
        self.rows.append(row)
        for j, number in row.numbers.items():
            self.low[j] += number.low
            self.high[j] += number.high

    def may_come_to(self, row: Row) -> bool:
        """Is there a number in the row that its column may add up to?"""
        return any(self.low[j] <= n.high and n.low <= self.high[j] for j, n in row.numbers.items() if n.value)


def totals(grid: Grid, columns: Sequence[int]) -> list[Total]:
    """Total rows over the rows above them, or below when the total stands first."""
    found: list[Total] = []
    open_rows = _Open()
    closed: list[Row] = []
    leaves: list[Row] = []
    for row in grid.rows:
        if row.part:
            continue
        row.total = row.total and bool(open_rows.rows or not _MOVES.match(row.label))
        if row.total and (leaves or closed):
            best = _best(grid, row, _readings(open_rows.rows, closed, leaves), columns)
            parted = [] if best and best.fits() else _parted(grid, row, found, open_rows.rows, columns)
            found += parted or ([best] if best else [])
            closed, open_rows = [*closed, row], _Open()
        elif not row.total:
            unnamed = _unnamed(grid, row, open_rows, columns)
            if unnamed:
                found.append(unnamed)
                closed, open_rows = [*closed, row], _Open()
            else:
                open_rows.add(row)
                leaves.append(row)
    if grid.rows and grid.rows[0].total and len(leaves) > 1 and (best := _best(grid, grid.rows[0], [_plus(leaves)], columns)):
        best.first = True
        found.append(best)
    return found


def _plus(rows: list[Row]) -> Terms:
    return [(r, 1) for r in rows]


def _readings(open_rows: list[Row], closed: list[Row], leaves: list[Row]) -> list[Terms]:
    """What a total row may be the sum of, the likeliest first."""
    latest = [[*closed[-1:], *open_rows], [*closed[-2:], *open_rows]]
    found = [_plus(rows) for rows in (open_rows, [*closed, *open_rows], leaves, closed, *latest, open_rows[-2:])]
    if len(closed) > 1:
        found.append([(closed[-2], 1), (closed[-1], -1)])
        found.append([(closed[-1], 1), (closed[-2], -1)])
    for rows in (open_rows, leaves, open_rows[-2:]):
        found.append([(r, -1 if at else 1) for at, r in enumerate(rows)])
        if any(_INCOME.match(r.label) for r in rows):
            found.append([(r, -1 if _INCOME.match(r.label) else 1) for r in rows])
            found.append([(r, 1 if _INCOME.match(r.label) else -1) for r in rows])
    if len(leaves) == 2:
        found.append([(leaves[1], 1), (leaves[0], -1)])
    if closed and open_rows:
        found.append([(closed[-1], 1), *((r, -1) for r in open_rows)])
    seen: set[tuple[tuple[int, int], ...]] = set()
    unique: list[Terms] = []
    for terms in found:
        key = tuple((id(r), sign) for r, sign in terms)
        if (len(terms) > 1 or terms and closed and terms[0][0] not in closed) and key not in seen:
            seen.add(key)
            unique.append(terms)
    return unique


def _relations(grid: Grid, row: Row, terms: Terms, columns: Sequence[int]) -> list[Relation]:
    out = []
    for j in columns:
        cells = [(r.numbers[j], sign) for r, sign in terms if j in r.numbers]
        if j in row.numbers and cells:
            heading = grid.heading(j)
            change = bool(DIFFERENCE_COLUMN.search(heading)) and not TOTAL_COLUMN.search(heading)
            out.append(
                Relation(
                    grid,
                    row,
                    row.numbers[j],
                    [c for c, _ in cells],
                    [s for _, s in cells],
                    label=row.label,
                    share=grid.is_share(j),
                    change=change,
                )
            )
    return [r for r in out if r.says_something()]


def _best(grid: Grid, row: Row, readings: list[Terms], columns: Sequence[int]) -> Total | None:
    """The reading that fits most columns."""
    best, most = None, sum(j in row.numbers for j in columns)
    for terms in readings:
        tried = Total(row, terms, _relations(grid, row, terms, columns))
        unlikely = tried.takes_away_a_minus() or tried.is_of_the_other_sign()
        if tried.relations and not unlikely and (best is None or tried.fits() > best.fits()):
            best = tried
            if best.fits() == most:
                break
    return best


def _unnamed(grid: Grid, row: Row, above: _Open, columns: Sequence[int]) -> Total | None:
    """A row that no word calls a total but that is the sum of the rows above, to the last digit of large numbers or in several columns."""
    if len(above.rows) < 2 or not above.may_come_to(row):
        return None
    terms = _plus(above.rows)
    relations = [r for r in _relations(grid, row, terms, columns) if not r.share and not r.change or r.fits()]
    fits = [r for r in relations if r.fits() and r.stated.value and not _cancelled(r)]
    exact = len(fits) == len(relations) or any(r.added() == r.stated.value for r in fits)
    if not fits or not exact or _chance(fits) > UNLIKELY or len(relations) - len(fits) > 1:
        return None
    row.total = True
    return Total(row, terms, relations, named=False)


def _cancelled(relation: Relation) -> bool:
    """Do some of the parts take those before them away to nothing, so that a sum of them says nothing?"""
    left = Decimal(0)
    for value in relation.values()[:-1]:
        left += value
        if not left:
            return True
    return False


def _chance(fitting: list[Relation]) -> Decimal:
    chance = Decimal(1)
    for relation in fitting:
        step = max(relation.stated.high - relation.stated.low, _round_to(relation), Decimal("0.001"))
        chance *= step / max(abs(relation.stated.value), Decimal(1))
    return chance


def _round_to(relation: Relation) -> Decimal:
    """The noughts that all the numbers end in: of round thousands many are the sum of two others."""
    return min(Decimal(1).scaleb(int(n.value.normalize().as_tuple().exponent)) for n in (relation.stated, *relation.cells) if n.value)


def _parted(grid: Grid, total: Row, found: list[Total], rows: list[Row], columns: Sequence[int]) -> list[Total]:
    """Subtotals without a name among the rows before the total, when it and all of them but one close."""
    known = [t for t in found if t.closes()]
    if len(known) != len(found) or not 1 < len(rows) <= MOST_OPEN or len(rows) + len(known) < LEAST_OPEN:
        return []
    for groups in (1, 2, 3):
        for ends in combinations(range(1, len(rows) - 1), groups - 1):
            marks = [*ends, len(rows) - 1]
            apart = groups + len(known) > 1 and all(b - a > 1 for a, b in pairwise(marks))
            if apart and (parted := _closing_but_one(grid, total, known, rows, marks, columns)):
                return parted
    return []


def _closing_but_one(grid: Grid, total: Row, known: list[Total], rows: list[Row], marks: list[int], columns: Sequence[int]) -> list[Total]:
    subtotals = [rows[i] for i in marks]
    leaves = [r for i, r in enumerate(rows) if i not in marks]
    before = [t.row for t in known]
    readings = [_plus([*before, *subtotals]), _plus([*before, *leaves])]
    whole = [Total(total, terms, _relations(grid, total, terms, columns)) for terms in readings]
    closing = next((t for t in whole if t.relations and t.fits() == len(t.relations)), None)
    if not closing:
        return []
    starts = [0, *(i + 1 for i in marks[:-1])]
    groups = [
        Total(rows[b], terms, _relations(grid, rows[b], terms, columns), named=False)
        for a, b in zip(starts, marks, strict=True)
        if (terms := _plus(rows[a:b]))
    ]
    wrong = [t for t in groups if not t.fits()]
    fitting = [r for t in [closing, *known, *groups] for r in t.relations if r.fits()]
    if len(wrong) != 1 or any(t not in wrong and not t.closes() for t in groups) or _chance(fitting) > UNLIKELY * UNLIKELY:
        return []
    wrong[0].divided = True
    for row in subtotals:
        row.total = True
    return [*groups, closing]
