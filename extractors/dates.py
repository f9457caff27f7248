"""Dates as they stand in the text."""

from __future__ import annotations

from extractors.layout import Flow
from extractors.structure import Structure
from minutes.records import DateMention


def find(flow: Flow, structure: Structure) -> list[DateMention]:
    """Every date and span of dates."""
    return []
