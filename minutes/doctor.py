"""Whether a database is sound, and what it lacks: each remark with what to do about it."""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from minutes.danish import in_print
from minutes.database import Damaged, only_reads, open_database
from minutes.language import _, again, count, grouped, spoken, worded
from minutes.retold import retold
from minutes.store import version_key
from minutes.waivers import findings

if TYPE_CHECKING:
    from sqlite_utils import Database

GOOD, WORTH_KNOWING, BAD = "ok", "bemærk", "fejl"
NAMES = {GOOD: "ok", WORTH_KNOWING: "note", BAD: "error"}
"""What programs are told, in every language."""


MOST_TOLD = 5
"""So many reasons why files were not read are told, each with how many."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What was looked at: `state` is GOOD, WORTH_KNOWING or BAD; `listed` names what was counted."""

    state: str
    text: str
    listed: tuple[str, ...] = ()


def examine(path: Path, current: str) -> Iterator[Remark]:
    """All remarks on a database; `current` is the extractor version of this program. Raises CannotStore."""
    try:
        db = open_database(path, create=False, reads=True)
        for look in (_integrity, _links, _index, _size, _text, _failures, _files, _coverage, _waivers):
            yield from look(db)
        yield from _versions(db, current)
    except (sqlite3.DatabaseError, Damaged):
        yield Remark(BAD, _("filen er beskadiget; hent en sikkerhedskopi frem"))


def _damaged(error: object) -> Remark:
    return Remark(BAD, _("filen er beskadiget ({error}); hent en sikkerhedskopi frem", error=error))


def _documents(n: int) -> str:
    return count(n, "dokument", "dokumenter")


def _which(db: Database, where: str) -> tuple[str, ...]:
    """The documents of which the SQL holds, by a path of theirs."""
    path = "coalesce((SELECT min(path) FROM files WHERE document = documents.id), file)"
    return tuple(row[0] for row in db.execute(f"SELECT {path} FROM documents WHERE {where} ORDER BY 1"))


def _one(db: Database, sql: str) -> int:
    return db.execute(sql).fetchone()[0]


def _integrity(db: Database) -> Iterator[Remark]:
    said = [row[0] for row in db.execute("PRAGMA integrity_check(5)")]
    if said == ["ok"]:
        yield Remark(GOOD, _("filen er hel"))
    else:
        yield _damaged(said[0])


def _links(db: Database) -> Iterator[Remark]:
    orphans = len(db.execute("PRAGMA foreign_key_check").fetchall())
    if orphans:
        yield Remark(
            BAD, _("{n} hører til dokumenter, der ikke er der; læs dokumenterne ind i en ny database", n=count(orphans, "række", "rækker"))
        )
    lost = _which(db, "page_count <> (SELECT count(*) FROM pages WHERE document = documents.id)")
    if lost:
        yield Remark(BAD, _("{n} mangler sider", n=_documents(len(lost))), lost)


def _index(db: Database) -> Iterator[Remark]:
    try:
        if not only_reads(db.conn):
            db.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        missing = _one(db, "SELECT count(*) FROM passages WHERE id NOT IN (SELECT rowid FROM search)")
    except sqlite3.DatabaseError:
        yield Remark(BAD, _("søgeindekset er beskadiget"))
        return
    if missing:
        yield Remark(BAD, _("{n} mangler i søgeindekset", n=count(missing, "tekststykke", "tekststykker")))
    else:
        yield Remark(GOOD, _("søgeindekset passer til dokumenterne"))


def _size(db: Database) -> Iterator[Remark]:
    documents, pages = _one(db, "SELECT count(*) FROM documents"), _one(db, "SELECT coalesce(sum(page_count), 0) FROM documents")
    megabytes = _one(db, "PRAGMA page_count") * _one(db, "PRAGMA page_size") / 1e6
    yield Remark(GOOD, f"{_documents(documents)}, {count(pages, 'side', 'sider')}, {worded(in_print(Decimal(megabytes), 1))} MB")


