"""Parts that each have their share in brackets: "Heraf var 169 under 18 år (24 pct.), 379 mellem 18 og 64 år (54 pct.) og 145 (22 pct.)".

All are of one whole: one told before, or what they come to. Where all but one are right of it, that one is held to it too, however far off
it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from extractors.claims.dividing.shares import is_share
from extractors.claims.mentions import Mention
from extractors.claims.sentences import Ledger, Sentence, pattern
from minutes.needs import needs

_PART = pattern(
    r"(?P<a><KN>)(?:[^\ue000-\ue003\ue005-\ue007();]|(?:mellem|fra|på) \ue005 (?:og|til) ){0,70}\((?:\w+ )?(?P<p><P>)"
    r"(?: af [^\ue000-\ue007()]{3,40})?\)"
)
_IN_BRACKETS = needs(_PART)
FEWEST = 3
"""Parts of which two are right of a whole, which no other figure is by chance."""
BACK = 6
"""Sentences before the first part that may tell the whole."""
ALL = Decimal(100)
"""Percent of a whole."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A figure and its share, with their sentence."""

    s: Sentence
    a: Mention
    p: Mention

    def of(self, whole: Mention) -> bool:
        """Is it that share of the whole, as printed or rounded the other way so that all make a hundred?"""
        return is_share(self.a, whole, self.p) or abs(ALL * self.a.value / whole.value - self.p.value) <= self.p.high - self.p.low


def find(ledger: Ledger) -> None:
    """Every such share that is of another whole than its neighbours."""
    told = [(s, before, list(_parts(s))) for s, before in ledger.in_turn(BACK, _IN_BRACKETS)]
    sure = [c for c in ledger.claims if c.kind == "share" and c.extra["if_not"] != "unverifiable"]
    read = {c.stated.source.at for c in sure if c.stated and c.stated.source}
    for s, before, parts in told:
        if len(parts) >= FEWEST:
            _held_together(ledger, parts, [*before, s], read)
    points = [(s, before, parts[0]) for s, before, parts in told if len(parts) == 1 and s.kind == "point"]
    for _, run in groupby(enumerate(points), lambda n: (n[1][0].block - n[0], n[1][0].item)):
        entries = [entry for _, entry in run]
        if len(entries) >= FEWEST:
            _held_together(ledger, [part for _, _, part in entries], entries[0][1], read)


def _parts(s: Sentence) -> Iterator[_Part]:
    for match in _PART.finditer(s.skeleton):
        a, p = s.of(match.start("a")), s.of(match.start("p"))
        if a.low > 0 and 0 < p.value < ALL and not a.bounded and not p.bounded:
            yield _Part(s, a, p)


def _held_together(ledger: Ledger, parts: list[_Part], near: list[Sentence], read: set[int]) -> None:
    figures, first = [t.a for t in parts], parts[0].a
    if len({m.unit for m in figures}) != 1 or len({m.noun for m in figures if m.noun}) > 1 and first.unit != "number":
        return
    made = replace(first, value=sum(m.value for m in figures), low=sum(m.low for m in figures), high=sum(m.high for m in figures))
    before = [m for t in near if t.item == parts[0].s.item for m in t.mentions if m.start < first.start and m.unit == first.unit]
    wholes = {m.value: m for m in [made, *before] if not m.bounded and m.value > max(f.value for f in figures)}
    wrong = {w.value: [t for t in parts if not t.of(w)] for w in wholes.values()}
    close = [value for value, odd in wrong.items() if len(odd) == 1]
    if not all(wrong.values()) or len({wrong[value][0].p.start for value in close}) != 1:
        return
    whole, odd = wholes[close[-1]], wrong[close[-1]][0]
    if odd.p.number not in read:
        ledger.say(odd.s, "share", "share", odd.p, [odd.a, whole], if_not="warning", alone=True)
