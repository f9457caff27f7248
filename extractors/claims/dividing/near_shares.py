"""Percentages that two figures near by nearly give, whatever the words: a part of a whole, or a change from the one to the other.

Where a reading gives the percentage, or those that nearly do so disagree, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain, combinations

from extractors.claims.dividing.beside_shares import rest_of, shares_of
from extractors.claims.dividing.share_readings import BACK, FEW, OF, any_ways, figures_in, of_another, readings_of
from extractors.claims.dividing.share_ways import DOUBT, Way
from extractors.claims.fit import exact, misprints, swaps
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import CHANGE, TOTALLED, Passage, comes_near
from extractors.claims.sentence import QUANTIFIED, Sentence, pattern
from minutes.content import like
from minutes.needs import needs

WIDE = 8
"""Sentences before this one that may hold a figure that explains the percentage."""
ALONE = 3
"""Figures of a passage that leave no other reading; among more of them some come near a percentage by chance."""
LEAST = 2
"""Digits of a difference that shows another digit."""
LISTED, SCALES = 20, (1, 1000, 1_000_000)
"""Sentences before this one that may hold the other figure, and what their numbers may be told in."""
SHARES = needs(re.compile("[\ue001\ue006]|procent"))
_OF_ALL = re.compile(r" af (?:(?:de|den|det|alle|årets|kommunens) )?(?:samlede|alle|hele|totale)\b")
_GROUP = re.compile(r"\W*(?:af|blandt) (?:de |alle |samtlige )?(?:\ue005 )?(?P<what>[a-zæøå]{5,}) ")
_DRAWN = pattern(r"(?:<equals>|<so>|<is>|<all>|\()[^\ue000-\ue007]{0,30}$")
_RISE, _FALL = pattern("<rise>|<rises>|<excess>"), pattern("<fall>|<falls>|<saving>")
_SHARE_OF = pattern(r"<PF>~12\b(?:ud )?af ~45(?P<b><K>)")
NEAR_AMOUNT = Decimal("0.12")
"""How far from the stated amount a percentage of the whole may be, as a part of it."""


def find(ledger: Ledger) -> None:
    """Every percentage with the figures that nearly give it."""
    drawn = {q.source for c in ledger.claims if c.relation == "percent_of" and c.extra["if_not"] != "unverifiable" for q in c.operands}
    for s, earlier in ledger.in_turn(WIDE, QUANTIFIED):
        if not (s.holds | (earlier[-1].holds if earlier else 0)) & SHARES:
            continue
        told = [t for t in s.under_one_heading(earlier) if t.kind == s.kind]
        near = Passage([t for t in told if t.start >= (earlier[-BACK:] or [s])[0].start])
        _amounts(ledger, near)
        for p in shares_of(s) if s.holds & SHARES else ():
            if p.bounded or not 0 < p.value < 100 or p.quantity(ledger.flow).source in drawn or of_another(near, p):
                continue
            of, ways = readings_of(near, p)
            of_what = OF.match(s.skeleton, s.position(p) + 1)
            apart = _differing_by(near, of) if of and not of_what else []
            if of and not of_what and (wrong := not apart and _wrong_difference(near, of, p)):
                ledger.say(s, "difference", "difference", of, list(wrong), if_not="warning", alone=True)
                continue
            ways = [Way("share", of, b) for two in apart if of for b in _bases(near, of, two)] or ways
            others = [q for t in near.sentences for q in shares_of(t) if q.start != p.start]
            if of_what:
                ways = [w for w in ways if w.relation == "share"]
            alone = bool(apart) or len(figures_in(near)) <= ALONE or of is not None and _of_one_whole(near, p, of, ways)
            close = [w for w in ways if w.mended(p, alone) and not any(map(w.gives, others))]
            close = [w for w in close if min(w.a.start, w.b.start) >= s.start] or close
            further = () if apart else any_ways(Passage(told), near, p, of, ways)
            if not close or not _agree(close) or any(w.gives(p) for w in chain(ways, further, _grown(near, of, p))):
                continue
            if not _of_a_total(ledger, s, p, of) and not any(w.gives(p) for w in _from_lists(ledger, s, close[0])):
                other = any(Way("share", of, b).gives(p) for two in apart for b in two if of)
                sure = "error" if other else "warning" if alone else "note"
                ledger.say(s, "share", close[0].relation, p, [close[0].a, close[0].b], if_not=sure, alone=True)


def _of_one_whole(passage: Passage, p: Mention, of: Mention, ways: list[Way]) -> bool:
    """ "I alt B … A, altså 57 pct. af det samlede", "B ansatte … A, altså 57 pct. af de ansatte": is the percentage of all and only one
    figure near by larger, which is called all, or of what only one figure counts?"""
    if len({w.b.value for w in ways}) != 1 or any(w.relation != "share" for w in ways):
        return False
    s, whole = passage.last, ways[0].b
    larger = {m.value for m in figures_in(passage) if m.unit == of.unit and m.value > of.value}
    if len(larger) == 1 and _OF_ALL.match(s.skeleton, s.position(p) + 1) and TOTALLED.search(passage.lead(whole)):
        return True
    named = OF.match(s.skeleton, s.position(p) + 1) or _GROUP.match(s.skeleton)
    return named is not None and bool(whole.noun) and like(named["what"], whole.noun)


def _differing_by(passage: Passage, of: Mention) -> list[tuple[Mention, Mention]]:
    """The two figures near by that what the percentage is told of lies between: "… 3.955 mod 3.825 kr., så stigningen er 130 kr. eller
    3,4 pct."."""
    told = any(map(CHANGE.search, passage.at[of.start].beside(of)))
    two = [two for two in _levels(passage, of) if abs(two[0].value - two[1].value) == of.value] if told else []
    return two if of.digits >= LEAST else [two for two in two if passage.last.holds_only(of, *two)]


