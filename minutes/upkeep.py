"""Databases made apart joined to one, and copies made while one is in use."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from minutes.comparing import compare
from minutes.criteria import load
from minutes.database import CannotStore, open_database, ours, reading, transaction
from minutes.language import _
from minutes.output import is_database, same
from minutes.own_rules import judge_again, kept
from minutes.packing import CHILDREN
from minutes.store import drop_fileless, stored
from minutes.terminal import printable, shown
from minutes.trouble import answered, why

if TYPE_CHECKING:
    from sqlite_utils import Database

PARTS = (*CHILDREN, "ledger", "findings", "case_keys")
"""Tables whose rows belong to one document and are copied as they are."""


@dataclass(slots=True)
class Merged:
    """How many documents were taken over, and how many were there already."""

    taken: int = 0
    known: int = 0


def merge(into: Path, others: list[Path], create: bool = True) -> Merged:
    """Take over every document, file, failure and waiver that `into` lacks, one transaction a document. Raises CannotStore.

    The others are not changed. Of the same bytes the reading by the newest extractor version is kept; of two waivers the first; of two
    sets of own rules those of `into`.
    """
    for other in others:
        if not other.is_file():
            raise CannotStore(_("{path} findes ikke", path=other))
    target, said = open_database(into, create), Merged()
    for other in others:
        with _copy(other) as copy:
            target.conn.execute("ATTACH ? AS other", (str(copy),))
            try:
                others_rules = tuple(target.execute("SELECT file, text FROM other.own_rules ORDER BY file"))
                _take_all(target, said, judged=others_rules == kept(target))
            except sqlite3.Error as error:
                raise CannotStore(f"{into} {why(error)}") from None
            finally:
                target.conn.execute("DETACH other")
            judge_again(target)
    compare(target, load(kept(target)))
    return said


@contextmanager
def _copy(path: Path) -> Iterator[Path]:
    """A copy of a database, brought to this schema."""
    with tempfile.TemporaryDirectory(prefix="minutes-", dir=path.parent if os.access(path.parent, os.W_OK) else None) as folder:
        copy = Path(folder, "copy.db")
        backup(path, copy)
        try:
            open_database(copy).close()
        except CannotStore as error:
            raise CannotStore(str(error).replace(str(copy), str(path))) from None
        yield copy


def _take_all(target: Database, said: Merged, judged: bool) -> None:
    """`judged`: the other's documents were judged by the rules that are kept here."""
    for old, sha256, version in target.execute("SELECT id, sha256, extractor_version FROM other.documents ORDER BY id").fetchall():
        with transaction(target) as connection:
            new = stored(target, sha256, version)
            if new is None:
                new = _take(connection, old, sha256)
                said.taken += 1
                connection.execute("INSERT OR IGNORE INTO uncompared VALUES (?)", (new,))
                sql = "INSERT OR IGNORE INTO unjudged SELECT ? WHERE NOT ? OR EXISTS (SELECT 1 FROM other.unjudged WHERE document = ?)"
                connection.execute(sql, (new, judged, old))
            else:
                said.known += 1
            sql = "INSERT OR IGNORE INTO files SELECT path, ?, size, seen_at FROM other.files WHERE document = ?"
            connection.execute(sql, (new, old))
    with transaction(target) as connection:
        connection.execute("INSERT OR IGNORE INTO vocabulary SELECT * FROM other.vocabulary")
        connection.execute("INSERT OR IGNORE INTO waivers SELECT * FROM other.waivers")
        connection.execute("""INSERT OR IGNORE INTO failures SELECT path, sha256, reason, extractor_version, failed_at, NULL
                              FROM other.failures WHERE path NOT IN (SELECT path FROM main.files)""")
        connection.execute("DELETE FROM failures WHERE path IN (SELECT path FROM files)")


def _take(connection: sqlite3.Connection, old: int, sha256: str) -> int:
    """Copy a document with everything that is its own; an older reading of the same bytes makes way, its id stays."""
    known = connection.execute("SELECT id FROM main.documents WHERE sha256 = ?", (sha256,)).fetchone()
    for table in (*PARTS, "passages") if known else ():
        connection.execute(f"DELETE FROM main.{table} WHERE document = ?", known)
    columns = _columns(connection, "documents", "id")
    setters = ", ".join(f"{name} = excluded.{name}" for name in columns.split(", "))
    sql = f"""INSERT INTO main.documents ({columns}) SELECT {columns} FROM other.documents WHERE id = ?
              ON CONFLICT (sha256) DO UPDATE SET {setters} RETURNING id"""
    new = connection.execute(sql, (old,)).fetchone()[0]
    for table in PARTS:
        columns = _columns(connection, table, "document")
        sql = f"INSERT INTO main.{table} (document, {columns}) SELECT ?, {columns} FROM other.{table} WHERE document = ?"
        connection.execute(sql, (new, old))
    columns = _columns(connection, "passages", "document", "id")
    for passage in connection.execute("SELECT id FROM other.passages WHERE document = ? ORDER BY id", (old,)).fetchall():
        sql = f"INSERT INTO main.passages (document, {columns}) SELECT ?, {columns} FROM other.passages WHERE id = ?"
        row = connection.execute(sql, (new, *passage)).lastrowid
        sql = "INSERT INTO main.search (rowid, title, words) SELECT ?, title, words FROM other.search WHERE rowid = ?"
        connection.execute(sql, (row, *passage))
    return new


