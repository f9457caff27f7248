"""An amount told twice in an item, once with two digits exchanged: 16.480 kr. a year in the summary, 14.680 with its parts in the text.

One of the two has parts or another tie to the figures beside it, and the other has none. How often two such figures look alike by chance is
reckoned from how many there are.
"""

from __future__ import annotations

from collections import defaultdict

from extractors.claims.fit import exact
from extractors.claims.mentions import Mention
from extractors.claims.nearby import given
from extractors.claims.sentences import COUNTING, Ledger, Sentence
from minutes.closeness import swapped
from minutes.content import shared, stems

LONG, CHANCE = 4, 0.01
"""Digits of a figure that no other has by chance but for their order, and how many such pairs chance may be expected to make."""

NEAR = 8
"""Figures to each side that may make one up."""


def find(ledger: Ledger) -> None:
    """Every such pair, where the item tells each value once and nothing what lies between them."""
    claims = (c for c in ledger.claims if c.extra["if_not"] not in ("unverifiable", "note"))
    tied = {q.source.at for c in claims for q in (c.stated, *c.operands) if q and q.source}
    told: dict[tuple[str | None, str], list[tuple[Sentence, Mention]]] = defaultdict(list)
    for s, _ in ledger.in_turn(0, COUNTING):
        for m in s.mentions if s.kind != "heading" else ():
            if m.unit in ("kr", "number"):
                told[s.item, m.unit].append((s, m))
    for at, figures in told.items():
        values, long = ledger.told()[at], [i for i, (_, m) in enumerate(figures) if m.digits >= LONG and not m.bounded]
        bound = [i for i in long if figures[i][1].number in tied or given(exact(figures[i][1]), _beside(figures, i))]
        loose = [i for i in long if i not in bound and values[figures[i][1].value] == 1]
        for s, m in (figures[i] for i in loose):
            near = [(t, o) for t, o in (figures[i] for i in bound) if t is not s and o.per == m.per and swapped(o.value, m.value)]
            near = [(t, o) for t, o in near if all(x.value != o.value for x in s.mentions)]
            alike = [(t, o) for t, o in near if m.per or shared(stems(s.skeleton), stems(t.skeleton))]
            chance = len(loose) * len(bound) * (m.digits - 1) / (9 * 10 ** (m.digits - 1))
            if len({o.value for _, o in alike}) == 1 and chance < CHANCE and not values[abs(alike[0][1].value - m.value)]:
                noted = [c for c in ledger.claims if c.extra["if_not"] == "note" and c.stated and c.stated.source.at == m.number]
                ledger.claims[:] = [c for c in ledger.claims if c not in noted]
                ledger.say(s, "restated", "sum", m, [alike[0][1]], if_not="warning")


def _beside(figures: list[tuple[Sentence, Mention]], i: int) -> list[Mention]:
    return [exact(m) for _, m in [*figures[max(i - NEAR, 0) : i], *figures[i + 1 : i + 1 + NEAR]]]
