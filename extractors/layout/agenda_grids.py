"""Minutes set as a grid: "Punkt | Referat", "Nr. | Emne | Beslutning | Ansvarlig", each item a row, ruled or not.

Such a grid is no table of data. Its lines are cut at the columns and read row by row: the title as a heading, then the other cells.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from extractors.layout.lines import Printed
from extractors.layout.paragraphs import forced
from extractors.reading import CellPlace, PageReading, TablePlace, Word
from extractors.reading.ruled import spans

_TITLES = re.compile(
    r"(?:dagsordens|møde)?punkt(?:er)?|dagsordenens punkter|dagsorden|emner?|nr\.?|pkt\.?|punkt ?nr\.?|sag(?:er)?|overskrift|tema", re.I)
_TAKEN_DOWN = re.compile(
    r"\b(?:referat|beslutning(?:er)?|drøftelser?|konklusion(?:er)?|behandling|opsummering|afgørelser?|vedtagelser?|udfald)\b"
    r"|^\w*(?:udvalget|rådet|nævnet|bestyrelsen|kommissionen|magistraten)s?$"
    r"|^(?:(?:hvad|det) )?(?:(?:vi|der) )?(?:blev )?(?:(?:vi|der) )?(?:aftal|beslutte|vedtag)\w*(?: vi)?\??$", re.I)
"""What heads the column of what was decided, also by who decided it, or as a question: "Hvad blev aftalt"."""
_NUMBERED = re.compile(
    r"(?:(?:[Pp]unkt|[Pp]kt\.?|Sag|[Nn]r\.)\s?)?(?:(?P<number>\d{1,3})\s?[.:)–-]?\s+[A-ZÆØÅ\"”§]\S|(?P<alone>\d{1,3}|[A-ZÆØÅ])\s?[.:)]?$)")
_SENTENCE = re.compile(r"\w{3}[.!?](?:\s|$)")
_MEETING = re.compile(r"\b(?:referat|dagsorden|møde|(?:frem)?mødte?\b|til ?stede\b|afbud\b|fraværende\b)", re.I)
_HEAD_CHARS = 600
"""A paper says within so many characters that it is a meeting's."""
LABELLED = re.compile(r"(?:Sag(?=:)|Sagsnr|Sagsid|J\.? ?nr|Journalnr|Bilag|Initialer)\b|\(", re.I)
Spot = tuple[int, int, int]
"""Grid, row and column of a cell."""
Head = tuple[int, list[float]]
"""Which line of a page heads columns, and where they begin."""


def find(pages: list[PageReading], lines: list[list[Printed]]) -> dict[int, list[TablePlace]]:
    """The grids of items by page number."""
    ruled = {page.number: [t for t in page.tables if t.columns > 1] for page in pages}
    found = {n: [t for t in tables if _rows(pages[n - 1], t)] for n, tables in ruled.items()}
    if _is_agenda(pages, [(pages[n - 1], t) for n, tables in found.items() for t in tables]):
        return {n: tables for n, tables in found.items() if tables}
    labelled = {n: cases for n, tables in ruled.items() if (cases := [t for t in tables if _labels_cases(_texts(pages[n - 1], t))])}
    numbered = [m for n, tables in labelled.items() for t in tables for row in _texts(pages[n - 1], t) if (m := _numbers_case(row))]
    return labelled if len(numbered) > 1 else _titled(pages, ruled) or _unruled(pages, lines)


def _labels_cases(rows: list[list[str]]) -> bool:
    """Is it cases with a label beside each part: "Punkt | 140. Vejnavne", "Sag | 2012/51180", "Beslutning | Godkendt."?"""
    pairs = len(rows[0]) == 2 and all(_LABEL.fullmatch(row[0].strip(" :")) and row[1] for row in rows)
    return pairs and any(map(_numbers_case, rows)) and any(_TAKEN_DOWN.search(row[0]) for row in rows)


def _numbers_case(row: list[str]) -> re.Match[str] | None:
    return _NUMBERED.match(row[1]) if len(row) == 2 and _TITLES.fullmatch(row[0].strip(" :")) else None


_LABEL = re.compile(
    rf"{_TITLES.pattern}|{_TAKEN_DOWN.pattern}|[A-ZÆØÅ][\wæøå.]*(?:[ -][\wæøå.]+){{0,2}}", re.I)


