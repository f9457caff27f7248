"""Dates that cannot be: no such day, another weekday, an end before its start, a decision on another day than its meeting."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from minutes import retold
from minutes.checks import Context
from minutes.checks.ledger import at, from_finding, judged
from minutes.checks.polls import by_own_body
from minutes.checks.spans import HEAD, accounts_too_early, ends_before_start, length, meeting_days, unlike_interval, unlike_length
from minutes.checks.yearless import yearless
from minutes.clause import between, clause, locate
from minutes.days import A_MONTH, MONTHS, WEEKDAYS, written
from minutes.needs import led
from minutes.records import Claim, Decision, Document, Finding, Source

_TO = re.compile(r"\s*(?:til og med|til|t\.o\.m\.|-|–)\s*(?:\w+dag\s+)?(?:den\s+|d\.\s*)?")
_FROM = re.compile(r"(?i)(?<!\w)(?:fra(?: og med)?|perioden|løber|gælder)\s+(?:\w+dag\s+)?(?:den\s+|d\.\s*)?$")
_TO_THE_DAY = r"(?: \w+){0,2}?(?: \w+dag)?(?: den| d\.)? $"
_SETS_IN = re.compile(
    r"\b(?:træder i kraft|begynd(?:er|te)|start(?:er|ede)|påbegynd(?:es|t)|indled(?:es|t)|sættes i værk|iværksættes|tiltræd(?:er|te)|åbner"
    rf"|gælder fra|løber fra|fra)(?: og med)?{_TO_THE_DAY}"
)
_THEN_ENDS = re.compile(
    r"(?: kl\. \d{1,2}(?:[.:]\d\d)?)?,? (?:og|for at) (?:(?:igen|atter|derefter|herefter|senest|så|forventes at|ventes at|skal|vil) )*"
    r"(?:ophæve[st]|ophør(?:er|te)|udløb(?:er)?|slutt?(?:er|ede|e)|ende[rs]?|endte|afslutte[st]|være (?:slut|færdigt?|afsluttet)"
    rf"|er (?:slut|færdigt?|afsluttet)|lukke[rs]?|fratræder|(?:løber|varer|gælder|fortsætter) (?:frem )?(?:til(?: og med)?)){_TO_THE_DAY}"
)
""" "træder i kraft den 30. maj og ophæves den 13. maj": one thing that begins and ends."""
_DIGITS = re.compile(r"(\d+)[\s./-]+(\d+)[\s./-]+(\d+)")
_FOUR_DIGITS = re.compile(r"\d{4}")
_WEEKS_SHORT = range(325, 358)
"""Days that no season and no year lasts."""
_FAR_APART = 60
_SERIES = 3
_NEAR_DAYS = 7


def date_impossible(document: Document, context: Context) -> Iterator[Claim | Finding]:
    """A date cannot be right.

    Finds days that do not exist ("31. juni"), a weekday that is not that of the date, a period that ends before it starts or is not as
    long as is said, a decision that is dated otherwise than the meeting that made it, a meeting that ends before it begins.
    It matters because deadlines and hearings follow from dates.
    A series of dates that share the same wrong weekday is one finding: the year is probably wrong.

    Quiet: earlier bodies' decisions with their own earlier dates; dates without weekday; days without a year where one near by fits;
    periods within one month or year.

    Example: "onsdag den 15. november 2018" was a Thursday; "fra den 14. oktober 2024 til den 30. september 2024".
    """
    seen: set[tuple[int, int]] = set()
    for found in [*_no_such_day(document), *_ends_first(document), *_weekdays(document), *_decisions(document),
                  *yearless(document), *unlike_length(document), *unlike_interval(document),
                  *ends_before_start(document), *meeting_days(document), *accounts_too_early(document)]:
        place = found.evidence[0].source
        if (place.page, place.start) not in seen:
            seen.add((place.page, place.start))
            yield found
            yield from_finding(found, "date")
    yield from _held(document)


def _no_such_day(document: Document) -> Iterator[Finding]:
    for mention in document.dates:
        if mention.value is None and mention.until is None and _meant_as_day(mention.source.flat):
            yield Finding("date-impossible", "error", "Der er ingen dag, der hedder {day}.",
                          at(document, clause(document, mention.source, 60)), values={"day": mention.source.flat},
                          stated=mention.source.flat)


def _meant_as_day(printed: str) -> bool:
    """Whether a day that does not exist was meant as one: journal numbers ("00.01.00") look alike, so digits need a year of four."""
    found = _DIGITS.fullmatch(printed)
    return not found or len(found[3]) == 4 and 1 <= int(found[1]) <= 31 and 1 <= int(found[2]) <= 12


def _ends_first(document: Document) -> Iterator[Finding]:
    for mention in document.dates:
        if mention.value and mention.until and mention.until < mention.value:
            yield _reversed(document, mention.value, mention.until, mention.source)
        elif mention.value and mention.until and _nearly_a_year(mention.value, mention.until, mention.source):
            start = mention.value.replace(year=mention.until.year)
            yield replace(_reversed(document, start, mention.until, mention.source), severity="warning")
    for (first, one), (last, other) in pairwise((m.value, m.source) for m in document.dates if m.value and not m.until):
        if last < first and _from_to(document.text, one, other):
            yield _reversed(document, first, last, between(document, one, other))


def _nearly_a_year(first: date, last: date, place: Source) -> bool:
    """Does the period, whose one year stands at its end, stop some weeks short of a year: "fra den 12. juni til den 28. maj 2009"? What
    crosses a new year lasts for a season or for all of a year."""
    once = len(_FOUR_DIGITS.findall(place.quote)) == 1
    return once and (last - first).days in _WEEKS_SHORT and (first.month, first.day) != (2, 29)


def _from_to(text: str, one: Source, other: Source) -> bool:
    """Whether two dates are printed as "fra den … til den …", or as those on which one thing begins and ends."""
    end = one.at + len(one.quote)
    lead = text[max(one.at - 40, 0) : one.at]
    if 0 <= other.at - end <= _FAR_APART and _THEN_ENDS.fullmatch(text, end, other.at) and _SETS_IN.search(lead):
        return True
    joined = 0 <= other.at - end <= 30 and _TO.fullmatch(text, end, other.at)
    return bool(joined) and _FROM.search(lead) is not None


def _reversed(document: Document, start: date, end: date, place: Source) -> Finding:
    return Finding("date-impossible", "error", "Perioden slutter den {end}, før den begynder den {start}.", at(document, place),
                   stated=end.isoformat(), values={"start": written(start), "end": written(end)},
                   calculation=f"{written(end)} < {written(start)}")


class _Named(NamedTuple):
    """A day that is printed with its weekday."""

    day: date
    weekday: int
    source: Source

    @property
    def right(self) -> bool:
        """Is it that weekday?"""
        return self.day.weekday() == self.weekday


def _weekdays(document: Document) -> Iterator[Finding]:
    days = [_Named(m.value, m.weekday, m.source) for m in document.dates if m.value and m.weekday is not None]
    right = sum(named.right for named in days)
    series: dict[tuple[int, int, int], list[_Named]] = defaultdict(list)
    for named in days:
        if not named.right:
            series[named.day.year, named.weekday, named.day.weekday()].append(named)
    for (year, *__), wrong in series.items():
        if len({named.day for named in wrong}) >= _SERIES and right <= len(wrong):
            yield _wrong_year(document, wrong, year)
        else:
            yield from (_wrong_weekday(document, named, days) for named in wrong)


def _wrong_weekday(document: Document, wrong: _Named, days: list[_Named]) -> Finding:
    fitting, meant = _years_that_fit([wrong]), _meant_in_row(document, wrong, days)
    said, was = WEEKDAYS[wrong.weekday], WEEKDAYS[wrong.day.weekday()]
    hint = retold.IN_ROW.format(said=said, day=written(meant)) if meant else None
    return Finding("date-impossible", "error", "Den {day} er en {was}, men her står {said}.", at(document, wrong.source),
                   values={"day": written(wrong.day), "was": was, "said": said}, stated=said, computed=was,
                   suggestion=hint or (retold.WEEKDAY.format(year=fitting) if fitting else None))


def _meant_in_row(document: Document, wrong: _Named, days: list[_Named]) -> date | None:
    """The day of that weekday nearest to the printed one, in a row of dates that all have it: "tirsdag den 15., 22. og 28. januar"."""
    at = days.index(wrong)
    row = [wrong]
    for beside in (reversed(days[:at]), days[at + 1 :]):
        last = wrong
        for named in beside:
            one, other = sorted((last, named), key=lambda n: n.source.at)
            if not _IN_A_ROW.fullmatch(document.text, one.source.at + len(one.source.quote), other.source.at):
                break
            row.append(last := named)
    others = [named for named in row if named is not wrong]
    if len(others) < _FEW or any(named.weekday != wrong.weekday or not named.right for named in others):
        return None
    off = (wrong.weekday - wrong.day.weekday() + 3) % 7 - 3
    return wrong.day + timedelta(days=off)


_IN_A_ROW = re.compile(r"[^.;:\d]{1,12}")
"""What stands between two dates of a row."""
_FEW = 2
"""So many right weekdays at least make a row."""


def _wrong_year(document: Document, wrong: list[_Named], year: int) -> Finding:
    fitting = _years_that_fit(wrong)
    first = wrong[0]
    return Finding("date-impossible", "error", "{count} datoer i {year} har samme forkerte ugedag; det kan være året, der er forkert.",
                   at(document, *(named.source for named in wrong)), values={"count": str(len(wrong)), "year": str(year)},
                   stated=WEEKDAYS[first.weekday], computed=WEEKDAYS[first.day.weekday()],
                   suggestion=retold.WEEKDAYS.format(year=fitting) if fitting else None)


def _years_that_fit(wrong: list[_Named]) -> int | None:
    """The nearest year in which all weekdays are right."""
    year = wrong[0].day.year
    for other in (year + 1, year - 1, year + 2, year - 2):
        moved = [_in_year(named.day, other) for named in wrong]
        if all(day and day.weekday() == named.weekday for day, named in zip(moved, wrong, strict=True)):
            return other
    return None


def _in_year(day: date, year: int) -> date | None:
    return None if (day.month, day.day) == (2, 29) else day.replace(year=year)


def _decisions(document: Document) -> Iterator[Finding]:
    meeting = document.meeting_date
    if meeting is None or document.kind not in ("minutes", "agenda"):
        return
    meetings = {meeting} | {m.value for m in document.dates if m.role == "meeting" and m.value and m.source.at < HEAD}
    on_time = {d.item: d.source.at for d in document.decisions if d.date in meetings and _own(document, d)}
    later: dict[str | None, list[tuple[Decision, date]]] = defaultdict(list)
    for decision in document.decisions:
        day = decision.date
        if day is None or day in meetings or _in_head(document, day):
            continue
        if _own(document, decision):
            if day > meeting or decision.item not in on_time:
                yield _other_day(document, decision, day, meeting)
        elif day > meeting and (
            decision.body and decision.source.at < on_time[decision.item]
            if decision.item in on_time else "earlier_body" in decision.flags
        ):  # what stands before the body's own decision came before it, what stands below may come after
            later[decision.item].append((decision, day))
    for decisions in later.values():
        if len({day for _, day in decisions}) == 1:  # the days of several bodies in turn: the day in the head is that of the paper
            yield from (_after(document, decision, day, meeting) for decision, day in decisions)


def _in_head(document: Document, day: date) -> bool:
    """Whether the head of the minutes names the day without its year: "Mødet fortsatte torsdag den 23. marts"."""
    said = str(day.day), MONTHS[day.month - 1]
    return any(m.groups() == said for m in _WITHOUT_YEAR.finditer(document.text[:HEAD]))


_WITHOUT_YEAR = led(rf"(?<!\d)(\d{{1,2}})\. ({A_MONTH})\b(?! \d{{4}})")


def _own(document: Document, decision: Decision) -> bool:
    """Whether the body that met made the decision at this meeting; the same body may have had the item before, too."""
    return bool(decision.body and document.body) and by_own_body(document, decision)


def _other_day(document: Document, decision: Decision, day: date, meeting: date) -> Finding:
    days = abs((day - meeting).days)
    slip = days <= _NEAR_DAYS or (day.day, day.month) == (meeting.day, meeting.month) or day > meeting
    return Finding("date-impossible", "error" if slip else "note", "Beslutningen er dateret den {day}, men mødet blev holdt den {meeting}.",
                   at(document, _where_dated(document, decision, day) or clause(document, decision.source)),
                   values={"day": written(day), "meeting": written(meeting)}, stated=day.isoformat(), computed=meeting.isoformat())


def _after(document: Document, decision: Decision, day: date, meeting: date) -> Finding:
    return Finding("date-impossible", "warning", "Den tidligere beslutning i {body} er dateret den {day}, efter mødet den {meeting}.",
                   at(document, _where_dated(document, decision, day) or clause(document, decision.source)),
                   values={"day": written(day), "meeting": written(meeting), "body": decision.body or "et andet udvalg"},
                   stated=day.isoformat())


def _where_dated(document: Document, decision: Decision, day: date) -> Source | None:
    """The printed date that a decision took its day from: the nearest one around its beginning."""
    near = [m.source for m in document.dates if m.value == day and -400 < m.source.at - decision.source.at < 200]
    if near:
        return min(near, key=lambda s: abs(s.at - decision.source.at))
    printed = re.compile(rf"(?:den )?(?<!\d)0?{day.day}(?:\.? {MONTHS[day.month - 1]} |[./-]0?{day.month}[./-]){day.year}")
    low = max(decision.source.at - 400, 0)
    found = list(printed.finditer(document.text, low, decision.source.at + 200)) if decision.source.at >= 0 else []
    return locate(document, found[-1].start(), found[-1].end()) if found else None


def _held(document: Document) -> Iterator[Claim]:
    """The dates that could be verified, and held."""
    for mention in document.dates:
        first, last, place = mention.value, mention.until, mention.source
        if not first:
            continue
        weekday, said = first.weekday() == mention.weekday, ""
        if last and last >= first and not _nearly_a_year(first, last, place):
            said = f" til {written(last)}: {length(document, place, first, last)}"
        elif weekday:
            said = f": {WEEKDAYS[first.weekday()]}"
        if said:
            yield judged("date", "date-impossible", "weekday" if weekday else "period", at(document, place), item=mention.item,
                         calculation=f"{written(first)}{said}")


CHECKS = {"date-impossible": date_impossible}
