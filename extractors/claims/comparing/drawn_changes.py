"""Changes that take up two levels told sentences apart, whatever stands between: "Ved nytår stod 96 stillinger ubesatte. … Pr. 1. maj var
61 stillinger ubesatte. Det er 45 færre end ved årsskiftet".

The last level before the change is the one; the other is the nearest before it that counts the same, or stands in the total row of a
table above. Any two levels near by that make the change explain it; it is held against the two only where a digit or an exchange of two
would mend it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from extractors.claims.adding.enumerations import PEOPLE
from extractors.claims.comparing.another_change import is_another
from extractors.claims.comparing.changed import SUPPOSED
from extractors.claims.fit import differ_by, exact
from extractors.claims.grid import Grid, Row
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import ADDS_TO, ASIDE, CHANGE, NOUN
from extractors.claims.sentence import Sentence, pattern
from minutes.closeness import misprinted
from minutes.content import shared, stems
from minutes.needs import needs

BACK = 8
"""Sentences with figures before the change in which a level may stand."""
CLOSE = 30
"""Characters before a figure that call it a change."""
ALIKE, ALIKE_IN_TABLE = 3, 2
"""Levels this many times each other are not of one thing."""
_CHANGE = (
    r"(?:fald|stigning|nedgang|fremgang|tilgang|afgang|tilbagegang|vækst|forskel|reduktion|forøgelse|forlængelse|forkortelse|besparelse|ubalance|overskridelse|merpris)"
)
_DRAWN = pattern(
    r"<thus>|^(?:de|disse) $|^\W*(?:det|dette|der|hvilket) (?:er|var|giver|gav|blev|svarer til|vil sige)(?: [a-zæøå]+){0,4} $|^\W*siden\b"
    rf"|^\W*(?:de[nt] |en |et )?(?:samlede |store |lille )?[a-zæøå]*{_CHANGE}(?:e[nt])? på (?!<ANY>[^\ue000-\ue007]*\b(?:fra|til) <Q>)"
    rf"|\b{_CHANGE}(?:e[nt])? på $"
)
_MOVES = pattern(rf"{CHANGE.pattern}|\b{_CHANGE}(?:e[nt])?\b|<rises>|<falls>|<rise>|<fall>")
_THAN_THEN = re.compile(
    r"(?: [a-zæøå]+){0,2} end (?:for \w+ (?:år|måneder|uger) siden|(?:ved|i|pr\.|sidste|året|forrige|dengang|tidligere|før)\b)"
)
_THAN = re.compile(r"(?: [a-zæøå]+){1,4} end\b")
_COUNTED_OFF = re.compile(r"(?: [a-zæøå]+)? (?:færre|flere|mindre|mere|længere|kortere|højere|lavere|op|ned|tilbage)\b")
_TIME = re.compile(
    r"\b(?:(?:19|20)\d\d|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|nytår|årsskiftet|kvartal|halvår"
    r"|sidste|forrige|før|siden|nu|i dag|indgangen|udgangen|begyndelsen|slutningen|efterår|forår|sommer|vinter|år)\b"
)
_TWO_SIDES = re.compile(
    r"\bindtægt.*\budgift|\budgift.*\bindtægt|bevilling.*(?:\budgift|tilbud|forbrug)|(?:budget|overslag).*(?:regnskab|tilbud)"
)
"""What two amounts of one time are, of which the one is more than the other."""
_NO_LEVEL = re.compile(r"\b(?:heraf|hvoraf|alene|kun|blandt|ud af|flest|højst|mindst|over|under|med|af de[nt]?) (?:[a-zæøå]+ )?$")
_GENERIC = frozenset(("personer", "mennesker", "enheder", "stk", "styk", "tilfælde", ""))
_PERSONS_WORDS = "borgere modtagere brugere ansøgere beboere indbyggere deltagere ansatte skoleelever kursister"
_PERSONS = PEOPLE | set(_PERSONS_WORDS.split())
_END = re.compile("[\ue000-\ue007,;.]")
_CUED = needs(_MOVES)


def find(ledger: Ledger) -> None:
    """Every such change that no other family is sure to have read."""
    known = {c.stated.source.at for c in ledger.claims if c.extra["if_not"] != "unverifiable" and c.stated and c.stated.source}
    for s, earlier in ledger.in_turn(BACK, _CUED):
        if s.kind != "paragraph" or ADDS_TO.match(s.skeleton) or SUPPOSED.search(s.skeleton):
            continue
        for c in s.mentions:
            if c.number not in known and _is_drawn(s, c):
                _change(ledger, s, c, [t for t in s.under_one_item(earlier) if t.kind != "heading"])


def _is_drawn(s: Sentence, c: Mention) -> bool:
    """Is it said to be what something has changed by, drawn from what was told before?"""
    at = s.position(c)
    of_pieces = s.is_rate(c) and c.per != "year"
    if c.unit not in ("kr", "number", "percentage_points") or c.bounded or c.qualifier or of_pieces or c.digits < 2 or c.value <= 0:
        return False
    told = _COUNTED_OFF.match(s.skeleton, at + 1) or _MOVES.search(s.lead(c)[-CLOSE:])
    of_others = _THAN.match(s.skeleton, at + 1) and not _THAN_THEN.match(s.skeleton, at + 1)
    return bool(told and _DRAWN.search(s.lead(c)) and not of_others)


def _change(ledger: Ledger, s: Sentence, c: Mention, near: list[Sentence]) -> None:
    levels = [(t, m) for t in near for m in t.mentions if m.start < c.start and _may_be_level(t, m, c)]
    unit = _level_unit(c)
    figures = [m for t in near for m in t.mentions if m is not c and m.unit == unit]
    own = [m for m in figures if s.start <= m.start < c.start]
    if not levels or own and own[-1] not in (m for _, m in levels):
        return
    totals = [(grid, row) for grid in ledger.grids_before(s, BACK) for row in _results(grid)]
    rows = [exact(grid.money(n)) for grid, row in totals for n in row.numbers.values()]
    topic = stems(_after(s, c))
    of_it = [(t, m) for t, m in levels if shared(topic, stems(t.skeleton))]
    levels = of_it if len(of_it) > 1 else levels
    t, last = levels[-1]
    alike = [m for m in figures if m is last or _alike(m, last, c)]
    if fitting := next((two for two in combinations([*alike, *rows], 2) if differ_by(*two, c)), None):
        if all(m in figures for m in fitting):
            ledger.say(s, "difference", "difference", c, [*fitting], if_not="unverifiable")
        return
    near_last = t.lead(last) + _after(t, last)
    sides = bool(_TWO_SIDES.search(" ".join(x.skeleton for x in near)))
    others = [m for x, m in levels[:-1] if _alike(m, last, c) and (sides or _TIME.search(near_last if x is t else x.skeleton + t.skeleton))]
    pairs = [(m, last) for m in others[-1:]]
    pairs += [(m, exact(n)) for x, m in levels[-2:] for n in _totals(ledger, s, m, c) if _TIME.search(x.skeleton)]
    off = [(a, b) for a, b in pairs if a.value != b.value and misprinted(c.value, abs(a.value - b.value), c.high - c.low)]
    if len({abs(a.value - b.value) for a, b in off}) == 1 and not is_another(s, near[:-1], c, *off[0], 0):
        ledger.say(s, "difference", "difference", c, [*off[0]], if_not="warning", sure=True)


def _level_unit(c: Mention) -> str:
    return "percent" if c.unit == "percentage_points" else c.unit


def _after(t: Sentence, m: Mention) -> str:
    """The words right after it, up to a comma or another figure."""
    at = t.position(m) + 1
    return _END.split(t.skeleton[at : at + CLOSE], maxsplit=1)[0]


def _may_be_level(t: Sentence, m: Mention, c: Mention) -> bool:
    """Is it a figure of the change's kind, and no limit, rate, part or change itself?"""
    unit = _level_unit(c)
    if not _of_kind(m, c) or m.bounded or m.per not in (None, c.per) or t.is_rate(m) or m.value <= c.value and unit != "percent":
        return False
    lead = t.lead(m)
    if unit == "number" and lead.endswith(" på "):
        return False  # "Prognosen peger på 1.610"
    off = _COUNTED_OFF.match(t.skeleton, t.position(m) + 1)
    return not (ASIDE.search(lead) or _NO_LEVEL.search(lead) or off and not off[0].endswith("tilbage"))


