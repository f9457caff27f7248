"""A quantity of the prose with what its words allow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from extractors.layout import Flow
from minutes.records import Quantity

YEARS = range(1900, 2100)


@dataclass(slots=True, unsafe_hash=True)  # changed by nobody; made in thousands, where frozen ones cost four times as much
class Mention:
    """A quantity at `start` to `end` of the running text, words of doubt ("ca.") included; `number` is where its digits begin.

    `unit`: kr, percent, percentage_points, permille, fraction (a share in words, in percent), years, number, or place (that of a
    point in its list, which takes no part in relations). `noun` is the word counted, in lower case. `per`, `period`,
    `price_level`: as in records.Amount. `qualifier`: about, below, above, upper, lower.
    """

    start: int
    end: int
    number: int
    value: Decimal
    low: Decimal
    high: Decimal
    unit: str
    noun: str = ""
    qualifier: str | None = None
    per: str | None = None
    period: tuple[int, int] | None = None
    price_level: int | None = None

    @property
    def digits(self) -> int:
        """How many digits tell it from others."""
        return digits_of(self.value)

    @property
    def bounded(self) -> bool:
        """Is it a limit ("op til", "mindst") and no value?"""
        return self.qualifier in ("upper", "lower")

    def rounded(self) -> Mention:
        """The same as a number that is rounded to its last digit, as an average is, though a count be exact."""
        half = Decimal(5).scaleb(int(self.value.as_tuple().exponent) - 1)
        return replace(self, low=min(self.low, self.value - half), high=max(self.high, self.value + half))

    def meant(self, value: Decimal) -> Mention:
        """Another number in its place, printed as finely."""
        low, high = self.low + value - self.value, self.high + value - self.value
        more = (self.unit, self.noun, self.qualifier, self.per, self.period, self.price_level)
        return Mention(self.start, self.end, self.number, value, low, high, *more)

    def quantity(self, flow: Flow) -> Quantity:
        """The mention as a claim's operand."""
        unit = {"number": self.noun or "count", "fraction": "percent"}.get(self.unit, self.unit)
        return Quantity(self.value, self.low, self.high, unit, flow.source(self.number, self.end), self.noun)


@lru_cache(maxsize=10_000)
def digits_of(value: Decimal) -> int:
    """The digits that are printed, noughts at the end apart."""
    return len(value.normalize().as_tuple().digits)
