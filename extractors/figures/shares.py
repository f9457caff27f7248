"""Figures in running text that are no money: percent, promille, shares in words, counts, years, hours."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from extractors.figures import indicators
from extractors.figures.passage import Passage
from extractors.structure.days import DAY, day
from minutes import qualifiers, terms
from minutes.interval import Interval
from minutes.measures import Measure
from minutes.nouns import counted
from minutes.records import Figure

_TIMES = re.compile(r" ?gange (?!om|i\b|årligt|ugentlig|daglig|pr\b|per\b|dagligt|hver)", re.I)
_DURATION = re.compile(r"[ -](?P<years>års?(?!\w)|årig(?!\w))|[ -](?P<hours>timers?(?!\w))", re.I)
_OF_AGE = re.compile(
    r"\b(?:under|fyldt|alderen|ældre end|yngre end|er over|mellem|på over|fra|borgere over|ældre over|fylder)(?: de)? $", re.I
)
_AGE_YEARS = 15
_AS_OF = re.compile(
    rf"^[^.;\d]{{0,40}}?\b(?:(?:i|ultimo|primo|medio|for|år) (?P<year>{terms.YEAR})(?![\d.,-]\d)|(?:pr\.?|den|d\.) ?(?:den )?(?=\d))",
    re.I,
)
_AS_OF_BEFORE = re.compile(rf"\b(?:i|ultimo|primo|medio|for) (?P<year>{terms.YEAR})(?![\d.,-]\d)[^.;\d]*$", re.I)
_GOES_ON = re.compile(rf"(?: (?:i|ultimo|primo) {terms.YEAR})?(?:,? (?:til|mod)| og)(?: (?:ca\.|knap|godt|nu|hhv\.))? ?", re.I)
_DIGIT = re.compile(r"\d")
SHARES = ("percent", "ratio", "permille")


def read(passage: Passage, i: int) -> list[Figure]:
    """The figures that measure `i` is: none for a bare number that counts nothing, two for a range of percent."""
    measure = passage.measures[i]
    unit, noun, end = _unit(passage, measure)
    if not unit:
        return []
    kind, _ = passage.leads[i]
    allowed = _allowed(measure, kind, unit)
    figure = Figure(
        passage.source(measure.start, end),
        measure.value,
        allowed.low,
        allowed.high,
        unit,
        _indicator(passage, i, unit) if unit in SHARES else None,
        as_of=_as_of(passage, i),
        approximate=kind in ("about", "below", "above"),
        noun=noun,
        item=passage.item(measure.start),
    )
    return [figure] if measure.until is None or unit not in SHARES else [figure, replace(figure, value=measure.until)]


def _allowed(measure: Measure, kind: str | None, unit: str) -> Interval:
    """What the digits allow; for a range all of it."""
    allowed = qualifiers.allows(measure.value, measure.step, kind, unit)
    if measure.until is None:
        return allowed
    return Interval(min(allowed.low, measure.until), max(allowed.high, qualifiers.allows(measure.until, measure.step, kind, unit).high))


def _unit(passage: Passage, measure: Measure) -> tuple[str | None, str | None, int]:
    """Unit, counted noun and end of a measure that is no money."""
    if measure.unit:
        return measure.unit, None, measure.end
    text = passage.text
    if _TIMES.match(text, measure.end):
        return "ratio", None, measure.end + 6
    if match := _DURATION.match(text, measure.end):
        return (None, None, measure.end) if _is_age(text, measure) and match["years"] else (match.lastgroup, None, match.end())
    found = counted(text, measure.start, measure.end)
    return ("count", found[0], found[1]) if found else (None, None, measure.end)


def _is_age(text: str, measure: Measure) -> bool:
    """ "under 18 år", "18-64 år": years of age, not of time."""
    old = measure.value >= _AGE_YEARS or measure.until is not None
    return old and (measure.until is not None or bool(_OF_AGE.search(text, max(measure.start - 16, 0), measure.start)))


def _indicator(passage: Passage, i: int, unit: str) -> str | None:
    """The indicator in the words between the shares before and after; a share that goes on ("fra 32 til 35 pct.") keeps the one before."""
    measure, text = passage.measures[i], passage.text
    begin, end = passage.sentence(measure.start)[0], passage.sentence(measure.end - 1)[1]
    near = [m for m in passage.measures[max(i - 4, 0) : i + 5] if m.unit]
    last = next((m for m in reversed(near) if begin <= m.start < measure.start), None)
    low = last.end if last else begin
    high = min([end, *(m.start for m in near if m.start >= measure.end)])
    found = indicators.nearest(text[low : measure.start], text[measure.end : high], unit)
    if not found and last and last.unit == measure.unit and _GOES_ON.fullmatch(text, low, passage.leads[i][1]):
        return indicators.nearest(text[begin : last.start], "", unit)
    return found


def _as_of(passage: Passage, i: int) -> date | int | None:
    """The day or year that the words right after a figure give it, else the nearest before it in its sentence."""
    after = passage.after(i)[:80]
    match = _AS_OF.match(after) if _DIGIT.search(after) else None
    if match and match["year"]:
        return int(match["year"])
    if match and (printed := DAY.match(after, match.end())):
        return day(printed)
    between = passage.between(i)
    before = _AS_OF_BEFORE.search(between) if "20" in between or "19" in between else None
    return int(before["year"]) if before else None
