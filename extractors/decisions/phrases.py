"""Phrases of words found in a text: how they are written and matched.

A phrase is written as it is said. `a|b` are alternatives, `indstil*` begins so, `word?` may be missing, `..` is up to three
words in between and `...` up to eight. Matches are of whole words; where two overlap the longer one counts (of two as long the later
in the table), so that "ikke godkendt" beats "godkendt" and a trap with the label "" ("udsatte boligområder") swallows what only looks
like a decision. A mark counts as a word, and no phrase goes over the end of a line.

Words are what spaCy's Danish tokenizer makes of a text, and phrases match as its Matcher has them: a test compares. spaCy itself took
longer to load than a page takes to read, and twice as long to match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_

from extractors.decisions.outcome_words import OUTCOMES
from minutes.abbreviations import A_SHORT_UNIT, A_SHORT_WORD

MOST_WORDS = 100_000
_WORD = re.compile(
    r"(?P<space>\s{2,}|[^\S ])"
    rf"|(?<!\w)(?:(?i:{A_SHORT_WORD}|{A_SHORT_UNIT})|[a-hj-zæøå](?:\.[a-zæøå])*|[12]?\d|3[01])\.(?!\w)|\.\.+"
    r"|-?\w+(?:(?:[-–'’&+@]+|\.(?!(?<=[a-zæøå]\.)[A-ZÆØÅ])|/(?=\d)|(?<=\d)[,:](?=\d))\w+)*(?:,-+|-)?|\S"
)
_GAPS = {"..": 3, "...": 8}
_ANY = 1
"""The bit of whatever is no space."""
_Step = tuple[int, bool]
"""The bit of a word, and whether it may be missing."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: the label and the characters."""

    label: str
    start: int
    end: int


@lru_cache(4096)
def outcomes(text: str) -> tuple[Hit, ...]:
    """The outcome phrases of a text in order, overlapping ones reduced to the longest; traps left out."""
    return tuple(hit for hit in _found(text) if hit.label)


def _found(text: str) -> list[Hit]:
    """The phrases of a text, in order, the longest where they overlap."""
    tokens = list(_WORD.finditer(text))
    words = [0 if token["space"] else _WORDS[token[0].lower()] for token in tokens] + [0]
    held, said = reduce(or_, words), []
    for row, (label, needed, steps) in enumerate(_PHRASES):
        if held & needed == needed:
            starts = (i for i, word in enumerate(words) if word & steps[0][0])
            said += [(start - end, start, -row, end, label) for start in starts for end in _ends(steps, start, words)]
    hits: list[tuple[int, int, str]] = []
    taken: set[int] = set()
    for _, start, _, end, label in sorted(said):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            hits.append((start, end, label))
    return [Hit(label, tokens[start].start(), tokens[end - 1].end()) for start, end, label in sorted(hits)]


def _ends(steps: Iterable[_Step], start: int, words: list[int]) -> set[int]:
    """Where a phrase that begins at a word can end."""
    at = {start}
    for bit, may_miss in steps:
        on = {i + 1 for i in at if words[i] & bit}
        at = at | on if may_miss else on
    return at


class _Words(dict[str, int]):
    """The bits of a word in lower case: which words of the phrases it can stand for, each of which has its bit."""

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}
        self._starred: list[tuple[re.Pattern[str], int]] = []
        self._whole: dict[str, int] = {}

    def add(self, written: str) -> int:
        """The bit of a word of a phrase, as the phrase has it."""
        if written not in self._bits:
            bit = self._bits[written] = 2 * _ANY << len(self._bits)
            for word in written.split("|"):
                self._whole[word] = self._whole.get(word, 0) | bit
            if "*" in written:
                self._starred.append((re.compile(f"(?:{written})".replace("*", r"\w*")), bit))
        return self._bits[written]

    def __missing__(self, word: str) -> int:
        if len(self) >= MOST_WORDS:
            self.clear()
        starred = (bit for pattern, bit in self._starred if pattern.fullmatch(word))
        made = self[word] = reduce(or_, starred, self._whole.get(word, 0) | _ANY)
        return made


def _steps(phrase: str) -> list[_Step]:
    """The words of a phrase, those of a gap each on its own."""
    steps: list[_Step] = []
    for word in phrase.split():
        steps += [(_ANY, True)] * _GAPS[word] if word in _GAPS else [(_WORDS.add(word.rstrip("?")), word.endswith("?"))]
    return steps


def _with_needed(label: str, steps: list[_Step]) -> tuple[str, int, list[_Step]]:
    return label, reduce(or_, (bit for bit, may_miss in steps if not may_miss)), steps


_WORDS = _Words()
_PHRASES = [_with_needed(label, _steps(phrase)) for label, phrase in OUTCOMES]
"""Each with its label and the bits of the words without which it is not there."""
