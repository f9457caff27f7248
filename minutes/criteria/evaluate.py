"""How an area fares under a rule set, in three values: met (True), not met (False), cannot tell (None).

A figure is every number that rounds to its digits, so "40,0" against "over 40" cannot be told. What is missing cannot be told
either, unless the rest settles the outcome.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from minutes.criteria import words
from minutes.criteria.rules import Condition, Criterion, RuleSet
from minutes.interval import Interval, compare
from minutes.language import _, worded

if TYPE_CHECKING:
    from minutes.criteria import Criteria

Answer = bool | None
ANSWERS = {True: "ja", False: "nej", None: "kan ikke afgøres"}


@dataclass(frozen=True, slots=True)
class Part:
    """One criterion held against one value. `assumed`: the value is missing and taken for granted (only the number of residents).
    `in_percent`: the value is a share, which the criterion sets as so many times the national average."""

    criterion: Criterion
    value: Interval | None
    met: Answer
    assumed: bool = False
    limit: Interval | None = None
    in_percent: bool = False

    @property
    def name(self) -> str:
        """What the value is of, in few words."""
        return words.SHORT["doemte" if self.in_percent else self.criterion.indicator]

    @property
    def unit(self) -> str:
        """The unit of the value."""
        return "percent" if self.in_percent else self.criterion.unit


@dataclass(frozen=True, slots=True)
class Judgement:
    """A rule set's verdict on an area, criterion by criterion and in total, with the sentence that explains it."""

    rule_set: RuleSet
    met: Answer
    parts: tuple[Part, ...]
    sentence: str

    def count(self) -> tuple[int, int]:
        """Fewest and most of the counted criteria that are met: (1, 2) when one cannot be told."""
        counted = [p.met for p in self.parts if p.criterion.id in countable(self.rule_set)]
        sure = sum(m is True for m in counted)
        return sure, sure + sum(m is None for m in counted)


@dataclass(frozen=True, slots=True)
class Case:
    """An area's values by measure or indicator, their day, and its years on the list when known.

    Convictions in percent are held against the national average of `day`, also under a rule that came later.
    """

    values: Mapping[str, Interval]
    day: date
    years_in_a_row: int | None = None


def rounded(value: Decimal) -> Interval:
    """What the digits of a value allow: 36.5 is 36.45 to 36.55; whole numbers of residents are exact."""
    exponent = int(value.as_tuple().exponent)
    return Interval.exact(value) if exponent >= 0 else Interval.rounded(value, Decimal(1).scaleb(exponent))


def every(answers: Iterable[Answer]) -> Answer:
    """True when all are, False when one is not, else None."""
    answers = list(answers)
    return False if False in answers else None if None in answers else True


def some(answers: Iterable[Answer]) -> Answer:
    """True when one is, False when none is, else None."""
    answers = list(answers)
    return True if True in answers else None if None in answers else False


def at_least(least: int, answers: Iterable[Answer]) -> Answer:
    """True when `least` of them are met whatever the open ones are, False when they cannot be, else None."""
    answers = list(answers)
    sure = sum(a is True for a in answers)
    return True if sure >= least else False if sure + sum(a is None for a in answers) < least else None


def against(value: Interval, operator: str, limit: Interval) -> Answer:
    """Does `value operator limit` hold whichever numbers the two stand for?"""
    answers = {compare(value, operator, limit.low), compare(value, operator, limit.high)}
    return answers.pop() if len(answers) == 1 else None


def countable(rule_set: RuleSet) -> set[str]:
    """The criteria of which a number must be met."""
    return {name for c in rule_set.conditions() if c.least for name in c.of}


def judge(rules: Criteria, rule_set: RuleSet, case: Case) -> Judgement:
    """Hold an area against a rule set."""
    parts: dict[str, Part] = {}
    met = every(_condition(rules, rule_set, condition, case, parts) for condition in rule_set.rule)
    kept = tuple(parts.values())
    return Judgement(rule_set, met, kept, _sentence(rules, rule_set, met, parts, case))


