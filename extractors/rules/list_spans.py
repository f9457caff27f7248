"""On how many lists in a row a text says that an area stood: "siden december 2021", "for fjerde år i træk"."""

from __future__ import annotations

import re
from datetime import date

from extractors.rules.met_words import NUMBER, number
from extractors.rules.regimes import Regimes, Sentence
from extractors.structure.days import MONTHS
from minutes.criteria import load
from minutes.danish import ORDINALS

_LISTED = re.compile(r"liste|ghetto|parallelsamfund", re.I)
_SINCE = re.compile(
    r"\b(?:siden|fra og med) (?:listen (?:fra|af|i) )?(?:den )?(?:1\. ?)?(?:(?P<m1>december|oktober|februar) )?(?P<y1>20[1-3]\d)\b"
    r"|\b(?:kom|blev|kommet)\b[^.;]{0,60}? (?:1\. ?)?(?:(?P<m2>december|oktober"
    r"|februar) )?(?P<y2>20[1-3]\d)\b[^.;]{0,60}? (?:lige )?siden\b",
    re.I,
)
_IN_A_ROW = re.compile(
    rf"(?<!\w)(?:(?P<n>{NUMBER}) (?:år|gange|lister) i (?:træk|streg)|for (?P<nth>anden|tredje|fjerde|femte|sjette) (?:gang"
    rf"|år) i (?:træk|streg))",
    re.I,
)


def lists_in_a_row(regimes: Regimes, sentence: Sentence, end: int) -> tuple[int, int] | None:
    """At least and at most so many, told in the paragraph up to `end` of the sentence; None when nothing says."""
    last = regimes.at(sentence.start + end - 1).last if regimes.own.dated != "document" else regimes.own.last
    at: Sentence | None = sentence
    text = sentence.text[:end]
    while at:
        if _LISTED.search(text):
            if m := _IN_A_ROW.search(text):
                many = number(m["n"]) if m["n"] else ORDINALS[m["nth"].lower()]
                return many, many
            if last and (m := _SINCE.search(text)):
                return _lists(int(m["y1"] or m["y2"]), m["m1"] or m["m2"], last)
        at = regimes.above(at)
        text = at.text if at else ""
    return None


def _lists(year: int, month: str | None, last: date) -> tuple[int, int]:
    """How many lists came from that month, or some time of that year, to `last`."""
    days = [x.day for x in load().lists if x.day <= last]
    early, late = (MONTHS[month[:3].lower()],) * 2 if month else (1, 12)
    return sum(d >= date(year, late, 1) for d in days), sum(d >= date(year, early, 1) for d in days)
