"""A table whose rows follow one price told in the text: "en timepris på 612 kr." over the columns "Timer" and "Gebyr"."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from extractors.claims.fit import exact
from extractors.claims.grid import Grid, Number
from extractors.claims.mentions import Mention
from extractors.claims.sentences import Ledger
from minutes.closeness import FAIR, closeness
from minutes.records import Claim

LEAST_ROWS = 3
"""So many rows must a table have, of which all but one follow the price."""
MOST_COLUMNS = 5


def find(ledger: Ledger) -> None:
    """Every such table with one row that does not follow it, by its digits."""
    prices: dict[Decimal, Mention] | None = None
    for grid in ledger.grids:
        columns = [j for j in grid.columns if not grid.is_share(j)][:MOST_COLUMNS]
        for a, b in permutations(columns, 2) if len(grid.rows) >= LEAST_ROWS else ():
            pairs = [(r.numbers[a], r.numbers[b]) for r in grid.rows if not r.total and {a, b} <= r.numbers.keys() and r.numbers[a].value]
            times = Counter(y.value / x.value for x, y in pairs)
            rate, fits = times.most_common(1)[0] if len(pairs) >= LEAST_ROWS else (Decimal(0), 0)
            if rate > 1 and 1 < fits == len(pairs) - 1:
                prices = prices or {m.value: m for s in ledger.sentences for m in s.mentions if m.unit == "kr"}
                if rate in prices:
                    _odd(ledger, grid, prices[rate], pairs)


def _odd(ledger: Ledger, grid: Grid, price: Mention, pairs: list[tuple[Number, Number]]) -> None:
    """The row that does not follow, if two digits or one keep it from that."""
    x, y = next((x, y) for x, y in pairs if x.value * price.value != y.value)
    if closeness(x.value * price.value, y.value) < FAIR:
        return
    ledger.claims.append(
        Claim(
            kind="product",
            relation="product",
            source=y.source,
            check="product-differs",
            stated=grid.quantity(y),
            operands=(grid.quantity(replace(x, low=x.value, high=x.value)), exact(price).quantity(ledger.flow)),
            item=ledger.structure.item_at(y.source.at),
            extra={"if_not": "warning", "table": grid.table.index},
        )
    )
