"""What a table's headings, its caption and the text above it say of its cells: unit, scale, years and rate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from extractors.figures.headings import Heading, columns, corner, heading, of_all, priced
from extractors.layout import Flow
from minutes import terms
from minutes.needs import led
from minutes.records import Cell, Table

_SHARES = ("percent", "percentage_points", "permille")
_LEGEND = led(
    r"(?:beløb|tal|alle tal|priser)\w*\s(?:er |vises |angives |opgøres )?i (?:hele )?(?:1[.\s]000 kr|mio\. kr|tusinde kr|kr\."
    r"|t\.kr|tkr|mill\. kr)[^\n]{0,12}",
    re.I,
)
_SUM = re.compile(
    r"(?:[-−]?\d[\d.,]* ?(?:mio|mia|mill|t)?\.? ?kr\b\.?|kr\. ?\d[\d.,-]*|\d[\d.,]* (?:mio|mia|mill)\b\.?(?! kr)"
    r"|\d[\d.,]* ?(?:%|pct\b\.?|procent))(?: (?:pr\.?|om) [a-zæøå]\w*)?",
    re.I,
)
_SENTENCE = re.compile(r"(?<=[.!?]) +(?=[A-ZÆØÅ])")
"""Only the last sentence above a table names its years."""
_OTHER_YEAR = re.compile(rf"\bpr\. \d{{1,2}}\. ?\w+ {terms.YEAR}|\bfra (?:og med )?{terms.YEAR}(?!\s?[-–/])|{terms.YEAR}/\d\d(?!\d)", re.I)
"""No year of the money below: the day of an account, the first of many years, a season."""
_ONWARD = re.compile(rf"\btil {terms.YEAR}")
_THOUSAND = re.compile(r"1[. ]?000 ?kr", re.I)
MONEY_WORDS = re.compile(
    r"budget|regnskab|udgift|indtægt|bevilling|overslag|beløb|anlæg|drift|tilskud|finansiering|overskud|underskud|forbrug|takst"
    r"|rådighedsbeløb",
    re.I,
)
"""Words of headings and captions that speak of money."""
_PLAIN_KRONER = re.compile(r"\bkr\b", re.I)
_SCALED = re.compile(r"\b(?:mio|mill|mia|t\.? ?kr|1[. ]?000 kr)\b", re.I)
_DECIMAL_SUM = re.compile(r"(?<![\d.,])(?P<number>\d[\d.]*,\d+) (?P<unit>(?:mio|mill|mia)\.? ?kr)", re.I)
_TOLD_ABOVE = 400
_LARGE = re.compile(r"[-−]?\d{1,3}\.?\d{3}\.\d{3}|[-−]?\d{3}\.\d{3}")
_THOUSANDS = re.compile(r"[-−]?\d{1,3}(?:\.\d{3})+")
_OF_MONEY = re.compile(
    rf"{MONEY_WORDS.pattern}|afvigelse|bevilget|søgt|foreslået|tilbud|merforbrug|mindreforbrug|henlæg|saldo|gæld|primo|ultimo|opsparing"
    r"|hovedstol|\blån|honorar|\bpris\b|refusion|indskud|afdrag|kassebeholdning|formue", re.I)
_DIFFERENCE = re.compile(
    r"\W*(?:forventet |samlet |netto)?(?:forskel|difference|ændring|afvigelse|udvikling|vækst|stigning|fald|\+/-)(?!\w)",
    re.I,
)

_YEARS = re.compile(r"(?:(?:bevillings|budget|finans|kalender|regnskabs|skole)?år|periode|sæson)(?:et|en)?", re.I)
_REFERS = re.compile(r"(?:(?:se )?note(?:r|henvisning)?|bilag|side|punkt|(?:løbe|projekt|konto|sags)?nr)\.?", re.I)
"""A column that only says where more is told, or names its rows."""
_A_YEAR = re.compile(rf"{terms.YEAR}(?: ?[-–/] ?(?:{terms.YEAR}|\d\d))?")
_LEFT = re.compile(r"\W*(?:rest|mer|mindre|uforbrugt)", re.I)
"""What is left of a budget, or was spent too much."""


@dataclass(slots=True)
class Grid:
    """A table with what its headings say: the `whole` of its cells, and each of its columns."""

    table: Table
    whole: Heading
    columns: list[Heading]
    years_in: int | None = field(init=False)
    """The column whose cells tell the year of their row: "Budgetår"."""
    _plain: bool = field(init=False)

    def __post_init__(self) -> None:
        called = [j for j, h in enumerate(self.columns) if j and not h.years and _YEARS.fullmatch(h.words.strip())]
        self.years_in = next((j for j in called if all(not c or _A_YEAR.fullmatch(c) for c in self._cells(j))), None)
        self._plain = not any(h.years and not _ONWARD.search(h.words) for h in self.columns[1:])

    def _cells(self, j: int) -> list[str]:
        return [row[j].text.strip() for row in self.table.rows[self.table.header_rows :] if j < len(row)]

    def years(self, row: Heading, column: Heading) -> tuple[int, int] | None:
        """The years of a sum: its column's, its row's, else the caption's where no column has any; a deviation has not the caption's, but
        those that all columns have."""
        compares = _DIFFERENCE.match(column.words)
        of_all = self.whole.years if self._plain and not compares else None
        told = [h.years for h in self.columns[1:] if h.years]
        of_those = told[0] if (compares or _LEFT.match(column.words)) and len(told) > 1 and len(set(told)) == 1 else None
        return column.years or row.years or of_all or of_those


def headed(flow: Flow, table: Table, last: Grid | None, one_item: bool = False) -> Grid:
    """The headings of a table; one that goes on without headings of its own keeps those of the table before it, and one of money without
    a unit has that of the table before it in `one_item`."""
    heads = columns(table)
    last_words = _SENTENCE.split(table.caption)[-1]
    whole = heading(_without_sums(table.caption))
    whole = replace(whole, years=heading(_OTHER_YEAR.sub(" ", last_words)).years or corner(heads), per=whole.per or of_all(last_words))
    if last and not whole.unit and _goes_on(table, heads, last):
        return Grid(table, last.whole, last.columns)
    whole, heads = _with_unit(flow, table, whole, heads)
    if last and one_item and last.whole.unit == "kr" and not whole.unit and not any(h.unit for h in heads) and _of_money(table, heads):
        whole = replace(whole, unit="kr", scale=last.whole.scale)
    heads = _with_counts(table, heads) if whole.unit == "kr" else _with_percentages(flow, table, heads, whole)
    return Grid(table, whole, _with_differences(heads))


def _of_money(table: Table, heads: list[Heading]) -> bool:
    """Do two headings speak of money, or does a table without headings hold numbers as large as only money is?"""
    words = [h.words for h in heads]
    told = sum(bool(_OF_MONEY.search(w)) for w in words[1:]) > 1
    return told or not any(words) and any(_any(table, j, _LARGE) for j in range(len(heads)))


def _goes_on(table: Table, heads: list[Heading], last: Grid) -> bool:
    """Is a table the next part of the one before: with as many columns and no headings, or right below it with the same?"""
    words = [h.words for h in heads]
    if not any(words):
        return len(heads) == len(last.columns)
    return not table.caption and any(words[1:]) and words[1:] == [h.words for h in last.columns[1:]]


def _with_unit(flow: Flow, table: Table, whole: Heading, heads: list[Heading]) -> tuple[Heading, list[Heading]]:
    """The unit that the caption does not tell, from what else may tell it: the corner, a column, the words above, a total's label."""
    if heads and heads[0].unit == "kr" and whole.unit in _SHARES:
        whole = replace(whole, unit=None)  # the corner says it: a percentage in the words above is another figure
    if not whole.unit or whole.unit == "count":
        legend = _legend(flow, table)
        beside = next((h for h in heads[1:] if h.unit == "kr"), None)
        if beside and heads[0].unit != "kr":
            whole = replace(whole, unit=None)
            heads = [replace(h, unit="kr", scale=beside.scale) if not h.unit and _shares_unit(h) else h for h in heads]
        elif table.scale:
            whole = replace(whole, unit="kr", scale=table.scale, per=whole.per or heads[0].per)
        elif heads and heads[0].unit in ("kr", "percent", "permille"):
            whole = replace(whole, unit=heads[0].unit, scale=heads[0].scale, per=whole.per or heads[0].per)
        elif legend:
            whole = replace(whole, unit="kr", scale=heading(legend).scale)
    if not whole.unit and not any(h.unit for h in heads[1:]):
        totals = [h for row in table.rows[table.header_rows :] if row and (h := heading(row[0].text)).total and h.unit == "kr"]
        whole = replace(whole, unit="kr", scale=totals[-1].scale) if totals else whole
    if not whole.unit and not any(h.unit for h in heads[1:]) and (factor := _scale_told(flow, table, heads)):
        whole = replace(whole, unit="kr", scale=factor)
    if not whole.unit and not any(h.unit == "kr" for h in heads):
        heads = _sums(flow, table, heads)
    if whole.unit in (None, "count"):
        heads = [replace(h, unit="kr", scale=1) if priced(h) else h for h in heads]
    return whole, heads


