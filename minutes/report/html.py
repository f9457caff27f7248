"""Reports as HTML pages that stand alone, print well, and work with a keyboard and a screen reader."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from minutes.checks import Report
from minutes.cpr import masked
from minutes.language import _, message, reason, spoken, worded
from minutes.records import Claim, Finding, Page
from minutes.report import coverage, coverage_line, in_context, rank, total
from minutes.report.text import visible

TEMPLATES = Path(__file__).parent.parent / "templates"
SEVERITY_NAMES = {"error": "Fejl:", "warning": "Advarsel:", "note": "Note:"}


@cache
def _environment() -> Any:
    from jinja2 import Environment, FileSystemLoader

    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)


def render(template: str, **values: Any) -> str:
    """A template filled in; everything that comes from a document is escaped."""
    from markupsafe import Markup

    css = Markup((TEMPLATES / "page.css").read_text(encoding="utf-8"))
    return _environment().get_template(template).render(css=css, lang=spoken(), _=_, **values)


def report(reports: list[Report], waivers: dict[str, Any] | None = None) -> str:
    """The report of several documents. `waivers`: key of a finding → what `minutes.store` knows of its waiver."""
    pages = {r.document.file: r.document.pages for r in reports}
    documents = [_document(r, waivers or {}, pages) for r in reports]
    return render("report.html", documents=documents, summary=coverage_line(total(map(coverage, reports))))


def _document(r: Report, waivers: dict[str, Any], pages: dict[str, tuple[Page, ...]]) -> dict[str, Any]:
    d = r.document
    return {
        "file": d.file,
        "municipality": d.municipality,
        "body": d.body,
        "date": d.meeting_date and d.meeting_date.isoformat(),
        "coverage": coverage_line(coverage(r)),
        "unread": d.unread,
        "findings": [_finding(f, pages) for f in sorted(r.findings, key=rank) if f.key not in waivers],
        "waived": [{**waivers[f.key], "message": masked(message(f))} for f in r.findings if f.key in waivers],
        "open_claims": [_claim(c) for c in r.claims if c.verdict == "unverifiable"],
        "held_claims": [_claim(c) for c in r.claims if c.verdict == "holds"],
    }


def _finding(f: Finding, pages: dict[str, tuple[Page, ...]]) -> dict[str, Any]:
    return {
        "key": f.key,
        "check": f.check,
        "severity": f.severity,
        "severity_name": _(SEVERITY_NAMES[f.severity]),
        "message": masked(message(f)),
        "calculation": worded(f.calculation),
        "suggestion": f.suggestion,
        "quotes": [in_context(e, pages) for e in f.evidence],
    }


def _claim(c: Claim) -> dict[str, Any]:
    return {"page": c.source.page, "quote": visible(c.source.quote), "calculation": worded(c.calculation), "reason": reason(c)}
