"""Search in the database: items, decisions, recommendations, remarks, pages, amounts and figures, best first.

Plain sqlite3 and nothing heavy, so that the answer comes at once. The database is opened for reading only.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

from minutes.called import of_ids
from minutes.cpr import masked
from minutes.filters import INSIDE, Filters, asked, both, folded, measure, nearness, of_document, of_passage
from minutes.language import _
from minutes.query import Query, understand
from minutes.trouble import why
from minutes.words import whole

KINDS = {
    "item": "items",
    "decision": "decisions",
    "recommendation": "recommendations",
    "remark": "remarks",
    "page": "pages",
    "amount": "amounts",
    "figure": "figures",
}
"""What can be found, and the table that holds it."""
WEIGHT = {"item": 1.5, "decision": 1.3, "recommendation": 1.1, "remark": 1.1, "page": 1.0}
MEASURED = {kind: KINDS[kind] for kind in ("amount", "figure")}
OF_PASSAGE = """p.*, d.file, d.municipality, coalesce(x.body, d.body) AS body,
    coalesce(x.date, CASE WHEN x.body IS NULL OR x.body = d.body THEN d.meeting_date END) AS meeting_date"""
ITS_DOCUMENT = """JOIN documents d ON d.id = p.document
    LEFT JOIN decisions x ON p.kind = 'decision' AND x.document = p.document AND x.n = p.n"""
"""A passage with its document; a decision has the body and the day that decided, which may be earlier ones than the meeting's."""
BLANKS = re.compile(r"\s+")
SNIPPET, NEAR = 240, 160
"""Characters shown, and how far from an amount a word may stand to belong to it."""


class CannotSearch(Exception):
    """The database cannot be searched; the message is one line for the user."""


@dataclass(slots=True)
class Hit:
    """One thing found. `marks` are the spans of `snippet` that were searched for; `id` is what `minutes show` takes.

    `body` and `date` are the meeting's, and those of a decision its own. `quote` is an amount or a figure as it is printed.
    `partial`: only some of the words stand there, because nothing has them all. `line`: in a file without printed pages.
    """

    id: str
    kind: str
    title: str | None
    snippet: str
    marks: list[tuple[int, int]]
    document: int
    file: str
    page: int
    start: int
    end: int
    municipality: str | None = None
    body: str | None = None
    date: str | None = None
    item: str | None = None
    kr: str | None = None
    per: str | None = None
    value: str | None = None
    quote: str | None = None
    partial: bool = False
    line: int | None = None
    rank: float = field(default=0.0, repr=False)


def shown_text(stored: bytes) -> str:
    """A text of the database as it may be shown: personal numbers are masked."""
    return masked(stored.decode("utf-8", "replace"))


def connect(path: Path | str) -> sqlite3.Connection:
    """A connection that only reads. Raises CannotSearch."""
    if Path(path).is_dir():
        raise CannotSearch(_("{path} er en mappe, ikke en fil", path=path))
    if not Path(path).is_file():
        raise CannotSearch(_("{path} findes ikke; læs dokumenter ind med minutes ingest", path=path))
    address = Path(path).absolute().as_uri()
    for mode in ("mode=ro", "immutable=1"):
        connection = sqlite3.connect(f"{address}?{mode}", uri=True, timeout=10)
        try:
            connection.execute("SELECT 1 FROM vocabulary LIMIT 1")
        except sqlite3.DatabaseError as error:
            if "no such table" in str(error) or "not a database" in str(error):
                connection.close()
                raise CannotSearch(_("{path} er ikke en database fra minutes", path=path)) from None
            said = error
            connection.close()
            continue
        connection.row_factory, connection.text_factory = sqlite3.Row, shown_text
        connection.create_function("fold", 1, folded, deterministic=True)
        return connection
    raise CannotSearch(f"{path} {why(said)}")


def search(path: Path | str, typed: str, filters: Filters | None = None, limit: int = 20) -> list[Hit]:
    """The best hits, at most `limit`. When no passage has all the words, passages with some of them are given; without words the
    newest items that pass the filters."""
    filters = filters or Filters()
    if not typed.strip() and filters == Filters():
        raise CannotSearch(_("skriv, hvad der skal søges efter"))
    if filters.min_kr is not None and filters.max_kr is not None and filters.min_kr > filters.max_kr:
        raise CannotSearch(_("det mindste beløb er større end det største"))
    if filters.since and filters.until and filters.since > filters.until:
        raise CannotSearch(_("den første dag er senere end den sidste"))
    with closing(connect(path)) as connection:
        query = understand(typed, connection)
        hits = list(_distinct(_hits(connection, query, filters, True, limit), limit))
        some = not hits and len(query.groups) > 1
        hits = list(_distinct(_hits(connection, query, filters, False, limit), limit)) if some else hits
        names = of_ids(connection, {hit.document for hit in hits})
        hits = [replace(hit, partial=some, file=names.get(hit.document, hit.file)) for hit in hits]
        return [replace(hit, line=line_at(connection, hit.document, hit.page, hit.start)) for hit in hits]


