"""A running text made by hand, of paragraphs and tables, for tests of what comes after the layout."""

from __future__ import annotations

from extractors.figures import Measured, measure
from extractors.layout import Block, Flow
from extractors.reading import PageReading
from extractors.structure import Structure
from minutes.records import Cell, Table


def flow_of(*blocks: str | list[list[str]], headers: int = 1, caption: str = "") -> Flow:
    """A running text of paragraphs (strings) and tables (lists of rows) on one page."""
    flow = Flow()
    text = ""
    tables = []
    for block in blocks:
        rows = [block] if isinstance(block, str) else ["\t".join(row) for row in block]
        if not isinstance(block, str):
            tables.append((len(flow.blocks), block))
        for k, row in enumerate(rows):
            text += "\n" if text else ""
            kind = "paragraph" if isinstance(block, str) else "row"
            flow.blocks.append(Block(kind, len(text), len(text) + len(row), 1, table=-1 if kind == "paragraph" else len(tables) - 1, row=k))
            text += row
    flow.add_run(0, 1, 0, len(text))
    flow.text = text
    flow.pages = [PageReading(1, text)]
    for index, (first, rows) in enumerate(tables):
        made = []
        for k, row in enumerate(rows):
            at, cells = flow.blocks[first + k].start, []
            for cell in row:
                cells.append(Cell(cell, flow.source(at, at + len(cell)) if cell else None))
                at += len(cell) + 1
            made.append(tuple(cells))
        start, end = flow.blocks[first].start, flow.blocks[first + len(rows) - 1].end
        flow.tables.append(Table(index, tuple(made), headers, caption, flow.source(start, end)))
    return flow


def measured(*blocks: str | list[list[str]], **table) -> Measured:
    """What is measured in a text."""
    return measure(flow_of(*blocks, **table), Structure())
