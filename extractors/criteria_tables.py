"""Tables of criteria: criteria as rows or as columns, against areas, years, lists and limits.

A bare number has the unit of its criterion: "Uden job | over 40 | 42,6" is percent, "Dømte pr. 10.000 | 291" is 2.91 percent, "Dømte i
forhold til landet | 3,1" is a ratio.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractors import enumerated
from minutes.criteria.evaluate import rounded
from minutes.records import Cell, Quantity, Source, Table

_RESIDENTS = re.compile(r"\W*(?:antal )?(?:beboere|indbyggere|beboertal)\b", re.I)
_NUMBER = re.compile(
    r"\W*(?:(?P<op>over|mere end|større end|højere end|flere end|mindst|min\.|minimum|under|mindre end|lavere end|højst|>=|≥|>|<=|≤|<) ?)?"
    r"(?P<n>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?) ?(?P<u>%|pct\.?|procent|gange|x\b)?[^\d%]*(?:10\.000[^\d]*)?",
    re.I,
)
OPERATORS = {
    "over": ">",
    "overstiger": ">",
    "flere end": ">",
    "mere end": ">",
    "større end": ">",
    "højere end": ">",
    ">": ">",
    "mindst": ">=",
    "minimum": ">=",
    "min.": ">=",
    ">=": ">=",
    "≥": ">=",
    "under": "<",
    "mindre end": "<",
    "lavere end": "<",
    "<": "<",
    "højst": "<=",
    "<=": "<=",
    "≤": "<=",
}
LIMIT = re.compile(r"grænse|krav|tærskel|kriterieværdi|loft", re.I)
_AS_RATIO = re.compile(r"gange|\bx\b|landsgennemsnit|i forhold til|mod (?:hele )?landet", re.I)
_MONEY = re.compile(r"\bkr\b|kroner|budget", re.I)
_BY_NATURE = {"indkomst": "<", "doemte_ratio": ">=", "beboere": ">="}


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of a criterion; `head` is the other heading of its cell: an area, a year, a list, "Grænse". `operator` marks a limit."""

    table: int
    head: str
    quantity: Quantity
    operator: str | None

    @property
    def source(self) -> Source:
        assert self.quantity.source
        return self.quantity.source


def read(tables: Sequence[Table]) -> list[Entry]:
    """The entries of all tables of criteria."""
    out: list[Entry] = []
    heads: list[str] = []
    for table in tables:
        if not table.scale and not _MONEY.search(table.caption):
            rows, heads = _joined(table, heads)
            out += _as_rows(table, rows, heads) or _as_columns(table)
    return out


def indicator(label: str) -> str | None:
    """The criterion that a heading names."""
    if len(label) > 140 or re.search(r"\d ?(?:%|pct|procent)", label):
        return None
    return "beboere" if _RESIDENTS.match(label) else next(enumerated.named(label), None)


def _joined(table: Table, above: list[str]) -> tuple[list[tuple[Cell, ...]], list[str]]:
    """The rows under the headings; a table without headings of its own goes on from the one above it."""
    first = table.rows[0] if table.rows else ()
    own = [cell.text.strip() for cell in first]
    if own and indicator(own[0]) and any(_NUMBER.fullmatch(text) for text in own[1:]):
        return list(table.rows), above if len(above) == len(own) else [""] * len(own)
    return list(table.rows[1:]), own


def _as_rows(table: Table, rows: list[tuple[Cell, ...]], heads: list[str]) -> list[Entry]:
    """Criteria as rows."""
    labelled = [(indicator(row[0].text), row) for row in rows if row]
    if len({name for name, _ in labelled if name}) < 2:
        return []
    return [
        entry
        for name, row in labelled
        if name
        for head, cell in zip(heads[1:], row[1:], strict=False)
        if (entry := _entry(table, name, row[0].text, head, cell))
    ]


def _as_columns(table: Table) -> list[Entry]:
    """Criteria as columns."""
    heads = [cell.text for cell in table.rows[0]] if table.rows else []
    names = [indicator(head) for head in heads[1:]]
    if len({name for name in names if name}) < 2:
        return []
    return [
        entry
        for row in table.rows[1:]
        if row and row[0].text.strip()
        for name, head, cell in zip(names, heads[1:], row[1:], strict=False)
        if name and (entry := _entry(table, name, head, row[0].text.strip(), cell))
    ]


def _entry(table: Table, name: str, label: str, head: str, cell: Cell) -> Entry | None:
    m = _NUMBER.fullmatch(cell.text.strip())
    if not m or not cell.source:
        return None
    written = m["n"]
    value = Decimal(written.replace(".", "").replace(",", "."))
    unit, factor = "percent", Decimal(1)
    if name == "beboere":
        unit = "count"
    elif name == "doemte" and "10.000" in label + cell.text:
        factor = Decimal("0.01")
    elif name == "doemte" and not (m["u"] or "").startswith(("%", "p")) and _AS_RATIO.search(f"{label} {cell.text} {head}"):
        name, unit = "doemte_ratio", "ratio"
    if unit == "percent" and value * factor > 200 or unit != "count" and "." in written:
        return None
    low, high = rounded(value).low * factor, rounded(value).high * factor
    operator = OPERATORS[m["op"].lower()] if m["op"] else _BY_NATURE.get(name, ">") if LIMIT.search(head) else None
    return Entry(table.index, head, Quantity(value * factor, low, high, unit, cell.source, name), operator)


def cells(entries: Sequence[Entry]) -> set[int]:
    """Where the cells that were read begin in the running text."""
    return {entry.source.at for entry in entries}


def limits(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries that set a limit."""
    return (entry for entry in entries if entry.operator)
