"""What a reader process does with one job: bytes in, rows out. Also what a machine of a cluster runs."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from extractors.document import read_document
from extractors.reading import CannotRead
from extractors.workers import MB, Failure, Job, Limits, Outcome, shown
from minutes.checks import judge
from minutes.packing import Packed, pack


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
    if path.stat().st_size > limits.size_mb * MB:
        return Failure(f"filen fylder mere end {limits.size_mb} MB")
    document = _with_passwords(path, job.passwords)
    if len(document.pages) > limits.pages:
        return Failure(f"dokumentet har {len(document.pages)} sider; grænsen er {limits.pages}")
    (report,) = judge([replace(document, file=shown(document.file))])
    return pack(report, path.stat().st_size)


def _with_passwords(path: Path, passwords: tuple[str, ...]):
    """The document, read without a password or with the first that opens it."""
    first: CannotRead | None = None
    for password in (None, *passwords):
        try:
            return read_document(path, password)
        except CannotRead as error:
            first = first or error
    raise first
