"""The clause in which a record stands: what a reader is shown as evidence, instead of a bare number."""

from __future__ import annotations

import re
from dataclasses import replace

from minutes.records import Document, Source

_END = re.compile(r"(?<=[\w)%”\"»])[.!?]\s+(?=[A-ZÆØÅ0-9(”\"»•–-])|\n\s*\n|\n(?=\s*(?:[•▪·–-]|\d{1,3}[.)]|[a-z]\))\s)")
_SHORT = re.compile(r"(?<!\w)(?:kr|nr|mio|mill|mia|pct|jf|jfr|ca|bl|stk|pkt|kl|inkl|ekskl|incl|excl|dvs|evt|f\.eks|fx|m\.v|mv|m\.m|osv|tlf"
                    r"|sml|vedr|pr|d|[A-ZÆØÅ]|\d{1,2})$")
_REACH = 150


def clause(document: Document, source: Source, reach: int = _REACH) -> Source:
    """The clause around a record on its page: at most `reach` characters to each side, cut at ends of sentences or between words.

    Boxes stay those of the record itself: they point at the number.
    """
    if not 0 < source.page <= len(document.pages):
        return source
    text = document.pages[source.page - 1].text
    return span(document, source, _left(text, source.start, reach), _right(text, source.end, reach))


def span(document: Document, source: Source, start: int, end: int) -> Source:
    """The place `start` to `end` on the page of `source`, without white space at its ends."""
    text = document.pages[source.page - 1].text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return replace(source, start=start, end=end, quote=text[start:end])


def between(document: Document, first: Source, last: Source, most: int = 300) -> Source:
    """One place from `first` to `last` when they stand near each other on one page, else `first`."""
    start, end = min(first.start, last.start), max(first.end, last.end)
    return span(document, first, start, end) if first.page == last.page and end - start <= most else first


def _ends(text: str, low: int, high: int) -> list[re.Match[str]]:
    return [m for m in _END.finditer(text, low, high) if m[0][0] != "." or not _SHORT.search(text, max(m.start() - 8, 0), m.start())]


def _left(text: str, at: int, reach: int) -> int:
    low = max(at - reach, 0)
    ends = _ends(text, low, at)
    if ends:
        return ends[-1].end()
    space = text.find(" ", low, at)
    return 0 if low == 0 else space + 1 if space >= 0 else at


def _right(text: str, at: int, reach: int) -> int:
    high = min(at + reach, len(text))
    ends = _ends(text, max(at - 1, 0), high)
    later = [m for m in ends if m.start() >= at - 1 and m.end() > at]
    if later:
        mark = later[0]
        return mark.start() + (mark.group()[0] == ".") if mark.start() >= at else at
    if high == len(text):
        return high
    space = text.rfind(" ", at, high)
    return space if space >= 0 else at
