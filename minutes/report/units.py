"""What a figure counts or is measured in, as people read it."""

from __future__ import annotations

import re

from minutes.language import _
from minutes.names import UNITS
from minutes.nouns import base
from minutes.records import Figure

_WORD = re.compile(r"[^\W\d_][\w-]*")


def of(figure: Figure, page: str) -> str:
    """The counted word as it stands in the quote, else on its `page`; or the unit."""
    if not figure.noun:
        return named(figure.unit)
    words = (word[0] for text in (figure.source.quote, page) for word in _WORD.finditer(text))
    return next((word for word in words if base(word.lower()) == figure.noun), figure.noun)


def named(unit: str) -> str:
    """The name of a unit in the language spoken, "" for a plain number."""
    return _(UNITS[unit]) if unit in UNITS else ""
