"""The money in the cells of a table, whose unit is printed in a heading or a caption: "1.000 kr."."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from minutes.checks.explain import OF_CELLS
from minutes.records import Document, Quantity, StatedClaim

Places = Mapping[tuple[int, int], Decimal]


def money_at(document: Document) -> Places:
    """Where the amounts in tables stand, by page and end (a sign may stand before them), and how many kroner each is."""
    return {(a.source.page, a.source.end): Decimal(abs(a.oere)) / 100 for a in document.amounts if a.table >= 0}


def in_their_unit(claim: StatedClaim, money: Places) -> StatedClaim:
    """The claim with bare numbers in the one unit that their table prints; as it is where that is not known of all of them."""
    bare = [q for q in (claim.stated, *claim.operands) if q.unit == "count"]
    times = {_kroner_of_one(q, money) for q in bare if q.value}
    one = times.pop() if len(times) == 1 else None
    unit = OF_CELLS.get(one) if one else None
    if unit is None:
        return claim
    stated, *operands = (
        Quantity(q.value, q.low, q.high, unit, q.source, q.label) if q.unit == "count" else q for q in (claim.stated, *claim.operands)
    )
    return replace(claim, stated=stated, operands=tuple(operands))


def _kroner_of_one(q: Quantity, money: Places) -> Decimal | None:
    kroner = money.get((q.source.page, q.source.end)) if q.source else None
    return kroner / abs(q.value) if kroner is not None else None
