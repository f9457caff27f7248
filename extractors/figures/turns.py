"""Amounts told in the same turn as their years: "i 2020 og 2021 henholdsvis 2,1 og 3,6 mio. kr."."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from extractors.figures.passage import Passage
from minutes import terms
from minutes.records import Amount

_YEARS = re.compile(
    rf"(?<![\d.,–-])(?:{terms.YEAR}(?:, {terms.YEAR})*,? og {terms.YEAR}|(?P<first>{terms.YEAR})(?: ?[-–] ?| til )(?P<last>{terms.YEAR}))"
    r"(?![\d.,]\d|\d| ?-? ?(?:p ?/ ?l|pl\b|pris))"
)
_EACH = re.compile(terms.YEAR)
_NEXT = re.compile(r"(?: kr\.)?(?:,| og|, og) (?:kr\. )?")
"""All that stands between two amounts of one run."""
_SAID = re.compile(r"\b(?:henholdsvis|hhv|respektive)\b", re.I)
_IN_TURN = re.compile(rf"{_SAID.pattern}\.?(?: i| på)?(?: årene)? $", re.I)
_RANGE = re.compile(r"\b(?:mellem|fra|enten) $", re.I)


def in_turn(passage: Passage, amounts: list[Amount]) -> list[Amount]:
    """Give each amount of a run its own year where its sentence lists as many: years joined by "og", or a span with "henholdsvis"."""
    result = list(amounts)
    for match in _YEARS.finditer(passage.text):
        first, last = passage.sentence(match.start())
        years = range(int(match["first"]), int(match["last"]) + 1) if match["first"] else [int(y) for y in _EACH.findall(match[0])]
        runs = [run for run in _runs(passage.text, amounts, first, last) if len(run) == len(years)]
        if len(runs) != 1:
            continue
        places = match.start(), amounts[runs[0][0]].source.at
        said = any(_IN_TURN.search(passage.text, first, at) for at in places)
        between = passage.text[match.end() : places[1]] or passage.text[amounts[runs[0][-1]].source.at : match.start()]
        plain = not match["first"] and " og " not in between  # "i 2020 og 2021 fik Vig og Dalby …" may be told by place
        plain = plain and not _SAID.search(passage.text, first, last) and not _RANGE.search(passage.text, first, places[1])
        if said or plain:
            for i, year in zip(runs[0], years, strict=True):
                result[i] = replace(amounts[i], period=(year, year))
    return result


def _runs(text: str, amounts: list[Amount], first: int, last: int) -> Iterator[list[int]]:
    """The amounts of a sentence, by number, with those together that nothing but a comma or "og" parts."""
    run: list[int] = []
    low = bisect_left(amounts, first, key=lambda a: a.source.at)
    for i in range(low, bisect_left(amounts, last, key=lambda a: a.source.at)):
        before = amounts[i - 1].source if run else None
        if before and not _NEXT.fullmatch(text, before.at + len(before.quote), amounts[i].source.at):
            yield run
            run = []
        run.append(i)
    if run:
        yield run
