"""A reader for the tests of ingest: what a file says is what happens."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from dataclasses import replace
from pathlib import Path

from extractors.ingest.workers import Failure, Job, Outcome
from extractors.limits import Limits
from minutes.terminal import shown
from tests.store_cases import document, packed


def work(job: Job, limits: Limits) -> Outcome:
    """Read a file in the way that its first word tells; every try is noted beside it."""
    path = Path(job.path)
    with Path(f"{path}.tries").open("a") as tries:
        tries.write("x")
    return happen(path.read_text().split(), path, limits)


def happen(words: list[str], path: Path, limits: Limits) -> Outcome:
    """What the words ask for; any other word is a document."""
    first = Path(f"{path}.tries").stat().st_size == 1
    match words[0]:
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
        case "die-once" if first:
            os.kill(os.getpid(), signal.SIGKILL)
        case "hang":
            time.sleep(60)
        case "eat":
            held = bytearray(400_000_000)
            time.sleep(60)
            return Failure(str(len(held)))
        case "slow":
            time.sleep(0.3)
        case "locked":
            return Failure("kræver en adgangskode")
        case "wrong":
            return replace_rows()
    return packed(document(hashlib.sha256(path.read_bytes()).hexdigest(), file=shown(path.name)))


def replace_rows() -> Outcome:
    """A document that the database refuses."""
    return replace(packed(), rows={"decisions": [[None] * 3]})

