"""Scanned pages through Tesseract with Danish, when it is installed: a subprocess with a time limit for every page."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from statistics import median

from extractors.limits import Limits
from extractors.reading import Line, PageReading, Word
from minutes import retold

DPI = 250
MAX_PIXELS = 40_000_000
_WORD_LEVEL = "5"
_ONE_THREAD = {**os.environ, "OMP_THREAD_LIMIT": "1"}


@cache
def language() -> str | None:
    """The language that Tesseract reads here: Danish, else English; None when it is not installed."""
    if shutil.which("tesseract") is None:
        return None
    try:
        listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, timeout=20, check=False).stdout.split()
    except (OSError, subprocess.SubprocessError):
        return None
    return next((known for known in ("dan", "eng") if known in listed), None)


def read_page(page, made: PageReading, why: str, limits: Limits) -> tuple[PageReading, str]:
    """The page read from its picture, and the remark that it was; as it came, with the reason, when that fails."""
    chosen = language()
    if chosen is None:
        return made, why
    picture, scale = _picture(page, made.width_pt, made.height_pt)
    command = ["tesseract", "stdin", "stdout", "-l", chosen, "--dpi", str(DPI), "tsv"]
    try:
        done = subprocess.run(
            command, input=picture, capture_output=True, timeout=limits.ocr_seconds_per_page, check=False, env=_ONE_THREAD
        )
    except subprocess.TimeoutExpired:
        return made, retold.OCR_SLOW.format(why=why, seconds=limits.ocr_seconds_per_page)
    except OSError as error:
        return made, retold.OCR_ABSENT.format(why=why, error=error.strerror)
    if done.returncode != 0:
        return made, retold.OCR_FAILED.format(why=why)
    read, sure = page_of(done.stdout.decode("utf-8", errors="replace"), made, scale)
    if not read.words:
        return made, retold.OCR_NOTHING
    return read, retold.OCR_READ.format(language=chosen, sure=f"{sure:.0f}")


def _picture(page, width_pt: float, height_pt: float) -> tuple[bytes, float]:
    """The page as a grey PGM picture, and its pixels a point."""
    import ctypes

    import pypdfium2.raw as pdfium

    scale = min(DPI / 72, (MAX_PIXELS / max(width_pt * height_pt, 1)) ** 0.5)
    width, height = max(int(width_pt * scale), 1), max(int(height_pt * scale), 1)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    rows = data if stride == width else b"".join(data[i * stride : i * stride + width] for i in range(height))
    return f"P5 {width} {height} 255\n".encode() + rows, scale


def page_of(tsv: str, made: PageReading, scale: float) -> tuple[PageReading, float]:
    """A page from Tesseract's table of words, and how sure it is, in percent."""
    out = PageReading(made.number, "", made.width_pt, made.height_pt)
    length, key = 0, None
    parts: list[str] = []
    sure: list[float] = []
    for line_key, box, confidence, text in _words(tsv):
        if key is not None:
            parts.append("\n" if line_key != key else " ")
            length += 1
        x0, top, x1, bottom = (value / scale for value in box)
        out.words.append(Word(length, length + len(text), (x0, top, x1, bottom)))
        _extend(out.lines, out.words[-1], line_key != key)
        parts.append(text)
        length, key = length + len(text), line_key
        sure.append(confidence)
    out.text = "".join(parts)
    _even_sizes(out.lines)
    return out, sum(sure) / len(sure) if sure else 0.0


def _even_sizes(lines: list[Line]) -> None:
    """A line's height depends on its letters: sizes near the common one are the common one."""
    if lines:
        common = median(line.size for line in lines)
        for line in lines:
            line.size = common if line.size < 1.35 * common else line.size


def _words(tsv: str) -> Iterator[tuple[tuple[str, ...], tuple[float, float, float, float], float, str]]:
    """(line, box in pixels, confidence, text) of every word."""
    for row in tsv.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != _WORD_LEVEL or not cells[11].strip():
            continue
        left, top, width, height = map(float, cells[6:10])
        yield tuple(cells[2:5]), (left, top, left + width, top + height), float(cells[10]), "".join(cells[11].split())


def _extend(lines: list[Line], word: Word, new: bool) -> None:
    x0, top, x1, bottom = word.box
    if new or not lines:
        lines.append(Line(word.start, word.end, word.box, round(bottom - top, 1)))
        return
    line = lines[-1]
    line.box = (min(line.box[0], x0), min(line.box[1], top), max(line.box[2], x1), max(line.box[3], bottom))
    line.end, line.size = word.end, round(line.box[3] - line.box[1], 1)
