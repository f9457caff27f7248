"""What fills a whole up: "A betaler 3, og resten, 2, kommer fra kassen", "de øvrige 16 ligger i Jylland", "de sidste 5 pct."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

from extractors.claims.adding.enumerations import one_misprint
from extractors.claims.bare_numbers import MEASURES
from extractors.claims.dividing.beside_shares import rest_of
from extractors.claims.fit import adds_up, differ_by, slips
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import CHANGE, same
from extractors.claims.sentence import Sentence, pattern
from minutes.closeness import swapped
from minutes.content import like
from minutes.needs import needs

_REST = pattern(
    r"(?:\bresten\b(?! af )(?![^\ue000-\ue007]*\byderligere\b)[^\ue000-\ue007;,]{0,50}?(?:, )?(?=<K>)"
    r"|<rest>(?: (?!to |tre |fire |af )[a-zæøå]+){0,2}(?: af (?!de[nt]? |disse )[a-zæøå]+)?"
    r"(?:,? <equals>|,? (?:(?:der|som) )?<is>|,? på|,| \()?<slack>) ?(?P<c><KNP>)"
)
_PERCENT_AND_REST = pattern(r"(?P<p><P>)~30(?:,? <equals> |,? \(|, )(?P<a><K>)~60<rest>(?:,? på| <equals>)? (?P<r><K>)")
_SHARE_OF = pattern(r"(?P<p><PF>) af (?:de |alle |[a-zæøå]+s )?(?P<b><N>)")
_SPENT = re.compile(
    r"brugt|anvendt|forbrug|udbetalt|disponeret|restbeløb|(?:de|den|det) (?:manglende|overskydende|tiloversblevne|tilbageværende)"
)
"""What is left of money that was spent is a difference; what somebody else pays is a part of the whole."""
_ALL_OF_IT = re.compile(r"\bhele (?P<what>[a-zæøå]{4,})(?! ikke)")
""" "Det resterende beløb er A, så hele puljen er brugt": what the whole was called."""
_STOP = pattern(r";|<aside>")
_EXPLAINS = pattern(r"<ANY>(?: årligt| om året)?,? ?(?:\(|<equals>)(?: på)? ?$")
_OVERLAPS = pattern(r"\beller\b(?! <PF>)|\bhver\b(?! (?:uge|måned|dag|år)\b)|<some>")
""" "31, eller 11 pct.," is one figure told in two ways."""
_OF_ALL = re.compile(r" ?\b(?:ud )?af (?:de |alle |samtlige |i alt )?$")
""" "Ud af 410 adspurgte svarede 287": the first is no figure beside the second."""
_OF_THEM = re.compile(r" af (?:dem|disse)\b")
_OF_WHAT = re.compile(r" af (?:de[nt]? |alle |samtlige )?(?P<what>[a-zæøå]{4,})")
_VOTED = re.compile(r"\bstemte (?:for|i?mod)\b")
"""Those who voted are for the check of votes."""
_TIMES = re.compile(r"(?:år|måned|dag|uge|gang|time|minut|møde|sæson|kvartal|halvår)")
"""What comes after what, and not beside it: "de sidste tre år"."""
_RANGE = re.compile("\ue005 (?:til|-) \ue005")
""" "20 til 40 deltagere"."""
_AVERAGE = re.compile(r"\b(?:i snit|(?:i )?gennemsnit\w*) (?:\w+ )?$")
BACK = 3
"""Sentences before the rest in which the whole and its other parts may stand."""
WIDE, TELLING = 8, 2
"""Sentences before it in which other figures may make up a rest of so many digits."""
MOST_TOLD = 6
"""Figures before a rest of which the last ones may be the whole and its parts."""
NEAR, FAR = Decimal("0.12"), Decimal("0.25")
"""How far from its parts a whole may be, as a part of it: what a mistake leaves; farther, where nothing else can be meant."""
ALL = Decimal(100)
"""Percent: what all shares of one whole come to."""
_UNTOLD_PART = re.compile(
    r", [^\ue000-\ue007,;]{3,40} (?:ligger|er|findes|indgår|dækkes|betales|finansieres|afholdes|står) [^\ue000-\ue007,;]{2,40}, og"
    r" [^\ue000-\ue007]*$"
)
""" "Heraf er A finansieret, festens del ligger i budgettet, og det resterende, B": what the second is, is not told."""


_LISTED = re.compile(r" (?:til|fra|på|i|for|hos) [^\ue000;]{2,60}?(?:, | og | samt )")
_FIRST_OF_LIST = pattern(r"(?:, <Q>)* (?:og|samt) <Q>")
""" "De andre sektorers fald, 9,3, 2,4 og 1,3": one of them for each."""


def find(ledger: Ledger) -> None:
    """Every stated rest."""
    for s, before in ledger.in_turn(BACK, _RESTS):
        for match in _REST.finditer(s.skeleton):
            rest = s.of(match.start("c"))
            if s.skeleton.startswith(", ", match.end("c")) and _FIRST_OF_LIST.match(s.skeleton, match.end("c")):
                continue
            if rest.unit == "percent":
                _of_hundred(ledger, s, before, rest)
            elif rest.unit == "number" and (_VOTED.search(s.skeleton) or not rest.noun and _of_money(s, match.start())):
                continue
            elif not rest.bounded and not _TIMES.match(rest.noun):
                _of_whole(ledger, s, before, rest)
                _beside_share(ledger, s, before, rest)
        _beside_percent(ledger, s)


def _of_money(s: Sentence, end: int) -> bool:
    """Is a sum of money told before this place?"""
    return any(m.unit == "kr" for m in s.between(0, end))


def _of_whole(ledger: Ledger, s: Sentence, before: list[Sentence], rest: Mention) -> None:
    """ "Banen koster A, og klubben betaler B. C kommer fra puljen. Resten, D, søges": what fits, else the one reading near it."""
    earlier = [(t, m) for t in [*before, s] for m in t.mentions if m.start < rest.start]
    named = rest.unit != "number" or not rest.noun or any(m.noun and same(m, rest) for _, m in earlier)
    told, readings = _told(s, earlier, rest)
    if not named or not readings:
        named, rest = named and not rest.noun, replace(rest, noun="")
        told, readings = _told(s, earlier, rest)
        readings = [r for r in readings if r[0].unit != "number" or r[0].digits > 1]
    apart = FAR if (rest.noun or rest.unit != "number") and len(readings) == 1 else NEAR
    some = ((r[0], c) for r in readings for n in range(len(r) - 1, 1, -1) for c in combinations(r[1:], n) if rest in c)
    left = _left_of_others(ledger, s, rest)
    fitting = [[whole, *parts] for whole, parts in some if adds_up(whole, [*parts])]
    fitting = [r for r in fitting if not left or r[0].value == sum(m.value for m in r[1:])]
    sure = [r for r in readings if (named or r[0].noun) and not _in_a_row(told, r[0])]
    sure = [r for r in sure if _nearly(r, apart) or len(told) == 2 and one_misprint(r[0], r[2:], r[1])]
    sure = [r for r in sure if _alone(told, r[0])] or sure
    near = [] if _unclear(s, [t for t, _ in told], rest) or left else sure
    if fitting or len({r[0].start for r in near}) == 1:
        whole, *parts = (fitting or near)[0]
        of_whole = next(t.skeleton for t, m in earlier if m is whole)
        called = any(match["what"] in of_whole for match in _ALL_OF_IT.finditer(s.skeleton, s.position(rest)))
        kind = "difference" if not called and any(_SPENT.search(t.skeleton) for t in (*before[-1:], s)) else "sum"
        taken = [whole, *(p for p in parts if p is not rest)]
        ledger.say(s, kind, "sum", rest, taken, weights=[1] + [-1] * (len(taken) - 1), if_not="warning", sure=called)


def _alone(told: list[tuple[Sentence, Mention]], whole: Mention) -> bool:
    """Is it the only figure of its sentence that may be of one thing with the rest, so that those after it are its parts?"""
    t = next(t for t, m in told if m is whole)
    return [x for x, _ in told].count(t) == 1


def _told(
    s: Sentence, earlier: list[tuple[Sentence, Mention]], rest: Mention
) -> tuple[list[tuple[Sentence, Mention]], list[list[Mention]]]:
    """The figures before it that may be of one thing with the rest, each once, and their readings."""
    told = [(t, m) for t, m in earlier if _may_belong(t, m, rest)]
    told = [(t, m) for t, m in told if not (_OF_ALL.search(t.lead(m)) and any(x.value == m.value for _, x in told if x.start < m.start))]
    told = told[-MOST_TOLD:]
    readings = _readings(s, [m for _, m in told], rest)
    return told, [r for r in readings if not (_part_of_another(told, *r) or _drawn(told, r[1:]))]


def _left_of_others(ledger: Ledger, s: Sentence, rest: Mention) -> bool:
    """Is it what one figure near by leaves of another, or two that stand side by side?"""
    alike = [m for t in (*ledger.right_before(s, WIDE), s) for m in t.mentions if m.unit == rest.unit and m.start < rest.start]
    taken = [m.value for m in alike] + [a.value + b.value for a, b in pairwise(alike)]
    return rest.digits >= TELLING and any(whole.value - part == rest.value for whole in alike for part in taken)


def _beside_share(ledger: Ledger, s: Sentence, before: list[Sentence], rest: Mention) -> None:
    """ "Hver fjerde af de B kommer aldrig. Af de øvrige A er …": what the share leaves of the whole."""
    told = [(t, m) for t in (*before[-1:], s) for m in _SHARE_OF.finditer(t.skeleton) if m.end() <= (s.position(rest) if t is s else 9**9)]
    if len(told) != 1 or rest.unit != "number":
        return
    t, match = told[0]
    p, whole = t.of(match.start("p")), t.of(match.start("b"))
    left = rest_of(p)
    due = whole.value * left.value / ALL
    near, slip = abs(due - rest.value) <= NEAR * rest.value, swapped(due, rest.value)
    if not p.bounded and not whole.bounded and 0 < p.value < ALL and (near or same(whole, rest)) and rest.value < whole.value:
        ledger.say(s, "share", "percent_of", rest, [left, whole], if_not="warning" if slip and same(whole, rest) else "unverifiable")


def _part_of_another(told: list[tuple[Sentence, Mention]], whole: Mention, *parts: Mention) -> bool:
    """ "94 af de 186": is it told of what? Or of those told before, while its parts count something: "15 af dem … seks grunde"?"""
    t = next(t for t, m in told if m is whole)
    if _OF_THEM.match(t.skeleton, t.position(whole) + 1) and any(p.noun for p in parts):
        return True
    after = next((m for m in t.mentions if m.start > whole.start), None)
    return after is not None and _OF_ALL.fullmatch(t.skeleton, t.position(whole) + 1, t.position(after)) is not None


def _drawn(told: list[tuple[Sentence, Mention]], parts: list[Mention]) -> bool:
    """Is one of them a change between the two figures before it: "1.246 kom, og 1.163 rejste, et overskud på 83"?"""
    three = ((a, b, c, t) for (_, a), (_, b), (t, c) in zip(told, told[1:], told[2:], strict=False) if c in parts)
    return any(differ_by(a, b, c) and CHANGE.search(t.lead(c)) for a, b, c, t in three)


def _in_a_row(told: list[tuple[Sentence, Mention]], whole: Mention) -> bool:
    """Does a figure stand among others of its sentence, as one of them: "A 7.010, V 6.402 og D 1.455", "A til X, B til Y og C"?"""
    s = next(t for t, m in told if m is whole)
    if whole.unit == "kr":
        money = [m for m in s.mentions if m.unit == "kr"]
        i = next((i for i, m in enumerate(money) if m is whole), 0)
        places = [s.position(m) for m in money[max(i - 1, 0) : i + 2]]
        return len(places) > 2 and all(_LISTED.fullmatch(s.skeleton, a + 1, b) for a, b in pairwise(places))
    earlier = (m for m in s.mentions if m.unit == "number" and m.start < whole.start)
    return whole.unit == "number" and not whole.noun and any(not _OF_ALL.search(s.lead(m)) for m in earlier)


def _readings(s: Sentence, figures: list[Mention], rest: Mention) -> Iterator[list[Mention]]:
    """A whole, parts of it, and what fills it up: the figure at hand alone, or with those that follow it."""
    stop = _STOP.search(s.skeleton, s.position(rest))
    after = [m for m in s.between(s.position(rest) + 1, stop.start() if stop else len(s.skeleton), rest.unit) if same(m, rest)]
    for i in range(len(figures) - 1):
        for more in ([], after)[: 1 + bool(after)]:
            parts = [*figures[i + 1 :], rest, *more]
            full = figures[i].value <= sum(m.value for m in figures[i + 1 :])  # nothing is left of it
            if figures[i].value > max(m.value for m in parts) and not full:
                yield [figures[i], *parts]


def _may_belong(t: Sentence, m: Mention, rest: Mention) -> bool:
    """May the figure be the whole, or a part beside the rest?"""
    at = t.position(m)
    alike = m.unit == rest.unit and not m.bounded and same(m, rest) and (m.noun in MEASURES) == (rest.noun in MEASURES)
    alike = alike and not _RANGE.search(t.skeleton, max(at - len(" til ") - 1, 0), at + len(" til ") + 2)
    return alike and (m.per == rest.per or not t.is_rate(m)) and not _AVERAGE.search(t.lead(m))


def _nearly(reading: list[Mention], apart: Decimal) -> bool:
    """Do the parts come so near the whole that only a mistake lies between?"""
    whole, *parts = reading
    off = abs(whole.value - sum(p.value for p in parts))
    return off <= max(apart * whole.value, Decimal(whole.unit == "number")) or slips(whole, parts, [1] * len(parts))


def _unclear(s: Sentence, told: list[Sentence], rest: Mention) -> bool:
    """Is a part told as a percentage only ("foreningen 5 pct. og staten resten") or by no figure at all, or does one overlap another?"""
    if after_an_untold_part(s, rest):
        return True
    shares = (m for m in s.between(0, s.position(rest), "percent") if rest.unit == "kr")
    return any(not _EXPLAINS.search(s.skeleton, 0, s.position(m)) for m in shares) or any(_OVERLAPS.search(t.skeleton) for t in [*told, s])


def after_an_untold_part(s: Sentence, m: Mention) -> bool:
    """Does a part without a figure stand before it: "festens del ligger i budgettet, og det resterende, B"?"""
    return _UNTOLD_PART.search(s.skeleton, 0, s.position(m)) is not None


def _of_hundred(ledger: Ledger, s: Sentence, before: list[Sentence], rest: Mention) -> None:
    """ "8 pct. …, 90 pct., og … de sidste 2 pct.": the rest of a hundred; with those of the sentences before, if that fits."""
    readings = [r for r in _parts_of_hundred(s, before, rest) if not _of_another_whole([*before, s], r)]
    fitting = [r for r in readings if r[0].low <= ALL - sum(m.value for m in r[1:]) <= r[0].high]
    near = [r for r in readings if abs(ALL - sum(m.value for m in r)) <= NEAR * ALL]
    if fitting or len(near) == 1:
        _, *parts = (fitting or near)[0]
        ledger.say(s, "sum", "rest", rest, parts, if_not="warning")


def _of_another_whole(near: list[Sentence], shares: list[Mention]) -> bool:
    """ "9 pct. af de ansatte … De sidste stod for 57 pct. af dagene": are they said to be of different things?"""
    told = [_OF_WHAT.match(t.skeleton, t.position(m) + 1) for m in shares for t in near if m in t.mentions]
    wholes = [match["what"] for match in told if match]
    return any(not like(one, other) for one, other in pairwise(wholes))


def _parts_of_hundred(s: Sentence, before: list[Sentence], rest: Mention) -> Iterator[list[Mention]]:
    """The rest with the percentages before it: those of its own sentence, and of one sentence more and more."""
    parts: list[Mention] = []
    for found in (s.between(0, s.position(rest), "percent"), *([m for m in t.mentions if m.unit == "percent"] for t in reversed(before))):
        if found:
            parts = [*found, *parts]
            yield [rest, *parts]


def _beside_percent(ledger: Ledger, s: Sentence) -> None:
    """ "Staten betaler 60 pct., dvs. 3,0 mio. kr., og kommunen de resterende 2,0 mio. kr.": both are shares of one whole."""
    for match in _PERCENT_AND_REST.finditer(s.skeleton):
        p, a, r = (s.of(match.start(g)) for g in "par")
        if p.low > 0 and p.high < ALL and not any(m.bounded for m in (p, a, r)):
            times = replace(p, value=(ALL - p.value) / p.value, low=(ALL - p.high) / p.high, high=(ALL - p.low) / p.low, unit="number")
            ledger.say(s, "difference", "product", r, [a, times], if_not="warning")


_RESTS = needs(_REST, _PERCENT_AND_REST)