def _titled(pages: list[PageReading], ruled: dict[int, list[TablePlace]]) -> dict[int, list[TablePlace]]:
    """The grid whose head says that titles without numbers stand in its first column, with its rest on the pages that follow."""
    first = next(((n, t) for n, tables in ruled.items() for t in tables if _is_header(_texts(pages[n - 1], t)[0])), None)
    if not first or not _MEETING.search(pages[0].text[:_HEAD_CHARS]):
        return {}
    rest = {n: tables[:1] for n, tables in ruled.items() if n > first[0] and tables and tables[0].columns == first[1].columns}
    found = {first[0]: [first[1]], **rest}
    titles = [row[0] for n, tables in found.items() for row in _texts(pages[n - 1], tables[0]) if row[0] and not _is_header(row)]
    return found if len(titles) > 2 and max(map(len, titles)) <= _TITLE and not any(_SENTENCE.search(t[:-1]) for t in titles) else {}


_TITLE = 90
_APART = 1.15
"""White above a row, in steps between lines of a cell."""


def _texts(page: PageReading, table: TablePlace) -> list[list[str]]:
    rows = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = " ".join(" ".join(page.text[a:b].split()) for a, b in cell.spans)
    return rows


def _rows(page: PageReading, table: TablePlace) -> list[tuple[int, list[str]]]:
    """The numbers of the rows that begin as an item, with their cells; none for a table with as many rows of another kind."""
    out, others = [], 0
    for row in _texts(page, table):
        cells = [cell for cell in row if cell]
        match = _NUMBERED.match(row[0])
        if match and len(cells) > 1 and (match["number"] or row[1][:1].isupper() and len(row[1]) > 3):
            out.append((_value(match["number"] or match["alone"]), cells))
        else:
            others += bool(row[0]) and not _is_header(row)
    return out if others < len(out) else []


def _value(number: str) -> int:
    """What a row's number counts to; a letter to more than any number."""
    return int(number) if number.isdecimal() else _LETTERS + ord(number)


_LETTERS = 1000


def _is_header(cells: list[str]) -> bool:
    """ "Punkt | Referat", "Nr. | Emne | Beslutning"."""
    first = cells[0].strip(" :")
    return bool(_TITLES.fullmatch(first)) and any(len(cell) < 40 and _TAKEN_DOWN.search(cell) for cell in cells[1:])


def _is_agenda(pages: list[PageReading], tables: list[tuple[PageReading, TablePlace]]) -> bool:
    """Do the numbers rise over three rows, from 1 or one by one, and do heads or sentences tell minutes from a list of data?"""
    rows = [row for page, table in tables for row in _rows(page, table)]
    if len(rows) < 3 or any(b <= a for (a, _), (b, _) in pairwise(rows)):
        return False
    if any(_is_header(_texts(page, table)[0]) for page, table in tables):
        return True
    said = sum(bool(_SENTENCE.search(" ".join(cells[1:]))) for _, cells in rows)
    counted = rows[0][0] == 1 or all(b == a + 1 < _LETTERS for (a, _), (b, _) in pairwise(rows))
    return counted and 2 * said > len(rows) and bool(_MEETING.search(pages[0].text[:_HEAD_CHARS]))


def decided(pages: list[PageReading], found: dict[int, list[TablePlace]]) -> set[int]:
    """The columns whose head says that they hold what was decided."""
    heads = (_texts(pages[n - 1], table)[0] for n, tables in found.items() for table in tables)
    return next(({c for c, cell in enumerate(row) if c and _TAKEN_DOWN.search(cell)} for row in heads if _is_header(row)), set())


