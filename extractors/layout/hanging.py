"""Numbered titles in a margin, with their text beside them: where a title fits in one line, the text layer has both in one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from extractors.reading import Line, PageReading

_TITLE = re.compile(r"\d{1,3}[.)] [A-ZÆØÅ][^.\n]{2,40}")
_FEWEST_LINES = 6
"""Lines of the page that begin where the text beside the titles does."""
_WIDE = 1.5
"""In sizes of the type: the least space between a title and the text beside it."""


def parted(page: PageReading) -> Iterator[Line]:
    """The lines of a page, a title in the margin apart from the text beside it."""
    begin = Counter(round(line.box[0]) for line in page.lines)
    columns = {x for x, count in begin.items() if count >= _FEWEST_LINES}
    starts = [word.start for word in page.words] if columns else []
    for line in page.lines:
        at = _text_beside(page, line, columns, starts) if _TITLE.match(page.text, line.start, line.end) else 0
        if not at:
            yield line
            continue
        title, text = page.words[bisect_left(starts, at) - 1], page.words[bisect_left(starts, at)]
        left, top, right, bottom = line.box
        yield replace(line, end=title.end, box=(left, top, title.box[2], bottom))
        yield replace(line, start=at, box=(text.box[0], top, right, bottom))


def _text_beside(page: PageReading, line: Line, columns: set[int], starts: list[int]) -> int:
    """Where the text beside a title begins on the page, 0 for none."""
    words = page.words[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
    return next((b.start for a, b in pairwise(words)
                 if b.box[0] - a.box[2] > _WIDE * line.size and columns & {round(b.box[0]) + d for d in (-1, 0, 1)}), 0)
