"""Reading alone: pages a CPU second of this project's reader and of others, the same pages in turn."""

from __future__ import annotations

import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from benchmarks.papers import page_count
from extractors.limits import LIMITS

Engine = Callable[[Path], object]


def pdfplumber_all(path: Path) -> None:
    """Words and tables of every page with pdfplumber alone; pages are closed, or memory runs away."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_words()
            page.extract_tables()
            page.close()


def pdftotext(path: Path) -> None:
    """poppler's words with boxes."""
    subprocess.run(["pdftotext", "-bbox-layout", path, "/dev/null"], check=True, capture_output=True)


def pdfium_text(path: Path) -> None:
    """pypdfium2's plain text, without any place."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            page.get_textpage().get_text_range()


def ours(path: Path) -> None:
    """This project: words with boxes, lines, tables."""
    from extractors.reading import read

    read(path)


def our_words(path: Path) -> None:
    """This project's words with boxes and its lines, without tables."""
    import pypdfium2

    from extractors.reading.glyphs import Place, glyphs

    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            glyphs(page.raw, Place(page.raw), LIMITS.chars_per_page)
            page.close()


ENGINES: dict[str, Engine] = {
    "minutes (words, boxes, lines, tables)": ours,
    "minutes (words, boxes, lines)": our_words,
    "pypdfium2 (text only)": pdfium_text,
    "pdftotext -bbox-layout (words, boxes)": pdftotext,
    "pdfplumber (words, tables)": pdfplumber_all,
}


def cpu_s(work: Callable[[], object]) -> float:
    """CPU seconds of a piece of work, its child processes too."""
    before, children = time.process_time(), resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() - before + (after.ru_utime - children.ru_utime) + (after.ru_stime - children.ru_stime)


def rates(paths: Sequence[Path], rounds: int) -> dict[str, float]:
    """Pages a CPU second for each engine: the median of the rounds, in each of which all take turns."""
    pages = sum(map(page_count, paths))
    taken: dict[str, list[float]] = {name: [] for name in ENGINES}
    for engine in ENGINES.values():
        engine(paths[0])
    for _ in range(rounds):
        for name, engine in ENGINES.items():
            taken[name].append(cpu_s(partial(list, map(engine, paths))))
    return {name: pages / statistics.median(seconds) for name, seconds in taken.items()}
