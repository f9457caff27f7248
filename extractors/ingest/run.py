"""Many files into the database: what is known is skipped, what fails is noted with its reason, and the rest goes on.

Readers (processes here, or on a cluster) turn files into rows; this process alone stores them, one transaction a document.
Running the same command again resumes: only what is not yet stored is read.
"""

from __future__ import annotations

import hashlib
import re
import signal
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from extractors import EXTRACTOR_VERSION
from extractors.ingest.sought import Sought
from extractors.ingest.workers import Failure, Job, Outcome, describe
from extractors.limits import LIMITS, Limits
from minutes import store
from minutes.comparing import compare
from minutes.criteria import Texts, load
from minutes.database import CannotStore
from minutes.language import _
from minutes.packing import CHILDREN, Packed
from minutes.retold import MORE_PAGES
from minutes.terminal import printable, shown
from minutes.trouble import answered, why

if TYPE_CHECKING:
    from sqlite_utils import Database

_BOUND = re.compile(MORE_PAGES.format(limit=r"(\d+)"))


class Readers(Protocol):
    """What turns jobs into outcomes: extractors.ingest.workers.Pool, extractors.ingest.cluster.Cluster."""

    def run(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Outcome]]:
        """The outcome of every job, as they come."""

    def stop(self) -> None:
        """Take no more jobs; those in hand are finished."""


class Teller(Protocol):
    """Who shows how far it is: extractors.ingest.progress."""

    def begin(self, files: int) -> None:
        """So many files are to be read."""

    def file(self, path: str, state: str, reason: str = "", pages: int = 0) -> None:
        """A file is done. `state`: read, known or failed; `reason` says why it failed, `pages` how many were read."""

    def line(self, text: str) -> None:
        """Something else to be told."""

    def close(self) -> None:
        """All is told."""


@dataclass(slots=True)
class Summary:
    """What came of an ingest. `known` were stored before, or stand with the same bytes under another name."""

    files: int = 0
    read: int = 0
    known: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    pages: int = 0
    records: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[str] = field(default_factory=Counter)
    interrupted: bool = False
    seconds: float = 0.0


