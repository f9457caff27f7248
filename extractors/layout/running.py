"""The running text of a document, its blocks, and the way from every character back to its page."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from extractors.reading import PageReading
from minutes.records import Box, Source, Table, Unread

_LONGEST_MARK = 4
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-zæøå])[.)]\)?")


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
    decided: bool = False
    """It begins a cell that its column's head ("Referat", "Beslutning") says to be what the meeting decided."""
    broken: bool = False
    """Only a line break parts it from the block above, of which the file says that it is one with it."""

    @property
    def prose(self) -> bool:
        """Whether it is running text: no row of a table, and no note."""
        return self.kind not in ("row", "note")


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
    _sources: dict[tuple[int, int], Source] = field(default_factory=dict)
    """The places that were asked for: a number is asked for as an amount, as a part of a sum, as a figure beside a limit."""

    def add_run(self, at: int, page: int, offset: int, length: int) -> None:
        """Say that `length` characters of the running text from `at` on stand at `offset` of the page."""
        self._starts.append(at)
        self._runs.append((page, offset, length))

    def place(self, at: int) -> tuple[int, int]:
        """The page and the offset on it of the character at `at` of the running text."""
        i = max(bisect_right(self._starts, at) - 1, 0)
        page, offset, length = self._runs[i]
        return page, offset + min(at - self._starts[i], length)

    def source(self, start: int, end: int) -> Source:
        """The place of `text[start:end]`. A span that runs over a page break is cut at the end of its first page."""
        known = self._sources.get((start, end))
        if known is None:
            known = self._sources[start, end] = self._sought(start, end)
        return known

    def _sought(self, start: int, end: int) -> Source:
        i = bisect_right(self._starts, start) - 1
        if i >= 0 and self._starts[i] == start and self._runs[i][2] == end - start and not self.text[start : start + 1].isspace():
            return self._whole_run(i, start)
        while end > start + 1 and self.text[end - 1].isspace():
            end -= 1
        while start < end - 1 and self.text[start].isspace():
            start += 1
        i = bisect_right(self._starts, start, max(i, 0)) - 1
        if i >= 0 and end - self._starts[i] <= self._runs[i][2]:
            page, offset, _ = self._runs[i]
            return self._source(page, offset + start - self._starts[i], offset + end - self._starts[i], start)
        last = bisect_left(self._starts, end)
        while i + 1 < last and self._is_mark(i):
            i, start = i + 1, self._starts[i + 1]
        page, low = self.place(start)
        high = low + 1
        for j in range(max(i, 0), last):
            on_page, offset, length = self._runs[j]
            if on_page != page:
                break
            if length <= _LONGEST_MARK and self._is_mark(j):
                continue
            at = self._starts[j]
            begin = offset + start - at if start > at else offset
            stop = offset + (end - at if end - at < length else length)
            if stop > begin:
                low, high = min(low, begin), max(high, stop)
        return self._source(page, low, high, start)

    def _is_mark(self, i: int) -> bool:
        """Is a run only a bullet, or the number of a point, which the text layer has put elsewhere on the page?"""
        at, (page, offset, length) = self._starts[i], self._runs[i]
        if length > _LONGEST_MARK:
            return False
        mark = self.text[at : at + length].strip()
        if not any(map(str.isalnum, mark)):
            return length < _LONGEST_MARK - 1
        on_page, follows, _ = self._runs[min(i + 1, len(self._runs) - 1)]
        return bool(_NUMBER.fullmatch(mark)) and (page != on_page or not 0 <= follows - offset - length <= _LONGEST_MARK)

    def _whole_run(self, i: int, start: int) -> Source:
        """The place of a run: a cell of a table, mostly."""
        page, offset, length = self._runs[i]
        quote = self.pages[page - 1].text[offset : offset + length].rstrip()
        return self._source(page, offset, offset + len(quote), start)

    def _source(self, page: int, low: int, high: int, at: int) -> Source:
        reading = self.pages[page - 1]
        return Source(page, low, high, reading.text[low:high], boxes(reading, low, high), at=at)

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

    def line_starts(self) -> list[int]:
        """Where printed lines begin in the running text, in order."""
        starts = []
        for at, (page, offset, _) in zip(self._starts, self._runs, strict=True):
            text = self.pages[page - 1].text
            while offset > 0 and text[offset - 1] in " \t\u00a0":
                offset -= 1
            if offset == 0 or text[offset - 1] == "\n":
                starts.append(at)
        return sorted(starts)

    def block_at(self, at: int) -> Block | None:
        """The block that holds the character at `at`."""
        i = bisect_right(self.blocks, at, key=lambda b: b.start) - 1
        return self.blocks[i] if i >= 0 else None


def boxes(page: PageReading, start: int, end: int) -> tuple[Box, ...]:
    """One box a line for a span of the page's text."""
    words, ends = page.words, page.word_ends
    i = bisect_right(ends, start)
    if i == len(words) or words[i].start >= end:
        return ()
    out: list[Box] = []
    left, top, right, bottom = words[i].box
    for begins, _, (x0, y0, x1, y1) in words[i + 1 : bisect_left(ends, end, i) + 1]:
        if begins >= end:
            break
        if y0 < bottom and y1 > top and x0 >= left:
            top, right, bottom = y0 if y0 < top else top, x1 if x1 > right else right, y1 if y1 > bottom else bottom
        else:
            out.append((_TENTHS[left], _TENTHS[top], _TENTHS[right], _TENTHS[bottom]))
            left, top, right, bottom = x0, y0, x1, y1
    return (*out, (_TENTHS[left], _TENTHS[top], _TENTHS[right], _TENTHS[bottom]))


class _Tenths(dict[float, float]):
    """Points rounded to a tenth; lines and columns share their places, so that few are new."""

    def __missing__(self, points: float) -> float:
        if len(self) > 20_000:
            self.clear()
        made = self[points] = round(points, 1)
        return made


_TENTHS = _Tenths()
