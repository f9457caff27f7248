"""What the text says of the rules for housing areas, of the lists and of an area's standing."""

from __future__ import annotations

from extractors.figures import Measured
from extractors.layout import Flow
from extractors.structure import Structure
from minutes.records import Claim


def find(flow: Flow, structure: Structure, measured: Measured) -> list[Claim]:
    """Every statement about rules, lists and standing, not judged."""
    return []
