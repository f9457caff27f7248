"""An amount told twice in an item, once with two digits exchanged: 16.480 kr. a year in the summary, 14.680 with its parts in the text.

One of the two has parts or another tie to the figures beside it, and the other has none. How often two such figures look alike by chance is
reckoned from how many there are.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from extractors.claims.fit import exact
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import given
from extractors.claims.sentence import COUNTING, Sentence
from minutes.closeness import swapped
from minutes.content import like, shared, stems
from minutes.records import Claim

LONG, CHANCE = 4, 0.01
"""Digits of a figure that no other has by chance but for their order, and how many such pairs chance may be expected to make."""

NEAR = 8
"""Figures to each side that may make one up."""


def find(ledger: Ledger) -> None:
    """Every such pair, where the item tells each value once and nothing what lies between them."""
    claims = (c for c in ledger.claims if c.extra["if_not"] not in ("unverifiable", "note") and not _off(c))
    tied = {q.source.at for c in claims for q in (c.stated, *c.operands) if q and q.source}
    told: dict[tuple[str | None, str], list[tuple[Sentence, Mention]]] = defaultdict(list)
    for s, _ in ledger.in_turn(0, COUNTING):
        for m in s.mentions if s.kind != "heading" else ():
            if m.unit in ("kr", "number"):
                told[s.item, m.unit].append((s, m))
    for at, figures in told.items():
        values, long = ledger.told()[at], [i for i, (_, m) in enumerate(figures) if m.digits >= LONG and not m.bounded]
        plain = [exact(m) for _, m in figures] if long else []
        bound = [i for i in long if figures[i][1].number in tied or given(plain[i], _beside(plain, i))]
        loose = [i for i in long if i not in bound and values[figures[i][1].value] == 1]
        for s, m in (figures[i] for i in loose):
            words = stems(s.skeleton)
            others = [(t, o) for t, o in (figures[i] for i in bound) if t is not s and o.per == m.per]
            near = [o for t, o in others if (m.per or shared(words, stems(t.skeleton))) and _may_be_one(m, o)]
            near += [o for called, o in _cells(ledger, s, m, tied) if shared(words, called)]
            alike = [o for o in near if swapped(o.value, m.value)]
            chance = max(len(loose), 1) * len(near) * (m.digits - 1) / (9 * 10 ** (m.digits - 1))
            here = any(x.value == o.value for x in s.mentions for o in alike)
            if len({o.value for o in alike}) == 1 and not here and chance < CHANCE and not values[abs(alike[0].value - m.value)]:
                noted = [c for c in ledger.claims if c.extra["if_not"] == "note" and c.states(m.number)]
                ledger.claims[:] = [c for c in ledger.claims if c not in noted]
                ledger.say(s, "restated", "sum", m, alike[:1], if_not="warning")


def _may_be_one(a: Mention, b: Mention) -> bool:
    """Do they count the same, if both say what?"""
    return not (a.noun and b.noun) or like(a.noun, b.noun)


def _off(claim: Claim) -> bool:
    """Is it a difference that does not hold?"""
    if claim.kind != "difference" or claim.stated is None or len(claim.operands) != 2:
        return claim.kind == "difference"
    a, b = claim.operands
    return abs(a.value - b.value) != abs(claim.stated.value)


def _cells(ledger: Ledger, s: Sentence, m: Mention, tied: set[int]) -> list[tuple[frozenset[str], Mention]]:
    """The cells of the item's tables near by that other cells are tied to, with the words of their row and table."""
    grids = [g for g in ledger.grids_near(s) if ledger.structure.item_at(g.table.source.at) == s.item]
    rows = [(g, r) for g in grids for r in g.rows if m.unit == "kr" or not g.table.scale]
    told = ((g, r, n) for g, r in rows for n in r.numbers.values() if n.source.at in tied and not n.percent)
    return [(stems(f"{r.label} {g.table.rows[0][0].text}"), replace(g.money(n), unit=m.unit)) for g, r, n in told]


def _beside(figures: list[Mention], i: int) -> list[Mention]:
    return [*figures[max(i - NEAR, 0) : i], *figures[i + 1 : i + 1 + NEAR]]
