"""From the bytes of a text or web page to its letters."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from extractors.reading import NOT_TEXT, CannotRead
from minutes.language import _

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
"""What a file may begin with to say how it is written; the longer marks first, because one begins with another."""
WINDOWS = "cp1252"
_LESS_THAN_WINDOWS = ("us-ascii", "ascii", "iso-8859-1", "latin1", "latin-1")
"""What pages say that they are when they are Windows-1252, of which these are parts."""
STRANGE = re.compile("[\\x00-\\x08\\x0e-\\x1a\\x1c-\\x1f\\x7f]")
"""What no text has: control characters other than white space and those that colour a terminal."""
FEW, SHARE = 5, 0.02
"""So many of them, and so large a part of all characters, may be a slip."""


def text_of(data: bytes, declared: str | None = None) -> str:
    """The text; raises CannotRead for what is none, whatever its name: read as letters, a picture has figures too."""
    text = _decoded(data, declared)
    if len(STRANGE.findall(text)) > FEW + SHARE * len(text):
        raise CannotRead(_(NOT_TEXT))
    return text


def _decoded(data: bytes, declared: str | None) -> str:
    """The text as its first bytes say; else UTF-16 where every other byte is nought; else UTF-8 where the bytes allow that, else as the
    page itself has `declared`, else Windows-1252."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    even, odd = data[::2].count(0), data[1::2].count(0)
    if 4 * max(even, odd) > len(data):
        return data.decode("utf-16-le" if odd > even else "utf-16-be", errors="replace")
    for encoding in ("utf-8", declared or WINDOWS):
        with suppress(UnicodeError, LookupError):
            return data.decode(WINDOWS if encoding.lower() in _LESS_THAN_WINDOWS else encoding)
    return data.decode(WINDOWS, errors="replace")
