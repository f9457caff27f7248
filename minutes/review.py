"""What `check`, `ledger` and `report` look at, judged: drafts, or the documents of a database, one in memory at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from minutes import called, store, waivers
from minutes.checks import Context, Report, judge, judge_one
from minutes.comparing import Shelf
from minutes.criteria import load
from minutes.database import CannotStore, only_reads, open_database
from minutes.language import _
from minutes.own_rules import kept
from minutes.packing import CHILDREN
from minutes.records import Document

Waivers = dict[str, dict[str, str]]
"""Key of a finding → why, by and when it was put aside."""
Paths = dict[tuple[str, str], str]
"""sha256 and name of a document → a path where it lies."""


@dataclass(slots=True)
class Reviewed:
    """Judged documents, what was put aside, the path of each document, and a line for each file that could not be read."""

    reports: Iterable[Report]
    waivers: Waivers = field(default_factory=dict)
    paths: Paths = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    asked: Callable[[str], bool] = bool
    """Whether a check is one of those that were asked for."""


def reports(db: Any, criteria: Any = None) -> Iterator[Report]:
    """Every document judged with the rule sets given; what differs across documents is stored, where that may be."""
    shelf = Shelf(db, tuple(CHILDREN))
    for number in store.ids(db):
        document, *others = shelf.of([number, *store.linked_to(db, number)])
        report = judge_one(document, Context([document, *others], criteria, shelf.memo, document))
        if not only_reads(db.conn):
            store.put_across(db, number, [f for f in report.findings if any(e.sha256 for e in f.evidence)])
        yield report


def of_database(path: Path, criteria: Any = None) -> Reviewed:
    """Everything that is stored; judged by the rules given, else by those that the database keeps. Raises CannotStore."""
    db = open_database(path, create=False, reads=True)
    if not store.ids(db):
        raise CannotStore(_("{path} har ingen dokumenter; læs dem ind med minutes ingest", path=path))
    paths = called.paths(db.conn)
    return Reviewed(named(reports(db, criteria or load(kept(db))), paths), waived(db), paths)


def of_drafts(documents: list[Document], path: Path | None, criteria: Any, paths: Paths) -> Reviewed:
    """Documents that are not stored, with their `paths`; with a database also compared with what it holds of the same cases. Raises
    CannotStore."""
    if path is None:
        return Reviewed(named(judge(documents, criteria), paths), paths=paths)
    db = open_database(path, create=False, reads=True)
    paths = called.paths(db.conn) | paths
    return Reviewed(named(_beside(documents, db, criteria or load(kept(db))), paths), waived(db), paths)


def named(reports: Iterable[Report], paths: Paths) -> Iterator[Report]:
    """The reports, each document by what it is called among those of the paths."""
    names = called.of_paths(paths)
    return (called.report(report, names) for report in reports)


def _beside(documents: list[Document], db: Any, criteria: Any) -> Iterator[Report]:
    shelf = Shelf(db)
    for document in documents:
        others = [d for d in [*documents, *shelf.beside(document)] if d.sha256 != document.sha256]
        yield judge_one(document, Context([document, *others], criteria, only=document))


def waived(db: Any) -> Waivers:
    """What was put aside, by the key of the finding."""
    return {key: asdict(waiver) for key, waiver in waivers.waivers(db).items()}
