"""PDF files through pypdfium2: text, lines and words with boxes on every page, tables where a page has ruling lines."""

from __future__ import annotations

from pathlib import Path

from extractors.reading import CannotRead, PageReading, Reading


def read(path: Path, password: str | None = None) -> Reading:
    """Read a PDF into pages."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(path, password=password)
    except pypdfium2.PdfiumError as error:
        raise CannotRead(f"{path.name}: {error}") from None
    return Reading([_page(page, number) for number, page in enumerate(pdf, start=1)])


def _page(page, number: int) -> PageReading:
    from extractors.reading.glyphs import Place, glyphs
    from extractors.reading.ruled import tables
    from extractors.reading.rulings import rulings

    place = Place(page.raw)
    found = glyphs(page.raw, place, 400_000)
    drawn = rulings(page.raw, place)
    width, height = page.get_size()
    page.close()
    return PageReading(number, found.text, width, height, found.lines, found.words, tables(drawn, found.words), raised=found.raised)
