"""Databases of released versions as SQL, so that the way from each of them is tested: `python -m tests.old NAME` writes one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
SHADOW = ("search_data", "search_idx", "search_content", "search_docsize", "search_config", "sqlite_")


def dump(connection: sqlite3.Connection) -> Iterator[str]:
    """A database as statements that make it again; the index of the search is filled through its own table."""
    objects = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
    own = [(kind, name, sql) for kind, name, sql in objects if not name.startswith(SHADOW)]
    yield from (sql for kind, _, sql in own if kind == "table")
    for name in (name for kind, name, _ in own if kind == "table"):
        columns = [row[1] for row in connection.execute(f"PRAGMA table_xinfo({name})") if row[6] == 0]
        names = ", ".join(f'"{column}"' for column in (["rowid"] if name == "search" else []) + columns)
        values = " || ', ' || ".join(f"quote({column})" for column in names.split(", "))
        yield from (f"INSERT INTO {name} ({names}) VALUES ({row[0]})" for row in connection.execute(f"SELECT {values} FROM {name}"))
    yield from (sql for kind, _, sql in own if kind != "table")


def restore(name: str, path: Path) -> None:
    """Make the database of a released version."""
    connection = sqlite3.connect(path)
    connection.executescript((HERE / name).read_text(encoding="utf-8"))
    connection.close()
