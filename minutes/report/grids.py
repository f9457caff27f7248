"""The part of a table that a finding is about: the rows and columns of its cells, with the cells marked."""

from __future__ import annotations

from dataclasses import dataclass

from minutes.cpr import masked
from minutes.heads import of_cell
from minutes.records import Cell, Source, Table


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of one kind: `depth` 0 stands around the places, 1 is a place, 2 a place inside another."""

    text: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """The heads of some columns, the first being that of the rows' names, and the cells of some rows under them."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Stretch, ...], ...]


def holds(cell: Cell, place: Source) -> bool:
    """Whether a place is in a cell, or goes over it."""
    s = cell.source
    return s is not None and s.page == place.page and s.start < place.end and place.start < s.end


def grid(table: Table, places: list[Source]) -> Grid:
    """The rows that have places, in the columns that have places of their own; those of a whole row where nothing else stands."""
    depths = [[len({(p.start, p.end) for p in places if holds(cell, p)}) for cell in row] for row in table.rows]
    rows = [n for n, row in enumerate(depths) if any(row)]
    own = {column for place in places if len(on := _columns(table, place)) == 1 for column in on}
    columns = sorted({0} | (own or {column for n in rows for column, depth in enumerate(depths[n]) if depth}))
    texts = [[masked(cell.text) for cell in row] for row in table.rows]
    heads = [of_cell(texts, table.header_rows, len(texts) - 1, column)[1] for column in columns]
    return Grid(tuple(heads), tuple(tuple(_stretch(texts[n], depths[n], column) for column in columns) for n in rows))


def _columns(table: Table, place: Source) -> set[int]:
    return {column for row in table.rows for column, cell in enumerate(row) if holds(cell, place)}


def _stretch(texts: list[str], depths: list[int], column: int) -> Stretch:
    if column >= len(texts):
        return Stretch("")
    return Stretch(" ".join(texts[column].split()), min(depths[column], 2))
