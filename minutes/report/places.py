"""The places of a finding as passages to read: what stands close together is told once, with each place marked in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter

from minutes.cpr import masked
from minutes.records import Claim, Document, Evidence, Finding, Source, Table
from minutes.report.grids import Grid, Stretch, grid, holds

CONTEXT_CHARS = 110
"""How much of the page stands around a place."""
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """Places of one page that stand close together, in the text around them; `first` is the one named first."""

    document: str
    page: int
    first: Source
    stretches: tuple[Stretch, ...]
    sha256: str = ""
    """As in Evidence."""
    grid: Grid | None = None
    """Where the places are cells: what stands in their rows and columns."""


def line_of(document: Document, source: Source) -> int | None:
    """The line of the text where a place begins, counted from 1 as an editor does; None in a file that has printed pages."""
    pages = document.pages[: source.page]
    if any(page.width_pt for page in pages) or len(pages) < source.page:
        return None
    return sum(page.text.count("\n") for page in pages[:-1]) + pages[-1].text.count("\n", 0, source.start) + 1


def lines_of_page(document: Document, number: int) -> range:
    """The lines of a page, counted as `line_of` does; none in a file that has printed pages."""
    pages = [page for page in document.pages if page.number == number]
    first = line_of(document, Source(number, 0, 0, "")) if pages else None
    return range(first, first + pages[0].text.rstrip("\n").count("\n") + 1) if first else range(0)


def first_place(finding: Finding, judged: Document) -> Evidence:
    """Where a reader of the judged document should look first."""
    return next((e for e in finding.evidence if e.stands_in(judged)), finding.evidence[0])


def in_reading_order(finding: Finding, judged: Document) -> tuple[int, int]:
    """What sorts findings as somebody meets them who reads the document."""
    source = first_place(finding, judged).source
    return source.page, source.start


def as_read(claims: Iterable[Claim]) -> list[Claim]:
    """Claims as somebody meets them who reads the document."""
    return sorted(claims, key=lambda claim: (claim.source.page, claim.source.start))


def passages(
    evidence: Iterable[Evidence], text_of: Callable[[Evidence], str], tables_of: Callable[[Evidence], Iterable[Table]] = lambda _: ()
) -> list[Passage]:
    """The places as passages, the most important first. `text_of`: a place → the text of its page ("" when it is not known); `tables_of`:
    a place → the tables of its document."""
    together: dict[tuple[str, str, int, int | None], list[tuple[int, Evidence]]] = defaultdict(list)
    grids: dict[tuple[str, str, int, int | None], Table] = {}
    for rank, entry in enumerate(evidence):
        table = next((t for t in tables_of(entry) if any(holds(cell, entry.source) for row in t.rows for cell in row)), None)
        key = (entry.sha256, entry.name, entry.source.page, table.index if table else None)
        together[key].append((rank, entry))
        if table:
            grids[key] = table
    found = [
        (min(rank for rank, _ in group), _passage([entry for _, entry in sorted(group, key=itemgetter(0))], text, grids.get(key)))
        for key, places in together.items()
        for text in [masked(text_of(places[0][1]))]
        for group in ([places] if key in grids else _groups(places))
    ]
    return [passage for _, passage in sorted(found, key=itemgetter(0))]


def _groups(places: list[tuple[int, Evidence]]) -> Iterator[list[tuple[int, Evidence]]]:
    """Places whose surroundings meet, together."""
    group: list[tuple[int, Evidence]] = []
    end = 0
    for place in sorted(places, key=lambda p: p[1].source.start):
        source = place[1].source
        if group and source.start - end > 2 * CONTEXT_CHARS:
            yield group
            group = []
        group.append(place)
        end = max(end, source.end) if len(group) > 1 else source.end
    yield group


def _passage(entries: list[Evidence], text: str, table: Table | None = None) -> Passage:
    """Places of one page that stand close together, or in one table."""
    first, sources = entries[0], [entry.source for entry in entries]
    stretches = _marked(sources, text) if text else (Stretch(_SPACE.sub(" ", masked(s.quote)), 1) for s in sources)
    return Passage(first.name, first.source.page, first.source, tuple(stretches), first.sha256, grid(table, sources) if table else None)


def _marked(sources: list[Source], text: str) -> Iterator[Stretch]:
    low, high = _words(text, min(s.start for s in sources), max(s.end for s in sources))
    edges = sorted({low, high, *(s.start for s in sources), *(s.end for s in sources)})
    cut = [_stretch(text, sources, start, end) for start, end in zip(edges, edges[1:], strict=False)]
    before, after = Stretch("… " * (low > 0)), Stretch(" …" * (high < len(text)))
    return (s for s in (before, *cut, after) if s.text)


def _stretch(text: str, sources: list[Source], start: int, end: int) -> Stretch:
    depth = len({(s.start, s.end) for s in sources if s.start <= start and end <= s.end})
    return Stretch(_SPACE.sub(" ", text[start:end]), min(depth, 2))


def _words(text: str, start: int, end: int) -> tuple[int, int]:
    """The surroundings of a place, from the beginning of a word to the end of one."""
    low, high = max(0, start - CONTEXT_CHARS), min(len(text), end + CONTEXT_CHARS)
    begins = re.search(r"\s", text[low:start]) if low else None
    ends = re.search(r"\s\S*\Z", text[end:high]) if high < len(text) else None
    return low + begins.end() if begins else low, end + ends.start() if ends else high
