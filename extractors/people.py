"""Who was there, and who had a remark."""

from __future__ import annotations

from extractors.layout import Flow
from extractors.structure import Structure
from minutes.records import Attendance, Remark


def attendance(flow: Flow, structure: Structure) -> Attendance:
    """Who was there, as printed."""
    return Attendance()


def remarks(flow: Flow, structure: Structure) -> list[Remark]:
    """Protocol remarks and minority statements."""
    return []
