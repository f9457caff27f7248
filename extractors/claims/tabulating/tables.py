"""Totals, subtotals, results, net and difference columns, and shares in tables.

A relation is taken from the words and from the fit: of the readings that the words allow, that which fits most columns (or rows).
A table that no reading fits is not judged; one column that differs where the others fit is.
"""

from __future__ import annotations

import re

from extractors.claims.grid import Grid
from extractors.claims.ledger import Ledger
from extractors.claims.tabulating import table_columns, table_pairs, table_rows
from extractors.claims.tabulating.relations import Relation
from minutes.records import Claim

_TWICE = re.compile(
    r"\bmindre end summen|\b(?:talt|regnet|skrevet op|tilmeldt|opført|registreret) (?:[a-zæøå]+ ){0,3}(?:to|flere|begge)\b"
    r"|\b(?:to|flere|begge) steder\b|\bmere end (?:ét|en|et) sted\b|\bgår igen\b|\bdobbelt(?:talt|gænger\w*)?\b"
)
BELOW = 400
"""Characters below a table's last row in which its numbers may be explained."""
FAMILIES = {"percent_change": "share", "rest": "sum", "with_vat": "product"}
"""The family that a relation is judged in, where it has another name."""


def find(ledger: Ledger) -> None:
    """Every relation in every table."""
    grids, whole = [grid for grid in ledger.grids if grid.rows], None
    for above, grid in zip([None, *grids], grids, strict=False):
        whole = grid.after(whole) if above and whole and _goes_on(above, grid) else grid
        down = [*table_rows.find(grid)] if whole is grid else _over_pages(grid, whole)
        across = [found for found in table_columns.find(whole) if found[0].row in whole.rows[-len(grid.rows) :]]
        repeated = _repeated(down, across)
        for way, relations in (("down", down), ("across", across)):
            for relation, if_not in relations:
                _say(ledger, relation, if_not, silent=relation.silent or id(relation) in repeated, way=way)
    for relation, if_not in table_pairs.find([grid for grid in grids if len(grid.rows) > 1 and grid.columns]):
        _say(ledger, relation, if_not, silent=False, way="pair")


def _goes_on(above: Grid, grid: Grid) -> bool:
    """Is it the rest of a table of the page before, whose totals are of rows there too?"""
    heads = [[[c.text for c in row] for row in g.table.rows[: g.table.header_rows]] for g in (above, grid)]
    return bool(heads[0]) and heads[0] == heads[1] and grid.table.source.page == above.table.source.page + 1


def _over_pages(grid: Grid, whole: Grid) -> list[tuple[Relation, str]]:
    """The totals of a page, of all the rows since the table began or of its own if those fit more columns; none where nothing fits."""
    readings = ([f for f in table_rows.find(g) if f[0].row in g.rows[-len(grid.rows) :]] for g in (whole, grid.after(None)))
    return max(readings, key=lambda found: sum(r.fits() for r, _ in found))


def _repeated(down: list[tuple[Relation, str]], across: list[tuple[Relation, str]]) -> set[int]:
    """Of a row and a column that differ at the same cell, the one that need not tell it: where the cell is a total, its sum tells."""
    differing = [r for r, if_not in across if if_not != "unverifiable" and not r.fits()]
    shares = {id(r.stated) for r in differing if r.relation == "share"}
    wrong = [r for r in differing if r.relation != "share"]
    said = {id(r) for r, _ in down if not r.fits() and any(id(c) in shares for c in r.cells)}
    for relation, if_not in down:
        if relation.fits() or if_not == "unverifiable":
            continue
        cells = {id(c) for c in relation.cells}
        for row in wrong:
            if any(id(c) == id(relation.stated) for c in row.cells):
                said.add(id(row))
            elif cells & {id(c) for c in [row.stated, *row.cells]} or relation.stated is row.stated:
                said.add(id(relation))
    return said


def _told_of_twice(ledger: Ledger, found: Relation) -> bool:
    """Do the words below a table say that some are counted in several rows: "da seks personer er skrevet op til to steder"?"""
    if found.relation != "sum" or found.fits() or found.stated.value >= found.added():
        return False
    end = found.grid.row_source(found.grid.rows[-1]).at
    return _TWICE.search(ledger.flow.text, end, end + BELOW) is not None


def _say(ledger: Ledger, found: Relation, if_not: str, silent: bool, way: str) -> None:
    grid = found.grid
    operands = [grid.quantity(c) for c in found.cells]
    family, relation = FAMILIES.get(found.relation, found.relation), found.relation
    if_not = "unverifiable" if found.stated.noted or _told_of_twice(ledger, found) else if_not
    extra = {"if_not": if_not, "table": grid.table.index, "silent": silent, "way": way, "lacks_row": found.lacks_row}
    if found.signed or relation == "with_vat":
        relation = "sum"
    if relation == "sum":
        extra["weights"] = found.weights
    if relation == "share" and found.whole:
        operands.append(grid.quantity(found.whole))
    stated = grid.quantity(found.stated, found.label)
    source = grid.row_source(found.row)
    ledger.claims.append(
        Claim(
            kind=family,
            relation=relation,
            source=source,
            check=f"{family}-differs",
            stated=stated,
            operands=tuple(operands),
            item=ledger.structure.item_at(source.at),
            extra=extra,
        )
    )
