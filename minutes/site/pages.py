"""The pages of the site. Everything that comes from a document is escaped by the templates, and personal numbers are masked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from datasette import NotFound, Response

from minutes.cpr import masked
from minutes.names import OUTCOMES, SEVERITIES
from minutes.site.lines import lines

STYLE = Path(__file__).parent.parent / "templates" / "page.css"
LIMIT = 50


def database(datasette: Any) -> Any:
    """The one database that is served."""
    return datasette.get_database()


async def rows(datasette: Any, sql: str, *params: Any) -> list[dict[str, Any]]:
    """Rows as dictionaries."""
    return [dict(row) for row in (await database(datasette).execute(sql, params)).rows]


async def render(datasette: Any, request: Any, template: str, **values: Any) -> Response:
    """A page in our frame."""
    values |= {"masked": masked, "database_name": database(datasette).name}
    return Response.html(await datasette.render_template(template, values, request=request))


async def counts(datasette: Any) -> dict[str, Any]:
    """What the front page tells."""
    tables = ("documents", "items", "decisions", "amounts", "figures", "findings", "unread")
    sql = "SELECT " + ", ".join(f"(SELECT count(*) FROM {table}) AS {table}" for table in tables)
    newest = "SELECT id, file, title, municipality, body, meeting_date FROM documents ORDER BY meeting_date DESC, id DESC LIMIT 25"
    return {"counts": (await rows(datasette, sql))[0], "newest": await rows(datasette, newest), "database_name": database(datasette).name}


async def search_page(datasette: Any, request: Any) -> Response:
    """Search in items, decisions, text, money and figures."""
    from minutes.search import CannotSearch, search

    typed, hits, problem = request.args.get("q", "").strip(), [], None
    if typed:
        try:
            hits = await database(datasette).execute_fn(lambda _: search(database(datasette).path, typed, limit=LIMIT))
        except CannotSearch as error:
            problem = str(error)
    return await render(datasette, request, "minutes_search.html", typed=typed, hits=[_shown(hit) for hit in hits], problem=problem)


def _shown(hit: Any) -> dict[str, Any]:
    """A hit with its snippet cut at the marks."""
    snippet, pieces, at = masked(hit.snippet), [], 0
    for start, end in hit.marks:
        pieces += [(snippet[at:start], False), (snippet[start:end], True)]
        at = end
    return {"hit": hit, "pieces": [*pieces, (snippet[at:], False)], "link": place_link(hit.document, hit.page, hit.start, hit.end)}


def place_link(document: int, page: int, start: int, end: int) -> str:
    """The address of the very line where something stands."""
    return f"/dokument/{document}?side={page}&fra={start}&til={end}#sted"


async def document_page(datasette: Any, request: Any) -> Response:
    """One document: what was decided, what was found, and the text with the place that was asked for."""
    documents = await rows(datasette, "SELECT * FROM documents WHERE id = ?", request.url_vars["id"])
    if not documents:
        raise NotFound("Dokumentet findes ikke")
    document, number = documents[0], documents[0]["id"]
    texts = await rows(datasette, "SELECT number, text FROM pages WHERE document = ? ORDER BY n", number)
    asked = _asked(request)
    pages = [
        {"number": t["number"], "lines": lines(masked(t["text"]), asked if asked and asked[0] == t["number"] else None)} for t in texts
    ]
    return await render(
        datasette,
        request,
        "minutes_document.html",
        document=document,
        pages=pages,
        outcomes=OUTCOMES,
        severities=SEVERITIES,
        items=await rows(datasette, "SELECT * FROM items WHERE document = ? ORDER BY n", number),
        decisions=await rows(datasette, "SELECT * FROM decisions WHERE document = ? ORDER BY n", number),
        findings=await found(datasette, "findings.document = ?", number),
        unread=await rows(datasette, "SELECT * FROM unread WHERE document = ? ORDER BY n", number),
        link=lambda row: place_link(number, row["page"], row["start"], row["end"]),
    )


def _asked(request: Any) -> tuple[int, int, int] | None:
    """The place in the address, when it is one."""
    said = [request.args.get(name, "") for name in ("side", "fra", "til")]
    return (int(said[0]), int(said[1]), int(said[2])) if all(s.isdecimal() and len(s) < 9 for s in said) else None


async def found(datasette: Any, where: str, *params: Any) -> list[dict[str, Any]]:
    """Findings with their documents and with links to their places, errors first."""
    sql = f"""SELECT findings.*, documents.file, documents.municipality, documents.meeting_date FROM findings
              JOIN documents ON documents.id = findings.document WHERE {where}
              ORDER BY CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, documents.file, n LIMIT 500"""
    ids = {row["file"]: row["id"] for row in await rows(datasette, "SELECT file, id FROM documents")}
    return [{**row, "places": [_place(e, ids) for e in json.loads(row["evidence"] or "[]")]} for row in await rows(datasette, sql, *params)]


def _place(evidence: dict[str, Any], ids: dict[str, int]) -> dict[str, Any]:
    source, file = evidence["source"], evidence["document"]
    link = place_link(ids.get(file, 0), source["page"], source["start"], source["end"])
    return {"file": file, "page": source["page"], "quote": masked(" ".join(source["quote"].split())), "link": link}


async def findings_page(datasette: Any, request: Any) -> Response:
    """All findings, errors first, that nobody has put aside."""
    open_ones = await found(datasette, "key NOT IN (SELECT key FROM waivers)")
    return await render(datasette, request, "minutes_findings.html", findings=open_ones, severities=SEVERITIES)


async def stylesheet(datasette: Any) -> Response:
    """The style of our pages and reports."""
    return Response(STYLE.read_text(encoding="utf-8"), content_type="text/css; charset=utf-8")
