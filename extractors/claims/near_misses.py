"""Figures that others nearly make up: a sum, a difference, a share or a product whose wording no other family knows.

No form of words is looked for, only a word of the right kind in the passage ("finansieres", "resterende", "pr."). In turn the figures must
say it themselves: nothing near by fits the stated one, and a single reading of it comes so close that only a mistake lies between.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import reduce
from itertools import pairwise
from operator import or_

from extractors.claims.another_change import is_another
from extractors.claims.changed import SUPPOSED
from extractors.claims.fit import differ_by, slipped
from extractors.claims.mentions import Mention
from extractors.claims.near_products import AVERAGED, COMING_TO, averages, products
from extractors.claims.near_sums import sums
from extractors.claims.nearby import CHANGE, Passage, comes_near, given, same
from extractors.claims.sentences import QUANTIFIED, Ledger
from minutes.needs import needs
from minutes.records import Claim, Source

BACK = 2
"""Sentences before this one that belong to the passage."""
MOST = 9
"""Figures of one unit in a passage; more are a list of many things."""
NEAR_DIFFERENCE = Decimal("0.2")
"""How far from the stated figure the computed one may be, as a part of it: what a mistake leaves."""

_TAKES_UP = re.compile(
    r"\W*(?:de\b|den|det|dette|disse|altså|dermed|således|herved|stigning|fald|forøgelse|reduktion|udvidelse|forskel|vækst|nedgang|rest)"
)
"""How a sentence begins that speaks again of the figures before it."""
_LEVEL = re.compile(r"\b(?:fra|til|end|mod|herefter) (?:\w+ )?$")
_CHANGED = needs(CHANGE)
TIMES = 5
"""Two figures farther apart are hardly one thing before and after."""


def find(ledger: Ledger) -> None:
    """Every figure that others nearly make up, and none fits."""
    before = len(ledger.claims)
    for s, earlier in ledger.in_turn(BACK, QUANTIFIED):
        if s.kind != "paragraph":
            continue
        passage = Passage([t for t in s.under_one_item(earlier) if t.mentions and t.kind == s.kind])
        held = reduce(or_, (t.holds for t in passage.sentences))
        for unit in ("kr", "number"):
            figures = passage.of(unit)
            if 2 < len(figures) <= MOST and passage.new(figures[-1]):
                sums(ledger, passage, figures)
                if held & _CHANGED:
                    _differences(ledger, passage, figures)
        if held & AVERAGED:
            averages(ledger, Passage(passage.sentences[-2:]))
        if held & COMING_TO:
            products(ledger, Passage(passage.sentences[-2:]))
    known = {_place(c) for c in ledger.claims[:before] if c.extra.get("if_not") != "unverifiable" and not _some_money(c)}
    ledger.claims[before:] = [c for c in ledger.claims[before:] if _place(c) not in known]


def _some_money(claim: Claim) -> bool:
    """Is all that is known of an amount that others are not more: "Af dem går A til skoler, B til veje og C til kloakker"?"""
    return claim.relation == "at_most" and claim.stated is not None and claim.stated.unit == "kr"


def _place(claim: Claim) -> Source | None:
    return claim.stated.source if claim.stated else None


# differences


def _differences(ledger: Ledger, passage: Passage, figures: list[Mention]) -> None:
    """A change beside the two figures that it is between."""
    for change in figures:
        s = passage.at[change.start]
        others = [m for m in figures if m is not change and m.value > 0 and same(m, change)]
        told = not change.bounded and change.value > 0 and 1 < len(others) < 4
        if not told or not _is_change(passage, change) or SUPPOSED.search(s.skeleton):
            continue
        others = others if _TAKES_UP.match(s.skeleton) else [m for m in others if s.start <= m.start < s.end]
        if len(others) < 2:
            continue
        levels = [m for m in others if not _is_change(passage, m)]
        near = [(a, b) for a, b in pairwise(levels) if _lies_between(passage, change, a, b, levels)]
        if len(near) == 1 and not given(change, others) and not is_another(s, passage.sentences, change, *near[0], 0):
            ledger.say(s, "difference", "difference", change, [*near[0]], if_not="warning")


def _lies_between(passage: Passage, change: Mention, a: Mention, b: Mention, levels: list[Mention]) -> bool:
    """Are the two one thing before and after, told together, and about as far apart as the change says?"""
    apart, s = abs(a.value - b.value), passage.at[a.start]
    if not passage.new(a, b, change) or not same(a, b) or a.per != b.per or not apart:
        return False
    if s is not passage.at[b.start] and not slipped(apart, change) or change.unit == "kr" and s.start > change.start:
        return False
    if s is passage.at[change.start] and not any(_LEVEL.search(passage.lead(m)) for m in (a, b)):
        return False
    told = any(differ_by(a, b, m) for m in levels if m not in (a, b))
    return not told and max(a.value, b.value) < TIMES * min(a.value, b.value) and comes_near(apart, change, NEAR_DIFFERENCE)


def _is_change(passage: Passage, m: Mention) -> bool:
    """Is it called a change, and not what something changes from or to?"""
    lead, after = passage.at[m.start].beside(m)
    return bool(CHANGE.search(after) or CHANGE.search(lead) and not _LEVEL.search(passage.lead(m)))
