"""What follows down a table's columns: totals, subtotals and results over their rows, and how sure it is where one differs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extractors.claims.grid import AVERAGE_COLUMN, Grid, Row
from extractors.claims.tabulating import table_rests
from extractors.claims.tabulating.relations import Relation
from extractors.claims.tabulating.table_totals import Total, totals

NEAR_NOUGHT = Decimal("0.3")
"""How far amounts that are said to even out may be from it, as a part of the largest."""
NEAR_SUM = Decimal("0.12")
"""How far a total may be from what its column comes to and still be meant as that, as a part of it."""
FEW = 3
"""So many amounts or fewer may be one and what is some of it."""
_RESULT = re.compile(r"^(?:netto|resultat|balance)|(?:netto|resultat)\W*$", re.I)
_WHOLE = re.compile(r"^(?:hele|alle|kommunen)\b(?! beløbet)", re.I)
"""What may be more than the rows above, which are some of it."""


def find(grid: Grid) -> Iterator[tuple[Relation, str]]:
    """Every relation down the columns, and what it is if it does not hold."""
    columns = [j for j in grid.columns if not AVERAGE_COLUMN.search(grid.heading(j)) or _added_up(grid, j)]
    found = totals(grid, columns)
    said = [told for total in found for told in _weighed(grid, total, found)]
    yield from said
    yield from table_rests.find(grid, columns, {id(r.stated) for r, if_not in said if if_not != "unverifiable"})


def _added_up(grid: Grid, j: int) -> bool:
    """Is each total of a column "Pris" larger than all above it since the last, or the last one than all, and nearly what they come to? No
    average is."""
    rows = [r for r in grid.rows if j in r.numbers]
    return _each_added_up(rows, j) or _each_added_up([r for r in rows if not r.total or r is rows[-1]], j)


def _each_added_up(rows: list[Row], j: int) -> bool:
    values: list[Decimal] = []
    for row in rows:
        value = row.numbers[j].value
        if row.total and not (len(values) > 1 and value > max(values) and abs(sum(values) - value) <= NEAR_SUM * value):
            return False
        values = [] if row.total else [*values, value]
    return bool(rows) and rows[-1].total and not values


def _weighed(grid: Grid, total: Total, found: list[Total]) -> Iterator[tuple[Relation, str]]:
    """What differs is sure where other columns fit; where none does, when the words or the other totals leave no other reading."""
    closes = total.fits()
    sums = [r for r in total.relations if r.fits() or not r.change and (r.may_be_sum() or not r.averages() and _mends(r, bool(closes)))]
    if not closes:
        sums = sums or total.relations
    off, near = len(sums) - closes, sum(r.near() and not r.fits() for r in sums)
    sure = not closes and _sure(grid, total, found, sums)
    for relation in sums:
        relation.silent = not closes and relation is not sums[0]
        relation.lacks_row = not closes and len(sums) > 1 and relation.short()
        told = closes and (near if relation.near() else off) <= max(1, closes)
        severity = "error" if told else "warning" if sure else "unverifiable"
        if told and relation.overlaps():
            severity = "note"
        yield relation, "warning" if severity == "error" and not total.named else severity


def _mends(relation: Relation, closes: bool) -> bool:
    """Would one slip less make it a sum: any where other columns close, else only one that is rarely mistaken?"""
    return relation.mends() if closes and not relation.share else relation.slipped()


def _sure(grid: Grid, total: Total, found: list[Total], relations: list[Relation]) -> bool:
    """A total that no column confirms: is there nothing else that it can be meant for?"""
    if total.divided:
        return True
    if any(s < 0 for _, s in total.terms) or _WHOLE.match(total.row.label):
        return False
    if _simple(grid, total.row):
        if len(relations) > 1:
            return _lacks_a_row(relations)
        return not total.first and (_wrong_sum(relations[0]) or relations[0].slipped())
    return _confirmed(total, found)


def _simple(grid: Grid, row: Row) -> bool:
    """One total, at the end or with some of it after it, over plain rows that all have their number: nothing else can be meant."""
    at = next((i for i, r in enumerate(grid.rows) if r is row), 0)
    others = grid.rows[:at]
    return (
        all(r.part for r in grid.rows[at + 1 :])
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
    some = len(values) > 2 and min(values) > 0 and any(off in (v, 2 * v) for v in values)
    return some and not (len(values) > FEW and relation.grid.table.scale == 1 and off > 0)  # what money goes to is told once


def _lacks_a_row(relations: list[Relation]) -> bool:
    """Every column falls short of its total, on one page: a part was left out."""
    pages = {c.source.page for r in relations for c in [r.stated, *r.cells]}
    return len(pages) == 1 and all(r.short() for r in relations) and any(r.near() for r in relations)


def _confirmed(total: Total, found: list[Total]) -> bool:
    """Do the totals after this one close with it, or the totals before it, so that only its own parts can be wrong?"""
    before = [t for t in found if t.row.index < total.row.index]
    after = [t for t in found if t.row.index > total.row.index and t.closes()]
    group = all(not r.total for r, _ in total.terms)
    if group and any(t.holds_row(total.row) or all(t.holds_row(r) for r, _ in total.terms) for t in after):
        others = [t for t in [*before, *after] if t.closes()]
        return len(others) > 1 or len(total.terms) > 1 and any(r.near() or r.slipped() for r in total.relations)
    others = [t for t in found if t is not total]
    if group and others and all(t.closes() and all(not r.total for r, _ in t.terms) for t in others):
        return all(r.mends() and _wrong_sum(r) for r in total.relations)
    whole = not after and before and all(t.closes() for t in before) and all(total.holds_row(t.row) for t in before)
    return bool(whole) and not _RESULT.search(total.row.label) and all(_wrong_sum(r) or r.slipped() for r in total.relations)
