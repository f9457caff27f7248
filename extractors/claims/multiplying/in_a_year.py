"""What so much a week, a month or a quarter comes to in a year, told after it: "5 timer om ugen … . På et år bliver det 230 timer".

Every sum of money or number that is told for a shorter time, and all that one sentence tells, is tried times the months, quarters or weeks
of a year, or the weeks that the text counts. Where one of them fits, the year is right. Where none does, only a slip of the digits tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.claims.fit import meets, slipped
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.multiplying.linked_amounts import ADDED
from extractors.claims.nearby import same
from extractors.claims.sentence import COUNTING, Sentence, pattern
from minutes.closeness import swapped

BACK = 4
"""Sentences before the yearly figure in which what it is made of may stand."""
LEAST = 3
"""Digits of a year's figure that a slip is told by."""
_YEARLY = (
    r"(?:om året|årligt|(?:på|for|i) et (?:helt )?år|(?:på|i) (?:hel)?års(?:basis|plan)|hvert år|pr\.? år|for hele året|på hele året)"
)
_YEARLY_BEFORE = pattern(rf"(?:\b{_YEARLY}|\b(?:den|det) (?:samlede )?årlige [a-zæøå]+)(?![a-zæøå])[^\ue000-\ue007;]{{0,60}}$")
_YEARLY_AFTER = pattern(rf"(?: [a-zæøå0-9²]+)?,? {_YEARLY}(?![a-zæøå])")
_TIMES = {
    "uge": (52, 53),
    "måned": (12, 12),
    "kvartal": (4, 4),
    "halvår": (2, 2),
}
_TIME = (
    r"(?:(?:om|i|pr\.?|per|hver|hvert) (?P<time>uge|måned|kvartal|halvår)(?:e?n|et)?"
    r"|(?P<adverb>uge|måned|kvartal|halvår)(?:e?n?t)?lige?t?|(?P<by>kvartal|måned|halvår)svis)\b"
)
_TIME_AFTER = pattern(rf"(?: [a-zæøå0-9²]+)?,? {_TIME}(?P<each>,? (?:pr\.?|per|for hver|til hver|hver) )?")
_TIME_BEFORE = pattern(rf"\b{_TIME}[^\ue000-\ue007;,]{{0,40}}$")
_COMES_TO = pattern(r"\b(?:bliver|er|giver) (?:det|der)(?: <all>| <so>)? $|<all> $")
_DRAWN = pattern(r"<so>|<same>|<comes>|\b(?:det|så)\b")
_NO_MORE = pattern(r"\b(?:kun|alene)\b[^\ue000-\ue007,;]{0,30}$")
_OTHERWISE = re.compile(
    r"\b(?:ikke|før|hidtil|tidligere|dengang|sidste|mod|når|hvis|men|fordi|øvrige|andre|lukket|ferie\w*|afsat|budget\w*|resten|op til)\b"
)
"""The figure may be of another time, or of what is told to be otherwise."""


@dataclass(frozen=True, slots=True)
class _Rate:
    """A figure for each of the times of a year."""

    mention: Mention
    time: str


def find(ledger: Ledger) -> None:
    """Every yearly figure that is told after what it is made of."""
    known = {c.stated.source.at for c in ledger.claims if c.kind == "product" and c.stated and c.stated.source}
    for s, before in ledger.in_turn(BACK, COUNTING):
        if "år" not in s.skeleton or s.kind == "heading":
            continue
        for year in s.mentions:
            if year.unit in ("kr", "number") and year.number not in known and not year.bounded and _is_yearly(s, year):
                _in_a_year(ledger, s, s.under_one_item(before), year)


def _is_yearly(s: Sentence, m: Mention) -> bool:
    at = s.position(m)
    if _TIME_AFTER.match(s.skeleton, at + 1):
        return False
    return _YEARLY_AFTER.match(s.skeleton, at + 1) is not None or _YEARLY_BEFORE.search(s.skeleton, 0, at) is not None


