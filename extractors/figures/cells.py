"""Numbers in the cells of tables: money with the table's unit, shares, counts; years, rate and label from the headings."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace

from extractors.figures import indicators
from extractors.figures.amounts import basis, interval
from extractors.figures.amounts import flow as money_flow
from extractors.figures.headings import Heading, heading, of_each
from extractors.figures.table_heads import MONEY_WORDS, Grid, headed
from extractors.layout import Flow
from extractors.structure import Structure
from minutes import qualifiers, retold, terms
from minutes.measures import Measure
from minutes.nouns import IRREGULAR, base
from minutes.records import Amount, Cell, Figure, Source, Unread

_NUMERIC = re.compile(r"(?:ca\.?|kr\.?|=|[-+−–±*()\[\]\s.,¹²³]|\d(?=\)|$))*")
_ALONE = re.compile(r"(?:[12]\d{3}(?:\s?[-–/]\s?(?:\d{4}|\d\d))?)")


@dataclass(slots=True)
class Read:
    """What the tables of a document hold."""

    amounts: list[Amount] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


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
    last: Grid | None = None
    for t, table in enumerate(flow.tables):
        one_item = last is not None and structure.item_at(table.source.at) == structure.item_at(last.table.source.at)
        grid = last = headed(flow, table, last, one_item)
        unknown = 0
        for i, row in enumerate(table.rows[table.header_rows :], table.header_rows):
            unknown += _read_row(flow, structure, grid, i, row, [held.get((t, i, j), []) for j in range(len(row))], result)
        if unknown > 1 and MONEY_WORDS.search(table.caption + " ".join(h.words for h in grid.columns)):
            result.unread.append(Unread(retold.TABLE, retold.NO_UNIT.format(count=unknown), table.source.page, table.source.start))
    return result


def _read_row(flow: Flow, structure: Structure, grid: Grid, i: int, row: tuple[Cell, ...], held: list[list[Measure]], result: Read) -> int:
    """Read one row whose cells hold these numbers; how many of them have no unit that is known."""
    own = heading(row[0].text if row else "")
    if grid.years_in is not None and grid.years_in < len(row):
        own = replace(own, years=heading(row[grid.years_in].text).years or own.years)
    unknown = 0
    for j, inside in enumerate(held):
        if j == grid.years_in:
            continue
        if j == 0 and (not any(m.unit for m in inside) or len(row) > 1 and _ALONE.fullmatch(row[0].text.strip())):
            continue
        column = grid.columns[j] if j < len(grid.columns) else Heading()
        for measure in inside:
            unknown += not _read_cell(flow, structure, grid, (i, j), measure, own, column, result)
    return unknown


def _read_cell(
    flow: Flow, structure: Structure, grid: Grid, at: tuple[int, int], measure: Measure, row: Heading, column: Heading, result: Read
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


def _unit(measure: Measure, grid: Grid, row: Heading, column: Heading) -> tuple[str | None, int]:
    """Unit and scale of a cell: its own, its column's, its row's, the table's."""
    if measure.unit:
        return measure.unit, 1
    for said in (column, row, grid.whole):
        if said.unit and not (said is row and grid.whole.unit and (row.unit == "count" or _is_sum(row, grid, measure))):
            return said.unit, said.scale or 1
    return None, 1


def _is_sum(row: Heading, grid: Grid, measure: Measure) -> bool:
    """Is the number of a row called "Kommunens andel" in a table of kroner more than a hundred percent?"""
    return row.unit == "percent" and grid.whole.unit == "kr" and abs(measure.value) > 100


def _scaled(text: str, measure: Measure, scale: int) -> Measure:
    """A bare number with the table's scale; a number in brackets is negative."""
    negative = text[measure.start - 1 : measure.start] == "(" and text[measure.end : measure.end + 1] == ")" and measure.value > 0
    factor = -scale if negative else scale
    return replace(measure, value=measure.value * factor, step=measure.step * scale, unit="kr")


def _amount(
    flow: Flow, grid: Grid, at: tuple[int, int], measure: Measure, row: Heading, column: Heading, source: Source, item: str | None
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
        per=column.per or row.per or (None if column.total else of_each(row.words)) or grid.whole.per,
        period=grid.years(row, column),
        price_level=next((p for said in (column, grid.whole, grid.columns[0]) if (p := terms.price_level(said.words))), None),
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
    grid: Grid, at: tuple[int, int], measure: Measure, unit: str, row: Heading, column: Heading, source: Source, item: str | None
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
