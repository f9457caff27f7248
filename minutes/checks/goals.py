"""A goal or a limit that is set twice in the same words with two numbers: in the foreword and in its chapter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from minutes.checks.ledger import at
from minutes.checks.printed import TWO_VALUES
from minutes.clause import clause
from minutes.danish import decimal
from minutes.records import Document, Finding, Threshold

_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"[.;:!?\n](?:\s|$)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
LEAST_WORDS, LEAST_LETTERS = 8, 28
"""So long must the words after both numbers be alike, for both to be the same goal."""
_REACH = 160


def goals_told_twice(document: Document) -> Iterator[Finding]:
    """ "Mindst 92 pct. af de unge i byen går i gang med en uddannelse" and elsewhere "mindst 95 pct." of the same; a rule's own limits are
    held against the rule instead."""
    told: dict[tuple, list[tuple[Threshold, tuple[str, ...]]]] = defaultdict(list)
    for limit in document.thresholds:
        if limit.indicator is None and limit.source.at >= 0 and (words := _after(document, limit)):
            told[limit.item, limit.operator, limit.unit, words[:LEAST_WORDS]].append((limit, words))
    for limits in told.values():
        (first, begins), (last, goes_on) = limits[0], limits[-1]
        years = {tuple(_YEAR.findall(clause(document, limit.source).quote)) for limit, _ in limits} - {()}
        alike = all(a == b for a, b in zip(begins, goes_on, strict=False))
        if alike and len({limit.value for limit, _ in limits}) == 2 and first.value != last.value and len(years) < 2:
            places = clause(document, last.source), clause(document, first.source)
            yield Finding("restated-differs", "warning", TWO_VALUES, at(document, *places),
                          values={"first": first.source.flat, "last": last.source.flat},
                          stated=decimal(last.value), computed=decimal(first.value))


def _after(document: Document, limit: Threshold) -> tuple[str, ...]:
    """The words after a limit up to the end of the sentence; none where they are too few to tell one goal from another."""
    start = limit.source.at + len(limit.source.flat)
    end = _END.search(document.text, start, start + _REACH)
    stop = end.start() if end else start + _REACH
    words = tuple(w.casefold() for w in _WORD.findall(document.text, start, stop))
    return words if len(words) >= LEAST_WORDS and sum(map(len, words)) >= LEAST_LETTERS else ()
