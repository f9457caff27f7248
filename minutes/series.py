"""Which figures to compare, without comparing all with all: pairs that share digits or words, and words that tell of a series."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from itertools import combinations

from minutes.closeness import keys
from minutes.subject import Subject

CROWD = 30
"""More figures than this under one key have no one thing in common."""
SERIES = 3
"""More different figures than this with the same words tell of a series of things."""
_FEW = 8
_Buckets = dict[str, list[tuple[int, Subject]]]
"""Figures, with their number, by what they share."""


class Crowd:
    """How many different figures go with a word: many tell of a series of things, not of one."""

    def __init__(self, said: Iterable[Subject]) -> None:
        self._values: dict[tuple[str, str], list[Subject]] = defaultdict(list)
        for subject in (s for s in said if not s.borrowed):
            for word in subject.words or ("",):
                self._values[subject.unit, word].append(subject)

    def values(self, unit: str, words: frozenset[str]) -> int:
        """How many different figures of this unit stand with all of these words; at most one more than a crowd is."""
        rarest = min((self._values.get((unit, w), []) for w in words or ("",)), key=len)
        return CROWD + 1 if len(rarest) > CROWD else len({s.value for s in rarest if words <= s.words})


def pairs(said: Iterable[Subject], scope: Callable[[Subject], Hashable]) -> list[tuple[Subject, Subject]]:
    """Pairs of figures within one scope that may state the same thing with different values, in the order of the text: their digits
    are alike, or their words."""
    buckets: dict[tuple[Hashable, str], tuple[_Buckets, _Buckets]] = defaultdict(lambda: (defaultdict(list), defaultdict(list)))
    for told in enumerate(said):
        subject, place = told[1], scope(told[1])
        alike, worded = buckets[place, subject.unit.partition("/")[0]][0], buckets[place, subject.unit][1]
        for key in keys(subject.value):
            alike[key].append(told)
        for word in subject.words if not subject.borrowed else ():
            worded[word].append(told)
    found: dict[tuple[int, int], tuple[Subject, Subject]] = {}
    limited = (limit for alike, worded in buckets.values() for limit in ((alike, CROWD), (worded, _FEW)))
    for bucket in (bucket for kind, most in limited for bucket in kind.values() if 1 < len(bucket) <= most):
        for (i, one), (j, other) in combinations(bucket, 2):
            if one.value != other.value:
                found[i, j] = one, other
    return [found[at] for at in sorted(found)]
