"""The documents of a database judged again, each with those that may be about the same case, one in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from minutes import store, waivers
from minutes.checks import Context, Report, judge_one
from minutes.criteria import load
from minutes.language import _
from minutes.own_rules import kept

Waivers = dict[str, dict[str, str]]
"""Key of a finding → why, by and when it was put aside."""
Paths = dict[tuple[str, str], str]
"""sha256 and name of a document → a path where it lies."""


def reports(db: Any, criteria: Any = None) -> Iterator[Report]:
    """Every document judged with the rule sets given; what differs across documents is stored, where that may be."""
    for number, document in store.documents(db):
        others = [other for _, other in store.documents(db, store.linked(db, document))]
        report = judge_one(document, Context([document, *others], criteria))
        if not store.only_read(db):
            store.put_across(db, number, [f for f in report.findings if any(e.sha256 for e in f.evidence)])
        yield report


def of_database(path: Path, criteria: Any = None) -> tuple[Iterator[Report], Waivers, Paths]:
    """The reports of a whole database, its waivers, and the path of each document; judged by the rules given, else by those that it keeps.

    Raises CannotStore.
    """
    db = store.open_database(path, create=False, reads=True)
    if not store.ids(db):
        raise store.CannotStore(_("{path} har ingen dokumenter; læs dem ind med minutes ingest", path=path))
    sql = "SELECT d.sha256, d.file, f.path FROM files f JOIN documents d ON d.id = f.document"
    paths = {(sha256, file): path for sha256, file, path in db.conn.execute(sql)}
    return reports(db, criteria or load(kept(db))), waived(db), paths


def waived(db: Any) -> Waivers:
    """What was put aside, by the key of the finding."""
    return {key: asdict(waiver) for key, waiver in waivers.waivers(db).items()}
