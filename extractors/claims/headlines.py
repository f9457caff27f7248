"""A heading's figure beside the text below it: "59 pct. flere ældre" over "… at udgøre 95 pct. flere"."""

from __future__ import annotations

import re
from itertools import islice

from extractors.claims.mentions import Mention
from extractors.claims.nearby import same
from extractors.claims.sentences import Ledger, Sentence
from minutes.closeness import exchanged

TOLD = ("kr", "percent", "percentage_points", "number")
BELOW, RIGHT_BELOW = 40, 6
"""Sentences under a heading that may tell its figure again, and those in which one of two digits is looked for."""
_WORD = re.compile(r"[a-zæøå]{5,}")
LETTERS = 6
"""By which a word of the heading is known again in the text."""


def find(ledger: Ledger) -> None:
    """Every heading's figure that the text has only with two digits exchanged."""
    for i, s in enumerate(ledger.sentences):
        if s.kind == "heading":
            for m in s.mentions:
                if m.unit in TOLD and not m.bounded:
                    _below(ledger, s, m, _text(ledger, i))


def _text(ledger: Ledger, i: int) -> list[Sentence]:
    """What stands under a heading, up to the next that has a figure."""
    below = []
    for s in islice(ledger.sentences, i + 1, i + 1 + BELOW):
        if s.kind == "heading" and s.mentions:
            break
        below.append(s)
    return below


def _below(ledger: Ledger, heading: Sentence, m: Mention, below: list[Sentence]) -> None:
    told = [(n, s, x) for n, s in enumerate(below) for x in s.mentions if x.unit == m.unit]
    if any(x.low <= m.high and m.low <= x.high for _, _, x in told):
        return
    near = [(s, x) for n, s, x in told if exchanged(x.value, m.value) and (n < RIGHT_BELOW or _long(m)) and same(x, m)]
    near = [(s, x) for s, x in near if _words(heading) & _words(s)]
    if len({x.value for _, x in near}) == 1:
        ledger.say(near[0][0], "restated", "sum", near[0][1], [m], if_not="warning")


def _long(m: Mention) -> bool:
    """More than two digits, without noughts at the end?"""
    return len(m.value.normalize().as_tuple().digits) > 2


def _words(s: Sentence) -> set[str]:
    return {word[:LETTERS] for word in _WORD.findall(s.skeleton)}
