"""A judged document as the rows that the store writes: made in the worker, so that the one writer only inserts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from minutes import records, words
from minutes.checks import Report
from minutes.codec import Memo
from minutes.columns import Columns
from minutes.records import Document, Page, Source

CHILDREN: dict[str, type] = {
    "pages": records.Page,
    "items": records.Item,
    "recommendations": records.Recommendation,
    "decisions": records.Decision,
    "ballots": records.Ballot,
    "remarks": records.Remark,
    "amounts": records.Amount,
    "figures": records.Figure,
    "thresholds": records.Threshold,
    "annexes": records.Annex,
    "annex_references": records.AnnexReference,
    "dates": records.DateMention,
    "list_numbers": records.ListNumber,
    "tables": records.Table,
    "claims": records.Claim,
    "unread": records.Unread,
}
"""Tables with one row for each record of a document, named as the field of Document that holds them."""
COLUMNS: dict[str, Columns] = {table: Columns(cls) for table, cls in CHILDREN.items()} | {
    "documents": Columns(Document, frozenset({*CHILDREN, "called"})),
    "ledger": Columns(records.Claim),
    "findings": Columns(records.Finding),
}

PASSAGE, LONGEST = 400, 800
"""A passage ends with the first sentence after so many characters, and at the latest after so many."""
ROUTE = re.compile(r"^[A-ZÆØÅ§0-9,./]{2,20} [-–] |\s*\([^()]{1,30}\)\s*$|\s+[-–]\s*(?:[AB]|orientering|lukket \w+)$")
"""What titles carry beside the case itself: "ØU/KB - ", "(B)", " - orientering"."""


@dataclass(slots=True)
class Packed:
    """A document ready to be stored. Rows are without the document's id; `passages` are (kind, n, item, title, page, start, end, title's
    stems, stems)."""

    sha256: str
    version: str
    document: list[Any]
    rows: dict[str, list[list[Any]]]
    keys: list[str]
    passages: list[tuple[Any, ...]]
    vocabulary: list[str] = field(default_factory=list)
    page_count: int = 0
    size: int = 0
    findings: list[str] = field(default_factory=list)
    """The severity of each finding."""
    verdicts: list[str] = field(default_factory=list)
    """The verdict on each claim."""


def pack(report: Report, size: int = 0) -> Packed:
    """A judged document as rows; `size` is that of its file in bytes."""
    d = report.document
    memo: Memo = {}
    rows = {table: [COLUMNS[table].row(record, memo) for record in getattr(d, table)] for table in CHILDREN}
    rows["ledger"] = [COLUMNS["ledger"].row(claim, memo) for claim in report.claims]
    rows["findings"] = [finding_row(found) for found in report.findings]
    passages: list[tuple[Any, ...]] = []
    said: set[str] = set()
    for *entry, text in _passages(d):
        title, stems = words.stems(entry[3] or ""), words.stems(text)
        said.update(title, stems)
        passages.append((*entry, " ".join(title), " ".join(stems)))
    vocabulary = sorted(words.reckoned(said))
    document = COLUMNS["documents"].row(d)
    return Packed(d.sha256, d.extractor_version, document, rows, sorted(case_keys(d)), passages, vocabulary, len(d.pages), size,
                  [found.severity for found in report.findings], [claim.verdict or "" for claim in report.claims])


def finding_row(found: records.Finding, across: bool = False) -> list[Any]:
    """A finding as a row, with its key and message."""
    return [*COLUMNS["findings"].row(found), found.key, found.message, int(across)]


def case_keys(d: Document) -> set[str]:
    """What another document about the same case shares with this one: case numbers and titles, written alike."""
    numbers = {*d.case_numbers, *(number for item in d.items for number in item.case_numbers)}
    titles = {d.title or "", *(item.title for item in d.items)}
    return {f"sag:{key}" for n in numbers if len(key := _letters(n)) > 4} | {f"titel:{key}" for t in titles if (key := title_key(t))}


def title_key(title: str) -> str:
    """A case's title without route, case type and punctuation; empty when it is too short to tell cases apart."""
    key = _letters(ROUTE.sub("", ROUTE.sub("", title)))
    return key if len(key) > 15 else ""


def _letters(text: str) -> str:
    return "".join(words.WORD.findall(text.lower()))


def _passages(d: Document) -> Iterator[tuple[Any, ...]]:
    """(kind, n, item, title, page, start, end, text) of everything that can be searched."""
    titles = {item.number: item.title for item in d.items}

    def entry(kind: str, n: int, item: str | None, source: Source, text: str) -> tuple[Any, ...]:
        return kind, n, item, titles.get(item), source.page, source.start, source.end, text

    for n, item in enumerate(d.items):
        s = item.source
        yield "item", n, item.number, item.title, s.page, s.start, s.end, " ".join(item.case_numbers)
    for n, r in enumerate(d.recommendations):
        yield entry("recommendation", n, r.item, r.source, " ".join(p.text for p in r.points) or r.source.quote)
    for n, decision in enumerate(d.decisions):
        yield entry("decision", n, decision.item, decision.source, words.whole(decision.raw or decision.source.quote))
    for n, remark in enumerate(d.remarks):
        yield entry("remark", n, remark.item, remark.source, words.whole(remark.source.quote))
    items = sorted(d.items, key=lambda i: (i.source.page, i.source.start))
    starts = [(i.source.page, i.source.start) for i in items]
    for n, page in enumerate(d.pages):
        for start, end in spans(page):
            i = bisect_right(starts, (page.number, end - 1)) - 1
            number, title = (items[i].number, items[i].title) if i >= 0 else (None, d.title)
            yield "page", n, number, title, page.number, start, end, words.whole(page.text[start:end])


def spans(page: Page) -> Iterator[tuple[int, int]]:
    """The passages of a page: whole lines, ending where a sentence does when that is near."""
    start = at = 0
    for line in page.text.splitlines(keepends=True):
        at += len(line)
        if at - start >= LONGEST or at - start >= PASSAGE and line.rstrip().endswith((".", ":", "!", "?")):
            yield start, at
            start = at
    if page.text[start:].strip():
        yield start, len(page.text)