def line_at(connection: sqlite3.Connection, document: int, page: int, start: int) -> int | None:
    """The line where a place begins, counted from 1 through the file; None where pages are printed."""
    line = 1
    sql = "SELECT number, text, width_pt FROM pages WHERE document = ? AND number <= ? ORDER BY n"
    for number, text, width_pt in connection.execute(sql, (document, page)):
        if width_pt:
            return None
        line += text.count("\n", 0, start if number == page else None)
    return line


def _hits(connection: sqlite3.Connection, query: Query, filters: Filters, every: bool, limit: int) -> Iterator[Hit]:
    measured = MEASURED.get(filters.kind or "")
    table = measure(query, filters)
    if asked_for := measured if measured and table in (None, measured) else None if filters.kind else table:
        yield from _measured(connection, asked_for, query, filters, every, limit)
    elif measured:
        return
    elif query.groups:
        rows = list(_passages(connection, query, filters, every, limit * 4))
        rows.sort(key=lambda row: row["rank"] * WEIGHT[row["kind"]])
        yield from (_hit(connection, row, query) for row in rows)
    elif table or filters != Filters():
        kind = replace(filters, kind=filters.kind or "item")
        yield from (_hit(connection, row, query) for row in _newest(connection, query, kind, limit))


def _newest(connection: sqlite3.Connection, query: Query, filters: Filters, limit: int) -> Iterator[sqlite3.Row]:
    where, values = both(of_passage(query, filters))
    sql = f"""
        SELECT {OF_PASSAGE}, 0 AS rank FROM passages p {ITS_DOCUMENT}
        WHERE {where} ORDER BY d.meeting_date DESC, p.document, p.n LIMIT ?"""
    yield from connection.execute(sql, [*values, limit])


def _passages(connection: sqlite3.Connection, query: Query, filters: Filters, every: bool, limit: int) -> Iterator[sqlite3.Row]:
    where, values = both(of_passage(query, filters))
    sql = f"""
        SELECT {OF_PASSAGE}, search.rank AS rank
        FROM search JOIN passages p ON p.id = search.rowid {ITS_DOCUMENT}
        WHERE search MATCH ? AND search.rank MATCH 'bm25(2.0, 1.0)' AND {where} ORDER BY search.rank LIMIT ?"""
    yield from connection.execute(sql, [query.match(every), *values, limit])


def _measured(connection: sqlite3.Connection, table: str, query: Query, filters: Filters, every: bool, limit: int) -> Iterator[Hit]:
    """Amounts or figures, near the words when there are any; what comes nearest to a typed one first."""
    where, values = both(asked(table, query, filters), of_document(filters))
    near, number = nearness(query)
    if not query.groups:
        sql = f"""
            SELECT a.*, d.file, d.municipality, d.body, d.meeting_date, NULL AS title, 0 AS rank
            FROM {table} a JOIN documents d ON d.id = a.document WHERE {where} ORDER BY {near}d.meeting_date DESC, d.id, a.n LIMIT ?"""
        rows = connection.execute(sql, [*values, *number, limit])
        yield from (_figure_hit(connection, table, row, query) for row in rows)
        return
    sql = f"""
        SELECT a.*, d.file, d.municipality, d.body, d.meeting_date, p.title, search.rank AS rank
        FROM search JOIN passages p ON p.id = search.rowid JOIN documents d ON d.id = p.document
        JOIN {table} a ON a.document = p.document AND {INSIDE}
        WHERE search MATCH ? AND search.rank MATCH 'bm25(2.0, 1.0)' AND p.kind = 'page' AND {where} ORDER BY {near}search.rank"""
    for row in connection.execute(sql, [query.match(every), *values, *number]):
        hit = _figure_hit(connection, table, row, query)
        if len(hit.marks) > 1:
            yield replace(hit, title=_title(connection, hit.document, hit.page, hit.start))


def _distinct(hits: Iterator[Hit], limit: int) -> Iterator[Hit]:
    """One hit a place: a page is left out where a decision or item on it has been shown."""
    shown: set[tuple[int, str, str]] = set()
    places: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for hit in hits:
        if limit <= 0:
            return
        spans = places.setdefault((hit.document, hit.page), [])
        same = (hit.document, hit.kind, hit.snippet)
        if same in shown or hit.kind == "page" and any(hit.start < end and start < hit.end for start, end in spans):
            continue
        shown.add(same)
        spans.append((hit.start, hit.end))
        limit -= 1
        yield hit


