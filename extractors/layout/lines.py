"""Printed lines: what stands side by side on a page is one line, with the measure that says whether it is full.

A text file has no geometry, so its lines get one: a pitch of 12 points and the usual widths of letters. The
same rules then read both.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.layout.hanging import parted
from extractors.reading import Line, PageReading, Word

TYPE_PT, PITCH_PT = 10.0, 12.0
"""The type of a text without geometry, and from one of its lines to the next."""
MIN_MEASURE = 0.62
"""Where a page has one column, its lines reach so far across it; a page of short lines has no full ones."""
FEW_LINES = 12
"""A page with fewer lines does not tell by itself where full lines end."""
FEWEST_LABELS = 3
SHORTEST_LABEL, LONGEST_LABEL = 4, 20
"""Characters of a label in the margin."""
LONGEST_PRINTED_PT = 900.0
"""No page is as wide: a longer line of a text file is a whole paragraph."""
_NO_BREAK = "\u00a0"
_UNSEEN = " \u00a0\u00ad\u200b\u200c\u200d\ufeff\u2060"
_NARROW, _WIDE = frozenset("iljtfrI.,:;!|'()[]- \u00a0"), frozenset("mwMWÆ@%ABCDEGHKNOPQRUVXYZØÅæ")


@dataclass(slots=True)
class Printed:
    """A printed line: `start` to `end` on the page, its text stripped, and where it stands.

    `right` is where the lines of its column end, `pitch` the step between lines of one paragraph there, both in points.
    `gap` is the step from the line above in pitches (1 is the next line; 0 when it stands at the top of a page or column).
    `drawn` tells real geometry from the one made for a text file.
    """

    page: int
    start: int
    end: int
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    drawn: bool
    first_width: float = 0.0
    right: float = 0.0
    pitch: float = PITCH_PT
    gap: float = 1.0
    glued: bool = False
    """It continues the line before it without a space (a note's raised digit cut the line in two)."""
    lead: tuple[int, int] | None = None
    """A list mark that the text layer put elsewhere on the page: it is read before the line."""
    note: bool = False
    opens: bool = False
    """A running head or foot stood before it: a page began here, in a text that has lost its pages."""
    kind: str = ""
    """What the file itself says of the line (Word, HTML), see `reading.Line.kind`; in a grid of items heading, paragraph or decision."""

    @property
    def height(self) -> float:
        """The height of the line's box in points."""
        return self.bottom - self.top


def width_pt(text: str) -> float:
    """About how wide a text is in print, in points, in a common face of TYPE_PT."""
    narrow = sum(map(text.count, _NARROW)) if len(text) > 60 else sum(c in _NARROW for c in text)
    wide = sum(c in _WIDE for c in text)
    return TYPE_PT * (0.5 * (len(text) - narrow - wide) + 0.28 * narrow + 0.7 * wide)


def printed(pages: Sequence[PageReading]) -> list[list[Printed]]:
    """The printed lines of every page in the order of its text; `measure` them when those outside the text are gone."""
    return [_lines(page) for page in pages]


def measure(pages: Sequence[PageReading], out: list[list[Printed]]) -> None:
    """Set `right`, `pitch` and `gap` of the lines of every page."""
    widths: dict[int, list[float]] = {}
    for page, lines in zip(pages, out, strict=True):
        widths.setdefault(round(page.width_pt), []).extend(line.x1 for line in lines)
    ends = {width: _far_end(sorted(found)) for width, found in widths.items()}
    for page, lines in zip(pages, out, strict=True):
        if lines:
            _measure(lines, page.width_pt, ends[round(page.width_pt)])


def _lines(page: PageReading) -> list[Printed]:
    if any(line.kind for line in page.lines):
        return _told(page)
    return _drawn(page) if any(line.box[2] > line.box[0] for line in page.lines) else _typed(page)


def _told(page: PageReading) -> list[Printed]:
    """The lines of a file that says what they are; they stand at a distance, as paragraphs do."""
    out = []
    for row, line in enumerate(page.lines):
        text, top = page.text[line.start : line.end], row * 2 * PITCH_PT
        if not text.strip(_UNSEEN):
            continue
        out.append(
            Printed(
                page.number,
                line.start,
                line.end,
                text,
                0.0,
                400.0,
                top,
                top + TYPE_PT,
                0.0,
                line.bold,
                False,
                kind=line.kind,
                note=line.kind == "note",
            )
        )
    return out


def _far_end(ends: list[float]) -> float:
    """Where full lines end: the longest line, but for one outlier in twenty."""
    return ends[-1 - len(ends) // 20] if ends else 0.0


def _drawn(page: PageReading) -> list[Printed]:
    starts = [word.start for word in page.words]
    out: list[Printed] = []
    for line in parted(page):
        made = _from_box(page, line, page.words, starts)
        if made is None:
            continue
        last = out[-1] if out else None
        if last and _beside(last, made):
            made.glued = made.x0 - last.x1 < 0.12 * max(made.size, 1)
            made.gap = -1.0
        out.append(made)
    return _beside_text(out)


def _beside_text(lines: list[Printed]) -> list[Printed]:
    """The lines with the labels of a margin ("Indstilling", "Beslutning"), which the text layer has in a row, each before the text that
    stands beside it. Such labels come again on their page, end in a colon or are in bold print and before what stands above them, and
    one of them at least stands beside a long line."""
    ups = [i for i in range(1, len(lines)) if lines[i].bottom < lines[i - 1].top]
    if not ups:
        return lines
    edges = [0, *ups, len(lines)]
    for a, b in pairwise(edges):
        labels = lines[a:b]
        words = [line.text for line in labels]
        early = b < len(lines) and lines[b].bottom < labels[0].top and all(line.bold for line in labels)
        sure = early or len(set(words)) < len(words) or all(word.endswith(":") for word in words)
        if len(words) < FEWEST_LABELS or not sure or any(not SHORTEST_LABEL <= len(word) <= LONGEST_LABEL for word in words):
            continue
        others = lines[:a] + lines[b:]
        found = [next((o for o in others if abs(o.top - line.top) < 2 and line.x1 < o.x0), None) for line in labels]
        if all(found) and any(len(o.text) > 2 * LONGEST_LABEL for o in found if o):
            before = {id(o): line for o, line in zip(found, labels, strict=True)}
            return [line for o in others for line in ([before[id(o)], o] if id(o) in before else [o])]
    return lines


def _from_box(page: PageReading, line: Line, words: Sequence[Word], starts: list[int]) -> Printed | None:
    raw = page.text[line.start : line.end]
    text = raw.strip()
    if not text.strip(_UNSEEN):
        return None
    start = line.start + raw.index(text[0])
    x0, top, x1, bottom = line.box
    first = bisect_left(starts, start)
    last = first
    while last + 1 < len(words) and page.text[words[last].end : words[last + 1].start] == _NO_BREAK:
        last += 1
    width = words[last].box[2] - words[first].box[0] if first < len(words) and words[first].start == start else 0.0
    return Printed(page.number, start, start + len(text), text, x0, x1, top, bottom, line.size or bottom - top, line.bold, True, width)


def _beside(a: Printed, b: Printed) -> bool:
    """Whether b stands on a's line, to its right and close by."""
    overlap = min(a.bottom, b.bottom) - max(a.top, b.top)
    return overlap > 0.6 * min(a.height, b.height) and -1 < b.x0 - a.x1 < 0.8 * max(a.size, b.size)


def _typed(page: PageReading) -> list[Printed]:
    out, at = [], 0
    for row, raw in enumerate(page.text.split("\n")):
        text = raw.strip()
        if text.strip(_UNSEEN):
            lead = len(raw) - len(raw.lstrip())
            x0, top = lead * 5.0, row * PITCH_PT
            first = text.split(None, 1)[0]
            out.append(
                Printed(
                    page.number,
                    at + lead,
                    at + lead + len(text),
                    text,
                    x0,
                    x0 + width_pt(text),
                    top,
                    top + TYPE_PT,
                    0.0,
                    False,
                    False,
                    width_pt(first),
                )
            )
        at += len(raw) + 1
    return out


def _measure(lines: list[Printed], page_width: float, far_end: float) -> None:
    """Set `right`, `pitch` and `gap` of the lines of one page; `far_end` is where full lines of such pages end."""
    gutter = _gutter(lines, page_width) if lines[0].drawn else 0.0
    columns: dict[int, list[Printed]] = {}
    for line in lines:
        columns.setdefault(_column(line, gutter), []).append(line)
    for number, column in columns.items():
        right = _far_end(sorted(line.x1 for line in column))
        if number == 0 and len(column) < FEW_LINES:
            right = max(right, far_end)
        if not gutter:
            right = max(right, MIN_MEASURE * page_width)
        for line in column:
            line.right = right
    pitch = _pitch(lines)
    above = None
    for line in lines:
        line.pitch = pitch
        if above is None or line.opens:
            line.gap = 0.0
        elif line.gap >= 0:
            line.gap = _gap(above, line, pitch)
        above = line


def _gap(above: Printed, line: Printed, pitch: float) -> float:
    """The step from the line above in pitches; a large line's own height is no white space, and a step up is a new column."""
    step = line.top - above.top
    if step < -0.9 * line.height:
        return 0.0
    scale = max(1.0, max(line.size, above.size) / 12.5) if pitch < 20 and line.drawn else 1.0
    return max(step, 1.0) / max(pitch * scale, 1.0)


def _gutter(lines: list[Printed], page_width: float) -> float:
    """Where the right one of two columns begins, or 0."""
    wide = 0.25 * page_width
    starts = Counter(round(line.x0) for line in lines if line.x0 > 0.3 * page_width and line.x1 - line.x0 > wide)
    if not starts:
        return 0.0
    x, count = starts.most_common(1)[0]
    left = sum(line.x1 < x and line.x1 - line.x0 > wide for line in lines)
    crossing = sum(line.x0 < x - 5 and line.x1 > x + 5 for line in lines)
    return float(x) if count >= 4 and left >= 4 and crossing < min(count, left) else 0.0


def _column(line: Printed, gutter: float) -> int:
    if not gutter or (line.x0 < gutter - 5 and line.x1 > gutter):
        return 0
    return 2 if line.x0 >= gutter - 5 else 1


_FEW_STEPS = 3
"""A step between lines of a text file is that inside its paragraphs when one in so many at least is so small."""


def _pitch(lines: list[Printed]) -> float:
    """The step between lines of a paragraph: the commonest after a full line that ends no sentence, else the commonest.

    Where a text file has a paragraph in a line, the next line is the next one, and an empty line stands between paragraphs.
    """
    if not lines[0].drawn and any(line.x1 - line.x0 > LONGEST_PRINTED_PT for line in lines):
        return PITCH_PT
    inside: Counter[float] = Counter()
    all_steps: Counter[float] = Counter()
    for a, b in pairwise(lines):
        step = round((b.top - a.top) * 2) / 2
        if step > 0.5 * a.height:
            all_steps[step] += 1
            if a.x1 > 0.8 * a.right and a.text[-1] not in ".:!?":
                inside[step] += 1
    if all_steps and not lines[0].drawn and all_steps[min(all_steps)] * _FEW_STEPS >= all_steps.total():
        return min(all_steps)  # a full line may well end before an empty one: "Referat af møde mandag den 10. juni 2024"
    steps = inside or all_steps or {PITCH_PT: 1}
    return min(step for step, count in steps.items() if count == max(steps.values()))
