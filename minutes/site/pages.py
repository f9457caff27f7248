"""The pages of the site. Everything that comes from a document is escaped by the templates, and personal numbers are masked."""

from __future__ import annotations

import sqlite3
import sys
from decimal import Decimal
from typing import Any

from datasette import NotFound, Response

from minutes.cpr import masked
from minutes.danish import in_print
from minutes.language import _, grouped, worded
from minutes.names import OUTCOMES, RECORDS
from minutes.packing import COLUMNS
from minutes.report.html import TEMPLATES, finding, unread
from minutes.site.lines import lines
from minutes.site.tables import LISTINGS, place_link

STYLE = TEMPLATES / "page.css"
LIMIT = 50
FINDINGS = 500
OPEN = "key NOT IN (SELECT key FROM waivers)"
"""Findings that nobody has put aside."""
POLICY = {"content-security-policy": "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"}
"""No page of ours has a script, and none can be put into it."""
ERRORS = {400: "Adressen kan ikke forstås", 403: "Adressen er lukket", 404: "Siden findes ikke", 500: "Siden kan ikke vises"}


def database(datasette: Any) -> Any:
    """The one database that is served."""
    return datasette.get_database()


async def rows(datasette: Any, sql: str, *params: Any) -> list[dict[str, Any]]:
    """Rows as dictionaries."""
    return [dict(row) for row in (await database(datasette).execute(sql, params)).rows]


async def render(datasette: Any, request: Any, template: str, status: int = 200, **values: Any) -> Response:
    """A page in our frame."""
    return Response.html(await datasette.render_template(template, values, request=request), status=status, headers=POLICY)


async def counts(datasette: Any) -> dict[str, Any]:
    """What the front page tells."""
    counted = {address: (listing.name, listing.table) for address, listing in LISTINGS.items()}
    counted["fund"] = ("Fund", f"(SELECT DISTINCT key, document FROM findings WHERE {OPEN})")
    sql = "SELECT " + ", ".join(f"(SELECT count(*) FROM {table}) AS {address}" for address, (_name, table) in counted.items())
    numbers = (await rows(datasette, sql))[0]
    tally = [{"name": _(counted[address][0]), "number": grouped(n), "link": f"/{address}"} for address, n in numbers.items()]
    newest = "SELECT id, kind, file, title, municipality, body, meeting_date FROM documents ORDER BY meeting_date DESC, id DESC LIMIT 25"
    return {"tally": tally, "newest": await rows(datasette, newest), "database_name": database(datasette).name}


async def search_page(datasette: Any, request: Any) -> Response:
    """Search in items, decisions, text, money and figures."""
    from minutes.search import CannotSearch, search
    from minutes.suggest import meant

    typed, hits, problem, better = request.args.get("q", "").strip(), [], None, None
    if typed:
        try:
            path = database(datasette).path
            hits = await database(datasette).execute_fn(lambda __: search(path, typed, limit=LIMIT))
            if not hits or hits[0].partial:
                better = await database(datasette).execute_fn(lambda __: meant(path, typed))
        except CannotSearch as error:
            problem = str(error)
    shown = [_shown(hit) for hit in hits]
    return await render(
        datasette, request, "minutes_search.html", typed=typed, hits=shown, limit=LIMIT, problem=problem, better=better
    )


def _shown(hit: Any) -> dict[str, Any]:
    """A hit with its kind and snippet, cut at the marks."""
    snippet, pieces, at = masked(hit.snippet), [], 0
    for start, end in hit.marks:
        pieces += [(snippet[at:start], False), (snippet[start:end], True)]
        at = end
    kind, kr = _(RECORDS[hit.kind]).capitalize(), worded(in_print(Decimal(hit.kr))) if hit.kr else ""
    link = place_link(hit.document, hit.page, hit.start, hit.end)
    return {"hit": hit, "kind": kind, "kr": kr, "pieces": [*pieces, (snippet[at:], False)], "link": link}


