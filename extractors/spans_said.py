"""The days that a sentence on rules or lists speaks of: "fra 2014 til 2017", "siden 2010", "pr. 1. december 2018"."""

from __future__ import annotations

import re
from datetime import date

from extractors.days import DAY, MONTH, MONTHS, day

_MONTH = re.compile(r"\b(januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december) (20[0-3]\d)\b", re.I)
_SINCE = re.compile(r"\b(?:siden|fra og med|lige siden) (?:år )?(20[0-3]\d)\b(?!-)", re.I)
_BETWEEN = re.compile(
    r"\b(?:fra|mellem|i(?: årene| perioden)?|perioden|årene) (20[0-3]\d) ?(?:-|–|til|og) ?(20[0-3]\d|\d\d)\b"
    r"|(?<![\d/.-])(20[0-3]\d) ?[-–] ?(20[0-3]\d)(?![\d/-])",
    re.I,
)
LIST_DAY = re.compile(r"\b1\. ?(?:december|februar) 20[0-3]\d", re.I)
_SINCE_WHEN = re.compile(r"\bsiden (?:den|det|man|listen?|loven|de) [^,.;]{0,60}?20[0-3]\d", re.I)
"""A look back: "det laveste antal, siden listen blev opgjort første gang i 2010"."""
_FROM_MONTH = re.compile(
    rf"\b(?:fra|mellem) (?:\d+\. ?)?(?P<m1>{MONTH}) (?P<y1>20[0-3]\d) (?:og )?(?:til"
    rf"|og)(?: og med)?(?: \w+ i)? (?:\d+\. ?)?(?P<m2>{MONTH}) "
    r"(?P<y2>20[0-3]\d)\b",
    re.I,
)
_UNTIL = re.compile(r"\b(?:indtil|før|frem til|til og med) (?:udgangen af |år |\w+ )?(20[0-3]\d)\b", re.I)
YEAR_FIRST = re.compile(r"[-–•*\s]*20[0-3]\d ?[:–]")
"""A point that begins with its year: "2020: 15 områder". """
_YEAR = re.compile(r"(?<![\d.,/-])(20[0-3]\d)(?![\d.,/]\d|-\d|\d)")
EARLIEST = date(2010, 10, 26)
"""The day of the first list."""


def span(text: str, today: date | None) -> tuple[date, date, bool] | None:
    """The days that a sentence about rules or lists speaks of, and whether it speaks of all of them ("siden 2010")."""
    text = _SINCE_WHEN.sub("", text)
    if m := _BETWEEN.search(text):
        first, until = m[1] or m[3], m[2] or m[4]
        last = int(until) if len(until) == 4 else int(first) // 100 * 100 + int(until)
        if int(first) <= last:
            return date(int(first), 1, 1), date(last, 12, 31), False
    if m := _FROM_MONTH.search(text):
        start, end = (date(int(m[y]), MONTHS[m[n][:3].lower()], 1) for n, y in (("m1", "y1"), ("m2", "y2")))
        if start <= end:
            return start, end.replace(day=28), False
    if m := _SINCE.search(text):
        since = date(int(m[1]), 12, 1)
        return max(since, EARLIEST), max(today or date(int(m[1]) + 1, 12, 1), since), True
    if m := _UNTIL.search(text):
        return EARLIEST, date(int(m[1]) - 1, 12, 31), False
    named = [found for m in DAY.finditer(text) if (found := day(m))]
    if named:
        return named[-1], named[-1], False
    if m := _MONTH.search(text):
        month = MONTHS[m[1][:3].lower()]
        return date(int(m[2]), month, 1), date(int(m[2]), month, 28), False
    if m := _YEAR.search(text):
        return date(int(m[1]), 1, 1), date(int(m[1]), 12, 31), False
    return None
