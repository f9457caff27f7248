"""How long a period is said to be, and when a meeting is said to end: beside the dates and times that are printed with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from minutes.checks.ledger import at
from minutes.clause import clause, locate
from minutes.danish import in_print, word_value
from minutes.days import A_MONTH, MONTHS, written
from minutes.needs import led
from minutes.records import DateMention, Document, Finding, Source
from minutes.scan import lower

_LENGTH = r"(?P<count>\d{1,3}|[a-zæøå]{2,12}) (?P<unit>dage|uger|måneder|år)(?:s|e?rs)?"
_BEFORE = re.compile(rf"(?<!\w){_LENGTH}(?:\s(?:høring|periode|offentlig høring|høringsperiode|aftale|løbetid))?,?\s*"
                     r"(?:fra og med\s|fra\s|i perioden\s|\()?(?:den\s|d\.\s?)?$")
_AFTER = re.compile(rf"\s*(?:,|\(|–)?\s*(?:altså|dvs\.|det vil sige|svarende til|i alt|=)\s*(?:i\s)?{_LENGTH}(?!\w)")
_OPENS = re.compile(r"(?i)\b(?:lukke[rst]?|lukket|begynde[rst]?|begyndte|starte[rst]?|startede|indledes?|åbne[rst]?|påbegyndes?)\b"
                    r"[^.;\n]{0,25}$")
_ENDS = led(r"(?i)[^.;\n]{0,40}\b(?:(?:gen)?åbne[rst]?|slutte[rst]?|sluttede|afsluttes?|ophører?|ende[rst]?|udløber|lukke[rst]?)\b"
            rf"[^.;\n\d]{{0,25}}(?P<day>\d{{1,2}})\. ?(?P<month>{A_MONTH})(?: (?P<year>(?:19|20)\d\d))?(?!\w)")
"""What begins on the one day and ends on the other: "Huset lukker den 1. maj 2015 og åbner igen den 1. november"."""
_SO_LONG = re.compile(rf"(?i)[^.;\n]{{0,40}}[.,;]\s[^.;\n\d]{{0,60}}\b(?:altså|dermed|således|i alt|dvs\.|det vil sige|derfor|følgelig)"
                      rf"\b[^.;\n\d]{{0,40}}?(?<!\w){_LENGTH}(?!\w)")
_LEAD, _TIMES = 40, 2
"""Characters before a day that tell what begins on it; a time so many times longer or shorter is that of something else."""
_DAYS = {"dage": 1.0, "uger": 7.0, "måneder": 30.44, "år": 365.25}
_SLACK = {"dage": 1.0, "uger": 3.5, "måneder": 16.0, "år": 60.0}
"""Half a unit and a little: both ends may or may not be counted."""
_CLOCK = re.compile(r"kl(?<!\w..)\.?\s*(\d{1,2})[.:](\d\d)\s*(?:-|–|til)\s*(?:kl\.?\s*)?(\d{1,2})[.:](\d\d)(?!\.?\d)")
_RAN = led(r"(?:mødet|det)? ?(?:begyndte|startede|åbnede(?:s)?|blev sat) kl\.? ?(\d{1,2})[.:](\d\d),? (?:og )?(?:mødet )?"
           r"(?:blev )?(?:sluttede|hævet|hævedes|afsluttet|afsluttedes) kl\.? ?(\d{1,2})[.:](\d\d)(?!\.?\d)")
_STARTS = re.compile(r"(?:mødetidspunkt|mødetid|starttidspunkt|mødet? start\w*|mødet begyndte)[^\n\d]{0,25}(\d{1,2})[.:](\d\d)")
_STOPS = re.compile(r"(?:mødet? slut|mødet sluttede|sluttidspunkt|mødet hævet|mødet afsluttet)[^\n\d]{0,20}(\d{1,2})[.:](\d\d)")
_STOPPED = ("møde slut", "mødet slut", "sluttidspunkt", "mødet hævet", "mødet afsluttet")
_ACCOUNTS = led(
    r"(?<!\w)(?:års)?regnskab(?:et)?\s+(?:for\s+)?((?:19|20)\d\d)\b[^.\n]{0,120}?(?:behandlet|godkendt|fremlagt|aflagt|oversendt|revideret)"
    r"[^.\n]{0,80}?(?<!\d)\d{1,2}(?:\.\s?[a-z]{3,9}\s|[./-]\d{1,2}[./-])\1(?!\d)")
"""These five are sought in the text in lower case."""
_NIGHT = 5
HEAD = 600
"""How far into the running text the head of the minutes may reach; later "møde den" is another meeting."""


def unlike_length(document: Document) -> Iterator[Finding]:
    """A period whose dates make another length than the words beside it say: "i otte uger fra den 2. juli til den 30. juli"."""
    for mention in document.dates:
        if not (mention.value and mention.until and mention.until > mention.value and mention.source.at >= 0):
            continue
        said = _said(document.text, mention.source)
        days = (mention.until - mention.value).days + 1
        if said and abs(days - said[0] * _DAYS[said[1]]) > _SLACK[said[1]] + 0.02 * days:
            yield _unlike(document, mention.source, mention.value, mention.until, said, days)


def unlike_interval(document: Document) -> Iterator[Finding]:
    """What begins on one day and ends on another, and is said to last for another time: "lukker den 1. maj 2015 og åbner igen den 1.
    november, altså i fem måneder"."""
    for mention in document.dates:
        start, end = mention.source.at, mention.source.at + len(mention.source.quote)
        if not mention.value or mention.until or start < 0 or not _OPENS.search(document.text[max(start - _LEAD, 0) : start]):
            continue
        ends = _ENDS.match(document.text, end)
        told = _SO_LONG.match(document.text, ends.end()) if ends else None
        until, count = _day(ends, mention.value) if ends else None, _count(told) if told else None
        if not (told and until and count):
            continue
        days, lasts = (until - mention.value).days, count[0] * _DAYS[count[1]]
        if days < _TIMES * lasts < _TIMES**2 * days and abs(days - lasts) > _SLACK[count[1]] + 0.02 * days:
            said = locate(document, told.start("count"), told.end())
            further = [clause(document, said, 80)] if said else []
            yield _unlike(document, mention.source, mention.value, until, count, days, *further)


