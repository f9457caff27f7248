"""The findings that nobody has put aside: narrowed, counted, in pages, each with its places in the text and links to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from minutes import called
from minutes.called import Names
from minutes.cpr import masked
from minutes.days import dated
from minutes.language import _, count, grouped, message
from minutes.names import CHECKS, FOUND, SEVERITIES
from minutes.packing import COLUMNS
from minutes.records import Table
from minutes.report.html import finding
from minutes.report.text import left_out
from minutes.site.asked import Asked
from minutes.site.frame import names, place_link, render, rows

ROWS = 25
OPEN = "key NOT IN (SELECT key FROM waivers)"
STANDING = f"""(SELECT f.*, d.sha256, d.file, d.municipality, d.body AS meeting_body, d.meeting_date
    FROM findings f JOIN documents d ON d.id = f.document WHERE {OPEN} GROUP BY f.key, f.document)"""
WAIVED = """(SELECT f.*, d.sha256, d.file, d.municipality, w.why, w.by, w.waived_at
    FROM findings f JOIN documents d ON d.id = f.document JOIN waivers w ON w.key = f.key GROUP BY f.key, f.document)"""
ORDER = "ORDER BY CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, file, document, n"
FILTERS = {
    "alvor": ("severity", "severity = ?"),
    "tjek": ("check_name", "check_name = ?"),
    "kommune": ("municipality", "instr(fold(municipality), fold(?))"),
    "dokument": (
        "file",
        """(instr(fold(file), fold(?)) OR instr(?, '/') AND document IN (
            SELECT x.document FROM files x WHERE instr(fold(replace(x.path, char(92), '/')), fold(?))))""",
    ),
}
"""What an address may ask for → the column, and the condition on it."""


def conditions(asked: Asked, but: str = "") -> tuple[str, list[str]]:
    """What a finding must have, as SQL with its values; without one of the filters."""
    narrowed = [name for name in FILTERS if name != but and asked.text(name)]
    wanted = [FILTERS[name][1] for name in narrowed]
    return " AND ".join(["1", *wanted]), [asked.text(name) for name in narrowed for __ in range(FILTERS[name][1].count("?"))]


async def tally(datasette: Any, asked: Asked, name: str) -> dict[str, int]:
    """How many findings there are of each value of a filter, where the others hold."""
    where, values = conditions(asked, but=name)
    sql = f"SELECT {FILTERS[name][0]} AS value, count(*) AS n FROM {STANDING} WHERE {where} GROUP BY value ORDER BY value"
    return {row["value"]: row["n"] for row in await rows(datasette, sql, *values) if row["value"]}


async def findings_page(datasette: Any, request: Any) -> Any:
    """Findings, errors first, of the severity, check, municipality and document asked for."""
    from minutes.checks import checks

    asked = Asked(request, FILTERS)
    asked.one_of("alvor", FOUND, SEVERITIES, FOUND)
    asked.one_of("tjek", checks(), CHECKS)
    severities, of_checks = await tally(datasette, asked, "alvor"), await tally(datasette, asked, "tjek")
    shown = {severity: n for severity, n in severities.items() if asked.text("alvor") in ("", severity)}
    number = sum(shown.values())
    page, last, links = asked.page(number, ROWS)
    where, values = conditions(asked)
    aside = [] if asked.problems else await waived(datasette, where, values)
    return await render(
        datasette,
        request,
        "minutes_findings.html",
        400 if asked.problems else 200,
        asked=asked,
        findings=[] if asked.problems else await found(datasette, where, values, ROWS, ROWS * (page - 1)),
        aside=aside,
        left_out=left_out(len(aside), 0).strip(),
        number=count(number, "fund, som ingen har lagt til side", "fund, som ingen har lagt til side"),
        counts=" · ".join(f"{_(name)}: {grouped(shown[severity])}" for severity, name in FOUND.items() if severity in shown),
        severities=[(severity, f"{_(name)} ({grouped(severities.get(severity, 0))})") for severity, name in FOUND.items()],
        checks=[(name, f"{_(CHECKS.get(name, name))} ({grouped(n)}): {name}") for name, n in of_checks.items()],
        municipalities=await tally(datasette, asked, "kommune"),
        page=page,
        last=last,
        links=links,
        csv="/fund.csv" + asked.address(),
    )


async def found(datasette: Any, where: str, values: Sequence[Any] = (), limit: int = 500, skipped: int = 0) -> list[dict[str, Any]]:
    """Findings for finding.html, errors first."""
    said = await rows(datasette, f"SELECT * FROM {STANDING} WHERE {where} {ORDER} LIMIT {limit} OFFSET {skipped}", *values)
    tables: dict[Any, list[Table]] = {}
    known = await names(datasette)
    return [await _shown(datasette, row, known, tables) for row in said]


async def waived(datasette: Any, where: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
    """What a person has put aside, with the reason, for minutes_waived.html."""
    said = await rows(datasette, f"SELECT * FROM {WAIVED} WHERE {where} {ORDER}", *values)
    known = await names(datasette)
    return [_aside(row, known) for row in said]


def _aside(row: dict[str, Any], known: Names) -> dict[str, Any]:
    record = called.finding(COLUMNS["findings"].record(row), row["sha256"], known)
    first = next((e for e in record.evidence if not e.sha256), record.evidence[0])
    link = f"/dokument/{row['document']}" if first.sha256 else place_link(
        row["document"], first.source.page, first.source.start, first.source.end
    )
    place = f"{first.name}, {_('side')} {first.source.page}"
    return {"message": masked(message(record)), "link": link, "place": place, "when": dated(row["waived_at"][:10])} | {
        name: row[name] for name in ("why", "by")
    }


async def _shown(datasette: Any, row: dict[str, Any], known: Names, tables: dict[Any, list[Table]]) -> dict[str, Any]:
    """A finding; a place whose document is not told, as databases have it that are not yet checked again, has neither text nor link.
    `tables`: those of each document, kept from one finding to the next."""
    record = called.finding(COLUMNS["findings"].record(row), row["sha256"], known)
    others = {e.sha256 for e in record.evidence if e.sha256}
    stored = await rows(datasette, f"SELECT sha256, id FROM documents WHERE sha256 IN ({', '.join('?' * len(others))})", *others)
    ids = {there["sha256"]: there["id"] for there in stored}
    held = {
        (e.name, e.sha256): ids.get(e.sha256) if e.sha256 else row["document"] if e.document == row["file"] else None
        for e in record.evidence
    }
    wanted = {(held[e.name, e.sha256], e.source.page) for e in record.evidence}
    texts = {(document, page): await _text(datasette, document, page) for document, page in wanted if document}
    for document in {document for document, _page in texts} - tables.keys():
        tables[document] = await _tables(datasette, document)
    shown = finding(
        record,
        lambda e: texts.get((held[e.name, e.sha256], e.source.page), ""),
        lambda e: tables.get(held[e.name, e.sha256], ()),
    )
    return {**shown, "passages": [_linked(p, held[p.document, p.sha256]) for p in shown["passages"]]}


async def _text(datasette: Any, document: int, page: int) -> str:
    said = await rows(datasette, "SELECT text FROM pages WHERE document = ? AND number = ?", document, page)
    return said[0]["text"] if said else ""


async def _tables(datasette: Any, document: int) -> list[Table]:
    return [COLUMNS["tables"].record(row) for row in await rows(datasette, "SELECT * FROM tables WHERE document = ?", document)]


def _linked(passage: Any, document: int | None) -> dict[str, Any]:
    link = place_link(document, passage.page, passage.first.start, passage.first.end) if document else None
    return {"document": passage.document, "page": passage.page, "link": link, "stretches": passage.stretches, "grid": passage.grid}
