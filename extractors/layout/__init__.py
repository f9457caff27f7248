"""Layout: lines joined to paragraphs, running heads gone, tables as rows, every character with its place.

`Flow.text` is what the extractors search. Blocks are separated by "\\n"; inside a block lines are joined by one space
and hyphenated words are whole again. `Flow.source` maps a span back to the page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from extractors.layout import agenda_grids, cell_lines, gridless, tabling
from extractors.layout.furniture import furniture
from extractors.layout.joining import Vocabulary
from extractors.layout.lines import Printed, measure, printed
from extractors.layout.restore import restore
from extractors.layout.running import Block, Flow, boxes
from extractors.layout.tabling import Grid
from extractors.layout.titles import mark_headings, mark_lettered
from extractors.layout.writing import Writer
from extractors.reading import PageReading, Reading, TablePlace
from minutes import retold
from minutes.records import Source, Unread

__all__ = ["Block", "Flow", "boxes", "flow"]


def flow(reading: Reading) -> Flow:
    """Lay out a reading as running text."""
    every = printed(reading.pages)
    gone = furniture(reading.pages, every)
    lines = [_kept(on_page, gone) for on_page in every]
    measure(reading.pages, lines)
    body = _body_size(lines)
    agendas = agenda_grids.find(reading.pages, lines)
    decided = agenda_grids.decided(reading.pages, agendas)
    out = Flow(pages=reading.pages, unread=list(reading.unread))
    above: Grid | None = None
    referred: set[str] = set()
    writer = Writer(out, Vocabulary([page.text for page in reading.pages]))
    for page, on_page, kept in zip(reading.pages, every, lines, strict=True):
        out.furniture += [_plain_source(page, line) for line in on_page if (line.page, line.start) in gone]
        if agenda := agendas.get(page.number, []):
            kept = agenda_grids.lay_out(page, kept, agenda, decided, page.number == min(agendas))
        kept, raised = restore(page, kept, body, referred)
        found = _grids(page, kept, [t for t in page.tables if t not in agenda], above)
        cells, headless = cell_lines.find(_outside(kept, found))
        found += tabling.grids(page.text, page.number, cells)
        if headless:
            out.unread.append(Unread(retold.TABLE, retold.NO_HEADINGS, page.number))
        writer.page(page, kept, raised, found)
        above = _last(found, kept)
    writer.finish()
    mark_headings(out, body)
    mark_lettered(out)
    return out


def _kept(lines: list[Printed], gone: set[tuple[int, int]]) -> list[Printed]:
    """The lines without the furniture; the line after it opens a page, also where the text has lost its pages."""
    out, opens = [], False
    for line in lines:
        if (line.page, line.start) in gone:
            opens = not line.drawn
        else:
            line.opens, opens = opens, False
            out.append(line)
    return out


def _grids(page: PageReading, lines: list[Printed], places: list[TablePlace], above: Grid | None) -> list[Grid]:
    """The tables of a page: the ruled ones at `places`, the unruled ones from the other lines. `above` ends the page before."""
    at_top = bool(lines and places) and lines[0].bottom > places[0].box[1]
    ruled = tabling.grids(page.text, page.number, places, above if at_top else None)
    rest = _outside(lines, ruled)
    first = lines.index(rest[0]) if rest else 0
    above = above if above and first <= (tabling.repeated(above, ruled[0]) if ruled else 0) else None
    return ruled + tabling.grids(page.text, page.number, gridless.find(page, rest, above), above)


def _outside(lines: list[Printed], grids: list[Grid]) -> list[Printed]:
    """The lines of text that no table holds."""
    inside = sorted(span for grid in grids for row in grid.rows for cell in row for span in cell)
    return [line for line in lines if not line.note and not line.lead and not (inside and _covered(line, inside))]


def _last(grids: list[Grid], lines: list[Printed]) -> Grid | None:
    """The table that a page ends with."""
    if not lines or lines[-1].note:
        return None
    spans = ((grid, span) for grid in grids for cell in grid.rows[-1] for span in cell)
    return next((grid for grid, (a, b) in spans if a < lines[-1].end and b > lines[-1].start), None)


def _covered(line: Printed, spans: list[tuple[int, int]]) -> bool:
    """Whether a span of a table touches the line."""
    i = bisect_right(spans, (line.start, line.end))
    return any(a < line.end and b > line.start for a, b in spans[max(i - 1, 0) : i + 1])


def _body_size(lines: list[list[Printed]]) -> float:
    """The size of most of the text."""
    sizes: Counter[float] = Counter()
    for on_page in lines:
        for line in on_page:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _plain_source(page: PageReading, line: Printed) -> Source:
    return Source(page.number, line.start, line.end, page.text[line.start : line.end], boxes(page, line.start, line.end))
