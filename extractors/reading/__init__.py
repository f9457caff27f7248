"""From a file to pages of text with places: one module per kind of file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from extractors.limits import LIMITS, Limits
from minutes import retold
from minutes.language import _
from minutes.records import Box, Unread
from minutes.trouble import answered

WEB_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype html|(?:html|head|body|title|meta|main|article|section|header|div|h[1-6]|p|table|ul|ol)(?=[\s>/]))",
    re.I | re.S,
)
"""How a web page begins, or a piece of one."""

KINDS = {".pdf": "pdf", ".txt": "text", ".docx": "docx", ".html": "html", ".htm": "html"}
NO_TEXT = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"\x7fELF", b"MZ\x90", b"SQLite format 3\x00",
           b"\x1f\x8b", b"BZh", b"7z\xbc\xaf", b"\xfd7zXZ", b"Rar!", b"{\\rtf", b"%!PS")
"""How pictures, programs, databases, archives, RTF and PostScript begin, whatever their name."""
NOT_TEXT = "filen er ikke tekst, hvad navnet end siger; gem den som .docx eller PDF"


class CannotRead(Exception):
    """The file cannot be read; the message goes after the file's name in a line for the user, with what to do."""


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


class Word(NamedTuple):
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
    _ends: list[int] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def word_ends(self) -> list[int]:
        """Where the words end, in order."""
        if len(self._ends) != len(self.words):
            self._ends = [word.end for word in self.words]
        return self._ends


@dataclass(slots=True)
class Reading:
    """A whole file as read."""

    pages: list[PageReading]
    unread: list[Unread] = field(default_factory=list)
    title: str | None = None


def read(path: Path, password: str | None = None, limits: Limits = LIMITS) -> Reading:
    """Read a file by its kind. Raises `CannotRead` with the end of a line that says what to do."""
    _check_file(path, limits)
    try:
        reading = _within(_reader(path)(path, password=password, limits=limits), limits)
    except OSError as error:
        raise CannotRead(answered(error)) from None
    if not reading.unread and not any(page.text.strip() for page in reading.pages):
        raise CannotRead(_("filen har ingen tekst"))
    return reading


def _within(reading: Reading, limits: Limits) -> Reading:
    """The reading without the pages beyond the limit."""
    count = len(reading.pages)
    if count > limits.pages:
        del reading.pages[limits.pages :]
        reading.unread = [entry for entry in reading.unread if (entry.page or 0) <= limits.pages] + [beyond(count, limits)]
    return reading


def beyond(count: int, limits: Limits) -> Unread:
    """The remark that a file of `count` pages has more than are read."""
    return Unread(retold.PAGES.format(pages=f"{limits.pages + 1}-{count}"), retold.MORE_PAGES.format(limit=limits.pages), limits.pages + 1)


def _reader(path: Path) -> Callable[..., Reading]:
    from extractors.reading import docx, html, pdf, text

    return {"pdf": pdf.read, "docx": docx.read, "html": html.read, "text": text.read}[kind_of(path)]


def kind_of(path: Path) -> str:
    """What reads a file: its first bytes decide before the end of its name, which may be wrong or none. Raises `CannotRead`."""
    with path.open("rb") as file:
        head = file.read(1024).lstrip()
    for start, kind in ((b"%PDF-", "pdf"), (b"PK\x03\x04", "docx"), (b"\xd0\xcf\x11\xe0", "docx")):
        if head.startswith(start):
            return kind
    named = "html" if WEB_PAGE.match(head) else KINDS.get(path.suffix.lower())
    if named is None:
        said = _("filtypen {suffix} læses ikke; gem den som .docx eller PDF (der læses {suffixes})")
        raise CannotRead(said.format(suffix=path.suffix or "(ingen)", suffixes=", ".join(KINDS)))
    if named in ("text", "html") and head.startswith(NO_TEXT):
        raise CannotRead(_(NOT_TEXT))
    return named


def refused(path: Path, limits: Limits) -> str | None:
    """Why a file will not be read, as far as its size, its name and its first bytes tell; before anything heavy is loaded."""
    try:
        _check_file(path, limits)
        kind_of(path)
    except CannotRead as error:
        return str(error)
    except OSError as error:
        return answered(error)
    return None


def _check_file(path: Path, limits: Limits) -> None:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise CannotRead(answered(error)) from None
    if path.is_dir():
        raise CannotRead(_("er en mappe, ikke en fil"))
    if size == 0:
        raise CannotRead(_("filen er tom"))
    if size > limits.size_mb * 1_000_000:
        said = _("filen fylder {size} MB; grænsen er {limit} MB")
        raise CannotRead(said.format(size=size // 1_000_000, limit=limits.size_mb))
