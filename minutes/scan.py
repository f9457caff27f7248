"""Long texts, cheaply: in lower case, patterns only near the words that they cannot do without, no sentence without end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

LONGEST_SENTENCE_CHARS = 2000
"""No sentence is longer: what is, lists or repeats, and is looked at a stretch at a time."""


def lower(text: str) -> str:
    """The text in lower case, every character at its place: "İ", which two would stand for, stays.

    A pattern that need not ignore case is tried at few places: the engine skips to the letters that it can begin with. What is longer than
    a sentence is a document's text, which many ask for, and is remembered.
    """
    return _remembered(text) if len(text) > LONGEST_SENTENCE_CHARS else _lower(text)


def _lower(text: str) -> str:
    said = text.lower()
    return said if len(said) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


_remembered = lru_cache(maxsize=8)(_lower)


def near(pattern: re.Pattern[str], anchor: re.Pattern[str], text: str, before: int, after: int) -> Iterator[re.Match[str]]:
    """The matches of `pattern`, sought from `before` characters before each match of `anchor` to `after` behind it.

    Every match must hold an anchor, and reach no further, with all that it looks at.
    """
    start = end = -1
    for found in anchor.finditer(text):
        if found.start() - before > end:
            if end >= 0:
                yield from pattern.finditer(text, start, end)
            start = max(found.start() - before, 0)
        end = found.end() + after
    if end >= 0:
        yield from pattern.finditer(text, start, end)


def parted(text: str, ends: Iterable[int]) -> Iterator[int]:
    """The ends of sentences, in order, and between them the blanks at which those are parted that are too long for one."""
    last = 0
    for end in (*ends, len(text)):
        while end - last > LONGEST_SENTENCE_CHARS:
            blank = text.rfind(" ", last + 1, last + LONGEST_SENTENCE_CHARS)
            last = blank if blank > 0 else last + LONGEST_SENTENCE_CHARS
            yield last
        if end < len(text):
            yield end
        last = end
