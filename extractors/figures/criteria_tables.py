"""Tables of criteria: criteria as rows or as columns, against areas, years, lists and limits.

A bare number has the unit of its criterion: "Uden job | over 40 | 42,6" is percent, "Dømte pr. 10.000 | 291" is 2.91 percent, "Dømte i
forhold til landet | 3,1" is a ratio.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.figures import enumerated, indicators
from extractors.rules.list_kinds import KIND
from minutes.criteria.evaluate import rounded
from minutes.records import Cell, Quantity, Source, Table

_RESIDENTS = re.compile(r"\W*(?:antal )?(?:beboere|indbyggere|beboertal)\b(?! (?:fra|med|uden|på|i alderen))", re.I)
_NUMBER = re.compile(
    r"\W*?(?:(?P<op>over|mere end|større end|højere end|flere end|mindst|min\.|minimum|under|mindre end|færre end|lavere end|højst"
    r"|>=|≥|>|<=|≤|<) ?)?"
    r"(?P<n>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?) ?(?P<u>%|pct\.?|procent|gange|x\b)?[^\d%]*(?:10\.000[^\d]*)?",
    re.I,
)
OPERATORS = {
    "over": ">", "overstiger": ">", "flere end": ">", "mere end": ">", "større end": ">", "højere end": ">", ">": ">",
    "mindst": ">=", "minimum": ">=", "min.": ">=", ">=": ">=", "≥": ">=",
    "under": "<", "mindre end": "<", "færre end": "<", "lavere end": "<", "<": "<",
    "højst": "<=", "<=": "<=", "≤": "<=",
}
LIMIT = re.compile(r"grænse|krav|tærskel|kriterieværdi|loft", re.I)
_AS_RATIO = re.compile(r"gange|\bx\b|landsgennemsnit|i forhold til|mod (?:hele )?landet", re.I)
_MONEY = re.compile(r"\bkr\b|kroner|budget", re.I)
_MOST_PERCENT = 200
BY_NATURE = {"indkomst": "<", "doemte_ratio": ">=", "beboere": ">="}


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of a criterion; `head` is the other heading of its cell: an area, a year, a list, "Grænse".

    `operator` marks a limit, `written` where the cell itself says so ("over 40"); `scaled` where the number counts people of 10,000.
    """

    table: int
    row: int
    column: int
    head: str
    quantity: Quantity
    operator: str | None
    written: bool = False
    scaled: bool = False

    @property
    def source(self) -> Source:
        """The cell's place."""
        assert self.quantity.source
        return self.quantity.source


def read(tables: Sequence[Table]) -> list[Entry]:
    """The entries of all tables of criteria."""
    out: list[Entry] = []
    heads: list[str] = []
    for table, below in zip(tables, (*tables[1:], None), strict=True):
        if not table.scale and not _MONEY.search(table.caption):
            first, heads = _joined(table, heads)
            goes_on = below is not None and _joined(below, heads)[0] == 0
            out += _completed(_as_rows(table, first, heads, goes_on) or _as_columns(table))
    return out


def _completed(entries: list[Entry]) -> list[Entry]:
    """Under the name of a list where one limit is written out, or beside another list, every figure is a limit: "over 40 %", "3 gange"."""
    named = {e.head for e in entries if KIND.search(e.head)}
    heads = {e.head for e in entries if not LIMIT.search(e.head)}
    lists = named if len(named) > 1 and named == heads else {e.head for e in entries if e.written and e.head in named}
    return [replace(e, operator=BY_NATURE.get(e.quantity.label, ">")) if e.head in lists and not e.operator else e for e in entries]


def indicator(label: str) -> str | None:
    """The criterion that a heading names."""
    label = _BRACKET.sub("", label)
    if len(label) > 140 or re.search(r"\d ?(?:%|pct|procent)", label):
        return None
    return "beboere" if _RESIDENTS.match(label) else next(enumerated.named(label), None)


_BRACKET = re.compile(r" ?\([^()]*\d[^()]*\)")
"""A limit or an age that a heading tells in brackets."""


