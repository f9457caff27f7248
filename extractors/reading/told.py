"""Pages built from files that say what is a heading, a point, a row: Word and web pages."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.reading import CellPlace, Line, PageReading, TablePlace

MAX_CELL = 400
"""A table with a longer cell than this, in characters, lays out text and is read cell by cell."""


@dataclass(slots=True)
class Pages:
    """Collects lines and tables into pages."""

    done: list[PageReading] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    tables: list[TablePlace] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, kind: str, bold: bool = False) -> None:
        """Add a line; `kind` is one of heading, paragraph, point, note, or line (a line break inside a paragraph)."""
        text = " ".join(text.split())
        if not text:
            return
        self.lines.append(Line(self.length, self.length + len(text), bold=bold, kind=kind))
        self.parts.append(text)
        self.length += len(text) + 1

    def add_table(self, rows: list[list[str]]) -> None:
        """Add a table: a line for each row, cells parted by tabs."""
        rows = [[" ".join(cell.split()) for cell in row] for row in rows]
        rows = [row for row in rows if any(row)]
        if not rows:
            return
        cells, columns = [], max(map(len, rows))
        for number, row in enumerate(rows):
            at = self.length
            for column, cell in enumerate(row):
                if cell:
                    cells.append(CellPlace(number, column, ((at, at + len(cell)),)))
                at += len(cell) + 1
            text = "\t".join(row)
            self.lines.append(Line(self.length, self.length + len(text), kind="paragraph"))
            self.parts.append(text)
            self.length += len(text) + 1
        if columns > 1 and len(rows) > 1:
            self.tables.append(TablePlace((0.0, 0.0, 0.0, 0.0), len(rows), columns, cells))

    def turn(self) -> None:
        """Begin a new page."""
        if self.lines:
            self.done.append(PageReading(len(self.done) + 1, "\n".join(self.parts), lines=self.lines, tables=self.tables))
            self.parts, self.lines, self.tables, self.length = [], [], [], 0

    def finish(self) -> list[PageReading]:
        """The pages, at least one."""
        self.turn()
        return self.done or [PageReading(1, "")]


def is_data(rows: list[list[str]]) -> bool:
    """Whether a table holds data rather than laying out text."""
    cells = [cell for row in rows for cell in row if cell.strip()]
    return len(rows) > 1 and max(map(len, rows)) > 1 and bool(cells) and max(map(len, cells)) <= MAX_CELL
