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
    buckets: dict[tuple, list[tuple[int, Subject]]] = defaultdict(list)
    for told in enumerate(said):
        subject = told[1]
        for key in keys(subject.value):
            buckets[scope(subject), subject.unit.partition("/")[0], key].append(told)
        for word in subject.words if not subject.borrowed else ():
            buckets[scope(subject), subject.unit, "word", word].append(told)
    found: dict[tuple[int, int], tuple[Subject, Subject]] = {}
    for key, bucket in buckets.items():
        if 1 < len(bucket) <= (_FEW if "word" in key else CROWD):
            for (i, one), (j, other) in combinations(bucket, 2):
                if one.value != other.value:
                    found[i, j] = one, other
    return [found[at] for at in sorted(found)]
