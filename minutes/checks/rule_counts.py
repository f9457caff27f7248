"""How many criteria, of how many, for how many years: what is stated against the rule of that day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

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
    overlapping,
    proposed,
    scope,
)
from minutes.checks.verdict import Verdict, differs, holds, unverifiable, weight
from minutes.criteria import Criteria, RuleSet, words
from minutes.records import Claim, Document

LOOSE = {("ghetto", 5), ("haard", 5), ("forebyggelse", 5)}
"""The ethnic condition counted along with the four: loosely true since December 2018."""
TEMPLATES = {
    "past": "Reglen {stated} gjaldt kun {other_period}; for {kind} er den {computed} {period} ({reference})",
    "future": "Reglen {stated} gælder først {other_period}; for {kind} var den {computed} {period} ({reference})",
    "other": "Reglen {stated} gælder for {other}; for {kind} er den {computed} {period} ({reference})",
    "proposal": "Reglen {stated} er fra {other_source}; for {kind} var den {computed} {period} ({reference})",
    "never": "Reglen {stated} har ikke været gældende; for {kind} er den {computed} {period} ({reference})",
    "since": "Det har ikke været {stated} hele tiden: for {kind} var det {computed} {period} ({reference})",
    "indicator": "Andelen fra ikke-vestlige lande har siden 1. december 2018 ikke været et af kriterierne for udsatte boligområder; "
    "den skiller {kind} fra "
    "dem ({reference})",
}


def judge_rule(rules: Criteria, document: Document, claim: Claim) -> Verdict:
    """Hold one statement about a rule against the rules."""
    said = scope(claim)
    if said.mood == "own":
        return unverifiable("en regel, som teksten selv sætter")
    if said.last and said.last < FIRST_RULES:
        return unverifiable("der var ingen liste på det tidspunkt")
    if claim.relation == "indicator":
        return _ethnicity(rules, said)
    if claim.relation == "changed":
        return _changed(rules, said, claim)
    if said.since and said.first and said.last:
        return _since(rules, said.kind, said.first, said.last, claim)

    def fit(rule_set: RuleSet) -> bool:
        return fits(rules, rule_set, claim)

    if claim.relation == "least" and claim.extra.get("of") and (told := [r for r in proposed(rules, said, claim) if rules.counts(r)]):
        return _held(rules, claim, filter(fit, told)) or _finding("warning", "never", rules, claim, told[0])
    meant = [*governing(rules, said), *coming(rules, said, claim), *([] if said.sure_kind else of_all_kinds(rules, said))]
    if held := _held(rules, claim, filter(fit, meant)):
        return held
    if said.mood in ("proposal", "change") or bygone(said, claim):
        known = [*on_the_table(rules, said), *rules.of_kind(None, "law", "agreement")]
        return _held(rules, claim, filter(fit, known)) or unverifiable("et forslag eller en tidligere regel, som ikke kan genkendes")
    if claim.extra.get("part"):
        return unverifiable("der tales kun om nogle af kriterierne")
    if said.first is None:
        return _undated(rules, said, claim, fit)
    return _mismatch(rules, said, claim, fit)


def fits(rules: Criteria, rule_set: RuleSet, claim: Claim) -> bool:
    """Is the stated number this rule set's?"""
    n, m = claim.extra.get("least"), claim.extra.get("of")
    if claim.relation == "years":
        return n in _years(rule_set)
    if claim.relation == "average":
        return any(c.average_years == n for c in rules.limits(rule_set))
    if claim.relation == "criteria":
        return (
            any(m == of for _, of in rules.counts(rule_set))
            or rule_set.first.year >= 2018
            and rule_set.status != "proposal"
            and (rule_set.kind, m) in LOOSE
        )
    return any(n == least and m in (None, of) for least, of in rules.counts(rule_set))


def _years(rule_set: RuleSet) -> set[int]:
    stated = {c.years_in_a_row for c in rule_set.conditions() if c.years_in_a_row}
    return stated | ({rule_set.transition[2]} if rule_set.transition else set())


def _since(rules: Criteria, kind: str | None, first: date, last: date, claim: Claim) -> Verdict:
    """ "Since 2010 there have been five": every rule of the time must say so."""
    current = overlapping(rules, kind or "ghetto", first, last, "law")
    wrong = [r for r in current if not fits(rules, r, claim)]
    if not current:
        return unverifiable("der er ingen regler for de år")
    if not wrong:
        return holds("; ".join(_told(rules, r, claim) for r in current))
    return _finding(weight(False, wrong[0].origin.confidence), "since", rules, claim, wrong[0])


def _changed(rules: Criteria, said: Scope, claim: Claim) -> Verdict:
    """ "Fra tre til fem kriterier": some rule had the one number, and a later one the other."""
    n, m = claim.extra["least"], claim.extra["of"]
    statuses = () if said.mood == "proposal" else ("law", "local")
    told = sorted((r for r in rules.of_kind(None, *statuses) if rules.counts(r)), key=lambda r: r.first)
    steps = [(a, b, x, y) for i, a in enumerate(told) for b in told[i:] for x in rules.counts(a) for y in rules.counts(b)]
    if made := [(a, b) for a, b, x, y in steps if (n, m) in zip(x, y, strict=True) and (not said.firm or _about(a, b, said))]:
        return holds("; ".join(dict.fromkeys(_told(rules, r, claim) for r in made[0])))
    known = {k for r in governing(rules, said) for pair in rules.counts(r) for k in pair}
    if said.mood == "proposal" and n in known and m not in known:
        return unverifiable("et forslag, som reglerne ikke kender")
    current = [r for r in governing(rules, said) or of_all_kinds(rules, said) if rules.counts(r)] or told[:1]
    return _finding("error" if said.firm or said.dated == "document" else "warning", "never", rules, claim, newest(current))