def _with_counts(table: Table, heads: list[Heading]) -> list[Heading]:
    """A column of whole numbers beside columns of decimals, whose heading speaks neither of money nor of a year, counts what it is
    called: "Investering 8,4 | Bygninger 14" in millions."""
    body = table.rows[table.header_rows :]
    cells = [[row[j].text.strip() for row in body if j < len(row) and row[j].text.strip()] for j in range(len(heads))]
    decimals = [bool(c) and all(_DECIMAL.fullmatch(text) for text in c) for c in cells]
    whole = [len(c) > 1 and all(_WHOLE.fullmatch(text) for text in c) for c in cells]
    plain = [h.unit is None and not h.years and not h.total and _THINGS.fullmatch(h.words) and not _OF_MONEY.search(h.words) for h in heads]
    refers = [bool(_REFERS.fullmatch(h.words.strip())) for h in heads]
    counts = [r or w and bool(p) and any(decimals) for w, p, r in zip(whole, plain, refers, strict=True)]
    return [replace(h, unit="count") if c and j else h for j, (h, c) in enumerate(zip(heads, counts, strict=True))]


def _with_percentages(flow: Flow, table: Table, heads: list[Heading], whole: Heading) -> list[Heading]:
    """A column without a unit holds percentages where it is the change of the two columns before it in percent, or where the words above
    say so of a table of decimals: "Fraværet er opgjort i procent"."""
    if whole.unit not in (None, "count"):
        return heads
    out, body = list(heads), table.rows[table.header_rows :]
    told = _IN_PERCENT.search(flow.text, max(table.source.at - _TOLD_ABOVE, 0), table.source.at)
    for j, head in enumerate(heads):
        cells = [row[j].text.strip() for row in body if j < len(row)]
        decimal = len(cells) > 1 and all(map(_DECIMAL.fullmatch, cells))
        if j and not head.unit and decimal and (told or j > 2 and _DIFFERENCE.match(head.words) and _changes(body, j)):
            out[j] = replace(head, unit="percent")
    return out


