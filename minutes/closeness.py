"""How alike two different numbers are in print: swapped digits and a single changed digit are how slips look."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from itertools import zip_longest

STRONG, FAIR, WEAK, NONE = 3, 2, 1, 0
SLIPS = tuple(Decimal(10) ** n for n in (1, 2, 3, -1, -2, -3))
"""What a number is multiplied by when its comma or its unit has moved."""
_NEAR = Decimal("0.15")


def exchanged(one: Decimal, other: Decimal) -> bool:
    """Whether two digits have changed places, and nothing else."""
    apart = _apart(one, other)
    return len(apart) == 2 and apart[0][1:] == apart[1][:0:-1]


@lru_cache(maxsize=10_000)
def swapped(one: Decimal, other: Decimal) -> bool:
    """Whether two digits beside each other have changed places in two numbers of one sign, and nothing else."""
    apart = _apart(one, other)
    return len(apart) == 2 and apart[0][0] + 1 == apart[1][0] and apart[0][1:] == apart[1][:0:-1] and one * other > 0


def one_digit(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers of one sign differ in a single digit."""
    return len(_apart(one, other)) == 1 and one * other > 0


def carried(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers of one sign are one apart in a place before their last, and so in two digits or more: a carry forgotten."""
    gap = abs(one - other).normalize()
    finer = min(_last(one), _last(other)) < gap.adjusted()
    return one * other > 0 and gap.as_tuple().digits == (1,) and finer and not one_digit(one, other)


def _last(number: Decimal) -> int:
    """The place of the last digit that is no nought."""
    return int(number.normalize().as_tuple().exponent)


FEWEST = 2
"""Digits of a number with decimals: "0,9"."""


def printed(value: Decimal, step: Decimal) -> str:
    """The digits of a positive number as it is printed, to this step; none where it cannot be printed so."""
    number = value / (step or Decimal(1).scaleb(min(int(value.as_tuple().exponent), 0)))
    return str(int(number)) if number > 0 and not number % 1 else ""


def misprinted(value: Decimal, meant: Decimal, step: Decimal) -> bool:
    """Whether one digit of the first is another in the second, or two beside each other have changed places, as both are printed to this
    step: "1,06" for "0,16", but not 25 for 5."""
    step = step or Decimal(1).scaleb(min(int(value.as_tuple().exponent), 0))
    one, other = printed(value, step), printed(meant, step)
    if other and step != 1:
        one, other = one.zfill(FEWEST), other.zfill(max(FEWEST, min(len(one), len(other) + 1)))
    apart = [i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b] if len(one) == len(other) else []
    i = apart[0] if apart else 0
    return len(apart) == 1 or len(apart) == 2 and apart[1] == i + 1 and one[i : i + 2] == other[i + 1] + other[i]


def _apart(one: Decimal, other: Decimal) -> list[tuple[int, int, int]]:
    """Where two numbers of one size differ: the place and both digits; empty for numbers of two sizes."""
    if one.adjusted() != other.adjusted():
        return []
    both = zip_longest(one.as_tuple().digits, other.as_tuple().digits, fillvalue=0)
    return [(i, a, b) for i, (a, b) in enumerate(both) if a != b]


def closeness(one: Decimal, other: Decimal) -> int:
    """From 3 (two digits exchanged among three or more, one of five changed, a slipped scale) to 0 (two numbers like any other)."""
    if not one or not other:
        return NONE
    a, b = _digits(abs(one), abs(other))
    if len(a) == len(b):
        if exchanged(one, other):
            return STRONG if len(a) >= 3 else WEAK
        if sum(x != y for x, y in zip(a, b, strict=True)) == 1:
            return STRONG if len(a) >= 5 else FAIR if len(a) >= 3 else WEAK
    elif a.rstrip("0") == b.rstrip("0") and len(a.rstrip("0")) >= 2:
        return STRONG if len(a.rstrip("0")) >= 3 else FAIR
    return WEAK if abs(abs(one) - abs(other)) <= _NEAR * max(abs(one), abs(other)) else NONE


def _digits(one: Decimal, other: Decimal) -> tuple[str, str]:
    """Both as whole numbers of the same unit, without the noughts that both end in: 3,9 and 3,65 are "390" and "365"."""
    exponent = min(int(number.normalize().as_tuple().exponent) for number in (one, other))
    return f"{one.scaleb(-exponent):.0f}", f"{other.scaleb(-exponent):.0f}"


def in_order(value: Decimal) -> str:
    """What numbers share that differ in the order of their digits alone: their place, and the digits in order of size, without noughts."""
    return f"{value.adjusted()}={''.join(sorted(f'{value:E}'.partition('E')[0])).lstrip('-.0')}"


@lru_cache(maxsize=4096)
def keys(value: Decimal) -> tuple[str, ...]:
    """What a number shares with every number that is STRONG or FAIR beside it: place and digits in order of size, digits without
    the noughts at the end, and place and digits with one left open."""
    value = abs(value).normalize()
    place, text = value.adjusted(), f"{value:E}".partition("E")[0].replace(".", "")
    if len(text) < 2:
        return ()
    opened = [f"{place}:{(text[:i] + '?' + text[i + 1:])}" for i in range(len(text) + 1)]
    return in_order(value), f"d{text}", *(o for o in opened if len(o.partition(':')[2]) >= 3)
