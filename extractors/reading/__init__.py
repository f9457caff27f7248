"""From a file to pages of text with places: one module per kind of file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from minutes.records import Box, Unread


class CannotRead(Exception):
    """The file cannot be read; the message is one line for the user, with what to do."""


class NeedsPassword(CannotRead):
    """The file is encrypted, and no password was given or the one given is wrong."""


@dataclass(slots=True)
class Line:
    """A printed line: `start` to `end` in the page's text, its box in points, the font size and whether it is bold.

    Size is 0 and the box all zeros where the file has no geometry. `kind` is set where the file itself says what the line is
    (Word, HTML): heading, paragraph, point, note, or line (a line break inside a paragraph).
    """

    start: int
    end: int
    box: Box = (0.0, 0.0, 0.0, 0.0)
    size: float = 0.0
    bold: bool = False
    kind: str = ""


@dataclass(slots=True)
class Word:
    """A word's place in the page's text and on the page."""

    start: int
    end: int
    box: Box


@dataclass(slots=True)
class CellPlace:
    """A cell of a table found on a page: spans of the page's text (several when a cell has several lines)."""

    row: int
    column: int
    spans: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class TablePlace:
    """A table found on a page."""

    box: Box
    rows: int
    columns: int
    cells: list[CellPlace]


@dataclass(slots=True)
class PageReading:
    """A page as read. `text` keeps the printed line ends as "\\n"; a hyphen at a line's end stays "-\\n"."""

    number: int
    text: str
    width_pt: float = 0.0
    height_pt: float = 0.0
    lines: list[Line] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    tables: list[TablePlace] = field(default_factory=list)
    raised: list[tuple[int, int]] = field(default_factory=list)
    """Small raised digits that refer to a note ("boligområder1")."""


@dataclass(slots=True)
class Reading:
    """A whole file as read."""

    pages: list[PageReading]
    unread: list[Unread] = field(default_factory=list)
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a file is read. What lies beyond is `Unread`, but a file over `megabytes` is refused."""

    pages: int = 5_000
    megabytes: int = 500
    chars_per_page: int = 200_000
    ocr_seconds_per_page: int = 60


LIMITS = Limits()


def read(path: Path, password: str | None = None, limits: Limits = LIMITS, ocr: bool = False) -> Reading:
    """Read a file by its kind. Raises `CannotRead` with one line that says what to do.

    `ocr` sends pages without a text layer through Tesseract, when it is installed.
    """
    from extractors.reading import docx, html, pdf, text

    readers = {".pdf": pdf.read, ".txt": text.read, ".docx": docx.read, ".html": html.read, ".htm": html.read}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise CannotRead(f"{path.name}: filtypen {path.suffix or '(ingen)'} læses ikke; der læses {', '.join(readers)}")
    _check_file(path, limits)
    try:
        return reader(path, password=password, limits=limits, ocr=ocr)
    except OSError as error:
        raise CannotRead(f"{path.name}: filen kan ikke åbnes ({error.strerror or error})") from None


def _check_file(path: Path, limits: Limits) -> None:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise CannotRead(f"{path.name}: filen findes ikke eller kan ikke åbnes ({error.strerror})") from None
    if path.is_dir():
        raise CannotRead(f"{path.name}: det er en mappe, ikke en fil")
    if size == 0:
        raise CannotRead(f"{path.name}: filen er tom")
    if size > limits.megabytes * 1_000_000:
        raise CannotRead(f"{path.name}: filen fylder {size // 1_000_000} MB; grænsen er {limits.megabytes} MB")
