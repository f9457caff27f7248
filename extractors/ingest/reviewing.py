"""What `check`, `ledger` and `report` look at: files that are read now, or the documents of the database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractors.ingest.drafts import Drafts, read_all
from extractors.limits import Limits
from minutes import review
from minutes.checks import Context, Report, judge, judge_one
from minutes.criteria import load
from minutes.own_rules import kept


@dataclass(slots=True)
class Reviewed:
    """Judged documents, what was put aside, the path of each file, and a line for each file that could not be read."""

    reports: Iterable[Report]
    waivers: review.Waivers = field(default_factory=dict)
    paths: review.Paths = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)


def of_files(
    files: Iterable[Path], db: Path | None, criteria: Any, passwords: tuple[str, ...] = (), limits: Limits | None = None
) -> Reviewed:
    """Files that are not stored; with a database they are also compared with what it holds of the same cases. Raises CannotStore."""
    drafts = read_all(files, passwords, limits)
    if db is None:
        return Reviewed(judge(drafts.documents, criteria), {}, drafts.paths, drafts.failures)
    return _beside(drafts, db, criteria)


def of_database(db: Path, criteria: Any) -> Reviewed:
    """Everything that is stored. Raises CannotStore."""
    return Reviewed(*review.of_database(db, criteria))


def _beside(drafts: Drafts, db: Path, criteria: Any) -> Reviewed:
    from minutes import store

    opened = store.open_database(db, create=False, reads=True)
    criteria = criteria or load(kept(opened))

    def judged() -> Iterator[Report]:
        for document in drafts.documents:
            stored = [other for _, other in store.documents(opened, store.linked(opened, document))]
            others = [d for d in [*drafts.documents, *stored] if d.sha256 != document.sha256]
            yield judge_one(document, Context([document, *others], criteria))

    return Reviewed(judged(), review.waived(opened), drafts.paths, drafts.failures)
