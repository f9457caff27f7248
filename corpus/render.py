"""From a source to files: PDF by WeasyPrint or a browser, a scan of one, and text, Word and HTML of the same words.

Building twice gives the same bytes: no dates, no random names.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
import textwrap
import zipfile
from collections.abc import Iterator
from pathlib import Path

from corpus.source import Source

BASE = """body{font-family:"Liberation Sans";font-size:10.5pt;line-height:1.45;hyphens:manual}
.n{hyphens:manual} table{border-collapse:collapse;margin:8pt 0} td.r{text-align:right}
.tot td{font-weight:bold} h1{font-size:15pt} h2{font-size:12pt} h3{font-size:10.5pt}"""
LONG_AGO = (1980, 1, 1, 0, 0, 0)
BLOCKS = ("h1", "h2", "h3", "h4", "p", "li", "table", "div")
PDF_DATE = re.compile(rb"\(D:\d{14}[^)]*\)")


def page(source: Source) -> str:
    """The whole HTML page of a source."""
    return (f'<html lang="da"><head><meta charset="utf-8"><title>{source.title}</title>'
            f"<style>{BASE}{source.css}</style></head><body>{source.html}</body></html>")


def pdf(source: Source) -> bytes | None:
    """The PDF, or None for a document whose PDF came from elsewhere and is kept as it is."""
    if source.engine == "kept":
        return None
    made = _browser(page(source)) if source.engine == "browser" else _weasyprint(page(source))
    return _scan(made) if source.scanned else made


def file(source: Source, kind: str) -> bytes:
    """The document as a file of this kind: `pdf`, `docx`, `html` or `txt`."""
    if kind == "pdf":
        return pdf(source) or b""
    if kind == "docx":
        return docx(source)
    return (text(source) if kind == "txt" else page(source)).encode()


def _weasyprint(text: str) -> bytes:
    import weasyprint

    return weasyprint.HTML(string=text).write_pdf()


def _browser(text: str) -> bytes:
    """A page printed from a browser, as readers save what a council shows on the web."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        raise SystemExit("Dokumentet trykkes fra en browser: installér Chromium.")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "page.html").write_text(text, encoding="utf-8")
        subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                        f"--print-to-pdf={folder}/page.pdf", f"file://{folder}/page.html"],
                       check=True, capture_output=True, timeout=60)
        return PDF_DATE.sub(lambda m: b"(D:" + b"0" * (len(m[0]) - 4) + b")", Path(folder, "page.pdf").read_bytes())


def _scan(made: bytes, dots_per_inch: int = 130) -> bytes:
    """The pages as pictures, as from a copier: no text is left in the file."""
    import pypdfium2

    scale = dots_per_inch / 72
    sheets = [sheet.render(scale=scale, grayscale=True).to_pil() for sheet in pypdfium2.PdfDocument(made)]
    pictures = [_picture(sheet) for sheet in sheets]
    style = "@page{size:A4;margin:0} img{width:210mm;height:297mm;display:block}"
    return _weasyprint(f"<html><style>{style} body{{margin:0}}</style><body>{''.join(pictures)}</body></html>")


def _picture(sheet) -> str:
    import base64

    stream = io.BytesIO()
    sheet.quantize(8).save(stream, "PNG", optimize=True)
    return f'<img src="data:image/png;base64,{base64.b64encode(stream.getvalue()).decode()}">'


def _tree(source: Source):
    from lxml import html

    tree = html.fromstring(page(source))
    for br in tree.iter("br"):
        br.tail = "\n" + (br.tail or "")
    return tree.find("body")


def _blocks(element) -> Iterator[tuple[str, object]]:
    """The innermost blocks in order: ("p", element), ("table", element) ..."""
    for child in element:
        if child.tag == "table" or (child.tag in BLOCKS and not any(c.tag in BLOCKS for c in child.iterdescendants())):
            yield child.tag, child
        else:
            yield from _blocks(child)


def _words(element) -> str:
    lines = element.text_content().replace("\u00ad", "").split("\n")
    return "\n".join(re.sub(r"[ \t]+", " ", line).strip() for line in lines).strip()


def _rows(table) -> list[list[str]]:
    return [[_words(cell) for cell in row.iter("td", "th")] for row in table.iter("tr")]


def text(source: Source, width: int = 92) -> str:
    """The words as plain text, lines broken at `width`; a table's cells stand in columns."""
    parts = []
    for tag, block in _blocks(_tree(source)):
        if tag == "table":
            parts.append(_columns(_rows(block)))
        else:
            mark = "- " if tag == "li" else ""
            lines = (mark + _words(block)).split("\n")
            parts.append("\n".join(textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in lines))
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def _columns(rows: list[list[str]]) -> str:
    wide = [max(len(row[i].replace("\n", " ")) if i < len(row) else 0 for row in rows) for i in range(max(map(len, rows)))]
    return "\n".join("   ".join(c.replace("\n", " ").ljust(wide[0]) if i == 0 else c.replace("\n", " ").rjust(wide[i])
                                for i, c in enumerate(row)).rstrip() for row in rows)


def docx(source: Source) -> bytes:
    """The words as a Word document with headings, lists and tables."""
    import docx as word

    paper = word.Document()
    for tag, block in _blocks(_tree(source)):
        if tag == "table":
            _word_table(paper, _rows(block))
        elif tag in ("h1", "h2", "h3", "h4"):
            paper.add_heading(_words(block), int(tag[1]))
        else:
            paper.add_paragraph(_words(block), style="List Bullet" if tag == "li" else None)
    stream = io.BytesIO()
    paper.save(stream)
    return _undated(stream.getvalue())


def _word_table(paper, rows: list[list[str]]) -> None:
    table = paper.add_table(rows=len(rows), cols=max(map(len, rows)), style="Table Grid")
    for line, row in zip(table.rows, rows, strict=True):
        for cell, words in zip(line.cells, row, strict=False):
            cell.text = words


def _undated(archive: bytes) -> bytes:
    """The same archive without the time of day in it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            new.writestr(zipfile.ZipInfo(name, LONG_AGO), old.read(name), zipfile.ZIP_DEFLATED)
    return stream.getvalue()
