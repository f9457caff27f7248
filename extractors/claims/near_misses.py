"""Figures that others nearly make up: a sum, a difference, a share or a product whose wording no other family knows.

No form of words is looked for, only a word of the right kind in the passage ("finansieres", "resterende", "pr."). In turn the figures must
say it themselves: nothing near by fits the stated one, and a single reading of it comes so close that only a mistake lies between. What
differs is a note: in opened and fresh papers every other one was right.
"""

from __future__ import annotations

from decimal import Decimal
from functools import reduce
from operator import or_

from extractors.claims.adding.near_sums import sums
from extractors.claims.comparing.near_differences import DRAWN, POINTED, differences
from extractors.claims.ledger import Ledger
from extractors.claims.multiplying.near_products import AVERAGED, averages
from extractors.claims.nearby import VOTES, Passage, of_another_year
from extractors.claims.sentence import QUANTIFIED
from minutes.records import Claim, Source

BACK = 2
"""Sentences before this one that belong to the passage."""
FAR = Decimal("1.8")
"""So many times each other, a figure and a sum are of different things."""
MOST = 9
"""Figures of one unit in a passage; more are a list of many things."""


def find(ledger: Ledger) -> None:
    """Every figure that others nearly make up, and none fits."""
    before = len(ledger.claims)
    for s, earlier in ledger.in_turn(BACK, QUANTIFIED):
        if s.kind != "paragraph":
            continue
        passage = Passage([t for t in s.under_one_heading(earlier) if t.mentions and t.kind == s.kind])
        held = reduce(or_, (t.holds for t in passage.sentences))
        for unit in ("kr", "number"):
            figures = passage.of(unit)
            if 2 < len(figures) <= MOST and passage.new(figures[-1]):
                sums(ledger, passage, figures)
                if held & DRAWN and not VOTES.search(s.skeleton) and not of_another_year(s):
                    differences(ledger, passage, figures)
        if held & DRAWN and s.holds & POINTED:
            points = [m for m in passage.figures if m.unit in ("percent", "percentage_points")]
            if 2 < len(points) <= MOST:
                differences(ledger, passage, points)
        if held & AVERAGED:
            averages(ledger, Passage(passage.sentences[-2:]))
    known = {_place(c) for c in ledger.claims[:before] if not left_open(c)}
    ledger.claims[before:] = [c for c in ledger.claims[before:] if _place(c) not in known]


def left_open(claim: Claim) -> bool:
    """May another claim say more of what this one states?"""
    return _some_money(claim) or _far_from(claim)


def _some_money(claim: Claim) -> bool:
    """Is all that is known of an amount that others are not more: "Af dem går A til skoler, B til veje og C til kloakker"?"""
    return claim.relation == "at_most" and claim.stated is not None and claim.stated.unit == "kr"


def _far_from(claim: Claim) -> bool:
    """Is it read unsurely, or do the parts of a sum come to so much more or less that they are those of another figure?"""
    if claim.extra.get("if_not") == "unverifiable":
        return True
    if claim.relation != "sum" or claim.stated is None or min(claim.extra.get("weights") or (1,)) < 0:
        return False
    less, more = sorted((claim.stated.value, sum((q.value for q in claim.operands), Decimal(0))))
    return more > FAR * less


def _place(claim: Claim) -> Source | None:
    return claim.stated.source if claim.stated else None
