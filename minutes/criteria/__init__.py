"""The rules for housing areas as dated, sourced data: which indicators count, which limits, how many, from when to when.

`load()` reads the TOML beside this file (a few milliseconds, kept for the process); `load(folder)` adds a folder of your own.
The day of the list or meeting picks the rule set, never today.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from minutes.criteria import build
from minutes.criteria.areas import Match, Names
from minutes.criteria.evaluate import rounded
from minutes.criteria.reading import CriteriaError, Tables, Texts, read, texts
from minutes.criteria.rules import Area, Convictions, Criterion, Indicator, OtherRule, PublishedList, RuleSet, Values
from minutes.interval import Interval

__all__ = [
    "Area",
    "Criteria",
    "CriteriaError",
    "Criterion",
    "Indicator",
    "Match",
    "PublishedList",
    "RuleSet",
    "Texts",
    "load",
    "texts",
]

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, eq=False)
class Criteria:
    """Every rule set, list, area and other rule."""

    indicators: dict[str, Indicator]
    rule_sets: dict[str, RuleSet]
    lists: tuple[PublishedList, ...]
    areas: tuple[Area, ...]
    convictions: tuple[Convictions, ...]
    values: tuple[Values, ...]
    other_rules: tuple[OtherRule, ...]

    def in_force(self, day: date, kind: str | None = None, status: str = "law") -> tuple[RuleSet, ...]:
        """The rule sets that govern a list of `day`; `status` "proposal" or "agreement" gives what was on the table then."""
        return tuple(r for r in self.rule_sets.values() if r.status == status and r.in_force(day) and kind in (None, r.kind))

    def of_kind(self, kind: str | None, *statuses: str) -> Iterator[RuleSet]:
        """The rule sets of a kind (None: any) with one of the statuses (none given: any)."""
        return (r for r in self.rule_sets.values() if kind in (None, r.kind) and (not statuses or r.status in statuses))

    def limits(self, rule_set: RuleSet) -> tuple[Criterion, ...]:
        """Every limit of a rule set, those of the list that it builds on too."""
        used: dict[str, Criterion] = {}
        for condition in rule_set.conditions():
            for name in (*condition.of, *([condition.met] if condition.met else [])):
                used.setdefault(name, rule_set.criteria[name])
            if condition.on_list:
                for criterion in self.limits(self.rule_sets[condition.on_list]):
                    used.setdefault(criterion.id, criterion)
        return tuple(used.values())

    def counts(self, rule_set: RuleSet) -> set[tuple[int, int]]:
        """How many of how many criteria must be met: {(2, 4)}; those of the list that it builds on too."""
        said = {(c.least, len(c.of)) for c in rule_set.conditions() if c.least}
        for condition in rule_set.conditions():
            if condition.on_list:
                said |= self.counts(self.rule_sets[condition.on_list])
        return said

    def list_of(self, day: date) -> PublishedList | None:
        """The list published on `day`; for a list whose day is not confirmed, any day of that October will do."""
        return next(
            (x for x in self.lists if x.day == day or not x.day_confirmed and (x.day.year, x.day.month) == (day.year, day.month)), None
        )

    def latest_list(self, day: date) -> PublishedList | None:
        """The last list published on or before `day`."""
        return next((x for x in reversed(self.lists) if x.day <= day), None)

    def on_list(self, area: Area, published: PublishedList) -> bool | None:
        """Was the area on the list of ghettoområder (parallelsamfund)? None when the names are not known."""
        if published.day in area.on:
            return True
        if published.day in area.off or published.names in ("all", area.municipality):
            return False
        return None

    def years_in_a_row(self, area: Area, day: date) -> int | None:
        """On how many lists in a row up to `day` the area stood; None when a list with unknown names comes before an end."""
        count = 0
        for published in reversed([x for x in self.lists if x.day <= day]):
            on = self.on_list(area, published)
            if on is None:
                return None if count < 5 else count
            if not on:
                return count
            count += 1
        return count

    def on_hard_list(self, area: Area, published: PublishedList) -> bool | None:
        """Was the area on the list of hårde ghettoområder (omdannelsesområder)? Derived from five lists in a row."""
        wanted = next((r.years_in_a_row(published.day) for r in self.in_force(published.day, "haard")), None)
        years = self.years_in_a_row(area, published.day)
        return None if wanted is None or years is None else years >= wanted

    def conviction_limit(self, times: Decimal, day: date) -> Interval | None:
        """`times` the national average of convicted behind the list in force on `day`, in percent; None when it is not known.

        Before the first list with a national average, that first one counts: it is what the rule would have been held against.
        """
        known = [c for c in self.convictions if c.day <= day] or list(self.convictions[:1])
        if not known or known[-1].average is None:
            return None
        printed = known[-1].limits.get(int(times))
        return Interval.exact(printed) if printed else rounded(known[-1].average) * Interval.exact(times)

    def match_area(self, name: str) -> Match | None:
        """The listed area that a name means and how it was recognised: one candidate, or none."""
        return _names(self).match(name)

    def find_area(self, name: str) -> Area | None:
        """The listed area that a name means: one candidate, or none."""
        found = self.match_area(name)
        return found.area if found else None

    def names_in(self, text: str) -> Iterator[tuple[re.Match[str], Match]]:
        """Every listed area named in a text, with the place; the longest name wins."""
        return _names(self).find(text)


@lru_cache(maxsize=8)
def _names(criteria: Criteria) -> Names:
    return Names(criteria.areas)


def load(own: Path | str | Texts | None = None) -> Criteria:
    """The rules, with one's own added: a folder, or the texts of its files. Raises CriteriaError with one line a complaint."""
    return _load(texts(Path(own)) if isinstance(own, Path | str) else own or ())


@lru_cache(maxsize=8)
def _load(own: Texts) -> Criteria:
    tables = Tables()
    read(texts(HERE), tables)
    read(own, tables)
    above = build.origins(tables)
    known = build.indicators(tables, above)
    criteria = Criteria(
        known,
        build.rule_sets(tables, above, known),
        build.lists(tables, above),
        build.areas(tables, above),
        build.convictions(tables, above),
        build.values(tables, above),
        build.other_rules(tables, above),
    )
    if tables.wrong:
        raise CriteriaError(tables.wrong)
    return criteria
