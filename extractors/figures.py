"""Amounts, figures and limits, in prose and in tables."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.layout import Flow
from extractors.structure import Structure
from minutes.records import Amount, Figure, Threshold, Unread


@dataclass(slots=True)
class Measured:
    """Everything that was measured, in reading order."""

    amounts: list[Amount] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    thresholds: list[Threshold] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def measure(flow: Flow, structure: Structure) -> Measured:
    """Every amount, figure and limit of the document."""
    return Measured()
