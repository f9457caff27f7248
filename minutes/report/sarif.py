"""Findings as SARIF 2.1.0, the format of code scanners, so that any viewer of those can show them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from minutes import __version__
from minutes.checks import Report, checks, page_of
from minutes.language import _, message, worded
from minutes.records import Evidence, Finding
from minutes.report.text import visible


def log(reports: list[Report], waivers: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """One run with every finding; pages are given as `region.startLine` has no meaning in a PDF. `waivers`: as for
    `minutes.report.html.report`; their findings are suppressed, with the reason."""
    names = sorted(checks())
    rules = [{"id": n, "shortDescription": {"text": page_of(n).summary}, "fullDescription": {"text": page_of(n).text}} for n in names]
    results = [_result(f, names) | _suppressed((waivers or {}).get(f.key)) for r in reports for f in r.findings]
    driver = {"name": "minutes", "version": __version__, "rules": rules}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results, "columnKind": "unicodeCodePoints"}],
    }


def _result(finding: Finding, names: list[str]) -> dict[str, Any]:
    said = message(finding) + (f" ({worded(finding.calculation)})" if finding.calculation else "")
    return {
        "ruleId": finding.check,
        "ruleIndex": names.index(finding.check),
        "level": finding.severity,
        "message": {"text": visible(said)},
        "partialFingerprints": {"key/v1": finding.key},
        "locations": [_location(finding.evidence[0])],
        "relatedLocations": [{"id": i, **_location(e)} for i, e in enumerate(finding.evidence[1:], start=1)],
    }


def _suppressed(waiver: Mapping[str, str] | None) -> dict[str, Any]:
    if waiver is None:
        return {}
    said = {"kind": "external", "status": "accepted", "justification": waiver["why"]}
    return {"suppressions": [{**said, "properties": {"by": waiver["by"], "when": waiver["when"]}}]}


def _location(evidence: Evidence) -> dict[str, Any]:
    source = evidence.source
    region = {"charOffset": source.start, "charLength": source.end - source.start, "snippet": {"text": visible(source.quote)}}
    return {
        "physicalLocation": {"artifactLocation": {"uri": quote(evidence.document)}, "region": region},
        "logicalLocations": [{"name": f"{_('side')} {source.page}", "kind": "page"}],
        "properties": {"page": source.page},
    }
