"""Printed lines cut at their wide gaps: what stands there is a cell, or a part of one, and some of it a number."""

from __future__ import annotations

import re
from bisect import bisect_left
from copy import copy
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.layout.lines import Printed
from extractors.layout.tails import VERDICT
from extractors.reading import PageReading, Word
from minutes.records import Box

WIDE_GAP = 0.75
"""In sizes of the type: a gap wider than this parts two cells."""
OTHER_HEIGHT = 0.3
"""Of a word's height: so much further up or down it belongs to another cell; a raised digit does not."""
SHORTEST_HEAD = 4
FEWEST_DRAWN_APART = 6
"""Words of a justified line that make sure that its even gaps are no chance."""
SAME_GAP = 0.5
"""Points by which the gaps of a justified line differ."""
MOST_LABEL_LINES = 4
_NUMBER = r"(?:\d{1,3}(?:[.\s]\d{3})+|\d+)(?:,\d+)?"
_LIMIT = r"(?:[Oo]ver|[Uu]nder|[Mm]indst|[Hh]øjst|[Mm]aks\.?|[Mm]in\.?|[Mm]ere end|[Mm]indre end|[Cc]a\.?|[<>≤≥])"
_VALUE = re.compile(
    rf"(?:{_LIMIT}\s?)?(?:kr\.?\s)?[-–−+]?\s?\(?[-–−]?{_NUMBER}\)?(?:,-)?\s?(?:%|pct\.?|procent|stk\.|kr\.?|mio\.?(?:\s?kr\.?)?"
    rf"|t\.?kr\.?|‰|m2|år)?(?:\s\((?:[^()]{{0,20}}[\s:])?[\d,.%]+\))?\*{{0,3}}|[-–—]"
)
_ENDS = (*"0123456789%)-–—‰*", "kr", "kr.", "mio.", "pct.", "år", "ja", "nej", "Ja", "Nej", "pfyldt")
"""How numbers and verdicts end: most lines have no such end, and are not cut."""


@dataclass(slots=True)
class Piece:
    """A part of a line between wide gaps."""

    start: int
    end: int
    text: str
    x0: float
    x1: float
    value: bool
    top: float


class Row:
    """A line as pieces, worked out when first asked for; `values` is how many of the last are numbers."""

    def __init__(self, page: PageReading, line: Printed, starts: list[int]) -> None:
        self.line, self._page, self._starts = line, page, starts
        self._pieces: list[Piece] | None = None
        self.values = self._count() if self._may_end_in_value() else 0

    @property
    def pieces(self) -> list[Piece]:
        """The parts of the line, from left to right."""
        if self._pieces is None:
            self._pieces = _pieces(self._page, self.line, self._starts)
        return self._pieces

    def _count(self) -> int:
        pieces, values = self.pieces, 0
        while values < len(pieces) and pieces[-1 - values].value:
            values += 1
        if all(VERDICT.fullmatch(piece.text) for piece in pieces[len(pieces) - values :]):
            return 0
        return values if len(pieces) > 1 else (values if values and pieces[0].x0 > 0.3 * self.line.right else 0)

    def _may_end_in_value(self) -> bool:
        """Does the line's last word end as a number can?"""
        if not self.line.drawn:
            return self.line.text.endswith(_ENDS)
        last = bisect_left(self._starts, self.line.end) - 1
        return last >= 0 and self._page.text.endswith(_ENDS, self._page.words[last].start, self._page.words[last].end)


def with_labels(rows: list[Row]) -> list[Row]:
    """The rows, numbers put together with their label where that is wrapped, and the text layer has all its lines, or all but the last,
    before the numbers beside them."""
    out: list[Row] = []
    for row in rows:
        last = len(row.pieces) - row.values if row.values and row.line.drawn else 2
        if last > 1 or (not out if last == 0 else row.pieces[0].top < row.pieces[1].top + 2):
            out.append(row)
            continue
        count = _label_lines([*out, row] if last else out, row)
        if count > last:
            out[len(out) - count + last :] = [_labelled(out[len(out) - count + last :], row)]
        else:
            out.append(row)
    return out


