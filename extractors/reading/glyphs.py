"""One PDF page through pdfium's text engine: text, lines and words with boxes, in few calls.

Per-character work in Python is what makes PDF readers slow, so the text comes in one call, and geometry is asked
for the first and last character of a word only, font size and weight for those of a line.
"""

from __future__ import annotations

import re
from ctypes import addressof, byref, c_double, c_ushort, create_string_buffer
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from extractors.reading import Line, Word

_LINE_END = re.compile("\r\n|[\ufffe\x02\r\n]")
_HYPHEN_MARKS = "\ufffe\x02"  # pdfium puts one character for a hyphen and the line end after it
_WORD = re.compile(r"\S+")
_CONTROL = {code: " " for code in range(32) if code not in (10, 13, 2)} | {0xFFFF: " "}
_BOLD_NAME = re.compile(r"bold|black|heavy|fett?\b|semibold|demi", re.IGNORECASE)
_GLUED_DIGIT = re.compile(r"(?<=[^\W\d_][^\W\d_])\d{1,2}(?!\w)|(?<=[^\W\d_][.,;:)”\"])\d{1,2}(?!\w)")
_NOTE_START = re.compile(r"\d{1,2}(?=\D)")
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
    """From pdfium's user space (origin bottom left, unrotated) to the page as shown (origin top left)."""

    def __init__(self, page) -> None:
        rect = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, byref(rect))
        self.left, self.right = rect.left, rect.right
        self.bottom, self.top = rect.bottom, rect.top
        self.turn = pdfium.FPDFPage_GetRotation(page)

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
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
    textpage = pdfium.FPDFText_LoadPage(page)
    if not textpage:
        return Glyphs("")
    try:
        return _Reader(textpage, place, max_chars).read()
    finally:
        pdfium.FPDFText_ClosePage(textpage)


class _Reader:
    """The reading of one text page."""

    def __init__(self, textpage, place: Place, max_chars: int) -> None:
        self.textpage, self.place = textpage, place
        count = max(pdfium.FPDFText_CountChars(textpage), 0)
        self.cut, self.count = count > max_chars, min(count, max_chars)
        self.raw = self._raw_text()
        self.straight = len(self.raw) == self.count
        self.fonts: dict[int, bool] = {}
        self.rect, self.matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()

    def _raw_text(self) -> str:
        if not self.count:
            return ""
        buffer = (c_ushort * (self.count + 1))()
        got = pdfium.FPDFText_GetText(self.textpage, 0, self.count, buffer)
        return bytes(buffer)[: max(got - 1, 0) * 2].decode("utf-16-le", errors="replace")

    def read(self) -> Glyphs:
        out, pieces, at, start = Glyphs("", cut=self.cut), [], 0, 0
        raw = self.raw.translate(_CONTROL) if not self.raw.isprintable() else self.raw
        for match in _LINE_END.finditer(raw):
            piece = raw[start : match.start()] + ("-" if match.group() in _HYPHEN_MARKS else "")
            pieces.append(self._piece(out, piece, at, start))
            at += len(piece) + 1
            start = match.end()
        pieces.append(self._piece(out, raw[start:], at, start))
        out.text = "\n".join(pieces)
        return out

    def _piece(self, out: Glyphs, piece: str, at: int, raw_at: int) -> str:
        """Add what pdfium takes for one line; on turned pages that may be many, which are parted here."""
        words, index = [], self._index
        for match in _WORD.finditer(piece):
            start, end = match.span()
            words.append(Word(at + start, at + end, self._box(index(raw_at + start), index(raw_at + end - 1))))
        if not words:
            return piece
        out.words += words
        first, cuts = 0, []
        for i in range(1, len(words)):
            if not _side_by_side(words[i - 1].box, words[i].box):
                self._line(out, piece, words[first:i], at, raw_at, words[first].start if first else at, words[i].start - 1)
                cuts.append(words[i].start - 1 - at)
                first = i
        self._line(out, piece, words[first:], at, raw_at, words[first].start if first else at, at + len(piece))
        if cuts:
            letters = list(piece)
            for cut in cuts:
                letters[cut] = "\n"
            piece = "".join(letters)
        return piece

    def _line(self, out: Glyphs, piece: str, words: list[Word], at: int, raw_at: int, start_at: int, end_at: int) -> None:
        """Add the line from `start_at` to `end_at` of the text; `piece` begins at `at`, and at `raw_at` of pdfium's text."""
        index = self._index
        boxes = [word.box for word in words]
        box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
        start, end = words[0].start - at + raw_at, words[-1].end - 1 - at + raw_at
        middle = words[len(words) // 2].start - at + raw_at
        bold = self._bold(index(start)) and self._bold(index(end))
        out.unmapped += pdfium.FPDFText_HasUnicodeMapError(self.textpage, index(start)) == 1
        out.lines.append(Line(start_at, end_at, box, self._size(index(middle)), bold))
        self._raised(out, piece[start_at - at : end_at - at], start_at, raw_at + start_at - at)

    def _index(self, text_index: int) -> int:
        """The character index of a text index; they differ where a font gives no or several letters for a glyph."""
        if self.straight:
            return text_index
        found = pdfium.FPDFText_GetCharIndexFromTextIndex(self.textpage, text_index)
        return found if found >= 0 else min(text_index, self.count - 1)

    def _box(self, first: int, last: int) -> tuple[float, float, float, float]:
        rect, textpage = self.rect, self.textpage
        pdfium.FPDFText_GetLooseCharBox(textpage, first, byref(rect))
        left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
        if last != first and pdfium.FPDFText_GetLooseCharBox(textpage, last, byref(rect)):
            left, bottom = min(left, rect.left), min(bottom, rect.bottom)
            right, top = max(right, rect.right), max(top, rect.top)
        return self.place.box(left, bottom, right, top)

    def _size(self, index: int) -> float:
        """The size in points as shown: the font's size times the scale of the text's matrix."""
        size = pdfium.FPDFText_GetFontSize(self.textpage, index)
        if pdfium.FPDFText_GetMatrix(self.textpage, index, byref(self.matrix)):
            size *= (self.matrix.c**2 + self.matrix.d**2) ** 0.5
        return round(size, 1)

    def _bold(self, index: int) -> bool:
        thing = pdfium.FPDFText_GetTextObject(self.textpage, index)
        font = pdfium.FPDFTextObj_GetFont(thing) if thing else None
        if not font:
            return False
        key = _address(font)
        if key not in self.fonts:
            self.fonts[key] = _bold_font(font)
        return self.fonts[key]

    def _raised(self, out: Glyphs, piece: str, at: int, raw_at: int) -> None:
        """Note the small digits that refer to a note: "boligområder1", and the one that begins the note itself."""
        for match in _GLUED_DIGIT.finditer(piece):
            here, before = self._index(raw_at + match.start()), self._index(raw_at + match.start() - 1)
            if self._size(here) < RAISED_SIZE * self._size(before) and self._origin(here) > self._origin(before):
                out.raised.append((at + match.start(), at + match.end()))

    def _origin(self, index: int) -> float:
        x, y = c_double(), c_double()
        pdfium.FPDFText_GetCharOrigin(self.textpage, index, byref(x), byref(y))
        return y.value


def _side_by_side(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    """Whether two words can stand on one line: their heights overlap."""
    return a[1] < b[3] and b[1] < a[3]


def _address(pointer) -> int:
    return addressof(pointer.contents)


def _bold_font(font) -> bool:
    buffer = create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 128)
    return bool(_BOLD_NAME.search(buffer.value.decode("utf-8", errors="replace")))
