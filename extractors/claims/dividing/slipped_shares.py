"""Figures that a share shows to be told wrongly: "der vil være 242 boliger tilbage, og andelen er dermed 58 pct." of 384, where 224 were
told to be left.

With two digits exchanged the figure is one that the item tells, and is that share of one of the larger ones before. How often so many tries
hit by chance is reckoned from how many there are, how many exchanges of digits would do, and how finely the figures are printed. Where any
reading gives the percentage as it stands, nothing is said.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from extractors.claims.adding.near_sums import counts_part
from extractors.claims.dividing.beside_shares import shares_of
from extractors.claims.dividing.near_shares import SHARES, WIDE
from extractors.claims.dividing.share_readings import any_ways, of_another, told_of
from extractors.claims.dividing.share_ways import Way
from extractors.claims.fit import swaps
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import Passage
from extractors.claims.sentence import pattern

LEAST = 3
"""Digits of an amount of which an exchange shows."""
CHANCE = 0.05
"""How many hits among the tries for one percentage chance may be expected to make."""
OF_SHARES = 50
"""One percentage lies in any range of one point once in so many times, as most are of figures of one size."""
_OF_NUMBER = pattern(r" <outof><the> <KN>")
"""The whole right after the percentage, which is no other."""


def find(ledger: Ledger) -> None:
    """Every such figure of whose share nothing else is told."""
    claims = [c for c in ledger.claims if c.kind in ("share", "product") and c.extra.get("if_not") != "unverifiable"]
    known = {q.source.at for c in claims for q in (c.stated, *c.operands) if q and q.source}
    told = ledger.told()
    for s, earlier in ledger.in_turn(WIDE, SHARES):
        if s.kind == "heading":
            continue
        passage = Passage([t for t in s.under_one_item(earlier) if t.kind == s.kind and t.mentions])
        figures = [m for m in passage.figures if m.unit in ("kr", "number") and m.low > 0]
        for p in shares_of(s):
            if p.bounded or not 0 < p.value < 100 or p.number in known or _OF_NUMBER.match(s.skeleton, s.position(p) + 1):
                continue
            if not of_another(passage, p) and told_of(passage, p, figures):
                continue
            for m in (m for m in s.mentions if m in figures and m.number not in known):
                _told_rightly(ledger, passage, [b for b in figures if _may_hold(m, b)], p, m, told[s.item, m.unit])


def _told_rightly(
    ledger: Ledger, passage: Passage, wholes: list[Mention], p: Mention, m: Mention, told: Counter[Decimal]
) -> None:
    """The figure is told once, and with two digits exchanged it is told elsewhere and is that share of one of the wholes."""
    right = [x for x in swaps(m) if x.value in told] if m.digits >= LEAST and told[m.value] == 1 else []
    if not right or any(w.gives(p) for w in any_ways(passage, passage, p, m, [])):
        return
    alike = sum(v.adjusted() == m.value.adjusted() for v in told)
    chance = len(wholes) * float(p.high - p.low) / OF_SHARES * alike * (m.digits - 1) / 10 ** (m.digits - 1)
    hits = [x for x in right for b in wholes if chance < CHANCE and Way("share", x, b).gives(p)]
    if len(hits) == 1:
        item, due = passage.last.item, (hits[0].value, m.unit)
        again = (x for t in ledger.sentences if t.item == item for x in t.mentions if (x.value, x.unit) == due)
        ledger.say(passage.last, "restated", "sum", m, [next(again)], if_not="warning")


def _may_hold(a: Mention, b: Mention) -> bool:
    """Is it larger, and may what the figure counts be a part of it?"""
    return b.unit == a.unit and b.value > a.value and not b.bounded and a.per in (None, b.per) and (not b.noun or counts_part(a, b))
