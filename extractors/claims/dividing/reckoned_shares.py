"""Percentages and fractions of which one calculation is left, whatever the words: "320 børn var med … Resten, 208 børn, … udgør 75 pct.".

A reading is a part with its whole, or two levels. What speaks for it are its grounds: words that tie the two, another share near by that is
of the same whole, that no other figure could be meant, that the share is said to be of what the whole counts. Two grounds tell that a share
is wrong, one where a slip of the hand explains it. Where any figures near by give the share nothing is said.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain, combinations, pairwise

from extractors.claims.comparing.another_change import is_another
from extractors.claims.comparing.changed import SUPPOSED
from extractors.claims.comparing.pairs import pairs as named_pairs
from extractors.claims.dividing.concluded_shares import AMONG_OTHERS, MOST, WANTED, concluded
from extractors.claims.dividing.near_shares import SHARES, WIDE
from extractors.claims.dividing.share_readings import LEVEL, TAKES_UP, Way, any_ways, figures_in, of_another, told_of
from extractors.claims.dividing.shares import is_share, rest_of, shares_of
from extractors.claims.fit import adds_up
from extractors.claims.mentions import Mention
from extractors.claims.nearby import CHANGE, YEAR, Passage, counts_some, same
from extractors.claims.sentences import Ledger, Sentence, pattern
from minutes.closeness import SLIPS, one_digit, swapped
from minutes.content import shared, stems

BACK = 3
"""Sentences before this one in which the two figures may stand."""
FARTHEST = 3
"""A share this many times off is that of others."""
AROUND, LIKE = Decimal(3), Decimal("1.7")
"""Percentage points: a share in words is said of what is near it; and how many times it one is that was said in its place."""
FRACTIONS = (Decimal(50), *(Decimal(100 * n) / d for d in (3, 4, 5, 6, 8, 10) for n in (1, d - 1)))
"""What a share in words may have been meant to be, in percent."""
_BREAK = re.compile(r";|\bm(?:ed)?ens\b|\bmen\b|\bmod\b|\bhvorimod\b|\bsamt\b|\bplus\b|\bend\b")
_MOVES = pattern(r"<rises>|<falls>|<rise>|<fall>|<excess>|<saving>")
_UP, _DOWN = pattern(r"<rises>|<rise>|<excess>|<more>"), pattern(r"<falls>|<fall>|<saving>|<less>")
_ALL = re.compile(
    r" (?:ud )?af (?:dem|disse|(?:samtlige|alle)\b(?! [a-zæøå])|det (?:hele|samlede)|helheden|hele\b|dette|de i alt|beløbet|arealet|summen)"
)
_OF = re.compile(r"(?P<of> (?:ud )?af (?P<what>[^\ue000-\ue007;,.()]{2,45}))")
_PART_FIRST = pattern(r"(?: [a-zæøå-]+){0,4} <outof>(?: [a-zæøå]+)?<the> $")
_WHOLE_FIRST = pattern(r"(?:<outof>|\b[Bb]landt)(?: [a-zæøå]+)? $|(?:<outof>|\b[Bb]landt)<the> $")
_PORTION_OF = re.compile(r"\bandele?n?(?P<of> af (?P<what>[^\ue000-\ue007;,.]{2,45}?)) (?:er|var|blev|bliver|udgør\w*)\b")
_SOME = pattern(r"<ofit>|<ofthem>|\bog her\b")
_SAME, _SO, _THUS = pattern(r"<same>|med andre ord"), pattern(r"<so>"), pattern(r"~20(?:<so>)")
_GOES_ON = pattern(r"(?:[,;:(–]|\bog) (?:(?:det|hvilket|der|som) (?:\w+ )?<is>|<equals>|<so>|<all>)[^\ue000-\ue007;]{0,20}$")
_BEGINS = pattern(r"^(?:at|(?:<so>|<same>|med andre ord)(?: \w+){0,2}) (?:hele |kun )?$")
_IN_YEAR = re.compile(r"[^\ue000-\ue007;,]{0,40}? i (?P<year>(?:19|20)\d\d)\b")
FIRST = 12
"""Characters of a sentence before a share that it begins with."""
_LIMIT = re.compile(r"\b(?:under|over) $")
_PRICED = re.compile(r"\b(?:rabat|nedslag|moms|rente)\w*\b[^,;]*$")
_OF_WHOM = re.compile(r"(?:^| )(?:ud )?af (?:dem|alle),? (?:der|som) (?P<did>[a-zæøå]+(?: [a-zæøå]+)?)")
LEAST, FEW = 2, 10
"""Grounds that leave no doubt; a whole of no more is no number to reckon with."""

Readings = dict[tuple[Mention, Mention], set[str]]
"""Each part with its whole, or level with the next, and what speaks for it."""


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
    wanted = WANTED.search(lead) and not (_BEGINS.match(lead) or _GOES_ON.search(lead))
    others = AMONG_OTHERS.search(lead) and not CHANGE.search(s.beside(p)[0])
    if wanted or others or _PRICED.search(lead) or SUPPOSED.search(s.skeleton):
        return
    q = replace(p, low=min(p.low, p.value - AROUND), high=max(p.high, p.value + AROUND)) if p.unit == "fraction" else p
    readings = _changes(near, p) if moves else _shares(near, q) or _lone(near, p)
    ways = {Way("percent_change" if moves else "share", a, b): grounds for (a, b), grounds in readings.items()}
    if fitting := [w for w in ways if w.gives(q)]:
        if p.number not in known:
            ledger.say(s, "share", fitting[0].relation, q, [fitting[0].a, fitting[0].b], if_not="warning")
        return
    most = max(map(len, ways.values()), default=0)
    best = [w for w, grounds in ways.items() if len(grounds) == most]
    if not best or len({(w.a.value, w.b.value) for w in best}) != 1:
        return
    way = best[0]
    sure = most >= LEAST and p.value / FARTHEST < abs(way.value) < p.value * FARTHEST
    if moves and is_another(s, near.sentences[:-1], p, way.a, way.b, 0):
        return
    if (sure or _by_hand(p, way)) and not _otherwise(wide, near, q, way, ways[way]):
        ledger.say(s, "share", way.relation, q, [way.a, way.b], if_not="warning", alone=True, sure=True)


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
    told = [*s.mentions, *near.last.mentions] if {"tied", "named"} <= grounds else figures_in(wide)
    levels = [m for m in told if m.unit == way.a.unit and m.low > 0]
    pairs = [two for x, y in combinations(levels, 2) for two in ((x, y), (y, x)) if same(x, y)]
    if way.relation == "percent_change":
        either = not any(_directions(near, p))
        changes = [replace(way, a=x, b=y) for x, y in pairs if either or (x.value > y.value) is (way.value < 0)]
        return any(w.gives(p) for w in changes)
    ways = [replace(way, a=x, b=y) for x, y in pairs if way.a.value in (x.value, y.value) or way.b.value == y.value]
    further = () if "tied" in grounds or len(grounds) >= LEAST else any_ways(wide, near, p, way.a, [way])
    return way.gives(rest_of(p)) or any(w.gives(p) for w in chain(ways, further))


def _moves(near: Passage, p: Mention) -> bool:
    """Is it a change, by words beside it or beside the figure that it is told of: "faldet på 9.600 eller 9 pct."?"""
    s, own = near.last, _own(near, p)
    if _OF.match(s.skeleton, s.position(p) + 1) or p.unit == "fraction" and _SAME.search(s.lead(p)):
        return False
    beside: tuple[str, ...] = (*s.beside(p), s.lead(p))
    if own is not None and own.start < p.start:
        beside += near.at[own.start].beside(own) if s.lead(p).endswith(" med ") or not LEVEL.search(s.lead(own)) else ()
    return any(CHANGE.search(words) or _MOVES.search(words) for words in beside)


def _own(near: Passage, p: Mention) -> Mention | None:
    """The figure that the share is told of: in brackets right after it, else as elsewhere."""
    s, figures = near.last, [m for m in figures_in(near) if not m.bounded and m.start != p.start]
    after = next((m for m in s.mentions if m.start > p.start), None)
    bracketed = after in figures and s.skeleton.startswith(" (", s.position(p) + 1) and s.lead(after) == " (" if after else False
    return after if bracketed else told_of(near, p, figures)


def _shares(near: Passage, p: Mention) -> Readings:
    """The figure that the share is told of, or each that is tied to a whole right before, with every whole that something speaks for."""
    s, figures = near.last, [m for m in figures_in(near) if not m.bounded and m.start != p.start]
    tied = {(a.start, b.start) for a, b in _tied(near) if not any(is_share(a, b, q) for t in near.sentences for q in shares_of(t))}
    again = _named_part(near, p, figures)
    own = _own(near, p) or again
    if own and own.start > p.start and WANTED.search(s.skeleton, s.position(p), s.position(own)):
        return {}
    if own is None and not concluded(s, p) and not (s.position(p) < FIRST and _THUS.match(s.skeleton, s.position(p) + 1)):
        return {}
    readings: Readings = defaultdict(set)
    most, whom = 0, _OF_WHOM.match(s.skeleton, s.position(p) + 1) or own and _OF_WHOM.search(s.lead(own))
    of = _OF.match(s.skeleton, s.position(p) + 1) or _PORTION_OF.search(s.lead(p))
    for a in [own] if own else [m for m in figures if m.start >= near.sentences[-2:][0].start]:
        larger = [b for b in figures if may_hold(near, a, b)]
        wholes = _wholes(near, p, figures) if own and larger else Counter()
        largest, most = max((b.value for b in larger), default=None), max(wholes.values(), default=most)
        for b in larger:
            grounds = {
                "tied": (a.start, b.start) in tied,
                "told again": a is again,
                "of the same": b.value in wholes,
                "alone": own is not None and max(a.start, b.start) < p.start and len({m.value for m in larger}) == 1,
                "near": own is not None and [m for t in near.sentences[-2:] for m in t.mentions if m.unit == a.unit] == [b, a],
                "named": of is not None and (_named(near, of["what"], b) or b.value == largest and _ALL.match(of['of']) is not None),
            }
            grounds["near"] &= not grounds["alone"]
            if own or grounds["tied"]:
                readings[a, b] |= {name for name, speaks in grounds.items() if speaks}
    if whom and (own or len(readings) > 1):
        return {two: {"tied", "named"} for two in readings if _did(near, two[1], whom["did"])}
    unknown = of and not _ALL.match(of['of']) and not (own and most > 1) and not any("named" in g for g in readings.values())
    return {} if unknown else {two: grounds for two, grounds in readings.items() if grounds - {"told again"}}


def _lone(near: Passage, p: Mention) -> Readings:
    """The only part told before the share with the only whole, where the sentence goes on or begins with it: "416 havde ingen huller. At 56
    pct. er …"."""
    s, figures = near.last, [m for m in _told_before(near, p) if m.qualifier is None]
    here, of = [m for m in figures if m.start >= s.start], _OF.match(s.skeleton, s.position(p) + 1)
    follows = _GOES_ON.search(s.lead(p)) if here else len(shares_of(s)) == 1 and (_BEGINS.match(s.lead(p)) or concluded(s, p))
    parts = here or [m for m in figures if near.at[m.start] is near.sentences[-2:][0]]
    parts = [m for m in parts if not _SOME.search(near.lead(m)) and (m.noun or m.unit == "kr" or m.value > FEW)] or parts
    wholes = [m for m in figures if not near.lead(m).endswith(" mod ")]
    named = [b for b in wholes if of and (_ALL.match(of["of"]) or _named(near, of["what"], b))]
    pairs = [(a, b) for a in parts for b in (named if of else wholes) if may_hold(near, a, b, bool(named))] if follows else []
    tied = {*_tied(near)} if pairs else {}
    pairs = [two for two in pairs if two in tied] or pairs
    return {pairs[0]: {"lone", "named"} if named else {"lone"}} if len({(a.value, b.value) for a, b in pairs}) == 1 else {}


