"""Files that are read now and not stored: what `minutes extract` and `minutes check FILE` work on.

They are read in processes of their own under the limits of an ingest: a hostile file takes nothing along. A process is a copy of this
one, which has loaded nothing heavy and goes on with the checks meanwhile.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from extractors.ingest.sought import find
from extractors.ingest.workers import MB, Failure, Job, Outcome, Pool, cores
from extractors.limits import Limits
from extractors.reading import refused
from minutes.language import _, count
from minutes.records import Document
from minutes.terminal import printable, shown

T = TypeVar("T")
STANDARD_INPUT, GIVEN = Path("-"), "-.txt"
"""What stands for it among the files, and the name of what is read there."""
WORTH_A_READER = 10
"""So many files, and it pays that one more process loads the readers."""


@dataclass(slots=True)
class Drafts:
    """The documents that could be read, the path of each, and one line for each that could not."""

    documents: list[Document] = field(default_factory=list)
    paths: dict[tuple[str, str], str] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)


def read_all(files: Iterable[Path], passwords: tuple[str, ...] = (), limits: Limits | None = None) -> Drafts:
    """Read every file, and folders with all below them, and what comes in for "-"; one that fails does not stop the rest."""
    limits = limits or Limits()
    files = list(files)
    typed = STANDARD_INPUT in files and not STANDARD_INPUT.exists()
    found, missing = find(path for path in files if not typed or path != STANDARD_INPUT)
    drafts = Drafts(failures=[f"{printable(path)}: {reason}" for path, reason in missing])
    outcomes: dict[str, Outcome] = {str(path): Failure(reason) for path in found if (reason := refused(path, limits))}
    jobs = [_given(passwords, limits)] if typed else []
    jobs += [Job(str(path), passwords) for path in found if str(path) not in outcomes]
    readers = Pool(limits, min(cores(), 1 + len(jobs) // WORTH_A_READER), _read, forked=True)
    outcomes |= {job.path: outcome for job, outcome in _counted(readers.run(jobs), len(jobs))}
    for path in [*(job.path for job in jobs[:typed]), *map(str, found)]:
        outcome, name = outcomes[path], str(STANDARD_INPUT) if typed and path == GIVEN else path
        if isinstance(outcome, Failure):
            drafts.failures.append(f"{printable(name)}: {outcome.reason}")
        elif isinstance(outcome, Document):
            outcome = replace(outcome, file=str(name)) if typed and path == GIVEN else outcome
            drafts.documents.append(outcome)
            drafts.paths[outcome.sha256, outcome.file] = shown(name)
    return drafts


def _given(passwords: tuple[str, ...], limits: Limits) -> Job:
    """What stands on standard input; its first bytes say what it is, else it is text."""
    return Job(GIVEN, passwords, content=sys.stdin.buffer.read(limits.size_mb * MB + 1))


def _counted(outcomes: Iterable[T], files: int) -> Iterator[T]:
    """The outcomes; a person who waits for many files sees on a terminal how far it is."""
    if files < WORTH_A_READER or not sys.stderr.isatty():
        yield from outcomes
        return
    try:
        for done, outcome in enumerate(outcomes, 1):
            print("\r" + _("{done} af {files}", done=done, files=count(files, "fil", "filer")), end="", file=sys.stderr, flush=True)
            yield outcome
    finally:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _read(job: Job, limits: Limits) -> Document | Failure:
    """What the process does; everything heavy is loaded there."""
    from extractors.ingest.work import read_draft

    return read_draft(job, limits)
