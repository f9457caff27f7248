"""The way from every released schema to this one: functions in order, each applied once and noted by name.

A released step is never changed. A new field of a record needs none: its column is added when a database is opened
(`follow_records`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.resources import files

from minutes.packing import COLUMNS

Connection = sqlite3.Connection


class NewerDatabase(Exception):
    """The database was written by a later version of the program."""


def first(connection: Connection) -> None:
    """All tables of the first release, as they stand in schema.sql."""
    statement = ""
    for line in files("minutes").joinpath("schema.sql").read_text(encoding="utf-8").splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


def own_rules(connection: Connection) -> None:
    """The rule sets of one's own by which the documents are judged."""
    connection.execute("CREATE TABLE own_rules (file TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT")


def unjudged(connection: Connection) -> None:
    """Documents that await being judged by the rules that are kept now."""
    connection.execute("CREATE TABLE unjudged (document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE) STRICT")


def uncompared(connection: Connection) -> None:
    """Documents that await being compared with those of the same cases."""
    connection.execute("CREATE TABLE uncompared (document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE) STRICT")
    connection.execute("INSERT INTO uncompared SELECT id FROM documents")


MIGRATIONS: list[tuple[str, Callable[[Connection], None]]] = [
    ("0001 the first release", first),
    ("0002 rule sets of one's own", own_rules),
    ("0003 documents to judge again", unjudged),
    ("0004 documents to compare", uncompared),
]


def applied(connection: Connection) -> list[str]:
    """The names of the steps that a database has had."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'migrations'").fetchone():
        return []
    return [name for (name,) in connection.execute("SELECT name FROM migrations ORDER BY name")]


def now(timespec: str = "seconds") -> str:
    """The time as the database has it; the instant of a step also tells databases apart that were made in the same second."""
    return datetime.now(UTC).isoformat(timespec=timespec)


def migrate(connection: Connection) -> list[str]:
    """Bring a database to this schema, all or nothing, and say which steps were taken. Raises NewerDatabase."""
    known = [name for name, _ in MIGRATIONS]
    if unknown := [name for name in applied(connection) if name not in known]:
        raise NewerDatabase(unknown[-1])
    if applied(connection) == known and not list(_missing(connection)):
        return []
    connection.execute("BEGIN IMMEDIATE")
    try:
        taken = [name for name in known if name not in applied(connection)]
        for name, step in MIGRATIONS:
            if name in taken:
                step(connection)
                connection.execute("INSERT INTO migrations VALUES (?, ?)", (name, now("microseconds")))
        follow_records(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return taken


def follow_records(connection: Connection) -> None:
    """A column for every field that the records have got since the tables were made."""
    for table, column, affinity in list(_missing(connection)):
        connection.execute(f'ALTER TABLE {table} ADD COLUMN "{column}" {affinity}')


def _missing(connection: Connection):
    for table, columns in COLUMNS.items():
        there = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        yield from ((table, name, affinity) for name, affinity in columns.types.items() if name not in there)
