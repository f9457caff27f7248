"""Items by nothing but their run: headings of one print whose numbers, of whatever form, go up one by one, each with text below it.

"11/08 Natbus" and "12/08 Takster", "§ 88 Vedtægt", "6.1 Vandpris", "04A Affald", "(1) Regnskab", "II. Regnskab", small capitals. What else
is numbered so (laws, programmes, chapters, points of a list) has no head that tells of a meeting, no text between its numbers, or the
titles of a case's parts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extractors.layout import Flow
from extractors.structure import header, kinds
from extractors.structure.days import DAY
from extractors.structure.roles import ROLES
from extractors.structure.sections import plain
from extractors.structure.sheet import Found, Sheet, is_said, print_size, trim, unfilled

_LABEL = re.compile(
    r"(?:(?P<word>(?i:\w*(?:punkt|pkt\.?|sag)|(?:løbe|lb\. ?|sags?)?nr\.?|no\.?|emne|ad\.?(?=\s)))(?:\s?nr\.?)?:?\s?)?(?P<open>[§#(]\s?)?"
    r"(?P<number>\d{1,4}(?:(?:\s?[/-]\s?|\.)\d{1,4}){0,2}\s?(?:[A-Za-z](?!\w))?|[A-Z](?:[.-]\d{1,4}){2}|[A-Z][\s.-]?\d{1,3}|[IVX]{1,5}|[A-Z])"
    r"(?P<close>\s?[.:)|·–—/-]+\s*|\s+)(?P<title>\S.*)", re.S)
_PART = re.compile(r"\d+|[A-Za-z]+")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_CASE_PARTS = {"recommendation", "facts", "summary", "law", "hearing", "decision", "timetable"}
_LONGEST_TITLE = 160
_CLOSED = 3
"""How far a number may lie behind the one before it."""
_FEWEST_PLAIN = 3
"""Numbers in the print of the text, or letters, of which two in a row are rather points than items."""
_RUN_IN = re.compile(
    r"(?:(?:Pkt\.?|Punkt|Sag|Nr\.) )?(?P<number>\d{1,3})[.):] "
    r"(?P<title>[A-ZÆØÅ][^.:;!?\n]{2,80}(?:(?<=vt)\.)?)[.:]? (?<=[.:] )(?=[A-ZÆØÅ\"”])")
_HEAD = 6
"""Pieces above the first item of a short paper."""
Form = tuple[str, ...]
"""How a label is printed, with "*" for the part of its number that goes up."""


@dataclass(frozen=True, slots=True)
class _Label:
    """A label: the piece that it begins, the value of the part that goes up, where the title begins; `number` as printed."""

    at: int
    value: int
    title: int
    number: str
    part: str
    rest: tuple[str, ...]
    end: int | None = None
    """Where the title ends, if not with the piece."""
    large: bool = False
    """It is a number in bold print."""


def find(flow: Flow, on: Sheet) -> list[Found]:
    """The items of the longest such run in the largest print, in the paper of a meeting."""
    by_form: dict[Form, list[_Label]] = defaultdict(list)
    for i in range(len(on.texts)):
        for form, label in _labels(on, i):
            by_form[form].append(label)
    rows = [row for form, labels in by_form.items() if _is_run(on, form, row := _rising(labels))]
    rows = [row for row in rows if not any(_in_one(row, other) for other in rows)]
    row = max(rows, key=lambda row: (print_size(on.blocks[row[0].at]), len(row)), default=[]) or _run_in(on)
    head = header.zone(flow, on.blocks, on.blocks[row[0].at].start) if row else None
    if not head or not kinds.of_meeting(head, _decided(on, row)):
        return []
    return [_item(on, label) for label in row]


def _in_one(row: list[_Label], other: list[_Label]) -> bool:
    """Does a row stand between two labels of another that follow each other?"""
    return any(a.at < row[0].at and row[-1].at < b.at for a, b in pairwise(other))


def _run_in(on: Sheet) -> list[_Label]:
    """The paragraphs of a paper that is nothing else below its head, each with its number, its title and its text in one."""
    found = [(i, m) for i, text in enumerate(on.texts) if on.blocks[i].prose and (m := _RUN_IN.match(text))]
    row = _rising([_Label(i, int(m["number"]), m.start("title"), m["number"], m["number"], (), m.end("title")) for i, m in found])
    alone = row and row[0].at <= _HEAD and 2 * len(row) > len(on.texts) - row[0].at
    return row if alone and len(row) >= _FEWEST_PLAIN else []


def _labels(on: Sheet, i: int) -> Iterator[tuple[Form, _Label]]:
    """The label that begins a piece, once for every part of it that may go up."""
    block, text = on.blocks[i], on.texts[i]
    match = _LABEL.match(text) if block.prose and len(text) < _LONGEST_TITLE + 30 else None
    if not match or DAY.match(text) or not _is_title(match["title"], block.bold, match["word"]) or not trim(match["title"])[0]:
        return
    number, parts = match["number"], _PART.findall(match["number"])
    printed = (match["word"] or "").lower().strip(". "), (match["open"] or "").strip(), match["close"].strip(), str(block.bold)
    for n, part in enumerate(parts):
        clock = "." in number and n < len(parts) - 1 and len(parts[n + 1]) == 2
        for kind, value in _values(part) if not clock else ():
            rest = (*parts[:n], *parts[n + 1 :])
            form = (*printed, _PART.sub("", number).strip(), kind, *parts[:n], "*", *parts[n + 1 :])
            yield form, _Label(i, value, match.start("title"), number, part, rest, large=block.bold and kind == "digits")


def _values(part: str) -> Iterator[tuple[str, int]]:
    """What a part of a number counts to: its digits, its place in the alphabet, a Roman number."""
    if part.isdigit():
        yield "digits", int(part)
        return
    if len(part) == 1:
        yield "letter", ord(part)
    if set(part) <= set(_ROMAN):
        digits = [_ROMAN[c] for c in part]
        yield "roman", sum(-a if a < b else a for a, b in pairwise([*digits, 0]))


def _is_title(text: str, bold: bool, word: str | None) -> bool:
    """Can what stands behind a label be a title: short, no sentence unless it asks, in small letters or with a number first only where
    it is printed as one?"""
    first = text.lstrip("\"”»(")[:1]
    if not 2 < len(text) <= _LONGEST_TITLE or not (first.isupper() or bold and (first.isalpha() or word)) or word == "Ad" and not bold:
        return False
    asks = bold and text[-1] == "?"
    return asks or (text[-1] not in ".:,;" or text.endswith(("vt.", "m.v.", "m.m."))) and not is_said(text)


def _rising(labels: list[_Label]) -> list[_Label]:
    """The longest row of labels that go up one by one; the large ones may leave out what was told behind closed doors."""
    rows: dict[int, list[_Label]] = {}
    for label in labels:
        above = range(label.value - (_CLOSED if label.large else 1), label.value)
        row = [*max((rows[n] for n in above if n in rows), key=len, default=[]), label]
        if len(row) >= len(rows.get(label.value, [])) + (label.value in rows):
            rows[label.value] = row
    return max(rows.values(), key=len, default=[])


def _is_run(on: Sheet, form: Form, row: list[_Label]) -> bool:
    """Is a row of labels long enough, has each text below it, and is none the part of a case?"""
    bold = on.blocks[row[0].at].bold if row else False
    if len(row) < (2 if bold and "digits" in form else _FEWEST_PLAIN):
        return False
    together = sum(b.at - a.at < 2 for a, b in pairwise(row))
    parts = {ROLES.get(plain(on.texts[label.at][label.title :])) for label in row}
    return 4 * together < len(row) and not parts & _CASE_PARTS


def _decided(on: Sheet, row: list[_Label]) -> bool:
    """Is a decision headed below most of the labels?"""
    ends = [*(label.at for label in row[1:]), len(on.texts)]
    found = sum(any(h and h.role == "decision" for h in on.heads[label.at + 1 : end]) for label, end in zip(row, ends, strict=True))
    return 2 * found > len(row)


def _item(on: Sheet, label: _Label) -> Found:
    block, text = on.blocks[label.at], on.texts[label.at]
    title, cases = trim(text[label.title : label.end])
    end = block.end if label.end is None else block.start + label.end
    number = label.number.strip() if label.rest else unfilled(label.part)
    zeros = "" if label.rest else label.part[: -len(number)]
    return Found(number, title, label.at, label.at + 1, block.start, end, 5, "run", cases=cases, content=end, zeros=zeros)
