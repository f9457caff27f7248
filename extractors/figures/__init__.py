"""Everything measured in a document: amounts of money, shares and counts, limits; in prose and in tables."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from extractors.figures import amounts, cells, criteria_tables, limits, shares
from extractors.figures.criteria_tables import Entry
from extractors.figures.passage import Passage
from extractors.layout import Flow
from extractors.structure import Structure
from minutes import measures
from minutes.cpr import personal
from minutes.records import Amount, Figure, Threshold, Unread


@dataclass(slots=True)
class Measured:
    """Everything that was measured, in reading order."""

    amounts: list[Amount] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    shown: list[Amount] = field(default_factory=list)
    """The amounts as the document's records have them."""
    thresholds: list[Threshold] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    prose: list[tuple[measures.Measure, tuple[str | None, int]]] = field(default_factory=list)
    """Every number outside the cells of tables, with the qualifier before it and where that begins: what the claims are made of."""
    criteria: list[Entry] = field(default_factory=list)
    """What tables of criteria say, read once."""


def measure(flow: Flow, structure: Structure) -> Measured:
    """Every amount, figure and limit of the document, in prose and in tables."""
    everything = _impersonal(measures.find(flow.text), flow.text)
    found = Measured()
    held = cells.numbers(flow, everything)
    passage = Passage(flow, structure, _outside_cells(flow, everything, held))
    found.prose = list(zip(passage.measures, passage.leads, strict=True))
    last: Threshold | None = None
    for i, one in enumerate(passage.measures):
        limit = last = limits.read(passage, i) or limits.goes_on(passage, i, last)
        if limit:
            found.thresholds.append(limit)
        if one.unit == "kr":
            found.amounts.append(amounts.read(passage, i))
        elif not limit:
            found.figures.extend(shares.read(passage, i))
    found.amounts = amounts.in_context(passage, found.amounts)
    if flow.tables:
        tables = cells.read(flow, structure, held)
        found.amounts = sorted(found.amounts + tables.amounts, key=lambda r: r.source.at)
        found.figures = sorted(found.figures + tables.figures, key=lambda r: r.source.at)
        found.unread += tables.unread
        found.criteria = criteria_tables.read(flow.tables)
        _criteria(found)
    found.shown = amounts.priced(passage, found.amounts)
    return found


def _impersonal(found: list[measures.Measure], text: str) -> list[measures.Measure]:
    """The measures without those made of a personal number: "1503364006 får"."""
    taken = {at for number in personal(text) for at in range(*number.span())}
    return [m for m in found if taken.isdisjoint(range(m.start, m.end))] if taken else found


def _criteria(found: Measured) -> None:
    """Tables of criteria: their bare numbers get the units of the criteria, and their limits are limits."""
    entries = found.criteria
    if not entries:
        return
    known, covered = {f.source.at: f for f in found.figures}, criteria_tables.covered(entries)
    found.figures = [f for f in found.figures if f.source.at not in covered]
    found.thresholds = [t for t in found.thresholds if t.source.at not in covered]
    for entry in entries:
        if entry.written:
            quantity = entry.quantity
            found.thresholds.append(Threshold(entry.source, entry.operator or ">", quantity.value, quantity.unit, quantity.label))
        elif not entry.scaled:
            found.figures.append(_figure(entry, known.get(entry.source.at)))
    found.figures.sort(key=lambda r: r.source.at)
    found.thresholds.sort(key=lambda r: r.source.at)


def _figure(entry: Entry, known: Figure | None) -> Figure:
    """A criterion's figure; what the cell's headings said of its time is kept."""
    said = entry.quantity
    about = None if said.unit == "count" else said.label
    noun = "beboer" if said.unit == "count" else None
    if known:
        return replace(known, value=said.value, low=said.low, high=said.high, unit=said.unit, indicator=about, noun=noun or known.noun)
    return Figure(entry.source, said.value, said.low, said.high, said.unit, about, noun=noun, table=entry.table, row=entry.row,
                  column=entry.column)


def _outside_cells(flow: Flow, found: list[measures.Measure], held: cells.Numbers) -> list[measures.Measure]:
    """The measures of the prose and of cells that hold words; cells of numbers and headings are read as a table."""
    spans = []
    for t, table in enumerate(flow.tables):
        for i, row in enumerate(table.rows):
            for j, cell in enumerate(row):
                if cell.source and (i < table.header_rows or (t, i, j) in held):
                    spans.append((cell.source.at, cell.source.at + len(cell.text)))
    starts = [start for start, _ in sorted(spans)]
    ends = [end for _, end in sorted(spans)]

    def inside(at: int) -> bool:
        i = bisect_right(starts, at) - 1
        return i >= 0 and at < ends[i]

    return [m for m in found if not inside(m.start)] if spans else found