def _columns(connection: sqlite3.Connection, table: str, *without: str) -> str:
    """The names of the columns that hold values of their own."""
    names = [row[1] for row in connection.execute(f"PRAGMA main.table_xinfo({table})") if row[6] == 0]
    return ", ".join(f'"{name}"' for name in names if name not in without)


def _source(path: Path) -> sqlite3.Connection:
    """The database to copy. Raises CannotStore with its own name, not the copy's."""
    try:
        connection = reading(path)
        ours(connection, path)
    except sqlite3.Error as error:
        raise CannotStore(f"{path} {why(error)}") from None
    return connection


def forget(db: Database, paths: Iterable[str]) -> tuple[int, tuple[str, ...]]:
    """Remove files, all below a folder, or documents by number; a document goes with its last file. Gives how many went, and the files in
    which others of them still stand. Raises CannotStore, and removes nothing, when something named is not there."""
    with transaction(db) as connection:
        named = [row for path in paths for row in _named(connection, path)]
        for table in ("files", "failures"):
            connection.executemany(f"DELETE FROM {table} WHERE path = ?", [(path,) for path, _document in named])
        documents = sorted({document for _path, document in named if document is not None})
        left = [document for document in documents if not drop_fileless(connection, document)]
        sql = "SELECT path FROM files WHERE document = ? ORDER BY path"
        others = tuple(path for document in left for (path,) in connection.execute(sql, (document,)))
    compare(db, load(kept(db)))
    return len(documents) - len(left), others


def _named(connection: sqlite3.Connection, path: str) -> list[tuple[str | None, int | None]]:
    """The paths that are meant, each with its document: of files, read or not, of all below a folder, or of a document by its number.
    Raises CannotStore when there is none."""
    where = "path = ?1 OR substr(path, 1, length(?1) + 1) = ?1 || '/'"
    sql = f"SELECT path, document FROM files WHERE {where} UNION ALL SELECT path, NULL FROM failures WHERE {where}"
    found = connection.execute(sql, (shown(os.path.abspath(path)),)).fetchall()
    if not found and path.isdecimal():
        sql = "SELECT f.path, d.id FROM documents d LEFT JOIN files f ON f.document = d.id WHERE d.id = ?"
        found = connection.execute(sql, (path[:18],)).fetchall()
    if not found:
        raise CannotStore(_("{path} er ikke i databasen", path=printable(path)))
    return found


def backup(path: Path, target: Path) -> None:
    """Copy a database while others read and write it; the copy is whole or is not there. Raises CannotStore."""
    if not path.is_file():
        raise CannotStore(_("{path} findes ikke", path=path))
    if same(path, target):
        raise CannotStore(_("{path} kan ikke kopieres til sig selv; vælg et andet navn", path=path))
    if target.exists() and not is_database(target):
        raise CannotStore(_("{path} er ikke en database og bliver ikke overskrevet; vælg et andet navn", path=target))
    half = target.with_name(f".{target.name}.half")
    try:
        with closing(_source(path)) as source, closing(sqlite3.connect(half)) as copy:
            if target.exists() and not _earlier(target, source):
                said = _("{path} er ikke en tidligere kopi af {source} og bliver ikke overskrevet; vælg et andet navn")
                raise CannotStore(said.format(path=target, source=path))
            source.backup(copy, pages=4096, sleep=0.01)
            copy.execute("PRAGMA journal_mode = DELETE")
            sound = copy.execute("PRAGMA quick_check").fetchone()[0]
        if sound != "ok":
            raise CannotStore(_("{path}: kopien er ikke hel ({sound}); kør minutes doctor", path=path, sound=sound))
        os.replace(half, target)
    except sqlite3.Error as error:
        raise CannotStore(f"{target} {why(error)}") from None
    except OSError as error:
        raise CannotStore(f"{target}: {answered(error)}") from None
    finally:
        for left in (half, half.with_name(f"{half.name}-journal")):
            with suppress(OSError):
                left.unlink()


HISTORY = "SELECT min(name), applied_at FROM migrations UNION ALL SELECT id, started_at FROM runs"
"""When a database was made, and every ingest since: what two of them share only when one is a copy of the other."""


def _earlier(copy: Path, source: sqlite3.Connection) -> bool:
    """Whether nothing has happened to the copy that has not happened to the source: it may make way for a newer one."""
    try:
        with closing(reading(copy)) as held:
            ours(held, copy)
            return set(held.execute(HISTORY)) <= set(source.execute(HISTORY))
    except (sqlite3.Error, CannotStore):
        return False
