"""The indicator that a share's own piece of an enumeration names: "48,2 pct. er indvandrere, 2,9 pct. er dømt"."""

from __future__ import annotations

import re

from extractors import indicators

_CUT = re.compile(
    r"[,;] (?!der\b|som\b|hvor\b|der er\b)|(?<=pct\.) (?=[A-ZÆØÅ])|(?<=%) (?=[A-ZÆØÅ])|\. (?=[A-ZÆØÅ])"
    r"|:? (?:og|samt|eller|mens) (?=(?:over|under|mindst|mere|mindre|højst|andelen|\d))|\n|\t"
)


def piece(text: str, at: int) -> tuple[int, int]:
    """The piece of a sentence that holds `at`."""
    low, high = 0, len(text)
    for cut in _CUT.finditer(text):
        if cut.end() <= at:
            low = cut.end()
        elif cut.start() > at:
            high = cut.start()
            break
    return low, high


def indicator(text: str, at: int, unit: str) -> str | None:
    """The one indicator that the piece at `at` names; None when it names none or several."""
    if unit not in ("percent", "ratio"):
        return None
    low, high = piece(text, at)
    named = {indicators.nearest(text[low:at], "", unit), indicators.nearest(text[at:high], "", unit)} - {None}
    return named.pop() if len(named) == 1 else None
