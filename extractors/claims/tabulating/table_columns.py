"""What follows along a table's rows: total, net and difference columns, and shares of the total."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, permutations

from extractors.claims.grid import AVERAGE_COLUMN, DIFFERENCE_COLUMN, EACH_ROW, PRICE_COLUMN, SHARE_COLUMN, TOTAL_COLUMN, Grid, Number, Row
from extractors.claims.multiplying.multiples import VAT
from extractors.claims.tabulating.relations import Relation
from minutes.closeness import exchanged, one_digit
from minutes.danish import numeral

MOST_BASES = 5
"""Columns that a percentage in the same row is looked for among."""
LEAST_ROWS = 4
"""So many rows must a table have whose whole is not printed."""
FEW_ROWS, LONG = 2, 4
"""So few rows show no rule, and a mistake only by two exchanged digits of so many."""
MOST_OFF = 20
"""Percent that those of a row may be off a hundred."""
LEAST_SIGNED = 2
"""More rows than this must follow a convention of signs before it is one."""
VAT_COLUMN = re.compile(r"\b(?:(?P<net>eks\w*|exc\w*|uden|u)|in[kc]\w*|med|m)\b\W*(?:25\W+)?moms\b", re.I)
SHARE_IN_LABEL = re.compile(r"\((\d+(?:,\d+)?)\s?(?:%|pct\.?|procent)\)$")
_NAMES_ROW = re.compile(r"år(?:stal)?$", re.I)
SPENT_ASIDE = Decimal("0.1")
"""How far what was spent may be from what was granted."""


def find(grid: Grid) -> Iterator[tuple[Relation, str]]:
    """Every relation along the rows, and what it is if it does not hold."""
    yield from _totals(grid)
    yield from _products(grid)
    yield from _with_vat(grid)
    yield from _shares(grid)
    yield from _hundreds(grid)


def _totals(grid: Grid) -> Iterator[tuple[Relation, str]]:
    """Total, net and difference columns over the columns before them."""
    columns = grid.columns or [j for r in grid.rows[:1] for j in r.numbers]
    plain = [j for j in columns if not grid.is_share(j)]
    for at, j in enumerate(plain):
        before = plain[:at]
        if len(before) < 2:
            continue
        heading = grid.heading(j)
        readings = _readings(before, heading, last=at == len(plain) - 1)
        tried = [_relations(grid, j, columns, weights, kind) for columns, weights, kind in readings]
        tried = [t for t in tried if t]
        if not tried:
            continue
        best = _with_signs(max(tried, key=lambda rs: sum(r.fits() for r in rs)))
        fits = sum(r.fits() for r in best)
        named = TOTAL_COLUMN.search(heading) or DIFFERENCE_COLUMN.search(heading)
        wrong = _wrong(best)
        if named and len(best) <= FEW_ROWS and (slips := [rs for rs in tried if _but_for_a_slip(rs, only=_told(grid, before) == 2)]):
            yield from ((relation, "warning") for relation in slips[0])
        elif fits >= (2 if named else 3) and fits > (wrong if named and wrong == 1 else 2 * wrong):
            for relation in best:
                yield relation, "error" if named else "warning"


def _wrong(relations: list[Relation]) -> int:
    """How many rows do not fit; a total that adds up a column of differences is wrong with them, and not once more."""
    last = relations[-1]
    off = [r.stated.value - r.added() for r in relations if not r.fits()]
    added = last.row.total and not last.fits() and DIFFERENCE_COLUMN.search(last.grid.heading(_column(last)))
    return len(off) - bool(added and sum(off[:-1]) == off[-1])


def _column(relation: Relation) -> int:
    return next(j for j, number in relation.row.numbers.items() if number is relation.stated)


def _told(grid: Grid, columns: list[int]) -> int:
    """How many columns hold something else than years, numbers of accounts or rates."""
    return sum(not _NAMES_ROW.match(grid.heading(j)) and not AVERAGE_COLUMN.search(grid.heading(j)) for j in columns)


def _but_for_a_slip(relations: list[Relation], only: bool) -> bool:
    """Do few rows fit but for two digits that changed places, or for one where no other columns can be meant?"""
    alike = (exchanged, one_digit) if only else (exchanged,)
    least = 1 if only and any(r.fits() for r in relations) else LONG
    return all(r.fits() or any(_alike(r, how, least) for how in alike) for r in relations)


def _alike(relation: Relation, how: Callable[[Decimal, Decimal], bool], least: int) -> bool:
    """Is a number of a row of long ones so alike that which would fit?"""
    told, added = relation.stated.value, relation.added()
    terms: list[tuple[Decimal, Decimal]] = []
    for stated in {told, abs(told), -abs(told)} if relation.relation == "difference" else {told}:
        off = stated - added
        terms += [(stated, added), *((c.value, c.value + off * w) for c, w in zip(relation.cells, relation.weights, strict=True))]
    long = [a for a, _ in terms if len(a.normalize().as_tuple().digits) >= least]
    return any(a * b > 0 and how(a, b) and (a in long or how is one_digit and long) for a, b in terms)


def _with_signs(relations: list[Relation]) -> list[Relation]:
    """Differences whose signs mean something: a minus occurs, and nearly all rows follow one convention."""
    if relations[0].relation != "difference":
        return relations
    for turn in (1, -1):
        signed = [replace(r, weights=[w * turn for w in r.weights], signed=True) for r in relations]
        fitting = [r for r in signed if r.fits()]
        if any(r.stated.value < 0 for r in fitting) and len(fitting) > max(LEAST_SIGNED, 2 * _wrong(signed)):
            return signed
    return relations


def _readings(before: list[int], heading: str, last: bool) -> list[tuple[list[int], list[int], str]]:
    readings: list[tuple[list[int], list[int], str]] = []
    if TOTAL_COLUMN.search(heading) or last:
        readings += [(before[i:], [1] * (len(before) - i), "sum") for i in range(min(len(before) - 1, 3))]
    if DIFFERENCE_COLUMN.search(heading) or last or TOTAL_COLUMN.search(heading):
        for a, b in [(before[-2], before[-1]), (before[0], before[-1]), (before[0], before[1])]:
            readings.append(([a, b], [1, -1], "difference"))
    return readings


def _relations(grid: Grid, j: int, columns: list[int], weights: list[int], kind: str) -> list[Relation]:
    out = []
    for row in grid.rows:
        cells = [(row.numbers[c], w) for c, w in zip(columns, weights, strict=True) if c in row.numbers]
        each = kind == "sum" and EACH_ROW.search(row.label)
        if j in row.numbers and cells and (kind == "sum" or len(cells) == 2) and not row.part and not each:
            relation = Relation(grid, row, row.numbers[j], [c for c, _ in cells], [w for _, w in cells], kind, row.label)
            if relation.says_something():
                out.append(relation)
    return out


def _products(grid: Grid) -> Iterator[tuple[Relation, str]]:
    """A column that is a number of pieces times the price of one, row by row."""
    plain = [j for j in grid.columns if not grid.is_share(j)][:MOST_BASES]
    rows = [r for r in grid.rows if not r.total and not r.part]
    tried = []
    for a, b, j in combinations(plain, 3):
        cells = [(r, r.numbers[j], [_whole_or_rounded(r.numbers[i]) for i in (a, b)]) for r in rows if {a, b, j} <= r.numbers.keys()]
        found = [Relation(grid, r, stated, factors, [1, 1], "product", r.label) for r, stated, factors in cells if stated.value]
        fits = sum(r.fits() and min(abs(c.value) for c in r.cells) > 1 for r in found)
        named = PRICE_COLUMN.search(f"{grid.heading(a)} {grid.heading(b)}")
        if fits >= (2 if named else 3) and (fits > 2 * (len(found) - fits) or named and len(found) - fits == 1):
            tried.append((fits, found))
    for relation in max(tried, key=lambda t: t[0])[1] if tried else ():
        yield relation, "error"


def _with_vat(grid: Grid) -> Iterator[tuple[Relation, str]]:
    """A column of prices with VAT beside one without, but for rows that have none or are in one column only."""
    told = {bool(match["net"]): j for j in grid.columns if (match := VAT_COLUMN.search(grid.heading(j)))}
    rows = [r for r in grid.rows if len(told) > 1 and {*told.values()} <= r.numbers.keys()]
    pairs = [(r, r.numbers[told[False]], r.numbers[told[True]]) for r in rows]
    found = [Relation(grid, r, gross, [net], [VAT], "with_vat", r.label) for r, gross, net in pairs if gross.value != net.value]
    if sum(r.fits() for r in found) > 2 * sum(not r.fits() for r in found):
        yield from ((relation, "warning") for relation in found)


def _whole_or_rounded(number: Number) -> Number:
    """As a factor: whole numbers are meant as they stand."""
    whole = number.value == number.value.to_integral_value()
    return Number(number.value, number.value, number.value, number.source, number.percent) if whole else number


def _shares(grid: Grid) -> Iterator[tuple[Relation, str]]:
    """A column of percentages: of a column's total, or of one column out of another in each row; or those in brackets behind the labels."""
    amounts = [j for j in grid.columns if not grid.is_share(j)]
    whole = next((r for r in reversed(grid.rows) if r.total), None)
    whole_row = [*whole.numbers.values()] if whole else []
    for base, added in [(j, n) for j, n in whole.numbers.items() if j in amounts] if whole else ():
        shares = [(r, share) for r in grid.rows if not r.total and base in r.numbers and (share := _in_label(grid, r))]
        found = [Relation(grid, r, n, [r.numbers[base]], [1], "share", r.label, added) for r, n in shares]
        if sum(r.fits() for r in found) > 1 >= sum(not r.fits() for r in found):
            yield from ((relation, "warning") for relation in found)
    for j in [j for j in grid.columns if grid.is_share(j)]:
        tried = [_share_relations(grid, j, base, whole) for base in amounts if whole and base in whole.numbers]
        tried += [_of_all(grid, j, base) for base in amounts if not whole and not any(r.part for r in grid.rows)]
        tried += [_ratio_relations(grid, j, part, of) for part, of in permutations(amounts[:MOST_BASES], 2)]
        tried += [_percent_changes(grid, j, a, b) for a, b in combinations(amounts[:MOST_BASES], 2)]
        tried = [t for t in tried if t]
        if not tried:
            continue
        best = max(tried, key=lambda rs: sum(r.fits() for r in rs))
        fits = sum(r.fits() for r in best)
        wrong = len(best) - fits
        if fits >= (2 if best[0].whole and best[0].whole in whole_row else 3) and fits > 2 * wrong:
            yield from ((relation, "error") for relation in best)
        elif fits > 1 == wrong and SHARE_COLUMN.search(grid.heading(j)):
            yield from ((relation, "warning") for relation in best)