def _text(db: Database) -> Iterator[Remark]:
    written = "SELECT 1 FROM pages WHERE document = documents.id AND trim(text) <> ''"
    empty = _which(db, f"NOT EXISTS ({written})")
    if empty:
        yield Remark(WORTH_KNOWING, _("{n} er uden tekst (skannet?)", n=_documents(len(empty))), empty)
    sql = "SELECT file, what, why FROM unread u JOIN documents d ON d.id = u.document ORDER BY d.file, d.id, u.n"
    unread = tuple(f"{file}: {retold(what)}: {retold(why)}" for file, what, why in db.execute(sql))
    if unread:
        yield Remark(WORTH_KNOWING, _("{n} kunne ikke læses (tabellen unread)", n=count(len(unread), "sted", "steder")), unread)


def _failures(db: Database) -> Iterator[Remark]:
    told = [(path, again(reason, spoken())) for path, reason in db.execute("SELECT path, reason FROM failures ORDER BY path")]
    failed = tuple(f"{path}: {reason}" for path, reason in told)
    if failed:
        yield Remark(WORTH_KNOWING, _("{n} kunne ikke læses (tabellen failures)", n=count(len(failed), "fil", "filer")), failed)
    for reason, n in Counter(reason for _path, reason in told).most_common(MOST_TOLD):
        yield Remark(WORTH_KNOWING, f"  {n}: {reason}")
    cut = _one(db, "SELECT count(*) FROM runs WHERE finished_at IS NULL")
    if cut:
        yield Remark(WORTH_KNOWING, _("{n} blev afbrudt eller er i gang", n=count(cut, "indlæsning", "indlæsninger")))


def _files(db: Database) -> Iterator[Remark]:
    gone = tuple(path for (path,) in db.execute("SELECT path FROM files ORDER BY path") if not os.path.exists(path))
    if gone:
        yield Remark(WORTH_KNOWING, _("{n} er flyttet eller slettet siden læsningen", n=count(len(gone), "fil", "filer")), gone)
    nameless = [str(row[0]) for row in db.execute("SELECT id FROM documents WHERE id NOT IN (SELECT document FROM files) ORDER BY id")]
    if nameless:
        said = _("{n} er ikke knyttet til nogen fil; minutes forget {numbers} fjerner dem")
        yield Remark(WORTH_KNOWING, said.format(n=_documents(len(nameless)), numbers=" ".join(nameless)))


CLAIMS = "FROM (SELECT verdict FROM ledger UNION ALL SELECT 'differs' FROM findings WHERE across)"
"""What the documents say of their own figures, and what one says otherwise than another."""


def _coverage(db: Database) -> Iterator[Remark]:
    total = _one(db, f"SELECT count(*) {CLAIMS}")
    if total:
        judged = _one(db, f"SELECT count(*) {CLAIMS} WHERE verdict <> 'unverifiable'")
        yield Remark(
            GOOD,
            _(
                "{judged} af {total} udsagn om tal er efterprøvet ({percent} %)",
                judged=grouped(judged),
                total=grouped(total),
                percent=100 * judged // total,
            ),
        )
    lacking = {"municipality": _("{n} siger ikke, hvilken kommune det er"), "meeting_date": _("{n} siger ikke, hvornår mødet var")}
    for column, said in lacking.items():
        if without := _which(db, f"{column} IS NULL"):
            yield Remark(WORTH_KNOWING, said.format(n=_documents(len(without))), without)


def _waivers(db: Database) -> Iterator[Remark]:
    if gone := tuple(f"{w.key} {w.file}: {w.check}: {w.message}" for w in findings(db).gone):
        yield Remark(WORTH_KNOWING, _("{n} fund, der var lagt til side, findes ikke længere", n=grouped(len(gone))), gone)


def _versions(db: Database, current: str) -> Iterator[Remark]:
    versions = [row[0] for row in db.execute("SELECT DISTINCT extractor_version FROM documents")]
    old = [f"'{version}'" for version in versions if version_key(version) < version_key(current)]
    if stale := _which(db, f"extractor_version IN ({', '.join(old)})"):
        yield Remark(WORTH_KNOWING, _("{n} er læst af en ældre udgave; kør minutes ingest igen", n=_documents(len(stale))), stale)
