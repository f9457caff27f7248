"""A tenth, a hundredth of a sum: what a slipped comma looks like, and what is often paid."""

from __future__ import annotations

import re
from decimal import Decimal

from minutes.closeness import SLIPS
from minutes.records import Document, Figure, Threshold
from minutes.subject import Subject

_PART = re.compile(
    r"(?i)(?:\w*andele?n?|\w*bidrag(?:et)?|\w*finansiering(?:en)?|grundkapital(?:en)?|depositum|udbetaling(?:en)?|moms(?:en)?|gebyr(?:et)?"
    r"|honorar(?:et)?|salær(?:et)?|risiko\w*|uforudsete?|\bdel)\b"
)
"""Words for what is reckoned as a part of a sum."""


def is_share(document: Document, one: Subject, other: Subject) -> bool:
    """Is the one sum exactly ten, one or a tenth per cent of the other, and does their item say so or call just one of the two a part?"""
    low, high = sorted((abs(one.value), abs(other.value)))
    if not low or high / low not in SLIPS:
        return False
    percent = low * 100 / high
    told = {"percent": percent, "ratio": percent / 100, "permille": percent * 10}
    said: tuple[Figure | Threshold, ...] = (*document.figures, *document.thresholds)
    if any(told.get(f.unit) == Decimal(f.value) for f in said if f.item == one.item):
        return True
    return bool(_PART.search(one.near)) != bool(_PART.search(other.near))
