"""A stated limit of a criterion against the limits in force on the day that the text speaks of."""

from __future__ import annotations

import re
from decimal import Decimal

from minutes.checks.regime import (
    FIRST_RULES,
    Scope,
    belongs,
    bygone,
    coming,
    doubt,
    governing,
    newest,
    of_all_kinds,
    on_the_table,
    proposed,
    scope,
)
from minutes.checks.verdict import Verdict, differs, holds, unverifiable, weight
from minutes.criteria import Criteria, Criterion, RuleSet, words
from minutes.records import Claim, Document, StatedClaim

_LOW_IS_BAD = ("indkomst",)
_WRONG_WAY = {">": ("<", "<="), "<": (">", ">=")}
_ESCAPES = re.compile(
    r"fald\w+ for \w*kriteri|slip\w+ (?:fri |ud |for )|undgå\w* at (?:blive|være|komme|havne|ende)|(?:af|fra|undgå\w*) \w*listen"
    r"|\b(?:efter|ifølge) loven\b|lovens\b|ikke (?:længere )?(?:er )?(?:udsat|opfyld|et ghetto|et parallel)",
    re.I,
)
"""A limit told from its other side: what an area must be to be off the list."""
TEMPLATES = {
    "past": "Grænsen {stated} ({indicator}) gjaldt kun {other_period}; for {kind} var den {computed} {period} ({reference})",
    "future": "Grænsen {stated} ({indicator}) gælder først {other_period}; for {kind} var den {computed} {period} ({reference})",
    "other": "Grænsen {stated} ({indicator}) gælder for {other}; for {kind} er den {computed} {period} ({reference})",
    "proposal": "Grænsen {stated} ({indicator}) er fra {other_source}; for {kind} var den {computed} {period} ({reference})",
    "never": "Grænsen {stated} ({indicator}) har ikke været gældende; for {kind} er den {computed} {period} ({reference})",
    "no_criterion": "{indicator} var ikke et kriterium for {kind} {period} ({reference})",
    "proposal_misread": "Grænsen {stated} ({indicator}) findes ikke i {other_source}; der er den {computed}",
}


def judge_limit(rules: Criteria, document: Document, claim: Claim) -> Verdict:
    """Hold one limit against the rules."""
    return _judged(rules, StatedClaim.of(claim))


def _judged(rules: Criteria, claim: StatedClaim) -> Verdict:
    said = scope(claim)
    if said.mood == "own":
        return unverifiable("et mål, som teksten selv sætter, og ikke et af lovens kriterier")
    if said.last and said.last < FIRST_RULES:
        return unverifiable("der var ingen liste på det tidspunkt")
    meant = [*governing(rules, said), *coming(rules, said, claim), *([] if said.sure_kind else of_all_kinds(rules, said))]
    if fitting := [r for r in meant if _in(rules, r, claim, said)]:
        return _held(rules, fitting[0], claim)
    if said.mood in ("proposal", "change"):
        return _proposal(rules, said, claim)
    if _goal(claim):
        return unverifiable("grænsen vender den anden vej end kriteriet og er snarere et mål")
    if bygone(said, claim) or said.first is None:
        return _once(rules, said, claim)
    return _mismatch(rules, said, claim)


def fits(criterion: Criterion, claim: StatedClaim) -> bool:
    """Is the stated limit this criterion's, by its indicator and its number? "Mindst 40 pct." is the limit of "over 40 pct." too."""
    name, value = claim.extra["indicator"], claim.stated.value
    return criterion.indicator == name and criterion.value == value


def _in(rules: Criteria, rule_set: RuleSet, claim: StatedClaim, said: Scope) -> bool:
    if any(fits(c, claim) for c in rules.limits(rule_set)):
        return True
    return claim.extra["indicator"] == "doemte" and _conviction_percent(rules, rule_set, claim.stated.value, said) is True


def _conviction_percent(rules: Criteria, rule_set: RuleSet, stated: Decimal, said: Scope) -> bool | None:
    """Is a limit in percent the law's multiple of the national average? None when that is not known for the list."""
    ratio = next((c for c in rules.limits(rule_set) if c.indicator == "doemte_ratio"), None)
    if ratio is None or said.last is None:
        return False
    limits = [rules.conviction_limit(ratio.value, c.day) for c in rules.convictions if c.day <= said.last][-2:]
    known = [x for x in limits if x is not None]
    if any(x.low - Decimal("0.006") <= stated <= x.high + Decimal("0.006") for x in known):
        return True
    return None if len(known) < len(limits) or not limits else False


def _goal(claim: StatedClaim) -> bool:
    """Does the limit point the other way than the criterion, as a goal does, and nothing says that it is the criterion's?"""
    if claim.extra["indicator"] == "beboere" or _ESCAPES.search(claim.source.quote):
        return False
    bad = "<" if claim.extra["indicator"] in _LOW_IS_BAD else ">"
    return claim.extra["operator"] in _WRONG_WAY[bad]


