"""Which known indicator the words beside a figure or limit speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes.needs import led

WORDS = (
    r"(?P<uden_arbejde>uden ?for (?:både |såvel )?(?:arbejdsmarked\w*|job\b|arbejde\b|beskæftigelse\b)"
    r"|uden (?:for )?(?:både |såvel )?(?:tilknytning|arbejde|job|beskæftigelse)\b"
    r"|tilknytning til (?:(?:enten|hverken) )?(?:arbejdsmarked|job)"
    r"|hverken (?:(?:er )?i |ha(?:r|ft|ve) |været i )?(?:job|arbejde|beskæftigelse)"
    r"|beskæftigelseskriteri\w*|arbejdsmarkedskriteri\w*|står uden for)"
    r"|(?P<ikke_vestlig>ikke-? ?vestlig\w*|indvandrere (?:og|eller) efterkommere|efterkommere|etnicitetskriteri\w*)"
    r"|(?P<doemte>\b(?:straffe)?dømt\w*|straffelov\w*|kriminalitetskriteri\w*)"
    r"|(?P<grundskole>grundskole\w*|grunduddannelse\w*|kriteriet om uddannelse|uddannelseskriteri\w*)"
    r"|(?P<indkomst>brutto\w*indkomst\w*|gennemsnitsindkomst\w*|\bindkomst\w*)"
)
_WORDS = led(WORDS)


def nearest(before: str, after: str, unit: str) -> str | None:
    """The indicator that the words before a figure name, the nearest one, else the first of those after it."""
    found = None
    for match in _WORDS.finditer(before.lower()):
        found = match
    return _named(found or _WORDS.search(after.lower()), unit)


def all_named(text: str) -> Iterator[str]:
    """The indicators that a text in lower case names, in order, as often as it does."""
    return (found.lastgroup or "" for found in _WORDS.finditer(text))


def first_after(before: str, after: str, unit: str) -> str | None:
    """The same where what follows counts first: "over 40 pct. af de 18-64-årige er uden job"."""
    return _named(_WORDS.search(after.lower()), unit) or nearest(before, "", unit)


def _named(found: re.Match[str] | None, unit: str) -> str | None:
    if not found:
        return None
    return "doemte_ratio" if found.lastgroup == "doemte" and unit == "ratio" else found.lastgroup