def _day(ends: re.Match[str], begins: date) -> date | None:
    """The day that a period ends on: of the year that is printed, else the first such day after it begins."""
    month, year = MONTHS.index(ends["month"].lower()) + 1, int(ends["year"] or begins.year)
    try:
        until = date(year, month, int(ends["day"]))
        return until if ends["year"] or until > begins else date(year + 1, month, int(ends["day"]))
    except ValueError:
        return None


def _said(text: str, place: Source) -> tuple[int, str] | None:
    """The stated length, with its unit."""
    start, end = place.at, place.at + len(place.quote)
    found = _AFTER.match(text, end) or _BEFORE.search(text[max(start - 50, 0) : start])
    return _count(found) if found else None


def _count(found: re.Match[str]) -> tuple[int, str] | None:
    count = int(found["count"]) if found["count"].isdecimal() else word_value(found["count"])
    return (int(count), found["unit"]) if count and count == int(count) else None


def _unlike(document: Document, place: Source, first: date, last: date, said: tuple[int, str], days: int, *told: Source) -> Finding:
    count, unit = said
    actual = _length(first, last, days, unit)
    return Finding("date-impossible", "warning", "Perioden kaldes {count} {unit}, men datoerne giver {actual}.",
                   at(document, clause(document, place, 80), *told), values={"count": str(count), "unit": unit, "actual": actual},
                   stated=str(count), computed=str(days), calculation=f"{written(first)} til {written(last)}: {actual}")