def _proposal(rules: Criteria, said: Scope, claim: StatedClaim) -> Verdict:
    tables = on_the_table(rules, said)
    if fitting := [r for r in [*tables, *rules.of_kind(None, "law", "agreement")] if _in(rules, r, claim, said)]:
        return _held(rules, fitting[0], claim)
    told = proposed(rules, said, claim)
    day = said.last if said.first else None
    named = told or [r for r in tables if r.kind == said.kind and r.status == "proposal" and day and r.in_force(day)]
    current = next((c for r in named for c in rules.limits(r) if c.indicator == claim.extra["indicator"]), None)
    if current is None or said.mood == "change" or _goal(claim):
        return unverifiable("et forslag, som reglerne ikke kender")
    return differs(
        "warning" if told else "note",
        TEMPLATES["proposal_misread"],
        {**_stated(claim), "other_source": named[0].origin.reference, "computed": words.of(current)},
        stated=_text(claim),
        computed=words.of(current),
    )


def _once(rules: Criteria, said: Scope, claim: StatedClaim) -> Verdict:
    """History without a date, or a text without one: was it ever the limit?"""
    if fitting := [r for r in rules.rule_sets.values() if _in(rules, r, claim, said)]:
        return _held(rules, fitting[0], claim)
    laws = [r for r in rules.of_kind(said.kind, "law") if any(c.indicator == claim.extra["indicator"] for c in rules.limits(r))]
    if not laws or claim.extra["indicator"] == "doemte":
        return unverifiable("teksten siger ikke, hvornår grænsen gjaldt")
    return _finding("note" if said.mood == "history" else "warning", "never", rules, claim, laws[-1])


def _mismatch(rules: Criteria, said: Scope, claim: StatedClaim) -> Verdict:
    if claim.extra["indicator"] == "doemte" and claim.stated.value in (40, 50, 55, 60):
        return unverifiable("tallet er snarere grænsen for et andet kriterium")
    current = governing(rules, said) or of_all_kinds(rules, said)
    if not current:
        return unverifiable("der er ingen regler for den dag")
    rule_set = newest([r for r in current if _limit_of(rules, r, claim)] or current)
    if (
        claim.extra["indicator"] == "doemte"
        and _conviction_percent(rules, rule_set, claim.stated.value, said) is None
        and claim.stated.value < Decimal("2.6")
    ):
        return unverifiable("landsgennemsnittet af dømte er ikke kendt for den liste")
    home = belongs(rules, said, lambda r: _in(rules, r, claim, said))
    elsewhere = home.where == "other" and home.rule_set and home.rule_set.kind in said.near and not _limit_of(rules, rule_set, claim)
    doubtful = "holds" if elsewhere or home.rule_set is rule_set else doubt(said, home)
    if doubtful == "holds" and home.rule_set:
        return _held(rules, home.rule_set, claim)
    severity = doubtful or weight(said.firm or said.dated == "document", rule_set.origin.confidence)
    if severity == "error" and said.dated == "section":
        severity = "warning"
    return _finding(severity, home.where, rules, claim, rule_set, home.rule_set)


def _held(rules: Criteria, rule_set: RuleSet, claim: StatedClaim) -> Verdict:
    limit = _limit_of(rules, rule_set, claim)
    return holds(f"{rule_set.id}: {words.of(limit) if limit else _text(claim)}")


def _limit_of(rules: Criteria, rule_set: RuleSet, claim: StatedClaim) -> Criterion | None:
    names = {"doemte": ("doemte", "doemte_ratio"), "doemte_ratio": ("doemte_ratio", "doemte")}.get(
        claim.extra["indicator"], (claim.extra["indicator"],)
    )
    return next((c for name in names for c in rules.limits(rule_set) if c.indicator == name), None)


def _finding(severity: str, where: str, rules: Criteria, claim: StatedClaim, rule_set: RuleSet, other: RuleSet | None = None) -> Verdict:
    limit = _limit_of(rules, rule_set, claim)
    values = {
        **_stated(claim),
        "kind": words.kind(rule_set),
        "period": words.period(rule_set.first, rule_set.last),
        "reference": words.reference(limit.origin if limit else rule_set.origin),
        "computed": words.of(limit) if limit else "",
    }
    if other:
        values |= {
            "other": words.kind(other),
            "other_period": words.period(other.first, other.last),
            "other_source": other.origin.reference,
        }
    template = TEMPLATES[where if limit else "no_criterion"]
    if not limit:
        values["indicator"] = values["indicator"][0].upper() + values["indicator"][1:]
    return differs(severity, template, values, stated=_text(claim), computed=words.of(limit) if limit else "ikke et kriterium")


def _text(claim: StatedClaim) -> str:
    return words.limit(claim.extra["operator"], claim.stated.value, claim.stated.unit)


def _stated(claim: StatedClaim) -> dict[str, str]:
    return {"stated": _text(claim), "indicator": words.SHORT.get(claim.extra["indicator"], claim.extra["indicator"])}
