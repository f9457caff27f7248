"""A change told of one line of a table, between two of its years: "kontanthjælpen er reduceret med 45 personer i det forløbne år".

The clause names the line by a word that no other line has, and the two years: "fra 2017 til 2019", "siden 2018", "end året før". What it
tells is right where the two figures of these years differ by it. Where they do not, it is held against them only if it is what two other
years of the line differ by, or if one of its digits is another, or two have changed places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, pairwise

from extractors.claims.grid import Grid, Number
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.sentence import QUANTIFIED, Sentence, pattern
from extractors.claims.tabulating.table_words import SPOKEN_OF, TOTAL, clauses, spoken_of
from minutes.closeness import FAIR, closeness, one_digit, swapped
from minutes.records import Claim, Quantity

_CHANGED = pattern(
    r"<rises>|<falls>|<more>|<less>|<rise>|<fall>|\b(?:mistet|tabt|vundet|op(?!\w)|ned(?!\w)|frem|tilbage(?! til)|sparet)\b"
)
_UP, _DOWN = pattern(r"<rises>|<rise>|\bop med\b"), pattern(r"<falls>|<fall>|\bned med\b")
_LEVEL = re.compile(r"\b(?:(?<!svarende )(?<!svarer )til|fra|mod|på|ca\.?|omkring) (?:kr\.? )?$")
"""What stands before a level, and no change."""
_FROM_TO = re.compile(r"\b(?:fra|mellem) (?:\w+ ){0,2}?(?P<a>(?:19|20)\d\d) (?:til|og) (?:\w+ ){0,2}?(?P<b>(?:19|20)\d\d)\b")
_SINCE = re.compile(r"\b(?:siden|i forhold til|sammenlignet med|end i|fra) (?:\w+ ){0,2}?(?P<a>(?:19|20)\d\d)\b")
_YEAR_BEFORE = re.compile(r"\b(?:(?:end|i forhold til|siden|mod) (?:i )?(?:året før|sidste \w+|i fjor|forrige år)"
                          r"|(?:det|i det|over det) (?:seneste|sidste|forløbne|forgangne) år|på et år|på ét år)\b")
_SOME_YEARS = pattern(r"\b(?:på|over) (?:de )?<Y>")
_SAME_TIME = re.compile(r"\bi (?:den |det )?samme (?:periode|tidsrum|år)\b")
_SPEAKS_ON = re.compile(r"\W*(?:det|dette|stigningen|væksten|faldet|udviklingen) (?:skyldes|kommer|stammer|dækker|hænger)\b")
""" "Overskuddet vokser fra 2026 til 2029. Det skyldes især skatterne, der stiger 185,7 mio. kr."."""
_IN = re.compile(r"\b(?:i|for) (?:\w+ )?(?P<b>(?:19|20)\d\d)\b")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NOW = re.compile(r"(?i)^(?:nu\b|i dag|nuvær|hidtil|gammel|før\b)")
_THEN = re.compile(r"(?i)^(?:forslag|ny\b|nye\b|fremover|efter\b|herefter)")
PAIR = (0, 1)
_PLANNED = re.compile(r"(?i)mål|budget|forvent|prognose|overslag|skøn|plan")
NEAR = Decimal("0.25")
"""How far a change in percent may be from the right one, as a part of it."""
TELLING = 3
"""Digits that a change hardly shares with another by chance."""
LARGE = 100
"""A difference of which one digit may be wrong, whatever noughts it ends with."""


@dataclass(frozen=True, slots=True)
class _YearLine:
    """What a table tells of one thing in each year, and whether the year is planned."""

    label: str
    figures: dict[int, Number]
    planned: frozenset[int]


def find(ledger: Ledger) -> None:
    """Every such change."""
    lines = {g.table.index: told for g in ledger.grids if (told := list(_lines_of_years(g)))}
    for s, before in ledger.in_turn(1, QUANTIFIED) if lines else ():
        grid = next((g for g in ledger.grids_before(s, SPOKEN_OF) if g.table.index in lines), None)
        if grid and s.kind != "heading":
            for clause in clauses(s):
                _in_clause(ledger, s, before, clause, grid, lines[grid.table.index])


def _lines_of_years(grid: Grid) -> Iterator[_YearLine]:
    """The rows of a table with a column for each year, or one for now and one for what is proposed, told as the years 0 and 1; or its
    columns where each row is a year."""
    years = {j: int(found[0]) for j in grid.columns if len(found := _YEAR.findall(grid.heading(j))) == 1}
    if len(years) > 1 and len(set(years.values())) == len(years):
        planned = frozenset(y for j, y in years.items() if _PLANNED.search(grid.heading(j)))
        for row in grid.rows:
            yield _YearLine(TOTAL if row.total else row.label, {y: row.numbers[j] for j, y in years.items() if j in row.numbers}, planned)
        return
    now = {n: j for j in grid.columns for n, called in zip(PAIR, (_NOW, _THEN), strict=True) if called.search(grid.heading(j))}
    if len(now) == len(PAIR):
        for row in grid.rows:
            yield _YearLine(row.label, {y: row.numbers[j] for y, j in now.items() if j in row.numbers}, frozenset())
        return
    rows = {int(found[0]): row for row in grid.rows if len(found := _YEAR.findall(row.label)) == 1}
    if len(rows) > 1 and len(rows) == len(grid.rows):
        planned = frozenset(y for y, row in rows.items() if _PLANNED.search(row.label))
        for j in grid.columns:
            yield _YearLine(grid.heading(j), {y: row.numbers[j] for y, row in rows.items() if j in row.numbers}, planned)


def _in_clause(
    ledger: Ledger, s: Sentence, before: list[Sentence], clause: tuple[int, int], grid: Grid, lines: list[_YearLine]
) -> None:
    told = [m for m in s.between(*clause) if m.unit != "years" and not m.bounded and not m.qualifier]
    text = s.skeleton[slice(*clause)]
    levels = {(m.unit, m.noun) for m in told if _LEVEL.search(s.skeleton, 0, s.position(m))}
    changes = [m for m in told if (m.unit, m.noun) not in levels]
    if any(a.unit == b.unit == "percent" for a, b in pairwise(changes)):
        return  # "indtægterne med 5,5 pct. og udgifterne med 5,3 pct.": each of a line of its own
    line = spoken_of(text, [(x.label, x) for x in lines]) if _CHANGED.search(text) else None
    if line is None:
        return
    years = _years(text, line) or (None if _SOME_YEARS.search(text) else _years(s.skeleton, line))
    if not years and before and (_SAME_TIME.search(s.skeleton) or _SPEAKS_ON.match(s.skeleton) and not _YEAR.search(s.skeleton)):
        years = _years(before[-1].skeleton, line)
    for c in changes if years else ():
        if all(y in line.figures for y in years or ()):
            _judge(ledger, s, c, grid, line, *(years or (0, 0)))


def _years(text: str, line: _YearLine) -> tuple[int, int] | None:
    """The two years that words name; where the table has but now and then, those."""
    if set(line.figures) == {*PAIR}:
        return None if _YEAR.search(text) else PAIR
    if match := _FROM_TO.search(text):
        return int(match["a"]), int(match["b"])
    actual = sorted(y for y in line.figures if y not in line.planned)
    since, at = _SINCE.search(text), _IN.search(text)
    if since:
        last = int(at["b"]) if at and at["b"] != since["a"] else actual[-1] if actual else 0
        return (int(since["a"]), last) if int(since["a"]) < last else None
    if not _YEAR_BEFORE.search(text):
        return None
    last = int(at["b"]) if at else actual[-1] if actual else 0
    return last - 1, last


def _judge(ledger: Ledger, s: Sentence, c: Mention, grid: Grid, line: _YearLine, first: int, last: int) -> None:
    figures = {y: grid.money(n) for y, n in line.figures.items()} if c.unit == "kr" else line.figures
    if c.unit == "kr" and not grid.table.scale or c.unit == "percentage_points" and _decimals(c) != _decimals(figures[last]):
        return
    if c.unit == "percent":
        told = _percent(s, c, line, first, last)
    elif c.unit in ("kr", "number", "percentage_points"):
        due = abs(figures[last].value - figures[first].value)
        others = {abs(figures[a].value - figures[b].value) for a, b in combinations(figures, 2)}
        slip = closeness(due, c.value) >= FAIR or swapped(due, c.value) or due >= LARGE and one_digit(due, c.value) or _first_lost(due, c)
        told = bool(due) and (abs(c.value - due) <= (c.high - c.low) / 2 or slip or c.value in others)
    else:
        told = False
    if told:
        lost = c.unit != "percent" and _first_lost(due, c)
        kind = "share" if c.unit == "percent" else "difference"
        ledger.claims.append(
            Claim(
                kind=kind,
                relation="percent_change" if c.unit == "percent" else "difference",
                source=ledger.around(s, c),
                check=f"{kind}-differs",
                stated=c.quantity(ledger.flow),
                operands=tuple(_quantity(grid, line, y, c.unit == "kr") for y in (first, last)),
                item=s.item,
                extra={"if_not": "error" if lost else "warning", "alone": True},
            )
        )


def _first_lost(due: Decimal, c: Mention) -> bool:
    """Is it the change without its first digit: "85,7" of 185,7?"""
    whole, told = (f"{v.normalize():f}" for v in (due, c.value))
    return c.digits >= TELLING and whole[1:] == told


def _percent(s: Sentence, c: Mention, line: _YearLine, first: int, last: int) -> bool:
    """Is it the change in percent, or does it come near it, the way that the words point?"""
    a, b = (line.figures[y] for y in (first, last))
    up, down = (bool(way.search(s.skeleton)) for way in (_UP, _DOWN))
    due = 100 * (b.value - a.value) / a.value if a.value > 0 and not a.percent else Decimal(0)
    return up != down and due * (1 if up else -1) > 0 and abs(c.value - abs(due)) <= NEAR * abs(due) + (c.high - c.low)


def _quantity(grid: Grid, line: _YearLine, year: int, kroner: bool) -> Quantity:
    cell = line.figures[year]
    told = grid.quantity(cell, line.label.strip() or "I alt")
    sum_of_money = grid.money(cell)
    return replace(told, value=sum_of_money.value, low=sum_of_money.low, high=sum_of_money.high, unit="kr") if kroner else told


def _decimals(m: Mention | Number) -> int:
    return -min(int(m.value.as_tuple().exponent), 0)
