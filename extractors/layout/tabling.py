"""Places of tables on pages to tables of the document: header rows, caption, scale, and tables over a page break."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.layout.lines import Printed
from extractors.reading import TablePlace

Spans = tuple[tuple[int, int], ...]
MAX_CELL = 400
"""A table with a longer cell than this, in characters, lays out text."""
_VALUE = re.compile(r"(?:[Kk]r\.?\s?)?[-–−+]?\s?\(?[-–−]?\d[\d.\s]*(?:,\d+)?\)?\s?(?:%|pct\.?|kr\.?|mio\.?(?: kr\.?)?|‰|,-)?(?:\s\(.*\))?")
_YEARISH = re.compile(r"(?:[A-ZÆØÅa-zæøå/]*\.?\s?)?(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d\d|(?:19|20)\d\d))?(?:[-\s]?p/?l)?"
                      r"(?:\s(?:19|20)\d\d)*(?:\s?\([^()\d]*\))?", re.IGNORECASE)
_CAPTION = re.compile(r"(?:Tabel|Oversigt|Skema|Figur|Bilagstabel)\b", re.IGNORECASE)
_SCALES = (
    (re.compile(r"\b(?:1\.?000|hele tusinde|tusinde|t)\.?\s?kr(?:oner)?\b|\btkr\b|\bt\.kr", re.IGNORECASE), 1000),
    (re.compile(r"\b(?:mio|mill|million(?:er)?)\.?\s?(?:kr|$|\))|\bmkr\b|\bi mio\b", re.IGNORECASE), 1_000_000),
    (re.compile(r"\b(?:mia|mrd|milliard(?:er)?)\.?\s?kr", re.IGNORECASE), 1_000_000_000),
    (re.compile(r"\bkr\b|\bkroner\b", re.IGNORECASE), 1),
)
_SUM = re.compile(
    r"(?<![\d.,])(?!1[. ]?000 kr)\d[\d.,]*\s?(?:mio|mia|mill|t)?\.?\s?(?:kr\b\.?|mio\b|mia\b|mill\b)", re.IGNORECASE
)
"""A sum in the sentence above a table is no unit of the table."""
_OF_CASE = re.compile(r"\b(?:Sagsbehandler|Initialer|Sagsnr|Sags-?id|Journalnr|J\.\s?nr|Dok\.?\s?nr|Ref)\b\.?\s?:", re.IGNORECASE)
"""A line of a letterhead, whose initials may look like a unit: "Sagsbehandler: MKR"."""
_OF_HUNDRED = re.compile(r"%|\bpct\b|\bprocent\b", re.IGNORECASE)
_IN_PERCENT = re.compile(r"[,(–-] ?(?:i )?(?:%|pct\.?|procent)\)?$", re.IGNORECASE)
"""The unit behind what is measured: "Andel dømte, pct."."""
_HYPHENED = re.compile(r"(?<=[a-zæøå])[-\u2010]\n(?=[a-zæøå])(?!(?:og|eller|samt)\b)")
_UNIT_ALONE = re.compile(r"\(?(?:i )?(?:hele )?1[. ]?000 kr(?:oner)?\.?\)?", re.I)


@dataclass(slots=True)
class Grid:
    """A table in the making: rows of cells, each the spans of its text on a page, and where it was found."""

    page: int
    box: tuple[float, float, float, float]
    columns: int
    rows: list[list[Spans]]
    texts: list[list[str]]
    header_rows: int = 0


def grids(text: str, page: int, places: list[TablePlace], above: Grid | None = None) -> list[Grid]:
    """The tables of a page that hold data, not running text in boxes. `above` is the table that ends the page before."""
    out: list[Grid] = []
    for place in places:
        grid = _grid(text, page, place)
        one_more = above is not None and not out and len(grid.rows) == 1 and goes_on(above, grid) and not repeated(above, grid)
        if _holds_data(grid) or one_more:
            grid.header_rows = header_rows(grid.texts)
            out.append(grid)
    return out


def _grid(text: str, page: int, place: TablePlace) -> Grid:
    rows: list[list[Spans]] = [[()] * place.columns for _ in range(place.rows)]
    for cell in place.cells:
        rows[cell.row][cell.column] = cell.spans
    rows = [row for row in rows if any(row)]
    kept = [c for c in range(place.columns) if any(row[c] for row in rows)]
    rows = [[row[c] for c in kept] for row in rows]
    texts = [[" ".join(" ".join(_HYPHENED.sub("", text[a:b]).split()) for a, b in cell) for cell in row] for row in rows]
    return Grid(page, place.box, len(kept), rows, texts)


def _holds_data(grid: Grid) -> bool:
    cells = [cell for row in grid.texts for cell in row if cell]
    if len(grid.rows) < 2 or grid.columns < 2 or len(cells) < 4:
        return False
    longest = max(map(len, cells))
    return longest <= MAX_CELL and (longest <= 200 or is_value_count(cells) > 0.2 * len(cells))


def is_value_count(cells: list[str]) -> int:
    """How many of the cells are numbers."""
    return sum(_VALUE.fullmatch(cell) is not None for cell in cells)


def header_rows(texts: list[list[str]]) -> int:
    """How many of the first rows head the columns: they hold words, units and years, and values follow below."""
    for i, row in enumerate(texts[:4]):
        body = [cell for cell in row[1:] if cell]
        if any(_VALUE.fullmatch(cell) and not _YEARISH.fullmatch(cell) and not _UNIT_ALONE.fullmatch(cell) for cell in body) or not body:
            return i
    figures = [bool(_FIGURE.match(cell)) and not _YEARISH.fullmatch(cell) for cell in (texts[0][1:] if texts else ()) if cell]
    return 1 if len(texts) > 1 and not (figures and all(figures)) else 0


_FIGURE = re.compile(r"(?:ca\.?|kr\.?|knap|godt)?\s?\d[\d.]*(?:,\d+)?\s\w", re.IGNORECASE)
"""A figure with its unit, which heads no column: "12.000 m2"."""


def scale(caption: str, header: list[list[str]]) -> int | None:
    """What a printed unit multiplies the numbers by, in kroner; None when no unit of money is printed, or the corner says percent."""
    corner = header[0][0] if header and header[0] else ""
    for text in [" ".join(cell for row in header for cell in row), "" if _OF_HUNDRED.search(corner) else _SUM.sub(" ", caption)]:
        found = [(m.start(), factor) for pattern, factor in _SCALES if (m := pattern.search(text))]
        if found:
            return max(factor for _, factor in found)
    return None


def is_caption(text: str) -> bool:
    """Whether a short block above a table names it: "Tabel 1 ...", a unit behind it, or a line with a colon."""
    if len(text) >= 250 or _OF_CASE.search(text):
        return False
    return bool(_CAPTION.match(text) or text.endswith(":") or _IN_PERCENT.search(text)) or any(p.search(text) for p, _ in _SCALES)


def goes_on(above: Grid, grid: Grid) -> bool:
    """Whether `grid`, with nothing between, is the rest of `above`: over a page break, or over a column with its header again."""
    corner = grid.texts[0][0] if grid.texts else ""
    if corner and is_caption(corner) and corner != above.texts[0][0]:
        return False
    if grid.page == above.page:
        return grid.columns == above.columns and repeated(above, grid) > 0
    return (
        grid.page == above.page + 1
        and grid.columns == above.columns
        and (abs(grid.box[0] - above.box[0]) < 12 or grid.texts[: above.header_rows] == above.texts[: above.header_rows])
    )


def repeated(above: Grid, grid: Grid) -> int:
    """How many rows of `grid` repeat the header of `above`."""
    count = above.header_rows
    return count if count and grid.texts[:count] == above.texts[:count] else 0


@dataclass(slots=True)
class InTable:
    """Stands for a line of a table."""

    grid: int
    note: bool = False


def owners(grids: list[Grid]) -> list[tuple[int, int, int]]:
    """(start, end, grid) of every span of a table, in the order of the page's text."""
    return sorted((a, b, i) for i, grid in enumerate(grids) for row in grid.rows for cell in row for a, b in cell)


def outside(text: str, lines: list[Printed], owners: list[tuple[int, int, int]]) -> Iterator[Printed | InTable]:
    """The lines, those of tables replaced; what a line has beside a table stays a line."""
    starts = [start for start, _, _ in owners]
    for line in lines:
        first, stop = max(bisect_right(starts, line.start) - 1, 0), bisect_right(starts, line.end)
        spans = [owner for owner in owners[first:stop] if owner[0] < line.end and owner[1] > line.start]
        if not spans:
            yield line
            continue
        at = line.start
        for a, b, grid in [*spans, (line.end, line.end, -1)]:
            if text[at:a].strip():
                yield _part(text, line, at, a)
            if grid >= 0:
                yield InTable(grid)
            at = max(at, b)


def _part(page_text: str, line: Printed, start: int, end: int) -> Printed:
    text = page_text[start:end]
    start += len(text) - len(text.lstrip())
    return replace(line, start=start, end=start + len(text.strip()), text=text.strip(), gap=2.0)
