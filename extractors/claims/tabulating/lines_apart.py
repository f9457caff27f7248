"""What the prose says that two columns of a table's line are apart: "I alt 18.650.000 18.436.305 … Mindreforbruget bliver 213.695 kr.",
and what that is in percent: "falder elevtallet med 63, hvilket svarer til 3,4 pct.".
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations

from extractors.claims.comparing.another_change import is_another
from extractors.claims.dividing.beside_shares import is_share
from extractors.claims.fit import changes_by, differ_by
from extractors.claims.grid import Grid
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import YEAR
from extractors.claims.sentence import Sentence, pattern
from extractors.claims.tabulating.table_words import SPOKEN_OF, TOTAL, spoken_of
from minutes.closeness import misprinted, one_digit, swapped
from minutes.needs import needs

_APART = re.compile(
    r"\b(?:(?:mer|mindre)(?:forbrug|udgift|indtægt)\w*|(?:netto)?afvigelse\w*|forskel\w*|differen\w*|\w*overskridelse\w*"
    r"|(?:mer|net)?(?:stigning|vækst|fald|reduktion|forøgelse|besparelse|tilgang|tilbagegang|fremgang)\w*|(?:over|under)skud\w*"
    r"|ste[gi]\w*|falde[rt]|faldt|vokse[dt]?\w*|øge[srt]?\w*|reducere\w*|nedsat|forhøje\w*)"
    r"[^\ue000-\ue007;]{0,40}(?<!\bfra )(?<!\btil )$"
)
"""What is so called is the difference of two columns, and not what it leads from or to."""
_MORE = pattern(r" (?:<more>|<less>)\b(?! end\b)")
_TOLD_APART = needs(_APART, _MORE)
_IN_PERCENT = pattern(r"(?: [\w²³]+)?(?:,? <equals>| \()[^\ue000-\ue007;,]{0,25}(?P<p><P>)")
_OF_A_TIME = re.compile(r"\b(?:kvartal|halvår|måned|uge[nr]?\b|sidste år|forrige år|året før|i fjor)")
"""A part of the years that a table tells of, or another year."""
Pair = tuple[Mention, Mention]
_A_YEAR = re.compile(r"(?i)\bpr\. år\b|\bårlig|\bom året\b")
_UNITS = ("kr", "number", "percentage_points")
MOST_COLUMNS = 6
"""More columns have so many differences that one is hit by chance."""
LEAST_DIGITS, LONG = 2, 4
"""Digits of a difference, and of one that no two columns come near by chance."""


def find(ledger: Ledger) -> None:
    """Every difference told after a table whose line it is of: the one that is named, else the only total."""
    for s, _ in ledger.in_turn(0, _TOLD_APART) if ledger.grids else ():
        for m in s.mentions:
            told = m.unit in _UNITS and not m.bounded and m.digits >= LEAST_DIGITS
            if told and (_APART.search(s.lead(m)) or m.digits >= LONG and _MORE.match(s.skeleton, s.position(m) + 1)):
                grid = next(ledger.grids_before(s, SPOKEN_OF), None)
                alike = grid and (not grid.exact if m.unit == "kr" else grid.table.scale is None)
                if grid and grid.rows and alike and _of_its_time(grid, m) and not _OF_A_TIME.search(s.skeleton):
                    _say(ledger, s, m, grid)


def _of_its_time(grid: Grid, m: Mention) -> bool:
    """Is it no rate, or so much a year, as the table's lines are?"""
    labels = " ".join((grid.heading(0), *(r.label for r in grid.rows)))
    return not m.per or m.per == "year" and _A_YEAR.search(labels) is not None


def _say(ledger: Ledger, s: Sentence, m: Mention, grid: Grid) -> None:
    """A difference that fits; else that of the two columns of a line that is named, or the only one that a slip of digits keeps from it."""
    totals = [r for r in grid.rows if r.total] or ([grid.rows[-1]] if _adds_up(grid) else [])
    if not totals and len(grid.rows) == 1 and not any(swapped(m.value, abs(grid.money(n).value)) for n in grid.rows[0].numbers.values()):
        totals = grid.rows  # what is swapped against its cell is told as that
    named = spoken_of(s.lead(m), [(TOTAL if r.total else r.label, r) for r in grid.rows])
    line = named or (totals[0] if len(totals) == 1 else None)
    points = m.unit == "percentage_points"
    columns = [j for j in line.numbers if grid.is_share(j) == points] if line else []
    told = [grid.money(n) for r in grid.rows for n in r.numbers.values()]
    of_years = len(columns) > 2 and any(YEAR.search(grid.heading(j)) for j in columns)  # between_years reads which of them are meant
    if line is None or len(columns) > MOST_COLUMNS or any(abs(t.value) == m.value for t in told):
        return
    two = [(grid.money(line.numbers[i]), grid.money(line.numbers[j])) for i, j in combinations(columns, 2)]
    fitting = [pair for pair in two if differ_by(*pair, m)]
    if len(fitting) == 1 and (named or not is_another(s, [], m, *fitting[0], 0)):
        _in_percent(ledger, s, m, fitting[0], two, told)
    if of_years:
        return
    if not fitting and named and len(two) == 1 and (grid.exact or grid.table.scale):
        fitting = two
    elif not fitting and m.digits >= LONG and not any(differ_by(a, b, m) for a, b in combinations(told, 2)):
        near = {abs(a.value - b.value): (a, b) for a, b in two if misprinted(m.value, abs(a.value - b.value), m.high - m.low)}
        fitting = [*near.values()] if len(near) == 1 else []
    if fitting and not is_another(s, [], m, *fitting[0], 0):
        ledger.say(s, "difference", "difference", m, [*fitting[0]], if_not="warning", alone=True)


def _adds_up(grid: Grid) -> bool:
    """Is the last row the sum of those above it, whatever it is called?"""
    *above, last = grid.rows
    sums = [(n.value, sum((r.numbers[j].value for r in above if j in r.numbers), Decimal(0))) for j, n in last.numbers.items()]
    return len(above) > 1 and bool(sums) and all(value == told for value, told in sums)


def _in_percent(ledger: Ledger, s: Sentence, m: Mention, pair: Pair, two: list[Pair], cells: list[Mention]) -> None:
    """The percentage right after a difference that is right, if it is of none of the cells: told where a slip explains it, or where it is
    that of two other columns."""
    match = _IN_PERCENT.match(s.skeleton, s.position(m) + 1)
    p = s.of(match.start("p")) if match else None
    if p is None or p.bounded or p.qualifier or min(x.value for x in pair) <= 0 or any(is_share(m, x, p) for x in cells):
        return
    due = [(100 * m.value / x.value).quantize(p.value) for x in pair]
    if any(swapped(d, p.value) or one_digit(d, p.value) for d in due) or any(changes_by(*ends, p) for ends in two if ends != pair):
        ledger.say(s, "share", "percent_change", p, [*pair], if_not="warning", alone=True, sure=True, mistaken=True)
