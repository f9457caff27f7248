"""Rule sets of one's own kept in the database, so that everything that is said of its documents was judged by the same rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minutes import store
from minutes.checks import judge
from minutes.criteria import Texts, load
from minutes.database import transaction

if TYPE_CHECKING:
    from sqlite_utils import Database


def kept(db: Database) -> Texts:
    """The files of rules that the database was told to judge by, beside the law's."""
    return tuple(db.conn.execute("SELECT file, text FROM own_rules ORDER BY file"))


def keep(db: Database, own: Texts) -> int:
    """Judge by these rules from now on. Documents that were judged by others are judged again; gives how many."""
    if own != kept(db):
        with transaction(db) as connection:
            connection.execute("DELETE FROM own_rules")
            connection.executemany("INSERT INTO own_rules (file, text) VALUES (?, ?)", own)
            connection.execute("INSERT OR IGNORE INTO unjudged SELECT id FROM documents")
    return judge_again(db)


def judge_again(db: Database) -> int:
    """Judge every document that awaits it by the rules that are kept, also those that an earlier run was stopped before; they then await
    being compared (minutes.comparing). Gives how many."""
    rules, judged = load(kept(db)), 0
    waiting = [row[0] for row in db.conn.execute("SELECT document FROM unjudged ORDER BY document")]
    for number in waiting:
        (report,) = judge([store.load(db, number)], rules)
        store.put_judged(db, number, report)
        judged += 1
    return judged
