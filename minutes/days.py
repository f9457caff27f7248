"""Days as Danes write them: the names of months and weekdays, and a date in full."""

from __future__ import annotations

from datetime import date

MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december")
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
A_MONTH, A_WEEKDAY = "|".join(MONTHS), "|".join(WEEKDAYS)
A_SHORT_MONTH = "|".join(month[:3] for month in MONTHS)
"""One of them, in a pattern."""


def written(day: date) -> str:
    """A date in full: "15. november 2018"."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
