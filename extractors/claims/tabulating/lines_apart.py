"""What the prose says that two columns of a table's line are apart: "I alt 18.650.000 18.436.305 … Mindreforbruget bliver 213.695 kr."."""

from __future__ import annotations

import re
from itertools import combinations

from extractors.claims.comparing.another_change import is_another
from extractors.claims.fit import differ_by
from extractors.claims.grid import Grid
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import YEAR
from extractors.claims.sentence import Sentence
from extractors.claims.tabulating.table_words import SPOKEN_OF, TOTAL, spoken_of
from minutes.closeness import misprinted
from minutes.needs import needs

_APART = re.compile(
    r"\b(?:(?:mer|mindre)(?:forbrug|udgift|indtægt)\w*|(?:netto)?afvigelse\w*|forskel\w*|differen\w*|\w*overskridelse\w*"
    r"|(?:mer|net)?(?:stigning|vækst|fald|reduktion|forøgelse|besparelse|tilgang|tilbagegang|fremgang)\w*|(?:over|under)skud\w*"
    r"|ste[gi]\w*|falde[rt]|faldt|vokse[dt]?\w*|øge[srt]?\w*|reducere\w*|nedsat|forhøje\w*)"
    r"[^\ue000-\ue007;]{0,40}(?<!\bfra )(?<!\btil )$"
)
"""What is so called is the difference of two columns, and not what it leads from or to."""
_TOLD_APART = needs(_APART)
_OF_A_TIME = re.compile(r"\b(?:kvartal|halvår|måned|uge[nr]?\b|sidste år|forrige år|året før|i fjor)")
"""A part of the years that a table tells of, or another year."""
_UNITS = ("kr", "number", "percentage_points")
MOST_COLUMNS = 6
"""More columns have so many differences that one is hit by chance."""
LEAST_DIGITS, LONG = 2, 4
"""Digits of a difference, and of one that no two columns come near by chance."""


def find(ledger: Ledger) -> None:
    """Every difference told after a table whose line it is of: the one that is named, else the only total."""
    for s, _ in ledger.in_turn(0, _TOLD_APART) if ledger.grids else ():
        for m in s.mentions:
            if m.unit in _UNITS and not m.bounded and not m.per and m.digits >= LEAST_DIGITS and _APART.search(s.lead(m)):
                grid = next(ledger.grids_before(s, SPOKEN_OF), None)
                if grid and not _OF_A_TIME.search(s.skeleton) and (m.unit == "kr") == (grid.table.scale is not None):
                    _say(ledger, s, m, grid)


def _say(ledger: Ledger, s: Sentence, m: Mention, grid: Grid) -> None:
    """A difference that fits; else that of the two columns of a line that is named, or the only one that a slip of digits keeps from it."""
    totals = [r for r in grid.rows if r.total]
    named = spoken_of(s.lead(m), [(TOTAL if r.total else r.label, r) for r in grid.rows])
    line = named or (totals[0] if len(totals) == 1 else None)
    points = m.unit == "percentage_points"
    columns = [j for j in line.numbers if grid.is_share(j) == points] if line else []
    told = [grid.money(n) for r in grid.rows for n in r.numbers.values()]
    of_years = len(columns) > 2 and any(YEAR.search(grid.heading(j)) for j in columns)  # between_years reads which of them are meant
    if line is None or of_years or len(columns) > MOST_COLUMNS or any(abs(t.value) == m.value for t in told):
        return
    two = [(grid.money(line.numbers[i]), grid.money(line.numbers[j])) for i, j in combinations(columns, 2)]
    fitting = [pair for pair in two if differ_by(*pair, m)]
    if not fitting and named and len(two) == 1:
        fitting = two
    elif not fitting and m.digits >= LONG and not any(differ_by(a, b, m) for a, b in combinations(told, 2)):
        near = {abs(a.value - b.value): (a, b) for a, b in two if misprinted(m.value, abs(a.value - b.value), m.high - m.low)}
        fitting = [*near.values()] if len(near) == 1 else []
    if fitting and not is_another(s, [], m, *fitting[0], 0):
        ledger.say(s, "difference", "difference", m, [*fitting[0]], if_not="warning", alone=True)