_IN_PERCENT = led(
    r"\b(?:opgjort|vist|angivet|målt|udtrykt|opgøres|vises|angives|måles) (?:her )?i (?:procent|pct\.|%)"
    r"|\bprocent(?:en|erne|andelene?|tallene)\b[^.]{0,40}?\b(?:opgjort|vist|angivet|opgøres|vises|angives|fremgår)\b",
    re.I,
)
_FEWEST = 3
"""Rows that show what a column is."""


def _changes(body: Sequence[tuple[Cell, ...]], j: int) -> bool:
    """Is a column, but for one row that may be wrong, the change in percent from the column two before it to the one right before it?"""
    rows = [[_value(row[k].text) for k in (j - 2, j - 1, j)] for row in body if len(row) > j]
    fits = [bool(a) and abs((b - a) / a * 100 - c) <= _ROUNDED for a, b, c in rows if a is not None and b is not None and c is not None]
    return sum(fits) >= max(_FEWEST, len(fits) - 1)


_ROUNDED = Decimal("0.06")
"""What the second decimal, cut off, may come to."""


def _value(text: str) -> Decimal | None:
    """The number that a cell is, if it is one."""
    plain = text.strip().replace("−", "-").replace("–", "-")
    return Decimal(plain.replace(".", "").replace(",", ".")) if _NUMBER.fullmatch(plain) else None


