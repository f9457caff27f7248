"""Rules in plain Danish: dates, periods, limits and the names of the lists."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from minutes.criteria.rules import Criterion, Origin, RuleSet
from minutes.danish import in_print
from minutes.days import written as day

OPERATORS = {">": "over", ">=": "mindst", "<": "under", "<=": "højst"}
_MOST_DECIMALS = 6
NUMBERS = ("nul", "et", "to", "tre", "fire", "fem", "seks")
KINDS = {
    "udsat": "udsatte boligområder",
    "ghetto": "ghettoområder",
    "haard": "hårde ghettoområder",
    "forebyggelse": "forebyggelsesområder",
    "local": "egne regler",
}
SINCE_2021 = {"ghetto": "parallelsamfund", "haard": "omdannelsesområder"}
SHORT = {
    "beboere": "antal beboere",
    "uden_arbejde": "andel uden tilknytning til arbejde eller uddannelse",
    "ikke_vestlig": "andel fra ikke-vestlige lande",
    "doemte": "andel dømte",
    "doemte_ratio": "andel dømte mod landsgennemsnittet",
    "grundskole": "andel med kun grundskole",
    "indkomst": "gennemsnitlig bruttoindkomst mod regionen",
}
CONFIDENCES = {"high": "høj", "medium": "middel", "low": "lav", "none": "ikke bekræftet"}
STATUSES = {"law": "lov", "agreement": "politisk aftale", "proposal": "forslag, aldrig lov", "local": "egen regel"}


def period(first: date | None, last: date | None) -> str:
    """fra 1. februar 2014 til 30. november 2018"""
    return " ".join(p for p in (f"fra {day(first)}" if first else "", f"til {day(last)}" if last else "") if p) or "uden dato"


def number(value: Decimal) -> str:
    """A decimal as Danish print has it: 2,7 and 1.000."""
    return in_print(value, _MOST_DECIMALS)


def value(amount: Decimal, unit: str) -> str:
    """A value with its unit: 40 pct., 3 gange, 1.000."""
    return number(amount) + {"percent": " pct.", "ratio": " gange landsgennemsnittet", "kr": " kr.", "years": " år", "hours": " timer"}.get(
        unit, ""
    )


def limit(operator: str, amount: Decimal, unit: str) -> str:
    """over 40 pct."""
    return f"{OPERATORS[operator]} {value(amount, unit)}"


def of(criterion: Criterion) -> str:
    """The limit of a criterion: over 40 pct."""
    return limit(criterion.operator, criterion.value, criterion.unit)


def kind(rule_set: RuleSet) -> str:
    """The name of a rule set's list in the plural, as it was at the time."""
    name = rule_set.names[0] if rule_set.names else KINDS[rule_set.kind]
    if name.endswith("område"):
        plural = name + "r"
        return plural.replace("udsat ", "udsatte ", 1).replace("hårdt ", "hårde ", 1)
    return name


def listed(kind: str, on: date) -> str:
    """The name of a list of that day in the plural."""
    return SINCE_2021.get(kind, KINDS[kind]) if on >= date(2021, 11, 30) else KINDS[kind]


def reference(origin: Origin) -> str:
    """Where it is written, with the reservation that the source calls for."""
    return origin.reference or origin.title


def least(n: int, m: int) -> str:
    """to af fem"""
    words = [NUMBERS[x] if x < len(NUMBERS) else str(x) for x in (n, m)]
    return " af ".join(words)
