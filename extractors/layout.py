"""The running text of a document: lines joined to paragraphs, running heads gone, every character with its place.

`Flow.text` is what the extractors search. Blocks are separated by "\\n"; inside a block lines are joined by one space
and hyphenated words are whole again. `Flow.source` maps a span back to the page.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field, replace

from extractors import gridless, tabling
from extractors.furniture import furniture
from extractors.joining import Vocabulary, despace, join
from extractors.lines import Printed, printed
from extractors.marks import mark
from extractors.paragraphs import begins
from extractors.reading import PageReading, Reading
from extractors.restore import restore
from extractors.tabling import Grid
from extractors.titles import mark_headings
from minutes.records import Cell, Source, Table, Unread


@dataclass(slots=True)
class Block:
    """A piece of the running text: `start` to `end` in `Flow.text`.

    `kind`: heading (the print says so: size, weight, isolation), paragraph, point (an entry of a list), row (of a table;
    its cells are joined by tabs), note (a footnote). `number`: the printed list or heading number ("3", "1.2", "a"),
    which also stands first in the text. `size` and `bold` come from the print (0 and False without geometry).
    `gap` is the white space above, in lines.
    """

    kind: str
    start: int
    end: int
    page: int
    number: str | None = None
    size: float = 0.0
    bold: bool = False
    x0: float = 0.0
    gap: float = 0.0
    table: int = -1
    row: int = -1
    lines: int = 1


@dataclass(slots=True)
class Flow:
    """The running text with its blocks, tables and places."""

    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    pages: list[PageReading] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    furniture: list[Source] = field(default_factory=list)
    """Running heads, feet and page numbers, which are no part of `text`."""
    _starts: list[int] = field(default_factory=list)
    _runs: list[tuple[int, int, int]] = field(default_factory=list)
    """(page number, offset on the page, length): the run of page text that begins at `_starts[i]` of the flow."""

    def add_run(self, page: int, offset: int, length: int) -> None:
        """Say that the next `length` characters of the running text stand at `offset` of the page."""
        self._starts.append(len(self.text))
        self._runs.append((page, offset, length))

    def place(self, at: int) -> tuple[int, int]:
        """The page and the offset on it of the character at `at` of the running text."""
        i = max(bisect_right(self._starts, at) - 1, 0)
        page, offset, length = self._runs[i]
        return page, offset + min(at - self._starts[i], length)

    def source(self, start: int, end: int) -> Source:
        """The place of `text[start:end]`. A span that runs over a page break is cut at the end of its first page."""
        while end > start + 1 and self.text[end - 1].isspace():
            end -= 1
        while start < end - 1 and self.text[start].isspace():
            start += 1
        page, first = self.place(start)
        low, high = first, first + 1
        i = max(bisect_right(self._starts, start) - 1, 0)
        while i < len(self._runs) and self._starts[i] < end:
            on_page, offset, length = self._runs[i]
            if on_page != page:
                break
            begin = offset + max(start - self._starts[i], 0)
            stop = offset + min(end - self._starts[i], length)
            if stop > begin:
                low, high = min(low, begin), max(high, stop)
            i += 1
        reading = self.pages[page - 1]
        return Source(page, low, high, reading.text[low:high], boxes(reading, low, high), at=start)

    def stretch(self, start: int, end: int) -> int:
        """Where the first part of a span ends that stands together on the page: a cell's first line, say."""
        i = max(bisect_right(self._starts, start) - 1, 0)
        page, offset, length = self._runs[i]
        stop = offset + length
        while i + 1 < len(self._runs) and self._starts[i + 1] < end:
            on_page, offset, length = self._runs[i + 1]
            if on_page != page or not stop - 1 <= offset <= stop + 2:
                return self._starts[i + 1]
            stop = offset + length
            i += 1
        return end

    def block_at(self, at: int) -> Block | None:
        """The block that holds the character at `at`."""
        i = bisect_right(self.blocks, at, key=lambda b: b.start) - 1
        return self.blocks[i] if i >= 0 else None