def _in_a_year(ledger: Ledger, s: Sentence, near: list[Sentence], year: Mention) -> None:
    told = [list(_rates(t, year)) for t in near]
    if any(r is None for found in told for r in found):
        return
    by_time = {time: [[r.mention for r in found if r and r.time == time] for found in told] for time in _TIMES}
    tried = [way for time in _TIMES for way in _ways(near, by_time[time], year, time)]
    fitting = [(way, n) for way, n in tried if _fits(way, n, year)]
    slips = [] if fitting else [(way, n) for way, n in tried if _slip(s, year, sum(m.value for m in way) * n.value)]
    slips = slips or [(way, n) for way, n in tried if not fitting and n.noun and _fits(way, _exactly(year, *_TIMES[_time(n)]), year)]
    if fitting or len({sum(m.value for m in way) * n.value for way, n in slips}) == 1:
        way, n = (fitting or slips)[0]
        if len(way) == 1:
            ledger.say(s, "product", "product", year, [*way, n], if_not="warning")
        else:
            ledger.say(s, "product", "sum", year, way, weights=[int(n.value)] * len(way), if_not="warning")


def _ways(near: list[Sentence], told: list[list[Mention]], year: Mention, time: str) -> Iterator[tuple[list[Mention], Mention]]:
    """Each figure for such a time, and all of one sentence, with how many times a year has; with how many the text counts, if it does."""
    ends = _PLURAL[time]
    counted = [m for t in near for m in t.mentions if m.unit == "number" and m.noun.endswith(ends) and m.value > _TIMES[time][0] / 5]
    for way in (*([m] for found in told for m in found), *(found for found in told if len(found) > 1)):
        yield from ((way, n) for n in counted or [_exactly(year, *_TIMES[time])])
        if counted and not _only(near, counted):  # a year may still be meant, if it fits
            whole = _exactly(year, *_TIMES[time])
            if _fits(way, whole, year):
                yield way, whole


def _only(near: list[Sentence], counted: list[Mention]) -> bool:
    """Is it paid for no more than these: "Der betales kun for de ti måneder"?"""
    return any(_NO_MORE.search(t.skeleton, 0, t.position(m)) for t in near for m in counted if t.start <= m.start < t.end)


def _fits(way: list[Mention], n: Mention, year: Mention) -> bool:
    return meets(sum(m.low for m in way) * n.low, sum(m.high for m in way) * n.high, year)


_PLURAL = {"uge": ("uger", "ugers"), "måned": ("måneder", "måneders"), "kvartal": ("kvartaler",), "halvår": ("halvår",)}


def _time(counted: Mention) -> str:
    return next(time for time, ends in _PLURAL.items() if counted.noun.endswith(ends))


def _exactly(m: Mention, low: int, high: int) -> Mention:
    """How many of them a year has, as a number that no word states."""
    return replace(m, value=Decimal(low), low=Decimal(low), high=Decimal(high), unit="number", noun="")


def _slip(s: Sentence, year: Mention, due: Decimal) -> bool:
    """Is the figure what is due with two digits exchanged, or, where words draw it from what was told, with one digit changed?"""
    if year.qualifier or len(f"{year.value:f}") < LEAST:
        return False
    drawn = _DRAWN.search(s.skeleton, 0, s.position(year)) and not ADDED.search(s.skeleton) and not _OTHERWISE.search(s.skeleton)
    return swapped(due, year.value) or bool(drawn) and slipped(due, year)


def _rates(s: Sentence, year: Mention) -> Iterator[_Rate | None]:
    """What is told for a shorter time before the yearly figure, and what it comes to there; None for a price for each of something."""
    last = None
    for m in s.mentions:
        if m.start >= year.start or m.unit != year.unit or m.bounded:
            continue
        at = s.position(m)
        after = _TIME_AFTER.match(s.skeleton, at + 1)
        match = after or _TIME_BEFORE.search(s.skeleton, 0, at)
        if after and after["each"]:
            yield None
        elif match and same(m, year):
            last = match["time"] or match["adverb"] or match["by"]
            yield _Rate(m, last)
        elif last and m.unit == "number" and not m.noun and _COMES_TO.search(s.skeleton, 0, at):
            yield _Rate(m, last)
