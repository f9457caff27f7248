"""What is left, or has changed, by figures told far apart: "41 kører i bus. De øvrige 145 …", where the text counted 195 long before.

What words call a rest or a change is tried as the difference of the figures right before it and every figure that the item tells before
them. Where two of them make it, nothing is said; where one pair would if two of its digits had changed places, so many tries must hardly
hit by chance.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from extractors.claims.adding.near_sums import counts_part
from extractors.claims.fit import exchanged, meets
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import CHANGE, given, same
from extractors.claims.sentence import QUANTIFIED, Sentence, pattern
from minutes.needs import needs

REACH, RUN = 40, 3
"""Figures of an item that may be the whole, and parts of it right before the rest."""
CHANCE = 0.05
"""How many hits among the tries for one rest chance may be expected to make."""
LEAST = 3
"""Digits of a rest of which an exchange shows; one more than of points of percent, which only figures with as many decimals make."""
_LEFT = pattern(r"<left>|<rest>")
_POINTS = "percentage_points"
_DRAWN = needs(_LEFT, CHANGE)


def find(ledger: Ledger) -> None:
    """Every such figure once."""
    known = {c.stated.source.at for c in ledger.claims if c.kind in ("share", "product") and c.stated and c.stated.source}
    told: dict[tuple[str | None, str], deque[Mention]] = defaultdict(lambda: deque(maxlen=REACH))
    last: Sentence | None = None
    for s, _ in ledger.in_turn(0, QUANTIFIED):
        near = s.start if last is None or last.item != s.item else last.start
        for m in s.mentions:
            before = told[s.item, _level(m)]
            longest = 0 if not before or not s.holds & _DRAWN or s.kind == "heading" or m.number in known else _longest_run(s, m)
            if longest:
                _rest(ledger, s, m, list(_ways(m, list(before), near, longest)))
            told[s.item, _level(m)].append(m)
        last = s


def _level(m: Mention) -> str:
    """The unit of what it may be a change of; a bare decimal may be a percentage: "Sidste år lå andelen på 2,49"."""
    return "percent" if m.unit == _POINTS or m.unit == "number" and not m.noun and _decimals(m) else m.unit


def _longest_run(s: Sentence, m: Mention) -> int:
    """How many parts may be taken off a whole to make it: several if words beside it call it a rest, one if they call it a change."""
    if m.bounded or m.qualifier or m.unit not in ("kr", "number", _POINTS) or m.digits < LEAST - (m.unit == _POINTS):
        return 0
    if _TO_LEVEL.match(s.skeleton, s.position(m) + 1) or _OF_LEVEL.search(s.lead(m)) or _OF_WHOLE.match(s.skeleton, s.position(m) + 1):
        return 0
    beside = s.beside(m)
    return RUN if any(map(_LEFT.search, beside)) else 1 if any(map(CHANGE.search, beside)) else 0


_TO_LEVEL, _OF_LEVEL = pattern(r"(?: [a-zæøå]+)?(?: i (?:19|20)\d\d)? til <Q>"), re.compile(r"\b(?:fra|til) (?:ca\. |omkring )?$")
""" "vokser fra 187 til 214", "går tilbage til 1.395": a level, and no change."""
_OF_WHOLE = pattern(r"(?: [a-zæøå]+)? af (?:[a-zæøå]+ ){0,4}<N>")
""" "yderligere 121 af de 180 elever": a part of a whole that is told beside it."""


def _rest(ledger: Ledger, s: Sentence, rest: Mention, ways: list[list[Mention]]) -> None:
    """Says so where one pair would make it with two digits exchanged, few enough are tried, and the item tells it nowhere else."""
    told = {m.value for w in ways for m in w}
    here = [m for m in s.mentions if m.unit == rest.unit and m is not rest]
    if len(ways) * (rest.digits - 1) >= CHANCE * 9 * 10 ** (rest.digits - 1) or rest.value in told or given(rest, here):
        return
    left = [abs(whole.value - sum(m.value for m in parts)) for whole, *parts in ways]
    turned = exchanged(rest)
    hits = [(way, value) for way, value in zip(ways, left, strict=True) if value in turned]
    if len({value for _, value in hits}) != 1 or any(meets(value, value, rest) for value in left):
        return
    whole, *parts = hits[0][0]
    if len(parts) == 1:
        ledger.say(s, "difference", "difference", rest, [whole, *parts], if_not="warning")
    else:
        ledger.say(s, "difference", "sum", rest, [whole, *parts], weights=[1] + [-1] * len(parts), if_not="warning")


def _ways(rest: Mention, told: list[Mention], near: int, longest: int) -> Iterator[list[Mention]]:
    """Each figure told before, with each run of others that ends right before the rest and begins in its sentence or the one before."""
    rest = rest if any(same(m, rest) for m in told if m.noun) else replace(rest, noun="")
    alike = [m for m in told if not m.bounded and (m.per == rest.per or None in (m.per, rest.per)) and _of_one_kind(m, rest)]
    for n in range(1, longest + 1):
        parts = alike[-n:]
        if len(parts) == n and parts[0].start >= near:
            yield from ([whole, *parts] for whole in islice(alike, len(alike) - n))


def _of_one_kind(m: Mention, rest: Mention) -> bool:
    """May the one be a part of the other; and has it as many decimals, where it is no money?"""
    if rest.unit == _POINTS or m.unit != rest.unit:
        return _decimals(m) == _decimals(rest)
    return rest.unit != "number" or counts_part(m, rest) or counts_part(rest, m)


def _decimals(m: Mention) -> int:
    return -min(int(m.value.as_tuple().exponent), 0)