def boxes(page: PageReading, start: int, end: int) -> tuple:
    """One box a line for a span of the page's text."""
    out = []
    i = bisect_right(page.words, start, key=lambda w: w.end)
    while i < len(page.words) and page.words[i].start < end:
        x0, top, x1, bottom = page.words[i].box
        if out and top < out[-1][3] and bottom > out[-1][1] and x0 >= out[-1][0]:
            last = out[-1]
            out[-1] = (last[0], min(last[1], top), max(last[2], x1), max(last[3], bottom))
        else:
            out.append((x0, top, x1, bottom))
        i += 1
    return tuple(tuple(round(v, 1) for v in box) for box in out)


def flow(reading: Reading) -> Flow:
    """Lay out a reading as running text."""
    lines = printed(reading.pages)
    body = _body_size(lines)
    gone = furniture(reading.pages, lines)
    out = Flow(pages=reading.pages, unread=list(reading.unread))
    writer = _Writer(out, Vocabulary([page.text for page in reading.pages]))
    for page, on_page in zip(reading.pages, lines, strict=True):
        kept = [line for line in on_page if (line.page, line.start) not in gone]
        out.furniture += [_plain_source(page, line) for line in on_page if (line.page, line.start) in gone]
        kept, raised = restore(page, kept, body)
        writer.page(page, kept, raised, _grids(page, kept))
    writer.finish()
    mark_headings(out, body)
    return out


def _grids(page: PageReading, lines: list[Printed]) -> list[Grid]:
    """The tables of a page: the ruled ones as read, the unruled ones from the other lines."""
    ruled = tabling.grids(page.text, page.number, page.tables)
    inside = sorted(span for grid in ruled for row in grid.rows for cell in row for span in cell)
    free = [line for line in lines if not line.note and not line.lead and not _covered(line, inside)]
    return ruled + tabling.grids(page.text, page.number, gridless.find(page, free))


def _covered(line: Printed, spans: list[tuple[int, int]]) -> bool:
    """Whether a span of a table touches the line."""
    i = bisect_right(spans, (line.start, line.end))
    return any(a < line.end and b > line.start for a, b in spans[max(i - 1, 0) : i + 1])


def _body_size(lines: list[list[Printed]]) -> float:
    """The size of most of the text."""
    sizes: Counter[float] = Counter()
    for on_page in lines:
        for line in on_page:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _plain_source(page: PageReading, line: Printed) -> Source:
    return Source(page.number, line.start, line.end, page.text[line.start : line.end], boxes(page, line.start, line.end))


_SPACES = {ord(c): " " for c in "\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u2008\t"}
_EXPANDED = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "ft", "\ufb06": "st"}
_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\ufeff\u2060")
_MANY_SPACES = re.compile(" {2,}")
_SPECIAL = frozenset(_EXPANDED) | _DROPPED


