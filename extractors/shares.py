"""Figures in running text that are no money: percent, promille, shares in words, counts, years, hours."""

from __future__ import annotations

import re

from extractors import indicators
from extractors.passage import Passage
from minutes import qualifiers
from minutes.measures import Measure
from minutes.nouns import counted
from minutes.records import Figure

_TIMES = re.compile(r" ?gange (?!om|i\b|årligt|ugentlig|daglig|pr\b|per\b|dagligt|hver)", re.I)
_DURATION = re.compile(r"[ -](?P<years>års?(?!\w)|årige?(?!\w))|[ -](?P<hours>timers?(?!\w))", re.I)


def read(passage: Passage, i: int) -> list[Figure]:
    """The figures that measure `i` is: none for a bare number that counts nothing, two for a range of percent."""
    measure = passage.measures[i]
    unit, noun, end = _unit(passage, measure)
    if not unit:
        return []
    kind, _ = passage.leads[i]
    allowed = qualifiers.allows(measure.value, measure.step, kind, unit)
    high = allowed.high if measure.until is None else max(allowed.high, measure.until)
    source = passage.source(measure.start, end)
    about = indicators.nearest(passage.between(i), passage.until_next(i), unit) if unit in ("percent", "ratio", "permille") else None
    figure = Figure(
        source,
        measure.value,
        allowed.low,
        high,
        unit,
        about,
        approximate=kind in ("about", "below", "above"),
        noun=noun,
        item=passage.item(measure.start),
    )
    return [figure]


def _unit(passage: Passage, measure: Measure) -> tuple[str | None, str | None, int]:
    """Unit, counted noun and end of a measure that is no money."""
    if measure.unit:
        return measure.unit, None, measure.end
    text = passage.text
    if _TIMES.match(text, measure.end):
        return "ratio", None, measure.end + 6
    if match := _DURATION.match(text, measure.end):
        return match.lastgroup, None, match.end()
    found = counted(text, measure.start, measure.end)
    return ("count", found[0], found[1]) if found else (None, None, measure.end)
