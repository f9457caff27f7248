"""Writes lines and tables into a running text, block by block, with the place of every character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.layout import tabling
from extractors.layout.joining import Vocabulary, between_words, despace, inside_words, join
from extractors.layout.lines import Printed
from extractors.layout.marks import Mark, mark
from extractors.layout.paragraphs import begins
from extractors.layout.running import Block, Flow
from extractors.layout.tabling import Grid, InTable
from extractors.reading import PageReading
from minutes.records import Cell, Table

_PLAIN = {**{ord(c): " " for c in "\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u2008\t"}, ord("ſ"): "s", ord("ı"): "i", ord("İ"): "I"}
"""Odd spaces, and the letters that a pattern takes for s and i where it ignores case, and no table of words does: "ſøndag"."""
_EXPANDED = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "ft", "\ufb06": "st"}
_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\ufeff\u2060")
_SENTENCE = re.compile(r"(?<=[a-zæøå0-9][.!?]) +(?=[A-ZÆØÅ])")
_LINE = re.compile(r"[^\n]+")
_MANY_SPACES = re.compile(" {2,}")
_SPECIAL = re.compile(f"[{''.join(_EXPANDED)}{''.join(sorted(_DROPPED))}]")
_ODD = re.compile(f"[{''.join(map(chr, _PLAIN))}{_SPECIAL.pattern[1:]}")


class _Text:
    """The text in the making: pieces of pages, joined and made plain."""

    def __init__(self, out: Flow, words: Vocabulary) -> None:
        self.out, self.words = out, words
        self.parts: list[str] = []
        self.length = 0
        self.raised: list[tuple[int, int]] = []

    def open(self, kind: str, page: PageReading, line: Printed, found: Mark | None) -> None:
        if self.length:
            self.parts.append("\n")
            self.length += 1
        number = found.number if found else None
        block = Block(
            kind, self.length, self.length, page.number, number, line.size if line.drawn else 0.0, line.bold, line.x0, line.gap
        )
        block.lines = 0
        self.out.blocks.append(block)

    def close(self) -> None:
        block = self.out.blocks[-1]
        block.end = self.length
        block.lines += 1

    def join(self, page: PageReading, above: Printed, line: Printed) -> None:
        if line.glued:
            return
        drop, between = join(above.text, line.text, self.words)
        if drop:
            self.parts[-1] = self.parts[-1][:-drop]
            self.length -= drop
        if between:
            self.put_space(page, line.start)

    def put_space(self, page: PageReading, before: int) -> None:
        """One space, which stands on the page as the line end before `before`."""
        self._run(page.number, max(before - 1, 0), 1)
        self.parts.append(" ")
        self.length += 1

    def put(self, page: PageReading, start: int, end: int) -> None:
        """The page's text from `start` to `end`, with odd spaces, letters and ligatures made plain and raised digits left out."""
        text = page.text[start:end]
        odd = _ODD.search(text)
        if odd:
            text = text.translate(_PLAIN)
        parted = inside_words(page, start, end) if " " in text and text.isupper() else []
        omit = [(a - start, b - start) for a, b in [*self.raised, *parted] if start <= a and b <= end]
        if not parted and (spaces := despace(text)):
            kept = between_words(page, start, end)
            omit += [(a, b) for a, b in spaces if start + a not in kept]
        if "  " in text:
            omit += [(m.start() + 1, m.end()) for m in _MANY_SPACES.finditer(text)]
        if not omit and not (odd and _SPECIAL.search(text)):
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
        self.out.add_run(self.length, page, at, length)