def _hit(connection: sqlite3.Connection, row: sqlite3.Row, query: Query) -> Hit:
    if row["kind"] == "item":
        return _found("item", row["n"], row, *cut(row["title"] or "", query))
    page = _page(connection, row)
    if row["kind"] != "page":
        return _found(row["kind"], row["n"], row, *cut(whole(page[row["start"] : row["end"]]), query))
    start, end = max(_parts(connection, row), key=lambda part: len(query.spans(whole(page[slice(*part)]))))
    hit = _found("page", _page_n(connection, row), row, *cut(whole(page[start:end]), query))
    title = hit.title if end == row["end"] else _title(connection, hit.document, hit.page, start)
    return replace(hit, title=title, start=start, end=end)


def _parts(connection: sqlite3.Connection, row: sqlite3.Row) -> list[tuple[int, int]]:
    """The passage between the headings of the items that begin in it, the last part first: its item is the passage's."""
    sql = "SELECT start FROM items WHERE document = ? AND page = ? AND start > ? AND start < ? ORDER BY start"
    heads = connection.execute(sql, (row["document"], row["page"], row["start"], row["end"]))
    return list(pairwise([row["start"], *(head[0] for head in heads), row["end"]]))[::-1]


def _title(connection: sqlite3.Connection, document: int, page: int, at: int) -> str | None:
    """The title of the item under which a place stands, or that of its document."""
    sql = """
        SELECT coalesce((SELECT title FROM items WHERE document = d.id AND (page, start) <= (?, ?) ORDER BY page DESC, start DESC LIMIT 1),
            d.title) FROM documents d WHERE d.id = ?"""
    return connection.execute(sql, (page, at, document)).fetchone()[0]


def _figure_hit(connection: sqlite3.Connection, table: str, row: sqlite3.Row, query: Query) -> Hit:
    page, quote = _page(connection, row), " ".join(row["quote"].split())
    before = _one_line(page[max(row["start"] - NEAR, 0) : row["start"]])
    after = _one_line(page[row["end"] : row["end"] + NEAR])
    lead = "… " + before[before.find(" ") + 1 :] if row["start"] > NEAR else before
    tail = after[: after.rfind(" ") + 1] + "…" if row["end"] + NEAR < len(page) else after
    said = {"quote": quote, "item": row["item"]}
    snippet = _around(lead, quote, tail, query)
    if table == "figures":
        return _found("figure", row["n"], row, *snippet, value=row["value"], **said)
    return _found("amount", row["n"], row, *snippet, kr=format(Decimal(row["oere"]) / 100, "f"), per=row["per"], **said)


def _one_line(text: str) -> str:
    return BLANKS.sub(" ", whole(text))


def _around(before: str, quote: str, after: str, query: Query) -> tuple[str, list[tuple[int, int]]]:
    """An amount with the words about it, marked with those that were searched for."""
    text = before + quote + after
    own = (len(before), len(before) + len(quote))
    words = [(start, end) for start, end in query.spans(text) if end <= own[0] or start >= own[1]]
    return text, sorted([*words, own])


def _found(kind: str, n: int, row: sqlite3.Row, snippet: str, marks: list[tuple[int, int]], **figure: Any) -> Hit:
    return Hit(
        id=f"{kind}-{row['document']}.{n + 1}",
        kind=kind,
        title=row["title"] and masked(row["title"]),
        snippet=masked(snippet),
        marks=marks,
        document=row["document"],
        file=row["file"],
        page=row["page"],
        start=row["start"],
        end=row["end"],
        municipality=row["municipality"],
        body=row["body"],
        date=row["meeting_date"],
        rank=row["rank"],
        **figure,
    )


def _page(connection: sqlite3.Connection, row: sqlite3.Row) -> str:
    found = connection.execute("SELECT text FROM pages WHERE document = ? AND number = ?", (row["document"], row["page"])).fetchone()
    return masked(found[0]) if found else ""


def _page_n(connection: sqlite3.Connection, row: sqlite3.Row) -> int:
    return connection.execute("SELECT n FROM pages WHERE document = ? AND number = ?", (row["document"], row["page"])).fetchone()[0]


def cut(text: str, query: Query, length: int = SNIPPET) -> tuple[str, list[tuple[int, int]]]:
    """The stretch of a text with the most words and phrases that were searched for, on one line, and where they stand in it."""
    text = " ".join(text.split())
    marked = query.spans(text)
    begin = 0
    if len(text) > length and marked:
        best = max(marked, key=lambda at: sum(at[0] <= start < at[0] + length - 40 for start, _ in marked))
        begin = max(min(best[0] - 60, len(text) - length), 0)
        begin = text.find(" ", begin - 1) + 1 if begin else 0
    stop = len(text) if begin + length >= len(text) else max(text.rfind(" ", begin, begin + length), begin + 1)
    lead = "… " if begin else ""
    snippet = lead + text[begin:stop] + (" …" if stop < len(text) else "")
    return snippet, [(s - begin + len(lead), e - begin + len(lead)) for s, e in marked if begin <= s and e <= stop]
