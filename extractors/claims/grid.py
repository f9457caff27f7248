"""A table's numbers, as they are to be added: signs read, headings and labels apart."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from extractors.claims.mention import Mention
from extractors.layout import Flow
from minutes.danish import SMALL_NUMBERS, numeral, word_value
from minutes.days import A_MONTH
from minutes.records import Quantity, Source, Table

_CELL = re.compile(
    r"^\(?\s*(?P<sign>[-−–+]?)\s*(?:kr\.?\s*)?(?P<digits>\d[\d.,\s\u00a0\u202f]*?)(?:,-)?\s*(?P<minus>[-−–])?"
    r"\s*(?P<unit>%|pct\.?|procent|kr\.?|mio\.?(?: kr\.?)?|t\.?kr\.?|m2)?\s*\)?\**$",
    re.I,
)
_UNIT_CELL = re.compile(r"^\(?(?:i |beløb i )?(?:hele )?1\.?000 kr\.?\)?$", re.I)
_YEARLIKE = re.compile(r"^(?:[A-Z]{1,3}\s?|(?:[Mm]io\. |[Tt]\.? ?|1\.?000 )?[Kk]r\.?,? )?(?:19|20)\d\d$")
_MONEY = re.compile(r"\bkr\b|kroner|mio|mill|1\.?000|budget|regnskab|udgift|indtægt|beløb|tilskud|bevilling|forbrug|netto|brutto", re.I)
TOTAL = re.compile(
    r"^=|^(?:[A-Z](?:\s?\+\s?[A-Z])*[.:)]?\s+)?(?:i alt|ialt|total\w*|sum\b|anskaffelsessum|summen|samlet|samlede|netto\w*|resultat"
    r"|balance|hovedtotal|subtotal|mellemtotal|tilsammen"
    r"|fødsels(?:over|under)skud|flytte(?:balance|overskud|underskud)|befolkningstilvækst"
    r"|samtlige\b|alle\b|hele (?:kommunen|perioden)|sammenlagt|ændring(?:er)? i alt)"
    r"|(?<!, )\b(?:i alt|ialt|total|totalt|netto|samlet|tilsammen)[:.]?\s*(?:\(.*\))?$",
    re.I,
)
PART_OF = re.compile(
    r"^(?:[-–•]\s*)?(?:heraf|hvoraf|deraf|herunder|inkl|inklusive|note|gennemsnit|gns|indeks|pct|procent|antal pr|pr\.|andel)", re.I
)
_ALL_OF_THEM = re.compile(rf"^(?:de|alle)(?: \w+)? (?P<count>{SMALL_NUMBERS})\b", re.I)
TOTAL_COLUMN = re.compile(
    r"^(?:i alt|ialt|total\w*|sum\b|samlet|samlede|netto\w*|hele perioden|tilsammen|resultat)|\b(?:i alt|ialt|total)$"
    r"|^(?:19|20)\d\d\s?[-–]\s?(?:19|20)?\d\d$",
    re.I,
)
DIFFERENCE_COLUMN = re.compile(
    r"afvig|forskel|differen|ændring|mer-?/|mindre-?/|rest(?:beløb|budget)?\b|netto|resultat|stigning|fald|udvikling|vækst|\+/-", re.I
)
_FOR_EACH = rf"\bpr\.(?!\s?(?:\d|ultimo|primo|dato|{A_MONTH}))"
AVERAGE_COLUMN = re.compile(
    rf"gennemsnit|gns\b|indeks|index|= ?100\b|{_FOR_EACH}|\bsats|takst|pris\b|rang|score|placering|nr\.|konto|normering", re.I
)
EACH_ROW = re.compile(rf"gennemsnit|gns\b|{_FOR_EACH}|procent|promille|\bsats|takst", re.I)
"""A row of averages, which columns do not add up."""
PRICE_COLUMN = re.compile(rf"(?:styk|enheds|time|kilo|kvm|m2)\W?pris|pris\b|{_FOR_EACH}|\bsats|takst|\bà\b|kr\.?/", re.I)
SHARE_COLUMN = re.compile(r"pct|procent|%|andel", re.I)


def _counts(label: str, above: int) -> bool:
    """Does the label say how many rows stand above it: "De fire største"?"""
    match = _ALL_OF_THEM.match(label)
    return above > 1 and match is not None and word_value(match["count"]) == above


@dataclass(frozen=True, slots=True)
class Number:
    """A cell's number with what its digits allow."""

    value: Decimal
    low: Decimal
    high: Decimal
    source: Source
    percent: bool = False
    noted: bool = False
    """A note tells more of it: "203*"."""


@dataclass(slots=True, eq=False)
class Row:
    """A row with numbers: its label, and its numbers by column. `part`: it is part of a row above ("heraf"). `after_gap`: a heading
    without numbers stands before it."""

    index: int
    label: str
    numbers: dict[int, Number] = field(default_factory=dict)
    total: bool = False
    part: bool = False
    after_gap: bool = False


