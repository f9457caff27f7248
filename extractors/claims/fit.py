"""Whether figures go together: intervals of what the printed digits allow, before a claim is made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise, product
from math import prod

from extractors.claims.mention import Mention, digits_of
from minutes.closeness import FAIR, closeness


def exact(m: Mention) -> Mention:
    """The mention as a number that is not rounded."""
    return Mention(m.start, m.end, m.number, m.value, m.value, m.value, m.unit, m.noun, m.qualifier, m.per, m.period, m.price_level)


def meets(low: Decimal, high: Decimal, m: Mention) -> bool:
    """Can the mention be a number from `low` to `high`?"""
    return low <= m.high and m.low <= high


def differ_by(a: Mention, b: Mention, c: Mention) -> bool:
    """Is C the size of the difference of A and B?"""
    low, high = b.low - a.high, b.high - a.low
    return meets(low, high, c) or meets(-high, -low, c)


NEAR_LEVELS, NEAR_GAP, LONG = Decimal("0.1"), Decimal("0.2"), 4
"""Levels of so many digits that lie this near each other, as a part of the larger, are one thing before and after; and how far off their
difference a mistake leaves what is said of it."""


def differ_about(a: Mention, b: Mention, c: Mention) -> bool:
    """Is C the difference of A and B but for a mistake: by its digits, or about as much between two long figures near each other?"""
    apart, largest = abs(a.value - b.value), max(abs(a.value), abs(b.value))
    if slipped(apart, c):
        return True
    long = all(m.digits >= LONG for m in (a, b))
    return long and apart <= NEAR_LEVELS * largest and abs(apart - c.value) <= NEAR_GAP * abs(c.value)


def changes_by(a: Mention, b: Mention, c: Mention) -> bool:
    """Is C the change from A to B, in their unit, in points of percent, or in percent of A?"""
    if c.unit not in ("percent", "fraction"):
        return differ_by(a, b, c)
    if a.low <= 0:
        return False
    low, high = (100 * (b.low - a.high) / a.high, 100 * (b.high - a.low) / a.low)
    return meets(low, high, c) or meets(-high, -low, c) or a.unit == "percent" and differ_by(a, b, c)


def together(*parts: Mention) -> Mention:
    """What they come to, as one."""
    value, low, high = (sum(ends, Decimal(0)) for ends in zip(*((m.value, m.low, m.high) for m in parts), strict=True))
    return replace(parts[0], end=max(m.end for m in parts), value=value, low=low, high=high)


def adds_up(whole: Mention, parts: list[Mention], weights: Sequence[Decimal | int] | None = None) -> bool:
    """Is the whole the sum of its weighted parts?"""
    ends = zip(parts, weights, strict=True) if weights else ((p, 1) for p in parts)
    low = high = Decimal(0)
    for p, w in ends:
        low, high = (low + p.low * w, high + p.high * w) if w > 0 else (low + p.high * w, high + p.low * w)
    return meets(low, high, whole)


def compounds(whole: Mention, parts: list[Mention]) -> bool:
    """Is the whole what changes in percent come to that follow each other: "først 10 pct. og så 20 pct., tilsammen 28 pct."?"""
    ways = (prod((1 + way * p.value / 100 for p in parts), start=Decimal(1)) for way in (1, -1))
    return whole.unit == "percent" and any(meets(100 * abs(1 - left), 100 * abs(1 - left), whole) for left in ways)


def one_slipped(whole: Mention, parts: list[Mention]) -> bool:
    """Would the whole be the sum of its parts if one comma or unit stood otherwise?"""
    total = sum((p.value for p in parts), Decimal(0))
    return any(scale_slipped(whole.value - total + p.value, p.value) and whole.value != total for p in parts) or scale_slipped(
        whole.value, total
    )


def multiplies(total: Mention, *factors: Mention) -> bool:
    """Is the total the product of the factors, none of them negative?"""
    low = high = Decimal(1)
    for f in factors:
        low, high = low * f.low, high * f.high
    return meets(low, high, total)


LARGEST = 15
"""Digits of a number that anybody states; what longer ones come to cannot be rounded to a step."""


def slipped(computed: Decimal, m: Mention) -> bool:
    """Does the printed number look like the computed one with two digits exchanged or one changed?"""
    if computed and computed.adjusted() > LARGEST:
        return False
    step = m.high - m.low
    return (
        bool(step)
        and closeness(computed.quantize(step), m.value.quantize(step)) >= FAIR
        or not step
        and closeness(computed.quantize(Decimal(1)), m.value) >= FAIR
    )


def slips(whole: Mention, parts: list[Mention], weights: list[int]) -> bool:
    """Would the whole be the sum of its weighted parts if the digits of one figure stood otherwise?"""
    gap = whole.value - sum(p.value * w for p, w in zip(parts, weights, strict=True))
    return slipped(whole.value - gap, whole) or any(slipped(p.value + gap * w, p) for p, w in zip(parts, weights, strict=True))


def reckoned_from(whole: Mention, figures: list[Mention]) -> bool:
    """Is the number told before, or what some of the figures less others come to?"""
    for signs in product((0, 1, -1), repeat=len(figures[-4:])):
        ends = [(m.low * w, m.high * w) for m, w in zip(figures[-4:], signs, strict=True)]
        if meets(sum((min(e) for e in ends), Decimal(0)), sum((max(e) for e in ends), Decimal(0)), whole):
            return True
    return False


FAR = 3
"""A product this many times off is of other things, unless only its unit slipped."""


def plausible(total: Mention, *factors: Mention) -> bool:
    """Is the total of the size of the product, or ten, a hundred, a thousand times that: a slipped comma or unit?"""
    product = Decimal(1)
    for f in factors:
        product *= f.value
    off = abs(total.value / product) if product else Decimal(0)
    return 1 < FAR * off < FAR * FAR or scale_slipped(total.value, product)


def scale_slipped(stated: Decimal, computed: Decimal) -> bool:
    """Is the one ten, a hundred, a thousand times the other?"""
    off = abs(stated / computed) if computed else Decimal(0)
    return bool(off) and abs(off.scaleb(-round(off.log10())) - 1) < Decimal("0.02")


def swaps(m: Mention) -> Iterator[Mention]:
    """The figure with two digits beside each other exchanged, in every place that is printed: "1,15 mio." can be no 1,105 mio."""
    return map(m.meant, exchanged(m))


def exchanged(m: Mention) -> tuple[Decimal, ...]:
    """Its value with two printed digits beside each other exchanged, in every place."""
    return _exchanged(m.value, m.high - m.low)


def nines(m: Mention) -> int:
    """What is left of its digits when nines are cast out, which is the same however they are exchanged."""
    return _nines(m.value)


@lru_cache(10_000)
def _nines(value: Decimal) -> int:
    return sum(value.as_tuple().digits) % 9


@lru_cache(10_000)
def _exchanged(value: Decimal, room: Decimal) -> tuple[Decimal, ...]:
    _, digits, exponent = value.as_tuple()
    places = int(exponent)
    last = len(digits) - 1 + places
    return tuple(
        Decimal((0, (*digits[:i], b, a, *digits[i + 2 :]), places))
        for i, (a, b) in enumerate(pairwise(digits))
        if a != b and (i or b) and Decimal(10) ** (last - i - 1) >= room
    )


def changed(value: Decimal) -> Iterator[Decimal]:
    """The number with one digit another, in every place before the noughts at its end."""
    _, digits, exponent = value.normalize().as_tuple()
    places = int(exponent)
    for i, old in enumerate(digits):
        yield from (Decimal((0, (*digits[:i], d, *digits[i + 1 :]), places)) for d in range(not i, 10) if d != old)


def misprints(m: Mention) -> Iterator[Mention]:
    """The figure with one of its digits another, or two beside each other exchanged."""
    return map(m.meant, (*changed(m.value), *exchanged(m)))


def slip_mends(chance: float, total: Mention, *factors: Mention, all_right: bool = False) -> bool:
    """Would the factors make the total if two digits of one of them were exchanged, or one were another? `chance`: how many of the totals
    that such factors may have such slips may reach at most, so that none of them explains any figures at all. `all_right`: of the total
    they are not asked."""
    printed = total.value.adjusted() + 1 if total.high - total.low <= 1 else 0
    way, digits = (total, *factors), max(total.digits, min(printed, sum(f.digits for f in factors)))
    room = chance * 9 * 10 ** (digits - 1)
    return any(
        slips < room and any(multiplies(*(t if f is m else f for f in way)) for m in way[all_right:] for t in map(m.meant, kind(m)))
        for kind, slips in ((exchanged, sum(m.digits - 1 for m in way)), (lambda m: changed(m.value), sum(9 * m.digits for m in way)))
    )


LIKELY = 0.05


def unrounded(total: Mention, factors: list[Mention]) -> list[Mention]:
    """The factors as they are printed, where a price told before the total is rounded so coarsely that any total would do, and but for one
    slip of a digit the printed ones make it: "412 ugelejemål à 480 kr., i alt 197.750 kr."."""
    if total.unit != "kr" or total.qualifier or not any(f.unit == "kr" and f.start < total.start and f.high - f.low <= 1 for f in factors):
        return factors
    exactly, made = [exact(f) for f in factors], prod((f.value for f in factors), start=Decimal(1))
    if not made or made.adjusted() > LARGEST or multiplies(total, *exactly) or not multiplies(total, *factors):
        return factors
    rounder = digits_of(made) > total.digits
    return exactly if slip_mends(LIKELY, total, *exactly, all_right=rounder) else factors
