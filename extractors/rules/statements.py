"""What the text says of the rules for housing areas, of the lists and of an area's standing, as claims that nobody has judged yet.

`Claim.extra` holds what was said, as plain values: the numbers of its `relation`, and the regime it is to be held against
(extractors.rules.regimes): `kind` of list, `first` to `last` day, `dated` and `bound` (where the text says so), `mood`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from extractors.figures import Measured, indicators
from extractors.layout import Flow
from extractors.rules import (
    criteria_limits,
    list_counts,
    list_members,
    list_tables,
    rule_periods,
    rule_words,
    standing_tables,
    standing_words,
)
from extractors.rules.area_figures import AreaFigures
from extractors.rules.list_kinds import GATE, GATED, STANDING
from extractors.rules.list_words import Listed
from extractors.rules.own_day import OwnDay
from extractors.rules.regimes import Regime, Regimes
from extractors.rules.rule import Rule
from extractors.structure import Structure
from minutes.criteria import load
from minutes.records import Claim
from minutes.scan import lower


def find(flow: Flow, structure: Structure, measured: Measured) -> list[Claim]:
    """Every statement about rules, lists and standing, not judged; none when the document does not speak of them."""
    text = lower(flow.text)
    lists = any(word in text for word in GATED) and GATE.search(text) is not None
    if not lists and not STANDING.search(text):
        return []
    regimes = Regimes(flow, structure.meeting_date)
    figures = AreaFigures(regimes, measured.figures, measured.criteria, structure.municipality)
    lists = lists or len(set(indicators.all_named(text))) >= _ENOUGH
    criteria = load()
    writer = _Writer(flow, structure, regimes.own)
    claims: list[Claim] = []
    if lists:
        claims += [writer.limit(limit) for limit in criteria_limits.find(regimes, flow, measured)]
        rules = (*rule_words.find(regimes), *rule_periods.find(regimes))
        claims += [writer.rule(r) for r in rules if (r.least or 0) <= MOST_CRITERIA]
        told = (*list_counts.find(regimes), *list_tables.find(regimes, flow.tables, criteria), *list_members.find(regimes, criteria))
        claims += [writer.listed(s) for s in told]
    stood = (*standing_words.find(regimes, figures), *standing_tables.find(regimes, figures, flow.tables))
    claims += [writer.standing(s, claims) for s in stood]
    return sorted(claims, key=lambda c: c.source.at)


MOST_CRITERIA = 9
"""More of them than there have ever been are no criteria: "26 af de 1.521 beboere"."""
_ENOUGH = 3
"""So many different criteria are named nowhere but where the lists are spoken of."""


class _Writer:
    """Writes statements as claims, with their places."""

    def __init__(self, flow: Flow, structure: Structure, own: OwnDay) -> None:
        self.flow, self.structure, self.own = flow, structure, own

    def claim(self, kind: str, relation: str, check: str, start: int, end: int, regime: Regime, **said: Any) -> Claim:
        """One claim; `said` goes to `extra` but for `stated` and `operands`."""
        stated, operands = said.pop("stated", None), said.pop("operands", ())
        return Claim(
            kind,
            relation,
            self.flow.source(start, end),
            check,
            stated,
            operands,
            item=self.structure.item_at(start),
            extra={
                **_regime(regime if relation.startswith("list") else self._widened(regime)),
                **{k: v for k, v in said.items() if v is not None},
            },
        )

    def _widened(self, regime: Regime) -> Regime:
        """What only the section dates may as well be said of the document's own day."""
        if regime.dated != "section" or not (regime.first and regime.last and self.own.first and self.own.last):
            return regime
        return replace(regime, first=min(regime.first, self.own.first), last=max(regime.last, self.own.last))

    def limit(self, said: criteria_limits.Limit) -> Claim:
        """A limit of a criterion; a clause that begins on the page before is quoted from the limit on."""
        place = said.value.source
        before = place and self.flow.place(said.start)[0] != place.page
        return self.claim(
            "threshold",
            "limit",
            "threshold-not-in-force",
            place.at if place and before else said.start,
            said.end,
            said.regime,
            stated=said.value,
            indicator=said.value.label,
            operator=said.operator,
            row=said.row,
        )

    def rule(self, said: Rule) -> Claim:
        """A statement about the rule."""
        return self.claim(
            "rule", said.relation, "rule-misstated", said.start, said.end, said.regime, least=said.least, of=said.of, **said.extra
        )

    def listed(self, said: Listed) -> Claim:
        """A statement about a list."""
        match = said.match
        return self.claim(
            "status",
            said.relation,
            "list-differs",
            said.start,
            said.end,
            said.regime,
            count=said.count,
            on=said.on,
            new=said.new or None,
            now=said.now or None,
            generic=said.generic or None,
            list_kind=said.kind,
            name=said.name or None,
            whole=said.whole,
            more=said.more,
            area=match.area.name if match else None,
            how=match.how if match else None,
            near=said.sentence.text if match else None,
            municipality=self.structure.municipality,
        )

    def standing(self, said: standing_words.Standing, limits: list[Claim]) -> Claim:
        """A statement about an area's standing, with the area's figures and the limits that the document prints."""
        printed = [
            [c.extra["indicator"], c.extra["operator"], str(c.stated.value), c.extra.get("kind")]
            for c in limits
            if c.relation == "limit" and c.stated and c.extra["mood"] in ("stated", "change") and not _over(c, said.regime)
        ]
        return self.claim(
            "status",
            said.relation,
            "status-differs",
            said.start,
            said.end,
            said.regime,
            operands=said.figures,
            least=said.least,
            of=said.of,
            indicators=list(said.indicators) or None,
            row=said.sentence.block.kind == "row" or None,
            met=said.met,
            years=list(said.years) if said.years else None,
            area=said.area,
            printed=printed,
        )


def _over(limit: Claim, regime: Regime) -> bool:
    """Was it a limit only before the days that are spoken of?"""
    last = limit.extra.get("last")
    return bool(limit.extra["dated"] == "sentence" and last and regime.first and last < regime.first.isoformat())


def _regime(regime: Regime) -> dict[str, Any]:
    return {
        "kind": regime.kind,
        "bound": regime.bound,
        "first": regime.first and regime.first.isoformat(),
        "last": regime.last and regime.last.isoformat(),
        "dated": regime.dated,
        "since": regime.since,
        "mood": regime.mood,
        "proposed": regime.proposed,
        "kinds": sorted(regime.kinds),
        "named_near": sorted(regime.near),
        "retold": regime.retold,
    }
