"""The database: records in, records out, one transaction for each document. What the tables hold is told in docs/schema.md."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minutes.checks import Report
from minutes.database import transaction
from minutes.migrations import now
from minutes.packing import CHILDREN, COLUMNS, Packed, case_keys, finding_row
from minutes.records import Document, Finding

if TYPE_CHECKING:
    from sqlite_utils import Database

COMMON_KEY = 50
"""A title that more documents share ("Godkendelse af dagsorden") tells nothing about the case."""


def version_key(version: str) -> tuple[int, ...]:
    """Versions in their order: "10" is after "9.1"."""
    return tuple(int(part) for part in version.split(".") if part.isdecimal())


def stored(db: Database, sha256: str, version: str) -> int | None:
    """The id of the document with these bytes when this or a later extractor version has read it."""
    row = db.conn.execute("SELECT id, extractor_version FROM documents WHERE sha256 = ?", (sha256,)).fetchone()
    return row[0] if row and version_key(row[1]) >= version_key(version) else None


def put(db: Database, packed: Packed, path: str, again: bool = False) -> int:
    """Store a document with all its records and the path it was read from; gives its id.

    The same bytes are stored once: a newer extractor version replaces an older one under the same id, an older never a newer.
    `again`: also one that is as new, for it was read under wider limits.
    """
    with transaction(db) as connection:
        document = stored(db, packed.sha256, packed.version)
        if document is None or again:
            document = _put_document(connection, packed)
            _put_records(connection, packed, document)
        _seen(connection, path, document, packed.size)
    return document


def _put_document(connection: sqlite3.Connection, packed: Packed) -> int:
    names = [*COLUMNS["documents"].names, "page_count", "read_at"]
    known = connection.execute("SELECT id FROM documents WHERE sha256 = ?", (packed.sha256,)).fetchone()
    if known:
        for table in (*CHILDREN, "ledger", "findings", "case_keys", "passages"):
            connection.execute(f"DELETE FROM {table} WHERE document = ?", known)
    setters = ", ".join(f'"{name}" = excluded."{name}"' for name in names)
    sql = f"INSERT INTO documents ({_quoted(names)}) VALUES ({_marks(names)}) ON CONFLICT (sha256) DO UPDATE SET {setters} RETURNING id"
    return connection.execute(sql, [*packed.document, packed.page_count, now()]).fetchone()[0]


def _put_records(connection: sqlite3.Connection, packed: Packed, document: int) -> None:
    for table, rows in packed.rows.items():
        _put_rows(connection, table, document, rows)
    connection.executemany("INSERT INTO case_keys (key, document) VALUES (?, ?)", ((key, document) for key in packed.keys))
    first = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM passages").fetchone()[0]
    numbered = list(enumerate(packed.passages, start=first))
    names = ("id", "document", "kind", "n", "item", "title", "page", "start", "end")
    connection.executemany(_insert("passages", names), ((i, document, *entry[:-2]) for i, entry in numbered))
    connection.executemany("INSERT INTO search (rowid, title, words) VALUES (?, ?, ?)", ((i, *entry[-2:]) for i, entry in numbered))
    connection.executemany("INSERT OR IGNORE INTO vocabulary VALUES (?, ?)", ((word, word[::-1]) for word in packed.vocabulary))
    connection.execute("INSERT OR IGNORE INTO uncompared VALUES (?)", (document,))


def _put_rows(connection: sqlite3.Connection, table: str, document: int, rows: Iterable[list[Any]], first: int = 0) -> None:
    """The rows of a document's records, numbered from `first`."""
    extra = ("key", "message", "across") if table == "findings" else ()
    sql = _insert(table, ("document", "n", *COLUMNS[table].names, *extra))
    connection.executemany(sql, ((document, n, *row) for n, row in enumerate(rows, start=first)))


@cache
def _insert(table: str, names: tuple[str, ...]) -> str:
    return f"INSERT INTO {table} ({_quoted(names)}) VALUES ({_marks(names)})"


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _marks(names: Iterable[str]) -> str:
    return ", ".join("?" for _ in names)


def seen(db: Database, path: str, document: int, size: int) -> None:
    """Note that the document's bytes also stand in another file."""
    with transaction(db) as connection:
        _seen(connection, path, document, size)


def _seen(connection: sqlite3.Connection, path: str, document: int, size: int) -> None:
    before = connection.execute("SELECT document FROM files WHERE path = ?", (path,)).fetchone()
    connection.execute("INSERT OR REPLACE INTO files (path, document, size, seen_at) VALUES (?, ?, ?, ?)", (path, document, size, now()))
    connection.execute("DELETE FROM failures WHERE path = ?", (path,))
    if before and before[0] != document and "\N{REPLACEMENT CHARACTER}" not in path:  # several names may be written so
        drop_fileless(connection, before[0])


def without_gone(db: Database, document: int) -> tuple[str, bool]:
    """Forget the paths of a document where no file is any more. Gives its name, and whether none that is left bears it."""
    paths = [path for (path,) in db.conn.execute("SELECT path FROM files WHERE document = ?", (document,))]
    gone = [path for path in paths if not os.path.exists(path) and "\N{REPLACEMENT CHARACTER}" not in path]
    with transaction(db) as connection:
        connection.executemany("DELETE FROM files WHERE path = ?", [(path,) for path in gone])
    (file,) = db.conn.execute("SELECT file FROM documents WHERE id = ?", (document,)).fetchone()
    return file, not any(Path(path).name == file for path in paths if path not in gone)


