"""The site's tables for people: what was decided, every sum and figure, newest first, each with a link to the very line."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from minutes.criteria.words import SHORT
from minutes.danish import in_print
from minutes.days import dated
from minutes.heads import of_cell
from minutes.language import _, grouped, worded
from minutes.names import OUTCOMES, PER, UNITS, heading, money, printed
from minutes.retold import retold
from minutes.site.asked import Asked
from minutes.site.frame import called, place_link, render, rows

ROWS = 50
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Listing:
    """A table of the database as a page: its name, its heads with their style, and the cells of a row."""

    name: str
    table: str
    heads: tuple[tuple[str, str], ...]
    cells: Callable[[Row], tuple[str, ...]]


def votes(row: Row) -> str:
    """14 for, 5 imod, 1 undlod; the sides that are told."""
    sides = (("votes_for", "for"), ("votes_against", "imod"), ("votes_abstained", "undlod"))
    return ", ".join(f"{row[votes]} {_(side)}" for votes, side in sides if row[votes] is not None)


def _item(row: Row) -> str:
    return " ".join(filter(None, (row["item"], row["item_title"])))


def _amount(row: Row) -> str:
    """As it is printed: "14,2 mia. kr." says less than its eleven digits."""
    stated = worded(printed(row["quote"], Decimal(row["oere"]) / 100))
    return " ".join(filter(None, (stated, row["per"] and _(PER[row["per"]]))))


def _of_cell(row: Row) -> str:
    """The row and the column that a cell stands in: "Projektering, 2025"."""
    if not row["cells"]:
        return ""
    texts = [[cell["text"] for cell in cells] for cells in json.loads(row["cells"])]
    return ", ".join(filter(None, of_cell(texts, row["header_rows"], row["row"], row["column"])))


def _figure(row: Row) -> str:
    """As it is printed, with its words; a bare number of a table with its unit."""
    quote = " ".join(row["quote"].split())
    if any(c.isalpha() or c == "%" for c in quote):
        return quote
    return f"{worded(in_print(Decimal(row['value'])))} {_(UNITS[row['unit']]) if row['unit'] in UNITS else row['noun'] or ''}".strip()


LISTINGS = {
    "dokumenter": Listing(
        "Dokumenter",
        "documents",
        (("Kommune", ""), ("Udvalg", ""), ("Titel", "")),
        lambda r: (r["municipality"] or "", r["meeting_body"] or "", heading(r)),
    ),
    "punkter": Listing(
        "Punkter",
        "items",
        (("Udvalg", ""), ("Nummer", ""), ("Titel", "")),
        lambda r: (r["meeting_body"] or "", r["number"] or "", r["title"]),
    ),
    "beslutninger": Listing(
        "Beslutninger",
        "decisions",
        (("Hvem", ""), ("Punkt", ""), ("Udfald", ""), ("Stemmer", "")),
        lambda r: (r["body"] or r["meeting_body"] or "", _item(r), _(OUTCOMES[r["outcome"]]), votes(r)),
    ),
    "beloeb": Listing(
        "Beløb",
        "amounts",
        (("Beløb", "number"), ("Formål", ""), ("Punkt", "")),
        lambda r: (_amount(r), _of_cell(r) or r["purpose"] or "", _item(r)),
    ),
    "tal": Listing(
        "Tal",
        "figures",
        (("Tal", "number"), ("Indikator", ""), ("Område", ""), ("Punkt", "")),
        lambda r: (_figure(r), SHORT.get(r["indicator"], r["indicator"]) or _of_cell(r), r["area"] or "", _item(r)),
    ),
    "ulaest": Listing(
        "Steder, der ikke kunne læses", "unread", (("Hvad", ""), ("Hvorfor", "")), lambda r: (retold(r["what"]), retold(r["why"]))
    ),
}
"""Address → the table that is shown there."""


def selected(listing: Listing, more: str = "") -> str:
    """The rows of a table with what there is to tell of their document, newest meeting first; `more` are further columns."""
    of_item = "(SELECT title FROM items i WHERE i.document = t.document AND i.number = t.item LIMIT 1) AS item_title"
    cell_of = "FROM tables x WHERE x.document = t.document AND x.number = t.table_number"
    in_table = f"(SELECT rows {cell_of}) AS cells, (SELECT header_rows {cell_of}) AS header_rows"
    document = "id" if listing.table == "documents" else "document"
    return f"""SELECT t.*, d.id AS document, d.sha256, d.file, d.municipality, d.body AS meeting_body, d.meeting_date
              {f", {of_item}" if listing.table in ("decisions", "amounts", "figures") else ""}
              {f", {in_table}" if listing.table in ("amounts", "figures") else ""} {more}
              FROM {listing.table} t JOIN documents d ON d.id = t.{document}
              ORDER BY d.meeting_date DESC, d.id, t.{"id" if document == "id" else "n"}"""


async def table_page(datasette: Any, request: Any) -> Any:
    """One page of a table, newest meeting first."""
    address = request.url_vars["name"]
    listing, asked = LISTINGS[address], Asked(request, ())
    number = (await rows(datasette, f"SELECT count(*) AS n FROM {listing.table}"))[0]["n"]
    page, last, links = asked.page(number, ROWS)
    sql = f"{selected(listing)} LIMIT {ROWS} OFFSET {ROWS * (page - 1)}"
    return await render(
        datasette,
        request,
        "minutes_table.html",
        400 if asked.problems else 200,
        asked=asked,
        name=_(listing.name),
        heads=[(_(head), style) for head, style in listing.heads],
        rows=[_shown(listing, row) for row in await called(datasette, await rows(datasette, sql))],
        number=grouped(number),
        page=page,
        last=last,
        links=links,
        csv=f"/{address}.csv",
    )


def _shown(listing: Listing, row: Row) -> Row:
    link = f"/dokument/{row['document']}"
    if "end" in row:
        link = place_link(row["document"], row["page"], row["start"], row["end"])
    elif row.get("page"):
        link += f"#s{row['page']}"
    place = f"{row['file']}, {_('side')} {row['page']}" if row.get("page") else row["file"]
    exact = money(row["oere"]) if "oere" in row else ""
    cells = [
        {"text": text, "style": style, "head": _(head), "exact": exact if style == "number" and exact not in text else ""}
        for text, (head, style) in zip(listing.cells(row), listing.heads, strict=True)
    ]
    date = dated(row.get("date") or row["meeting_date"])
    return {"date": date, "cells": cells, "link": link, "place": place}