def _in_label(grid: Grid, row: Row) -> Number | None:
    """ "Grundkapital (10 pct.)"."""
    match = SHARE_IN_LABEL.search(row.label)
    cell = grid.table.rows[row.index][0] if match and row.index < len(grid.table.rows) else None
    read = numeral(match[1]) if match else None
    if not match or not read or cell is None or cell.source is None or cell.text != row.label:
        return None  # also where the row is of a table on the page before
    value, step = read
    start = cell.source.at + match.start(1)
    return Number(value, value - step / 2, value + step / 2, grid.flow.source(start, cell.source.at + match.end() - 1), percent=True)


def _hundreds(grid: Grid) -> Iterator[tuple[Relation, str]]:
    """The last of a row's percentages as what the others leave of a hundred, where all rows but one of four or more add up to that."""
    shares = [j for j in grid.columns if grid.is_share(j)]
    rows = [(r, [r.numbers[j] for j in shares if j in r.numbers]) for r in grid.rows]
    found = [Relation(grid, r, cells[-1], cells[:-1], [1] * len(cells[:-1]), "rest", r.label) for r, cells in rows if cells]
    whole = len(shares) > 1 and all(len(cells) in (0, len(shares)) for _, cells in rows)
    if whole and len(found) >= LEAST_ROWS and sum(not r.fits() for r in found) <= 1 and all(map(_nearly_all, found)):
        yield from ((relation, "error") for relation in found)


