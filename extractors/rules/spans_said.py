"""The days that a sentence on rules or lists speaks of: "fra 2014 til 2017", "siden 2010", "pr. 1. december 2018"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from extractors.structure.days import MONTH, MONTH_AND_YEAR, MONTHS, days
from minutes.criteria import load
from minutes.danish import whole
from minutes.days import A_MONTH
from minutes.needs import led

_SINCE = re.compile(r"\b(?:siden|fra og med|lige siden) (?:år )?(20[0-3]\d)\b(?!-)", re.I)
_BETWEEN = led(
    r"\b(?:fra|mellem|i(?: årene| perioden)?|perioden|årene) (20[0-3]\d)(?: ?(?:-|–|til|og) ?(?=20)| ?[-–] ?)(20[0-3]\d|\d\d)\b"
    r"|(?<![\d/.-])(20[0-3]\d) ?[-–] ?(20[0-3]\d)(?![\d/-])",
    re.I,
)
LIST_DAY = re.compile(r"\b1\. ?(?:december|februar) 20[0-3]\d", re.I)
_SINCE_WHEN = re.compile(r"\bsiden (?:den|det|man|listen?|loven|de) [^,.;]{0,60}?20[0-3]\d", re.I)
"""A look back: "det laveste antal, siden listen blev opgjort første gang i 2010"."""
_FROM_TO = re.compile(
    rf"\b(?:fra|mellem) (?:og med )?(?:\d+\. ?)?(?:(?P<m1>{MONTH}) )?(?P<y1>20[0-3]\d),? (?:og )?(?:frem )?(?:indtil|til|og)(?: og med)?"
    rf"(?: [a-zæøå]+){{0,3}}? (?:\d+\. ?)?(?:(?P<m2>{MONTH}) )?(?P<y2>20[0-3]\d)\b",
    re.I,
)
""" "Fra 2014 og indtil listen af 1. december 2018". """
COMPARED = led(
    r"(?:\bmod (?:kun )?|\((?:mod |før )?|(?:[,:] | og )(?=\d{1,3} (?:i|på|fra) (?:[a-zæøå]+ ){0,4}?20))"
    r"(?P<n>\d{1,3}|[a-zæøå]*(?:to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|ten|tyve|tredive|fyrre))"
    r"(?! af (?:tre|fire|fem|\d)\b)"
    r" (?:[a-zæøå]+ ){0,2}?(?P<when>(?:på|i|pr\.|ved|den|af|fra) [^,;()]{0,40}?20[0-3]\d)\)?"
    r"|\b(?:mod|og) (?P<then>\d{1,3}), da (?P<day>[^,;]*?20[0-3]\d)"
    r"|\bend (?:(?:de )?\d{1,3} )?(?P<than>(?:på|i|pr\.|ved|den|af|fra) [^,;()]{0,40}?20[0-3]\d)(?:, (?:hvor|da) [^.;,]*)?",
    re.I,
)
"""Another day's number beside the one that is told: "25 områder mod 31 på listen af 1. december 2014", "25 områder (40 i 2019)",
"flere end i 2017, hvor der var 22"."""
_UNTIL = re.compile(
    rf"\b(?:indtil|før|frem til|til (?P<with>og med)) (?:(?P<end>(?:udgangen|slutningen) af )|år |den |listen (?:af|fra|pr\.) "
    rf"|(?:(?!{MONTH})\w+ ){{1,2}}?(?:i |fra |af )?)?(?:(?P<d>\d{{1,2}})\. ?)?(?:(?P<m>{MONTH}) )?(?P<y>20[0-3]\d)\b",
    re.I,
)
YEAR_FIRST = re.compile(r"[-–•*\s]*20[0-3]\d ?[:–]")
"""A point that begins with its year: "2020: 15 områder". """
DAY_ALONE = re.compile(rf"[-–•*\s]*(?:(?:\d{{1,2}}\. ?)?{A_MONTH} )?20[0-3]\d(?: ?[-–] ?(?:20)?\d\d)?[.:]?\s*", re.I)
"""A day or years that stand alone before what they are told of: "2014. ", "December 2018. ". """
_LIST_DAY_ALONE = re.compile(r"\b1\. ?(december|februar)\b(?! ?(?:19|20)\d\d)", re.I)
"""The day of a list, of the year that is nearest."""
_YEAR = re.compile(r"(?<![\d.,/-])(20[0-3]\d)(?![\d.,/]\d|-\d|\d)")
_LAW = re.compile(
    rf"\blov(?:en|ændringen)?(?: nr\.? ?\d+)? (?:af|fra|i) (?:den )?(?:\d{{1,2}}\. ?)?(?P<month>{MONTH}) (?P<year>20[0-3]\d)\b", re.I
)
""" "Loven af november 2018": what it says counts from the day it came into force."""
_LAW_CHANGED = re.compile(
    r"\b(?:ændre(?:de|t)|vedtog|vedtaget|skærpe(?:de|t)|stramme(?:de|t))\b[^.;]*\b(?:\w*lov(?:en|givningen)?|regler(?:ne)?"
    r"|kriterier(?:ne)?)\b"
    r"|\b(?:\w*lovens?|lovgivningen|reglerne|kriterierne)\b[^.;]*\b(?:ændret|vedtaget|skærpet|strammet|affattet)\b",
    re.I,
)
""" "Folketinget ændrede i november 2018 almenboligloven", "loven blev ændret i november 2018"."""
_AGO = re.compile(r"\bfor (?P<about>godt |knap |ca\. |omkring |cirka |næsten )?(?P<n>\d{1,2}|(?!et\b)[a-zæøå]{2,8}) år siden\b", re.I)
_TO_FORCE = timedelta(days=100)
EARLIEST = date(2010, 10, 26)
"""The day of the first list."""


def span(text: str, today: date | None) -> tuple[date, date, bool] | None:
    """The days that a sentence about rules or lists speaks of, and whether it speaks of all of them ("siden 2010")."""
    text = _SINCE_WHEN.sub("", text)
    if day := _list_of_year(text) or _change_of_law(text):
        return day, day, False
    if both := _from_to(text):
        return *both, False
    if m := _SINCE.search(text):
        since = date(int(m[1]), 12, 1)
        return max(since, EARLIEST), max(today or date(int(m[1]) + 1, 12, 1), since), True
    both = _until(text) or _named(text, today)
    return (*both, False) if both else None


def _list_of_year(text: str) -> date | None:
    m = _VALID_FOR.search(text)
    return date(int(m["y"]) - 1, 12, 1) if m else None


def _change_of_law(text: str) -> date | None:
    """The day from which a law counts that is told by the month it was passed in."""
    law = _LAW.search(text)
    if law and not _YEAR.search(text[: law.start()] + text[law.end() :]) and (first := _in_force(_month(law["year"], law["month"]))):
        return first
    changed = MONTH_AND_YEAR.search(text)
    return _in_force(_month(changed[2], changed[1])) if changed and _LAW_CHANGED.search(text) else None


def _from_to(text: str) -> tuple[date, date] | None:
    if (m := _FROM_TO.search(text)) and (m["m1"] or m["m2"] or "til" in m[0]):
        start, end = _month(m["y1"], m["m1"] or "januar"), _month(m["y2"], m["m2"] or "december")
        if start <= end:
            return start, _month_end(end)
    if m := _BETWEEN.search(text):
        first, until = m[1] or m[3], m[2] or m[4]
        last = int(until) if len(until) == 4 else int(first) // 100 * 100 + int(until)
        return _years(int(first), last) if int(first) <= last else None
    return None


def _until(text: str) -> tuple[date, date] | None:
    m = _UNTIL.search(text)
    if not m:
        return None
    to_its_end = m["with"] or m["end"]
    last = _month_end(_month(m["y"], m["m"] or ("december" if to_its_end else "januar")))
    if to_its_end:
        return EARLIEST, last.replace(day=min(int(m["d"] or last.day), last.day))
    return EARLIEST, last.replace(day=min(int(m["d"] or 1), last.day)) - timedelta(days=1)


def _named(text: str, today: date | None) -> tuple[date, date] | None:
    """The last day that is named; failing that the month, the year, or the day of a list that is nearest to `today`."""
    if named := days(text):
        return named[-1], named[-1]
    if m := MONTH_AND_YEAR.search(text):
        month = _month(m[2], m[1])
        return month, _month_end(month)
    if today and (m := _AGO.search(text)) and (ago := whole(m["n"])):
        return _years(today.year - ago - bool(m["about"]), today.year - ago + bool(m["about"]))
    if m := _YEAR.search(text):
        return _years(int(m[1]), int(m[1]))
    if today and (m := _LIST_DAY_ALONE.search(text)):
        nearest = min((_month(year, m[1]) for year in (today.year - 1, today.year, today.year + 1)), key=lambda day: abs(day - today))
        return nearest, nearest
    return None


def _month(year: str | int, name: str) -> date:
    return date(int(year), MONTHS[name[:3].lower()], 1)


def _month_end(month: date) -> date:
    return month.replace(day=monthrange(month.year, month.month)[1])


def _years(first: int, last: int) -> tuple[date, date]:
    return date(first, 1, 1), date(last, 12, 31)


def _in_force(passed: date) -> date | None:
    """The day from which the law that was passed in that month counts; None when it is no law of the lists."""
    return next((r.first for r in load().of_kind(None, "law") if timedelta(0) <= r.first - passed < _TO_FORCE), None)


def span_at(text: str, at: int, today: date | None) -> tuple[date, date, bool] | None:
    """The days that the words around `at` speak of: of what is compared, those beside it; of all else, those of the rest."""
    if m := _WHERE.search(text, 0, at):
        return span(m["when"], today)
    for m in COMPARED.finditer(text):
        if m.start() <= at < m.end():
            return span(m["when"] or m["day"] or m["than"], today)
    return span(COMPARED.sub(" ", text), today)


_VALID_FOR = re.compile(r"\blist\w*\b[^.;]{0,30}\bg(?:ælder|jaldt) for (?:hele |året )?(?P<y>20\d\d)\b", re.I)
"""A list counts for the year after its day: "Listerne gælder for 2022" are those of 1 December 2021."""
_WHERE = re.compile(r"\blist\w* (?P<when>[^.,;]{3,40}), hvor der (?:var|er|stod) $", re.I)
""" "Til og med listen i oktober 2013, hvor der var N områder": N is of that list."""


def newest_list(day: date) -> date | None:
    """The day of the last list published by a day."""
    return max((x.day for x in load().lists if x.day <= day), default=None)