def lay_out(page: PageReading, lines: list[Printed], grids: list[TablePlace], decided: set[int], opens: bool) -> list[Printed]:
    """The lines of a page, those of its grids cut at the cells and in the order of the rows; `decided` are the columns of decisions.

    `opens`: the grids begin here; on the pages that follow their heads are printed again.
    """
    places = sorted((a, b, (g, cell.row, cell.column)) for g, grid in enumerate(grids) for cell in grid.cells for a, b in cell.spans)
    starts, words = [a for a, _, _ in places], [word.start for word in page.words]
    parts: list[tuple[Spot | None, Printed]] = []
    for line in lines:
        cuts = [p for p in places[max(bisect_right(starts, line.start) - 1, 0) : bisect_left(starts, line.end)] if p[1] > line.start]
        parts += [(spot, _part(page, line, a, b, words)) for a, b, spot in _whole(page.text, line, cuts)] if cuts else [(None, line)]
    out: list[Printed] = []
    again = {g for g, grid in enumerate(grids) if not opens and _is_header(_texts(page, grid)[0])}
    parts = [part for part in parts if not (part[0] and part[0][0] in again and part[0][1] == 0)]
    titled = not any(_rows(page, grid) for grid in grids)
    labelled = {g for g, grid in enumerate(grids) if _labels_cases(_texts(page, grid))}
    for _, run in groupby(parts, key=lambda part: part[0] is None):
        together = list(run)
        inside = [(spot, line) for spot, line in together if spot]
        in_order = sorted(inside, key=lambda part: part[0])
        if not inside:
            out += [line for _, line in together]
        elif inside[0][0][0] in labelled:
            out += _beside_labels(in_order)
        else:
            out += _in_order(in_order, decided, titled)
    return out


def _beside_labels(parts: list[tuple[Spot, Printed]]) -> Iterator[Printed]:
    """Label by label; a number or a day is one line with its label, other text begins below it."""
    above: Spot | None = None
    for cell, line in parts:
        if cell != above:
            with_label = cell[2] == 1 and line.text[0].isdigit()
            line.kind, line.gap = "heading" if with_label or cell[2] == 0 else "paragraph", -1.0 if with_label else 2.0
        yield line
        above = cell


def _whole(text: str, line: Printed, cuts: list[tuple[int, int, Spot]]) -> Iterator[tuple[int, int, Spot]]:
    """The parts of a line by cell; what the lines drawn leave open belongs to the column after the part before it."""
    at, spot = line.start, cuts[0][2]
    for a, b, cell in [*cuts, (line.end, line.end, cuts[-1][2])]:
        if rest := text[at:a].strip():
            start = text.index(rest, at)
            yield start, start + len(rest), spot
        if b > a:
            yield max(a, line.start), min(b, line.end), cell
        at, spot = max(at, b), (cell[0], cell[1], cell[2] + 1)


def _in_order(parts: list[tuple[Spot, Printed]], decided: set[int], titled: bool) -> Iterator[Printed]:
    """Cell by cell; the first line of a cell begins a block, a title is one block. `titled`: the titles have no numbers."""
    heads = {(c[0], c[1]) for c, line in parts if c[2] == 0 and (titled or _NUMBERED.match(line.text))}
    lines = Counter(c for c, _ in parts)
    last = {cell: line.text for cell, line in parts}
    alone = {(c[0], c[1]) for c, line in parts if c[2] == 0 and lines[c] == 1 and (m := _NUMBERED.match(line.text)) and m["alone"]}
    right = {column: max(line.x1 for c, line in parts if c[2] == column) for column in {c[2] for c, _ in parts}}
    above: tuple[Spot, Printed] | None = None
    for cell, line in parts:
        row, title = cell[:2], cell[2] <= (cell[:2] in alone)
        line.right = max(right[cell[2]], line.x1)
        if above is None or above[0] != cell and not (above[0][:2] == row and title):
            line.kind = "paragraph" if row not in heads else "heading" if title else "decision" if cell[2] in decided else "paragraph"
            line.gap = 2.0
        elif title and row in heads and above[1].kind == "heading":
            ends = above[0] == cell and _ends_title(above[1], line, last[cell])
            line.kind, line.gap = ("paragraph", 2.0) if ends else ("heading", -1.0)
        elif line.drawn and above[0] == cell:
            line.gap = max(line.top - above[1].top, 1.0) / line.pitch
        yield line
        above = (cell, line)


def _ends_title(above: Printed, line: Printed, last: str) -> bool:
    """Is a line of a title's cell no more of the title: in other print, a label or a case number, or begun anew though there was room, or
    with a sentence that ends the cell, whose `last` line it is given?"""
    if line.bold != above.bold or LABELLED.match(line.text) or _CASE.match(line.text):
        return True
    told = last.endswith(".") and not last.endswith(_KEEPS_DOT) and not above.text.endswith(_OPEN_ENDED)
    return line.drawn and (line.text[0].isupper() and forced(above, line) or told and not line.text[0].islower())


_KEEPS_DOT = ("evt.", "m.v.", "mv.", "m.m.", "A/S.")
_OPEN_ENDED = ("-", ",", " og", " af", " i", " til", " for", " på", " med", " om", " fra", " ved", " den", " det", " de")
"""How the line of a title ends that goes on, may the next word be a name."""


