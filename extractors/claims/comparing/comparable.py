"""Which figures a change may be between."""

from __future__ import annotations

import re

from extractors.claims.mention import Mention
from extractors.claims.sentence import pattern
from minutes.content import like

COMPARED = pattern(
    r"\s*(?:(?!(?:og|til|i|på|er|var|bliver|blev|ligger|for|af)\b)\w+ ){0,2}(?:(?P<more><more>)|(?P<less><less>))(?! (?:<Y>|\d|ét\b|én\b))"
)
NEW = re.compile(r"\bny(?:e|t)?\b|fremover|kommende|fremtidige|herefter|bliver|når ")
Told = tuple[tuple[Mention, Mention], str, bool]
"""The two figures of a change, how sure it is that they are, and whether words tell which comes first."""


def comparable(a: Mention, c: Mention) -> bool:
    """May a change in C's unit be one of A's? Percent of anything, points of percent, else the same unit."""
    if c.unit == "percentage_points":
        return a.unit == "percent" or a.unit == "number" and not a.noun and a.value % 1 != 0
    if c.unit == "fraction":
        return a.unit in ("kr", "number")
    if c.unit == "percent":
        return a.unit in ("kr", "number", "percent")
    return a.unit == c.unit


def same_noun(a: Mention, b: Mention) -> bool:
    return not a.noun or not b.noun or a.noun[:4] == b.noun[:4] or like(a.noun, b.noun)