class Ingest:
    """One run: hands out jobs for what is not stored, and stores what comes back."""

    def __init__(self, db: Database, teller: Teller, passwords: tuple[str, ...] = (), rules: Texts = (), limits: Limits = LIMITS) -> None:
        self.db, self.teller, self.passwords, self.rules = db, teller, passwords, rules
        self.limits, self.summary = limits, Summary()
        self._twins: dict[str, list[tuple[str, int]]] = {}
        self._sha: dict[str, str] = {}
        self._again: set[str] = set()
        self._run: int | None = None

    def run(self, sought: Sought, readers: Readers) -> Summary:
        """Read and store all files that were found. Raises CannotStore when the database takes no more."""
        began = time.monotonic()
        files, failed = sought
        self.summary.files = len(files) + len(failed)
        self.teller.begin(self.summary.files)
        try:
            with self._noted(), self._interruptible(readers):
                for path, reason in failed:
                    self._tell(path, reason)
                for job, outcome in readers.run(self._jobs(files)):
                    self._keep(shown(job.path), outcome)
                if not self.summary.interrupted:
                    across = compare(self.db, load(self.rules))
                    self.summary.findings.update(found.severity for found in across)
                    self.summary.verdicts["differs"] += len(across)
        except sqlite3.Error as error:
            kept = _("databasen {why}; det læste er gemt, kør samme kommando igen bagefter")
            said = kept if self.summary.read else _("databasen {why}")
            raise CannotStore(said.format(why=why(error))) from error
        finally:
            self.summary.seconds = time.monotonic() - began
        return self.summary

    def _jobs(self, files: Iterable[Path]) -> Iterator[Job]:
        """A job for each file whose bytes are neither stored nor in hand."""
        for path in files:
            name = shown(path)
            try:
                with path.open("rb") as file:
                    sha256, size = hashlib.file_digest(file, "sha256").hexdigest(), path.stat().st_size
            except OSError as error:
                self._fail(name, answered(error))
                continue
            document = store.stored(self.db, sha256, EXTRACTOR_VERSION)
            if document is not None and not self._more_of(document) and not self._moved(document, name):
                self._known(name, document, size)
            elif sha256 in self._twins:
                self._twins[sha256].append((name, size))
            else:
                self._twins[sha256], self._sha[name] = [], sha256
                if document is not None:
                    self._again.add(name)
                yield Job(str(path), self.passwords, self.rules)

    def _more_of(self, document: int) -> bool:
        """Whether the limits now allow what they did not when the document was read: OCR, or more pages."""
        for (said,) in self.db.conn.execute("SELECT why FROM unread WHERE document = ?", (document,)):
            bound = _BOUND.fullmatch(said)
            if self.limits.ocr and "--ocr" in said or bound and int(bound[1]) < self.limits.pages:
                return True
        return False

    def _moved(self, document: int, name: str) -> bool:
        """Whether the document is known by the name of a file that is gone; it is read once more, for all that is said of it bears that
        name. Its paths that are gone are dropped."""
        file, gone = store.without_gone(self.db, document)
        if not gone or file == Path(name).name:
            return False
        self.teller.line(_("{path} hed {file}, da den blev læst ind, og får sit nye navn", path=printable(name), file=printable(file)))
        return True

    def _keep(self, name: str, outcome: Outcome) -> None:
        """Store what was read, or why it was not; then the same for the files with the same bytes."""
        sha256 = self._sha.pop(name)
        twins = self._twins.pop(sha256, [])
        if isinstance(outcome, Packed):
            outcome = self._put(name, outcome) or outcome
        if isinstance(outcome, Failure):
            self._fail(name, outcome.reason, sha256)
        document = store.stored(self.db, sha256, EXTRACTOR_VERSION)
        for twin, size in twins:
            if document is not None:
                self._known(twin, document, size)
            else:
                self._fail(
                    twin, outcome.reason if isinstance(outcome, Failure) else _("filen blev ændret, mens den blev læst; kør igen"), sha256
                )

    def _put(self, name: str, packed: Packed) -> Failure | None:
        try:
            store.put(self.db, packed, name, again=name in self._again)
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.DataError, ValueError, OverflowError) as error:
            return Failure(describe(error))
        self.summary.read += 1
        self.summary.pages += packed.page_count
        self.summary.records.update({table: len(packed.rows[table]) for table in CHILDREN})
        self.summary.findings.update(packed.findings)
        self.summary.verdicts.update(packed.verdicts)
        self.teller.file(name, "read", pages=packed.page_count)
        return None

    def _known(self, name: str, document: int, size: int) -> None:
        store.seen(self.db, name, document, size)
        self.summary.known += 1
        self.teller.file(name, "known")

    def _fail(self, name: str, reason: str, sha256: str | None = None) -> None:
        store.fail(self.db, name, reason, sha256, EXTRACTOR_VERSION, self._run)
        self._tell(name, reason)

    def _tell(self, name: str, reason: str) -> None:
        self.summary.failed.append((name, reason))
        self.teller.file(name, "failed", reason)

    @contextmanager
    def _noted(self) -> Iterator[None]:
        """The run stands in the database from its beginning; without an end it was cut off."""
        self._run = store.begin_run(self.db, EXTRACTOR_VERSION)
        yield
        said = self.summary
        store.end_run(self.db, self._run, said.read, said.known, len(said.failed), said.findings.total())

    @contextmanager
    def _interruptible(self, readers: Readers) -> Iterator[None]:
        """The first Ctrl-C finishes the documents in hand, the second ends at once."""

        def stop(number: int, frame: object) -> None:
            signal.signal(number, signal.default_int_handler)
            self.summary.interrupted = True
            self.teller.line(_("Afbryder: de dokumenter, der er i gang, læses færdig (tryk igen for at stoppe straks)"))
            readers.stop()

        own = threading.current_thread() is threading.main_thread()
        before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM) if own}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
