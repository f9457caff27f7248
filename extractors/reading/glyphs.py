"""One PDF page through pdfium's text engine: text, lines and words with boxes, in few calls.

Per-character work in Python is what makes PDF readers slow, so the text comes in one call, and geometry is asked
for the first and last character of a word only, font size and weight for those of a line. What is done to every word
is done to a whole page at once, in arrays.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from ctypes import addressof, byref, c_double, create_string_buffer
from dataclasses import dataclass, field
from functools import partial
from itertools import repeat
from math import pi
from typing import TypeVar

import numpy as np
import pypdfium2.raw as raw

from extractors.reading import Line, Word, pdfium
from minutes.records import Box

_LINE_END = re.compile("[\ufffe\x02\r\n](?:(?<=\r)\n)?")  # two of them stand for a hyphen and the line end after it
_NEWLINE = ord("\n")
_SPACE = np.array([chr(code).isspace() for code in range(0x3002)])  # no space comes after U+3000
_STRAY = re.compile("[\x00\x01\x03-\x09\x0b\x0c\x0e-\x1f\uffff]")
_CONTROL = {code: " " for code in range(32) if code not in (10, 13, 2)} | {0xFFFF: " "}
_BOLD_NAME = re.compile(r"bold|black|heavy|fett?\b|semibold|demi", re.IGNORECASE)
_REFERENCES = (
    re.compile(r" (?<=[^\W_] )\d\d?(?=[\s.,;:)]|$)"),
    re.compile(r"\d(?<=[^\W\d_][^\W\d_]\d|[^\W\d_][.,;:)”\"]\d)\d?(?!\w)"),
)
_CAPITAL_INSIDE = re.compile(r"[A-ZÆØÅ](?<=[a-zæøå].)(?=[a-zæøå])")
"""These and the forms of digits that may refer to a note begin with a plain letter or set, which is what the engine finds fast."""
OTHER_HEIGHT = 0.3
"""Of the height of a letter: so much further up or down it belongs to another line."""
_AROUND = (np.minimum, np.minimum, np.maximum, np.maximum)
_word = partial(tuple.__new__, Word)  # what Word(start, end, box) comes to, without a call in Python
Spans = tuple[list[int], list[int]]
Length = TypeVar("Length", float, np.ndarray)
"""One length, or those of many things."""
Edges = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]
"""Many boxes: all x0, all tops, all x1, all bottoms."""
SAMPLES = 12
"""So many characters of a page are asked which way they run."""
RAISED_SIZE = 0.8
"""A digit below this share of its neighbour's size is a reference to a note."""


@dataclass(slots=True)
class Glyphs:
    """What pdfium's text engine says of a page. Boxes are in points from the top left corner of the page as shown."""

    text: str
    lines: list[Line] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    raised: list[tuple[int, int]] = field(default_factory=list)
    cut: bool = False
    """The page has more characters than were read."""
    unmapped: int = 0
    """How many lines begin with a character that its font does not name."""


