"""The pages of the site. Everything that comes from a document is escaped by the templates, and personal numbers are masked."""

from __future__ import annotations

import sqlite3
import sys
from typing import Any

from datasette import NotFound, Response

from minutes.cpr import masked
from minutes.language import _, count, grouped
from minutes.names import OUTCOMES
from minutes.packing import COLUMNS
from minutes.report.html import TEMPLATES, unread
from minutes.site.findings import OPEN, found, waived
from minutes.site.frame import called, database, place_link, render, rows
from minutes.site.lines import lines
from minutes.site.tables import LISTINGS, votes

STYLE = TEMPLATES / "page.css"
ERRORS = {400: "Adressen kan ikke forstås", 403: "Adressen er lukket", 404: "Siden findes ikke", 500: "Siden kan ikke vises"}


async def counts(datasette: Any) -> dict[str, Any]:
    """What the front page tells."""
    counted = {address: (listing.name, listing.table) for address, listing in LISTINGS.items()}
    counted["fund"] = ("Fund", f"(SELECT DISTINCT key, document FROM findings WHERE {OPEN})")
    sql = "SELECT " + ", ".join(f"(SELECT count(*) FROM {table}) AS {address}" for address, (_name, table) in counted.items())
    numbers = (await rows(datasette, sql))[0]
    tally = [{"name": _(counted[address][0]), "number": grouped(n), "link": f"/{address}"} for address, n in numbers.items()]
    sql = "SELECT id, sha256, kind, file, title, municipality, body, meeting_date FROM documents ORDER BY meeting_date DESC, id DESC"
    newest = await called(datasette, await rows(datasette, f"{sql} LIMIT 25"))
    return {"tally": tally, "newest": newest, "database_name": database(datasette).name}


async def document_page(datasette: Any, request: Any) -> Response:
    """One document: what was decided, what was found, and the text with the place that was asked for."""
    documents = await called(datasette, await rows(datasette, "SELECT * FROM documents WHERE id = ?", request.url_vars["id"]))
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
        nowhere=_nowhere(request, texts),
        document=document,
        pages=pages,
        outcomes=OUTCOMES,
        votes=votes,
        items=await rows(datasette, "SELECT * FROM items WHERE document = ? ORDER BY n", number),
        decisions=await rows(datasette, "SELECT * FROM decisions WHERE document = ? ORDER BY n", number),
        findings=await found(datasette, "document = ?", [number]),
        aside=await waived(datasette, "document = ?", [number]),
        unread=unread(map(COLUMNS["unread"].record, await rows(datasette, "SELECT * FROM unread WHERE document = ? ORDER BY n", number))),
        link=lambda row: place_link(number, row["page"], row["start"], row["end"]),
    )


def _nowhere(request: Any, texts: list[dict[str, Any]]) -> str:
    """What there is to say when the address asks for a place that the document does not have."""
    side = request.args.get("side", "")
    if not side:
        return ""
    text = next((t["text"] for t in texts if str(t["number"]) == side), None)
    if text is None:
        return _("Dokumentet har ingen side {side}. Det har {pages}.", side=side, pages=count(len(texts), "side", "sider"))
    asked, said = _asked(request), any(request.args.get(name) for name in ("fra", "til"))
    return _("Stedet findes ikke på side {side}.", side=side) if said and not (asked and asked[1] < min(asked[2], len(text))) else ""


def _asked(request: Any) -> tuple[int, int, int] | None:
    """The place in the address, when it is one."""
    said = [request.args.get(name, "") for name in ("side", "fra", "til")]
    return (int(said[0]), int(said[1]), int(said[2])) if all(s.isdecimal() and len(s) < 9 for s in said) else None


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
