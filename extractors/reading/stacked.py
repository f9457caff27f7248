"""Rows that no line parts: a drawn row whose columns hold several numbers under each other, or under their headings, is several rows."""

from __future__ import annotations

import re
from bisect import bisect_right

from extractors.reading import Word

SAME_PT = 3.0
"""Numbers whose tops differ by no more than this stand in one row."""
_NUMBER = re.compile(r"[-–−+]?\(?[-–−]?\d[\d.,\s]*\)?\s?(?:%|pct\.?|kr\.?|,-)?|[-–—]")


def rows(row: dict[int, list[Word]], text: str) -> list[dict[int, list[Word]]]:
    """A drawn row, its words by column, as the rows that are printed in it."""
    cells = [_lines(words) for column, words in row.items() if column]
    if max(map(len, cells), default=0) < 2:
        return [row]
    headed = all(len(lines) > 2 and not _is_number(lines[0], text) for lines in cells)
    stacks = [tops for lines in cells if (tops := _stack(lines, text, headed))]
    levels = max(stacks, key=len, default=[])
    if len(levels) < 2 or not all(_near(top, levels) for tops in stacks for top in tops):
        return [row]
    out: list[dict[int, list[Word]]] = [{} for _ in levels]
    for column, words in row.items():
        for word in words:
            level = max(bisect_right(levels, word.box[1] + SAME_PT) - 1, 0)
            out[level].setdefault(column, []).append(word)
    return out


def _lines(words: list[Word]) -> list[list[Word]]:
    lines: list[list[Word]] = []
    for word in words:
        if lines and word.box[1] < lines[-1][0].box[3] - SAME_PT and word.box[3] > lines[-1][0].box[1] + SAME_PT:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _stack(lines: list[list[Word]], text: str, headed: bool) -> list[float]:
    """The tops of a cell's lines when each is a number, `headed` below the first, else none."""
    tops = [line[0].box[1] for line in lines]
    return tops if all(_is_number(line, text) for line in lines[headed:]) and tops == sorted(tops) else []


def _is_number(line: list[Word], text: str) -> bool:
    return _NUMBER.fullmatch(" ".join(text[w.start : w.end] for w in line)) is not None


def _near(top: float, levels: list[float]) -> bool:
    i = bisect_right(levels, top)
    return any(abs(top - level) <= SAME_PT for level in levels[max(i - 1, 0) : i + 1])
