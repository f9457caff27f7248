"""An amount of a table that the prose tells ten, a hundred or a thousand times too large or too small: "3,5 mio. kr." of 350 thousand.

The table must say what its numbers are in, and the clause must name its line; no cell of the table may be the amount as it is told.
"""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.claims.grid import DIFFERENCE_COLUMN, Grid, Number, Row
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence
from extractors.claims.tabulating.table_words import SPOKEN_OF, TOTAL, clauses, spoken_of
from minutes.closeness import SLIPS
from minutes.needs import needs

TELLING = 3
"""Digits that a figure hardly shares with another by chance."""
_DEVIATION = re.compile(r"\b(?:m(?:er|indre)forbrug\w*|(?:mere|mindre) end|overskrid\w*|afvig\w*|besparelse\w*|(?:over|under)skud\w*)")
_AGAIN = re.compile(r", (?:eller|svarende til|dvs\.|altså)\b")
""" "134 mio. kr. til 96 børn, eller knap 1.400 kr. for hvert barn": the same told otherwise."""
_OTHER = re.compile(r"\b(?:heraf|hvoraf|pulje\w*|pr\.|per|tilskud\w*|lån\w*|hver)\b")
_MONEY = needs(re.compile("\ue000"))


def find(ledger: Ledger) -> None:
    """Every such amount."""
    for s, _ in ledger.in_turn(0, _MONEY) if ledger.grids else ():
        grid = next((g for g in ledger.grids_before(s, SPOKEN_OF) if g.table.scale and g.rows), None)
        if not grid or s.kind == "heading":
            continue
        for clause in clauses(s):
            again = _AGAIN.search(s.skeleton, *clause)
            clause = (clause[0], again.start()) if again else clause
            told = s.between(*clause, "kr")
            row = spoken_of(s.skeleton[slice(*clause)], [(TOTAL if r.total else r.label, r) for r in grid.rows]) if told else None
            if row and len(told) == 1 and not told[0].bounded and not _OTHER.search(s.skeleton, *clause):
                _amount(ledger, s, told[0], grid, row, s.skeleton[slice(*clause)])


def _amount(ledger: Ledger, s: Sentence, m: Mention, grid: Grid, row: Row, clause: str) -> None:
    if any(_is(grid.money(n), m, Decimal(1)) for r in grid.rows for n in r.numbers.values()):
        return
    cells = [(j, n) for j, n in row.numbers.items() if any(_is(grid.money(n), m, by) for by in SLIPS) and not n.percent]
    if len(cells) == 1 and (m.digits >= TELLING or _told_so(grid, cells[0][0], cells[0][1], m, clause)):
        ledger.say(s, "restated", "sum", m, [grid.money(cells[0][1])], if_not="warning")


def _is(cell: Mention, m: Mention, by: Decimal) -> bool:
    """Is it so many times the cell, digit by digit or rounded?"""
    value = abs(cell.value) * by
    return bool(value) and m.low <= value <= m.high and (by == 1 or value == abs(m.value))


def _told_so(grid: Grid, column: int, n: Number, m: Mention, clause: str) -> bool:
    """Of a figure of few digits: does the clause speak of its column, or has the whole unit slipped?"""
    deviation = DIFFERENCE_COLUMN.search(grid.heading(column)) or _DEVIATION.search(grid.heading(column).lower())
    years = re.findall(r"(?:19|20)\d\d", grid.heading(column))
    unit = abs(m.value) / abs(n.value * (grid.table.scale or 1)) in (Decimal(1000), Decimal("0.001"))
    return bool(deviation and _DEVIATION.search(clause)) or bool(years) and all(y in clause for y in years) or unit