async def document_page(datasette: Any, request: Any) -> Response:
    """One document: what was decided, what was found, and the text with the place that was asked for."""
    documents = await rows(datasette, "SELECT * FROM documents WHERE id = ?", request.url_vars["id"])
    if not documents:
        raise NotFound(_("Dokumentet findes ikke"))
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
        items=await rows(datasette, "SELECT * FROM items WHERE document = ? ORDER BY n", number),
        decisions=await rows(datasette, "SELECT * FROM decisions WHERE document = ? ORDER BY n", number),
        findings=await found(datasette, f"document = ? AND {OPEN}", number),
        unread=unread(map(COLUMNS["unread"].record, await rows(datasette, "SELECT * FROM unread WHERE document = ? ORDER BY n", number))),
        link=lambda row: place_link(number, row["page"], row["start"], row["end"]),
    )


def _asked(request: Any) -> tuple[int, int, int] | None:
    """The place in the address, when it is one."""
    said = [request.args.get(name, "") for name in ("side", "fra", "til")]
    return (int(said[0]), int(said[1]), int(said[2])) if all(s.isdecimal() and len(s) < 9 for s in said) else None


async def found(datasette: Any, where: str, *params: Any) -> list[dict[str, Any]]:
    """Findings with their places in the text and links to them, errors first."""
    sql = f"""SELECT f.*, d.file FROM findings f JOIN documents d ON d.id = f.document WHERE {where} GROUP BY f.key, f.document
              ORDER BY CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, document, n LIMIT {FINDINGS}"""
    said = await rows(datasette, sql, *params)
    ids = {row["sha256"]: row["id"] for row in await rows(datasette, "SELECT sha256, id FROM documents")}
    return [await _shown_finding(datasette, row, ids) for row in said]


async def _shown_finding(datasette: Any, row: dict[str, Any], ids: dict[str, int]) -> dict[str, Any]:
    """A finding; a place whose document is not told, as databases have it that are not yet checked again, has neither text nor link."""
    record = COLUMNS["findings"].record(row)
    held = {
        (e.document, e.sha256): ids.get(e.sha256) if e.sha256 else row["document"] if e.document == row["file"] else None
        for e in record.evidence
    }
    wanted = {(held[e.document, e.sha256], e.source.page) for e in record.evidence}
    texts = {(document, page): await _text(datasette, document, page) for document, page in wanted if document}
    shown = finding(record, lambda e: texts.get((held[e.document, e.sha256], e.source.page), ""))
    return {**shown, "passages": [_linked(p, held[p.document, p.sha256]) for p in shown["passages"]]}


async def _text(datasette: Any, document: int, page: int) -> str:
    said = await rows(datasette, "SELECT text FROM pages WHERE document = ? AND number = ?", document, page)
    return said[0]["text"] if said else ""


def _linked(passage: Any, document: int | None) -> dict[str, Any]:
    link = place_link(document, passage.page, passage.first.start, passage.first.end) if document else None
    return {"document": passage.document, "page": passage.page, "link": link, "stretches": passage.stretches}


async def findings_page(datasette: Any, request: Any) -> Response:
    """All findings, errors first, that nobody has put aside."""
    number = (await rows(datasette, f"SELECT count(*) AS n FROM (SELECT DISTINCT key, document FROM findings WHERE {OPEN})"))[0]["n"]
    return await render(datasette, request, "minutes_findings.html", findings=await found(datasette, OPEN), number=number, grouped=grouped)


async def error_page(datasette: Any, request: Any, exception: Exception) -> Response:
    """What there is to say of an address that leads nowhere; programs that ask for JSON get it in Datasette's form."""
    status = 404 if _lacks_a_key(exception) else getattr(exception, "status", 500)
    name = _(ERRORS.get(status, ERRORS[500]))
    if status >= 500:
        print(f"{request.path}: {type(exception).__name__}: {exception}", file=sys.stderr)
    if request.path.endswith(".json"):
        return Response.json({"ok": False, "error": str(exception) or name, "status": status, "title": name}, status=status)
    return await render(datasette, request, "minutes_error.html", status, name=name)


def _lacks_a_key(exception: Exception) -> bool:
    """Whether the address names a row by one number where its table wants two."""
    return isinstance(exception, sqlite3.ProgrammingError) and "binding" in str(exception)


async def stylesheet(datasette: Any) -> Response:
    """The style of our pages and reports."""
    return Response(STYLE.read_text(encoding="utf-8"), content_type="text/css; charset=utf-8")
