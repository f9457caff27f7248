"""What a judge of rules answers: holds, cannot be told and why, or differs with its finding."""

from __future__ import annotations

from dataclasses import dataclass

from minutes.records import Finding


@dataclass(frozen=True, slots=True)
class Verdict:
    """`said`: holds, differs or unverifiable. The finding's check and evidence are filled in by who asked."""

    said: str
    finding: Finding | None = None
    computed: str | None = None
    reason: str | None = None
    calculation: str | None = None


def holds(against: str) -> Verdict:
    """It holds against what is told here: the limit of a rule set, what was published, the figures of an area."""
    return Verdict("holds", calculation=against)


def unverifiable(reason: str) -> Verdict:
    """It cannot be told, and why."""
    return Verdict("unverifiable", reason=reason)


def differs(
    severity: str,
    template: str,
    values: dict[str, str],
    *,
    stated: str | None = None,
    computed: str | None = None,
    calculation: str | None = None,
) -> Verdict:
    """It differs: one sentence in Danish with `{names}` of `values`."""
    return Verdict("differs", Finding("", severity, template, (), values, stated, computed, calculation), computed, calculation=calculation)


def weight(firm: bool, confidence: str) -> str:
    """error where the day is said and the fact is certain, note where the fact is not confirmed, else warning."""
    if confidence in ("low", "none"):
        return "note"
    return "error" if firm and confidence == "high" else "warning"
