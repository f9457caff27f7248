"""One PDF page through pdfium's text engine: text, lines and words with boxes, in few calls.

Per-character work in Python is what makes PDF readers slow, so the text comes in one call, and geometry is asked
for the first and last character of a word only, font size and weight for those of a line.
"""

from __future__ import annotations

import re
from collections import Counter
from ctypes import addressof, byref, c_double, c_ushort, create_string_buffer
from dataclasses import dataclass, field
from math import pi

import pypdfium2.raw as raw

from extractors.reading import Line, Word, pdfium

_LINE_END = re.compile("\r\n|[\ufffe\x02\r\n]")
_HYPHEN_MARKS = "\ufffe\x02"  # pdfium puts one character for a hyphen and the line end after it
_WORD = re.compile(r"\S+")
_STRAY = re.compile("[\x00\x01\x03-\x09\x0b\x0c\x0e-\x1f\uffff]")
_CONTROL = {code: " " for code in range(32) if code not in (10, 13, 2)} | {0xFFFF: " "}
_BOLD_NAME = re.compile(r"bold|black|heavy|fett?\b|semibold|demi", re.IGNORECASE)
_GLUED_DIGIT = re.compile(
    r"[ \d](?:(?<=[^\W_] )\d\d?(?=[\s.,;:)]|$)|(?<=[^\W\d_][^\W\d_]\d|[^\W\d_][.,;:)”\"]\d)\d?(?!\w))"
)  # begins with a plain set, which is what the engine finds fast
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
        self.handle, self.textpage, self.place = textpage, pdfium.address(textpage), place
        count = max(raw.FPDFText_CountChars(textpage), 0)
        self.cut, self.count = count > max_chars, min(count, max_chars)
        self.offset = 0
        self.raw = self._raw_text()
        self.straight = len(self.raw) == self.count and not self.offset
        self._turn_upright()
        self.fonts: dict[int, bool] = {}
        self.floats = pdfium.Floats()
        self.floats_at = addressof(self.floats)
        self.last_at = self.floats_at + pdfium.RECTANGLE_BYTES
        self.both = memoryview(self.floats).cast("B").cast("f")
        self.seen = self.both[:6]

    def _turn_upright(self) -> None:
        """Turn the page the way that most of its text runs."""
        step = max(self.count // SAMPLES, 1)
        angles = [pdfium.char_angle(self.textpage, i) for i in range(step // 2, self.count, step)]
        turns = Counter(round(angle / (pi / 2)) % 4 for angle in angles if angle >= 0)
        if turns:
            turn, count = turns.most_common(1)[0]
            if count > 0.7 * turns.total():
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
        buffer = (c_ushort * (2 * max(text_index(self.textpage, last) - self.offset, last - first) + 8))()
        got = raw.FPDFText_GetText(self.handle, first, last - first + 1, buffer)
        return bytes(buffer)[: max(got - 1, 0) * 2].decode("utf-16-le", errors="replace")

    def read(self) -> Glyphs:
        out, pieces, at, start = Glyphs("", cut=self.cut), [], 0, 0
        text = self.raw.translate(_CONTROL) if _STRAY.search(self.raw) else self.raw
        for match in _LINE_END.finditer(text):
            piece = text[start : match.start()] + ("-" if match.group() in _HYPHEN_MARKS else "")
            pieces.append(self._piece(out, piece, at, start))
            at += len(piece) + 1
            start = match.end()
        pieces.append(self._piece(out, text[start:], at, start))
        out.text = "\n".join(pieces)
        return out

    def _piece(self, out: Glyphs, piece: str, at: int, raw_at: int) -> str:
        """Add what pdfium takes for one line; on turned pages that may be many, which are parted here."""
        words = self._words(piece, at, raw_at)
        if not words:
            return piece
        out.words += words
        first, cuts, bottom, top = 0, [], words[0].box[3], words[0].box[1]
        for i, word in enumerate(words):
            _, over, _, under = word.box
            if top > under or over > bottom:
                self._line(out, piece, words[first:i], at, raw_at, words[first].start if first else at, words[i].start - 1)
                cuts.append(words[i].start - 1 - at)
                first = i
            top, bottom = over, under
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
        box = _around(words)
        shift = raw_at - at
        start, middle = index(words[0].start + shift), index(words[len(words) // 2].start + shift)
        bold = self._bold(start) and self._bold(index(words[-1].end - 1 + shift))
        out.unmapped += pdfium.map_error(self.textpage, start) == 1
        out.lines.append(Line(start_at, end_at, box, self._size(middle), bold))
        self._raised(out, piece[start_at - at : end_at - at], start_at, raw_at + start_at - at)

    def _words(self, piece: str, at: int, raw_at: int) -> list[Word]:
        """The words of a line with their boxes, from the first and the last character of each: the hot loop of all reading."""
        box, index = self._box, self._index
        if not self.straight or self.place.turn:
            return [
                Word(at + m.start(), at + m.end(), box(index(raw_at + m.start()), index(raw_at + m.end() - 1)))
                for m in _WORD.finditer(piece)
            ]
        get, textpage, first, last, both = pdfium.loose_box, self.textpage, self.floats_at, self.last_at, self.both
        x, y, out = self.place.left, self.place.top, []
        for match in _WORD.finditer(piece):
            start, end = match.span()
            get(textpage, raw_at + start, first)
            get(textpage, raw_at + end - 1, last)
            left, top, right, bottom, left1, top1, right1, bottom1 = both
            box = (
                (left if left < left1 else left1) - x,
                y - (top if top > top1 else top1),
                (right if right > right1 else right1) - x,
                y - (bottom if bottom < bottom1 else bottom1),
            )
            out.append(Word(at + start, at + end, box))
        return out

    def _index(self, text_index: int) -> int:
        """The character index of a text index; they differ where a font gives no or several letters for a glyph."""
        if self.straight:
            return text_index
        found = pdfium.char_index(self.textpage, text_index + self.offset)
        return found if found >= 0 else min(text_index, self.count - 1)

    def _box(self, first: int, last: int) -> tuple[float, float, float, float]:
        pdfium.loose_box(self.textpage, first, self.floats_at)
        left, top, right, bottom, _, _ = self.seen
        if last != first and pdfium.loose_box(self.textpage, last, self.floats_at):
            left1, top1, right1, bottom1, _, _ = self.seen
            left, bottom, right, top = min(left, left1), min(bottom, bottom1), max(right, right1), max(top, top1)
        return self.place.box(left, bottom, right, top)

    def _size(self, index: int) -> float:
        """The size in points as shown: the font's size times the scale of the text's matrix."""
        size = pdfium.font_size(self.textpage, index)
        if pdfium.text_matrix(self.textpage, index, self.floats_at):
            size *= (self.seen[2] ** 2 + self.seen[3] ** 2) ** 0.5
        return round(size, 1)

    def _bold(self, index: int) -> bool:
        thing = pdfium.text_object(self.textpage, index)
        font = pdfium.font_of(thing) if thing else None
        if not font:
            return False
        if font not in self.fonts:
            self.fonts[font] = _bold_font(font)
        return self.fonts[font]

    def _raised(self, out: Glyphs, piece: str, at: int, raw_at: int) -> None:
        """Note the small digits that refer to a note: "boligområder1", and the one that begins the note itself."""
        for match in _GLUED_DIGIT.finditer(piece):
            here, before = self._index(raw_at + match.end() - 1), self._index(raw_at + match.start() - 1)
            if piece[match.start()] == " " and pdfium.font_size(self.textpage, here) >= pdfium.font_size(self.textpage, before):
                continue
            if self._size(here) < RAISED_SIZE * self._size(before) and self._origin(here) > self._origin(before):
                out.raised.append((at + match.start(), at + match.end()))

    def _origin(self, index: int) -> float:
        x, y = c_double(), c_double()
        pdfium.origin(self.textpage, index, addressof(x), addressof(y))
        return y.value


def _around(words: list[Word]) -> tuple[float, float, float, float]:
    x0, top, x1, bottom = words[0].box
    for word in words:
        a, b, c, d = word.box
        if a < x0:
            x0 = a
        if b < top:
            top = b
        if c > x1:
            x1 = c
        if d > bottom:
            bottom = d
    return (x0, top, x1, bottom)


def _bold_font(font: int) -> bool:
    buffer = create_string_buffer(128)
    pdfium.font_name(font, buffer, 128)
    return bool(_BOLD_NAME.search(buffer.value.decode("utf-8", errors="replace")))
