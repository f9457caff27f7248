"""Days as Danes write them: the names of months and weekdays, and a date in full."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from re import compile

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


TYPED = (
    compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?"),
    compile(r"(?P<day>\d{1,2})[-./](?P<month>\d{1,2})[-./](?P<year>\d{4})"),
)


def read(typed: str, last: bool = False) -> date | None:
    """A day as somebody types it: 2024-05-31, 31-05-2024, 31.5.2024 or "31. maj 2024", as all that is printed here has it; also a month
    (2024-05) or a year, of which `last` takes the last day."""
    day, *rest = typed.lower().replace(".", " ").split() or [""]
    if len(rest) == 2 and rest[0] in MONTHS:
        typed = f"{day}.{MONTHS.index(rest[0]) + 1}.{rest[1]}"
    found = next((m.groupdict() for way in TYPED if (m := way.fullmatch(typed))), None)
    if not found:
        return None
    year, month, number = (int(found[name] or 0) for name in ("year", "month", "day"))
    month = month or (12 if last else 1)
    try:
        return date(year, month, number or (monthrange(year, month)[1] if last else 1))
    except ValueError:
        return None
