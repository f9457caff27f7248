"""Numbers in the cells of tables: money with the table's unit, shares, counts; years, rate and label from the headings."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace

from extractors.figures import indicators
from extractors.figures.amounts import basis, interval
from extractors.figures.amounts import flow as money_flow
from extractors.figures.headings import Heading, columns, corner, heading, priced, yearly
from extractors.layout import Flow
from extractors.structure import Structure
from minutes import qualifiers, retold, terms
from minutes.measures import Measure
from minutes.needs import led
from minutes.nouns import IRREGULAR, base
from minutes.records import Amount, Cell, Figure, Source, Table, Unread

_NUMERIC = re.compile(r"(?:ca\.?|kr\.?|=|[-+−–±*()\[\]\s.,¹²³]|\d(?=\)|$))*")
_SHARES = ("percent", "percentage_points", "permille")
_ALONE = re.compile(r"(?:[12]\d{3}(?:\s?[-–/]\s?(?:\d{4}|\d\d))?)")
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
_ON_DAY = re.compile(rf"\bpr\. \d{{1,2}}\. ?\w+ {terms.YEAR}")
"""The day of an account is no year of the budget beside it."""
_ONWARD = re.compile(rf"\btil {terms.YEAR}")
_THOUSAND = re.compile(r"1[. ]?000 ?kr", re.I)
MONEY_WORDS = re.compile(
    r"budget|regnskab|udgift|indtægt|bevilling|overslag|beløb|anlæg|drift|tilskud|finansiering|overskud|underskud|forbrug|takst"
    r"|rådighedsbeløb",
    re.I,
)

_PLAIN_KRONER = re.compile(r"\bkr\b", re.I)
_SCALED = re.compile(r"\b(?:mio|mill|mia|t\.? ?kr|1[. ]?000 kr)\b", re.I)
_DECIMAL_SUM = re.compile(r"(?<![\d.,])(?P<number>\d[\d.]*,\d+) (?P<unit>(?:mio|mill|mia)\.? ?kr)", re.I)
_TOLD_ABOVE = 400
_LARGE = re.compile(r"[-−]?\d{1,3}\.?\d{3}\.\d{3}|[-−]?\d{3}\.\d{3}")
_THOUSANDS = re.compile(r"[-−]?\d{1,3}(?:\.\d{3})+")
_OF_MONEY = re.compile(
    rf"{MONEY_WORDS.pattern}|afvigelse|bevilget|søgt|foreslået|tilbud|merforbrug|mindreforbrug|henlæg|saldo|gæld|primo|ultimo|opsparing"
    r"|hovedstol|\blån|honorar|\bpris\b|refusion|indskud|afdrag|kassebeholdning|formue", re.I)


_DIFFERENCE = re.compile(r"\W*(?:forskel|difference|ændring|afvigelse|udvikling|vækst|stigning|fald|\+/-)(?!\w)", re.I)


@dataclass(slots=True)
class Read:
    """What the tables of a document hold."""

    amounts: list[Amount] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


@dataclass(slots=True)
class _Grid:
    """A table with what its headings say; `left` is the number of columns that hold labels."""

    table: Table
    whole: Heading
    columns: list[Heading]
    plain: bool = field(init=False)
    """Does the caption's year count for every cell: no column has years of its own?"""

    def __post_init__(self) -> None:
        self.plain = not any(h.years and not _ONWARD.search(h.words) for h in self.columns[1:])


Numbers = dict[tuple[int, int, int], list[Measure]]
"""The measures of the cells that hold numbers and nothing else to speak of, by table, row and column."""


def numbers(flow: Flow, found: list[Measure]) -> Numbers:
    """Those of all tables. `found` are the measures of the whole running text."""
    starts = [measure.start for measure in found]
    held: Numbers = {}
    for t, table in enumerate(flow.tables):
        for i, row in enumerate(table.rows):
            for j, cell in enumerate(row):
                if cell.source:
                    start, end = cell.source.at, cell.source.at + len(cell.text)
                    inside = found[bisect_left(starts, start) : bisect_left(starts, end)]
                    if inside and _numeric(flow.text, inside, start, end):
                        held[t, i, j] = inside
    return held


def _numeric(text: str, inside: list[Measure], start: int, end: int) -> bool:
    """Does a cell at `start:end` hold nothing beside its measures?"""
    rest, at = "", start
    for measure in inside:
        rest += text[at : measure.start]
        at = measure.end
    return bool(_NUMERIC.fullmatch(rest + text[at:end]))


def read(flow: Flow, structure: Structure, held: Numbers) -> Read:
    """The amounts and figures in all tables."""
    result = Read()
    last: _Grid | None = None
    for t, table in enumerate(flow.tables):
        grid = _grid(flow, table, last)
        last = grid
        unknown = 0
        for i, row in enumerate(table.rows[table.header_rows :], table.header_rows):
            unknown += _read_row(flow, structure, grid, i, row, [held.get((t, i, j), []) for j in range(len(row))], result)
        if unknown > 1 and MONEY_WORDS.search(table.caption + " ".join(h.words for h in grid.columns)):
            result.unread.append(Unread(retold.TABLE, retold.NO_UNIT.format(count=unknown), table.source.page))
    return result


