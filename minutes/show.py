"""One record or document of the database, with its place, as lines or JSON. Plain sqlite3, like the search."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from minutes import called, shown
from minutes.language import _
from minutes.search import KINDS, connect
from minutes.shown import Style

ID = re.compile(r"(?P<kind>[a-z_]+)-(?P<document>\d{1,18})\.(?P<n>\d{1,18})")
KEY = re.compile(r"[0-9a-f]{4,}")
TABLES = KINDS | {
    "ballot": "ballots",
    "threshold": "thresholds",
    "annex": "annexes",
    "annex_reference": "annex_references",
    "date": "dates",
    "table": "tables",
    "claim": "ledger",
    "finding": "findings",
}
JSON = {
    "boxes", "points", "flags", "votes", "for_parties", "against_parties", "abstained_parties", "lists", "period", "numbers", "rows",
    "case_numbers", "attendance", "stated", "operands", "evidence", "extra", "message_values",
}
"""Columns that hold JSON (in the table of findings `stated` is text)."""


class NoSuchRecord(Exception):
    """Nothing has this id; the message is one line for the user."""


def record(path: Path, said: str) -> dict[str, Any]:
    """A record by its id, "amount-3.12", with its file and document; a finding also by the beginning of its key; or a document by its
    number, with its records counted."""
    with closing(connect(path)) as connection:
        said = _of_key(connection, said) or said
        if re.fullmatch(r"(?:document-)?\d{1,18}", said):
            return _document(connection, int(said.rpartition("-")[2]), path)
        m = ID.fullmatch(said)
        if m is None or m["kind"] not in TABLES:
            raise NoSuchRecord(_("{id}: sådan ser et nummer ikke ud; skriv fx 3, item-3.1 eller amount-3.12", id=said))
        table = TABLES[m["kind"]]
        row = connection.execute(f"SELECT * FROM {table} WHERE document = ? AND n = ?", (int(m["document"]), int(m["n"]) - 1)).fetchone()
        if row is None:
            raise NoSuchRecord(_("{id} findes ikke i {path}", id=said, path=path))
        sql = """SELECT file, coalesce((SELECT path FROM files WHERE document = documents.id ORDER BY path), file) AS path, municipality,
                 body, meeting_date FROM documents WHERE id = ?"""
        where = dict(connection.execute(sql, (row["document"],)).fetchone())
        return {"id": said, **where, **_plain(row), **(_of_finding(connection, row) if table == "findings" else {})}


def _of_finding(connection: sqlite3.Connection, row: sqlite3.Row) -> dict[str, Any]:
    """What its documents are called, and its waiver."""
    found = _plain(row)
    names = called.of_files(connection, {place["document"] for place in found["evidence"]})
    (judged,) = connection.execute("SELECT sha256 FROM documents WHERE id = ?", (row["document"],)).fetchone()
    for place in found["evidence"]:
        if name := names.get((place.get("sha256", judged), place["document"])):
            place["name"] = name
    values = called.values(found.get("message_values", {}), names)
    return {"evidence": found["evidence"], **({"message_values": values} if values else {}), **_waived(connection, row["key"])}


def _waived(connection: sqlite3.Connection, key: str) -> dict[str, Any]:
    """Why a finding was put aside, by whom and when; nothing for one that is open."""
    row = connection.execute("SELECT why, by, waived_at FROM waivers WHERE key = ?", (key,)).fetchone()
    return {"waived": {"why": row["why"], "by": row["by"], "when": row["waived_at"]}} if row else {}


def _of_key(connection: sqlite3.Connection, said: str) -> str | None:
    """The id of the one finding whose key begins so; the number of a document is none."""
    numbered = said.isdecimal() and connection.execute("SELECT 1 FROM documents WHERE id = ?", (said[:18],)).fetchone()
    if numbered or not KEY.fullmatch(said):
        return None
    sql = "SELECT document, n FROM findings WHERE substr(key, 1, ?) = ? GROUP BY key LIMIT 2"
    found = connection.execute(sql, (len(said), said)).fetchall()
    return f"finding-{found[0]['document']}.{found[0]['n'] + 1}" if len(found) == 1 else None


def _plain(row: sqlite3.Row) -> dict[str, Any]:
    """The columns that say something, JSON opened."""
    return {name: _opened(name, row[name]) for name in row.keys() if row[name] is not None}  # noqa: SIM118


def _opened(name: str, value: Any) -> Any:
    if name not in JSON or not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _document(connection: sqlite3.Connection, number: int, path: Path) -> dict[str, Any]:
    row = connection.execute("SELECT * FROM documents WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise NoSuchRecord(_("{id} findes ikke i {path}", id=number, path=path))
    paths = [path for (path,) in connection.execute("SELECT path FROM files WHERE document = ? ORDER BY path", (number,))]
    items = connection.execute("SELECT n, number, title, page FROM items WHERE document = ? ORDER BY n", (number,)).fetchall()
    counts = {
        table: connection.execute(f"SELECT count(*) FROM {table} WHERE document = ?", (number,)).fetchone()[0]
        for table in sorted({*TABLES.values(), "unread"})
    }
    aside = "SELECT count(*) FROM findings WHERE document = ? AND key IN (SELECT key FROM waivers)"
    said = _plain(row)
    said.pop("text", None)
    return said | {
        "paths": paths,
        "waived": connection.execute(aside, (number,)).fetchone()[0],
        "records": counts,
        "items": [{"id": f"item-{number}.{i['n'] + 1}", "number": i["number"], "title": i["title"], "page": i["page"]} for i in items],
    }


def lines(path: Path, said: str, as_json: bool, style: Style) -> Iterator[str]:
    """The record as a person reads it, or all of it as JSON. Raises NoSuchRecord, CannotSearch."""
    found = record(path, said)
    if as_json:
        return iter([json.dumps(found, ensure_ascii=False)])
    if "records" in found:
        return shown.document_lines(found, style)
    return shown.lines(found, _page(path, found), style)


def _page(path: Path, found: dict[str, Any]) -> str:
    """The text of the page that a record stands on; a page has it itself."""
    if "text" in found and found["id"].startswith("page-"):
        return found["text"]
    sql = "SELECT text FROM pages WHERE document = ? AND number = ?"
    with closing(connect(path)) as connection:
        return connection.execute(sql, (found["document"], shown.place(found)["page"])).fetchone()[0]
