"""Running heads, feet and page numbers: what stands again and again at the edge of pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from extractors.layout.lines import Printed
from extractors.reading import PageReading
from minutes.needs import led

EDGE_LINES = 4
"""So many lines from the top and from the bottom of a page may be furniture."""
NEAR_TEXT = 0.6
"""Of a line's height: a running head stands further from the text."""
LONGEST_LABEL = 24
"""Characters of a label with a colon in a running head: "Mødetidspunkt:"."""
EDGE_SHARE = 0.15
"""So much of the height of a page, at either end, may be furniture."""
_DIGITS = led(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:(?:side|page|s\.)!?\s*\d{1,4}(?:\s*(?:af|/|of|-)!?\s*\d{1,4})?|[-–]\s*\d{1,4}\s*[-–]|\d{1,3}\s\(\d{1,3}\)"
    r"|\d{1,4}\s*(?:/|af)\s*\d{1,4})\.?",
    re.IGNORECASE,
)
_NAMES_PAGE = re.compile(r"\bside\W{0,3}\d|\bs\.\s?\d|\bpage \d|\d\s?(?:/|af)\s?\d{1,3}\W*$", re.IGNORECASE)
_NAMES_PAPER = re.compile(
    r"\d|kommune|byråd|region|udvalg|råd(?:et)?\b|bestyrelse|forening|referat|dagsorden|protokol|notat|magistrat|selskab", re.IGNORECASE
)
"""A running head names the body, the paper or the day."""
_COLUMNS = led(r"(?<!\d)(?:19|20)\d\d\s+(?:19|20)\d\d(?!\d)")
"""Years side by side: "2010 2011 2012 I alt"."""
_BARE_NUMBER = re.compile(r"\d{1,4}")

Spot = tuple[int, int]
"""Where a line begins: page and offset."""
Edge = list[tuple[str, Printed]]
Groups = dict[tuple[str, str], list[Printed]]


def furniture(pages: list[PageReading], lines: list[list[Printed]]) -> set[Spot]:
    """The (page, start) of every line that is furniture."""
    heights = {page.number: page.height_pt for page in pages}
    edges = [_edges(on_page) for on_page in lines]
    groups: Groups = defaultdict(list)
    for edge in edges:
        for zone, line in edge:
            if line.text[-1] == ":" and len(line.text) > LONGEST_LABEL:
                continue  # a heading that a page break has brought to the edge
            if _COLUMNS.search(line.text):
                continue  # so the heads of a table's columns
            groups[zone, _DIGITS.sub("#", line.text)].append(line)
    out: set[tuple[int, int]] = set()
    written = sum(1 for on_page in lines if on_page)
    at_edge = {_spot(line) for edge in edges for zone, line in edge if _in_zone(zone, line, heights[line.page])}
    at_edge -= {_spot(line) for edge in edges for _, line in edge[2:-2] if not line.drawn}
    close = {_spot(line) for edge in edges for line in _close_to_text(edge)}
    inside = {_look(line) for on_page in lines for line in on_page if _spot(line) not in at_edge}
    for (zone, _), alike in groups.items():
        least = min(line.size for line in alike)
        group = [line for line in alike if line.size < 1.2 * least or not line.drawn]
        few = 2 * len(group) <= written and close.issuperset(map(_spot, group))
        if not few and _is_furniture(zone, group, written, heights, _look(group[0]) in inside):
            out.update(map(_spot, group))
    out |= _beside_numbers({key: group for key, group in groups.items() if _look(group[0]) not in inside}, edges, out, written)
    if written == 1:
        out |= {_spot(line) for on_page in lines for line in _small(on_page, heights)}
    loose = (_loose(on_page) for on_page in lines if on_page and not on_page[0].drawn)
    return {spot for edge in edges for spot in _peeled(edge, out)}.union(*loose)


def _look(line: Printed) -> tuple[str, int]:
    """What a line says, and in what size: the title of a paper may come again as its running head, in smaller print."""
    return line.text, round(line.size)


def _small(lines: list[Printed], heights: dict[int, float]) -> Iterator[Printed]:
    """On a single page, where nothing comes again: the names in the margin that are set smaller than the text."""
    usual = Counter(line.size for line in lines for _ in line.text).most_common(1)
    for line in lines:
        small = _in_margin(line, heights[line.page]) and line.size < 0.95 * usual[0][0]
        named = _NAMES_BODY.search(line.text) and not _SAYS.search(line.text) or _FIRST_PAGE.search(line.text)
        if small and len(line.text) <= _NAME and named:
            yield line


_NAMES_BODY = re.compile(r"kommune|byråd|region|\bamt\b|udvalg|råd(?:et)?\b|bestyrelse|repræsentation", re.I)
_FIRST_PAGE = re.compile(r"\w[,|–-]? (?:side )?1$")
"""The number of the only page, behind a name or a day."""
_SAYS = re.compile(r"[.,:;]$|\.dk\b|@|\btlf|\d{8}", re.I)
"""How a sentence ends, and what an address holds."""
_NAME = 80
"""Characters of the longest name of a paper in its margin."""


def _loose(lines: list[Printed]) -> set[Spot]:
    """In a text that has lost its pages: the lines that count them one by one, and those that come again beside these."""
    groups: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        if line.text[-1] in "0123456789-–" and (_PAGE_NUMBER.fullmatch(line.text) or _NAMES_PAGE.search(line.text)):
            groups[_DIGITS.sub("#", line.text)].append(i)
    found: set[int] = set()
    for group in groups.values():
        if _counts_on([lines[i].text for i in group]):
            found.update(group)
            for step in (-1, 1):
                beside = [i + step for i in group if 0 <= i + step < len(lines)]
                if len(beside) > 1 and len({lines[i].text for i in beside}) == 1 and _NAMES_PAPER.search(lines[beside[0]].text):
                    found.update(beside)
    return {_spot(lines[i]) for i in found}


