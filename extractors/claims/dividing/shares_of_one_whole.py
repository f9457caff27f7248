"""Shares of a paragraph that are of one whole, of which one is wrong: "1.240 svarede. 372 eller 30 pct. …, 645, dvs. 52 pct., … og 186,
svarende til 18 pct."; "204 parcelhuse, 102 lejeboliger og 34 rækkehuse. Parcelhusene udgør dermed 60 pct., lejeboligerne 35 pct. og …".

The part of each is the figure that it is told of, else the count that its own words name. The whole is what two of the others hold with, or
what the parts come to that one of them holds with.
"""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from extractors.claims.dividing.beside_shares import is_share, shares_of
from extractors.claims.dividing.concluded_shares import AMONG_OTHERS, MOST
from extractors.claims.dividing.near_shares import SHARES
from extractors.claims.dividing.share_readings import OF, figures_in, of_another, told_of
from extractors.claims.dividing.share_ways import Way
from extractors.claims.fit import together
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import CHANGE, Passage
from extractors.claims.sentence import Sentence, pattern
from minutes.content import stem, stems

BACK = 2
"""Sentences before a paragraph that may hold the whole."""
FARTHEST = 2
"""A percentage this many times off is that of another whole."""
LEAST = 2
"""Shares that tell what the whole is; parts that one holds with all of."""
_NAMED = pattern(
    r"(?P<name>[a-zæøå]{3,})(?: (?:udgøre?r?|udgjorde|er|var|st[åo](?:r|d) for|tegner sig for|svarer til|fylder|fyldte|<so>|kun|hele))* $"
)
"""What is counted, and that it is so much, or nothing: "parcelhusene udgør dermed 60 pct., lejeboligerne 30 pct."."""


class _Parted(NamedTuple):
    """A share with its part; `by_name`: its words only name what is counted; `of`: the words of the whole, if any stand after it."""

    sentence: Sentence
    share: Mention
    part: Mention
    by_name: bool
    of: frozenset[str]


def find(ledger: Ledger) -> None:
    """Every share that does not fit the whole of its neighbours."""
    quantified = (s for s in ledger.sentences if s.mentions)
    for _, group in groupby(quantified, key=lambda s: (s.item, s.kind, s.kind == "point" or s.block)):
        told = list(group)
        if LEAST <= sum(len(shares_of(s)) for s in told if s.holds & SHARES) <= MOST and told[0].kind != "heading":
            _judge(ledger, [*ledger.right_before(told[0], BACK), *told])


def _judge(ledger: Ledger, told: list[Sentence]) -> None:
    passage = Passage([t for t in told if t.mentions])
    figures = [m for m in figures_in(passage) if not m.bounded][-2 * MOST :]
    each = ((i, t, p) for i, t in enumerate(passage.sentences) for p in shares_of(t))
    parted = [_Parted(t, p, *part) for i, t, p in each if (part := _part(passage, i, p, figures))]
    named = sorted({x.part for x in parted if x.by_name}, key=lambda m: m.start)
    wholes = [*figures, together(*named)] if len(named) >= LEAST and len({m.unit for m in named}) == 1 else figures
    of_all = sum((m.value for m in named), Decimal(0))
    for x in parted:
        others = {y.part.value: y for y in parted if y.part.value != x.part.value and (not (x.of and y.of) or x.of & y.of)}.values()
        held = [b for b in wholes if b.unit == x.part.unit and b.value > x.part.value and _held(b, others, of_all)]
        if len({b.value for b in held}) != 1 or any(is_share(x.part, b, x.share) for b in wholes if b.unit == x.part.unit):
            continue
        way = Way("share", x.part, held[0])
        if 1 < FARTHEST * way.value / x.share.value < FARTHEST**2:
            ledger.say(x.sentence, "share", "share", x.share, [x.part, held[0]], if_not="warning", alone=True)


def _held(whole: Mention, others: Collection[_Parted], of_all: Decimal) -> bool:
    """Is it what enough of the other shares are of?"""
    holding = [y for y in others if y.part.unit == whole.unit and y.part.value < whole.value and is_share(y.part, whole, y.share)]
    return len(holding) >= LEAST or whole.value == of_all and any(y.by_name for y in holding)


def _part(passage: Passage, i: int, p: Mention, figures: list[Mention]) -> tuple[Mention, bool, frozenset[str]] | None:
    """The figure that a share of sentence `i` is told of, whether its words only name what is counted, and the words of its whole."""
    t = passage.sentences[i]
    here, at = Passage(passage.sentences[: i + 1]), t.position(p)
    earlier = max((t.position(q) + 1 for q in shares_of(t) if q.start < p.start), default=0)
    changes = any(map(CHANGE.search, t.beside(p)))
    if p.bounded or not 0 < p.value < 100 or changes or of_another(here, p) or AMONG_OTHERS.search(t.skeleton, earlier, at):
        return None
    of = OF.match(t.skeleton, at + 1)
    whole = stems(of["what"]) if of else frozenset()
    if part := told_of(here, p, [m for m in figures if m.start >= t.start]):
        return part, False, whole
    name = _NAMED.search(t.skeleton, earlier, at)
    counts = [m for m in figures if name and m.start < p.start and m.noun and stem(m.noun) == stem(name["name"])]
    return (counts[-1], True, whole) if len({m.value for m in counts}) == 1 else None
