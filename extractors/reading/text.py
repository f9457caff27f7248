"""Plain text: UTF-8, or Windows-1252 when it is not; a form feed begins a new page."""

from __future__ import annotations

import re
from pathlib import Path

from extractors.reading import LIMITS, Limits, Line, PageReading, Reading


def read(path: Path, password: str | None = None, limits: Limits = LIMITS, ocr: bool = False) -> Reading:
    """Read a text file into pages."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    pages = []
    for number, page in enumerate(text.replace("\r\n", "\n").split("\f"), start=1):
        lines = [Line(m.start(), m.end()) for m in re.finditer(r"[^\n]+", page) if m.group().strip()]
        pages.append(PageReading(number, page, lines=lines))
    return Reading(pages)