class _Writer:
    """Writes lines into a flow, block by block."""

    def __init__(self, out: Flow, words: Vocabulary) -> None:
        self.out, self.words = out, words
        self.parts: list[str] = []
        self.length = 0
        self.above: Printed | None = None
        self.block: Block | None = None
        self.notes: list[tuple[PageReading, Printed]] = []
        self.raised: list[tuple[int, int]] = []
        self.tables: list[_Written] = []

    def page(self, page: PageReading, lines: list[Printed], raised: list[tuple[int, int]], grids: list[Grid]) -> None:
        """Write the lines of a page; its notes wait for the end of the paragraph that runs over the page's end."""
        waiting, self.notes = self.notes, [(page, line) for line in lines if line.note]
        self.raised = raised
        owners = _owners(grids)
        done: set[int] = set()
        for line in lines if not owners else _outside(page, lines, owners):
            if line.note:
                continue
            if isinstance(line, _InTable):
                if line.grid not in done:
                    done.add(line.grid)
                    self._write_notes(waiting)
                    waiting = []
                    self._table(page, grids[line.grid])
                continue
            found = mark(page.text[slice(*line.lead)] + " " if line.lead else line.text)
            new = self.above is None or begins(self.above, line, found, self.block)
            if new and waiting:
                self._write_notes(waiting)
                waiting, new = [], True
            self._line(page, line, found, new)
        self.notes = waiting + self.notes

    def finish(self) -> None:
        """Write what waits and set the text."""
        self._write_notes(self.notes)
        self.out.text = "".join(self.parts)
        self.out.tables = [_table(self.out, i, written) for i, written in enumerate(self.tables)]

    def _table(self, page: PageReading, grid: Grid) -> None:
        """Write a table row by row, cells joined by tabs."""
        last = self.tables[-1] if self.tables else None
        goes_on = (
            last is not None and self.block is not None and self.block.table == len(self.tables) - 1 and tabling.goes_on(last.grid, grid)
        )
        if not goes_on:
            above = self.out.blocks[-1] if self.out.blocks else None
            caption = (above.start, above.end) if above and above.kind not in ("row", "note") else None
            last = _Written(grid, caption)
            self.tables.append(last)
        skip = tabling.repeated(last.grid, grid) if goes_on else 0
        for row in grid.rows[skip:]:
            self._open("row", page, Printed(page.number, 0, 0, "", grid.box[0], 0, 0, 0, 0, False, False), None)
            self.block.table, self.block.row = len(self.tables) - 1, len(last.cells)
            last.cells.append(self._cells(page, row))
            self._close()
        last.grid.page, last.grid.box = grid.page, grid.box
        self.above = None

    def _cells(self, page: PageReading, row: list[tabling.Spans]) -> list[tuple[int, int] | None]:
        out: list[tuple[int, int] | None] = []
        for number, cell in enumerate(row):
            if number:
                self.parts.append("\t")
                self.length += 1
            start, above = self.length, None
            for a, b in cell:
                text = page.text[a:b]
                line = Printed(page.number, a, b, text, 0, 0, 0, 0, 0, False, False)
                if above is not None:
                    self._join(page, above, line)
                for k, part in enumerate(text.split("\n")):
                    at = a + sum(len(p) + 1 for p in text.split("\n")[:k])
                    if k:
                        self._put_space(page, at)
                    self._put(page, at, at + len(part))
                above = line
            out.append((start, self.length) if self.length > start else None)
        return out

    def _write_notes(self, notes: list[tuple[PageReading, Printed]]) -> None:
        raised, self.raised = self.raised, []
        above: Printed | None = None
        for page, line in notes:
            starts = above is None or line.text[0].isdigit() or above.page != line.page
            if starts:
                self._open("note", page, line, mark(line.text))
            else:
                self._join(page, above, line)
            self._put(page, line.start, line.end)
            self._close()
            above = line
        self.raised = raised

    def _line(self, page: PageReading, line: Printed, found, new: bool) -> None:
        if new:
            told = line.kind if line.kind == "heading" else ""
            self._open(told or ("point" if found else "paragraph"), page, line, found)
            if line.lead:
                self._put(page, *line.lead)
                self._put_space(page, line.start)
        else:
            self._join(page, self.above, line)
        self._put(page, line.start, line.end)
        self._close()
        self.above = line

    def _open(self, kind: str, page: PageReading, line: Printed, found) -> None:
        if self.length:
            self.parts.append("\n")
            self.length += 1
        number = found.number if found else None
        self.block = Block(
            kind, self.length, self.length, page.number, number, line.size if line.drawn else 0.0, line.bold, line.x0, line.gap
        )
        self.block.lines = 0
        self.out.blocks.append(self.block)

    def _close(self) -> None:
        self.block.end = self.length
        self.block.lines += 1

    def _join(self, page: PageReading, above: Printed, line: Printed) -> None:
        if line.glued:
            return
        drop, between = join(above.text, line.text, self.words)
        if drop:
            self.parts[-1] = self.parts[-1][:-drop]
            self.length -= drop
        if between:
            self._put_space(page, line.start)

    def _put_space(self, page: PageReading, before: int) -> None:
        """One space, which stands on the page as the line end before `before`."""
        self._run(page.number, max(before - 1, 0), 1)
        self.parts.append(" ")
        self.length += 1

    def _put(self, page: PageReading, start: int, end: int) -> None:
        """The page's text from `start` to `end`, with odd spaces and ligatures made plain and raised digits left out."""
        text = page.text[start:end].translate(_SPACES)
        omit = [(a - start, b - start) for a, b in self.raised if start <= a and b <= end] + despace(text)
        if "  " in text:
            omit += [(m.start() + 1, m.end()) for m in _MANY_SPACES.finditer(text)]
        if not omit and _SPECIAL.isdisjoint(text):
            self._piece(page.number, start, text)
            return
        for at, piece in _pieces(text, omit):
            self._piece(page.number, start + at, piece)

    def _piece(self, page: int, at: int, text: str) -> None:
        if text:
            self._run(page, at, len(text))
            self.parts.append(text)
            self.length += len(text)

    def _run(self, page: int, at: int, length: int) -> None:
        self.out._starts.append(self.length)
        self.out._runs.append((page, at, length))


