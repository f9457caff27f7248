"""Findings that a person has put aside, with the reason: kept by the finding's key, so that they outlive a new reading.

A waiver whose finding is no more (the text was changed) is gone; it stays in the table and is listed as such.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from minutes.database import transaction
from minutes.days import written
from minutes.language import _, worded
from minutes.migrations import now
from minutes.packing import COLUMNS
from minutes.records import Finding

if TYPE_CHECKING:
    from sqlite_utils import Database


COLUMNS_OF_A_WAIVER = "key, why, by, waived_at, check_name, message, file"


class NoSuchFinding(Exception):
    """No finding, or several, have a key that begins so; the message is one line for the user."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """Why a finding was put aside, by whom and when; `message` and `file` tell what it was."""

    key: str
    why: str
    by: str
    when: str
    check: str
    message: str
    file: str


class AlreadyWaived(Exception):
    """The finding was put aside before; the message is one line for the user."""

    def __init__(self, before: Waiver) -> None:
        said = _("{key} er allerede lagt til side af {by} den {day}: {why}. Tag det frem med --undo først")
        day = worded(written(date.fromisoformat(before.when[:10])))
        super().__init__(said.format(key=before.key, by=before.by, day=day, why=before.why))


@dataclass(slots=True)
class Standing:
    """All findings of a database: `open` and `waived` (with document ids), and waivers whose finding is `gone`."""

    open: list[tuple[int, Finding]] = field(default_factory=list)
    waived: list[tuple[int, Finding, Waiver]] = field(default_factory=list)
    gone: list[Waiver] = field(default_factory=list)


def waive(db: Database, key: str, why: str, by: str) -> Waiver:
    """Put a finding aside; the beginning of its key is enough. Raises NoSuchFinding, and AlreadyWaived when that was done for another
    reason or by another: what somebody has answered for is not written over."""
    sql = """SELECT f.key, f.check_name, f.message, d.file FROM findings f JOIN documents d ON d.id = f.document
             WHERE substr(f.key, 1, ?) = ? GROUP BY f.key LIMIT 2"""
    whole, check, message, file = _only(db, sql, key)
    if before := waivers(db).get(whole):
        if (before.why, before.by) != (why, by):
            raise AlreadyWaived(before)
        return before
    waiver = Waiver(whole, why, by, now(), check, message, file)
    with transaction(db) as connection:
        connection.execute("INSERT INTO waivers VALUES (?, ?, ?, ?, ?, ?, ?)", astuple(waiver))
    return waiver


def unwaive(db: Database, key: str) -> Waiver:
    """Take a waiver back; the beginning of its key is enough. Raises NoSuchFinding, also for a finding that is not put aside."""
    sql = f"SELECT {COLUMNS_OF_A_WAIVER} FROM waivers WHERE substr(key, 1, ?) = ? LIMIT 2"
    try:
        waiver = Waiver(*_only(db, sql, key))
    except NoSuchFinding:
        is_open = key and db.conn.execute("SELECT 1 FROM findings WHERE substr(key, 1, ?) = ?", (len(key), key)).fetchone()
        waived = key and db.conn.execute("SELECT 1 FROM waivers WHERE substr(key, 1, ?) = ?", (len(key), key)).fetchone()
        if is_open and not waived:
            raise NoSuchFinding(_("{key} er ikke lagt til side; der er intet at tage frem igen", key=key)) from None
        raise
    with transaction(db) as connection:
        connection.execute("DELETE FROM waivers WHERE key = ?", (waiver.key,))
    return waiver


def _only(db: Database, sql: str, key: str) -> tuple:
    """The one row whose key begins so. Raises NoSuchFinding."""
    found = db.conn.execute(sql, (len(key), key)).fetchall() if key else []
    if len(found) != 1:
        said = _("{key}: flere begynder sådan; se minutes findings") if found else _("{key}: intet fund hedder sådan; se minutes findings")
        raise NoSuchFinding(said.format(key=key))
    return found[0]


def waivers(db: Database) -> dict[str, Waiver]:
    """All waivers by the key of their finding."""
    sql = f"SELECT {COLUMNS_OF_A_WAIVER} FROM waivers ORDER BY waived_at, key"
    return {row[0]: Waiver(*row) for row in db.conn.execute(sql)}


def findings(db: Database) -> Standing:
    """Every finding of the database: open, waived or gone; of each document in reading order."""
    known, said, seen = waivers(db), Standing(), set()
    place = "json_extract(f.evidence, '$[0].source.page'), json_extract(f.evidence, '$[0].source.start')"
    for row in db.query(f"SELECT f.* FROM findings f JOIN documents d ON d.id = f.document ORDER BY d.file, d.id, {place}, f.n"):
        found, waiver = COLUMNS["findings"].record(row), known.get(row["key"])
        seen.add(row["key"])
        if waiver:
            said.waived.append((row["document"], found, waiver))
        else:
            said.open.append((row["document"], found))
    said.gone = [waiver for key, waiver in known.items() if key not in seen]
    return said
