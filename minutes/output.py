"""Files that the program writes: whole or not at all, and never over something that it reads."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from minutes.language import _

DATABASE = b"SQLite format 3\x00"
"""How every SQLite database begins."""

OURS = b'<meta name="generator" content="minutes">'
"""Near the top of every HTML page that the program writes."""


class WouldDestroy(Exception):
    """The file to be written holds something that is not to be lost; the message is one line for the user."""


def spare(output: Path, read: Iterable[Path | str]) -> None:
    """Raises WouldDestroy when `output` is a database, or one of the files that are read."""
    if is_database(output):
        raise WouldDestroy(_("{path} er en database og bliver ikke overskrevet; vælg et andet navn", path=output))
    if any(same(output, path) for path in read):
        raise WouldDestroy(_("{path} er selv en af de filer, der læses; vælg et andet navn", path=output))


def is_database(path: Path) -> bool:
    """Whether the file is an SQLite database."""
    return _beginning(path, len(DATABASE)) == DATABASE


def is_report(path: Path) -> bool:
    """Whether the file is a page that the program wrote itself: it tells of documents, and is none."""
    return OURS in _beginning(path, 4 * len(OURS))


def _beginning(path: Path, length: int) -> bytes:
    """The first bytes of a file; none where there is none, or nobody may read it."""
    if not path.is_file():
        return b""
    try:
        with path.open("rb") as file:
            return file.read(length)
    except OSError:
        return b""


def same(one: Path | str, other: Path | str) -> bool:
    """Whether two paths are one file, also by links."""
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False


def may_be_written(output: Path) -> Path:
    """Where the file itself will lie. Raises OSError where it can be seen beforehand that nothing can be written."""
    target = Path(os.path.realpath(output))
    if not target.parent.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return target


def write_whole(output: Path, content: bytes) -> None:
    """Write a file so that it is whole or, when the disk is full, as it was before. What is no plain file (/dev/stdout) is written to."""
    if output.exists() and not output.is_file():
        output.write_bytes(content)
        return
    target = may_be_written(output)
    half = target.with_name(f".{target.name}.{os.getpid()}.half")
    try:
        half.write_bytes(content)
        if target.exists():
            half.chmod(target.stat().st_mode)
        os.replace(half, target)
    finally:
        with suppress(OSError):
            half.unlink()
