"""How a check writes a judged claim: holds, differs, or cannot be verified and why."""

from __future__ import annotations

from collections.abc import Callable

from minutes.records import Claim, Document, Evidence, Finding, Source
from minutes.subject import Subject

Differing = Callable[[Document, str, Subject, Subject], Finding]
"""Makes the finding, of this severity, for two figures that tell one thing differently."""


def at(document: Document, *places: Source | None) -> tuple[Evidence, ...]:
    """Places in one document as evidence; None and repeats are left out."""
    return tuple(Evidence(document.file, place) for place in dict.fromkeys(p for p in places if p is not None))


def judged(kind: str, check: str, relation: str, evidence: tuple[Evidence, ...], *, verdict: str = "holds", reason: str | None = None,
           computed: str | None = None, calculation: str | None = None, item: str | None = None) -> Claim:
    """A claim with its verdict; one with a `reason` is unverifiable."""
    return Claim(kind, relation, evidence[0].source, check, item=item, verdict="unverifiable" if reason else verdict, computed=computed,
                 reason=reason, calculation=calculation, evidence=evidence)


def from_finding(found: Finding, kind: str, item: str | None = None) -> Claim:
    """The claim behind a finding, for the ledger."""
    return judged(kind, found.check, found.check, found.evidence, verdict="differs", computed=found.computed,
                  calculation=found.calculation, item=item)