def length(document: Document, place: Source, first: date, last: date) -> str:
    """How long the period that stands there is, in the unit of the words beside it, else in days: "5 år", "1.461 dage"."""
    said = _said(document.text, place) if place.at >= 0 else None
    return _length(first, last, (last - first).days + 1, said[1] if said else "dage")


def _length(first: date, last: date, days: int, unit: str) -> str:
    months = _whole_months(first, last)
    length = months / (12 if unit == "år" else 1) if months and unit in ("måneder", "år") else days / _DAYS[unit]
    length = (days - 1) / _DAYS[unit] if unit == "uger" and days % 7 == 1 else length
    return f"{in_print(Decimal(str(length)), 1)} {unit}"


def _whole_months(first: date, last: date) -> int:
    """How many months a period makes that ends on the day before its first one, or on that day; 0 for others. 1 January to 30 June: six."""
    months = (last.year - first.year) * 12 + last.month - first.month
    after = last + timedelta(days=1)
    if after.day == first.day:
        return months + (after.month != last.month)
    return months if last.day == first.day else 0


def ends_before_start(document: Document) -> Iterator[Finding]:
    """A meeting that ends before it starts; an end after midnight is none."""
    text = lower(document.text)
    for match in (*_CLOCK.finditer(text), *_RAN.finditer(text)):
        yield from _clock(document, match.start(), match.end(), *map(int, match.groups()))
    stop = _STOPS.search(text) if any(words in text for words in _STOPPED) else None
    start = _STARTS.search(text) if stop else None
    begins = start.groups() if start else (document.meeting_time or "").split(":") if stop else ()
    if stop and len(begins) == 2:
        yield from _clock(document, stop.start(), stop.end(), int(begins[0]), int(begins[1]), int(stop[1]), int(stop[2]))


def _clock(document: Document, low: int, high: int, hour: int, minute: int, end_hour: int, end_minute: int) -> Iterator[Finding]:
    source = locate(document, low, high)
    possible = max(hour, end_hour) < 24 and max(minute, end_minute) < 60
    if source and possible and end_hour >= _NIGHT and (end_hour, end_minute) < (hour, minute):
        values = {"start": f"{hour}.{minute:02}", "end": f"{end_hour}.{end_minute:02}"}
        yield Finding("date-impossible", "warning", "Mødet slutter kl. {end}, før det begynder kl. {start}.", at(document, source),
                      values=values, stated=f"{end_hour:02}:{end_minute:02}")


def accounts_too_early(document: Document) -> Iterator[Finding]:
    """The accounts of a year treated in that very year: they are made when it is over."""
    text = lower(document.text)
    for match in _ACCOUNTS.finditer(text) if "regnskab" in text else ():
        source = locate(document, match.start(), match.end())
        if source:
            yield Finding("date-impossible", "warning", "Regnskabet for {year} kan ikke være behandlet i {year}.", at(document, source),
                          values={"year": match[1]}, stated=match[1], computed=str(int(match[1]) + 1))


def meeting_days(document: Document) -> Iterator[Finding]:
    """The meeting's own date printed in two ways that one slip makes of each other; a meeting of two days is not that."""
    days: dict[date, DateMention] = {}
    for mention in document.dates:
        if mention.role == "meeting" and mention.value and mention.source.at < HEAD:
            days.setdefault(mention.value, mention)
    meeting = document.meeting_date
    if meeting in days and len(days) == 2:
        other = next(day for day in days if day != meeting)
        if (other.day, other.month) == (meeting.day, meeting.month) or (other.year, other.day) == (meeting.year, meeting.day):
            yield Finding("date-impossible", "warning", "Mødets dato står på to måder: {one} og {other}.",
                          at(document, clause(document, days[other].source, 60), days[meeting].source), stated=other.isoformat(),
                          values={"one": written(meeting), "other": written(other)}, computed=meeting.isoformat())
