"""The open database that a command is about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from commands.speaking import settled, stop

if TYPE_CHECKING:
    from sqlite_utils import Database


def opened(db: Path | None, reads: bool = False) -> Database:
    """The database that was named, or the settled one; it must be there. `reads`: nothing will be written."""
    from minutes.database import CannotStore, open_database

    try:
        return open_database(db or Path(settled().db), create=False, reads=reads)
    except CannotStore as error:
        stop(str(error))
