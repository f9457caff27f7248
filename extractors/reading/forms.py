"""What was typed into the fields of a PDF form: drawn into the page, so that it is read as the rest of the text, in its place."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

import pypdfium2.raw as pdfium

from extractors.reading import Line
from extractors.reading.glyphs import Glyphs, Place, glyphs


def has_fields(document) -> bool:
    """Has a document (a pypdfium2 `PdfDocument`) a form of the common kind? Readies it for `drawn`."""
    if pdfium.FPDF_GetFormType(document.raw) == pdfium.FORMTYPE_NONE:
        return False
    document.init_forms()
    return document.formenv is not None


def drawn(document, page, index: int, max_chars: int) -> tuple[object, int]:
    """The page (a raw FPDF_PAGE, which is closed) with its fields drawn into it, loaded anew; and how many lines it had before."""
    form, printed = document.formenv.raw, len(glyphs(page, Place(page), max_chars).lines)
    pdfium.FORM_OnAfterLoadPage(page, form)
    pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
    pdfium.FORM_OnBeforeClosePage(page, form)
    pdfium.FPDF_ClosePage(page)
    return pdfium.FPDF_LoadPage(document.raw, index), printed


def placed(found: Glyphs, printed: int) -> Glyphs:
    """The text of a page with the lines of its fields, those after the first `printed`, each behind the printed line that it belongs to."""
    order: dict[int, list[int]] = {i: [i] for i in range(-1, printed)}
    for i in range(printed, len(found.lines)):
        order[_label(found.lines[:printed], found.lines[i])].append(i)
    moved, pieces, at = {}, [], 0
    for i in [i for at_line in order.values() for i in at_line if i >= 0]:
        line = found.lines[i]
        moved[i] = at - line.start
        pieces.append(found.text[line.start : line.end])
        at += len(pieces[-1]) + 1
    starts = [line.start for line in found.lines]

    def shift(start: int) -> int:
        return moved[max(bisect_right(starts, start) - 1, 0)]

    return replace(
        found,
        text="\n".join(pieces),
        lines=sorted(
            (replace(x, start=x.start + moved[i], end=x.end + moved[i]) for i, x in enumerate(found.lines)), key=lambda x: x.start
        ),
        words=sorted((w._replace(start=w.start + (by := shift(w.start)), end=w.end + by) for w in found.words), key=lambda w: w.start),
        raised=[(a + shift(a), b + shift(a)) for a, b in found.raised],
    )


def _label(printed: list[Line], field: Line) -> int:
    """Which printed line a field's line follows: the nearest to its left in the same row, else the last above it; -1 for none."""
    x0, top, _, bottom = field.box
    row = [i for i, line in enumerate(printed) if line.box[1] < (top + bottom) / 2 < line.box[3] and line.box[2] <= x0 + 2]
    above = [i for i, line in enumerate(printed) if line.box[3] <= (top + bottom) / 2]
    if row:
        return max(row, key=lambda i: printed[i].box[2])
    return max(above, key=lambda i: printed[i].box[3]) if above else -1
