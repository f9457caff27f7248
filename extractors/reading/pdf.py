"""PDF files through pypdfium2: text, lines and words with boxes on every page, tables where a page has ruling lines.

pdfium is not thread-safe: one thread a process. Nothing is lost in silence: a page that gives no text, or text that is
none, is an `Unread`.
"""

from __future__ import annotations

import os
from pathlib import Path

from extractors.limits import LIMITS, Limits
from extractors.reading import CannotRead, NeedsPassword, PageReading, Reading, beyond, quality
from minutes import retold
from minutes.language import _
from minutes.records import Unread

DAMAGED = "filen er beskadiget eller er ikke en PDF"
LOCKED = "filen er krypteret på en måde, som ikke kan læses"
FEW_CHARS = 40
"""A page that is mostly a picture with less text than this is taken for a scan."""


def read(path: Path, password: str | None = None, limits: Limits = LIMITS) -> Reading:
    """Read a PDF into pages. Raises `CannotRead`, or `NeedsPassword` for an encrypted file."""
    from extractors.reading import forms

    document = _open(path, password)
    try:
        count = len(document)
        if count < 1:
            raise CannotRead(_(LOCKED) if _encrypted(document) else _("filen har ingen sider; den er måske beskadiget"))
        out = Reading([], title=_title(document))
        filled = forms.has_fields(document)
        for index in range(min(count, limits.pages)):
            _read_page(document, index, out, limits, filled)
        if len(out.unread) == len(out.pages) and all(entry.why == retold.DAMAGED_PAGE for entry in out.unread):
            raise CannotRead(_(DAMAGED))
        if count > limits.pages:
            out.unread.append(beyond(count, limits))
        return out
    finally:
        document.close()


def _title(document) -> str | None:
    """The title that the file carries; None for one that is no text."""
    try:
        return document.get_metadata_value("Title").strip() or None
    except UnicodeDecodeError:
        return None


def _open(path: Path, password: str | None):
    """The open document. Old files keep their password in Latin letters, new ones in UTF-8: both are tried."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    name, error = os.fsencode(path), 0
    for attempt in dict.fromkeys([None] if password is None else [password.encode(), password.encode("latin-1", "replace")]):
        raw = pdfium.FPDF_LoadDocument(name, attempt)
        if raw:
            return pypdfium2.PdfDocument(raw)
        error = pdfium.FPDF_GetLastError()
        if error != pdfium.FPDF_ERR_PASSWORD:
            break
    if error == pdfium.FPDF_ERR_PASSWORD:
        if password:
            raise NeedsPassword(_("adgangskoden passer ikke"))
        raise NeedsPassword(_("filen er beskyttet med en adgangskode; giv den med --password"))
    if error == pdfium.FPDF_ERR_SECURITY:
        raise CannotRead(_(LOCKED))
    raise CannotRead(_(DAMAGED))


def _encrypted(document) -> bool:
    import pypdfium2.raw as pdfium

    return pdfium.FPDF_GetSecurityHandlerRevision(document.raw) >= 0


def _read_page(document, index: int, out: Reading, limits: Limits, filled: bool) -> None:
    """Read one page into `out`; a page that cannot be loaded stays as an empty page with an `Unread`. `filled`: it may have a form."""
    import pypdfium2.raw as pdfium

    from extractors.reading import forms

    number = index + 1
    page, printed = pdfium.FPDF_LoadPage(document.raw, index), None
    if page and filled:
        page, printed = forms.drawn(document, page, index, limits.chars_per_page)
    if not page:
        out.pages.append(PageReading(number, ""))
        out.unread.append(Unread(retold.PAGES.format(pages=number), retold.DAMAGED_PAGE, number))
        return
    try:
        made, why = page_reading(page, number, limits, printed)
        if limits.ocr and why and why != retold.BLANK and (len(made.text) < FEW_CHARS or why == retold.GARBAGE):
            from extractors.reading.ocr import read_page

            made, why = read_page(page, made, why, limits)
    finally:
        pdfium.FPDF_ClosePage(page)
    out.pages.append(made)
    if why:
        out.unread.append(Unread(retold.PAGES.format(pages=number), why, number))


def page_reading(page, number: int, limits: Limits, printed: int | None) -> tuple[PageReading, str | None]:
    """A loaded page (a raw FPDF_PAGE) as read, and why it cannot be trusted. Lines after the first `printed` are a form's fields."""
    from extractors.reading.glyphs import Place, glyphs
    from extractors.reading.ruled import tables
    from extractors.reading.rulings import rulings

    place = Place(page)
    found, drawn = glyphs(page, place, limits.chars_per_page), rulings(page, place)
    if printed is not None:
        from extractors.reading.forms import placed

        found = placed(found, printed)
    size = place.size()
    made = PageReading(number, found.text, *size, found.lines, found.words, tables(drawn, found.words, found.text), found.raised)
    if not found.words:
        return made, _why_empty(page, drawn.images)
    if drawn.images > 0.4 * size[0] * size[1] > 0 and len(found.text) < FEW_CHARS:
        return made, retold.PICTURE.format(chars=len(found.text))
    if found.cut:
        return made, retold.MORE_CHARS.format(limit=limits.chars_per_page)
    return made, quality.complaint(found.text, found.unmapped, len(found.lines))


def _why_empty(page, images: float) -> str:
    import pypdfium2.raw as pdfium

    if images > 0:
        return retold.NO_TEXT
    if pdfium.FPDFPage_CountObjects(page) > 0 or pdfium.FPDFPage_GetAnnotCount(page) > 0:
        return retold.DRAWN
    return retold.BLANK
