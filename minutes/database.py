"""The file of the database: opened, brought to this schema, and written in transactions.

`open_database` gives an `sqlite_utils.Database` in WAL mode with foreign keys on; everything that writes goes through
`transaction`, so that two programs may write at once.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from logging import getLogger
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minutes.language import _
from minutes.migrations import NewerDatabase, migrate
from minutes.trouble import why

if TYPE_CHECKING:
    from sqlite_utils import Database

BUSY_TIMEOUT_S, SOON_S = 60, 3
"""How long another writer is waited for, and after how long the user is told."""
CACHE_KIB = 65_536
"""Room for the inner pages of every index of some ten thousand documents; with SQLite's own 2 MB each document costs more than the last."""
CHECKPOINT_PAGES = 16_384
"""The log is written into the database when it holds 64 MB: a page of an index that every document touches is then written there once,
with SQLite's own 4 MB for each handful of documents, and more often the larger the index is."""
NAMES = (".db", ".sqlite", ".sqlite3", "")
"""How the names of files end that are taken for databases while they are empty."""
OUR_TABLES = {"migrations", "documents", "files", "failures", "findings", "waivers"}
"""Tables that every release has had; a database without them is another program's."""


class CannotStore(Exception):
    """The database cannot be used; the message is one line for the user."""


class Damaged(CannotStore):
    """The file is no longer a whole database."""


def open_database(path: Path | str, create: bool = True, reads: bool = False) -> Database:
    """Open a database and bring it to this schema. Raises CannotStore with one line that says what to do.

    `reads`: nothing will be written, so that a folder without the right to write is no hindrance.
    """
    if Path(path).is_dir():
        raise CannotStore(_("{path} er en mappe, ikke en fil", path=path))
    if create and Path(path).suffix.lower() not in NAMES and _is_empty(Path(path)):
        raise CannotStore(_("{path} er ikke en database fra minutes", path=path))
    if not create and not Path(path).is_file():
        raise CannotStore(_("{path} findes ikke; læs dokumenter ind med minutes ingest", path=path))
    with _without("numpy", "pandas"):
        from sqlite_utils import Database  # before the file is there: what is stopped while it loads leaves nothing

    try:
        connection = _connected(Path(path), reads, create)
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        migrate(connection)
    except NewerDatabase as error:
        raise CannotStore(
            _("{path} er skrevet af en nyere udgave af minutes ({error}); opdatér programmet", path=path, error=error)
        ) from None
    except sqlite3.Error as error:
        raise (Damaged if "malformed" in str(error) else CannotStore)(f"{path} {why(error)}") from None
    return Database(connection, execute_plugins=False)  # to look for them takes longer than to open


@contextmanager
def _without(*names: str) -> Iterator[None]:
    """Import what would load these only to know their numbers, of which we store none; that takes longer than all else at a start."""
    hidden: dict[str, Any] = dict.fromkeys(name for name in names if name not in sys.modules)
    sys.modules.update(hidden)
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


def _is_empty(path: Path) -> bool:
    """Whether there is a file with nothing in it; it may be a paper that somebody is about to write."""
    return path.is_file() and path.stat().st_size == 0


def _connected(path: Path, reads: bool, create: bool) -> sqlite3.Connection:
    connection = reading(path) if reads else _open(path)
    ours(connection, path, create)
    if not only_reads(connection):
        _settle(connection)
    return connection


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None)


def reading(path: Path) -> sqlite3.Connection:
    """A connection to read by, which may also write where the user may. Raises sqlite3.Error."""
    return _open(path) if _may_write(path) else _unwritten(path)


def ours(connection: sqlite3.Connection, path: Path, empty: bool = False) -> None:
    """Raises CannotStore for a database of another program, which is not to be changed; `empty`: a new one will do."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if not tables >= OUR_TABLES and (tables or not empty):
        raise CannotStore(_("{path} er ikke en database fra minutes", path=path))


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)


def _settle(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    connection.execute("PRAGMA foreign_keys = ON")


def _unwritten(path: Path) -> sqlite3.Connection:
    """A connection that only reads; `immutable` where SQLite may not even make the files beside the database."""
    address = path.absolute().as_uri()
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None)
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1")
    except sqlite3.OperationalError:
        connection.close()
        connection = sqlite3.connect(f"{address}?immutable=1", uri=True, isolation_level=None)
    connection.execute("PRAGMA query_only = ON")
    return connection


def only_reads(connection: sqlite3.Connection) -> bool:
    """Is the connection for reading only?"""
    return bool(connection.execute("PRAGMA query_only").fetchone()[0])


@contextmanager
def transaction(db: Database) -> Iterator[sqlite3.Connection]:
    """All or nothing; waits for another writer."""
    _begin(db.conn)
    try:
        yield db.conn
        db.conn.execute("COMMIT")
    except BaseException:
        if db.conn.in_transaction:
            db.conn.execute("ROLLBACK")
        raise


def _begin(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA busy_timeout = {1000 * min(SOON_S, BUSY_TIMEOUT_S)}")
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise
        said = _("databasen er optaget af et andet program; venter i op til {seconds} sekunder", seconds=BUSY_TIMEOUT_S)
        getLogger(__name__).warning(said)
        connection.execute(f"PRAGMA busy_timeout = {1000 * BUSY_TIMEOUT_S}")
        connection.execute("BEGIN IMMEDIATE")
