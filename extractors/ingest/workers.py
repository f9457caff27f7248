"""Processes that read one document at a time under limits, and can be killed without harm to the rest.

Every process imports the readers once and then takes jobs from a pipe of its own. pdfium is not thread-safe: one document
in a process at a time.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from extractors.limits import Limits
from minutes.language import _, worded

if TYPE_CHECKING:
    from minutes.packing import Packed
    from minutes.records import Document

TICK_S = 0.25
ORPHAN_S = 10
GARBAGE = 100_000
"""New objects between two searches for cycles; Python's own is 700, a page makes some thousands, hardly one of them in a cycle."""
MB = 1_000_000
FORK_IS_SAFE = sys.platform == "linux"


@dataclass(frozen=True, slots=True)
class Job:
    """A document to read. `rules`: files of rule sets to judge it by beside the law's (minutes.criteria.Texts). `content` stands in for
    the file where the reader does not see the same disk."""

    path: str
    passwords: tuple[str, ...] = ()
    rules: tuple[tuple[str, str], ...] = ()
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that was not read; `reason` is one line for the user. `again`: it took its process along, and may do better alone."""

    reason: str
    again: bool = False


Outcome: TypeAlias = "Packed | Document | Failure"
"""What comes of a job: rows for the database, or a document that is not stored."""
Work = Callable[[Job, Limits], Outcome]


class Reader:
    """One process that reads; `start` it, `give` it a job, `take` the outcome, or `end` it.

    `forked`: a copy of this process, which begins at once and may be had while nothing heavy is loaded here. Otherwise all readers
    are copies of one process that has loaded everything.
    """

    def __init__(self, limits: Limits, work: Work | None = None, forked: bool = False) -> None:
        self.limits = limits
        self.job: Job | None = None
        self.deadline = 0.0
        context: Any = get_context(("fork" if forked and FORK_IS_SAFE else "forkserver") if hasattr(os, "fork") else "spawn")
        if context.get_start_method() == "forkserver":
            prepare(work is None)
        self.connection, theirs = context.Pipe()
        copied = self.connection if context.get_start_method() == "fork" else None
        self.process = context.Process(target=_serve, args=(theirs, limits, work, copied), daemon=True)
        self.process.start()
        theirs.close()

    def give(self, job: Job) -> None:
        """Hand over a job; the time runs from now."""
        self.job, self.deadline = job, time.monotonic() + self.limits.allowed_s
        with suppress(OSError):  # a reader that died while idle: `take` tells
            self.connection.send(job)

    def take(self) -> Outcome:
        """The outcome that the process has sent, or how it died."""
        self.job = None
        try:
            return self.connection.recv()
        except (EOFError, OSError):
            self.process.join(5)
            return Failure(_("læsningen stoppede uventet ({cause})", cause=_cause(self.process.exitcode)), again=True)

    def over(self) -> Failure | None:
        """Which limit the process is over, if any."""
        if time.monotonic() > self.deadline:
            return Failure(
                _("ikke læst færdig på {seconds} sekunder; giv den mere tid med --timeout", seconds=_seconds(self.limits.allowed_s)),
                again=True,
            )
        if _resident_mb(self.process.pid) > self.limits.memory_mb:
            return _too_big(self.limits)
        return None

    def spent(self) -> bool:
        """Whether the process is dead, or holds so much memory that a fresh one should take over."""
        return not self.process.is_alive() or _resident_mb(self.process.pid) > self.limits.memory_mb / 2

    def end(self) -> None:
        """Kill the process."""
        self.process.kill()
        self.process.join()
        self.connection.close()


def prepare(warm: bool = True) -> None:
    """Start the process of which all readers are copies, deaf to Ctrl-C from its first moment: that is for its maker, which ends them.

    `warm`: it loads what reading needs, beside what is done here meanwhile.
    """
    if not hasattr(os, "fork"):
        return
    from multiprocessing import forkserver, resource_tracker

    if warm:
        forkserver.set_forkserver_preload(["extractors.ingest.warm"])
    if threading.current_thread() is not threading.main_thread():
        return
    resource_tracker.ensure_running()  # else the next step would begin it, and let Ctrl-C through
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)  # a Ctrl-C of meanwhile comes now, and is not lost


def _cause(exitcode: int | None) -> str:
    if exitcode is not None and exitcode < 0:
        return f"signal {-exitcode}"
    return _("afsluttet med {code}", code=exitcode)


def _seconds(value: float) -> str:
    from minutes.danish import in_print

    return worded(in_print(Decimal(str(value))))


def _too_big(limits: Limits) -> Failure:
    return Failure(_("brugte mere end {memory} MB hukommelse", memory=limits.memory_mb), again=True)


def _resident_mb(pid: int | None) -> float:
    """The memory that a process holds, 0 where the system does not tell."""
    try:
        with open(f"/proc/{pid}/statm", "rb", buffering=0) as statm:
            return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / MB
    except (OSError, ValueError, IndexError):
        return 0.0


def _serve(connection: Connection, limits: Limits, work: Work | None, copied: Connection | None) -> None:
    """Read until the owner is gone. `copied`: the owner's end, which a forked reader has too, and holding it would never learn of that."""
    if copied:
        copied.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if work is None:
        from extractors.ingest.work import read_job

        work = read_job
    _confine(limits.memory_mb)
    settle()
    while True:
        try:
            job = connection.recv()
            _wake(limits.allowed_s + ORPHAN_S)
            outcome = guarded(work, job, limits)
            _wake(0)
            connection.send(outcome)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return


