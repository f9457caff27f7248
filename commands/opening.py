"""The open database that a command is about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from commands.speaking import settled, stop
from minutes.language import _

if TYPE_CHECKING:
    from sqlite_utils import Database

    from minutes.config import Config


def own_rules(settings: Config, named: Path | None) -> Path | None:
    """The folder of one's own rules that was named, or the settled one, which must be there."""
    if named or not settings.criteria:
        return named
    if not Path(settings.criteria).is_dir():
        stop(f"{settings.path}: criteria: " + _("{path} findes ikke", path=settings.criteria))
    return Path(settings.criteria)


def opened(db: Path | None, reads: bool = False) -> Database:
    """The database that was named, or the settled one; it must be there. `reads`: nothing will be written."""
    from minutes.database import CannotStore, open_database

    try:
        return open_database(db or Path(settled().db), create=False, reads=reads)
    except CannotStore as error:
        stop(str(error))