def _of_kind(m: Mention, c: Mention) -> bool:
    """Is it of the unit that the change is of, and counts the same or nothing of its own?"""
    same = m.noun[:NOUN] == c.noun[:NOUN] or bool({m.noun, c.noun} & _GENERIC) or {m.noun, c.noun} <= _PERSONS
    return m.unit == _level_unit(c) and (m.unit != "number" or same)


def _alike(a: Mention, b: Mention, c: Mention) -> bool:
    """Do they count one thing, near enough to be it at two times?"""
    same = a.unit != "number" or a.noun[:NOUN] == b.noun[:NOUN] or "" in (a.noun, b.noun) or {a.noun, b.noun} <= _PERSONS
    named = a.unit != "number" or bool(a.noun or b.noun)
    return same and named and max(a.value, b.value) < ALIKE * min(a.value, b.value)


def _results(grid: Grid) -> Iterator[Row]:
    """The total rows of a table, and the last row, which may be its result."""
    return (row for row in grid.rows if row.total or row is grid.rows[-1])


def _totals(ledger: Ledger, s: Sentence, level: Mention, c: Mention) -> Iterator[Mention]:
    """The numbers of the total and last rows of the tables above that may be the level at another time."""
    for grid in ledger.grids_before(s, BACK) if c.unit in ("kr", "number") else ():
        of_it = bool(grid.table.scale) == (c.unit == "kr")
        for n in (n for row in _results(grid) if of_it for n in row.numbers.values()):
            m = grid.money(n)
            if m.value > 0 and max(m.value, level.value) < ALIKE_IN_TABLE * min(m.value, level.value):
                yield m
