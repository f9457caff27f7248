"""The clause in which a record stands: what a reader is shown as evidence, instead of a bare number."""

from __future__ import annotations

import re
from dataclasses import replace

from minutes.abbreviations import A_SHORT_WORD
from minutes.records import Document, Source

_END = re.compile(r"[\n.!?](?:(?<=\n)|(?<=[\w)%”\"»].)\s+(?=[A-ZÆØÅ”\"»•–-]))")
_SHORT = re.compile(rf"(?<!\w)(?:{A_SHORT_WORD}|[A-ZÆØÅ]"
                    r"|(?:(?<![^\n])|(?<=[Dd]en )|(?<=nr )|(?<=nr\. )|(?<=§ )|(?<=punkt ))\d{1,2})$")
_REACH = 150
_SKIPPED = "-\u00ad\u2010\ufffe"
"""What a line end may leave on the page that the running text has not."""


def clause(document: Document, source: Source, reach: int = _REACH) -> Source:
    """The clause around a record on its page: at most `reach` characters to each side, cut at ends of sentences or between words.

    Boxes stay those of the record itself: they point at the number.
    """
    if not 0 < source.page <= len(document.pages) or not 0 <= source.at < len(document.text):
        return source
    page, text = document.pages[source.page - 1].text, document.text
    end = source.at + len(source.flat)
    left, right = _left(text, source.at, reach), _right(text, end, reach)
    return span(document, source, _back(text, left, source.at, page, source.start), _forth(text, end, right, page, source.end))


def span(document: Document, source: Source, start: int, end: int) -> Source:
    """The place `start` to `end` on the page of `source`, without white space at its ends."""
    text = document.pages[source.page - 1].text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return replace(source, start=start, end=end, quote=text[start:end])


def locate(document: Document, start: int, end: int) -> Source | None:
    """The place of a stretch of running text: where its words stand on the first page that has them; None when no page has."""
    words = document.text[start:end].split()
    for page in document.pages if words else ():
        low = page.text.find(words[0])
        while low >= 0:
            if high := _run(page.text, low, words):
                return Source(page.number, low, high, page.text[low:high], at=start)
            low = page.text.find(words[0], low + 1)
    return None


def _run(text: str, at: int, words: list[str]) -> int:
    """Where the words end that stand at `at`, with any white space between them; 0 when they do not."""
    end = -1
    for word in words:
        if not text.startswith(word, at) or at == end:
            return 0
        at = end = at + len(word)
        while at < len(text) and text[at].isspace():
            at += 1
    return end


def around(text: str, found: re.Match[str]) -> tuple[int, int]:
    """Where the line around a match begins and ends, cut at a clause's reach."""
    low, high = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())
    return max(low, found.start() - _REACH), min(len(text) if high < 0 else high, found.end() + _REACH)


def between(document: Document, first: Source, last: Source, most: int = 300) -> Source:
    """One place from `first` to `last` when they stand near each other on one page, else `first`."""
    start, end = min(first.start, last.start), max(first.end, last.end)
    return span(document, first, start, end) if first.page == last.page and end - start <= most else first


def sentence_ends(text: str, low: int, high: int) -> list[re.Match[str]]:
    """The marks that end sentences between two places, line ends among them; the full stop of "nr." or "den 3." is none."""
    return [m for m in _END.finditer(text, low, high) if m[0][0] != "." or not _SHORT.search(text, max(m.start() - 8, 0), m.start())]


def _left(text: str, at: int, reach: int) -> int:
    """Where the clause begins in the running text."""
    low = max(at - reach, 0)
    if found := sentence_ends(text, low, at):
        return found[-1].end()
    space = text.find(" ", low, at)
    return 0 if low == 0 else space + 1 if space >= 0 else at


def _right(text: str, at: int, reach: int) -> int:
    """Where the clause ends in the running text."""
    high = min(at + reach, len(text))
    mark = next(iter(sentence_ends(text, max(at - 1, 0), high)), None)
    if mark:
        return max(mark.start() + (mark[0][0] != "\n"), at)
    space = text.rfind(" ", at, high)
    return high if high == len(text) else space if space >= 0 else at


def _back(text: str, low: int, at: int, page: str, start: int) -> int:
    """The place on the page of `text[low]`, walking back from `text[at]` at `start`; less far where page and text part."""
    best = start
    while at > low and start > 0:
        char, printed = text[at - 1], page[start - 1]
        if char == printed or char.isspace() and printed.isspace():
            at, start = at - 1, start - 1
            best = best if char.isspace() else start
        elif printed.isspace() or printed in _SKIPPED:
            start -= 1
        elif char.isspace():
            at -= 1
        else:
            break
    return best


def _forth(text: str, at: int, high: int, page: str, end: int) -> int:
    """The end on the page of `text[:high]`, walking on from `text[at]` at `end`; less far where page and text part."""
    best = end
    while at < high and end < len(page):
        char, printed = text[at], page[end]
        if char == printed or char.isspace() and printed.isspace():
            at, end = at + 1, end + 1
            best = best if char.isspace() else end
        elif printed.isspace() or printed in _SKIPPED:
            end += 1
        elif char.isspace():
            at += 1
        else:
            break
    return best