def _told_before(near: Passage, p: Mention) -> list[Mention]:
    """The figures before the share that are no limits, as an age is: "268 under 30"."""
    return [m for m in figures_in(near) if m.start < p.start and not m.bounded and not _LIMIT.search(near.lead(m))]


def _named_part(near: Passage, p: Mention, figures: list[Mention]) -> Mention | None:
    """The one count that the words before the share name again: "93 er utilfredse. De utilfredse udgør dermed 15 pct."."""
    s = near.last
    subject = stems(s.lead(p)) if concluded(s, p) else frozenset()
    named = [m for m in figures if m.start < s.start and subject & stems(f"{m.noun} {near.at[m.start].beside(m)[1]}")]
    named = [m for m in named if any(may_hold(near, m, b) for b in figures)]
    return named[0] if len(named) == 1 else None


def _did(near: Passage, m: Mention, words: str) -> bool:
    """Are these the words right after the figure: "64 mødte op", of a share "af dem, der mødte op"?"""
    return near.at[m.start].skeleton.startswith(f" {words}", near.at[m.start].position(m) + 1)


def may_hold(near: Passage, a: Mention, b: Mention, any_year: bool = False) -> bool:
    """Is B larger, at the same rate, of no other year and of no other line of a list than A?"""
    if b.unit != a.unit or b.value <= a.value or b.per != a.per or b.value <= FEW:
        return False
    s, t = near.at[a.start], near.at[b.start]
    if t is not s is near.last and [m.unit for m in t.mentions] == [m.unit for m in s.mentions]:
        return False
    years, theirs = set(YEAR.findall(s.skeleton)), set(YEAR.findall(t.skeleton))
    return any_year or not years or not theirs or bool(years & theirs)