def settle() -> None:
    """Let the garbage collector leave alone what is loaded, and look less often through the records of a document, which hold no cycles."""
    gc.freeze()
    gc.set_threshold(GARBAGE)


def _wake(seconds: float) -> None:
    """Die after so many seconds: a reader whose owner was killed must not hang on for ever."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def guarded(work: Work, job: Job, limits: Limits) -> Outcome:
    """The outcome of a job, also when the program itself is at fault."""
    try:
        return work(job, limits)
    except MemoryError:
        return _too_big(limits)
    except Exception as error:
        return Failure(describe(error))


def _confine(memory_mb: int) -> None:
    """Let an allocation beyond the limit fail at once, where the system can."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory_mb * MB, memory_mb * MB))
    except (ImportError, OSError, ValueError):
        pass


class Pool:
    """So many readers. A document that kills its reader among others is read once more when all others are done, alone."""

    def __init__(self, limits: Limits, readers: int, work: Work | None = None, forked: bool = False) -> None:
        self.limits, self.size, self.work, self.forked = limits, readers, work, forked
        self.stopped, self.given = False, 0

    def stop(self) -> None:
        """Take no more jobs; those in hand are finished."""
        self.stopped = True

    def run(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Outcome]]:
        """The outcome of every job, as they come. A reader gets its next job when its last outcome has been fetched: nothing piles up."""
        again: deque[Job] = deque()
        for job, outcome in self._round(iter(jobs), self.size):
            if isinstance(outcome, Failure) and outcome.again and self.given > 1:
                again.append(job)
            else:
                yield job, outcome
        yield from self._round(iter(again), 1)

    def _round(self, jobs: Iterator[Job], size: int) -> Iterator[tuple[Job, Outcome]]:
        readers: list[Reader] = []
        came: list[tuple[Job, Outcome]] = []
        try:
            while True:
                self._feed(readers, jobs, size)
                yield from came
                if not any(reader.job for reader in readers):
                    return
                came = list(self._fetch(readers))
        finally:
            for reader in readers:
                reader.end()

    def _feed(self, readers: list[Reader], jobs: Iterator[Job], size: int) -> None:
        """A job for every free reader, so that none waits while the outcomes are stored."""
        while sum(reader.job is not None for reader in readers) < size and not self.stopped:
            job = next(jobs, None)
            if job is None:
                return
            free = next((reader for reader in readers if not reader.job), None)
            if free is None:
                readers.append(free := Reader(self.limits, self.work, self.forked))
            free.give(job)
            self.given += 1

    def _fetch(self, readers: list[Reader]) -> Iterator[tuple[Job, Outcome]]:
        """What has come in within a tick; readers over a limit are ended."""
        busy: dict[Any, tuple[Reader, Job]] = {reader.connection: (reader, reader.job) for reader in readers if reader.job}
        for connection in wait(list(busy), TICK_S):
            reader, job = busy.pop(connection)
            outcome = reader.take()
            if reader.spent() or isinstance(outcome, Failure) and outcome.again:
                readers.remove(reader)
                reader.end()
            yield job, outcome
        for reader, job in busy.values():
            if said := reader.over():
                readers.remove(reader)
                reader.end()
                yield job, said


def cores() -> int:
    """How many processes may run at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def describe(error: BaseException) -> str:
    """A fault of the program in one line: what and where, for the one who mends it."""
    trace: Any = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" ({Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno})" if trace else ""
    said = _("fejl i programmet selv: {error}", error=f"{type(error).__name__}{where}: {error}")
    return said.split("\n")[0][:300]
