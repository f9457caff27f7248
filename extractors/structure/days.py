"""Single days in headings and headers: "den 4. april 2011", "22.04.2009", "15-maj-2002", "April 3, 2019", "2019-04-03"."""

from __future__ import annotations

import re
from calendar import isleap
from datetime import date

from minutes import days as named
from minutes.needs import led
from minutes.scan import near

MONTHS = {month[:3]: number for number, month in enumerate(named.MONTHS, 1)}
"""The months by their first three letters."""
MONTH = (r"(?:jan(?:uar)?|feb(?:ruar)?|mar(?:ts)?|apr(?:il)?|maj|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|"
          r"dec(?:ember)?)")
MONTH_AND_YEAR = led(rf"\b({named.A_MONTH}) (20[0-3]\d)\b", re.I)
DAY = led(
    rf"(?:(?<![\w./-])|(?<=\bd\.))(?=[\djfmasondJFMASOND])(?:(?P<d1>\d{{1,2}})\s?[.-]?\s?(?P<m1>{MONTH})[.,]?[\s-](?P<y1>\d{{4}})"
    rf"|(?P<m2>{MONTH})\s(?P<d2>\d{{1,2}}),\s(?P<y2>\d{{4}})"
    r"|(?<=[Mm]øde )(?P<d5>\d\d)(?P<m5>\d\d)(?P<y5>(?:19|20)\d\d)"
    r"|(?P<y4>(?:19|20)\d\d)-(?P<m4>\d\d)-(?P<d4>\d\d)"
    r"|(?P<d3>\d{1,2})(?P<sep>[-./])\s?(?P<m3>\d{1,2})(?:(?P=sep)\s?|\s|(?<=/\d|\d\d)-(?=\d{4})"
    r"|(?:(?<=/\d)|(?<=/\d\d))-(?=\d\d(?!\d)))(?P<y3>\d{4}|\d{2}(?!\d)))(?![\d/-])",
    re.I,
)


DATED = re.compile(r"[0-9](?:[0-9]{3}|[-./]\s?[0-9])")
"""What no day is without: four digits of a year, or two numbers with a mark between them. Found at once, where `DAY` takes its time."""


_LONGEST = 24
"""Characters of the longest day that `DAY` finds, and some."""


def first_day(text: str) -> re.Match[str] | None:
    """The first match of `DAY` in a text."""
    return next(near(DAY, DATED, text, _LONGEST, _LONGEST), None) if DATED.search(text) else None


def begins_with_day(text: str) -> bool:
    """Is it a line that begins by telling a day: "Mandag den 4. maj 2015 kl. 17.00"?"""
    return bool(_TOLD.match(text))


_TOLD = re.compile(rf"(?:\w+dag )?(?:den |d\. )?(?:{DAY.pattern})", re.I)


def day(match: re.Match[str]) -> date | None:
    """The day of a match of `DAY`; None when no such day exists. Month before day ("8/29/2019") is understood when only that can be."""
    if match["m5"]:
        number, month, year = int(match["d5"]), int(match["m5"]), int(match["y5"])
    elif match["m4"]:
        number, month, year = int(match["d4"]), int(match["m4"]), int(match["y4"])
    elif match["m3"]:
        number, month, year = int(match["d3"]), int(match["m3"]), int(match["y3"])
        if month > 12 >= number and match["sep"] == "/":
            number, month = month, number
    else:
        number, year = int(match["d1"] or match["d2"]), int(match["y1"] or match["y2"])
        month = MONTHS[(match["m1"] or match["m2"])[:3].lower()]
    year += 0 if year > 99 else 2000 if year < 60 else 1900
    try:
        return date(year, month, number)
    except ValueError:
        return None


def days(text: str) -> list[date]:
    """Every day that a text names, in order; days that do not exist are left out."""
    return [found for m in DAY.finditer(text) if (found := day(m))] if DATED.search(text) else []


NO_YEAR = 4
"""The year of a day that is told without one, until that of the meeting is known: a leap year, for the sake of 29 February."""
OF_THE_YEAR = led(rf"(?:\b(?:den|d\.) ?|(?<=[a-z], )|(?<=udvalget )|(?<=rådet )|(?<=nævnet )"
                  rf"|(?<=bestyrelsen ))(?P<day>\d{{1,2}})(?:\. ?(?P<name>{named.A_MONTH})|[./] ?(?P<month>\d{{1,2}})\.?)"
                  r"(?![\w/-]|\.?\s?\d)", re.I)
""" "den 9. oktober", "den 9/10": a day without its year."""


def of_the_year(match: re.Match[str]) -> date | None:
    """The day of a match of `OF_THE_YEAR`."""
    try:
        return date(NO_YEAR, int(match["month"] or MONTHS[match["name"][:3].lower()]), int(match["day"]))
    except ValueError:
        return None


def before(when: date | None, meeting: date | None) -> date | None:
    """A day with its year: of one told without it, the last such day that is not after the meeting; none without a meeting."""
    if not when or when.year != NO_YEAR:
        return when
    if meeting is None:
        return None
    years = meeting.year, meeting.year - 1
    found = (when.replace(year=year) for year in years if (when.month, when.day) != (2, 29) or isleap(year))
    return next((day for day in found if day <= meeting), None)


def told(text: str, meeting: date | None) -> date | None:
    """The first day of a text, or one of which it leaves the year to that of the meeting."""
    found = first_day(text) or OF_THE_YEAR.search(text)
    return before((of_the_year if found.re is OF_THE_YEAR else day)(found), meeting) if found else None
