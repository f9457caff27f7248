"""The command `minutes ingest`: options in, exit code out."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from extractors.ingest import progress
from extractors.ingest.run import Ingest, Readers, Summary, Teller
from extractors.ingest.sought import Sought, find
from extractors.ingest.workers import Limits, Pool, cores
from minutes.criteria import Texts, load, texts
from minutes.language import _, count
from minutes.own_rules import judge_again, keep, kept
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
    criteria: Path | None = None,
) -> int:
    """Ingest and say how it went. Raises CannotStore and CriteriaError."""
    limits = Limits(timeout, memory, max_pages, max_size, ocr)
    keys, own = all_passwords(passwords, password_file), criteria and texts(criteria)
    load(own)
    sought = find(Path(os.path.abspath(path)) for path in paths)
    teller = progress.teller(as_json, write)
    try:
        said = _ingest(sought, db, teller, keys, own, lambda: _readers(limits, workers, cluster)) if sought[0] else _nothing(sought, teller)
    finally:
        teller.close()
    for line in [progress.summary_json(said)] if as_json else progress.summary(said):
        write(line)
    return _code(said)


def _ingest(sought: Sought, db: Path, teller: Teller, keys: tuple[str, ...], own: Texts | None, readers: Callable[[], Readers]) -> Summary:
    opened = open_database(db)
    if again := judge_again(opened) if own is None else keep(opened, own):
        teller.line(_("andre regler end før: {documents} er efterprøvet igen", documents=count(again, "dokument", "dokumenter")))
    return Ingest(opened, teller, keys, kept(opened)).run(sought, readers())


def _nothing(sought: Sought, teller: Teller) -> Summary:
    """There is nothing to read, and no database is made for it."""
    for path, reason in sought[1]:
        teller.file(path, "failed", reason)
    return Summary(files=len(sought[1]), failed=sought[1])


def _readers(limits: Limits, workers: int | None, cluster: str | None) -> Readers:
    if cluster is None:
        return Pool(limits, workers or cores())
    from extractors.ingest.cluster import Cluster

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