def _condition(rules: Criteria, rule_set: RuleSet, said: Condition, case: Case, parts: dict[str, Part]) -> Answer:
    if said.met:
        return _criterion(rules, rule_set.criteria[said.met], case, parts)
    if said.least:
        return at_least(said.least, [_criterion(rules, rule_set.criteria[name], case, parts) for name in said.of])
    if said.any:
        return some([_condition(rules, rule_set, c, case, parts) for c in said.any])
    if listed := said.on_list or said.not_on:
        inner = judge(rules, rules.rule_sets[listed], case)
        for part in inner.parts:
            parts.setdefault(part.criterion.id, part)
        return inner.met if said.on_list else None if inner.met is None else not inner.met
    wanted = rule_set.years_in_a_row(max(case.day, rule_set.first))
    return None if case.years_in_a_row is None or wanted is None else case.years_in_a_row >= wanted


def _criterion(rules: Criteria, criterion: Criterion, case: Case, parts: dict[str, Part]) -> Answer:
    part = hold(rules, criterion, case)
    parts[criterion.id] = part
    return part.met


def hold(rules: Criteria, criterion: Criterion, case: Case) -> Part:
    """Hold an area against one criterion; convictions in percent against the national average of the day."""
    limit: Interval | None = Interval.exact(criterion.value)
    value = case.values.get(criterion.measure) or case.values.get(criterion.indicator)
    in_percent = value is None and criterion.indicator == "doemte_ratio" and "doemte" in case.values
    if in_percent:
        value, limit = case.values["doemte"], rules.conviction_limit(criterion.value, case.day)
    if value is None or limit is None:
        assumed = criterion.indicator == "beboere"
        return Part(criterion, value, True if assumed else None, assumed, limit, in_percent)
    return Part(criterion, value, against(value, criterion.operator, limit), limit=limit, in_percent=in_percent)


def _sentence(rules: Criteria, rule_set: RuleSet, met: Answer, parts: dict[str, Part], case: Case) -> str:
    name = rule_set.names[0] if rule_set.names else rule_set.id
    one = _("et {name}", name=name) if name.endswith(("område", "parallelsamfund")) else name
    said = {True: _("er {one}"), False: _("er ikke {one}"), None: _("det kan ikke afgøres, om området er {one}")}[met]
    why = [w for condition in rule_set.rule for w in _reasons(rules, rule_set, condition, parts, case)]
    return f"{said.format(one=one)}: {'; '.join(dict.fromkeys(why))}"


def _reasons(rules: Criteria, rule_set: RuleSet, said: Condition, parts: dict[str, Part], case: Case) -> list[str]:
    if said.met:
        return [_reason(parts[said.met])]
    if said.least:
        answers = [parts[name].met for name in said.of]
        sure, most = sum(a is True for a in answers), sum(a is not False for a in answers)
        met = str(sure) if sure == most else _("mellem {sure} og {most}", sure=sure, most=most)
        return [_("opfylder {met} af {all} kriterier, hvoraf {least} kræves", met=met, all=len(answers), least=said.least)]
    if said.any:
        return [_(" eller ").join(w for c in said.any for w in _reasons(rules, rule_set, c, parts, case))]
    if said.on_list:
        inner = rules.rule_sets[said.on_list]
        return [w for c in inner.rule for w in _reasons(rules, inner, c, parts, case)]
    wanted = rule_set.years_in_a_row(max(case.day, rule_set.first)) if said.years_in_a_row else None
    have = _("et ukendt antal") if case.years_in_a_row is None else str(case.years_in_a_row)
    return [_("{have} lister i træk, hvor {wanted} kræves", have=have, wanted=wanted)] if wanted else []


def _reason(part: Part) -> str:
    limit, name = worded(words.of(part.criterion)), worded(part.name)
    if part.assumed:
        return _("{limit} beboere er forudsat", limit=limit)
    if part.value is None:
        return _("{name} er ukendt", name=name)
    value = worded(words.value(part.value.middle, part.unit))
    return _("{name} er {value} ({limit}: {answer})", name=name, value=value, limit=limit, answer=_(ANSWERS[part.met]))
