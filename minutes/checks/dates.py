"""Dates that cannot be: no such day, another weekday, an end before its start, a decision on another day than its meeting."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from minutes import retold
from minutes.checks import Context
from minutes.checks.ledger import at, from_finding, judged
from minutes.checks.polls import by_own_body
from minutes.checks.spans import HEAD, accounts_too_early, ends_before_start, length, meeting_days, unlike_interval, unlike_length
from minutes.clause import between, clause, locate
from minutes.days import A_MONTH, MONTHS, WEEKDAYS, written
from minutes.needs import led
from minutes.records import Claim, DateMention, Decision, Document, Finding, Source

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

    Quiet: earlier bodies' decisions with their own earlier dates; dates without weekday or year; periods within one month or year.

    Example: "onsdag den 15. november 2018" was a Thursday; "fra den 14. oktober 2024 til den 30. september 2024".
    """
    seen: set[tuple[int, int]] = set()
    for found in [*_no_such_day(document), *_ends_first(document), *_weekdays(document), *_decisions(document),
                  *unlike_length(document), *unlike_interval(document),
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
        elif mention.value and mention.until and _nearly_a_year(mention):
            start = mention.value.replace(year=mention.until.year)
            yield replace(_reversed(document, start, mention.until, mention.source), severity="warning")
    for one, other in pairwise(m for m in document.dates if m.value and not m.until):
        if other.value < one.value and _from_to(document.text, one.source, other.source):
            yield _reversed(document, one.value, other.value, between(document, one.source, other.source))


def _nearly_a_year(mention: DateMention) -> bool:
    """Does the period, whose one year stands at its end, stop some weeks short of a year: "fra den 12. juni til den 28. maj 2009"? What
    crosses a new year lasts for a season or for all of a year."""
    once = len(_FOUR_DIGITS.findall(mention.source.quote)) == 1
    return once and (mention.until - mention.value).days in _WEEKS_SHORT and (mention.value.month, mention.value.day) != (2, 29)


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


def _weekdays(document: Document) -> Iterator[Finding]:
    wrong = [m for m in document.dates if m.value and m.weekday is not None and m.value.weekday() != m.weekday]
    right = sum(1 for m in document.dates if m.value and m.weekday is not None and m.value.weekday() == m.weekday)
    series: dict[tuple[int, int, int], list[DateMention]] = defaultdict(list)
    for mention in wrong:
        series[mention.value.year, mention.weekday, mention.value.weekday()].append(mention)
    for (year, *__), mentions in series.items():
        if len({m.value for m in mentions}) >= _SERIES and right <= len(mentions):
            yield _wrong_year(document, mentions, year)
        else:
            yield from (_wrong_weekday(document, m) for m in mentions)


def _wrong_weekday(document: Document, mention: DateMention) -> Finding:
    fitting, meant = _years_that_fit([mention]), _meant_in_row(document, mention)
    hint = retold.IN_ROW.format(said=WEEKDAYS[mention.weekday], day=written(meant)) if meant else None
    return Finding("date-impossible", "error", "Den {day} er en {was}, men her står {said}.", at(document, mention.source),
                   values={"day": written(mention.value), "was": WEEKDAYS[mention.value.weekday()], "said": WEEKDAYS[mention.weekday]},
                   stated=WEEKDAYS[mention.weekday], computed=WEEKDAYS[mention.value.weekday()],
                   suggestion=hint or (retold.WEEKDAY.format(year=fitting) if fitting else None))


def _meant_in_row(document: Document, wrong: DateMention) -> date | None:
    """The day of that weekday nearest to the printed one, in a row of dates that all have it: "tirsdag den 15., 22. og 28. januar"."""
    days = [m for m in document.dates if m.value and m.weekday is not None]
    at = days.index(wrong)
    row = [wrong]
    for beside in (reversed(days[:at]), days[at + 1 :]):
        last = wrong
        for mention in beside:
            one, other = sorted((last, mention), key=lambda m: m.source.at)
            if not _IN_A_ROW.fullmatch(document.text, one.source.at + len(one.source.quote), other.source.at):
                break
            row.append(last := mention)
    others = [m for m in row if m is not wrong]
    if len(others) < _FEW or any(m.weekday != wrong.weekday or m.value.weekday() != m.weekday for m in others):
        return None
    off = (wrong.weekday - wrong.value.weekday() + 3) % 7 - 3
    return wrong.value + timedelta(days=off)


_IN_A_ROW = re.compile(r"[^.;:\d]{1,12}")
"""What stands between two dates of a row."""
_FEW = 2
"""So many right weekdays at least make a row."""


def _wrong_year(document: Document, mentions: list[DateMention], year: int) -> Finding:
    fitting = _years_that_fit(mentions)
    first = mentions[0]
    return Finding("date-impossible", "error", "{count} datoer i {year} har samme forkerte ugedag; det kan være året, der er forkert.",
                   at(document, *(m.source for m in mentions)), values={"count": str(len(mentions)), "year": str(year)},
                   stated=WEEKDAYS[first.weekday], computed=WEEKDAYS[first.value.weekday()],
                   suggestion=retold.WEEKDAYS.format(year=fitting) if fitting else None)


def _years_that_fit(mentions: list[DateMention]) -> int | None:
    """The nearest year in which all weekdays are right."""
    year = mentions[0].value.year
    for other in (year + 1, year - 1, year + 2, year - 2):
        moved = [_in_year(m.value, other) for m in mentions]
        if all(day and day.weekday() == m.weekday for day, m in zip(moved, mentions, strict=True)):
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
    later: dict[str | None, list[Decision]] = defaultdict(list)
    for decision in document.decisions:
        if decision.date is None or decision.date in meetings or _in_head(document, decision.date):
            continue
        if _own(document, decision):
            if decision.date > meeting or decision.item not in on_time:
                yield _other_day(document, decision, meeting)
        elif decision.date > meeting and (
            "earlier_body" in decision.flags or decision.body and decision.source.at < on_time.get(decision.item, 0)
        ):  # what stands before the body's own decision came before it
            later[decision.item].append(decision)
    for decisions in later.values():
        if len({d.date for d in decisions}) == 1:  # the days of several bodies in turn: the day in the head is that of the paper
            yield from (_after(document, d, meeting) for d in decisions)


def _in_head(document: Document, day: date) -> bool:
    """Whether the head of the minutes names the day without its year: "Mødet fortsatte torsdag den 23. marts"."""
    said = str(day.day), MONTHS[day.month - 1]
    return any(m.groups() == said for m in _WITHOUT_YEAR.finditer(document.text[:HEAD]))


_WITHOUT_YEAR = led(rf"(?<!\d)(\d{{1,2}})\. ({A_MONTH})\b(?! \d{{4}})")


def _own(document: Document, decision: Decision) -> bool:
    """Whether the body that met made the decision at this meeting; the same body may have had the item before, too."""
    return bool(decision.body and document.body) and by_own_body(document, decision)


def _other_day(document: Document, decision: Decision, meeting: date) -> Finding:
    days = abs((decision.date - meeting).days)
    slip = days <= _NEAR_DAYS or (decision.date.day, decision.date.month) == (meeting.day, meeting.month) or decision.date > meeting
    return Finding("date-impossible", "error" if slip else "note", "Beslutningen er dateret den {day}, men mødet blev holdt den {meeting}.",
                   at(document, _where_dated(document, decision) or clause(document, decision.source)),
                   values={"day": written(decision.date), "meeting": written(meeting)},
                   stated=decision.date.isoformat(), computed=meeting.isoformat())


def _after(document: Document, decision: Decision, meeting: date) -> Finding:
    return Finding("date-impossible", "warning", "Den tidligere beslutning i {body} er dateret den {day}, efter mødet den {meeting}.",
                   at(document, _where_dated(document, decision) or clause(document, decision.source)),
                   values={"day": written(decision.date), "meeting": written(meeting), "body": decision.body or "et andet udvalg"},
                   stated=decision.date.isoformat())


def _where_dated(document: Document, decision: Decision) -> Source | None:
    """The printed date that a decision took its day from: the nearest one around its beginning."""
    near = [m.source for m in document.dates if m.value == decision.date and -400 < m.source.at - decision.source.at < 200]
    if near:
        return min(near, key=lambda s: abs(s.at - decision.source.at))
    day = decision.date
    printed = re.compile(rf"(?:den )?(?<!\d)0?{day.day}(?:\.? {MONTHS[day.month - 1]} |[./-]0?{day.month}[./-]){day.year}")
    low = max(decision.source.at - 400, 0)
    found = list(printed.finditer(document.text, low, decision.source.at + 200)) if decision.source.at >= 0 else []
    return locate(document, found[-1].start(), found[-1].end()) if found else None


def _held(document: Document) -> Iterator[Claim]:
    """The dates that could be verified, and held."""
    for mention in document.dates:
        if not mention.value:
            continue
        weekday = mention.weekday is not None and mention.value.weekday() == mention.weekday
        span = mention.until is not None and mention.until >= mention.value and not _nearly_a_year(mention)
        if weekday or span:
            last = f" til {written(mention.until)}: {length(document, mention)}" if span else ""
            said = f": {WEEKDAYS[mention.weekday]}" if weekday and not span else ""
            yield judged("date", "date-impossible", "weekday" if weekday else "period", at(document, mention.source), item=mention.item,
                         calculation=f"{written(mention.value)}{said}{last}")


CHECKS = {"date-impossible": date_impossible}