class Writer:
    """Writes lines into a flow, block by block."""

    def __init__(self, out: Flow, words: Vocabulary) -> None:
        self.out, self.text = out, _Text(out, words)
        self.above: Printed | None = None
        self.notes: list[tuple[PageReading, Printed]] = []
        self.tables: list[_Written] = []

    def page(self, page: PageReading, lines: list[Printed], raised: list[tuple[int, int]], grids: list[Grid]) -> None:
        """Write the lines of a page; its notes wait for the end of the paragraph that runs over the page's end."""
        waiting, self.notes = self.notes, [(page, line) for line in lines if line.note]
        self.text.raised = raised
        owners = tabling.owners(grids)
        done: set[int] = set()
        shown = [line for line in (tabling.outside(page.text, lines, owners) if owners else lines) if not line.note]
        for i, line in enumerate(shown):
            if isinstance(line, InTable):
                if line.grid not in done:
                    done.add(line.grid)
                    self._write_notes(waiting)
                    waiting = []
                    self._table(page, grids[line.grid])
                continue
            found = mark(page.text[slice(*line.lead)] + " " if line.lead else line.text)
            new = self.above is None or begins(self.above, line, _below(shown, i), found, self.out.blocks[-1])
            if new and waiting:
                self._write_notes(waiting)
                waiting, new = [], True
            self._line(page, line, found, new)
        self.notes = waiting + self.notes

    def finish(self) -> None:
        """Write what waits and set the text."""
        self._write_notes(self.notes)
        self.out.text = "".join(self.text.parts)
        self.out.tables = [_table(self.out, i, written) for i, written in enumerate(self.tables)]

    def _table(self, page: PageReading, grid: Grid) -> None:
        """Write a table row by row, cells joined by tabs."""
        last = self.tables[-1] if self.tables else None
        above = self.out.blocks[-1] if self.out.blocks else None
        in_last = above is not None and above.table == len(self.tables) - 1
        goes_on = last is not None and in_last and tabling.goes_on(last.grid, grid)
        if last is None or not goes_on:
            caption = (above.start, above.end) if above and above.prose else None
            again = last if last and grid.page == last.grid.page + 1 and tabling.repeated(last.grid, grid) else None
            if again and not (caption and tabling.is_caption(self._said(caption))):
                caption = again.caption  # what stands beside the page has come between the two parts of a table
            last = _Written(grid, caption)
            self.tables.append(last)
        skip = tabling.repeated(last.grid, grid) if goes_on else 0
        for row in grid.rows[skip:]:
            self.text.open("row", page, Printed(page.number, 0, 0, "", grid.box[0], 0, 0, 0, 0, False, False), None)
            block = self.out.blocks[-1]
            block.table, block.row = len(self.tables) - 1, len(last.cells)
            last.cells.append(self._cells(page, row))
            self.text.close()
        last.grid.page, last.grid.box = grid.page, grid.box
        self.above = None

    def _said(self, span: tuple[int, int]) -> str:
        """What was written between two offsets of the text."""
        return "".join(self.text.parts)[slice(*span)]

    def _cells(self, page: PageReading, row: list[tabling.Spans]) -> list[tuple[int, int] | None]:
        out: list[tuple[int, int] | None] = []
        for number, cell in enumerate(row):
            if number:
                self.text.parts.append("\t")
                self.text.length += 1
            start, above = self.text.length, None
            for a, b in _lines_of(page.text, cell):
                line = Printed(page.number, a, b, page.text[a:b], 0, 0, 0, 0, 0, False, False)
                if above is not None:
                    self.text.join(page, above, line)
                self.text.put(page, a, b)
                above = line
            out.append((start, self.text.length) if self.text.length > start else None)
        return out

    def _write_notes(self, notes: list[tuple[PageReading, Printed]]) -> None:
        raised, self.text.raised = self.text.raised, []
        above: Printed | None = None
        for page, line in notes:
            if above is None or line.text[0].isdigit() or above.page != line.page:
                self.text.open("note", page, line, mark(line.text))
            else:
                self.text.join(page, above, line)
            self.text.put(page, line.start, line.end)
            self.text.close()
            above = line
        self.text.raised = raised

    def _line(self, page: PageReading, line: Printed, found: Mark | None, new: bool) -> None:
        if new or self.above is None:
            told = line.kind if line.kind == "heading" else ""
            self.text.open(told or ("point" if found else "paragraph"), page, line, found)
            self.out.blocks[-1].decided = line.kind == "decision"
            self.out.blocks[-1].broken = line.kind in ("line", "point") and not found
            if line.lead:
                self.text.put(page, *line.lead)
                self.text.put_space(page, line.start)
        else:
            self.text.join(page, self.above, line)
        self.text.put(page, line.start, line.end)
        self.text.close()
        self.above = line


def _lines_of(text: str, spans: tabling.Spans) -> Iterator[tuple[int, int]]:
    """The spans of a cell, each cut where the page's line ends."""
    for a, b in spans:
        for found in _LINE.finditer(text, a, b):
            yield found.span()


def _below(lines: list[Printed | InTable], i: int) -> Printed | None:
    """The line after line `i`, if it is one of text."""
    below = lines[i + 1] if i + 1 < len(lines) else None
    return below if isinstance(below, Printed) else None


@dataclass(slots=True)
class _Written:
    """A table as written: the flow's spans of its cells and of the block above it."""

    grid: Grid
    caption: tuple[int, int] | None
    cells: list[list[tuple[int, int] | None]] = field(default_factory=list)


def _table(out: Flow, index: int, written: _Written) -> Table:
    rows = tuple(tuple(_cell(out, span) for span in row) for row in written.cells)
    caption = out.text[slice(*written.caption)] if written.caption else ""
    caption = next((text for text in (caption, _SENTENCE.split(caption)[-1]) if tabling.is_caption(text)), "")
    first = next(cell.source for row in rows for cell in row if cell.source)
    last = [span for span in written.cells[-1] if span][-1]
    header = [[cell.text for cell in row] for row in rows[: written.grid.header_rows]]
    return Table(index, rows, written.grid.header_rows, caption, out.source(first.at, last[1]), tabling.scale(caption, header))


def _cell(out: Flow, span: tuple[int, int] | None) -> Cell:
    if span is None:
        return Cell("", None)
    return Cell(out.text[slice(*span)], out.source(span[0], out.stretch(*span)))


def _pieces(text: str, omit: list[tuple[int, int]]) -> Iterator[tuple[int, str]]:
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
