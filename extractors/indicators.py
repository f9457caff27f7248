"""Which known indicator the words beside a figure speak of."""

from __future__ import annotations

import re

_WORDS = re.compile(
    r"(?P<uden_arbejde>uden ?for arbejdsmarked\w*|uden (?:for )?(?:tilknytning|arbejde|job|beskæftigelse)\b|tilknytning til (?:arbejdsmarked|job))"
    r"|(?P<ikke_vestlig>ikke-? ?vestlig\w*|efterkommere)"
    r"|(?P<doemte>dømt\w*|straffelov\w*)"
    r"|(?P<grundskole>grundskole\w*|grunduddannelse\w*)"
    r"|(?P<indkomst>brutto\w*indkomst\w*|gennemsnitsindkomst\w*|\bindkomst\w*)", re.I)


def nearest(before: str, after: str, unit: str) -> str | None:
    """The indicator that the words before a figure name, the nearest one, else the first of those after it."""
    found = None
    for match in _WORDS.finditer(before):
        found = match
    found = found or _WORDS.search(after)
    if not found:
        return None
    return "doemte_ratio" if found.lastgroup == "doemte" and unit == "ratio" else found.lastgroup
