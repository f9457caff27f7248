"""Tables of a text file that stand with one cell a line: a label, its numbers, the next label, as many numbers.

Where a page was copied out of a browser or a PDF, the rows are gone and only the order of the cells is left. What is read must be certain:
the same count of numbers under every label, and above them a heading for every column. A table without headings is said to be unread.
"""

from __future__ import annotations

import re

from extractors.layout.lines import Printed
from extractors.reading import CellPlace, TablePlace

_NUMBER = re.compile(r"(?:kr\.?\s)?[-–−+]?\(?(?:\d{1,3}(?:[.\s]\d{3})+|\d+)(?:,\d+|,-)?\)?\s?(?:%|pct\.?|kr\.?|mio\.(?: kr\.?)?)?")
_STRONG = re.compile(r"\d\.\d{3}|\d,\d|%|\d\s\d{3}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LABEL_CHARS, _HEAD_CHARS = 80, 50
_LEAST_ROWS = 3


def find(lines: list[Printed]) -> tuple[list[TablePlace], int]:
    """The tables among the lines of a page, and how many had no headings."""
    if not any(not line.drawn for line in lines):
        return [], 0
    numbers = [_NUMBER.fullmatch(line.text) is not None for line in lines]
    out, unread, i = [], 0, 0
    while i < len(lines):
        rows, count = _rows(lines, numbers, i)
        if not rows:
            i += 1
            continue
        header = _header(lines, numbers, rows[0], count)
        if header:
            out.append(_table(lines, header, rows, count))
        unread += not header
        i = rows[-1] + count + 1
    return out, unread


def _rows(lines: list[Printed], numbers: list[bool], first: int) -> tuple[list[int], int]:
    """Where the rows begin from the label at `first` on, and how many numbers each has; none where that is no table."""
    count = _count(numbers, first)
    if count < 2 or not _is_label(lines[first]) or numbers[first] or _years(lines, first, count):
        return [], 0
    rows, at = [], first
    while at + count < len(lines) and not numbers[at] and _is_label(lines[at]) and _count(numbers, at) == count:
        rows.append(at)
        at += count + 1
    strong = sum(bool(_STRONG.search(lines[j].text)) for row in rows for j in range(row + 1, row + count + 1))
    return (rows, count) if len(rows) >= _LEAST_ROWS and strong >= len(rows) else ([], 0)


def _count(numbers: list[bool], label: int) -> int:
    """How many numbers follow a label."""
    at = label + 1
    while at < len(numbers) and numbers[at]:
        at += 1
    return at - label - 1


def _is_label(line: Printed) -> bool:
    return len(line.text) <= _LABEL_CHARS and line.text[-1] not in ".:;?!,"


def _years(lines: list[Printed], label: int, count: int) -> bool:
    return all(_YEAR.fullmatch(line.text) for line in lines[label + 1 : label + count + 1])


def _header(lines: list[Printed], numbers: list[bool], first: int, count: int) -> list[int | None]:
    """The lines above that head the columns, the corner first: years, or short lines that begin with a capital. None for no corner."""
    above = range(first - count, first)
    if above.start < 0 or not all(_is_head(lines[i]) for i in above):
        return []
    corner = above.start - 1
    return [corner if corner >= 0 and not numbers[corner] and _is_head(lines[corner]) else None, *above]


def _is_head(line: Printed) -> bool:
    text = line.text
    return (
        bool(_YEAR.fullmatch(text)) or len(text) <= _HEAD_CHARS and text[0].isupper() and (text[-1] not in ".:;?!," or text.endswith("kr."))
    )


def _table(lines: list[Printed], header: list[int | None], rows: list[int], count: int) -> TablePlace:
    grid: list[list[int | None]] = [header, *([*range(row, row + count + 1)] for row in rows)]
    cells = [CellPlace(r, c, ((lines[i].start, lines[i].end),)) for r, row in enumerate(grid) for c, i in enumerate(row) if i is not None]
    used = lines[header[1] : rows[-1] + count + 1]
    box = (min(x.x0 for x in used), used[0].top, max(x.x1 for x in used), used[-1].bottom)
    return TablePlace(box, len(grid), count + 1, cells)
