"""Dates as they stand in the text, with their weekday, and spans of dates; a day that does not exist is kept as such."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, zip_longest

from extractors.layout import Flow
from extractors.structure import Structure
from extractors.structure.days import MONTH, MONTHS
from minutes.days import A_SHORT_MONTH, A_WEEKDAY, WEEKDAYS
from minutes.records import DateMention
from minutes.scan import lower, near

_NAMED = re.compile(
    rf"(?<![\w./-])(?:(?P<from>\d{{1,2}})\.? ?[-–] ?)?(?P<day>\d{{1,2}})(?:\. ?|[ -])(?P<month>{MONTH})(?!\w)\.?"
    r"(?:,? ?-?(?P<year>(?:19|20)\d\d)(?![\d/.-]?\d))?"
)
_DAY_AND_MONTH = re.compile(rf"[0-9](?:\. ?|[ -])(?:{A_SHORT_MONTH})")
_NUMERIC = re.compile(
    r"(?P<day>[0-9](?<![\w./-].)[0-9]?)(?P<sep>[./-]) ?(?P<month>\d{1,2})(?:(?P=sep) ?|[ -])(?P<year>(?:19|20)\d\d|\d\d)(?![\w/-]|\.\d|,\d)"
)
_FRONT = re.compile(rf"(?:(?P<weekday>{A_WEEKDAY}),? )?(?:den |d\. ?)?$", re.I)
_TO = re.compile(
    r",? ?(?:kl\. ?\d{1,2}[.:]\d\d )?(?:til og med|til|t\.o\.m\.|-|–|—) ?(?:og med )?"
    rf"(?:(?:{A_WEEKDAY}),? )?(?:den |d\. ?)?",
    re.I,
)
_LISTED = re.compile(r",? ?(?:kl\. ?\d{1,2}[.:]\d\d ?)?(?:,|og|samt|eller|både)? ?(?:den |d\. ?)?", re.I)
_MOVED = re.compile(r"flytte|flyttet|ændre|rykke|rykket|udsæt|udsat|udskyd|udskudt|fremryk|korriger|rette|rettet", re.I)
_ROLES = (
    ("deadline", re.compile(r"\b(?:senest|frist\w*|tidsfrist\w*|deadline|inden|ansøgningsfrist\w*)\b[^.\n]{0,30}$", re.I)),
    ("decision", re.compile(r"\bbeslutning\w*[^.\n]{0,50}$", re.I)),
    ("meeting", re.compile(r"\bmøde\w*[^.\n]{0,30}$", re.I)),
)
LONGEST_FEBRUARY = 2000
"""A leap year: a day that it lacks exists in no year."""


@dataclass(slots=True)
class _Printed:
    """A date as printed: a missing year is None. `start` counts the weekday in, `core` does not; `first` is the 5 of "5.-15. april".
    `called`: words before it say that it is a day ("den", a weekday)."""

    start: int
    core: int
    end: int
    day: int
    month: int
    year: int | None
    weekday: int | None
    first: int | None = None
    called: bool = False

    def value(self, year: int | None = None) -> date | None:
        """The day; None when there is no such day."""
        return _day(self.day, self.month, self.year or year)


def find(flow: Flow, structure: Structure) -> list[DateMention]:
    """Every date that has a year, every day that no year has, and every span of dates."""
    printed = sorted(_printed(flow.text), key=lambda p: p.start)
    _give_years(flow.text, printed)
    mentions: list[DateMention] = []
    in_span: set[int] = set()
    for one, other in zip_longest(printed, printed[1:]):
        span = _span(flow.text, one, other) if other else None
        if span:
            mentions.append(_mention(flow, structure, one.start, other.end, span[0], until=span[1], role="span"))
            in_span |= {one.start, other.start}
        if one.start not in in_span or one.weekday is not None or _impossible(one):
            mentions += _single(flow, structure, one)
    return mentions


def _printed(text: str) -> Iterator[_Printed]:
    for match in near(_NAMED, _DAY_AND_MONTH, lower(text), 12, 32):
        month = MONTHS[match["month"][:3]]
        year = int(match["year"]) if match["year"] else None
        yield _with_front(text, match, month, year, int(match["from"]) if match["from"] else None)
    for match in _NUMERIC.finditer(text):
        if 1 <= int(match["month"]) <= 12 and (match["sep"] != "-" or len(match["year"]) == 4):
            year = int(match["year"])
            yield _with_front(text, match, int(match["month"]), year if year > 99 else year + (2000 if year < 60 else 1900), None)


def _give_years(text: str, printed: list[_Printed]) -> None:
    """ "Onsdag den 15. november og tirsdag den 13. december 2022": the year at the end of a list is that of all its days."""
    for one, other in reversed([*pairwise(printed)]):
        if one.year is None and other.year and one.weekday is not None and _LISTED.fullmatch(text, one.end, other.start):
            one.year = other.year if (one.month, one.day) < (other.month, other.day) else other.year - 1


def _with_front(text: str, match: re.Match[str], month: int, year: int | None, first: int | None) -> _Printed:
    front = _FRONT.search(text, max(match.start() - 14, 0), match.start())
    weekday, start = None, match.start()
    if front and front["weekday"]:
        weekday, start = WEEKDAYS.index(front["weekday"].lower()), front.start()
    end = match.end() - (1 if not match["year"] and text[match.end() - 1] == "." else 0)
    called = weekday is not None or text.endswith("den ", 0, match.start())
    return _Printed(start, match.start(), end, int(match["day"]), month, year, weekday, first, called)


def _single(flow: Flow, structure: Structure, one: _Printed) -> Iterator[DateMention]:
    role = next((name for name, words in _ROLES if words.search(flow.text[max(one.start - 60, 0) : one.start])), "")
    day = one.value()
    if one.first is not None and (first := _day(one.first, one.month, one.year)) and day:
        if first <= day:
            yield _mention(flow, structure, one.core, one.end, first, until=day, role="span")
    elif day:
        yield _mention(flow, structure, one.start, one.end, day, weekday=one.weekday, role=role)
    elif _impossible(one):
        yield _mention(flow, structure, one.start, one.end, None, weekday=one.weekday, role=role)


def _impossible(one: _Printed) -> bool:
    """Is there no such day? 29 February without a year may be one; a number over 31 is a day only where words call it so, "den 32."."""
    return (one.day <= 31 or one.called and bool(one.year)) and _day(one.day, one.month, one.year or LONGEST_FEBRUARY) is None


def _span(text: str, one: _Printed, other: _Printed) -> tuple[date, date] | None:
    """Start and end of two dates with "til" or a dash between them; a missing first year is that of the end, or the year before."""
    if not other.year or not _TO.fullmatch(text, one.end, other.start if other.weekday is None else other.core):
        return None
    if _MOVED.search(text, max(one.start - 80, 0), one.start):
        return None
    end, start = other.value(), one.value(other.year)
    if start and end and start > end and one.year is None:
        start = one.value(other.year - 1)
    return (start, end) if start and end else None


def _day(day: int, month: int, year: int | None) -> date | None:
    return date(year, month, day) if year and 1 <= day <= monthrange(year, month)[1] else None


def _mention(flow: Flow, structure: Structure, start: int, end: int, value: date | None, weekday: int | None = None,
             until: date | None = None, role: str = "") -> DateMention:
    return DateMention(flow.source(start, end), value, weekday, until, role, structure.item_at(start))
