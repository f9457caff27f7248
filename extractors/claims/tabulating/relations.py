"""A number of a table that should follow from other numbers of it, and what the printed digits say of that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from math import prod

from extractors.claims.grid import Grid, Number, Row
from minutes.closeness import SLIPS, one_digit, swapped

SMALL, LARGE = Decimal("0.4"), Decimal("1.5")
"""Between these parts of its total lies a sum with one error in it."""
LEAST_PRECISION = 25
"""A number must be this many times its printed step before a comma that slipped can be told."""


@dataclass(slots=True)
class Relation:
    """One number that should follow from others: `cells` with `weights` against `stated`, in the row `row`."""

    grid: Grid
    row: Row
    stated: Number
    cells: list[Number]
    weights: Sequence[Decimal | int]
    relation: str = "sum"
    label: str = ""
    whole: Number | None = None
    share: bool = False
    change: bool = False
    signed: bool = False
    silent: bool = False
    lacks_row: bool = False
    _fits: bool | None = field(init=False, default=None)

    def fits(self) -> bool:
        """Do the printed digits allow it? Asked many times while the readings of a table are weighed."""
        if self._fits is None:
            self._fits = self._allowed()
        return self._fits

    def _allowed(self) -> bool:
        if self.relation == "share":
            return self._is_share()
        if self.relation == "percent_change":
            return self._is_change()
        if self.relation == "product":
            low, high = (prod(limits) for limits in zip(*((c.low, c.high) for c in self.cells), strict=True))
            return low <= self.stated.high and self.stated.low <= high
        ends = [(c.low * w, c.high * w) if w > 0 else (c.high * w, c.low * w) for c, w in zip(self.cells, self.weights, strict=True)]
        low, high = (sum(limits) for limits in zip(*ends, strict=True)) if ends else (0, 0)
        if self.relation == "rest":
            low, high = 100 - high, 100 - low
        if self.relation == "difference" and not self.signed:
            low, high = (low, high) if self.stated.value * (low + high) >= 0 else (-high, -low)
        if len(self.cells) > 2 and low < high:
            return low < self.stated.high and self.stated.low < high
        return low <= self.stated.high and self.stated.low <= high

    def _is_share(self) -> bool:
        if not self.whole or not self.whole.value:
            return False
        share = self.cells[0].value * 100 / self.whole.value
        room = (self.stated.high - self.stated.low) / 2
        return abs(abs(share) - abs(self.stated.value)) <= room + Decimal("0.01")

    def _is_change(self) -> bool:
        before, after = self.cells
        low, high = sorted(100 * change / before.value for change in (after.low - before.high, after.high - before.low))
        return any(
            low <= end_high and end_low <= high
            for end_low, end_high in ((self.stated.low, self.stated.high), (-self.stated.high, -self.stated.low))
        )

    def says_something(self) -> bool:
        """Not only noughts."""
        return bool(self.stated.value) or any(c.value for c in self.cells)

    def values(self) -> list[Decimal]:
        """The parts with the sign they are added with."""
        return [c.value * w for c, w in zip(self.cells, self.weights, strict=True)]

    def added(self) -> Decimal:
        """What the parts come to."""
        return sum(self.values(), Decimal(0))

    def near(self) -> bool:
        """Is the sum of the size of the total? Far below it the column is no sum; far above it subtotals stand among the parts."""
        return self.stated.value != 0 and SMALL < self.added() / self.stated.value < LARGE

    def short(self) -> bool:
        """Does a part seem to be left out?"""
        return abs(self.added()) < abs(self.stated.value)

    def may_be_sum(self) -> bool:
        """Not a rate, an average or a change in percent: such a "total" lies among its parts, or has nothing to do with their sum."""
        values = self.values()
        if self.stated.percent or self.share:
            return abs(abs(self.stated.value) - 100) <= 1
        same_sign = all(v >= 0 for v in values) or all(v <= 0 for v in values)
        return not (same_sign and len(values) > 2 and abs(self.stated.value) <= max(abs(v) for v in values))

    def overlaps(self) -> bool:
        """Is the total of counted things less than its parts, by no slip of digits, as where one is counted in several rows?"""
        counted = self.grid.table.scale is None and all(c.value == c.value.to_integral_value() for c in (self.stated, *self.cells))
        return counted and not self.fits() and 0 < self.stated.value < self.added() and not self.mends()

    def between(self) -> bool:
        """Does the total lie among its parts, as an average does?"""
        return min(self.values()) <= self.stated.value <= max(self.values())

    def averages(self) -> bool:
        """Does it lie among parts that are much alike, as nothing but an average does?"""
        values = self.values()
        return len(values) > 2 and min(values) > 0 and max(values) < 2 * min(values) and self.between()

    def slipped(self) -> bool:
        """Would it fit if one minus were not there, or one comma or unit stood otherwise?"""
        if len(self.cells) < 2 or self.stated.percent or self.share:
            return False
        return any(changed.fits() for changed in [*self._without_a_minus(), *self._scaled()])

    def mends(self) -> bool:
        """Would it fit if one sign, one digit, two neighbouring digits or one comma stood otherwise?"""
        turned = (self._with_cell(i, Decimal(-1)) for i, c in enumerate(self.cells) if c.value)
        return self.slipped() or any(changed.fits() for changed in turned) or self._another_digit()

    def misprinted(self) -> bool:
        """Would it fit with the signs as they are, if one digit, two neighbouring digits or one comma stood otherwise?"""
        return any(changed.fits() for changed in self._scaled()) or self._another_digit()

    def _another_digit(self) -> bool:
        off = self.stated.value - self.added()
        step = self.stated.high - self.stated.low
        for number, by in [(self.stated, -1), *zip(self.cells, self.weights, strict=True)]:
            meant = [number.value + (off + near * step) * by for near in (0, 1, -1)]
            if any(one_digit(number.value, value) or swapped(number.value, value) for value in meant):
                return True
        return False

    def _without_a_minus(self) -> Iterator[Relation]:
        """With the one minus taken away; where the total has it, and no part."""
        minus = [i for i, c in enumerate(self.cells) if c.value < 0]
        if len(minus) == 1 and self.stated.value > 0:
            yield self._with_cell(minus[0], Decimal(-1))
        if not minus and self.stated.value < 0 and set(self.weights) == {1}:
            yield replace(self, stated=times(self.stated, Decimal(-1)))

    def _scaled(self) -> Iterator[Relation]:
        if self.stated.high - self.stated.low > abs(self.stated.value) / LEAST_PRECISION:
            return
        for slip in SLIPS:
            yield from (self._with_cell(i, slip) for i, c in enumerate(self.cells) if c.value)
            yield replace(self, stated=times(self.stated, slip))

    def _with_cell(self, i: int, by: Decimal) -> Relation:
        return replace(self, cells=[*self.cells[:i], times(self.cells[i], by), *self.cells[i + 1 :]])


def times(number: Number, by: Decimal) -> Number:
    """The number as it would be printed with another sign, or its comma elsewhere: to as many decimals as before."""
    value, half = number.value * by, (number.high - number.low) / 2
    return replace(number, value=value, low=value - half, high=value + half)
