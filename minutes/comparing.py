"""What differs across documents, found again where documents came, went or were judged anew."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from minutes import store
from minutes.checks import Context
from minutes.checks.across import across_differs
from minutes.database import transaction
from minutes.records import Document, Finding

if TYPE_CHECKING:
    from sqlite_utils import Database

TABLES = ("pages", "items", "decisions", "amounts", "figures", "thresholds", "tables")
"""The records by which documents are compared; the others are left where they lie."""
MOST_PAGES = 500
"""Pages of documents that are kept in memory, with what the checks have worked out of them, for the next that they are compared with."""


class Shelf:
    """The documents of a database, as far as they are needed to be compared; those read lately lie in memory."""

    def __init__(self, db: Database, tables: Iterable[str] = TABLES) -> None:
        self.db, self.tables = db, tables
        self.memo: dict[Any, Any] = {}
        """What the checks have worked out of the documents that lie here."""
        self._documents: dict[int, Document] = {}
        self._pages = 0

    def beside(self, document: Document) -> list[Document]:
        """The documents that may be about the same cases as one, which need not be stored."""
        return self.of(store.linked(self.db, document))

    def of(self, numbers: list[int]) -> list[Document]:
        """These documents. Raises KeyError for an id that is not there."""
        if self._pages > MOST_PAGES:
            self.memo.clear()
            self._documents.clear()
            self._pages = 0
        return [self._one(number) for number in numbers]

    def _one(self, number: int) -> Document:
        if number not in self._documents:
            self._documents[number] = store.load(self.db, number, self.tables)
            self._pages += len(self._documents[number].pages)
        return self._documents[number]


def compare(db: Database, criteria: Any) -> list[Finding]:
    """Compare every document that awaits it, and those of the same cases, by these rule sets; gives the findings of the awaiting ones."""
    sql = "SELECT document FROM uncompared ORDER BY (SELECT min(key) FROM case_keys k WHERE k.document = uncompared.document), document"
    waiting = [row[0] for row in db.conn.execute(sql)]
    shelf = Shelf(db)
    found = [finding for document in waiting for finding in _compared(shelf, document, criteria)]
    for other in sorted({other for document in waiting for other in store.linked_to(db, document)} - set(waiting)):
        _compared(shelf, other, criteria)
    with transaction(db) as connection:
        connection.executemany("DELETE FROM uncompared WHERE document = ?", ((document,) for document in waiting))
    return found


def _compared(shelf: Shelf, document: int, criteria: Any) -> list[Finding]:
    found = []
    if others := store.linked_to(shelf.db, document):
        one, *rest = shelf.of([document, *others])
        context = Context([one, *rest], criteria, shelf.memo, one)
        found = [said for said in across_differs(one, context) if isinstance(said, Finding)]
    store.put_across(shelf.db, document, found)
    return found