def _about(before: RuleSet, after: RuleSet, said: Scope) -> bool:
    """Was the one rule followed by the other within a year and a half of the days spoken of?"""
    near = timedelta(days=540)
    return bool(said.first and said.last and said.first - near <= after.first <= said.last + near and before.first < after.first)


def _ethnicity(rules: Criteria, said: Scope) -> Verdict:
    law = rules.rule_sets.get("udsat-2018")
    ghetto = rules.rule_sets.get("ghetto-2018")
    if law is None or ghetto is None or said.last and said.last < law.first:
        return holds(f"{law.id}: {words.period(law.first, law.last)}" if law else "")
    return differs(
        "note",
        TEMPLATES["indicator"],
        {"kind": words.kind(ghetto), "reference": words.reference(ghetto.origin)},
        stated="et af kriterierne for udsatte boligområder",
        computed="ikke et af kriterierne",
    )


def _undated(rules: Criteria, said: Scope, claim: Claim, fit: Callable[[RuleSet], bool]) -> Verdict:
    laws = [r for r in rules.of_kind(said.kind if said.sure_kind else None, "law") if _text_of(rules, r, claim)]
    if not laws:
        return unverifiable("teksten siger ikke, hvilken regel der tales om")
    fitting = (r for r in rules.rule_sets.values() if (r.kind in (said.kind, None) or not said.sure_kind) and fit(r))
    return _held(rules, claim, fitting) or _finding("warning" if said.sure_kind else "note", "never", rules, claim, laws[-1])


def _mismatch(rules: Criteria, said: Scope, claim: Claim, fit: Callable[[RuleSet], bool]) -> Verdict:
    current = [r for r in governing(rules, said) or of_all_kinds(rules, said) if _text_of(rules, r, claim)]
    if not current:
        return unverifiable("der er ingen regler for den dag")
    rule_set = newest(current)
    home = belongs(rules, said, fit)
    doubtful = "holds" if home.rule_set is rule_set else doubt(said, home)
    if doubtful == "holds" and home.rule_set:
        return holds(_told(rules, home.rule_set, claim))
    severity = doubtful or weight(said.firm or said.dated == "document", rule_set.origin.confidence)
    if severity == "error" and (said.dated == "section" or claim.relation in ("average", "years") or not said.kind and len(current) > 1):
        severity = "warning"
    return _finding(severity, home.where, rules, claim, rule_set, home.rule_set)


def _held(rules: Criteria, claim: Claim, fitting: Iterable[RuleSet]) -> Verdict | None:
    return next((holds(_told(rules, r, claim)) for r in fitting), None)


def _told(rules: Criteria, rule_set: RuleSet, claim: Claim) -> str:
    return f"{rule_set.id}: {_text_of(rules, rule_set, claim) or _stated(claim)}"


def _text_of(rules: Criteria, rule_set: RuleSet, claim: Claim) -> str | None:
    """The rule as a number to be told: "tre af fem kriterier"."""
    if claim.relation == "years":
        years = sorted(_years(rule_set))
        return f"{' eller '.join(map(str, years))} år i træk" if years else None
    if claim.relation == "average":
        years = sorted({c.average_years for c in rules.limits(rule_set) if c.average_years})
        return f"gennemsnit af {' eller '.join(map(str, years))} år" if years else None
    pairs = sorted(rules.counts(rule_set))
    return f"{words.least(*pairs[0])} kriterier" if pairs else None


def _stated(claim: Claim) -> str:
    n, m = claim.extra.get("least"), claim.extra.get("of")
    if claim.relation == "years":
        return f"{n} år i træk"
    if claim.relation == "average":
        return f"gennemsnit af {n} år"
    if claim.relation == "changed":
        before, after = (words.NUMBERS[x] if x < 7 else x for x in (claim.extra["least"], claim.extra["of"]))
        return f"fra {before} til {after} kriterier"
    name = [words.NUMBERS[x] if x is not None and x < len(words.NUMBERS) else str(x) for x in (n, m)]
    return f"{name[1]} kriterier" if n is None else f"{name[0]} kriterier" if m is None else f"{name[0]} af {name[1]} kriterier"


def _finding(severity: str, where: str, rules: Criteria, claim: Claim, rule_set: RuleSet, other: RuleSet | None = None) -> Verdict:
    stated, computed = _stated(claim), _text_of(rules, rule_set, claim) or ""
    values = {
        "stated": stated,
        "computed": computed,
        "kind": words.kind(rule_set),
        "period": words.period(rule_set.first, rule_set.last),
        "reference": words.reference(rule_set.origin),
    }
    if other:
        values |= {
            "other": words.kind(other),
            "other_period": words.period(other.first, other.last),
            "other_source": other.origin.reference,
        }
    return differs(severity, TEMPLATES[where], values, stated=stated, computed=computed)
