"""Which two levels a change in percent near them may be between, and what speaks for each two."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations

from extractors.claims.comparing.named_pairs import pairs as named_pairs
from extractors.claims.dividing.reckoned_parts import FEW, SAME, SO, Readings, tied_figures, told_before, told_with
from extractors.claims.dividing.share_readings import LEVEL, TAKES_UP
from extractors.claims.mention import Mention
from extractors.claims.nearby import CHANGE, YEAR, Passage, same
from extractors.claims.sentence import pattern
from minutes.content import shared, stems

_UP, _DOWN = pattern(r"<rises>|<rise>|<excess>|<more>"), pattern(r"<falls>|<fall>|<saving>|<less>")
_IN_YEAR = re.compile(r"[^\ue000-\ue007;,]{0,40}? i (?P<year>(?:19|20)\d\d)\b")

_SAME_NOW = re.compile(
    r"\b(?:(?:er|var|blev|lå|nåede) (?:det|den|de|der|tallet|antallet)|(?:tallet|antallet) (?:er|var|blev|nåede))\b"
    r"[^\ue000-\ue007;,.]{0,15}$"
)
"""Before the next level of what was counted right before: "I 2018 var der 180. I år blev det til 216"."""


def directions(near: Passage, p: Mention) -> tuple[bool, bool]:
    """Is it told to be a rise, and is it told to be a fall, by the words beside it or beside how much it is?"""
    s, apart = near.last, _amount(near, p)
    told = (*s.beside(p), s.lead(p), *(near.at[apart.start].beside(apart) if apart else ()))
    rises, falls = (any(map(way.search, told)) for way in (_UP, _DOWN))
    return rises and not falls, falls and not rises


def _amount(near: Passage, p: Mention) -> Mention | None:
    """How much the change is, that it is told of."""
    own = told_with(near, p)
    return None if own is None or LEVEL.search(near.lead(own)) or _SAME_NOW.search(near.lead(own)) else own


def change_readings(near: Passage, p: Mention) -> Readings:
    """Each two levels that the change may be between."""
    s, figures = near.last, told_before(near, p)
    levels = [m for m in figures if LEVEL.search(near.lead(m)) or not any(map(CHANGE.search, near.at[m.start].beside(m)))]
    apart, (_, falls) = _amount(near, p), directions(near, p)
    moved = [m for m in figures if m not in levels]
    readings: Readings = defaultdict(set)
    parted = {(a.start, b.start) for a, b in tied_figures(near)}
    tied = {frozenset((a.start, b.start)) for t in near.sentences[-2:] for a, b in named_pairs(t)}
    for a, b in combinations(levels, 2):
        if a.unit != b.unit or not same(a, b) or a.value == b.value or a.per != b.per or apart in (a, b):
            continue
        if apart is not None and abs(a.value - b.value) != apart.value:
            continue
        if (a.start, b.start) in parted or (b.start, a.start) in parted or b.start < s.start and not (apart or _speaks_of(near, p, b)):
            continue
        two = tuple(sorted((a, b), key=lambda m: m.value, reverse=falls))
        grounds = {
            "tied": frozenset((a.start, b.start)) in tied,
            "alone": all(m in (a, b, apart) or m.unit != a.unit or _bare(m, a, b) for m in figures),
            "apart": apart is not None or any(abs(a.value - b.value) == m.value for m in moved),
            "named": bool(_years(near, a, b) & set(YEAR.findall(s.skeleton))),
            "again": b.start >= s.start and _SAME_NOW.search(near.lead(b)) is not None and figures[figures.index(b) - 1] is a,
        }
        readings[two[0], two[1]] |= {name for name, speaks in grounds.items() if speaks}
    return {two: grounds for two, grounds in readings.items() if grounds}


def _speaks_of(near: Passage, p: Mention, level: Mention) -> bool:
    """Does the sentence of the change take up those before it, or conclude from them by a word of theirs?"""
    s = near.last
    if TAKES_UP.match(s.skeleton) or SAME.search(s.lead(p)):
        return True
    return SO.search(s.lead(p)) is not None and bool(shared(stems(s.lead(p)), stems(near.at[level.start].skeleton)))


def _bare(m: Mention, *levels: Mention) -> bool:
    """Is it a small number that counts nothing, as the number of an oven, beside levels that do, or counts something else?"""
    return not all(same(m, x) for x in levels) or m.value <= FEW and not m.noun and all(x.noun for x in levels)


def _years(near: Passage, a: Mention, b: Mention) -> set[str]:
    """The year that the one is told of, where the other is the last told."""
    t = near.at[a.start]
    own = _IN_YEAR.match(t.skeleton, t.position(a) + 1)
    return {own["year"]} if own and near.at[b.start].mentions[-1] is b else set()
