"""So much for each, told after a table of what it is of: "En hal bruger i gennemsnit 256 MWh", "papir og pap vejer 150 kg".

A total of the table, or the row that the sentence names, is divided by another number of the row or by a count of the text. What fits is
kept; what would fit if two digits of the figure had changed places is found, where so few tries hardly hit by chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from extractors.claims.fit import meets, swaps
from extractors.claims.grid import Grid, Number
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.sentence import COUNTING, Sentence, pattern
from minutes.needs import led
from minutes.records import Claim, Quantity

BACK = 8
"""Sentences before this one, between which the table stands and which may tell the count."""
DIGITS = 3
"""Digits of a figure whose exchange shows."""
CHANCE, TIMES = Decimal("0.1"), 10
"""How many of all that are tried may be expected to fit by chance; and how far from the figure they may lie to be tried at all."""
LABEL = 4
"""Letters of a row's name, at least, that a sentence names it by."""
SCALES = (Decimal(1), Decimal(1000))
"""A total is told in the unit of the average, or in thousands of it: ton and kg, MWh and kWh."""
_EACH = led(r"\b(?:i (?:gennem)?snit|gennemsnit\w*|pr\.?|per|hver|hvert|for hver)\b|(?:^|[.:;] )(?:[eé]n|[eé]t) [a-zæøå]{3,}")
_AFTER_CHANGE = pattern(r"\bfra <Q>~20\btil $")
""" "siden 2006 gået fra 118 til 104": what the rows that are named before it do not tell."""
_Way = tuple[Quantity, Quantity, Decimal, Decimal]
"""What is divided and by what, with the least and the most that it can come to."""


def find(ledger: Ledger) -> None:
    """Every such figure."""
    for s, before in ledger.in_turn(BACK, COUNTING) if ledger.grids else ():
        grid = next((g for g in reversed(ledger.grids_near(s)) if g.table.source.at < s.start), None)
        near = [t for t in before if t.item == s.item]
        if grid is None or not near or near[0].start > grid.table.source.at or not any(_EACH.search(t.skeleton) for t in (*near[-1:], s)):
            continue
        counts = [m for t in (*near, s) for m in t.mentions if m.unit == "number" and m.noun and m.value > 1 and not m.bounded]
        for m in s.mentions:
            if m.unit in ("kr", "number") and not m.bounded and m.value > 0 and not _AFTER_CHANGE.search(s.skeleton, 0, s.position(m)):
                _average(ledger, s, m, list(_ways(ledger, grid, s, m, [c for c in counts if c.start < m.start and c.noun != m.noun])))


def _average(ledger: Ledger, s: Sentence, m: Mention, ways: list[_Way]) -> None:
    stated = m.rounded()
    fitting = [w for w in ways if meets(w[2], w[3], stated)]
    if fitting and _chance(stated, ways) < CHANCE:
        _say(ledger, s, m, fitting[0], "unverifiable")
    if fitting or m.digits < DIGITS:
        return
    turned = [(w, t) for t in swaps(stated) for w in ways if meets(w[2], w[3], t)]
    if len({t.value for _, t in turned}) == 1 and _chance(stated, ways) * (m.digits - 1) < CHANCE:
        _say(ledger, s, m, turned[0][0], "warning")


def _chance(m: Mention, ways: list[_Way]) -> Decimal:
    """How many of the ways may be expected to come to the figure by chance, those that come to nothing of its size apart."""
    near = [(low, high) for _, _, low, high in ways if m.value < TIMES * high and low < TIMES * m.value]
    return sum(((high - low + m.high - m.low) / high for low, high in near), Decimal(0))


def _ways(ledger: Ledger, grid: Grid, s: Sentence, stated: Mention, counts: list[Mention]) -> Iterator[_Way]:
    """What each row that the sentence names, or else the total, comes to for each number beside it and each count."""
    if stated.unit == "kr" and not grid.table.scale:
        return  # numbers of things come to no amount
    scales = (Decimal(grid.table.scale),) if grid.table.scale and stated.unit == "kr" else SCALES
    named = [r for r in grid.rows if len(r.label) >= LABEL and r.label.lower() in s.skeleton and not r.total]
    for row in named or [r for r in grid.rows if r.total]:
        by = [(grid.quantity(n, row.label), n.low, n.high, j) for j, n in row.numbers.items()]
        by += [(c.quantity(ledger.flow), c.low, c.high, 0) for c in {c.value: c for c in counts}.values()]
        for (j, n), (count, low, high, column), scale in product(row.numbers.items(), by, scales):
            if column != j and low > 1 and n.low > 0 and not grid.is_share(j):
                more = Number(n.value * scale, n.low * scale, n.high * scale, n.source, n.percent)
                yield grid.quantity(more, row.label), count, more.low / high, more.high / low


def _say(ledger: Ledger, s: Sentence, m: Mention, way: _Way, if_not: str) -> None:
    ledger.claims.append(
        Claim(
            kind="product",
            relation="quotient",
            source=ledger.around(s, m),
            check="product-differs",
            stated=m.rounded().quantity(ledger.flow),
            operands=way[:2],
            item=s.item,
            extra={"if_not": if_not, "alone": True},
        )
    )
