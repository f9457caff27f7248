"""The command `minutes ingest`: options in, exit code out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from extractors import progress
from extractors.ingest import Ingest, Readers, Summary
from extractors.workers import Limits, Pool, cores
from minutes.language import _
from minutes.store import CannotStore, open_database
from minutes.trouble import answered

DONE, SOME_FAILED, NOTHING, INTERRUPTED = 0, 1, 2, 130


def run(
    paths: tuple[Path, ...],
    db: Path,
    workers: int | None,
    cluster: str | None,
    as_json: bool,
    write: Callable[[str], None],
    *,
    timeout: float | None = None,
    memory: int = 1500,
    max_pages: int = 5000,
    max_size: int = 500,
    passwords: tuple[str, ...] = (),
    password_file: Path | None = None,
    ocr: bool = False,
) -> int:
    """Ingest and say how it went. Raises CannotStore with one line."""
    limits = Limits(timeout, memory, max_pages, max_size, ocr)
    keys = all_passwords(passwords, password_file)
    teller = progress.teller(as_json, write)
    try:
        said = Ingest(open_database(db), teller, keys).run(paths, _readers(limits, workers, cluster))
    finally:
        teller.close()
    for line in [progress.summary_json(said)] if as_json else progress.summary(said):
        write(line)
    return _code(said)


def _readers(limits: Limits, workers: int | None, cluster: str | None) -> Readers:
    if cluster is None:
        return Pool(limits, workers or cores())
    from extractors.cluster import Cluster

    return Cluster(cluster, limits)


def all_passwords(given: tuple[str, ...], file: Path | None) -> tuple[str, ...]:
    """The passwords given, and those of a file with one a line. Raises CannotStore when it cannot be read."""
    if file is None:
        return given
    try:
        return given + tuple(line for line in file.read_text(encoding="utf-8").splitlines() if line)
    except (OSError, UnicodeDecodeError) as error:
        raise CannotStore(
            _("{file}: adgangskoderne kan ikke læses ({error})", file=file, error=answered(error) if isinstance(error, OSError) else error)
        ) from None


def _code(said: Summary) -> int:
    if said.interrupted:
        return INTERRUPTED
    if said.failed:
        return SOME_FAILED if said.read or said.known else NOTHING
    return DONE
