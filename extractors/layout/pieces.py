"""Printed lines cut at their wide gaps: what stands there is a cell, or a part of one, and some of it a number."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from extractors.layout.lines import Printed
from extractors.layout.tails import VERDICT
from extractors.reading import PageReading

WIDE_GAP = 0.75
"""In sizes of the type: a gap wider than this parts two cells."""
_NUMBER = r"(?:\d{1,3}(?:[.\s]\d{3})+|\d+)(?:,\d+)?"
_LIMIT = r"(?:[Oo]ver|[Uu]nder|[Mm]indst|[Hh]øjst|[Mm]aks\.?|[Mm]in\.?|[Mm]ere end|[Mm]indre end|[Cc]a\.?|[<>≤≥])"
_VALUE = re.compile(
    rf"(?:{_LIMIT}\s?)?(?:kr\.?\s)?[-–−+]?\s?\(?[-–−]?{_NUMBER}\)?(?:,-)?\s?(?:%|pct\.?|procent|kr\.?|mio\.?(?:\s?kr\.?)?|t\.?kr\.?|‰|m2|år)?(?:\s\((?:[^()]{{0,20}}[\s:])?[\d,.%]+\))?|[-–—]"
)
_LAST_OF_VALUE = "0123456789%)-–—.‰2r"
_ENDS = (*_LAST_OF_VALUE, "ja", "nej", "Ja", "Nej", "pfyldt")


@dataclass(slots=True)
class Piece:
    """A part of a line between wide gaps."""

    start: int
    end: int
    text: str
    x0: float
    x1: float
    value: bool


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


def _pieces(page: PageReading, line: Printed, starts: list[int]) -> list[Piece]:
    if not line.drawn:
        return _typed_pieces(line)
    words = page.words[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
    wide, out, first = WIDE_GAP * line.size, [], 0
    for i in range(1, len(words) + 1):
        if i == len(words) or words[i].box[0] - words[i - 1].box[2] > wide or words[i].box[0] < words[i - 1].box[0]:
            out.append(piece(page.text, words[first].start, words[i - 1].end, words[first].box[0], words[i - 1].box[2]))
            first = i
    return out


def _typed_pieces(line: Printed) -> list[Piece]:
    return [
        piece(line.text, m.start(), m.end(), line.x0 + 5.0 * m.start(), line.x0 + 5.0 * m.end(), line.start)
        for m in re.finditer(r"\S+(?: \S+)*", line.text)
    ]


def piece(text: str, start: int, end: int, x0: float, x1: float, offset: int = 0) -> Piece:
    """The part of a text from `start` to `end`; `offset` is where the text begins on its page."""
    words = text[start:end]
    value = words.endswith(_ENDS) and (_VALUE.fullmatch(words) or VERDICT.fullmatch(words)) is not None
    return Piece(start + offset, end + offset, words, x0, x1, value)
