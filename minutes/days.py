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


def dated(stored: str | None) -> str:
    """A date as the database has it, for people in the language spoken: "15. november 2018"; nothing for none."""
    from minutes.language import worded

    try:
        return worded(written(date.fromisoformat(stored[:10]))) if stored else ""
    except ValueError:
        return str(stored)
