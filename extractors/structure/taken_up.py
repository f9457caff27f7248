"""Items that a paper takes up by "Ad N": one by one below its agenda, or each with its title behind the number."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from rapidfuzz import fuzz

from extractors.structure.sections import plain
from extractors.structure.sheet import Found, Sheet, is_said, trim
from minutes.days import A_WEEKDAY

_AD = re.compile(r"(?:Ad\.?\s?(?:(?:dagsordens)?(?:pkt\.?|punkt)\s?)?|Til (?:dagsordens)?(?:pkt\.|punkt)\s?)(?P<number>\d{1,3})"
                 r"(?:\s?[.:)–-]+\s*|\s+|$)(?P<rest>\S.*)?$", re.S | re.I)
_PAPER = re.compile(r"(?:åben |tillægs|godkendt )?(?:referat|beslutningsprotokol|protokol|udskrift)", re.I)
_MEETING = re.compile(rf"(?:\w+ )?\w*møde(?:t|r)? (?:{A_WEEKDAY}|den|d\.|\d)|(?:{A_WEEKDAY}) (?:den )?\d", re.I)
_TITLE = 120
_FEWEST = 3
_LIKE = 70
"""How like two titles are of which one is the other in other words, in percent."""
MARK = "ad"
"""The mark of an item that is taken up so: what stands below it is what the meeting said of it."""


def taken_up(on: Sheet, row: list[Found]) -> list[Found]:
    """The items, each where "Ad N" takes it up; they are its headings where the paper has no other items."""
    called = [(i, m) for i, text in enumerate(on.texts) if on.blocks[i].prose and (m := _AD.match(text))]
    numbers = [int(m["number"]) for _, m in called]
    if len(called) < 2 or any(b <= a for a, b in pairwise(numbers)):
        return row
    if row and not {m["number"] for _, m in called} <= {f.number for f in row} and all(_again(on, m) for _, m in called):
        return [_found(on, i, m) for i, m in called]
    return _below(on, row, called) if row else _titled(on, called)


def titled_above(on: Sheet, marked: list[Found]) -> list[Found]:
    """Items of which the minutes print only the number, "Punkt 1": their titles stand in the agenda above, in small letters too."""
    start = next((i for i, text in enumerate(on.texts) if plain(text) == "dagsorden"), len(on.texts))
    titles: dict[str, str] = {}
    for text in on.texts[start + 1 :]:
        listed = _LISTED.match(text)
        if not listed or int(listed["number"]) != len(titles) + 1:
            break
        titles[listed["number"]] = listed["title"]
    called = [(i, m["number"]) for i, text in enumerate(on.texts[start:], start) if (m := _NUMBER.fullmatch(text))]
    again = any(number not in titles or fuzz.ratio(plain(on.text(i + 1)), plain(titles[number])) > _LIKE for i, number in called)
    if again or min(len(titles), len(called)) < _FEWEST or any(int(b) <= int(a) for (_, a), (_, b) in pairwise(called)):
        return marked
    heads = [(i, on.blocks[i], number, *trim(titles[number])) for i, number in called]
    return [Found(number, title, i, i + 1, block.start, block.end, 5, MARK, cases=cases, content=block.end)
            for i, block, number, title, cases in heads]


_LISTED = re.compile(r"(?P<number>\d{1,2})[.:)]?\s+(?P<title>\S.*)")
_NUMBER = re.compile(r"(?:(?:Dagsordens)?[Pp]unkt|Pkt\.?|Ad\.?) ?(?P<number>\d{1,2})[.:]?")


def _again(on: Sheet, called: re.Match[str]) -> bool:
    """Does "Ad 1 Valg af formand" have the number and title of a line above?"""
    return bool(called["rest"]) and plain(f"{called['number']}. {called['rest']}") in on.printed


def _below(on: Sheet, row: list[Found], called: list[tuple[int, re.Match[str]]]) -> list[Found]:
    """The items of an agenda in one piece that stands above all that takes them up."""
    listed = {f.number: n for n, f in enumerate(row)}
    together = all(b.first - a.last <= 1 for a, b in pairwise(row)) and row[-1].last <= called[0][0]
    if not together or 2 * len(called) < len(row) or any(m["number"] not in listed for _, m in called):
        return row
    out = list(row)
    for i, match in called:
        item = out[listed[match["number"]]]
        again = plain(match["rest"] or "").startswith(plain(item.title)) and len(match["rest"]) < len(item.title) + 20
        rest = match.end() if again or not match["rest"] else match.start("rest")
        out[listed[match["number"]]] = replace(item, first=i, last=i + 1, content=on.blocks[i].start + rest, mark=MARK)
    return sorted(out, key=lambda f: f.first)


def _titled(on: Sheet, called: list[tuple[int, re.Match[str]]]) -> list[Found]:
    """Titles behind "Ad 1", "Ad 2", "Ad 3" in minutes; none where one of them says what was decided on a point."""
    if len(called) < _FEWEST or not any(_PAPER.match(text) or _MEETING.match(text) for text in on.texts[:8]):
        return []
    first = int(called[0][1]["number"])
    if any(int(m["number"]) != n or not _is_title(m["rest"] or "") for n, (_, m) in enumerate(called, first)):
        return []
    return [_found(on, i, match) for i, match in called]


def _found(on: Sheet, i: int, called: re.Match[str]) -> Found:
    title, cases = trim(called["rest"])
    block = on.blocks[i]
    return Found(called["number"], title, i, i + 1, block.start, block.end, 5, MARK, cases=cases, content=block.end)


def _is_title(text: str) -> bool:
    return 2 < len(text) < _TITLE and text[0].isupper() and (text[-1] not in ".:,;" or text.endswith("vt.")) and not is_said(text)
