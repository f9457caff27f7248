"""Whether a database is sound, and what it lacks: each remark with what to do about it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from minutes.store import open_database, version_key
from minutes.waivers import findings

GOOD, WORTH_KNOWING, BAD = "ok", "bemærk", "fejl"


@dataclass(frozen=True, slots=True)
class Remark:
    """What was looked at: `state` is GOOD, WORTH_KNOWING or BAD."""

    state: str
    text: str


def examine(path: Path, current: str) -> Iterator[Remark]:
    """All remarks on a database; `current` is the extractor version of this program. Raises CannotStore."""
    db = open_database(path, create=False)
    try:
        for look in (_integrity, _links, _index, _size, _text, _failures, _files, _coverage, _waivers):
            yield from look(db)
        yield from _versions(db, current)
    except sqlite3.DatabaseError as error:
        yield Remark(BAD, f"filen er beskadiget ({error}); hent en sikkerhedskopi frem")


def _one(db: Database, sql: str) -> int:
    return db.execute(sql).fetchone()[0]


def _integrity(db: Database) -> Iterator[Remark]:
    said = [row[0] for row in db.execute("PRAGMA integrity_check(5)")]
    if said == ["ok"]:
        yield Remark(GOOD, "filen er hel")
    else:
        yield Remark(BAD, f"filen er beskadiget ({said[0]}); hent en sikkerhedskopi frem")


def _links(db: Database) -> Iterator[Remark]:
    orphans = len(db.execute("PRAGMA foreign_key_check").fetchall())
    if orphans:
        yield Remark(BAD, f"{orphans} rækker hører til dokumenter, der ikke er der; læs dokumenterne ind i en ny database")
    lost = _one(db, "SELECT count(*) FROM documents WHERE page_count <> (SELECT count(*) FROM pages WHERE document = documents.id)")
    if lost:
        yield Remark(BAD, f"{lost} dokumenter mangler sider")


def _index(db: Database) -> Iterator[Remark]:
    try:
        db.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        missing = _one(db, "SELECT count(*) FROM passages WHERE id NOT IN (SELECT rowid FROM search)")
    except sqlite3.DatabaseError:
        yield Remark(BAD, "søgeindekset er beskadiget")
        return
    if missing:
        yield Remark(BAD, f"{missing} tekststykker mangler i søgeindekset")
    else:
        yield Remark(GOOD, "søgeindekset passer til dokumenterne")


def _size(db: Database) -> Iterator[Remark]:
    documents, pages = _one(db, "SELECT count(*) FROM documents"), _one(db, "SELECT coalesce(sum(page_count), 0) FROM documents")
    megabytes = _one(db, "PRAGMA page_count") * _one(db, "PRAGMA page_size") / 1e6
    yield Remark(GOOD, f"{documents} dokumenter, {pages} sider, {megabytes:.1f} MB")


def _text(db: Database) -> Iterator[Remark]:
    written = "SELECT 1 FROM pages WHERE document = documents.id AND trim(text) <> ''"
    empty = _one(db, f"SELECT count(*) FROM documents WHERE NOT EXISTS ({written})")
    if empty:
        yield Remark(WORTH_KNOWING, f"{empty} dokumenter er uden tekst (skannede?)")
    unread = _one(db, "SELECT count(*) FROM unread")
    if unread:
        yield Remark(WORTH_KNOWING, f"{unread} steder kunne ikke læses (tabellen unread)")


def _failures(db: Database) -> Iterator[Remark]:
    failed = _one(db, "SELECT count(*) FROM failures")
    if failed:
        yield Remark(WORTH_KNOWING, f"{failed} filer kunne ikke læses (tabellen failures)")
    for row in db.query("SELECT reason, count(*) AS n FROM failures GROUP BY reason ORDER BY n DESC LIMIT 5"):
        yield Remark(WORTH_KNOWING, f"  {row['n']}: {row['reason']}")
    cut = _one(db, "SELECT count(*) FROM runs WHERE finished_at IS NULL")
    if cut:
        yield Remark(WORTH_KNOWING, f"{cut} indlæsninger blev afbrudt eller er i gang")


def _files(db: Database) -> Iterator[Remark]:
    gone = sum(not os.path.exists(path) for (path,) in db.execute("SELECT path FROM files"))
    if gone:
        yield Remark(WORTH_KNOWING, f"{gone} filer ligger ikke længere, hvor de blev læst")
    nameless = _one(db, "SELECT count(*) FROM documents WHERE id NOT IN (SELECT document FROM files)")
    if nameless:
        yield Remark(WORTH_KNOWING, f"{nameless} dokumenter er ikke knyttet til nogen fil")


def _coverage(db: Database) -> Iterator[Remark]:
    claims = dict(db.execute("SELECT verdict, count(*) FROM ledger GROUP BY verdict").fetchall())
    if total := sum(claims.values()):
        judged = claims.get("holds", 0) + claims.get("differs", 0)
        yield Remark(GOOD, f"{judged} af {total} udsagn om tal er efterprøvet ({100 * judged // total} %)")
    for column, what in (("municipality", "kommune"), ("meeting_date", "mødedato")):
        if without := _one(db, f"SELECT count(*) FROM documents WHERE {column} IS NULL"):
            yield Remark(WORTH_KNOWING, f"{without} dokumenter siger ikke {what}")


def _waivers(db: Database) -> Iterator[Remark]:
    if gone := len(findings(db).gone):
        yield Remark(WORTH_KNOWING, f"{gone} fund, der var set bort fra, findes ikke længere")


def _versions(db: Database, current: str) -> Iterator[Remark]:
    versions = dict(db.execute("SELECT extractor_version, count(*) FROM documents GROUP BY extractor_version").fetchall())
    stale = sum(count for version, count in versions.items() if version_key(version) < version_key(current))
    if stale:
        yield Remark(WORTH_KNOWING, f"{stale} dokumenter er læst af en ældre udgave; kør minutes ingest igen")
