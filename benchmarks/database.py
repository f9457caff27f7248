"""A database that grows: how fast documents are stored, found, loaded, merged and copied when it holds many."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from extractors.document import read_document
from minutes import store, upkeep
from minutes.checks import judge
from minutes.database import open_database
from minutes.packing import Packed, pack
from minutes.search import search

BATCH = 100
RARE, COMMON = "ord17", "kommune"


def fill(paths: Sequence[Path], db_path: Path, count: int) -> list[float]:
    """Store `count` documents, variations of those given; documents a second for each batch."""
    db = open_database(db_path)
    packed = [pack(judge([read_document(path)])[0]) for path in paths]
    rates = []
    for first in range(0, count, BATCH):
        batch = [varied(packed[n % len(packed)], n) for n in range(first, first + BATCH)]
        began = time.perf_counter()
        for n, document in enumerate(batch, start=first):
            store.put(db, document, f"/{n}.pdf")
        rates.append(BATCH / (time.perf_counter() - began))
    db.close()
    return rates


def varied(packed: Packed, n: int) -> Packed:
    """The same document with other bytes, a case of its own and words of its own."""
    sha256 = f"{n:064}"
    document = [sha256 if value == packed.sha256 else value for value in packed.document]
    passages = [(*passage[:-1], f"{passage[-1]} ord{n} tal{n % 977}") for passage in packed.passages]
    return replace(packed, sha256=sha256, document=document, passages=passages, keys=[f"sag:{n}"])


def uses(db_path: Path, folder: Path) -> dict[str, str]:
    """What it takes to use a database of this size."""
    db = open_database(db_path)
    chosen = store.ids(db)[:200]
    megabytes = db_path.stat().st_size / 1e6
    copied = seconds(lambda: upkeep.backup(db_path, folder / "copy.db"))
    merged = seconds(lambda: upkeep.merge(folder / "merged.db", [db_path]))
    return {
        "search, a rare word": f"{1000 * typical(lambda: search(db_path, RARE)):.0f} ms",
        f"search, a word in {found(db, COMMON)} passages": f"{1000 * typical(lambda: search(db_path, COMMON)):.0f} ms",
        "load a document with all its records": f"{1000 * seconds(lambda: [store.load(db, n) for n in chosen]) / len(chosen):.1f} ms",
        "backup while in use": f"{megabytes / copied:.0f} MB/s",
        "merge into an empty database": f"{len(store.ids(db)) / merged:.0f} documents/s",
        "size": f"{megabytes:.0f} MB, {1000 * megabytes / db.execute('SELECT sum(page_count) FROM documents').fetchone()[0]:.0f} kB a page",
    }


def found(db: store.Database, word: str) -> int:
    """In how many passages a word stands."""
    return db.execute("SELECT count(*) FROM search WHERE search MATCH ?", [word.removesuffix("e")]).fetchone()[0]


def seconds(work: Callable[[], object]) -> float:
    """Wall seconds of a piece of work."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def typical(work: Callable[[], object]) -> float:
    """Median of five."""
    return statistics.median(seconds(work) for _ in range(5))