def _grid(flow: Flow, table: Table, last: _Grid | None) -> _Grid:
    """The headings of a table; one that goes on without headings of its own keeps those of the table before it."""
    heads = columns(table)
    last_words = _SENTENCE.split(table.caption)[-1]
    whole = heading(_without_sums(table.caption))
    whole = replace(whole, years=heading(_ON_DAY.sub(" ", last_words)).years or corner(heads), per=whole.per or yearly(last_words))
    if last and not any(h.words for h in heads) and len(heads) == len(last.columns) and not whole.unit:
        return _Grid(table, last.whole, last.columns)
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
    return _Grid(table, whole, _with_differences(heads))


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
    above = f"{flow.text[max(table.source.at - 600, 0) : table.source.at]} {table.caption}"
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


def _read_row(flow: Flow, structure: Structure, grid: _Grid, i: int, row: tuple[Cell, ...], held: list[list[Measure]], result: Read) -> int:
    """Read one row whose cells hold these numbers; how many of them have no unit that is known."""
    own = heading(row[0].text if row else "")
    unknown = 0
    for j, inside in enumerate(held):
        if j == 0 and (not any(m.unit for m in inside) or len(row) > 1 and _ALONE.fullmatch(row[0].text.strip())):
            continue
        column = grid.columns[j] if j < len(grid.columns) else Heading()
        for measure in inside:
            unknown += not _read_cell(flow, structure, grid, (i, j), measure, own, column, result)
    return unknown


def _read_cell(
    flow: Flow, structure: Structure, grid: _Grid, at: tuple[int, int], measure: Measure, row: Heading, column: Heading, result: Read
) -> bool:
    """Add what a number in a cell is. False when its unit is not known."""
    unit, scale = _unit(measure, grid, row, column)
    if not unit:
        return False
    source = flow.source(measure.start, measure.end)
    item = structure.item_at(measure.start)
    if unit == "kr":
        result.amounts.append(_amount(flow, grid, at, _scaled(flow.text, measure, scale), row, column, source, item))
    else:
        result.figures.append(_figure(grid, at, measure, unit, row, column, source, item))
    return True


def _unit(measure: Measure, grid: _Grid, row: Heading, column: Heading) -> tuple[str | None, int]:
    """Unit and scale of a cell: its own, its column's, its row's, the table's."""
    if measure.unit:
        return measure.unit, 1
    for said in (column, row, grid.whole):
        if said.unit and not (said is row and grid.whole.unit and (row.unit == "count" or _is_sum(row, grid, measure))):
            return said.unit, said.scale or 1
    return None, 1


def _is_sum(row: Heading, grid: _Grid, measure: Measure) -> bool:
    """Is the number of a row called "Kommunens andel" in a table of kroner more than a hundred percent?"""
    return row.unit == "percent" and grid.whole.unit == "kr" and abs(measure.value) > 100


def _scaled(text: str, measure: Measure, scale: int) -> Measure:
    """A bare number with the table's scale; a number in brackets is negative."""
    negative = text[measure.start - 1 : measure.start] == "(" and text[measure.end : measure.end + 1] == ")" and measure.value > 0
    factor = -scale if negative else scale
    return replace(measure, value=measure.value * factor, step=measure.step * scale, unit="kr")


def _amount(
    flow: Flow, grid: _Grid, at: tuple[int, int], measure: Measure, row: Heading, column: Heading, source: Source, item: str | None
) -> Amount:
    kind, _ = qualifiers.before(flow.text, measure.start)
    oere, low, high = interval(measure, kind)
    words = f"{row.words} {column.words}"
    label = row.words if row.words.strip() else column.words
    return Amount(
        source,
        oere,
        low,
        high,
        approximate=kind in ("about", "below", "above"),
        per=column.per or row.per or grid.whole.per,
        period=column.years or row.years or grid.whole.years if grid.plain else column.years or row.years,
        price_level=terms.price_level(column.words) or terms.price_level(grid.whole.words),
        item=item,
        bound=kind if kind in ("upper", "lower") else None,
        flow=money_flow(words),
        basis=basis(words),
        purpose=label.strip() or None,
        table=grid.table.index,
        row=at[0],
        column=at[1],
    )


def _figure(
    grid: _Grid, at: tuple[int, int], measure: Measure, unit: str, row: Heading, column: Heading, source: Source, item: str | None
) -> Figure:
    allowed = qualifiers.allows(measure.value, measure.step, None, unit)
    noun = None
    if unit == "count":
        noun = _noun(column.words if column.unit == "count" else row.words or grid.whole.words)
    about = indicators.nearest(row.words, column.words, unit) or indicators.nearest(grid.whole.words, "", unit)
    years = column.years or row.years
    return Figure(
        source,
        measure.value,
        allowed.low,
        allowed.high,
        unit,
        about,
        as_of=years[1] if years else None,
        noun=noun,
        item=item,
        table=grid.table.index,
        row=at[0],
        column=at[1],
    )


def _noun(words: str) -> str | None:
    """The counted noun in a heading: "Antal almene boliger" counts "bolig"; none in the name of a place or a person."""
    plain = re.findall(r"[A-ZÆØÅa-zæøå]{3,}", re.sub(r"(?i)\bantal\b|\bi alt\b", " ", words))
    last = plain[-1].lower() if plain else ""
    return base(last) if last and (plain[-1] == last or last.endswith(_MANY)) else None


_MANY = ("er", "ere", "ende", *IRREGULAR)
"""How the plural of a noun ends that is the first word of a heading, where it might be a name: "Elever", "Låntagere"."""
