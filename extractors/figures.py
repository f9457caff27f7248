"""Everything measured in a document: amounts of money, shares and counts, limits; in prose and in tables."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from extractors import amounts, cells, limits, shares
from extractors.layout import Flow
from extractors.passage import Passage
from extractors.structure import Structure
from minutes import measures
from minutes.records import Amount, Figure, Threshold, Unread


@dataclass(slots=True)
class Measured:
    """Everything that was measured, in reading order."""

    amounts: list[Amount] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    thresholds: list[Threshold] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def measure(flow: Flow, structure: Structure) -> Measured:
    """Every amount, figure and limit of the document, in prose and in tables."""
    found = Measured()
    passage = Passage(flow, structure, _outside_tables(flow, measures.find(flow.text)))
    for i, _ in enumerate(passage.measures):
        limit = limits.read(passage, i)
        if limit:
            found.thresholds.append(limit)
        if passage.measures[i].unit == "kr":
            found.amounts.append(amounts.read(passage, i))
        elif not limit:
            found.figures.extend(shares.read(passage, i))
    found.amounts = amounts.in_context(passage, found.amounts)
    for table in flow.tables:
        cells.read(flow, structure, table, found.amounts, found.figures, found.thresholds)
    for records in (found.amounts, found.figures, found.thresholds):
        records.sort(key=lambda r: r.source.at)
    return found


def _outside_tables(flow: Flow, found: list[measures.Measure]) -> list[measures.Measure]:
    """The measures of the prose; cells of tables are read with their headings."""
    rows = [(b.start, b.end) for b in flow.blocks if b.kind == "row" and b.table >= 0]
    starts = [start for start, _ in rows]

    def inside(at: int) -> bool:
        i = bisect_right(starts, at) - 1
        return i >= 0 and at < rows[i][1]

    return [m for m in found if not inside(m.start)] if rows else found
