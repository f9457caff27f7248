"""Percentages and fractions of which one calculation is left, whatever the words: "320 børn var med … Resten, 208 børn, … udgør 75 pct.".

A reading is a part with its whole, or two levels. What speaks for it are its grounds: words that tie the two, another share near by that is
of the same whole, that no other figure could be meant, that the share is said to be of what the whole counts. Two grounds tell that a share
is wrong, one where a slip of the hand explains it. Where any figures near by give the share nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain, combinations

from extractors.claims.comparing.another_change import is_another
from extractors.claims.comparing.changed import SUPPOSED
from extractors.claims.dividing.beside_shares import rest_of, shares_of
from extractors.claims.dividing.concluded_shares import AMONG_OTHERS, MOST, WANTED
from extractors.claims.dividing.near_shares import SHARES, WIDE
from extractors.claims.dividing.reckoned_levels import change_readings, directions
from extractors.claims.dividing.reckoned_parts import (
    BEGINS,
    GOES_ON,
    LEAST,
    OF,
    ONLY,
    SAME,
    far_readings,
    lone_readings,
    part_readings,
    told_with,
)
from extractors.claims.dividing.share_readings import GROWN_TO, LEVEL, any_ways, figures_in, of_another
from extractors.claims.dividing.share_ways import Way
from extractors.claims.fit import together
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import ASIDE, CHANGE, Passage, same
from extractors.claims.sentence import pattern
from minutes.closeness import SLIPS, one_digit, swapped

BACK = 3
"""Sentences before this one in which the two figures may stand."""
FAR = 60
"""Sentences before this one in which what it is of may be counted."""
FARTHEST = 3
"""A share this many times off is that of others."""
AROUND, LIKE = Decimal(3), Decimal("1.7")
"""Percentage points: a share in words is said of what is near it; and how many times it one is that was said in its place."""
FRACTIONS = (Decimal(50), *(Decimal(100 * n) / d for d in (3, 4, 5, 6, 8, 10) for n in (1, d - 1)))
"""What a share in words may have been meant to be, in percent."""
_MOVES = pattern(r"<rises>|<falls>|<rise>|<fall>|<excess>|<saving>")
_OF_THEM = re.compile(r" af (?:dem|disse|de \w+)\b")
_A_YEAR, _ON_AVERAGE = re.compile(r",? (?:om året|årligt?|hvert år|(?:pr\.|per) år)\b"), re.compile(r"\bårlig|\bgennemsnit|\bi snit\b")
""" "fra 420 kr. i 2010 til 460 kr. i 2012, en stigning på 4,7 pct. om året"."""
_PRICED = re.compile(r"\b(?:rabat|nedslag|moms|rente)\w*\b[^,;]*$")


def find(ledger: Ledger) -> None:
    """Every such share."""
    sure = [c for c in ledger.claims if c.extra["if_not"] not in ("unverifiable", "note")]
    known = {c.stated.source.at for c in sure if c.stated and c.stated.source}
    passed = {q.source.at for c in sure if c.relation == "percent_of" for q in c.operands if q.source}
    passed |= {c.stated.source.at for c in sure if c.extra["if_not"] == "error" and c.stated and c.stated.source}
    for s, earlier in ledger.in_turn(WIDE, SHARES):
        if s.kind == "heading" or len(s.mentions) > MOST:
            continue
        asked = [p for p in shares_of(s) if not p.bounded and 0 < p.value < 100 and p.number not in passed]
        told = [t for t in s.under_one_item(earlier) if t.kind == s.kind and 0 < len(t.mentions) <= MOST] if asked else []
        near = Passage([t for t in told if t.block >= s.block - 1][-BACK - 1 :]) if asked else None
        for p in asked:
            if near and not of_another(near, p):
                _judge(ledger, Passage(told), near, p, known)


def _judge(ledger: Ledger, wide: Passage, near: Passage, p: Mention, known: set[int]) -> None:
    s, lead, moves = near.last, near.lead(p), _moves(near, p)
    wanted = WANTED.search(lead) and not (BEGINS.match(lead) or GOES_ON.search(lead))
    others = AMONG_OTHERS.search(lead) and not CHANGE.search(s.beside(p)[0])
    each_year = moves and (_A_YEAR.match(s.skeleton, s.position(p) + 1) or _ON_AVERAGE.search(lead))
    if wanted or others or each_year or _PRICED.search(lead) or SUPPOSED.search(s.skeleton):
        return
    q = replace(p, low=min(p.low, p.value - AROUND), high=max(p.high, p.value + AROUND)) if p.unit == "fraction" else p
    readings = change_readings(near, p) if moves else part_readings(near, q) or lone_readings(near, p)
    if not moves and not readings:
        readings = far_readings(near, p, ledger.right_before(s, FAR))
    ways = {Way("percent_change" if moves else "share", a, b): grounds for (a, b), grounds in readings.items()}
    if fitting := [w for w in ways if w.gives(q)]:
        if p.number not in known:
            ledger.say(s, "share", fitting[0].relation, q, [fitting[0].a, fitting[0].b], if_not="warning")
        return
    here = {m.start for t in near.sentences if t.block == s.block for m in t.mentions}
    speaks = {w: (len(grounds), sum(m.start in here for m in (w.a, w.b)) if moves else 0) for w, grounds in ways.items()}
    most = max((n for n, _ in speaks.values()), default=0)
    best = [w for w, of_it in speaks.items() if of_it == max(speaks.values())]
    if not best or len({(w.a.value, w.b.value) for w in best}) != 1:
        return
    way = best[0]
    sure = most >= LEAST and p.value / FARTHEST < abs(way.value) < p.value * FARTHEST
    if moves and is_another(s, near.sentences[:-1], p, way.a, way.b, 0):
        return
    another = ONLY in ways[way] and any(replace(way, b=m).gives(q) for m in figures_in(near) if m.unit == way.a.unit)
    if (sure or another or _by_hand(p, way)) and not _otherwise(wide, near, q, way, ways[way]):
        ledger.say(s, "share", way.relation, q, [way.a, way.b], if_not="warning", alone=True, sure=True, mistaken=another)


def _by_hand(p: Mention, way: Way) -> bool:
    """Is it the share but for a digit, two exchanged or the comma, or what is left of it, of the other level, one of its figures, or in
    words another?"""
    value = abs(way.value)
    if p.unit == "fraction":
        return any(abs(value - f) < 1 for f in FRACTIONS) and p.value < value * LIKE and value < p.value * LIKE
    due = value.quantize(p.value)
    if p.value in (way.a.value, way.b.value) or way.gives(rest_of(p)) or way.relation != "share" and way.back.gives(p):
        return True
    return one_digit(due, p.value) or swapped(due, p.value) or due / p.value in SLIPS


def _otherwise(wide: Passage, near: Passage, p: Mention, way: Way, grounds: set[str]) -> bool:
    """Do other figures near by give it, any at all where little speaks for the reading?"""
    s = near.at.get(way.a.start, near.last)
    if any(way.gives(q) for q in _of_shares(near, p)):
        return True
    told = [*s.mentions, *near.last.mentions] if {"tied", "named"} <= grounds or "again" in grounds else figures_in(wide)
    levels = [m for m in told if m.unit == way.a.unit and m.low > 0]
    pairs = [two for x, y in combinations(levels, 2) for two in ((x, y), (y, x)) if same(x, y)]
    if way.relation == "percent_change":
        either = not any(directions(near, p))
        changes = [replace(way, a=x, b=y) for x, y in pairs if either or (x.value > y.value) is (way.value < 0)]
        return any(w.gives(p) for w in changes)
    part = set() if ONLY in grounds else {way.a.value}
    ways = [replace(way, a=x, b=y) for x, y in pairs if part & {x.value, y.value} or way.b.value == y.value]
    parts = [m for m in s.mentions if m.unit == way.a.unit and m.value < way.b.value and not ASIDE.search(s.lead(m))]
    ways += [replace(way, a=some) for some in _runs(parts)]
    further = () if "tied" in grounds or len(grounds) >= LEAST else any_ways(wide, near, p, way.a, [way])
    return way.gives(rest_of(p)) or any(w.gives(p) for w in chain(ways, further))


def _of_shares(near: Passage, p: Mention) -> Iterator[Mention]:
    """What a share of a share is of all: "Halvdelen af de 360 er ældre, og en tredjedel af dem, 60, bor alene"."""
    s = near.last
    if _OF_THEM.match(s.skeleton, s.position(p) + 1):
        for q in (q for t in near.sentences for q in shares_of(t) if q.start < p.start):
            yield replace(p, value=p.value * q.value / 100, low=p.low * q.low / 100, high=p.high * q.high / 100)


def _runs(parts: list[Mention]) -> Iterator[Mention]:
    """What two or more parts beside each other come to: "89 på cykel, 51 på knallert"."""
    return (together(*parts[i:j]) for i, j in combinations(range(len(parts) + 1), 2) if j - i > 1)


def _moves(near: Passage, p: Mention) -> bool:
    """Is it a change, by words beside it or beside the figure that it is told of: "faldet på 9.600 eller 9 pct."?"""
    s, own = near.last, told_with(near, p)
    if OF.match(s.skeleton, s.position(p) + 1) or GROWN_TO.search(s.lead(p)) or p.unit == "fraction" and SAME.search(s.lead(p)):
        return False
    beside: tuple[str, ...] = (*s.beside(p), s.lead(p))
    if own is not None and own.start < p.start:
        beside += near.at[own.start].beside(own) if s.lead(p).endswith(" med ") or not LEVEL.search(s.lead(own)) else ()
    return any(CHANGE.search(words) or _MOVES.search(words) for words in beside)
