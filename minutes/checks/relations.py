"""What each relation between figures makes of its operands: as intervals that the printed digits allow, and as printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import reduce
from operator import mul

from minutes.checks.explain import weights
from minutes.interval import Interval, total
from minutes.records import Quantity, StatedClaim

Operands = Sequence[Interval]
Weights = Sequence[Decimal | int]
HUNDRED = Interval.exact(100)


def interval_of(q: Quantity) -> Interval:
    """What the printed digits of a quantity allow."""
    return Interval(q.low, q.high)


def added(claim: StatedClaim) -> Interval:
    """The weighted sum of the operands."""
    return _added([interval_of(q) for q in claim.operands], weights(claim))


def _added(operands: Operands, by: Weights) -> Interval:
    return total(_times(operand, weight) for operand, weight in zip(operands, by, strict=True))


def _times(interval: Interval, weight: Decimal | int) -> Interval:
    if weight == 1:
        return interval
    return -interval if weight == -1 else interval * Interval.exact(weight)


def _product(operands: Operands, by: Weights) -> Interval:
    return reduce(mul, operands, Interval.exact(1))


def size(found: Interval) -> Interval:
    """Without its sign: a fall of 17 is stated as 17."""
    if found.low >= 0:
        return found
    return -found if found.high <= 0 else Interval(Decimal(0), max(-found.low, found.high))


RELATIONS: dict[str, Callable[[Operands, Weights], Interval]] = {
    "sum": _added,
    "at_most": _added,
    "count": _added,
    "named": _added,
    "product": _product,
    "difference": lambda o, _: size(o[1] - o[0]),
    "percent_change": lambda o, _: size((o[1] - o[0]) * HUNDRED / o[0]),
    "grown_by": lambda o, _: o[0] * HUNDRED / (o[1] - o[0]),
    "shrunk_by": lambda o, _: o[0] * HUNDRED / (o[1] + o[0]),
    "quotient": lambda o, _: o[0] / o[1],
    "share": lambda o, _: size(o[0] * HUNDRED / o[1]),
    "percent_of": lambda o, _: o[0] * o[1] / HUNDRED,
    "permille_of": lambda o, _: o[0] * o[1] / HUNDRED / Interval.exact(10),
    "rest": lambda o, by: HUNDRED - _added(o, by),
}
"""What each relation makes of its operands."""

UNSIGNED = ("difference", "percent_change", "share")
"""Relations whose result is stated without a sign, or with one that follows the document's own convention."""

PERCENTAGES = ("share", "percent_change", "grown_by", "shrunk_by")
"""Relations whose result is a percentage; people cut decimals off as well as rounding them, which is worth a note only."""


def result(claim: StatedClaim) -> Interval:
    """What the operands come to; a sum where nothing else is said. Raises ArithmeticError where something is divided by nought."""
    return _of(claim, [interval_of(q) for q in claim.operands])


def _of(claim: StatedClaim, operands: Operands) -> Interval:
    return RELATIONS.get(claim.relation, _added)(operands, weights(claim))


def as_printed(claim: StatedClaim) -> Decimal:
    """The same of the printed values alone, for the reader."""
    return _of(claim, [Interval.exact(q.value) for q in claim.operands]).middle