class Grid:
    """A table's rows and columns of numbers."""

    def __init__(self, flow: Flow, table: Table) -> None:
        self.flow, self.table = flow, table
        self.width = max((len(row) for row in table.rows), default=0)
        self.exact = table.scale is None and not _MONEY.search(" ".join([table.caption, *(c.text for row in table.rows[:2] for c in row)]))
        self.first = self._body()
        self._headings: dict[int, str] = {}
        self._shares: dict[int, bool] = {}
        self.rows = self._rows()

    def _body(self) -> int:
        """The first row with data."""
        first = 0
        while first < min(self.table.header_rows, len(self.table.rows)) and not self._is_data(first):
            first += 1
        while first < len(self.table.rows) and self._is_header(first):
            first += 1
        return first

    def _is_data(self, i: int) -> bool:
        """Are there amounts in the row, although the layout takes it for a heading?"""
        texts = [c.text.strip() for c in self.table.rows[i][1:] if c.text.strip()]
        return bool(texts) and all(_CELL.match(t) and not _YEARLIKE.match(t) and not _UNIT_CELL.match(t) for t in texts)

    def _is_header(self, i: int) -> bool:
        texts = [c.text.strip() for c in self.table.rows[i][1:] if c.text.strip()]
        return not texts or all(_YEARLIKE.match(t) or _UNIT_CELL.match(t) or not _CELL.match(t) for t in texts)

    def _rows(self) -> list[Row]:
        rows, gap = list[Row](), False
        for i in range(self.first, len(self.table.rows)):
            cells = self.table.rows[i]
            numbers = {j: n for j in range(1, len(cells)) if (n := self._number(i, j)) is not None}
            label = cells[0].text.strip() if cells else ""
            if not numbers:
                gap = gap or bool(label)
                continue
            if all(_YEARLIKE.match(cells[j].text.strip()) for j in numbers):
                continue
            rows.append(Row(i, label, numbers, bool(TOTAL.search(label)) or _counts(label, len(rows)), bool(PART_OF.match(label)), gap))
            gap = False
        return rows

    def _number(self, i: int, j: int) -> Number | None:
        cell = self.table.rows[i][j]
        match = _CELL.match(cell.text.strip())
        if cell.source is None or not match or not (read := numeral(match["digits"].strip())):
            return None
        value, step = read
        bracketed = cell.text.strip().startswith("(") and cell.text.strip().endswith(")")
        negative = match["sign"] in ("-", "−", "–") or match["minus"] or bracketed
        value = -value if negative else value
        percent = (match["unit"] or "").lower() in ("%", "pct", "pct.", "procent")
        counted = self.exact and step == 1 and not percent and not SHARE_COLUMN.search(self.heading(j))
        half = Decimal(0) if counted else step / 2
        return Number(value, value - half, value + half, cell.source, percent, cell.text.rstrip().endswith("*"))

    @cached_property
    def columns(self) -> list[int]:
        """The columns that hold numbers in at least two rows."""
        counts = {j: sum(j in r.numbers for r in self.rows) for j in range(1, self.width)}
        return [j for j, n in counts.items() if n > 1]

    def after(self, above: Grid | None) -> Grid:
        """The same table with its own copies of its rows, after those of the page before."""
        whole = copy(self)
        whole.__dict__.pop("columns", None)
        whole.rows = [replace(r) for r in (*(above.rows if above else ()), *self.rows)]
        return whole

    def heading(self, j: int) -> str:
        """The column's heading, from all header rows."""
        if j not in self._headings:
            texts = (row[j].text.strip() for row in self.table.rows[: self.first] if j < len(row))
            self._headings[j] = " ".join(filter(None, texts))
        return self._headings[j]

    def is_share(self, j: int) -> bool:
        """Is it a column of percentages?"""
        if j not in self._shares:
            cells = [r.numbers[j] for r in self.rows if j in r.numbers]
            self._shares[j] = bool(SHARE_COLUMN.search(self.heading(j))) or sum(c.percent for c in cells) > len(cells) / 2
        return self._shares[j]

    def row_source(self, row: Row) -> Source:
        """The printed row as one quote, or its first number when the row is no one block."""
        first = next(iter(row.numbers.values())).source
        block = self.flow.block_at(first.at)
        if block and block.table == self.table.index and block.row == row.index and block.end - block.start < 300:
            return self.flow.source(block.start, block.end)
        return first

    def quantity(self, number: Number, label: str = "") -> Quantity:
        """A cell as an operand, in the unit that the table prints."""
        return Quantity(number.value, number.low, number.high, "percent" if number.percent else "count", number.source, label)

    def money(self, number: Number) -> Mention:
        """A cell as an amount of the running text, in kroner."""
        at, scale = number.source.at, self.table.scale or 1
        return Mention(at, at + len(number.source.quote), at, number.value * scale, number.low * scale, number.high * scale, "kr")
