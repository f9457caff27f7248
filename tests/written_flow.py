"""Documents written out in a test: a line is a block, "- " and "1. " a point, "# " a heading, a line with tabs a row of a table.

A table's caption is the line above it when that begins with "Tabel"; "(1.000 kr.)" and "mio. kr." in it give the scale.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors import claims, figures
from extractors.layout import Block, Flow
from extractors.reading import PageReading
from extractors.structure import Structure
from minutes.checks import Context, arithmetic
from minutes.records import Cell, Claim, Document, Finding, Page, Table


def flow_of(text: str) -> Flow:
    """A running text of one page whose blocks are the lines."""
    page = PageReading(1, text)
    flow = Flow(pages=[page])
    flow.add_run(0, 1, 0, len(text))
    flow.text = text
    at, rows, caption = 0, [], ""
    for line in [*text.split("\n"), ""]:
        end = at + len(line)
        if "\t" in line:
            rows.append((at, line))
            flow.blocks.append(Block("row", at, end, 1, table=len(flow.tables), row=len(rows) - 1))
        else:
            if rows:
                flow.tables.append(_table(flow, rows, caption))
                rows = []
            if line:
                flow.blocks.append(_block(line, at, end))
                caption = line if line.startswith("Tabel") else ""
        at = end + 1
    return flow


def _block(line: str, at: int, end: int) -> Block:
    number = re.match(r"(\d+|[a-z])[.)] ", line)
    if line.startswith("# "):
        return Block("heading", at + 2, end, 1)
    if number or line.startswith(("- ", "• ", "  - ")):
        return Block("point", at, end, 1, number=number and number[1], x0=20.0 if line.startswith("  ") else 10.0)
    return Block("paragraph", at, end, 1)


def _table(flow: Flow, rows: list[tuple[int, str]], caption: str) -> Table:
    cells = []
    for at, line in rows:
        row, start = [], at
        for piece in line.split("\t"):
            row.append(Cell(piece, flow.source(start, start + len(piece)) if piece.strip() else None))
            start += len(piece) + 1
        cells.append(tuple(row))
    scale = 1000 if "1.000 kr" in caption else 10**6 if "mio. kr" in caption else 1 if "kr." in caption else None
    return Table(len(flow.tables), tuple(cells), 1, caption, flow.source(rows[0][0], rows[-1][0] + len(rows[-1][1])), scale)


def document_of(text: str) -> Document:
    """The written document with its claims."""
    flow = flow_of(text)
    measured = figures.measure(flow, Structure())
    found = claims.find(flow, Structure(), measured)
    return Document("skrevet.txt", "", "other", (Page(1, text),), amounts=tuple(measured.amounts), tables=tuple(flow.tables),
                    claims=tuple(found), text=text)


def judged(text: str) -> list[Claim]:
    """The ledger of the arithmetic claims."""
    return arithmetic.settled(document_of(text), Context())


def findings(text: str) -> list[Finding]:
    """The arithmetic findings, notes included."""
    document, context = document_of(text), Context()
    return [said for check in arithmetic.CHECKS.values() for said in check(document, context) if isinstance(said, Finding)]


def loud(text: str) -> list[str]:
    """The names of the checks that give an error or a warning."""
    return beyond_notes(findings(text))


def beyond_notes(said: Iterable[Finding], check: str = "") -> list[str]:
    """The names of the checks that give an error or a warning, and each time that this check tells anything."""
    return [f.check for f in said if f.severity != "note" or f.check == check]
