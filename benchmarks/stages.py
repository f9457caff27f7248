"""What becomes of a document after reading: extracting, judging, packing, storing, each in milliseconds a page."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from extractors.document import extract
from extractors.reading import read
from minutes import store
from minutes.checks import judge
from minutes.packing import Packed, pack


def stages(paths: Sequence[Path], folder: Path) -> dict[str, float]:
    """Milliseconds of CPU a page for each stage."""
    spent: Counter[str] = Counter()
    db, pages = store.open_database(folder / "stages.db"), 0

    @contextmanager
    def timed(stage: str) -> Iterator[None]:
        before = time.process_time()
        yield
        spent[stage] += time.process_time() - before

    judge([extract(read(paths[0]), paths[0].name, "0")])
    for path in paths:
        with timed("read"):
            reading = read(path)
        with timed("extract"):
            document = extract(reading, path.name, hashlib.sha256(path.read_bytes()).hexdigest())
        with timed("check"):
            (report,) = judge([document])
        with timed("pack"):
            packed = pack(report)
        with timed("store and index"):
            store.put(db, packed, str(path))
        pages += len(document.pages)
    return {stage: 1000 * seconds / pages for stage, seconds in spent.items()}


def growth(path: Path, folder: Path, count: int) -> tuple[float, float, float]:
    """Documents a second stored and indexed: the first 100, and the last 100 of `count`; and the megabytes they fill."""
    db = store.open_database(folder / "growth.db")
    (report,) = judge([extract(read(path), path.name, "0")])
    packed = pack(report)
    rates = []
    for n in range(0, count, 100):
        began = time.perf_counter()
        for i in range(n, n + 100):
            store.put(db, _another(packed, i), f"/{i}.pdf")
        rates.append(100 / (time.perf_counter() - began))
    size = db.execute("PRAGMA page_count").fetchone()[0] * db.execute("PRAGMA page_size").fetchone()[0] / 1e6
    return rates[0], rates[-1], size


def _another(packed: Packed, n: int) -> Packed:
    """The same document with other bytes, a case of its own and words of its own."""
    sha256 = f"{n:064}"
    document = [sha256 if value == packed.sha256 else value for value in packed.document]
    passages = [(*passage[:-1], f"{passage[-1]} ord{n} tal{n % 977}") for passage in packed.passages]
    return replace(packed, sha256=sha256, document=document, passages=passages, keys=[f"sag:{n}"])
