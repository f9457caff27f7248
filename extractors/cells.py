"""Numbers in the cells of tables, with the unit, years and labels of their headings."""

from __future__ import annotations

from extractors.layout import Flow
from extractors.structure import Structure
from minutes.records import Amount, Figure, Table, Threshold


def read(flow: Flow, structure: Structure, table: Table, amounts: list[Amount], figures: list[Figure], limits: list[Threshold]) -> None:
    """Add the records of a table's cells."""