def _counts_on(texts: list[str]) -> bool:
    """Whether one number in the lines goes up by one from each to the next, and the others stay."""
    columns = list(zip(*([int(n[:9]) for n in _DIGITS.findall(text)] for text in texts), strict=True))
    moving = [column for column in columns if len(set(column)) > 1]
    return len(moving) == 1 and all(b - a == 1 for a, b in pairwise(moving[0]))


def _beside_numbers(groups: Groups, edges: list[Edge], out: set[Spot], pages: int) -> set[Spot]:
    """Lines that come again next to the page number on every page where they stand."""
    numbered: set[Spot] = set()
    for edge in edges:
        for (_, a), (_, b) in pairwise(edge):
            if _spot(a) in out:
                numbered.add(_spot(b))
            if _spot(b) in out:
                numbered.add(_spot(a))
    found: set[Spot] = set()
    for group in groups.values():
        if len(group) >= max(2, 0.6 * pages) and len({line.text for line in group}) == 1:
            spots = {_spot(line) for line in group}
            if spots <= numbered and _NAMES_PAPER.search(group[0].text):
                found |= spots
    return found


def _peeled(edge: Edge, candidates: set[Spot]) -> Iterator[Spot]:
    """The candidates that have only candidates between themselves and the edge of the page."""
    for zone, order in (("top", 1), ("foot", -1)):
        free = None
        for _, line in [entry for entry in edge if entry[0] == zone][::order]:
            if _spot(line) in candidates and (free is None or abs(line.top - free) < 2):
                yield _spot(line)
            elif free is None:
                free = line.top


def _edges(lines: list[Printed]) -> Edge:
    """The lines nearest to the top and the bottom of a page, each once, from the top down."""
    if not lines:
        return []
    by_height = sorted(lines, key=lambda line: (line.top, line.x0))
    half = min(EDGE_LINES, (len(lines) + 1) // 2)
    foot = by_height[max(half, len(lines) - EDGE_LINES) :]
    return [("top", line) for line in by_height[:half]] + [("foot", line) for line in foot]


def _close_to_text(edge: Edge) -> Iterator[Printed]:
    """The first lines of a page that the text below follows as it follows any line: rather a heading there than a running head."""
    top = [line for zone, line in edge if zone == "top"][:3]
    gaps = [below.top - line.bottom for line, below in pairwise(top)]
    if len(gaps) == 2 and top[0].drawn and all(gap < NEAR_TEXT * line.height for gap, line in zip(gaps, top, strict=False)):
        yield top[0]


def _in_zone(zone: str, line: Printed, height: float) -> bool:
    if not line.drawn or height <= 0:
        return True
    return line.top < EDGE_SHARE * height if zone == "top" else line.bottom > (1 - EDGE_SHARE) * height


def _is_furniture(zone: str, group: list[Printed], pages: int, heights: dict[int, float], also_inside: bool) -> bool:
    first = group[0].text
    if _PAGE_NUMBER.fullmatch(first):
        return _counts_pages(group) if len(group) > 1 else not first[0].isdecimal() or int(re.split(r"\D", first)[0]) == group[0].page
    in_margin = all(_in_margin(line, heights[line.page]) for line in group)
    if _BARE_NUMBER.fullmatch(first):
        return _counts_pages(group) and (len(group) > 1 or in_margin or int(first) == group[0].page)
    seen = len({line.page for line in group})
    if seen < 2 or (seen < 0.4 * pages and not _in_a_row(group)) or not _counts_pages(group):
        return False
    counted = len({line.text for line in group}) > 1
    if counted and _NAMES_PAGE.search(first):
        return True
    if (also_inside and not counted) or not _at_one_place(zone, group, heights):
        return False
    return in_margin or (len(first.split()) > 3 if counted else seen >= 3)


def _at_one_place(zone: str, group: list[Printed], heights: dict[int, float]) -> bool:
    """Whether the lines stand at the same height near the edge of their pages (always true of a text file)."""
    return all(_in_zone(zone, line, heights[line.page]) for line in group) and (not group[0].drawn or _same_height(group, zone))


def _in_margin(line: Printed, height: float) -> bool:
    return line.drawn and height > 0 and (line.bottom < 0.085 * height or line.top > 0.915 * height)


def _counts_pages(group: list[Printed]) -> bool:
    """Each number in the lines is the same on every page, or goes up with the page number."""
    rows = [[int(n[:9]) for n in _DIGITS.findall(line.text)] + [line.page] for line in group]
    return all(len({row[i] for row in rows}) == 1 or len({row[i] - row[-1] for row in rows}) == 1 for i in range(len(rows[0]) - 1))


def _same_height(group: list[Printed], zone: str) -> bool:
    middle = median(line.top if zone == "top" else line.bottom for line in group)
    near = sum(abs((line.top if zone == "top" else line.bottom) - middle) < 6 for line in group)
    return near >= 0.7 * len(group)


def _in_a_row(group: list[Printed]) -> bool:
    numbers = sorted({line.page for line in group})
    return any(c - a == 2 for a, c in zip(numbers, numbers[2:], strict=False))


def _spot(line: Printed) -> Spot:
    return line.page, line.start
