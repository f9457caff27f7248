"""Figures of which one would be the product of two others if two digits of one had not changed places, whatever the words.

Every price or number for each, every number and every amount near it are tried. How often so many tries hit by chance is reckoned from how
many there are, how many exchanges of digits would do, and how many digits the product has. Where the price is told to be for each of what
is counted, chance may be likelier. A product that fits is kept, too: then the figures have been checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from extractors.claims.fit import exact, exchanged, multiplies, nines
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention, digits_of
from extractors.claims.multiplying.near_products import is_each
from extractors.claims.nearby import VOTES, Passage
from extractors.claims.rates import YEAR, counts, durations, rate_of
from extractors.claims.sentence import COUNTING

BACK = 4
"""Sentences before this one that belong to the passage."""
MOST = 18
"""Figures of a passage; more are a list of many things."""
LEAST, ROUND = 3, 2
"""Digits of a product, and of each of its factors where nothing says that they belong together."""
CHANCE, CHANCE_FOR_EACH = 0.01, 0.05
"""How many hits among the tries of a passage chance may be expected to make: of any figures; of a price and how many it is for."""
_MEANWHILE = re.compile(r",[^,]*,? m(?:ed)?ens\b")
"""Between what is told of two things."""
_EACH = re.compile(r"\b(?:hver|hvert|pr\.?|per|stykket|gennemsnit\w*|snit)\b")


@dataclass(frozen=True, slots=True)
class _Hit:
    """A total with a number and a price for each that make it, or would if two digits of one of the three changed places."""

    total: Mention
    number: Mention
    each: Mention
    fits: bool
    chance: float
    told: bool
    """Is the price said to be for each of what is counted?"""


def find(ledger: Ledger) -> None:
    """Every such product once, when only one reading mends the figures and none of them is told of in another claim that fails."""
    before = [c for c in ledger.claims if c.kind == "product" and c.extra["if_not"] != "unverifiable"]
    known = {q.source.at for c in before for q in (c.stated, *c.operands) if q and q.source}
    for s, earlier in ledger.in_turn(BACK, COUNTING):
        told = [t for t in s.under_one_heading(earlier) if t.mentions]
        units = [m.unit for t in told for m in t.mentions]
        if s.kind == "heading" or VOTES.search(s.skeleton):
            continue
        if len(units) <= MOST and (units.count("kr") > 1 or units.count("number") > 1):
            _products(ledger, Passage(told), known)


def _products(ledger: Ledger, passage: Passage, known: set[int]) -> None:
    hits = list(_hits(passage))
    bound = {m.number for h in hits if h.fits and h.told for m in (h.total, h.each)}
    for h in (h for h in hits if h.fits and (h.told or h.chance < CHANCE) and h.total.number not in known):
        known |= {h.total.number, h.each.number}
        ledger.say(passage.at[h.total.start], "product", "product", h.total, [h.number, h.each], if_not="unverifiable")
    off = [h for h in hits if not h.fits and h.chance < (CHANCE_FOR_EACH if h.told else CHANCE)]
    off = [h for h in off if h.total.number not in known | bound]
    if len(off) != 1 or passage.bound(off[0].total) or _otherwise(ledger, passage, off[0]):
        return
    h = off[0]
    known |= {h.total.number, h.each.number}
    if h.each.start > h.total.start:
        ledger.say(passage.at[h.each.start], "product", "quotient", h.each, [h.total, h.number], if_not="warning", alone=True)
    else:
        ledger.say(passage.at[h.total.start], "product", "product", h.total, [h.number, h.each], if_not="warning", alone=True)


def _otherwise(ledger: Ledger, passage: Passage, h: _Hit) -> bool:
    """Do words say why the total is another, or does the item tell what the two make, too, so that the total is of something else; or a
    table near by what each would have to be?"""
    made, s = h.number.value * h.each.value, passage.at[h.total.start]
    elsewhere = any(m.value == made for t in ledger.sentences if t.item == s.item for m in t.mentions)
    cells = (n.value for grid in ledger.grids_near(s) for row in grid.rows for n in row.numbers.values())
    elsewhere = elsewhere or any(h.number.value * value == h.total.value for value in cells)
    places = sorted(map(s.position, (h.total, h.each))) if passage.at[h.each.start] is s else (0, 0)
    return elsewhere or passage.reasoned(h.total) or _MEANWHILE.search(s.skeleton, *places) is not None


def _hits(passage: Passage) -> Iterator[_Hit]:
    """What fits, and what an exchange of digits would make fit, with the chance of any such among all that are tried."""
    read = (exact(replace(m, qualifier=None)) if _are_years(m) else m for m in passage.figures)
    figures = [m for m in read if m.unit in ("kr", "number", "hours") and m.value > 1 and not m.qualifier]
    figures += [d for s in passage.sentences for d in durations(s) if d.value > 1 and all(d.start != m.start for m in figures)]
    ways = list(_ways(passage, figures))
    exactly = bool(ways) and all(m.high < 3 * m.low for m in figures)
    for way in ways:
        if exactly and _far_off(*way):
            continue
        fits = multiplies(*way)
        due = 0 if fits else _mended(*way)
        if fits or due:
            total, number, each = way
            told, digits, least = _told(passage, number, each), due or total.digits, min(number.digits, each.digits)
            if digits >= LEAST and (told or least >= ROUND):
                tries = sum(_told(passage, *w[1:]) for w in ways) if told else len(ways)
                turns = 1 if fits else sum(m.digits - 1 for m in way)
                yield _Hit(total, number, each, fits, tries * turns / (9 * 10 ** (digits - 1)), told)


def _told(passage: Passage, number: Mention, each: Mention) -> bool:
    """Is the price told to be for each of what is counted?"""
    rate = rate_of(passage.at[each.start], each) if each.unit == "kr" else None
    return bool(rate and rate.unit and (counts(rate, number) or rate.unit == YEAR and _are_years(number)))


def _ways(passage: Passage, figures: list[Mention]) -> Iterator[tuple[Mention, Mention, Mention]]:
    """A total, a number and a price or a number for each, in the total's unit; one of the three is new."""
    numbers, new = [m for m in figures if m.unit != "kr"], passage.last.start
    for each in (m for m in figures if numbers and m.unit in ("kr", "number")):
        larger = [m for m in figures if m.unit == each.unit and m.value > each.value and (each.unit == "kr" or each.noun == m.noun != "")]
        newer = [m for m in larger if m.start >= new]
        for number in (m for m in numbers if larger and m.start != each.start):
            for total in larger if each.start >= new or number.start >= new else newer:
                if total.start == number.start:
                    continue
                if each.unit == "kr" or total.value > number.value and _of_one(passage, each, number):
                    yield total, number, each


def _are_years(number: Mention) -> bool:
    """Is it a time of so many years? The word before "over de fire budgetår" is no bound."""
    return number.unit == "years" or number.noun.endswith(YEAR)


def _of_one(passage: Passage, each: Mention, number: Mention) -> bool:
    """Is it a count of other things, with so many for each of them?"""
    return number.noun != each.noun and (is_each(passage, each) or bool(_EACH.search(passage.at[each.start].skeleton)))


def _far_off(total: Mention, number: Mention, each: Mention) -> bool:
    """Are they no product, however they are rounded and whichever two digits of one change places?"""
    product = number.value * each.value
    return product > 30 * total.value or total.value > 30 * product


def _mended(total: Mention, number: Mention, each: Mention) -> int:
    """How many digits the product has when two digits of one have changed places, which makes less than ten times of it, or 0."""
    product = number.value * each.value
    if (nines(number) * nines(each) - nines(total)) % 9 or not product < 10 * total.value < 100 * product:
        return 0
    if product in exchanged(total):
        return digits_of(product)
    turned = (n * each.value for n in exchanged(number)) if number.unit == "number" else ()
    return total.digits if any(made == total.value for made in chain(turned, (e * number.value for e in exchanged(each)))) else 0
