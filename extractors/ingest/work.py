"""What a reader process does with one job: bytes in, rows out. Also what a machine of a cluster runs."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from extractors.document import read_document
from extractors.ingest.workers import Failure, Job
from extractors.limits import Limits
from extractors.reading import CannotRead, NeedsPassword
from minutes.checks import judge
from minutes.criteria import load
from minutes.language import _
from minutes.packing import Packed, pack
from minutes.records import Document
from minutes.trouble import answered


def read_job(job: Job, limits: Limits) -> Packed | Failure:
    """Read, judge and pack one document. What cannot be read is a Failure with one line."""
    return _told(_packed, job, limits)


def read_draft(job: Job, limits: Limits) -> Document | Failure:
    """Read one document that is not to be stored. What cannot be read is a Failure with one line."""
    return _told(_read, job, limits)


def _told(read: Callable[[Path, Job, Limits], Any], job: Job, limits: Limits) -> Any:
    try:
        if job.content is None:
            return read(Path(job.path), job, limits)
        with tempfile.TemporaryDirectory(prefix="minutes-") as folder:
            path = Path(folder, Path(job.path).name)
            path.write_bytes(job.content)
            return read(path, job, limits)
    except CannotRead as error:
        return Failure(str(error))
    except OSError as error:
        return Failure(answered(error))


def _packed(path: Path, job: Job, limits: Limits) -> Packed | Failure:
    before = path.stat()
    document = _read(path, job, limits)
    after = path.stat()
    if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size):
        return Failure(_("filen blev ændret, mens den blev læst; kør igen"))
    (report,) = judge([document], load(job.rules))
    return pack(report, after.st_size)


def _read(path: Path, job: Job, limits: Limits) -> Document:
    """The document, read without a password or with the first that opens it. Raises CannotRead."""
    for password in (None, *job.passwords):
        try:
            return read_document(path, password, limits)
        except NeedsPassword as error:
            refused = error
    raise refused
