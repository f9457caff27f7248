"""PDF pages through pypdfium2: text, lines, words with boxes."""

from __future__ import annotations

import re
from pathlib import Path

from extractors.reading import CannotRead, Line, PageReading, Reading, Word


def read(path: Path, password: str | None = None) -> Reading:
    """Read a PDF into pages."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(path, password=password)
    except pypdfium2.PdfiumError as error:
        raise CannotRead(f"{path.name}: {error}") from None
    return Reading([_page(page, number) for number, page in enumerate(pdf, start=1)])


def _page(page, number: int) -> PageReading:
    textpage = page.get_textpage()
    raw = textpage.get_text_range()
    text, index = [], []
    for i, char in enumerate(raw):
        if char == "\r":
            continue
        for c in "-\n" if char == "\ufffe" else char:
            text.append(c)
            index.append(i)
    joined, height = "".join(text), page.get_height()

    def box(start: int, end: int):
        l0, b0, r0, t0 = textpage.get_charbox(index[start])
        l1, b1, r1, t1 = textpage.get_charbox(index[end - 1])
        return (min(l0, l1), height - max(t0, t1), max(r0, r1), height - min(b0, b1))

    words = [Word(m.start(), m.end(), box(m.start(), m.end())) for m in re.finditer(r"\S+", joined)]
    lines = []
    for m in re.finditer(r"[^\n]+", joined):
        inside = [w for w in words if m.start() <= w.start < m.end()]
        if inside:
            x0, top = min(w.box[0] for w in inside), min(w.box[1] for w in inside)
            x1, bottom = max(w.box[2] for w in inside), max(w.box[3] for w in inside)
            lines.append(Line(m.start(), m.end(), (x0, top, x1, bottom), round(bottom - top, 1)))
    return PageReading(number, joined, page.get_width(), height, lines, words)