def covered(entries: Sequence[Entry]) -> frozenset[int]:
    """The places in the running text of the cells that were read, character by character."""
    return frozenset(at for e in entries for at in range(e.source.at, e.source.at + len(e.source.quote)))


def limits(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries that set a limit."""
    return (entry for entry in entries if entry.operator)


def _joined(table: Table, above: list[str]) -> tuple[int, list[str]]:
    """The first row under the headings; a table without headings of its own goes on from the one above it."""
    own = [cell.text.strip() for cell in table.rows[0]] if table.rows else []
    if own and indicator(own[0]) and any(_NUMBER.fullmatch(text) for text in own[1:]):
        return 0, above if len(above) == len(own) else [""] * len(own)
    return 1, own


def _told(labels: list[str], limited: bool = False) -> list[str | None]:
    """The criteria that the headings of rows or columns name; none unless two are named without doubt, or one beside its limit."""
    sure = {name for label in labels if (name := indicators.nearest(label[:140], "", "percent"))}
    enough = len(sure) > 1 or sure and limited
    return [indicator(label) for label in labels] if enough else [None] * len(labels)


def _as_rows(table: Table, first: int, heads: list[str], goes_on: bool) -> list[Entry]:
    """Criteria as rows; a table that goes on below may have one row alone."""
    labels = [row[0].text if row else "" for row in table.rows]
    return [
        entry
        for i, name in enumerate(_told(labels, goes_on or any(map(LIMIT.search, heads))))
        if name and i >= first
        for j, (head, cell) in enumerate(zip(heads, table.rows[i], strict=False))
        if (entry := _entry(table, (i, j), name, labels[i], head, cell) if j else _bracketed(table, i, name, cell))
    ]


def _bracketed(table: Table, row: int, name: str, cell: Cell) -> Entry | None:
    """The limit that the heading of a row tells in brackets: "Uden arbejde (40 pct.)"."""
    m = re.search(r"\(([^()]*\d ?(?:%|pct\.?|procent|gange|x)[^()]*)\)", cell.text)
    entry = m and cell.source and _entry(table, (row, 0), name, cell.text, "grænse", replace(cell, text=m[1]))
    return entry or None


def _as_columns(table: Table) -> list[Entry]:
    """Criteria as columns."""
    heads = [cell.text for cell in table.rows[0]] if table.rows else []
    names = _told(heads, any(KIND.match(row[0].text.strip()) for row in table.rows[1:] if row))
    return [
        entry
        for i, row in enumerate(table.rows)
        if i and row and row[0].text.strip()
        for j, (name, head, cell) in enumerate(zip(names, heads, row, strict=False))
        if j and name and (entry := _entry(table, (i, j), name, head, row[0].text.strip(), cell))
    ]


def _entry(table: Table, at: tuple[int, int], name: str, label: str, head: str, cell: Cell) -> Entry | None:
    m = _NUMBER.fullmatch(cell.text.strip())
    if not m or not cell.source:
        return None
    unit, factor = _unit(name, m["u"] or "", f"{label} {cell.text} {head}")
    value = Decimal(m["n"].replace(".", "").replace(",", "."))
    if unit == "percent" and value * factor > _MOST_PERCENT or unit != "count" and "." in m["n"]:
        return None
    if unit == "ratio":
        name = "doemte_ratio"
    low, high = rounded(value).low * factor, rounded(value).high * factor
    operator = OPERATORS[m["op"].lower()] if m["op"] else BY_NATURE.get(name, ">") if LIMIT.search(head) else None
    return Entry(table.index, *at, head, Quantity(value * factor, low, high, unit, cell.source, name), operator, bool(m["op"]), factor != 1)


def _unit(name: str, sign: str, around: str) -> tuple[str, Decimal]:
    """The unit of a criterion's figure, and what a printed number of it counts."""
    if name == "beboere":
        return "count", Decimal(1)
    if name == "doemte" and "10.000" in around:
        return "percent", Decimal("0.01")
    ratio = name == "doemte" and not sign.startswith(("%", "p")) and _AS_RATIO.search(around)
    return ("ratio" if ratio else "percent"), Decimal(1)
