"""A price or a number for each, how many there are and a total, that only two exchanged digits or a comma keep from fitting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from math import prod

from extractors.claims.fit import multiplies, swaps
from extractors.claims.mentions import Mention, digits_of
from extractors.claims.multiplying.near_products import is_each
from extractors.claims.nearby import CHANGE, FRACTION, Passage
from extractors.claims.rates import durations
from extractors.claims.sentences import COUNTING, Ledger
from minutes.closeness import SLIPS
from minutes.needs import needs

BACK = 2
"""Sentences before this one that belong to the passage."""
MOST = 7
"""Figures of a passage; among more, three fit by chance."""
LEAST = 3
"""Digits of a figure of which two are exchanged, or of a product with its comma elsewhere."""
FINE = 200
"""Steps of its digits that a figure holds at least: "1,8 mio." is too coarse to tell which product it is."""
_EACH_BEFORE = re.compile(
    r"\b(?:snit|gennemsnit\w*|(?:års|måneds|time|enheds)(?!r\b)\w+) (?:\w+ ){0,2}?$|\b(?:[eé][nt]|hvert?) [a-zæøå]{3,} til $"
)
_EACH_AFTER = re.compile(
    r"(?: [a-zæøå0-9²³]+){0,2}? (?:pr\.?|per|(?:(?:i|til|på|for) )?hvert?|om (?:dagen|ugen|måneden)|i (?:klassen|timen)|stykket)\b"
)
_SCALED = frozenset(("mwh", "gwh", "mw", "ton", "km", "ha"))
"""Measures of a thousand others, by which the price may be told."""
_EACH = needs(_EACH_BEFORE, _EACH_AFTER, re.compile("[@×]|à|á|koster|giver|udløser|årlig|månedlig|stk"))
_SHARES = needs(FRACTION)
_Way = tuple[Mention, list[Mention]]


def find(ledger: Ledger) -> None:
    """Every such total."""
    for s, earlier in ledger.in_turn(BACK, COUNTING):
        told = [t for t in s.under_one_item(earlier) if t.kind == s.kind and t.mentions]
        if any(t.holds & _EACH for t in told) and not any(t.holds & _SHARES and FRACTION.search(t.skeleton) for t in told):
            _slips(ledger, Passage(told))


def _slips(ledger: Ledger, passage: Passage) -> None:
    figures = [m for m in passage.figures if m.unit in ("kr", "number") and m.value > 1]
    numbers = sum(m.unit == "number" for m in figures)
    if not 2 < len(figures) <= MOST or not numbers or len(figures) - numbers < 2 and numbers <= 2:
        return
    each = [m for m in figures if not m.qualifier and told_for_each(passage, m) and not CHANGE.search(passage.lead(m))]
    plain = [m for m in figures if each and not m.qualifier and (m in each or not CHANGE.search(passage.lead(m)))]
    terms = [d for s in passage.sentences for d in durations(s)]
    ways = [(t, [n, r]) for r in each for t in plain for n in plain if _may_be(t, r, n)]
    ways += [(t, [*factors, y]) for t, factors in ways for y in terms]
    close = [w for w in ways if passage.new(w[0], *w[1]) and _mends(*w)]
    if (
        len(close) != 1
        or any(multiplies(m, *close[0][1]) for m in passage.figures)
        or any(multiplies(t, *factors) for t, factors in _any(figures, close[0][0], terms))
        or passage.bound(close[0][0])
        or passage.reasoned(close[0][0])
    ):
        return
    total, factors = close[0]
    made = prod((f.value for f in factors), start=Decimal(1))
    if any(m.value == made for t in ledger.sentences if t.item == passage.last.item for m in t.mentions):
        return  # what they make is told elsewhere
    ledger.say(passage.at[total.start], "product", "product", total, factors, if_not="warning", alone=True)


def _may_be(total: Mention, each: Mention, number: Mention) -> bool:
    """Is the one in the unit of the total, and the other a whole number?"""
    if number.unit != "number" or each.unit != total.unit or len({total.start, each.start, number.start}) < LEAST:
        return False
    return total.value > each.value and number.value == number.value.to_integral_value()


def _mends(total: Mention, factors: list[Mention]) -> bool:
    """Do two exchanged digits of one of them make it right, or the comma of an amount elsewhere?"""
    if any(multiplies(m, *factors) for m in _turned(total)):
        return True
    if _fine(total) and any(multiplies(total, *(m if f is g else f for f in factors)) for g in factors for m in _turned(g)):
        return True
    product = prod((f.value for f in factors), start=Decimal(1))
    if any(m.noun in _SCALED for m in factors):
        return False
    return total.unit == "kr" and digits_of(product) >= LEAST and any(product == total.value * by for by in SLIPS)


def _turned(m: Mention) -> Iterator[Mention]:
    return swaps(m) if m.digits >= LEAST and _fine(m) else iter(())


def _fine(m: Mention) -> bool:
    """Is it printed so finely that hardly any other number rounds to it?"""
    return (m.high - m.low) * FINE <= m.value


def _any(figures: list[Mention], total: Mention, terms: list[Mention]) -> Iterator[_Way]:
    """Every product at all that the total may be."""
    others = [m for m in figures if m is not total]
    year = replace(total, value=Decimal(12), low=Decimal(12), high=Decimal(12))
    for n in (2, 3):
        yield from ((total, list(chosen)) for chosen in combinations([*others, *terms, year], n))


def told_for_each(passage: Passage, m: Mention) -> bool:
    """Is it said to be for each?"""
    s = passage.at[m.start]
    return is_each(passage, m) or bool(_EACH_BEFORE.search(passage.lead(m)) or _EACH_AFTER.match(s.skeleton, s.position(m) + 1))
