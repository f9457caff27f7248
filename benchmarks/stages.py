"""What becomes of a document after reading: extracting, judging, packing, storing, each in milliseconds a page."""

from __future__ import annotations

import hashlib
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from extractors.document import extract
from extractors.ingest.workers import settle
from extractors.reading import read
from minutes import store
from minutes.checks import judge
from minutes.database import open_database
from minutes.packing import pack


def stages(paths: Sequence[Path], folder: Path) -> dict[str, float]:
    """Milliseconds of CPU a page for each stage."""
    spent: dict[str, float] = defaultdict(float)
    db, pages = open_database(folder / "stages.db"), 0

    @contextmanager
    def timed(stage: str) -> Iterator[None]:
        before = time.process_time()
        yield
        spent[stage] += time.process_time() - before

    judge([extract(read(paths[0]), paths[0].name, "0")])
    settle()
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
