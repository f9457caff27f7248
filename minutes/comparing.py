"""What differs across documents, found again where documents came, went or were judged anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minutes import store
from minutes.checks import Context
from minutes.checks.across import across_differs
from minutes.records import Finding

if TYPE_CHECKING:
    from sqlite_utils import Database


def compare(db: Database, criteria: Any) -> list[Finding]:
    """Compare every document that awaits it, and those of the same cases, by these rule sets; gives the findings of the awaiting ones."""
    waiting = [row[0] for row in db.conn.execute("SELECT document FROM uncompared ORDER BY document")]
    found = [finding for document in waiting for finding in _compared(db, document, criteria)]
    for other in sorted({other for document in waiting for other in store.linked_to(db, document)} - set(waiting)):
        _compared(db, other, criteria)
    with store.transaction(db) as connection:
        connection.executemany("DELETE FROM uncompared WHERE document = ?", ((document,) for document in waiting))
    return found


def _compared(db: Database, document: int, criteria: Any) -> list[Finding]:
    if others := store.linked_to(db, document):
        (one, *rest) = (said for _, said in store.documents(db, [document, *others]))
        found = [said for said in across_differs(one, Context([one, *rest], criteria)) if isinstance(said, Finding)]
    else:
        found = []
    store.put_across(db, document, found)
    return found
