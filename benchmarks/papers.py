"""The PDFs that are measured on, made of the project's own corpus."""

from __future__ import annotations

import itertools
from pathlib import Path

import pypdfium2

RULED = 12
"""Drawn shapes on a page from which it counts as one with tables."""
MADE = Path(__file__).parent.parent / "corpus" / "made"


def made() -> list[Path]:
    """The PDFs of the corpus."""
    return sorted(MADE.glob("*.pdf"))


def small(folder: Path, count: int) -> list[Path]:
    """`count` documents of two to six pages, no two with the same bytes."""
    out = []
    for n, source in zip(range(count), itertools.cycle(made()), strict=False):
        path = folder / f"{n:05}_{source.name}"
        path.write_bytes(source.read_bytes() + f"\n% {n}\n".encode())
        out.append(path)
    return out


def large(folder: Path, pages: int, ruled: bool = False) -> Path:
    """One document of so many pages, whole documents after each other; `ruled` takes only pages with many ruling lines."""
    target = pypdfium2.PdfDocument.new()
    sources = [pypdfium2.PdfDocument(path) for path in made()]
    chosen = [(pdf, [n for n in range(len(pdf)) if not ruled or rulings(pdf[n]) > RULED]) for pdf in sources]
    for pdf, numbers in itertools.cycle([entry for entry in chosen if entry[1]]):
        if len(target) >= pages:
            break
        target.import_pages(pdf, numbers[: pages - len(target)])
    path = folder / f"{'ruled' if ruled else 'mixed'}_{pages}.pdf"
    target.save(path)
    return path


def rulings(page: pypdfium2.PdfPage) -> int:
    """How many drawn shapes a page has: lines and boxes of tables."""
    return sum(shape.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH for shape in page.get_objects(max_depth=1))


def page_count(path: Path) -> int:
    """Pages of a PDF."""
    with pypdfium2.PdfDocument(path) as pdf:
        return len(pdf)
