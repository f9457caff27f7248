"""Which files are to be read: those that were named, and in folders those that can be."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from stat import S_ISREG

from minutes.language import _, count
from minutes.output import is_report
from minutes.terminal import printable, shown
from minutes.trouble import answered

Sought = tuple[list[Path], list[tuple[str, str]]]
"""Files, and what is not there or cannot be opened, with the reason."""
OURS = re.compile(r"^minutes\.toml$|\.(?:db|sqlite3?)(?:-wal|-shm)?$")
"""Files of this program, which stand among those that it reads."""
KINDS_TOLD = 5
SUFFIXES = (".pdf", ".txt", ".docx", ".html", ".htm")


def find(paths: Iterable[Path]) -> Sought:
    """The files to read, each once and folders with all below them."""
    found: dict[Path, None] = {}
    failed: list[tuple[str, str]] = []

    def refuse(error: OSError) -> None:
        failed.append((shown(error.filename), answered(error)))

    for path in paths:
        if os.path.isdir(path):
            inside = dict.fromkeys(_inside(path, refuse))
            if not inside and not failed:
                failed.append((shown(path), _("mappen har ingen filer, der kan læses ({suffixes})", suffixes=", ".join(SUFFIXES))))
            found |= inside
        else:
            found[path] = None
    files = []
    for path in found:
        if reason := _unusable(path):
            failed.append((shown(path), reason))
        else:
            files.append(path)
    return files, failed


def passed_over(paths: Iterable[Path]) -> str:
    """A line that tells how many files of other kinds the folders hold, which nobody should think were read; "" for none."""
    names = [
        name
        for path in paths
        if os.path.isdir(path)
        for name in _names(path)
        if not _candidate(name) and not name.startswith((".", "~$")) and not OURS.search(name)
    ]
    if not names:
        return ""
    kinds = sorted({Path(name).suffix.lower() or name for name in names})
    said = ", ".join(map(printable, kinds[:KINDS_TOLD])) + " …" * (len(kinds) > KINDS_TOLD)
    return _("{files} af andre typer er ikke læst ({kinds})", files=count(len(names), "fil", "filer"), kinds=said)


def _names(folder: Path) -> Iterator[str]:
    for _where, folders, names in os.walk(folder):
        folders[:] = (name for name in folders if not name.startswith("."))
        yield from names


def _unusable(path: Path) -> str | None:
    """Why nothing can be read there: a pipe would be waited for without end."""
    try:
        return None if S_ISREG(path.stat().st_mode) else _("er ikke en almindelig fil")
    except OSError as error:
        return answered(error)


def _inside(folder: Path, refuse) -> Iterator[Path]:
    """The files below a folder that can be read, in order of name; hidden ones, those that Word keeps while it is open, and
    reports of ours are none."""
    for where, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (path for name in sorted(names) if _candidate(name) and not _written_by_us(path := Path(where, name)))


def _candidate(name: str) -> bool:
    return name.lower().endswith(SUFFIXES) and not name.startswith((".", "~$"))


def _written_by_us(path: Path) -> bool:
    return path.suffix.lower() in (".html", ".htm") and is_report(path)
