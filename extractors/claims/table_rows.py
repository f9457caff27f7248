"""What follows down a table's columns: totals, subtotals and results over the rows that they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

from extractors.claims.grid import AVERAGE_COLUMN, DIFFERENCE_COLUMN, TOTAL_COLUMN, Grid, Row
from extractors.claims.relations import Relation

UNLIKELY = Decimal("0.001")
"""That a row is the sum of those above it by chance: the printed steps over the numbers, multiplied."""
NEAR_NOUGHT = Decimal("0.3")
"""How far amounts that are said to even out may be from it, as a part of the largest."""
LEAST_OPEN, MOST_OPEN = 3, 18
"""Rows among which subtotals without a name are looked for."""
_RESULT = re.compile(r"^(?:netto|resultat|balance)|(?:netto|resultat)\W*$", re.I)
_WHOLE = re.compile(r"^(?:hele|alle|kommunen)\b(?! beløbet)", re.I)
"""What may be more than the rows above, which are some of it."""
_INCOME = re.compile(
    r"^\W*(?:\d+\W+)?(?:indtægt|merindtægt|salg|tilskud|refusion|fradrag|fratrukket|minus|besparelse|mindreudgift|mindreforbrug"
    r"|egenbetaling|brugerbetaling|deltagerbetaling|medfinansiering|statstilskud|forældrebetaling|lån\b)",
    re.I,
)
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

    def holds_row(self, row: Row) -> bool:
        """Is the row among those added?"""
        return any(r is row for r, _ in self.terms)


def find(grid: Grid) -> Iterator[tuple[Relation, str]]:
    """Every relation down the columns, and what it is if it does not hold."""
    columns = [j for j in grid.columns if not AVERAGE_COLUMN.search(grid.heading(j))]
    totals = _totals(grid, columns)
    for total in totals:
        yield from _weighed(grid, total, totals)


def _totals(grid: Grid, columns: Sequence[int]) -> list[Total]:
    """Total rows over the rows above them, or below when the total stands first."""
    found: list[Total] = []
    open_rows: list[Row] = []
    totals: list[Row] = []
    leaves: list[Row] = []
    for row in grid.rows:
        if row.part:
            continue
        if row.total and (leaves or totals):
            best = _best(grid, row, _readings(open_rows, totals, leaves), columns)
            parted = [] if best and best.fits() else _parted(grid, row, found, open_rows, columns)
            found += parted or ([best] if best else [])
            totals, open_rows = [*totals, row], []
        elif not row.total:
            unnamed = _unnamed(grid, row, open_rows, columns)
            if unnamed:
                found.append(unnamed)
                totals, open_rows = [*totals, row], []
            else:
                open_rows.append(row)
                leaves.append(row)
    if grid.rows and grid.rows[0].total and len(leaves) > 1 and (best := _best(grid, grid.rows[0], [_plus(leaves)], columns)):
        best.first = True
        found.append(best)
    return found


def _plus(rows: list[Row]) -> Terms:
    return [(r, 1) for r in rows]


def _readings(open_rows: list[Row], totals: list[Row], leaves: list[Row]) -> list[Terms]:
    """What a total row may be the sum of, the likeliest first."""
    latest = [[*totals[-1:], *open_rows], [*totals[-2:], *open_rows]]
    found = [_plus(rows) for rows in (open_rows, [*totals, *open_rows], leaves, totals, *latest)]
    if len(totals) > 1:
        found.append([(totals[-2], 1), (totals[-1], -1)])
        found.append([(totals[-1], 1), (totals[-2], -1)])
    for rows in (open_rows, leaves):
        found.append([(r, -1 if at else 1) for at, r in enumerate(rows)])
        if any(_INCOME.match(r.label) for r in rows):
            found.append([(r, -1 if _INCOME.match(r.label) else 1) for r in rows])
            found.append([(r, 1 if _INCOME.match(r.label) else -1) for r in rows])
    if len(leaves) == 2:
        found.append([(leaves[1], 1), (leaves[0], -1)])
    if totals and open_rows:
        found.append([(totals[-1], 1), *((r, -1) for r in open_rows)])
    seen: set[tuple[tuple[int, int], ...]] = set()
    unique: list[Terms] = []
    for terms in found:
        key = tuple((id(r), sign) for r, sign in terms)
        if (len(terms) > 1 or terms and totals and terms[0][0] not in totals) and key not in seen:
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
        if tried.relations and not tried.takes_away_a_minus() and (best is None or tried.fits() > best.fits()):
            best = tried
            if best.fits() == most:
                break
    return best


def _weighed(grid: Grid, total: Total, totals: list[Total]) -> Iterator[tuple[Relation, str]]:
    """What differs is sure where other columns fit; where none does, when the words or the other totals leave no other reading."""
    closes = total.fits()
    sums = [r for r in total.relations if r.fits() or not r.change and (r.may_be_sum() or _mends(r, bool(closes)))]
    if closes:
        severity = "error" if len(sums) - closes <= max(1, closes) else "unverifiable"
    else:
        sums = sums or total.relations
        severity = "warning" if _sure(grid, total, totals, sums) else "unverifiable"
    for relation in sums:
        relation.silent = not closes and relation is not sums[0]
        relation.lacks_row = not closes and len(sums) > 1 and relation.short()
        yield relation, "warning" if severity == "error" and not total.named else severity


def _mends(relation: Relation, closes: bool) -> bool:
    """Would one slip less make it a sum: any where other columns close, else only one that is rarely mistaken?"""
    return relation.mends() if closes and not relation.share else relation.slipped()


def _sure(grid: Grid, total: Total, totals: list[Total], relations: list[Relation]) -> bool:
    """A total that no column confirms: is there nothing else that it can be meant for?"""
    if total.divided:
        return True
    if any(s < 0 for _, s in total.terms) or _WHOLE.match(total.row.label):
        return False
    if _simple(grid, total.row):
        if len(relations) > 1:
            return _lacks_a_row(relations)
        return not total.first and (_wrong_sum(relations[0]) or relations[0].slipped())
    return _confirmed(total, totals)


def _simple(grid: Grid, row: Row) -> bool:
    """One total, at the end, over plain rows that all have their number: nothing else can be meant."""
    others = [r for r in grid.rows if r is not row]
    return (
        row is grid.rows[-1]
        and len(others) > 1
        and not any(r.total or r.part or r.after_gap for r in others[1:])
        and all(set(row.numbers) <= set(r.numbers) for r in others)
    )


def _wrong_sum(relation: Relation) -> bool:
    """Is it a sum, to judge by its size, or by its signs and what would mend it?"""
    if _read_otherwise(relation):
        return False
    mixed = len({v > 0 for v in relation.values() if v}) > 1
    if not relation.stated.value:
        return mixed and abs(relation.added()) <= NEAR_NOUGHT * max(map(abs, relation.values()))
    if relation.share or relation.stated.percent or not relation.mends():
        return relation.near() and relation.may_be_sum() and (mixed or not relation.between())
    return relation.near() or mixed or relation.short()


def _read_otherwise(relation: Relation) -> bool:
    """May a positive part belong to the others ("Unge under 30"), or be taken away? May percentages be of several answers each?"""
    values = relation.values()
    off = relation.added() - relation.stated.value
    if relation.share or relation.stated.percent:
        return off > 0
    return len(values) > 2 and min(values) > 0 and any(off in (v, 2 * v) for v in values)


def _lacks_a_row(relations: list[Relation]) -> bool:
    """Every column falls short of its total, on one page: a part was left out."""
    pages = {c.source.page for r in relations for c in [r.stated, *r.cells]}
    return len(pages) == 1 and all(r.short() for r in relations) and any(r.near() for r in relations)


def _confirmed(total: Total, totals: list[Total]) -> bool:
    """Do the totals after this one close with it, or the totals before it, so that only its own parts can be wrong?"""
    before = [t for t in totals if t.row.index < total.row.index]
    after = [t for t in totals if t.row.index > total.row.index and t.closes()]
    group = all(not r.total for r, _ in total.terms)
    if group and any(t.holds_row(total.row) or all(t.holds_row(r) for r, _ in total.terms) for t in after):
        others = [t for t in [*before, *after] if t.closes()]
        return len(others) > 1 or len(total.terms) > 1 and any(r.near() or r.slipped() for r in total.relations)
    whole = not after and before and all(t.closes() for t in before) and all(total.holds_row(t.row) for t in before)
    return bool(whole) and not _RESULT.search(total.row.label) and all(_wrong_sum(r) or r.slipped() for r in total.relations)


def _unnamed(grid: Grid, row: Row, open_rows: list[Row], columns: Sequence[int]) -> Total | None:
    """A row that no word calls a total but that is the sum of the rows above, to the last digit of large numbers or in several columns."""
    if len(open_rows) < 2:
        return None
    terms = _plus(open_rows)
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
