"""Documents drawn by hand for the tests of the checks: one page whose text is the running text."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from minutes.checks import Context
from minutes.records import Amount, Claim, Document, Figure, Finding, Item, Page, Source


def place(text: str, quote: str, nth: int = 1) -> Source:
    """The place of the nth `quote` in `text`."""
    start = -1
    for _ in range(nth):
        start = text.index(quote, start + 1)
    return Source(1, start, start + len(quote), quote, at=start)


def paper(text: str, file: str = "referat.pdf", **records: Any) -> Document:
    """A document of one page with the records given."""
    kind = records.pop("kind", "minutes")
    return Document(file=file, sha256=file, kind=kind, pages=(Page(1, text),), text=text, **records)


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


_MEASURED = re.compile(r"(?P<kr>\d[\d.,]*)(?P<mio> mio\.)? kr\.|(?P<pct>\d[\d,]*) pct\."
                       r"|(?P<count>\d[\d.]*|syv|ni|tre|fire) (?P<noun>år|[a-zæøå]{3,})")
_WORDS = {"syv": "7", "ni": "9", "tre": "3", "fire": "4"}


def measured(text: str, file: str = "referat.pdf", **records: Any) -> Document:
    """A document whose amounts ("4,2 mio. kr. årligt"), percentages and counts are read from a plain text by the simplest of rules.

    A line "#3 Title" begins agenda item 3.
    """
    items = [Item(m[1], m[2], Source(1, m.start(), m.end(), m[0], at=m.start())) for m in re.finditer(r"^#(\d+) (.*)$", text, re.M)]
    amounts, figures = [], []
    for match in _MEASURED.finditer(text):
        source = Source(1, match.start(), match.end(), match[0], at=match.start())
        item = next((i.number for i in reversed(items) if i.source.at <= match.start()), None)
        written = match["kr"] or match["pct"] or match["count"]
        value = Decimal(_WORDS.get(written, written).rstrip(".,").replace(".", "").replace(",", "."))
        half = Decimal(1).scaleb(value.as_tuple().exponent) / 2
        if match["kr"]:
            scale = 100_000_000 if match["mio"] else 100
            half = half if match["mio"] else 0
            per = "year" if re.match(r" (?:årligt|om året)", text[match.end() :]) else None
            amounts.append(Amount(source, int(value * scale), int((value - half) * scale), int((value + half) * scale), per=per, item=item))
        elif match["pct"]:
            figures.append(Figure(source, value, value - half, value + half, "percent", item=item))
        elif match["noun"] not in ("juni", "maj", "mio"):
            figures.append(Figure(source, value, value, value, "count", noun=match["noun"], item=item))
    records = {"items": tuple(items), **records}
    return paper(text, file, amounts=tuple(amounts), figures=tuple(figures), **records)
