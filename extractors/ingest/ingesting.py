"""One ingest from the paths that were named to the summary of what came of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.ingest import progress
from extractors.ingest.sought import Sought, find, passed_over
from extractors.ingest.workers import Pool, cores, prepare, settle
from extractors.limits import Limits
from minutes.criteria import Texts, load, texts
from minutes.database import open_database
from minutes.language import _, count
from minutes.own_rules import judge_again, keep, kept

if TYPE_CHECKING:
    from extractors.ingest.run import Readers, Summary, Teller


def run(
    paths: tuple[Path, ...],
    db: Path,
    limits: Limits,
    write: Callable[[str], None],
    *,
    workers: int | None = None,
    cluster: str | None = None,
    as_json: bool = False,
    passwords: tuple[str, ...] = (),
    criteria: Path | None = None,
) -> Summary:
    """Ingest and say how it went. Raises CannotStore and CriteriaError."""
    own = texts(criteria) if criteria else None
    load(own)
    sought = find(Path(os.path.abspath(path)) for path in paths)
    if sought[0] and cluster is None and not db.exists():
        prepare()  # what is not in a new database will be read: the readers load while it is made
    reached = _readers(limits, workers, cluster) if sought[0] and cluster is not None else None  # before a database is made for nothing
    teller = progress.teller(as_json, write)
    try:
        said = (
            _ingest(sought, db, teller, passwords, own, limits, lambda: reached or _readers(limits, workers, cluster))
            if sought[0]
            else _nothing(sought, teller)
        )
    finally:
        teller.close()
    if others := passed_over(paths):
        teller.line(others)
    for line in [progress.summary_json(said)] if as_json else progress.summary(said):
        write(line)
    return said


def _ingest(
    sought: Sought, db: Path, teller: Teller, keys: tuple[str, ...], own: Texts | None, limits: Limits, readers: Callable[[], Readers]
) -> Summary:
    from extractors.ingest.run import Ingest

    with closing(open_database(db)) as opened:  # which folds the log into the file: it may be copied or sent
        if again := judge_again(opened) if own is None else keep(opened, own):
            teller.line(_("andre regler end før: {documents} er efterprøvet igen", documents=count(again, "dokument", "dokumenter")))
        settle()
        return Ingest(opened, teller, keys, kept(opened), limits).run(sought, readers())


def _nothing(sought: Sought, teller: Teller) -> Summary:
    """There is nothing to read, and no database is made for it."""
    from extractors.ingest.run import Summary

    for path, reason in sought[1]:
        teller.file(path, "failed", reason)
    return Summary(files=len(sought[1]), failed=sought[1])


def _readers(limits: Limits, workers: int | None, cluster: str | None) -> Readers:
    if cluster is None:
        return Pool(limits, workers or cores())
    from extractors.ingest.cluster import Cluster

    return Cluster(cluster, limits)
