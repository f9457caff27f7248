"""A table whose rows follow one price or number told in the text: "en timepris på 612 kr." over the columns "Timer" and "Gebyr", "opkræves
i 11 måneder" over "Takst pr. år" and "Takst pr. måned", "25 pct. af udgiften" over "Udgift" and "Takst". A rate that nobody tells must be
that of more rows, and the odd one have two digits exchanged."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from extractors.claims.fit import exact
from extractors.claims.grid import Grid, Number
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.multiplying.multiples import VAT
from minutes.closeness import FAIR, closeness, one_digit, swapped
from minutes.records import Claim

LEAST_ROWS = 3
"""So many rows must a table have, of which all but one follow the price."""
MOST_COLUMNS = 5
LEAST_UNTOLD = 3
"""So many rows must follow a rate that the text does not tell."""
TEN = 10
"""A smaller whole number is the rate of two rows by chance."""


def find(ledger: Ledger) -> None:
    """Every such table with one row that does not follow it, by its digits."""
    rates: dict[Decimal, Mention] | None = None
    for grid in ledger.grids:
        columns = [j for j in grid.columns if not grid.is_share(j) or "moms" in grid.heading(j).lower()][:MOST_COLUMNS]
        for a, b in permutations(columns, 2) if len(grid.rows) >= LEAST_ROWS else ():
            pairs = [(r.numbers[a], r.numbers[b]) for r in grid.rows if not r.total and {a, b} <= r.numbers.keys() and r.numbers[a].value]
            times = Counter(y.value / x.value for x, y in pairs)
            rate, fits = times.most_common(1)[0] if len(pairs) >= LEAST_ROWS else (Decimal(0), 0)
            if rate not in (0, 1) and (2 if rate == int(rate) and rate < TEN else 1) < fits == len(pairs) - 1:
                rates = rates or _told(ledger)
                if rate in rates or rate == VAT and "moms" in grid.heading(b).lower() or rate > 1 and _turned(rate, fits, pairs):
                    _odd(ledger, grid, rate, rates.get(rate), pairs)


def _told(ledger: Ledger) -> dict[Decimal, Mention]:
    """What the text tells that may be a rate: amounts, numbers and parts of a hundred."""
    told = [m for s in ledger.sentences for m in s.mentions if not m.bounded]
    hundredths = (replace(m, value=m.value / 100, low=m.low / 100, high=m.high / 100, unit="number") for m in told if m.unit == "percent")
    return {m.value: m for m in (*hundredths, *(m for m in told if m.unit == "number"), *(m for m in told if m.unit == "kr"))}


def _odd(ledger: Ledger, grid: Grid, rate: Decimal, told: Mention | None, pairs: list[tuple[Number, Number]]) -> None:
    """The row that does not follow, if two digits or one of either of its numbers keep it from that; VAT need not be told."""
    x, y = next((x, y) for x, y in pairs if x.value * rate != y.value)
    due = y.value / rate
    if closeness(x.value * rate, y.value) >= FAIR or swapped(x.value * rate, y.value):
        relation, stated, other = "product", y, x
    elif told and due == int(due) and len(due.normalize().as_tuple().digits) > 1 and _one_slip(due, x.value):
        relation, stated, other = "quotient", x, y
    else:
        return
    operands = [grid.quantity(replace(other, low=other.value, high=other.value)), *([exact(told).quantity(ledger.flow)] if told else [])]
    ledger.claims.append(
        Claim(
            kind="product",
            relation=relation if told else "sum",
            source=stated.source,
            check="product-differs",
            stated=grid.quantity(stated),
            operands=tuple(operands),
            item=ledger.structure.item_at(stated.source.at),
            extra={"if_not": "warning", "table": grid.table.index} | ({} if told else {"weights": [rate]}),
        )
    )


def _turned(rate: Decimal, fits: int, pairs: list[tuple[Number, Number]]) -> bool:
    """Do many rows follow the rate, and would the odd one if two digits of its larger number had changed places?"""
    return fits >= LEAST_UNTOLD and all(x.value * rate == y.value or swapped(x.value * rate, y.value) for x, y in pairs)


def _one_slip(one: Decimal, other: Decimal) -> bool:
    return closeness(one, other) >= FAIR or one_digit(one, other)
