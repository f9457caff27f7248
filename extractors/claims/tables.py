"""Totals, subtotals, results, net and difference columns, and shares in tables.

A relation is taken from the words and from the fit: of the readings that the words allow, that which fits most columns (or rows).
A table that no reading fits is not judged; one column that differs where the others fit is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.claims.grid import AVERAGE_COLUMN, DIFFERENCE_COLUMN, TOTAL_COLUMN, Grid, Number, Row
from extractors.claims.sentences import Ledger
from minutes.records import Claim

SMALL, LARGE = Decimal("0.4"), Decimal("1.5")
"""Between these parts of its total lies a sum with one error in it."""
UNLIKELY = Decimal("0.001")
"""That a row is the sum of those above it by chance: the printed steps over the numbers, multiplied."""
Terms = list[tuple[Row, int]]
"""Rows with the sign they are added with."""


@dataclass(slots=True)
class Relation:
    """One number that should follow from others: `cells` with `weights` against `stated`, in the row `row`."""

    grid: Grid
    row: Row
    stated: Number
    cells: list[Number]
    weights: list[int]
    relation: str = "sum"
    label: str = ""
    whole: Number | None = None
    share: bool = False
    change: bool = False
    signed: bool = False

    def fits(self) -> bool:
        """Do the printed digits allow it?"""
        if self.relation == "share":
            if not self.whole or not self.whole.value:
                return False
            share = self.cells[0].value * 100 / self.whole.value
            room = (self.stated.high - self.stated.low) / 2
            return abs(abs(share) - abs(self.stated.value)) <= room + Decimal("0.01")
        low = sum(min(c.low * w, c.high * w) for c, w in zip(self.cells, self.weights, strict=True))
        high = sum(max(c.low * w, c.high * w) for c, w in zip(self.cells, self.weights, strict=True))
        if self.relation == "difference" and not self.signed:
            low, high = (low, high) if self.stated.value * (low + high) >= 0 else (-high, -low)
        if len(self.cells) > 2 and low < high:
            return low < self.stated.high and self.stated.low < high
        return low <= self.stated.high and self.stated.low <= high

    def says_something(self) -> bool:
        """Not only noughts."""
        return bool(self.stated.value) or any(c.value for c in self.cells)


def find(ledger: Ledger) -> None:
    """Every relation in every table."""
    for table in ledger.flow.tables:
        grid = Grid(ledger.flow, table)
        if len(grid.rows) < 2 or not grid.columns:
            continue
        down = [*_totals_down(grid)]
        across = [*_totals_across(grid), *_shares_across(grid)]
        repeated = _repeated(down, across)
        for way, relations in (("down", down), ("across", across)):
            for relation, if_not in relations:
                _say(ledger, relation, if_not, silent=id(relation) in repeated, way=way)


def _repeated(down: list[tuple[Relation, str]], across: list[tuple[Relation, str]]) -> set[int]:
    """Of a row and a column that differ at the same cell, the one that need not tell it: where the cell is a total, its sum tells."""
    wrong = [r for r, if_not in across if if_not != "unverifiable" and not r.fits() and r.relation != "share"]
    said = set()
    for relation, _ in down:
        if relation.fits():
            continue
        cells = {id(c) for c in relation.cells}
        for row in wrong:
            if any(id(c) == id(relation.stated) for c in row.cells):
                said.add(id(row))
            elif cells & {id(c) for c in [row.stated, *row.cells]} or relation.stated is row.stated:
                said.add(id(relation))
    return said


def _totals_down(grid: Grid) -> Iterator[tuple[Relation, str]]:
    """Total rows over the rows above them, or below when the total stands first."""
    columns = [j for j in grid.columns if not AVERAGE_COLUMN.search(grid.heading(j))]
    open_rows: list[Row] = []
    totals: list[Row] = []
    leaves: list[Row] = []
    for row in grid.rows:
        if row.part:
            continue
        if row.total and (leaves or totals):
            readings = _readings(open_rows, totals, leaves)
            yield from _best(grid, row, readings, columns)
            totals, open_rows = ([*totals, row], [])
        elif not row.total:
            fitting = _unnamed_total(grid, row, open_rows, columns)
            if fitting:
                yield from fitting
                totals, open_rows = [*totals, row], []
            else:
                open_rows.append(row)
                leaves.append(row)
    if grid.rows and grid.rows[0].total and len(leaves) > 1:
        yield from _best(grid, grid.rows[0], [[(r, 1) for r in leaves]], columns, alone="unverifiable")


def _readings(open_rows: list[Row], totals: list[Row], leaves: list[Row]) -> list[Terms]:
    """What a total row may be the sum of, the likeliest first."""
    plus = lambda rows: [(r, 1) for r in rows]  # noqa: E731
    found = [plus(open_rows), plus([*totals, *open_rows]), plus(leaves), plus(totals), plus([*totals[-1:], *open_rows]), plus([*totals[-2:], *open_rows])]
    if len(totals) > 1:
        found.append([(totals[-2], 1), (totals[-1], -1)])
        found.append([(totals[-1], 1), (totals[-2], -1)])
    if len(leaves) == 2:
        found.append([(leaves[0], 1), (leaves[1], -1)])
        found.append([(leaves[1], 1), (leaves[0], -1)])
    if totals and open_rows:
        found.append([(totals[-1], 1), *((r, -1) for r in open_rows)])
    unique: list[Terms] = []
    for terms in found:
        if len(terms) > 1 and terms not in unique:
            unique.append(terms)
    return unique


def _relations(grid: Grid, row: Row, terms: Terms, columns: Sequence[int]) -> list[Relation]:
    out = []
    for j in columns:
        cells = [(r.numbers[j], sign) for r, sign in terms if j in r.numbers]
        if j in row.numbers and cells:
            out.append(Relation(grid, row, row.numbers[j], [c for c, _ in cells], [s for _, s in cells], label=row.label, share=grid.is_share(j),
                                change=bool(DIFFERENCE_COLUMN.search(grid.heading(j))) and not TOTAL_COLUMN.search(grid.heading(j))))
    return [r for r in out if r.says_something()]


def _best(grid: Grid, row: Row, readings: list[Terms], columns: Sequence[int], alone: str = "warning") -> Iterator[tuple[Relation, str]]:
    """The reading that fits most columns; what differs under it is sure where others fit."""
    tried = [_relations(grid, row, terms, columns) for terms in readings]
    tried = [t for t in tried if t]
    if not tried:
        return
    best = max(tried, key=lambda rs: sum(r.fits() for r in rs))
    fits, wrong = sum(r.fits() for r in best), [r for r in best if not r.fits()]
    if fits:
        severity = "error" if len(wrong) <= max(1, fits) else "unverifiable"
        best = [r for r in best if r.fits() or _may_be_sum(r) and not r.change]
    elif _simple(grid, row) and len(best) > 1:
        severity = "warning" if _lacks_a_row(grid, best) else "unverifiable"
    elif len(best) == 1 and _simple(grid, row):
        severity = alone if _near(best[0]) or _one_sign(best[0]) else "unverifiable"
    else:
        severity = "unverifiable"
    if not fits and severity == "unverifiable" and (turned := [t for t in tried if len(t) == 1 and len(t[0].cells) > 2 and _one_sign(t[0])]):
        best, severity = turned[0], "warning"
    for relation in best:
        yield relation, severity


def _simple(grid: Grid, row: Row) -> bool:
    """One total, at the end, over plain rows that all have their number: nothing else can be meant."""
    others = [r for r in grid.rows if r is not row]
    return row is grid.rows[-1] and len(others) > 1 and not any(r.total or r.part or r.after_gap for r in others[1:]) and all(
        set(row.numbers) <= set(r.numbers) for r in others)


def _lacks_a_row(grid: Grid, relations: list[Relation]) -> bool:
    """Every column falls short of its total, on one page: a part was left out."""
    pages = {c.source.page for r in relations for c in [r.stated, *r.cells]}
    short = all(abs(sum(c.value for c in r.cells)) < abs(r.stated.value) and _near(r) for r in relations if not r.change and not r.share)
    return len(pages) == 1 and short and not any(r.fits() for r in relations)


def _near(relation: Relation) -> bool:
    """Is the sum of the size of the total? Far below it the column is no sum; far above it subtotals stand among the parts."""
    total = sum(c.value * w for c, w in zip(relation.cells, relation.weights, strict=True))
    return relation.stated.value != 0 and SMALL < total / relation.stated.value < LARGE and not relation.stated.percent


def _one_sign(relation: Relation) -> bool:
    """Would the sum fit if one cell had the other sign?"""
    off = relation.stated.value - sum(c.value * w for c, w in zip(relation.cells, relation.weights, strict=True))
    return any(c.value and off == -2 * c.value * w for c, w in zip(relation.cells, relation.weights, strict=True))


def _may_be_sum(relation: Relation) -> bool:
    """Not a rate, an average or a change in percent: such a "total" lies among its parts, or has nothing to do with their sum."""
    values = [c.value * w for c, w in zip(relation.cells, relation.weights, strict=True)]
    if relation.stated.percent or relation.share:
        return abs(abs(relation.stated.value) - 100) <= 1
    same_sign = all(v >= 0 for v in values) or all(v <= 0 for v in values)
    return not (same_sign and len(values) > 2 and abs(relation.stated.value) <= max(abs(v) for v in values))


def _unnamed_total(grid: Grid, row: Row, open_rows: list[Row], columns: Sequence[int]) -> list[tuple[Relation, str]]:
    """A row that no word calls a total but that is the sum of the rows above, to the last digit of large numbers or in several columns."""
    if len(open_rows) < 2:
        return []
    relations = _relations(grid, row, [(r, 1) for r in open_rows], columns)
    fits = [r for r in relations if r.fits() and r.stated.value]
    chance = Decimal(1)
    for relation in fits:
        chance *= max(relation.stated.high - relation.stated.low, Decimal("0.001")) / abs(relation.stated.value)
    if not fits or chance > UNLIKELY or len(relations) - len(fits) > 1:
        return []
    row.total = True
    return [(r, "warning") for r in relations]


def _totals_across(grid: Grid) -> Iterator[tuple[Relation, str]]:
    """Total, net and difference columns over the columns before them."""
    plain = [j for j in grid.columns if not grid.is_share(j)]
    for at, j in enumerate(plain):
        before = plain[:at]
        if len(before) < 2:
            continue
        heading = grid.heading(j)
        readings = _column_readings(before, heading, last=at == len(plain) - 1)
        tried = [_row_relations(grid, j, columns, weights, kind) for columns, weights, kind in readings]
        tried = [t for t in tried if t]
        if not tried:
            continue
        best = _with_signs(max(tried, key=lambda rs: sum(r.fits() for r in rs)))
        fits = sum(r.fits() for r in best)
        named = TOTAL_COLUMN.search(heading) or DIFFERENCE_COLUMN.search(heading)
        if fits >= (2 if named else 3) and fits > 2 * (len(best) - fits):
            for relation in best:
                yield relation, "error" if named else "warning"


def _with_signs(relations: list[Relation]) -> list[Relation]:
    """Differences whose signs mean something: both signs occur, and nearly all rows follow one convention."""
    if relations[0].relation != "difference":
        return relations
    for turn in (1, -1):
        signed = [replace(r, weights=[w * turn for w in r.weights], signed=True) for r in relations]
        fitting = [r for r in signed if r.fits()]
        both = any(r.stated.value > 0 for r in fitting) and any(r.stated.value < 0 for r in fitting)
        if both and len(fitting) > 2 * (len(signed) - len(fitting)):
            return signed
    return relations


def _column_readings(before: list[int], heading: str, last: bool) -> list[tuple[list[int], list[int], str]]:
    readings: list[tuple[list[int], list[int], str]] = []
    if TOTAL_COLUMN.search(heading) or last:
        readings += [(before[i:], [1] * (len(before) - i), "sum") for i in range(min(len(before) - 1, 3))]
    if DIFFERENCE_COLUMN.search(heading) or last or TOTAL_COLUMN.search(heading):
        for a, b in [(before[-2], before[-1]), (before[0], before[-1]), (before[0], before[1])]:
            readings.append(([a, b], [1, -1], "difference"))
    return readings


def _row_relations(grid: Grid, j: int, columns: list[int], weights: list[int], kind: str) -> list[Relation]:
    out = []
    for row in grid.rows:
        cells = [(row.numbers[c], w) for c, w in zip(columns, weights, strict=True) if c in row.numbers]
        if j in row.numbers and cells and (kind == "sum" or len(cells) == 2) and not row.part:
            relation = Relation(grid, row, row.numbers[j], [c for c, _ in cells], [w for _, w in cells], kind, row.label)
            if relation.says_something():
                out.append(relation)
    return out


def _shares_across(grid: Grid) -> Iterator[tuple[Relation, str]]:
    """A column of percentages over a column of amounts and its total row."""
    totals = [r for r in grid.rows if r.total]
    if not totals:
        return
    whole = totals[-1]
    for j in [j for j in grid.columns if grid.is_share(j)]:
        tried = [_share_relations(grid, j, base, whole) for base in grid.columns if not grid.is_share(base) and base in whole.numbers]
        tried = [t for t in tried if t]
        if not tried:
            continue
        best = max(tried, key=lambda rs: sum(r.fits() for r in rs))
        fits = sum(r.fits() for r in best)
        if fits >= 2 and fits > 2 * (len(best) - fits):
            for relation in best:
                yield relation, "error"


def _share_relations(grid: Grid, j: int, base: int, whole: Row) -> list[Relation]:
    rows = [r for r in grid.rows if j in r.numbers and base in r.numbers and r is not whole]
    return [Relation(grid, r, r.numbers[j], [r.numbers[base]], [1], "share", r.label, whole.numbers[base]) for r in rows if r.numbers[base].value]


def _say(ledger: Ledger, found: Relation, if_not: str, silent: bool, way: str) -> None:
    grid = found.grid
    operands = [grid.quantity(c) for c in found.cells]
    kind: dict[str, tuple[str, str]] = {"share": ("share", "share"), "difference": ("difference", "difference"), "sum": ("sum", "sum")}
    family, relation = kind[found.relation]
    extra = {"if_not": if_not, "table": grid.table.index, "silent": silent, "way": way}
    if found.signed:
        relation = "sum"
    if relation == "sum":
        extra["weights"] = found.weights
    if relation == "share" and found.whole:
        operands.append(grid.quantity(found.whole))
    stated = grid.quantity(found.stated, found.label)
    source = grid.row_source(found.row)
    ledger.claims.append(Claim(kind=family, relation=relation, source=source, check=f"{family}-differs", stated=stated, operands=tuple(operands),
                               item=ledger.structure.item_at(source.at), extra=extra))