@dataclass(slots=True)
class _Written:
    """A table as written: the flow's spans of its cells and of the block above it."""

    grid: Grid
    caption: tuple[int, int] | None
    cells: list[list[tuple[int, int] | None]] = field(default_factory=list)


def _table(out: Flow, index: int, written: _Written) -> Table:
    rows = tuple(tuple(_cell(out, span) for span in row) for row in written.cells)
    caption = out.text[slice(*written.caption)] if written.caption else ""
    if not tabling.is_caption(caption):
        caption = ""
    first = next(cell.source for row in rows for cell in row if cell.source)
    last = [span for span in written.cells[-1] if span][-1]
    header = [[cell.text for cell in row] for row in rows[: written.grid.header_rows]]
    return Table(index, rows, written.grid.header_rows, caption, out.source(first.at, last[1]), tabling.scale(caption, header))


def _cell(out: Flow, span: tuple[int, int] | None) -> Cell:
    if span is None:
        return Cell("", None)
    return Cell(out.text[slice(*span)], out.source(span[0], out.stretch(*span)))


@dataclass(slots=True)
class _InTable:
    """Stands for a line of a table."""

    grid: int
    note: bool = False


def _owners(grids: list[Grid]) -> list[tuple[int, int, int]]:
    """(start, end, grid) of every span of a table, in the order of the page's text."""
    return sorted((a, b, i) for i, grid in enumerate(grids) for row in grid.rows for cell in row for a, b in cell)


def _outside(page: PageReading, lines: list[Printed], owners: list[tuple[int, int, int]]):
    """The lines, those of tables replaced; what a line has beside a table stays a line."""
    for line in lines:
        first = max(bisect_right(owners, line.start, key=lambda owner: owner[0]) - 1, 0)
        stop = bisect_right(owners, line.end, key=lambda owner: owner[0])
        spans = [owner for owner in owners[first:stop] if owner[0] < line.end and owner[1] > line.start]
        if not spans:
            yield line
            continue
        at = line.start
        for a, b, grid in [*spans, (line.end, line.end, -1)]:
            if page.text[at:a].strip():
                yield _part(page, line, at, a)
            if grid >= 0:
                yield _InTable(grid)
            at = max(at, b)


def _part(page: PageReading, line: Printed, start: int, end: int) -> Printed:
    text = page.text[start:end]
    start += len(text) - len(text.lstrip())
    return replace(line, start=start, end=start + len(text.strip()), text=text.strip(), gap=2.0)


def _pieces(text: str, omit: list[tuple[int, int]]):
    """The parts of a text that stay, with their offsets; a ligature becomes letters."""
    gone = {i for a, b in omit for i in range(a, b)} | {i for i, c in enumerate(text) if c in _DROPPED}
    at, piece = 0, ""
    for i, char in enumerate(text):
        if i in gone or char in _EXPANDED:
            yield at, piece
            yield i, "" if i in gone else _EXPANDED[char]
            at, piece = i + 1, ""
        else:
            piece += char
    yield at, piece
