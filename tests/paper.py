"""Documents drawn by hand for the tests of the checks: one page whose text is the running text."""

from __future__ import annotations

from typing import Any

from minutes.checks import Context
from minutes.records import Claim, Document, Finding, Page, Source


def place(text: str, quote: str, nth: int = 1) -> Source:
    """The place of the nth `quote` in `text`."""
    start = -1
    for _ in range(nth):
        start = text.index(quote, start + 1)
    return Source(1, start, start + len(quote), quote, at=start)


def paper(text: str, file: str = "referat.pdf", **records: Any) -> Document:
    """A document of one page with the records given."""
    kind = records.pop("kind", "minutes")
    return Document(file=file, sha256="0", kind=kind, pages=(Page(1, text),), text=text, **records)


def findings(check: Any, document: Document, *others: Document) -> list[Finding]:
    """What a check finds; every quote must stand where it says."""
    documents = {d.file: d for d in (document, *others)}
    said = list(check(document, Context((document, *others))))
    for entry in said:
        for evidence in entry.evidence:
            page = documents[evidence.document].pages[evidence.source.page - 1]
            assert page.text[evidence.source.start : evidence.source.end] == evidence.source.quote
    return [entry for entry in said if isinstance(entry, Finding)]


def claims(check: Any, document: Document, *others: Document) -> list[Claim]:
    """What a check writes in the ledger."""
    return [entry for entry in check(document, Context((document, *others))) if isinstance(entry, Claim)]
