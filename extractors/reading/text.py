"""Plain text: a form feed begins a new page. Cells between upright strokes are tables."""

from __future__ import annotations

import re
from pathlib import Path

from extractors.limits import LIMITS, Limits
from extractors.reading import CellPlace, Line, PageReading, Reading, TablePlace
from extractors.reading.letters import text_of
from extractors.reading.quality import doubted

_PIPED = re.compile(r"(?m)^[ \t]*\|[^\n]*\|[ \t]*(?:\n[ \t]*\|[^\n]*\|[ \t]*)+$")
"""Lines that begin and end with an upright stroke: "| Skatter | -120,8 |"."""
_UNDER = re.compile(r"[\s|:-]+")
"""The line under a table's header: "| --- | --: |"."""


def read(path: Path, password: str | None = None, limits: Limits = LIMITS) -> Reading:
    """Read a text file into pages."""
    pages = [_page(number, page) for number, page in enumerate(text_of(path.read_bytes()).replace("\r\n", "\n").split("\f"), start=1)]
    return doubted(Reading(pages))


def _page(number: int, text: str) -> PageReading:
    """A page with its tables; the strokes become tabs, as between the cells of other files."""
    tables = [_table(text, *piped.span()) for piped in _PIPED.finditer(text)]
    text = _PIPED.sub(lambda piped: "\n".join(map(_unstroked, piped[0].split("\n"))), text)
    lines = [Line(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
    return PageReading(number, text, lines=lines, tables=[t for t in tables if t.rows > 1 and t.columns > 1])


def _unstroked(line: str) -> str:
    return " " * len(line) if _UNDER.fullmatch(line) else line.replace("|", "\t")


def _table(text: str, start: int, end: int) -> TablePlace:
    """The table between two offsets, a row for each line but the one under the header."""
    rows, columns, cells = 0, 0, []
    for line in re.finditer(r"[^\n]+", text[start:end]):
        if _UNDER.fullmatch(line[0]):
            continue
        at = start + line.start() + line[0].index("|") + 1
        for column, cell in enumerate(text[at : start + line.end()].rstrip().removesuffix("|").split("|")):
            if cell.strip():
                begin = at + len(cell) - len(cell.lstrip())
                cells.append(CellPlace(rows, column, ((begin, begin + len(cell.strip())),)))
            at += len(cell) + 1
            columns = max(columns, column + 1)
        rows += 1
    return TablePlace((0.0, 0.0, 0.0, 0.0), rows, columns, cells)
