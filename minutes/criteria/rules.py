"""What a set of criteria is made of: indicators, limits, rules with their dates and sources, published lists, areas.

Frozen values, read from TOML by `minutes.criteria.reading`; nothing here looks anything up. `confidence` is high (law text or two
independent sources), medium (one good source), low (press or inference) or none (not confirmed: never the ground of an error
or a warning). `verified` is the day a person last read the source, None when nobody has yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

KINDS = ("udsat", "ghetto", "haard", "forebyggelse", "local")
STATUSES = ("law", "agreement", "proposal", "local")
CONFIDENCES = ("high", "medium", "low", "none")
OPERATORS = (">", ">=", "<", "<=")
MEASURES = (
    "beboere", "uden_arbejde", "ikke_vestlig", "doemte", "doemte_ratio", "grundskole", "grundskole_dk", "grundskole_inkl_uoplyst",
    "indkomst",
)
"""What is counted or published of an area. The share with only grundskole is counted in two more ways."""
UNITS = ("percent", "count", "ratio", "kr", "years", "hours")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a fact is written. `reference` is the paragraph or document, `title` names it in full."""

    file: str
    title: str = ""
    reference: str = ""
    url: str | None = None
    confidence: str = "none"
    verified: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """Something measured of an area: `unit` as in the output's figures, `population` is who is counted."""

    id: str
    label: str
    unit: str
    population: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Criterion:
    """A limit on one indicator, with the operator taken literally: "overstiger" is >, "mindst" is >=.

    `measure` tells two ways of counting the same indicator apart. `average_years`: over how many years the figure is averaged.
    """

    id: str
    indicator: str
    measure: str
    operator: str
    value: Decimal
    unit: str
    population: str
    average_years: int | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a rule; exactly one of the fields is set. All conditions of a rule must hold."""

    met: str | None = None
    least: int | None = None
    of: tuple[str, ...] = ()
    on_list: str | None = None
    not_on: str | None = None
    any: tuple[Condition, ...] = ()
    years_in_a_row: int | None = None


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One list's rule from `first` to `last` (dates of lists, both included; None: still in force).

    `status`: law, agreement, proposal or local. `expected`: how many areas a proposal said it would give.
    """

    id: str
    kind: str
    status: str
    names: tuple[str, ...]
    first: date
    last: date | None
    rule: tuple[Condition, ...]
    criteria: dict[str, Criterion] = field(compare=False)
    origin: Origin
    area: str | None = None
    published: str | None = None
    expected: int | None = None
    transition: tuple[date, date | None, int] | None = None

    def in_force(self, day: date) -> bool:
        """Does the rule govern a list of that day?"""
        return self.first <= day and (self.last is None or day <= self.last)

    def conditions(self) -> Iterator[Condition]:
        """Every condition, those inside "any" too."""
        for condition in self.rule:
            yield condition
            yield from condition.any

    def years_in_a_row(self, day: date) -> int | None:
        """How many lists in a row the rule asks for on `day`, the transition counted in."""
        if self.transition and self.transition[0] <= day and (self.transition[1] is None or day <= self.transition[1]):
            return self.transition[2]
        return next((c.years_in_a_row for c in self.conditions() if c.years_in_a_row), None)


@dataclass(frozen=True, slots=True)
class PublishedList:
    """A published list: the number of areas by kind, and how many of the names are known ("all", "some", "none" or a municipality)."""

    day: date
    counts: dict[str, int] = field(compare=False)
    names: str
    origin: Origin
    names_confidence: str = "none"
    day_confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Area:
    """An area on the published lists. `loose` names are also used of something smaller or larger; `parts` are parts of it.

    `common`: the name is used in other municipalities too. `on` and `off` are days of lists.
    """

    name: str
    municipality: str
    origin: Origin
    variants: tuple[str, ...] = ()
    misspelt: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    common: bool = False
    on: frozenset[date] = frozenset()
    off: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Convictions:
    """The national average of convicted behind the list of `day`; None where it is not known."""

    day: date
    average: Decimal | None
    limits: dict[int, Decimal] = field(compare=False)
    origin: Origin


@dataclass(frozen=True, slots=True)
class Values:
    """An area's published indicators on a day, by measure."""

    area: str
    day: date
    values: dict[str, Decimal] = field(compare=False)
    origin: Origin


@dataclass(frozen=True, slots=True)
class OtherRule:
    """A rule that documents speak of and that is no criterion."""

    id: str
    title: str
    text: str
    status: str
    origin: Origin
    first: date | None = None
    last: date | None = None
    operator: str | None = None
    value: Decimal | None = None
    unit: str | None = None
