"""Reports as HTML pages that stand alone, print well, and work with a keyboard and a screen reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import minutes
from minutes.checks import Report
from minutes.cpr import masked
from minutes.days import written
from minutes.language import _, grouped, message, reason, spoken, worded
from minutes.names import CLAIMS, FOUND, SEVERITIES
from minutes.records import Claim, Document, Evidence, Finding, Table, Unread
from minutes.report import Coverage, coverage, coverage_line, total
from minutes.report.places import as_read, in_reading_order, passages
from minutes.report.text import left_out, visible
from minutes.retold import retold, though_read

TEMPLATES = Path(__file__).parent.parent / "templates"
TextOf = Callable[[Evidence], str]
"""A place → the text of its page, "" when it is not known."""
TablesOf = Callable[[Evidence], Iterable[Table]]
"""A place → the tables of its document."""


@cache
def _environment() -> Any:
    from jinja2 import Environment, FileSystemLoader

    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)


def render(template: str, **values: Any) -> str:
    """A template filled in; everything that comes from a document is escaped."""
    from markupsafe import Markup

    css = Markup((TEMPLATES / "page.css").read_text(encoding="utf-8"))
    return _environment().get_template(template).render(css=css, lang=spoken(), _=_, **values)


def report(reports: list[Report], waivers: dict[str, Any] | None = None, of: str = "") -> str:
    """The report of several documents. `waivers`: key of a finding → what `minutes.store` knows of its waiver; `of`: the database or the
    files that it is about."""
    texts = {(r.document.sha256, p.number): p.text for r in reports for p in r.document.pages}
    tables = {r.document.sha256: r.document.tables for r in reports}
    documents = [_document(r, waivers or {}, _texts_beside(r.document, texts), _tables_beside(r.document, tables)) for r in reports]
    seen = total(map(coverage, reports))
    return render(
        "report.html",
        documents=documents,
        tally=_tally(reports, waivers or {}, seen),
        summary=coverage_line(seen) + left_out(0, sum(r.unasked for r in reports)),
        severities=[{"severity": s, "name": _(name)} for s, name in FOUND.items()],
        made=_("Lavet den {day}", day=worded(written(date.today()))),
        of=of,
        version=minutes.__version__,
    )


def _texts_beside(judged: Document, texts: dict[tuple[str, int], str]) -> TextOf:
    """The texts of the pages for findings in a document; by what `texts` has of each sha256 and page."""
    return lambda e: texts.get((judged.sha256 if e.stands_in(judged) else e.sha256, e.source.page), "")


def _tables_beside(judged: Document, tables: Mapping[str, Sequence[Table]]) -> TablesOf:
    """The tables for findings in a document; by what `tables` has of each sha256."""
    return lambda e: tables.get(judged.sha256 if e.stands_in(judged) else e.sha256, ())


def _tally(reports: list[Report], waivers: dict[str, Any], seen: Coverage) -> list[dict[str, str]]:
    """The numbers at the top."""
    found = {(f.key, r.document.sha256): f.severity for r in reports for f in r.findings}
    open_ones = Counter(severity for (key, _), severity in found.items() if key not in waivers)
    said = [(_(name), open_ones[severity]) for severity, name in FOUND.items()]
    said += [(_("Lagt til side"), len(found) - open_ones.total()), (_("Udsagn efterprøvet"), seen.checked), (_("Holder"), seen.holds)]
    said += [(_("Kan ikke afgøres"), seen.unverifiable), (_("Kunne ikke læses"), seen.unread)]
    return [{"name": name, "number": grouped(number)} for name, number in said]


def _document(r: Report, waivers: dict[str, Any], text_of: TextOf, tables_of: TablesOf) -> dict[str, Any]:
    d = r.document
    open_ones = [f for f in sorted(r.findings, key=lambda f: in_reading_order(f, d)) if f.key not in waivers]
    return {
        "file": d.name,
        "municipality": d.municipality,
        "body": d.body,
        "date": d.meeting_date and worded(written(d.meeting_date)),
        "coverage": coverage_line(coverage(r)),
        "unread": unread(d.unread),
        "findings": [finding(f, text_of, tables_of) for f in open_ones],
        "counts": Counter(f.severity for f in open_ones),
        "waived": [_waived(f, waivers[f.key]) for f in r.findings if f.key in waivers],
        "open_claims": [_claim(c) for c in as_read(r.claims) if c.verdict == "unverifiable"],
        "held_claims": [_claim(c) for c in as_read(r.claims) if c.verdict == "holds"],
    }


def finding(f: Finding, text_of: TextOf, tables_of: TablesOf = lambda _: ()) -> dict[str, Any]:
    """A finding for finding.html, with its places in the text of their pages."""
    return {
        "key": f.key,
        "check": f.check,
        "severity": f.severity,
        "severity_name": _(SEVERITIES.get(f.severity, f.severity)).capitalize(),
        "message": masked(message(f)),
        "calculation": worded(f.calculation),
        "suggestion": f.suggestion and retold(f.suggestion),
        "passages": passages(f.evidence, text_of, tables_of),
    }


def unread(places: Iterable[Unread]) -> list[dict[str, str]]:
    """What was not read, for the pages."""
    return [
        {"what": retold(p.what) + (f" ({_('læst usikkert')})" if though_read(p.why) else ""), "why": retold(p.why)} for p in places
    ]


def _waived(f: Finding, waiver: dict[str, Any]) -> dict[str, Any]:
    day = worded(written(date.fromisoformat(waiver["when"][:10])))
    return {**waiver, "when": day, "message": masked(message(f)), "page": f.evidence[0].source.page}


def _claim(c: Claim) -> dict[str, Any]:
    return {
        "page": c.source.page,
        "kind": _(CLAIMS[c.kind]),
        "quote": visible(c.source.quote),
        "calculation": worded(c.calculation),
        "reason": reason(c),
    }