def _tied(near: Passage) -> Iterator[tuple[Mention, Mention]]:
    """Each part with the whole that words say it is of."""
    for i, t in enumerate(near.sentences):
        told = [m for m in t.mentions if m.unit in ("number", "kr") and m.low > 0]
        for x, y in pairwise(told):
            gap = t.skeleton[t.position(x) + 1 : t.position(y)]
            if x.unit != y.unit or _BREAK.search(gap):
                continue
            if _PART_FIRST.match(gap) and x.value <= y.value:
                yield x, y
            elif y.value <= x.value and (_WHOLE_FIRST.search(t.lead(x)) or _of_them(t, y)):
                yield y, x
        before = [m for m in near.sentences[i - 1].mentions if m.unit == told[0].unit] if i and told else []
        counted = len(before) == 1 or len(before) > 2 and adds_up(before[0], before[1:])
        if counted and before[0].value > told[0].value and _of_them(t, told[0]):
            yield told[0], before[0]


def _of_them(t: Sentence, m: Mention) -> bool:
    """Does it count some of those just counted?"""
    return _SOME.search(t.lead(m)) is not None or counts_some(t, m)


def _wholes(near: Passage, p: Mention, figures: list[Mention]) -> Counter[Decimal]:
    """What the other shares near by are of, and how many of them."""
    found: Counter[Decimal] = Counter()
    for i, t in enumerate(near.sentences):
        for q in shares_of(t):
            a = told_of(Passage(near.sentences[: i + 1]), q, figures) if q.start != p.start else None
            found.update({b.value for b in figures if a and b.unit == a.unit and b.value > a.value and is_share(a, b, q)})
    return found


