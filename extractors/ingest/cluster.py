"""The same reading on many machines: a Dask cluster sends each document to a worker, and only this process stores.

A worker reads in a process of its own under the same limits as here, so that a document can be stopped without losing the worker.
The documents travel as bytes: no disk need be shared. Every machine needs the same version of this program.
"""

from __future__ import annotations

import re
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from extractors import EXTRACTOR_VERSION
from extractors.ingest.workers import TICK_S, Failure, Job, Outcome, Reader, Work
from extractors.limits import Limits
from minutes.database import CannotStore
from minutes.language import _
from minutes.packing import Packed

CONNECT_S = 20
ADDRESS = re.compile(r"(?:(?:tcp|tls)://)?(?:[\w.-]+|\[[0-9a-fA-F:]+\]):\d{1,5}")
"""What Dask can ask for; with anything else it goes on trying for most of a minute."""
AHEAD = 2
"""Documents sent out for each thread of the cluster: one in work, one waiting there."""

_own = threading.local()


def read_here(job: Job, limits: Limits, work: Work | None = None) -> Outcome:
    """Read one document in a process beside this one; runs on the cluster's workers."""
    reader = getattr(_own, "reader", None)
    if reader is None or reader.limits != limits or reader.spent():
        reader = _own.reader = Reader(limits, work)
    reader.give(job)
    while not reader.connection.poll(TICK_S):
        if said := reader.over():
            break
    else:
        said = reader.take()
    if isinstance(said, Failure) and said.again:
        reader.end()
        _own.reader = None
    return said


class Cluster:
    """The readers of a Dask cluster, used as extractors.ingest.workers.Pool is."""

    def __init__(self, address: str, limits: Limits, work: Work | None = None) -> None:
        try:
            from distributed import Client
        except ImportError:
            raise CannotStore(_("--cluster kræver pakken distributed: pip install 'minutes[cluster]'")) from None
        if not ADDRESS.fullmatch(address):
            raise CannotStore(_("{address} er ingen adresse på en klynge; skriv fx tcp://scheduler:8786", address=address))
        try:
            self.client = Client(address, timeout=CONNECT_S, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise CannotStore(
                _("klyngen {address} svarer ikke ({error})", address=address, error=_told(error))
            ) from None
        self.address, self.limits, self.work = address, limits, work
        self.stopped = False

    def stop(self) -> None:
        """Send no more documents out; those in hand are finished."""
        self.stopped = True

    def run(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Outcome]]:
        """The outcome of every job, as they come; one that harms its reader is read once more when all others are done."""
        again: deque[Job] = deque()
        with self.client, self.client.as_current():
            threads = sum(worker["nthreads"] for worker in self._workers().values())
            for job, outcome in self._round(iter(jobs), AHEAD * threads):
                if isinstance(outcome, Failure) and outcome.again:
                    again.append(job)
                else:
                    yield job, outcome
            yield from self._round(iter(again), 1)

    def _workers(self) -> dict[str, Any]:
        try:
            self.client.wait_for_workers(1, timeout=CONNECT_S)
        except TimeoutError:
            raise CannotStore(
                _("klyngen {address} har ingen arbejdere; start dem med dask worker --nthreads 1 --no-nanny", address=self.address)
            ) from None
        return self.client.scheduler_info(n_workers=-1)["workers"]

    def _round(self, jobs: Iterator[Job], ahead: int) -> Iterator[tuple[Job, Outcome]]:
        from distributed import as_completed

        sent: dict[str, Job] = {}
        coming = as_completed()
        while True:
            while len(sent) < ahead and not self.stopped and (job := next(jobs, None)):
                future = self._send(job)
                sent[future.key] = job
                coming.add(future)
            if not sent:
                return
            future = next(coming)
            yield sent.pop(future.key), _outcome(future)

    def _send(self, job: Job) -> Any:
        try:
            content = Path(job.path).read_bytes()
        except OSError:
            content = None
        return self.client.submit(read_here, replace(job, content=content), self.limits, self.work, pure=False)


def _outcome(future: Any) -> Outcome:
    """What a worker said, or why it said nothing."""
    error = future.exception()
    if error is not None:
        return Failure(_("klyngen gav op: {error}", error=f"{type(error).__name__}: {error}".split("\n")[0]))
    said = future.result()
    if isinstance(said, Packed) and said.version != EXTRACTOR_VERSION:
        return Failure(
            _("en arbejder i klyngen kører udgave {theirs} af læseren, her er det {ours}", theirs=said.version, ours=EXTRACTOR_VERSION)
        )
    return said


def _told(error: Exception) -> str:
    return _("intet svar i tide") if "imed out" in str(error) else str(error) or type(error).__name__
