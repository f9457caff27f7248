"""What a year's figure is in a day, a week or a month, told after it: "73.000 besøg i 2014. Det svarer til 200 besøg om dagen"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import same
from extractors.claims.sentence import COUNTING, Sentence, pattern
from minutes.closeness import one_digit, swapped

_TIME = re.compile(r"(?: [a-zæøå²³]+){0,2} (?:om|i|pr\.?|per|hver) (?P<time>dag|døgn|uge|måned|kvartal)(?:e?n|et)?\b(?! (?:pr|per|i|for) )")
_SO = pattern(r"(?:<equals>|(?:det|hvilket|dette) (?:<so> )?<is>)(?: i (?:gennemsnit|snit))?<slack> $")
_TAKES_UP = pattern(r"^(?:det|hvilket|dette|i gennemsnit|<same>)\b[^\ue000-\ue007,;]*$")
_OF_A_YEAR = re.compile(r"\b(?:i (?:hele )?(?:19|20)\d\d|om året|årlig\w*|sidste år|i år|pr\.? år|årets|et år|hele året)\b")
_OF_ELSE = re.compile(
    r"\b(?:måned|uge|kvartal|halvår|periode|sæson|årene|første|sidste (?!år)|siden|døgn|dag(?:en|ligt?)?\b|fra (?:19|20)\d\d|skoleår|ferie)"
)
_TIMES = {"dag": (365, 366), "døgn": (365, 366), "uge": (52, 53), "måned": (12, 12), "kvartal": (4, 4)}
_PERHAPS = {"dag": (180, 366), "døgn": (180, 366), "uge": (46, 53), "måned": (11, 12), "kvartal": (4, 4)}
"""How many of them a year has; and how many at least it is open."""
NEAR, FAR = Decimal("0.05"), Decimal("1.45")
"""What a round number leaves aside; a figure so many times off is of others."""


def find(ledger: Ledger) -> None:
    """Every such figure that comes near what the year's gives; by the day, only a slip of a digit tells."""
    known = {q.source.at for c in ledger.claims for q in (c.stated, *c.operands) if q and q.source and c.extra["if_not"] != "unverifiable"}
    for s, before in ledger.in_turn(1, COUNTING):
        for m in s.mentions if s.kind != "heading" else ():
            time = _TIME.match(s.skeleton, s.position(m) + 1) if m.unit in ("kr", "number") and m.number not in known else None
            if time and m.value > 0 and _SO.search(s.skeleton, 0, s.position(m)):
                for t, year in _year(s, before, m):
                    _say(ledger, s, m, year, time["time"], _OF_ELSE.search(_told(t, s, m)) is not None)


def _year(s: Sentence, before: list[Sentence], m: Mention) -> Iterator[tuple[Sentence, Mention]]:
    """The last figure of its unit before it, where it is a year's."""
    taken = before[-1:] if _TAKES_UP.match(s.skeleton, 0, s.position(m)) else []
    told = [(t, o) for t in (*taken, s) for o in t.mentions if o.unit == m.unit and o.start < m.start and o.value > m.value]
    if told and same(m, told[-1][1]) and not told[-1][1].bounded and _OF_A_YEAR.search(told[-1][0].skeleton):
        yield told[-1]


def _told(t: Sentence, s: Sentence, m: Mention) -> str:
    return t.skeleton if t is not s else s.skeleton[: s.position(m)]


def _say(ledger: Ledger, s: Sentence, m: Mention, year: Mention, time: str, otherwise: bool) -> None:
    low, high = (Decimal(n) for n in _TIMES[time])
    least, most = (Decimal(n) for n in _PERHAPS[time])
    step = Decimal(1).scaleb(int(m.value.normalize().as_tuple().exponent))
    finest = Decimal(1).scaleb(min(int(m.value.as_tuple().exponent), 0))
    room = finest if m.qualifier or year.qualifier else finest / 2
    room = max(room, min(step / 2, NEAR * m.value))
    told = replace(m, low=m.value - room, high=m.value + room)
    n = replace(m, value=low, low=low, high=high, unit="number", noun="", qualifier=None)
    due = year.value / low
    fits = year.low / high <= told.high and told.low <= year.high / low
    slip = one_digit(due.quantize(step), m.value) or swapped(due.quantize(step), m.value)
    open_so_long = year.low / most <= told.high and told.low <= year.high / least
    wrong = not (otherwise or m.bounded or open_so_long) and (slip or time not in ("dag", "døgn")) and 1 / FAR < m.value / due < FAR
    if fits or wrong:
        ledger.say(s, "product", "quotient", told, [year, n], if_not="warning")