def _named(near: Passage, what: str, b: Mention) -> bool:
    """Is what the share is of what the figure counts, wherever it is told?"""
    told = [m for m in near.figures if m.value == b.value and m.unit == b.unit]
    return any(shared(stems(what), stems(f"{m.noun} {' '.join(near.at[m.start].beside(m))}")) for m in told)


def _directions(near: Passage, p: Mention) -> tuple[bool, bool]:
    """Is it told to be a rise, and is it told to be a fall, by the words beside it or beside how much it is?"""
    s, apart = near.last, _amount(near, p)
    told = (*s.beside(p), s.lead(p), *(near.at[apart.start].beside(apart) if apart else ()))
    rises, falls = (any(map(way.search, told)) for way in (_UP, _DOWN))
    return rises and not falls, falls and not rises


def _amount(near: Passage, p: Mention) -> Mention | None:
    """How much the change is, that it is told of."""
    own = _own(near, p)
    return None if own is None or LEVEL.search(near.lead(own)) else own


def _changes(near: Passage, p: Mention) -> Readings:
    """Each two levels that the change may be between."""
    s, figures = near.last, _told_before(near, p)
    levels = [m for m in figures if LEVEL.search(near.lead(m)) or not any(map(CHANGE.search, near.at[m.start].beside(m)))]
    apart, (_, falls) = _amount(near, p), _directions(near, p)
    moved = [m for m in figures if m not in levels]
    readings: Readings = defaultdict(set)
    parted = {(a.start, b.start) for a, b in _tied(near)}
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
        }
        readings[two[0], two[1]] |= {name for name, speaks in grounds.items() if speaks}
    return {two: grounds for two, grounds in readings.items() if grounds}


def _speaks_of(near: Passage, p: Mention, level: Mention) -> bool:
    """Does the sentence of the change take up those before it, or conclude from them by a word of theirs?"""
    s = near.last
    if TAKES_UP.match(s.skeleton) or _SAME.search(s.lead(p)):
        return True
    return _SO.search(s.lead(p)) is not None and bool(shared(stems(s.lead(p)), stems(near.at[level.start].skeleton)))


def _bare(m: Mention, *levels: Mention) -> bool:
    """Is it a small number that counts nothing, as the number of an oven, beside levels that do, or counts something else?"""
    return not all(same(m, x) for x in levels) or m.value <= FEW and not m.noun and all(x.noun for x in levels)


def _years(near: Passage, a: Mention, b: Mention) -> set[str]:
    """The year that the one is told of, where the other is the last told."""
    t = near.at[a.start]
    own = _IN_YEAR.match(t.skeleton, t.position(a) + 1)
    return {own["year"]} if own and near.at[b.start].mentions[-1] is b else set()
