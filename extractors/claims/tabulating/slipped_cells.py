"""A cell of a table that the text tells again with two digits exchanged.

Which cell is meant: any total of the tables of the item, where a figure has so many digits that it hardly looks like one by chance; in the
tables near by, the cell of the row that the sentence names, in a column of what the figure counts; and the total of the year before it,
where the sentence tells that of another year rightly.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.claims.grid import Grid, Number, Row
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import NOUN, YEAR
from extractors.claims.sentence import COUNTING, Sentence
from extractors.claims.tabulating.table_words import spoken_of
from minutes.closeness import in_order, swapped

LONG = 4
"""Digits of a figure that no total has by chance but for their order."""
CHANCE = 0.05
"""How many hits among the figures and totals of an item chance may be expected to make."""
KNOWN = 3
"""The same for one that an article takes as known, "de 353 tomme tider", or whose row and year are named with it."""
LABEL = 4
"""Letters of a row's name, at least, that a sentence names it by."""
BEGINNING = 6
"""Letters that two forms of a word share."""
_KNOWN = re.compile(r"(?<!\w)(?:de|disse|samtlige|alle)(?: i alt| ialt)?\s$", re.I)
_WHICH = re.compile(r"(?: [\w-]+){0,2},? (?:der|som|hvor|med|uden|i|på|fra|til|pr\.|ved|efter|under)(?!\w)")
""" "De 420 boliger, der blev bygget": told there and then."""
_ROW_UNIT = re.compile(r"\((?:i )?(?:(?P<millions>mio|mill)\w*\.?|(?P<thousands>1\.?000)|t?)? ?kr\.?\)", re.I)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A number of a table in the unit of the text."""

    grid: Grid
    row: Row
    column: int
    number: Number

    @property
    def value(self) -> Decimal:
        """In kroner where the table or the row says that it is of money, else as printed."""
        return abs(self.number.value) * (self.grid.table.scale or self.row_scale)

    @property
    def row_scale(self) -> int:
        """What one is of a row that has a unit of its own: "Renovering (mio. kr.)"."""
        own = _ROW_UNIT.search(self.row.label)
        return (1_000_000 if own["millions"] else 1000 if own["thousands"] else 1) if own else 1

    def named_in(self, told: str) -> bool:
        """Does the text name the column, by more than a year, and the row, or the column alone where the row is the only total?"""
        head = self.grid.heading(self.column).lower().partition(":")[0].strip()
        if len(YEAR.sub("", head)) < LABEL or not re.search(rf"(?<!\w){re.escape(head)}(?!\w)", told):
            return False
        totals = [r for r in self.grid.rows if r.total]
        row = spoken_of(told, [(_ROW_UNIT.sub("", r.label), r) for r in self.grid.rows if not r.total])
        return row is self.row or row is None and totals == [self.row]

    def counts(self, noun: str) -> bool:
        """Is it a number of these, by its row?"""
        return any(noun[:NOUN] == w[:NOUN] for w in self.row.label.lower().split())

    def spoken_of(self, told: str) -> bool:
        """Do all words of the row begin words of the text: "65-79 år" and "de 65-79-årige"?"""
        words = re.findall(r"[\w-]*\w", self.row.label.lower())
        return len(self.row.label) >= LABEL and all(re.search(rf"(?<!\w){re.escape(word[:BEGINNING])}", told) for word in words)

    @property
    def year(self) -> str | None:
        """The one year that the heading of its column names."""
        years = YEAR.findall(self.grid.heading(self.column))
        return years[0] if len(years) == 1 else None


def find(ledger: Ledger) -> None:
    """Every figure that is no cell, is told once and explained by nothing else."""
    if not ledger.grids:
        return
    cells: dict[str | None, list[_Cell]] = defaultdict(list)
    for grid in ledger.grids:
        item = ledger.structure.item_at(grid.table.source.at)
        marked = {j for r in grid.rows for j, n in r.numbers.items() if n.percent}
        told_of = [_Cell(grid, r, j, n) for r in grid.rows for j, n in r.numbers.items() if not n.percent]
        cells[item] += [c for c in told_of if c.column in marked or not grid.is_share(c.column)]
    printed = {item: {c.value for c in of} | {abs(c.number.value) for c in of} for item, of in cells.items()}
    by_digits = {item: _by_digits(of) for item, of in cells.items()}
    claims = (c for c in ledger.claims if c.extra.get("if_not") != "unverifiable")
    tied = {q.source.at for c in claims for q in (c.stated, *c.operands) if q and q.source}
    told: dict[str | None, list[tuple[Sentence, Mention]]] = defaultdict(list)
    for s, _ in ledger.in_turn(0, COUNTING):
        if s.kind != "heading":
            told[s.item] += [(s, m) for m in s.mentions if m.unit in ("kr", "number") and not m.bounded and m.low > 0]
    for item, figures in told.items():
        times = Counter(m.value for _, m in figures)
        odd = [(s, m) for s, m in figures if times[m.value] == 1 and m.value not in printed.get(item, ())]
        for s, m in odd:
            alike = by_digits.get(item, {}).get(in_order(m.value), ())
            near = [c for c in alike if swapped(c.value, m.value) and all(x.value != c.value for x in s.mentions)]
            if near:
                clause = re.split(r"[.;] ", ledger.flow.text[s.start : m.start].lower())[-1]
                _one(ledger, s, m, [c for c in near if c.named_in(clause)])
            if near and m.digits >= KNOWN:
                years, words = YEAR.findall(s.skeleton), ledger.flow.text[s.start : s.end].lower()
                _one(ledger, s, m, [c for c in near if c.year in years and c.spoken_of(words)])
        odd = [(s, m) for s, m in odd if m.number not in tied]
        _as_totals(ledger, [c for c in cells.get(item, ()) if c.row.total], odd)
        for s, m in odd:
            for grid in ledger.grids_near(s) if item in cells else ():
                _one(ledger, s, m, list(_named(grid, s, m)) or list(_of_year(grid, s, m)))
            if m.digits >= LONG and m.noun and not any(m.value in of for of in printed.values()):
                _one(ledger, s, m, [c for of in cells.values() for c in of if swapped(c.value, m.value) and c.counts(m.noun)])


def _by_digits(cells: list[_Cell]) -> dict[str, list[_Cell]]:
    """The cells by what those share that differ in the order of their digits alone."""
    found = defaultdict(list)
    for cell in cells:
        found[in_order(cell.value)].append(cell)
    return found


def _as_totals(ledger: Ledger, totals: list[_Cell], odd: list[tuple[Sentence, Mention]]) -> None:
    """Long figures, and what the text takes as known, beside the totals of all columns."""
    odd = [(s, m) for s, m in odd if m.digits >= (KNOWN if _taken(ledger, m) else LONG)] if totals else []
    by_digits = _by_digits(totals)
    for s, m in odd:
        chance = len(odd) * len(totals) * (m.digits - 1) / (9 * 10 ** (m.digits - 1))
        years = set(YEAR.findall(s.skeleton))
        _one(ledger, s, m, [c for c in by_digits.get(in_order(m.value), ()) if chance < CHANCE and (not years or c.year in (None, *years))])


def _taken(ledger: Ledger, m: Mention) -> bool:
    """Does an article take the figure as known, and is it not told there and then?"""
    text = ledger.flow.text
    return _KNOWN.search(text, max(m.start - 14, 0), m.start) is not None and not _WHICH.match(text, m.end)


def _named(grid: Grid, s: Sentence, m: Mention) -> Iterator[_Cell]:
    """The cells of the row that is named right before the figure, in columns of what it counts."""
    of = [j for j in grid.columns if f" {m.noun[:NOUN]}" in f" {grid.heading(j).lower()}"] if m.noun else []
    lead = s.lead(m)
    rows = [r for r in grid.rows if len(r.label) >= LABEL and r.label.lower() in lead and not r.total] if of else []
    for row in rows if len(rows) == 1 else ():
        yield from (_Cell(grid, row, j, row.numbers[j]) for j in of if j in row.numbers)


def _of_year(grid: Grid, s: Sentence, m: Mention) -> Iterator[_Cell]:
    """The total of the year before the figure, where another figure of the sentence is that of the year before it."""
    if not YEAR.search(s.lead(m)):
        return
    told = {YEAR.findall(s.lead(x))[-1]: x for x in s.mentions if x.unit == m.unit and YEAR.search(s.lead(x))}
    totals = [_Cell(grid, r, j, n) for r in grid.rows if r.total for j, n in r.numbers.items()] if len(told) > 1 else []
    others = [c for c in totals if c.year in told and c.value == told[c.year].value]
    if others and len(others) == len(told) - 1:
        yield from (c for c in totals if told.get(c.year or "") is m)


def _one(ledger: Ledger, s: Sentence, m: Mention, cells: list[_Cell]) -> None:
    """Says so where one of the cells has two digits exchanged; money is looked for among money, numbers among what has no scale."""
    fit = [c for c in cells if (not c.grid.exact or c.row_scale > 1 if m.unit == "kr" else c.grid.table.scale is None)]
    near = {c.value: c for c in fit if swapped(c.value, m.value)}
    if len(near) == 1:
        (cell,) = near.values()
        ledger.say(s, "restated", "sum", m, [replace(cell.grid.money(cell.number), value=cell.value, unit=m.unit)], if_not="warning")
