"""Findings as SARIF 2.1.0, the format of code scanners, so that any viewer of those can show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from minutes import __version__
from minutes.checks import Report, checks, page_of
from minutes.language import _, message, worded
from minutes.names import in_paragraphs, line_said
from minutes.records import Document, Evidence, Finding
from minutes.report.places import line_of
from minutes.report.text import visible

Paths = Mapping[tuple[str, str], str]


def log(reports: list[Report], waivers: Mapping[str, Any] | None = None, paths: Paths | None = None) -> dict[str, Any]:
    """One run with every finding; a place has its line where the file has lines, else its page. `waivers`: as for
    `minutes.report.html.report`; their findings are suppressed, with the reason. `paths`: sha256 and name of a document → where it lies."""
    names = sorted(checks())
    rules = [{"id": n, "shortDescription": {"text": told[0]}, "fullDescription": {"text": told[1]}} for n in names for told in [_told(n)]]
    documents = {r.document.sha256: r.document for r in reports}
    results = []
    for r in reports:
        at = _Places(r.document, documents, paths or {})
        results += [_result(f, names, at) | _suppressed((waivers or {}).get(f.key)) for f in r.findings]
    driver = {"name": "minutes", "version": __version__, "rules": rules}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results, "columnKind": "unicodeCodePoints"}],
    }


def _told(name: str) -> tuple[str, str]:
    """The page of a check in the language spoken: its first sentence, and all of it."""
    whole = [" ".join(_(paragraph).split()) for paragraph in page_of(name).text.split("\n\n")]
    return whole[0], "\n\n".join(whole)


def _result(finding: Finding, names: list[str], at: _Places) -> dict[str, Any]:
    said = message(finding) + (f" ({worded(finding.calculation)})" if finding.calculation else "")
    return {
        "ruleId": finding.check,
        "ruleIndex": names.index(finding.check),
        "level": finding.severity,
        "message": {"text": visible(said)},
        "partialFingerprints": {"key/v1": finding.key},
        "locations": [at.location(finding.evidence[0])],
        "relatedLocations": [{"id": i, **at.location(e)} for i, e in enumerate(finding.evidence[1:], start=1)],
    }


def _suppressed(waiver: Mapping[str, str] | None) -> dict[str, Any]:
    if waiver is None:
        return {}
    said = {"kind": "external", "status": "accepted", "justification": waiver["why"]}
    return {"suppressions": [{**said, "properties": {"by": waiver["by"], "when": waiver["when"]}}]}


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the places of a judged document's findings stand: in which file, on which page or line."""

    judged: Document
    documents: Mapping[str, Document]
    paths: Paths

    def location(self, evidence: Evidence) -> dict[str, Any]:
        """A place as SARIF has it."""
        source, sha256 = evidence.source, self.judged.sha256 if evidence.stands_in(self.judged) else evidence.sha256
        document = self.documents.get(sha256)
        line = line_of(document, source) if document else None
        file: dict[str, Any] = {"artifactLocation": {"uri": _uri(self.paths.get((sha256, evidence.document), evidence.document))}}
        said = {"logicalLocations": [{"name": f"{_('side')} {source.page}", "kind": "page"}], "properties": {"page": source.page}}
        if line and in_paragraphs(evidence.document):  # an editor that counts in the file itself would go astray
            return {"physicalLocation": file, **said, "message": {"text": f"{line_said(evidence.document, line)}: {visible(source.quote)}"}}
        region = {"charOffset": source.start, "charLength": source.end - source.start, **({"startLine": line} if line else {})}
        return {"physicalLocation": {**file, "region": {**region, "snippet": {"text": visible(source.quote)}}}, **said}


def _uri(path: str) -> str:
    return Path(path).as_uri() if Path(path).is_absolute() else quote(Path(path).as_posix())
