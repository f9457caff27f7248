"""A grant that is asked for beside what the parts of its case come to: "en anlægsbevilling på 5,6 mio. kr.", where they make 5,9.

A case may have many sums; the one that looks like the grant (a digit, the order of two, the comma), or that a part was left out of though
as many things are granted as it has parts, is meant where nothing else makes the grant up.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from extractors.claims.fit import exact
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import given
from extractors.claims.sentence import COUNTING, Sentence
from extractors.claims.told_twice import table_values
from minutes.closeness import one_digit, swapped
from minutes.needs import led
from minutes.records import Claim, Quantity

_GRANTED = led(
    r"\b(?:\w*bevilling(?:en|er)?|rådighedsbeløb(?:et)?) på (?:i alt )?$|\b(?:bevilges|frigives|frigive|bevilge)(?: der)?(?: i alt)? $"
)
_PROPOSED = led(r"\bindstil|\banbefal|\bforeslå|^\W*(?:\w\W+)?(?:at|der) ")
LEAST_PARTS = 3
"""Parts of a sum that nobody takes for another."""
DIGITS, LONG = 2, 3
"""Digits of a grant, and of one that tells its sum whatever the comma."""
NEAR = 8
"""Figures to each side that may make one up."""


def find(ledger: Ledger) -> None:
    """Every grant of a recommendation that stands nowhere else in its item."""
    firm = [c for c in ledger.claims if c.extra["if_not"] not in ("unverifiable", "note")]
    tied = {q.source.at for c in firm for q in (c.stated, *c.operands) if q and q.source}
    sums: dict[str | None, list[Claim]] = defaultdict(list)
    for c in firm:
        if c.kind == "sum" and c.stated and c.stated.unit == "kr" and len(c.operands) >= LEAST_PARTS and _holds(c, c.stated):
            sums[c.item].append(c)
    told: dict[str | None, list[Mention]] = defaultdict(list)
    sentences = [s for s, _ in ledger.in_turn(0, COUNTING) if s.item in sums] if sums else []
    for s in sentences:
        told[s.item] += [m for m in s.mentions if m.unit == "kr"]
    for s in sentences:
        for m in s.mentions if _PROPOSED.search(s.skeleton) else ():
            if m.unit == "kr" and m.digits >= DIGITS and m.number not in tied and _GRANTED.search(s.lead(m).lower()):
                _beside(ledger, s, m, sums[s.item], told[s.item])


def _holds(claim: Claim, stated: Quantity) -> bool:
    low, high = (sum(ends, Decimal(0)) for ends in zip(*((q.low, q.high) for q in claim.operands), strict=True))
    return {*claim.extra.get("weights", ())} <= {1} and low <= stated.high and stated.low <= high


def _beside(ledger: Ledger, s: Sentence, m: Mention, sums: list[Claim], figures: list[Mention]) -> None:
    """The grant beside the one sum that it was meant to be. `figures`: all amounts of its item."""
    at, values = figures.index(m), [x.value for x in figures]
    if values.count(m.value) > 1 or m.value in table_values(ledger, s.item, "kr"):
        return
    near = [exact(x) for x in (*figures[max(at - NEAR, 0) : at], *figures[at + 1 : at + 1 + NEAR])]
    shares, many = ledger.told()[s.item, "percent"], [x.value for x in s.mentions if x.unit == "number"]
    meant = dict[Decimal, Claim]()
    for c in sums:
        whole = c.stated
        if whole and _slip(m, whole) and not given(exact(m), near) and not shares[100 * m.value / whole.value]:
            meant |= {} if abs(m.value - whole.value) in values else {whole.value: c}
        elif whole and len(c.operands) in many and whole.value - m.value in [q.value for q in c.operands]:
            meant[whole.value] = c
    told = [x for c in meant.values() for x in figures if c.states(x.number)]
    if len(meant) == 1 and told:
        ledger.say(s, "restated", "sum", m, told[:1], if_not="warning", alone=True)


def _slip(m: Mention, meant: Quantity) -> bool:
    """Do they look alike, or differ by the comma alone, and is neither the other rounded?"""
    digits, others = (v.normalize().as_tuple().digits for v in (m.value, meant.value))
    alike = swapped(m.value, meant.value) or one_digit(m.value, meant.value) or digits == others and len(digits) >= LONG
    return alike and abs(m.value - meant.value) > max(m.high - m.low, meant.high - meant.low)
