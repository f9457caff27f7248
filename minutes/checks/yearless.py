"""A weekday beside a day whose year is not printed: wrong in every year that may be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from minutes.checks.ledger import at
from minutes.clause import locate
from minutes.days import A_MONTH, A_WEEKDAY, MONTHS, WEEKDAYS, written
from minutes.needs import led
from minutes.records import Document, Finding

_DAY = led(
    rf"(?i)\b(?P<weekday>{A_WEEKDAY})(?:en)?,? (?:den |d\. ?)?(?P<day>\d{{1,2}})\. (?P<month>{A_MONTH})\b(?P<year>,? (?:19|20)\d\d)?"
)
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)")
_ANOTHER_YEAR = led(r"(?i)\b(?:år (?:efter|senere|før|forinden)|året (?:efter|før)|(?:næste|sidste|forrige|samme) år|i fjor|hvert år)\b")
BESIDE = 80
"""Characters to each side in which words tell of another year than those named."""
NEAR = 700
"""Characters to each side in which a year may be named that is meant."""
FEW = 2
"""So many right weekdays at least in one year make it the year of the days around them."""
HALF_A_YEAR = 6
"""Months that a row of days goes back when it crosses a new year."""


class _Day(NamedTuple):
    """A weekday, its day and month, and where they stand. `year`: where it is printed."""

    weekday: int
    day: int
    month: int
    year: int | None
    start: int
    end: int

    def fits(self, year: int) -> bool:
        """Is it that weekday in this year?"""
        day = self.of(year)
        return day is not None and day.weekday() == self.weekday

    def of(self, year: int) -> date | None:
        """The day in a year, if there is one."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def yearless(document: Document) -> Iterator[Finding]:
    """Every such day that fits no year that is near: that of the meeting and those beside it, those that the text names around it; of days
    near each other the year that the others fit."""
    days = [_read(match) for match in _DAY.finditer(document.text)]
    for i, day in enumerate(days):
        if day.year is not None or not (years := _years(document, day)) or _ANOTHER_YEAR.search(document.text, *_around(day)):
            continue
        row = _year_of_row(document, days, i)
        year = row or (None if any(map(day.fits, years)) else _own_year(document, day))
        due = day.of(year) if year else None
        if due and due.weekday() != day.weekday and year and not _over_new_year(days, i, year):
            said, was = WEEKDAYS[day.weekday], WEEKDAYS[due.weekday()]
            if (place := locate(document, day.start, day.end)) is None:
                continue
            yield Finding("date-impossible", "error" if row else "warning", "Den {day} er en {was}, men her står {said}.",
                          at(document, place), values={"day": written(due), "was": was, "said": said},
                          stated=said, computed=was)


def _around(day: _Day) -> tuple[int, int]:
    return max(day.start - BESIDE, 0), day.end + BESIDE


def _read(match: re.Match[str]) -> _Day:
    weekday, month = WEEKDAYS.index(match["weekday"].lower()), MONTHS.index(match["month"].lower()) + 1
    return _Day(weekday, int(match["day"]), month, int(match["year"][-4:]) if match["year"] else None, match.start(), match.end())


def _years(document: Document, day: _Day) -> set[int]:
    """The years that may be meant; none where nothing tells one."""
    dated = {m.value.year for m in document.dates if m.value} | ({document.meeting_date.year} if document.meeting_date else set())
    named = {int(year) for year in _YEAR.findall(document.text, max(day.start - NEAR, 0), day.end + NEAR)}
    return {year + way for year in dated for way in (-1, 0, 1)} | named if dated else set()


def _own_year(document: Document, day: _Day) -> int | None:
    """The year of the meeting, else of the nearest date that is printed in full."""
    nearest = min((m for m in document.dates if m.value), key=lambda m: abs(m.source.at - day.start), default=None)
    known = document.meeting_date or (nearest.value if nearest else None)
    return known.year if known else None


def _year_of_row(document: Document, days: list[_Day], i: int) -> int | None:
    """The one year that the days around this one fit, one of them printed with it, where the text names no other year there that fits."""
    near = [d for j, d in enumerate(days) if j != i and abs(d.start - days[i].start) < NEAR]
    printed = {d.year for d in near if d.year}
    named = {int(year) for year in _YEAR.findall(document.text, max(days[i].start - NEAR, 0), days[i].end + NEAR)}
    year = next(iter(printed), None)
    if year is None or len(printed) > 1 or any(days[i].fits(other) for other in named):
        return None
    return year if len(near) >= FEW and all(d.fits(year) for d in near) else None


def _over_new_year(days: list[_Day], i: int, year: int) -> bool:
    """Does the row of days go on in the year after, or come from the one before?"""
    beside = [d for d in (days[i - 1 : i] + days[i + 1 : i + 2]) if abs(d.month - days[i].month) >= HALF_A_YEAR]
    return bool(beside) and (days[i].fits(year + 1) or days[i].fits(year - 1))
