"""What a page lists, as a file of CSV: the rows that `minutes report --format csv` gives, with the meeting that each comes from."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from datasette import Response

from minutes.called import finding
from minutes.checks import checks
from minutes.language import _
from minutes.names import CHECKS, DOCUMENTS, FOUND, OUTCOMES, SEVERITIES
from minutes.packing import COLUMNS
from minutes.report import rows as sheets
from minutes.report.text import visible
from minutes.retold import retold
from minutes.site.asked import Asked
from minutes.site.findings import FILTERS, ORDER, STANDING, conditions
from minutes.site.frame import called, names, rows
from minutes.site.tables import LISTINGS, selected

Row = dict[str, Any]
LINE = """(SELECT CASE WHEN max(coalesce(width_pt, 0)) = 0 THEN 1 + sum(length(text) - length(replace(text, char(10), ''))) END
    FROM (SELECT width_pt, CASE WHEN number = {page} THEN substr(text, 1, {start}) ELSE text END AS text
    FROM pages WHERE document = t.document AND number <= {page})) AS line"""
"""The line where a place begins, as `minutes.search.line_at` has it."""
LINE_OF_FINDING = LINE.format(page="json_extract(t.evidence, '$[0].source.page')", start="json_extract(t.evidence, '$[0].source.start')")
LINE_OF_RECORD = ", " + LINE.format(page="t.page", start="t.start")


@dataclass(frozen=True, slots=True)
class Download:
    """The heads behind those of a meeting, the cells of a row under them, and columns that only they need."""

    heads: list[str]
    cells: Callable[[Row], list[object]]
    more: str = ""


@lru_cache(maxsize=4)
def _texts(cells: str) -> list[list[str]]:
    return [[cell["text"] for cell in row] for row in json.loads(cells)]


def _tables(row: Row) -> sheets.Tables:
    """The table of a cell as `minutes.report.rows` wants it."""
    return {row["table_number"]: (_texts(row["cells"]), row["header_rows"])} if row["cells"] else {}


def _decision(row: Row) -> list[object]:
    votes = [row[side] for side in ("votes_for", "votes_against", "votes_abstained")]
    item = [row["item"], row["item_title"] and visible(row["item_title"])]
    return [row["page"], row["line"], *item, row["body"], _(OUTCOMES[row["outcome"]]), *votes, visible(row["raw"] or row["quote"])]


def _finding(row: Row) -> list[object]:
    return sheets.of_finding(finding(COLUMNS["findings"].record(row), row["sha256"], row["names"]), row["line"])


DOWNLOADS = {
    "fund": Download([*sheets.PLACE, *sheets.FINDING], _finding),
    "dokumenter": Download(["art", "titel", "sider"], lambda r: [_(DOCUMENTS[r["kind"]]), visible(r["title"] or ""), r["page_count"]]),
    "punkter": Download(
        [*sheets.PLACE, "nummer", "titel"], lambda r: [r["page"], r["line"], r["number"], visible(r["title"])], LINE_OF_RECORD
    ),
    "beslutninger": Download(
        [*sheets.PLACE, "punkt", "titel", "hvem", "udfald", "for", "imod", "undlod", "citat"], _decision, LINE_OF_RECORD
    ),
    "beloeb": Download(
        [*sheets.PLACE, *sheets.AMOUNT],
        lambda r: sheets.of_amount(COLUMNS["amounts"].record(r), _tables(r), r["line"]),
        LINE_OF_RECORD,
    ),
    "tal": Download(
        [*sheets.PLACE, *sheets.FIGURE],
        lambda r: sheets.of_figure(COLUMNS["figures"].record(r), _tables(r), r["page_text"] or "", r["line"]),
        LINE_OF_RECORD + ", (SELECT text FROM pages p WHERE p.document = t.document AND p.number = t.page) AS page_text",
    ),
    "ulaest": Download(["side", "hvad", "hvorfor"], lambda r: [r["page"], visible(retold(r["what"])), visible(retold(r["why"]))]),
}
"""The address of a page → what its file holds."""


async def download(datasette: Any, request: Any) -> Response:
    """The rows of a page, all of them, narrowed as the page is."""
    name = request.url_vars["name"]
    said, asked = DOWNLOADS[name], Asked(request, FILTERS if name == "fund" else ())
    asked.one_of("alvor", FOUND, SEVERITIES, FOUND)
    asked.one_of("tjek", checks(), CHECKS)
    if asked.problems:
        return Response.text("\n".join(asked.problems), status=400)
    where, values = conditions(asked)
    of_findings = f"SELECT t.*, {LINE_OF_FINDING} FROM {STANDING} t WHERE {where} {ORDER}"
    sql = of_findings if name == "fund" else selected(LISTINGS[name], said.more)
    known = {"names": await names(datasette)}
    found = await called(datasette, await rows(datasette, sql, *values))
    table = [[*_meeting(row), *said.cells(row | known)] for row in found]
    text = sheets.to_csv((name, [*sheets.MEETING, *said.heads], table)).lstrip("\ufeff")
    headers = {"content-disposition": f'attachment; filename="{name}.csv"'}
    return Response("\ufeff" + text, headers=headers, content_type="text/csv; charset=utf-8")


def _meeting(row: Row) -> list[object]:
    return [row["file"], row["municipality"], row["meeting_body"], row.get("date") or row["meeting_date"]]
