"""What each relation between figures makes of its operands: as intervals that the printed digits allow, and as printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from minutes.checks.explain import weights
from minutes.interval import Interval, total
from minutes.records import Claim, Quantity

HUNDRED = Interval.exact(100)


def interval_of(q: Quantity) -> Interval:
    """What the printed digits of a quantity allow."""
    return Interval(q.low, q.high)


def added(claim: Claim) -> Interval:
    """The weighted sum of the operands."""
    return total(_times(interval_of(q), weight) for q, weight in zip(claim.operands, weights(claim), strict=True))


def _times(interval: Interval, weight: Decimal | int) -> Interval:
    if weight == 1:
        return interval
    return -interval if weight == -1 else interval * Interval.exact(weight)


def _product(claim: Claim) -> Interval:
    product = Interval.exact(1)
    for q in claim.operands:
        product = product * interval_of(q)
    return product


def size(found: Interval) -> Interval:
    """Without its sign: a fall of 17 is stated as 17."""
    if found.low >= 0:
        return found
    return -found if found.high <= 0 else Interval(Decimal(0), max(-found.low, found.high))


RELATIONS: dict[str, Callable[[Claim], Interval]] = {
    "sum": added,
    "at_most": added,
    "count": added,
    "named": added,
    "product": _product,
    "difference": lambda c: size(interval_of(c.operands[1]) - interval_of(c.operands[0])),
    "percent_change": lambda c: size((interval_of(c.operands[1]) - interval_of(c.operands[0])) * HUNDRED / interval_of(c.operands[0])),
    "grown_by": lambda c: interval_of(c.operands[0]) * HUNDRED / (interval_of(c.operands[1]) - interval_of(c.operands[0])),
    "shrunk_by": lambda c: interval_of(c.operands[0]) * HUNDRED / (interval_of(c.operands[1]) + interval_of(c.operands[0])),
    "quotient": lambda c: interval_of(c.operands[0]) / interval_of(c.operands[1]),
    "share": lambda c: size(interval_of(c.operands[0]) * HUNDRED / interval_of(c.operands[1])),
    "percent_of": lambda c: interval_of(c.operands[0]) * interval_of(c.operands[1]) / HUNDRED,
    "permille_of": lambda c: interval_of(c.operands[0]) * interval_of(c.operands[1]) / HUNDRED / Interval.exact(10),
    "rest": lambda c: HUNDRED - added(c),
}
"""What each relation makes of its operands."""

UNSIGNED = ("difference", "percent_change", "share")
"""Relations whose result is stated without a sign, or with one that follows the document's own convention."""

PERCENTAGES = ("share", "percent_change", "grown_by", "shrunk_by")
"""Relations whose result is a percentage; people cut decimals off as well as rounding them, which is worth a note only."""


def result(claim: Claim) -> Interval:
    """What the operands come to; a sum where nothing else is said. Raises ArithmeticError where something is divided by nought."""
    return RELATIONS.get(claim.relation, added)(claim)


def as_printed(claim: Claim) -> Decimal:
    """The same of the printed values alone, for the reader."""
    return result(replace(claim, operands=tuple(replace(q, low=q.value, high=q.value) for q in claim.operands))).middle
