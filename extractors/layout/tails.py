"""Tables whose columns have lost their gaps, as in text files: lines in succession that end in equally many numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.layout.lines import Printed
from extractors.layout.marks import mark
from extractors.reading import CellPlace, TablePlace

YEAR = re.compile(r"(?:19|20)\d\d")
_STRONG = re.compile(r"\d\.\d{3}|\d,\d|%|^[-–−]\d|\d\s\d{3}")
_TAIL = re.compile(r"(?:^|\s)((?:kr\.?\s)?[-–−+]?(?:\d{1,3}(?:[.\u00a0]\d{3})+|\d+)(?:,\d+|,-)?\s?%?\*{0,3})$")
_HEAD = re.compile(r"[Ii] ?alt|\S+")
_HEADS = re.compile(r"[Ii] ?alt|(?:19|20)\d\d|\S+(?: (?!(?:19|20)\d\d|[A-ZÆØÅ])\S+)*(?: (?:19|20)\d\d(?= [A-ZÆØÅ]|$))?")
"""Heads of several words: each begins with a capital ("Budget 2025", "Andel i pct.")."""
VERDICT = re.compile(r"[Jj]a|[Nn]ej|(?:[Ii]kke )?[Oo]pfyldt")
"""What a column behind the numbers says of each row: "Grundskole | 54,0 | 55,2 | ja"."""
_VERDICT_LAST = re.compile(rf"(?<=[\d%])\s({VERDICT.pattern})$")
_SUFFIX = re.compile(r"\s\((?:[^()]{0,20}[\s:])?[\d,.]+%?\)$")


@dataclass(slots=True)
class Tail:
    """A line that ends in numbers, perhaps with a verdict behind them: where its label ends, and the spans of these, on the page."""

    line: Printed
    label_end: int
    values: list[tuple[int, int]]
    strong: bool


def find(lines: list[Printed]) -> list[TablePlace]:
    """The tables among the lines of a page."""
    tails = [_tail(line) for line in lines]
    out, i = [], 0
    while i < len(tails):
        run = _run(lines, tails, i)
        if len(run) >= 2 and _is_table(tails, run):
            out.append(_table(lines, run))
        i = max(run, default=i) + 1
    return out


def _tail(line: Printed) -> Tail | None:
    """The numbers at the end of a line, or None where it has none or is a list point or a sentence."""
    text = line.text
    verdict = _VERDICT_LAST.search(text) if text[-1] in "ajt" else None
    if not verdict and text[-1] not in "0123456789%)-*" or len(text) > 120 or (mark(text) and not text[0].isdigit()):
        return None
    end, spans = verdict.start() if verdict else len(text), []
    if suffix := _SUFFIX.search(text):
        spans.append((suffix.start() + 1, end))
        end = suffix.start()
    values: list[tuple[int, int]] = []
    while found := _TAIL.search(text, 0, end):
        values.append((found.start(1), end))
        end = found.start(1)
        while end and text[end - 1].isspace():
            end -= 1
    if not values:
        return None
    if spans:
        values[0] = (values[0][0], spans[0][1])
    values.reverse()
    strong = all(_STRONG.search(text[a:b]) for a, b in values)
    values += [verdict.span(1)] if verdict else []
    return Tail(line, line.start + end, [(line.start + a, line.start + b) for a, b in values], strong)


def _run(lines: list[Printed], tails: list[Tail | None], i: int) -> dict[int, Tail]:
    """Rows in succession with equally many numbers, by line; the numbers of a wrapped label may stand on their own line."""
    first = tails[i]
    if first is None or _only_years(first):
        return {}
    run, count, waiting = {i: first}, len(first.values), 0
    for j in range(i + 1, len(lines)):
        tail, line = tails[j], lines[j]
        if line.gap == 0 or line.gap > 3.2:
            break
        if tail is not None and len(tail.values) == count and (waiting == 0 or tail.label_end <= line.start or line.text[0].islower()):
            run[j] = tail
            waiting = 0
        elif tail is None and waiting < 2 and line.x1 < 0.75 * line.right and line.text[-1] not in ".:;,?!" and not mark(line.text):
            waiting += 1
        else:
            break
    return run


def _only_years(tail: Tail) -> bool:
    """Whether the numbers of a line are years: it heads the columns."""
    text, start = tail.line.text, tail.line.start
    return all(YEAR.fullmatch(text[a - start : b - start]) for a, b in tail.values)


def _is_table(tails: list[Tail | None], run: dict[int, Tail]) -> bool:
    """Enough rows with labels and with numbers that are no mere counts; a header of years stands for a row."""
    rows, first = list(run.values()), min(run)
    count, above = len(rows[0].values), tails[first - 1] if first else None
    labelled = sum(row.label_end > row.line.start for row in rows)
    if labelled < 2 or any(row.line.text[-1] in ".," for row in rows):
        return False
    strong = sum(row.strong for row in rows)
    enough = len(rows) >= (2 if above and _only_years(above) else 3)
    if count == 1:
        return enough and strong == len(rows) and all(row.line.x1 < 0.85 * row.line.right for row in rows)
    return strong >= 2 or (enough and strong >= 1)


def _table(lines: list[Printed], run: dict[int, Tail]) -> TablePlace:
    first, last = min(run), max(run)
    count = len(run[first].values)
    grid: list[list[tuple[tuple[int, int], ...]]] = []
    label: list[tuple[int, int]] = []
    header = _header(lines, first, count)
    if header:
        grid.append(header)
    for i in range(first, last + 1):
        tail, line = run.get(i), lines[i]
        if tail is None:
            label.append((line.start, line.end))
            continue
        if tail.label_end > line.start:
            label.append((line.start, tail.label_end))
        grid.append([tuple(label), *[(span,) for span in tail.values]])
        label = []
    used = lines[first - bool(header) : last + 1]
    box = (min(e.x0 for e in used), used[0].top, max(e.x1 for e in used), used[-1].bottom)
    cells = [CellPlace(r, c, spans) for r, row in enumerate(grid) for c, spans in enumerate(row) if spans]
    return TablePlace(box, len(grid), count + 1, cells)


def _header(lines: list[Printed], first: int, count: int) -> list[tuple[tuple[int, int], ...]]:
    """The line above as header, when it can be cut into as many cells: years and single words, or one heading for one column."""
    if first == 0 or not 0 < lines[first].gap < 2.6:
        return []
    line = lines[first - 1]
    ends = line.text[-1] in ".:;,?!" and not line.text.endswith(("pct.", "kr."))
    if ends or line.x1 > 0.8 * line.right or mark(line.text):
        return []
    for pattern in (_HEAD, _HEADS):
        cells = [m.span() for m in pattern.finditer(line.text)]
        if count == 1 and len(cells) > 2:
            cells = [cells[0], (cells[1][0], cells[-1][1])]
        fits = len(cells) in ((2,) if count == 1 else (count, count + 1))
        if fits and all(line.text[a].isupper() or YEAR.fullmatch(line.text[a:b]) for a, b in cells):
            spans: list[tuple[tuple[int, int], ...]] = [((line.start + a, line.start + b),) for a, b in cells]
            return spans if len(spans) > count else [(), *spans]
    return []
