"""What is said of an area's standing against its figures in the document, the limits printed there and the rule in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from minutes.checks.regime import Scope, governing, on_the_table, scope
from minutes.checks.verdict import Verdict, differs, holds, unverifiable
from minutes.criteria import Criteria, RuleSet, words
from minutes.criteria.evaluate import ANSWERS, Case, Judgement, hold, judge, some
from minutes.interval import Interval, compare
from minutes.records import Claim, Document, Quantity

TEMPLATES = {
    "count": "{area} opfylder efter tallene {computed}, men der står {stated} ({reference})",
    "indicator": "{area} opfylder efter tallene {negation}kriteriet om {indicator}: {value} mod {limit} ({reference})",
    "years": "{area} har efter teksten stået på {stated} lister i træk, og for {kind} kræves {computed} ({reference})",
    "status": "{area} {computed} efter tallene og reglen for {kind} ({reference}), men teksten siger det modsatte",
}


def judge_standing(rules: Criteria, document: Document, claim: Claim) -> Verdict:
    """Hold one statement about an area against its figures."""
    said = scope(claim)
    if said.mood == "own":
        return unverifiable("der tales om mål, som teksten selv sætter")
    case = Case({q.label: Interval(q.low, q.high) for q in claim.operands}, said.last or date.max)
    judge_by = {"met_count": _count, "met_indicators": _indicators, "status": _status}[claim.relation]
    found = judge_by(rules, said, claim, case)
    if found.said == "differs" and claim.relation == "met_count" and _told_otherwise(document, claim):
        return unverifiable("områdets tal står med flere værdier")
    return found


def _told_otherwise(document: Document, claim: Claim) -> bool:
    """Does another statement about the area, a row of its table, have another value of one of its figures?"""
    others = (c for c in document.claims if c.kind == "status" and c is not claim and c.extra.get("area") == claim.extra.get("area"))
    told = {(q.label, q.value) for other in others for q in other.operands}
    return any(label == q.label and value != q.value for label, value in told for q in claim.operands)


def _sets(rules: Criteria, said: Scope) -> list[RuleSet]:
    """The rules that the statement may be meant under: those in force, and proposals of that time."""
    current = governing(rules, said)
    known = [r for r in on_the_table(rules, said) if r.status == "law" or said.last is None or r.first <= said.last]
    return [*current, *(r for r in known if said.kind in (None, r.kind) or said.mood == "proposal")]


def _count(rules: Criteria, said: Scope, claim: Claim, case: Case) -> Verdict:
    n, m = claim.extra["least"], claim.extra.get("of")
    sets = [r for r in _sets(rules, said) if _direct(r)] or [r for r in _sets(rules, replace(said, kind="udsat")) if _direct(r)]
    counted = [(r, judge(rules, r, case)) for r in sets if any(m in (None, of) for _, of in rules.counts(r))]
    if any(r.kind == "udsat" and r.status == "law" and j.met for r, j in counted):
        counted = [(r, j) for r, j in counted if r.kind != "forebyggelse"]  # what is udsat is on no other list
    spans = [(j.count(), r, j) for r, j in counted]
    printed = _printed_count(claim, case)
    possible = [s for s, _, _ in spans] + ([printed[0]] if printed else [])
    if not possible:
        return unverifiable("der er ingen regel at holde tallene op imod")
    if fitting := [j for (low, high), _, j in spans if low == high == n]:
        return holds(_shown(fitting[0]))
    if printed and printed[0] == (n, n):
        return holds(printed[1])
    if any(low <= n <= high for low, high in possible):
        return unverifiable("et eller flere af tallene mangler eller ligger for tæt på grænsen")
    low, high = possible[0]
    number = words.NUMBERS[low] if low == high else f"mellem {low} og {high}"
    computed = f"{number} kriterier" if low != 1 or low != high else "et kriterium"
    rule_set = spans[0][1] if spans else None
    stated = f"{words.NUMBERS[n] if n < 7 else n} kriterier" if n != 1 else "et kriterium"
    return differs(
        "error",
        TEMPLATES["count"],
        {"area": _area(claim), "computed": computed, "stated": stated, "reference": _reference(rule_set)},
        stated=str(n),
        computed=str(low) if low == high else f"{low}-{high}",
        calculation=_shown(spans[0][2]) if spans else None,
    )


def _direct(rule_set: RuleSet) -> bool:
    return any(c.least for c in rule_set.rule)


def _printed_count(claim: Claim, case: Case) -> tuple[tuple[int, int], str] | None:
    """How many of the printed limits the figures meet, and each with its answer; None when the limits do not cover the figures."""
    limits = _printed(claim, claim.extra.get("kind"))
    of = claim.extra.get("of")
    if of and len(limits.keys() - {"beboere"}) > of:
        limits.pop("ikke_vestlig", None)
    answers = {
        name: some(compare(case.values[name], op, value) for op, value in limits[name])
        for name in limits
        if name in case.values and name != "beboere"
    }
    if len(answers) < 3:
        return None
    figures = {q.label: q for q in claim.operands}
    shown = (_one_shown(figures[name], *limits[name][0], answer) for name, answer in answers.items())
    sure = sum(a is True for a in answers.values())
    return (sure, sure + sum(a is None for a in answers.values())), "; ".join(shown)


def _printed(claim: Claim, kind: str | None) -> dict[str, list[tuple[str, Decimal]]]:
    limits: dict[str, list[tuple[str, Decimal]]] = {}
    for name, operator, value, of in claim.extra.get("printed", ()):
        if kind is None or of is None or of == kind or kind in ("udsat", "ghetto") and of in ("udsat", "ghetto"):
            limits.setdefault(name, []).append((operator, Decimal(value)))
    return limits


def _indicators(rules: Criteria, said: Scope, claim: Claim, case: Case) -> Verdict:
    figures = {q.label: q for q in claim.operands}
    verdict = unverifiable("områdets tal for kriteriet er ikke fundet")
    for name in claim.extra["indicators"]:
        own = "doemte_ratio" if name == "doemte" and "doemte" not in figures else name
        if own not in figures:
            continue
        found = _one_indicator(rules, said, claim, case, own, figures[own])
        if found.said == "differs":
            return found
        verdict = found
    return verdict


def _one_indicator(rules: Criteria, said: Scope, claim: Claim, case: Case, name: str, figure: Quantity) -> Verdict:
    same = (name, "doemte_ratio") if name == "doemte" else (name,)
    printed = _printed(claim, None).get(name, [])
    sets = [] if printed and said.row else _sets(rules, said)
    held = [(r, hold(rules, c, case)) for r in sets for c in rules.limits(r) if c.indicator in same]
    answers = [compare(case.values[name], op, value) for op, value in printed] + [part.met for _, part in held]
    if not answers or None in answers:
        return unverifiable("der er ingen grænse at holde tallet op imod, eller det ligger for tæt på den")
    limits = printed + [(part.criterion.operator, part.limit.low if part.limit else part.criterion.value) for _, part in held]
    if claim.extra["met"] in answers:
        return holds(_one_shown(figure, *limits[answers.index(claim.extra["met"])], claim.extra["met"]))
    rule_set, part = held[0] if held else (None, None)
    operator, value = (part.criterion.operator, part.limit.low) if part and part.limit else printed[-1]
    values = {
        "area": _area(claim),
        "negation": "ikke " if claim.extra["met"] else "",
        "indicator": words.SHORT[name],
        "value": words.value(figure.value, figure.unit),
        "limit": words.limit(operator, value, figure.unit),
        "reference": _reference(rule_set),
    }
    return differs(
        "error" if rule_set else "warning",
        TEMPLATES["indicator"],
        values,
        stated="opfyldt" if claim.extra["met"] else "ikke opfyldt",
        computed="ikke opfyldt" if claim.extra["met"] else "opfyldt",
    )


def _status(rules: Criteria, said: Scope, claim: Claim, case: Case) -> Verdict:
    if claim.extra.get("years"):
        return _years(rules, said, claim)
    sets = [r for r in _sets(rules, said) if r.kind == said.kind or r.kind == "ghetto" and said.kind == "udsat" and r.first.year < 2018]
    judged = [(r, judge(rules, r, case)) for r in sets if r.kind != "haard"]
    if not judged or any(j.met is None for _, j in judged):
        return unverifiable("områdets tal afgør det ikke")
    if fitting := [j for _, j in judged if j.met == claim.extra["met"]]:
        return holds(_shown(fitting[0]))
    rule_set, judgement = judged[0]
    return differs(
        "error",
        TEMPLATES["status"],
        {
            "area": _area(claim),
            "computed": "opfylder reglen" if judgement.met else "opfylder ikke reglen",
            "kind": words.kind(rule_set),
            "reference": _reference(rule_set),
        },
        stated="ja" if claim.extra["met"] else "nej",
        computed="ja" if judgement.met else "nej",
        calculation=_shown(judgement),
    )


def _years(rules: Criteria, said: Scope, claim: Claim) -> Verdict:
    """So many lists in a row against those that make an area hård, by the law's words and by what it said of the first years."""
    low, high = claim.extra["years"]
    sets = [r for r in governing(rules, said) if r.kind == "haard" and said.last]
    wanted = {n for r in sets for n in (r.years_in_a_row(said.last or r.first), *(c.years_in_a_row for c in r.conditions())) if n}
    enough = {low >= n for n in wanted} | {high >= n for n in wanted}
    if len(enough) != 1:
        return unverifiable("områdets år på listen afgør det ikke")
    stated = str(low) if low == high else f"{low}-{high}"
    if enough == {claim.extra["met"]}:
        return holds(f"{sets[0].id}: {min(wanted)} {'<=' if claim.extra['met'] else '>'} {stated}")
    values = {
        "area": _area(claim),
        "stated": stated,
        "kind": words.kind(sets[0]),
        "computed": " eller ".join(map(str, sorted(wanted))),
        "reference": _reference(sets[0]),
    }
    answer = ("ja", "nej") if claim.extra["met"] else ("nej", "ja")
    return differs("error", TEMPLATES["years"], values, stated=answer[0], computed=answer[1])


def _area(claim: Claim) -> str:
    return claim.extra.get("area") or "Området"


def _reference(rule_set: RuleSet | None) -> str:
    return words.reference(rule_set.origin) if rule_set else "de grænser, teksten selv angiver"


def _one_shown(figure: Quantity, operator: str, limit: Decimal, met: bool | None) -> str:
    """ "andel dømte 1,9 pct. (over 2,03 pct.: nej)"."""
    said = words.limit(operator, limit, figure.unit)
    return f"{words.SHORT[figure.label]} {words.value(figure.value, figure.unit)} ({said}: {ANSWERS[met]})"


def _shown(judgement: Judgement) -> str:
    """Each criterion with its value and limit."""
    parts = [
        f"{p.name} {words.value(p.value.middle, p.unit)} ({words.of(p.criterion)}: {ANSWERS[p.met]})"
        for p in judgement.parts
        if p.value is not None
    ]
    return "; ".join(parts)