def _nearly_all(relation: Relation) -> bool:
    """Do the percentages of a row come about to a hundred?"""
    return abs(relation.stated.value + relation.added() - 100) <= MOST_OFF


def _share_relations(grid: Grid, j: int, base: int, whole: Row) -> list[Relation]:
    rows = [r for r in grid.rows if j in r.numbers and base in r.numbers and r is not whole and r.numbers[base].value]
    return [Relation(grid, r, r.numbers[j], [r.numbers[base]], [1], "share", r.label, whole.numbers[base]) for r in rows]


def _of_all(grid: Grid, j: int, base: int) -> list[Relation]:
    """Shares of what a column without a total comes to, where all but one of four rows or more agree on it."""
    cells = [r.numbers[base] for r in grid.rows if base in r.numbers]
    if len(cells) < LEAST_ROWS or len(cells) != len(grid.rows) or any(c.value < 0 for c in cells):
        return []
    value, low, high = (sum(ends, Decimal(0)) for ends in zip(*((c.value, c.low, c.high) for c in cells), strict=True))
    added = replace(cells[0], value=value, low=low, high=high)
    found = _share_relations(grid, j, base, Row(-1, "", {base: added}))
    return found if sum(not r.fits() for r in found) <= 1 else []


def _ratio_relations(grid: Grid, j: int, part: int, of: int) -> list[Relation]:
    rows = [r for r in grid.rows if {j, part, of} <= r.numbers.keys() and r.numbers[part].value and r.numbers[of].value]
    found = [Relation(grid, r, r.numbers[j], [r.numbers[part]], [1], "share", r.label, r.numbers[of]) for r in rows]
    return [r if r.fits() or r.row.total else next((o for o in _of_other_columns(r, r.row.numbers[of]) if o.fits()), r) for r in found]


def _of_other_columns(relation: Relation, whole: Number) -> Iterator[Relation]:
    """The same share of another number of its row: half of what was granted, where more was spent."""
    told = (relation.stated, *relation.cells, whole)
    others = (n for n in relation.row.numbers.values() if n.value and not n.percent and n not in told)
    return (replace(relation, whole=n) for n in others if abs(n.value - whole.value) <= SPENT_ASIDE * whole.value)


def _percent_changes(grid: Grid, j: int, before: int, after: int) -> list[Relation]:
    rows = [r for r in grid.rows if {j, before, after} <= r.numbers.keys() and r.numbers[before].value]
    return [Relation(grid, r, r.numbers[j], [r.numbers[before], r.numbers[after]], [-1, 1], "percent_change", r.label) for r in rows]