_CASE = re.compile(r"(?!(?:19|20)\d\d[/-](?:(?:19|20)?\d\d)\b)\d{1,4}[/-]\d{2,6}(?![\w/-])")
"""A case number; no two years."""


def _part(page: PageReading, line: Printed, start: int, end: int, starts: list[int]) -> Printed:
    words: list[Word] = page.words[bisect_left(starts, start) : bisect_left(starts, end)]
    part = replace(line, start=start, end=end, text=page.text[start:end], glued=False)
    if line.drawn and words:
        part.x0, part.x1, part.first_width = words[0].box[0], words[-1].box[2], words[0].box[2] - words[0].box[0]
    return part


def _unruled(pages: list[PageReading], lines: list[list[Printed]]) -> dict[int, list[TablePlace]]:
    """Grids without lines, below a line that heads the columns: the words' places part the columns, numbers the rows."""
    heads = []
    for page, on_page in zip(pages, lines, strict=True):
        if not on_page or not on_page[0].drawn:
            return {}
        heads.append(next(((i, columns) for i, line in enumerate(on_page) if (columns := _head_columns(page, line))), None))
    found = _below_heads(pages, lines, heads, True)
    agenda = _is_agenda(pages, [(pages[n - 1], t) for n, tables in found.items() for t in tables])
    return found if agenda else _titled(pages, _below_heads(pages, lines, heads, False))


def _below_heads(
    pages: list[PageReading], lines: list[list[Printed]], heads: list[Head | None], numbered: bool
) -> dict[int, list[TablePlace]]:
    found: dict[int, list[TablePlace]] = {}
    columns: list[float] = []
    for page, on_page, head in zip(pages, lines, heads, strict=True):
        first, columns = head or (0, columns)
        if columns and (table := _placed(page, on_page[first:], columns, numbered)):
            found[page.number] = [table]
    return found


def _head_columns(page: PageReading, line: Printed) -> list[float]:
    """Where the columns begin below a line such as "Punkt   Referat"; [] for any other line."""
    if len(line.text) > 80 or not _TITLES.match(line.text):
        return []
    top, bottom = 2 * line.top, 2 * line.bottom
    beside = sorted((w for w in page.words if top < w.box[1] + w.box[3] < bottom), key=lambda w: w.box[0])
    heads = [beside[:1]]
    for a, b in pairwise(beside):
        if b.box[0] - a.box[2] > line.size:
            heads.append([])
        heads[-1].append(b)
    texts = [" ".join(page.text[w.start : w.end] for w in head) for head in heads]
    return [head[0].box[0] for head in heads] if len(heads) > 1 and _is_header(texts) else []


def _placed(page: PageReading, lines: list[Printed], columns: list[float], numbered: bool) -> TablePlace | None:
    """The words below the head as cells, down to the first line that runs across the columns."""
    starts = [word.start for word in page.words]
    held = [page.words[bisect_left(starts, line.start) : bisect_left(starts, line.end)] for line in lines]
    foot = min((line.top for line, words in zip(lines, held, strict=True) if _crosses(words, columns, line.size)), default=page.height_pt)
    words = sorted((w for found in held for w in found if w.box[1] < foot), key=lambda w: w.start)
    first = [line for line in lines if line.top < foot and line.x0 < columns[1] - 3]
    begin = [line for line in first if _NUMBERED.match(line.text)] if numbered else [line for line in first[1:] if line.gap > _APART]
    tops = sorted(line.top for line in begin)
    cells: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        column = max(bisect_right(columns, word.box[0] + 3) - 1, 0)
        cells.setdefault((bisect_right(tops, word.box[1] + 3), column), []).append(word)
    if not tops:
        return None
    box = (columns[0], lines[0].top, max(w.box[2] for w in words), foot)
    return TablePlace(box, len(tops) + 1, len(columns), [CellPlace(r, c, spans(found)) for (r, c), found in sorted(cells.items())])


def _crosses(words: list[Word], columns: list[float], size: float) -> bool:
    """Does a line run on where a column begins?"""
    return any(a.box[0] < x - 3 <= b.box[0] and b.box[0] - a.box[2] < 0.6 * size or a.box[0] < x - 3 and a.box[2] > x + 3
               for x in columns[1:] for a, b in pairwise([*words, words[-1]]))