def drop_fileless(connection: sqlite3.Connection, document: int) -> bool:
    """Remove a document that stands in no file, with all its records; those that it was compared with await another comparison."""
    if connection.execute("SELECT 1 FROM files WHERE document = ?", (document,)).fetchone():
        return False
    connection.execute(
        """INSERT OR IGNORE INTO uncompared SELECT f.document FROM findings f JOIN documents d ON d.id = ?
           WHERE f.across AND f.document <> d.id AND instr(f.evidence, d.sha256)""",
        (document,),
    )
    connection.execute("DELETE FROM documents WHERE id = ?", (document,))
    return True


def fail(db: Database, path: str, reason: str, sha256: str | None, version: str, run: int | None) -> None:
    """Note that a file could not be read, and why; forgotten when it has been read."""
    with transaction(db) as connection:
        connection.execute("INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?, ?, ?)", (path, sha256, reason, version, now(), run))


def begin_run(db: Database, version: str) -> int:
    """Note that an ingest has begun; gives its id."""
    with transaction(db) as connection:
        return connection.execute("INSERT INTO runs (started_at, extractor_version) VALUES (?, ?)", (now(), version)).lastrowid or 0


def end_run(db: Database, run: int, read: int, skipped: int, failed: int, findings: int) -> None:
    """Note what came of an ingest."""
    with transaction(db) as connection:
        sql = "UPDATE runs SET finished_at = ?, read = ?, skipped = ?, failed = ?, findings = ? WHERE id = ?"
        connection.execute(sql, (now(), read, skipped, failed, findings, run))


def load(db: Database, document: int, tables: Iterable[str] = tuple(CHILDREN)) -> Document:
    """The document as it was stored, with the records of these tables. Raises KeyError for an id that is not there."""
    row = next(_rows(db, "SELECT * FROM documents WHERE id = ?", document), None)
    if row is None:
        raise KeyError(document)
    held: dict[str, Any] = {table: tuple(map(COLUMNS[table].record, _children(db, table, document))) for table in tables}
    return Document(**COLUMNS["documents"].fields(row), **held)


def _children(db: Database, table: str, document: int) -> Iterator[sqlite3.Row]:
    return _rows(db, f"SELECT * FROM {table} WHERE document = ? ORDER BY n", document)


def _rows(db: Database, sql: str, document: int) -> Iterator[sqlite3.Row]:
    cursor = db.conn.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(sql, (document,))


def report(db: Database, document: int) -> Report:
    """The document with its ledger and findings as they were judged when it was read, and across documents at the last check."""
    return Report(
        load(db, document),
        [COLUMNS["ledger"].record(row) for row in _children(db, "ledger", document)],
        [COLUMNS["findings"].record(row) for row in _children(db, "findings", document)],
    )


def ids(db: Database) -> list[int]:
    """The ids of all documents, by the names of their files, whichever of them was read first."""
    return [row[0] for row in db.conn.execute("SELECT id FROM documents ORDER BY file, id")]


def documents(db: Database) -> Iterator[tuple[int, Document]]:
    """All documents, one in memory at a time."""
    return ((document, load(db, document)) for document in ids(db))


def linked(db: Database, document: Document) -> list[int]:
    """Ids of the documents that may be about the same case: they share a case number, or a title that few documents have."""
    own = db.conn.execute("SELECT id FROM documents WHERE sha256 = ?", (document.sha256,)).fetchone()
    return _sharing(db, case_keys(document), own[0] if own else None)


def linked_to(db: Database, document: int) -> list[int]:
    """The same of a document that is stored."""
    return _sharing(db, {row[0] for row in db.conn.execute("SELECT key FROM case_keys WHERE document = ?", (document,))}, document)


def _sharing(db: Database, keys: set[str], own: int | None) -> list[int]:
    found: set[int] = set()
    for key in sorted(keys):
        sharing = [row[0] for row in db.conn.execute("SELECT document FROM case_keys WHERE key = ? LIMIT ?", (key, COMMON_KEY + 1))]
        if len(sharing) <= COMMON_KEY:
            found.update(sharing)
    return sorted(found - {own})


def put_judged(db: Database, document: int, said: Report) -> None:
    """Store the ledger of a document and its own findings in place of those that were there; it awaits no other judgement."""
    rows = {"ledger": [COLUMNS["ledger"].row(claim) for claim in said.claims], "findings": [finding_row(f) for f in said.findings]}
    with transaction(db) as connection:
        for table in rows:
            connection.execute(f"DELETE FROM {table} WHERE document = ?", (document,))
            _put_rows(connection, table, document, rows[table])
        connection.execute("DELETE FROM unjudged WHERE document = ?", (document,))
        connection.execute("INSERT OR IGNORE INTO uncompared VALUES (?)", (document,))


def put_across(db: Database, document: int, found: Iterable[Finding]) -> None:
    """Store the findings that compare this document with others, in place of those of the last check."""
    with transaction(db) as connection:
        connection.execute("DELETE FROM findings WHERE document = ? AND across", (document,))
        n = connection.execute("SELECT coalesce(max(n) + 1, 0) FROM findings WHERE document = ?", (document,)).fetchone()[0]
        _put_rows(connection, "findings", document, (finding_row(f, True) for f in found), n)