def _label_lines(lines: list[Row], numbers: Row) -> int:
    """How many of the last lines are the label of the numbers: these stand at half their height, or beside the first."""
    if not lines[-1].pieces:
        return 0
    row, ends = numbers.pieces[-1], lines[-1].pieces[0].top
    most = 0
    while most < min(MOST_LABEL_LINES, len(lines)) and _may_be_label(lines[-most - 1], lines[-most:] if most else [], numbers):
        most += 1
    tops = [line.pieces[0].top for line in lines[len(lines) - most :]][::-1]
    middle = next((count for count, top in enumerate(tops, start=1) if abs(top + ends - 2 * row.top) < 2 * 2), 0)
    return middle or next((count for count, top in enumerate(tops, start=1) if abs(top - row.top) < 2), 0)


def _may_be_label(line: Row, below: list[Row], numbers: Row) -> bool:
    """May the line belong to the label of the numbers, and go on in the line below it?"""
    if line is numbers:
        return True
    beside = not line.values and line.pieces and line.pieces[-1].x1 < numbers.pieces[-numbers.values].x0
    return bool(beside) and (not below or 0 < below[0].line.gap < 1.6)


def _labelled(above: list[Row], numbers: Row) -> Row:
    """One row of a label in several lines and the numbers beside its middle."""
    first, label = above[0].line, [*(part for row in above for part in row.pieces), *numbers.pieces[: -numbers.values]]
    words = " ".join(piece.text for piece in label)
    values = numbers.pieces[-numbers.values :]
    text = f"{words} {' '.join(piece.text for piece in values)}"
    whole = copy(numbers)
    whole.line = replace(first, end=numbers.line.end, text=text, x1=numbers.line.x1, bottom=max(first.bottom, numbers.line.bottom))
    whole._pieces = [Piece(first.start, label[-1].end, words, first.x0, max(p.x1 for p in label), False, label[0].top), *values]
    return whole


def _pieces(page: PageReading, line: Printed, starts: list[int]) -> list[Piece]:
    if not line.drawn:
        return _typed_pieces(line)
    words = page.words[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
    if _is_justified(page.text, words, line.size):
        return [piece(page.text, words[0].start, words[-1].end, words[0].box, words[-1].box)]
    wide, out, first = WIDE_GAP * line.size, [], 0
    for i in range(1, len(words) + 1):
        if i == len(words) or _parted(words[i - 1], words[i], wide):
            out.append(piece(page.text, words[first].start, words[i - 1].end, words[first].box, words[i - 1].box))
            first = i
    return out


def _parted(before: Word, word: Word, wide: float) -> bool:
    """Are they words of two cells: a wide gap lies between, the second stands further left or at another height, or there is no space?"""
    if word.box[0] - before.box[2] > wide or word.box[0] < before.box[0] or before.end == word.start:
        return True
    lower = abs(word.box[3] - before.box[3]) > OTHER_HEIGHT * (word.box[3] - word.box[1])
    return lower and min(word.end - word.start, before.end - before.start) >= SHORTEST_HEAD


def _is_justified(text: str, words: list[Word], size: float) -> bool:
    """Are the words of a line drawn apart to fill it, all by the same space?"""
    if len(words) < FEWEST_DRAWN_APART:
        return False
    gap = words[1].box[0] - words[0].box[2]
    if gap < WIDE_GAP * size or any(abs(b.box[0] - a.box[2] - gap) > SAME_GAP for a, b in pairwise(words)):
        return False
    return 2 * sum(text[word.start].isalpha() for word in words) > len(words)


def _typed_pieces(line: Printed) -> list[Piece]:
    return [
        piece(line.text, m.start(), m.end(), (x0, line.top, x1, line.bottom), (x0, line.top, x1, line.bottom), line.start)
        for m in re.finditer(r"\S+(?: \S+)*", line.text)
        for x0, x1 in [(line.x0 + 5.0 * m.start(), line.x0 + 5.0 * m.end())]
    ]


def piece(text: str, start: int, end: int, first: Box, last: Box, offset: int = 0) -> Piece:
    """The part of a text from `start` to `end`; its first and last words stand in these boxes, the text begins at `offset` on its page."""
    words = text[start:end]
    value = words.endswith(_ENDS) and (_VALUE.fullmatch(words) or VERDICT.fullmatch(words)) is not None
    return Piece(start + offset, end + offset, words, first[0], last[2], value, first[1])