class Place:
    """From pdfium's user space (origin bottom left, unrotated) to the page as it is read (origin top left).

    That is the page as shown, but a page whose text runs sideways is turned until the text is upright.
    """

    def __init__(self, page) -> None:
        rect = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page, byref(rect))
        self.left, self.right = rect.left, rect.right
        self.bottom, self.top = rect.bottom, rect.top
        self.turn = raw.FPDFPage_GetRotation(page)

    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turn % 2 else (width, height)

    def box(self, left: Length, bottom: Length, right: Length, top: Length) -> tuple[Length, Length, Length, Length]:
        """The box x0, top, x1, bottom of a rectangle in user space."""
        if self.turn == 0:
            return (left - self.left, self.top - top, right - self.left, self.top - bottom)
        if self.turn == 1:
            return (bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
        if self.turn == 2:
            return (self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
        return (self.top - top, self.right - right, self.top - bottom, self.right - left)


def glyphs(page, place: Place, max_chars: int) -> Glyphs:
    """Read a loaded page (a raw FPDF_PAGE). At most `max_chars` characters are read."""
    textpage = raw.FPDFText_LoadPage(page)
    if not textpage:
        return Glyphs("")
    try:
        return _Reader(textpage, place, max_chars).read()
    finally:
        raw.FPDFText_ClosePage(textpage)


class _Reader:
    """The reading of one text page."""

    def __init__(self, textpage, place: Place, max_chars: int) -> None:
        self.textpage, self.place = pdfium.ready(pdfium.address(textpage)), place
        count = max(raw.FPDFText_CountChars(textpage), 0)
        self.cut, self.count = count > max_chars, min(count, max_chars)
        self.offset = 0
        self.raw = self._raw_text()
        self.straight = len(self.raw) == self.count and not self.offset
        self._turn_upright()
        matrix = pdfium.Matrix()
        self.matrix, self.matrix_at = memoryview(matrix).cast("B").cast("f"), pdfium.ready(addressof(matrix))
        self.fonts: dict[int, bool] = {0: False}

    def _turn_upright(self) -> None:
        """Turn the page the way that most of its text runs."""
        step = max(self.count // SAMPLES, 1)
        angles = map(pdfium.char_angle, repeat(self.textpage), range(step // 2, self.count, step))
        turns = [round(angle / (pi / 2)) % 4 for angle in angles if angle >= 0]
        for turn in set(turns):
            if turns.count(turn) > 0.7 * len(turns):
                self.place.turn = turn

    def _raw_text(self) -> str:
        """The text in one call, from the first to the last character that has a letter: pdfium counts others too."""
        text_index, first, last = pdfium.text_index, 0, self.count - 1
        while first <= last and text_index(self.textpage, first) < 0:
            first += 1
        while last > first and text_index(self.textpage, last) < 0:
            last -= 1
        if first > last:
            return ""
        self.offset = text_index(self.textpage, first)
        units = np.zeros(2 * max(text_index(self.textpage, last) - self.offset, last - first) + 8, np.uint16)
        got = pdfium.get_text(self.textpage, first, last - first + 1, pdfium.ready(units.ctypes.data))
        return units[: max(got - 1, 0)].tobytes().decode("utf-16-le", errors="replace")

    def read(self) -> Glyphs:
        """What pdfium takes for one line may be many on turned pages; they are parted where a word is not beside the one before."""
        text, begins_raw = self._text()
        codes = np.frombuffer(bytearray(text.encode("utf-32-le")), np.uint32)
        starts, ends = _words(codes)
        if not starts.size:
            return Glyphs(text, cut=self.cut)
        begins = np.append(0, np.flatnonzero(codes == _NEWLINE) + 1)
        shifts = begins_raw - begins
        glued = self._glued(text, begins, shifts)
        if glued.size:
            starts, ends = np.union1d(starts, glued), np.union1d(ends, glued)
        printed = np.searchsorted(begins, starts, "right") - 1
        shift = shifts[printed]
        firsts, lasts = self._indexes(starts + shift), self._indexes(ends + shift - 1)
        boxes = self._boxes(firsts, lasts)
        fresh = printed[1:] != printed[:-1]
        apart = (boxes[1][:-1] > boxes[3][1:]) | (boxes[1][1:] > boxes[3][:-1])
        if glued.size:
            apart &= ~np.isin(starts[1:], glued)
        if (apart & ~fresh).any():
            codes[starts[1:][apart & ~fresh] - 1] = _NEWLINE
            text = codes.tobytes().decode("utf-32-le")
        heads = np.flatnonzero(np.concatenate(([True], fresh | apart)))
        words = list(map(_word, zip(starts.tolist(), ends.tolist(), _tuples(boxes), strict=True)))
        out = Glyphs(text, [], words, self._raised(text, begins, shifts), self.cut)
        self._add_lines(out, _lines_round(codes, starts[heads]), heads, firsts, lasts, boxes)
        return out

    def _glued(self, text: str, begins: np.ndarray, shifts: np.ndarray) -> np.ndarray:
        """Where a word ends and one in the next cell begins with no space between, at another height: "regnskabAfvigelse"."""
        places = np.array([match.start() for match in _CAPITAL_INSIDE.finditer(text)], int)
        if not places.size:
            return places
        shift = shifts[np.searchsorted(begins, places, "right") - 1]
        lasts, firsts = self._indexes(places + shift - 1), self._indexes(places + shift)
        before, after = self._boxes(lasts, lasts), self._boxes(firsts, firsts)
        return places[np.abs(before[3] - after[3]) > OTHER_HEIGHT * (after[3] - after[1])]

    def _text(self) -> tuple[str, list[int]]:
        """The text, and where each of its lines begins in pdfium's own text."""
        text = self.raw.translate(_CONTROL) if _STRAY.search(self.raw) else self.raw
        begins = [0, *map(re.Match.end, _LINE_END.finditer(text))]
        return text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "-\n").replace("\x02", "-\n"), begins

    def _indexes(self, text_indexes: np.ndarray) -> list[int]:
        """The character index of each text index; they differ where a font gives no or several letters for a glyph."""
        if self.straight:
            return text_indexes.tolist()
        found = [(pdfium.char_index(self.textpage, i + self.offset), i) for i in text_indexes.tolist()]
        return [index if index >= 0 else min(i, self.count - 1) for index, i in found]

    def _boxes(self, firsts: list[int], lasts: list[int]) -> Edges:
        """The boxes of words, from the first and the last character of each: the hot loop of all reading."""
        seen = np.zeros((2 * len(firsts), 4), np.float32)  # left, top, right, bottom
        deque(map(pdfium.loose_box, repeat(self.textpage), firsts + lasts, pdfium.rows(seen)), 0)
        seen[~np.isfinite(seen)] = 0  # a damaged matrix puts letters nowhere
        first, last = seen[: len(firsts)], seen[len(firsts) :]
        least, most = np.minimum(first, last).astype(float).T, np.maximum(first, last).astype(float).T
        return self.place.box(least[0], least[3], most[2], most[1])

    def _add_lines(self, out: Glyphs, spans: Spans, heads: np.ndarray, firsts: list[int], lasts: list[int], boxes: Edges) -> None:
        """Add the lines: where they begin and end in the text, which words are their first, the words' characters and boxes."""
        tails = np.append(heads[1:], len(firsts)) - 1
        around = [join.reduceat(edge, heads) for join, edge in zip(_AROUND, boxes, strict=True)]
        first, last = [firsts[i] for i in heads.tolist()], [lasts[i] for i in tails.tolist()]
        sizes = [self._size(firsts[i]) for i in ((heads + tails + 1) // 2).tolist()]
        bold = [self._bold(a) and self._bold(b) for a, b in zip(first, last, strict=True)]
        out.lines = list(map(Line, *spans, _tuples(around), sizes, bold))
        out.unmapped = list(map(pdfium.map_error, repeat(self.textpage), first)).count(1)

    def _size(self, index: int) -> float:
        """The size in points as shown: the font's size times the scale of the text's matrix."""
        size = pdfium.font_size(self.textpage, index)
        if pdfium.text_matrix(self.textpage, index, self.matrix_at):
            size *= (self.matrix[2] ** 2 + self.matrix[3] ** 2) ** 0.5
        return round(size, 1)

    def _bold(self, index: int) -> bool:
        thing = pdfium.text_object(self.textpage, index)
        font = pdfium.font_of(thing) or 0 if thing else 0
        if font not in self.fonts:
            self.fonts[font] = _bold_font(font)
        return self.fonts[font]

    def _raised(self, text: str, begins: np.ndarray, shifts: np.ndarray) -> list[tuple[int, int]]:
        """The small digits that refer to a note: "boligområder1", and the one that begins the note itself."""
        spans = sorted(match.span() for form in _REFERENCES for match in form.finditer(text))
        if not spans:
            return []
        starts, ends = np.array(spans).T
        shift = shifts[np.searchsorted(begins, starts, "right") - 1]
        out = []
        for span, before, here in zip(spans, self._indexes(starts + shift - 1), self._indexes(ends + shift - 1), strict=True):
            if text[span[0]] == " " and pdfium.font_size(self.textpage, here) >= pdfium.font_size(self.textpage, before):
                continue
            if self._size(here) < RAISED_SIZE * self._size(before) and self._origin(here) > self._origin(before):
                out.append(span)
        return out

    def _origin(self, index: int) -> float:
        x, y = c_double(), c_double()
        pdfium.origin(self.textpage, index, pdfium.ready(addressof(x)), pdfium.ready(addressof(y)))
        return y.value


def _words(codes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where the words of a text begin and end: what stands between spaces."""
    written = np.zeros(len(codes) + 2, bool)
    written[1:-1] = ~_SPACE[np.minimum(codes, len(_SPACE) - 1)]
    edges = np.flatnonzero(written[1:] != written[:-1])
    return edges[::2], edges[1::2]


def _lines_round(codes: np.ndarray, at: np.ndarray) -> Spans:
    """Where the lines that stand round some places of a text begin and end."""
    ends = np.concatenate(([-1], np.flatnonzero(codes == _NEWLINE), [len(codes)]))
    before = np.searchsorted(ends, at) - 1
    return (ends[before] + 1).tolist(), ends[before + 1].tolist()


def _tuples(edges: Iterable[np.ndarray]) -> Iterator[Box]:
    return zip(*[edge.tolist() for edge in edges], strict=True)


def _bold_font(font: int) -> bool:
    buffer = create_string_buffer(128)
    pdfium.font_name(font, buffer, 128)
    return bool(_BOLD_NAME.search(buffer.value.decode("utf-8", errors="replace")))
