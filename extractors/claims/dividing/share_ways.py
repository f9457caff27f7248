"""One reading of a percentage: the share that one figure is of another, or the change from the one to the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.claims.fit import scale_slipped, swaps
from extractors.claims.mention import Mention
from minutes.closeness import one_digit

TELLING = range(3, 7)
"""Digits of a printed percentage that others hardly share but for one by chance; a third has more."""
NEAR, DOUBT = Decimal("0.25"), Decimal("0.05")
"""How far from the stated percentage the computed one may be, as a part of it: what a mistake leaves; what words of doubt leave."""


@dataclass(frozen=True, slots=True)
class Way:
    """One reading: the percentage that the one figure is of the other ("share"), or the change from the one to the other."""

    relation: str
    a: Mention
    b: Mention

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """What the digits of the two allow, in percent."""
        part, whole = (self.a, self.b) if self.relation == "share" else (self.b, self.a)
        low, high = 100 * part.low / whole.high, 100 * part.high / whole.low
        return (low, high) if self.relation == "share" else (low - 100, high - 100)

    @property
    def value(self) -> Decimal:
        """What the two give, in percent."""
        return 100 * self.a.value / self.b.value if self.relation == "share" else 100 * self.b.value / self.a.value - 100

    @property
    def back(self) -> Way:
        """The change the other way."""
        return replace(self, a=self.b, b=self.a)

    def gives(self, p: Mention) -> bool:
        """Can the percentage be that of the two, a change taken without its sign? Of what may be nought it is none."""
        if (self.b if self.relation == "share" else self.a).low <= 0:
            return False
        low, high = self.ends
        room = DOUBT * p.value if any(m.qualifier for m in (p, self.a, self.b)) else 0
        if self.relation != "share" and high < 0:
            low, high = -high, -low
        return low <= p.high + room and p.low - room <= high

    def mended(self, p: Mention, alone: bool) -> bool:
        """Would one slip explain it: another digit, two digits of one of the three exchanged, or the comma elsewhere? Where nothing else
        can be meant it need only be near."""
        value = abs(self.value)
        telling = p.digits in TELLING
        near = abs(value - p.value) <= NEAR * p.value if alone else telling and one_digit(value.quantize(p.value), p.value)
        if near or scale_slipped(value, p.value) or any(map(self.gives, swaps(p))):
            return True
        if not alone and not telling:
            return False
        pairs = (*((m, self.b) for m in swaps(self.a)), *((self.a, m) for m in swaps(self.b)))
        return any(self.same_way(a, b).gives(p) for a, b in pairs)

    def same_way(self, a: Mention, b: Mention) -> Way:
        """The reading of two other figures, ordered as these two are."""
        turned = (a.value < b.value) is not (self.a.value < self.b.value)
        return replace(self, a=b, b=a) if turned else replace(self, a=a, b=b)
