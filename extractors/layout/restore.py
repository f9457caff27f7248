"""List marks put back where they are printed, and notes told from the text.

Text layers move "1." and "•" to the end of their line or of the page. Where the page has geometry the place tells;
elsewhere a number at a line's end is a list number when it stands in a count from 1 over the first lines of paragraphs.
"""

from __future__ import annotations

import re

from extractors.layout.lines import Printed
from extractors.layout.marks import end_number, ends_ordinal
from extractors.reading import PageReading

_MARK_ONLY = re.compile(r"[•●▪■○◦‣·–\-*\uf0b7\uf0a7]|\(?(?:\d{1,3}|[a-z])[.)]")
_LONGEST_MARK = 5
_NOTE = re.compile(r"(\d{1,2})\.? ?(?=[A-ZÆØÅ”\"(])")
_NUMBERED = re.compile(r"\d{1,3}[.)] \w")
_GLUED = re.compile(r"([0-9](?<=[a-zæøå]{4}.)[0-9]?)(?=[\s.,;:)]|$)", re.MULTILINE)
_BULLETS = frozenset("•●▪■○◦‣·\uf0b7\uf0a7")
REACH = 12
"""Numbers of one list stand at most so many lines apart."""


def restore(page: PageReading, lines: list[Printed], body_size: float, referred: set[str]) -> tuple[list[Printed], list[tuple[int, int]]]:
    """The lines with their marks in front and notes marked, and the spans of raised note numbers in the text.

    `referred` holds the numbers of notes that the pages so far refer to; those of this page are added.
    """
    if lines and lines[0].drawn:
        lines = _attach(lines)
    if lines and lines[0].kind and not lines[0].drawn:
        return lines, []
    lines = [line for i, line in enumerate(lines) if not _is_lost_bullet(lines, i)]
    _move_numbers(lines)
    return lines, _notes(page, lines, body_size, referred)


def _attach(lines: list[Printed]) -> list[Printed]:
    """Lines that are only a list mark, and no number of an item in a grid, become the lead of the line that they stand before."""
    alone = [line for line in lines if line.kind != "heading" and len(line.text) <= _LONGEST_MARK and _MARK_ONLY.fullmatch(line.text)]
    if not alone:
        return lines
    taken: set[int] = set()
    marks = {lone.start for lone in alone}
    others = [line for line in lines if line.start not in marks]
    for lone in alone:
        beside = [line for line in others if _before(lone, line)]
        if beside:
            target = min(beside, key=lambda line: line.x0 - lone.x1)
            if target.lead is None:
                target.lead = (lone.start, lone.end)
                target.x0 = lone.x0
                taken.add(lone.start)
    return [line for line in lines if line.start not in taken]


def _is_lost_bullet(lines: list[Printed], i: int) -> bool:
    """A bullet without its text: the last line of a page, or before another bullet."""
    if lines[i].text not in _BULLETS:
        return False
    return i + 1 == len(lines) or lines[i + 1].text in _BULLETS


def _before(lone: Printed, line: Printed) -> bool:
    overlap = min(lone.bottom, line.bottom) - max(lone.top, line.top)
    return overlap > 0.5 * min(lone.height, line.height) and -2 < line.x0 - lone.x1 < 60


def _move_numbers(lines: list[Printed]) -> None:
    """Find the runs 1., 2., 3. at line ends and make each number the lead of its line."""
    run: list[tuple[int, int, int]] = []  # (line index, number, offset in the line's text)
    for i, line in enumerate(lines):
        if line.text[-1] != "." or not (found := end_number(line.text)) or line.lead or _NUMBERED.match(line.text):
            continue
        if i + 1 < len(lines) and ends_ordinal(lines[i + 1].text):
            continue
        number = int(found["number"])
        if number != (run[-1][1] + 1 if run else 1) or (run and i - run[-1][0] > REACH):
            _settle(lines, run)
            run = []
        if number == (run[-1][1] + 1 if run else 1) and _first_of_paragraph(lines, i):
            run.append((i, number, found.start("number")))
    _settle(lines, run)


def _settle(lines: list[Printed], run: list[tuple[int, int, int]]) -> None:
    if not any(_goes_on(lines, i, at) for i, _, at in run) or len(run) == 1 and _is_ordinal(lines[run[0][0]].text, run[0][2]):
        return
    for i, _, at in run:
        line = lines[i]
        cut = line.text[:at].rstrip()
        line.lead = (line.start + at, line.end)
        line.text, line.end = cut, line.start + len(cut)


def _is_ordinal(text: str, at: int) -> bool:
    """ "5. Ændring af vedtægten, 1." before "behandling" on the next line."""
    return text[:at].rstrip().endswith(",")


def _goes_on(lines: list[Printed], i: int, at: int) -> bool:
    """The number cannot end a sentence: it is glued to a word, or the next line goes on in small letters."""
    text = lines[i].text
    if text[at - 1] != " ":
        return True
    return i + 1 < len(lines) and lines[i + 1].text[0].islower() and not lines[i + 1].text.startswith("at ")


def _first_of_paragraph(lines: list[Printed], i: int) -> bool:
    if i == 0 or lines[i].gap > 1.3 or lines[i].gap == 0:
        return True
    above = lines[i - 1]
    return above.text[-1] in ".:,;" or above.x1 < 0.85 * above.right or lines[i].text[0].isupper() or lines[i].text.startswith("at ")


def _notes(page: PageReading, lines: list[Printed], body_size: float, referred: set[str]) -> list[tuple[int, int]]:
    """Mark the lines of notes; the spans of the digits that refer to them."""
    raised = list(page.raised)
    referred |= {page.text[a:b].strip() for a, b in raised}
    glued = {m.group(1): m.span(1) for m in _GLUED.finditer(page.text)}
    foot = _foot(lines, body_size)
    if not referred and not glued and foot == len(lines):
        return []
    inside = False
    for i, line in enumerate(lines):
        found = _NOTE.match(line.text)
        small = line.drawn and line.size < 0.93 * body_size
        if found and (i >= foot or found.group(1) in referred and (small or _at_edge(lines, i))):
            inside = True
        elif found and found.group(1) in glued and _at_edge(lines, i):
            inside = True
            raised.append(glued[found.group(1)])
        elif inside and (line.gap > 1.35 or line.gap == 0 or (line.drawn and not small and line.size > lines[i - 1].size + 0.4)):
            inside = False
        line.note = inside
    return sorted(set(raised))


def _foot(lines: list[Printed], body_size: float) -> int:
    """Where the small type at the foot of a page begins that stands apart from the text."""
    first = len(lines)
    while first and lines[first - 1].drawn and lines[first - 1].size < 0.8 * body_size:
        first -= 1
    return first if 0 < first < len(lines) and lines[first].gap > 1.2 else len(lines)


def _at_edge(lines: list[Printed], i: int) -> bool:
    """First on its page, or among the last lines, and apart from the text."""
    if i == 0:
        return len(lines) > 1 and lines[1].gap > 1.2
    return i >= len(lines) - 4 and lines[i].gap > 1.2
