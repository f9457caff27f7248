"""What a reader process does with one job: bytes in, rows out. Also what a machine of a cluster runs."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from extractors import reading
from extractors.document import read_document
from extractors.reading import CannotRead, NeedsPassword
from extractors.workers import Failure, Job, Limits, Outcome, shown
from minutes.checks import judge
from minutes.packing import Packed, pack
from minutes.records import Document


def read_job(job: Job, limits: Limits) -> Outcome:
    """Read, judge and pack one document. What cannot be read is a Failure with one line."""
    try:
        if job.content is None:
            return _read(Path(job.path), job, limits)
        with tempfile.TemporaryDirectory(prefix="minutes-") as folder:
            path = Path(folder, Path(job.path).name)
            path.write_bytes(job.content)
            return _read(path, job, limits)
    except CannotRead as error:
        return Failure(str(error).removeprefix(f"{Path(job.path).name}: "))
    except FileNotFoundError:
        return Failure("filen er væk")
    except OSError as error:
        return Failure(error.strerror or str(error))


def _read(path: Path, job: Job, limits: Limits) -> Packed | Failure:
    before = path.stat()
    document = _opened(path, job.passwords, limits)
    after = path.stat()
    if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size):
        return Failure("filen blev ændret, mens den blev læst; kør igen")
    (report,) = judge([replace(document, file=shown(document.file))])
    return pack(report, after.st_size)


def _opened(path: Path, passwords: tuple[str, ...], limits: Limits) -> Document:
    """The document, read without a password or with the first that opens it. Raises CannotRead."""
    bounds = reading.Limits(pages=limits.pages, megabytes=limits.size_mb)
    for password in (None, *passwords):
        try:
            return read_document(path, password, bounds, limits.ocr)
        except NeedsPassword as error:
            refused = error
    raise refused
