"""The ledger: every claim with verdict and place, then what of each document could not be read, and how much was verified."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from minutes import contract
from minutes.checks import Report
from minutes.language import _, reason, worded
from minutes.names import CLAIMS, VERDICTS
from minutes.records import Claim
from minutes.report import coverage, coverage_line
from minutes.report.places import as_read, line_of
from minutes.report.text import unread, visible


def lines(reports: Iterable[Report], verdict: str | None, as_json: bool, asked: Callable[[str], bool] = bool) -> Iterator[str]:
    """One line a claim of the checks asked for; as text with what was not read and the coverage after each document, of all its claims."""
    for report in reports:
        mask = contract.Mask(report.document)
        for claim in as_read(report.claims):
            if verdict in (None, claim.verdict) and asked(claim.check):
                yield _json(report, claim, mask) if as_json else _text(report, claim)
        if not as_json:
            yield from unread(report, report.document.name)
            yield f"{visible(report.document.name)}: {coverage_line(coverage(report))}"


def _json(report: Report, claim: Claim, mask: contract.Mask) -> str:
    return json.dumps({"document": report.document.name, **mask(contract.claim(claim))}, ensure_ascii=False)


def _text(report: Report, claim: Claim) -> str:
    said = _(VERDICTS[claim.verdict or "unverifiable"])
    tail = f"  = {visible(worded(claim.calculation))}" if claim.calculation else ""
    tail += f"  ({visible(reason(claim).rstrip('.'))})" if claim.reason else ""
    at = line_of(report.document, claim.source) or claim.source.page
    return f'{visible(report.document.name)}:{at}: {said}: {_(CLAIMS[claim.kind])}: "{visible(claim.source.quote)}"{tail}'
