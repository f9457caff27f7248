"""What printed digits allow: a stated number is every number that rounds to it.

"7,8 mio." is 7.75 to 7.85 million, "612 boliger" is 612. Both ends belong to the interval. All arithmetic is outward:
the true result always lies inside, so rounding is never a finding.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

_DOWN = Context(prec=40, rounding=ROUND_FLOOR)
_UP = Context(prec=40, rounding=ROUND_CEILING)
WIDE = Context(prec=80)
"""Room for a product of numbers that somebody printed with no end of digits."""
HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Interval:
    """Every number from `low` to `high`, both included. Raises ValueError when `low` is above `high`."""

    low: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"{self.low} er større end {self.high}")

    @classmethod
    def exact(cls, value: Decimal | int) -> Interval:
        """One number alone."""
        number = Decimal(value)
        return cls(number, number)

    @classmethod
    def rounded(cls, value: Decimal, step: Decimal) -> Interval:
        """What rounds to `value` when the last printed digit counts `step`; a step of 0 is exact."""
        half = step * HALF
        return cls(value - half, value + half)

    def __add__(self, other: Interval) -> Interval:
        return Interval(_DOWN.add(self.low, other.low), _UP.add(self.high, other.high))

    def __neg__(self) -> Interval:
        return Interval(self.high.copy_negate(), self.low.copy_negate())

    def __sub__(self, other: Interval) -> Interval:
        return Interval(_DOWN.subtract(self.low, other.high), _UP.subtract(self.high, other.low))

    def __mul__(self, other: Interval) -> Interval:
        corners = [(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(_DOWN.multiply(a, b) for a, b in corners), max(_UP.multiply(a, b) for a, b in corners))

    def __truediv__(self, other: Interval) -> Interval:
        """Raises ZeroDivisionError when the divisor may be nought."""
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError("divisoren kan være nul")
        corners = [(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(_DOWN.divide(a, b) for a, b in corners), max(_UP.divide(a, b) for a, b in corners))

    def __contains__(self, value: Decimal) -> bool:
        return self.low <= value <= self.high

    def meets(self, other: Interval) -> bool:
        """Is there a number that both allow?"""
        return self.low <= other.high and other.low <= self.high

    def gap(self, other: Interval) -> Decimal:
        """The distance between the two, 0 when they meet."""
        return max(self.low - other.high, other.low - self.high, Decimal(0))

    def widened(self, by: Decimal) -> Interval:
        """The interval with `by` more on both sides: "ca."."""
        return Interval(self.low - by, self.high + by)

    @property
    def middle(self) -> Decimal:
        """The number in the middle, which is the printed one unless words moved an end."""
        return (self.low + self.high) * HALF


def total(parts: Iterable[Interval]) -> Interval:
    """The sum of many; nothing adds up to exactly 0."""
    low = high = Decimal(0)
    for part in parts:
        low, high = _DOWN.add(low, part.low), _UP.add(high, part.high)
    return Interval(low, high)


def compare(value: Interval, operator: str, limit: Decimal) -> bool | None:
    """Does `value operator limit` hold (> >= < <=)? None when the printed digits leave it open."""
    always, never = {
        ">": (value.low > limit, value.high <= limit),
        ">=": (value.low >= limit, value.high < limit),
        "<": (value.high < limit, value.low >= limit),
        "<=": (value.high <= limit, value.low > limit),
    }[operator]
    return True if always else False if never else None
