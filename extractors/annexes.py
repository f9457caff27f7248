"""The list of annexes, and the references to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.layout import Flow
from extractors.structure import Structure
from minutes.records import Annex, AnnexReference


@dataclass(slots=True)
class Listed:
    """`has_list` tells whether the document prints a list of annexes at all."""

    annexes: list[Annex] = field(default_factory=list)
    references: list[AnnexReference] = field(default_factory=list)
    has_list: bool = False


def find(flow: Flow, structure: Structure) -> Listed:
    """The annexes and the references."""
    return Listed()
