"""Rules, lists and standings against the criteria in force on the day that the text speaks of.

The day of the list or the law picks the rule set, then the heading's, last the document's own. What is told as a proposal is held against
the proposals of that time, history against what once was; a municipality's own goals are no criteria. Facts that are not confirmed
never give an error or a warning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from minutes.checks.ledger import at
from minutes.checks.limits import judge_limit
from minutes.checks.lists import judge_list
from minutes.checks.rule_counts import judge_rule
from minutes.checks.standing import judge_standing
from minutes.checks.verdict import Verdict, unverifiable
from minutes.criteria import Criteria, load
from minutes.records import Claim, Document, Finding

Judge = Callable[[Criteria, Document, Claim], Verdict]


def threshold_not_in_force(document: Document, context: Any) -> Iterator[Claim | Finding]:
    """A limit is given for a criterion that on that date had another.

    "over 60 pct. med kun grundskole" of the list of 1 December 2017, where the limit was 50. Says what applied, from when to when,
    and whether the stated limit was right once, came later, is another list's, or only ever a proposal's. Quiet on proposals
    told as proposals, on the municipality's own goals, and on other rules with limits (letting, daycare, family homes).
    """
    yield from _judged(document, context, "threshold-not-in-force", judge_limit)


def rule_misstated(document: Document, context: Any) -> Iterator[Claim | Finding]:
    """The number of criteria, how many must be met, or for how many years, is not the rule of that date.

    "to af fem" of the list of 1 December 2017, where it was three of five; "siden 2010 ... fem kriterier", where there
    were three until 2014.
    Quiet when the words may mean another list in force, or a proposal of that time.
    """
    yield from _judged(document, context, "rule-misstated", judge_rule)


def status_differs(document: Document, context: Any) -> Iterator[Claim | Finding]:
    """What is said of an area does not follow from its figures in the document.

    The area's figures are held against the limits that the document prints and against the rule in force; only when neither gives what is
    said, it is a finding. It matters because the status decides what the law demands of the area.

    Quiet: figures that are missing, or too near a limit to tell after rounding, make it unverifiable.

    Example: "Området opfylder tre af kriterierne", and two of its figures are over the limits.
    """
    yield from _judged(document, context, "status-differs", judge_standing)


def list_differs(document: Document, context: Any) -> Iterator[Claim | Finding]:
    """An area is said to be on (or off) a published list, or the list to have a number of areas, against what was published.

    Names are matched one candidate or none; a name that is used elsewhere too counts only for its own municipality. It matters
    because lists change every year and old numbers are copied.

    Quiet: where the names of a list are not known, or what was published is not confirmed.

    Example: "På listen fra 1. december 2017 er der 24 områder"; there were 22.
    """
    yield from _judged(document, context, "list-differs", judge_list)


def _judged(document: Document, context: Any, check: str, judge: Judge) -> Iterator[Claim | Finding]:
    rules = context.criteria or load()
    seen: set[tuple[int, str | None]] = set()
    for claim in document.claims:
        if claim.check != check or claim.verdict is not None or "mood" not in claim.extra:
            continue
        denied = claim.extra["mood"] == "denied"
        verdict = unverifiable("teksten siger selv, at det ikke er rigtigt") if denied else judge(rules, document, claim)
        evidence = at(document, claim.source, claim.stated.source if claim.stated else None, *(q.source for q in claim.operands))
        finding = verdict.finding
        yield replace(
            claim,
            verdict=verdict.said,
            computed=verdict.computed,
            reason=verdict.reason,
            calculation=verdict.calculation,
            evidence=evidence,
        )
        key = (claim.source.at, finding.stated if finding and check != "status-differs" else None)
        if finding and key not in seen:
            seen.add(key)
            yield replace(finding, check=check, evidence=evidence)


CHECKS = {
    "threshold-not-in-force": threshold_not_in_force,
    "rule-misstated": rule_misstated,
    "status-differs": status_differs,
    "list-differs": list_differs,
}
