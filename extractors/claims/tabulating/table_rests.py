"""What the last row of a small table leaves of the first: "Bevilling 512.300, forbrug 423.150, rest 89.150"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.claims.grid import Grid, Number, Row
from extractors.claims.tabulating.relations import Relation

_REST = re.compile(
    r"\b(?:rest(?:er\w*|beløb|budget|bevilling|midler|ramme)?|tilbage|rådighed|saldo|(?:over|under)skud|(?:mer|mindre)-?(?:/mindre-?)?"
    r"(?:forbrug|udgift|indtægt)\w*|afvigelse|forskel|difference|netto\w*|resultat|andel|\w*finansiering|mangler|manko|udækket|beholdning|ultimo"
    r"|31\. december|årets (?:slutning|udgang))\b",
    re.I,
)
_LESS = re.compile(r"^\W*(?:døde|dødsfald|fraflyt|udvandr|udmeld|afgang|udgift|udbetal|hæv)", re.I)
LEAST, MOST = 3, 8
"""Rows of such a table."""
LONG = 4
"""Digits of one of its numbers at least, where a mistake is told: shorter ones come near each other by chance."""


def find(grid: Grid, columns: Sequence[int], said: set[int]) -> Iterator[tuple[Relation, str]]:
    """What each last row is that no total has `said`, where it fits; and where a digit or a comma keeps it from that."""
    for rows in _parts(grid):
        last = rows[-1]
        for j in columns:
            told = [r for r in rows if j in r.numbers]
            if LEAST <= len(told) <= MOST and told[-1] is last and _REST.search(last.label) and id(last.numbers[j]) not in said:
                yield from _left(grid, told, j)


def _parts(grid: Grid) -> Iterator[list[Row]]:
    """The rows from a heading without numbers to the next."""
    parts: list[list[Row]] = [[]]
    for row in grid.rows:
        if row.after_gap and parts[-1]:
            parts.append([])
        parts[-1].append(row)
    return iter(p for p in parts if p)


def _left(grid: Grid, rows: list[Row], j: int) -> Iterator[tuple[Relation, str]]:
    if grid.is_share(j) or any(r.part or r.total for r in rows[1:-1]):
        return
    *above, last = rows
    numbers = [r.numbers[j] for r in above]
    minus, plus = [-1] * len(above), [1] * len(above)
    ways = (minus, plus, [-1 if n.value > 0 else 1 for n in numbers], [-1 if _LESS.match(r.label) else 1 for r in above])
    tried = [Relation(grid, last, last.numbers[j], numbers, [1, *way[1:]], label=last.label) for way in ways]
    if len(numbers) == 2:
        tried.append(Relation(grid, last, last.numbers[j], numbers, [-1, 1], label=last.label))
    if fitting := next((r for r in tried if r.fits()), None):
        yield fitting, "error"
    elif max(_digits(n) for n in (last.numbers[j], *numbers)) >= LONG and (near := next((r for r in tried if r.misprinted()), None)):
        yield near, "warning"


def _digits(number: Number) -> int:
    return len(number.value.normalize().as_tuple().digits)
