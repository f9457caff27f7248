"""What two prices come to, each taken as many times as its number says: "16 små og 12 store boliger … 4.290 kr. for en lille og 5.150 kr.
for en stor … i alt 130.440 kr.".

Two prices that stand side by side and two numbers that do are tried, the one way and the other. A total that they make is right. One that
they would make if two of its digits had not changed places is held against them, where so few pairs are tried that none hits by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors.claims.fit import exact
from extractors.claims.mentions import Mention
from extractors.claims.nearby import Passage, given
from extractors.claims.sentences import COUNTING, Ledger, pattern
from minutes.closeness import swapped

BACK, MOST = 6, 24
"""Sentences before the total that may hold the prices and the numbers; figures of a passage; more are a list of many things."""
LEAST = 4
"""Digits of a total of which an exchange tells."""
CHANCE = 0.02
"""How many hits among the tries chance may be expected to make."""
YEAR = 12
"""Months that prices for each month may be taken for."""
_DRAWN = pattern(r"<so>|<comes>|<total>|<is>|\bindtægt\w*|\bbetaler\b")
_SIZE = re.compile(r"m2|m²|kvm|km|ha|m|år|måneder|uger|rum|værelser|pct")


def find(ledger: Ledger) -> None:
    """Every such total once, where nothing else is known of it."""
    sure = [c for c in ledger.claims if c.kind in ("sum", "product") and c.extra["if_not"] != "unverifiable"]
    known = {c.stated.source.at for c in sure if c.stated and c.stated.source}
    for s, before in ledger.in_turn(BACK, COUNTING):
        totals = [m for m in s.mentions if m.unit == "kr" and not m.qualifier and m.digits >= LEAST and m.number not in known]
        if totals and s.kind != "heading" and _DRAWN.search(s.skeleton):
            passage = Passage([t for t in s.under_one_item(before) if t.mentions and t.kind != "heading"])
            if sum(len(t.mentions) for t in passage.sentences) <= MOST:
                for total in totals:
                    _total(ledger, passage, total)


def _total(ledger: Ledger, passage: Passage, total: Mention) -> None:
    tried = [(prices, numbers, times) for prices, numbers in _ways(passage, total) for times in (1, YEAR)]
    made = [(sum(p.value * n.value for p, n in zip(*w[:2], strict=True)) * w[2], w) for w in tried]
    if len(tried) * (total.digits - 1) > CHANCE * 9 * 10 ** (total.digits - 1):
        return
    hits = [(value, w) for value, w in made if value == total.value] or [(value, w) for value, w in made if swapped(value, total.value)]
    if len({value for value, _ in hits}) == 1 and not given(total, [m for m in passage.of("kr") if m is not total]):
        prices, numbers, times = hits[0][1]
        weights = [n.value * times for n in numbers]
        ledger.say(passage.last, "product", "sum", total, [*map(exact, prices)], weights=weights, if_not="warning", tried=True)


def _ways(passage: Passage, total: Mention) -> Iterator[tuple[tuple[Mention, Mention], tuple[Mention, Mention]]]:
    """Two prices with two numbers, in their order and the other way round."""
    prices = [two for t in passage.sentences for two in pairwise(m for m in t.mentions if m.unit == "kr" and _before(m, total))]
    numbers = [two for t in passage.sentences for two in pairwise(m for m in t.mentions if _counts(m) and _before(m, total))]
    for p in prices:
        for n, m in numbers:
            if p[0].value != p[1].value and n.value != m.value:
                yield p, (n, m)
                if n.start > p[1].start or m.start < p[0].start:  # where they stand in turn, that tells which goes with which
                    yield p, (m, n)


def _before(m: Mention, total: Mention) -> bool:
    return m.start < total.start and m.value * 2 <= total.value and not m.bounded


def _counts(m: Mention) -> bool:
    """Is it a number of people or things, and no size?"""
    return m.unit == "number" and m.value > 1 and not _SIZE.fullmatch(m.noun)