_NUMBER = re.compile(r"[-+]?\d{1,3}(?:\.?\d{3})*(?:,\d+)?")
_DECIMAL, _WHOLE, _THINGS = re.compile(r"[-−–+]?[\d.]+,\d+"), re.compile(r"\d{1,3}"), re.compile(r"[A-ZÆØÅ]?[a-zæøå]{3,}er")


def _with_differences(heads: list[Heading]) -> list[Heading]:
    """The difference of two columns that count things counts them too: "Elevtal 2023 | Elevtal 2024 | Forskel"; and columns of years
    whose difference is in percentage points are percentages: "2014 | 2015 | Ændring (pct.point)"."""
    out = list(heads)
    for j in range(2, len(heads)):
        one, other = heads[j - 2], heads[j - 1]
        if not heads[j].unit and one.unit == other.unit == "count" and _DIFFERENCE.match(heads[j].words):
            out[j] = replace(heads[j], unit="count")
        elif heads[j].unit == "percentage_points" and not one.unit and not other.unit and one.years and other.years:
            out[j - 2], out[j - 1] = replace(one, unit="percent"), replace(other, unit="percent")
    return out


def _shares_unit(head: Heading) -> bool:
    """Has a column without a unit of its own that of the column of kroner beside it? "Budget (1.000 kr.) | 2024 | Indeks"."""
    return head.years is not None or head.total or bool(_OF_MONEY.search(head.words))


def _sums(flow: Flow, table: Table, heads: list[Heading]) -> list[Heading]:
    """Columns headed "Beløb", one of them of large numbers, hold kroner, where the text above has sums in plain kroner only."""
    lead = f"{flow.text[max(table.source.at - 600, 0) : table.source.at]} {table.caption}"
    above = table.caption if _PLAIN_KRONER.search(table.caption) else lead
    if not _PLAIN_KRONER.search(above) or _SCALED.search(above):
        return heads
    of_money = [not h.unit and bool(_OF_MONEY.search(h.words)) and _any(table, j, _THOUSANDS) for j, h in enumerate(heads)]
    if not any(told and _any(table, j, _LARGE) for j, told in enumerate(of_money)):
        return heads
    return [replace(h, unit="kr", scale=1) if told else h for h, told in zip(heads, of_money, strict=True)]


def _scale_told(flow: Flow, table: Table, heads: list[Heading]) -> int | None:
    """The scale of a table of money that prints none, where the text above tells one of its decimals: "4,1 mio. kr. lavere" over "-4,1"."""
    if sum(bool(_OF_MONEY.search(h.words)) for h in heads) < 2:
        return None
    printed = {cell.text.strip().lstrip("-−–+") for row in table.rows for cell in row}
    above = flow.text[max(table.source.at - _TOLD_ABOVE, 0) : table.source.at]
    scales = {heading(m["unit"]).scale for m in _DECIMAL_SUM.finditer(above) if m["number"] in printed}
    return scales.pop() if len(scales) == 1 else None


def _any(table: Table, j: int, pattern: re.Pattern[str]) -> bool:
    """Is a cell in column `j` wholly such a number?"""
    return any(len(row) > j and pattern.fullmatch(row[j].text.strip()) for row in table.rows)


def _without_sums(caption: str) -> str:
    """A caption without the sums and shares stated in it: they tell nothing of the table's unit, but "1.000 kr." does."""
    return _SUM.sub(lambda m: m[0] if _THOUSAND.match(m[0]) else " ", caption)


def _legend(flow: Flow, table: Table) -> str:
    """ "Beløb i 1.000 kr." in the lines above a table."""
    start = max(table.source.at - 400, 0)
    found = _LEGEND.findall(flow.text, start, table.source.at + 1)
    return found[-1] if found else ""
