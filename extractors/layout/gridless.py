"""Tables without ruling lines, from the words' places: columns of numbers beside labels.

A line is cut at its wide gaps; a row is a line whose last pieces are numbers, and a table is a run of rows whose numbers
stand under each other. Where the gaps are lost (text files), see `tails`.
Precision comes first: lists, contents, addresses and header labels are no tables.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from extractors.layout import tails
from extractors.layout.column_heads import Stretch, by_column, in_order, nearest, wrapped
from extractors.layout.lines import Printed
from extractors.layout.marks import mark
from extractors.layout.pieces import Piece, Row, piece, with_labels
from extractors.layout.tabling import Grid
from extractors.reading import CellPlace, PageReading, TablePlace

ALIGN_PT = 5.0
NEAR_PT = 12.0
MOST_HEAD = 10
"""Lines that the headings of the columns may take, repeated on the next page."""
_GOES_ON = re.compile(r".*(?:-|,|\b(?:og|i|af|til|for|på|med|ved|samt|om|fra|det|den|de))", re.S)
"""A label that is not at its end: "Børne- og"."""
_YEAR = re.compile(r"(?:19|20)\d\d")
"""A number that is a label."""
_DOTS = re.compile(r"\.{4,}|…{2,}|(?:\. ){4,}")


def find(page: PageReading, lines: list[Printed], above: Grid | None = None) -> list[TablePlace]:
    """The unruled tables among the lines of a page. `above` is the table that ends the page before."""
    if not any(line.text[-1].isdigit() or line.text[-1] in "%)-–." for line in lines):
        return []
    starts = [word.start for word in page.words]
    rows = with_labels([Row(page, line, starts) for line in lines])
    beside_each = list(zip(rows, [None, *rows], [*rows[1:], None], strict=False))
    for row, before, after in (*beside_each, *reversed(beside_each)):
        if beside := [other for other in (before, after) if other and other.values]:
            _part_numbers(page, row, beside, starts)
            _part_close(page, row, beside, starts)
    out, i = [], 0
    if above and rows and rows[0].line is lines[0] and (last := _last_row_of(above, rows)) is not None and not _goes_on_below(rows, last):
        out.append(_aligned_table(rows, [last]))
        rows = rows[last + 1 :]
    while i < len(rows):
        run = _run(rows, i, _aligned) if rows[i].values else []
        if run and _is_table(rows, run):
            run = _with_ends(rows, run)
            out.append(_aligned_table(rows, run))
            rows, i = rows[run[-1] + 1 :], 0
        else:
            i = run[-1] + 1 if run else i + 1
    taken = sorted(span[0] for table in out for cell in table.cells for span in cell.spans)
    return out + tails.find([line for line in lines if bisect_left(taken, line.start) == bisect_left(taken, line.end)])


def _last_row_of(above: Grid, rows: list[Row]) -> int | None:
    """Which of a page's first lines is one more row of the table that ends the page before, if any; its heading may be repeated, and
    wrapped."""
    head = " ".join(filter(None, above.texts[0]))
    at = next((k for k in range(1, min(len(rows), MOST_HEAD)) if " ".join(" ".join(r.line.text.split()) for r in rows[:k]) == head), 0)
    row = rows[at]
    near = abs(row.line.x0 - above.box[0]) < NEAR_PT and abs(row.line.x1 - above.box[2]) < NEAR_PT
    return at if near and row.values == above.columns - 1 == len(row.pieces) - 1 else None


def _goes_on_below(rows: list[Row], last: int) -> bool:
    """Do more rows of the same table follow the first on the page?"""
    return last + 1 < len(rows) and len(_run(rows, last, _aligned)) > 1


def _part_close(page: PageReading, row: Row, beside: list[Row], starts: list[int]) -> None:
    """Part a label from the number that it touches, where a row beside it has a number that ends, or begins, at the same place."""
    if not row.line.drawn or not row.line.text[-1].isdigit() or not any(other.values > row.values for other in beside):
        return
    label = row.pieces[0]
    words = page.words[bisect_left(starts, label.start) : bisect_left(starts, label.end)]
    if len(row.pieces) != row.values + 1 or len(words) < 2:
        return
    first, last = words[0], words[-1]
    if not any(_stands_alike(other, row, label, last.box[0]) for other in beside):
        return
    number = piece(page.text, last.start, last.end, last.box, last.box)
    if number.value and (len(number.text) > 3 or "," in number.text):
        row.pieces[:1] = [piece(page.text, first.start, words[-2].end, first.box, words[-2].box), number]
        row.values += 1


def _part_numbers(page: PageReading, row: Row, beside: list[Row], starts: list[int]) -> None:
    """Part numbers that stand so close that they seem one cell, where a row beside this one has numbers that end at the same places."""
    last = row.pieces[-1] if row.line.drawn and row.line.text[-1].isdigit() and row.pieces else None
    if last is None or " " not in last.text:
        return
    words = page.words[bisect_left(starts, last.start) : bisect_left(starts, last.end)]
    parts = [piece(page.text, word.start, word.end, word.box, word.box) for word in words]
    if len(parts) > 1 and all(p.value for p in parts) and any(_has_ends(other, parts) for other in beside):
        row.pieces[-1:] = parts
        row.values = len(parts) + (row.values - 1 if last.value else 0)


def _has_ends(other: Row, parts: list[Piece]) -> bool:
    """Does a number of the other row end where each of these does?"""
    ends = [p.x1 for p in other.pieces[len(other.pieces) - other.values :]]
    return all(any(abs(end - p.x1) < 2 for end in ends) for p in parts)


def _stands_alike(other: Row, row: Row, label: Piece, begins: float) -> bool:
    """Has another row, under a label that begins where `label` does, its first number where `label` ends, or where its number begins?"""
    gap = max(other.line, row.line, key=lambda line: line.start).gap
    near = 0 < gap < 2.6 and abs(other.pieces[0].x0 - label.x0) < ALIGN_PT
    if not near or row.values + 1 != other.values or other.values >= len(other.pieces):
        return False
    number = other.pieces[-other.values]
    return abs(number.x1 - label.x1) < 2 or abs(number.x0 - begins) < 1


def _run(rows: list[Row], i: int, fits: Callable[[Row, Row], bool]) -> list[int]:
    """The indexes of the rows with numbers from `i` on that fit each other; label lines may stand between."""
    run, skipped, last = [i], 0, rows[i]
    for j in range(i + 1, len(rows)):
        row = rows[j]
        if row.line.gap == 0 or row.line.gap > 3.2:
            break
        if row.values and fits(last, row):
            run.append(j)
            skipped, last = 0, row
        elif row.values == 0 and skipped < 2 and _label_only(row, last):
            skipped += 1
        else:
            break
    return run


def _label_only(row: Row, above: Row) -> bool:
    if len(row.pieces) > 1 or row.line.text[-1] in ".;" or row.line.text.startswith(("Tabel", "Figur")):
        return False
    return row.line.x1 < above.pieces[-above.values].x1 - 5 and abs(row.line.x0 - above.line.x0) < 30


def _aligned(a: Row, b: Row) -> bool:
    """Whether the numbers of two rows stand in the same columns."""
    few, many = sorted((a.pieces[-a.values :], b.pieces[-b.values :]), key=len)
    hits = sum(any(_same_column(x, y) for y in many) for x in few)
    return hits == len(few) and len(many) - len(few) <= max(1, len(many) // 2)


def _same_column(a: Piece, b: Piece) -> bool:
    if abs(a.x1 - b.x1) < ALIGN_PT or abs(a.x0 - b.x0) < ALIGN_PT:
        return True
    return abs(a.x0 + a.x1 - b.x0 - b.x1) < 2 * ALIGN_PT


def _with_ends(rows: list[Row], run: list[int]) -> list[int]:
    """The run with the lines of a wrapped label before its first row and after its last."""
    first, last = rows[run[0]], rows[run[-1]]
    cut = run[0] > 0 and _GOES_ON.fullmatch(rows[run[0] - 1].line.text)
    if len(first.pieces) == first.values or first.line.text[0].islower() or cut:
        while run[0] and _label_above(rows[run[0] - 1], rows[run[0]], first):
            run = [run[0] - 1, *run]
    if _is_section(rows, run[0] - 1, first):
        run = [run[0] - 1, *run]
    after = run[-1] + 1
    if after < len(rows) and rows[after].line.text[0].islower() and 0 < rows[after].line.gap < 1.3 and _label_only(rows[after], last):
        run = [*run, after]
    return run


def _is_section(rows: list[Row], i: int, first: Row) -> bool:
    """Whether row `i` is a heading inside the table ("Indtægter"), between its header and its first row."""
    if i < 1 or not rows[i].line.text[0].isupper() or not 0 < rows[i + 1].line.gap < 2 or not _label_only(rows[i], first):
        return False
    return bool(in_order(rows, i, first))


def _label_above(row: Row, below: Row, first: Row) -> bool:
    """Whether a line is an upper part of the label of `first`; `below` is the line under it."""
    alone = row.values == 0 and len(row.pieces) == 1 and row.line.x1 < first.pieces[-first.values].x0 and row.line.text[-1] not in ".:;"
    return alone and 0 < below.line.gap < 1.6 and first.line.top - row.line.top < 2.6 * first.line.pitch


def _is_table(rows: list[Row], run: list[int]) -> bool:
    """Enough rows with numbers, and none of the things that only look like a table."""
    found = [rows[i] for i in run]
    years = [int(row.pieces[0].text) for row in found if len(row.pieces) > 1 and _YEAR.fullmatch(row.pieces[0].text)]
    labelled = sum(len(row.pieces) > row.values for row in found) + (len(years) if len(set(years)) > 1 else 0)
    if labelled < max(min(2, len(found)), len(found) // 2) or _is_contents(found):
        return False
    columns = max(row.values for row in found)
    if len(found) >= (2 if columns >= 2 else 3):
        return True
    header = in_order(rows, run[0])
    if run[-1] == len(rows) - 1 and wrapped(rows[: run[0]], found[0].line, _columns(rows, run)):
        return True  # the rest of it stands on the next page
    return bool(header) and (columns == 1 or len(rows[header[-1]].pieces) >= columns)


def _is_contents(rows: list[Row]) -> bool:
    """A table of contents: one column of small numbers that never goes down, beside numbered or dotted titles."""
    if any(_DOTS.search(row.line.text) for row in rows):
        return True
    last = [row.pieces[-1].text for row in rows]
    if max(row.values for row in rows) > 1 or not all(text.isdigit() and len(text) <= 3 for text in last):
        return False
    numbers = [int(text) for text in last]
    marked = sum(mark(row.line.text) is not None or row.line.text[0].isdigit() for row in rows)
    return numbers == sorted(numbers) and marked >= 0.5 * len(rows)


def _aligned_table(rows: list[Row], run: list[int]) -> TablePlace:
    columns = _columns(rows, run)
    head = wrapped(rows[: run[0]], rows[run[0]].line, columns)
    header = [head] if head else [[rows[i]] for i in in_order(rows, run[0], next(rows[i] for i in run if rows[i].values))]
    grid = header + _with_labels(rows, run)
    placed = [by_column(head, columns)] if head else []
    placed += [_placed(group, columns) for group in grid[len(placed) :]]
    cells = [CellPlace(r, c, tuple((p.start, p.end) for p in row[c])) for r, row in enumerate(placed) for c in sorted(row)]
    every = [row.line for group in grid for row in group]
    box = (min(e.x0 for e in every), min(e.top for e in every), max(e.x1 for e in every), max(e.bottom for e in every))
    return TablePlace(box, len(grid), len(columns), cells)


def _with_labels(rows: list[Row], run: list[int]) -> list[list[Row]]:
    """The rows of the body; a label printed over several lines is put together."""
    out: list[list[Row]] = []
    for i in range(run[0], run[-1] + 1):
        row = rows[i]
        bare = row.values == len(row.pieces)
        pending = bool(out) and out[-1][-1].values == 0
        goes_on = bare or row.line.text[0].islower() or bool(pending and _GOES_ON.fullmatch(out[-1][-1].line.text))
        if out and (pending and goes_on or (not row.values and row.line.text[0].islower())):
            out[-1].append(row)
        else:
            out.append([row])
    return out


def _placed(group: list[Row], columns: list[Stretch]) -> dict[int, list[Piece]]:
    """The pieces of a row, which may be printed over several lines, by their columns."""
    placed: dict[int, list[Piece]] = {}
    for row in group:
        for i, part in enumerate(row.pieces):
            placed.setdefault(i if len(row.pieces) == len(columns) else nearest(columns, part), []).append(part)
    return placed


def _columns(rows: list[Row], run: list[int]) -> list[Stretch]:
    """The columns as stretches of x that no row's pieces bridge."""
    out: list[list[float]] = []
    for x0, x1 in sorted((p.x0, p.x1) for i in run if rows[i].values for p in rows[i].pieces):
        if out and x0 < out[-1][1] + 1:
            out[-1][1] = max(out[-1][1], x1)
        else:
            out.append([x0, x1])
    return [(a, b) for a, b in out]
