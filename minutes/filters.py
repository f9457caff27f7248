"""What a hit must have, as conditions of SQL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from minutes.query import Query, oere

INSIDE = 'a.page = p.page AND a.start >= p.start AND a.start < p."end"'
"""The amount or figure `a` stands in the passage `p`."""
BODY = "fold(d.body) LIKE ?"
BODY_OF_PASSAGE = f"""({BODY} OR p.kind = 'decision' AND EXISTS (
    SELECT 1 FROM decisions x WHERE x.document = p.document AND x.n = p.n AND fold(x.body) LIKE ?))"""
"""A decision may be another body's than its document."""
Conditions = Iterable[tuple[str, Sequence[Any]]]
"""SQL of which all must hold, each with the values of its question marks."""


_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def folded(name: str | None) -> str | None:
    """A name as it is compared: "Byråd" and "byraad" are one."""
    return name and name.casefold().translate(_LETTERS)


@dataclass(slots=True)
class Filters:
    """What a hit must have: names are looked for inside the printed ones, money is kroner."""

    municipality: str | None = None
    body: str | None = None
    since: date | None = None
    until: date | None = None
    min_kr: Decimal | None = None
    max_kr: Decimal | None = None
    kind: str | None = None


def measure(query: Query, filters: Filters) -> str | None:
    """The table of what is asked for as a number."""
    if query.oere or filters.min_kr is not None or filters.max_kr is not None:
        return "amounts"
    return "figures" if query.percent else None


def both(*parts: Conditions) -> tuple[str, list[Any]]:
    """Conditions as one piece of SQL, and its values in order."""
    conditions = [condition for part in parts for condition in part]
    return " AND ".join(["1", *(sql for sql, _given in conditions)]), [value for _sql, given in conditions for value in given]


def of_document(filters: Filters, body: str = BODY) -> Conditions:
    """What the document `d` must have."""
    if filters.municipality:
        yield "fold(d.municipality) LIKE ?", (f"%{folded(filters.municipality)}%",)
    if filters.body:
        yield body, (f"%{folded(filters.body)}%",) * body.count("?")
    for sign, day in ((">=", filters.since), ("<=", filters.until)):
        if day:
            yield f"d.meeting_date {sign} ?", (day.isoformat(),)


def of_passage(query: Query, filters: Filters) -> Conditions:
    """What the passage `p` of the document `d` must have; an item states a number that stands anywhere under its heading."""
    yield from of_document(filters, BODY_OF_PASSAGE)
    if filters.kind:
        yield "p.kind = ?", (filters.kind,)
    if table := measure(query, filters):
        number, values = both(asked(table, query, filters))
        place = f"(p.kind = 'item' AND a.item = p.item OR {INSIDE})"
        yield f"EXISTS (SELECT 1 FROM {table} a WHERE a.document = p.document AND {place} AND {number})", values


def nearness(query: Query) -> tuple[str, list[Any]]:
    """How far the amount or figure `a` is from the one that was typed, to sort by, with the values of its question marks."""
    if query.oere:
        return "abs(a.oere - ?), ", [sum(query.oere) // 2]
    return ("abs(CAST(a.value AS REAL) - ?), ", [float(sum(query.percent) / 2)]) if query.percent else ("", [])


def asked(table: str, query: Query, filters: Filters) -> Conditions:
    """The value that the amount or figure `a` must have."""
    if table == "figures":
        if query.percent:
            low, high = map(float, query.percent)
            yield "a.unit IN ('percent', 'percentage_points') AND CAST(a.value AS REAL) BETWEEN ? AND ?", (low, high)
        return
    if query.oere:
        yield "a.oere BETWEEN ? AND ?", query.oere
    for sign, kroner in ((">=", filters.min_kr), ("<=", filters.max_kr)):
        if kroner is not None:
            yield f"a.oere {sign} ?", (oere(kroner),)
