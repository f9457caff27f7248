"""Shares that would be right if two digits had changed places: "yder 75 pct. eller 38,4 mio. kr." of what was told to cost 46,4 mio. kr.

What the percentage is told of stands right beside it; every larger figure before it is tried as the whole. How often so many tries hit by
chance is reckoned from how many there are, how many exchanges of digits would do, and how finely the figures are printed. Where any reading
gives the percentage as it stands, nothing is said. Where the sentence has the figure elsewhere, the item must tell the right one, too: "der
vil være 242 boliger tilbage, og andelen er dermed 58 pct." of 384, where 224 were told to be left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractors.claims.adding.near_sums import counts_part
from extractors.claims.dividing.near_shares import SHARES, WIDE
from extractors.claims.dividing.share_readings import OF, Way, any_ways, of_another, told_of
from extractors.claims.dividing.shares import rest_of, shares_of
from extractors.claims.fit import meets, swaps
from extractors.claims.mentions import Mention
from extractors.claims.nearby import Passage
from extractors.claims.sentences import Ledger, pattern

LEAST = 3
"""Digits of an amount of which an exchange shows."""
CHANCE = 0.05
"""How many hits among the tries for one percentage chance may be expected to make."""
WORD = 5
"""Letters by which a word is known again."""
OF_SHARES = 50
"""One percentage lies in any range of one point once in so many times, as most are of figures of one size."""
_OF_NUMBER = pattern(r" <outof><the> <KN>")
"""The whole right after the percentage, which is no other."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """The figure that is wrong and the whole with which it would be right."""

    wrong: Mention
    due: Mention
    whole: Mention


def find(ledger: Ledger) -> None:
    """Every such share of which nothing else is told."""
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
            a = None if of_another(passage, p) else told_of(passage, p, figures)
            if a and not a.bounded and a.number not in known:
                _slip(ledger, passage, figures, p, a)
            for m in (m for m in s.mentions if not a and m in figures and m.number not in known):
                _told_rightly(ledger, passage, [b for b in figures if _may_hold(m, b)], p, m, told[s.item, m.unit])


def _slip(ledger: Ledger, passage: Passage, figures: list[Mention], p: Mention, a: Mention) -> None:
    s, wholes = passage.last, [b for b in figures if _may_hold(a, b) and _of_what_is_named(passage, p, b)]
    chance = sum(_chance(p, a, b) for b in wholes)
    hits = [h for b in wholes for h in _mended(passage, p, a, b)] if chance < CHANCE else []
    if len({(h.wrong.start, h.due.value) for h in hits}) != 1 or any(w.a is a and w.gives(p) for w in any_ways(passage, passage, p, a, [])):
        return
    if any(Way("share", a, b).gives(rest_of(p)) for b in wholes):
        return
    if hits[0].wrong is p:
        ledger.say(s, "share", "share", p, [a, hits[0].whole], if_not="warning", alone=True)
    else:
        ledger.say(s, "share", "percent_of", a, [p, hits[0].whole], if_not="warning", alone=True)


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


def _of_what_is_named(passage: Passage, p: Mention, b: Mention) -> bool:
    """Do the words of the whole hold what the percentage is said to be of, if anything: "13 pct. af formuen"?"""
    s, t, at = passage.last, passage.at[b.start], passage.last.position(p)
    named = OF.match(s.skeleton, at + 1)
    return named is None or named["what"][:WORD] in f"{s.skeleton[:at] if t is s else t.skeleton} {b.noun}"


def _chance(p: Mention, a: Mention, b: Mention) -> float:
    """How likely it is that the share fits by chance when two digits of one of the three change places."""
    of_amount = sum(m.digits - 1 for m in (a, b) if m.digits >= LEAST) / (9 * 10 ** (a.digits - 1))
    return of_amount + (p.digits - 1) * float(p.high - p.low) / OF_SHARES


def _mended(passage: Passage, p: Mention, a: Mention, b: Mention) -> Iterator[_Hit]:
    """What would have to stand in place of one of the three."""
    exact = b.value * p.value / 100
    if a.digits >= LEAST and not passage.bound(a):
        yield from (_Hit(a, x, b) for x in swaps(a) if meets(exact, exact, x.rounded()))
    if b.digits >= LEAST and a.digits >= LEAST and not passage.bound(b):
        yield from (_Hit(b, x, b) for x in swaps(b) if meets(x.low * p.value / 100, x.high * p.value / 100, a))
    if p.unit == "percent":
        yield from (_Hit(p, x, b) for x in swaps(p) if Way("share", a, b).gives(x))
