"""Which line of a table a clause of the prose speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from extractors.claims.sentence import Sentence, pattern
from minutes.content import akin, stems

Line = TypeVar("Line")

TOTAL = "\n"
"""The label of a line of totals."""
SPOKEN_OF = 12
"""Blocks between a table and a sentence that speaks of it, at most."""
_ALL = pattern(r"\b(?:(?:samlet|samlede|i alt|ialt|alle|tilsammen|under ét)\b|de \ue005)")
_CLAUSE = re.compile(r"; |, (?:og|mens|medens|men|hvorimod|hvor)\b|\bmens\b| og (?=på |i |for )|: ")
_GENERIC = frozenset(("antal", "andel", "udgift", "elev", "borger", "person", "kommun", "år", "tal", "forbrug", "gruppe"))
LEAST = 4
"""Letters of a word that a longer one may begin with: "kultur", "kulturudvalget"."""


def clauses(s: Sentence) -> Iterator[tuple[int, int]]:
    """Where the clauses of a sentence begin and end in its skeleton."""
    start = 0
    for match in _CLAUSE.finditer(s.skeleton):
        yield start, match.start()
        start = match.end()
    yield start, len(s.skeleton)


def spoken_of(text: str, lines: Sequence[tuple[str, Line]]) -> Line | None:
    """The one line with a word of its label in the clause; the total where no other is named and words speak of all."""
    said = stems(text)
    named = [line for label, line in lines if any(_means(word, w) for word in stems(label) - _GENERIC for w in said)]
    if not named and _ALL.search(text):
        named = [line for label, line in lines if label == TOTAL]
    return named[0] if len(named) == 1 else None


def _means(label: str, word: str) -> bool:
    return akin(label, word) or len(label) >= LEAST and word.startswith(label)