def _grown(passage: Passage, of: Mention | None, p: Mention) -> Iterator[Way]:
    """A change as a part of what the figures near by were before it: "steget med 120, svarende til 25 pct., og er nu på 600", "steget med
    25 pct. (120)"."""
    if of is not None and any(map(CHANGE.search, (*passage.at[of.start].beside(of), *passage.last.beside(p)))):
        for m in (m for m in figures_in(passage) if m.unit == of.unit and m.value > of.value):
            for by in (-of.value, of.value):
                yield Way("share", of, replace(m, value=m.value + by, low=m.low + by, high=m.high + by))


def _bases(passage: Passage, of: Mention, two: tuple[Mention, Mention]) -> list[Mention]:
    """Which of the two a change may be a percentage of: a rise of the lower, a fall of the higher."""
    beside = passage.at[of.start].beside(of)
    rises, falls = (any(map(way.search, beside)) for way in (_RISE, _FALL))
    return [(min if rises else max)(two, key=lambda m: m.value)] if rises is not falls else [*two]


def _levels(passage: Passage, of: Mention) -> Iterator[tuple[Mention, Mention]]:
    levels = [m for m in figures_in(passage) if m.unit == of.unit and m.value > of.value and not m.bounded]
    return combinations(levels, 2)


def _wrong_difference(passage: Passage, of: Mention, p: Mention) -> tuple[Mention, Mention] | None:
    """The two figures between which the percentage is the change, where what it is told of is so but for a digit."""
    if of.digits < LEAST or passage.bound(of) or not any(map(CHANGE.search, passage.at[of.start].beside(of))):
        return None
    levels = list(_levels(passage, of))
    meant = {x.value for x in misprints(of)} if levels else set()
    pairs = [(a, b) for a, b in levels if abs(a.value - b.value) in meant]
    right = [two for two in pairs if any(Way("percent_change", *way).gives(p) for way in (two, two[::-1]))]
    return right[0] if len(right) == 1 else None


def _from_lists(ledger: Ledger, s: Sentence, way: Way) -> Iterator[Way]:
    """The reading with each number told before, in points and tables too, in the place of a figure that another sentence tells."""
    if min(way.a.start, way.b.start) >= s.start or max(way.a.start, way.b.start) < s.start:
        return
    here = way.a if way.a.start >= s.start else way.b
    told = [m for t in ledger.right_before(s, LISTED) for m in t.mentions]
    grids = [g for g in ledger.grids if told and told[0].start < g.table.source.at < s.start]
    numbers = {m.value for m in told} | {n.value for g in grids for r in g.rows for n in r.numbers.values()}
    for value in (v * scale for v in numbers if v > FEW for scale in SCALES):
        other = replace(here, value=value, low=value, high=value)
        yield from (replace(way, a=here, b=other), replace(way, a=other, b=here))


def _amounts(ledger: Ledger, passage: Passage) -> None:
    """ "Kommunen bærer 60 pct. af udgiften på B. Kommunens andel er således A": what one of the percentages before is of the whole."""
    s, told = passage.last, [t for t in passage.sentences[:-1] if len(shares_of(t)) in (1, 2)]
    ways = [(p, t.of(m.start("b"))) for t in told[-1:] for m in _SHARE_OF.finditer(t.skeleton) for p in shares_of(t) if not p.bounded]
    if len({b.start for _, b in ways}) != 1 or shares_of(s):
        return
    whole = ways[0][1]
    if any(Way("share", x, whole).gives(p) for p, _ in ways for x in told[-1].mentions if x.unit == whole.unit and x.start != whole.start):
        return  # it is told beside its percentage
    amounts = [m for m in s.mentions if m.unit == whole.unit]
    a = amounts[0] if len(amounts) == 1 else whole
    if a.bounded or a.value >= whole.value or a.per not in (None, whole.per) or not _DRAWN.search(passage.lead(a)):
        return
    tried = [(p, x, Way("share", x, whole)) for p, _ in ways for x in (a, *swaps(a))]
    if any(way.gives(p) or way.gives(rest_of(p)) for p, x, way in tried if x is a):
        return
    close = {p.start: p for p, x, way in tried if way.gives(exact(p)) or comes_near(whole.value * p.value / 100, a, NEAR_AMOUNT)}
    if len(close) == 1:
        ledger.say(s, "share", "percent_of", a, [*close.values(), whole], if_not="warning", alone=True)


def _of_a_total(ledger: Ledger, s: Sentence, p: Mention, of: Mention | None) -> bool:
    """Is it the share that the figure is of the total of a table near by?"""
    totals = (n for grid in ledger.grids_near(s) for row in grid.rows if row.total for n in row.numbers.values() if n.low > 0)
    return of is not None and any(100 * of.low / n.high <= p.high and p.low <= 100 * of.high / n.low for n in totals)


def _agree(ways: list[Way]) -> bool:
    """Do they come to about the same?"""
    values = [abs(w.value) for w in ways]
    return max(values) - min(values) <= DOUBT * max(values)
