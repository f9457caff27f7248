"""Decisions with body, date, outcome and votes; recommendations."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.layout import Flow
from extractors.structure import Structure
from minutes.records import Ballot, Decision, Recommendation


@dataclass(slots=True)
class Decided:
    """The decisions, and every ballot behind and beside them."""

    decisions: list[Decision] = field(default_factory=list)
    ballots: list[Ballot] = field(default_factory=list)


def decide(flow: Flow, structure: Structure) -> Decided:
    """Every decision, earlier bodies first."""
    return Decided()


def recommendations(flow: Flow, structure: Structure) -> list[Recommendation]:
    """Who recommends what to whom, point by point."""
    return []
